//! Why a file is not one of the World Bank.

/// Why a table has no indicators of the World Bank. Files are as a person would type them, clean.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WorldBankError {
    /// No record of the table is a header.
    #[error(
        "{file}: no header of the World Bank, with Country Name, Indicator Name or Series Name and a column for each year, or Reporter, Partner, Indicator and years (WITS)"
    )]
    NoHeader {
        /// The file.
        file: String,
    },
    /// A row for each year.
    #[error(
        "{file}: a row for each year (columns Year and Value){}; a table of the World Bank has a column for each year: download it from data.worldbank.org as CSV, or turn the rows into columns",
        if *.has_indicator { "" } else { " and no column that names the indicator" }
    )]
    Long {
        /// The file.
        file: String,
        /// Is there a column for the indicator?
        has_indicator: bool,
    },
    /// A header without years.
    #[error("{file}: no columns of years")]
    NoYears {
        /// The file.
        file: String,
    },
}
