//! The paths that begin like one that is being typed: read in a thread of their own, for a folder may be far
//! away.

use std::fs::{self, DirEntry};
use std::io;
use std::path::PathBuf;
use std::sync::mpsc::Sender;
use std::thread;

use super::{Message, text};
use crate::dossier::text::clean_line;
use crate::search::Completion;

/// Names of a folder that are looked at.
const MOST: usize = 20_000;

/// Looks for the paths that begin with `typed`; the answer comes as a message.
///
/// # Errors
/// When the thread cannot be started.
pub(super) fn complete(typed: String, send: Sender<Message>) -> io::Result<()> {
    let thread = thread::Builder::new().name("paths".to_owned());
    thread.spawn(move || {
        let paths = beginning_with(&typed);
        // A loop that is gone wants no answer.
        let _ = send.send(Message::Paths(typed, paths));
    })?;
    Ok(())
}

/// The paths, by name. A folder ends in a slash; what begins with a dot is there only if that was typed.
fn beginning_with(typed: &str) -> Vec<Completion> {
    let (folder, start) = typed.split_at(typed.rfind('/').map_or(0, |at| at + 1));
    let path = match folder {
        "" => PathBuf::from("."),
        folder => text::file(folder),
    };
    let Ok(listing) = fs::read_dir(path) else {
        return Vec::new();
    };
    let entries = listing.take(MOST).flatten();
    let mut names: Vec<_> = entries.filter_map(|entry| name(&entry, start)).collect();
    names.sort();
    let completion = |shown: String| Completion {
        typed: format!("{folder}{shown}"),
        shown,
    };
    names.into_iter().map(completion).collect()
}

/// The name of an entry, if it begins with `start`. One that cannot be typed as it is, and is not safe to be
/// drawn, is left out.
fn name(entry: &DirEntry, start: &str) -> Option<String> {
    let name = entry.file_name().into_string().ok()?;
    let is_hidden = name.starts_with('.') && !start.starts_with('.');
    if is_hidden || !name.starts_with(start) || clean_line(&name) != name {
        return None;
    }
    let slash = if entry.path().is_dir() { "/" } else { "" };
    Some(name + slash)
}
