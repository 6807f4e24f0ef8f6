//! The arithmetic of printed figures. Pure; nothing here is stored in a dossier.
//!
//! A written number stands for the interval of all numbers that would be written so: `8.3` for
//! [8.25, 8.35). What follows from two figures is an interval too.

use crate::dossier::series::{Series, SeriesKind};
use crate::dossier::{Date, Dossier, Kind, Number, Ref};

/// All values from `low` to `high`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// The least.
    pub low: f64,
    /// The greatest.
    pub high: f64,
}

impl Interval {
    /// What is written as `number`: half a unit of its last digit to either side.
    pub fn written(number: Number) -> Self {
        let half = 0.5 * 10f64.powi(-number.decimals().cast_signed());
        Self {
            low: number.value() - half,
            high: number.value() + half,
        }
    }

    /// The level before a growth of `percent` led to this one; none where the growth could be a
    /// fall to nothing.
    pub fn before_growth(self, percent: Self) -> Option<Self> {
        let factor = Self {
            low: 1.0 + percent.low / 100.0,
            high: 1.0 + percent.high / 100.0,
        };
        if factor.low <= 0.0 || self.low < 0.0 {
            return None;
        }
        Some(Self {
            low: self.low / factor.high,
            high: self.high / factor.low,
        })
    }

    /// The middle.
    pub fn middle(self) -> f64 {
        f64::midpoint(self.low, self.high)
    }

    /// The middle, with no more digits than the interval leaves certain.
    pub fn shown(self) -> String {
        let width = (self.high - self.low).abs();
        let decimals = (0..=6)
            .rev()
            .find(|d| 10f64.powi(-d) >= width * 0.9)
            .unwrap_or(0);
        format!(
            "{:.*}",
            usize::try_from(decimals).unwrap_or(0),
            self.middle()
        )
    }
}

/// A level that no one states but that follows from a level and a growth.
#[derive(Clone, Debug)]
pub struct Implied {
    /// The time that it is about.
    pub period: Date,
    /// In the unit and scale of the level series.
    pub level: Interval,
    /// The figures that it follows from: the level and the growth.
    pub from: [Ref; 2],
    /// The arithmetic, written out.
    pub working: String,
}

/// The levels that follow for series `at` from the growth series that are about it.
///
/// A growth over a whole year gives the level of the year before; growth over a part of a year
/// gives none, for no level of that part is stated.
pub fn implied(dossier: &Dossier, at: usize) -> Vec<Implied> {
    let level = &dossier.series[at];
    let about = |s: &Series| s.kind == SeriesKind::Growth && s.of.as_ref() == Some(&level.id);
    let growths = dossier.series.iter().enumerate().filter(|(_, s)| about(s));
    let figures = growths.flat_map(|(g, s)| (0..s.observations.len()).map(move |place| (g, place)));
    let pairs =
        figures.flat_map(|growth| (0..level.observations.len()).map(move |p| ((at, p), growth)));
    pairs
        .filter_map(|(level, growth)| before(dossier, level, growth))
        .collect()
}

/// What the figure at `level` was before the growth at `growth`, if that is about its period.
fn before(dossier: &Dossier, level: (usize, usize), growth: (usize, usize)) -> Option<Implied> {
    let figure = |(series, place): (usize, usize)| &dossier.series[series].observations[place];
    let (stated, grown) = (figure(level), figure(growth));
    if stated.period.edtf() != grown.period.edtf() {
        return None;
    }
    let (value, percent) = (stated.value?, grown.value?);
    let interval = Interval::written(value).before_growth(Interval::written(percent))?;
    Some(Implied {
        period: base_period(&grown.period, grown.compared_with.as_ref())?,
        level: interval,
        from: [
            dossier.observation_ref(level.0, level.1)?,
            dossier.observation_ref(growth.0, growth.1)?,
        ],
        working: format!(
            "{value} / (1 + {percent} %) = {}, between {:.2} and {:.2}",
            interval.shown(),
            interval.low,
            interval.high
        ),
    })
}

/// The year before a growth over one whole year; none for any other period.
fn base_period(period: &Date, compared_with: Option<&Date>) -> Option<Date> {
    if let Some(base) = compared_with {
        return is_year(base).then(|| base.clone());
    }
    let year = is_year(period).then(|| period.year()).flatten()?;
    Date::parse(&format!("{:04}", year - 1)).ok()
}

fn is_year(date: &Date) -> bool {
    let text = date.edtf().unwrap_or_default();
    text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit())
}

/// The figures of a series that a dispute stands on, and the series itself if one does.
pub fn is_disputed(dossier: &Dossier, record: Ref) -> bool {
    dossier
        .links(record)
        .iter()
        .any(|link| !link.forward && link.target.kind == Kind::Dispute)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn written(text: &str) -> Interval {
        Interval::written(Number::parse(text).expect("a number"))
    }

    #[test]
    fn the_last_digit_says_how_exact_a_figure_is() {
        let level = written("8.3");
        assert!((level.low - 8.25).abs() < 1e-9 && (level.high - 8.35).abs() < 1e-9);
        let before = level.before_growth(written("66")).expect("a level");
        assert_eq!(before.shown(), "5.0");
        assert!(before.low > 4.9 && before.high < 5.1);
    }

    #[test]
    fn a_fall_to_nothing_implies_no_level() {
        assert_eq!(written("5").before_growth(written("-100")), None);
    }

    proptest! {
        #[test]
        fn growing_again_leads_back(level in 0.1f64..1e9, percent in -90f64..1000.0) {
            let exact = |v| Interval { low: v, high: v };
            let before = exact(level).before_growth(exact(percent)).expect("a level");
            let again = before.middle() * (1.0 + percent / 100.0);
            prop_assert!((again - level).abs() <= level * 1e-9);
        }

        #[test]
        fn wider_figures_imply_wider_levels(value in 1i64..10_000, percent in 1i32..500) {
            let level = written(&value.to_string());
            let wide = level.before_growth(written(&percent.to_string())).expect("a level");
            let exact = f64::from(percent);
            let narrow = level.before_growth(Interval { low: exact, high: exact }).expect("a level");
            prop_assert!(wide.low <= narrow.low && narrow.high <= wide.high);
        }
    }
}
