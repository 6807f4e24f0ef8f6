//! Dates of agreements that cannot be: periods pass, steps have an order, and nothing is signed that is
//! still under discussion.

use super::dates::{Printed, order};
use super::finding::{Finding, FindingKind, Severity};
use crate::dossier::agreement::AgreementStatus;
use crate::dossier::agreement::Party;
use crate::dossier::date::Order;
use crate::dossier::{Agreement, Date, Dossier, Evidence, Kind, Ref};
use crate::figures::as_of::AsOf;

/// A finding for every agreement whose period has passed, whose dates cannot be, or whose status
/// contradicts them.
pub(super) fn findings(dossier: &Dossier, known: &AsOf<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for (at, instrument) in dossier.agreements.iter().enumerate() {
        let record = Ref::new(Kind::Agreement, at);
        if known.record(record) {
            found.extend(passed(known, record, instrument));
            found.extend(orders(dossier, known, record, instrument));
            found.extend(contradicted(dossier, record, instrument));
            found.extend(unfit(dossier, record, instrument));
        }
    }
    found
}

/// Its period, or its end, is certainly past while its status says nothing of that.
fn passed(known: &AsOf<'_>, record: Ref, instrument: &Agreement) -> Option<Finding> {
    use AgreementStatus as S;
    let over = matches!(
        instrument.status,
        S::Expired | S::Terminated | S::Superseded
    );
    let today = known.today().filter(|_| !over)?;
    let ends = [(&instrument.horizon, "covers"), (&instrument.ends, "ends")];
    let (date, word) = ends.into_iter().find_map(|(date, word)| {
        let date = date.as_ref()?;
        (date.latest()? < today).then_some((date, word))
    })?;
    Some(Finding {
        kind: FindingKind::Horizon,
        severity: Severity::Note,
        title: format!("{}: its period has passed", instrument.title),
        verdict: format!("passed as of {today}"),
        working: vec![format!(
            "it {word} {date}; as of {today} that is past, and its status is still “{}”",
            instrument.status.word()
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
fn orders(
    dossier: &Dossier,
    known: &AsOf<'_>,
    record: Ref,
    instrument: &Agreement,
) -> Vec<Finding> {
    let step = |what, date: &'_ Option<Date>| date.clone().map(|date| (what, date, record));
    let signed = step("signed", &instrument.signed);
    let in_force = step("in force", &instrument.in_force);
    let ends = step("ends", &instrument.ends);
    let event = instrument
        .event
        .as_ref()
        .and_then(|id| dossier.find(id))
        .filter(|event| event.kind == Kind::Event && known.record(*event))
        .and_then(|event| {
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
    let after = instrument
        .follows
        .iter()
        .filter_map(|id| dossier.find(id))
        .filter(|other| other.kind == Kind::Agreement && known.record(*other))
        .map(|other| {
            let before = dossier.agreements[other.at]
                .date()
                .cloned()
                .map(|date| ("what it follows", date, other));
            let this = instrument
                .date()
                .cloned()
                .map(|date| ("itself", date, record));
            (before, this, "older than what it follows")
        });
    own.into_iter()
        .chain(
            instrument
                .parties
                .iter()
                .flat_map(|party| steps(record, party)),
        )
        .chain(after)
        .filter_map(|(first, then, title)| {
            let (first, then) = (first?, then?);
            let turned = order(&then.1, &first.1) == Order::CertainlyBefore;
            turned.then(|| wrong_order(instrument, title, &first, &then))
        })
        .collect()
}

/// Two steps of which the first must not be later, and what it is if it is.
type Steps = (Option<Dated>, Option<Dated>, &'static str);

/// The steps of one party: it signs, is bound, and withdraws.
fn steps(record: Ref, party: &Party) -> [Steps; 3] {
    let step = |what, date: &Option<Date>| date.clone().map(|date| (what, date, record));
    let signed = step("signed", &party.signed);
    let in_force = step("in force", &party.in_force);
    let withdrew = step("withdrew", &party.withdrew);
    [
        (
            signed.clone(),
            in_force.clone(),
            "in force for a party before it signed",
        ),
        (
            signed,
            withdrew.clone(),
            "a party withdrew before it signed",
        ),
        (
            in_force,
            withdrew,
            "a party withdrew before it was in force",
        ),
    ]
}

/// A status that the day of its entry into force or of its end contradicts, by the time when its
/// sources appeared.
fn unfit(dossier: &Dossier, record: Ref, instrument: &Agreement) -> Vec<Finding> {
    use AgreementStatus as S;
    let printed = Printed::new(dossier);
    let sources = || instrument.evidence.iter().map(|evidence| &evidence.source);
    let ahead = |date: &&Date| !instrument.evidence.is_empty() && printed.precede(date, sources());
    let passed = |date: &&Date| {
        let days = date.latest().zip(printed.last(sources()));
        !instrument.evidence.is_empty() && days.is_some_and(|(ends, printed)| ends < printed)
    };
    let (status, in_force) = (instrument.status, instrument.in_force.as_ref());
    let begun = in_force.filter(|_| status.is_ahead()).filter(passed);
    let to_come = in_force
        .filter(|_| matches!(status, S::InForce | S::Expired))
        .filter(ahead);
    let ends = instrument.ends.as_ref();
    let lasting = ends.filter(|_| status == S::Expired).filter(ahead);
    let word = status.word().replace('-', " ");
    let of = |title, dated: &str, date: &Date| {
        impossible(
            record,
            instrument,
            title,
            format!("{dated} {date}; status: {word}"),
        )
    };
    [
        begun.map(|date| {
            of(
                "in force, but its status contradicts that",
                "in force",
                date,
            )
        }),
        to_come.map(|date| {
            of(
                "not yet in force when its source appeared",
                "in force",
                date,
            )
        }),
        lasting.map(|date| {
            of(
                "expired, but it ends after its source appeared",
                "ends",
                date,
            )
        }),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// An agreement with a date that cannot be.
fn impossible(record: Ref, instrument: &Agreement, title: &str, working: String) -> Finding {
    Finding {
        kind: FindingKind::AgreementDates,
        severity: Severity::Major,
        title: format!("{}: {title}", instrument.title),
        verdict: "dates that cannot be".to_owned(),
        working: vec![working],
        statements: vec![record],
        context: Vec::new(),
        sets: vec![vec![record]],
        choice: None,
    }
}

/// A status that its dates contradict, a period that ended before the signature, and a signature after
/// every source of it.
fn contradicted(dossier: &Dossier, record: Ref, instrument: &Agreement) -> Vec<Finding> {
    use AgreementStatus as S;
    let Some(signed) = &instrument.signed else {
        return Vec::new();
    };
    let is_open = instrument.status.is_ahead();
    let horizon = instrument.horizon.as_ref();
    let over = horizon.filter(|period| order(period, signed) == Order::CertainlyBefore);
    let printed = Printed::new(dossier);
    let sources = instrument
        .evidence
        .iter()
        .map(|evidence: &Evidence| &evidence.source);
    let early = !instrument.evidence.is_empty() && printed.precede(signed, sources);
    // A planned instrument may have the day on which it is to be signed.
    let is_to_come = early && instrument.status == S::Planned;
    let reasons = [
        (is_open && !is_to_come).then(|| {
            let status = instrument.status.word().replace('-', " ");
            (
                "signed, but its status contradicts that",
                format!("signed {signed}; status: {status}"),
            )
        }),
        over.map(|period| {
            let working = format!("signed {signed}; covers {period}, which is certainly earlier");
            ("its period ended before it was signed", working)
        }),
        (early && !is_open).then(|| {
            let working = format!(
                "signed {signed}, after the last day on which its sources can have been published"
            );
            ("signed after its source appeared", working)
        }),
    ]
    .into_iter()
    .flatten();
    reasons
        .map(|(title, working)| impossible(record, instrument, title, working))
        .collect()
}

fn wrong_order(instrument: &Agreement, title: &str, first: &Dated, then: &Dated) -> Finding {
    let mut statements = vec![first.2, then.2];
    statements.sort();
    statements.dedup();
    Finding {
        kind: FindingKind::AgreementDates,
        severity: Severity::Major,
        title: format!("{}: {title}", instrument.title),
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
