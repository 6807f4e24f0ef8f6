//! The signing of agreements on a day that the text gives, as one event a day.

use std::ops::Range;

use super::context::Context;
use super::proposal::Found;
use crate::dossier::agreement::AgreementStatus;
use crate::dossier::event::{EventStatus, Participant};
use crate::dossier::{Actor, Agreement, Date, Event, Evidence, Kind, Text};
use crate::extract::{AgreementMention, Basis, Confidence};

const SIGNED: Basis = Basis::new(
    "signing",
    Confidence::Likely,
    "an agreement was signed on a day that the text gives",
);

/// Between the verb and its instrument, in bytes.
const NEAR: usize = 120;

/// The signings of a text, by day.
#[derive(Default)]
pub(super) struct Signings(Vec<(Event, Confidence)>);

impl Signings {
    /// Adds the signing of a new agreement, if the text tells its day and that it was signed.
    pub(super) fn add(
        &mut self,
        context: &Context<'_>,
        mention: &AgreementMention,
        (agreement, confidence): (&Agreement, Confidence),
    ) {
        let date = agreement.signed.as_ref().filter(|date| is_day(date));
        let (Some(date), Some(verb)) = (date, mention.verb.as_ref()) else {
            return;
        };
        if agreement.status != AgreementStatus::Signed || !is_signature(context.words(verb)) {
            return;
        }
        let known = self
            .0
            .iter_mut()
            .find(|(one, _)| one.date.as_ref() == Some(date));
        if let Some((event, least)) = known {
            event.agreements.push(agreement.id.clone());
            event.title = Text::new(&format!("Signing of {} agreements", event.agreements.len()));
            *least = confidence.min(*least);
            return;
        }
        let Some(anchor) = anchor(context, &mention.range, verb) else {
            return;
        };
        let title = format!("Signing: {}", agreement.title);
        let participants = agreement.parties.iter().map(|party| Participant {
            who: party
                .side
                .map_or_else(|| party.party.clone(), Actor::Country),
            role: None,
        });
        let mut event = Event {
            date: Some(date.clone()),
            participants: participants.collect(),
            agreements: vec![agreement.id.clone()],
            evidence: vec![anchor],
            ..Event::new(
                context.fresh(&title, Kind::Event),
                Text::new(&title),
                Text::new("signing"),
                EventStatus::Occurred,
            )
        };
        event.participants.dedup_by(|a, b| a.who == b.who);
        self.0.push((event, confidence));
    }

    pub(super) fn found(self) -> serde_json::Result<Vec<Found>> {
        let all = self.0.into_iter();
        all.map(|(event, confidence)| {
            let anchor = event.evidence[0].clone();
            Found::new(Kind::Event, &event, anchor, SIGNED.at_most(confidence))
        })
        .collect()
    }
}

/// Is it a day, or two that a report leaves open?
fn is_day(date: &Date) -> bool {
    let days = date.earliest().zip(date.latest());
    days.is_some_and(|(first, last)| (last - first).num_days() <= 1)
}

fn is_signature(verb: &str) -> bool {
    let verbs = [
        "signed",
        "inked",
        "signing",
        "sign",
        "signé",
        "подписали",
        "подписан",
    ];
    verbs.contains(&verb.to_lowercase().as_str())
}

/// The instrument with its verb, where both are close.
fn anchor(context: &Context<'_>, named: &Range<usize>, verb: &Range<usize>) -> Option<Evidence> {
    let both = named.start.min(verb.start)..named.end.max(verb.end);
    let same = context.paragraph(both.start)?.range.end >= both.end;
    let near = both.len() <= named.len() + verb.len() + NEAR;
    context.anchor(if same && near { &both } else { named })
}
