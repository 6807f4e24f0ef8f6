//! Texts that are compared with the dossier: read and compared in a thread of their own, the newest
//! request first, and watched as long as they are shown.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;

use super::Message;
use super::watch::{Before, News, Target};
use crate::contested::Contests;
use crate::dashboard::app::{App, Outcome, Vetted};
use crate::dossier::Dossier;
use crate::load::Origin;
use crate::system::environment;
use crate::system::error::in_full;
use crate::system::files;
use crate::system::path::shown;
use crate::verify::Texts;
use crate::vet::document::MAX_BYTES;
use crate::vet::{Checked, ReadError, Reading, copied, vet};

/// A text to compare.
pub(super) struct Job {
    /// The number of the request.
    number: u64,
    /// The path, as it was typed.
    path: String,
    /// What it is compared with.
    dossier: Dossier,
    /// What of that is contested.
    contests: Contests,
    /// The folder with its sources.
    folder: Option<PathBuf>,
}

impl Job {
    /// A text to compare with what is shown.
    pub(super) fn new(app: &App, number: u64, path: String, origin: &Origin) -> Self {
        let workspace = app.workspace();
        Self {
            folder: match origin {
                Origin::Folder(folder) => Some(folder.clone()),
                _ => None,
            },
            number,
            path,
            dossier: workspace.dossier.clone(),
            contests: workspace.contests.clone(),
        }
    }
}

/// The thread that compares, which is started when there is something to compare.
pub(super) struct Vetter {
    jobs: Option<Sender<Job>>,
    send: Sender<Message>,
    watches: bool,
}

impl Vetter {
    /// Answers to `send`. If it `watches`, a text that was read is looked after.
    pub(super) fn new(send: Sender<Message>, watches: bool) -> Self {
        let jobs = None;
        Self {
            jobs,
            send,
            watches,
        }
    }

    /// Compares a text; the answer comes as a message.
    ///
    /// # Errors
    /// When the thread cannot be started.
    pub(super) fn vet(&mut self, job: Job) -> io::Result<()> {
        let jobs = match self.jobs.take() {
            Some(jobs) => jobs,
            None => self.start()?,
        };
        // The thread lives as long as the loop does.
        let _ = jobs.send(job);
        self.jobs = Some(jobs);
        Ok(())
    }

    fn start(&self) -> io::Result<Sender<Job>> {
        let (jobs, receive) = mpsc::channel();
        let (send, watches) = (self.send.clone(), self.watches);
        let thread = thread::Builder::new().name("vetter".to_owned());
        thread.spawn(move || work(&receive, &send, watches))?;
        Ok(jobs)
    }
}

/// The file that a path means that was typed: `~/` is the person's own folder.
pub(super) fn file(typed: &str) -> PathBuf {
    let home = typed.strip_prefix("~/").zip(environment::home());
    home.map_or_else(|| PathBuf::from(typed), |(rest, home)| home.join(rest))
}

fn work(jobs: &Receiver<Job>, send: &Sender<Message>, watches: bool) {
    let mut last = Watched::default();
    while let Ok(job) = jobs.recv() {
        let job = jobs.try_iter().last().unwrap_or(job);
        let path = file(&job.path);
        // Looked at before it is read: what changes in between is noticed.
        let before = watches.then(|| Before::new(Target::Document(path.clone())));
        let vetted = answer(&job);
        if let Some(before) = before.filter(|_| matches!(vetted.outcome, Outcome::Compared(_)))
            && let Err(error) = last.turn_to(&path, before, send)
        {
            let words = format!("cannot watch {}: {error}; R reads it again", shown(&path));
            let _ = send.send(Message::Remark(words));
        }
        if send.send(Message::Vetted(vetted)).is_err() {
            return;
        }
    }
}

/// Reads a text and compares it.
pub(super) fn answer(job: &Job) -> Vetted {
    let number = job.number;
    let outcome = match compare(job) {
        Ok(checked) => Outcome::Compared(checked),
        Err(error) => Outcome::Failed(in_full(&error)),
    };
    Vetted { number, outcome }
}

fn compare(job: &Job) -> Result<Checked, NotCompared> {
    let path = file(&job.path);
    let bytes = files::existing(&path, MAX_BYTES)?;
    let reading = Reading::new(&bytes, &path.to_string_lossy(), None)
        .map_err(|source| NotCompared::NoText { path, source })?;
    let mut report = vet(&job.dossier, &job.contests, &reading.document);
    let mut findings = report.findings.iter();
    if let Some(folder) = &job.folder
        && findings.any(|one| one.verdict.is_accusation())
    {
        let sources = job.dossier.sources.iter();
        let (texts, _) = Texts::of(sources.filter(|source| source.file.is_some()), folder);
        copied::clear(&mut report, &job.dossier, &reading.document, &texts);
    }
    Ok(Checked::new(&job.dossier, &reading, &report))
}

/// Why a text cannot be compared.
#[derive(Debug, thiserror::Error)]
enum NotCompared {
    /// The file cannot be read.
    #[error(transparent)]
    Read(#[from] files::ReadError),
    /// It is no text.
    #[error("cannot compare {}", shown(.path))]
    NoText {
        /// Which file.
        path: PathBuf,
        /// What is wrong.
        source: ReadError,
    },
}

/// The text that is watched.
#[derive(Default)]
struct Watched {
    path: Option<PathBuf>,
    /// Its number: whoever watches an earlier one has nothing more to tell.
    newest: Arc<AtomicU64>,
}

impl Watched {
    /// Watches a text from now on, and no other any more.
    fn turn_to(&mut self, path: &Path, before: Before, send: &Sender<Message>) -> io::Result<()> {
        if self.path.as_deref() == Some(path) {
            return Ok(());
        }
        let own = self.newest.fetch_add(1, Relaxed) + 1;
        let (newest, send) = (Arc::clone(&self.newest), send.clone());
        self.path = Some(path.to_owned());
        before.watch(move |news| {
            let message = match news {
                News::Changed => Message::TextChanged,
                News::Polled(words) => Message::Remark(words),
            };
            newest.load(Relaxed) == own && send.send(message).is_ok()
        })
    }
}
