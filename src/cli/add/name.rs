//! The id of a new record, from what it is called.

use crate::dossier::typed::fields_of;
use crate::dossier::{Id, Kind};
use crate::edit::draft::Draft;
use crate::edit::template::Template;

/// An id that nothing in the dossier has.
pub(super) fn fresh(kind: Kind, template: &Template, draft: &Draft) -> Id {
    let member = |name: &str| template.member(name).unwrap_or_default();
    match kind {
        Kind::Quote => {
            let year = year(&member("said")).unwrap_or_default().to_owned();
            draft.fresh_id(&format!("q {year} {}", member("speaker")), kind)
        }
        Kind::Observation => figure(&member("series"), &member("period"), draft),
        _ => {
            let names = ["acronym", "title", "name", "statement"].map(member);
            let called = names.into_iter().find(|name| !name.is_empty());
            let fields = fields_of(kind).into_iter();
            let mut dates = fields.filter(|info| info.option.is_some_and(|o| o.explained));
            let date = dates.next().map(|info| member(info.name));
            let words = dated(&called.unwrap_or_default(), &date.unwrap_or_default());
            draft.fresh_id(&words, kind)
        }
    }
}

/// Meetings have one title and many dates: the year is added, unless the title has it.
fn dated(title: &str, date: &str) -> String {
    match year(date) {
        // The year alone would name nothing.
        Some(year) if !title.contains(year) && title.contains(char::is_alphanumeric) => {
            format!("{title} {year}")
        }
        _ => title.to_owned(),
    }
}

/// The year that a date begins in, where it is known.
fn year(date: &str) -> Option<&str> {
    let year = date.get(..4)?;
    year.bytes()
        .all(|byte| byte.is_ascii_digit())
        .then_some(year)
}

/// `trade-total.2024`: a figure is named after its series and its period.
fn figure(series: &str, period: &str, draft: &Draft) -> Id {
    let period: String = period
        .to_ascii_lowercase()
        .replace('/', "-")
        .chars()
        .filter(|c| c.is_ascii_alphanumeric() || "._-".contains(*c))
        .collect();
    match Id::new(&format!("{series}.{period}")) {
        Ok(id) if !draft.has(&id) => id,
        _ => draft.fresh_id(&format!("{series} {period}"), Kind::Observation),
    }
}
