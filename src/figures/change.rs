//! By how much a level has changed between the two last whole years: in per cent, and of a rate in
//! percentage points.

use super::breaks;
use super::interval::Interval;
use super::key::Reason;
use super::period::Period;
use super::verdict::Verdict;
use crate::describe::title;
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

    /// The same where there is little room.
    pub fn short(&self) -> String {
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
    let [least, most] = [least, most].map(|by| format!("{by:+.digits$}"));
    match is_open {
        [false, true] => format!("at least {least} {unit}"),
        [true, false] => format!("at most {most} {unit}"),
        _ if least == most => format!("{least} {unit}"),
        _ => format!("{least} to {most} {unit}"),
    }
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
    let by = if breaks::lie_between(series, &before.period, &last.period) {
        By::Break
    } else {
        by(
            series,
            &Level::of(series, early)?,
            &Level::of(series, late.into_iter())?,
        )?
    };
    Some(Change {
        from: &before.period,
        to: &last.period,
        by,
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
}

/// The change between two years. None from a level that is not above zero, unless it is a rate, and
/// where it is open to both sides.
fn by(series: &Series, early: &Level, late: &Level) -> Option<By> {
    let is_rate = title::is_in_points(series) || series.unit.as_deref().is_some_and(is_per_cent);
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
        if early.printed.0 <= 0.0 {
            return None;
        }
        let percent = |late: f64, early: f64| match early {
            early if early.is_infinite() => f64::NEG_INFINITY,
            early if early > 0.0 => (late / early - 1.0) * 100.0,
            _ => f64::INFINITY,
        };
        (
            percent(late.room.0, early.room.1),
            percent(late.room.1, early.room.0),
        )
    };
    let is_open = least.is_infinite() && most.is_infinite();
    let by = if is_rate { By::Points } else { By::Percent };
    (!is_open && !least.is_nan() && !most.is_nan()).then(|| by(least, most))
}

/// Is a unit a share of something: "%", "% of GDP"?
fn is_per_cent(unit: &str) -> bool {
    unit.starts_with(['%']) || unit.to_lowercase().starts_with("per cent")
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
    fn several_figures_of_a_year_give_a_range_in_whatever_order() {
        let some = |text: &str| Some(text.to_owned());
        assert_eq!(
            in_words("USD", &[("2022", 50.0), ("2024", 8.3)]),
            some("-83 %")
        );
        let range = some("-83 to -36 %");
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
        for unit in ["%", "% of GDP"] {
            let told = in_words(unit, &[("2021", 3.76), ("2022", 22.96)]);
            assert_eq!(told.as_deref(), Some("+19.2 percentage points"));
        }
    }
}
