//! Quotes whose speaker only the words behind them name: a quote over several paragraphs with "she said"
//! in the last, and a quote that is a paragraph before one about the person.

use super::super::confidence::{Basis, Confidence};
use super::super::lexicon::Class;
use super::super::name::People;
use super::super::quote::marks::End;
use super::super::quote::span::Span;
use super::super::reading::Reading;
use super::cue::Manner;
use super::resolve::{Speaker, Who};
use super::walk::Assigned;

const ENDS: Basis = Basis::new(
    "continues",
    Confidence::Sure,
    "the quote goes on in the next paragraph, which names its speaker",
);
const TOLD: Basis = Basis::new(
    "told-behind",
    Confidence::Likely,
    "the next sentence says who said so",
);
const NEXT: Basis = Basis::new(
    "paragraph-behind",
    Confidence::Unsure,
    "the next paragraph is about that person alone",
);

/// Gives speakers to the quotes that have none of their own, from the last to the first.
pub(super) fn assign(reading: &Reading, spans: &[Span], people: &People, found: &mut [Assigned]) {
    for at in (0..found.len()).rev() {
        if !found[at].bare {
            continue;
        }
        if let Some(speaker) = told_behind(reading, &spans[at], people) {
            give(&mut found[at], speaker);
        } else if let Some(speaker) = ends(spans, found, at) {
            give(&mut found[at], speaker);
        } else if found[at].speaker.who == Who::Unknown
            && let Some(speaker) = next(reading, spans, people, at)
        {
            give(&mut found[at], speaker);
        }
    }
}

fn give(assigned: &mut Assigned, speaker: Speaker) {
    assigned.speaker = speaker;
    assigned.manner = Some(Manner::Says);
    assigned.gap = 0;
}

/// Whom the sentence behind a quote names for it: "“…” The one who said so was Arthur Ng." Nobody, where it
/// names no one person.
fn told_behind(reading: &Reading, span: &Span, people: &People) -> Option<Speaker> {
    const LONGEST: usize = 16;
    let start = span.outer.end;
    let end = reading.blocks[span.block].words.end.min(start + LONGEST);
    let end = (start..end).find(|at| reading.is(*at, Class::STOP))?;
    let so = |at: usize| {
        ["so", "this", "it", "these"]
            .iter()
            .any(|word| reading.reads(at, word))
    };
    let who = |at: &usize| reading.is(*at, Class::WHO) && reading.is(*at + 1, Class::SAY);
    (start..end).find(|at| who(at) && so(at + 2))?;
    let named = people.within(start..end);
    let first = named
        .first()
        .filter(|first| named.iter().all(|one| one.person == first.person));
    Some(first.map_or_else(Speaker::unknown, |first| Speaker {
        who: Who::Person(first.person),
        mention: Some(reading.bytes(first.words.clone())),
        named: true,
        role: None,
        basis: TOLD,
    }))
}

/// The speaker of the quote in the next paragraph that goes on with this one.
fn ends(spans: &[Span], found: &[Assigned], at: usize) -> Option<Speaker> {
    let (open, next) = (spans.get(at)?, spans.get(at + 1)?);
    let goes_on = open.end == End::Open && next.continues && next.block == open.block + 1;
    let later = found.get(at + 1).filter(|_| goes_on)?;
    let own = !later.bare || later.speaker.basis.rule == ENDS.rule;
    let known = own && later.manner.is_some() && later.speaker.who != Who::Unknown;
    known.then(|| Speaker {
        basis: ENDS.at_most(later.speaker.basis.confidence),
        ..later.speaker.clone()
    })
}

/// The person with whose name the paragraph behind a paragraph of nothing but quotes begins, if it
/// names nobody else.
fn next(reading: &Reading, spans: &[Span], people: &People, at: usize) -> Option<Speaker> {
    const ARTICLE: usize = 1;
    const SPANS: usize = 4;
    let block = spans[at].block;
    let own = reading.blocks[block].words.clone();
    let first = spans.partition_point(|span| span.block < block);
    let end = spans.partition_point(|span| span.block <= block);
    let all = &spans[first..end];
    let quoted = |word: usize| all.iter().any(|span| span.outer.contains(&word));
    // What was not closed may have its speaker in it.
    let alone = all.len() <= SPANS
        && spans[at].end != End::Broken
        && own
            .clone()
            .all(|word| !reading.is(word, Class::LETTER) || quoted(word));
    let behind = reading.blocks.get(block + 1).filter(|_| alone)?;
    let named = people.within(behind.words.clone());
    let first = named.first()?;
    let begins = first.words.start <= behind.words.start + ARTICLE
        && !reading.is(first.words.end, Class::POSSESSIVE | Class::AND);
    let only = named.iter().all(|other| other.person == first.person);
    (begins && only).then(|| Speaker {
        who: Who::Person(first.person),
        mention: Some(reading.bytes(first.words.clone())),
        named: true,
        role: None,
        basis: NEXT,
    })
}
