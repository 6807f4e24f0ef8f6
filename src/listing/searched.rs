//! The records that a query finds, to filter a list by.

use std::collections::HashSet;

use chrono::NaiveDate;

use super::error::FilterError;
use crate::contested::Contests;
use crate::dossier::{Dossier, Kind, Ref};
use crate::due;
use crate::search::{Index, Missed, Query, Window};

/// What a query finds.
#[derive(Clone, Debug)]
pub(super) struct Searched {
    pub(super) records: HashSet<Ref>,
    /// What each word finds alone, where that is nothing.
    pub(super) missed: Option<Missed>,
    query: Query,
}

impl Searched {
    /// What is found among the records of some kinds, and the time that the query asks for.
    ///
    /// # Errors
    /// When the query is wrong.
    pub(super) fn new(
        dossier: &Dossier,
        kinds: &[Kind],
        typed: &str,
        day: Option<NaiveDate>,
    ) -> Result<(Self, Option<Window>), FilterError> {
        let query = Query::new(typed);
        if let Some(problem) = query.problem() {
            return Err(FilterError::Search {
                problem: problem.clone(),
                typed: typed.to_owned(),
            });
        }
        let (query, time) = query.without_time();
        let contests = if query.asks_contested() {
            Contests::new(dossier, day)
        } else {
            Contests::default()
        };
        let contested = |record| contests.contest(dossier, record);
        let due = day
            .filter(|_| query.asks_overdue())
            .map_or_else(Vec::new, |day| due::due(dossier, day));
        let overdue = due::overdue(dossier, &due);
        let is_overdue = |record| overdue.contains(&record);
        let index = Index::new(dossier, contested, &contests.quotes(), is_overdue, None);
        let of_kind = |kind: &Kind| {
            let found: Vec<_> = index
                .matching(*kind, &query)
                .records()
                .map(|at| Ref::new(*kind, at))
                .collect();
            found
        };
        let records: HashSet<_> = kinds.iter().flat_map(of_kind).collect();
        let missed = records.is_empty().then(|| {
            let each = kinds.iter().map(|kind| index.missed(*kind, &query));
            each.reduce(Missed::and).unwrap_or_default()
        });
        let searched = Self {
            records,
            missed,
            query,
        };
        Ok((searched, time))
    }

    /// What was looked for.
    pub(super) fn query(&self) -> &Query {
        &self.query
    }

    /// Is a record found? A figure is with its series.
    pub(super) fn has(&self, dossier: &Dossier, record: Ref) -> bool {
        let series = || Ref::new(Kind::Series, dossier.series_of(record.at));
        self.records.contains(&record)
            || record.kind == Kind::Observation && self.records.contains(&series())
    }
}
