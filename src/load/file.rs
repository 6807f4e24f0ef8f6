//! One file of a dossier: opened without ever waiting on it, bounded in size, UTF-8, with the
//! line and column of any place in it.

use std::borrow::Cow;
use std::cell::{Cell, OnceCell};
use std::collections::BTreeMap;
use std::path::PathBuf;

use super::problem::Problem;
use crate::system::files;

/// A larger file is refused before it is read: a million quotes need about half of it.
pub(super) const MAX_BYTES: u64 = 1_000_000_000;

/// A file with more bytes that are not UTF-8 is refused: it is in another encoding.
const MOST_BAD: usize = 100;

/// Stands for a byte that is not UTF-8: no JSON has it, so that the record around it is reported, and its
/// neighbours are read.
const SUBSTITUTE: u8 = 0x1a;

/// A text and the name to call it by.
pub(crate) struct File {
    pub(crate) name: String,
    pub(crate) text: Cow<'static, str>,
    /// Line and column of its first character: a part of a larger file begins elsewhere.
    start: (usize, usize),
    /// Where each line begins: asked for once a record, so counted once.
    starts: OnceCell<Vec<usize>>,
    /// The offset asked for last and the characters before it in its line: a file may be one long
    /// line, and counting from its start for each problem would take for ever.
    last: Cell<(usize, usize)>,
    /// What is said of bytes that are not UTF-8, by the offset of what stands for them.
    bad: BTreeMap<usize, String>,
}

/// A file that is there and can be read.
pub(super) enum Found {
    /// A part of the built-in dossier.
    BuiltIn { name: String, text: &'static str },
    /// A text that stands for a file.
    Given { name: String, text: String },
    /// A file on disk.
    Disk {
        name: String,
        path: PathBuf,
        size: u64,
    },
}

impl Found {
    /// A regular file of `size` bytes.
    pub(super) fn disk(name: String, path: PathBuf, size: u64) -> Result<Self, Problem> {
        if size > MAX_BYTES {
            let message = format!("is {} MB", size / 1_000_000);
            return Err(too_large(name, &message));
        }
        Ok(Self::Disk { name, path, size })
    }

    /// The file as a person would name it.
    pub(super) fn name(&self) -> &str {
        match self {
            Self::BuiltIn { name, .. } | Self::Given { name, .. } | Self::Disk { name, .. } => name,
        }
    }

    /// Its size in bytes.
    pub(super) fn size(&self) -> u64 {
        match self {
            Self::BuiltIn { text, .. } => text.len() as u64,
            Self::Given { text, .. } => text.len() as u64,
            Self::Disk { size, .. } => *size,
        }
    }

    /// Reads all of it.
    pub(super) fn read(self) -> Result<File, Problem> {
        match self {
            Self::BuiltIn { name, text } => Ok(File::new(name, text.into())),
            Self::Given { name, text } => Ok(File::new(name, without_mark(text).into())),
            Self::Disk { name, path, .. } => {
                let bytes = files::read_bytes(&path, MAX_BYTES)
                    .map_err(|error| Problem::error(&name, &format!("cannot be read: {error}")))?;
                whole(name, bytes)
            }
        }
    }
}

fn too_large(name: String, how: &str) -> Problem {
    let message = format!(
        "{how}, more than the {} MB that are read",
        MAX_BYTES / 1_000_000
    );
    Problem::error(name, &message).hint("split the dossier")
}

/// The text that these bytes are, unless they are more than are read.
pub(super) fn whole(name: String, bytes: Vec<u8>) -> Result<File, Problem> {
    if bytes.len() as u64 > MAX_BYTES {
        return Err(too_large(name, "is too large"));
    }
    decode(name, bytes)
}

fn decode(name: String, bytes: Vec<u8>) -> Result<File, Problem> {
    const WIDE: &str = "it looks like UTF-16; save it as UTF-8";
    let error = match String::from_utf8(bytes) {
        // ASCII letters in UTF-16 are valid UTF-8, with a NUL beside each.
        Ok(text) if text.bytes().take(2).any(|byte| byte == 0) => {
            return Err(Problem::error(name, "begins with a NUL byte").hint(WIDE));
        }
        Ok(text) => return Ok(File::new(name, without_mark(text).into())),
        Err(error) => error,
    };
    let at = error.utf8_error().valid_up_to();
    let bytes = error.into_bytes();
    let wide = bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]);
    let wrong = not_utf8(at, bytes[at]);
    let good = without_mark(String::from_utf8_lossy(&bytes[..at]).into_owned());
    let place = File::new(String::new(), good.into()).position(at);
    let (text, bad) = match substituted(bytes) {
        Some(read) if !wide => read,
        _ => {
            let hint = if wide { WIDE } else { "save it as UTF-8" };
            return Err(Problem::error(name, &wrong).at(place).hint(hint));
        }
    };
    let length = text.len();
    let text = without_mark(text);
    let lead = length - text.len();
    let bad = bad
        .into_iter()
        .map(|(at, byte)| (at - lead, not_utf8(at, byte)));
    Ok(File {
        bad: bad.collect(),
        ..File::new(name, text.into())
    })
}

fn not_utf8(at: usize, byte: u8) -> String {
    format!("is not UTF-8: byte 0x{byte:02X} at offset {at}")
}

/// The text with [`SUBSTITUTE`] in the place of each byte that is not UTF-8, and these with their
/// offsets; none where there are more than [`MOST_BAD`].
fn substituted(mut bytes: Vec<u8>) -> Option<(String, Vec<(usize, u8)>)> {
    let mut bad = Vec::new();
    loop {
        let error = match String::from_utf8(bytes) {
            Ok(text) => return Some((text, bad)),
            Err(error) => error,
        };
        let (start, length) = (
            error.utf8_error().valid_up_to(),
            error.utf8_error().error_len(),
        );
        bytes = error.into_bytes();
        let end = length.map_or(bytes.len(), |length| start + length);
        for (at, byte) in bytes[..end].iter_mut().enumerate().skip(start) {
            bad.push((at, std::mem::replace(byte, SUBSTITUTE)));
        }
        if bad.len() > MOST_BAD {
            return None;
        }
    }
}

/// Some editors begin a file with a byte order mark; it is no part of the text.
fn without_mark(text: String) -> String {
    match text.strip_prefix('\u{feff}') {
        Some(rest) => rest.to_owned(),
        None => text,
    }
}

impl File {
    pub(crate) fn new(name: String, text: Cow<'static, str>) -> Self {
        Self::part(name, text, (1, 1))
    }

    /// A part of a file, which begins at that line and column, both from 1.
    pub(super) fn part(name: String, text: Cow<'static, str>, start: (usize, usize)) -> Self {
        Self {
            name,
            text,
            start,
            starts: OnceCell::new(),
            last: Cell::new((0, 0)),
            bad: BTreeMap::new(),
        }
    }

    /// The line of a byte offset, from 1.
    pub(super) fn line(&self, offset: usize) -> usize {
        self.start.0 + self.row(offset)
    }

    /// How many lines of this text end before a byte offset.
    fn row(&self, offset: usize) -> usize {
        self.starts().partition_point(|start| *start <= offset) - 1
    }

    /// Line and column (in characters) of a byte offset, both from 1.
    pub(crate) fn position(&self, offset: usize) -> (usize, usize) {
        let offset = self.text.floor_char_boundary(offset);
        let row = self.row(offset);
        let start = self.starts()[row];
        let chars = |from: usize, to: usize| self.text[from..to].chars().count();
        let column = match self.last.get() {
            (at, column) if at > start && at <= offset => column + chars(at, offset),
            (at, column) if at > offset && self.row(at) == row => column - chars(offset, at),
            _ => chars(start, offset),
        };
        self.last.set((offset, column));
        let (line, first) = self.start;
        let before = if row == 0 { first } else { 1 };
        (line + row, before + column)
    }

    fn starts(&self) -> &[usize] {
        self.starts.get_or_init(|| {
            let after = self.text.match_indices('\n').map(|(at, _)| at + 1);
            std::iter::once(0).chain(after).collect()
        })
    }

    /// An error at a byte offset.
    pub(crate) fn problem(&self, offset: usize, message: &str) -> Problem {
        let message = self.bad.get(&offset).map_or(message, String::as_str);
        Problem::error(&self.name, message).at(self.position(offset))
    }
}
