//! What a brief is about.

use chrono::NaiveDate;

use crate::dossier::Id;
use crate::workspace::Lens;

/// What a brief is asked for.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// What was published by that day; everything for none.
    pub as_of: Option<NaiveDate>,
    /// The day that deadlines are counted from; else `as_of`, else the last day on which the newest source
    /// can have been published.
    pub on: Option<NaiveDate>,
    /// A topic and those within it; everything for none.
    pub topic: Option<Id>,
    /// Only what a lens keeps; everything for none.
    pub lens: Option<Lens>,
    /// The lens keeps what somebody chose record by record: no part leaves any of it out.
    pub is_picked: bool,
}
