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
        room: width.room(&text[pair[0].clone()], &text[pair[1].clone()]),
        runs_on: text[pair[0].clone()].ends_with(is_inside)
            && text[pair[1].clone()].starts_with(char::is_lowercase),
    };
    let pairs: Vec<_> = lines.windows(2).map(pair).collect();
    is_wrapped(text, &pairs).then(|| joined(&lines, &pairs))
}

/// A line with what is known of the break after it.
struct Pair {
    first: Range<usize>,
    /// Is there a blank line?
    gap: bool,
    room: Room,
    /// Does it end inside a sentence, and the next line begin with a small letter?
    runs_on: bool,
}

/// What room there was for the next word on a line.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Room {
    Missing,
    /// Lines that were set in type differ a little in width.
    Scarce,
    Ample,
}

fn is_inside(end: char) -> bool {
    end.is_alphabetic() || matches!(end, ',' | '-' | '\u{ad}')
}

/// Are most breaks where the next word had no room, and do sentences run on over them? Rows of a
/// table, verses and paragraphs of one line do not.
fn is_wrapped(text: &str, pairs: &[Pair]) -> bool {
    let breaks: Vec<_> = pairs.iter().filter(|pair| !pair.gap).collect();
    let count = |is: fn(&Pair) -> bool| breaks.iter().filter(|pair| is(pair)).count();
    let lengths = breaks
        .iter()
        .map(|pair| text[pair.first.clone()].split_whitespace().count());
    let (inside, words) = (
        count(|pair| pair.room != Room::Ample),
        lengths.sum::<usize>(),
    );
    let runs_on = count(|pair| pair.runs_on && pair.room != Room::Ample);
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
    let early = pairs
        .iter()
        .filter(|pair| pair.room != Room::Missing && !pair.gap)
        .count();
    let ends = |pair: &Pair| pair.gap || gaps < early && pair.room != Room::Missing;
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

    /// What room the first word of `next` would have had behind `line`.
    fn room(&self, line: &str, next: &str) -> Room {
        let word = first_word(next);
        let chars = line.chars().count() + 1 + word.chars().count();
        if chars > self.chars || line.len() + 1 + word.len() > self.bytes {
            Room::Missing
        } else if 5 * chars >= 4 * self.chars {
            Room::Scarce
        } else {
            Room::Ample
        }
    }
}

fn first_word(line: &str) -> &str {
    line.split_whitespace().next().unwrap_or_default()
}
