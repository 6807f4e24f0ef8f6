//! A figure beside what the dossier has for the same measure and period.

use crate::describe;
use crate::dossier::observation::ObservationStatus;
use crate::dossier::series::SeriesKind;
use crate::dossier::{Id, Observation, Series};
use crate::figures::{Interval, Period};
use crate::propose::context::Context;
use crate::propose::proposal::{Met, News};

/// What the dossier has of a figure.
pub(super) enum Meeting {
    /// The dossier cites that passage for it.
    Cited,
    Met(Met),
}

/// What the dossier has for the same measure and period.
pub(super) fn meets(
    context: &Context<'_>,
    places: &[usize],
    series: &Series,
    figure: &Observation,
) -> Option<Meeting> {
    let dossier = context.dossier;
    let period = Period::of(&figure.period)?;
    let new = level(series, figure)?;
    let mut differing = None;
    for at in places {
        let home = &dossier.series[*at];
        for old in &home.observations {
            let same = Period::of(&old.period) == Some(period) && firm(old) == firm(figure);
            let Some(known) = level(home, old).filter(|_| same) else {
                continue;
            };
            let cited = context.cites(&old.evidence, &figure.evidence[0]);
            if cited && old.value == figure.value {
                return Some(Meeting::Cited);
            }
            let of = old.id.clone();
            if !new.overlaps(known) {
                differing = Some((of, against((series, figure, new), (home, old, known))));
                continue;
            }
            let finer = (new.high - new.low) * 2.0 < known.high - known.low;
            let news = if finer { News::MorePrecise } else { News::Same };
            let remark = finer.then(|| against((series, figure, new), (home, old, known)));
            return Some(Meeting::Met(Met { news, of, remark }));
        }
    }
    let (of, remark) = differing?;
    Some(Meeting::Met(Met {
        news: News::Differs,
        of,
        remark: Some(remark),
    }))
}

/// A figure of another text that waits, of the same series and period: one that says the same, or else one that says
/// otherwise; `waiting` are the figures that wait, each with its series.
pub(super) fn waits(
    waiting: &[(Id, Observation)],
    series: &Series,
    figure: &Observation,
) -> Option<Met> {
    let period = Period::of(&figure.period)?;
    let new = level(series, figure)?;
    let alike = waiting.iter().filter_map(|(home, old)| {
        let same = *home == series.id
            && old.said_by != figure.said_by
            && Period::of(&old.period) == Some(period)
            && firm(old) == firm(figure);
        Some((old, level(series, old).filter(|_| same)?))
    });
    let alike: Vec<_> = alike.collect();
    let says = |old: &Observation| (old.value, old.low, old.high, old.qualifier);
    if let Some((old, _)) = alike.iter().find(|(old, _)| says(old) == says(figure)) {
        return Some(Met {
            news: News::Same,
            of: old.id.clone(),
            remark: Some(format!("the same as {}, which waits", old.id)),
        });
    }
    if alike.iter().any(|(_, known)| new.overlaps(*known)) {
        return None;
    }
    let (old, known) = *alike.first()?;
    let told = against((series, figure, new), (series, old, known));
    Some(Met {
        news: News::Differs,
        of: old.id.clone(),
        remark: Some(format!("{told}, which waits")),
    })
}

/// Reports are compared with reports, forecasts with forecasts, aims with aims.
fn firm(figure: &Observation) -> u8 {
    match figure.status {
        ObservationStatus::Reported | ObservationStatus::Provisional => 0,
        ObservationStatus::Forecast => 1,
        ObservationStatus::Target => 2,
    }
}

/// What a figure says, in whole units.
fn level(series: &Series, figure: &Observation) -> Option<Interval> {
    let factor = 10f64.powi(i32::from(series.scale));
    Some(Interval::in_series(series, figure)?.scaled(factor))
}

/// A figure in its series, and what it says in whole units.
type Said<'a> = (&'a Series, &'a Observation, Interval);

/// "Trade, total 2022: US$ 12.9 million against about US$ 50 million (3.9 times)".
fn against((series, figure, new): Said<'_>, (home, old, known): Said<'_>) -> String {
    let (a, b) = (new.middle().abs(), known.middle().abs());
    let (less, more) = (a.min(b), a.max(b));
    let level = series.kind != SeriesKind::Growth && less > 0.0;
    let times = if level && more / less >= 1.05 {
        format!(" ({:.1} times)", more / less)
    } else {
        String::new()
    };
    let title = home.title.as_str();
    let period = &old.period;
    let shown = describe::title::figure;
    let (new, known) = (shown(series, figure), shown(home, old));
    format!("{title} {period}: {new} against {known}{times}")
}
