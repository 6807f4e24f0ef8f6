//! Claims and quotes that speak of a rise or a fall of what a series measures.
//!
//! A claim speaks of a series when it is `about` it and is an assertion. A quote does when they
//! share a topic and one of its sentences names the series (the first word of its title, or
//! the id of a topic of its own). Either must hold one of the words of [`RISE`] or [`FALL`], and no word
//! that denies. It is a small list of English words on purpose: what it misses is context that is
//! not shown, never a wrong figure.

use crate::dossier::claim::Modality;
use crate::dossier::{Claim, Dossier, Evidence, Id, Kind, Quote, Ref, Series};
use crate::figures::as_of::AsOf;
use crate::figures::key::{folded, holds};
use crate::figures::statement::{Statement, passage};

/// Which way something goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Direction {
    Rise,
    Fall,
}

/// Words of a rise.
const RISE: &[&str] = &[
    "rise",
    "rises",
    "rising",
    "risen",
    "rose",
    "grow",
    "grows",
    "growing",
    "grown",
    "grew",
    "increase",
    "increases",
    "increased",
    "increasing",
    "going up",
    "gone up",
    "went up",
    "higher",
];

/// Words of a fall.
const FALL: &[&str] = &[
    "fall",
    "falls",
    "falling",
    "fallen",
    "fell",
    "decline",
    "declines",
    "declined",
    "declining",
    "decrease",
    "decreases",
    "decreased",
    "decreasing",
    "drop",
    "drops",
    "dropped",
    "shrink",
    "shrinks",
    "shrank",
    "going down",
    "gone down",
    "went down",
    "lower",
];

/// Words that deny: such a sentence is not read at all.
const DENIED: &[&str] = &["not", "no", "never", "hardly", "neither"];

/// Somebody who speaks of a rise or a fall.
pub(super) struct Voice {
    pub(super) record: Ref,
    pub(super) direction: Direction,
    /// The passage was already taken by a voice before: a claim and the quote that it rests on.
    pub(super) again: bool,
    words: String,
}

impl Voice {
    /// "meanwhile: “…” (claim trade-small-but-rising, asean-briefing-2023 ¶48)".
    pub(super) fn line(&self, dossier: &Dossier) -> String {
        let evidence = dossier.evidence(self.record);
        let place = evidence.first().map(|e| format!(", {}", passage(e)));
        format!(
            "meanwhile: “{}” ({} {}{})",
            self.words,
            self.record.kind.singular(),
            dossier.id(self.record),
            place.unwrap_or_default()
        )
    }
}

/// Who speaks of one of these series, in sources that can know of the period of `statement`.
pub(super) fn voices(
    dossier: &Dossier,
    known: &AsOf<'_>,
    series: &[&Series],
    statement: &Statement,
) -> Vec<Voice> {
    let counts = |evidence: &[Evidence]| known.any(evidence) && knows(dossier, evidence, statement);
    let claims = dossier
        .claims
        .iter()
        .enumerate()
        .filter(|(_, claim)| counts(&claim.evidence))
        .filter_map(|(at, claim)| Some((Kind::Claim, at, of_claim(series, claim)?)));
    let quotes = (0..dossier.quotes.len())
        .filter(|at| shares(series, dossier, *at))
        .map(|at| (at, dossier.quotes.get(at)))
        .filter(|(_, quote)| counts(&quote.evidence))
        .filter_map(|(at, quote)| Some((Kind::Quote, at, of_quote(series, &quote)?)));
    let mut passages: Vec<(Id, u32)> = Vec::new();
    let mut found = Vec::new();
    for (kind, at, (direction, words)) in claims.chain(quotes) {
        let record = Ref::new(kind, at);
        let evidence = dossier.evidence(record);
        let here: Vec<_> = evidence
            .iter()
            .map(|e| (e.source.clone(), e.paragraph))
            .collect();
        let again = here.iter().any(|passage| passages.contains(passage));
        passages.extend(here);
        found.push(Voice {
            record,
            direction,
            again,
            words,
        });
    }
    found
}

/// A source that certainly appeared before the period began cannot speak of it.
fn knows(dossier: &Dossier, evidence: &[Evidence], statement: &Statement) -> bool {
    use crate::dossier::date::Order;
    evidence.iter().any(|e| {
        let source = dossier.source(&e.source);
        let issued = source.and_then(|source| source.issued.as_ref());
        issued.is_none_or(|date| date.compare(&statement.date) != Order::CertainlyBefore)
    })
}

fn of_claim(series: &[&Series], claim: &Claim) -> Option<(Direction, String)> {
    let mut ids = claim.about.iter().filter_map(|actor| actor.id());
    let about = ids.any(|id| series.iter().any(|series| series.id == *id));
    let asserts = about && claim.modality == Modality::Assertion;
    let direction = asserts.then(|| of(&claim.statement)).flatten()?;
    Some((direction, claim.statement.to_string()))
}

/// Does a quote share a topic with one of the series? Told without reading it.
fn shares(series: &[&Series], dossier: &Dossier, at: usize) -> bool {
    let topics = dossier.quotes.facets(at).topics;
    let mut all = series.iter().flat_map(|series| &series.topics);
    all.any(|topic| topics.contains(topic))
}

fn of_quote(series: &[&Series], quote: &Quote) -> Option<(Direction, String)> {
    let shared = |series: &&&Series| quote.topics.iter().any(|t| series.topics.contains(t));
    let words: Vec<String> = series
        .iter()
        .filter(shared)
        .flat_map(|series| names(series))
        .collect();
    let sentences = quote.text.split(['.', '!', '?', ';', '\n']);
    sentences
        .map(str::trim)
        .filter(|sentence| {
            let text = folded(sentence);
            words.iter().any(|word| holds(&text, word))
        })
        .find_map(|sentence| Some((of(sentence)?, sentence.to_owned())))
}

/// The words by which a sentence names a series.
fn names(series: &Series) -> Vec<String> {
    let title = folded(&series.title);
    let first = title.split(' ').take(1).map(str::to_owned);
    let topics = series.topics.iter().map(|id| folded(id.as_str()));
    first.chain(topics).collect()
}

/// Which way the sentence says that it goes; none where it says both, neither, or denies.
pub(super) fn of(sentence: &str) -> Option<Direction> {
    let text = folded(sentence);
    let any = |words: &[&str]| words.iter().any(|word| holds(&text, word));
    match (any(RISE), any(FALL), any(DENIED)) {
        (true, false, false) => Some(Direction::Rise),
        (false, true, false) => Some(Direction::Fall),
        _ => None,
    }
}
