//! What a change is measured from: "from a year earlier", "year on year", "than in 2022".

use std::ops::Range;

use super::super::change::ChangeRole;
use super::base::YEARLY;
use super::{COMPARED, Comparison, Dates, Period, WHOLE_YEAR, YEAR_ON_YEAR};
use crate::dossier::Date;

impl Dates<'_> {
    /// What a change is measured from.
    pub(in crate::extract::amount) fn comparison(
        &self,
        figure: &Range<usize>,
        role: ChangeRole,
        period: Option<&Period>,
    ) -> Option<Comparison> {
        if role == ChangeRole::From {
            return None;
        }
        let (start, end) = (figure.start, figure.end);
        if let Some((from, to)) = self.year_on_year(start, end) {
            let edtf = period.and_then(|period| year_before(period.time.edtf.as_deref()?));
            return Some(Comparison {
                range: self.words.range(from..to),
                edtf,
                basis: YEAR_ON_YEAR,
            });
        }
        let (before, behind) = self.near(start, end);
        let base = behind
            .into_iter()
            .chain(before)
            .find(|time| self.is_base(time, start, true));
        if let Some(time) = base {
            return Some(Comparison {
                range: time.range.clone(),
                edtf: time.edtf.clone(),
                basis: COMPARED.at_most(time.confidence),
            });
        }
        let period = period.filter(|_| role == ChangeRole::By)?;
        let year = period.time.edtf.as_deref().filter(|edtf| edtf.len() == 4)?;
        let bounded = period.time.edge.is_some();
        let edtf = year_before(year).filter(|_| !bounded)?;
        Some(Comparison {
            range: self.words.range(figure.clone()),
            edtf: Some(edtf),
            basis: WHOLE_YEAR.at_most(period.basis.confidence),
        })
    }

    pub(super) fn year_on_year(&self, start: usize, end: usize) -> Option<(usize, usize)> {
        let words = self.words;
        let behind = end..end + 8;
        let before = start.saturating_sub(4)..start;
        behind
            .chain(before)
            .filter(|at| words.same_sentence(*at, start))
            .find_map(|at| {
                let end = YEARLY.iter().find_map(|phrase| words.after(at, phrase))?;
                Some((at, end))
            })
    }
}

/// A date of plain years, months or days, a year before.
fn year_before(edtf: &str) -> Option<String> {
    let plain = edtf
        .chars()
        .all(|c| c.is_ascii_digit() || matches!(c, '-' | '/'));
    let ends: Option<Vec<String>> = edtf
        .split('/')
        .map(|end| {
            let year: i32 = end.get(..4)?.parse().ok()?;
            Some(format!("{:04}{}", year.checked_sub(1)?, &end[4..]))
        })
        .collect();
    let shifted = ends?.join("/");
    (plain && Date::parse(&shifted).is_ok()).then_some(shifted)
}
