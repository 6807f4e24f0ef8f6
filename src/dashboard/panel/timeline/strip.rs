//! The strip above the timeline: how many events began in each year.

use std::collections::BTreeMap;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Modifier;
use ratatui::widgets::{Sparkline, SparklineBar, Widget};

use crate::dashboard::ui::text::width;
use crate::dashboard::ui::theme::Theme;
use crate::dossier::Event;

/// How many events began in each year, and how many in none that is known.
#[derive(Debug, Default)]
pub(super) struct Years {
    known: BTreeMap<i64, u64>,
    without: usize,
}

impl Years {
    pub(super) fn new<'a>(events: impl Iterator<Item = &'a Event>) -> Self {
        let mut years = Self::default();
        for event in events {
            match year(event) {
                Some(year) => *years.known.entry(year).or_default() += 1,
                None => years.without += 1,
            }
        }
        years
    }
}

/// Draws ` 1957 ▁·▂▅█ 2025 +9 undated` into one row, with the year of `selected` in reverse.
/// A bar stands for one year, or for as many as must share a column.
pub(super) fn draw(
    years: &Years,
    selected: Option<&Event>,
    theme: Theme,
    area: Rect,
    buf: &mut Buffer,
) {
    let known = &years.known;
    let (Some((first, _)), Some((last, _))) = (known.first_key_value(), known.last_key_value())
    else {
        return;
    };
    let without = years.without;
    let last_name = year_name(*last);
    let before = format!(" {} ", year_name(*first));
    let after = match without {
        0 => format!(" {last_name} "),
        n => format!(" {last_name}  +{n} without a year "),
    };
    let room = usize::from(area.width).saturating_sub(width(&before) + width(&after));
    if room < 4 {
        return;
    }
    let column = |year: i64| place(year, *first, *last, room);
    let columns = column(*last) + 1;
    let mut counts = vec![0u64; columns];
    for (year, count) in known {
        counts[column(*year)] += count;
    }
    let most = counts.iter().copied().max().unwrap_or(1);
    let chosen = selected
        .and_then(year)
        .filter(|y| known.contains_key(y))
        .map(column);
    let bars = counts.iter().enumerate().map(|(at, count)| {
        let style = if chosen == Some(at) {
            theme.focus().add_modifier(Modifier::UNDERLINED)
        } else {
            theme.good()
        };
        // In eighths of a row, rounded up: a year with one event shows; an empty one is a dot.
        SparklineBar::from((*count > 0).then(|| (count * 8).div_ceil(most))).style(style)
    });
    let x = area.x + u16::try_from(width(&before)).unwrap_or(0);
    let wide = u16::try_from(columns).unwrap_or(0);
    buf.set_string(area.x, area.y, &before, theme.dim());
    let strip = Rect {
        x,
        width: wide,
        ..area
    };
    Sparkline::default()
        .data(bars.collect::<Vec<_>>())
        .absent_value_symbol("·")
        .absent_value_style(theme.quiet())
        .render(strip, buf);
    buf.set_string(x + wide, area.y, &after, theme.dim());
}

/// The year that an event began in, if it is known to the year.
fn year(event: &Event) -> Option<i64> {
    let date = event.date.as_ref()?;
    let vague = date.edtf()?.get(..4)?.contains('X');
    (!vague).then(|| date.year()).flatten()
}

fn place(year: i64, first: i64, last: i64, room: usize) -> usize {
    // Wide enough for the years that no calendar has.
    let since = |year: i64| u128::try_from(i128::from(year) - i128::from(first)).unwrap_or(0);
    let (span, offset, room) = (since(last) + 1, since(year), room as u128);
    let place = if span <= room {
        offset
    } else {
        offset * room / span
    };
    usize::try_from(place).unwrap_or(0)
}

/// A year with at least four digits, as dates are shown.
pub(super) fn year_name(year: i64) -> String {
    let sign = if year < 0 { "-" } else { "" };
    format!("{sign}{:04}", year.unsigned_abs())
}
