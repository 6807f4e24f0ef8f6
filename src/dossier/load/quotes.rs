//! The quotes: read by as many threads as there are cores, for there may be a million, and what
//! is wrong with them.
//!
//! ```text
//! Feed ─► threads: Block::read ─► Gathered::add, in order ─► Quotes
//! ```

mod block;
mod feed;
mod gather;
mod row;
mod sift;
mod tally;

use std::collections::{BTreeMap, HashSet};
use std::fs;
use std::ops::Range;
use std::sync::{Arc, mpsc};
use std::thread;

use feed::{Feed, Stop, Taken};
use gather::Gathered;
use sift::Sift;
pub use sift::Wants;

use super::check::Checker;
use super::file::{File, Found};
use super::loops::{self, circle};
use super::{Problem, Reader, fault, json, twice};
use crate::dossier::fold::Folder;
use crate::dossier::quotes::{Backing, FilePlace, MOST, QuoteFile, Quotes, Store, id_hash};
use crate::dossier::{Quote, Records};

/// A file up to this size stays in memory; the records of a larger one are read from it again.
const IN_MEMORY: u64 = 4_000_000;

/// Records with problems that are told one by one. Whoever has more begins with these.
const TOLD: usize = 1000;

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

/// What was read of the quotes.
pub(super) struct Speech {
    pub(super) quotes: Quotes,
    pub(super) told: Told,
}

/// What is wrong with quotes, to be told once every record is known.
#[derive(Default)]
pub(super) struct Told {
    faults: Vec<Fault>,
    too_many: usize,
}

/// A record that something is wrong with, by its place in the file.
#[derive(PartialEq, Eq)]
struct Fault {
    range: Range<u64>,
    wrong: Wrong,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Wrong {
    /// It cannot be read.
    Broken,
    /// Its id stands before.
    Twice,
    /// Its references may lead nowhere.
    Doubtful,
    /// Its answer leads in a circle and was cut.
    Circle,
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
            Ok(file) => speech(gathered, file),
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
    pub(super) fn sift(
        &mut self,
        source: Source,
        records: &Records,
        wants: Wants<'_>,
    ) -> Result<Quotes, Problem> {
        let taken = records.index.keys().map(|id| id_hash(id.as_str()));
        let mut gathered = Gathered::new(taken);
        let Some(disk) = open(&source.found)?.filter(|_| source.lines) else {
            return Ok(self.quotes(source, records, &mut |_| {}).quotes);
        };
        let disk = Arc::new(disk);
        let file = QuoteFile {
            name: source.found.name().to_owned(),
            bytes: Backing::Disk(Arc::clone(&disk)),
        };
        let feed = Feed::Sift(Sift::new(&disk, source.found.size(), wants));
        match run(&feed, &mut gathered, &mut |_| {}) {
            Some(stop) => Err(stopped(&file, &stop)),
            None => Ok(speech(gathered, file).quotes),
        }
    }

    /// Where the records stand in a file.
    fn ranges(&mut self, file: &File, lines: bool) -> Vec<Range<usize>> {
        if lines {
            json::lines(&file.text).collect()
        } else {
            json::items(file, &mut self.problems)
        }
    }

    /// Tells what is wrong with the quotes, now that every record is known.
    pub(super) fn check_quotes(&mut self, checker: &Checker<'_>, mut told: Told) {
        let store = checker.dossier.quotes.store();
        let doubtful = checker.doubtful_quotes();
        told.faults.extend(doubtful.into_iter().map(|number| Fault {
            range: store.range(number),
            wrong: Wrong::Doubtful,
        }));
        told.faults
            .sort_by_key(|fault| (fault.range.start, fault.wrong));
        told.faults.dedup();
        let mut place = FilePlace::new(&store.file);
        for fault in told.faults.iter().take(TOLD) {
            self.tell(checker, fault, &mut place);
        }
        let untold = told.faults.len().saturating_sub(TOLD);
        if untold > 0 {
            let message = format!("{untold} more quotes have problems");
            let problem = Problem::error(&store.file.name, &message);
            self.problems
                .push(problem.hint("mend those that are told, and look again"));
        }
        if told.too_many > 0 {
            let message = format!(
                "{} quotes more than the {MOST} that are read",
                told.too_many
            );
            let problem = Problem::error(&store.file.name, &message);
            self.problems.push(problem.hint("split the dossier"));
        }
    }

    fn tell(&mut self, checker: &Checker<'_>, fault: &Fault, place: &mut FilePlace<'_>) {
        let file = &checker.dossier.quotes.store().file;
        let at = place.move_to(fault.range.start);
        let Some(text) = file.text(fault.range.clone()) else {
            return;
        };
        let part = File::part(file.name.clone(), text.into(), at);
        let record = match fault.wrong {
            Wrong::Broken => &*part.text,
            _ => json::first(&part.text),
        };
        let whole = 0..record.len();
        let problems = match (json::value::<Quote>(&part, record), fault.wrong) {
            (Err(problem), _) => vec![problem],
            // What is not kept has a problem, and what has none is kept: a test compares the two.
            (Ok(_), Wrong::Broken) => Vec::new(),
            (Ok(quote), Wrong::Twice) => vec![twice(&part, &quote.id, whole)],
            (Ok(quote), Wrong::Circle) => {
                let faults = quote.in_reply_to.iter().map(|to| circle("in_reply_to", to));
                fault::locate(&part, whole, faults.collect())
            }
            (Ok(quote), Wrong::Doubtful) => fault::locate(&part, whole, checker.quote(&quote)),
        };
        self.problems.extend(problems);
    }
}

/// A large file, opened to be read; none for one that is read whole.
fn open(found: &Found) -> Result<Option<fs::File>, Problem> {
    match found {
        Found::Disk { path, name, size } if *size > IN_MEMORY => fs::File::open(path)
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
    let threads = feed.threads();
    if threads == 1 {
        let (mut buffer, mut folder) = (Vec::new(), Folder::default());
        while let Some(taken) = feed.take(&mut buffer, &mut folder) {
            match taken {
                Ok((_, block)) => gathered.add(block),
                Err(stop) => return Some(stop),
            }
        }
        return None;
    }
    thread::scope(|scope| {
        // No thread gets far ahead of what is added.
        let (send, receive) = mpsc::sync_channel::<Taken>(threads);
        for _ in 0..threads {
            let send = send.clone();
            scope.spawn(move || {
                let (mut buffer, mut folder) = (Vec::new(), Folder::default());
                while let Some(taken) = feed.take(&mut buffer, &mut folder) {
                    let last = taken.is_err();
                    if send.send(taken).is_err() || last {
                        break;
                    }
                }
            });
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
        stop
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

/// The quotes, with every id in its place and no answers in a circle.
fn speech(mut gathered: Gathered, file: QuoteFile) -> Speech {
    gathered.ids.sort_unstable();
    gathered.ids.shrink_to_fit();
    let mut store = Store {
        file,
        segments: gathered.segments,
        values: gathered.values,
        ids: gathered.ids,
        replies: gathered.replies,
        cut: HashSet::new(),
    };
    let lost = |(_, to): &&(u32, u64)| store.numbers(*to).next().is_none();
    let lost = store.replies.iter().filter(lost);
    let lost = lost.map(|(number, _)| *number as usize);
    let doubtful = gathered.doubtful.into_iter().chain(lost);
    let of = |wrong: Wrong| {
        let store = &store;
        move |number: usize| Fault {
            range: store.range(number),
            wrong,
        }
    };
    let at = |wrong: Wrong| {
        move |(start, end): (u64, u64)| Fault {
            range: start..end,
            wrong,
        }
    };
    let cut = circles(&store);
    let mut faults: Vec<_> = doubtful.map(of(Wrong::Doubtful)).collect();
    faults.extend(cut.iter().map(|n| *n as usize).map(of(Wrong::Circle)));
    faults.extend(gathered.broken.into_iter().map(at(Wrong::Broken)));
    faults.extend(gathered.twice.into_iter().map(at(Wrong::Twice)));
    store.cut = cut;
    Speech {
        quotes: Quotes::new(store),
        told: Told {
            faults,
            too_many: gathered.too_many,
        },
    }
}

/// The quotes whose answer closes a circle.
fn circles(store: &Store) -> HashSet<u32> {
    if store.replies.is_empty() {
        return HashSet::new();
    }
    let next = |number: usize| {
        let replies = &store.replies;
        let first = replies.partition_point(|(from, _)| (*from as usize) < number);
        let own = replies
            .get(first)
            .filter(|(from, _)| *from as usize == number);
        own.and_then(|(_, to)| store.numbers(*to).next())
            .into_iter()
            .collect()
    };
    let closing = loops::closing(store.len(), next);
    closing
        .into_iter()
        .filter_map(|(from, _)| u32::try_from(from).ok())
        .collect()
}
