//! Events and agreements that are recorded twice, with one date or with two.

use std::collections::BTreeMap;

use chrono::Datelike;

use super::finding::{Finding, FindingKind, Severity};
use crate::dossier::date::Order;
use crate::dossier::event::EventStatus;
use crate::dossier::{Actor, Agreement, Date, Dossier, Event, Kind, Ref};
use crate::figures::as_of::AsOf;
use crate::figures::key::folded;

/// Words in the title of what happens only once.
const ONCE: [&str; 5] = [
    "opened",
    "established",
    "establishment",
    "founded",
    "founding",
];

/// Records of one title of which every two are held against each other. More are a row of meetings, and
/// only those of one time are one.
const ALIKE: usize = 8;

/// A finding for every two records of one title, kind and circle that are one by their dates, or that
/// give two dates for what happens only once.
pub(super) fn findings(dossier: &Dossier, known: &AsOf<'_>) -> Vec<Finding> {
    let mut alike: BTreeMap<Alike, Vec<Ref>> = BTreeMap::new();
    for (at, event) in dossier.events.iter().enumerate() {
        let counts = matches!(event.status, EventStatus::Occurred | EventStatus::Ongoing);
        let record = Ref::new(Kind::Event, at);
        if counts && known.record(record) {
            alike.entry(Alike::event(event)).or_default().push(record);
        }
    }
    for (at, agreement) in dossier.agreements.iter().enumerate() {
        let record = Ref::new(Kind::Agreement, at);
        if known.record(record) {
            alike
                .entry(Alike::agreement(agreement))
                .or_default()
                .push(record);
        }
    }
    let pairs = alike.into_values().flat_map(|row| pairs(dossier, &row));
    pairs.filter_map(|(a, b)| pair(dossier, a, b)).collect()
}

/// The records of a row to be held against each other.
fn pairs(dossier: &Dossier, row: &[Ref]) -> Vec<(Ref, Ref)> {
    if row.len() <= ALIKE {
        let all = row.iter().enumerate();
        return all
            .flat_map(|(at, b)| row[..at].iter().map(move |a| (*a, *b)))
            .collect();
    }
    let mut times: BTreeMap<Option<&str>, Vec<Ref>> = BTreeMap::new();
    for record in row {
        let time = date(dossier, *record).and_then(Date::edtf);
        times.entry(time).or_default().push(*record);
    }
    let neighbours = |same: Vec<Ref>| {
        same.windows(2)
            .map(|two| (two[0], two[1]))
            .collect::<Vec<_>>()
    };
    times.into_values().flat_map(neighbours).collect()
}

fn date(dossier: &Dossier, record: Ref) -> Option<&Date> {
    match record.kind {
        Kind::Event => dossier.events[record.at].date.as_ref(),
        _ => dossier.agreements[record.at].signed.as_ref(),
    }
}

/// What two records of one thing have in common.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Alike {
    record: Kind,
    title: String,
    kind: String,
    circle: Vec<String>,
    horizon: Option<String>,
}

impl Alike {
    fn event(event: &Event) -> Self {
        Self {
            record: Kind::Event,
            title: folded(&event.title),
            kind: folded(&event.kind),
            circle: circle(event.participants.iter().map(|one| &one.who)),
            horizon: None,
        }
    }

    fn agreement(agreement: &Agreement) -> Self {
        Self {
            record: Kind::Agreement,
            title: folded(&agreement.title),
            kind: agreement.kind.word().to_owned(),
            circle: circle(agreement.parties.iter().map(|one| &one.party)),
            horizon: agreement.horizon.as_ref().map(Date::label),
        }
    }
}

fn circle<'a>(actors: impl Iterator<Item = &'a Actor>) -> Vec<String> {
    let name = |actor: &Actor| match actor {
        Actor::Country(code) => code.to_string(),
        Actor::Record(id) => id.to_string(),
    };
    let mut circle: Vec<_> = actors.map(name).collect();
    circle.sort();
    circle.dedup();
    circle
}

fn pair(dossier: &Dossier, a: Ref, b: Ref) -> Option<Finding> {
    let date = |record| date(dossier, record);
    let title = dossier.title(a);
    let (Some(x), Some(y)) = (date(a), date(b)) else {
        let undated = date(a).is_none() && date(b).is_none();
        return undated.then(|| duplicate(&title, "the same title, without a date", a, b));
    };
    let apart = matches!(x.compare(y), Order::CertainlyBefore | Order::CertainlyAfter);
    if !apart {
        return Some(duplicate(&title, "the same title and time", a, b));
    }
    let folded = folded(&title);
    let once = folded.split(' ').any(|word| ONCE.contains(&word));
    let one_year = years(x).is_some() && years(x) == years(y);
    (once || one_year && a.kind == Kind::Agreement).then(|| Finding {
        kind: FindingKind::Dates,
        severity: Severity::Major,
        title: format!("{title}: {x} or {y}?"),
        verdict: "one thing with two dates".to_owned(),
        ..duplicate(
            &title,
            &format!("{x} in one record, {y} in the other"),
            a,
            b,
        )
    })
}

fn years(date: &Date) -> Option<(i32, i32)> {
    Some((date.earliest()?.year(), date.latest()?.year()))
}

fn duplicate(title: &str, working: &str, a: Ref, b: Ref) -> Finding {
    Finding {
        kind: FindingKind::Duplicate,
        severity: Severity::Minor,
        title: format!("{title}: recorded twice?"),
        verdict: "perhaps one thing in two records".to_owned(),
        working: vec![working.to_owned()],
        statements: vec![a, b],
        context: Vec::new(),
        sets: vec![vec![a, b]],
        choice: None,
    }
}
