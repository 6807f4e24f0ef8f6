//! The verdict on one anchor.

use std::ops::Range;

use super::folded::{Folded, Words};
use super::near::nearest;
use super::texts::SourceText;
use super::{Anchor, Around, Texts, Verdict};
use crate::dossier::text::clean_line;
use crate::dossier::{Evidence, Text};

/// Words to either side of an ambiguous place.
const AROUND: usize = 3;

/// Judges an anchor: first its words, then the digits of its figure.
pub(super) fn anchor(texts: &Texts, anchor: &Anchor) -> Verdict {
    let text = texts.get(&anchor.evidence.source);
    let verdict = text.map_or(Verdict::NoText, |text| {
        words(text, &anchor.evidence, &anchor.words)
    });
    match (&anchor.lost_digits, &verdict) {
        (Some(_), Verdict::Drifted(_) | Verdict::Altered { .. } | Verdict::Missing) | (None, _) => {
            verdict
        }
        (Some(digits), _) => Verdict::Digits(digits.clone()),
    }
}

/// Judges words, each line of them in a paragraph of its own, and several runs one behind the other in
/// one paragraph: the first that is not found, or where all are.
pub(super) fn words(text: &SourceText, evidence: &Evidence, words: &str) -> Verdict {
    let mut found: Vec<Range<usize>> = Vec::new();
    for (at, line) in pieces(evidence, words) {
        let paragraph = evidence.paragraph as usize + at;
        let before = found.last().map_or(0, |range| range.end);
        let verdict = match runs(evidence) {
            Some(_) => run(text, evidence, line, (paragraph, before)),
            None => one(text, evidence, line, paragraph),
        };
        match verdict {
            Verdict::Found(ranges) => found.extend(ranges),
            other => return other,
        }
    }
    if found.is_empty() {
        return Verdict::Missing;
    }
    Verdict::Found(found)
}

/// The runs of an anchor, where it has more than one.
fn runs(evidence: &Evidence) -> Option<&[Text]> {
    let runs = evidence.exact.as_ref()?.runs();
    (runs.len() > 1).then_some(runs)
}

/// What is looked for, each piece with how many paragraphs behind the first it has to be.
pub(super) fn pieces<'a>(evidence: &'a Evidence, words: &'a str) -> Vec<(usize, &'a str)> {
    match runs(evidence) {
        Some(runs) => runs.iter().map(|run| (0, run.as_str())).collect(),
        None => lines(words).enumerate().collect(),
    }
}

/// Judges a run: found at its first place behind the run before it, of which `before` is the last
/// character. Where it is only before that, the runs are not in their order, and there is no such
/// passage.
fn run(text: &SourceText, evidence: &Evidence, run: &str, place: (usize, usize)) -> Verdict {
    let elsewhere = || match one(text, evidence, run, place.0) {
        Verdict::Found(_) | Verdict::Ambiguous(_) => Verdict::Missing,
        other => other,
    };
    behind(text, evidence, run, place).unwrap_or_else(elsewhere)
}

/// The first place of a run behind the run before it.
fn behind(
    text: &SourceText,
    evidence: &Evidence,
    run: &str,
    (paragraph, before): (usize, usize),
) -> Option<Verdict> {
    let spots = text.folded(paragraph)?.spots(&wanted(evidence, run));
    let mut places = spots.iter().map(|spot| text.chars(paragraph, spot));
    let place = places.find(|place| place.start >= before)?;
    Some(Verdict::Found(vec![place]))
}

/// The paragraphs of an anchor's words.
pub(super) fn lines(words: &str) -> impl Iterator<Item = &str> {
    words.lines().filter(|line| !line.trim().is_empty())
}

/// The words of one paragraph, ready to be looked for.
pub(super) fn wanted(evidence: &Evidence, line: &str) -> Words {
    let fold = |text: &str| Folded::new(text).text().to_owned();
    Words {
        exact: fold(line),
        prefix: fold(evidence.prefix.as_deref().unwrap_or_default()),
        suffix: fold(evidence.suffix.as_deref().unwrap_or_default()),
    }
}

/// Words alone, ready to be looked for.
pub(super) fn words_of(words: &str) -> Words {
    Words {
        exact: Folded::new(words).text().to_owned(),
        prefix: String::new(),
        suffix: String::new(),
    }
}

fn one(text: &SourceText, evidence: &Evidence, line: &str, paragraph: usize) -> Verdict {
    let words = wanted(evidence, line);
    let here = text.folded(paragraph);
    let spots = here.map_or(Vec::new(), |folded| folded.spots(&words));
    match (spots.as_slice(), here) {
        ([spot], _) => return Verdict::Found(vec![text.chars(paragraph, spot)]),
        ([_, ..], Some(folded)) => {
            return Verdict::Ambiguous(spots.iter().map(|spot| around(folded, spot)).collect());
        }
        _ => {}
    }
    let elsewhere = (1..=text.len()).filter(|number| {
        let folded = text.folded(*number);
        folded.is_some_and(|folded| !folded.spots(&words).is_empty())
    });
    let mut elsewhere: Vec<_> = elsewhere.collect();
    if elsewhere.is_empty() {
        return altered(text, evidence, line, paragraph);
    }
    elsewhere.sort_by_key(|number| number.abs_diff(paragraph));
    Verdict::Drifted(elsewhere)
}

/// The nearest passage, when one is near at all. Prefix and suffix are compared with it: the slip
/// may be in them.
fn altered(text: &SourceText, evidence: &Evidence, line: &str, paragraph: usize) -> Verdict {
    let parts = [
        evidence.prefix.as_deref(),
        Some(line),
        evidence.suffix.as_deref(),
    ];
    let parts: Vec<_> = parts.into_iter().flatten().map(str::trim).collect();
    let all = parts.join(" ");
    let folded = Folded::new(&all);
    let Some(near) = nearest(text, &folded, paragraph) else {
        return Verdict::Missing;
    };
    let place = text
        .paragraph(near.paragraph)
        .zip(text.folded(near.paragraph));
    let diff = place.map_or(Vec::new(), |there| near.diff((&all, &folded), there));
    Verdict::Altered {
        paragraph: near.paragraph,
        diff,
    }
}

fn around(folded: &Folded, spot: &Range<usize>) -> Around {
    let (before, after) = folded.around(spot);
    let mut last: Vec<_> = before.split_whitespace().rev().take(AROUND).collect();
    last.reverse();
    let first: Vec<_> = after.split_whitespace().take(AROUND).collect();
    Around {
        before: clean_line(&last.join(" ")),
        after: clean_line(&first.join(" ")),
    }
}
