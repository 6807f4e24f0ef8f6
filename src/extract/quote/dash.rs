//! Speech behind a dash at the head of a paragraph, as Russian and French newspapers print it:
//! "— We go, — said Ng. — Today."

use std::ops::Range;

use super::super::lexicon::Class;
use super::super::reading::{Block, Reading};

/// The runs of speech of a paragraph, as words without the dashes; empty where it is none.
/// `announced` is whether the paragraph before ends with a colon.
pub(super) fn runs(reading: &Reading, block: &Block, announced: bool) -> Vec<Range<usize>> {
    let words = block.words.clone();
    if !reading.is(words.start, Class::DASH) || words.len() < 3 {
        return Vec::new();
    }
    let mut runs = Vec::new();
    let mut start = words.start + 1;
    let mut inserted = false;
    for at in words.start + 1..words.end {
        let turns = if inserted {
            ends_insertion(reading, at)
        } else {
            starts_insertion(reading, at)
        };
        if !turns {
            continue;
        }
        if !inserted {
            runs.push(start..at);
        }
        inserted = !inserted;
        start = at + 1;
    }
    if runs.is_empty() && !announced {
        return runs;
    }
    if !inserted {
        runs.push(start..words.end);
    }
    runs.retain(|run| !run.is_empty());
    runs
}

/// A dash behind a comma or the end of a sentence, and a verb of speech soon behind it.
fn starts_insertion(reading: &Reading, at: usize) -> bool {
    let ends = at > 0 && reading.is(at - 1, Class::COMMA | Class::STOP);
    let small = reading.is(at + 1, Class::LETTER) && !reading.is(at + 1, Class::CAPITAL);
    let speaks =
        (at + 1..at + 5).find(|at| reading.is(*at, Class::SAY | Class::WEAK | Class::DASH));
    let verb = speaks.is_some_and(|at| !reading.is(at, Class::DASH));
    reading.is(at, Class::DASH) && ends && verb && (small || reading.is(at + 1, Class::CAPITAL))
}

/// A dash behind a comma or full stop: the speech goes on.
fn ends_insertion(reading: &Reading, at: usize) -> bool {
    reading.is(at, Class::DASH) && reading.is(at - 1, Class::COMMA | Class::STOP | Class::COLON)
}
