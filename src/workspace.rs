//! What the screen and the command line share: a dossier, its index, what is contested in it, and the
//! lens that all of it is seen through.

mod lens;
mod linked;
mod needs;

use std::sync::Arc;

use chrono::NaiveDate;

use crate::contested::Contests;
use crate::dossier::{Date, Dossier, Kind, Quotes};
use crate::due::{self, Due};
use crate::search::{Found, Index, Query};
pub use lens::{FIELD, Lens, LensError, PANELS};
pub use linked::linked;

/// A dossier that can be searched, and what is contested in it.
#[derive(Debug)]
pub struct Workspace {
    /// The records.
    pub dossier: Dossier,
    /// What of them is searched.
    pub index: Arc<Index>,
    /// What is contested among them.
    pub contests: Contests,
    /// The day against which it is held: today, or the last on which the newest source can have been
    /// published.
    pub day: Option<NaiveDate>,
    /// What is due on that day, the most pressing first.
    pub due: Vec<Due>,
}

impl Workspace {
    /// Makes a dossier searchable and compares its agreements with `day`; for none, with the last
    /// day on which its newest source can have been published. `before` is an index over the same
    /// quotes, whose lists are shared.
    pub fn new(dossier: Dossier, day: Option<NaiveDate>, before: Option<&Index>) -> Self {
        let contests = Contests::new(&dossier, day);
        let issued = dossier.sources.iter().filter_map(|s| s.issued.as_ref());
        let day = day.or_else(|| issued.filter_map(Date::latest).max());
        let contested = |record| contests.contest(&dossier, record);
        let due = day.map_or_else(Vec::new, |day| due::due(&dossier, day));
        let overdue = due::overdue(&dossier, &due);
        let is_overdue = |record| overdue.contains(&record);
        let index = Index::new(&dossier, contested, &contests.quotes(), is_overdue, before);
        Self {
            index: Arc::new(index),
            contests,
            due,
            day,
            dossier,
        }
    }

    /// All records of a kind.
    pub fn all(&self, kind: Kind) -> Arc<Found> {
        Arc::new(self.index.matching(kind, &Query::default()))
    }

    /// What a query keeps of all kinds.
    ///
    /// # Errors
    /// As [`Lens::new`].
    pub fn lens(&self, typed: &str) -> Result<Lens, LensError> {
        Lens::new(&self.dossier, &self.index, typed)
    }

    /// Takes the same quotes and more; whether these are contested is not yet known.
    pub fn put_quotes(&mut self, quotes: Quotes) {
        self.dossier = self.dossier.with_quotes(quotes);
        self.index = Arc::new(self.index.with_quotes(&self.dossier));
    }
}
