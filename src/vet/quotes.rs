//! Words between quotation marks: who said them, and whether they were said so.

mod find;
mod speaker;

use std::ops::Range;

use super::contest;
use super::diff::Diff;
use super::finding::{Finding, Item, Verdict};
use super::index::Index;
use super::sentence::Sentences;
use crate::dossier::{Kind, Ref};
use find::Spoken;

/// Fewer words between quotation marks are a name or a way of speaking.
const LEAST: usize = 4;

/// From so alike on, words are those of the dossier with a slip in them.
const ALIKE: f64 = 0.62;

/// A finding for every quotation.
pub(super) fn check(index: &Index<'_>, sentences: &Sentences<'_>) -> Vec<Finding> {
    let mut ranges: Vec<Range<usize>> = sentences.quoted.clone();
    // What a transcript or a block gives as speech without marks.
    for speech in &sentences.speeches.speeches {
        for run in &speech.runs {
            let over = |range: &Range<usize>| range.start < run.end && run.start < range.end;
            if !ranges.iter().any(over) {
                ranges.push(run.clone());
            }
        }
    }
    ranges.sort_by_key(|range| range.start);
    ranges.dedup();
    if ranges.is_empty() {
        return Vec::new();
    }
    let spoken = Spoken::new(index);
    let found = ranges.iter();
    found
        .filter_map(|range| judge(index, sentences, &spoken, range))
        .collect()
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
    let longest = pieces.iter().max_by_key(|part| part.len())?;
    let Some((record, text)) = spoken.find(longest) else {
        return (count >= LEAST).then(|| new(Verdict::NotInTheDossier));
    };
    let diffs: Vec<Diff> = pieces.iter().map(|part| Diff::of(part, &text)).collect();
    let worst = diffs.iter().map(|diff| diff.likeness).fold(1.0, f64::min);
    let exact = diffs.iter().all(Diff::is_same);
    if !exact && (worst < ALIKE || count < LEAST) {
        return (count >= LEAST).then(|| new(Verdict::NotInTheDossier));
    }
    if !exact {
        let shown: Vec<_> = diffs.iter().map(Diff::shown).collect();
        let there: Vec<_> = diffs.iter().map(Diff::there).collect();
        return Some(
            new(Verdict::Misquoted)
                .of(record)
                .note(format!("the words differ: {}", shown.join(" … ")))
                .suggest(format!("“{}”", there.join(" … "))),
        );
    }
    let finding = new(Verdict::Supported).of(record);
    if record.kind != Kind::Quote {
        return Some(finding);
    }
    if let Some(wrong) = speaker::check(index, sentences, range, record) {
        return Some(wrong);
    }
    let sentence = sentences.at(range.start)?;
    Some(contested(index, sentences, sentence, record, finding))
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

/// What is between ellipses and words in brackets, which stand for a gap.
fn parts(words: &str) -> Vec<String> {
    let mut plain = String::with_capacity(words.len());
    let mut rest = words;
    while let Some((before, after)) = rest.split_once('[') {
        plain.push_str(before);
        let Some((_, after)) = after.split_once(']') else {
            rest = after;
            break;
        };
        plain.push('…');
        rest = after;
    }
    plain.push_str(rest);
    let plain = plain.replace("...", "…");
    let parts = plain.split('…').map(str::trim);
    let parts = parts.map(|part| part.trim_end_matches([',', '.', ';', '!', '?']).to_owned());
    parts
        .filter(|part| part.chars().any(char::is_alphanumeric))
        .collect()
}
