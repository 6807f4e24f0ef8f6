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
    let Ok(entries) = fs::read_dir(path) else {
        return Vec::new();
    };
    let entries = entries.take(MOST).flatten();
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_end_in_a_slash_and_what_is_hidden_or_unsafe_is_not_offered() {
        let folder = tempfile::tempdir().expect("a folder");
        let within = |name: &str| folder.path().join(name);
        for name in ["essay.md", "essay.txt", ".essay", "essay\u{1b}[2J", "other"] {
            fs::write(within(name), "").expect("a file");
        }
        fs::create_dir(within("essays")).expect("a folder");
        let offered = |typed: &str| {
            let typed = within(typed).to_string_lossy().into_owned();
            let paths = beginning_with(&typed).into_iter();
            paths.map(|path| path.shown).collect::<Vec<_>>()
        };
        assert_eq!(offered("ess"), ["essay.md", "essay.txt", "essays/"]);
        assert_eq!(offered(".e"), [".essay"]);
        assert_eq!(offered("nothing"), [""; 0]);
        assert_eq!(offered("essays/"), [""; 0]);
        assert_eq!(offered("nowhere/e"), [""; 0]);
    }
}
