//! Anniversaries that contradict their founding date, and meetings that are counted out of order.

use std::collections::BTreeMap;
use std::ops::Range;

use chrono::Datelike;

use super::dates::order;
use super::finding::{Finding, FindingKind, Severity};
use crate::dossier::date::Order;
use crate::dossier::event::EventStatus;
use crate::dossier::{Date, Dossier, Event, Kind, Ref};
use crate::extract::{Value, numerals, ordinals};
use crate::figures::as_of::AsOf;
use crate::figures::key::folded;

/// Words in the title of an event that founds what is celebrated later.
const FOUNDING: [&str; 6] = [
    "opened",
    "established",
    "establishment",
    "founded",
    "founding",
    "opening",
];

/// What is behind a number that is a part of somebody's title: "First Deputy Prime Minister".
const RANKS: [&str; 4] = ["deputy", "vice", "lady", "secretary"];

/// Anniversaries with a name of their own, the longer ones first, and their years.
const CENTURIES: [(&str, i32); 8] = [
    ("bicentenary", 200),
    ("bicentennial", 200),
    ("sesquicentennial", 150),
    ("centenary", 100),
    ("centennial", 100),
    ("half a century of", 50),
    ("half-century of", 50),
    ("quarter of a century of", 25),
];

/// A finding for every anniversary, and for every two meetings of one count.
pub(super) fn findings(dossier: &Dossier, known: &AsOf<'_>) -> Vec<Finding> {
    let events: Vec<_> = dossier
        .events
        .iter()
        .enumerate()
        .map(|(at, event)| (Ref::new(Kind::Event, at), event))
        .filter(|(record, _)| known.record(*record))
        .collect();
    let mut found: Vec<_> = events
        .iter()
        .filter_map(|(record, event)| anniversary(dossier, known, *record, event))
        .collect();
    found.extend(out_of_order(dossier, &events));
    found
}

/// An event that speaks of an Nth anniversary, held in another year than N years after the founding
/// event: one that it `follows` or is `part_of`, else the only one about the same matter.
fn anniversary(dossier: &Dossier, known: &AsOf<'_>, record: Ref, event: &Event) -> Option<Finding> {
    let summary = event.summary.as_deref().unwrap_or("");
    let count = counted(&event.title).or_else(|| counted(summary))?;
    let held = years(event.date.as_ref()?)?;
    let links = event.follows.iter().chain(&event.part_of);
    let linked: Vec<_> = links
        .filter_map(|id| dossier.find(id))
        .filter(|found| found.kind == Kind::Event && known.record(*found))
        .collect();
    let events = if linked.is_empty() {
        founder(dossier, known, event).into_iter().collect()
    } else {
        linked
    };
    let founders: Vec<_> = events
        .into_iter()
        .filter_map(|found| {
            let date = dossier.events[found.at].date.as_ref()?;
            Some((found, date, years(date)?))
        })
        .collect();
    let fits = |founded: (i32, i32)| founded.0 + count <= held.1 && held.0 <= founded.1 + count;
    if founders.iter().any(|(_, _, founded)| fits(*founded)) {
        return None;
    }
    let (first, date, founded) = founders.first()?;
    let due = match (founded.0 + count, founded.1 + count) {
        (a, b) if a == b => a.to_string(),
        (a, b) => format!("{a} to {b}"),
    };
    let working = format!(
        "{} ({date}) + {count} years = {due}; the anniversary is dated {}",
        dossier.title(*first),
        event.date.as_ref()?
    );
    Some(finding(
        format!("{}: {count} years after what?", event.title),
        "contradicts its founding date",
        working,
        vec![*first, record],
    ))
}

fn finding(title: String, verdict: &str, working: String, statements: Vec<Ref>) -> Finding {
    Finding {
        kind: FindingKind::Anniversary,
        severity: Severity::Major,
        title,
        verdict: verdict.to_owned(),
        working: vec![working],
        sets: vec![statements.clone()],
        statements,
        context: Vec::new(),
        choice: None,
    }
}

/// The only event that founded what the anniversary is named after: a word of both titles.
fn founder(dossier: &Dossier, known: &AsOf<'_>, event: &Event) -> Option<Ref> {
    let title = folded(&event.title);
    let matter = |word: &&str| word.len() > 6 && !word.starts_with("anniversar");
    let words: Vec<_> = title.split(' ').filter(matter).collect();
    let founds = |other: &Event| {
        let title = folded(&other.title);
        let mut own = title.split(' ');
        let is_founding = own.clone().any(|word| FOUNDING.contains(&word));
        is_founding && own.any(|word| words.contains(&word))
    };
    let all = dossier.events.iter().enumerate();
    let mut found = all
        .filter(|(_, other)| other.id != event.id && founds(other))
        .map(|(at, _)| Ref::new(Kind::Event, at))
        .filter(|record| known.record(*record));
    let only = found.next()?;
    found.next().is_none().then_some(only)
}

/// The first and last year that a date can be in.
fn years(date: &Date) -> Option<(i32, i32)> {
    Some((date.earliest()?.year(), date.latest()?.year()))
}

/// The number in "65th anniversary", "sixtieth anniversary", "65-year anniversary", "65 years of
/// relations".
fn counted(text: &str) -> Option<i32> {
    let low = text.to_lowercase();
    if let Some((_, count)) = CENTURIES.iter().find(|(name, _)| low.contains(name)) {
        return Some(*count);
    }
    let anniversary = low.find("anniversar");
    // Numbers are read only where one could be of years.
    if anniversary.is_none() && !low.contains("years ") {
        return None;
    }
    let before = |end: usize| anniversary.is_some_and(|at| end <= at && at - end <= 12);
    let ordinal = ordinals(text)
        .into_iter()
        .rfind(|(range, _)| before(range.end))
        .map(|(_, count)| count);
    let years = || {
        numerals(text).into_iter().find_map(|numeral| {
            let Value::Exact(number) = numeral.value else {
                return None;
            };
            let rest = low.get(numeral.range.end..)?.trim_start_matches([' ', '-']);
            let is_span = rest.starts_with("years of ") || rest.starts_with("years since ");
            let named = rest.starts_with("year") && before(numeral.range.end);
            (is_span || named)
                .then(|| number.value())
                .filter(|n| n.fract() == 0.0)
        })
    };
    let count = ordinal.map(f64::from).or_else(years)?;
    #[expect(
        clippy::cast_possible_truncation,
        reason = "whole and below a thousand"
    )]
    (1.0..1000.0).contains(&count).then_some(count as i32)
}

/// The number by which a title counts what it names, and its place: "7th session". That of an
/// anniversary counts years.
pub(super) fn number(title: &str) -> Option<(Range<usize>, u32)> {
    let first = ordinals(title).into_iter().next()?;
    let behind = folded(&title[first.0.end..]);
    let is_rank = RANKS.iter().any(|rank| behind.starts_with(rank));
    (counted(title).is_none() && !is_rank).then_some(first)
}

/// Meetings of one name that are counted, of which a later number was certainly held earlier.
fn out_of_order(dossier: &Dossier, events: &[(Ref, &Event)]) -> Vec<Finding> {
    let mut rows: BTreeMap<String, Vec<(u32, Ref, &Date)>> = BTreeMap::new();
    for (record, event) in events {
        let occurred = event.status == EventStatus::Occurred;
        if let (Some((range, count)), Some(date), true) =
            (number(&event.title), &event.date, occurred)
        {
            let rest = [&event.title[..range.start], &event.title[range.end..]].concat();
            rows.entry(folded(&rest))
                .or_default()
                .push((count, *record, date));
        }
    }
    let mut found = Vec::new();
    for mut row in rows.into_values() {
        row.sort_by_key(|(count, record, _)| (*count, *record));
        for pair in row.windows(2) {
            let ((low, a, before), (high, b, after)) = (pair[0], pair[1]);
            if low < high && order(after, before) == Order::CertainlyBefore {
                let title = dossier.title(b);
                let working = format!(
                    "{} is dated {before}, {title} {after}, which is certainly earlier",
                    dossier.title(a)
                );
                let title = format!("{title}: before the one that it follows by count");
                found.push(finding(title, "counted out of order", working, vec![a, b]));
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::counted;

    #[test]
    fn anniversaries_are_counted_in_figures_and_in_words() {
        for (text, count) in [
            ("65th anniversary year of relations", Some(65)),
            ("the 1st anniversary", Some(1)),
            ("Sixtieth anniversary of relations", Some(60)),
            ("the sixty-fifth anniversary", Some(65)),
            ("50-year anniversary", Some(50)),
            ("50 years anniversary", Some(50)),
            ("65 years of relations celebrated", Some(65)),
            ("sixty years of friendship", Some(60)),
            ("Half a century of relations celebrated", Some(50)),
            ("Centenary of diplomatic relations", Some(100)),
            ("Bicentenary of relations", Some(200)),
            ("half a century ago", None),
            ("the anniversary of 1960", None),
            ("19th meeting of senior officials", None),
            ("a plan for 5 years", None),
            ("8th forum of partners, held for the anniversary", None),
        ] {
            assert_eq!(counted(text), count, "{text}");
        }
    }
}
