//! A sentence around speech: its own words, with each quote as one item.

use std::ops::Range;

use super::super::lexicon::Class;
use super::super::quote::marks::End;
use super::super::quote::span::{Form, Span};
use super::super::reading::Reading;
use super::super::sentence;

/// A word of the sentence, or a quote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Item {
    /// The word, or the first one of the quote, by its place in the reading.
    pub(super) at: usize,
    /// The quote, by its place among the spans.
    pub(super) quote: Option<usize>,
}

/// A sentence.
#[derive(Clone, Debug)]
pub(super) struct Frame<'a> {
    reading: &'a Reading<'a>,
    pub(super) block: usize,
    pub(super) items: Vec<Item>,
}

impl<'a> Frame<'a> {
    /// The text that it is of.
    pub(super) fn reading(&self) -> &'a Reading<'a> {
        self.reading
    }

    /// Is the item of any of these kinds? A quote is of none.
    pub(super) fn is(&self, at: usize, any: Class) -> bool {
        self.word(at).is_some_and(|word| self.reading.is(word, any))
    }

    /// The word at that place, if it is one.
    pub(super) fn word(&self, at: usize) -> Option<usize> {
        let item = self.items.get(at)?;
        item.quote.is_none().then_some(item.at)
    }

    /// Is it one of these words?
    pub(super) fn reads(&self, at: usize, words: &[&str]) -> bool {
        let word = self.word(at);
        word.is_some_and(|at| words.iter().any(|word| self.reading.reads(at, word)))
    }

    /// Is the item a quote?
    pub(super) fn is_quote(&self, at: usize) -> bool {
        self.items.get(at).is_some_and(|item| item.quote.is_some())
    }

    /// The place of a word among the items.
    pub(super) fn place(&self, word: usize) -> Option<usize> {
        let at = self
            .items
            .binary_search_by_key(&word, |item| item.at)
            .ok()?;
        self.word(at).map(|_| at)
    }

    /// Is it an adverb or auxiliary, as between subject and verb?
    pub(super) fn is_filler(&self, at: usize) -> bool {
        let small = !self.is(at, Class::CAPITAL) || at == 0;
        let adverb = self.word(at).is_some_and(|word| {
            let text = self.reading.word(word);
            text.len() > 4 && text.ends_with("ly")
        });
        small && (adverb || self.is(at, Class::ADVERB | Class::AUXILIARY))
    }

    /// Does a name follow some words behind a comma: "A baker, Tomas Okello, had …"?
    pub(super) fn names_behind(&self, words: &Range<usize>) -> bool {
        let last = words.end.checked_sub(1).and_then(|last| self.place(last));
        last.is_some_and(|at| {
            let name = self.is(at + 2, Class::CAPITAL) && self.is(at + 3, Class::CAPITAL);
            self.is(at + 1, Class::COMMA) && name && self.is(at + 4, Class::COMMA)
        })
    }

    /// Does a relative clause tell of a person, some words behind: "a grower at the fair, who"?
    pub(super) fn who_behind(&self, words: &Range<usize>) -> bool {
        const NEAR: usize = 6;
        let last = words.end.checked_sub(1).and_then(|last| self.place(last));
        last.is_some_and(|last| {
            let mut near = last + 1..last + 1 + NEAR;
            near.any(|at| self.reads(at, &["who", "whose"]))
        })
    }

    /// Has it words of its own?
    pub(super) fn is_bare(&self) -> bool {
        (0..self.items.len()).all(|at| !self.is(at, Class::LETTER | Class::DIGIT))
    }
}

/// The sentences of a paragraph around its spans, which begin at `first` among all of them.
pub(super) fn frames<'a>(
    reading: &'a Reading<'a>,
    block: usize,
    spans: &[Span],
    first: usize,
) -> Vec<Frame<'a>> {
    let words = reading.blocks[block].words.clone();
    let mut frames = Vec::new();
    let mut items = Vec::new();
    let mut next = 0;
    let mut at = words.start;
    while at < words.end {
        let span = spans.get(next).filter(|span| span.outer.start <= at);
        let ends = if let Some(span) = span {
            items.push(Item {
                at: span.outer.start,
                quote: Some(first + next),
            });
            next += 1;
            at = span.outer.end.max(at + 1);
            ends_with_quote(reading, span, at, words.end)
        } else {
            items.push(Item { at, quote: None });
            at += 1;
            reading.is(at - 1, Class::STOP) && sentence::is_end(reading, at - 1, words.end)
        };
        if ends || at >= words.end {
            let items = std::mem::take(&mut items);
            frames.push(Frame {
                reading,
                block,
                items,
            });
        }
    }
    frames
}

/// Does the sentence end with the quote, which ends before the word `next`?
fn ends_with_quote(reading: &Reading, span: &Span, next: usize, end: usize) -> bool {
    if span.end == End::Broken || span.form == Form::Dash {
        return span.end == End::Broken;
    }
    let last = span.words.end - 1;
    let stopped = reading.is(last, Class::STOP);
    if !stopped || next >= end || !reading.words[next].spaced {
        return false;
    }
    let opens = !reading.is(
        next,
        Class::LETTER | Class::DIGIT | Class::DASH | Class::OPENING,
    );
    let capital = reading.is(next, Class::CAPITAL | Class::DIGIT);
    if !opens && !capital {
        return false;
    }
    opens || !attributes(reading, next, end, reading.word(last).starts_with('.'))
}

/// Do the words behind a quote that ends like a sentence only say who spoke? Behind a full stop they
/// have to be nothing else.
fn attributes(reading: &Reading, from: usize, end: usize, full_stop: bool) -> bool {
    let most = end.min(from + 9);
    let Some(verb) = (from..most).find(|at| {
        reading.is(
            *at,
            Class::SAY | Class::STOP | Class::COMMA | Class::COLON | Class::AUXILIARY,
        )
    }) else {
        return false;
    };
    if !reading.is(verb, Class::SAY) || reading.is(verb, Class::CAPITAL) {
        return false;
    }
    let behind = verb + 1;
    let over = behind >= end || reading.is(behind, Class::STOP);
    over || !full_stop
        && reading.is(
            behind,
            Class::COMMA | Class::PREPOSITION | Class::ADVERB | Class::TIME,
        )
}
