//! Dates told from the day of publication or from another date: "yesterday", "last March",
//! "three years ago", "a year earlier", "the same period of 2023".

use super::ago::{ago, counted};
use super::another::another;
use super::deictic::lean_and_unit;
use super::holiday::holiday;
use super::names::{month, season, unit, weekday};
use super::point::{Parsed, point};
use super::shape::{Lean, Part, Point, Shape, Span};
use crate::extract::language::Language;
use crate::extract::word::{Word, Words};

/// The relative date that begins with the word `at`.
pub(super) fn relative(words: &Words<'_>, at: usize, language: Language) -> Option<Parsed> {
    another(words, at, language)
        .or_else(|| day_word(words, at))
        .or_else(|| week_of(words, at, language))
        .or_else(|| ago(words, at, language))
        .or_else(|| leaning(words, at, language))
        .or_else(|| trailing(words, at, language))
        .or_else(|| moved(words, at))
        .or_else(|| holiday(words, at))
}

/// Words that name a day by its distance from the present one.
const DAYS: [(&str, i32); 24] = [
    ("the day before yesterday", -2),
    ("the day after tomorrow", 2),
    ("yesterday", -1),
    ("last night", -1),
    ("tomorrow", 1),
    ("today", 0),
    ("tonight", 0),
    ("this morning", 0),
    ("this afternoon", 0),
    ("this evening", 0),
    ("сегодня", 0),
    ("вчера", -1),
    ("завтра", 1),
    ("позавчера", -2),
    ("послезавтра", 2),
    ("aujourd'hui", 0),
    ("avant - hier", -2),
    ("hier", -1),
    ("demain", 1),
    ("heute", 0),
    ("vorgestern", -2),
    ("gestern", -1),
    ("übermorgen", 2),
    ("morgen", 1),
];

fn day_word(words: &Words<'_>, at: usize) -> Option<Parsed> {
    let low = words.low(at);
    let by = |by| Shape::Moved {
        unit: Span::Day,
        by,
        stage: None,
    };
    if let Some(bare) = low.strip_suffix("'s") {
        let (_, days) = DAYS.iter().find(|(phrase, _)| *phrase == bare)?;
        return Some((by(*days), at + 1, "day-word"));
    }
    let (days, end) = DAYS
        .iter()
        .find_map(|(phrase, days)| Some((*days, words.after(at, phrase)?)))?;
    // "hier" is German for "here", "der Morgen" is the morning.
    let other = match low {
        "hier" => words.low_before(at) == "sich" || is_german_here(words, at),
        "morgen" => words.get(at).is_some_and(Word::is_capital),
        _ => false,
    };
    (!other).then_some((by(days), end, "day-word"))
}

/// Is it the German "hier"? French puts articles and verbs of its own around it.
fn is_german_here(words: &Words<'_>, at: usize) -> bool {
    let german = [
        "ist", "sind", "wird", "werden", "wurde", "und", "in", "der", "die",
    ];
    german.contains(&words.low(at + 1)) || german.contains(&words.low_before(at))
}

/// "the week of March 6".
fn week_of(words: &Words<'_>, at: usize, language: Language) -> Option<Parsed> {
    let next = words
        .after(at, "week of")
        .or_else(|| words.after(at, "week beginning"))?;
    let (point, end) = point(words, next, language)?;
    let day = matches!(point.part, Part::Day(..));
    day.then_some((Shape::WeekOf(point), end, "week-of"))
}

/// "last Friday", "next March", "last fall", "this weekend".
fn leaning(words: &Words<'_>, at: usize, language: Language) -> Option<Parsed> {
    let (lean, next) = lean(words, at);
    if let Some(end) = words.after(next, "weekend") {
        let said = lean != Lean::Open || words.low_before(at) == "the";
        return said.then_some((Shape::Weekend(lean), end, "weekend"));
    }
    if let Some(name) = weekday(words, next, language) {
        return Some((Shape::Weekday(name, lean), next + 1, "weekday"));
    }
    if lean == Lean::Open {
        return None;
    }
    if let Some(code) = season(words.low(next)) {
        let point = Point {
            lean,
            ..Point::new(None, Part::Season(code))
        };
        return Some((Shape::Point(point), next + 1, "season"));
    }
    month(words, next, language)?;
    let (point, end) = point(words, next, language)?;
    Some((Shape::Point(Point { lean, ..point }), end, "month"))
}

fn lean(words: &Words<'_>, at: usize) -> (Lean, usize) {
    let lean = match words.low(at) {
        "last" | "прошлый" | "прошлую" | "минувший" | "минувшую" | "прошлое" | "letzten"
        | "vergangenen" => Lean::Last,
        "this" | "этот" | "эту" | "diesen" => Lean::This,
        "next" | "coming" | "следующий" | "следующую" | "nächsten" | "kommenden" => {
            Lean::Next
        }
        _ => return (Lean::Open, at),
    };
    (lean, at + 1)
}

/// "the past three years", "the last week": up to the publication.
fn trailing(words: &Words<'_>, at: usize, language: Language) -> Option<Parsed> {
    let article = usize::from(matches!(words.low(at), "the" | "les" | "den"));
    let next = at + article;
    let last = matches!(
        words.low(next),
        "past" | "last" | "recent" | "последние" | "последних" | "letzten" | "vergangenen"
    );
    if !last {
        return None;
    }
    let (count, end) = if unit(words.low(next + 1)).is_some() {
        // "last year" without the article is the year before.
        (article == 1 && words.low(next) != "recent").then_some((1, next + 1))?
    } else {
        counted(words, next + 1, language)?
    };
    let unit = unit(words.low(end))?;
    // "the last two months of 2020" are counted from its end.
    if matches!(words.low(end + 1), "of" | "de" | "des") {
        return None;
    }
    Some((
        Shape::Trailing { count, unit },
        end + 1,
        "up-to-publication",
    ))
}

/// "last year", "this month", "the current year".
fn moved(words: &Words<'_>, at: usize) -> Option<Parsed> {
    let (by, unit, end) = lean_and_unit(words, at)?;
    Some((
        Shape::Moved {
            unit,
            by,
            stage: None,
        },
        end,
        "unit-word",
    ))
}
