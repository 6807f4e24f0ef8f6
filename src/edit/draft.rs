//! Records that are to be added to a dossier: put into the texts of its files in memory, checked
//! there by the loader itself, and written whole or not at all.
//!
//! ```text
//! Draft::open ─ add, add_figure, replace, add_topic ─ plan ─→ Plan ─ problems ─ write
//! ```

mod error;
mod fresh;

use std::collections::{BTreeMap, HashSet};
use std::path::{Path, PathBuf};

use super::insert::{Entry, RecordFile, insert_topic};
use crate::dossier::about::Topic;
use crate::dossier::record::Typed;
use crate::dossier::{Dossier, Id, Kind, Observation, Place};
use crate::load::{
    Excerpt, FILES, Loaded, Origin, Problem, Severity, Texts, excerpts, load, load_with,
};
use crate::system::files::{self, Change, Lock};
use crate::system::path::shown;
pub use error::{AddError, OpenError, PlanError, WriteError};

/// Names the head of a dossier.
const HEAD: &str = "dossier.json";

/// What is to be added to the dossier in a folder. No other program of this name writes there
/// meanwhile.
#[derive(Debug)]
pub struct Draft {
    folder: PathBuf,
    /// None where nothing is to be written.
    lock: Option<Lock>,
    before: Loaded,
    /// By place in [`FILES`], which is an order in which what is pointed at mostly comes first.
    files: BTreeMap<usize, Additions>,
    topics: Vec<Topic>,
    names: HashSet<Id>,
}

/// What goes into one file.
#[derive(Debug, Default)]
struct Additions {
    records: Vec<Entry>,
    figures: Vec<(Id, Entry)>,
    replaced: Vec<Entry>,
}

impl Draft {
    /// Reads the dossier in `folder`.
    ///
    /// # Errors
    /// When there is no dossier, or another program does not let go of it.
    pub fn open(folder: &Path) -> Result<Self, OpenError> {
        let lock = Lock::new(folder)?;
        Self::read(folder, Some(lock))
    }

    /// Reads the dossier in `folder` to see what would come of additions; others may write to it
    /// meanwhile.
    ///
    /// # Errors
    /// When there is no dossier.
    pub fn look(folder: &Path) -> Result<Self, OpenError> {
        Self::read(folder, None)
    }

    fn read(folder: &Path, lock: Option<Lock>) -> Result<Self, OpenError> {
        if files::read(&folder.join(HEAD))?.is_none() {
            let folder = folder.to_owned();
            return Err(OpenError::NotADossier { folder });
        }
        let before = load(&Origin::Folder(folder.to_owned()));
        // Against a head without its sides nothing could be checked.
        if before.dossier.about.sides.len() != 2 {
            let problems = before.problems;
            return Err(OpenError::BrokenHead { problems });
        }
        Ok(Self {
            folder: folder.to_owned(),
            lock,
            before,
            files: BTreeMap::new(),
            topics: Vec::new(),
            names: HashSet::new(),
        })
    }

    /// The dossier as it is.
    pub fn dossier(&self) -> &Dossier {
        &self.before.dossier
    }

    /// What is wrong with it as it is.
    pub fn problems(&self) -> &[Problem] {
        &self.before.problems
    }

    /// Is there a record or figure of that name, or is one to be added?
    pub fn has(&self, id: &Id) -> bool {
        self.names.contains(id) || self.dossier().find(id).is_some()
    }

    /// A name that nothing has, from the words that a record of `kind` is called by.
    pub fn fresh_id(&self, words: &str, kind: Kind) -> Id {
        Id::fresh(words, kind.singular(), |id| self.has(id))
    }

    /// Adds a record.
    ///
    /// # Errors
    /// When its name is taken.
    pub fn add<R: Typed>(&mut self, record: &R) -> Result<(), AddError> {
        self.take(record.id())?;
        let entry = Entry::new(record)?;
        self.file(R::KIND).records.push(entry);
        Ok(())
    }

    /// Adds a figure to a series that is there.
    ///
    /// # Errors
    /// When its name is taken, or there is no such series.
    pub fn add_figure(&mut self, series: &Id, figure: &Observation) -> Result<(), AddError> {
        if self.dossier().find(series).map(|found| found.kind) != Some(Kind::Series) {
            return Err(AddError::Unknown {
                kind: Kind::Series,
                id: series.clone(),
            });
        }
        self.take(&figure.id)?;
        let entry = Entry::figure(figure)?;
        let figures = &mut self.file(Kind::Series).figures;
        figures.push((series.clone(), entry));
        Ok(())
    }

    /// Puts a record in the place of the one of its name.
    ///
    /// # Errors
    /// When there is none of that name and kind.
    pub fn replace<R: Typed>(&mut self, record: &R) -> Result<(), AddError> {
        let id = record.id();
        if self.dossier().find(id).map(|found| found.kind) != Some(R::KIND) {
            return Err(AddError::Unknown {
                kind: R::KIND,
                id: id.clone(),
            });
        }
        let entry = Entry::new(record)?;
        self.names.insert(id.clone());
        self.file(R::KIND).replaced.push(entry);
        Ok(())
    }

    /// Is nothing to be added?
    pub fn is_empty(&self) -> bool {
        self.names.is_empty() && self.topics.is_empty()
    }

    /// Adds a topic to the vocabulary; one that is there already stays as it is.
    pub fn add_topic(&mut self, topic: Topic) {
        let known = self.dossier().about.topics.iter().chain(&self.topics);
        if !known.into_iter().any(|known| known.id == topic.id) {
            self.topics.push(topic);
        }
    }

    fn take(&mut self, id: &Id) -> Result<(), AddError> {
        if self.dossier().find(id).is_some() || !self.names.insert(id.clone()) {
            return Err(AddError::Taken { id: id.clone() });
        }
        Ok(())
    }

    fn file(&mut self, kind: Kind) -> &mut Additions {
        let name = kind.plural();
        let at = FILES.iter().position(|file| *file == name);
        self.files.entry(at.unwrap_or(FILES.len())).or_default()
    }

    /// Works out the new texts and reads the dossier as it would be with them.
    ///
    /// # Errors
    /// When a file cannot be read, or has a fault that hides what stands behind it.
    pub fn plan(self) -> Result<Plan, PlanError> {
        let mut changes = Vec::new();
        if !self.topics.is_empty() {
            changes.push(self.head()?);
        }
        for (at, additions) in &self.files {
            let name = FILES.get(*at).ok_or(PlanError::NoFile(Kind::Observation))?;
            changes.push(self.change(name, additions)?);
        }
        let after = load_with(&Origin::Folder(self.folder.clone()), &texts(&changes));
        let ours = fresh::places(&self.names, &after.dossier, &changes);
        let problems = fresh::problems(&self.before.problems, &after.problems, &ours);
        Ok(Plan {
            changes,
            after,
            problems,
            folder: self.folder,
            lock: self.lock,
        })
    }

    /// The vocabulary with the new topics.
    fn head(&self) -> Result<Change, PlanError> {
        let path = self.folder.join(HEAD);
        let old = files::read(&path).map_err(PlanError::Head)?;
        let mut new = old.clone().unwrap_or_default();
        for topic in &self.topics {
            new = insert_topic(&new, topic)?;
        }
        Ok(Change { path, old, new })
    }

    fn change(&self, name: &'static str, additions: &Additions) -> Result<Change, PlanError> {
        let path = |ending: &str| self.folder.join(format!("{name}.{ending}"));
        let (whole, lines) = (path("json"), path("jsonl"));
        let read = |path: &Path| files::read(path).map_err(PlanError::Read);
        let (path, old) = match read(&whole)? {
            None => match read(&lines)? {
                None => (whole, None),
                old => (lines, old),
            },
            old => (whole, old),
        };
        let called = shown(&path);
        let lines = path.extension().is_some_and(|ending| ending == "jsonl");
        let mut file = match &old {
            Some(text) => RecordFile::new(name, &called, lines, text),
            None => RecordFile::empty(name, &called, self.schema(name).as_deref())?,
        };
        apply(&mut file, additions).map_err(PlanError::BrokenFile)?;
        let new = file.text();
        Ok(Change { path, old, new })
    }

    /// The schema that a new file names: the one that `bilat new` put beside it.
    fn schema(&self, name: &str) -> Option<String> {
        let path = format!("schema/{name}.json");
        let there = self.folder.join(&path).is_file();
        there.then(|| format!("./{path}"))
    }
}

fn apply(file: &mut RecordFile, additions: &Additions) -> Result<(), Problem> {
    file.replace(&additions.replaced)?;
    file.insert_figures(&additions.figures)?;
    file.insert(&additions.records)
}

/// The files that are to be written, by name.
fn texts(changes: &[Change]) -> Texts {
    let text = |change: &Change| {
        let name = change.path.file_name()?.to_str()?;
        Some((name.to_owned(), change.new.clone()))
    };
    changes.iter().filter_map(text).collect()
}

/// A draft that was checked: what the dossier would be, and what would be wrong with it.
#[derive(Debug)]
pub struct Plan {
    changes: Vec<Change>,
    after: Loaded,
    problems: Vec<Problem>,
    folder: PathBuf,
    lock: Option<Lock>,
}

impl Plan {
    /// Problems that the dossier does not have yet. Those with a place in a file that is to be
    /// written have the place that they would have in it.
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// The line of each problem, as the files would be; none for what is about no line.
    pub fn excerpts(&self, problems: &[Problem]) -> Vec<Option<Excerpt>> {
        let origin = Origin::Folder(self.folder.clone());
        excerpts(&origin, &texts(&self.changes), problems)
    }

    /// The dossier as it would be.
    pub fn dossier(&self) -> &Dossier {
        &self.after.dossier
    }

    /// Where a record would stand.
    pub fn place(&self, id: &Id) -> Option<Place> {
        let dossier = self.dossier();
        dossier.find(id).and_then(|record| dossier.place(record))
    }

    /// What would become of which file, in the order in which they are written.
    pub fn changes(&self) -> &[Change] {
        &self.changes
    }

    /// Writes the files. Warnings are for the caller to judge.
    ///
    /// # Errors
    /// When there would be a new error in the dossier, or a file cannot be written or has changed
    /// meanwhile; the files are then as they were.
    pub fn write(self) -> Result<(), WriteError> {
        self.write_with(Vec::new()).map(drop)
    }

    /// The same, and after them `more` files, all or none. Returns what was changed.
    ///
    /// # Errors
    /// As [`Plan::write`].
    pub fn write_with(self, more: Vec<Change>) -> Result<Vec<Change>, WriteError> {
        let mut errors = self.problems.iter();
        if let Some(error) = errors.find(|problem| problem.severity == Severity::Error) {
            return Err(WriteError::NewProblem(error.clone()));
        }
        let lock = match self.lock {
            Some(lock) => lock,
            None => Lock::new(&self.folder)?,
        };
        let mut changes = self.changes;
        changes.extend(more);
        files::replace(&changes)?;
        drop(lock);
        Ok(changes)
    }
}
