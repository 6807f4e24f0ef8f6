//! Files to records. Loading never half-fails: it returns what could be read and every problem,
//! each with its file, line and column.

mod builtin;
mod check;
mod file;
mod json;
mod problem;

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use color_eyre::eyre::{Result, bail};

use super::about::About;
use super::links::Links;
use super::record::Record;
use super::text::clean_line;
use super::{Dossier, Id, Kind, Place, Ref, Text};
use file::File;
pub use problem::{Problem, Severity};

/// The version of the format that is read.
const FORMAT: &str = "bilat/1";

/// The record files, without their endings.
pub const FILES: [&str; 9] = [
    "sources",
    "people",
    "organisations",
    "events",
    "agreements",
    "series",
    "quotes",
    "claims",
    "disputes",
];

/// Where a dossier comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// Laos - Russia, compiled in.
    BuiltIn,
    /// A folder of JSON files.
    Folder(PathBuf),
}

impl Origin {
    /// The folder at `path`, or the built-in dossier for none.
    ///
    /// # Errors
    /// When there is no folder at `path`.
    pub fn new(path: Option<&Path>) -> Result<Self> {
        let Some(path) = path else {
            return Ok(Self::BuiltIn);
        };
        let shown = clean_line(&path.to_string_lossy());
        match path.metadata() {
            Ok(meta) if meta.is_dir() => Ok(Self::Folder(path.to_owned())),
            Ok(_) => {
                bail!("{shown} is not a folder: a dossier is a folder with a dossier.json in it")
            }
            Err(error) => bail!("cannot open {shown}: {error}"),
        }
    }
}

/// What [`load`] found.
#[derive(Debug)]
pub struct Loaded {
    /// The records that could be read.
    pub dossier: Dossier,
    /// Everything that is wrong, by file and line.
    pub problems: Vec<Problem>,
}

/// Reads a whole dossier.
pub fn load(origin: &Origin) -> Loaded {
    let mut reader = Reader {
        origin,
        problems: Vec::new(),
        files: Vec::new(),
        spans: HashMap::new(),
    };
    let mut dossier = Dossier {
        about: reader.about(),
        ..Dossier::default()
    };
    dossier.sources = reader.records("sources", &mut dossier.index);
    dossier.people = reader.records("people", &mut dossier.index);
    dossier.organisations = reader.records("organisations", &mut dossier.index);
    dossier.events = reader.records("events", &mut dossier.index);
    dossier.agreements = reader.records("agreements", &mut dossier.index);
    dossier.series = reader.records("series", &mut dossier.index);
    dossier.quotes = reader.records("quotes", &mut dossier.index);
    dossier.claims = reader.records("claims", &mut dossier.index);
    dossier.disputes = reader.records("disputes", &mut dossier.index);
    reader.name_observations(&mut dossier);
    reader.strange_files();
    dossier.links = Links::build(&dossier);
    check::check(&dossier, &mut reader);
    dossier.places = reader.places();
    let mut problems = reader.problems;
    problems.sort();
    problems.dedup();
    Loaded { dossier, problems }
}

/// Where a record stands: which file, and from where to where in its text.
#[derive(Clone, Copy)]
struct Span {
    file: usize,
    start: usize,
    end: usize,
}

/// Reads the files of one origin and keeps their texts until all is checked.
struct Reader<'a> {
    origin: &'a Origin,
    problems: Vec<Problem>,
    files: Vec<File>,
    spans: HashMap<Ref, Span>,
}

impl Reader<'_> {
    fn about(&mut self) -> About {
        let Some(at) = self.open("dossier.json") else {
            if self.problems.is_empty() {
                let shown = file::shown(self.origin, "dossier.json");
                self.problems.push(
                    Problem::error(shown, "there is no dossier.json")
                        .hint("every dossier has one, with `format`, `title` and `sides`"),
                );
            }
            return About::default();
        };
        let file = &self.files[at];
        let about: About = match json::value(file, &file.text) {
            Ok(about) => about,
            Err(problem) => {
                self.problems.push(problem);
                return About::default();
            }
        };
        if about.format != FORMAT {
            let shown = clean_line(&about.format);
            let problem = file
                .problem_at_word(
                    "\"format\"",
                    0..file.text.len(),
                    &format!("the format is `{shown}`"),
                )
                .hint(format!("this program reads `{FORMAT}`"));
            self.problems.push(problem);
        }
        about
    }

    /// The records of `NAME.json` or `NAME.jsonl`; names go into `index`, the first wins.
    fn records<R: Record + serde::de::DeserializeOwned>(
        &mut self,
        name: &str,
        index: &mut HashMap<Id, Ref>,
    ) -> Vec<R> {
        let Some((at, lines)) = self.record_file(name) else {
            return Vec::new();
        };
        let mut records = Vec::new();
        let file = &self.files[at];
        let slices = json::slices(file, lines, &mut self.problems);
        for range in slices {
            let record: R = match json::value(file, &file.text[range.clone()]) {
                Ok(record) => record,
                Err(problem) => {
                    self.problems.push(problem);
                    continue;
                }
            };
            let place = Ref::new(R::KIND, records.len());
            let span = Span {
                file: at,
                start: range.start,
                end: range.end,
            };
            if index.contains_key(record.id()) {
                self.problems.push(twice(file, record.id(), range));
                continue;
            }
            index.insert(record.id().clone(), place);
            self.spans.insert(place, span);
            records.push(record);
        }
        records
    }

    /// Opens the one spelling of a record file that is there; both at once is an error.
    fn record_file(&mut self, name: &str) -> Option<(usize, bool)> {
        let whole = self.open(&format!("{name}.json"));
        let lines = self.open(&format!("{name}.jsonl"));
        if let (Some(_), Some(second)) = (whole, lines) {
            let problem = self.files[second]
                .problem(0, &format!("{name}.json and {name}.jsonl are both there"))
                .hint(format!("keep one of them; {name}.json was read"));
            self.problems.push(problem);
        }
        whole.map(|at| (at, false)).or(lines.map(|at| (at, true)))
    }

    fn open(&mut self, name: &str) -> Option<usize> {
        match file::read(self.origin, name) {
            Ok(file) => {
                self.files.push(file?);
                Some(self.files.len() - 1)
            }
            Err(problem) => {
                self.problems.push(problem);
                None
            }
        }
    }

    /// Figures have names of their own, so that a dispute can point at one.
    fn name_observations(&mut self, dossier: &mut Dossier) {
        for (at, series) in dossier.series.iter().enumerate() {
            let span = self.spans[&Ref::new(Kind::Series, at)];
            for (place, observation) in series.observations.iter().enumerate() {
                let record = Ref::new(Kind::Observation, dossier.observations.len());
                dossier.observations.push((at, place));
                if dossier.index.contains_key(&observation.id) {
                    let file = &self.files[span.file];
                    self.problems
                        .push(twice(file, &observation.id, span.start..span.end));
                } else {
                    dossier.index.insert(observation.id.clone(), record);
                }
                self.spans.insert(record, span);
            }
        }
    }

    /// Files that look like records and are none, so that a slip in a name does not vanish.
    fn strange_files(&mut self) {
        let Origin::Folder(folder) = self.origin else {
            return;
        };
        let entries = match folder.read_dir() {
            Ok(entries) => entries,
            Err(error) => {
                let shown = clean_line(&folder.to_string_lossy());
                self.problems
                    .push(Problem::error(shown, &format!("cannot be listed: {error}")));
                return;
            }
        };
        let mut names: Vec<_> = entries
            .flatten()
            .map(|entry| entry.file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        for name in names {
            let stem = name.strip_suffix(".json").or(name.strip_suffix(".jsonl"));
            if let Some(stem) = stem.filter(|s| !FILES.contains(s) && name != "dossier.json") {
                let shown = file::shown(self.origin, &name);
                let problem =
                    Problem::warning(shown, "is not a file of a dossier and was not read");
                let near = json::nearest(stem, FILES.iter().copied());
                self.problems.push(match near {
                    Some(near) => problem.hint(format!("did you mean {near}.json?")),
                    None => problem.hint(
                        "the files are dossier.json and ".to_owned()
                            + &FILES.join(".json, ")
                            + ".json",
                    ),
                });
            }
        }
    }

    fn places(&self) -> HashMap<Ref, Place> {
        let place = |span: &Span| {
            let file = &self.files[span.file];
            Place {
                file: Text::new(&file.name),
                line: file.position(span.start).0,
            }
        };
        self.spans
            .iter()
            .map(|(record, span)| (*record, place(span)))
            .collect()
    }
}

fn twice(file: &File, id: &Id, range: std::ops::Range<usize>) -> Problem {
    let message = format!("the id `{id}` stands twice in this dossier; this record was left out");
    file.problem_at_word(&format!("\"{id}\""), range, &message)
        .hint("give one of the two another id")
}
