//! What is contested in a dossier, and by which records.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::entry::{self, Contested};
use crate::dossier::{Dossier, Kind, Ref};

/// What is contested in a dossier, and by which records.
#[derive(Debug, Default)]
pub struct Contests {
    /// The gravest first.
    pub all: Vec<Contested>,
    /// For each record, the places of what contests it.
    disputed: HashMap<Ref, Vec<usize>>,
}

impl Contests {
    /// As of a day: agreements are compared with it, and sources published later do not count. For
    /// none, all sources count, and the day is the last on which the newest can have been published.
    pub fn new(dossier: &Dossier, day: Option<NaiveDate>) -> Self {
        let all = entry::contested(dossier, day);
        let disputed = entry::disputed(dossier, &all);
        Self { all, disputed }
    }

    /// The places in [`Contests::all`] of what contests a record.
    pub fn places(&self, record: Ref) -> &[usize] {
        self.disputed.get(&record).map_or(&[], Vec::as_slice)
    }

    /// Titles of what contests a record, with their places.
    pub fn of(&self, record: Ref) -> impl Iterator<Item = (&str, usize)> {
        let places = self.places(record).iter();
        places.map(|at| (self.all[*at].title.as_str(), *at))
    }

    /// Does anything contest a record?
    pub fn contest(&self, record: Ref) -> bool {
        self.disputed.contains_key(&record)
    }

    /// Does anything contest a record, or a figure of it if it is a series?
    pub fn touch(&self, dossier: &Dossier, record: Ref) -> bool {
        let figures = (record.kind == Kind::Series).then(|| dossier.figures_of(record.at));
        self.contest(record)
            || figures
                .into_iter()
                .flatten()
                .any(|figure| self.contest(figure))
    }

    /// The places of the quotes that are contested, in order.
    pub fn quotes(&self) -> Vec<usize> {
        let quotes = self.disputed.keys().filter(|r| r.kind == Kind::Quote);
        let mut places: Vec<_> = quotes.map(|record| record.at).collect();
        places.sort_unstable();
        places
    }
}
