//! One way to read a source text: its paragraphs, folded once, and which words are in them.

use std::ops::Range;
use std::sync::{Arc, OnceLock};

use super::folded::words::Words;
use super::folded::{Folded, Hyphens};
use super::index::{Index, Pairs};

/// Paragraphs elsewhere that are named for an anchor: what is in more of them is a set phrase.
const ELSEWHERE: usize = 20;

/// Paragraphs that are searched for words that are all common; of more, pairs of words choose.
const COMMON: usize = 64;

/// A way to read a text: which characters of it count, and where its paragraphs are.
#[derive(Debug)]
pub(super) struct Reading {
    text: Arc<str>,
    /// The text with markup replaced by as many NUL bytes, blanks and ends of lines, if any was.
    bare: Option<String>,
    paragraphs: Vec<Line>,
    index: OnceLock<Index>,
    pairs: OnceLock<Pairs>,
}

/// One paragraph: a line of the text that is not blank, or several.
#[derive(Debug)]
pub(super) struct Line {
    pub(super) range: Range<usize>,
    /// The characters of the text before it.
    chars: usize,
    /// Is a character a byte in it?
    plain: bool,
    pub(super) folded: Folded,
}

impl Reading {
    /// The lines of a text, or of what is left of it without markup.
    pub(super) fn new(text: Arc<str>, bare: Option<String>) -> Self {
        let ranges = lines(bare.as_deref().unwrap_or(&text)).collect();
        Self::cut(text, bare, ranges, Hyphens::default())
    }

    /// A text of these paragraphs, which follow each other.
    pub(super) fn cut(
        text: Arc<str>,
        bare: Option<String>,
        ranges: Vec<Range<usize>>,
        hyphens: Hyphens,
    ) -> Self {
        let shown = bare.as_deref().unwrap_or(&text);
        let (mut at, mut chars) = (0, 0);
        let line = |range: Range<usize>| {
            chars += text[at..range.start].chars().count();
            at = range.start;
            Line {
                chars,
                plain: text[range.clone()].is_ascii(),
                folded: Folded::hyphenated(&shown[range.clone()], hyphens),
                range,
            }
        };
        let paragraphs = ranges.into_iter().map(line).collect();
        Self {
            text,
            bare,
            paragraphs,
            index: OnceLock::new(),
            pairs: OnceLock::new(),
        }
    }

    /// The text as it was given.
    pub(super) fn original(&self) -> &Arc<str> {
        &self.text
    }

    /// All of it, markup as NUL bytes.
    pub(super) fn text(&self) -> &str {
        self.bare.as_deref().unwrap_or(&self.text)
    }

    /// How many paragraphs there are.
    pub(super) fn len(&self) -> usize {
        self.paragraphs.len()
    }

    fn line(&self, number: usize) -> Option<&Line> {
        self.paragraphs.get(number.checked_sub(1)?)
    }

    /// Where a paragraph, counted from 1, stands in the text.
    pub(super) fn range(&self, number: usize) -> Option<Range<usize>> {
        Some(self.line(number)?.range.clone())
    }

    /// The words of a paragraph, counted from 1, markup as NUL bytes.
    pub(super) fn paragraph(&self, number: usize) -> Option<&str> {
        Some(&self.text()[self.line(number)?.range.clone()])
    }

    /// The same, folded.
    pub(super) fn folded(&self, number: usize) -> Option<&Folded> {
        Some(&self.line(number)?.folded)
    }

    /// From which to which character of the text a range of a folded paragraph goes.
    pub(super) fn chars(&self, number: usize, range: &Range<usize>) -> Range<usize> {
        let line = &self.paragraphs[number - 1];
        let bytes = line
            .folded
            .original(range, &self.text()[line.range.clone()]);
        if line.plain {
            return line.chars + bytes.start..line.chars + bytes.end;
        }
        let words = &self.text[line.range.clone()];
        let start = line.chars + words[..bytes.start].chars().count();
        start..start + words[bytes].chars().count()
    }

    /// The number of the paragraph around an offset of the text, that paragraph, and its words.
    pub(super) fn around(&self, offset: usize) -> Option<(usize, &Line, &str)> {
        let after = self
            .paragraphs
            .partition_point(|line| line.range.start <= offset);
        let line = self.line(after)?;
        let inside = offset < line.range.end;
        inside.then(|| (after, line, &self.text()[line.range.clone()]))
    }

    /// The paragraph of this reading that holds a paragraph of another one of the same text.
    pub(super) fn holding(&self, other: &Self, number: usize) -> Option<usize> {
        let (number, _, _) = self.around(other.line(number)?.range.start)?;
        Some(number)
    }

    /// Paragraphs in which the words are, those nearest to the one that is named first.
    pub(super) fn elsewhere(&self, words: &Words, named: usize) -> Vec<usize> {
        let is_there = |number: &usize| {
            let folded = self.folded(*number);
            folded.is_some_and(|folded| !folded.spots(words).is_empty())
        };
        let numbers = self.may_hold(words);
        let (lower, higher) = numbers.split_at(numbers.partition_point(|number| *number < named));
        let (before, after) = (lower.iter().rev().copied(), higher.iter().copied());
        let near = outwards(before, after, named).filter(is_there);
        near.take(ELSEWHERE).collect()
    }

    /// The paragraphs that may hold an anchor, in order.
    fn may_hold(&self, words: &Words) -> Vec<usize> {
        let number = |number: u32| number as usize;
        let Some(list) = self.index().may_hold(words) else {
            return (1..=self.len()).collect();
        };
        let pairs = || self.pairs.get_or_init(|| Pairs::new(self.all_folded()));
        let narrow = (list.len() > COMMON).then(|| pairs().may_hold(words));
        match narrow.flatten() {
            Some(narrow) => narrow.into_iter().map(number).collect(),
            None => list.iter().copied().map(number).collect(),
        }
    }

    fn all_folded(&self) -> impl Iterator<Item = &str> {
        self.paragraphs.iter().map(|line| line.folded.text())
    }

    /// Which words are in which paragraphs.
    pub(super) fn index(&self) -> &Index {
        self.index.get_or_init(|| Index::new(self.all_folded()))
    }
}

/// Two runs of numbers that lead away from `from`, the nearest first.
fn outwards(
    before: impl Iterator<Item = usize>,
    after: impl Iterator<Item = usize>,
    from: usize,
) -> impl Iterator<Item = usize> {
    let (mut before, mut after) = (before.peekable(), after.peekable());
    std::iter::from_fn(move || match (before.peek(), after.peek()) {
        (Some(left), Some(right)) if left.abs_diff(from) <= right.abs_diff(from) => before.next(),
        (_, Some(_)) => after.next(),
        _ => before.next(),
    })
}

/// The lines of a text that are not blank, without blanks and markup at either end.
pub(super) fn lines(text: &str) -> impl Iterator<Item = Range<usize>> {
    let is_blank = |c: char| c.is_whitespace() || c == '\0';
    let starts = text.split_inclusive('\n').scan(0, |at, line| {
        let start = *at;
        *at += line.len();
        Some((start, line))
    });
    starts.filter_map(move |(at, line)| {
        let body = line.trim_matches(is_blank);
        let lead = line.len() - line.trim_start_matches(is_blank).len();
        (!body.is_empty()).then_some(at + lead..at + lead + body.len())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn may_hold(text: &str, exact: &str) -> Vec<usize> {
        let words = Words {
            exact: exact.to_owned(),
            prefix: String::new(),
            suffix: String::new(),
        };
        Reading::new(text.into(), None).may_hold(&words)
    }

    #[test]
    fn only_paragraphs_with_the_words_are_searched() {
        let common = "the price of the rice and the road\n";
        let text = common.repeat(300) + "of the price\nof rice\n" + &common.repeat(300);
        assert_eq!(
            may_hold(&text, "of rice"),
            [302],
            "all are common, but not side by side"
        );
        assert_eq!(may_hold(&text, "the road of the price"), [0; 0]);
        assert_eq!(may_hold(&text, "of the wheat"), [0; 0]);
        assert_eq!(may_hold("a\nb (c)\nd", "(c)"), [2]);
        assert_eq!(may_hold("a\n—\nd", "—"), [1, 2, 3], "nothing but a mark");
    }
}
