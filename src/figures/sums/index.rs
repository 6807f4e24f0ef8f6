//! The rows of a dossier by what they measure, and their printed figures by period.

use std::collections::HashMap;

use crate::figures::key::Key;
use crate::figures::period::Period;
use crate::figures::row::Row;
use crate::figures::statement::Statement;

/// Statements of one measure for one period that are added to those of another; more are no work of
/// people.
const STATEMENTS: usize = 4;

/// The printed figures of a row by period, a few of each.
pub(super) type Periods<'a> = HashMap<Period, Vec<&'a Statement>>;

/// The rows by what they measure.
pub(super) struct Index<'a> {
    pub(super) rows: &'a [Row],
    exact: HashMap<&'a Key, usize>,
    /// By the same without names.
    nameless: HashMap<Key, Vec<usize>>,
    periods: Vec<Periods<'a>>,
}

impl<'a> Index<'a> {
    pub(super) fn new(rows: &'a [Row]) -> Self {
        let mut index = Self {
            rows,
            exact: HashMap::new(),
            nameless: HashMap::new(),
            periods: Vec::new(),
        };
        for (at, row) in rows.iter().enumerate() {
            let is_read = row.key.is_additive();
            if is_read {
                index.exact.insert(row.key.as_ref(), at);
                let alike = index.nameless.entry(row.key.nameless()).or_default();
                alike.push(at);
            }
            index.periods.push(if is_read {
                by_period(row)
            } else {
                Periods::new()
            });
        }
        index
    }

    /// The place of the row of that measure.
    pub(super) fn exact(&self, key: &Key) -> Option<usize> {
        self.exact.get(key).copied()
    }

    /// The place of the row of that measure; without one, of those that are compared with it although
    /// they name no reporter or it does not.
    pub(super) fn comparable(&self, key: &Key) -> Vec<usize> {
        if let Some(at) = self.exact(key) {
            return vec![at];
        }
        let alike = self.nameless.get(&key.nameless()).into_iter().flatten();
        alike
            .copied()
            .filter(|at| key.mismatch(&self.rows[*at].key).is_none())
            .collect()
    }

    /// The places of the rows that are compared with that measure and name no reporter, while it does.
    pub(super) fn unattributed(&self, key: &Key) -> Vec<usize> {
        let alike = self.nameless.get(&key.nameless()).into_iter().flatten();
        alike
            .copied()
            .filter(|at| self.rows[*at].key.is_unattributed(key))
            .collect()
    }

    /// The printed figures of the row at that place.
    pub(super) fn periods(&self, at: usize) -> &Periods<'a> {
        &self.periods[at]
    }
}

fn by_period(row: &Row) -> Periods<'_> {
    let mut periods = Periods::new();
    for statement in row.reports() {
        if let Some(period) = statement.period {
            let here = periods.entry(period).or_default();
            here.extend((here.len() < STATEMENTS).then_some(statement));
        }
    }
    periods
}
