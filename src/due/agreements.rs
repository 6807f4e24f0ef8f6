//! Agreements: terms that end, signatures that are planned, talks that nobody speaks of any more.

use super::deadline::{Deadline, Stand, passed};
use super::entry::{Class, Due};
use super::heard::{Heard, Last};
use crate::dossier::agreement::AgreementStatus as Status;
use crate::dossier::{Agreement, Date, Kind, Ref};

/// The agreements that are due.
pub(super) fn due(heard: &Heard<'_>) -> Vec<Due> {
    let agreements = heard.dossier.agreements.iter().enumerate();
    let known = agreements.filter(|(_, agreement)| heard.knows(&agreement.evidence));
    known
        .filter_map(|(at, agreement)| of(heard, Ref::new(Kind::Agreement, at), agreement))
        .collect()
}

/// Is it still to be signed?
pub(super) fn is_open(status: Status) -> bool {
    matches!(
        status,
        Status::Planned | Status::UnderDiscussion | Status::Proposed
    )
}

fn of(heard: &Heard<'_>, record: Ref, agreement: &Agreement) -> Option<Due> {
    use Status as S;
    let over = matches!(
        agreement.status,
        S::Expired | S::Terminated | S::Superseded | S::Speculative
    );
    if over || is_left(heard, agreement) || is_followed(heard, record) {
        return None;
    }
    let last = heard.last(record);
    let between = heard.dossier.is_bilateral_agreement(agreement);
    let matter = Matter {
        heard,
        record,
        agreement,
        between,
    };
    if !is_open(agreement.status) {
        return matter.dated(matter.steps(&last), &last);
    }
    let dated = matter.dated(matter.plans(&last), &last);
    let has_date = matter.plans(&last).iter().any(|(_, deadline)| {
        deadline.stand(heard.today) == Stand::Ahead && deadline.date.earliest().is_some()
    });
    dated.or_else(|| {
        let class = heard.silence(&last, has_date)?;
        Some(Heard::silent(
            class,
            record,
            agreement.status.word(),
            last,
            between,
        ))
    })
}

/// Has a side of it withdrawn?
fn is_left(heard: &Heard<'_>, agreement: &Agreement) -> bool {
    let left = |date: &Date| date.earliest().is_none_or(|day| day <= heard.today);
    let mut parties = agreement.parties.iter();
    let is_side = |party: &crate::dossier::agreement::Party| {
        party.side.is_some() || heard.dossier.is_side(&party.party)
    };
    parties.any(|party| is_side(party) && party.withdrew.as_ref().is_some_and(left))
}

/// Does an agreement that exists follow it?
fn is_followed(heard: &Heard<'_>, record: Ref) -> bool {
    let status = |next: Ref| heard.dossier.agreements[next.at].status;
    let exists = |status: Status| !is_open(status) && status != Status::Speculative;
    let mut next = heard
        .next(record)
        .filter(|next| next.kind == Kind::Agreement);
    next.any(|next| exists(status(next)))
}

/// An agreement that may be due.
struct Matter<'a> {
    heard: &'a Heard<'a>,
    record: Ref,
    agreement: &'a Agreement,
    between: Option<bool>,
}

/// What falls due, in words to stand before the date.
type Step<'a> = (&'static str, Deadline<'a>);

/// What falls due on a date, where there is one.
fn step<'a>(
    words: &'static str,
    date: Option<&'a Date>,
    deadline: fn(&'a Date) -> Deadline<'a>,
) -> Option<Step<'a>> {
    date.map(|date| (words, deadline(date)))
}

impl<'a> Matter<'a> {
    /// What falls due of one that was signed.
    fn steps(&self, last: &Last) -> Vec<Step<'a>> {
        let agreement = self.agreement;
        let is_ahead = |date: &&Date| agreement.status != Status::InForce && last.is_before(date);
        let ahead = agreement.entry_into_force().filter(is_ahead);
        let enters = step("enters into force", ahead, Deadline::point);
        let ends = step("ends", agreement.ends.as_ref(), Deadline::point);
        let covers = step("covers", agreement.horizon.as_ref(), Deadline::term);
        enters.into_iter().chain(ends.or(covers)).collect()
    }

    /// What falls due of one that is to be signed.
    fn plans(&self, last: &Last) -> Vec<Step<'a>> {
        let agreement = self.agreement;
        let is_ahead = |date: &&Date| agreement.status == Status::Planned || last.is_before(date);
        let signed = agreement.signed.as_ref().filter(is_ahead);
        let signature = step("signature planned for", signed, Deadline::point);
        let ends = step("not signed; ends", agreement.ends.as_ref(), Deadline::point);
        let covers = step(
            "not signed; covers",
            agreement.horizon.as_ref(),
            Deadline::term,
        );
        signature.into_iter().chain(ends).chain(covers).collect()
    }

    /// The first of the steps that has passed or is near.
    fn dated(&self, steps: Vec<Step<'a>>, last: &Last) -> Option<Due> {
        steps.into_iter().find_map(|(what, deadline)| {
            let today = self.heard.today;
            let label = deadline.label();
            let (class, is_certain, words) = match deadline.stand(today) {
                Stand::Passed { is_certain } => {
                    let passed = passed(is_certain);
                    let since = last.since();
                    let words = format!("{what} {label}, which {passed}; {since}");
                    (Class::Overdue, is_certain, words)
                }
                Stand::Near { is_certain } => {
                    let verb = if what.ends_with("covers") {
                        " ends"
                    } else {
                        ""
                    };
                    let (ahead, newest) = (deadline.ahead(today), last.newest());
                    let words = format!("{what} {label},{verb} {ahead}; {newest}");
                    (Class::Soon, is_certain, words)
                }
                Stand::Ahead => return None,
            };
            Some(Due {
                class,
                record: self.record,
                date: Some(deadline.date.clone()),
                days: deadline.days(today),
                last: last.date.clone(),
                is_certain,
                between: self.between,
                words: words + &self.successor(),
                goes_on: false,
            })
        })
    }

    /// That one that follows it is not signed yet.
    fn successor(&self) -> String {
        let next = self.heard.next(self.record);
        let agreements = next.filter(|next| next.kind == Kind::Agreement);
        let open = agreements
            .map(|next| self.heard.dossier.agreements[next.at].status)
            .find(|status| is_open(*status));
        open.map_or_else(String::new, |status| {
            format!("; a successor is {}", status.word().replace('-', " "))
        })
    }
}
