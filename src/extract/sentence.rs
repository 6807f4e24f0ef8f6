//! Sentences of a text: abbreviations, initials and figures do not end one.

use std::ops::Range;

use super::lexicon::{Class, is_short_currency};
use super::reading::{Block, Reading};

/// Small words with which a sentence begins, and no name does.
const OPENERS: Class = {
    let small = Class::DETERMINER
        .or(Class::PREPOSITION)
        .or(Class::AND)
        .or(Class::CLAUSE)
        .or(Class::ADVERB)
        .or(Class::AUXILIARY);
    small.or(Class::PRONOUN).or(Class::THIRD).or(Class::WHO)
};

/// The sentences of a text, as bytes of it, in order; none reaches over a line. Where a quote holds
/// several, each is one of its own.
pub fn sentences(text: &str) -> Vec<Range<usize>> {
    let reading = Reading::new(text);
    let mut found = Vec::new();
    for block in &reading.blocks {
        let all = words(&reading, block);
        found.extend(all.into_iter().map(|words| reading.bytes(words)));
    }
    found
}

/// The sentences of a paragraph, as runs of words.
pub(super) fn words(reading: &Reading, block: &Block) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = block.words.start;
    let mut at = start;
    while at < block.words.end {
        if reading.is(at, Class::STOP) && is_end(reading, at, block.words.end) {
            let end = closed(reading, at + 1, block.words.end);
            found.push(start..end);
            (start, at) = (end, end);
        } else {
            at += 1;
        }
    }
    if start < block.words.end {
        found.push(start..block.words.end);
    }
    found
}

/// Behind the marks that belong to the sentence that ends before `at`.
fn closed(reading: &Reading, mut at: usize, end: usize) -> usize {
    while at < end && !reading.words[at].spaced && !word_like(reading, at) {
        at += 1;
    }
    at
}

fn word_like(reading: &Reading, at: usize) -> bool {
    reading.is(at, Class::LETTER | Class::DIGIT)
}

/// Does the full stop, question or exclamation mark at `at` end a sentence?
pub(super) fn is_end(reading: &Reading, at: usize, end: usize) -> bool {
    let after = closed(reading, at + 1, end);
    if after >= end {
        return true;
    }
    if !reading.words[after].spaced {
        return false;
    }
    let Some(next) = (after..end.min(after + 4)).find(|at| word_like(reading, *at)) else {
        return true;
    };
    let capital = reading.is(next, Class::CAPITAL | Class::DIGIT);
    capital && !(reading.word(at).starts_with('.') && abbreviates(reading, at, next))
}

/// Is the full stop at `at` that of an abbreviation, an initial or the number of a list?
fn abbreviates(reading: &Reading, at: usize, next: usize) -> bool {
    let Some(before) = at.checked_sub(1).filter(|_| !reading.words[at].spaced) else {
        return false;
    };
    let word = reading.word(before);
    let opener = reading.is(next, OPENERS);
    if word.eq_ignore_ascii_case("no") || is_short_currency(&word.to_lowercase()) {
        return reading.is(next, Class::DIGIT);
    }
    if reading.is(before, Class::HONORIFIC) && reading.is(before, Class::SHORT) {
        return true;
    }
    let single = word.chars().count() == 1 && reading.is(before, Class::CAPITAL);
    let short = single || reading.is(before, Class::SHORT) || word.contains('.');
    if reading.is(before, Class::DIGIT) {
        let first = reading.block_of(before);
        return reading.blocks[first].words.start == before;
    }
    short && !opener
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn abbreviations_do_not_end_a_sentence() {
        for (text, expected) in [
            ("Mr. Ng left. Dr. Ba stayed.", "Mr. Ng left.|Dr. Ba stayed."),
            (
                "The U.S. envoy came. He sat.",
                "The U.S. envoy came.|He sat.",
            ),
            (
                "They live in the U.S. The rest left.",
                "They live in the U.S.|The rest left.",
            ),
            (
                "V. V. Putin and J. K. Row spoke.",
                "V. V. Putin and J. K. Row spoke.",
            ),
            (
                "It was plan B. The envoy agreed.",
                "It was plan B.|The envoy agreed.",
            ),
            (
                "See No. 5 there. No. It was 3.5 percent.",
                "See No. 5 there.|No.|It was 3.5 percent.",
            ),
            (
                "Рост, т. е. спад, в 2020 г. был мал. Он вырос.",
                "Рост, т. е. спад, в 2020 г. был мал.|Он вырос.",
            ),
            (
                "“We go. We stay!” she said. “Why?”",
                "“We go.|We stay!” she said.|“Why?”",
            ),
            (
                "Really?! Yes... maybe. 20 came.",
                "Really?!|Yes... maybe.|20 came.",
            ),
            (
                "Acme Inc. rose at 5 p.m. on Monday. M. Roy a parlé.",
                "Acme Inc. rose at 5 p.m. on Monday.|M. Roy a parlé.",
            ),
            ("1. Open the talks", "1. Open the talks"),
            ("One\nTwo. three", "One|Two. three"),
        ] {
            let shown: Vec<_> = sentences(text)
                .into_iter()
                .map(|range| &text[range])
                .collect();
            assert_eq!(shown.join("|"), expected);
        }
    }

    proptest! {
        #[test]
        fn sentences_are_in_order_and_lose_no_word(text in "[A-Ca-c.!?“”\"\n 1é—]{0,60}") {
            let mut end = 0;
            for range in sentences(&text) {
                prop_assert!(range.start >= end && range.start < range.end);
                prop_assert!(text[end..range.start].trim().is_empty());
                end = range.end;
            }
            prop_assert!(text[end..].trim().is_empty());
        }
    }
}
