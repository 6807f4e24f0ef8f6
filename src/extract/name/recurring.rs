//! Names that only their return tells: "Beata Jurczyk runs a depot", and "Jurczyk doubts it" later.

use std::collections::HashSet;

use super::super::lexicon::Class;
use super::super::reading::Reading;
use super::super::word_list::WordList;
use super::spot::{Run, Sign};

/// Verbs of what persons do that no ending tells.
static DOES: WordList = WordList::new(
    "flew went came met left took gave saw spoke began ran runs sails thinks knows wants doubts hopes \
     believes won lost sold bought drove grew grows sells buys owns leads led wrote sat stood rose",
);

/// Marks the names of two or three words whose last word is alone the subject of another sentence.
pub(super) fn mark(reading: &Reading, runs: &mut [Run]) {
    let single = |run: &&Run| run.name.len() == 1;
    let acts: HashSet<String> = runs
        .iter()
        .filter(single)
        .filter(|run| run.sign <= Sign::None && acts(reading, run))
        .map(|run| reading.word(run.name.start).to_lowercase())
        .collect();
    if acts.is_empty() {
        return;
    }
    let alone: HashSet<String> = runs
        .iter()
        .filter(single)
        .map(|run| reading.word(run.name.start).to_lowercase())
        .collect();
    for run in runs {
        let word = |at: usize| reading.word(at).to_lowercase();
        let first = run.name.start;
        let article = first > 0 && reading.is(first - 1, Class::DETERMINER);
        let plain = run.name.clone().all(|at| {
            reading.is(at, Class::CAPITAL)
                && !reading.is(at, Class::UPPER | Class::NATION | Class::THING)
        });
        let whole = (2..=3).contains(&run.name.len()) && plain && !article;
        let returns =
            whole && acts.contains(&word(run.name.end - 1)) && !alone.contains(&word(first));
        if run.sign == Sign::None && returns {
            run.sign = Sign::Recurs;
        }
    }
}

/// Does a verb of what persons do follow, and nothing before it say that it is a thing?
fn acts(reading: &Reading, run: &Run) -> bool {
    let before = Class::DETERMINER
        | Class::PREPOSITION
        | Class::POSSESSIVE
        | Class::APOSTROPHE
        | Class::NATION;
    let (start, mut at) = (run.name.start, run.name.end);
    if start > 0 && reading.is(start - 1, before) || reading.is(start, Class::UPPER) {
        return false;
    }
    while reading.is(at, Class::ADVERB) {
        at += 1;
    }
    let verb = Class::SAY | Class::WEAK | Class::CALL | Class::AUXILIARY;
    let small = reading.is(at, Class::LETTER) && !reading.is(at, Class::CAPITAL);
    let past = || {
        let word = reading.word(at);
        word.len() > 4 && word.ends_with("ed") || DOES.has(word)
    };
    small && !reading.is(at, Class::POSSESSIVE) && (reading.is(at, verb) || past())
}
