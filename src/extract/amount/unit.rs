//! Units behind a number: percent, percentage points, money, weights and measures, and what is
//! counted.

mod physical;

use super::currency::{self, Currency};
use crate::dossier::Code;
use crate::extract::confidence::Confidence;
use crate::extract::lexicon::{self, Class};
use crate::extract::nation;
use crate::extract::token::TokenKind;
use crate::extract::word::Words;
use crate::extract::word_list::WordList;
use physical::{energy, physical, short_tonnes};

/// What a number counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Per cent.
    Percent,
    /// The unit in which rates change.
    PercentagePoints,
    /// Hundredths of a percentage point.
    BasisPoints,
    /// Money.
    Money(Currency),
    /// How many times as much: "1.66-fold", "doubled".
    Times,
    /// A part of the whole before: "rose by a third".
    Share,
    /// A weight, a length, or what is counted: "tonnes", "MW", "persons".
    Measure(&'static str),
    /// What is counted by a noun that no list has.
    Things,
}

/// Measures that count people.
pub(super) const PERSONS: [&str; 11] = [
    "persons",
    "tourists",
    "visitors",
    "students",
    "workers",
    "citizens",
    "residents",
    "arrivals",
    "guests",
    "specialists",
    "trainees",
];

impl Unit {
    /// Does it count people?
    pub fn counts_people(self) -> bool {
        matches!(self, Self::Measure(word) if PERSONS.contains(&word))
    }

    /// The unit in words, as of a series; the code of a currency, if it has one.
    pub fn word(self) -> &'static str {
        match self {
            Self::Percent => "%",
            Self::PercentagePoints => "percentage points",
            Self::BasisPoints => "basis points",
            Self::Money(currency) => currency.code.unwrap_or(currency.name),
            Self::Times => "times",
            Self::Share => "share",
            Self::Measure(word) => word,
            Self::Things => "things",
        }
    }
}

/// A unit, the word behind it, and how sure it is.
pub(super) type Found = (Unit, usize, Confidence);

/// The unit that begins with the word `at`. A large number of pounds is money.
pub(super) fn after(words: &Words<'_>, at: usize, large: bool) -> Option<Found> {
    let hyphen = usize::from(words.low(at) == "-" && words.is_glued(at));
    let start = at + hyphen;
    if let Some((unit, end)) = percent(words, start) {
        return Some((unit, end, Confidence::Sure));
    }
    if let Some((currency, end)) = currency::after(words, start) {
        return Some(money(words, currency, end, large));
    }
    let (measure, end) = measure(words, start)?;
    Some((Unit::Measure(measure), end, Confidence::Likely))
}

/// Does the word at that place name a currency?
pub(super) fn is_money(words: &Words<'_>, at: usize) -> bool {
    currency::after(words, at).is_some_and(|(_, end)| end == at + 1)
}

fn money(words: &Words<'_>, currency: Currency, end: usize, large: bool) -> Found {
    if currency.name != "pound" || currency.code.is_some() {
        let class = if currency.code.is_some() {
            Confidence::Sure
        } else {
            Confidence::Likely
        };
        return (Unit::Money(currency), end, class);
    }
    // A weight, unless there are millions of them and nothing is weighed.
    let weighed = !large || words.low(end) == "of";
    let unit = if weighed {
        Unit::Measure("pounds")
    } else {
        Unit::Money(currency)
    };
    (unit, end, Confidence::Unsure)
}

/// Percent and its relatives, and the word behind.
fn percent(words: &Words<'_>, at: usize) -> Option<(Unit, usize)> {
    let low = words.low(at);
    let next = words.low(at + 1);
    let short = |low| words.low(at) == low && words.is_glued(at);
    let found = match low {
        "%"
        | "٪"
        | "percent"
        | "pct"
        | "prozent"
        | "процент"
        | "процента"
        | "процентов"
        | "проценту"
        | "процентам"
        | "процентами" => (Unit::Percent, at + 1),
        "per" | "pour" if matches!(next, "cent" | "centum") => (Unit::Percent, at + 2),
        "pc" if short("pc") => (Unit::Percent, at + 1),
        "pp" | "pps" | "prozentpunkte" | "prozentpunkten" | "п.п" => {
            (Unit::PercentagePoints, at + 1)
        }
        "bps" | "bp" | "basispunkte" => (Unit::BasisPoints, at + 1),
        "percentage" | "процентных" | "процентного" | "процентный" if is_point(next) => {
            (Unit::PercentagePoints, at + 2)
        }
        "basis" | "базисных" | "базисного" if is_point(next) => {
            (Unit::BasisPoints, at + 2)
        }
        "points" | "point" if next == "de" && words.low(at + 2) == "pourcentage" => {
            (Unit::PercentagePoints, at + 3)
        }
        _ => return None,
    };
    // "2 % points", "5 per cent points".
    match found {
        (Unit::Percent, end) if matches!(words.low(end), "point" | "points") => {
            Some((Unit::PercentagePoints, end + 1))
        }
        found => Some(found),
    }
}

fn is_point(low: &str) -> bool {
    matches!(low, "point" | "points" | "пункт" | "пункта" | "пунктов")
}

/// A weight, a length, or what is counted.
fn measure(words: &Words<'_>, at: usize) -> Option<(&'static str, usize)> {
    let low = words.low(at);
    if matches!(low, "square" | "cubic" | "metric" | "sq") {
        let (base, end) = measure(words, at + 1)?;
        let unit = match (low, base) {
            ("metric", "tonnes") => "tonnes",
            ("square" | "sq", "km") => "km²",
            ("square" | "sq", "m") => "m²",
            ("square" | "sq", "miles") => "mi²",
            ("cubic", "m") => "m³",
            _ => return None,
        };
        return Some((unit, end));
    }
    if let Some(found) = energy(words, at).or_else(|| short_tonnes(words, at)) {
        return Some(found);
    }
    if let Some(unit) = physical(low).or_else(|| counted(low)) {
        return Some((unit, at + 1));
    }
    if matches!(low, "overnight" | "hotel") && matches!(words.low(at + 1), "stays" | "nights") {
        return Some(("overnight stays", at + 2));
    }
    if matches!(low, "young" | "skilled" | "foreign") {
        let people = words.low(at + 1) == "people" || demonym(words, at + 1).is_some();
        return people.then_some(("persons", at + 2));
    }
    // "120,000 of its citizens"
    if low == "of" && matches!(words.low(at + 1), "its" | "our" | "their") {
        return Some((counted(words.low(at + 2))?, at + 3));
    }
    // "2,500 Lao students", "9,200 Russians".
    let Some((_, noun)) = currency::country(words, at).or_else(|| demonym(words, at)) else {
        return described(words, at);
    };
    if let Some(unit) = counted(words.low(noun)) {
        return Some((unit, noun + 1));
    }
    demonym(words, at).map(|(_, end)| ("persons", end))
}

/// "23 valid investment projects", "200 full scholarships": what is counted behind its adjectives.
fn described(words: &Words<'_>, at: usize) -> Option<(&'static str, usize)> {
    const MOST: usize = 2;
    let plain = |at: &usize| {
        let word = words.get(*at);
        let class = lexicon::of(words.low(*at));
        let apart =
            Class::PREPOSITION | Class::AND | Class::AUXILIARY | Class::DETERMINER | Class::TIME;
        word.is_some_and(|word| word.kind == TokenKind::Word && !word.is_capital())
            && !class.has(apart)
            && !words.low(*at).ends_with("ed")
    };
    let behind = (at..at + MOST).take_while(plain).map(|at| at + 1);
    behind
        .filter(|next| words.same_sentence(at, *next))
        .find_map(|next| {
            let unit = counted(words.low(next))?;
            let thing = matches!(unit, "projects" | "companies" | "jobs" | "scholarships");
            thing.then_some((unit, next + 1))
        })
}

/// "Russians", "Fijians": people of a country.
pub(super) fn demonym(words: &Words<'_>, at: usize) -> Option<(Code, usize)> {
    let word = words.get(at).filter(|word| word.is_capital())?;
    if let Some(found) = of_two_words(words, at).or_else(|| acting(words, at)) {
        return Some(found);
    }
    let known = |text: &str| nation::find(text, &std::iter::empty());
    let one = word.text.strip_suffix('s')?;
    let of_place = || known(one.strip_suffix("er")?).filter(|found| !found.adjective);
    let found = known(one)
        .filter(|found| found.adjective && found.words == 1)
        .or_else(|| of_place().filter(|found| found.words == 1));
    let irregular = || {
        matches!(
            &*word.low,
            "poles"
                | "danes"
                | "finns"
                | "swedes"
                | "turks"
                | "spaniards"
                | "britons"
                | "croats"
                | "serbs"
                | "slovaks"
                | "czechs"
                | "germans"
                | "russians"
                | "americans"
        )
    };
    let found = found.or_else(|| known(word.text).filter(|_| irregular()))?;
    Some((found.code, at + 1))
}

/// "New Zealanders", "South Koreans".
fn of_two_words(words: &Words<'_>, at: usize) -> Option<(Code, usize)> {
    let next = words.get(at + 1).filter(|word| word.is_capital())?;
    let first = words.get(at)?.text;
    let one = next.text.strip_suffix('s')?;
    let place = one.strip_suffix("er").unwrap_or(one);
    let found = nation::find(first, &std::iter::once(place))?;
    (found.words == 2).then_some((found.code, at + 2))
}

/// "9,400 Japanese visited": an adjective for people, where they do something.
fn acting(words: &Words<'_>, at: usize) -> Option<(Code, usize)> {
    static ACTS: WordList = WordList::new(
        "visited visit travelled traveled travel came come arrived live lived living reside work worked \
         working study studied studying stayed were are have had vacationed flew went trekked hiked hold held",
    );
    let ending = ["ese", "ish", "ch", "iss"];
    let people = ending.iter().any(|end| words.low(at).ends_with(end));
    if !people || !ACTS.has(words.low(at + 1)) {
        return None;
    }
    let found = nation::find(words.get(at)?.text, &std::iter::empty())?;
    (found.adjective && found.words == 1).then_some((found.code, at + 1))
}

/// The unit of a noun that counts people.
pub(super) fn people(low: &str) -> Option<Unit> {
    let unit = Unit::Measure(counted(low)?);
    unit.counts_people().then_some(unit)
}

/// Is it the name of a weight or a measure, or of what is counted?
pub(super) fn is_measure(low: &str) -> bool {
    physical(low).or_else(|| counted(low)).is_some()
}

/// Is it a unit of what is counted, and not weighed or measured?
pub(super) fn is_counted(unit: &str) -> bool {
    counted(unit).is_some() || unit == "overnight stays"
}

/// Is it a unit in which goods are traded?
pub fn is_traded(unit: &str) -> bool {
    matches!(
        unit,
        "tonnes"
            | "kg"
            | "barrels"
            | "litres"
            | "bottles"
            | "m³"
            | "bcm"
            | "kWh"
            | "MWh"
            | "GWh"
            | "TWh"
    )
}

/// Is it a unit of electric power?
pub(super) fn is_power(unit: &str) -> bool {
    matches!(unit, "kW" | "MW" | "GW")
}

/// Is it a unit of which a few are a figure: "two projects"?
pub(super) fn is_work(unit: &str) -> bool {
    matches!(
        unit,
        "projects" | "companies" | "flights" | "jobs" | "scholarships"
    )
}

/// Is it a noun for what [`is_work`] means?
pub(super) fn is_counted_word(low: &str) -> bool {
    counted(low).is_some_and(is_work)
}

/// The unit of a noun for what is counted.
pub(super) fn counted(low: &str) -> Option<&'static str> {
    Some(match low {
        "people" | "persons" | "человек" | "personnes" | "menschen" => "persons",
        "tourists" | "туристов" | "touristes" => "tourists",
        "visitors" | "holidaymakers" | "travellers" | "travelers" => "visitors",
        "residents" => "residents",
        "arrivals" => "arrivals",
        "guests" => "guests",
        "trainees" | "interns" => "trainees",
        "students" | "студентов" | "étudiants" => "students",
        "workers" | "рабочих" => "workers",
        "citizens" | "nationals" | "граждан" => "citizens",
        "specialists" | "специалистов" => "specialists",
        "soldiers" | "troops" | "servicemen" => "soldiers",
        "companies" | "firms" | "enterprises" | "компаний" | "предприятий" | "entreprises" => {
            "companies"
        }
        "projects" | "проектов" | "projets" => "projects",
        "jobs" => "jobs",
        "scholarships" | "стипендий" => "scholarships",
        "vehicles" => "vehicles",
        "doses" | "доз" => "doses",
        "flights" | "рейсов" => "flights",
        "households" => "households",
        "containers" => "containers",
        _ => return None,
    })
}
