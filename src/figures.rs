//! The arithmetic of printed figures: what they leave open, what follows from them, and what
//! cannot all be true. Pure; nothing of it is stored in a dossier.
//!
//! A written number stands for the [`Interval`] of all numbers that would be written so: `8.3` for
//! [8.25, 8.35). What follows from several figures is an interval too. A [`Cell`] is a measure at
//! a time; everything that is said of it, printed or implied, is a [`Statement`], and every two
//! statements of a cell get a [`Verdict`]. Values are never averaged and none is preferred: where
//! a dossier settles a dispute, that is shown as the compiler's choice.
//!
//! What does not fit together in a dossier is found by [`crate::contested`].

pub mod as_of;
pub mod axis;
pub mod breaks;
pub mod cell;
mod change;
mod definition;
pub mod digits;
pub mod growth;
pub mod interval;
pub mod key;
pub mod order;
mod per_capita;
pub mod period;
pub mod row;
mod sector;
pub(crate) mod shares;
pub mod statement;
mod sums;
pub(crate) mod unit;
pub mod verdict;
mod words;

use std::collections::HashSet;
use std::sync::Arc;

use crate::dossier::{Date, Dossier, Ref};
use as_of::AsOf;
pub use cell::{Cell, Mirror, cells, mirrors, statements};
pub use change::{Change, change, is_whole_year};
pub use interval::Interval;
pub use key::{Key, Reason};
pub use period::Period;
pub use statement::{Origin, Statement};
pub use verdict::{Apart, Verdict, judge};

/// A level that no one states but that follows from a level and a growth.
#[derive(Clone, Debug)]
pub struct Implied {
    /// The time that it is about.
    pub period: Date,
    /// In the unit and scale of the level series.
    pub level: Interval,
    /// The figures that it follows from: the level, then the growths.
    pub from: Vec<Ref>,
    /// The arithmetic, written out.
    pub working: String,
}

/// The levels that follow from the figures of series `at` and the growths that are about it.
///
/// A growth over a whole year gives the level of the year before from that of the year, and the
/// other way round; several give those of more years. A growth over a part of a year links that part with
/// the one that it names as its base, and gives no level of a year.
pub fn implied(dossier: &Dossier, at: usize) -> Vec<Implied> {
    let known = AsOf::new(dossier, None);
    let Some(key) = Key::of(dossier, &dossier.series[at]).map(Arc::new) else {
        return Vec::new();
    };
    let steps = growth::steps_of(dossier, &known, &key);
    if steps.is_empty() {
        return Vec::new();
    }
    let places = 0..dossier.series[at].observations.len();
    let stated: Vec<_> = places
        .filter_map(|place| Statement::stated(&known, dossier, &key, (at, place)))
        .collect();
    let printed: HashSet<_> = stated.iter().filter_map(|s| s.period).collect();
    let levels = stated
        .iter()
        .flat_map(|level| growth::implied(dossier, level, &steps, &printed));
    levels
        .filter_map(|level| {
            Some(Implied {
                level: level.printed(dossier)?,
                period: level.date,
                from: level.from,
                working: level.working.join("; "),
            })
        })
        .collect()
}
