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
    /// A row for each year, and nothing that says what is counted.
    #[error(
        "{file}: a row for each year (columns Year and Value) and no column that names the indicator: add a column Indicator Name, or download the table from data.worldbank.org as CSV"
    )]
    Long {
        /// The file.
        file: String,
    },
    /// A header without years.
    #[error("{file}: no columns of years")]
    NoYears {
        /// The file.
        file: String,
    },
}
