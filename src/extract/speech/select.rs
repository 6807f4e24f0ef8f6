//! Which words between marks are speech: not titles of works, names or words held at arm's length.

use super::super::confidence::{Basis, Confidence};
use super::super::lexicon::Class;
use super::super::quote::marks::End;
use super::super::quote::span::{Form, Span};
use super::super::reading::Reading;
use super::super::speaker::{Assigned, Manner};
use crate::dossier::quote::QuoteKind;

/// Words of a quote that is speech in any context, at least.
pub(super) const SPEECH: usize = 5;

/// Words between a verb of speech and a shorter quote, at most.
const BESIDE: usize = 3;

const LONG: Basis = Basis::new(
    "marks",
    Confidence::Sure,
    "five words or more between quotation marks",
);
const BROKEN: Basis = Basis::new(
    "marks-unpaired",
    Confidence::Unsure,
    "its closing mark is missing; the words may end earlier",
);
const SHORT: Basis = Basis::new(
    "marks-short",
    Confidence::Likely,
    "fewer than five words, beside a verb of speech",
);
const DASH: Basis = Basis::new(
    "dash",
    Confidence::Sure,
    "a dash opens the paragraph, and a verb of speech follows",
);
const ALONE: Basis = Basis::new(
    "marks",
    Confidence::Likely,
    "five words or more between quotation marks; no speaker beside them",
);

/// Why a span is speech; None where it is not.
pub(super) fn basis(reading: &Reading, span: &Span, assigned: &Assigned) -> Option<Basis> {
    let basis = of_whole(reading, span, assigned)?;
    Some(match span.end {
        End::Broken => BROKEN,
        End::Closed | End::Open => basis,
    })
}

/// The same, as if the span ended where it seems to.
fn of_whole(reading: &Reading, span: &Span, assigned: &Assigned) -> Option<Basis> {
    if span.form == Form::Dash {
        return Some(DASH);
    }
    let spoken = assigned.manner.is_some();
    let beside = spoken && assigned.gap <= BESIDE;
    let titled = names_a_work(reading, span);
    if is_title(reading, span) && (titled || assigned.bare || assigned.gap > 0) || titled && !beside
    {
        return None;
    }
    if span.count(reading) >= SPEECH {
        let small = is_small(reading, span);
        return match (spoken, small) {
            (true, _) => Some(LONG),
            (false, false) => Some(ALONE),
            (false, true) if is_description(reading, span) => None,
            (false, true) => Some(ALONE.at_most(Confidence::Unsure)),
        };
    }
    let firm = matches!(
        assigned.manner,
        Some(Manner::Says | Manner::Names | Manner::According)
    );
    (beside && firm && !titled).then_some(SHORT)
}

/// Whole sentences are verbatim, words within a sentence a part.
pub(super) fn kind(reading: &Reading, span: &Span, count: usize) -> QuoteKind {
    let part = is_small(reading, span) || count < SPEECH;
    if part {
        QuoteKind::Partial
    } else {
        QuoteKind::Verbatim
    }
}

/// Does it begin in small letters, within a sentence of somebody else?
fn is_small(reading: &Reading, span: &Span) -> bool {
    let first = span
        .words
        .clone()
        .find(|at| reading.is(*at, Class::LETTER | Class::DIGIT));
    first.is_some_and(|at| reading.is(at, Class::LETTER) && !reading.is(at, Class::CAPITAL))
}

/// An article behind a preposition: "into “a quiet room of the palace”" describes a thing.
fn is_description(reading: &Reading, span: &Span) -> bool {
    let before = span.outer.start.checked_sub(1);
    reading.is(span.words.start, Class::DETERMINER)
        && before.is_some_and(|at| reading.is(at, Class::PREPOSITION))
}

/// Is every word of weight in capitals, as in the title of a book?
fn is_title(reading: &Reading, span: &Span) -> bool {
    let small =
        Class::DETERMINER | Class::PREPOSITION | Class::AND | Class::CLAUSE | Class::AUXILIARY;
    let words: Vec<usize> = span
        .words
        .clone()
        .filter(|at| reading.is(*at, Class::LETTER))
        .collect();
    let capital = |at: &&usize| reading.is(**at, Class::CAPITAL);
    let capitals = words.iter().filter(capital).count();
    let apt = words.iter().all(|at| {
        capital(&at)
            || reading.is(*at, small | Class::POSSESSIVE) && reading.word(*at).chars().count() <= 4
    });
    apt && capitals > 1 && words.len() <= 14
}

/// Does a word such as "film" or "titled" come before it, or does it name a body: "head of “Zarya”"?
fn names_a_work(reading: &Reading, span: &Span) -> bool {
    let start = reading.blocks[span.block].words.start;
    let mut before = (start..span.outer.start)
        .rev()
        .filter(|at| reading.is(*at, Class::LETTER))
        .take(2);
    let office = span.count(reading) < SPEECH
        && reading.is(span.words.start, Class::CAPITAL)
        && span
            .outer
            .start
            .checked_sub(1)
            .is_some_and(|at| reading.is(at, Class::ROLE | Class::BODY));
    office || before.any(|at| reading.is(at, Class::WORK))
}
