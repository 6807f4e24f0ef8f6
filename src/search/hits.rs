//! Where what is looked for stands in a text.

use std::ops::Range;

use super::fuzzy::Likeness;
use super::runs::{is_short, runs};
use super::{Folded, How, Query, Test};

impl Query {
    /// Where the words that are looked for anywhere occur in `text`: ranges of its bytes, in
    /// order, without overlaps.
    pub fn hits(&self, text: &str) -> Vec<Range<usize>> {
        let needles: Vec<_> = self.included().collect();
        if needles.is_empty() {
            return Vec::new();
        }
        let folded = Folded::new(text);
        let found = needles
            .into_iter()
            .flat_map(|(needle, how)| occurrences(folded.text(), needle, how));
        merge(found.map(|range| folded.original(range)).collect())
    }

    /// What is looked for anywhere, and how.
    pub(super) fn included(&self) -> impl Iterator<Item = (&str, How)> {
        let included = self.clauses.iter().filter(|clause| !clause.excluded);
        let tests = included.flat_map(|clause| &clause.any_of);
        tests.filter_map(|test| match test {
            Test::Text {
                field: None,
                needle,
                how,
            } => Some((needle.as_str(), *how)),
            _ => None,
        })
    }
}

/// Does `needle` occur in `text`?
pub(super) fn occurs(text: &str, needle: &str, how: How) -> bool {
    match how {
        How::Part => text.contains(needle),
        How::Whole => whole(text, needle).next().is_some(),
        How::Like => Likeness::new(needle).any(words(text).map(|range| &text[range])),
    }
}

/// Where `needle` stands in `text`.
pub(super) fn occurrences(text: &str, needle: &str, how: How) -> Vec<Range<usize>> {
    match how {
        How::Part => parts(text, needle).collect(),
        How::Whole => whole(text, needle).collect(),
        How::Like => {
            let ranges: Vec<_> = words(text).collect();
            let words: Vec<_> = ranges.iter().map(|range| &text[range.clone()]).collect();
            let like = Likeness::new(needle).among(&words);
            like.into_iter().map(|at| ranges[at].clone()).collect()
        }
    }
}

fn parts<'a>(text: &'a str, needle: &'a str) -> impl Iterator<Item = Range<usize>> + 'a {
    text.match_indices(needle)
        .map(|(at, hit)| at..at + hit.len())
}

/// Where no letter or digit touches it.
pub(super) fn whole<'a>(text: &'a str, needle: &'a str) -> impl Iterator<Item = Range<usize>> + 'a {
    parts(text, needle).filter(move |range| is_whole(text, range.clone()))
}

/// Does no letter or digit touch a part of a text?
pub(super) fn is_whole(text: &str, range: Range<usize>) -> bool {
    touches(text, range) == (false, false)
}

/// Whether a letter or digit touches a part of a text before and behind.
pub(super) fn touches(text: &str, range: Range<usize>) -> (bool, bool) {
    let is = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let before = text[..range.start].chars().next_back();
    (is(before), is(text[range.end..].chars().next()))
}

/// The words of a folded text.
fn words(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    runs(text.as_bytes()).filter(is_short)
}

/// Ranges in order, those that touch as one.
pub(super) fn merge(mut ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
    ranges.sort_by_key(|range| (range.start, range.end));
    let mut merged: Vec<Range<usize>> = Vec::new();
    for range in ranges {
        match merged.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => merged.push(range),
        }
    }
    merged
}
