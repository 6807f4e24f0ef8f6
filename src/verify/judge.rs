//! The verdict on one anchor.

use std::ops::Range;

use super::folded::Folded;
use super::folded::words::Words;
use super::near::{is_one_word, nearest};
use super::reading::Reading;
use super::source_text::SourceText;
use super::{Anchor, Around, Texts, Verdict};
use crate::dossier::text::clean_line;
use crate::dossier::{Evidence, Text};

/// Words to either side of an ambiguous place.
const AROUND: usize = 3;

/// A verdict, and where it was reached.
#[derive(Debug)]
pub(super) struct Judged<'t> {
    pub(super) verdict: Verdict,
    pub(super) reading: &'t Reading,
    /// The paragraph of that reading in which the words were to be.
    pub(super) paragraph: usize,
    /// Is the reading that of the lines as they are printed?
    pub(super) printed: bool,
}

/// Judges an anchor: first its words, then the digits of its figure, or the text of its quote.
/// Also whether the verdict is that of the lines as they are printed.
pub(super) fn anchor(texts: &Texts, anchor: &Anchor) -> (Verdict, bool) {
    let text = texts.get(&anchor.evidence.source);
    let (verdict, printed) = text.map_or((Verdict::NoText, true), |text| {
        let judged = words(text, &anchor.evidence, &anchor.words);
        (judged.verdict, judged.printed)
    });
    if matches!(
        verdict,
        Verdict::Drifted(_) | Verdict::Altered { .. } | Verdict::Missing { .. }
    ) {
        return (verdict, printed);
    }
    let own = match (&anchor.lost_digits, &anchor.misquoted) {
        (Some(digits), _) => Verdict::Digits(digits.clone()),
        (None, Some(diff)) => Verdict::Misquoted(diff.clone()),
        (None, None) => verdict,
    };
    (own, printed)
}

/// Judges words by the lines of a text, and, where they are not there, by its other readings: the
/// best verdict counts, and of equal ones that of the last.
pub(super) fn words<'t>(text: &'t SourceText, evidence: &Evidence, words: &str) -> Judged<'t> {
    let named = evidence.paragraph as usize;
    let judge = |reading: &'t Reading, paragraph, printed| Judged {
        verdict: in_reading(reading, evidence, words, paragraph),
        reading,
        paragraph,
        printed,
    };
    let mut best = judge(text.printed(), named, true);
    if best.rank() <= HERE {
        return best;
    }
    for reading in text.readings() {
        // The dossier may have counted lines, or paragraphs.
        let holding = reading
            .holding(text.printed(), named)
            .filter(|number| *number != named);
        for paragraph in holding.into_iter().chain([named]) {
            let other = judge(reading, paragraph, false);
            if other.rank() <= best.rank() {
                best = other;
            }
        }
    }
    best
}

/// The last rank of words that are in their paragraph.
const HERE: u8 = 1;

impl Judged<'_> {
    /// How far from found, from 0.
    fn rank(&self) -> u8 {
        match &self.verdict {
            Verdict::Found(_) => 0,
            Verdict::Ambiguous(places) if places.iter().all(|p| p.elsewhere.is_none()) => HERE,
            Verdict::Altered { paragraph, .. } if *paragraph == self.paragraph => 2,
            Verdict::Missing { end: None } => 4,
            Verdict::Missing { end: Some(_) } => 5,
            _ => 3,
        }
    }
}

/// Judges words, each line of them in a paragraph of its own, and several runs one behind the other in
/// one paragraph: the first that is not found, or where all are.
fn in_reading(text: &Reading, evidence: &Evidence, words: &str, first: usize) -> Verdict {
    let mut found: Vec<Range<usize>> = Vec::new();
    for (at, line) in pieces(evidence, words) {
        let paragraph = first + at;
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
        return Verdict::Missing { end: None };
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
fn run(text: &Reading, evidence: &Evidence, run: &str, place: (usize, usize)) -> Verdict {
    let elsewhere = || match one(text, evidence, run, place.0) {
        Verdict::Found(_) | Verdict::Ambiguous(_) => Verdict::Missing { end: None },
        other => other,
    };
    behind(text, evidence, run, place).unwrap_or_else(elsewhere)
}

/// The first place of a run behind the run before it.
fn behind(
    text: &Reading,
    evidence: &Evidence,
    run: &str,
    (paragraph, before): (usize, usize),
) -> Option<Verdict> {
    let spots = text.folded(paragraph)?.spots(&anchor_words(evidence, run));
    let mut places = spots.iter().map(|spot| text.chars(paragraph, spot));
    let place = places.find(|place| place.start >= before)?;
    Some(Verdict::Found(vec![place]))
}

/// The paragraphs of an anchor's words.
pub(super) fn lines(words: &str) -> impl Iterator<Item = &str> {
    words.lines().filter(|line| !line.trim().is_empty())
}

impl Words {
    /// Are they one word, with nothing around it?
    fn is_one(&self) -> bool {
        self.prefix.is_empty() && self.suffix.is_empty() && is_one_word(&self.exact)
    }
}

/// The words of one paragraph, ready to be looked for.
pub(super) fn anchor_words(evidence: &Evidence, line: &str) -> Words {
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

fn one(text: &Reading, evidence: &Evidence, line: &str, paragraph: usize) -> Verdict {
    let Some(folded) = text.folded(paragraph) else {
        let end = Some(text.len());
        return Verdict::Missing { end };
    };
    let words = anchor_words(evidence, line);
    match folded.spots(&words).as_slice() {
        [] => {}
        [spot] => return Verdict::Found(vec![text.chars(paragraph, spot)]),
        spots => {
            let places = spots.iter().map(|spot| around(folded, spot, None));
            return Verdict::Ambiguous(places.collect());
        }
    }
    let elsewhere = text.elsewhere(&words, paragraph);
    if elsewhere.is_empty() {
        return altered(text, evidence, line, paragraph);
    }
    if !words.is_one() {
        return Verdict::Drifted(elsewhere);
    }
    let place = |number: usize| {
        let folded = text.folded(number)?;
        let spot = folded.spots(&words).into_iter().next()?;
        Some(around(folded, &spot, Some(number)))
    };
    Verdict::Ambiguous(elsewhere.into_iter().filter_map(place).collect())
}

/// The nearest passage, when one is near at all. Prefix and suffix are compared with it: the slip
/// may be in them.
fn altered(text: &Reading, evidence: &Evidence, line: &str, paragraph: usize) -> Verdict {
    let parts: Vec<_> = [
        evidence.prefix.as_deref(),
        Some(line),
        evidence.suffix.as_deref(),
    ]
    .into_iter()
    .flatten()
    .map(str::trim)
    .collect();
    let all = parts.join(" ");
    let folded = Folded::new(&all);
    let Some(near) = nearest(text, &folded, paragraph) else {
        return Verdict::Missing { end: None };
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

fn around(folded: &Folded, spot: &Range<usize>, elsewhere: Option<usize>) -> Around {
    let (before, after) = folded.around(spot);
    let mut last: Vec<_> = before.split_whitespace().rev().take(AROUND).collect();
    last.reverse();
    let first: Vec<_> = after.split_whitespace().take(AROUND).collect();
    Around {
        elsewhere,
        before: clean_line(&last.join(" ")),
        after: clean_line(&first.join(" ")),
    }
}
