//! Files to records. Loading never half-fails: it returns what could be read and every problem,
//! each with its file, line and column.

mod about;
mod builtin;
mod check;
mod document;
mod explain;
mod fault;
pub(super) mod file;
pub(super) mod json;
mod lines;
pub(super) mod list;
mod loops;
mod origin;
pub(super) mod problem;
mod quotes;
mod strange;
pub(super) mod tokens;

use std::collections::HashMap;

use crate::dossier::record::Record;
use crate::dossier::{Dossier, Id, Kind, Place, Quotes, Records, Ref, Text};
use check::Checker;
pub(crate) use check::NO_FIGURES;
pub use document::Document;
use fault::Fault;
use file::{File, Found};
pub(crate) use json::first;
pub use origin::{Origin, STDIN};
pub use problem::{Problem, Severity};
pub use quotes::{Progress, Wants};
use quotes::{Source, Told};
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

/// What [`load`] found.
#[derive(Debug, Default)]
pub struct Loaded {
    /// The records that could be read.
    pub dossier: Dossier,
    /// Everything that is wrong, by file and line.
    pub problems: Vec<Problem>,
    /// How many records, and files of them, could not be read, so that they are missing.
    pub unread: usize,
}

/// Texts of files by name, such as `events.json`, to be read in place of those that are there.
pub type Texts = HashMap<String, String>;

/// Reads a whole dossier.
pub fn load(origin: &Origin) -> Loaded {
    Reading::begin(origin).finish(&mut |_| {})
}

/// Reads a whole dossier as it would be with these texts in its files.
pub fn load_with(origin: &Origin, texts: &Texts) -> Loaded {
    Reading::with(origin, Some(texts)).finish(&mut |_| {})
}

/// A dossier that is read in three steps: its head, its records, and a large file of quotes.
pub struct Reading<'a> {
    reader: Reader<'a>,
    dossier: Dossier,
    has_records: bool,
    quotes: Option<Source>,
    told: Told,
}

impl<'a> Reading<'a> {
    /// Reads the head.
    pub fn begin(origin: &'a Origin) -> Self {
        Self::with(origin, None)
    }

    fn with(origin: &'a Origin, texts: Option<&'a Texts>) -> Self {
        let problems = match origin {
            Origin::Document(document) => document.problems().to_vec(),
            _ => Vec::new(),
        };
        let mut reader = Reader {
            origin,
            texts,
            problems,
            files: Vec::new(),
            spans: HashMap::new(),
            has_about: false,
        };
        reader.mark_lost(0);
        let about = reader.about();
        reader.has_about = about.is_some();
        if about.is_none() {
            reader.mark_lost(0);
        }
        let records = Records {
            about: about.unwrap_or_else(|| about::nameless(origin)),
            ..Records::default()
        };
        Self {
            dossier: Dossier::new(records, Quotes::default()),
            has_records: false,
            reader,
            quotes: None,
            told: Told::default(),
        }
    }

    /// Reads everything but the quotes, and those too where they are few.
    pub fn records(&mut self) {
        let reader = &mut self.reader;
        let before = reader.problems.len();
        let mut records = std::mem::take(&mut self.dossier).into_records();
        let index = &mut records.index;
        records.sources = reader.records("sources", index);
        records.people = reader.records("people", index);
        records.organisations = reader.records("organisations", index);
        records.events = reader.records("events", index);
        records.agreements = reader.records("agreements", index);
        records.series = reader.records("series", index);
        records.claims = reader.records("claims", index);
        records.disputes = reader.records("disputes", index);
        reader.name_observations(&mut records);
        reader.strange_files();
        reader.mark_lost(before);
        loops::cut(&mut records, reader);
        records.places = reader.places();
        self.quotes = reader.quote_file();
        self.dossier = Dossier::new(records, Quotes::default());
        self.has_records = true;
        if !self.quotes.as_ref().is_some_and(Source::is_large) {
            self.read_quotes(&mut |_| {});
        }
    }

    /// What was read so far.
    pub fn so_far(&self) -> &Dossier {
        &self.dossier
    }

    /// Whether there are quotes to come when all else is read.
    pub fn goes_on(&self) -> bool {
        self.quotes.is_some()
    }

    /// Reads what was not yet read, telling from time to time how far it has come with the quotes,
    /// and tells what is wrong.
    pub fn finish(mut self, report: &mut dyn FnMut(Progress)) -> Loaded {
        if !self.has_records {
            self.records();
        }
        self.read_quotes(report);
        let checker = Checker::new(&self.dossier, self.reader.has_about);
        checker.check(&mut self.reader);
        let unread = self.reader.lost() + self.told.unread();
        self.reader.check_quotes(&checker, self.told);
        let mut problems = self.reader.problems;
        problems.sort();
        problems.dedup();
        Loaded {
            dossier: self.dossier,
            problems,
            unread,
        }
    }

    /// The dossier with no other quotes than those of the lines that are wanted, if there is a
    /// large file of them, and how many records could not be read, of the wanted ones among the
    /// quotes; what is wrong is not told.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn sift(mut self, wants: Wants<'_>) -> Result<(Dossier, usize), Problem> {
        let Some(source) = self.quotes.take() else {
            return Ok((self.dossier, self.reader.lost()));
        };
        let before = self.reader.problems.len();
        let speech = self.reader.sift(source, &self.dossier, wants)?;
        self.reader.mark_lost(before);
        let unread = self.reader.lost() + speech.told.unread();
        Ok((self.dossier.with_quotes(speech.quotes), unread))
    }

    fn read_quotes(&mut self, report: &mut dyn FnMut(Progress)) {
        let Some(source) = self.quotes.take() else {
            return;
        };
        let before = self.reader.problems.len();
        let speech = self.reader.quotes(source, &self.dossier, report);
        self.reader.mark_lost(before);
        self.told = speech.told;
        // Claims and disputes point at quotes: their links are followed now.
        let records = std::mem::take(&mut self.dossier).into_records();
        self.dossier = Dossier::new(records, speech.quotes);
    }
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
    texts: Option<&'a Texts>,
    problems: Vec<Problem>,
    files: Vec<File>,
    spans: HashMap<Ref, Span>,
    /// Whether there is a dossier.json that could be read, to check sides and topics against.
    has_about: bool,
}

impl Reader<'_> {
    /// The errors from a place on tell of what could not be read.
    fn mark_lost(&mut self, from: usize) {
        for problem in &mut self.problems[from..] {
            problem.lost = problem.severity == Severity::Error;
        }
    }

    /// How many records and files were told so far that could not be read.
    fn lost(&self) -> usize {
        self.problems.iter().filter(|p| p.lost).count()
    }

    /// The records of `NAME.json` or `NAME.jsonl`; names go into `index`, the first wins.
    fn records<R: Record + serde::de::DeserializeOwned>(
        &mut self,
        name: &str,
        index: &mut HashMap<Id, Ref>,
    ) -> Vec<R> {
        let Some((file, lines)) = self.record_file(name) else {
            return Vec::new();
        };
        let at = self.files.len();
        self.files.push(file);
        let mut records = Vec::new();
        let file = &self.files[at];
        let slices = if lines {
            json::lines(&file.text).collect()
        } else {
            json::items(file, &mut self.problems)
        };
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

    /// Reads the one spelling of a record file that is there, and tells whether that has a record
    /// on each line.
    fn record_file(&mut self, name: &str) -> Option<(File, bool)> {
        let (found, lines) = self.spelling(name)?;
        match found.read() {
            Ok(file) => Some((file, lines)),
            Err(problem) => {
                self.problems.push(problem);
                None
            }
        }
    }

    /// The one spelling of a record file that is there; both at once is an error.
    fn spelling(&mut self, name: &str) -> Option<(Found, bool)> {
        let whole = self.find(&format!("{name}.json"));
        let lines = self.find(&format!("{name}.jsonl"));
        if let (Some(_), Some(second)) = (&whole, &lines) {
            let message = format!("{name}.json and {name}.jsonl are both there");
            let problem = Problem::error(second.name(), &message)
                .hint(format!("keep one of them; {name}.json was read"));
            self.problems.push(problem);
        }
        let whole = whole.map(|found| (found, false));
        whole.or(lines.map(|found| (found, true)))
    }

    fn find(&mut self, name: &str) -> Option<Found> {
        if let Some(text) = self.texts.and_then(|texts| texts.get(name)) {
            let (name, text) = (file::shown(self.origin, name), text.clone());
            return Some(Found::Given { name, text });
        }
        match file::find(self.origin, name) {
            Ok(found) => found,
            Err(problem) => {
                self.problems.push(problem);
                None
            }
        }
    }

    /// Figures have names of their own, so that a dispute can point at one.
    fn name_observations(&mut self, dossier: &mut Records) {
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
