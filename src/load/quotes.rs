//! The quotes: read by as many threads as there are cores, for there may be a million, and what
//! is wrong with them.
//!
//! ```text
//! Feed ─► threads: Block::read ─► Gathered::add, in order ─► Quotes
//! ```

mod block;
mod deferred_problems;
mod facet_counts;
mod feed;
mod gather;
mod piece;
mod prefilter;
mod row;

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::{Arc, mpsc};
use std::{fs, io, thread};

use super::file::{File, Found};
use super::problem::LISTED;
use super::{Problem, Reader, json};
use crate::dossier::fold::Folder;
use crate::dossier::quotes::{Backing, FilePlace, QuoteFile, Quotes, Store, id_hash};
use crate::dossier::{Kind, Records};
use crate::system::files;
use deferred_problems::speech;
pub(super) use deferred_problems::{QuoteProblems, Speech};
use feed::Feed;
use gather::Gathered;
use piece::{Stop, Taken};
use prefilter::Prefiltered;
pub use prefilter::Wants;

/// A file up to this size stays in memory; the records of a larger one are read from it again.
const IN_MEMORY: u64 = 4_000_000;

/// How far reading has come.
#[derive(Clone, Debug)]
pub struct Progress {
    /// Quotes that were read.
    pub read: usize,
    /// How many there are, about; as told from the bytes that are left.
    pub about: usize,
    /// What was read, from time to time.
    pub quotes: Option<Quotes>,
}

/// The file of the quotes, before it is read.
pub(super) struct Source {
    found: Found,
    lines: bool,
}

impl Source {
    /// Whether it takes long enough to be told of.
    pub(super) fn is_large(&self) -> bool {
        self.found.size() > IN_MEMORY
    }
}

impl Reader<'_> {
    /// The file of the quotes, if there is one.
    pub(super) fn quote_file(&mut self) -> Option<Source> {
        let (found, lines) = self.spelling("quotes")?;
        Some(Source { found, lines })
    }

    /// Reads the quotes, telling from time to time how far it has come.
    pub(super) fn quotes(
        &mut self,
        source: Source,
        records: &Records,
        report: &mut dyn FnMut(Progress),
    ) -> Speech {
        let taken = records.index.keys().map(|id| id_hash(id.as_str()));
        let mut gathered = Gathered::new(taken);
        let read = match open(&source.found) {
            Ok(Some(disk)) => self.large(disk, source, &mut gathered, report),
            Ok(None) => self.small(source, &mut gathered),
            Err(problem) => Err(problem),
        };
        match read {
            Ok(file) => {
                let speech = speech(gathered, file);
                let file = &speech.quotes.store().file;
                for range in speech.quote_problems.broken().take(LISTED) {
                    if let Some(text) = file.text(range) {
                        self.unread.add(&text);
                    }
                }
                speech
            }
            Err(problem) => {
                self.problems.push(problem);
                speech(gathered, QuoteFile::default())
            }
        }
    }

    /// Reads a file that stays in memory.
    fn small(&mut self, source: Source, gathered: &mut Gathered) -> Result<QuoteFile, Problem> {
        let lines = source.lines;
        let file = source.found.read()?;
        let ranges = self.ranges(&file, lines);
        run(&Feed::text(&file.text, 0, ranges), gathered, &mut |_| {});
        Ok(QuoteFile {
            name: file.name,
            bytes: Backing::Memory(file.text),
        })
    }

    /// Reads a file whose records are read from it again.
    fn large(
        &mut self,
        disk: fs::File,
        source: Source,
        gathered: &mut Gathered,
        report: &mut dyn FnMut(Progress),
    ) -> Result<QuoteFile, Problem> {
        let (size, lines) = (source.found.size(), source.lines);
        let disk = Arc::new(disk);
        let file = QuoteFile {
            name: source.found.name().to_owned(),
            bytes: Backing::Disk(Arc::clone(&disk)),
        };
        let mut report = |gathered: &Gathered| report(progress(gathered, &file, size));
        let stop = if lines {
            run(&Feed::lines(&disk, size), gathered, &mut report)
        } else {
            let whole = source.found.read()?;
            let ranges = self.ranges(&whole, lines);
            let mark = size - whole.text.len() as u64;
            run(
                &Feed::text(&whole.text, mark, ranges),
                gathered,
                &mut report,
            )
        };
        if let Some(stop) = stop {
            self.problems.push(stopped(&file, &stop));
        }
        Ok(file)
    }

    /// Reads those lines of a large file that are wanted; what is wrong with them is not told.
    pub(super) fn prefiltered(
        &mut self,
        source: Source,
        records: &Records,
        wants: Wants<'_>,
    ) -> Result<Speech, Problem> {
        let taken = records.index.keys().map(|id| id_hash(id.as_str()));
        let mut gathered = Gathered::new(taken);
        let Some(opened) = open(&source.found)?.filter(|_| source.lines) else {
            return Ok(self.quotes(source, records, &mut |_| {}));
        };
        let disk = Arc::new(opened);
        let file = QuoteFile {
            name: source.found.name().to_owned(),
            bytes: Backing::Disk(Arc::clone(&disk)),
        };
        let feed = Feed::Prefiltered(Prefiltered::new(&disk, source.found.size(), wants));
        match run(&feed, &mut gathered, &mut |_| {}) {
            Some(stop) => Err(stopped(&file, &stop)),
            None => Ok(speech(gathered, file)),
        }
    }

    /// Where the records stand in a file.
    fn ranges(&mut self, file: &File, lines: bool) -> Vec<Range<usize>> {
        if lines {
            json::lines(&file.text).collect()
        } else {
            let (ranges, is_cut) = json::all_items(file, &mut self.problems);
            self.unread.cut(Kind::Quote, is_cut);
            ranges
        }
    }
}

/// A large file, opened to be read; none for one that is read whole.
fn open(found: &Found) -> Result<Option<fs::File>, Problem> {
    match found {
        Found::Disk { path, name, size } if *size > IN_MEMORY => files::open(path)
            .map(Some)
            .map_err(|error| Problem::error(name, &format!("cannot be read: {error}"))),
        _ => Ok(None),
    }
}

fn progress(gathered: &Gathered, file: &QuoteFile, size: u64) -> Progress {
    let read = gathered.len();
    let blocks = gathered.segments.len();
    let bytes = gathered
        .segments
        .last()
        .map_or(0, |last| last.range(last.len() - 1).end);
    // As many to come as there were for so many bytes.
    let about = read as u128 * u128::from(size) / u128::from(bytes.max(1));
    Progress {
        read,
        about: usize::try_from(about).unwrap_or(read).max(read),
        quotes: blocks.is_power_of_two().then(|| {
            Quotes::new(Store {
                file: file.clone(),
                segments: gathered.segments.clone(),
                values: gathered.values.clone(),
                partial: gathered.partial.clone(),
                ..Store::default()
            })
        }),
    }
}

/// Reads every block of a feed, in as many threads as are of use, and adds them in order.
fn run(
    feed: &Feed<'_>,
    gathered: &mut Gathered,
    report: &mut dyn FnMut(&Gathered),
) -> Option<Stop> {
    match feed.threads() {
        1 => alone(feed, gathered),
        // Without a thread to be had nothing was taken.
        threads => {
            together(feed, threads, gathered, report).unwrap_or_else(|_| alone(feed, gathered))
        }
    }
}

fn alone(feed: &Feed<'_>, gathered: &mut Gathered) -> Option<Stop> {
    let (mut buffer, mut folder) = (Vec::new(), Folder::default());
    while let Some(taken) = feed.take(&mut buffer, &mut folder) {
        match taken {
            Ok((_, block)) => gathered.add(block),
            Err(stop) => return Some(stop),
        }
    }
    None
}

fn together(
    feed: &Feed<'_>,
    threads: usize,
    gathered: &mut Gathered,
    report: &mut dyn FnMut(&Gathered),
) -> io::Result<Option<Stop>> {
    thread::scope(|scope| {
        // No thread gets far ahead of what is added.
        let (send, receive) = mpsc::sync_channel::<Taken>(threads);
        for number in 0..threads {
            let send = send.clone();
            let work = move || {
                let (mut buffer, mut folder) = (Vec::new(), Folder::default());
                while let Some(taken) = feed.take(&mut buffer, &mut folder) {
                    let last = taken.is_err();
                    if send.send(taken).is_err() || last {
                        break;
                    }
                }
            };
            match thread::Builder::new().spawn_scoped(scope, work) {
                Err(error) if number == 0 => return Err(error),
                _ => {}
            }
        }
        drop(send);
        let mut stop = None;
        let mut waiting = BTreeMap::new();
        let mut next = 0;
        for taken in receive {
            match taken {
                Ok((number, block)) => waiting.insert(number, block),
                Err(why) => {
                    stop = Some(why);
                    continue;
                }
            };
            while let Some(block) = waiting.remove(&next) {
                gathered.add(block);
                next += 1;
                report(gathered);
            }
        }
        Ok(stop)
    })
}

fn stopped(file: &QuoteFile, stop: &Stop) -> Problem {
    match stop {
        Stop::Io(error) => Problem::error(&file.name, &format!("cannot be read: {error}")),
        Stop::NotUtf8(at) => {
            let place = FilePlace::new(file).move_to(*at);
            let message = format!("is not UTF-8 at offset {at}; the quotes before were read");
            Problem::error(&file.name, &message)
                .at(place)
                .hint("save it as UTF-8")
        }
    }
}
