//! Why a file is not SDMX-CSV.

/// Why a table has no observations of SDMX. Files are as a person would type them, clean.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SdmxError {
    /// No record of the table is a header.
    #[error("{file}: no header of SDMX-CSV, with TIME_PERIOD and OBS_VALUE")]
    NoHeader {
        /// The file.
        file: String,
    },
    /// Nothing says which country a row is about.
    #[error("{file}: no column of countries, such as REF_AREA, COUNTRY, GEO or REPORTER")]
    NoCountries {
        /// The file.
        file: String,
    },
}
