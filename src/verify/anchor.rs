//! The anchors of a dossier: every piece of evidence, whose it is, and the words it stands for.

use super::{Piece, digits, quoted};
use crate::dossier::evidence::Support;
use crate::dossier::spelled::is_spelled;
use crate::dossier::{Dossier, Evidence, Kind, Number, Observation, Quote, Ref};

/// A piece of evidence and what must stand in its source.
#[derive(Clone, Debug)]
pub struct Anchor {
    /// The record that rests on it.
    pub record: Ref,
    /// The part of that record, such as a title of a person.
    pub part: Option<String>,
    /// Source and paragraph.
    pub evidence: Evidence,
    /// Its words; for speech the words of the speaker. Lines are paragraphs that follow each
    /// other. Empty where there are none.
    pub words: String,
    /// The printed digits of a figure, when they stand in none of its anchors.
    pub lost_digits: Option<String>,
    /// On the first anchor of a quote: what differs between its text and its passages.
    pub misquoted: Option<Vec<Piece>>,
}

/// Every anchor, by kind of record and in the order of the files.
pub fn anchors(dossier: &Dossier) -> impl Iterator<Item = Anchor> {
    Kind::ALL
        .into_iter()
        .flat_map(move |kind| dossier.all(kind))
        .flat_map(|record| of(dossier, record))
}

/// Those of one record.
fn of(dossier: &Dossier, record: Ref) -> Vec<Anchor> {
    let own = dossier.evidence(record);
    let mut all: Vec<_> = own.iter().map(|e| plain(record, None, e)).collect();
    match record.kind {
        Kind::Quote => speech(&dossier.quotes.get(record.at), &mut all),
        Kind::Observation => figure(dossier.observation(record.at).1, &mut all),
        Kind::Series => {
            for item in &dossier.series[record.at].items {
                let part = |e| plain(record, Some(item.name.to_string()), e);
                all.extend(item.evidence.iter().map(part));
            }
        }
        Kind::Person => {
            for role in &dossier.people[record.at].roles {
                let part = |e| plain(record, Some(role.title.to_string()), e);
                all.extend(role.evidence.iter().map(part));
            }
        }
        Kind::Organisation => {
            for member in &dossier.organisations[record.at].members {
                let name = dossier.actor(&member.member);
                let part = |e| plain(record, Some(name.clone()), e);
                all.extend(member.evidence.iter().map(part));
            }
        }
        _ => {}
    }
    all
}

fn plain(record: Ref, part: Option<String>, evidence: &Evidence) -> Anchor {
    Anchor {
        record,
        part,
        evidence: evidence.clone(),
        words: evidence.words().into_owned(),
        lost_digits: None,
        misquoted: None,
    }
}

/// The words of speech are its anchor: all of them wherever it is cited, but a paragraph each
/// where it has as many paragraphs as places in one source.
fn speech(quote: &Quote, anchors: &mut [Anchor]) {
    let lines: Vec<_> = quote
        .text
        .lines()
        .filter(|l| !l.trim().is_empty())
        .collect();
    let source = anchors.first().map(|anchor| anchor.evidence.source.clone());
    let one_each = lines.len() > 1
        && lines.len() == anchors.len()
        && anchors
            .iter()
            .all(|a| a.evidence.exact.is_none() && Some(&a.evidence.source) == source.as_ref());
    for (at, anchor) in anchors.iter_mut().enumerate() {
        if anchor.evidence.exact.is_none() {
            let words = if one_each { lines[at] } else { &quote.text };
            words.clone_into(&mut anchor.words);
        }
    }
    let stating = |anchor: &&mut Anchor| anchor.evidence.support == Support::States;
    if let Some(first) = anchors.iter_mut().find(stating) {
        first.misquoted = quoted::difference(quote);
    }
}

/// The first of its printed numbers that is in none of its anchors.
fn figure(observation: &Observation, anchors: &mut [Anchor]) {
    let printed = [observation.value, observation.low, observation.high];
    let has = |words: &str, number: Number| {
        digits::stand_in(number, words) || is_spelled(number.value().abs(), words)
    };
    let is_in = |number: &Number| anchors.iter().any(|a| has(&a.words, *number));
    let mut lost = printed
        .into_iter()
        .flatten()
        .filter(|number| !is_in(number));
    if let Some(number) = lost.next() {
        for anchor in anchors {
            anchor.lost_digits = Some(digits::printed(number));
        }
    }
}
