//! Dates that are so many units away: "three years ago", "a year earlier", "il y a trois ans".

use super::names::unit;
use super::point::Parsed;
use super::shape::{Shape, Span};
use crate::extract::language::Language;
use crate::extract::number::{self, Value, whole};
use crate::extract::token::TokenKind;
use crate::extract::word::Words;

/// "three years ago", "a decade ago", "три года назад", "il y a trois ans", "vor drei Jahren".
pub(super) fn ago(words: &Words<'_>, at: usize, language: Language) -> Option<Parsed> {
    let lead = ["il y a", "vor"]
        .iter()
        .find_map(|lead| words.after(at, lead));
    let start = lead.unwrap_or(at);
    let (count, next) = counted(words, start, language)?;
    let hyphen = usize::from(words.low(next) == "-");
    let french_year = lead.is_some() && words.low(next) == "an";
    let unit = unit(words.low(next + hyphen)).or(french_year.then_some(Span::Year))?;
    let end = next + hyphen + 1;
    let about = is_about(words, at);
    let away = |after| Shape::Away {
        count,
        unit,
        after,
        about,
    };
    let german = lead.is_some() && (words.low(at) == "il" || language == Language::German);
    if german {
        return Some((away(false), end, "ago"));
    }
    match words.low(end) {
        "ago" | "назад" => Some((away(false), end + 1, "ago")),
        "earlier" | "before" | "ранее" | "раньше" | "zuvor" | "früher" => {
            // "three days before the vote" is told from the vote.
            let goes_on = words
                .get(end + 1)
                .is_some_and(|next| next.kind == TokenKind::Word);
            let before = words.low(end) == "before" && goes_on;
            let shape = Shape::Shifted {
                count,
                unit,
                after: false,
            };
            (!before).then_some((shape, end + 1, "before-another"))
        }
        "later" | "спустя" => {
            let shape = Shape::Shifted {
                count,
                unit,
                after: true,
            };
            Some((shape, end + 1, "after-another"))
        }
        "from" => Some((away(true), words.after(end, "from now")?, "from-now")),
        "plus" => Some((
            Shape::Shifted {
                count,
                unit,
                after: false,
            },
            words.after(end, "plus tôt")?,
            "before-another",
        )),
        _ => None,
    }
}

/// How many units: "three", "a", "год" (one).
pub(super) fn counted(words: &Words<'_>, at: usize, language: Language) -> Option<(u32, usize)> {
    if matches!(words.low(at), "a" | "an" | "one" | "un" | "einem") {
        let year = words.low(at) == "un" && words.low(at + 1) == "an";
        return (year || unit(words.low(at + 1)).is_some()).then_some((1, at + 1));
    }
    if matches!(
        words.low(at),
        "год" | "месяц" | "неделю" | "годом" | "месяцем" | "year"
    ) {
        return Some((1, at));
    }
    let found = number::read(words, at, language)?;
    match found.value {
        Value::Exact(number) => Some((whole(number)?, found.words.end)),
        _ => None,
    }
}

/// Does a word before it say that the number is not exact?
fn is_about(words: &Words<'_>, at: usize) -> bool {
    matches!(
        words.low_before(at),
        "about"
            | "almost"
            | "nearly"
            | "some"
            | "around"
            | "over"
            | "than"
            | "roughly"
            | "почти"
            | "около"
            | "более"
            | "environ"
            | "fast"
            | "etwa"
            | "rund"
    )
}
