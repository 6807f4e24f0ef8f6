//! Tells when files of a dossier change.

use std::path::Path;
use std::sync::mpsc::{self, Sender};
use std::thread;
use std::time::Duration;

use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use super::Message;

/// Saving is several steps, and many files may be written at once (a git checkout): when nothing
/// more has happened for so long, all of it has.
const QUIET: Duration = Duration::from_millis(100);

/// Begins to watch a folder. It ends when what is returned is dropped.
///
/// # Errors
/// When the system cannot watch it.
pub(super) fn watch(folder: &Path, send: Sender<Message>) -> notify::Result<RecommendedWatcher> {
    let (tell, changes) = mpsc::channel();
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
        // What could not be told may have been one of ours.
        if event.map_or(true, |event| concerns(&event)) {
            // Nobody listens any more when the program is leaving.
            let _ = tell.send(());
        }
    })?;
    watcher.watch(folder, RecursiveMode::NonRecursive)?;
    thread::spawn(move || {
        while changes.recv().is_ok() {
            while changes.recv_timeout(QUIET).is_ok() {}
            if send.send(Message::Changed).is_err() {
                return;
            }
        }
    });
    Ok(watcher)
}

/// Was one of the dossier's files written, made, renamed or removed?
fn concerns(event: &Event) -> bool {
    !matches!(event.kind, EventKind::Access(_)) && event.paths.iter().any(|path| is_file(path))
}

fn is_file(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    // A name with a dot before it is an editor's or a tool's own.
    !name.starts_with('.')
        && path
            .extension()
            .is_some_and(|end| end == "json" || end == "jsonl")
}
