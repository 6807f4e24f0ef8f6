//! Neighbouring years of one level that are an order of magnitude apart: a slip of the point, a
//! wrong "thousand" or "million", or two things under one name.

use std::collections::{BTreeMap, BTreeSet};

use super::conflict::lines;
use super::direction::{Direction, Voice, voices};
use super::finding::{Finding, FindingKind, Severity, smallest};
use crate::dossier::series::Flow;
use crate::dossier::{Dossier, Ref, Series};
use crate::figures::as_of::AsOf;
use crate::figures::breaks;
use crate::figures::digits::times;
use crate::figures::interval::Interval;
use crate::figures::row::Row;
use crate::figures::statement::Statement;

/// The factor between one year and the next from which a jump is told. A slip of one place makes
/// a factor of ten, of which two figures with "about" take up to a tenth away, so it must lie well
/// below nine; and amounts that grew fivefold in a year without a remark are hardly ever right.
const FACTOR: f64 = 5.0;

/// What the factor may grow by for each further year between the two: half as much again every
/// year is faster than trade grows for long.
const EACH_YEAR: f64 = 1.5;

/// Amounts below this, in the currency of the series, go up and down by what one ship carries.
const FLOOR: f64 = 1_000_000.0;

/// Statements of one year that are looked at; more are no work of people.
const STATEMENTS: usize = 8;

/// Voices that are set against the figures; all are shown.
const VOICES: usize = 8;

/// A finding for every two neighbouring years that are too far apart.
///
/// The factor is what rounding leaves at least, and it must be exceeded by every two statements of
/// the two years: where only some do, the year itself is in conflict and is told as such. Rates,
/// shares, forecasts and targets are left out: per cent may well go from 1 to 6, and a forecast may
/// err. So are years between which a series of the measure has a marked break.
pub(super) fn findings(dossier: &Dossier, known: &AsOf<'_>, rows: &[Row]) -> Vec<Finding> {
    let mut found = Vec::new();
    for row in rows.iter().filter(|row| is_read(row)) {
        let mut years: BTreeMap<i32, Vec<Pair<'_>>> = BTreeMap::new();
        for statement in &row.statements {
            if let (Some(year), Some(amount)) = (statement.year(), amount(statement)) {
                let here = years.entry(year).or_default();
                here.extend((here.len() < STATEMENTS).then_some(amount));
            }
        }
        let earlier = years.iter();
        let pairs = earlier.zip(years.iter().skip(1));
        found.extend(pairs.filter_map(|((from, a), (to, b))| {
            let allowed = FACTOR * EACH_YEAR.powi(to - from - 1);
            let jump = Jump::of(dossier, (a, b), allowed)?;
            Some(jump.finding(dossier, known, row))
        }));
    }
    found
}

/// Amounts of money are read; a balance may change its sign, and few of anything may become many.
fn is_read(row: &Row) -> bool {
    row.key.is_money() && row.key.flow() != Some(Flow::Balance)
}

/// A statement and what it leaves open.
type Pair<'a> = (&'a Statement, Interval);

/// A statement that is no forecast, with an amount that is certainly above zero.
fn amount(statement: &Statement) -> Option<Pair<'_>> {
    let value = statement.value.filter(|value| value.low > 0.0)?;
    statement.firmness.is_report().then_some((statement, value))
}

/// Two neighbouring years of which every two statements are too far apart.
struct Jump<'a> {
    before: &'a [Pair<'a>],
    after: &'a [Pair<'a>],
    /// The two that are the least apart.
    nearest: (Pair<'a>, Pair<'a>),
    least: f64,
    allowed: f64,
}

impl<'a> Jump<'a> {
    /// Of two years between which no marked break lies.
    fn of(
        dossier: &Dossier,
        (before, after): (&'a [Pair<'a>], &'a [Pair<'a>]),
        allowed: f64,
    ) -> Option<Self> {
        let pairs: Vec<_> = before
            .iter()
            .flat_map(|a| after.iter().map(|b| (*a, *b)))
            .collect();
        if pairs.iter().any(|(a, b)| is_broken(dossier, a.0, b.0)) {
            return None;
        }
        let pairs = pairs.into_iter();
        let apart = pairs.filter_map(|(a, b)| Some((a.1.least_factor(b.1)?, (a, b))));
        let (least, nearest) = apart.min_by(|a, b| a.0.total_cmp(&b.0))?;
        let (a, b) = nearest;
        let reaches_floor = a.0.figure.max(b.0.figure) >= FLOOR;
        (least >= allowed && reaches_floor).then_some(Self {
            before,
            after,
            nearest,
            least,
            allowed,
        })
    }

    fn direction(&self) -> Direction {
        let (before, after) = self.nearest;
        if before.1.middle() < after.1.middle() {
            Direction::Rise
        } else {
            Direction::Fall
        }
    }

    /// What is said of either year.
    fn sides(&self) -> Vec<&'a Statement> {
        let both = self.before.iter().chain(self.after);
        both.map(|(statement, _)| *statement).collect()
    }

    fn finding(&self, dossier: &Dossier, known: &AsOf<'_>, row: &Row) -> Finding {
        let ((a, _), (b, _)) = self.nearest;
        let voices = voices(dossier, known, &self.series(dossier, row), b);
        let against = |voice: &&Voice| voice.direction != self.direction();
        let opposed: Vec<_> = voices.iter().filter(against).collect();
        let mut statements: Vec<_> = self.sides().iter().flat_map(|s| s.from.clone()).collect();
        statements.sort();
        statements.dedup();
        Finding {
            kind: FindingKind::Discontinuity,
            severity: self.severity(&opposed),
            title: format!(
                "{}: {} for {}, {} for {}",
                row.title,
                describe_year(dossier, self.before),
                a.date,
                describe_year(dossier, self.after),
                b.date
            ),
            verdict: self.verdict(&opposed),
            working: self.working(dossier, &voices),
            sets: self.sets(&opposed),
            statements,
            context: voices.iter().map(|voice| voice.record).collect(),
            choice: None,
        }
    }

    /// That one source says both, and nobody says otherwise, makes it no more than worth a look.
    fn severity(&self, opposed: &[&Voice]) -> Severity {
        let sources: BTreeSet<_> = self.sides().iter().flat_map(|s| &s.sources).collect();
        match (opposed.is_empty(), sources.len()) {
            (true, 0..=1) => Severity::Minor,
            (true, _) => Severity::Major,
            (false, _) => Severity::of_factor(Some(self.least)),
        }
    }

    /// The factor of the figures, without what they leave open.
    fn factor(&self) -> f64 {
        let ((a, _), (b, _)) = self.nearest;
        (a.figure / b.figure).max(b.figure / a.figure)
    }

    /// The series of the measure, and those of the growths that the two sides follow from.
    fn series<'d>(&self, dossier: &'d Dossier, row: &Row) -> Vec<&'d Series> {
        let own: BTreeSet<_> = row
            .statements
            .iter()
            .map(|statement| statement.series)
            .collect();
        let mut all: Vec<_> = own.into_iter().map(|at| &dossier.series[at]).collect();
        for record in self.sides().iter().flat_map(|side| &side.from) {
            let (series, _) = dossier.observation(record.at);
            if !all.iter().any(|known| known.id == series.id) {
                all.push(series);
            }
        }
        all
    }

    fn verdict(&self, opposed: &[&Voice]) -> String {
        let apart = match self.factor().log10().round() {
            power if power >= 2.0 => format!("{power:.0} orders of magnitude apart"),
            _ => "an order of magnitude apart".to_owned(),
        };
        let against = match (opposed.is_empty(), self.direction()) {
            (true, _) => "",
            (false, Direction::Fall) => ", while the text speaks of a rise",
            (false, Direction::Rise) => ", while the text speaks of a fall",
        };
        format!("{apart} ({} times){against}", times(self.factor()))
    }

    fn working(&self, dossier: &Dossier, voices: &[Voice]) -> Vec<String> {
        let mut working = lines(dossier, &self.sides());
        let ((a, before), (b, after)) = self.nearest;
        let scale = 10f64.powi(-i32::from(dossier.series[a.series].scale));
        let (x, y) = (before.scaled(scale), after.scaled(scale));
        let (word, more, less) = match self.direction() {
            Direction::Rise => ("up", y, x),
            Direction::Fall => ("down", x, y),
        };
        working.push(format!(
            "{} to {}: {word} {} / {} = {} times, at least {}x after rounding (threshold {}x)",
            a.date,
            b.date,
            more.shown(),
            less.shown(),
            times(self.factor()),
            times(self.least),
            times(self.allowed)
        ));
        working.extend(voices.iter().map(|voice| voice.line(dossier)));
        working
    }

    /// Every two figures, with each voice that speaks of the other direction: these cannot all be
    /// right. With no such voice it is the figures alone that are hard to believe together.
    fn sets(&self, opposed: &[&Voice]) -> Vec<Vec<Ref>> {
        let own: Vec<_> = opposed
            .iter()
            .filter(|voice| !voice.again)
            .take(VOICES)
            .collect();
        let mut sets = Vec::new();
        for (a, b) in self
            .before
            .iter()
            .flat_map(|a| self.after.iter().map(move |b| (a, b)))
        {
            let figures = [a.0.from.as_slice(), &b.0.from].concat();
            sets.extend(
                own.iter()
                    .map(|voice| [&figures[..], &[voice.record]].concat()),
            );
            if own.is_empty() {
                sets.push(figures);
            }
        }
        smallest(sets)
    }
}

/// Does a marked break lie between two statements, in the series of one of them or in one that it
/// follows from?
fn is_broken(dossier: &Dossier, a: &Statement, b: &Statement) -> bool {
    let figures = a.from.iter().chain(&b.from);
    let mut series = figures
        .map(|record| dossier.series_of(record.at))
        .chain([a.series, b.series]);
    series.any(|at| breaks::lie_between(&dossier.series[at], &a.date, &b.date))
}

/// What is said of one year: "about US$ 50 million or US$ 48 million".
fn describe_year(dossier: &Dossier, year: &[Pair<'_>]) -> String {
    let mut values: Vec<_> = year
        .iter()
        .map(|(statement, _)| statement.describe(dossier))
        .collect();
    values.dedup();
    values.join(" or ")
}
