//! Events and agreements that are recorded twice, with one date or with two.

use std::collections::BTreeMap;

use chrono::Datelike;

use super::anniversaries::number;
use super::dates::order;
use super::finding::{Finding, FindingKind, Severity};
use crate::dossier::agreement::AgreementKind;
use crate::dossier::date::Order;
use crate::dossier::event::EventStatus;
use crate::dossier::{Actor, Agreement, Date, Dossier, Event, Id, Kind, Ref};
use crate::figures::as_of::AsOf;
use crate::figures::key::{folded, holds};

/// Words in the title of what happens only once.
const ONCE: [&str; 5] = [
    "opened",
    "established",
    "establishment",
    "founded",
    "founding",
];

/// Bytes of the longest article before a number that begins a title.
const ARTICLE: usize = "the ".len();

/// Months between two dates of one signature at most; more make a renewal likelier.
const MONTHS: u32 = 12;

/// Records of one title that are held against each other; more are a row of meetings.
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
    if elsewhere(dossier, a, b) {
        return None;
    }
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
    let one_year = years(x).is_some() && years(x) == years(y);
    let once = order(x, y) != Order::Possible
        && (is_once(&title)
            || one_year && a.kind == Kind::Agreement
            || is_one_signature(dossier, [a, b], [x, y]));
    once.then(|| Finding {
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

/// Are both held at places that differ, as embassies in two capitals are opened? Nobody meets at two
/// places on one day.
fn elsewhere(dossier: &Dossier, a: Ref, b: Ref) -> bool {
    if a.kind != Kind::Event {
        return false;
    }
    let [a, b] = [a, b].map(|record| &dossier.events[record.at]);
    let day = |event: &Event| {
        let date = event.date.as_ref()?;
        date.earliest().filter(|day| date.latest() == Some(*day))
    };
    let place = |event: &Event| event.place.as_deref().map(folded);
    let one_day = day(a).is_some() && day(a) == day(b);
    let both = place(a).zip(place(b)).filter(|_| !one_day);
    both.is_some_and(|(x, y)| !holds(&x, &y) && !holds(&y, &x))
}

/// Does a title name what happens only once: a founding, or a meeting with its number?
fn is_once(title: &str) -> bool {
    let folded = folded(title);
    folded.split(' ').any(|word| ONCE.contains(&word))
        || number(title).is_some_and(|(range, _)| range.start <= ARTICLE)
}

/// Is it one instrument, whose signature two sources date to days less than [`MONTHS`] apart? One
/// source that has both tells them apart, and so does a record that follows the other.
fn is_one_signature(dossier: &Dossier, records: [Ref; 2], dates: [&Date; 2]) -> bool {
    let [a, b] = records;
    let is_named = match a.kind {
        Kind::Agreement => matches!(
            dossier.agreements[a.at].kind,
            AgreementKind::Agreement | AgreementKind::Treaty
        ),
        _ => names_instrument(&dossier.events[a.at]),
    };
    let follows = |one: Ref, other: Ref| {
        let earlier: &[Id] = match one.kind {
            Kind::Agreement => &dossier.agreements[one.at].follows,
            _ => &dossier.events[one.at].follows,
        };
        earlier.iter().any(|id| dossier.find(id) == Some(other))
    };
    let evidence = records.map(|record| dossier.evidence(record));
    let shared = evidence[0]
        .iter()
        .any(|one| evidence[1].iter().any(|other| other.source == one.source));
    let month =
        |date: &Date| Some(date.earliest()?.year() * 12 + date.earliest()?.month0().cast_signed());
    let near = month(dates[0])
        .zip(month(dates[1]))
        .is_some_and(|(x, y)| x.abs_diff(y) <= MONTHS);
    is_named && near && !shared && !follows(a, b) && !follows(b, a)
}

/// Is it the signature of an instrument that its title names: "Signing of the air services agreement"?
fn names_instrument(event: &Event) -> bool {
    const INSTRUMENTS: [&str; 6] = [
        "agreement",
        "treaty",
        "convention",
        "protocol",
        "memorandum",
        "pact",
    ];
    let title = folded(&event.title);
    let is_named = |word: &str| INSTRUMENTS.contains(&word);
    let of_what = |word: &&str| word.len() > 3 && !is_named(word) && !word.starts_with("sign");
    let mut words = title.split(' ');
    folded(&event.kind).starts_with("sign")
        && words.clone().any(is_named)
        && words.any(|word| of_what(&word))
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
