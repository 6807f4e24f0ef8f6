//! Why a table is not a list of agreements.

use super::day::DaysError;
use super::map::ColumnsError;
use crate::dossier::text::clean_line;

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
    /// Nobody says which column is what.
    #[error(
        "{file}: say which column is what, such as --map title=…,parties=…,signed=…; the columns are {}",
        clean_line(&.columns.join(", "))
    )]
    NoMap {
        /// The file.
        file: String,
        /// Those that have a name.
        columns: Vec<String>,
    },
    /// The header does not have the columns of the map.
    #[error("{file}:{line}: {fault}")]
    Columns {
        /// The file.
        file: String,
        /// Of the header, from 1.
        line: usize,
        /// What is wrong; a part of the message, not a cause of its own.
        fault: ColumnsError,
    },
    /// The dates can be read in two ways, or in none.
    #[error("{file}:{fault}")]
    Days {
        /// The file.
        file: String,
        /// What is wrong, which begins with the line; a part of the message, not a cause of its own.
        fault: DaysError,
    },
}
