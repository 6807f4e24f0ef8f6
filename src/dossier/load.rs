//! Files to records. Loading never half-fails: it returns what could be read and every problem,
//! each with its file, line and column.

mod about;
mod builtin;
mod check;
mod explain;
mod fault;
pub(super) mod file;
pub(super) mod json;
pub(super) mod list;
mod loops;
pub(super) mod problem;
pub(super) mod tokens;

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use color_eyre::eyre::{Result, bail};

use super::links::Links;
use super::record::Record;
use super::text::clean_line;
use super::{Dossier, Id, Kind, Place, Ref, Text};
pub(crate) use check::NO_FIGURES;
use fault::Fault;
use file::File;
pub use problem::{Problem, Severity};
use tokens::{Step, Tokens};

/// The version of the format that is read.
pub const FORMAT: &str = "bilat/1";

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

/// Texts of files by name, such as `events.json`, to be read in place of those that are there.
pub type Texts = HashMap<String, String>;

/// Reads a whole dossier.
pub fn load(origin: &Origin) -> Loaded {
    load_with(origin, &Texts::new())
}

/// Reads a whole dossier as it would be with these texts in its files.
pub fn load_with(origin: &Origin, texts: &Texts) -> Loaded {
    let mut reader = Reader {
        origin,
        texts,
        problems: Vec::new(),
        files: Vec::new(),
        spans: HashMap::new(),
        has_about: false,
    };
    let about = reader.about();
    reader.has_about = about.is_some();
    let mut dossier = Dossier {
        about: about.unwrap_or_default(),
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
    loops::cut(&mut dossier, &mut reader);
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
    texts: &'a Texts,
    problems: Vec<Problem>,
    files: Vec<File>,
    spans: HashMap<Ref, Span>,
    /// Whether there is a dossier.json that could be read, to check sides and topics against.
    has_about: bool,
}

impl Reader<'_> {
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
        let given = self.texts.get(name);
        let given = given.map(|text| file::given(self.origin, name, text));
        match given.map_or_else(|| file::read(self.origin, name), |file| Ok(Some(file))) {
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
        for (at, series) in dossier.series.iter_mut().enumerate() {
            let span = self.spans[&Ref::new(Kind::Series, at)];
            let file = &self.files[span.file];
            let mut ranges = figures(&file.text[span.start..span.end]).into_iter();
            let mut place = 0;
            series.observations.retain(|observation| {
                let range = ranges.next().unwrap_or(0..span.end - span.start);
                let range = span.start + range.start..span.start + range.end;
                if dossier.index.contains_key(&observation.id) {
                    self.problems.push(twice(file, &observation.id, range));
                    return false;
                }
                let record = Ref::new(Kind::Observation, dossier.observations.len());
                dossier.observations.push((at, place));
                dossier.index.insert(observation.id.clone(), record);
                let span = Span {
                    file: span.file,
                    start: range.start,
                    end: range.end,
                };
                self.spans.insert(record, span);
                place += 1;
                true
            });
        }
    }

    /// Tells what is wrong with a record.
    fn report(&mut self, record: Ref, faults: Vec<Fault>) {
        let span = self.spans[&record];
        let file = &self.files[span.file];
        let problems = fault::locate(file, span.start..span.end, faults);
        self.problems.extend(problems);
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
            self.strange_file(&name);
        }
    }

    fn strange_file(&mut self, name: &str) {
        let Some((stem, ending)) = name.rsplit_once('.') else {
            return;
        };
        // A name with a dot before it is an editor's or a tool's own.
        let other = stem.is_empty() || name.starts_with('.');
        let known = FILES.contains(&stem) || name == "dossier.json";
        if other || known || !matches!(ending, "json" | "jsonl") {
            return;
        }
        let shown = file::shown(self.origin, name);
        let problem = Problem::warning(shown, "is not a file of a dossier and was not read");
        let near = json::nearest(stem, FILES.into_iter().chain(["dossier"]));
        self.problems.push(problem.hint(match near {
            Some("dossier") => "did you mean dossier.json?".to_owned(),
            Some(near) => format!("did you mean {near}.{ending}?"),
            None => format!(
                "the files are dossier.json and {}.json",
                FILES.join(".json, ")
            ),
        }));
    }

    fn places(&self) -> HashMap<Ref, Place> {
        let place = |span: &Span| {
            let file = &self.files[span.file];
            Place {
                file: Text::new(&file.name),
                line: file.line(span.start),
            }
        };
        self.spans
            .iter()
            .map(|(record, span)| (*record, place(span)))
            .collect()
    }
}

/// The figures of a series, each with its place in the text of the series.
fn figures(series: &str) -> Vec<std::ops::Range<usize>> {
    let tokens = Tokens::new(series);
    let list = tokens.at(&[Step::Key("observations")]);
    let figures = list.into_iter().flat_map(|list| tokens.children(list));
    figures.map(|figure| tokens.range(figure)).collect()
}

/// What is said of the second record of one name, at its id.
fn twice(file: &File, id: &Id, range: std::ops::Range<usize>) -> Problem {
    let tokens = Tokens::new(&file.text[range.clone()]);
    let found = tokens.at(&[Step::Key("id")]);
    let offset = found.map_or(0, |token| tokens.range(token).start);
    let message = format!("the id `{id}` stands twice in this dossier; this record was left out");
    file.problem(range.start + offset, &message)
        .hint("give one of the two another id")
}
