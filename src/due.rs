//! What is due in a dossier as of a day: what is overdue, what falls due soon, forecasts that nobody
//! has followed up, and open matters that no source has spoken of for a long time. Pure.
//!
//! | class | which records |
//! |---|---|
//! | overdue | agreements whose term has passed and that nothing renews; planned events and signatures whose date has passed; targets whose period has passed without a reported figure |
//! | due soon | the same, with the date within [`SOON`] days |
//! | unreported | forecasts whose period has passed without a reported figure |
//! | silent | open matters without evidence for two years; what goes on between both sides, too |
//! | quiet | open matters without a date ahead and without evidence for [`QUIET`] days |
//!
//! Nothing here says that something failed: a dossier knows only what its sources say. A date counts as
//! passed once its last possible day has; one that is in doubt or an estimate is never certain. A date of
//! something proposed or under discussion is a date ahead only if it is later than the sources that give
//! it: else it says when it was spoken of. What a later agreement or event follows, and what ended, was
//! cancelled or left by a side, is not due. As of an earlier day, later sources do not count.

mod agreements;
mod deadline;
mod entry;
mod events;
mod figures;
mod heard;

use std::collections::HashSet;

use chrono::NaiveDate;

use crate::dossier::{Dossier, Kind, Ref};
pub use deadline::SOON;
pub use entry::{Class, Due};
use heard::Heard;
pub use heard::QUIET;

/// What is due as of `today`, the most pressing first; matters of third parties last.
pub fn due(dossier: &Dossier, today: NaiveDate) -> Vec<Due> {
    let heard = Heard::new(dossier, today);
    let mut all = agreements::due(&heard);
    all.extend(events::due(&heard));
    all.extend(figures::due(&heard));
    all.sort_by_cached_key(Due::rank);
    all
}

/// The records that are overdue, and the series of figures that are.
pub fn overdue(dossier: &Dossier, all: &[Due]) -> HashSet<Ref> {
    let overdue = all.iter().filter(|due| due.class == Class::Overdue);
    let series = |record: Ref| match record.kind {
        Kind::Observation => Some(Ref::new(Kind::Series, dossier.series_of(record.at))),
        _ => None,
    };
    let with_series = |due: &Due| std::iter::once(due.record).chain(series(due.record));
    overdue.flat_map(with_series).collect()
}

/// How many of them are overdue or due soon, those of third parties apart: what a header counts.
pub fn pressing<'a>(all: impl IntoIterator<Item = &'a Due>) -> usize {
    let pressing = |due: &&Due| due.class.is_pressing() && !due.is_third();
    all.into_iter().filter(pressing).count()
}
