//! Records that are contested, and whether the text says so.

use super::finding::{Finding, Verdict};
use super::index::Index;
use super::sentence::{Sentence, Sentences};
use crate::cite::caveats;
use crate::contested::Standing;
use crate::dossier::{Kind, Ref};

/// Words by which a text says that something is contested; beginnings of words.
const SAID: [&str; 26] = [
    "contested",
    "disput",
    "≠",
    "conflict",
    "contradict",
    "disagree",
    "not fit",
    "cannot both",
    "cannot all",
    "inconsisten",
    "differ",
    "another source",
    "other source",
    "other article",
    "another article",
    "at odds",
    "doubt",
    "unclear",
    "not agree",
    "queried",
    "query",
    "question",
    "incompatible",
    "irreconcil",
    "discrepan",
    "hard to reconcile",
];

/// The verdict on what a record supports: supported, or contested with or without its clause.
pub(super) fn settle(
    index: &Index<'_>,
    sentences: &Sentences<'_>,
    sentence: &Sentence,
    record: Ref,
    finding: Finding,
) -> Finding {
    let finding = finding.of(record);
    let standing = index.contests.standing(record);
    if !standing.is_some_and(Standing::is_doubt) {
        return finding;
    }
    if says_so(index, sentences, sentence, record) {
        return Finding {
            verdict: Verdict::ContestedWithClause,
            ..finding
        };
    }
    let clauses = caveats(index.dossier, index.contests, record);
    Finding {
        verdict: Verdict::Contested,
        note: match standing {
            Some(Standing::Conflict) => "another statement of the dossier contradicts it",
            _ => "a query: the dossier raises a doubt about it",
        }
        .to_owned(),
        suggestion: clauses.into_iter().next(),
        ..finding
    }
}

/// Does the paragraph say that it is contested, or give what contradicts it?
fn says_so(index: &Index<'_>, sentences: &Sentences<'_>, sentence: &Sentence, record: Ref) -> bool {
    // A footnote to a dispute, or its title elsewhere in the text.
    let dispute = |record: &Ref| record.kind == Kind::Dispute;
    if sentence.bound.iter().any(dispute) {
        return true;
    }
    let mut places = index.contests.places(record);
    if places.any(|at| sentences.contested.contains(&at)) {
        return true;
    }
    let paragraph = sentences.around(sentence);
    let low = paragraph.to_lowercase();
    if SAID.iter().any(|word| low.contains(word)) {
        return true;
    }
    let mut rivals = index
        .contests
        .of(record)
        .filter(|(one, _)| one.standing.is_doubt())
        .flat_map(|(one, _)| one.records(index.dossier));
    rivals.any(|rival| {
        let number = (rival.kind == Kind::Observation && rival != record)
            .then(|| index.dossier.observation(rival.at).1.value)
            .flatten();
        number.is_some_and(|number| has_number(paragraph, &number.printed()))
    })
}

/// Is a number in a text, not as a part of another?
fn has_number(text: &str, number: &str) -> bool {
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit() || c == '.');
    text.match_indices(number).any(|(at, _)| {
        let (before, behind) = (&text[..at], &text[at + number.len()..]);
        let mut next = behind.chars();
        let first = next.next();
        let decimal = first == Some('.') && next.next().is_some_and(|c| c.is_ascii_digit());
        !digit(before.chars().next_back()) && !first.is_some_and(|c| c.is_ascii_digit()) && !decimal
    })
}
