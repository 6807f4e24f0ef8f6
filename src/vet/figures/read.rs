//! The figures of a sentence, with or without a unit that the extractor knows.

use std::ops::Range;

use super::counted::{Of, code, money, of_words, thing};
use super::dated::{date_behind, is_of_next, only_date};
use super::derived::{is_derived, is_divisor, is_taken_up, is_yearly, multiple, per, unbound};
use super::them::of_them;
use crate::dossier::series::Flow;
use crate::dossier::{Code, Date};
use crate::extract::amount::{Amount, ChangeRole, Trend, Unit};
use crate::extract::{Count, TimeExpression, TimeKind};
use crate::vet::index::Index;
use crate::vet::number::Told;
use crate::vet::sentence::{Sentence, Sentences};
use crate::vet::words::{Word, is_in};

/// A figure of a text.
#[derive(Clone, Debug)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is one thing that words near the figure say or not"
)]
pub(super) struct Figure {
    pub(super) range: Range<usize>,
    pub(super) number: Told,
    pub(super) of: Of,
    /// Is it by how much something changed?
    pub(super) change: bool,
    /// What it is of a change.
    pub(super) role: Option<ChangeRole>,
    /// Which way something changed that it is a part of.
    pub(super) trend: Option<Trend>,
    pub(super) period: Option<Date>,
    /// The bytes of the words that give it.
    pub(super) dated: Option<Range<usize>>,
    /// The bytes of the words that give what a change is measured from.
    pub(super) based: Option<Range<usize>>,
    /// What a change is measured from.
    pub(super) base: Option<Date>,
    /// Does a word such as "by" or "end of" stand before the period?
    pub(super) until: bool,
    /// Does the sentence speak of growth?
    pub(super) grows: bool,
    pub(super) ahead: bool,
    /// Is it worked out from another?
    pub(super) derived: bool,
    /// What it is given by: "a month", "per head".
    pub(super) per: Option<String>,
    pub(super) flow: Option<Flow>,
    /// Is it of the trade in some goods alone?
    pub(super) limited: bool,
    /// Countries that the words of trade name: the reporter and the partner.
    pub(super) trade: [Option<Code>; 2],
}

/// The figures of a sentence outside of quotations.
pub(super) fn figures(
    index: &Index<'_>,
    sentences: &Sentences<'_>,
    sentence: &Sentence,
) -> Vec<Figure> {
    let amounts = sentence.amounts.iter();
    let outside = |range: &Range<usize>| {
        !is_in(&sentences.quoted, range.start) && !is_working(&sentences.text[..range.start])
    };
    let mut found: Vec<Figure> = amounts
        .filter(|amount| outside(&amount.range))
        .filter_map(|amount| of_amount(index, sentence, &unbound(sentence, amount)))
        .collect();
    let taken: Vec<_> = sentence
        .amounts
        .iter()
        .map(|one| one.range.clone())
        .collect();
    for count in &sentence.counts {
        let over =
            |range: &Range<usize>| range.start < count.range.end && count.range.start < range.end;
        let dated = sentence.dates.iter().any(|one| {
            let is_time = matches!(one.kind, TimeKind::Duration);
            !is_time && over(&one.range)
        });
        if outside(&count.range) && !taken.iter().any(over) && !dated {
            found.extend(of_count(index, sentences, sentence, count));
        }
    }
    // "It was expected to reach 5 %", where the sentence before speaks of growth.
    let is_named = |word: &Word| index.measures.has_rate_of(&word.stem);
    let goes_on = sentence.leans() || !sentence.words.iter().any(is_named);
    if goes_on && sentences.context(sentence).any(grows) {
        for figure in &mut found {
            figure.grows = true;
        }
    }
    found.sort_by_key(|figure| figure.range.start);
    found
}

/// "8.3 / (1 + 66 %)": a step of arithmetic, which states nothing. `before`: the text before the figure.
fn is_working(before: &str) -> bool {
    let before = before.trim_end_matches([' ', '+', '-', '−']);
    before.ends_with("(1")
}

fn of_amount(index: &Index<'_>, sentence: &Sentence, amount: &Amount) -> Option<Figure> {
    let role = amount.change.map(|change| change.role);
    let trend = amount.change.map(|change| change.trend);
    let (number, of, change) = match amount.unit {
        Unit::Times | Unit::Share => (times(sentence, amount)?, Of::Percent, true),
        Unit::Percent => {
            let (number, change) = rate(sentence, amount)?;
            let is_yearly = is_yearly(sentence, &amount.range);
            (number, Of::Percent, change || is_yearly)
        }
        // Only the stage for drafts counts things that no list has.
        Unit::Things => return None,
        Unit::PercentagePoints | Unit::BasisPoints => (
            Told::of(amount.quantity, amount.qualifier)?,
            Of::Points,
            false,
        ),
        Unit::Money(currency) => {
            let number = Told::of(amount.quantity, amount.qualifier)?;
            let of = money(index, sentence, &amount.range, code(currency));
            (number, of, role == Some(ChangeRole::By))
        }
        Unit::Measure(word) => {
            let number = Told::of(amount.quantity, amount.qualifier)?;
            (number, Of::Thing(thing(word)), false)
        }
    };
    let time = amount.own_period().map(|period| &period.time);
    let edge = time.and_then(|time| time.edge);
    // What a change is measured from is not its period.
    let base = amount.compared_with.as_ref().map(|base| &base.range);
    let is_base = |time: &&TimeExpression| base == Some(&time.range);
    let only = || only_date(sentence, &amount.range).filter(|time| !is_base(time));
    let time = time
        .or_else(only)
        .filter(|_| !is_divisor(sentence, &amount.range))
        .filter(|time| !is_of_next(sentence, &amount.range, &time.range));
    let period = time.and_then(|time| time.date().ok().flatten());
    Some(Figure {
        range: amount.range.clone(),
        number,
        of,
        change,
        role,
        trend,
        dated: time.map(|time| time.range.clone()),
        based: amount.compared_with.as_ref().map(|base| base.range.clone()),
        base: base_of(amount),
        until: edge == Some(crate::extract::Edge::Until) || is_part(sentence, period.as_ref()),
        period,
        grows: grows(sentence) || is_taken_up(sentence, &amount.range),
        ahead: !amount.status.is_report(),
        derived: is_derived(sentence, &amount.range),
        per: per(sentence, &amount.range),
        flow: amount.own_trade().map(|trade| trade.flow),
        limited: amount
            .own_trade()
            .is_some_and(|trade| trade.goods.is_some()),
        trade: amount
            .own_trade()
            .map_or([None, None], |trade| [trade.reporter, trade.partner]),
    })
}

/// "doubled", "fell sixfold", in per cent.
fn times(sentence: &Sentence, amount: &Amount) -> Option<Told> {
    let (_, trend) = beside(sentence, &amount.range);
    multiple(sentence, amount, trend == Some(Trend::Down))
}

/// A rate, and whether it is one of change: below zero where something fell by it.
fn rate(sentence: &Sentence, amount: &Amount) -> Option<(Told, bool)> {
    let role = amount.change.map(|change| change.role);
    let trend = amount.change.map(|change| change.trend);
    let told = Told::of(amount.quantity, amount.qualifier)?;
    let (role, trend) = match role {
        // "fell by +18 %": the verb says which way.
        _ if is_signed(sentence, &amount.range) => beside(sentence, &amount.range),
        _ if is_minus(sentence, &amount.range) => (Some(ChangeRole::By), Some(Trend::Down)),
        Some(role) => (Some(role), trend),
        None => beside(sentence, &amount.range),
    };
    // "The pace slowed to 20 %": what it is now is a rate, and not by how much trade fell.
    let is_level = role == Some(ChangeRole::To);
    // "growth continuing at 20 %" is a rate of change as well.
    let change = role.is_some_and(|role| role != ChangeRole::From);
    let down = trend == Some(Trend::Down) && !is_level;
    let told = if change && down { told.negated() } else { told };
    Some((told, change))
}

/// Characters of a year in EDTF.
const YEAR: usize = 4;

fn base_of(amount: &Amount) -> Option<Date> {
    let base = amount.compared_with.as_ref()?;
    Date::parse(base.edtf.as_deref()?).ok()
}

/// "growth of 4 per cent", "up a further 20 per cent": the change that words right before a rate tell.
fn beside(sentence: &Sentence, range: &Range<usize>) -> (Option<ChangeRole>, Option<Trend>) {
    /// Words before a rate in which its verb is looked for.
    const NEAR: usize = 8;
    let here = sentence
        .words
        .partition_point(|word| word.range.start < range.start);
    // "rice is grown on 90 per cent" tells no change.
    let near = sentence.words[here.saturating_sub(NEAR)..here]
        .iter()
        .rev()
        .filter(|word| !matches!(word.low.as_str(), "grown" | "growing"));
    let stem = near
        .map(|word| word.stem.as_str())
        .find(|stem| matches!(*stem, "grow" | "fall"));
    match stem {
        Some("grow") => (Some(ChangeRole::By), Some(Trend::Up)),
        Some(_) => (Some(ChangeRole::By), Some(Trend::Down)),
        None => (None, None),
    }
}

fn grows(sentence: &Sentence) -> bool {
    let mut words = sentence.words.iter();
    let mut amounts = sentence.amounts.iter();
    words.any(|word| word.stem == "grow" || word.stem == "fall")
        || amounts.any(|amount| amount.change.is_some())
}

/// Is "minus" right before a figure?
fn is_minus(sentence: &Sentence, range: &Range<usize>) -> bool {
    let here = sentence
        .words
        .partition_point(|word| word.range.start < range.start);
    let before = here
        .checked_sub(1)
        .map(|at| sentence.words[at].low.as_str());
    before == Some("minus")
}

/// Is a rate with a sign what something changed "by"?
fn is_signed(sentence: &Sentence, range: &Range<usize>) -> bool {
    const SIGNS: [char; 3] = ['+', '-', '−'];
    let start = range.start - sentence.range.start;
    let before = sentence.text.get(..start).unwrap_or_default().trim_end();
    let is_by = before.trim_end_matches(SIGNS).trim_end().ends_with(" by");
    let inside = sentence.words_of(range).starts_with(SIGNS);
    is_by && (inside || before.ends_with(SIGNS)) && beside(sentence, range).0.is_some()
}

/// Does a sentence speak of a part of a year that has no date of its own?
fn is_part(sentence: &Sentence, period: Option<&Date>) -> bool {
    // "in the first half of 2025" has its own date.
    if period
        .and_then(Date::edtf)
        .is_some_and(|edtf| edtf.len() > YEAR)
    {
        return false;
    }
    let mut words = sentence.words.iter();
    words.any(|word| is_word(PARTS, &word.low))
}

/// Words for a part of a year.
const PARTS: &str = "months month half quarter early late beginning start";

fn is_word(list: &str, low: &str) -> bool {
    list.split(' ').any(|word| word == low)
}

/// Is it the number of a year, which is a date?
fn is_year(sentence: &Sentence, count: &Count) -> bool {
    let value = count.value.value();
    let near = (1900.0..2101.0).contains(&value) && value.fract().abs() < 1e-9;
    let text = sentence
        .text
        .get(count.range.start - sentence.range.start..);
    let is_plain = text.is_some_and(|text| text.as_bytes().get(1) != Some(&b','));
    near && is_plain && count.value.scale == 0 && count.unit.is_none()
}

fn of_count(
    index: &Index<'_>,
    sentences: &Sentences<'_>,
    sentence: &Sentence,
    count: &Count,
) -> Option<Figure> {
    if is_ratio(sentence, &count.range) {
        return None;
    }
    let small = count.value.value().abs() < 1000.0 && count.value.scale == 0;
    let next = sentence
        .words
        .partition_point(|word| word.range.start < count.range.end);
    // "20,000 demined hectares": the noun is near behind.
    let behind: Vec<&Word> = sentence
        .words
        .iter()
        .skip(next)
        .take(3)
        .take_while(|word| word.mark.is_none() && !is_count(sentence, word))
        .collect();
    if is_year(sentence, count) {
        return None;
    }
    let of = of_them(index, sentences, sentence, count.range.end)
        .unwrap_or_else(|| of_words(index, &behind));
    // A small number of something that no series counts is none of its figures.
    let is_counted = match &of {
        // "Three people took part": no series has so few.
        Of::Thing(thing) if thing == "persons" => index.measures.has_people(counted(count)),
        Of::Thing(thing) => index.measures.counts(thing),
        Of::Money(_) => true,
        _ => false,
    };
    if small && !is_counted {
        return None;
    }
    let date = date_behind(sentence, &count.range).or_else(|| only_date(sentence, &count.range));
    let date = date
        .filter(|_| !is_divisor(sentence, &count.range))
        .filter(|date| !is_of_next(sentence, &count.range, &date.range));
    Some(Figure {
        range: count.range.clone(),
        number: counted(count),
        of,
        change: false,
        role: None,
        trend: None,
        period: date.and_then(|date| date.date().ok().flatten()),
        dated: date.map(|date| date.range.clone()),
        based: None,
        base: None,
        until: false,
        grows: grows(sentence),
        ahead: false,
        derived: is_derived(sentence, &count.range),
        per: per(sentence, &count.range),
        flow: None,
        limited: false,
        trade: [None, None],
    })
}

/// Is a word another number, as in "7 million two years before"?
fn is_count(sentence: &Sentence, word: &Word) -> bool {
    let mut counts = sentence.counts.iter();
    counts.any(|count| count.range.start == word.range.start)
}

/// Below zero behind a minus.
fn counted(count: &Count) -> Told {
    let number = Told::one(count.value, count.qualifier);
    if count.sign == Some(false) {
        number.negated()
    } else {
        number
    }
}

/// "nine in ten", "one out of two": a share, and no number of things.
fn is_ratio(sentence: &Sentence, range: &Range<usize>) -> bool {
    let words = &sentence.words;
    let at = words.partition_point(|word| word.range.start < range.start);
    let low = |at: Option<usize>| {
        at.and_then(|at| words.get(at))
            .map_or("", |word| word.low.as_str())
    };
    let before = at.checked_sub(1);
    let is_of = low(before) == "in" || low(before) == "of" && low(at.checked_sub(2)) == "out";
    let back = if low(before) == "in" { 2 } else { 3 };
    let first = at.checked_sub(back).and_then(|at| words.get(at));
    let is_number = |word: &Word| {
        sentence
            .counts
            .iter()
            .any(|one| one.range.contains(&word.range.start))
    };
    let is_behind = is_of && first.is_some_and(is_number);
    let ahead = low(Some(at + 1)) == "in" && words.get(at + 2).is_some_and(is_number);
    is_behind || ahead
}
