//! What a run has found meets what the dossier has. What is new is added; what is there stays as it
//! is, also where the file says otherwise, unless the file shall win: a person's work is not undone
//! by reading a table again.

mod facts;
mod merge;
mod series;

use std::borrow::Cow;
use std::collections::{BTreeMap, HashSet};

use color_eyre::eyre::Result;

use super::desk::Desk;
use crate::dossier::record::Record;
use crate::dossier::{Dossier, Id, Kind};
use crate::edit::draft::Draft;
pub(super) use facts::Facts;
pub(super) use merge::merge;

/// What became of the records of one kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Made {
    /// Added.
    pub new: usize,
    /// There already, and the same.
    pub unchanged: usize,
    /// There already, and now as the file has it.
    pub changed: usize,
    /// There already, otherwise than the file has it, and left as it is.
    pub kept: usize,
}

/// Something that the dossier and the file say differently.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Which record or figure.
    pub id: Id,
    /// Which field.
    pub field: Cow<'static, str>,
    /// What the dossier has.
    pub dossier: String,
    /// What the file has.
    pub file: String,
}

/// What became of everything.
#[derive(Debug, Default)]
pub(super) struct Settled {
    /// By kind.
    pub made: BTreeMap<Kind, Made>,
    /// Subjects that were added.
    pub topics: usize,
    /// Whatever differs.
    pub differences: Vec<Difference>,
    /// The series that were found, new or not.
    pub series: Vec<Id>,
    cited: HashSet<Id>,
}

/// How a record stands to the dossier.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stand {
    New,
    Unchanged,
    Changed,
    Kept,
}

impl Stand {
    /// Of a record that is there: what differs is only taken where the file shall win.
    fn of(differs: &[facts::Differs], update: bool) -> Self {
        match (differs.is_empty(), update) {
            (true, _) => Self::Unchanged,
            (false, true) => Self::Changed,
            (false, false) => Self::Kept,
        }
    }
}

impl Settled {
    fn count(&mut self, kind: Kind, stand: Stand) {
        let made = self.made.entry(kind).or_default();
        match stand {
            Stand::New => made.new += 1,
            Stand::Unchanged => made.unchanged += 1,
            Stand::Changed => made.changed += 1,
            Stand::Kept => made.kept += 1,
        }
    }

    fn cite<R: Record>(&mut self, record: &R) {
        let evidence = record.evidence().iter().chain(record.inner_evidence());
        self.cited
            .extend(evidence.map(|evidence| evidence.source.clone()));
    }

    fn differ<'a>(&mut self, id: &Id, found: impl IntoIterator<Item = &'a facts::Differs>) {
        let all = found.into_iter().map(|(field, dossier, file)| Difference {
            id: id.clone(),
            field: Cow::Borrowed(field),
            dossier: dossier.clone(),
            file: file.clone(),
        });
        self.differences.extend(all);
    }
}

/// Puts everything that is new, or shall be changed, into the draft.
///
/// # Errors
/// When a record cannot be added; the draft is then of no use.
pub(super) fn settle(mut desk: Desk<'_>, draft: &mut Draft) -> Result<Settled> {
    let mut settled = Settled::default();
    let update = desk.options.update;
    let dossier = desk.dossier;
    let sheaf = std::mem::take(&mut desk.sheaf);
    for growing in sheaf.into_series() {
        series::settle(&mut desk, draft, &growing, &mut settled)?;
    }
    let mut meet = Meeting {
        draft,
        dossier,
        update,
        settled,
    };
    meet.all(&desk.people)?;
    meet.all(&desk.events)?;
    meet.all(&desk.agreements)?;
    meet.all(&desk.sources)?;
    // A source that is named for the file is given its checksum, whoever wrote it.
    meet.update |= desk.options.source.is_some();
    for file in &desk.files {
        // A file of which everything was known already is no new source.
        if meet.settled.cited.contains(&file.id) || dossier.find(&file.id).is_some() {
            meet.one(file)?;
        }
    }
    let mut settled = meet.settled;
    settled.topics = desk.topics.len();
    for topic in desk.topics {
        draft.add_topic(topic);
    }
    Ok(settled)
}

/// The records of a run, one after the other, before the dossier.
struct Meeting<'a> {
    draft: &'a mut Draft,
    dossier: &'a Dossier,
    update: bool,
    settled: Settled,
}

impl Meeting<'_> {
    fn all<R: Facts>(&mut self, records: &[R]) -> Result<()> {
        records.iter().try_for_each(|record| self.one(record))
    }

    fn one<R: Facts>(&mut self, record: &R) -> Result<()> {
        let found = self.dossier.find(record.id());
        let old = found.and_then(|found| R::all(self.dossier).get(found.at));
        let stand = match old {
            None => {
                self.draft.add(record)?;
                self.settled.cite(record);
                Stand::New
            }
            Some(old) => {
                let (merged, differs) = old.meet(record);
                self.settled.differ(record.id(), &differs);
                let stand = Stand::of(&differs, self.update);
                if stand == Stand::Changed {
                    self.draft.replace(&merged)?;
                    self.settled.cite(&merged);
                }
                stand
            }
        };
        self.settled.count(R::KIND, stand);
        Ok(())
    }
}
