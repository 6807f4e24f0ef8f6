//! Names in a run of words, as capital letters show them: enough to say where who took part is named.

use std::ops::Range;

use crate::extract::date::TimeExpression;
use crate::extract::nation;
use crate::extract::word::{Word, Words};

/// A run of capitals, with small words between them, that begins here.
pub(super) fn name(
    words: &Words<'_>,
    at: usize,
    end: usize,
    times: &[TimeExpression],
) -> Option<Range<usize>> {
    let capital = |at: usize| at < end && words.get(at).is_some_and(Word::is_capital);
    if !capital(at) || is_time(words, at, times) || is_opener(words, at) {
        return None;
    }
    let mut last = at;
    loop {
        let next = last + 1;
        // "Laos' President": the mark of the owner, not that of a quotation.
        let owner = matches!(words.low(next), "'" | "’")
            && words.is_glued(next)
            && words.low(last).ends_with('s')
            && !words.is_glued(next + 1);
        let small = owner
            || matches!(
                words.low(next),
                "of" | "the" | "de" | "for" | "-" | "/" | "van" | "bin"
            );
        let after = next + usize::from(small);
        let joint = after + usize::from(small && words.low(after) == "the");
        if !capital(joint) || is_time(words, joint, times) {
            break;
        }
        last = joint;
    }
    Some(at..last + 1)
}

fn is_time(words: &Words<'_>, at: usize, times: &[TimeExpression]) -> bool {
    let next = times.partition_point(|time| time.words.end <= at);
    let inside = times.get(next).is_some_and(|time| time.words.start <= at);
    inside || is_weekday(words.low(at))
}

pub(super) fn is_weekday(low: &str) -> bool {
    matches!(
        low,
        "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday"
    )
}

/// A small word with a capital, as a sentence begins with.
fn is_opener(words: &Words<'_>, at: usize) -> bool {
    matches!(
        words.low(at),
        "the"
            | "a"
            | "an"
            | "in"
            | "on"
            | "at"
            | "he"
            | "she"
            | "they"
            | "it"
            | "we"
            | "i"
            | "after"
            | "before"
            | "during"
            | "earlier"
            | "later"
            | "both"
            | "this"
            | "that"
            | "these"
            | "as"
            | "when"
            | "while"
            | "his"
            | "her"
            | "their"
            | "its"
            | "also"
    )
}

/// The place that a preposition before it names: "in Moscow", "at the Kremlin".
pub(super) fn place(
    words: &Words<'_>,
    within: Range<usize>,
    times: &[TimeExpression],
    prepositions: &[&str],
) -> Option<Range<usize>> {
    within.clone().find_map(|at| {
        if !prepositions.contains(&words.low(at)) {
            return None;
        }
        let first = at + 1 + usize::from(matches!(words.low(at + 1), "the" | "la" | "le"));
        name(words, first, within.end, times)
            .map(|name| with_kind(words, name))
            .or_else(|| name(words, behind_kind(words, first)?, within.end, times))
    })
}

/// "the Finnish capital": an adjective names no place without its noun.
fn with_kind(words: &Words<'_>, name: Range<usize>) -> Range<usize> {
    let noun = matches!(words.low(name.end), "capital" | "port" | "city" | "town");
    let described = words.get(name.start).is_some_and(|word| {
        nation::find(word.text, &std::iter::empty()).is_some_and(|found| found.adjective)
    });
    let kind = noun && described && name.len() == 1;
    name.start..name.end + usize::from(kind)
}

/// Behind "northern city of": where the name of the place begins.
fn behind_kind(words: &Words<'_>, first: usize) -> Option<usize> {
    let of = (first + 1..first + 3).find(|at| words.low(*at) == "of")?;
    let kind = matches!(
        words.low(of - 1),
        "city" | "town" | "port" | "capital" | "village" | "province" | "region" | "district"
    );
    (kind && words.same_sentence(first, of)).then_some(of + 1)
}
