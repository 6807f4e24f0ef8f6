//! Figures that no rule for trade, money or people took: what is counted or measured, in the words of its clause.
//!
//! "At least 60 rural clinics", "about a third of the shipments", "2.3 times the level of 2020".

mod actor;
mod carried;
mod clause;
mod country;
mod money;
mod multiple;
mod name;
mod noun;
mod phrase;
mod remark;
mod share;
mod time;
mod verb;

use std::ops::Range;

use super::again;
use super::change::ChangeRole;
use super::described::described;
use super::matter;
use super::period::{Dates, Period};
use super::printed::{Printed, Quantity};
use super::qualifier;
use super::quantity::Found;
use super::ratio;
use super::record::Amount;
use super::topic::Matter;
use super::trade::Trade;
use super::unit::{self, Unit};
use crate::dossier::Code;
use crate::dossier::series::Flow;
use crate::dossier::spelled::small;
use crate::extract::date::Context;
use crate::extract::token::TokenKind;
use crate::extract::word::Words;
use crate::extract::word_list::WordList;
use country::countries;
pub(super) use country::countries_of;
use name::Name;

/// A figure that no rule knows, with the words that say what it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Open {
    /// The figure; its unit is [`Unit::Things`] where a noun is counted.
    pub amount: Amount,
    /// What it is of.
    pub name: Name,
    /// The bytes of the noun that is counted.
    pub head: Option<Range<usize>>,
    /// Are people counted?
    pub people: bool,
    /// The countries that its sentence names.
    pub countries: Vec<Code>,
}

/// Words of the sentence to either side in which countries are looked for.
const REACH: usize = 40;
/// What is fewer is told of those who meet, as "two sides".
const FEW: f64 = 10.0;
/// What may be told of a noun that stands before it: "applications fell to 1,064".
const MANY: f64 = 100.0;

/// What a paragraph has of them: `found` are its amounts as read, `bare` its numbers without a unit.
pub(super) fn gather(
    words: &Words<'_>,
    (found, amounts): (&[Found], &[Amount]),
    bare: &[Found],
    (dates, before): (&Dates<'_>, Option<&Period>),
    context: Context,
) -> Vec<Open> {
    let mut all: Vec<(usize, Open)> = Vec::new();
    for (one, amount) in found.iter().zip(amounts) {
        if !is_known(amount) && is_figure(words, one) && !is_domestic(words, one.words.start) {
            let noun = counted_before(words, found, one);
            all.push((one.words.start, measured(words, one, noun, amount.clone())));
        }
    }
    let multiples = multiple::all(words, found);
    for one in bare.iter().chain(&multiples) {
        let Some((one, noun)) = named(words, found, one) else {
            continue;
        };
        let (start, end) = (one.words.start, one.words.end);
        if is_domestic(words, start) {
            continue;
        }
        let before = found.iter().rev().find(|other| other.words.end <= start);
        let after = found.iter().find(|other| other.words.start >= end);
        let others = (
            before.map_or(0, |other| other.words.end),
            after.map_or(words.len(), |other| other.words.start),
        );
        let Some(amount) = described(words, &one, dates, others, context) else {
            continue;
        };
        let open = match noun {
            Some(noun) => counted(words, &one, &noun, amount),
            None => measured(words, &one, None, amount),
        };
        if !is_picture(words, start, &open) {
            all.push((start, open));
        }
    }
    all.sort_by_key(|(start, _)| *start);
    for (start, open) in &mut all {
        time::settle(words, *start, &mut open.amount, (dates.all(), context));
        carried::carry(words, *start, &mut open.amount, (found, amounts), dates);
        carried::carry_over(words, *start, &mut open.amount, dates, before);
    }
    all.into_iter().map(|(_, open)| open).collect()
}

/// Does a rule know what an amount is about?
fn is_known(amount: &Amount) -> bool {
    let by = amount
        .change
        .is_some_and(|change| change.role == ChangeRole::By);
    let named = |matter: &Matter| matter.from.or(matter.to).is_some();
    let one_way = |trade: &&Trade| matches!(trade.flow, Flow::Exports | Flow::Imports);
    let nameless = |trade: &&Trade| one_way(trade) && trade.is_nameless();
    let whose = amount.trade.as_ref().filter(|trade| !nameless(trade));
    let known = whose.is_some() || amount.matter.as_ref().is_some_and(named);
    match amount.unit {
        Unit::Percent => by && known && amount.period.is_some(),
        Unit::Money(_) => (known || amount.trade.is_some()) && !by,
        Unit::Measure(unit) => {
            let goods = unit::is_traded(unit) && whose.is_some_and(|trade| trade.goods.is_some());
            goods && !by || amount.matter.as_ref().is_some_and(named)
        }
        Unit::PercentagePoints | Unit::BasisPoints => true,
        Unit::Times | Unit::Share | Unit::Things => false,
    }
}

/// Is it no number of a name, and not few: "K9", "two sides"?
fn is_figure(words: &Words<'_>, found: &Found) -> bool {
    if ratio::is_no_level(words, found) && found.unit != Some(Unit::Percent) {
        return false;
    }
    if remark::is_aside(words, found) {
        return false;
    }
    let Quantity::One(one) = found.quantity else {
        return !matches!(found.quantity, Quantity::AtLeastOne(_));
    };
    let of_name = matches!(
        words.low_before(found.words.start),
        "no" | "nos"
            | "number"
            | "article"
            | "chapter"
            | "paragraph"
            | "#"
            | "flight"
            | "resolution"
            | "room"
    );
    let few = match found.unit {
        Some(Unit::Measure(unit)) => {
            let all = matches!(
                words.low_before(found.words.start),
                "the" | "both" | "our" | "their" | "these" | "those"
            );
            unit::is_counted(unit) && one.value() < FEW && (all || !unit::is_work(unit))
        }
        _ => false,
    };
    !of_name && !few
}

/// A number without a unit, with the noun that it counts; none where it is no figure.
fn named(
    words: &Words<'_>,
    amounts: &[Found],
    found: &Found,
) -> Option<(Found, Option<Range<usize>>)> {
    let (start, end) = (found.words.start, found.words.end);
    if matches!(found.unit, Some(Unit::Times | Unit::Share)) {
        return Some((found.clone(), None));
    }
    if let Quantity::Fraction { .. } = found.quantity {
        // "half of our land" is told of one country.
        let ours = matches!(words.low(end + 1), "our" | "my" | "your");
        let part = words.low(end) == "of" && !ours;
        let share = Found {
            unit: Some(Unit::Share),
            ..found.clone()
        };
        return (part && !remark::is_aside(words, found)).then_some((share, None));
    }
    let one = upper(found)?;
    if multiple::is_measured(words, end) {
        let times = Found {
            words: start..end + 1,
            unit: Some(Unit::Times),
            ..found.clone()
        };
        return Some((times, None));
    }
    if !is_figure(words, found) || words.low(end) == "-" || is_glued_name(words, start) {
        return None;
    }
    if let Some(told) = told_before(words, amounts, found) {
        return Some(told);
    }
    let digits = words.low(start);
    let year = digits.len() == 4 && digits.starts_with(['1', '2']) && end == start + 1;
    let noun = noun::counted(words, end).filter(|_| !year)?;
    let work = unit::is_counted_word(words.low(noun.end - 1));
    (one.value() >= FEW || work).then(|| {
        let found = Found {
            words: start..noun.end,
            unit: Some(Unit::Things),
            ..found.clone()
        };
        (found, Some(noun))
    })
}

/// The number, or the upper end of a range.
fn upper(found: &Found) -> Option<Printed> {
    match found.quantity {
        Quantity::One(one) | Quantity::Between(_, one) => Some(one),
        Quantity::AtLeastOne(_) | Quantity::Fraction { .. } => None,
    }
}

/// A number of what was spoken of before: "applications fell to 1,064", "5,000 of them".
fn told_before(
    words: &Words<'_>,
    amounts: &[Found],
    found: &Found,
) -> Option<(Found, Option<Range<usize>>)> {
    let (start, end) = (found.words.start, found.words.end);
    let one = upper(found)?;
    let digits = words.low(start);
    let year = digits.len() == 4 && digits.starts_with(['1', '2']) && one.scale == 0;
    let (_, begin) = qualifier::qualifier(words, start, end);
    let some = words.after(end, "of them").is_some();
    let told = noun::subject(words, begin);
    let work = |noun: &Range<usize>| unit::is_counted_word(words.low(noun.end - 1));
    let numbered = noun::numbered(words, begin).is_some();
    let few = some || numbered || told.as_ref().is_some_and(work);
    // "the number of flights a week rises to five"
    let least = match &told {
        Some(noun) if numbered && work(noun) => 2.0,
        _ if few => FEW,
        _ => MANY,
    };
    if one.value() < least || year {
        return None;
    }
    let with = |unit| Found {
        unit: Some(unit),
        ..found.clone()
    };
    if some {
        if let Some(unit) = found_before(amounts, start) {
            return Some((with(unit), None));
        }
        let noun = noun::first(words, start).or_else(|| noun::people_before(words, start))?;
        let counted = unit::counted(words.low(noun.end - 1));
        let unit = counted.map_or(Unit::Things, Unit::Measure);
        return Some((with(unit), Some(noun)));
    }
    let noun = told.filter(|_| noun::is_free(words, end))?;
    Some((with(Unit::Things), Some(noun)))
}

/// A round number in letters of what no country is named with: "ten thousand sunbathers".
fn is_picture(words: &Words<'_>, start: usize, open: &Open) -> bool {
    let spelled = words
        .get(start)
        .is_some_and(|word| word.kind == TokenKind::Word);
    let things = open.amount.unit == Unit::Things;
    let free = open.countries.is_empty() && open.amount.period.is_none();
    things && spelled && free
}

/// What was counted last before the word `start`: "5,000 of them".
fn found_before(found: &[Found], start: usize) -> Option<Unit> {
    let mut before = found.iter().rev().filter(|one| one.words.end <= start);
    let counts = |unit: &Unit| matches!(unit, Unit::Measure(unit) if unit::is_counted(unit));
    before.find_map(|one| one.unit.filter(counts))
}

/// What a number that repeats no noun counts: the noun of the figure before.
fn counted_before(words: &Words<'_>, all: &[Found], found: &Found) -> Option<Range<usize>> {
    let bare = found.basis.rule == again::AGAIN.rule;
    let mut before = all
        .iter()
        .rev()
        .filter(|one| one.words.end <= found.words.start);
    let one = before.find(|one| one.unit == found.unit).filter(|_| bare)?;
    let (start, end) = (one.words.start, one.words.end);
    let letters = (start..end)
        .rev()
        .take_while(|at| is_letters(words, *at))
        .last()?;
    Some(letters..end)
}

/// Is a number part of a name: "K9", "A 320"?
fn is_glued_name(words: &Words<'_>, start: usize) -> bool {
    let before = words.before(start);
    // "KQ 860 leaves at ten"
    let code = before.is_some_and(|word| {
        word.text.len() == 2 && word.text.chars().all(|letter| letter.is_ascii_uppercase())
    });
    code || words.is_glued(start)
        && before.is_some_and(|word| word.kind == TokenKind::Word || word.text == "-")
}

fn counted(words: &Words<'_>, found: &Found, noun: &Range<usize>, amount: Amount) -> Open {
    Open {
        name: name::counted(words, &found.words, noun),
        head: (amount.unit == Unit::Things).then(|| words.range(noun::head(words, noun))),
        people: noun::counts_people(words.low(noun.end - 1)),
        countries: countries(words, noun.end - 1),
        amount,
    }
}

/// An amount with a unit, and what it is of; `noun` is what a number counts that repeats no noun.
fn measured(words: &Words<'_>, found: &Found, noun: Option<Range<usize>>, amount: Amount) -> Open {
    let (start, end) = (found.words.start, found.words.end);
    let people = amount.unit.counts_people();
    let own = || {
        (start..end)
            .rev()
            .take_while(|at| is_letters(words, *at))
            .last()
    };
    let noun = match amount.unit {
        Unit::Measure(unit) if unit::is_counted(unit) => noun.or(own().map(|first| first..end)),
        _ => None,
    };
    let name = match noun {
        Some(noun) => name::counted(words, &found.words, &noun),
        None => name::measured(words, &found.words, &amount),
    };
    let weighed = matches!(amount.unit, Unit::Measure(unit) if !unit::is_counted(unit) && unit.is_ascii() && !unit::is_power(unit));
    let printed = weighed && end > start + 1;
    Open {
        name,
        head: printed.then(|| words.range(end - 1..end)),
        people,
        countries: countries(words, start),
        amount,
    }
}

fn is_letters(words: &Words<'_>, at: usize) -> bool {
    let scale = matches!(
        words.low(at),
        "thousand" | "million" | "hundred" | "lakh" | "dozen"
    ) || small(words.low(at)).is_some_and(|number| number > 1);
    words
        .get(at)
        .is_some_and(|word| word.kind == TokenKind::Word)
        && !scale
}

/// Words of what a country is by itself, and of what its people think.
static DOMESTIC: WordList = WordList::new(
    "population gdp capita inflation unemployment literacy poll polls pollsters respondents voters votes election \
     elections referendum turnout",
);

/// Does the sentence of a word tell what one country is by itself, or what a body of many gives?
fn is_domestic(words: &Words<'_>, of: usize) -> bool {
    if matter::is_of_body(words, of) {
        return true;
    }
    let mut near = of.saturating_sub(REACH)..of + REACH;
    near.any(|at| DOMESTIC.has(words.low(at)) && words.same_sentence(at, of))
}
