//! Comparisons with an earlier level in words: "a fifth higher than a year before", "six times smaller in 2024 than
//! in 2022".

use std::ops::Range;

use super::counted::Of;
use super::read::Figure;
use crate::dossier::Date;
use crate::dossier::date::Order;
use crate::dossier::spelled::{parts, small};
use crate::extract::TimeExpression;
use crate::extract::amount::{ChangeRole, Trend};
use crate::vet::number::Told;
use crate::vet::sentence::Sentence;
use crate::vet::words::{Word, is_one_of};

/// The figures of a sentence with the changes that it tells so, in the place of what else was read there.
pub(super) fn with(sentence: &Sentence, mut figures: Vec<Figure>) -> Vec<Figure> {
    let compared = self::figures(sentence);
    let over =
        |one: &Range<usize>, other: &Range<usize>| one.start < other.end && other.start < one.end;
    figures.retain(|one| !compared.iter().any(|other| over(&one.range, &other.range)));
    figures.extend(compared);
    figures.sort_by_key(|figure| figure.range.start);
    figures
}

/// The changes that a sentence tells so, each with its period and what it is measured from.
fn figures(sentence: &Sentence) -> Vec<Figure> {
    let words = &sentence.words;
    let places = (1..words.len()).filter(|at| !words[*at].quoted);
    places.filter_map(|at| figure(sentence, at)).collect()
}

/// One of which a word is the unit: "fifth", "times".
fn figure(sentence: &Sentence, at: usize) -> Option<Figure> {
    /// Words from the unit to "than".
    const NEAR: usize = 8;
    let words = &sentence.words;
    let trend = trend(words.get(at + 1)?)?;
    let (number, count) = (small(&words[at - 1].low), &words[at - 1]);
    let is_times = words[at].low == "times";
    let number = number.or_else(|| digits(count)).or_else(|| {
        let is_one = matches!(count.low.as_str(), "a" | "one");
        is_one.then_some(1)
    })?;
    let number = f64::from(u32::try_from(number).ok()?);
    let ratio = if is_times {
        times(number, trend)?
    } else {
        part(number / parts(&words[at].low)?, trend)
    };
    let near = words[at + 1..].iter().take(NEAR);
    let than = near
        .clone()
        .take_while(|word| !matches!(word.mark, Some(';')))
        .find(|word| word.low == "than")?;
    let (period, base) = dates(sentence, than.range.start);
    let date = |one: Option<&TimeExpression>| one.and_then(|one| one.date().ok().flatten());
    let is_later = |one: Date, other: Date| one.compare(&other) == Order::CertainlyAfter;
    // "six times higher in 2022 than in 2024" is a fall to a sixth.
    let is_back = date(base)
        .zip(date(period))
        .is_some_and(|(base, period)| is_later(base, period));
    let (ratio, period, base) = if is_back {
        (ratio.map(|end| 1.0 / end), base, period)
    } else {
        (ratio, period, base)
    };
    let trend = if ratio[0] > 1.0 {
        Trend::Up
    } else {
        Trend::Down
    };
    Some(Figure {
        range: count.range.start..words[at].range.end,
        number: told(ratio),
        of: Of::Percent,
        change: true,
        role: Some(ChangeRole::By),
        trend: Some(trend),
        period: date(period),
        dated: period.map(|date| date.range.clone()),
        based: base.map(|date| date.range.clone()),
        base: date(base),
        until: false,
        grows: true,
        ahead: false,
        derived: false,
        per: None,
        flow: None,
        limited: false,
        trade: [None, None],
    })
}

/// From how many times as much to how many something is that is so many times higher or lower: "six times higher"
/// may be six or seven times as much.
fn times(number: f64, trend: Trend) -> Option<[f64; 2]> {
    let ratio = match trend {
        Trend::Up => [number, number + 1.0],
        Trend::Down => [1.0 / number, 1.0 / number],
    };
    (number >= 2.0).then_some(ratio)
}

/// The same of what is a part of it higher or lower.
fn part(part: f64, trend: Trend) -> [f64; 2] {
    match trend {
        Trend::Up => [1.0 + part; 2],
        Trend::Down => [1.0 - part; 2],
    }
}

/// A change in per cent.
fn told(ratio: [f64; 2]) -> Told {
    let [one, other] = ratio.map(|ratio| 100.0 * (ratio - 1.0));
    let middle = f64::midpoint(one, other);
    let share = 0.05 + (one - middle).abs() / middle.abs();
    let told = Told::rough(middle.abs(), share, None);
    if middle < 0.0 { told.negated() } else { told }
}

fn digits(word: &Word) -> Option<u64> {
    word.low.parse().ok()
}

/// Which way a comparative goes.
fn trend(word: &Word) -> Option<Trend> {
    if is_one_of("higher larger bigger greater more", &word.low) {
        Some(Trend::Up)
    } else if is_one_of("lower smaller less fewer", &word.low) {
        Some(Trend::Down)
    } else {
        None
    }
}

/// The date of what is compared, which is before "than", and of what it is compared with, behind that.
fn dates(sentence: &Sentence, than: usize) -> (Option<&TimeExpression>, Option<&TimeExpression>) {
    let is_before = |range: &Range<usize>| range.start < than;
    let period = sentence
        .real_dates()
        .filter(|date| is_before(&date.range))
        .last();
    let base = sentence.real_dates().find(|date| !is_before(&date.range));
    (period, base)
}
