//! Dates that cannot be: of agreements, whose periods pass and whose steps have an order, and of
//! anniversaries, which are counted from a founding date.

use chrono::Datelike;

use super::finding::{Finding, FindingKind, Severity};
use crate::dossier::agreement::AgreementStatus;
use crate::dossier::date::Order;
use crate::dossier::{Agreement, Date, Dossier, Event, Kind, Ref};
use crate::figures::as_of::AsOf;

/// A finding for every agreement whose period has passed or whose dates cannot be, and for every
/// anniversary that contradicts its founding date.
pub(super) fn findings(dossier: &Dossier, known: &AsOf<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for (at, paper) in dossier.agreements.iter().enumerate() {
        let record = Ref::new(Kind::Agreement, at);
        if known.record(record) {
            found.extend(passed(known, record, paper));
            found.extend(orders(dossier, known, record, paper));
        }
    }
    for (at, event) in dossier.events.iter().enumerate() {
        let record = Ref::new(Kind::Event, at);
        if known.record(record) {
            found.extend(anniversary(dossier, known, record, event));
        }
    }
    found
}

/// Its period, or its end, is certainly past while its status says nothing of that.
fn passed(known: &AsOf<'_>, record: Ref, paper: &Agreement) -> Option<Finding> {
    use AgreementStatus as S;
    let over = matches!(paper.status, S::Expired | S::Terminated | S::Superseded);
    let today = known.today().filter(|_| !over)?;
    let ends = [(&paper.horizon, "covers"), (&paper.ends, "ends")];
    let (date, word) = ends.into_iter().find_map(|(date, word)| {
        let date = date.as_ref()?;
        (date.latest()? < today).then_some((date, word))
    })?;
    Some(Finding {
        kind: FindingKind::Horizon,
        severity: Severity::Note,
        title: format!("{}: its period has passed", paper.title),
        verdict: format!("passed as of {today}"),
        working: vec![format!(
            "it {word} {date}; as of {today} that is past, and its status is still “{}”",
            paper.status.word()
        )],
        statements: vec![record],
        context: Vec::new(),
        sets: vec![vec![record]],
        choice: None,
    })
}

/// What happened, when, and which record says so.
type Dated = (&'static str, Date, Ref);

/// Dates of one agreement, of its event and of those that it follows, which certainly stand in an
/// order that cannot be.
fn orders(dossier: &Dossier, known: &AsOf<'_>, record: Ref, paper: &Agreement) -> Vec<Finding> {
    let step = |what, date: &'_ Option<Date>| date.clone().map(|date| (what, date, record));
    let signed = step("signed", &paper.signed);
    let in_force = step("in force", &paper.in_force);
    let ends = step("ends", &paper.ends);
    let event = paper.event.as_ref().and_then(|id| dossier.find(id));
    let event = event.filter(|event| event.kind == Kind::Event && known.record(*event));
    let event = event.and_then(|event| {
        let date = dossier.events[event.at].date.clone()?;
        Some(("its event", date, event))
    });
    let own = [
        (
            signed.clone(),
            in_force.clone(),
            "in force before its signature",
        ),
        (signed.clone(), ends.clone(), "ends before its signature"),
        (in_force, ends, "ends before it is in force"),
        (
            event.clone(),
            signed.clone(),
            "signed before the event of its signature",
        ),
        (signed, event, "signed after the event of its signature"),
    ];
    let after = paper.follows.iter().filter_map(|id| dossier.find(id));
    let after = after.filter(|other| other.kind == Kind::Agreement && known.record(*other));
    let after = after.map(|other| {
        let before = dossier.agreements[other.at].date().cloned();
        let before = before.map(|date| ("what it follows", date, other));
        let this = paper.date().cloned().map(|date| ("itself", date, record));
        (before, this, "older than what it follows")
    });
    own.into_iter()
        .chain(after)
        .filter_map(|(first, then, title)| {
            let (first, then) = (first?, then?);
            let turned = then.1.compare(&first.1) == Order::CertainlyBefore;
            turned.then(|| wrong_order(paper, title, &first, &then))
        })
        .collect()
}

fn wrong_order(paper: &Agreement, title: &str, first: &Dated, then: &Dated) -> Finding {
    let mut statements = vec![first.2, then.2];
    statements.sort();
    statements.dedup();
    Finding {
        kind: FindingKind::AgreementDates,
        severity: Severity::Major,
        title: format!("{}: {title}", paper.title),
        verdict: "dates in an order that cannot be".to_owned(),
        working: vec![format!(
            "{}: {}; {}: {}, which is certainly earlier",
            first.0, first.1, then.0, then.1
        )],
        sets: vec![statements.clone()],
        statements,
        context: Vec::new(),
        choice: None,
    }
}

/// An event that speaks of an Nth anniversary, and that `follows` or is `part_of` an event in
/// another year than N years before: the founding event is found by that link alone.
fn anniversary(dossier: &Dossier, known: &AsOf<'_>, record: Ref, event: &Event) -> Option<Finding> {
    let summary = event.summary.as_deref().unwrap_or("");
    let count = counted(&event.title).or_else(|| counted(summary))?;
    let held = years(event.date.as_ref()?)?;
    let links = event.follows.iter().chain(&event.part_of);
    let founders: Vec<_> = links
        .filter_map(|id| dossier.find(id))
        .filter(|found| found.kind == Kind::Event && known.record(*found))
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
    Some(Finding {
        kind: FindingKind::Anniversary,
        severity: Severity::Major,
        title: format!("{}: {count} years after what?", event.title),
        verdict: "contradicts its founding date".to_owned(),
        working: vec![format!(
            "{} ({date}) + {count} years = {due}; the anniversary is dated {}",
            dossier.title(*first),
            event.date.as_ref()?
        )],
        statements: vec![*first, record],
        context: Vec::new(),
        sets: vec![vec![*first, record]],
        choice: None,
    })
}

/// The first and last year that a date can be in.
fn years(date: &Date) -> Option<(i32, i32)> {
    Some((date.earliest()?.year(), date.latest()?.year()))
}

/// The number in "65th anniversary", "65-year anniversary", "65 years' anniversary".
fn counted(text: &str) -> Option<i32> {
    let words: Vec<_> = text
        .split(|c: char| c.is_whitespace() || c == '-')
        .collect();
    let at = words
        .iter()
        .position(|word| word.to_lowercase().starts_with("anniversar"))?;
    words[at.saturating_sub(2)..at]
        .iter()
        .rev()
        .find_map(|word| {
            let digits = word.trim_end_matches(|c: char| !c.is_ascii_digit());
            let end = &word[digits.len()..];
            let ordinal = ["", "st", "nd", "rd", "th"].contains(&end);
            digits
                .parse()
                .ok()
                .filter(|n| ordinal && (1..1000).contains(n))
        })
}

#[cfg(test)]
mod tests {
    use super::counted;

    #[test]
    fn anniversaries_are_counted_in_figures() {
        for (text, count) in [
            ("65th anniversary year of relations", Some(65)),
            ("the 1st anniversary", Some(1)),
            ("50-year anniversary", Some(50)),
            ("50 years anniversary", Some(50)),
            ("the anniversary of 1960", None),
            ("19th meeting of senior officials", None),
            ("8th forum, on the anniversary", None),
        ] {
            assert_eq!(counted(text), count, "{text}");
        }
    }
}
