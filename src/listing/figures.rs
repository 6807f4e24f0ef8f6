//! A series as rows of figures: the printed ones with their verdicts, those that follow from others,
//! and the years of which none is printed. A chart is told so, in sentences and numbers.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::{Datelike, NaiveDate};

use super::filter::{Filter, Look, Within};
use crate::describe::title;
use crate::dossier::date::edtf_year;
use crate::dossier::series::SeriesKind;
use crate::dossier::{Date, Dossier, Observation, Ref, Series};
use crate::figures::{Interval, Origin, Period, Statement, cells, change, is_whole_year};

/// How every figure stands, and what follows from them; computed once for a list.
#[derive(Debug, Default)]
pub(super) struct Figures {
    verdicts: HashMap<Ref, String>,
    /// By the place of the series.
    implied: HashMap<usize, Vec<Statement>>,
}

/// A figure of a series.
pub(super) struct Row {
    pub(super) period: Date,
    /// In words: "about US$ 8.3 million".
    pub(super) text: String,
    /// What it leaves open, in the power of ten of its series.
    pub(super) value: Option<Interval>,
    /// The printed figure that it is, or those that it follows from.
    pub(super) from: Vec<Ref>,
    /// The arithmetic, for one that follows; empty for a printed one.
    pub(super) working: Vec<String>,
    pub(super) implied: bool,
    pub(super) verdict: Option<String>,
    pub(super) look: Look,
}

impl Row {
    /// How sure it is that it is within the time that was asked for.
    pub(super) fn within(&self) -> Option<Within> {
        match self.look {
            Look::In(within) => within,
            Look::Out | Look::Undated => None,
        }
    }

    /// The least and the greatest that it leaves open, where that is bounded.
    pub(super) fn bounds(&self) -> [Option<f64>; 2] {
        let ends = self
            .value
            .map_or([f64::NAN; 2], |value| [value.low, value.high]);
        ends.map(|end| end.is_finite().then(|| rounded(end)))
    }

    /// Is it one of those that were asked for?
    pub(super) fn is_in(&self) -> bool {
        matches!(self.look, Look::In(_))
    }
}

impl Figures {
    /// As of a day.
    pub(super) fn new(dossier: &Dossier, day: NaiveDate) -> Self {
        let mut figures = Self::default();
        for cell in cells(dossier, Some(day)) {
            let verdicts: Vec<_> = (0..cell.statements.len())
                .map(|at| cell.standing_of(at).words())
                .collect();
            for (statement, verdict) in cell.statements.into_iter().zip(verdicts) {
                match (statement.origin, statement.from.as_slice()) {
                    (Origin::Stated, [record]) => {
                        figures.verdicts.insert(*record, verdict);
                    }
                    _ => figures
                        .implied
                        .entry(statement.series)
                        .or_default()
                        .push(statement),
                }
            }
        }
        figures
    }

    /// How a printed figure stands.
    pub(super) fn verdict(&self, figure: Ref) -> Option<&str> {
        self.verdicts.get(&figure).map(String::as_str)
    }

    /// The figures of series `at` by period, printed ones first among those of one; undated last.
    pub(super) fn rows(&self, dossier: &Dossier, at: usize, filter: &Filter) -> Vec<Row> {
        let series = &dossier.series[at];
        let stated = series
            .observations
            .iter()
            .enumerate()
            .filter_map(|(place, figure)| {
                let record = dossier.observation_ref(at, place)?;
                Some(Row {
                    period: figure.period.clone(),
                    text: title::figure(series, figure),
                    value: Interval::in_series(series, figure),
                    from: vec![record],
                    working: Vec::new(),
                    implied: false,
                    verdict: self.verdicts.get(&record).cloned(),
                    look: filter.look(dossier, record),
                })
            });
        let implied = self
            .implied
            .get(&at)
            .into_iter()
            .flatten()
            .map(|statement| Row {
                period: statement.date.clone(),
                text: statement.describe(dossier),
                value: statement.printed(dossier),
                from: statement.from.clone(),
                working: statement.working.clone(),
                implied: true,
                verdict: None,
                look: filter.look_at_implied(dossier, statement),
            });
        let mut rows: Vec<_> = stated.chain(implied).collect();
        rows.sort_by(|a, b| a.period.sort(&b.period).then(a.implied.cmp(&b.implied)));
        rows
    }
}

/// Without the last digits, which come from counting in twos: 7.885, not 7.885000000000001.
fn rounded(number: f64) -> f64 {
    format!("{number:.12e}").parse().unwrap_or(number)
}

/// The years between the first and the last of which no figure is printed, in runs, not even of a part of
/// them. None for a series whose figures are not for whole years.
pub(super) fn gaps(dossier: &Dossier, series: &Series) -> Vec<(i32, i32)> {
    let missing = without_whole(dossier, series);
    let bare = missing.iter().filter(|(_, others)| others.is_empty());
    runs(bare.map(|(year, _)| *year))
}

/// Years in order as runs, each by its first and its last.
fn runs(years: impl Iterator<Item = i32>) -> Vec<(i32, i32)> {
    let mut runs: Vec<(i32, i32)> = Vec::new();
    for year in years {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == year => *last = year,
            _ => runs.push((year, year)),
        }
    }
    runs
}

/// A series with all that count the same, itself among them.
fn alike<'a>(dossier: &'a Dossier, series: &Series) -> Vec<&'a Series> {
    let subject = title::subject(series);
    let all = dossier.series.iter();
    all.filter(|other| is_same((series, subject), other))
        .collect()
}

/// The figures of a series that are printed.
fn printed(series: &Series) -> impl Iterator<Item = &Observation> {
    let figures = series.observations.iter();
    figures.filter(|figure| Interval::of(figure).is_some())
}

/// The whole years of which a series has a printed figure.
fn whole_years(series: &Series) -> BTreeSet<i32> {
    let whole = printed(series).filter(|figure| is_whole_year(&figure.period));
    whole
        .filter_map(|figure| figure.period.earliest().map(|day| day.year()))
        .collect()
}

/// The years between the first and the last of a series of which it has none.
fn between(years: &BTreeSet<i32>) -> impl Iterator<Item = i32> {
    let gaps = years.iter().zip(years.iter().skip(1));
    gaps.flat_map(|(before, after)| before + 1..*after)
}

/// The years between the first and the last of which no figure of all the year is printed, and the other
/// periods in them of which one is: halves of a year, months.
fn without_whole(dossier: &Dossier, series: &Series) -> Vec<(i32, Vec<String>)> {
    let alike = alike(dossier, series);
    let printed: Vec<_> = alike.iter().flat_map(|series| printed(series)).collect();
    let elsewhere: BTreeSet<i32> = alike.iter().flat_map(|other| whole_years(other)).collect();
    let mut others: BTreeMap<i32, Vec<&Date>> = BTreeMap::new();
    for figure in printed.iter().filter(|o| !is_whole_year(&o.period)) {
        let (first, last) = Period::of(&figure.period).map_or((0, -1), Period::years);
        for year in (first..=last).take(MOST_YEARS) {
            others.entry(year).or_default().push(&figure.period);
        }
    }
    between(&whole_years(series))
        .filter(|year| {
            let mut alike = alike.iter();
            let may_be = alike.any(|series| may_be_unread(dossier, series, *year));
            !may_be && !elsewhere.contains(year)
        })
        .map(|year| {
            let mut periods = others.remove(&year).unwrap_or_default();
            periods.sort_by(|a, b| a.sort(b));
            let mut labels: Vec<_> = periods.into_iter().map(Date::label).collect();
            labels.dedup();
            (year, labels)
        })
        .collect()
}

/// Years of one period that are looked at; a longer one is no figure of a year.
const MOST_YEARS: usize = 10;

/// Periods that are named of one year.
const NAMED: usize = 4;

/// "For 2022 no figure of the whole year is printed, but for 2022-01 – 2022-06 and 2022-07 – 2022-12."
fn in_parts(year: i32, mut labels: Vec<String>) -> String {
    let more = labels.len().saturating_sub(NAMED);
    if more > 0 {
        labels.truncate(NAMED);
        labels.push(format!("{more} more"));
    }
    let last = labels.pop().unwrap_or_default();
    let all = if labels.is_empty() {
        last
    } else {
        format!("{} and {last}", labels.join(", "))
    };
    format!("For {year} no figure of the whole year is printed, but for {all}.")
}

/// Do both count the same, perhaps in other units or powers of ten? Then a figure that the one does
/// not have is printed in the other.
fn is_same((one, subject): (&Series, &str), other: &Series) -> bool {
    let traded = (one.flow, &one.partner, &one.commodity);
    let is_titled = || other.title.starts_with(subject) && title::subject(other) == subject;
    one.id == other.id
        || one.kind == other.kind
            && one.reporter == other.reporter
            && traded == (other.flow, &other.partner, &other.commodity)
            && (one.kind == SeriesKind::Trade || is_titled())
}

/// "2021 to 2023 are in “Exports, in thousand USD” (exports-2).": of the years between the first and the last of
/// a series, those that another one has.
fn in_others(dossier: &Dossier, series: &Series) -> Vec<String> {
    let years = whole_years(series);
    let mut missing: BTreeSet<i32> = between(&years).collect();
    let mut lines = Vec::new();
    for other in alike(dossier, series) {
        let theirs: BTreeSet<i32> = whole_years(other).intersection(&missing).copied().collect();
        if theirs.is_empty() {
            continue;
        }
        missing = &missing - &theirs;
        let is = if theirs.len() == 1 { "is" } else { "are" };
        let years = in_words(runs(theirs.into_iter()));
        lines.push(format!("{years} {is} in “{}” ({}).", other.title, other.id));
    }
    lines
}

/// "2020, 2022 and 2023, 2025 to 2027".
fn in_words(runs: Vec<(i32, i32)>) -> String {
    let runs = runs.into_iter().map(|(first, last)| match last - first {
        0 => first.to_string(),
        1 => format!("{first} and {last}"),
        _ => format!("{first} to {last}"),
    });
    runs.collect::<Vec<_>>().join(", ")
}

/// May a figure of the series for that year be in its file, and could not be read?
fn may_be_unread(dossier: &Dossier, series: &Series, year: i32) -> bool {
    dossier.unread_figures.of(&series.id).any(|period| {
        let years = period.and_then(Period::of).map(Period::years);
        years.is_none_or(|(first, last)| (first..=last).contains(&year))
    })
}

/// What changed between the two last whole years, of which years no figure is printed, and which
/// goods are named without one.
pub(super) fn sentences(dossier: &Dossier, series: &Series) -> Vec<String> {
    let mut lines = Vec::new();
    lines.extend(change(series).map(|change| {
        let (from, to) = (change.from, change.to);
        format!("From {from} to {to}: {}.", change.describe())
    }));
    let gaps = gaps(dossier, series);
    if !gaps.is_empty() {
        lines.push(format!("No figure is printed for {}.", in_words(gaps)));
    }
    lines.extend(in_others(dossier, series));
    let missing = without_whole(dossier, series).into_iter();
    let parts = missing.filter(|(_, others)| !others.is_empty());
    lines.extend(parts.map(|(year, others)| in_parts(year, others)));
    if !series.items.is_empty() {
        let names: Vec<_> = series
            .items
            .iter()
            .map(|item| item.name.to_string())
            .collect();
        lines.push(format!("Named without a figure: {}.", names.join(", ")));
    }
    lines
}

/// "2023", "2010/2014": as EDTF writes it.
pub(super) fn edtf((first, last): (i32, i32)) -> String {
    let year = |year: i32| edtf_year(year.into());
    if first == last {
        year(first)
    } else {
        format!("{}/{}", year(first), year(last))
    }
}
