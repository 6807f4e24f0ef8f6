//! What a number counts: money, people, a unit that is known, or something that no list has.

use std::collections::HashSet;
use std::ops::Range;
use std::sync::LazyLock;

use crate::extract::amount::Currency;
use crate::vet::index::Index;
use crate::vet::sentence::Sentence;
use crate::vet::words::{Word, is_one_of, stem};

/// The code of a dollar of which the text does not say whose it is: "$5 million".
pub(super) const DOLLAR: &str = "$";

/// Codes of money that is called a dollar.
const DOLLARS: [&str; 12] = [
    "USD", "AUD", "CAD", "NZD", "SGD", "HKD", "FJD", "TWD", "NAD", "JMD", "BBD", "TTD",
];

/// Is the unit of a series money of that code? Of a bare dollar any dollar is.
pub(super) fn is_money(unit: &str, code: &str) -> bool {
    match code {
        DOLLAR => DOLLARS.iter().any(|dollar| unit.starts_with(dollar)),
        code => unit.starts_with(code),
    }
}

/// Of what a figure is.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Of {
    /// Money, by its code; none for dollars and other money whose country is not said.
    Money(Option<&'static str>),
    Percent,
    Points,
    /// What is counted or measured, by its stem; `persons` for people of any sort.
    Thing(String),
    /// Something that no list has: people or things.
    Unknown,
    /// The text does not say.
    Unsaid,
}

/// What the words behind a number count; the first that a series counts, or else a unit that is known.
pub(super) fn of_words(index: &Index<'_>, behind: &[&Word]) -> Of {
    /// Words behind a number that are of no noun: "numbered 17,000 in a year".
    const BEHIND: [&str; 9] = [
        "in", "for", "over", "within", "during", "from", "at", "on", "by",
    ];
    let mut lows = behind.iter().map(|word| word.low.as_str());
    if let (Some("international" | "constant" | "current"), Some("dollars" | "dollar")) =
        (lows.next(), lows.next())
    {
        return Of::Money(Some("USD"));
    }
    if behind
        .first()
        .is_some_and(|word| BEHIND.contains(&word.low.as_str()))
    {
        return Of::Unsaid;
    }
    // "soldiers' families" are no soldiers.
    let mut nouns = (0..behind.len())
        .filter(|at| !owns(&behind[*at..]))
        .map(|at| behind[at]);
    let known = nouns
        .clone()
        .map(|word| thing(&word.low))
        .find(|thing| index.measures.counts(thing));
    if let Some(thing) = known {
        return Of::Thing(thing);
    }
    if behind.first().is_some_and(|word| is_demonym(word)) {
        return Of::Thing("persons".to_owned());
    }
    let unit = nouns.find(|word| is_one_of(COUNTED, &word.low));
    match (unit, behind.first()) {
        (Some(word), _) => Of::Thing(stem(&word.low)),
        (None, Some(word)) if !word.stem.is_empty() => Of::Unknown,
        _ => Of::Unsaid,
    }
}

/// Is the first of these words the owner of the second? An apostrophe may stand between them.
fn owns(words: &[&Word]) -> bool {
    let [first, rest @ ..] = words else {
        return false;
    };
    let apart = |next: &&Word| next.mark.is_none() && next.range.start > first.range.end + 1;
    first.range.len() > first.low.len() || rest.first().is_some_and(apart)
}

/// "Laotians", "Russians": people of a country.
pub(super) fn is_demonym(word: &Word) -> bool {
    let single = word.low.strip_suffix('s').filter(|_| word.capital);
    single.is_some_and(|single| crate::extract::country(single).is_some())
}

/// What is counted and neither people nor a unit of measure; of other nouns nobody knows.
const COUNTED: &str = "families households couples villages companies firms schools hospitals vehicles trucks \
    cars containers flights trains ships elephants trees houses books projects times \
    kilometres groups nights bookings hotels rooms beds tickets";

/// Units of one quantity, a line each.
const DIMENSIONS: &str = "hours days weeks months years
    ha acres km² m² mi²
    tonnes kg
    km m miles
    kW MW GW
    kWh MWh GWh TWh";

/// Do two units measure the same, so that one can be wrong for the other?
pub(super) fn is_akin(one: &str, other: &str) -> bool {
    let mut lines = DIMENSIONS.lines();
    one != other && lines.any(|line| is_one_of(line, one) && is_one_of(line, other))
}

/// Is it a unit of time?
pub(super) fn is_time(unit: &str) -> bool {
    let times = DIMENSIONS.lines().next();
    times.is_some_and(|times| is_one_of(times, unit))
}

/// Nouns for people.
const PERSONS: &str = "persons people tourists visitors students workers citizens specialists soldiers \
    inhabitants residents travellers travelers deaths civilians men women children adults \
    victims casualties fatalities lives souls villagers farmers refugees migrants \
    holidaymakers vacationers guests arrivals passengers pilgrims nationals troops fighters \
    cadets pupils graduates teachers doctors nurses engineers employees labourers laborers \
    officials officers members locals natives survivors dead killed individuals humans \
    subjects compatriots countrymen peasants noncombatants combatants trainees scholars \
    professionals volunteers prisoners patients youths youngsters foreigners sightseers \
    backpackers consumers voters";

/// What a noun counts, as figures are compared; people of any sort are persons.
pub(super) fn thing(word: &str) -> String {
    static PEOPLE: LazyLock<HashSet<&str>> = LazyLock::new(|| PERSONS.split_whitespace().collect());
    if PEOPLE.contains(word) {
        return "persons".to_owned();
    }
    match word {
        "hour" | "hours" => "hours".to_owned(),
        "day" | "days" => "days".to_owned(),
        "week" | "weeks" => "weeks".to_owned(),
        "month" | "months" => "months".to_owned(),
        "year" | "years" => "years".to_owned(),
        "ha" | "hectare" | "hectares" => "ha".to_owned(),
        "ton" | "tons" | "tonne" | "tonnes" => "tonnes".to_owned(),
        word => word.to_owned(),
    }
}

/// The code of a currency; [`DOLLAR`] for a dollar of which no country is said.
pub(super) fn code(currency: Currency) -> Option<&'static str> {
    let dollar = currency.is_dollar().then_some("USD");
    let bare = currency.is_bare_dollar().then_some(DOLLAR);
    bare.or(currency.code).or(dollar)
}

/// Of what an amount of money is; what stands behind the name of a series that is none of money is not said to be
/// any.
pub(super) fn money(
    index: &Index<'_>,
    sentence: &Sentence,
    range: &Range<usize>,
    code: Option<&'static str>,
) -> Of {
    if is_of_noun(index, sentence, range) {
        return Of::Unsaid;
    }
    Of::Money(code)
}

/// "GDP per head is $10,112 and the population 7.7 million": does a number that has no unit of its own stand behind
/// the name of a series that is none of money?
fn is_of_noun(index: &Index<'_>, sentence: &Sentence, range: &Range<usize>) -> bool {
    /// Words from the name to its number.
    const NEAR: usize = 3;
    let is_own = |c: char| c.is_alphabetic() || matches!(c, '$' | '€' | '£' | '¥' | '₽');
    let text = sentence.words_of(range).replace("million", "");
    let text = text.replace("billion", "").replace("thousand", "");
    if text.contains(is_own) {
        return false;
    }
    let words = &sentence.words;
    let here = words.partition_point(|word| word.range.start < range.start);
    let near = words[here.saturating_sub(NEAR)..here].iter().rev();
    let mut near = near.take_while(|word| word.mark.is_none());
    near.any(|word| index.measures.is_no_money(&word.stem))
}
