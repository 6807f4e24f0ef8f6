//! Which series matter most to two countries: their trade first, then what else goes between them.

use super::key::{Key, folded, level_of};
use crate::dossier::series::{Flow, SeriesKind};
use crate::dossier::{Dossier, Series};

/// The place of a series in a list, the lowest first; those of one place keep the order of the dossier.
///
/// Trade of both sides in all goods comes first, by its flow, and the growth of it; then what goes from
/// one side to the other (investment, aid, loans, people), and money and people between the two. Others
/// follow, whose titles may be no more than words of an article.
pub fn rank(dossier: &Dossier, series: &Series) -> u8 {
    /// Behind trade as a whole.
    const NARROW: u8 = 8;
    let is_whole = series.commodity.is_none();
    let level = level_of(dossier, series).map(|at| &dossier.series[at]);
    let flow = series.flow.or(level.and_then(|level| level.flow));
    match (series.kind, flow) {
        (SeriesKind::Trade, Some(Flow::Total) | None) if is_whole => 0,
        (SeriesKind::Trade, Some(Flow::Exports)) if is_whole => 1,
        (SeriesKind::Trade, Some(Flow::Imports)) if is_whole => 2,
        (SeriesKind::Trade, Some(Flow::Balance)) if is_whole => 3,
        (SeriesKind::Growth, Some(_)) if is_whole => 4,
        (SeriesKind::Trade | SeriesKind::Growth, Some(_)) => 5,
        _ if !is_between(dossier, series) => NARROW,
        _ if names_both(dossier, series) => 6,
        _ if counts_money_or_people(dossier, series) => 7,
        _ => NARROW,
    }
}

fn is_between(dossier: &Dossier, series: &Series) -> bool {
    let ends = [&series.reporter, &series.partner].into_iter().flatten();
    dossier.is_between(ends) == Some(true)
}

/// Does the title say from whom to whom, as "Investment of Malaysia in Uzbekistan" does?
fn names_both(dossier: &Dossier, series: &Series) -> bool {
    let what = series.title.split(',').next().unwrap_or_default();
    let words = format!(" {} ", folded(what));
    let mut ends = [&series.reporter, &series.partner].into_iter().flatten();
    ends.all(|end| {
        let mut names = dossier.names(end).into_iter();
        names.any(|name| words.contains(&format!(" {} ", folded(&name))))
    })
}

fn counts_money_or_people(dossier: &Dossier, series: &Series) -> bool {
    let is_people = series.unit.as_deref() == Some("persons");
    is_people || Key::of(dossier, series).is_some_and(|key| key.is_money())
}
