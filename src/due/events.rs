//! Events: what was planned for a date, what is to happen soon, and what nobody speaks of any more.

use super::agreements::is_open;
use super::deadline::{Deadline, Stand, passed};
use super::entry::{Class, Due};
use super::heard::{Heard, Last};
use crate::dossier::agreement::AgreementStatus;
use crate::dossier::event::EventStatus as Status;
use crate::dossier::{Event, Kind, Ref};

/// The events that are due.
pub(super) fn due(heard: &Heard<'_>) -> Vec<Due> {
    let events = heard.dossier.events.iter().enumerate();
    let known = events.filter(|(_, event)| heard.knows(&event.evidence));
    known
        .filter_map(|(at, event)| of(heard, Ref::new(Kind::Event, at), event))
        .collect()
}

fn of(heard: &Heard<'_>, record: Ref, event: &Event) -> Option<Due> {
    let open = matches!(
        event.status,
        Status::Planned
            | Status::Expected
            | Status::Proposed
            | Status::UnderDiscussion
            | Status::Ongoing
    );
    if !open || is_followed(heard, record) || is_told_by_an_agreement(heard, record, event) {
        return None;
    }
    let last = heard.last(record);
    let between = heard.dossier.is_bilateral(event);
    let deadline = deadline(event, &last);
    let dated = deadline.and_then(|deadline| dated(heard, record, event, deadline, &last, between));
    let is_ahead = |deadline: Deadline<'_>| {
        deadline.stand(heard.today) == Stand::Ahead && !deadline.date.is_undated()
    };
    dated.or_else(|| {
        let class = heard.silence(&last, deadline.is_some_and(is_ahead))?;
        // What goes on need not be in every newspaper, and what goes on elsewhere is no matter of the two.
        let goes_on = event.status == Status::Ongoing;
        let is_silent = !goes_on || (class == Class::Silent && between == Some(true));
        is_silent.then(|| Heard::silent(class, record, event.status.word(), last, between))
    })
}

/// The date that it is to happen on, or to end on.
fn deadline<'a>(event: &'a Event, last: &Last) -> Option<Deadline<'a>> {
    let date = event.date.as_ref()?;
    match event.status {
        Status::Ongoing => date.is_span().then(|| Deadline::term(date)),
        Status::Planned | Status::Expected => Some(Deadline::point(date)),
        _ => last.is_before(date).then(|| Deadline::point(date)),
    }
}

/// Has something happened that follows it?
fn is_followed(heard: &Heard<'_>, record: Ref) -> bool {
    let mut next = heard.next(record).filter(|next| next.kind == Kind::Event);
    next.any(|next| {
        let status = heard.dossier.events[next.at].status;
        matches!(status, Status::Occurred | Status::Ongoing)
    })
}

/// Is it about an agreement that is signed, or that is listed itself?
fn is_told_by_an_agreement(heard: &Heard<'_>, record: Ref, event: &Event) -> bool {
    let mut agreements = heard.joined(record, Kind::Agreement);
    event.status != Status::Ongoing
        && agreements.any(|agreement| {
            let status = heard.dossier.agreements[agreement.at].status;
            let signed = matches!(status, AgreementStatus::Signed | AgreementStatus::InForce);
            signed || is_open(status)
        })
}

fn dated(
    heard: &Heard<'_>,
    record: Ref,
    event: &Event,
    deadline: Deadline<'_>,
    last: &Last,
    between: Option<bool>,
) -> Option<Due> {
    let today = heard.today;
    let status = event.status.word().replace('-', " ");
    let goes_on = event.status == Status::Ongoing;
    let when = match (goes_on, deadline.date.is_undated()) {
        (true, _) => format!("{status}, {}", deadline.label()),
        (false, true) => format!("{status} {}", deadline.label()),
        (false, false) => format!("{status} for {}", deadline.label()),
    };
    let (class, is_certain, words) = match deadline.stand(today) {
        Stand::Passed { is_certain } => {
            let words = format!("{when}, which {}; {}", passed(is_certain), last.since());
            (Class::Overdue, is_certain, words)
        }
        Stand::Near { is_certain } => {
            let verb = if goes_on { " ends" } else { "" };
            let (ahead, newest) = (deadline.ahead(today), last.newest());
            let words = format!("{when},{verb} {ahead}; {newest}");
            (Class::Soon, is_certain, words)
        }
        Stand::Ahead => return None,
    };
    Some(Due {
        class,
        record,
        date: Some(deadline.date.clone()),
        days: deadline.days(today),
        last: last.date.clone(),
        is_certain,
        between,
        words,
        goes_on,
    })
}
