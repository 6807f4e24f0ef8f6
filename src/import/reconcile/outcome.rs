//! What became of what a run has found.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashSet};

use super::facts::Differs;
use crate::dossier::record::Record;
use crate::dossier::{Id, Kind};

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
pub(in crate::import) struct Reconciled {
    /// By kind.
    pub made: BTreeMap<Kind, Made>,
    /// Subjects that were added.
    pub topics: usize,
    /// Whatever differs.
    pub differences: Vec<Difference>,
    /// The series that were found, new or not.
    pub series: Vec<Id>,
    pub(super) cited: HashSet<Id>,
}

/// How a record stands to the dossier.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Outcome {
    New,
    Unchanged,
    Changed,
    Kept,
}

impl Outcome {
    /// Of a record that is there: what differs is only taken where the file shall win.
    pub(super) fn of(differs: &[Differs], update: bool) -> Self {
        match (differs.is_empty(), update) {
            (true, _) => Self::Unchanged,
            (false, true) => Self::Changed,
            (false, false) => Self::Kept,
        }
    }
}

impl Reconciled {
    pub(super) fn count(&mut self, kind: Kind, stand: Outcome) {
        let made = self.made.entry(kind).or_default();
        match stand {
            Outcome::New => made.new += 1,
            Outcome::Unchanged => made.unchanged += 1,
            Outcome::Changed => made.changed += 1,
            Outcome::Kept => made.kept += 1,
        }
    }

    pub(super) fn cite<R: Record>(&mut self, record: &R) {
        let evidence = record.all_evidence().into_iter();
        self.cited
            .extend(evidence.map(|evidence| evidence.source.clone()));
    }

    pub(super) fn differ<'a>(&mut self, id: &Id, found: impl IntoIterator<Item = &'a Differs>) {
        let all = found.into_iter().map(|(field, dossier, file)| Difference {
            id: id.clone(),
            field: Cow::Borrowed(field),
            dossier: dossier.clone(),
            file: file.clone(),
        });
        self.differences.extend(all);
    }
}
