//! Days on the command line.

use chrono::NaiveDate;
use color_eyre::eyre::{Result, WrapErr, bail};

use crate::dossier::Date;
use crate::dossier::text::clean_line;
use crate::system::clock;

/// The day of the reader: what has passed, has passed for them.
pub(super) fn today() -> NaiveDate {
    clock::now().date()
}

/// The last day of a date as a dossier writes it: `2023` is as of the end of 2023.
pub(super) fn day(text: &str) -> Result<NaiveDate> {
    day_of("--as-of", text)
}

/// The same of another option.
pub(super) fn day_of(option: &'static str, text: &str) -> Result<NaiveDate> {
    let date = Date::parse(text).wrap_err(option)?;
    match date.latest() {
        Some(day) => Ok(day),
        None => bail!("{option}: `{}` has no last day", clean_line(text)),
    }
}
