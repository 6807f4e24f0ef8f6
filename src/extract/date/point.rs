//! Days, months and years as printed: "May 15, 2018", "15 мая", "15.05.2018", "in 2023".

use super::names::{month, weekday};
use super::shape::{Part, Point, Shape};
use crate::extract::language::Language;
use crate::extract::token::TokenKind;
use crate::extract::word::Words;

/// A parsed shape, the word behind it, and the rule that read it.
pub(super) type Parsed = (Shape, usize, &'static str);

/// A year of four digits.
pub(super) fn year(words: &Words<'_>, at: usize) -> Option<(i32, usize)> {
    let value = four_digits(words, at)?;
    (1000..2200)
        .contains(&value)
        .then(|| (value, after_year_word(words, at + 1)))
}

fn four_digits(words: &Words<'_>, at: usize) -> Option<i32> {
    let word = words.get(at)?;
    let plain = word.text.len() == 4 && word.text.bytes().all(|b| b.is_ascii_digit());
    let goes_on = words.is_glued(at + 1)
        && (matches!(words.low(at + 1), "%" | "€" | "$")
            || words.low(at + 1) == ":" && words.is_glued(at + 2)
            || words.get(at + 1).is_some_and(|word| {
                word.kind == TokenKind::Word && !matches!(&*word.low, "'s" | "s")
            }));
    (plain && !goes_on).then(|| word.text.parse().ok())?
}

/// Behind "года", "году", "г.", which say that a number is a year.
fn after_year_word(words: &Words<'_>, at: usize) -> usize {
    match words.low(at) {
        "год" | "года" | "году" | "годом" => at + 1,
        "г" | "гг" => {
            at + 1 + usize::from(words.low(at + 1) == "." && words.same_sentence(at, at + 2))
        }
        _ => at,
    }
}

/// The day of a month, with the ending of an ordinal.
pub(super) fn day(words: &Words<'_>, at: usize) -> Option<(u32, usize)> {
    let word = words.get(at)?;
    let plain = word.text.len() <= 2 && word.text.bytes().all(|b| b.is_ascii_digit());
    let value = plain.then(|| word.text.parse::<u32>().ok())??;
    if !(1..=31).contains(&value) {
        return None;
    }
    let ending = words.low(at + 1);
    if words.is_glued(at + 1) && matches!(ending, "st" | "nd" | "rd" | "th" | "er" | ".") {
        let point_of_day = ending != "." || words.same_sentence(at, at + 2);
        return Some((value, at + 1 + usize::from(point_of_day)));
    }
    let hyphen = ending == "-" && words.is_glued(at + 1) && words.is_glued(at + 2);
    if hyphen && matches!(words.low(at + 2), "го" | "е" | "й" | "ое") {
        return Some((value, at + 3));
    }
    let glued_word = words
        .get(at + 1)
        .is_some_and(|word| word.is_glued() && word.kind == TokenKind::Word);
    let clock = ending == ":" && words.is_glued(at + 2);
    let counted = (ending == "%" || clock) && words.is_glued(at + 1);
    (!glued_word && !counted).then_some((value, at + 1))
}

/// A day or month, with or without its year, at the word `at`; with its weekday before it.
pub(super) fn point(words: &Words<'_>, at: usize, language: Language) -> Option<(Point, usize)> {
    if let Some(name) = weekday(words, at, language) {
        let comma = usize::from(matches!(words.low(at + 1), "," | "("));
        let article = usize::from(matches!(
            words.low(at + 1 + comma),
            "the" | "le" | "der" | "den"
        ));
        let (point, end) = day_and_month(words, at + 1 + comma + article, language)?;
        let weekday = Some(name);
        return Some((Point { weekday, ..point }, end));
    }
    day_and_month(words, at, language).or_else(|| month_alone(words, at, language))
}

/// "May 15", "15 May", "15. Mai", "the 15th of May", and the year behind.
fn day_and_month(words: &Words<'_>, at: usize, language: Language) -> Option<(Point, usize)> {
    if let Some(name) = month(words, at, language) {
        let article = usize::from(words.low(name.end) == "the");
        let (day, day_end) = day(words, name.end + article)?;
        let (year, end) = year_behind(words, day_end);
        return Some((Point::new(year, Part::Day(name.number, day)), end));
    }
    let (day, end) = day(words, at)?;
    let of = usize::from(matches!(words.low(end), "of" | "de"));
    let name = month(words, end + of, language)?;
    let (year, end) = year_behind(words, name.end);
    Some((Point::new(year, Part::Day(name.number, day)), end))
}

/// "May 2018", "May of 2018", "May".
pub(super) fn month_alone(
    words: &Words<'_>,
    at: usize,
    language: Language,
) -> Option<(Point, usize)> {
    let name = month(words, at, language)?;
    let of = usize::from(matches!(words.low(name.end), "of" | "de"));
    let (year, end) = match year(words, name.end + of) {
        Some((year, end)) => (Some(year), end),
        None => (
            year_behind(words, name.end).0,
            year_behind(words, name.end).1,
        ),
    };
    let point = Point::new(year, Part::Month(name.number));
    let alone = year.is_none() && name.doubtful && !is_named_as_month(words, at, name.end);
    (!alone).then_some((point, end))
}

/// Words before a month.
const BEFORE_MONTH: [&str; 35] = [
    "in", "for", "of", "since", "until", "till", "by", "from", "last", "next", "this", "early",
    "late", "mid", "-", "–", "during", "through", "before", "after", "every", "each", "between",
    "за", "в", "с", "до", "по", "im", "seit", "bis", "en", "depuis", "fin", "début",
];

/// Is a name such as "May" that of a month here?
fn is_named_as_month(words: &Words<'_>, at: usize, end: usize) -> bool {
    let before = words.low_before(at);
    let noun = words
        .get(end)
        .is_some_and(|next| next.kind == TokenKind::Word && !next.is_capital());
    let article = matches!(before, "the" | "a" | "its" | "their" | "to" | "and") && noun;
    let as_at = words.ending(at, "as at").is_some();
    BEFORE_MONTH.contains(&before) || article || as_at
}

/// The year behind a day or month, with a comma before it or none.
fn year_behind(words: &Words<'_>, at: usize) -> (Option<i32>, usize) {
    let comma = usize::from(words.low(at) == ",");
    match year(words, at + comma) {
        // "On May 15, 2000 people": more than a year follows.
        Some((_, end)) if comma == 1 && is_counted(words, end) => (None, at),
        Some((year, end)) => (Some(year), end),
        None => (None, at),
    }
}

/// Does a noun in the plural follow, so that the number counts it?
pub(super) fn is_counted(words: &Words<'_>, at: usize) -> bool {
    let Some(next) = words.get(at).filter(|next| next.kind == TokenKind::Word) else {
        return false;
    };
    let plural = next.low.ends_with('s') && next.low.len() > 3 && !next.is_capital();
    let verbs = [
        "was", "has", "his", "its", "this", "plus", "versus", "is", "as", "sales", "remains",
        "expires", "lapses", "covers", "provides", "includes", "allows", "applies", "stays",
        "sets", "gives",
    ];
    let counted = matches!(
        &*next.low,
        "people"
            | "men"
            | "women"
            | "children"
            | "percent"
            | "million"
            | "billion"
            | "thousand"
            | "ha"
            | "km"
            | "tonnes"
            | "m"
            | "mm"
            | "rpm"
            | "sq"
            | "square"
            | "metres"
            | "человек"
            | "тонн"
            | "га"
            | "км"
            | "долларов"
            | "рублей"
    );
    counted || plural && !verbs.contains(&&*next.low)
}

/// Dates in digits only: "2018-05-15", "15.05.2018", "05/15/2018".
pub(super) fn in_digits(words: &Words<'_>, at: usize) -> Option<Parsed> {
    let word = words
        .get(at)
        .filter(|word| word.kind == TokenKind::Number)?;
    if word.text.matches('.').count() == 2 {
        let mut parts = word.text.split('.');
        let (day, month) = (parts.next()?, parts.next()?);
        let shape = day_month_year(two(day)?, two(month)?, four(parts.next()?)?, false)?;
        return Some((shape, after_year_word(words, at + 1), "digits-dotted"));
    }
    let (mark, second, mark_2, third) = (
        words.low(at + 1),
        words.low(at + 2),
        words.low(at + 3),
        words.low(at + 4),
    );
    let glued = (1..=4).all(|n| words.is_glued(at + n)) && !words.is_glued(at + 5);
    let tail = matches!(
        words.low(at + 5),
        "." | "," | ")" | ":" | ";" | "”" | "\"" | "»" | "t"
    );
    if mark != mark_2 || !matches!(mark, "-" | "/") || !(glued || tail && words.is_glued(at + 4)) {
        return None;
    }
    if let Some(year) = four(&word.low) {
        let part = Part::Day(two(second)?, two(third)?);
        return valid(year, part).map(|shape| (shape, at + 5, "digits-iso"));
    }
    let shape = day_month_year(two(&word.low)?, two(second)?, four(third)?, mark == "/")?;
    Some((shape, at + 5, "digits-slashed"))
}

fn two(text: &str) -> Option<u32> {
    let plain = matches!(text.len(), 1 | 2) && text.bytes().all(|b| b.is_ascii_digit());
    plain.then(|| text.parse().ok())?
}

fn four(text: &str) -> Option<i32> {
    let plain = text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit());
    let year: i32 = plain.then(|| text.parse().ok())??;
    (1000..2200).contains(&year).then_some(year)
}

/// Day before month, unless slashes leave both readings.
fn day_month_year(first: u32, second: u32, year: i32, slashes: bool) -> Option<Shape> {
    let day_first = valid(year, Part::Day(second, first));
    if !slashes || first == second {
        return day_first;
    }
    match (day_first, valid(year, Part::Day(first, second))) {
        (Some(_), Some(_)) => Some(Shape::DayOrMonth {
            year,
            first,
            second,
        }),
        (one, other) => one.or(other),
    }
}

fn valid(year: i32, part: Part) -> Option<Shape> {
    let point = Point::new(Some(year), part);
    point.extent(year).map(|_| Shape::Point(point))
}
