//! Tells when files of a dossier change: also those that are links, and a folder or a document that is
//! deleted and made again. Where the system has no watches to give, the files are looked at every two
//! seconds.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsString;
use std::fs::{self, Metadata};
use std::io;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::{Duration, Instant};

use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use crate::load::FILES;
use crate::propose::inbox;

/// Saving is several steps, and many files may be written at once (a git checkout): when nothing
/// more has happened for so long, all of it has.
const QUIET: Duration = Duration::from_millis(100);

/// Where saving never pauses, this is how long what was saved waits to be shown.
const CEILING: Duration = Duration::from_secs(1);

/// How often the files are looked at where they cannot be watched.
const POLL: Duration = Duration::from_secs(2);

/// A longer chain of links is a circle.
const LINKS: usize = 40;

/// What is watched.
#[derive(Clone, Debug)]
pub(super) enum Target {
    /// The record files of a folder.
    Folder(PathBuf),
    /// One document.
    Document(PathBuf),
}

/// What is told of what is watched.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum News {
    /// It has changed.
    Changed,
    /// It cannot be watched, only looked at now and then; why, for a person.
    Polled(String),
}

/// What is to be watched, as it was before it was read.
#[derive(Debug)]
pub(super) struct Before {
    target: Target,
    state: State,
}

impl Before {
    /// As it is now.
    pub(super) fn new(target: Target) -> Self {
        let state = target.state();
        Self { target, state }
    }

    /// Watches until `tell` returns false; what has changed since then is noticed too.
    ///
    /// # Errors
    /// When no thread can be started.
    pub(super) fn watch(self, tell: impl Fn(News) -> bool + Send + 'static) -> io::Result<()> {
        let thread = thread::Builder::new().name("watch".to_owned());
        thread.spawn(move || follow(&self.target, self.state, &tell))?;
        Ok(())
    }
}

fn follow(target: &Target, mut state: State, tell: &dyn Fn(News) -> bool) {
    let (send, events) = mpsc::channel();
    let created = notify::recommended_watcher(move |event| {
        // Nobody listens any more when the files are polled.
        let _ = send.send(event);
    });
    let mut folders = Watches::default();
    let armed = created.and_then(|mut watcher| {
        folders.arm(target, &mut watcher)?;
        Ok(watcher)
    });
    let mut watcher = match armed {
        Ok(watcher) => watcher,
        Err(error) => return poll(target, state, &error, tell),
    };
    loop {
        let now = target.state();
        let changed = now != state;
        state = now;
        if changed && !tell(News::Changed) {
            return;
        }
        // Links may lead elsewhere now, and a folder that was made again is another one.
        if let Err(error) = folders.arm(target, &mut watcher) {
            return poll(target, state, &error, tell);
        }
        if !wait(&events, &folders) {
            return;
        }
    }
}

/// Waits for an event and until things are quiet; false when there will be none any more.
fn wait(events: &Receiver<notify::Result<Event>>, watches: &Watches) -> bool {
    loop {
        match events.recv() {
            Ok(event) if watches.concerns(&event) => break,
            Ok(_) => {}
            Err(_) => return false,
        }
    }
    let since = Instant::now();
    while since.elapsed() < CEILING && events.recv_timeout(QUIET).is_ok() {}
    true
}

fn poll(target: &Target, mut state: State, error: &notify::Error, tell: &dyn Fn(News) -> bool) {
    let remark = format!("cannot watch the files ({error}); they are checked every 2 seconds");
    let mut is_heard = tell(News::Polled(remark));
    while is_heard {
        let now = target.state();
        if now != state {
            state = now;
            is_heard = tell(News::Changed);
        }
        thread::sleep(POLL);
    }
}

/// What tells whether a file is still the same: device, inode, size, and when it was changed.
type Mark = (u64, u64, u64, i64, i64);

/// The marks of everything that is watched; none for what is not there.
type State = Vec<Option<Mark>>;

impl Target {
    fn path(&self) -> &Path {
        match self {
            Self::Folder(path) | Self::Document(path) => path,
        }
    }

    /// The files that are read.
    fn files(&self) -> Vec<PathBuf> {
        match self {
            Self::Document(path) => vec![path.clone()],
            Self::Folder(folder) => {
                let spellings = FILES.iter().flat_map(|name| {
                    let names = [format!("{name}.json"), format!("{name}.jsonl")];
                    names.map(|name| folder.join(name))
                });
                let others = ["dossier.json", inbox::FILE].map(|name| folder.join(name));
                spellings.chain(others).collect()
            }
        }
    }

    fn state(&self) -> State {
        let mark = |path: &Path| {
            let mark = |m: &Metadata| (m.dev(), m.ino(), m.size(), m.mtime(), m.mtime_nsec());
            fs::metadata(path).ok().as_ref().map(mark)
        };
        // Of the folder only whether it is the same: other files in it may come and go.
        let folder = mark(self.path()).map(|(device, inode, ..)| (device, inode, 0, 0, 0));
        let paths = self.files();
        let marks = paths.iter().map(|path| mark(path));
        [folder].into_iter().chain(marks).collect()
    }
}

/// The folders that are watched, and the names in each that matter.
#[derive(Default)]
struct Watches(BTreeMap<PathBuf, BTreeSet<OsString>>);

impl Watches {
    /// Watches what the files depend on now, and nothing else.
    fn arm(&mut self, target: &Target, watcher: &mut RecommendedWatcher) -> notify::Result<()> {
        let mut current = Self::default();
        current.add(target.path(), 0);
        for file in target.files() {
            current.add(&file, 0);
        }
        for folder in self
            .0
            .keys()
            .filter(|folder| !current.0.contains_key(*folder))
        {
            // It may be gone, and the watch with it.
            let _ = watcher.unwatch(folder);
        }
        for folder in current.0.keys() {
            // Also one that is watched already: it may have been made again.
            watcher.watch(folder, RecursiveMode::NonRecursive)?;
        }
        *self = current;
        Ok(())
    }

    /// A path and, if it is a link, what it leads to; of what is not there the nearest folder that
    /// is, in which it would come to be.
    fn add(&mut self, path: &Path, links: usize) {
        let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        let (Some(folder), Some(name)) = (path.parent(), path.file_name()) else {
            return;
        };
        if !folder.is_dir() {
            return self.add(folder, links);
        }
        let names = self.0.entry(folder.to_owned()).or_default();
        names.insert(name.to_owned());
        if let Ok(end) = fs::read_link(&path)
            && links < LINKS
        {
            self.add(&folder.join(end), links + 1);
        }
    }

    /// May an event be about one of the files?
    fn concerns(&self, event: &notify::Result<Event>) -> bool {
        // What cannot be told may have been one of ours.
        let Ok(event) = event else { return true };
        let is_ours = |path: &PathBuf| {
            let names = path.parent().and_then(|folder| self.0.get(folder));
            // A watched folder itself was moved or removed.
            self.0.contains_key(path)
                || names
                    .zip(path.file_name())
                    .is_some_and(|(n, f)| n.contains(f))
        };
        !matches!(event.kind, EventKind::Access(_)) && event.paths.iter().any(is_ours)
    }
}

#[cfg(test)]
mod tests;
