//! Everything between marks, or behind a dash, in a text: what may be speech.

use std::ops::Range;

use super::super::lexicon::Class;
use super::super::reading::{Block, Reading};
use super::marks::{self, End};
use super::{dash, insertion};

/// Words between marks.
#[derive(Clone, Debug)]
pub(in crate::extract) struct Span {
    /// The paragraph, by its place in the reading.
    pub(in crate::extract) block: usize,
    /// The words with their marks, by their places in the reading.
    pub(in crate::extract) outer: Range<usize>,
    /// The words alone.
    pub(in crate::extract) words: Range<usize>,
    /// The bytes of the words, without a comma at the end.
    pub(in crate::extract) inner: Range<usize>,
    pub(in crate::extract) end: End,
    pub(in crate::extract) form: Form,
    /// Does it go on with what the paragraph before left open?
    pub(in crate::extract) continues: bool,
}

/// How speech is set off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::extract) enum Form {
    Marks,
    Dash,
}

impl Span {
    /// Do words and a colon lead to it: "One trader was more reserved: …"?
    pub(in crate::extract) fn is_led(&self, reading: &Reading) -> bool {
        let before = self.outer.start.checked_sub(1);
        before.is_some_and(|at| reading.is(at, Class::COLON))
    }

    /// Words of it, not marks.
    pub(in crate::extract) fn count(&self, reading: &Reading) -> usize {
        let spaced = |at: &usize| reading.words[*at].spaced || *at == self.words.start;
        let word = Class::LETTER | Class::DIGIT;
        let all = self.words.clone().filter(|at| reading.is(*at, word));
        all.filter(spaced).count()
    }

    /// The last mark in it, or behind it: ".", ",", "?".
    pub(in crate::extract) fn last(&self, reading: &Reading) -> Class {
        let last = self.words.clone().next_back();
        last.map_or(Class::NONE, |at| reading.words[at].class)
    }
}

/// The spans of all paragraphs that `skip` does not name, in the order of the text.
pub(in crate::extract) fn spans(reading: &Reading, skip: &[bool]) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::new();
    for (block, at) in reading.blocks.iter().zip(0..) {
        if skip.get(at).copied().unwrap_or_default() {
            continue;
        }
        let announced = at > 0 && ends_with_colon(reading, &reading.blocks[at - 1]);
        let runs = dash::runs(reading, block, announced);
        if runs.is_empty() {
            let open = found
                .last()
                .is_some_and(|span| span.block + 1 == at && span.end == End::Open);
            marked(reading, at, open, &mut found);
        } else {
            found.extend(runs.into_iter().filter_map(|run| dashed(reading, at, run)));
        }
    }
    found
}

fn ends_with_colon(reading: &Reading, block: &Block) -> bool {
    block
        .words
        .clone()
        .next_back()
        .is_some_and(|at| reading.is(at, Class::COLON))
}

/// Adds the spans of a paragraph; `open` is whether the one before it ended within speech.
fn marked(reading: &Reading, at: usize, open: bool, found: &mut Vec<Span>) {
    let text = |at: usize| {
        reading
            .blocks
            .get(at)
            .map(|block| &reading.text[block.paragraph.range.clone()])
    };
    let paragraph = text(at).unwrap_or_default();
    let next_opens = text(at + 1).is_some_and(marks::opens);
    let offset = reading.blocks[at].paragraph.range.start;
    for span in marks::spans(paragraph, next_opens) {
        let outer = words(
            reading,
            at,
            offset + span.outer.start..offset + span.outer.end,
        );
        let words = words(
            reading,
            at,
            offset + span.inner.start..offset + span.inner.end,
        );
        let whole = Span {
            block: at,
            inner: trimmed(reading, words.clone()),
            continues: open && span.outer.start == 0,
            outer,
            words,
            // What the next paragraph does not go on with may end anywhere.
            end: match span.end {
                End::Open if !next_opens => End::Broken,
                end => end,
            },
            form: Form::Marks,
        };
        split(reading, whole, found);
    }
}

/// Adds a span, or the two that an insertion leaves of it.
fn split(reading: &Reading, whole: Span, found: &mut Vec<Span>) {
    let Some(inserted) = insertion::find(reading, whole.words.clone()) else {
        found.extend(Some(whole).filter(|span| !span.inner.is_empty()));
        return;
    };
    let (before, after) = (
        whole.words.start..inserted.start,
        inserted.end..whole.words.end,
    );
    let first = Span {
        inner: trimmed(reading, before.clone()),
        outer: whole.outer.start..inserted.start,
        words: before,
        end: End::Closed,
        ..whole.clone()
    };
    let second = Span {
        inner: trimmed(reading, after.clone()),
        outer: inserted.end..whole.outer.end,
        words: after,
        continues: false,
        ..whole
    };
    found.extend(
        [first, second]
            .into_iter()
            .filter(|span| !span.inner.is_empty()),
    );
}

fn dashed(reading: &Reading, block: usize, run: Range<usize>) -> Option<Span> {
    let inner = trimmed(reading, run.clone());
    let dash = run.start.checked_sub(1)?;
    (!inner.is_empty()).then_some(Span {
        block,
        outer: dash..run.end,
        words: run,
        inner,
        end: End::Closed,
        form: Form::Dash,
        continues: false,
    })
}

/// The words of a paragraph that begin in a run of bytes.
fn words(reading: &Reading, block: usize, bytes: Range<usize>) -> Range<usize> {
    let all = reading.blocks[block].words.clone();
    let words = &reading.words[all.clone()];
    let first = words.partition_point(|word| word.start < bytes.start);
    let end = words.partition_point(|word| word.start < bytes.end);
    all.start + first..all.start + end.max(first)
}

/// The bytes of words, without a comma at their end: it belongs to the sentence around.
fn trimmed(reading: &Reading, words: Range<usize>) -> Range<usize> {
    let comma = words
        .clone()
        .next_back()
        .is_some_and(|at| reading.is(at, Class::COMMA));
    reading.bytes(words.start..words.end - usize::from(comma))
}
