//! Whether a search is still of interest.

/// Whether an answer is still of interest; a search whose answer is not gives up.
pub type KeepGoing<'a> = &'a (dyn Fn() -> bool + Sync);
