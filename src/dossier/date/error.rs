//! Why a text is not the date of a record.

use chrono::NaiveDate;

use crate::dossier::text::clean_line;

/// Why a text is not a date, or two dates do not fit together. Texts are as they were given; the
/// message shows them clean.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DateError {
    /// Not EDTF.
    #[error(
        "`{}` is not an EDTF date ({} at character {}); write YYYY, YYYY-MM, YYYY-MM-DD, 199X, 1975~, 2018? or START/END",
        clean_line(.text), .fault.message, .fault.offset + 1
    )]
    Syntax {
        /// The text.
        text: String,
        /// Where its syntax breaks off; a part of the message, not a cause of its own.
        fault: edtf_core::ParseError,
    },
    /// EDTF, but a set, or qualified part by part.
    #[error(
        "`{}` is EDTF of level 2; levels 0 and 1 are read: one date, or START/END",
        clean_line(.text)
    )]
    LevelTwo {
        /// The text.
        text: String,
    },
    /// The bounds of one date contradict each other.
    #[error("the date ends on {ends}, before it begins on {begins}")]
    EndsBeforeItBegins {
        /// The first day that it can be.
        begins: NaiveDate,
        /// The last.
        ends: NaiveDate,
    },
}
