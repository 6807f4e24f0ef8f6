//! Dates of a text as EDTF, never more precise than its words: printed ones, and those told from the
//! day of publication or from another date.
//!
//! Durations, ages, times of day, frequencies and anniversaries are told apart and are no dates.

mod ago;
mod another;
mod aside;
mod beginning;
mod calendar;
mod dateline;
mod deictic;
mod either;
mod era;
mod found;
mod hedge;
mod holiday;
mod names;
mod nearest;
mod phase;
mod point;
mod relative;
mod resolve;
mod running;
pub(super) mod shape;
mod shifted;
mod span;
mod tense;
mod year;

use chrono::NaiveDate;

use super::confidence::Confidence;
use super::language::Language;
use super::token::tokens;
use super::word::{Words, paragraphs};
use crate::dossier::Date;
use calendar::{Frame, Resolved};
pub(super) use dateline::is_dateline;
pub(super) use either::EITHER;
pub use found::{Edge, TimeExpression, TimeKind};
use point::Parsed;
use shape::{Extent, Point, Shape, Span};

/// What is known of a text before it is read.
#[derive(Clone, Copy, Debug, Default)]
pub struct Context {
    /// The day of its publication, from which "yesterday" is told.
    pub published: Option<NaiveDate>,
    /// Its language; found by its words where it is not known.
    pub language: Option<Language>,
}

impl Context {
    /// The language of a text.
    pub fn language_of(&self, text: &str) -> Language {
        // Function words are dense: the first pages tell.
        let start = &text[..text.floor_char_boundary(1 << 14)];
        self.language
            .unwrap_or_else(|| Language::of(&tokens(start)))
    }
}

/// Every expression of time in a text, from left to right.
pub fn dates(text: &str, context: Context) -> Vec<TimeExpression> {
    let language = context.language_of(text);
    paragraphs(text)
        .flat_map(|(offset, paragraph)| {
            in_words(&Words::new(paragraph, offset), context.published, language)
        })
        .collect()
}

/// Those of a paragraph.
pub(super) fn in_words(
    words: &Words<'_>,
    published: Option<NaiveDate>,
    language: Language,
) -> Vec<TimeExpression> {
    let mut found: Vec<TimeExpression> = Vec::new();
    // What is told from a date that is printed behind it waits for it.
    let mut waiting = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let Some(read) = read(words, at, language) else {
            at += 1;
            continue;
        };
        let (expression, shape, end) = match read {
            Read::Aside(expression, end) => (Some(expression), None, end),
            Read::Date((shape, end, rule)) => {
                let reference = before(words, at, &found, (&shape, published));
                let frame = Frame {
                    published,
                    tense: tense::tense(words, at, end),
                    reference,
                };
                let expression = dated(words, at..end, &shape, rule, frame);
                (expression, Some(shape), end)
            }
        };
        if let Some(expression) = expression {
            if let Some(shape) = shape.filter(is_told_from_another) {
                waiting.push((found.len(), shape));
            }
            found.push(expression);
            at = end;
        } else {
            at += 1;
        }
    }
    for (place, shape) in waiting {
        look_behind(words, &mut found, place, &shape, published);
    }
    either::join(words, &mut found);
    found
}

enum Read {
    Date(Parsed),
    Aside(TimeExpression, usize),
}

/// The longest expression that begins with the word `at`.
fn read(words: &Words<'_>, at: usize, language: Language) -> Option<Read> {
    let word = words.get(at)?;
    if !beginning::may_begin(words, at, word, language) {
        return None;
    }
    let date = date_at(words, at, language);
    let aside = aside::aside_at(words, at, language);
    let length = date.as_ref().map_or(0, |(_, end, _)| *end);
    match aside {
        Some(aside)
            if aside.end > length || (aside.end == length && aside.kind != TimeKind::Duration) =>
        {
            let mut end = aside.end;
            let range = words.range(at..end);
            end = end.max(at + 1);
            let expression = TimeExpression {
                range,
                kind: aside.kind,
                edtf: None,
                limits: (None, None),
                relative: false,
                edge: None,
                why: None,
                count: aside.count,
                rule: aside.rule,
                confidence: Confidence::Likely,
                words: at..end,
                extent: None,
            };
            Some(Read::Aside(expression, end))
        }
        _ => date.map(Read::Date),
    }
}

fn date_at(words: &Words<'_>, at: usize, language: Language) -> Option<Parsed> {
    let point = || {
        let (bare, bare_end) = point::point(words, at, language)?;
        let (point, end) = with_year_words(words, bare, bare_end);
        Some((Shape::Point(point), end, "date"))
    };
    let candidates = [
        point::in_digits(words, at),
        span::span(words, at, language),
        running::running(words, at, language),
        phase::phase(words, at, language),
        point(),
        relative::relative(words, at, language),
        year::year_alone(words, at),
    ];
    // Of equals the first.
    candidates
        .into_iter()
        .flatten()
        .rev()
        .max_by_key(|(_, end, _)| *end)
}

/// "March last year", "15 мая прошлого года".
fn with_year_words(words: &Words<'_>, point: Point, end: usize) -> (Point, usize) {
    if point.year.is_some() {
        return (point, end);
    }
    match deictic::year_words(words, end) {
        Some((lean, end)) => (Point { lean, ..point }, end),
        None => (point, end),
    }
}

/// The date of a shape; none where no calendar has it.
fn dated(
    words: &Words<'_>,
    place: std::ops::Range<usize>,
    shape: &Shape,
    rule: &'static str,
    frame: Frame,
) -> Option<TimeExpression> {
    let resolved = resolve::resolve(shape, frame)?;
    let valid = resolved
        .edtf
        .as_deref()
        .is_none_or(|edtf| Date::parse(edtf).is_ok());
    let Resolved {
        edtf,
        extent,
        limits,
        relative,
        why,
        confidence,
    } = resolved;
    valid.then(|| TimeExpression {
        range: words.range(place.clone()),
        kind: TimeKind::Date,
        edtf: edtf.map(|edtf| hedge::hedged(edtf, hedge::sign(words, place.start))),
        limits,
        relative,
        edge: edge(words, place.start, place.end),
        why,
        count: None,
        rule,
        confidence: confidence.min(class(rule)),
        words: place,
        extent,
    })
}

/// How sure a rule itself is.
fn class(rule: &str) -> Confidence {
    match rule {
        "bare-year" | "years-or-month" | "decade" | "point-of-list" | "weekend" => {
            Confidence::Likely
        }
        "year-or-number" | "season-of-two-years" => Confidence::Unsure,
        _ => Confidence::Sure,
    }
}

fn edge(words: &Words<'_>, at: usize, end: usize) -> Option<Edge> {
    let at = at - usize::from(at > 0 && matches!(words.low(at - 1), "the" | "le" | "der"));
    let bound = |phrases: [&str; 2]| phrases.iter().any(|one| words.ending(at, one).is_some());
    if bound(["no later than", "not later than"]) || words.after(end, "at the latest").is_some() {
        return Some(Edge::Until);
    }
    if bound(["no earlier than", "not before"]) || words.after(end, "at the earliest").is_some() {
        return Some(Edge::Since);
    }
    let onwards =
        matches!(words.low(end), "on" | "onward" | "onwards") && words.low_before(at) == "from";
    match words.low_before(at) {
        "-" if at > 1 && words.low(at - 2) == "post" => Some(Edge::After),
        "-" if at > 1 && words.low(at - 2) == "pre" => Some(Edge::Before),
        "since" | "с" | "со" | "seit" | "depuis" | "dès" => Some(Edge::Since),
        "from" if onwards => Some(Edge::Since),
        "until" | "till" | "by" | "through" | "до" | "к" | "bis" | "jusqu'à" | "jusqu'en" => {
            Some(Edge::Until)
        }
        "before" | "avant" => Some(Edge::Before),
        "to" if words.ending(at, "prior to").is_some() => Some(Edge::Before),
        "after" | "после" | "nach" | "après" => Some(Edge::After),
        _ => None,
    }
}

/// Is it told from another date of the text?
fn is_told_from_another(shape: &Shape) -> bool {
    matches!(
        shape,
        Shape::Shifted { .. } | Shape::Same(_) | Shape::SamePeriod(_)
    )
}

/// Expressions to either side that another may be told from.
const NEAR: usize = 16;

/// The nearest date before a word: certain, if it is in the same sentence. Two that are compared with one
/// date are both told from that: "in 2024, … the year before; … the year before".
fn before(
    words: &Words<'_>,
    at: usize,
    found: &[TimeExpression],
    (shape, published): (&Shape, Option<NaiveDate>),
) -> Option<(Extent, bool)> {
    let goes_back = match shape {
        Shape::SamePeriod(_) => true,
        Shape::Shifted { unit, after, .. } => *unit == Span::Year && !after,
        _ => false,
    };
    let is_compared =
        |one: &TimeExpression| matches!(one.rule, "before-another" | "of-another" | "same-period");
    let near = || found.iter().rev().take(NEAR);
    // What is told of another year is of the past, and not of a target of the sentence before.
    let is_ahead = |one: &TimeExpression| {
        let days = one.extent.zip(published);
        goes_back
            && days.is_some_and(|(extent, day)| extent.first > day)
            && !words.same_sentence(one.words.start, at)
    };
    let known = || near().filter(|one| one.extent.is_some() && !is_ahead(one));
    // "In fiscal 2023-24, which ended on 30 June, …; the previous year …": of the year, and not of the day.
    let long = |one: &&TimeExpression| one.extent.is_some_and(|extent| extent.unit > Span::Day);
    let open = |one: &&TimeExpression| !(goes_back && is_compared(one));
    let own = known()
        .find(|one| goes_back && long(one) && open(one))
        .or_else(|| known().find(open));
    let known = own.or_else(|| known().next())?;
    let extent = known.extent.filter(|extent| extent.unit <= Span::Year)?;
    Some((extent, words.same_sentence(known.words.start, at)))
}

/// Reads an expression again that is told from a date behind it in its sentence: "compared with a
/// year earlier, exports in 2024 rose".
fn look_behind(
    words: &Words<'_>,
    found: &mut [TimeExpression],
    place: usize,
    shape: &Shape,
    published: Option<NaiveDate>,
) {
    // "in the same year, less than in 2018": it is told from what is before.
    if matches!(shape, Shape::Same(_)) {
        return;
    }
    let one = &found[place];
    let same = |other: &TimeExpression| words.same_sentence(one.words.start, other.words.start);
    if found[..place]
        .iter()
        .any(|other| same(other) && other.extent.is_some())
    {
        return;
    }
    let later = found[place + 1..].iter().filter(|other| same(other));
    let Some(reference) = later
        .filter_map(|other| other.extent)
        .find(|e| e.unit <= Span::Year)
    else {
        return;
    };
    let tense = tense::Tense::Past;
    let frame = Frame {
        published,
        tense,
        reference: Some((reference, true)),
    };
    let (range, rule) = (one.words.clone(), one.rule);
    if let Some(again) = dated(words, range, shape, rule, frame) {
        found[place] = again;
    }
}

#[cfg(test)]
mod tests;
