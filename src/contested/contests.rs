//! What is contested in a dossier, and by which records.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::entry::{self, Contested};
use super::finding::Standing;
use crate::dossier::{Dossier, Kind, Ref};

/// What is contested in a dossier, and by which records.
#[derive(Clone, Debug, Default)]
pub struct Contests {
    /// The gravest first.
    pub all: Vec<Contested>,
    /// The records in order, each with the places of what contests it, the gravest first.
    disputed: Vec<(Ref, usize)>,
    /// How many are of each standing: the header of every frame has them.
    counts: HashMap<Standing, usize>,
}

impl Contests {
    /// As of a day: agreements are compared with it, and sources published later do not count. For
    /// none, all sources count, and the day is the last on which the newest can have been published.
    pub fn new(dossier: &Dossier, day: Option<NaiveDate>) -> Self {
        let all = entry::contested(dossier, day);
        let places = all.iter().enumerate();
        let mut disputed: Vec<_> = places
            .flat_map(|(at, one)| one.records(dossier).into_iter().map(move |r| (r, at)))
            .collect();
        disputed.sort_unstable();
        let mut counts = HashMap::new();
        for one in &all {
            *counts.entry(one.standing).or_default() += 1;
        }
        Self {
            all,
            disputed,
            counts,
        }
    }

    /// The places in [`Contests::all`] of what contests a record.
    pub fn places(&self, record: Ref) -> impl Iterator<Item = usize> {
        let first = self.disputed.partition_point(|(r, _)| *r < record);
        let own = self.disputed[first..].iter();
        own.take_while(move |(r, _)| *r == record)
            .map(|(_, at)| *at)
    }

    /// What contests a record, with the places.
    pub fn of(&self, record: Ref) -> impl Iterator<Item = (&Contested, usize)> {
        self.places(record).map(|at| (&self.all[at], at))
    }

    /// What contests a record, and the figures of it if it is a series; each once.
    pub fn of_all(&self, dossier: &Dossier, record: Ref) -> Vec<(&Contested, usize)> {
        let figures = (record.kind == Kind::Series).then(|| dossier.figures_of(record.at));
        let records = [record].into_iter().chain(figures.into_iter().flatten());
        let mut places: Vec<_> = records.flat_map(|r| self.places(r)).collect();
        places.sort_unstable();
        places.dedup();
        places.into_iter().map(|at| (&self.all[at], at)).collect()
    }

    /// What it means for a record that it is contested; none where it is not.
    pub fn standing(&self, record: Ref) -> Option<Standing> {
        self.of(record).map(|(one, _)| one.standing).max()
    }

    /// The same for a record and the figures of it if it is a series.
    pub fn standing_of_all(&self, dossier: &Dossier, record: Ref) -> Option<Standing> {
        let all = self.of_all(dossier, record).into_iter();
        all.map(|(one, _)| one.standing).max()
    }

    /// The sign beside a record and its figures: `≠` for a conflict, `?` for a query, else nothing.
    pub fn sign(&self, dossier: &Dossier, record: Ref) -> &'static str {
        let standing = self.standing_of_all(dossier, record);
        standing.filter(|s| s.is_doubt()).map_or("", Standing::sign)
    }

    /// How many are of a standing.
    pub fn count(&self, standing: Standing) -> usize {
        self.counts.get(&standing).copied().unwrap_or(0)
    }

    /// Is a record, or a figure of it if it is a series, among statements that cannot all be true?
    pub fn contest(&self, dossier: &Dossier, record: Ref) -> bool {
        self.standing_of_all(dossier, record) == Some(Standing::Conflict)
    }

    /// The places of the quotes that are contested, in order.
    pub fn quotes(&self) -> Vec<usize> {
        let disputed = self.disputed.iter().map(|(record, _)| *record);
        let quotes = disputed.filter(|record| record.kind == Kind::Quote);
        let mut places: Vec<_> = quotes
            .filter(|record| self.standing(*record) == Some(Standing::Conflict))
            .map(|record| record.at)
            .collect();
        places.dedup();
        places
    }
}
