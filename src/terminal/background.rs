//! What goes on behind the screen: the dossier is read and indexed in one thread, searches that
//! may take longer than a frame are done in another.

use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering::Relaxed};
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;

use chrono::NaiveDate;

use super::watch::{Before, Target};
use super::{Message, inbox};
use crate::dashboard::app::{Content, Stage};
use crate::load::{Origin, OriginError, Reading};
use crate::search::engine::KeepGoing;
use crate::search::{Index, Job};
use crate::verify::Texts;
use crate::workspace::Workspace;

/// What is to be opened.
#[derive(Clone, Debug)]
pub struct Source {
    /// Where the dossier comes from.
    pub origin: Origin,
    /// The folders of the texts of its sources, if they are at hand; what is in none is looked for in the
    /// next.
    pub texts: Vec<PathBuf>,
    /// The path of the dossier, if it is one document.
    pub document: Option<PathBuf>,
    /// Read it again when its files change.
    pub watch: bool,
}

/// Starts to read, and then to build the index; the first time, what is read so far is told.
/// `newest` is the number of the newest reading: an older one builds no index. With `drawn` only the
/// head is read until that hangs up: the first frame is to have the processor for itself.
///
/// # Errors
/// When no thread can be started.
pub(super) fn read(
    source: Source,
    today: NaiveDate,
    newest: Arc<AtomicU64>,
    send: Sender<Message>,
    drawn: Option<Receiver<()>>,
) -> io::Result<()> {
    let number = newest.fetch_add(1, Relaxed) + 1;
    let thread = thread::Builder::new().name("reader".to_owned());
    thread.spawn(move || {
        let first = number == 1;
        // Nobody listens any more when the program is leaving.
        let tell = |message: Message| drop(send.send(message));
        let tell_first = |message: Message| {
            if first {
                tell(message);
            }
        };
        let content = open(&source, today, &tell_first, drawn);
        let index = Arc::clone(&content.workspace.index);
        tell(Message::Read(Box::new(content)));
        let is_newest = || newest.load(Relaxed) == number;
        if index.quotes().wants_index() {
            build_index(&index, &is_newest, &tell);
        }
    })?;
    Ok(())
}

fn build_index(index: &Index, is_newest: KeepGoing<'_>, tell: &(dyn Fn(Message) + Sync)) {
    let total = 2 * index.quotes().len();
    let read = AtomicUsize::new(0);
    index.quotes().build_index(is_newest, &|more| {
        let before = read.fetch_add(more, Relaxed);
        let percent = |read: usize| 100 * read / total.max(1);
        if is_newest() && percent(before) != percent(before + more) {
            tell(Message::Stage(Some(Stage::Indexing(percent(
                before + more,
            )))));
        }
    });
    if is_newest() {
        tell(Message::Stage(None));
    }
}

/// Reads everything; what is read so far is shown in between.
pub(super) fn open(
    source: &Source,
    today: NaiveDate,
    tell: &dyn Fn(Message),
    drawn: Option<Receiver<()>>,
) -> Content {
    let mut reading = Reading::begin(&source.origin);
    let begun = |reading: &Reading<'_>, stage| {
        let workspace = Workspace::new(reading.so_far().clone(), Some(today), None);
        tell(Message::Begun(Box::new(workspace), stage));
    };
    begun(&reading, Stage::Reading(0, 0));
    // Nothing is ever sent: it ends when the other end is dropped.
    drawn.and_then(|drawn| drawn.recv().ok());
    reading.records();
    if reading.goes_on() {
        begun(&reading, Stage::Reading(0, 0));
    }
    let loaded = reading.finish(&mut |progress| {
        let last = progress.read == progress.about;
        tell(Message::Progress(progress));
        if last {
            tell(Message::Stage(Some(Stage::Checking)));
        }
    });
    let mut texts = Texts::default();
    for folder in &source.texts {
        texts.add(&loaded.dossier, folder);
    }
    let inbox = inbox::read(&source.origin, &loaded.dossier, &mut texts);
    let mut problems = loaded.problems;
    problems.extend(inbox.problems().cloned());
    Content {
        workspace: Workspace::new(loaded.dossier, Some(today), None),
        problems,
        texts,
        inbox,
    }
}

/// The thread that searches.
pub(super) struct Searcher {
    jobs: Sender<Box<Job>>,
    /// The number of the newest job: whatever is being searched for an older one is given up.
    newest: Arc<AtomicU64>,
}

impl Source {
    /// Is it the one that comes with the program?
    pub(super) fn is_example(&self) -> bool {
        self.origin == Origin::BuiltIn
    }

    /// What is to be watched, as it is now; none if it is not to be.
    pub(super) fn before(&self) -> Option<Before> {
        let target = self.target().filter(|_| self.watch);
        target.map(Before::new)
    }

    /// What can be watched; none for what is compiled in or was piped in.
    fn target(&self) -> Option<Target> {
        match (&self.origin, &self.document) {
            (Origin::Folder(folder), _) => Some(Target::Folder(folder.clone())),
            (Origin::Document(_), Some(path)) => Some(Target::Document(path.clone())),
            (Origin::Document(_), None) | (Origin::BuiltIn, _) => None,
        }
    }

    /// The same with a document as it is now.
    ///
    /// # Errors
    /// When there is none any more.
    pub(super) fn again(&self) -> Result<Self, OriginError> {
        let origin = match &self.document {
            Some(path) => Origin::new(Some(path))?,
            None => self.origin.clone(),
        };
        Ok(Self {
            origin,
            ..self.clone()
        })
    }
}

impl Searcher {
    /// Starts the thread.
    ///
    /// # Errors
    /// When it cannot be started.
    pub(super) fn new(send: Sender<Message>) -> io::Result<Self> {
        let (jobs, receive) = mpsc::channel();
        let newest = Arc::new(AtomicU64::new(0));
        let searcher = Self {
            jobs,
            newest: Arc::clone(&newest),
        };
        let thread = thread::Builder::new().name("searcher".to_owned());
        thread.spawn(move || search(&receive, &newest, &send))?;
        Ok(searcher)
    }

    /// Searches; the answer comes as a message.
    pub(super) fn find(&self, job: Box<Job>) {
        self.newest.store(job.number, Relaxed);
        // The thread lives as long as the loop does.
        let _ = self.jobs.send(job);
    }
}

fn search(jobs: &Receiver<Box<Job>>, newest: &AtomicU64, send: &Sender<Message>) {
    while let Ok(job) = jobs.recv() {
        let is_newest = || newest.load(Relaxed) == job.number;
        let Some(answer) = job.run(&is_newest) else {
            continue;
        };
        // That nothing is found is shown first; why is found out behind it.
        let empty = answer.found.is_empty().then(|| answer.clone());
        let explained = |answer| job.explain(&answer, &is_newest);
        if send.send(Message::Answer(answer)).is_err() {
            return;
        }
        if let Some(answer) = empty.and_then(explained)
            && send.send(Message::Answer(answer)).is_err()
        {
            return;
        }
    }
}
