//! What of each record is searched, folded once, and when each was.

use std::collections::HashMap;
use std::sync::Arc;

use super::engine::{Engine, KeepGoing};
use super::missed::Counts;
use super::state::{State, States};
use super::{Entry, Found, MatchCounts, Missed, Order, Query, fold};
use crate::describe::states;
use crate::dossier::date::{Date, Falls};
use crate::dossier::{Dossier, Kind, Ref};

/// The folded text and the dates of every record, by kind; of quotes, the engine that holds them.
#[derive(Debug, Default)]
pub struct Index {
    kinds: Arc<HashMap<Kind, Vec<Dated>>>,
    quotes: Engine,
}

#[derive(Debug)]
struct Dated {
    entry: Entry,
    /// A series has one for each figure.
    dates: Vec<Date>,
}

impl Index {
    /// Folds what can be found of each record: what a row of it shows, and who and where.
    /// `contested` tells of which ones `is:contested` holds, `quotes` which of them are quotes, and
    /// `overdue` of which ones `is:overdue` holds. An index over the same quotes hands on what it has
    /// built for them.
    pub fn new(
        dossier: &Dossier,
        contested: impl Fn(Ref) -> bool,
        quotes: &[usize],
        overdue: impl Fn(Ref) -> bool,
        before: Option<&Self>,
    ) -> Self {
        let is = |record: Ref, state: State| match state {
            State::Contested => contested(record),
            State::Open => states::is_open(dossier, record),
            State::Planned => states::is_planned(dossier, record),
            State::Overdue => overdue(record),
            State::Uncited => states::is_uncited(dossier, record),
            State::Bilateral => states::is_bilateral(dossier, record),
            // The query knows that.
            State::Marked => false,
        };
        let all = |record: Ref| -> States {
            State::ALL
                .into_iter()
                .filter(|state| is(record, *state))
                .collect()
        };
        let field = |(name, text): (&'static str, String)| (name, fold(&text));
        let entry = |record: Ref| Dated {
            entry: Entry {
                text: fold(&dossier.haystack(record)),
                fields: dossier.fields(record).into_iter().map(field).collect(),
                states: all(record),
            },
            dates: dossier.dates(record),
        };
        let kinds = Kind::ALL.into_iter().filter(|kind| *kind != Kind::Quote);
        Self {
            kinds: Arc::new(
                kinds
                    .map(|kind| (kind, dossier.all(kind).map(entry).collect()))
                    .collect(),
            ),
            quotes: Engine::new(dossier, quotes, before.map(|index| &index.quotes)),
        }
    }

    /// The same, but with the quotes of a dossier whose other records are these.
    #[must_use]
    pub fn with_quotes(&self, dossier: &Dossier) -> Self {
        Self {
            kinds: Arc::clone(&self.kinds),
            quotes: Engine::new(dossier, &[], Some(&self.quotes)),
        }
    }

    /// The engine that searches the quotes.
    pub fn quotes(&self) -> &Engine {
        &self.quotes
    }

    /// What each word of a query finds alone among the records of a kind.
    pub fn missed(&self, kind: Kind, query: &Query) -> Missed {
        let missed = if kind == Kind::Quote {
            self.quotes.missed(query, &|| true)
        } else {
            Missed::new(query, &OfKind { index: self, kind })
        };
        missed.unwrap_or_default()
    }

    /// The records of a kind that match, in the order of the dossier.
    pub fn matching(&self, kind: Kind, query: &Query) -> Found {
        if kind == Kind::Quote {
            let always: KeepGoing<'_> = &|| true;
            let found = self.quotes.search(query, Order::Dossier, None, always);
            return found.unwrap_or_default();
        }
        let mut records = Vec::new();
        let mut tally = query.window().map(|_| MatchCounts::default());
        for (at, entry) in self.kinds.get(&kind).into_iter().flatten().enumerate() {
            let record = Ref::new(kind, at);
            if query.holds(record, &entry.entry) && in_time(entry, query, tally.as_mut()) {
                records.push(u32::try_from(at).unwrap_or(u32::MAX));
            }
        }
        let mut found = Found::in_order(records);
        found.tally = tally;
        found
    }
}

/// The records of one kind.
struct OfKind<'a> {
    index: &'a Index,
    kind: Kind,
}

impl Counts for OfKind<'_> {
    fn count(&self, query: &Query) -> Option<usize> {
        Some(self.index.matching(self.kind, query).len())
    }

    fn each_text(&self, field: Option<&'static str>, see: &mut dyn FnMut(&str)) {
        for entry in self.index.kinds.get(&self.kind).into_iter().flatten() {
            let fields = entry.entry.fields.iter();
            match field {
                None => see(&entry.entry.text),
                Some(field) => fields
                    .filter(|(name, _)| *name == field)
                    .for_each(|(_, text)| see(text)),
            }
        }
    }
}

/// Is the record within the time that the query asks for? Counts it in `tally`.
fn in_time(entry: &Dated, query: &Query, tally: Option<&mut MatchCounts>) -> bool {
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
