//! A search that is done behind the screen, and its answer.

use std::sync::Arc;

use super::engine::KeepGoing;
use super::{Found, Index, Order, Query};

/// A search through the quotes.
#[derive(Clone, Debug)]
pub struct Job {
    /// Jobs are numbered; the answer to one that is not the newest is not looked at.
    pub number: u64,
    /// Where to search.
    pub index: Arc<Index>,
    /// For what.
    pub query: Query,
    /// How to list what is found.
    pub order: Order,
    /// The search that was answered last, and what it found.
    pub before: Option<(Query, Arc<Found>)>,
}

/// What a [`Job`] found.
#[derive(Clone, Debug)]
pub struct Answer {
    /// That of the job.
    pub number: u64,
    /// What was looked for.
    pub query: Query,
    /// What was found.
    pub found: Arc<Found>,
}

impl Job {
    /// Does it; none when the answer is not wanted any more.
    pub fn run(&self, keep_going: KeepGoing<'_>) -> Option<Answer> {
        let before = self.before.as_ref().map(|(query, found)| (query, &**found));
        let engine = self.index.quotes();
        let found = engine.search(&self.query, self.order, before, keep_going)?;
        Some(Answer {
            number: self.number,
            query: self.query.clone(),
            found: Arc::new(found),
        })
    }

    /// The same answer where it is empty, with what each word finds alone; none when it has found
    /// something, or is not wanted any more.
    pub fn explain(&self, answer: &Answer, keep_going: KeepGoing<'_>) -> Option<Answer> {
        if !answer.found.is_empty() || answer.query.is_empty() {
            return None;
        }
        let missed = self.index.quotes().missed(&answer.query, keep_going)?;
        let mut found = Found::clone(&answer.found);
        found.missed = Some(missed);
        Some(Answer {
            found: Arc::new(found),
            ..answer.clone()
        })
    }
}

/// Two jobs are the same if they have one number.
impl PartialEq for Job {
    fn eq(&self, other: &Self) -> bool {
        self.number == other.number
    }
}
