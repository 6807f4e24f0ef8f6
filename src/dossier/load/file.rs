//! One file of a dossier: opened without ever waiting on it, bounded in size, UTF-8, with the
//! line and column of any place in it.

use std::cell::OnceCell;
use std::fs;
use std::io::Read;
use std::ops::Range;

use super::problem::Problem;
use super::{Origin, builtin};
use crate::dossier::text::clean_line;

/// A larger file is refused before it is read: a million quotes need about half of it.
const MAX_BYTES: u64 = 1_000_000_000;

/// A text and the name to call it by.
pub(super) struct File {
    pub(super) name: String,
    pub(super) text: String,
    /// Where each line begins: asked for once a record, so counted once.
    starts: OnceCell<Vec<usize>>,
}

/// The file as a person would name it: with its folder, or as a part of the built-in dossier.
pub(super) fn shown(origin: &Origin, name: &str) -> String {
    match origin {
        Origin::BuiltIn => format!("laos-russia/{name}"),
        Origin::Folder(folder) => clean_line(&folder.join(name).to_string_lossy()),
    }
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
    match String::from_utf8(bytes) {
        Ok(text) => {
            let text = match text.strip_prefix('\u{feff}') {
                Some(rest) => rest.to_owned(),
                None => text,
            };
            Ok(File::new(name, text))
        }
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            let bytes = error.into_bytes();
            let message = format!("is not UTF-8: byte 0x{:02X} at offset {at}", bytes[at]);
            let wide = bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]);
            let good = String::from_utf8_lossy(&bytes[..at]);
            Err(Problem::error(name, &message)
                .at(File::new(String::new(), good.into_owned()).position(at))
                .hint(if wide {
                    "it looks like UTF-16; save it as UTF-8"
                } else {
                    "save it as UTF-8"
                }))
        }
    }
}

impl File {
    fn new(name: String, text: String) -> Self {
        Self {
            name,
            text,
            starts: OnceCell::new(),
        }
    }

    /// Line and column (in characters) of a byte offset, both from 1.
    pub(super) fn position(&self, offset: usize) -> (usize, usize) {
        let offset = self.text.floor_char_boundary(offset);
        let starts = self.starts.get_or_init(|| {
            let after = self.text.match_indices('\n').map(|(at, _)| at + 1);
            std::iter::once(0).chain(after).collect()
        });
        let line = starts.partition_point(|start| *start <= offset);
        let column = self.text[starts[line - 1]..offset].chars().count() + 1;
        (line, column)
    }

    /// An error at a byte offset.
    pub(super) fn problem(&self, offset: usize, message: &str) -> Problem {
        Problem::error(&self.name, message).at(self.position(offset))
    }

    /// An error where `word` stands within `range`, or at the start of the range.
    pub(super) fn problem_at_word(
        &self,
        word: &str,
        range: Range<usize>,
        message: &str,
    ) -> Problem {
        let found = self.text[range.clone()].find(word).unwrap_or(0);
        self.problem(range.start + found, message)
    }
}
