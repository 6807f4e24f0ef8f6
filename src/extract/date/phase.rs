//! Parts of a year that have no name of their own, and times that are longer or vaguer than a year:
//! quarters, halves, "the first nine months", seasons, "early 2025".

use super::deictic::{lean_and_unit, year_words};
use super::era::{decade, era};
use super::names::{month, season, unit};
use super::point::{Parsed, month_alone, year};
use super::shape::{Lean, Part, Point, Shape, Span, Stage};
use crate::extract::language::Language;
use crate::extract::number::{self, Value, ordinal, roman, whole};
use crate::extract::token::TokenKind;
use crate::extract::word::Words;

/// A part of a year that begins with the word `at`.
pub(super) fn phase(words: &Words<'_>, at: usize, language: Language) -> Option<Parsed> {
    staged(words, at, language)
        .or_else(|| coded(words, at))
        .or_else(|| counted(words, at, language))
        .or_else(|| months_of_year(words, at, language))
        .or_else(|| in_season(words, at))
        .or_else(|| era(words, at))
}

/// A part of the year that stands behind it, printed or by "last year" and its like.
fn in_year(words: &Words<'_>, at: usize, part: Part) -> (Point, usize) {
    let of = usize::from(matches!(words.low(at), "of" | "in" | "de" | "," | "des"));
    if let Some((year, end)) = year(words, at + of) {
        return (Point::new(Some(year), part), end);
    }
    let open = Point::new(None, part);
    match year_words(words, at) {
        Some((lean, end)) => (Point { lean, ..open }, end),
        None => (open, at),
    }
}

/// "Q1 2024", "H1", "1Q 2024".
fn coded(words: &Words<'_>, at: usize) -> Option<Parsed> {
    let glued = words.is_glued(at + 1);
    let (letter, digit) = match (words.get(at)?.kind, words.low(at)) {
        (TokenKind::Word, letter @ ("q" | "h")) => (letter, words.low(at + 1)),
        (TokenKind::Number, digit) => (words.low(at + 1), digit),
        _ => return None,
    };
    let number: u32 = digit.parse().ok().filter(|n| (1..=4).contains(n))?;
    let part = match letter {
        "q" => quarter(number)?,
        "h" if glued => half(number)?,
        _ => return None,
    };
    let (point, end) = in_year(words, at + 2, part);
    // "a 4 h walk" and "H2 gas" are none: a year must follow, or a quarter.
    let led = matches!(
        words.low_before(at),
        "in" | "for" | "of" | "the" | "during" | "since"
    );
    let first = words.low(at) == letter;
    let sure = point.year.is_some() || first && (letter == "q" || led);
    (glued && sure).then_some((Shape::Point(point), end, "coded-part"))
}

fn quarter(number: u32) -> Option<Part> {
    (1..=4)
        .contains(&number)
        .then(|| Part::Months(number * 3 - 2, number * 3))
}

fn half(number: u32) -> Option<Part> {
    matches!(number, 1 | 2).then(|| Part::Months(number * 6 - 5, number * 6))
}

/// What is counted from the beginning or the end of a year.
fn counted(words: &Words<'_>, at: usize, language: Language) -> Option<Parsed> {
    let (place, next) = place(words, at)?;
    // "a third quarter of losses": one that follows others.
    if matches!(words.low_before(at), "a" | "an") {
        return None;
    }
    let next = next + usize::from(words.low(next) == "-");
    if matches!(
        words.low(next),
        "half" | "полугодие" | "полугодии" | "полугодия" | "semestre" | "halbjahr"
    ) {
        let year = usize::from(words.after(next + 1, "- year").is_some()) * 2;
        return half_of_a_month(words, place, next + 1, language)
            .or_else(|| placed(words, half(place.number(2)?)?, next + 1 + year, place));
    }
    if unit(words.low(next)) == Some(Span::Quarter) {
        return placed(words, quarter(place.number(4)?)?, next + 1, place);
    }
    let (months, end) = some_months(words, next, language)?;
    let part = match place {
        Place::First(1) => Part::Months(1, months),
        Place::Last => Part::Months(13 - months, 12),
        Place::First(_) => return None,
    };
    placed(words, part, end, place)
}

/// "nine months", "three quarters": fewer months than a year has.
fn some_months(words: &Words<'_>, at: usize, language: Language) -> Option<(u32, usize)> {
    let found = number::read(words, at, language)?;
    let end = found.words.end;
    let unit_at = end + usize::from(matches!(words.low(end), "premiers" | "ersten"));
    let count = count(found.value)?;
    let months = match unit(words.low(unit_at))? {
        Span::Month => count,
        Span::Quarter => count.checked_mul(3)?,
        _ => return None,
    };
    (1..12).contains(&months).then_some((months, unit_at + 1))
}

/// A place counted from one end.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    First(u32),
    Last,
}

impl Place {
    /// Its number among `all`.
    fn number(self, all: u32) -> Option<u32> {
        match self {
            Self::First(number) => (number <= all).then_some(number),
            Self::Last => Some(all),
        }
    }
}

fn place(words: &Words<'_>, at: usize) -> Option<(Place, usize)> {
    match words.low(at) {
        "last" | "final" | "последние" | "последних" | "dernier" | "derniers" | "letzten"
        | "letztes" => return Some((Place::Last, at + 1)),
        "первые" | "первых" | "premiers" => return Some((Place::First(1), at + 1)),
        _ => {}
    }
    if let Some((number, end)) = ordinal(words, at) {
        return Some((Place::First(number), end));
    }
    let number = roman(words.get(at)?.text).filter(|number| *number <= 4)?;
    Some((Place::First(number), at + 1))
}

/// The year of a part; without one, "last quarter" and "last three months" are no parts of a year.
fn placed(words: &Words<'_>, part: Part, at: usize, place: Place) -> Option<Parsed> {
    let (point, end) = in_year(words, at, part);
    let unknown = point.year.is_none() && point.lean == Lean::Open;
    if unknown && place == Place::Last && words.after(at, "of the year").is_none() {
        return None;
    }
    Some((Shape::Point(point), end, "part-of-year"))
}

/// "the first half of May".
fn half_of_a_month(
    words: &Words<'_>,
    place: Place,
    at: usize,
    language: Language,
) -> Option<Parsed> {
    let of = usize::from(words.low(at) == "of");
    let (point, end) = month_alone(words, at + of, language)?;
    let stage = Some(match place.number(2)? {
        1 => Stage::Early,
        _ => Stage::Late,
    });
    Some((Shape::Point(Point { stage, ..point }), end, "half-of-month"))
}

fn count(value: Value) -> Option<u32> {
    match value {
        Value::Exact(number) => whole(number),
        _ => None,
    }
}

/// "за девять месяцев 2023 года", "neuf premiers mois de 2023", "nine months of 2023".
fn months_of_year(words: &Words<'_>, at: usize, language: Language) -> Option<Parsed> {
    let (months, end) = some_months(words, at, language)?;
    let next = end - 1;
    if unit(words.low(next)) != Some(Span::Month) {
        return None;
    }
    let first = matches!(words.low_before(next), "premiers" | "ersten");
    let (point, end) = in_year(words, next + 1, Part::Months(1, months));
    let first_words = matches!(words.low_before(at), "first" | "ersten");
    let cyrillic = words.low(next).starts_with('м') || first || first_words;
    let of = matches!(words.low(next + 1), "of" | "de");
    (point.year.is_some() && (cyrillic || of)).then_some((
        Shape::Point(point),
        end,
        "months-of-year",
    ))
}

/// "spring 2021", "the summer of 2020", "last fall", "весной 2021 года".
fn in_season(words: &Words<'_>, at: usize) -> Option<Parsed> {
    let (lean, next) = match words.low(at) {
        "last" | "прошлой" | "прошлым" | "минувшей" => (Lean::Last, at + 1),
        "this" | "этой" | "этим" => (Lean::This, at + 1),
        "next" | "следующей" | "следующим" => (Lean::Next, at + 1),
        _ => (Lean::Open, at),
    };
    let part = Part::Season(season(words.low(next))?);
    let (point, end) = in_year(words, next + 1, part);
    if let Some(year) = point.year {
        let point = Point::new(Some(year), part);
        let two_years = end > 0
            && words.low(end) == "/"
            && words.is_glued(end)
            && words
                .get(end + 1)
                .is_some_and(|word| matches!(word.text.len(), 2 | 4));
        let end = end + if two_years { 2 } else { 0 };
        let rule = if two_years {
            "season-of-two-years"
        } else {
            "season"
        };
        return Some((Shape::Point(point), end, rule));
    }
    if point.lean != Lean::Open {
        return Some((Shape::Point(point), end, "season"));
    }
    let adverb = matches!(words.low(next), "весной" | "летом" | "осенью" | "зимой");
    let in_the = words.ending(next, "in the").is_some() && words.low(next) != "fall";
    let said = lean != Lean::Open || adverb || in_the;
    said.then_some((Shape::Point(Point { lean, ..point }), end, "season"))
}

/// The words for a stage, and the word behind them.
fn stage(words: &Words<'_>, at: usize) -> Option<(Stage, usize)> {
    const STAGES: [(&str, Stage); 32] = [
        ("early in", Stage::Early),
        ("early -", Stage::Early),
        ("early", Stage::Early),
        ("late in", Stage::Late),
        ("late -", Stage::Late),
        ("late", Stage::Late),
        ("mid -", Stage::Middle),
        ("mid", Stage::Middle),
        ("beginning of", Stage::Early),
        ("start of", Stage::Early),
        ("middle of", Stage::Middle),
        ("end of", Stage::Late),
        ("end -", Stage::Late),
        ("начале", Stage::Early),
        ("начала", Stage::Early),
        ("начало", Stage::Early),
        ("началу", Stage::Early),
        ("середине", Stage::Middle),
        ("середины", Stage::Middle),
        ("конце", Stage::Late),
        ("конца", Stage::Late),
        ("концу", Stage::Late),
        ("конец", Stage::Late),
        ("début", Stage::Early),
        ("fin", Stage::Late),
        ("mi -", Stage::Middle),
        ("anfang", Stage::Early),
        ("mitte", Stage::Middle),
        ("ende", Stage::Late),
        ("earlier", Stage::Earlier),
        ("later", Stage::Later),
        ("mid–", Stage::Middle),
    ];
    STAGES
        .iter()
        .find_map(|(phrase, stage)| Some((*stage, words.after(at, phrase)?)))
}

/// "early 2025", "mid-June", "the end of last year", "the late 1990s", "earlier this month".
fn staged(words: &Words<'_>, at: usize, language: Language) -> Option<Parsed> {
    let (stage, next) = stage(words, at)?;
    let article = usize::from(matches!(words.low(next), "the" | "in" | "de" | "des"));
    let next = next + article;
    if let Some((by, unit, end)) = lean_and_unit(words, next) {
        let stage = Some(stage);
        return Some((Shape::Moved { unit, by, stage }, end, "stage-of-relative"));
    }
    if matches!(stage, Stage::Earlier | Stage::Later) {
        return None;
    }
    if let Some((Shape::Decade(first, None), end, _)) = decade(words, next) {
        return Some((Shape::Decade(first, Some(stage)), end, "stage-of-decade"));
    }
    let (point, end) = staged_point(words, next, language)?;
    let stage = Some(stage);
    Some((Shape::Point(Point { stage, ..point }), end, "stage"))
}

fn staged_point(words: &Words<'_>, at: usize, language: Language) -> Option<(Point, usize)> {
    if let Some(name) = month(words, at, language) {
        return Some(in_year(words, name.end, Part::Month(name.number)));
    }
    if let Some(code) = season(words.low(at)) {
        return Some(in_year(words, at + 1, Part::Season(code)));
    }
    let (year, end) = year(words, at)?;
    Some((Point::new(Some(year), Part::Year), end))
}
