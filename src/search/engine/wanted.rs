//! Whether an answer is still wanted.

/// Whether an answer is still wanted; a search that is not gives up.
pub type Wanted<'a> = &'a (dyn Fn() -> bool + Sync);
