//! How the width of the rows of series is shared: names, sparklines, figures, periods and changes each have
//! columns of their own.

use super::tail::{PERIOD, digits, last, period, said};
use crate::dashboard::ui::text::width;
use crate::dossier::Series;
use crate::figures;

/// Most columns of the sparklines in the list.
const SPARK: i64 = 12;
/// From this width on the list has room for figures in words: "about US$ 8.3 million".
const WIDE: usize = 90;

/// Columns of a name that tell most series apart: "Goods, total: British im…".
const NAME: usize = 24;
/// Columns for the sign of a contest, with a blank before it.
const CONTESTED: usize = 2;
/// Columns that a value has in any case, and at most: in short, and in words.
const VALUE: usize = 10;
const VALUES: [usize; 2] = [21, 30];
/// With fewer columns for the names there is no room for sparklines.
const BARE: usize = 12;

/// How wide the names and figures of all series are: what none of them needs is left to the others.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Columns {
    names: usize,
    /// Values in short, and in words.
    values: [usize; 2],
    periods: usize,
    change: usize,
    /// The last of the common years, and how many of them the sparklines show.
    pub(super) years: (i64, u16),
}

impl Columns {
    pub(super) fn of(series: &[Series]) -> Self {
        let mut columns = Self {
            years: years(series),
            ..Self::default()
        };
        for series in series {
            let change = figures::change(series).map_or(0, |change| width(&change.short()));
            columns.change = columns.change.max(change);
            columns.names = columns.names.max(width(&series.title));
            let period = width(&period(series));
            if period <= PERIOD {
                columns.periods = columns.periods.max(period);
            }
            for (widest, long) in columns.values.iter_mut().zip([false, true]) {
                *widest = (*widest).max(width(&last(series, long)));
            }
        }
        columns
    }
}

/// The last of the years in which series with several figures have one, and how many of them there is
/// room for.
fn years(series: &[Series]) -> (i64, u16) {
    let years = series.iter().filter_map(|series| {
        let years = series.observations.iter().filter_map(|o| o.period.year());
        let (first, last) = years.fold((i64::MAX, i64::MIN), |(first, last), year| {
            (first.min(year), last.max(year))
        });
        (first < last).then_some((first, last))
    });
    let (first, last) = years.fold((i64::MAX, i64::MIN), |all, own| {
        (all.0.min(own.0), all.1.max(own.1))
    });
    let count = last.saturating_sub(first).saturating_add(1).clamp(0, SPARK);
    (last, u16::try_from(count).unwrap_or(0))
}

/// How the width of a row is shared.
pub(super) struct Shares {
    pub(super) names: usize,
    /// Between the name and the figure: the sparkline, if there is one.
    pub(super) gap: usize,
    /// The value and its period.
    pub(super) figures: usize,
    /// Both and the change.
    pub(super) tail: usize,
}

impl Columns {
    /// In a row of `width` columns, for a series with this `change`. What it has no sparkline and no change
    /// for is left to its name.
    pub(super) fn shared(self, series: &Series, change: &str, area: usize) -> Shares {
        let cells = usize::from(self.years.1);
        let wide = if cells == 0 { 1 } else { cells + 2 };
        let room = area.saturating_sub(1 + wide);
        let long = is_long(area);
        let dates = if self.periods == 0 {
            0
        } else {
            self.periods + 1
        };
        let left = room.saturating_sub(self.change + 3 + self.names.min(NAME) + dates);
        let at = usize::from(long);
        let figures = self.values[at].min(VALUES[at]).min(left.max(VALUE)) + dates;
        let figures = figures.min(room * 2 / 3);
        let tail = figures + 1 + self.change;
        let is_wide = area >= 1 + wide + tail + CONTESTED + BARE;
        let has_spark = is_wide && cells > 0 && series.observations.len() > 1;
        let gap = if has_spark { wide } else { 1 };
        let names = area.saturating_sub(1 + gap + tail + CONTESTED);
        let lacks = width(&series.title).saturating_sub(names);
        // Without a period it may go on into the columns of the change.
        let end = if period(series).is_empty() {
            tail
        } else {
            figures
        };
        let spare = end.saturating_sub(said(series, long));
        let more = if has_spark || !change.is_empty() {
            0
        } else {
            lacks.min(spare)
        };
        // Before a value is cut it takes what a short name leaves; the periods stay in one column.
        let free = names.saturating_sub(width(&series.title));
        let wanted = said(series, long).saturating_sub(figures).min(free);
        // Of a value the unit is cut, and no digits.
        let dates = if period(series).is_empty() { 0 } else { dates };
        let digits = (digits(series, long) + dates).saturating_sub(figures);
        let less = if has_spark {
            0
        } else {
            wanted.max(digits.min(names.saturating_sub(BARE)))
        };
        Shares {
            names: names + more - less,
            gap,
            figures: (figures + less).saturating_sub(more),
            tail: tail + less - more,
        }
    }
}

/// Has a row of so many columns room for figures in words?
pub(super) fn is_long(columns: usize) -> bool {
    columns >= WIDE
}
