//! Words between quotation marks: who said them, and whether they were said so.

mod find;
mod runs;
mod speaker;

use std::ops::Range;

use super::actors::Who;
use super::contest;
use super::diff::{ALIKE, Diff, has_words, parts};
use super::finding::{Finding, Item, Verdict};
use super::footnote::misquoted::Misquoted;
use super::index::Index;
use super::sentence::Sentences;
use crate::dossier::{Kind, Ref};
use find::Spoken;

/// Fewer words between quotation marks are a name or a way of speaking.
const LEAST: usize = 4;

/// A finding for every quotation.
pub(super) fn check(index: &Index<'_>, sentences: &Sentences<'_>) -> Vec<Finding> {
    let ranges = ranges(sentences);
    if ranges.is_empty() {
        return Vec::new();
    }
    let longest = ranges.iter().filter_map(|range| {
        let pieces = parts(sentences.words(range));
        longest(&pieces).cloned()
    });
    let spoken = Spoken::new(index, longest);
    let found = ranges.iter();
    found
        .filter_map(|range| judge(index, sentences, &spoken, range))
        .collect()
}

/// What is between quotation marks, and what a transcript or a block gives as speech without marks; in
/// order.
fn ranges(sentences: &Sentences<'_>) -> Vec<Range<usize>> {
    let quoted = &sentences.quoted;
    let is_free = |run: &&Range<usize>| {
        let next = quoted.partition_point(|range| range.end <= run.start);
        quoted.get(next).is_none_or(|range| range.start >= run.end)
    };
    let speeches = sentences.speeches.speeches.iter();
    let runs = speeches.flat_map(|speech| &speech.runs).filter(is_free);
    let mut ranges: Vec<Range<usize>> = quoted.iter().chain(runs).cloned().collect();
    ranges.sort_by_key(|range| (range.start, range.end));
    let mut end = 0;
    ranges.retain(|range| {
        let is_new = range.start >= end;
        end = end.max(range.end);
        is_new
    });
    ranges
}

fn judge(
    index: &Index<'_>,
    sentences: &Sentences<'_>,
    spoken: &Spoken<'_>,
    range: &Range<usize>,
) -> Option<Finding> {
    let words = sentences.words(range);
    let count = words.split_whitespace().count();
    if spoken.is_name(words) {
        return None;
    }
    let new = |verdict| Finding::new(Item::Quotation, verdict, range.clone());
    let pieces = parts(words);
    let longest = longest(&pieces)?;
    // So few words count only where they are the dossier's.
    let found = spoken.find(longest, if count < LEAST { 1.0 } else { ALIKE });
    let Some((record, text)) = found else {
        let unknown =
            || (count >= LEAST && !is_byname(words)).then(|| new(Verdict::NotInTheDossier));
        return short(sentences, spoken, range).or_else(unknown);
    };
    let is_whole = pieces.iter().all(|part| has_words(&text, part));
    let compared = pieces.iter().filter(|_| !is_whole);
    let diffs: Vec<Diff> = compared.map(|part| Diff::of(part, &text)).collect();
    let worst = diffs.iter().map(|diff| diff.likeness).fold(1.0, f64::min);
    let exact = diffs.iter().all(Diff::is_same);
    if !exact && (worst < ALIKE || count < LEAST) {
        let unknown =
            || (count >= LEAST && !is_byname(words)).then(|| new(Verdict::NotInTheDossier));
        return short(sentences, spoken, range).or_else(unknown);
    }
    if !exact {
        let shown: Vec<_> = diffs.iter().map(Diff::shown).collect();
        let there: Option<Vec<String>> = diffs.iter().map(|diff| diff.corrected(&text)).collect();
        let note = format!("the words differ: {}", shown.join(" … "));
        let suggestion = there.map(|there| format!("“{}”", there.join(" … ")));
        return Some(Finding {
            suggestion,
            ..new(Verdict::Misquoted).of(record).note(note)
        });
    }
    let finding = new(Verdict::Supported).of(record);
    if record.kind != Kind::Quote {
        let wrong = speaker::of_claim(index, sentences, range, record);
        return Some(wrong.unwrap_or(finding));
    }
    if let Some(wrong) = speaker::check(index, sentences, range, record) {
        return Some(wrong);
    }
    // A word or two say nothing that could be contested.
    if count < LEAST {
        return Some(finding);
    }
    let sentence = sentences.at(range.start)?;
    Some(contested(index, sentences, sentence, record, finding))
}

/// "Land of a Million Elephants": a name in capitals, which nobody says.
fn is_byname(words: &str) -> bool {
    /// Letters of a small word within a name.
    const SMALL: usize = 3;
    /// Words of a name.
    const MOST: usize = 7;
    let all: Vec<&str> = words.split_whitespace().collect();
    let is_capital = |word: &&str| word.starts_with(char::is_uppercase);
    let is_small = |word: &&str| word.chars().count() <= SMALL;
    let ends = all.first().is_some_and(is_capital) && all.last().is_some_and(is_capital);
    ends && all.len() <= MOST && all.iter().all(|word| is_capital(word) || is_small(word))
}

/// Two or three words of somebody whom the sentence or those before it name, one of them another than
/// was said.
fn short(sentences: &Sentences<'_>, spoken: &Spoken<'_>, range: &Range<usize>) -> Option<Finding> {
    let sentence = sentences.at(range.start)?;
    let all = std::iter::once(sentence).chain(sentences.context(sentence));
    let spots = all.flat_map(|one| &one.spots);
    let people: Vec<Ref> = spots
        .filter_map(|spot| match spot.who {
            Who::Record(record) if record.kind == Kind::Person => Some(record),
            _ => None,
        })
        .collect();
    let words = sentences.words(range);
    let (record, there) = spoken.nearly(words, &people)?;
    let diff = Diff::of(words.trim_end_matches([',', '.', ';', '!', '?']), &there);
    let note = format!("the words differ: {}", diff.shown());
    let finding = Finding::new(Item::Quotation, Verdict::Misquoted, range.clone());
    Some(finding.of(record).note(note).suggest(format!("“{there}”")))
}

/// Speech is contested only where its own words are, and a quotation says whose they are.
fn contested(
    index: &Index<'_>,
    sentences: &Sentences<'_>,
    sentence: &super::sentence::Sentence,
    record: Ref,
    finding: Finding,
) -> Finding {
    let standing = index.contests.standing(record);
    if standing == Some(crate::contested::Standing::Conflict) {
        return contest::settle(index, sentences, sentence, record, finding);
    }
    finding
}

/// The part of a quotation by which it is looked for.
fn longest(pieces: &[String]) -> Option<&String> {
    pieces.iter().max_by_key(|part| part.len())
}

/// A finding for every quotation of a footnote with other words than those of its passage or from another paragraph,
/// at the sentence that has the footnote.
pub(super) fn footnotes(sentences: &Sentences<'_>) -> Vec<Finding> {
    let of_sentences = sentences.iter().flat_map(|sentence| {
        let all = sentence.misquoted.iter();
        all.map(|one| (one, sentence.range.clone()))
    });
    let finding = |(one, range): (&Misquoted, Range<usize>)| {
        let finding = Finding::new(Item::Quotation, Verdict::Misquoted, range);
        finding.of(one.record).note(one.note.clone())
    };
    of_sentences.map(finding).collect()
}
