//! Changes across a marked break in a series: both figures are in the dossier, and what lies between them
//! is no change.

use super::read::Figure;
use crate::dossier::Date;
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

/// Is the one what something changed from, and the other what it changed to?
fn are_ends(one: &Figure, other: &Figure) -> bool {
    use ChangeRole::{From, To};
    let roles = (one.role, other.role);
    [(Some(From), Some(To)), (Some(To), Some(From))].contains(&roles)
}

/// Gives each level of a change over a span its own end of that: "from 2021 to 2022 exports fell from 10 to
/// 5".
pub(super) fn date_ends(figures: &mut [Figure]) {
    for at in 1..figures.len() {
        let [one, other] = &mut figures[at - 1..=at] else {
            continue;
        };
        if are_ends(one, other) && one.dated.is_some() && one.dated == other.dated {
            for figure in [one, other] {
                let span = figure.period.take();
                figure.period = span.map(|span| end_of(span, figure.role));
            }
        }
    }
}

/// Of a change over a span, the time of a level: "from 2021 to 2022 exports fell from 10 to 5".
fn end_of(span: Date, role: Option<ChangeRole>) -> Date {
    let ends = span.edtf().and_then(|edtf| edtf.split_once('/'));
    let end = ends.and_then(|(first, last)| match role? {
        ChangeRole::From => Some(first),
        ChangeRole::To => Some(last),
        ChangeRole::By => None,
    });
    let date = end.and_then(|end| Date::parse(end).ok());
    date.filter(|date| !date.is_undated()).unwrap_or(span)
}

/// A finding for every "from … to …" whose two figures are in the dossier, on either side of a break.
/// `found` has the verdicts on the figures.
pub(super) fn changes(index: &Index<'_>, figures: &[Figure], found: &[Finding]) -> Vec<Finding> {
    let pairs = figures
        .windows(2)
        .filter(|pair| are_ends(&pair[0], &pair[1]));
    let changes = pairs.filter_map(|pair| {
        let [one, other] = [&pair[0], &pair[1]].map(|figure| said(index, figure, found));
        let ((series, one), (same, other)) = (one?, other?);
        let is_turned = one.statement.date.sort(&other.statement.date).is_gt();
        let (early, late) = if is_turned {
            (other, one)
        } else {
            (one, other)
        };
        let note = across_break(index, series, early, late).filter(|_| series == same)?;
        let range = pair[0].range.start..pair[1].range.end;
        let finding = Finding::new(Item::Figure, Verdict::NotComparable, range);
        Some(finding.of(late.record).note(note))
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
