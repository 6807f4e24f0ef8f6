//! Records as lists: which of them are chosen, in which order, and how each is written, for people
//! in a line of plain text, for programs as JSON and CSV. Pure; who calls it opens and prints.
//!
//! ```text
//! FilterArgs ─► Filter ─► Listing ─► text, page   lines for people
//!                             ├► json         a record, and beside it what is computed
//!                             └► csv          a row
//! ```
//!
//! Plain text needs no colour, no frame and no picture to be understood: it is what a screen reader
//! reads. A chart becomes sentences, and every line names the id by which its record opens.

pub mod contests;
pub mod csv;
pub mod due;
mod error;
mod figures;
mod filter;
mod filter_args;
pub mod json;
pub mod page;
mod searched;
mod style;
pub mod text;

use std::cmp::Ordering;

use chrono::NaiveDate;

use crate::contested::Contests;
use crate::dossier::{Dossier, Kind, Ref};
use crate::search::Query;

pub use error::{FilterError, UnknownStatus, UnknownTopic, place};
use figures::Figures;
pub use filter::{Filter, Look, Within};
pub use filter_args::{FilterArgs, topic};
pub use style::LineStyle;

/// A record that is listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chosen {
    /// Which one.
    pub record: Ref,
    /// How sure it is that it is within the time that was asked for; none where none was.
    pub within: Option<Within>,
}

/// The records that are listed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listing {
    /// In the order in which they are listed.
    pub chosen: Vec<Chosen>,
    /// How many would be, but have no date, and a time was asked for.
    pub undated: usize,
}

impl Listing {
    /// The records of a kind that pass a filter: events and agreements by date, what is ahead and
    /// what has no date behind the others; the rest as they stand in the dossier.
    pub fn new(dossier: &Dossier, kind: Kind, filter: &Filter) -> Self {
        let mut records: Vec<_> = dossier.all(kind).collect();
        records.sort_by(|a, b| compare(dossier, *a, *b));
        Self::among(dossier, records.into_iter(), filter)
    }

    /// Those of `records` that pass a filter.
    pub fn among(dossier: &Dossier, records: impl Iterator<Item = Ref>, filter: &Filter) -> Self {
        let mut listing = Self::default();
        for record in records {
            match filter.look(dossier, record) {
                Look::In(within) => listing.chosen.push(Chosen { record, within }),
                Look::Undated => listing.undated += 1,
                Look::Out => {}
            }
        }
        listing
    }
}

/// Which of two records of one kind is listed first.
fn compare(dossier: &Dossier, a: Ref, b: Ref) -> Ordering {
    let date = |record: Ref| match record.kind {
        Kind::Event => dossier.events[record.at].date.as_ref(),
        Kind::Agreement => dossier.agreements[record.at].date(),
        _ => None,
    };
    let is_ahead = |r: Ref| r.kind == Kind::Event && dossier.events[r.at].is_ahead();
    // An undated event that has happened comes behind what is planned, as on the screen.
    let lane = |record: Ref| match date(record) {
        _ if is_ahead(record) => 1,
        Some(date) if date.year().is_some() => 0,
        _ => 2,
    };
    if !matches!(a.kind, Kind::Event | Kind::Agreement) {
        return Ordering::Equal;
    }
    let by_date = match (date(a), date(b)) {
        (Some(a), Some(b)) => a.sort(b),
        (a, b) => b.is_some().cmp(&a.is_some()),
    };
    lane(a).cmp(&lane(b)).then(by_date)
}

/// What is known beside the records themselves, computed once for a list. Nothing, where that would
/// take the whole of an archive.
#[derive(Debug, Default)]
pub struct Computed {
    /// What is contested.
    pub contests: Contests,
    figures: Figures,
    day: Option<NaiveDate>,
}

impl Computed {
    /// As of a day.
    pub fn new(dossier: &Dossier, day: NaiveDate) -> Self {
        Self {
            contests: Contests::new(dossier, Some(day)),
            figures: Figures::new(dossier, day),
            day: Some(day),
        }
    }
}

/// Writes records, whatever the form.
#[derive(Clone, Copy)]
pub struct Lister<'a> {
    /// The records.
    pub dossier: &'a Dossier,
    /// What they must be: of a series only the figures that pass are listed.
    pub filter: &'a Filter,
    /// What is computed of them.
    pub computed: &'a Computed,
    /// Whether there is colour.
    pub style: LineStyle,
    /// What is looked for, to be marked.
    pub query: Option<&'a Query>,
}
