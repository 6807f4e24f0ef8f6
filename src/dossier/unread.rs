//! Figures that are in the files of a dossier and could not be read: of their times nobody can say that
//! no figure is printed.

use super::date::Date;
use super::id::Id;

/// Which series and times they are of.
#[derive(Clone, Debug, Default)]
pub struct UnreadFigures {
    figures: Vec<(Option<Id>, Option<Date>)>,
}

impl UnreadFigures {
    /// One more: of a series and a time, as far as either is known.
    pub fn add(&mut self, series: Option<&Id>, period: Option<Date>) {
        self.figures.push((series.cloned(), period));
    }

    /// The times of those that are or may be of that series; none for one of an unknown time.
    pub fn of(&self, series: &Id) -> impl Iterator<Item = Option<&Date>> {
        let all = self.figures.iter();
        let own = all.filter(move |(id, _)| id.as_ref().is_none_or(|id| id == series));
        own.map(|(_, period)| period.as_ref())
    }
}
