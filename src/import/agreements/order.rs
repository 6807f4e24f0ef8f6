//! The order of day, month and year in the dates of a table, and how a person names it.

/// The order of the parts of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// `31/12/1999`, `31.12.1999`, `31-12-1999`; with the form by which it was named.
    DayFirst(&'static str),
    /// `12/31/1999`, `12-31-1999`; with the form by which it was named.
    MonthFirst(&'static str),
    /// `1999-12-31`, `1999-12`.
    Iso,
    /// `1999`.
    Year,
}

/// How an order with the day first is named; the first form is shown where nobody names it.
pub(super) const DAY_FIRST: [&str; 4] = ["DD/MM/YYYY", "DD.MM.YYYY", "DD-MM-YYYY", "DMY"];

/// The same with the month first.
pub(super) const MONTH_FIRST: [&str; 3] = ["MM/DD/YYYY", "MM-DD-YYYY", "MDY"];

/// A text that names no order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("DD/MM/YYYY, DD.MM.YYYY, MM/DD/YYYY, ISO (YYYY-MM-DD) or YYYY")]
pub struct NotAnOrder;

impl Order {
    /// The order that a word or an example names.
    ///
    /// # Errors
    /// When it names none.
    pub fn named(text: &str) -> Result<Self, NotAnOrder> {
        let upper = text.trim().to_uppercase();
        let form = |forms: &[&'static str]| forms.iter().find(|form| **form == upper).copied();
        if let Some(form) = form(&DAY_FIRST) {
            return Ok(Self::DayFirst(form));
        }
        if let Some(form) = form(&MONTH_FIRST) {
            return Ok(Self::MonthFirst(form));
        }
        match upper.as_str() {
            "ISO" | "YYYY-MM-DD" => Ok(Self::Iso),
            "YYYY" => Ok(Self::Year),
            _ => Err(NotAnOrder),
        }
    }

    /// An example of it, in the form given.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::DayFirst(form) | Self::MonthFirst(form) => form,
            Self::Iso => "YYYY-MM-DD",
            Self::Year => "YYYY",
        }
    }
}
