//! Dates of events and quotes that cannot be: parts outside of the whole, what follows before what it
//! follows, words that were said after they were printed.

use chrono::{Datelike, NaiveDate};
use foldhash::{HashMap, HashMapExt, HashSet};

use super::finding::{Finding, FindingKind, Severity};
use crate::dossier::date::Order;
use crate::dossier::event::EventStatus;
use crate::dossier::quotes::Facet;
use crate::dossier::{Date, Dossier, Event, Id, Kind, Ref};
use crate::figures::as_of::AsOf;

/// Is a date before another for certain? Of one that is in doubt (`?`) or an estimate (`~`) nobody says
/// by how much, so that it never is.
pub(super) fn order(date: &Date, other: &Date) -> Order {
    let is_doubtful = |date: &Date| date.is_uncertain() || date.is_approximate();
    if is_doubtful(date) || is_doubtful(other) {
        Order::Possible
    } else {
        date.compare(other)
    }
}

/// A finding for every event and every quote whose date cannot be.
pub(super) fn findings(dossier: &Dossier, known: &AsOf<'_>) -> Vec<Finding> {
    let printed = Printed::new(dossier);
    let mut found = Vec::new();
    for (at, event) in dossier.events.iter().enumerate() {
        let record = Ref::new(Kind::Event, at);
        if known.record(record) {
            found.extend(of_event(dossier, known, record, event));
            found.extend(ahead(dossier, &printed, record, event));
        }
    }
    found.extend(quotes(dossier, known, &printed));
    found
}

/// When sources were published at the latest.
pub(super) struct Printed<'a>(HashMap<&'a Id, NaiveDate>);

impl<'a> Printed<'a> {
    pub(super) fn new(dossier: &'a Dossier) -> Self {
        let sources = dossier.sources.iter();
        let dated = sources.filter_map(|s| Some((&s.id, s.issued.as_ref()?.latest()?)));
        Self(dated.collect())
    }

    /// The last day on which any of these sources can have been published; none where one has no date.
    pub(super) fn last<'b>(&self, sources: impl Iterator<Item = &'b Id>) -> Option<NaiveDate> {
        let days: Option<Vec<_>> = sources.map(|id| self.0.get(id).copied()).collect();
        days?.into_iter().max()
    }

    /// Does a time begin after all of these sources were published?
    pub(super) fn precede<'b>(&self, date: &Date, sources: impl Iterator<Item = &'b Id>) -> bool {
        let day = date.earliest().zip(self.last(sources));
        day.is_some_and(|(begins, printed)| begins > printed)
    }
}

/// An event that is said to have occurred, at a time after its sources.
fn ahead(dossier: &Dossier, printed: &Printed<'_>, record: Ref, event: &Event) -> Option<Finding> {
    let date = event.date.as_ref()?;
    let sources = event.evidence.iter().map(|evidence| &evidence.source);
    let is_ahead = event.status == EventStatus::Occurred && printed.precede(date, sources);
    is_ahead.then(|| {
        finding(
            format!(
                "{}: occurred after its source appeared",
                dossier.title(record)
            ),
            format!(
                "{date} begins after the last day on which its sources can have been published"
            ),
            vec![record],
        )
    })
}

fn finding(title: String, working: String, statements: Vec<Ref>) -> Finding {
    Finding {
        kind: FindingKind::Dates,
        severity: Severity::Major,
        title,
        verdict: "dates that cannot be".to_owned(),
        working: vec![working],
        sets: vec![statements.clone()],
        statements,
        context: Vec::new(),
        choice: None,
    }
}

/// Parts outside of the whole, and what follows before what it follows.
fn of_event(dossier: &Dossier, known: &AsOf<'_>, record: Ref, event: &Event) -> Vec<Finding> {
    let Some(date) = &event.date else {
        return Vec::new();
    };
    let found = |ids: Vec<&Id>| -> Vec<_> {
        let records = ids.into_iter().filter_map(|id| dossier.find(id));
        let events = records.filter(|r| r.kind == Kind::Event && known.record(*r));
        let dated = events.filter_map(|r| Some((r, dossier.events[r.at].date.as_ref()?)));
        dated.collect()
    };
    let outside = |whole: &Date| {
        matches!(
            order(date, whole),
            Order::CertainlyBefore | Order::CertainlyAfter
        )
    };
    let wholes = found(event.part_of.iter().collect())
        .into_iter()
        .filter(|(_, whole)| outside(whole))
        .map(|other| (other, "outside of what it is part of"));
    let before = found(event.follows.iter().collect())
        .into_iter()
        .filter(|(_, first)| order(date, first) == Order::CertainlyBefore)
        .map(|other| (other, "before what it follows"));
    wholes
        .chain(before)
        .map(|((other, when), reason)| {
            finding(
                format!("{}: {reason}", dossier.title(record)),
                format!("{date}; {}: {when}", dossier.title(other)),
                vec![other, record],
            )
        })
        .collect()
}

/// What is wrong with the time of a quote, and of all of that date and event with the same sources.
struct Mistimed {
    reason: &'static str,
    /// When the quotes were said.
    said: String,
    working: String,
    /// The event that it contradicts.
    event: Option<Ref>,
}

/// The quotes that stored disputes are between: each is an entry of its own, which its dispute joins.
pub(super) fn disputed_quotes(dossier: &Dossier) -> HashSet<usize> {
    let between = dossier.disputes.iter().flat_map(|one| &one.between);
    let records = between.filter_map(|actor| dossier.find(actor.id()?));
    let quotes = records.filter(|record| record.kind == Kind::Quote);
    quotes.map(|record| record.at).collect()
}

/// Quotes that were said after they were printed, or in another year than the event that they were said
/// at; those of one occasion together.
fn quotes(dossier: &Dossier, known: &AsOf<'_>, printed: &Printed<'_>) -> Vec<Finding> {
    let alike = [Facet::Said, Facet::Event, Facet::Sources];
    let mut occasions: HashMap<_, Option<usize>> = HashMap::new();
    let mut mistimed: Vec<(Vec<Mistimed>, Vec<usize>)> = Vec::new();
    let disputed = disputed_quotes(dossier);
    for (at, values) in dossier.quotes.numbered(alike).enumerate() {
        let own = disputed.contains(&at).then_some(at);
        let occasion = *occasions.entry((values, own)).or_insert_with(|| {
            let all = of_quote(dossier, known, printed, at);
            (!all.is_empty()).then(|| {
                mistimed.push((all, Vec::new()));
                mistimed.len() - 1
            })
        });
        if let Some(occasion) = occasion {
            mistimed[occasion].1.push(at);
        }
    }
    let of_all = |(all, quotes): (Vec<Mistimed>, Vec<usize>)| {
        all.into_iter()
            .map(move |one| of_quotes(dossier, one, &quotes))
    };
    mistimed.into_iter().flat_map(of_all).collect()
}

/// A finding on quotes of one date.
fn of_quotes(dossier: &Dossier, one: Mistimed, quotes: &[usize]) -> Finding {
    let records = quotes.iter().map(|at| Ref::new(Kind::Quote, *at));
    let what = match quotes {
        [one] => dossier.title(Ref::new(Kind::Quote, *one)),
        all => format!("{} quotes of {}", all.len(), one.said),
    };
    Finding {
        sets: records
            .clone()
            .map(|record| one.event.into_iter().chain([record]).collect())
            .collect(),
        ..finding(
            format!("{what}: {}", one.reason),
            one.working,
            one.event.into_iter().chain(records).collect(),
        )
    }
}

/// What does not fit of one quote.
fn of_quote(
    dossier: &Dossier,
    known: &AsOf<'_>,
    printed: &Printed<'_>,
    at: usize,
) -> Vec<Mistimed> {
    let facets = dossier.quotes.facets(at);
    let Some(said) = facets.said.filter(|_| known.sources(facets.sources)) else {
        return Vec::new();
    };
    let is_ahead = !facets.sources.is_empty() && printed.precede(said, facets.sources.iter());
    let ahead = is_ahead.then(|| Mistimed {
        reason: "said after the source appeared",
        said: said.label(),
        working: format!(
            "said {said}, after the last day on which its sources can have been published"
        ),
        event: None,
    });
    let elsewhere = at_another_time(dossier, said, facets.event);
    ahead.into_iter().chain(elsewhere).collect()
}

/// Said in another year than that of its event, or at one that was cancelled.
fn at_another_time(dossier: &Dossier, said: &Date, event: Option<&Id>) -> Option<Mistimed> {
    let event = dossier
        .find(event?)
        .filter(|event| event.kind == Kind::Event)?;
    if dossier.events[event.at].status == EventStatus::Cancelled {
        return Some(Mistimed {
            reason: "said at a cancelled event",
            said: said.label(),
            working: format!("said {said}; {}: cancelled", dossier.title(event)),
            event: Some(event),
        });
    }
    let held = dossier.events[event.at].date.as_ref()?;
    let year = |day: Option<NaiveDate>| day.map(|day| day.year());
    let (a, b) = (year(said.earliest())?, year(said.latest())?);
    let (x, y) = (year(held.earliest())?, year(held.latest())?);
    (b < x || y < a).then(|| Mistimed {
        reason: "not said in the year of the event",
        said: said.label(),
        working: format!("said {said}; {}: {held}", dossier.title(event)),
        event: Some(event),
    })
}
