//! What follows from adding up: exports and imports are the total and leave the balance, goods and
//! services are both, the parts of a time are that time, and no part is more than the whole, nor are several
//! goods that have codes of one list.

mod codes;
mod flows;
mod index;
mod parts;
mod periods;
mod term;

use super::row::Row;
use super::statement::Statement;
use crate::dossier::Dossier;
use index::Index;

/// The statements that follow, each with the place of its row.
pub(crate) fn implied(dossier: &Dossier, rows: &[Row]) -> Vec<(usize, Statement)> {
    let index = Index::new(rows);
    let mut found = codes::implied(dossier, &index);
    for (at, row) in rows.iter().enumerate() {
        if row.key.is_additive() {
            found.extend(flows::implied(dossier, &index, at));
            found.extend(parts::implied(dossier, &index, at));
            for target in [at].into_iter().chain(index.unattributed(&row.key)) {
                let times = periods::implied(dossier, row, &rows[target]);
                found.extend(times.into_iter().map(|time| (target, time)));
            }
        }
    }
    found
}
