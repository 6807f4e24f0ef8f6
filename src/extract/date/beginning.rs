//! Which words can begin an expression of time. Most words of a text are done with here.

use super::names::{month, season, unit, weekday};
use crate::extract::language::Language;
use crate::extract::number::{self, ordinal, roman};
use crate::extract::token::TokenKind;
use crate::extract::word::{Word, Words};

/// Can an expression of time begin with this word?
pub(super) fn may_begin(words: &Words<'_>, at: usize, word: &Word<'_>, language: Language) -> bool {
    match word.kind {
        TokenKind::Number => true,
        TokenKind::Mark => false,
        TokenKind::Word => {
            is_beginning(&word.low)
                || STEMS.iter().any(|stem| word.low.starts_with(stem))
                || month(words, at, language).is_some()
                || weekday(words, at, language).is_some()
                || season(&word.low).is_some()
                || unit(&word.low).is_some()
                || ordinal(words, at).is_some()
                || word.is_capital() && roman(word.text).is_some()
                || number::read(words, at, language).is_some()
        }
    }
}

/// Words that an expression of time begins with and that are no names of its units.
fn is_beginning(low: &str) -> bool {
    is_pointer(low) || is_part_or_frequency(low) || is_foreign(low)
}

/// Which one of several: "last", "yesterday".
fn is_pointer(low: &str) -> bool {
    matches!(
        low,
        "the"
            | "that"
            | "a"
            | "an"
            | "last"
            | "this"
            | "next"
            | "current"
            | "coming"
            | "upcoming"
            | "same"
            | "previous"
            | "following"
            | "preceding"
            | "subsequent"
            | "yesterday"
            | "yesterday's"
            | "today"
            | "today's"
            | "tomorrow"
            | "tomorrow's"
            | "tonight"
            | "past"
            | "recent"
            | "corresponding"
            | "comparable"
            | "equivalent"
    )
}

/// A part of a unit, how often, a name of days: "early", "weekly", "weekend".
fn is_part_or_frequency(low: &str) -> bool {
    matches!(
        low,
        "early"
            | "late"
            | "mid"
            | "mid–"
            | "beginning"
            | "start"
            | "end"
            | "middle"
            | "earlier"
            | "later"
            | "q"
            | "h"
            | "fiscal"
            | "financial"
            | "fy"
            | "marketing"
            | "final"
            | "every"
            | "each"
            | "once"
            | "twice"
            | "daily"
            | "weekly"
            | "monthly"
            | "quarterly"
            | "yearly"
            | "annually"
            | "aged"
            | "age"
            | "weekend"
            | "in"
            | "christmas"
            | "new"
            | "victory"
            | "thanksgiving"
            | "international"
            | "week"
            | "twenties"
            | "thirties"
            | "forties"
            | "fifties"
            | "sixties"
            | "seventies"
            | "eighties"
            | "nineties"
    )
}

fn is_foreign(low: &str) -> bool {
    matches!(
        low,
        "l'an"
            | "l'année"
            | "le"
            | "la"
            | "hier"
            | "demain"
            | "aujourd'hui"
            | "il"
            | "début"
            | "fin"
            | "mi"
            | "cette"
            | "ce"
            | "dernier"
            | "chaque"
            | "même"
            | "vor"
            | "anfang"
            | "mitte"
            | "ende"
            | "im"
            | "jedes"
            | "les"
            | "den"
            | "день"
    )
}

/// The same in Russian and German, by their stems.
const STEMS: &[&str] = &[
    "сегодня",
    "вчера",
    "завтра",
    "позавчера",
    "послезавтра",
    "прошл",
    "минувш",
    "этом",
    "этого",
    "этой",
    "эту",
    "этот",
    "текущ",
    "нынешн",
    "следующ",
    "будущ",
    "предыдущ",
    "том",
    "того",
    "тот",
    "тем",
    "аналогичн",
    "начал",
    "середин",
    "конц",
    "конец",
    "последни",
    "первы",
    "кажд",
    "ежегодно",
    "раз",
    "дважды",
    "годовщин",
    "в",
    "heute",
    "gestern",
    "letzte",
    "vergangene",
    "dies",
    "nächst",
];
