//! Anniversaries that contradict their founding date, and meetings that are counted out of order.

mod count;
mod founding;
mod matter;
mod quoted;

use std::collections::BTreeMap;

use super::dates::order;
use super::finding::{Finding, FindingKind, Severity};
use crate::dossier::date::Order;
use crate::dossier::event::EventStatus;
use crate::dossier::{Date, Dossier, Event, Kind, Ref};
use crate::figures::as_of::AsOf;
use crate::figures::key::folded;
use count::counted;
pub(super) use count::number;
use founding::{Founders, due, years};

/// A finding for every anniversary, of an event or in a quote, and for every two meetings of one count.
pub(super) fn findings(dossier: &Dossier, known: &AsOf<'_>) -> Vec<Finding> {
    let events: Vec<_> = dossier
        .events
        .iter()
        .enumerate()
        .map(|(at, event)| (Ref::new(Kind::Event, at), event))
        .filter(|(record, _)| known.record(*record))
        .collect();
    let founders = Founders::new(dossier, known);
    let mut found: Vec<_> = events
        .iter()
        .filter_map(|(record, event)| anniversary((dossier, &founders), known, *record, event))
        .collect();
    let quoted = quoted::contradicted(dossier, &founders, known).into_iter();
    found.extend(quoted.map(|one| {
        let title = format!(
            "{}: {} years after what?",
            dossier.title(one.quote),
            one.count
        );
        finding(
            title,
            CONTRADICTS,
            one.working,
            vec![one.founder, one.quote],
        )
    }));
    found.extend(out_of_order(dossier, &events));
    found
}

/// Said of an anniversary in another year.
const CONTRADICTS: &str = "contradicts its founding date";

/// An event that speaks of an Nth anniversary, held in another year than N years after the founding
/// event: one that it `follows` or is `part_of`, else the only one about the same matter.
fn anniversary(
    (dossier, founding): (&Dossier, &Founders),
    known: &AsOf<'_>,
    record: Ref,
    event: &Event,
) -> Option<Finding> {
    let summary = event.summary.as_deref().unwrap_or("");
    let count = counted(&event.title).or_else(|| counted(summary))?;
    let held = years(event.date.as_ref()?)?;
    let links = event.follows.iter().chain(&event.part_of);
    let linked: Vec<_> = links
        .filter_map(|id| dossier.find(id))
        .filter(|found| found.kind == Kind::Event && known.record(*found))
        .collect();
    let events = if linked.is_empty() {
        let only = founding.only(&event.title, Some(record));
        only.into_iter().collect()
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
    let working = format!(
        "{} ({date}) + {count} years = {}; the anniversary is dated {}",
        dossier.title(*first),
        due(*founded, count),
        event.date.as_ref()?
    );
    Some(finding(
        format!("{}: {count} years after what?", event.title),
        CONTRADICTS,
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
