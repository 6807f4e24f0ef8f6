//! One file of a dossier: opened without ever waiting on it, bounded in size, UTF-8, with the
//! line and column of any place in it.

use std::cell::{Cell, OnceCell};
use std::fs;
use std::io::Read;

use super::problem::Problem;
use super::{Origin, builtin};
use crate::dossier::text::clean_line;

/// A larger file is refused before it is read: a million quotes need about half of it.
const MAX_BYTES: u64 = 1_000_000_000;

/// A text and the name to call it by.
pub(in crate::dossier) struct File {
    pub(in crate::dossier) name: String,
    pub(in crate::dossier) text: String,
    /// Where each line begins: asked for once a record, so counted once.
    starts: OnceCell<Vec<usize>>,
    /// The offset asked for last and the characters before it in its line: a file may be one long
    /// line, and counting from its start for each problem would take for ever.
    last: Cell<(usize, usize)>,
}

/// The file as a person would name it: with its folder, or as a part of the built-in dossier.
pub(super) fn shown(origin: &Origin, name: &str) -> String {
    match origin {
        Origin::BuiltIn => format!("laos-russia/{name}"),
        Origin::Folder(folder) => clean_line(&folder.join(name).to_string_lossy()),
    }
}

/// A text that stands for a file.
pub(super) fn given(origin: &Origin, name: &str, text: &str) -> File {
    File::new(shown(origin, name), without_mark(text.to_owned()))
}

/// Reads a file; `None` when it is not there.
pub(super) fn read(origin: &Origin, name: &str) -> Result<Option<File>, Problem> {
    let shown = shown(origin, name);
    let Origin::Folder(folder) = origin else {
        let found = builtin::FILES.iter().find(|(n, _)| *n == name);
        return Ok(found.map(|(_, text)| File::new(shown, (*text).to_owned())));
    };
    let path = folder.join(name);
    // Look before opening: opening a FIFO would wait for a writer for ever.
    let meta = match fs::metadata(&path) {
        Ok(meta) => meta,
        Err(error)
            if error.kind() == std::io::ErrorKind::NotFound
                && fs::symlink_metadata(&path).is_err() =>
        {
            return Ok(None);
        }
        Err(error) => {
            return Err(Problem::error(
                &shown,
                &format!("cannot be opened: {error}"),
            ));
        }
    };
    if !meta.is_file() {
        let what = if meta.is_dir() {
            "a folder"
        } else {
            "not a regular file"
        };
        return Err(Problem::error(&shown, &format!("is {what}"))
            .hint("put a JSON file in its place, or remove it"));
    }
    if meta.len() > MAX_BYTES {
        let message = format!(
            "is {} MB, more than the {} MB that are read",
            meta.len() / 1_000_000,
            MAX_BYTES / 1_000_000
        );
        return Err(Problem::error(&shown, &message).hint("split the dossier"));
    }
    let mut bytes = Vec::with_capacity(usize::try_from(meta.len()).unwrap_or(0));
    fs::File::open(&path)
        .and_then(|file| file.take(MAX_BYTES).read_to_end(&mut bytes))
        .map_err(|error| Problem::error(&shown, &format!("cannot be read: {error}")))?;
    decode(shown, bytes).map(Some)
}

fn decode(name: String, bytes: Vec<u8>) -> Result<File, Problem> {
    const WIDE: &str = "it looks like UTF-16; save it as UTF-8";
    let error = match String::from_utf8(bytes) {
        // ASCII letters in UTF-16 are valid UTF-8, with a NUL beside each.
        Ok(text) if text.bytes().take(2).any(|byte| byte == 0) => {
            return Err(Problem::error(name, "begins with a NUL byte").hint(WIDE));
        }
        Ok(text) => return Ok(File::new(name, without_mark(text))),
        Err(error) => error,
    };
    let at = error.utf8_error().valid_up_to();
    let bytes = error.into_bytes();
    let wide = bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]);
    let good = without_mark(String::from_utf8_lossy(&bytes[..at]).into_owned());
    let place = File::new(String::new(), good).position(at);
    let message = format!("is not UTF-8: byte 0x{:02X} at offset {at}", bytes[at]);
    Err(Problem::error(name, &message)
        .at(place)
        .hint(if wide { WIDE } else { "save it as UTF-8" }))
}

/// Some editors begin a file with a byte order mark; it is no part of the text.
fn without_mark(text: String) -> String {
    match text.strip_prefix('\u{feff}') {
        Some(rest) => rest.to_owned(),
        None => text,
    }
}

impl File {
    pub(in crate::dossier) fn new(name: String, text: String) -> Self {
        Self {
            name,
            text,
            starts: OnceCell::new(),
            last: Cell::new((0, 0)),
        }
    }

    /// The line of a byte offset, from 1.
    pub(in crate::dossier) fn line(&self, offset: usize) -> usize {
        self.starts().partition_point(|start| *start <= offset)
    }

    /// Line and column (in characters) of a byte offset, both from 1.
    pub(in crate::dossier) fn position(&self, offset: usize) -> (usize, usize) {
        let offset = self.text.floor_char_boundary(offset);
        let line = self.line(offset);
        let start = self.starts()[line - 1];
        let chars = |from: usize, to: usize| self.text[from..to].chars().count();
        let column = match self.last.get() {
            (at, column) if at > start && at <= offset => column + chars(at, offset),
            (at, column) if at > offset && self.line(at) == line => column - chars(offset, at),
            _ => chars(start, offset),
        };
        self.last.set((offset, column));
        (line, column + 1)
    }

    fn starts(&self) -> &[usize] {
        self.starts.get_or_init(|| {
            let after = self.text.match_indices('\n').map(|(at, _)| at + 1);
            std::iter::once(0).chain(after).collect()
        })
    }

    /// An error at a byte offset.
    pub(in crate::dossier) fn problem(&self, offset: usize, message: &str) -> Problem {
        Problem::error(&self.name, message).at(self.position(offset))
    }
}
