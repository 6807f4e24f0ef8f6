//! A date of a text beside one of a record.

use crate::dossier::Date;
use crate::dossier::date::Order;
use crate::extract::Edge;

/// Is a date that of a record, or one up to which or from which on that was?
pub(in crate::vet) fn agrees(date: &Date, known: &Date, edge: Option<Edge>) -> bool {
    let order = date.compare(known);
    match edge {
        // What runs over a span goes on to its end, and to no other.
        Some(Edge::Until | Edge::Before) if is_span(known) => order == Order::Possible,
        // Up to, or from then on.
        Some(Edge::Until | Edge::Before) if order == Order::CertainlyAfter => true,
        Some(Edge::After) if order == Order::CertainlyBefore => true,
        _ => order == Order::Possible,
    }
}

/// Are both spans of which neither is within the other? "2021 to 2026" is no "2021 to 2025".
pub(super) fn is_apart(date: &Date, known: &Date) -> bool {
    let ends = |date: &Date| {
        let (from, to) = date.edtf()?.split_once('/')?;
        let closed = |end: &str| !end.is_empty() && end != "..";
        (closed(from) && closed(to)).then(|| (from.to_owned(), to.to_owned()))
    };
    match (ends(date), ends(known)) {
        (Some((from, to)), Some((own_from, own_to))) if from.len() == own_from.len() => {
            let is_same = from == own_from && to == own_to;
            let is_within = from > own_from && to < own_to;
            !(is_same || is_within || from < own_from && to > own_to)
        }
        _ => false,
    }
}

pub(super) fn is_span(date: &Date) -> bool {
    date.edtf().is_some_and(|edtf| edtf.contains('/'))
}

/// Is one much narrower than the other?
pub(super) fn is_finer(date: &Date, known: &Date) -> bool {
    let days = |date: &Date| Some((date.latest()? - date.earliest()?).num_days());
    match (days(date), days(known)) {
        (Some(new), Some(old)) => new * 2 < old,
        _ => false,
    }
}

/// Does a text of the dossier name the year?
pub(in crate::vet) fn has_date(text: &str, date: &Date) -> bool {
    let Some(year) = date.year().map(|year| year.to_string()) else {
        return false;
    };
    let whole = date.edtf() == Some(year.as_str());
    whole
        && text
            .split(|c: char| !c.is_ascii_digit())
            .any(|part| part == year)
}
