//! Why a file is not one of UN Comtrade.

use crate::dossier::text::clean_line;

/// Why a file has no rows of UN Comtrade. Files are as a person would type them, clean.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ComtradeError {
    /// No record of the table is a header.
    #[error(
        "{file}: no header of UN Comtrade, with the columns reporter, partner, flow, period, commodity code and primaryValue or Trade Value (US$)"
    )]
    NoHeader {
        /// The file.
        file: String,
    },
    /// Nothing but a header.
    #[error("{file} has a header and no rows")]
    NoRows {
        /// The file.
        file: String,
    },
    /// The interface has answered with an error.
    #[error("{file}: UN Comtrade answered with an error: {}", clean_line(.message))]
    Answer {
        /// The file.
        file: String,
        /// What it says.
        message: String,
    },
    /// JSON without a list of rows.
    #[error("{file}: no answer of UN Comtrade: there is no list called `data`")]
    NoList {
        /// The file.
        file: String,
    },
}
