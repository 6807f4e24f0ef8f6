//! The words of a query that ask for a time: `year:2023 from:2020 to:2024-06`.

use chrono::NaiveDate;

use crate::dossier::Date;

/// The first and the last day asked for; none leaves that side open.
pub(super) type Window = (Option<NaiveDate>, Option<NaiveDate>);

/// Narrows `window` by a word such as `from:2020`. `None` when the word asks for no time.
pub(super) fn narrow(window: &mut Option<Window>, word: &str) -> Option<Result<(), String>> {
    let (field, value) = word.split_once(':')?;
    if !["year", "from", "to"].contains(&field) {
        return None;
    }
    if value.is_empty() {
        return Some(Err(format!("{field}: wants a date, such as {field}:2023")));
    }
    let Ok(date) = Date::parse(value) else {
        return Some(Err(format!("{field}:{value} is not a date")));
    };
    let (from, to) = window.unwrap_or_default();
    let first = (field != "to").then(|| date.earliest()).flatten();
    let last = (field != "from").then(|| date.latest()).flatten();
    let last = to.map_or(last, |old| Some(last.map_or(old, |new| old.min(new))));
    *window = Some((from.max(first), last));
    Some(Ok(()))
}
