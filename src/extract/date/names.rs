//! The names of months, weekdays, seasons and units of time in four languages.

use crate::dossier::date::MONTHS;
use chrono::Weekday;

use super::shape::Span;
use crate::extract::language::Language;
use crate::extract::word::{GERMAN_MONTHS, Words};

/// A month that is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Month {
    pub(super) number: u32,
    /// The word behind it.
    pub(super) end: usize,
    /// Its name is also another word or a name of persons: "May", "March", "April".
    pub(super) doubtful: bool,
}

/// The month whose name is the word `at`.
pub(super) fn month(words: &Words<'_>, at: usize, language: Language) -> Option<Month> {
    let word = words.get(at)?;
    let low = bare(&word.low);
    let english = || word.is_capital().then(|| english_month(low)).flatten();
    let found = match language {
        Language::French => french_month(low).or_else(english),
        Language::German => german_month(low)
            .filter(|_| word.is_capital())
            .or_else(english),
        Language::English | Language::Russian => english(),
    };
    let (number, doubtful, short) = found.or_else(|| {
        let number = russian_month(low)?;
        let short = low.chars().count() <= 4 && !matches!(number, 3 | 5 | 6 | 7);
        Some((number, matches!(low, "марта" | "мая" | "мае"), short))
    })?;
    let point = short && words.low(at + 1) == "." && words.is_glued(at + 1);
    let end = at + 1 + usize::from(point && words.same_sentence(at, at + 2));
    Some(Month {
        number,
        end,
        doubtful,
    })
}

/// A word without the ending of a genitive.
fn bare(low: &str) -> &str {
    low.strip_suffix("'s").unwrap_or(low)
}

type Name = (u32, bool, bool);

fn english_month(low: &str) -> Option<Name> {
    let place = |month: &str| MONTHS.iter().position(|name| *name == month);
    if let Some(place) = place(low) {
        let number = u32::try_from(place + 1).ok()?;
        return Some((number, matches!(number, 3 | 4 | 5 | 6 | 8), false));
    }
    let short = match low {
        "sept" => "sep",
        low if low.len() == 3 && low != "may" => low,
        _ => return None,
    };
    let place = MONTHS.iter().position(|name| name.starts_with(short))?;
    Some((u32::try_from(place + 1).ok()?, true, true))
}

fn french_month(low: &str) -> Option<Name> {
    const NAMES: [&str; 12] = [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ];
    let place = NAMES.iter().position(|name| *name == low)?;
    Some((
        u32::try_from(place + 1).ok()?,
        matches!(low, "mars" | "mai"),
        false,
    ))
}

fn german_month(low: &str) -> Option<Name> {
    let place = GERMAN_MONTHS.iter().position(|name| *name == low)?;
    let number = u32::try_from(place + 1).ok()?;
    Some((number, number == 8, false))
}

fn russian_month(low: &str) -> Option<u32> {
    const STEMS: [(&str, &[&str]); 12] = [
        ("январ", SOFT),
        ("феврал", SOFT),
        ("март", HARD),
        ("апрел", SOFT),
        ("ма", &["й", "я", "е", "ю", "ем"]),
        ("июн", SOFT),
        ("июл", SOFT),
        ("август", HARD),
        ("сентябр", SOFT),
        ("октябр", SOFT),
        ("ноябр", SOFT),
        ("декабр", SOFT),
    ];
    const SOFT: &[&str] = &["ь", "я", "е", "ю", "ем"];
    const HARD: &[&str] = &["", "а", "е", "у", "ом"];
    const SHORT: [(&str, u32); 9] = [
        ("янв", 1),
        ("фев", 2),
        ("апр", 4),
        ("авг", 8),
        ("сент", 9),
        ("сен", 9),
        ("окт", 10),
        ("нояб", 11),
        ("дек", 12),
    ];
    let long = STEMS.iter().position(|(stem, endings)| {
        let ending = low.strip_prefix(stem);
        ending.is_some_and(|ending| endings.contains(&ending))
    });
    if let Some(place) = long {
        return u32::try_from(place + 1).ok();
    }
    let short = SHORT.iter().find(|(name, _)| *name == low);
    short.map(|(_, number)| *number)
}

/// The weekday whose name is the word `at`.
pub(super) fn weekday(words: &Words<'_>, at: usize, language: Language) -> Option<Weekday> {
    let word = words.get(at)?;
    let low = bare(&word.low);
    let before = words.low_before(at);
    match low {
        "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday"
            if word.is_capital() =>
        {
            low.parse().ok()
        }
        "понедельник" | "понедельника" | "понедельнику" => {
            Some(Weekday::Mon)
        }
        "вторник" | "вторника" => Some(Weekday::Tue),
        // Also "milieu".
        "среду" if matches!(before, "в" | "прошлую" | "минувшую" | "следующую") => {
            Some(Weekday::Wed)
        }
        "четверг" | "четверга" => Some(Weekday::Thu),
        "пятницу" | "пятница" | "пятницы" => Some(Weekday::Fri),
        "субботу" | "суббота" | "субботы" => Some(Weekday::Sat),
        "воскресенье" | "воскресенья" => Some(Weekday::Sun),
        _ => match language {
            Language::French => french_weekday(low),
            Language::German => german_weekday(low).filter(|_| word.is_capital()),
            Language::English | Language::Russian => None,
        },
    }
}

fn french_weekday(low: &str) -> Option<Weekday> {
    Some(match low {
        "lundi" => Weekday::Mon,
        "mardi" => Weekday::Tue,
        "mercredi" => Weekday::Wed,
        "jeudi" => Weekday::Thu,
        "vendredi" => Weekday::Fri,
        "samedi" => Weekday::Sat,
        "dimanche" => Weekday::Sun,
        _ => return None,
    })
}

fn german_weekday(low: &str) -> Option<Weekday> {
    Some(match low {
        "montag" => Weekday::Mon,
        "dienstag" => Weekday::Tue,
        "mittwoch" => Weekday::Wed,
        "donnerstag" => Weekday::Thu,
        "freitag" => Weekday::Fri,
        "samstag" | "sonnabend" => Weekday::Sat,
        "sonntag" => Weekday::Sun,
        _ => return None,
    })
}

/// The code of a season in EDTF. "spring" and "fall" are other words too: what is around them
/// decides.
pub(super) fn season(low: &str) -> Option<u32> {
    Some(match bare(low) {
        "spring" | "весна" | "весной" | "весны" | "весну" | "весне" | "printemps" | "frühjahr"
        | "frühling" => 21,
        "summer" | "лето" | "летом" | "été" | "sommer" => 22,
        "autumn" | "fall" | "осень" | "осенью" | "осени" | "automne" | "herbst" => {
            23
        }
        "winter" | "зима" | "зимой" | "зимы" | "зиму" | "зиме" | "hiver" => 24,
        _ => return None,
    })
}

/// The unit of time that a word names.
pub(super) fn unit(low: &str) -> Option<Span> {
    Some(match bare(low) {
        "second" | "seconds" | "секунд" | "секунды" | "секунду" | "secondes" | "sekunden" => {
            Span::Moment
        }
        "minute" | "minutes" | "hour" | "hours" | "час" | "часа" | "часов" | "минут" | "минуты"
        | "минуту" | "heure" | "heures" | "stunde" | "stunden" | "minuten" => Span::Hour,
        "day" | "days" | "день" | "дня" | "дней" | "сутки" | "суток" | "jour" | "jours" | "tag"
        | "tage" | "tagen" => Span::Day,
        "week" | "weeks" | "неделя" | "неделю" | "недели" | "недель" | "неделе" | "semaine"
        | "semaines" | "woche" | "wochen" => Span::Week,
        "month" | "months" | "месяц" | "месяца" | "месяцев" | "месяце" | "mois" | "monat"
        | "monate" | "monaten" | "monats" => Span::Month,
        "quarter" | "quarters" | "квартал" | "квартала" | "квартале" | "кварталов"
        | "trimestre" | "trimestres" | "quartal" | "quartals" | "quartale" => Span::Quarter,
        "year" | "years" | "yr" | "yrs" | "год" | "года" | "году" | "годом" | "лет" | "ans"
        | "année" | "années" | "jahr" | "jahre" | "jahren" | "jahres" => Span::Year,
        "decade"
        | "decades"
        | "десятилетие"
        | "десятилетия"
        | "десятилетий"
        | "décennie"
        | "décennies"
        | "jahrzehnt"
        | "jahrzehnte"
        | "jahrzehnten" => Span::Decade,
        "century" | "centuries" | "век" | "века" | "веке" | "столетие" | "столетия" | "siècle"
        | "siècles" | "jahrhundert" | "jahrhunderts" => Span::Century,
        _ => return None,
    })
}
