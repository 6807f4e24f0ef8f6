//! What of each record is searched, folded once, and when each was.

use std::collections::HashMap;
use std::fmt;

use super::{Entry, Query, fold};
use crate::dossier::date::{Date, Falls};
use crate::dossier::{Dossier, Kind, Ref};

/// The folded text and the dates of every record, by kind.
#[derive(Debug, Default)]
pub struct Index {
    kinds: HashMap<Kind, Vec<Dated>>,
}

#[derive(Debug)]
struct Dated {
    entry: Entry,
    /// A series has one for each figure.
    dates: Vec<Date>,
}

/// What a query found.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// The places of the records, in the order of their file.
    pub records: Vec<usize>,
    /// How sure that is, when the query asks for a time.
    pub tally: Option<Tally>,
}

/// How many records are within the time that was asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Wholly within it.
    pub certain: usize,
    /// Perhaps within it.
    pub possible: usize,
    /// Not shown, for nothing is known of when they were.
    pub undated: usize,
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} certain + {} possible", self.certain, self.possible)?;
        match self.undated {
            0 => Ok(()),
            hidden => write!(f, ", {hidden} undated hidden"),
        }
    }
}

impl Index {
    /// Folds what can be found of each record: what a row of it shows, and who and where.
    /// `contested` tells of which ones `is:contested` holds.
    pub fn new(dossier: &Dossier, contested: impl Fn(Ref) -> bool) -> Self {
        let field = |(name, text): (&'static str, String)| (name, fold(&text));
        let entry = |record: Ref| Dated {
            entry: Entry {
                text: fold(&dossier.haystack(record)),
                fields: dossier.fields(record).into_iter().map(field).collect(),
                contested: contested(record),
            },
            dates: dossier.dates(record),
        };
        let kinds = Kind::ALL.map(|kind| (kind, dossier.all(kind).map(entry).collect()));
        Self {
            kinds: kinds.into(),
        }
    }

    /// The records of a kind that match.
    pub fn matching(&self, kind: Kind, query: &Query) -> Found {
        let mut found = Found {
            tally: query.window().map(|_| Tally::default()),
            ..Found::default()
        };
        for (at, entry) in self.kinds.get(&kind).into_iter().flatten().enumerate() {
            if query.holds(&entry.entry) && in_time(entry, query, found.tally.as_mut()) {
                found.records.push(at);
            }
        }
        found
    }
}

/// Is the record within the time that the query asks for? Counts it in `tally`.
fn in_time(entry: &Dated, query: &Query, tally: Option<&mut Tally>) -> bool {
    let (Some((from, to)), Some(tally)) = (query.window(), tally) else {
        return true;
    };
    let falls: Vec<_> = entry
        .dates
        .iter()
        .map(|date| date.falls(from, to))
        .collect();
    if falls.contains(&Falls::Certainly) {
        tally.certain += 1;
    } else if falls.contains(&Falls::Possibly) {
        tally.possible += 1;
    } else {
        tally.undated += usize::from(falls.iter().all(|falls| *falls == Falls::Unknown));
        return false;
    }
    true
}
