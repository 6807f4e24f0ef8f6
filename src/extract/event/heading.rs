//! The date of a heading's event: "Talks with …" above a line that is all date and place.

use std::ops::Range;

use super::chunk::time_at;
use crate::extract::date::{TimeExpression, TimeKind};
use crate::extract::token::TokenKind;
use crate::extract::word::{Word, Words};

/// Lines of a text that are its heading, at most.
const LINES: usize = 4;

/// Words of a line of date and place, at most.
const LONGEST: usize = 14;

/// The lines of a text before its first sentence.
#[derive(Debug, Default)]
pub(in crate::extract) struct Heading {
    lines: usize,
    /// Was there a sentence?
    over: bool,
}

impl Heading {
    /// Is the paragraph part of the heading: no sentence comes before it, nor is it one?
    pub(super) fn has(&mut self, words: &Words<'_>) -> bool {
        let last = words
            .len()
            .checked_sub(1)
            .map_or("", |last| words.low(last));
        self.over |= matches!(last, "." | "!" | "?" | "…" | "\"" | "”" | "»" | ":");
        !self.over
    }

    /// The day and the place of a line of the heading that has nothing else.
    pub(super) fn date<'a>(
        &mut self,
        words: &Words<'_>,
        times: &'a [TimeExpression],
    ) -> Option<(&'a TimeExpression, Option<Range<usize>>)> {
        if words.len() == 0 || self.lines >= LINES {
            return None;
        }
        self.lines += 1;
        let found = dateline(words, times).filter(|_| self.lines > 1)?;
        self.lines = LINES;
        Some(found)
    }
}

/// The day and the place of a line that has nothing else.
fn dateline<'a>(
    words: &Words<'_>,
    times: &'a [TimeExpression],
) -> Option<(&'a TimeExpression, Option<Range<usize>>)> {
    if words.len() > LONGEST {
        return None;
    }
    let time = times.iter().find(|time| {
        time.kind == TimeKind::Date && time.edtf.as_ref().is_some_and(|e| e.len() == 10)
    })?;
    let free = |at: &usize| time_at(times, *at).is_none();
    let rest: Vec<usize> = (0..words.len()).filter(free).collect();
    let word = |at: usize| {
        words
            .get(at)
            .is_some_and(|word| word.kind == TokenKind::Word)
    };
    let capital = |at: usize| words.get(at).is_some_and(Word::is_capital);
    let small = |at: usize| matches!(words.low(at), "the" | "of");
    let all = rest
        .iter()
        .all(|at| !word(*at) || capital(*at) || small(*at));
    let last = rest
        .iter()
        .rev()
        .copied()
        .find(|at| word(*at) && capital(*at));
    let place = last.map(|last| {
        let mut first = last;
        while first > 0 && word(first - 1) && capital(first - 1) && free(&(first - 1)) {
            first -= 1;
        }
        words.range(first..last + 1)
    });
    all.then_some((time, place))
}
