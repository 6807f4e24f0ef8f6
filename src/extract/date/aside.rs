//! Expressions of time that are no dates: durations, ages, frequencies, times of day, anniversaries.

use super::found::TimeKind;
use super::names::{month, unit, weekday};
use super::shape::Span;
use crate::extract::language::Language;
use crate::extract::number::{self, Value, ordinal, whole};
use crate::extract::token::TokenKind;
use crate::extract::word::Words;

/// What was read, the word behind it, the number in it, and the rule.
pub(super) struct Aside {
    pub(super) kind: TimeKind,
    pub(super) end: usize,
    pub(super) count: Option<u32>,
    pub(super) rule: &'static str,
}

fn aside(kind: TimeKind, end: usize, count: Option<u32>, rule: &'static str) -> Aside {
    Aside {
        kind,
        end,
        count,
        rule,
    }
}

/// The expression that begins with the word `at`.
pub(super) fn aside_at(words: &Words<'_>, at: usize, language: Language) -> Option<Aside> {
    time_of_day(words, at)
        .or_else(|| anniversary(words, at, language))
        .or_else(|| age(words, at, language))
        .or_else(|| frequency(words, at, language))
        .or_else(|| duration(words, at, language))
}

/// "10:35", "10:35 a.m.", "5 p.m.", "10.45pm".
fn time_of_day(words: &Words<'_>, at: usize) -> Option<Aside> {
    let word = words
        .get(at)
        .filter(|word| word.kind == TokenKind::Number)?;
    let below = |text: &str, most: u32| text.parse().is_ok_and(|n: u32| n < most);
    let mut end = at + 1;
    let colon = words.low(end) == ":" && words.is_glued(end) && words.is_glued(end + 1);
    let minutes = colon && words.low(end + 1).len() == 2 && below(words.low(end + 1), 60);
    let hours = word.text.split('.').next().unwrap_or("");
    if minutes {
        end += 2;
        let seconds = words.low(end) == ":" && below(words.low(end + 1), 60);
        end += if seconds { 2 } else { 0 };
    }
    let half = match words.low(end) {
        "am" | "pm" => Some(end + 1),
        "a.m" | "p.m" => Some(
            end + 1 + usize::from(words.low(end + 1) == "." && words.same_sentence(end, end + 2)),
        ),
        _ => None,
    };
    let end = match half {
        Some(end) if below(hours, 25) => end,
        _ if minutes && below(word.text, 25) => end,
        _ => return None,
    };
    Some(aside(TimeKind::TimeOfDay, end, None, "time-of-day"))
}

/// "65th anniversary", "65 years of diplomatic relations", "65-летие", "65. Jahrestag".
fn anniversary(words: &Words<'_>, at: usize, language: Language) -> Option<Aside> {
    const NAMES: [&str; 12] = [
        "anniversary",
        "anniversaries",
        "anniversaire",
        "jahrestag",
        "jahrestags",
        "jubilee",
        "годовщина",
        "годовщины",
        "годовщину",
        "годовщине",
        "годовщиной",
        "birthday",
    ];
    let kind = TimeKind::Anniversary;
    if let Some((number, end)) = ordinal(words, at).or_else(|| pointed(words, at)) {
        let hyphen = usize::from(words.low(end) == "-");
        if NAMES.contains(&words.low(end)) {
            return Some(aside(kind, end + 1, Some(number), "anniversary"));
        }
        let year =
            words.low(end + hyphen) == "year" && NAMES.contains(&words.low(end + hyphen + 1));
        if year {
            return Some(aside(kind, end + hyphen + 2, Some(number), "anniversary"));
        }
    }
    if let Some(years) = years_in_one_word(words.low(at)) {
        return Some(aside(kind, at + 1, Some(years), "anniversary-word"));
    }
    let (count, next) = count(words, at, language)?;
    let letters = words.low(next) == "-" && words.is_glued(next);
    if letters && words.low(next + 1).starts_with("лети") {
        return Some(aside(kind, next + 2, Some(count), "anniversary"));
    }
    let hyphen = usize::from(words.low(next) == "-");
    if unit(words.low(next + hyphen)) != Some(Span::Year) {
        return None;
    }
    let next = next + hyphen + 1;
    if matches!(words.low(next), "anniversary" | "jubilee") {
        return Some(aside(kind, next + 1, Some(count), "anniversary"));
    }
    let end = is_of_relations(words, next)?;
    Some(aside(kind, end, Some(count), "years-of-relations"))
}

/// "65." before a German noun.
fn pointed(words: &Words<'_>, at: usize) -> Option<(u32, usize)> {
    let number = words.low(at).parse().ok()?;
    let point = words.low(at + 1) == "." && words.is_glued(at + 1);
    (point && words.low(at + 2).starts_with("jahrestag")).then_some((number, at + 2))
}

/// Does "of diplomatic relations" or its like follow? Behind the last word of it.
fn is_of_relations(words: &Words<'_>, at: usize) -> Option<usize> {
    let of = matches!(words.low(at), "of" | "со" | "с" | "de" | "diplomatischer");
    let relations = |low: &str| {
        [
            "relation",
            "friendship",
            "cooperation",
            "diplomatic",
            "ties",
            "partnership",
            "дипломат",
            "дружб",
            "установлен",
            "отношени",
            "amitié",
            "beziehungen",
        ]
        .iter()
        .any(|stem| low.starts_with(stem))
    };
    let first = (at + 1..at + 5).find(|at| relations(words.low(*at)))?;
    let last = first + usize::from(relations(words.low(first + 1)));
    of.then_some(last + 1)
}

/// "пятилетие", "шестидесятилетия".
fn years_in_one_word(low: &str) -> Option<u32> {
    const STEMS: [(&str, u32); 14] = [
        ("пяти", 5),
        ("десяти", 10),
        ("пятнадцати", 15),
        ("двадцати", 20),
        ("двадцатипяти", 25),
        ("тридцати", 30),
        ("сорока", 40),
        ("пятидесяти", 50),
        ("шестидесяти", 60),
        ("шестидесятипяти", 65),
        ("семидесяти", 70),
        ("семидесятипяти", 75),
        ("восьмидесяти", 80),
        ("сто", 100),
    ];
    let stem = low
        .split("летие")
        .next()
        .filter(|stem| stem.len() < low.len())
        .or_else(|| low.strip_suffix("летия"))
        .or_else(|| low.strip_suffix("летию"))?;
    let found = STEMS.iter().find(|(name, _)| *name == stem);
    found.map(|(_, years)| *years)
}

/// "aged 65", "65-year-old", "65 years old", "65-летний".
fn age(words: &Words<'_>, at: usize, language: Language) -> Option<Aside> {
    let kind = TimeKind::Age;
    let lead = ["aged", "age of", "в возрасте", "im alter von"];
    if let Some((_, next)) = words.any_after(at, &lead) {
        let (count, end) = count(words, next, language)?;
        let years = usize::from(unit(words.low(end)) == Some(Span::Year));
        return Some(aside(kind, end + years, Some(count), "age"));
    }
    let (count, next) = count(words, at, language)?;
    let hyphen = usize::from(words.low(next) == "-");
    if hyphen == 1 && words.low(next + 1).starts_with("летн") {
        // "5-летний план" lasts five years: a person's age is not told apart from it.
        let kind = if count < 15 { TimeKind::Duration } else { kind };
        return Some(aside(kind, next + 2, Some(count), "age-or-duration"));
    }
    unit(words.low(next + hyphen)).filter(|unit| *unit >= Span::Day)?;
    let next = next + hyphen + 1;
    let hyphen = usize::from(words.low(next) == "-");
    let old = matches!(words.low(next + hyphen), "old" | "olds");
    old.then(|| aside(kind, next + hyphen + 1, Some(count), "age"))
}

/// "every year", "each month", "twice a year", "three times per week", "annually", "раз в год".
fn frequency(words: &Words<'_>, at: usize, language: Language) -> Option<Aside> {
    let kind = TimeKind::Frequency;
    let low = words.low(at);
    if matches!(
        low,
        "daily"
            | "weekly"
            | "monthly"
            | "quarterly"
            | "yearly"
            | "annually"
            | "ежегодно"
            | "ежемесячно"
            | "ежедневно"
            | "еженедельно"
            | "jährlich"
            | "monatlich"
            | "täglich"
    ) {
        return Some(aside(kind, at + 1, None, "frequency-word"));
    }
    let every = matches!(
        low,
        "every" | "each" | "каждый" | "каждые" | "каждую" | "chaque" | "jedes" | "jeden" | "jede"
    );
    if every {
        let (next, number) = match count(words, at + 1, language) {
            Some((number, next)) => (next, Some(number)),
            None => (at + 1, None),
        };
        let timed = unit(words.low(next)).is_some()
            || weekday(words, next, language).is_some()
            || month(words, next, language).is_some();
        return timed.then(|| aside(kind, next + 1, number, "frequency"));
    }
    let times = match low {
        "once" | "twice" | "раз" | "дважды" => at + 1,
        _ => {
            let (_, next) = count(words, at, language)?;
            next + usize::from(matches!(
                words.low(next),
                "times" | "раза" | "раз" | "fois" | "mal"
            ))
        }
    };
    let said = times > at + 1 || matches!(low, "once" | "twice" | "раз" | "дважды");
    let per = matches!(
        words.low(times),
        "a" | "per" | "every" | "each" | "в" | "par" | "pro"
    );
    let by_unit = per && unit(words.low(times + 1)).is_some();
    let repeated = matches!(
        words.low(times.saturating_sub(1)),
        "times" | "once" | "twice" | "раз" | "раза" | "дважды" | "fois" | "mal"
    );
    (said && by_unit && repeated).then(|| aside(kind, times + 2, None, "frequency"))
}

/// "three years", "a five-year plan", "18 months", "the past two decades".
fn duration(words: &Words<'_>, at: usize, language: Language) -> Option<Aside> {
    let (number, next) = count(words, at, language)?;
    let hyphen = usize::from(words.low(next) == "-");
    unit(words.low(next + hyphen))?;
    let end = next + hyphen + 1;
    Some(aside(TimeKind::Duration, end, Some(number), "duration"))
}

fn count(words: &Words<'_>, at: usize, language: Language) -> Option<(u32, usize)> {
    let found = number::read(words, at, language)?;
    match found.value {
        Value::Exact(number) => Some((whole(number)?, found.words.end)),
        _ => None,
    }
}
