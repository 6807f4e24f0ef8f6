//! The passage that is most like the words of an anchor, and what differs, word by word.
//!
//! The words are aligned with those of a paragraph so that the passage may begin and end anywhere
//! (Sellers 1980), and the trace of that alignment is the word diff already. That is why there is
//! no diff library here: one that compares two whole texts would still need the passage found
//! first, by just such an alignment.

use std::ops::Range;

use super::folded::Folded;
use super::reading::Reading;
use crate::dossier::text::clean_line;
use align::{Step, align};
use token::{Token, tokens};

mod align;
mod distance;
mod token;

/// Below this share of its words a passage is no longer the same one with a slip in it.
const ALIKE: f64 = 0.6;

/// How much more alike a passage elsewhere must be than one in the paragraph that is named.
const NEARBY: f64 = 0.05;

/// A part of a word diff. The parts of the dossier and of both together are its words, those of
/// the source and of both the passage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Stands in both.
    Same(String),
    /// Stands in the dossier only.
    Dossier(String),
    /// Stands in the source only.
    Source(String),
}

/// A passage that is like the words of an anchor.
#[derive(Debug)]
pub(super) struct Near {
    /// Its paragraph.
    pub(super) paragraph: usize,
    /// Where it stands in the folded paragraph.
    pub(super) range: Range<usize>,
    /// From 0 to 1.
    likeness: f64,
    steps: Vec<Step>,
}

/// The passage of a text that is most like `words`, if one is like enough; `named` is the
/// paragraph where it should be. A word that is like a single one is looked for only there.
pub(super) fn nearest(text: &Reading, words: &Folded, named: usize) -> Option<Near> {
    let cited = tokens(words.text());
    let mut places = vec![named];
    if !is_one_word(words.text()) {
        let others = text.index().candidates(words.text(), named);
        places.extend(others.into_iter().filter(|place| *place != named));
    }
    let mut best: Option<Near> = None;
    for paragraph in places {
        let Some(found) = text
            .folded(paragraph)
            .and_then(|folded| within(folded, &cited))
        else {
            continue;
        };
        let near = Near { paragraph, ..found };
        // The first is the one that is named: what is hardly more alike elsewhere does not count.
        let least = best.as_ref().map_or(ALIKE, |best| best.likeness + NEARBY);
        if near.likeness >= least {
            best = Some(near);
        }
        if best
            .as_ref()
            .is_some_and(|best| best.likeness + NEARBY > 1.0)
        {
            break;
        }
    }
    best
}

/// Is there but one word in a folded text? A single letter of a script without blanks is one.
pub(super) fn is_one_word(folded: &str) -> bool {
    tokens(folded)
        .iter()
        .filter(|token| token.is_word())
        .count()
        == 1
}

/// The passage of one paragraph that is most like `cited`.
fn within(folded: &Folded, cited: &[Token<'_>]) -> Option<Near> {
    let there = tokens(folded.text());
    let (steps, likeness) = align(cited, &there)?;
    let used = || steps.iter().filter_map(|step| step.there);
    Some(Near {
        paragraph: 0,
        range: there[used().min()?].at..there[used().max()?].range().end,
        likeness,
        steps,
    })
}

/// What differs between two texts, whatever they have in common; empty where one has no words.
pub(super) fn compare(dossier: &str, source: &str) -> Vec<Piece> {
    let (here, there) = (Folded::new(dossier), Folded::new(source));
    let near = within(&there, &tokens(here.text()));
    near.map_or(Vec::new(), |near| {
        near.diff((dossier, &here), (source, &there))
    })
}

/// A text with its folded form and its tokens.
struct Side<'a> {
    text: &'a str,
    folded: &'a Folded,
    tokens: Vec<Token<'a>>,
}

impl<'a> Side<'a> {
    fn new(text: &'a str, folded: &'a Folded) -> Self {
        let tokens = tokens(folded.text());
        Self {
            text,
            folded,
            tokens,
        }
    }

    /// The words from token `first` to token `last`, as printed.
    fn words(&self, first: usize, last: usize) -> String {
        let range = self.tokens[first].at..self.tokens[last].range().end;
        let words = &self.text[self.folded.original(&range, self.text)];
        clean_line(&words.replace('\0', ""))
    }
}

impl Near {
    /// What differs between `words` and the passage in its `paragraph`, both as printed.
    pub(super) fn diff(&self, words: (&str, &Folded), paragraph: (&str, &Folded)) -> Vec<Piece> {
        let here = Side::new(words.0, words.1);
        let there = Side::new(paragraph.0, paragraph.1);
        let mut pieces = Vec::new();
        for run in self.steps.chunk_by(|a, b| a.is_same == b.is_same) {
            let span = |of: fn(&Step) -> Option<usize>| {
                let mut at = run.iter().filter_map(of);
                let first = at.next()?;
                Some((first, at.next_back().unwrap_or(first)))
            };
            let (ours, theirs) = (span(|step| step.here), span(|step| step.there));
            let glued = |side: &Side<'_>, span: Option<(usize, usize)>| {
                span.is_none_or(|(first, _)| side.tokens[first].glued)
            };
            let joined = glued(&here, ours) && glued(&there, theirs);
            if !joined && !pieces.is_empty() {
                same(&mut pieces, " ");
            }
            if run[0].is_same {
                let words = theirs.map(|(a, b)| there.words(a, b));
                same(&mut pieces, &words.unwrap_or_default());
            } else {
                pieces.extend(ours.map(|(a, b)| Piece::Dossier(here.words(a, b))));
                pieces.extend(theirs.map(|(a, b)| Piece::Source(there.words(a, b))));
            }
        }
        pieces
    }
}

/// Adds words that stand in both.
fn same(pieces: &mut Vec<Piece>, words: &str) {
    match pieces.last_mut() {
        Some(Piece::Same(before)) => before.push_str(words),
        _ => pieces.push(Piece::Same(words.to_owned())),
    }
}
