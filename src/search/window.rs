//! The words of a query that ask for a time: `year:2023 from:2020 to:2024-06`.

use chrono::NaiveDate;

use super::problem::Fault;
use crate::dossier::Date;

/// The first and the last day asked for; none leaves that side open.
pub type Window = (Option<NaiveDate>, Option<NaiveDate>);

/// Narrows `window` by `from:2020` and the like.
pub(super) fn narrow(window: &mut Option<Window>, field: &str, value: &str) -> Result<(), Fault> {
    let date = Date::parse(value).map_err(|_| Fault::NotADate {
        field: field.to_owned(),
        value: value.to_owned(),
    })?;
    let (from, to) = window.unwrap_or_default();
    let first = (field != "to").then(|| date.earliest()).flatten();
    let latest = (field != "from").then(|| date.latest()).flatten();
    let last = to.map_or(latest, |old| Some(latest.map_or(old, |new| old.min(new))));
    *window = Some((from.max(first), last));
    Ok(())
}

/// The time that both ask for.
pub(super) fn both(one: Option<Window>, other: Option<Window>) -> Option<Window> {
    let (Some(one), Some(other)) = (one, other) else {
        return one.or(other);
    };
    let last = one.1.into_iter().chain(other.1).min();
    Some((one.0.max(other.0), last))
}
