//! By how much a level has changed between the two last whole years: in per cent, and of a rate in
//! percentage points.

use super::breaks;
use super::interval::Interval;
use super::key::Reason;
use super::period::Period;
use super::unit;
use super::verdict::Verdict;
use crate::dossier::series::{Series, SeriesKind};
use crate::dossier::{Date, Observation};

/// The change from one year of a series to another.
#[derive(Clone, Debug)]
pub struct Change<'a> {
    /// The earlier period.
    pub from: &'a Date,
    /// The later one.
    pub to: &'a Date,
    by: By,
    /// By how many per cent the figures differ as they are printed, where each year has one.
    printed: Option<f64>,
}

/// How much it is.
#[derive(Clone, Debug, PartialEq)]
enum By {
    /// The least and the most that the figures of both years allow, with what rounding and qualifiers
    /// leave open, in per cent; infinite where a figure is open to one side.
    Percent(f64, f64),
    /// The same of a rate, in percentage points.
    Points(f64, f64),
    /// By one figure it rose, by another it fell.
    Contested,
    /// A marked break lies between the two.
    Break,
}

impl Change<'_> {
    /// In words, to a whole per cent: "-83 %", "-83 to -36 %", "+19.2 percentage points"; or why it
    /// cannot be told.
    pub fn describe(&self) -> String {
        match self.by {
            By::Percent(least, most) => spread(least, most, 0, "%"),
            By::Points(least, most) => spread(least, most, 1, "percentage points"),
            By::Contested => "contested: its figures allow a rise and a fall".to_owned(),
            By::Break => Verdict::NotComparable(Reason::Break).words(),
        }
    }

    /// The same where there is little room: "~-83 %" for "-85 to -82 %".
    pub fn short(&self) -> String {
        match (&self.by, self.printed) {
            (By::Percent(least, most), Some(printed)) if least.round() < most.round() => {
                format!("~{} %", signed(printed, 0))
            }
            _ => self.shortened(),
        }
    }

    fn shortened(&self) -> String {
        match self.by {
            By::Percent(..) => self.describe(),
            By::Points(least, most) => spread(least, most, 1, "pp"),
            By::Contested => "contested".to_owned(),
            By::Break => "break".to_owned(),
        }
    }
}

/// "+8 %", "-84 to -81 %", "at least +10 %".
fn spread(least: f64, most: f64, digits: usize, unit: &str) -> String {
    let is_open = [least, most].map(f64::is_infinite);
    let [least, most] = [least, most].map(|by| signed(by, digits));
    match is_open {
        [false, true] => format!("at least {least} {unit}"),
        [true, false] => format!("at most {most} {unit}"),
        _ if least == most => format!("{least} {unit}"),
        _ => format!("{least} to {most} {unit}"),
    }
}

/// With its sign, and with more digits where so few would hide that it is not nothing.
fn signed(by: f64, digits: usize) -> String {
    let said = |digits: usize| format!("{by:+.digits$}");
    let tells = |text: &String| text.contains(|c: char| matches!(c, '1'..='9' | 'i'));
    let ways = (digits..digits + 3).map(said);
    ways.into_iter().find(tells).unwrap_or_else(|| said(digits))
}

/// The change from the last year but one to the last, of a level; of several figures for a year all
/// count. None for growth, which is shown as it was printed; parts of years, forecasts and targets are
/// not compared with whole years that were reported.
pub fn change(series: &Series) -> Option<Change<'_>> {
    if series.kind == SeriesKind::Growth {
        return None;
    }
    let figures = series.observations.iter();
    let mut dated: Vec<_> = figures.filter(|figure| is_reported_year(figure)).collect();
    dated.sort_by(|a, b| a.period.sort(&b.period));
    let year = |figure: &Observation| Period::of(&figure.period);
    let last = dated.pop()?;
    let is_late = |figure: &&Observation| year(figure) == year(last);
    let (mut late, earlier): (Vec<_>, Vec<_>) = dated.into_iter().partition(is_late);
    late.push(last);
    let before = *earlier.last()?;
    let early = earlier
        .into_iter()
        .filter(|figure| year(figure) == year(before));
    let (mut by, mut printed) = (By::Break, None);
    if !breaks::lie_between(series, &before.period, &last.period) {
        let early = Level::of(series, early)?;
        let late = Level::of(series, late.into_iter())?;
        by = between(series, &early, &late)?;
        printed = late
            .only()
            .zip(early.only())
            .map(|(late, early)| (late / early - 1.0) * 100.0);
    }
    Some(Change {
        from: &before.period,
        to: &last.period,
        by,
        printed,
    })
}

/// What some figures for one year say.
struct Level {
    /// The least and the greatest as they are printed.
    printed: (f64, f64),
    /// With what rounding and qualifiers leave open.
    room: (f64, f64),
}

impl Level {
    /// None where a figure has no value.
    fn of<'a>(series: &Series, figures: impl Iterator<Item = &'a Observation>) -> Option<Self> {
        let read = |figure: &Observation| {
            let room = Interval::in_series(series, figure)?;
            Some((figure.value?.value(), room.low, room.high))
        };
        let all: Vec<_> = figures.map(read).collect::<Option<_>>()?;
        let values = || all.iter().map(|(value, ..)| *value);
        Some(Self {
            printed: (values().reduce(f64::min)?, values().reduce(f64::max)?),
            room: (
                all.iter().map(|(_, low, _)| *low).reduce(f64::min)?,
                all.iter().map(|(.., high)| *high).reduce(f64::max)?,
            ),
        })
    }

    /// The one value that is printed.
    fn only(&self) -> Option<f64> {
        let (least, most) = self.printed;
        (least.to_bits() == most.to_bits()).then_some(least)
    }
}

/// The change between two years. None from a level that is not above zero, unless it is a rate, none of
/// temperatures, and none where it is open to both sides.
fn between(series: &Series, early: &Level, late: &Level) -> Option<By> {
    let is_rate = series.unit.as_deref().is_some_and(unit::is_rate);
    let printed = (
        late.printed.0 - early.printed.1,
        late.printed.1 - early.printed.0,
    );
    if printed.0 < 0.0 && printed.1 > 0.0 {
        return Some(By::Contested);
    }
    let (least, most) = if is_rate {
        (late.room.0 - early.room.1, late.room.1 - early.room.0)
    } else {
        if early.printed.0 <= 0.0 || series.unit.as_deref().is_some_and(unit::is_relative) {
            return None;
        }
        // What is printed as nothing or more is not less, however little of it is certain.
        let floor = |low: f64, printed: f64| if printed < 0.0 { low } else { low.max(0.0) };
        let (low, high) = (floor(early.room.0, early.printed.0), early.room.1);
        let (least, most) = (floor(late.room.0, late.printed.0), late.room.1);
        let percent = |late: f64, early: f64| (late / early - 1.0) * 100.0;
        // Against "more than 22" nothing but all of it bounds the fall.
        let percent = |late: f64, early: f64| {
            if early.is_infinite() {
                f64::NEG_INFINITY
            } else {
                percent(late, early)
            }
        };
        (
            percent(least, if least < 0.0 { low } else { high }),
            percent(most, if most < 0.0 { high } else { low }),
        )
    };
    let is_open = least.is_infinite() && most.is_infinite();
    let by = if is_rate { By::Points } else { By::Percent };
    (!is_open && !least.is_nan() && !most.is_nan()).then(|| by(least, most))
}

/// A reported figure for a whole calendar year.
fn is_reported_year(observation: &Observation) -> bool {
    observation.status.is_report() && is_whole_year(&observation.period)
}

/// Is it one whole calendar year, written as such?
pub fn is_whole_year(date: &Date) -> bool {
    let is_year = date.edtf().is_some_and(|text| {
        // The sign of a year before our era is no part of a date.
        let text = text.trim_start_matches('Y');
        !text
            .strip_prefix('-')
            .unwrap_or(text)
            .contains(['/', 'X', '-'])
    });
    is_year && Period::of(date).is_some_and(|period| period.year().is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn in_words(unit: &str, figures: &[(&str, f64)]) -> Option<String> {
        let figures: Vec<_> = figures
            .iter()
            .enumerate()
            .map(|(at, (year, value))| {
                serde_json::json!({"id": format!("s.{at}"), "period": year, "value": value,
                    "evidence": [{"source": "a", "paragraph": 1, "exact": "w"}]})
            })
            .collect();
        let series = serde_json::json!({
            "id": "s", "title": "S", "kind": "trade", "unit": unit, "observations": figures});
        // Figures are kept as they are written, which a value in memory is not.
        let series: Series = serde_json::from_str(&series.to_string()).expect("a series");
        change(&series).map(|change| change.describe())
    }

    #[test]
    fn nothing_falls_by_more_than_all_of_it() {
        let fall = |late: f64| in_words("USD", &[("2023", 0.5), ("2025", late)]);
        assert_eq!(fall(0.0).as_deref(), Some("-100 to -89 %"));
        assert_eq!(fall(-0.5).as_deref(), Some("-222 to -182 %"));
    }

    #[test]
    fn a_small_change_is_not_told_as_none() {
        let figures = [("2019", 310.42), ("2020", 309.81)];
        assert_eq!(in_words("USD", &figures).as_deref(), Some("-0.2 %"));
        let same = [("2019", 310.0), ("2020", 310.0)];
        assert_eq!(in_words("USD", &same).as_deref(), Some("-0.03 to +0.03 %"));
    }

    #[test]
    fn several_figures_of_a_year_give_a_range_in_whatever_order() {
        let some = |text: &str| Some(text.to_owned());
        assert_eq!(
            in_words("USD", &[("2022", 50.0), ("2024", 8.3)]),
            some("-84 to -83 %")
        );
        let range = some("-84 to -35 %");
        let figures = [("2022", 50.0), ("2024", 8.3), ("2022", 12.9)];
        assert_eq!(in_words("USD", &figures), range);
        let turned: Vec<_> = figures.into_iter().rev().collect();
        assert_eq!(in_words("USD", &turned), range);
        assert_eq!(
            in_words("USD", &[("2023", 5.0), ("2024", 8.3), ("2024", 4.0)]),
            some("contested: its figures allow a rise and a fall")
        );
        assert_eq!(
            in_words("USD", &[("2024", 8.3), ("2024", 4.0)]),
            None,
            "one year"
        );
    }

    #[test]
    fn rates_change_by_percentage_points() {
        for unit in [
            "%",
            "% of GDP",
            "annual % change",
            "percent of GNI",
            "pct",
            "PC_GDP",
        ] {
            let change = in_words(unit, &[("2021", 3.76), ("2022", 22.96)]);
            assert_eq!(change.as_deref(), Some("+19.2 percentage points"));
        }
        for unit in ["degrees Celsius", "°C"] {
            assert_eq!(in_words(unit, &[("2021", 3.76), ("2022", 22.96)]), None);
        }
    }
}
