//! Where a turn of a transcript is over.

use std::ops::Range;

use super::super::super::lexicon::Class;
use super::super::super::reading::{Block, Reading};

/// Labels that are nobody's.
pub(super) const NOBODY: [&str; 30] = [
    "note",
    "notes",
    "source",
    "sources",
    "photo",
    "image",
    "video",
    "read",
    "correction",
    "update",
    "background",
    "topics",
    "tags",
    "related",
    "contact",
    "email",
    "phone",
    "tel",
    "subject",
    "date",
    "time",
    "place",
    "location",
    "agenda",
    "summary",
    "conclusion",
    "editor",
    "caption",
    "share",
    "see",
];

/// "(Laughter.)", "\[Applause\]", "<…>".
pub(super) fn is_aside(reading: &Reading, words: &Range<usize>) -> bool {
    let bracketed = reading.is(words.start, Class::OPENING)
        && words.len() < 8
        && words
            .clone()
            .rev()
            .take(2)
            .any(|at| reading.is(at, Class::CLOSING));
    bracketed
        || !words
            .clone()
            .any(|at| reading.is(at, Class::LETTER | Class::DIGIT))
}

/// "«…», – сказал Ng": a paragraph that itself says who speaks is no part of the turn before.
pub(super) fn quotes_another(reading: &Reading, block: &Block) -> bool {
    let marked = |at| matches!(reading.word(at), "«" | "“");
    block.words.clone().any(marked)
        && block.words.clone().any(|at| {
            let dash = reading.is(at, Class::COMMA) && reading.is(at + 1, Class::DASH);
            let verb = reading.is(at + 2, Class::SAY) && !reading.is(at + 2, Class::CAPITAL);
            dash && verb && at + 2 < block.words.end
        })
}

/// How a line begins by which a newspaper calls upon its readers: "Read more about Kenya: subscribe now".
const CALLS: [&[&str]; 12] = [
    &["read", "more"],
    &["read", "also"],
    &["also", "read"],
    &["see", "also"],
    &["subscribe"],
    &["sign", "up"],
    &["click", "here"],
    &["follow", "us"],
    &["share", "this"],
    &["reporting", "by"],
    &["editing", "by"],
    &["all", "rights", "reserved"],
];

/// "Note: …": a label that is nobody's; or a line for readers.
pub(super) fn is_remark(reading: &Reading, block: &Block) -> bool {
    let first = block.words.start;
    let reads = |call: &&[&str]| {
        let mut words = call.iter().zip(first..);
        words.all(|(word, at)| reading.reads(at, word))
    };
    if CALLS.iter().any(reads) {
        return true;
    }
    NOBODY.iter().any(|word| reading.reads(first, word)) && reading.is(first + 1, Class::COLON)
}

/// Behind the last label, a paragraph that quotes somebody and says who: “…,” she said.
pub(super) fn narrates(reading: &Reading, block: &Block) -> bool {
    let closes = |at: usize| matches!(reading.word(at), "\"" | "”" | "»" | "’");
    let verb = |at: usize| reading.is(at, Class::SAY) && !reading.is(at, Class::CAPITAL);
    let mut places = block.words.clone().skip(1);
    places.any(|at| {
        let end = block.words.end.min(at + 5);
        closes(at)
            && (at + 1..end)
                .take_while(|place| reading.is(*place, Class::LETTER))
                .any(verb)
    })
}
