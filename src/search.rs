//! Finding text as it is meant, not as it is spelled: folding, queries, hits. Pure.
//!
//! Case, accents of Latin letters, ё and е, width and typographic punctuation make no difference;
//! й and и, and the tones of Lao, do. What can be asked for is told at [`Query`]. [`Index`] answers
//! for the records of a dossier; its part for quotes, [`engine`], is made for a million of them.

pub use query::Query;
use query::{Clause, Entry, How, Test};
mod completion;
pub mod engine;
mod found;
mod fuzzy;
mod hits;
mod holds;
mod index;
mod job;
mod marked;
mod missed;
mod names;
mod order;
mod parse;
mod prefilter;
mod problem;
mod query;
mod reason;
mod runs;
mod state;
#[cfg(test)]
mod tests;
mod window;

pub use crate::dossier::fold::{Folded, fold};
pub use completion::{Completion, offers};
pub use found::{Found, MatchCounts};
pub use index::Index;
pub use job::{Answer, Job};
pub use marked::Marked;
pub use missed::{Alone, Missed};
pub use names::FIELDS;
pub use order::Order;
pub use prefilter::Prefilter;
pub use problem::{Fault, Problem};
pub use reason::Reason;
pub use state::State;
pub use window::Window;
