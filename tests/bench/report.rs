//! What was measured, in figures: made once, then printed as tables or written as JSON.

use serde::Serialize;

use super::batch::{QUERIES, Search};
use super::floor::Floor;
use super::quiet::{Idle, Moved};
use super::session::Measured;
use super::stats::Summary;

/// Everything.
#[derive(Serialize)]
pub(crate) struct Report {
    pub(crate) machine: String,
    pub(crate) versions: Vec<String>,
    pub(crate) missing: Vec<&'static str>,
    pub(crate) seed: u64,
    pub(crate) runs: u32,
    pub(crate) floor: Floor,
    /// First frames over next to nothing: the built-in dossier, or a few lines.
    pub(crate) small: Vec<Row>,
    pub(crate) sizes: Vec<Sized>,
    pub(crate) quiet: Option<Quiet>,
}

/// One size.
#[derive(Serialize)]
pub(crate) struct Sized {
    pub(crate) quotes: usize,
    /// Of the text alone.
    pub(crate) bytes: u64,
    pub(crate) rows: Vec<Row>,
    pub(crate) batch: Vec<Batch>,
    /// Keys that find as many as the key before, so that their answer may be seen too early.
    pub(crate) alike: usize,
}

/// One program in its terminal: times in milliseconds, memory in bytes.
#[derive(Serialize)]
pub(crate) struct Row {
    pub(crate) name: String,
    pub(crate) frame: Option<Summary>,
    pub(crate) ready: Option<Summary>,
    pub(crate) indexed: Option<Summary>,
    pub(crate) keys: Option<Summary>,
    pub(crate) loaded: Option<u64>,
    pub(crate) typed: Option<u64>,
    pub(crate) trouble: Option<String>,
}

/// One program without a terminal: for each query how long it took and how many lines came.
#[derive(Serialize)]
pub(crate) struct Batch {
    pub(crate) name: String,
    pub(crate) searches: Vec<(&'static str, Option<Summary>, usize)>,
}

/// What programs cost that do little.
#[derive(Serialize)]
pub(crate) struct Quiet {
    pub(crate) quotes: usize,
    pub(crate) seconds: u64,
    pub(crate) idle: Vec<(String, Idle)>,
    pub(crate) moves: Vec<(String, Moved)>,
}

impl Row {
    pub(crate) fn new(name: &str, measured: Measured) -> Self {
        Self {
            name: name.to_owned(),
            frame: Summary::new(measured.frame),
            ready: Summary::new(measured.ready),
            indexed: Summary::new(measured.indexed),
            keys: Summary::new(measured.keys),
            loaded: measured.loaded,
            typed: measured.typed,
            trouble: measured.trouble,
        }
    }
}

impl Batch {
    /// The searches of one program.
    pub(crate) fn new(name: &str, searches: &[&Search]) -> Self {
        let find = |query| {
            let search = searches.iter().find(|search| search.query == query);
            let (times, lines) = search.map_or((Vec::new(), 0), |s| (s.times.clone(), s.lines));
            (query, Summary::new(times), lines)
        };
        Self {
            name: name.to_owned(),
            searches: QUERIES.into_iter().map(find).collect(),
        }
    }
}
