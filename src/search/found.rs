//! What a query found.

use std::fmt;

use super::{Missed, Order};

/// The records that match.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// Their places, in the order in which they are listed.
    records: Vec<u32>,
    /// The order in which they are listed.
    pub order: Order,
    /// How sure that is, when the query asks for a time.
    pub tally: Option<MatchCounts>,
    /// Of quotes, how many were said in each year; the earliest first.
    pub years: Vec<(i64, usize)>,
    /// Where nothing matches, what each word finds alone.
    pub missed: Option<Missed>,
}

/// How many records are within the time that was asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MatchCounts {
    /// Wholly within it.
    pub certain: usize,
    /// Perhaps within it.
    pub possible: usize,
    /// Not shown, for nothing is known of when they were.
    pub undated: usize,
}

impl MatchCounts {
    /// The two together.
    pub(super) fn add(&mut self, other: Self) {
        self.certain += other.certain;
        self.possible += other.possible;
        self.undated += other.undated;
    }
}

impl fmt::Display for MatchCounts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} certain + {} possible", self.certain, self.possible)?;
        match self.undated {
            0 => Ok(()),
            hidden => write!(f, ", {hidden} undated hidden"),
        }
    }
}

impl Found {
    /// Records in the order of their places.
    pub(super) fn in_order(records: Vec<u32>) -> Self {
        Self {
            records,
            ..Self::default()
        }
    }

    /// The same records, listed in another order.
    pub(super) fn ordered(self, order: Order, records: Vec<u32>) -> Self {
        Self {
            records,
            order,
            ..self
        }
    }

    /// Those that are kept; how sure a search by time is, and in which years, is not known of a part.
    #[must_use]
    pub fn within(&self, keep: impl Fn(usize) -> bool) -> Self {
        let kept = self.records.iter().filter(|at| keep(**at as usize));
        Self {
            records: kept.copied().collect(),
            order: self.order,
            missed: self.missed.clone(),
            ..Self::default()
        }
    }

    /// The same records, those with the lowest rank first.
    #[must_use]
    pub fn ranked(&self, rank: impl Fn(usize) -> u8) -> Self {
        let mut records = self.records.clone();
        records.sort_by_key(|at| rank(*at as usize));
        self.clone().ordered(Order::Best, records)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.records.len()
    }

    /// Nothing was found.
    pub fn is_empty(&self) -> bool {
        self.records.is_empty()
    }

    /// The place in the dossier of the record that is listed at `at`.
    pub fn record(&self, at: usize) -> usize {
        self.records[at] as usize
    }

    /// The places in the dossier, as they are listed.
    pub fn records(&self) -> impl Iterator<Item = usize> + '_ {
        self.records.iter().map(|at| *at as usize)
    }

    /// Where in the list a record stands.
    pub fn position(&self, record: usize) -> Option<usize> {
        let record = u32::try_from(record).ok()?;
        if self.order == Order::Dossier {
            return self.records.binary_search(&record).ok();
        }
        self.records.iter().position(|one| *one == record)
    }

    /// The list itself.
    pub(super) fn list(&self) -> &[u32] {
        &self.records
    }

    /// The list itself, if it is in the order of the dossier.
    pub(super) fn ordered_list(&self) -> Option<&[u32]> {
        (self.order == Order::Dossier).then_some(&*self.records)
    }
}
