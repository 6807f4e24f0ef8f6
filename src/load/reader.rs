//! Reads the files of one origin and keeps their texts until all is checked.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::fault::Fault;
use super::file::{File, Found};
use super::format::Texts;
use super::origin::Origin;
use super::problem::{Problem, Severity};
use super::tokens::{Step, Tokens};
use super::{fault, json, partial};
use crate::dossier::record::Typed;
use crate::dossier::{Date, Id, Kind, Place, Records, Ref, Text, UnreadFigures};

/// Where a record stands: which file, and from where to where in its text.
#[derive(Clone, Copy)]
pub(super) struct Span {
    pub(super) file: usize,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// Records that are there and could not be read.
#[derive(Default)]
pub(super) struct Unread {
    /// Those whose id is known.
    ids: HashSet<String>,
    /// Those of whole files.
    kinds: Vec<Kind>,
    /// Figures.
    figures: UnreadFigures,
    /// A side of the dossier, or a part of one.
    pub(super) lost_sides: bool,
    /// A topic whose id is not known.
    pub(super) lost_topics: bool,
    /// Records that were read without some of their evidence.
    without_evidence: HashSet<Id>,
}

impl Unread {
    /// A file of records of this kind may have been cut off: then nobody knows which.
    pub(super) fn cut(&mut self, kind: Kind, is_cut: bool) {
        if is_cut {
            self.whole(kind);
        }
    }

    /// A file of records of this kind could not be read, or not all of it.
    fn whole(&mut self, kind: Kind) {
        self.kinds.push(kind);
        self.figures_of(kind, None, "");
    }

    /// A record of this kind or a part of it could not be read, and with it any figures in its text.
    fn record(&mut self, kind: Kind, id: Option<&Id>, text: &str) {
        let ids = ids(text);
        // Nobody knows which record that is.
        if id.is_none() && ids.is_empty() {
            self.kinds.push(kind);
        }
        self.ids.extend(ids);
        self.figures_of(kind, id, text);
    }

    fn figures_of(&mut self, kind: Kind, id: Option<&Id>, text: &str) {
        if kind == Kind::Series {
            self.figures.add(id, id.and_then(|_| period(text)));
        }
    }

    /// The figures that could not be read.
    pub(super) fn take_figures(&mut self) -> UnreadFigures {
        std::mem::take(&mut self.figures)
    }

    /// Is that the id of one of them, or of a topic that could not be read?
    pub(super) fn has(&self, id: &Id) -> bool {
        self.ids.contains(id.as_str())
    }

    /// Can that id be of a topic that could not be read?
    pub(super) fn may_be_topic(&self, id: &Id) -> bool {
        self.lost_topics || self.has(id)
    }

    /// Is there evidence of that record, or of a part of it, that could not be read?
    pub(super) fn has_evidence_of(&self, id: &Id) -> bool {
        self.without_evidence.contains(id)
    }

    /// Keeps the ids in a text that could not be read.
    pub(super) fn add(&mut self, text: &str) {
        self.ids.extend(ids(text));
    }

    /// Can that id be one of them, if it is to be of one of these kinds? None are all.
    pub(super) fn may_have(&self, id: &Id, kinds: &[Kind]) -> bool {
        let fits = |kind: &Kind| kinds.is_empty() || kinds.contains(kind);
        self.ids.contains(id.as_str()) || self.kinds.iter().any(fits)
    }
}

/// Reads the files of one origin and keeps their texts until all is checked.
pub(super) struct Reader<'a> {
    pub(super) origin: &'a Origin,
    pub(super) texts: Option<&'a Texts>,
    pub(super) problems: Vec<Problem>,
    pub(super) files: Vec<File>,
    pub(super) spans: HashMap<Ref, Span>,
    /// File and place of figures, goods, roles and members that could not be read.
    pub(super) left_out: HashSet<(usize, usize)>,
    /// What could not be read, so that an id which leads there is no fault of its own.
    pub(super) unread: Unread,
    /// Whether there is a dossier.json that could be read, to check sides and topics against.
    pub(super) has_about: bool,
}

impl Reader<'_> {
    /// The errors from a place on tell of what could not be read.
    pub(super) fn mark_lost(&mut self, from: usize) {
        for problem in &mut self.problems[from..] {
            problem.lost = problem.severity == Severity::Error;
        }
    }

    /// How many records and files were told so far that could not be read.
    pub(super) fn lost(&self) -> usize {
        self.problems.iter().filter(|p| p.lost).count()
    }

    /// The records of `NAME.json` or `NAME.jsonl`; names go into `index`, the first wins.
    pub(super) fn records<R: Typed>(&mut self, name: &str, index: &mut HashMap<Id, Ref>) -> Vec<R> {
        let problems = self.problems.len();
        let Some((file, lines)) = self.record_file(name) else {
            if self.problems.len() > problems {
                self.unread.whole(R::KIND);
            }
            return Vec::new();
        };
        let at = self.files.len();
        self.files.push(file);
        let mut records = Vec::new();
        let file = &self.files[at];
        let (slices, is_cut) = if lines {
            (json::lines(&file.text).collect(), false)
        } else {
            json::all_items(file, &mut self.problems)
        };
        self.unread.cut(R::KIND, is_cut);
        for range in slices {
            let record: R = match partial::read::<R>(file, range.clone()) {
                Ok(read) => {
                    self.problems.extend(read.problems);
                    let record: R = read.record;
                    let text = &file.text[range.clone()];
                    for part in read.left_out {
                        let words = &text[part.clone()];
                        self.unread.record(R::KIND, Some(record.id()), words);
                        self.left_out.insert((at, range.start + part.start));
                    }
                    let id = read.lost_evidence.then(|| record.id().clone());
                    self.unread.without_evidence.extend(id);
                    record
                }
                Err(problem) => {
                    self.problems.push(problem);
                    self.unread.record(R::KIND, None, &file.text[range]);
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
                self.unread.figures_of(R::KIND, Some(record.id()), "");
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
    pub(super) fn record_file(&mut self, name: &str) -> Option<(File, bool)> {
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
    pub(super) fn spelling(&mut self, name: &str) -> Option<(Found, bool)> {
        let whole = self.find(&format!("{name}.json"));
        let lines = self.find(&format!("{name}.jsonl"));
        if let (Some(_), Some(second)) = (&whole, &lines) {
            let message = format!("{name}.json and {name}.jsonl are both there");
            let problem = Problem::error(second.name(), &message)
                .hint(format!("keep one of them; {name}.json was read"));
            self.problems.push(problem);
        }
        whole
            .map(|found| (found, false))
            .or(lines.map(|found| (found, true)))
    }

    pub(super) fn find(&mut self, name: &str) -> Option<Found> {
        if let Some(text) = self.texts.and_then(|texts| texts.get(name)) {
            let (name, text) = (super::found::shown(self.origin, name), text.clone());
            return Some(Found::Given { name, text });
        }
        match super::found::find(self.origin, name) {
            Ok(found) => found,
            Err(problem) => {
                self.problems.push(problem);
                None
            }
        }
    }

    /// Figures have names of their own, so that a dispute can point at one.
    pub(super) fn name_observations(&mut self, dossier: &mut Records) {
        for (at, series) in dossier.series.iter_mut().enumerate() {
            let span = self.spans[&Ref::new(Kind::Series, at)];
            let file = &self.files[span.file];
            let is_read = |range: &Range<usize>| {
                let start = (span.file, span.start + range.start);
                !self.left_out.contains(&start)
            };
            let spans: Vec<_> = figures(&file.text[span.start..span.end])
                .into_iter()
                .filter(is_read)
                .collect();
            let mut ranges = spans.into_iter();
            let mut place = 0;
            series.observations.retain(|observation| {
                let within = ranges.next().unwrap_or(0..span.end - span.start);
                let range = span.start + within.start..span.start + within.end;
                if dossier.index.contains_key(&observation.id) {
                    self.unread
                        .figures
                        .add(Some(&series.id), Some(observation.period.clone()));
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
    pub(super) fn report(&mut self, record: Ref, faults: Vec<Fault>) {
        let span = self.spans[&record];
        let file = &self.files[span.file];
        let problems = fault::locate(file, span.start..span.end, faults);
        self.problems.extend(problems);
    }

    pub(super) fn places(&self) -> HashMap<Ref, Place> {
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
pub(super) fn figures(series: &str) -> Vec<Range<usize>> {
    let tokens = Tokens::new(series);
    let list = tokens.at(&[Step::Key("observations")]);
    let figures = list.into_iter().flat_map(|list| tokens.children(list));
    figures.map(|figure| tokens.range(figure)).collect()
}

/// The time in the text of a figure that could not be read.
fn period(figure: &str) -> Option<Date> {
    let tokens = Tokens::new(figure);
    let token = tokens.at(&[Step::Key("period")])?;
    Date::parse(&tokens.scalar(token)?).ok()
}

/// The ids in the text of a record that could not be read: its own, and those of its figures.
pub(super) fn ids(record: &str) -> Vec<String> {
    let tokens = Tokens::new(record);
    let is_id = |token: &usize| tokens.field(*token).as_deref() == Some("id");
    (0..tokens.len())
        .filter(is_id)
        .filter_map(|token| tokens.scalar(token))
        .map(std::borrow::Cow::into_owned)
        .collect()
}

/// What is said of the second record of one name, at its id.
pub(super) fn twice(file: &File, id: &Id, range: Range<usize>) -> Problem {
    let tokens = Tokens::new(&file.text[range.clone()]);
    let found = tokens.at(&[Step::Key("id")]);
    let offset = found.map_or(0, |token| tokens.range(token).start);
    let message = format!("duplicate id `{id}`; this record was skipped");
    file.problem(range.start + offset, &message)
        .hint("give one of the two another id")
}
