//! "Ghana, Hungary sign water deal": the headline's word for a memorandum that the text names in full.

use std::collections::HashSet;
use std::ops::Range;

use super::status::Verdict;
use crate::extract::word::Words;

/// Agreements of a text that are looked at: those of its headline come first.
const FIRST: usize = 3;

/// How an instrument is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Naming {
    /// With "a" or "an".
    Indefinite,
    /// By a headline's word for what the text has another name for: "water deal".
    Headline,
    /// In any other way.
    Plain,
}

/// The part of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// The first line, without a full stop.
    Headline,
    /// What follows.
    Body,
}

/// Which part of the text a paragraph is.
pub(super) fn part(words: &Words<'_>) -> Part {
    let last = words.low(words.len().saturating_sub(1));
    let stopped = matches!(last, "." | "!" | "?" | "…" | "\"" | "”" | "»" | ":");
    if words.len() > 0 && words.range(0..1).start == 0 && !stopped {
        Part::Headline
    } else {
        Part::Body
    }
}

/// How the instrument is named whose noun is at `at`, and whose first word is `first`.
pub(super) fn naming(words: &Words<'_>, at: usize, first: &str) -> Naming {
    match first {
        _ if is_loose(words, at) => Naming::Headline,
        "a" | "an" => Naming::Indefinite,
        _ => Naming::Plain,
    }
}

/// Is the noun at `at` a loose word for an instrument, in a line without a full stop?
fn is_loose(words: &Words<'_>, at: usize) -> bool {
    let last = words.low(words.len().saturating_sub(1));
    let stopped = matches!(last, "." | "!" | "?" | "…" | "\"" | "”" | "»" | ":" | ",");
    let heads = words.range(0..1).start == 0 && words.low_before(at) != "of";
    let loose = matches!(words.low(at), "deal" | "deals" | "pact" | "accord")
        || heads
            && matches!(
                words.low(at),
                "treaty"
                    | "agreement"
                    | "memorandum"
                    | "protocol"
                    | "pacts"
                    | "accords"
                    | "agreements"
                    | "documents"
                    | "treaties"
                    | "memoranda"
                    | "memorandums"
                    | "mous"
            );
    let listed = super::list::is_mark(words.low(0));
    loose && !stopped && !listed
}

/// The place of the agreement of the headline, among those of a text, that another mention names better:
/// they share a word of what they are about.
pub(super) fn of<'a>(
    all: impl Iterator<Item = (Naming, &'a HashSet<String>)>,
    (naming, subject): (Naming, &HashSet<String>),
) -> Option<usize> {
    let mut first = all.take(FIRST);
    let shares = |own: &HashSet<String>| {
        own.iter()
            .any(|word| subject.iter().any(|other| is_like(word, other)))
    };
    let place = first.position(|(known, own)| known == Naming::Headline && shares(own));
    place.filter(|_| naming != Naming::Headline)
}

/// "tax" and "taxation", "energy" and "energy".
fn is_like(word: &str, other: &str) -> bool {
    let (short, long) = if word.len() < other.len() {
        (word, other)
    } else {
        (other, word)
    };
    short.len() > 2 && long.starts_with(short)
}

/// Is it in the first line, which tells nothing of it: "Oman hopes visa deal will bring tourists"? Or in a
/// headline of talks, behind whose noun is `end`?
pub(super) fn only_heads(
    words: &Words<'_>,
    verdict: &Verdict,
    place: &Range<usize>,
    end: usize,
) -> bool {
    part(words) == Part::Headline && verdict.verb.is_none() || heads_talks(words, place, end)
}

/// "Laos, Vietnam speed up trade pact talks": a headline tells of talks, not of an instrument.
fn heads_talks(words: &Words<'_>, place: &Range<usize>, end: usize) -> bool {
    let last = words.low(words.len().saturating_sub(1));
    let stopped = matches!(last, "." | "!" | "?" | "…" | "\"" | "”" | "»" | ":");
    let article = matches!(words.low(place.start), "the" | "a" | "an");
    !stopped && !article && matches!(words.low(end), "talks" | "negotiations")
}
