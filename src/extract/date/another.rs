//! Dates told from another date of the text: "the previous year", "the same period of 2023".

use super::ago::ago;
use super::deictic::year_words;
use super::names::unit;
use super::point::{Parsed, year};
use super::shape::{Lean, Part, Point, Shape, Span};
use crate::extract::language::Language;
use crate::extract::word::Words;

/// The date of this kind that begins with the word `at`.
pub(super) fn another(words: &Words<'_>, at: usize, language: Language) -> Option<Parsed> {
    same_period(words, at, language).or_else(|| of_another(words, at))
}

/// "the previous year", "the following day", "that year", "the same month", "a year-earlier period".
fn of_another(words: &Words<'_>, at: usize) -> Option<Parsed> {
    let article = usize::from(matches!(
        words.low(at),
        "the" | "that" | "a" | "le" | "la" | "im"
    ));
    if let Some(end) = words.after(at + article, "year - earlier") {
        let shape = Shape::Shifted {
            count: 1,
            unit: Span::Year,
            after: false,
        };
        return Some((shape, end, "before-another"));
    }
    let same = Shape::Same;
    let low = words.low(at + article);
    let shifted = |after| {
        move |unit| Shape::Shifted {
            count: 1,
            unit,
            after,
        }
    };
    let shape: Box<dyn Fn(Span) -> Shape> = match low {
        "previous" | "preceding" | "предыдущем" | "предыдущего" | "предыдущий" => {
            Box::new(shifted(false))
        }
        "following" | "subsequent" => Box::new(shifted(true)),
        "next" if words.low(at) == "the" => Box::new(shifted(true)),
        "same" if article == 1 => Box::new(same),
        "тот" | "том" | "того" if words.low(at + 1) == "же" => Box::new(same),
        _ if words.low(at) == "that" => Box::new(same),
        "year" | "month" | "day" | "week" => return day_before(words, at, article),
        "vorjahr" | "vorjahres" => return Some((YEAR_BEFORE, at + article + 1, "before-another")),
        _ => return None,
    };
    let noun = match low {
        "тот" | "том" | "того" => at + 2,
        _ if words.low(at) == "that" && unit(low).is_some() => at + 1,
        _ if matches!(words.low(at + article + 1), "same") => at + article + 2,
        _ => at + article + 1,
    };
    // "the previous financial year", "the preceding twelve months"
    let fiscal = matches!(words.low(noun), "financial" | "fiscal");
    // "in the previous fiscal"
    if fiscal && words.low(noun) == "fiscal" && unit(words.low(noun + 1)).is_none() {
        return Some((shape(Span::Year), noun + 1, "of-another"));
    }
    let noun = noun + usize::from(fiscal);
    let twelve = matches!(words.low(noun), "twelve" | "12") && words.low(noun + 1) == "months";
    if twelve {
        return Some((shape(Span::Year), noun + 2, "of-another"));
    }
    let unit = unit(words.low(noun)).or_else(|| {
        let part = matches!(
            words.low(noun),
            "morning" | "evening" | "night" | "afternoon"
        );
        part.then_some(Span::Day)
    })?;
    (unit >= Span::Day).then(|| (shape(unit), noun + 1, "of-another"))
}

/// One year before another date.
const YEAR_BEFORE: Shape = Shape::Shifted {
    count: 1,
    unit: Span::Year,
    after: false,
};

/// "the year before", "the day after", "the year before that".
fn day_before(words: &Words<'_>, at: usize, article: usize) -> Option<Parsed> {
    let unit = unit(words.low(at + article))?;
    let end = at + article + 1;
    let after = match words.low(end) {
        "before" | "earlier" => false,
        "after" | "later" => true,
        _ => return None,
    };
    // "the day before the vote" is told from the vote.
    let that = usize::from(words.low(end + 1) == "that");
    let stops = words
        .get(end + 1 + that)
        .is_none_or(|word| !word.low.chars().all(char::is_alphabetic));
    (article == 1 && stops).then_some((
        Shape::Shifted {
            count: 1,
            unit,
            after,
        },
        end + 1 + that,
        "of-another",
    ))
}

/// A period of another year, as the period before it is.
const PERIODS: [&str; 22] = [
    "same period",
    "same month",
    "same months",
    "same quarter",
    "same time",
    "same half",
    "corresponding period",
    "corresponding month",
    "comparable period",
    "equivalent period",
    "аналогичный период",
    "аналогичного периода",
    "аналогичным периодом",
    "аналогичному периоду",
    "аналогичном периоде",
    "тем же периодом",
    "même période",
    "vorjahreszeitraum",
    "gleichen zeitraum",
    "vorjahresmonat",
    "gleicher zeitraum",
    "same three months",
];

/// "the same period of last year", "the same month in 2020", "аналогичный период 2023 года".
fn same_period(words: &Words<'_>, at: usize, language: Language) -> Option<Parsed> {
    let article = usize::from(matches!(words.low(at), "the" | "la" | "le" | "der"));
    let (phrase, next) = words.any_after(at + article, &PERIODS)?;
    let parsed = |shape, end| (Shape::SamePeriod(Box::new(shape)), end, "same-period");
    if phrase.starts_with("vorjahr") {
        return Some(parsed(YEAR_BEFORE, next));
    }
    if let Some((lean @ Lean::InYear(_), end)) = year_words(words, next) {
        let point = Point {
            lean,
            ..Point::new(None, Part::Year)
        };
        return Some(parsed(Shape::Point(point), end));
    }
    let of = usize::from(matches!(words.low(next), "of" | "in" | "de" | "des"));
    if let Some((printed, end)) = year(words, next + of) {
        let point = Point::new(Some(printed), Part::Year);
        return Some(parsed(Shape::Point(point), end));
    }
    let (shape, end, _) =
        ago(words, next + of, language).or_else(|| of_another(words, next + of))?;
    let shifted = matches!(
        shape,
        Shape::Shifted {
            unit: Span::Year,
            ..
        }
    );
    shifted.then(|| parsed(shape, end))
}
