//! Mirror gaps: one flow, as the side that sends and the side that receives report it.

use std::collections::BTreeMap;

use super::conflict::lines;
use super::finding::{Finding, FindingKind, Severity, smallest};
use crate::dossier::{Dossier, Ref};
use crate::figures::cell::{self, Mirror};
use crate::figures::digits::times;
use crate::figures::row::Row;

/// The factor up to which two reports agree. Imports are valued with freight and insurance, exports
/// without, which is 10 to 20 per cent (IMF, Direction of Trade Statistics: 6 to 10); some goods are at
/// sea at the turn of the year.
pub(super) const BAND: f64 = 1.25;

/// Periods that are written out.
const LINES: usize = 12;

/// A finding for every two reports of one flow that are further apart than the band allows, whatever
/// rounding hides: one for all of their periods.
pub(super) fn findings(dossier: &Dossier, rows: &[Row]) -> Vec<Finding> {
    let mut gaps: BTreeMap<(usize, usize), Vec<(f64, Mirror)>> = BTreeMap::new();
    for mirror in cell::mirrored_rows(rows) {
        let (Some(one), Some(other)) = (mirror.one.value, mirror.other.value) else {
            continue;
        };
        let reported = [&mirror.one, &mirror.other]
            .iter()
            .all(|side| side.firmness.is_report() && side.working.is_empty());
        let least = one.least_factor(other).unwrap_or(f64::INFINITY);
        if reported && least > BAND {
            let series = (mirror.one.series, mirror.other.series);
            gaps.entry(series).or_default().push((least, mirror));
        }
    }
    gaps.into_values()
        .map(|gaps| finding(dossier, &gaps))
        .collect()
}

fn finding(dossier: &Dossier, gaps: &[(f64, Mirror)]) -> Finding {
    let worst = gaps.iter().map(|(least, _)| *least).fold(1.0, f64::max);
    let sets = gaps.iter().map(|(_, gap)| figures(gap));
    let mut statements: Vec<_> = gaps.iter().flat_map(|(_, gap)| figures(gap)).collect();
    statements.sort();
    statements.dedup();
    let sides: Vec<_> = gaps
        .iter()
        .flat_map(|(_, gap)| [&gap.one, &gap.other])
        .collect();
    let mut working = lines(dossier, &sides);
    working.truncate(LINES);
    working.extend(gaps.iter().take(LINES).map(|(_, gap)| line(dossier, gap)));
    working.push(format!(
        "reports up to {} times apart are taken to agree: imports include freight and insurance",
        times(BAND)
    ));
    Finding {
        kind: FindingKind::MirrorGap,
        severity: Severity::of_factor(Some(worst)).min(Severity::Major),
        title: title(dossier, gaps),
        verdict: format!("the two reports are up to {} times apart", times(worst)),
        working,
        sets: smallest(sets.collect()),
        statements,
        context: Vec::new(),
        choice: None,
    }
}

fn figures(gap: &Mirror) -> Vec<Ref> {
    [gap.one.from.as_slice(), &gap.other.from].concat()
}

/// "Imports of Laos and Exports of Russia, 2019 to 2023: reports differ".
fn title(dossier: &Dossier, gaps: &[(f64, Mirror)]) -> String {
    let name = |at: usize| dossier.series[at].title.to_string();
    let mut dates: Vec<_> = gaps.iter().map(|(_, gap)| &gap.one.date).collect();
    dates.sort_by(|a, b| a.sort(b));
    let (Some((_, gap)), [first, .., last]) = (gaps.first(), dates.as_slice()) else {
        let only = gaps.first().map(|(_, gap)| line(dossier, gap));
        return only.unwrap_or_default();
    };
    format!(
        "“{}” and “{}”, {first} to {last}: the reports of the two sides differ",
        name(gap.one.series),
        name(gap.other.series),
    )
}

/// "Imports, 2022: US$ 46 million, while the other side reports US$ 4.2 million; 11 times apart".
fn line(dossier: &Dossier, gap: &Mirror) -> String {
    format!(
        "“{}”, {}: {}, while the other side reports {}; {}",
        dossier.series[gap.one.series].title,
        gap.one.date,
        gap.one.describe(dossier),
        gap.other.describe(dossier),
        gap.gap
    )
}
