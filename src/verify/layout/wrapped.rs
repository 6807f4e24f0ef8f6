//! Paragraphs that were broken into lines of one width, put together again.

use std::collections::HashMap;
use std::ops::Range;

use crate::verify::reading::lines;

/// The longest line of a wrapped text: paragraphs of their own are longer soon.
const WIDEST: usize = 160;

/// The least breaks inside a paragraph from which a text is wrapped.
const BREAKS: usize = 3;

/// The ranges of the paragraphs of a text whose lines are wrapped; `None` if they are not.
pub(super) fn paragraphs(text: &str) -> Option<Vec<Range<usize>>> {
    let lines: Vec<_> = lines(text).collect();
    let width = Width::of(lines.iter().map(|line| &text[line.clone()]))?;
    let pair = |pair: &[Range<usize>]| Pair {
        first: pair[0].clone(),
        gap: text[pair[0].end..pair[1].start].matches('\n').count() > 1,
        fits: width.has_room(&text[pair[0].clone()], &text[pair[1].clone()]),
        full: width.is_full(&text[pair[0].clone()], &text[pair[1].clone()]),
        runs_on: text[pair[0].clone()].ends_with(is_inside)
            && text[pair[1].clone()].starts_with(char::is_lowercase),
    };
    let pairs: Vec<_> = lines.windows(2).map(pair).collect();
    is_wrapped(text, &pairs).then(|| joined(&lines, &pairs))
}

/// A line with what is known of the break after it.
#[expect(
    clippy::struct_excessive_bools,
    reason = "four answers about one break"
)]
struct Pair {
    first: Range<usize>,
    /// Is there a blank line?
    gap: bool,
    /// Would the next word have had room on the line?
    fits: bool,
    /// Had it hardly any room? Lines that were set in type differ a little in width.
    full: bool,
    /// Does it end inside a sentence, and the next line begin with a small letter?
    runs_on: bool,
}

fn is_inside(end: char) -> bool {
    end.is_alphabetic() || matches!(end, ',' | '-' | '\u{ad}')
}

/// Are most breaks where the next word had no room, and do sentences run on over them? Rows of a
/// table, verses and paragraphs of one line do not.
fn is_wrapped(text: &str, pairs: &[Pair]) -> bool {
    let breaks: Vec<_> = pairs.iter().filter(|pair| !pair.gap).collect();
    let count = |is: fn(&Pair) -> bool| breaks.iter().filter(|pair| is(pair)).count();
    let words = breaks
        .iter()
        .map(|pair| text[pair.first.clone()].split_whitespace().count());
    let (inside, words) = (count(|pair| pair.full), words.sum::<usize>());
    let runs_on = count(|pair| pair.runs_on && pair.full);
    inside >= BREAKS
        && 4 * inside >= 3 * breaks.len()
        && 3 * runs_on >= inside
        && words >= 4 * breaks.len()
        && 3 * commonest(
            breaks
                .iter()
                .map(|pair| first_word(&text[pair.first.clone()])),
        ) <= 2 * breaks.len()
}

/// How often the commonest of some words is among them: rows of a table begin alike.
fn commonest<'a>(words: impl Iterator<Item = &'a str>) -> usize {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    words.for_each(|word| *counts.entry(word).or_default() += 1);
    counts.into_values().max().unwrap_or_default()
}

/// Blank lines part paragraphs, if most of them are; else lines that end early.
fn joined(lines: &[Range<usize>], pairs: &[Pair]) -> Vec<Range<usize>> {
    let gaps = pairs.iter().filter(|pair| pair.gap).count();
    let early = pairs.iter().filter(|pair| pair.fits && !pair.gap).count();
    let ends = |pair: &Pair| pair.gap || gaps < early && pair.fits;
    let mut paragraphs: Vec<Range<usize>> = Vec::new();
    let mut open = false;
    for (at, line) in lines.iter().enumerate() {
        match paragraphs.last_mut().filter(|_| open) {
            Some(paragraph) => paragraph.end = line.end,
            None => paragraphs.push(line.clone()),
        }
        open = pairs.get(at).is_some_and(|pair| !ends(pair));
    }
    paragraphs
}

/// The width of the longest line, in characters and in bytes: some programs count these.
struct Width {
    chars: usize,
    bytes: usize,
}

impl Width {
    fn of<'a>(lines: impl Iterator<Item = &'a str> + Clone) -> Option<Self> {
        let chars = lines.clone().map(|line| line.chars().count()).max()?;
        let bytes = lines.map(str::len).max()?;
        (chars <= WIDEST).then_some(Self { chars, bytes })
    }

    /// Would the first word of `next` have had room behind `line`?
    fn has_room(&self, line: &str, next: &str) -> bool {
        let word = first_word(next);
        let chars = line.chars().count() + 1 + word.chars().count();
        chars <= self.chars && line.len() + 1 + word.len() <= self.bytes
    }

    /// Would it have had hardly any?
    fn is_full(&self, line: &str, next: &str) -> bool {
        let chars = line.chars().count() + 1 + first_word(next).chars().count();
        5 * chars >= 4 * self.chars
    }
}

fn first_word(line: &str) -> &str {
    line.split_whitespace().next().unwrap_or_default()
}
