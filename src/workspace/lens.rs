//! The lens: one query over all kinds of records, which every list, panel and export obeys.
//!
//! A record is kept if the query matches it, as the search of its panel would. What says nothing by
//! itself is also kept where a kept record names or cites it: people, organisations and sources. Of a
//! series the figures within the time that is asked for are kept. `id:trade-total.2024` keeps that record
//! and everything that is linked with it ([`linked`]); it joins other words like any field.

use std::collections::{BTreeMap, HashSet};

use super::linked::linked;
use super::needs;
use crate::dossier::date::Falls;
use crate::dossier::{Dossier, Id, Kind, Ref, nearest};
use crate::search::{Index, Problem, Query};

/// The word before a record's id in a query.
pub const FIELD: &str = "id:";

/// The kinds that have a panel, in the order of the panels.
pub const PANELS: [Kind; 4] = [Kind::Event, Kind::Agreement, Kind::Series, Kind::Quote];

/// Kinds that are kept where others name or cite them.
const NAMED: [Kind; 3] = [Kind::Person, Kind::Organisation, Kind::Source];

/// Why a lens cannot be had.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LensError {
    /// The query is wrong.
    #[error(transparent)]
    Query(#[from] Problem),
    /// `id:` with a name that no record has.
    #[error("id: no record is called `{id}`{}", hint(.near.as_deref()))]
    Unknown {
        /// The byte of what was typed at which the name begins.
        at: usize,
        /// The name.
        id: String,
        /// The name that is most like it.
        near: Option<String>,
    },
}

impl LensError {
    /// The byte of what was typed at which the wrong part begins.
    pub fn at(&self) -> usize {
        match self {
            Self::Query(problem) => problem.at,
            Self::Unknown { at, .. } => *at,
        }
    }
}

fn hint(near: Option<&str>) -> String {
    near.map_or_else(String::new, |near| format!("; did you mean `{near}`?"))
}

/// What a query keeps of every kind.
#[derive(Clone, Debug, Default)]
pub struct Lens {
    typed: String,
    query: Query,
    /// Sorted places by kind; a kind without an entry is empty.
    kept: BTreeMap<Kind, Vec<u32>>,
    /// How many there are of each kind, kept or not.
    totals: BTreeMap<Kind, usize>,
}

impl Lens {
    /// The query that keeps a record and everything that is linked with it.
    pub fn of(dossier: &Dossier, record: Ref) -> String {
        format!("{FIELD}{}", dossier.id(record))
    }

    /// What `typed` keeps.
    ///
    /// # Errors
    /// When it is no right query, or names a record that does not exist.
    pub fn new(dossier: &Dossier, index: &Index, typed: &str) -> Result<Self, LensError> {
        let (words, ids) = split(typed);
        let query = Query::new(&words);
        if let Some(problem) = query.problem() {
            return Err(problem.clone().into());
        }
        let mut lens = Self {
            typed: typed.trim().to_owned(),
            totals: Kind::ALL.map(|kind| (kind, dossier.count(kind))).into(),
            ..Self::default()
        };
        for kind in Kind::ALL
            .into_iter()
            .filter(|kind| *kind != Kind::Observation)
        {
            let found = index.matching(kind, &query);
            lens.put(kind, found.records());
        }
        let figures: Vec<_> = figures(dossier, &lens, &query).collect();
        lens.put(Kind::Observation, figures.into_iter());
        for clause in &ids {
            lens.keep_linked(&clause.records(dossier)?, clause.is_excluded);
        }
        lens.settle_series(dossier);
        if !query.is_empty() {
            lens.add_named(dossier);
        }
        Ok(Self { query, ..lens })
    }

    /// These records, under a name: of a series with all its figures, of a figure with its series.
    pub fn only(dossier: &Dossier, name: &str, records: &[Ref]) -> Self {
        let mut all: HashSet<Ref> = records.iter().copied().collect();
        for record in records {
            match record.kind {
                Kind::Series => all.extend(dossier.figures_of(record.at)),
                Kind::Observation => {
                    all.insert(Ref::new(Kind::Series, dossier.series_of(record.at)));
                }
                _ => {}
            }
        }
        let mut lens = Self {
            typed: name.to_owned(),
            totals: Kind::ALL.map(|kind| (kind, dossier.count(kind))).into(),
            ..Self::default()
        };
        for kind in Kind::ALL {
            let of = all.iter().filter(|record| record.kind == kind);
            lens.put(kind, of.map(|record| record.at));
        }
        lens
    }

    /// What both keep.
    #[must_use]
    pub fn and(mut self, other: &Self) -> Self {
        for (kind, places) in &mut self.kept {
            places.retain(|at| other.contains(Ref::new(*kind, *at as usize)));
        }
        self.typed = format!("{}, {}", self.typed, other.typed);
        self
    }

    fn put(&mut self, kind: Kind, places: impl Iterator<Item = usize>) {
        let mut places: Vec<_> = places.filter_map(|at| u32::try_from(at).ok()).collect();
        places.sort_unstable();
        places.dedup();
        self.kept.insert(kind, places);
    }

    /// Keeps only what is among `records`, or only what is not.
    fn keep_linked(&mut self, records: &HashSet<Ref>, is_excluded: bool) {
        for (kind, places) in &mut self.kept {
            places.retain(|at| records.contains(&Ref::new(*kind, *at as usize)) != is_excluded);
        }
    }

    /// A series with figures is kept as one of them is.
    fn settle_series(&mut self, dossier: &Dossier) {
        let of_figures = self
            .places(Kind::Observation)
            .map(|at| dossier.series_of(at));
        let bare = |at: &usize| dossier.series[*at].observations.is_empty();
        let series: Vec<_> = self
            .places(Kind::Series)
            .filter(bare)
            .chain(of_figures)
            .collect();
        self.put(Kind::Series, series.into_iter());
    }

    /// Keeps whom and what kept records name and cite, too.
    fn add_named(&mut self, dossier: &Dossier) {
        let kept = self
            .records()
            .filter(|record| !NAMED.contains(&record.kind));
        let named = needs::named(dossier, kept);
        for kind in NAMED {
            let old: Vec<_> = self.places(kind).collect();
            let new = named.iter().filter(|record| record.kind == kind);
            let all: Vec<_> = old.into_iter().chain(new.map(|record| record.at)).collect();
            self.put(kind, all.into_iter());
        }
    }

    /// As it was typed.
    pub fn typed(&self) -> &str {
        &self.typed
    }

    /// The words of it, `id:` apart: what is marked in a text.
    pub fn query(&self) -> &Query {
        &self.query
    }

    /// Is a record kept?
    pub fn contains(&self, record: Ref) -> bool {
        let places = self.kept.get(&record.kind);
        let at = u32::try_from(record.at).ok();
        at.zip(places)
            .is_some_and(|(at, places)| places.binary_search(&at).is_ok())
    }

    /// The places of the kept records of a kind, in order.
    pub fn places(&self, kind: Kind) -> impl Iterator<Item = usize> + '_ {
        let places = self.kept.get(&kind).into_iter().flatten();
        places.map(|at| *at as usize)
    }

    /// Every kept record.
    pub fn records(&self) -> impl Iterator<Item = Ref> + '_ {
        let kinds = self.kept.iter();
        kinds.flat_map(|(kind, places)| places.iter().map(|at| Ref::new(*kind, *at as usize)))
    }

    /// How many records of a kind are kept, and of how many.
    pub fn count(&self, kind: Kind) -> (usize, usize) {
        let kept = self.kept.get(&kind).map_or(0, Vec::len);
        (kept, self.totals.get(&kind).copied().unwrap_or_default())
    }

    /// The counts of the four panels.
    pub fn counts(&self) -> [(usize, usize); PANELS.len()] {
        PANELS.map(|kind| self.count(kind))
    }

    /// "energy · 6 of 67 · 4 of 28 · 1 of 20 · 2 of 38", for a header.
    pub fn summary(&self) -> String {
        let counts = self
            .counts()
            .map(|(kept, all)| format!(" · {kept} of {all}"));
        self.typed.clone() + &counts.concat()
    }

    /// Is nothing kept of what has a panel?
    pub fn is_empty(&self) -> bool {
        self.counts().iter().all(|(kept, _)| *kept == 0)
    }

    /// The kept records and what they need to be read, as a dossier of its own: the people,
    /// organisations and sources that they name and cite, the occasions of quotes and what these answer,
    /// the series of figures, and what a dispute is between. References to anything else are left out.
    pub fn part(&self, dossier: &Dossier) -> Dossier {
        dossier.part(&needs::all(dossier, self.records()))
    }
}

/// The figures of kept series that are within the time of a query.
fn figures(dossier: &Dossier, lens: &Lens, query: &Query) -> impl Iterator<Item = usize> {
    let within = move |record: &Ref| {
        query.window().is_none_or(|(from, to)| {
            let falls = dossier.observation(record.at).1.period.falls(from, to);
            matches!(falls, Falls::Certainly | Falls::Possibly)
        })
    };
    let series = lens.places(Kind::Series);
    let figures = series.flat_map(|at| dossier.figures_of(at));
    figures.filter(within).map(|record| record.at)
}

/// `id:a|b`, or `-id:a`.
struct Named<'a> {
    is_excluded: bool,
    /// The names, with the byte at which each begins.
    ids: Vec<(usize, &'a str)>,
}

impl Named<'_> {
    fn records(&self, dossier: &Dossier) -> Result<HashSet<Ref>, LensError> {
        let mut all = HashSet::new();
        for (at, name) in &self.ids {
            let found = Id::new(name).ok().and_then(|id| dossier.find(&id));
            let record = found.ok_or_else(|| LensError::Unknown {
                at: *at,
                id: (*name).to_owned(),
                near: near(dossier, name),
            })?;
            all.extend(linked(dossier, record));
        }
        Ok(all)
    }
}

fn near(dossier: &Dossier, name: &str) -> Option<String> {
    let kinds = Kind::ALL.into_iter().filter(|kind| *kind != Kind::Quote);
    let ids: Vec<_> = kinds
        .flat_map(|kind| dossier.all(kind))
        .map(|record| dossier.id(record))
        .collect();
    nearest(name, ids.iter().map(Id::as_str)).map(ToOwned::to_owned)
}

/// The words of a query with blanks in the place of `id:…`, and what these name.
fn split(typed: &str) -> (String, Vec<Named<'_>>) {
    let mut words = typed.to_owned();
    let mut named = Vec::new();
    for (start, word) in words_of(typed) {
        let (is_excluded, bare) = match word.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, word),
        };
        let Some(value) = bare.strip_prefix(FIELD) else {
            continue;
        };
        words.replace_range(start..start + word.len(), &" ".repeat(word.len()));
        let mut at = start + word.len() - value.len();
        let mut ids = Vec::new();
        for part in value.split('|') {
            let name = part.strip_prefix(FIELD).unwrap_or(part);
            ids.push((at + part.len() - name.len(), name.trim_matches('"')));
            at += part.len() + 1;
        }
        ids.retain(|(_, name)| !name.is_empty());
        if !ids.is_empty() {
            named.push(Named { is_excluded, ids });
        }
    }
    (words, named)
}

/// The words of a text with their places; blanks between quotation marks are part of a word.
fn words_of(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut is_quoted = false;
    let mut begins = 0;
    let mut words = Vec::new();
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        is_quoted ^= c == '"';
        if (c.is_whitespace() && !is_quoted) || at == text.len() {
            words.push((begins, &text[begins..at]));
            begins = at + c.len_utf8();
        }
    }
    words.into_iter().filter(|(_, word)| !word.is_empty())
}
