//! What a text has word for word from the dossier is in it: the titles of records, speech that was found, and
//! a figure that a sentence gives again.

use std::collections::HashSet;
use std::ops::Range;

use memchr::memmem;

use super::finding::{Finding, Item, Verdict};
use super::index::Index;
use super::sentence::Sentences;
use crate::brief::spoken;
use crate::contested::Severity;
use crate::describe::title::figure;
use crate::dossier::{Dossier, Kind, Observation, Ref};

/// Bytes of a title that are looked up first: an archive may have a million titles.
const BEGINNING: usize = 8;

/// Supports what is not in the dossier by other means, and leaves out what a quotation speaks for.
pub(super) fn settle(index: &Index<'_>, sentences: &Sentences<'_>, findings: &mut Vec<Finding>) {
    if !findings.iter().any(is_unknown) {
        return;
    }
    let of = |found: &[Finding], item: Item| -> Vec<Range<usize>> {
        let known = found.iter().filter(|one| !is_unknown(one));
        let same = known.filter(|one| one.item == item);
        same.map(|one| one.range.clone()).collect()
    };
    let (speech, figures) = (of(findings, Item::Quotation), of(findings, Item::Figure));
    let titles = titles(index, sentences.text);
    findings.retain(|one| !(is_unknown(one) && speech.iter().any(|run| holds(run, &one.range))));
    for one in findings.iter_mut().filter(|one| is_unknown(one)) {
        let title = titles.iter().find(|(range, _)| {
            holds(range, &one.range) || is_rest_of_lead(sentences.text, &one.range, range)
        });
        let is_figure = one.item == Item::Figure;
        let record = match title {
            Some((_, record)) => Some(*record),
            None if is_figure && is_again(sentences, &one.range, &figures) => Some(None),
            None if is_figure => drawn(index, sentences, &titles, &one.range).map(Some),
            None => None,
        };
        if let Some(record) = record {
            let new = Finding::new(one.item, Verdict::Supported, one.range.clone());
            *one = Finding { record, ..new };
        }
    }
}

fn is_unknown(one: &Finding) -> bool {
    one.verdict == Verdict::NotInTheDossier
}

fn holds(outer: &Range<usize>, inner: &Range<usize>) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}

/// Is a title all of a range but for how serious a dispute is: "One memorandum or two (minor)"?
fn is_rest_of_lead(text: &str, range: &Range<usize>, title: &Range<usize>) -> bool {
    let rest = (range.start == title.start && title.end <= range.end)
        .then(|| text.get(title.end..range.end))
        .flatten();
    let all = [
        Severity::Grave,
        Severity::Major,
        Severity::Minor,
        Severity::Note,
    ];
    rest.is_some_and(|rest| {
        let word = rest
            .trim()
            .trim_start_matches('(')
            .trim_end_matches(['.', ')']);
        all.iter().any(|severity| severity.word() == word)
    })
}

/// Has the sentence of a figure the same number once more, in a place where it is known? "≈ 7.81 million
/// persons: 79 billion / 10,112 = 7.81 million".
fn is_again(sentences: &Sentences<'_>, range: &Range<usize>, known: &[Range<usize>]) -> bool {
    let Some(sentence) = sentences.at(range.start) else {
        return false;
    };
    let words = sentences.words(range);
    let mut here = known.iter().filter(|other| holds(&sentence.range, other));
    here.any(|other| {
        let behind = sentences
            .words(other)
            .split_once(words)
            .map(|(_, rest)| rest);
        behind.is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_digit()))
    })
}

/// The figure that a sentence gives as a chart in words does, behind the title of its series: "Trade, total,
/// 2022: about US$ 50 million".
fn drawn(
    index: &Index<'_>,
    sentences: &Sentences<'_>,
    titles: &[(Range<usize>, Option<Ref>)],
    range: &Range<usize>,
) -> Option<Ref> {
    let sentence = sentences.at(range.start)?;
    let words = sentences.words(range);
    let before = sentences.words(&(sentence.range.start..range.start));
    let here = titles
        .iter()
        .filter(|(title, _)| holds(&sentence.range, title) && title.end <= range.start);
    let series = here.filter_map(|(_, record)| record.filter(|one| one.kind == Kind::Series));
    series.into_iter().find_map(|record| {
        let series = &index.dossier.series[record.at];
        let is_it = |observation: &&Observation| {
            let period = format!("{}: ", spoken(&observation.period));
            before.ends_with(&period) && figure(series, observation) == words
        };
        let found = series.observations.iter().find(is_it)?;
        index.dossier.find(&found.id)
    })
}

/// Where in a text the titles of records are, topics and computed contradictions among them.
fn titles(index: &Index<'_>, text: &str) -> Vec<(Range<usize>, Option<Ref>)> {
    // Bytes keep their places.
    let low = text.to_ascii_lowercase();
    let runs: HashSet<&[u8]> = low.as_bytes().windows(BEGINNING).collect();
    let mut found = Vec::new();
    for (title, record) in all(index.dossier).chain(computed(index)) {
        let title = title.trim().to_ascii_lowercase();
        let beginning = title.as_bytes().get(..BEGINNING);
        let may_be = beginning.is_some_and(|run| runs.contains(run));
        if !may_be || !title.contains(' ') {
            continue;
        }
        for at in memmem::find_iter(low.as_bytes(), title.as_bytes()) {
            let range = at..at + title.len();
            if is_whole(&low, &range) {
                found.push((range, record));
            }
        }
    }
    found
}

/// Does a range begin and end with words?
fn is_whole(text: &str, range: &Range<usize>) -> bool {
    let before = text
        .get(..range.start)
        .and_then(|text| text.chars().next_back());
    let behind = text.get(range.end..).and_then(|text| text.chars().next());
    ![before, behind]
        .into_iter()
        .flatten()
        .any(char::is_alphanumeric)
}

fn all(dossier: &Dossier) -> impl Iterator<Item = (String, Option<Ref>)> {
    let kinds = [
        Kind::Event,
        Kind::Agreement,
        Kind::Series,
        Kind::Dispute,
        Kind::Source,
    ];
    let records = kinds.into_iter().flat_map(|kind| dossier.all(kind));
    let titled = records.map(|record| (dossier.title(record), Some(record)));
    let topics = dossier.about.topics.iter();
    titled.chain(topics.map(|topic| (topic.label.to_string(), None)))
}

fn computed(index: &Index<'_>) -> impl Iterator<Item = (String, Option<Ref>)> {
    let contests = index.contests.all.iter();
    contests.map(|one| (one.title.clone(), one.disputes.first().copied()))
}
