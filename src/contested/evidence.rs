//! Figures against their own evidence: the digits, the "million", the "%", the year and the
//! direction of a record must be those of the passage that it quotes.
//!
//! A figure must not be about a time after its source either, unless it is a forecast.
//!
//! This is the only check that a figure gets when no other statement speaks of its cell. An anchor
//! that spells its number out, or leaves it out, is not held against anything.

mod flow;
mod months;
mod numbers;
mod times;
mod units;
mod wording;

use std::collections::HashSet;

use super::direction::{self, Direction};
use super::finding::{Finding, FindingKind, Severity};
use crate::dossier::date::{Basis, Order};
use crate::dossier::evidence::Support;
use crate::dossier::series::SeriesKind;
use crate::dossier::spelled::is_spelled;
use crate::dossier::value::Value;
use crate::dossier::{Date, Dossier, Evidence, Kind, Number, Observation, Ref, Series};
use crate::figures::as_of::AsOf;
use crate::figures::digits::same;
use crate::figures::key::CURRENCIES;
use crate::figures::period::Period;
use crate::figures::statement::passage;
use numbers::{Printed, Scale, numbers, scales};
use times::Texts;

/// Words of a figure that has yet to come true.
const AHEAD: [&str; 4] = ["expected", "forecast", "projected", "predicted"];

/// A finding for every record that is not supported by its evidence.
pub(super) fn findings(dossier: &Dossier, known: &AsOf<'_>) -> Vec<Finding> {
    let counts = |record: &Ref| known.record(*record);
    let figures = dossier.series.iter().enumerate().flat_map(|(at, series)| {
        let row = Row::of(series);
        let places = 0..series.observations.len();
        let records = places
            .filter_map(move |place| dossier.observation_ref(at, place))
            .filter(counts);
        records.filter_map(move |record| {
            let (_, figure) = dossier.observation(record.at);
            let mut all = row.complaints(figure).unwrap_or_default();
            all.extend(too_early(dossier, figure));
            if all.is_empty() {
                all.extend(wording::complaints(series, figure));
                all.extend(other_time(figure));
            }
            finding(dossier, record, &all)
        })
    });
    let flows = dossier
        .all(Kind::Series)
        .filter(counts)
        .filter_map(|record| {
            let series = &dossier.series[record.at];
            finding(dossier, record, &[flow::complaint(dossier, series)?])
        });
    let dated = [Kind::Event, Kind::Agreement]
        .into_iter()
        .flat_map(|kind| dossier.all(kind))
        .filter(counts)
        .filter_map(|record| {
            let evidence = dossier.evidence(record);
            let (stated, all) = dates(dossier, record);
            let complaint = undated_by(&stated, &evidence).or_else(|| mistimed(&all, &evidence))?;
            finding(dossier, record, &[complaint])
        });
    figures.chain(flows).chain(dated).collect()
}

fn finding(dossier: &Dossier, record: Ref, complaints: &[String]) -> Option<Finding> {
    let first = complaints.first()?.clone();
    let evidence = dossier.evidence(record);
    let quoted = evidence.iter().filter_map(|e| {
        let exact = e.exact.as_ref()?;
        Some(format!("{}: “{exact}”", passage(e)))
    });
    Some(Finding {
        kind: FindingKind::Evidence,
        severity: Severity::Major,
        title: format!("{}: {first}", dossier.title(record)),
        verdict: "is not supported by its evidence".to_owned(),
        working: complaints.iter().cloned().chain(quoted).collect(),
        statements: vec![record],
        context: Vec::new(),
        sets: vec![vec![record]],
        choice: None,
    })
}

/// A series, and the powers of ten that its evidence spells out anywhere.
struct Row<'a> {
    series: &'a Series,
    scales: HashSet<i32>,
}

impl<'a> Row<'a> {
    fn of(series: &'a Series) -> Self {
        let figures = series.observations.iter().flat_map(|o| &o.evidence);
        let anchors = series.evidence.iter().chain(figures);
        Self {
            series,
            scales: anchors
                .flat_map(|e| scales(&e.given_words()).collect::<Vec<_>>())
                .collect(),
        }
    }

    /// What is wrong with a figure, by the anchor that fits it best. None where nothing is.
    fn complaints(&self, figure: &Observation) -> Option<Vec<String>> {
        let anchors = figure
            .evidence
            .iter()
            .filter(|e| e.support != Support::Contradicts && e.exact.is_some());
        let mut all = Vec::new();
        if let Some(value) = figure.value {
            let anchors = anchors.clone();
            let checks = anchors.filter_map(|e| self.held_against(figure, value, &e.given_words()));
            all = checks.min_by_key(Vec::len).unwrap_or_default();
        }
        for end in [figure.low, figure.high].into_iter().flatten() {
            let mut found = anchors
                .clone()
                .filter_map(|e| self.has_end(end, &e.given_words()));
            if found.clone().next().is_some() && !found.any(|is_there| is_there) {
                all.push(format!("{end} is not supported by its evidence"));
            }
        }
        let base = figure.compared_with.as_ref();
        if base.is_some_and(|base| base.compare(&figure.period) != Order::CertainlyBefore) {
            all.push("it is compared with a period that is not before its own".to_owned());
        }
        (!all.is_empty()).then_some(all)
    }

    /// Is an end of a range in an anchor? None where the anchor has no number. What is beside it may
    /// belong to the other end: "between 10 and 12 million".
    fn has_end(&self, end: Number, anchor: &str) -> Option<bool> {
        let (numbers, digits) = (numbers(anchor), end.value().abs());
        let mut fits = numbers
            .iter()
            .map(|n| has(n, digits) || totals(n, self.series, digits));
        (!numbers.is_empty()).then(|| fits.any(|fits| fits))
    }

    /// What is wrong with a figure by one anchor; none where the anchor has no number.
    fn held_against(
        &self,
        figure: &Observation,
        value: Number,
        anchor: &str,
    ) -> Option<Vec<String>> {
        let numbers = numbers(anchor);
        let digits = value.value().abs();
        let fits = |n: &&Printed| has(n, digits) || totals(n, self.series, digits);
        let candidates: Vec<_> = numbers.iter().filter(fits).collect();
        let mut all = Vec::new();
        let best = candidates.iter().map(|n| self.beside(n, digits, anchor));
        match best.min_by_key(Vec::len) {
            Some(complaints) => all.extend(complaints),
            // Nothing but years: the number is spelled out, or left out.
            None if numbers.iter().all(|n| n.year().is_some()) => {
                if numbers.is_empty() {
                    return None;
                }
            }
            None if is_spelled(digits, anchor) => {}
            None => all.push(format!("{value} is not supported by its evidence")),
        }
        let years: Vec<_> = numbers
            .iter()
            .filter(|n| !has(n, digits))
            .filter_map(Printed::year)
            .filter(|year| !times::is_base(anchor, *year))
            .collect();
        let times = [Some(&figure.period), figure.compared_with.as_ref()];
        all.extend(other_years(
            &years,
            &times.into_iter().flatten().cloned().collect::<Vec<_>>(),
        ));
        all.extend(other_way(self.series, value, anchor));
        all.extend(still_ahead(figure, anchor));
        Some(all)
    }

    /// What is wrong with the scale and unit beside the digits.
    fn beside(&self, number: &Printed, digits: f64, anchor: &str) -> Vec<String> {
        let mut all = Vec::new();
        let series = self.series;
        // No record has a power of ten below nought, unless by a slip.
        let is_total = series.scale > 0 && totals(number, series, digits);
        if has(number, digits) && !is_total && self.is_other_scale(number) {
            all.push(format!(
                "its scale is 10^{}, but the evidence has “{}{}”",
                series.scale,
                number.text,
                match number.scale {
                    Scale::Word(power) => {
                        crate::describe::title::scale_word(i8::try_from(power).unwrap_or(0))
                    }
                    Scale::Bare | Scale::Unsure(_) => String::new(),
                }
            ));
        }
        let unit = series.unit.as_deref().unwrap_or("");
        let percent = is_percent(series);
        // The cell of a table is nothing but a number: its unit stands in the head.
        let cell = anchor.trim().trim_start_matches(['-', '−']) == number.text;
        let signs = cell || number.percent || anchor.contains('%') || anchor.contains("cent");
        if number.percent && !percent {
            all.push(format!(
                "the evidence has {} %, the unit is {unit}",
                number.text
            ));
        } else if percent && !signs {
            all.push(format!(
                "the unit is {unit}, but the evidence has no per cent sign"
            ));
        }
        if let Some(code) = number.currency
            && !spells(unit, code)
        {
            all.push(format!("the evidence counts in {code}, the unit is {unit}"));
        }
        all
    }

    /// Is the power of ten beside the digits another than that of the series?
    fn is_other_scale(&self, number: &Printed) -> bool {
        let own = i32::from(self.series.scale);
        match number.scale {
            Scale::Word(power) => power != own,
            Scale::Unsure(_) => false,
            Scale::Bare if own == 0 => false,
            // Nobody prints thousands of per cent; a growth among amounts is told by its unit.
            Scale::Bare if number.percent => is_percent(self.series),
            // "8.3" may have its "million" in the head of a table, but "17,000 tourists" has none.
            Scale::Bare => number.goes_on && !self.scales.contains(&own),
        }
    }
}

fn has(number: &Printed, digits: f64) -> bool {
    number.readings.iter().any(|reading| same(*reading, digits))
}

/// Is it the figure with its power of ten written out, as `8,300,000` is 8.3 million?
fn totals(number: &Printed, series: &Series, digits: f64) -> bool {
    let powers = match number.scale {
        Scale::Word(power) => [power, power],
        Scale::Unsure(power) => [0, power],
        Scale::Bare => [0, 0],
    };
    let total = digits * 10f64.powi(i32::from(series.scale));
    let mut readings = number.readings.iter();
    readings.any(|reading| {
        let mut all = powers.iter().map(|power| reading * 10f64.powi(*power));
        all.any(|value| same(value, total))
    })
}

fn is_percent(series: &Series) -> bool {
    let unit = series.unit.as_deref().unwrap_or("");
    unit.contains('%') || unit.contains("cent")
}

/// Is the unit in that currency? A unit in no known spelling of one is held against none.
fn spells(unit: &str, code: &str) -> bool {
    let other = CURRENCIES.iter().any(|known| unit.starts_with(known));
    let plain = ["%", "persons", "people", "ha", "days", "t"].contains(&unit);
    unit.starts_with(code) || !(other || plain)
}

/// The evidence names years, and none of them is one of those `times`.
fn other_years(years: &[i32], times: &[Date]) -> Option<String> {
    let spans: Vec<_> = times
        .iter()
        .filter_map(Period::of)
        .map(Period::years)
        .collect();
    let within = |year: &i32| spans.iter().any(|(from, to)| (from..=to).contains(&year));
    if spans.is_empty() || years.is_empty() || years.iter().any(within) {
        return None;
    }
    let named: Vec<_> = years.iter().map(ToString::to_string).collect();
    let filed: Vec<_> = times.iter().take(1).map(Date::label).collect();
    Some(format!(
        "the evidence speaks of {}, the record of {}",
        named.join(" and "),
        filed.concat()
    ))
}

/// A growth above zero where the evidence speaks of a fall, or the other way round.
fn other_way(series: &Series, value: Number, anchor: &str) -> Option<String> {
    let direction = direction::of(anchor).filter(|_| series.kind == SeriesKind::Growth)?;
    match (direction, value.value()) {
        (Direction::Fall, v) if v > 0.0 => Some("the evidence speaks of a fall".to_owned()),
        (Direction::Rise, v) if v < 0.0 => Some("the evidence speaks of a rise".to_owned()),
        _ => None,
    }
}

/// Reported, while the evidence only expects it.
fn still_ahead(figure: &Observation, anchor: &str) -> Option<String> {
    let text = crate::figures::key::folded(anchor);
    let words: Vec<_> = text.split(' ').collect();
    let ahead = words.iter().enumerate().any(|(at, word)| {
        // "as expected" and "than expected" tell of what has happened.
        let before = at.checked_sub(1).map_or("", |before| words[before]);
        AHEAD.contains(word) && !["as", "than"].contains(&before)
    });
    let reported = figure.status.is_report();
    (ahead && reported)
        .then(|| "it is not marked as a forecast, but its evidence is one".to_owned())
}

/// Reported of a time that began after every source of it was published.
fn too_early(dossier: &Dossier, figure: &Observation) -> Option<String> {
    let begins = figure.period.earliest()?;
    let late = |evidence: &Evidence| {
        let source = dossier.source(&evidence.source);
        let issued = source.and_then(|source| source.issued.as_ref()?.latest());
        issued.is_some_and(|day| begins > day)
    };
    let all = !figure.evidence.is_empty() && figure.evidence.iter().all(late);
    (all && figure.status.is_report())
        .then(|| "it is no forecast, but its time began after its source appeared".to_owned())
}

/// The dates of an event or agreement that were printed, for what was worked out need not stand in its
/// evidence; and all of them.
fn dates(dossier: &Dossier, record: Ref) -> (Vec<Date>, Vec<Date>) {
    let any = dossier.any(record);
    let dates = any
        .values()
        .into_iter()
        .filter_map(|(_, value)| match value {
            Value::Date(date) => Some(date.clone()),
            _ => None,
        });
    let all: Vec<Date> = dates.collect();
    let stated = all.iter().filter(|date| date.basis == Basis::Stated);
    (stated.cloned().collect(), all)
}

/// The evidence names another day, month, end or beginning than the dates of an event or agreement.
fn mistimed(dates: &[Date], evidence: &[Evidence]) -> Option<String> {
    let (texts, years) = (Texts::new(evidence), years(evidence));
    let ends = |date: &Date| {
        let other = times::other_ends(date, &years);
        other.or_else(|| texts.open_end(date, &years))
    };
    let all: Vec<_> = dates.iter().collect();
    texts
        .other_day(&all)
        .or_else(|| dates.iter().find_map(ends))
}

/// The evidence of a figure names another day, month or part of a year.
fn other_time(figure: &Observation) -> Option<String> {
    let texts = Texts::new(&figure.evidence);
    let part = || texts.part_of_a_year(&figure.period, &years(&figure.evidence));
    texts.other_day(&[&figure.period]).or_else(part)
}

/// The years that evidence names.
fn years(evidence: &[Evidence]) -> Vec<i32> {
    let numbers = evidence.iter().flat_map(|e| numbers(&e.given_words()));
    numbers.filter_map(|number| number.year()).collect()
}

/// The evidence names years, and none of them belongs to a date of the record.
fn undated_by(dates: &[Date], evidence: &[Evidence]) -> Option<String> {
    let years = years(evidence);
    let open = dates.iter().any(|date| {
        let days = (date.earliest(), date.latest());
        days.0.is_none() || days.1.is_none() || date.edtf().is_some_and(|t| t.contains('X'))
    });
    if open {
        None
    } else {
        other_years(&years, dates)
    }
}
