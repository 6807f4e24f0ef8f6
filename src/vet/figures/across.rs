//! Changes across a marked break in a series: both figures are in the dossier, and what lies between them
//! is no change.

use super::read::Figure;
use crate::extract::amount::ChangeRole;
use crate::figures::breaks;
use crate::vet::figure::Said;
use crate::vet::finding::{Finding, Item, Verdict};
use crate::vet::index::Index;

/// Why two statements of a series are not comparable; none where no break lies between them.
pub(super) fn across_break(
    index: &Index<'_>,
    series: usize,
    early: &Said,
    late: &Said,
) -> Option<String> {
    let dates = [early, late].map(|said| &said.statement.date);
    let series = &index.dossier.series[series];
    if !breaks::lie_between(series, dates[0], dates[1]) {
        return None;
    }
    let [early, late] = [early, late].map(|said| index.dossier.title(said.record));
    Some(format!("break in the series between {early} and {late}"))
}

/// A finding for every "from … to …" whose two figures are in the dossier, on either side of a break.
/// `found` has the verdicts on the figures.
pub(super) fn changes(index: &Index<'_>, figures: &[Figure], found: &[Finding]) -> Vec<Finding> {
    let pairs = figures.windows(2).filter(|pair| {
        let mut roles = [pair[0].role, pair[1].role];
        roles.sort_by_key(|role| *role == Some(ChangeRole::To));
        roles == [Some(ChangeRole::From), Some(ChangeRole::To)]
    });
    let changes = pairs.filter_map(|pair| {
        let [one, other] = [&pair[0], &pair[1]].map(|figure| said(index, figure, found));
        let ((series, one), (same, other)) = (one?, other?);
        let note = across_break(index, series, one, other).filter(|_| series == same)?;
        let range = pair[0].range.start..pair[1].range.end;
        let finding = Finding::new(Item::Figure, Verdict::NotComparable, range);
        Some(finding.of(other.record).note(note))
    });
    changes.collect()
}

/// The series and the statement of it that gives a figure.
fn said<'a>(index: &'a Index<'_>, figure: &Figure, found: &[Finding]) -> Option<(usize, &'a Said)> {
    let mut own = found.iter().filter(|one| one.range == figure.range);
    let finding = own.find(|one| one.verdict <= Verdict::Contested)?;
    let measures = &index.measures.all;
    measures.iter().find_map(|measure| {
        let mut said = measure.said.iter();
        let found = said.find(|said| said.is_printed() && Some(said.record) == finding.record)?;
        Some((measure.series, found))
    })
}
