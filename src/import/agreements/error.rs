//! Why a table is not a list of agreements.

use super::day::DaysError;
use super::map::{ColumnsError, quoted};
use crate::import::input::Spot;

/// Why a table has no agreements. Files are as a person would type them, clean; what stands in them
/// is as it is there, and shown clean.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AgreementsError {
    /// Nothing that could be a table.
    #[error("{file}: no table with several columns")]
    NoTable {
        /// The file.
        file: String,
    },
    /// A document of JSON.
    #[error(
        "{file}: this is JSON, and agreements are read from a table: save it as CSV, a row for each agreement, such as with jq -r '[\"title\", \"parties\", \"signed\"], (.[] | [.title, .parties, .signed]) | @csv'"
    )]
    Json {
        /// The file.
        file: String,
    },
    /// Nobody says which column is what.
    #[error(
        "{file}: say which column is what, such as --map title=…,parties=…,signed=…; the columns are {}",
        quoted(.columns)
    )]
    NoMap {
        /// The file.
        file: String,
        /// Those that have a name.
        columns: Vec<String>,
    },
    /// The header does not have the columns of the map.
    #[error("{spot}: {fault}")]
    Columns {
        /// In the header.
        spot: Spot,
        /// What is wrong; a part of the message, not a cause of its own.
        fault: ColumnsError,
    },
    /// The dates can be read in two ways, or in none.
    #[error("{spot}: {fault}")]
    Days {
        /// At the date that shows it.
        spot: Spot,
        /// What is wrong; a part of the message, not a cause of its own.
        fault: DaysError,
    },
}
