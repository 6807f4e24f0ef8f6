//! Files to records. Loading never half-fails: it returns what could be read and every problem,
//! each with its file, line and column.

mod about;
mod builtin;
mod check;
mod cycles;
mod document;
mod excerpt;
pub(super) mod explain;
mod fault;
pub(super) mod file;
mod format;
mod found;
pub(super) mod json;
mod lines;
pub(super) mod list;
mod origin;
mod partial;
pub(super) mod problem;
mod quotes;
mod reader;
mod recover;
mod refusal;
pub(super) mod tokens;
mod unknown_files;
mod white_space;

use std::collections::HashMap;

use crate::dossier::{Dossier, Quotes, Records};
use check::Checker;
pub(crate) use check::NO_FIGURES;
pub use document::Document;
pub use excerpt::{Excerpt, excerpts};
use file::{File, Found};
pub(crate) use format::INBOX;
pub use format::{FILES, FORMAT, Texts};
pub(crate) use json::first;
pub use origin::{Origin, OriginError, STDIN};
pub use problem::{Problem, Severity};
pub use quotes::{Progress, Wants};
use quotes::{QuoteProblems, Source};
use reader::{Reader, twice};
pub use refusal::Refusal;

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
    quote_problems: QuoteProblems,
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
            left_out: std::collections::HashSet::new(),
            unread: reader::Unread::default(),
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
            quote_problems: QuoteProblems::default(),
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
        records.unread_figures = reader.unread.take_figures();
        reader.strange_files();
        reader.mark_lost(before);
        cycles::cut(&mut records, reader);
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
        let unread_records = std::mem::take(&mut self.reader.unread);
        let checker = Checker::new(&self.dossier, &unread_records, self.reader.has_about);
        checker.check(&mut self.reader);
        let unread = self.reader.lost() + self.quote_problems.unread();
        self.reader.check_quotes(&checker, self.quote_problems);
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
    pub fn prefiltered(mut self, wants: Wants<'_>) -> Result<(Dossier, usize), Problem> {
        let Some(source) = self.quotes.take() else {
            return Ok((self.dossier, self.reader.lost()));
        };
        let before = self.reader.problems.len();
        let speech = self.reader.prefiltered(source, &self.dossier, wants)?;
        self.reader.mark_lost(before);
        let unread = self.reader.lost() + speech.quote_problems.unread();
        Ok((self.dossier.with_quotes(speech.quotes), unread))
    }

    fn read_quotes(&mut self, report: &mut dyn FnMut(Progress)) {
        let Some(source) = self.quotes.take() else {
            return;
        };
        let before = self.reader.problems.len();
        let speech = self.reader.quotes(source, &self.dossier, report);
        self.reader.mark_lost(before);
        self.quote_problems = speech.quote_problems;
        // Claims and disputes point at quotes: their links are followed now.
        let records = std::mem::take(&mut self.dossier).into_records();
        self.dossier = Dossier::new(records, speech.quotes);
    }
}
