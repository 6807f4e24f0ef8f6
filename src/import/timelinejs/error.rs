//! Why a file is not a timeline of `TimelineJS`.

/// Why a file has no slides. Files are as a person would type them, clean.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TimelineError {
    /// No record of the table is a header.
    #[error("{file}: no sheet of TimelineJS, with the columns Year (or Start Date) and Headline")]
    NoSheet {
        /// The file.
        file: String,
    },
    /// The sheet as the interface of Google Sheets gives it.
    #[error(
        "{file}: that is what Google Sheets answers to TimelineJS: download the sheet as CSV instead"
    )]
    GoogleSheets {
        /// The file.
        file: String,
    },
    /// JSON of something else.
    #[error(
        "{file}: no JSON of TimelineJS: there is neither a list `events` (version 3) nor `timeline` (versions 1 and 2)"
    )]
    NoEvents {
        /// The file.
        file: String,
    },
}
