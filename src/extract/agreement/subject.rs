//! What an instrument is about, and how many of them there are.

use std::collections::HashSet;
use std::ops::Range;

use super::instrument::Instrument;
use crate::extract::language::Language;
use crate::extract::number::{self, Value};
use crate::extract::word::Words;

/// The words of a phrase that say what it is about.
pub(super) fn subject(
    words: &Words<'_>,
    place: &Range<usize>,
    head: Range<usize>,
) -> HashSet<String> {
    const EMPTY: [&str; 42] = [
        "worth",
        "million",
        "billion",
        "dollars",
        "euros",
        "more",
        "further",
        "many",
        "such",
        "various",
        "draft",
        "expanded",
        "upgraded",
        "revised",
        "updated",
        "amended",
        "future",
        "the",
        "and",
        "for",
        "with",
        "between",
        "one",
        "another",
        "two",
        "three",
        "four",
        "five",
        "several",
        "new",
        "number",
        "bilateral",
        "countries",
        "sides",
        "joint",
        "this",
        "that",
        "these",
        "their",
        "its",
        "other",
        "corresponding",
    ];
    let words = place
        .clone()
        .filter(|at| !head.contains(at))
        .map(|at| words.low(at))
        .filter(|low| low.chars().count() > 2 && low.chars().all(char::is_alphabetic))
        .filter(|low| !EMPTY.contains(low));
    words.map(str::to_owned).collect()
}

/// "two documents", "a dozen agreements".
pub(super) fn count(
    words: &Words<'_>,
    start: usize,
    head: usize,
    found: Instrument,
    language: Language,
) -> Option<u32> {
    if !found.plural {
        return None;
    }
    (start..head).find_map(|at| {
        let numeral = number::read(words, at, language)?;
        match numeral.value {
            Value::Exact(number) => number::whole(number).filter(|count| *count < 1000),
            _ => None,
        }
    })
}
