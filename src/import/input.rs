//! A file that is to be imported: looked at before it is opened, bounded in size, decoded, and its
//! lines counted, so that everything that comes from it can say from where.

use std::cell::RefCell;
use std::collections::HashMap;
use std::fmt;
use std::fs;
use std::io;
use std::ops::Range;
use std::path::{Path, PathBuf};

use encoding_rs::Encoding;

use crate::dossier::{Evidence, Id};
use crate::load::Excerpt;
use crate::system::charset::{self, CharsetError, Decoded, Known};
use crate::system::files;
use crate::system::path::shown;
use crate::verify::{Lines, MAX_BYTES, sum_of};

/// Why a file cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum InputError {
    /// The system refuses.
    #[error("cannot read {}", shown(.path))]
    Io {
        /// Which file.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// A folder.
    #[error("cannot read {}: it is a folder", shown(.path))]
    Folder {
        /// What was named.
        path: PathBuf,
    },
    /// A pipe or a device.
    #[error("cannot read {}: it is not a regular file", shown(.path))]
    NotRegular {
        /// What was named.
        path: PathBuf,
    },
    /// More than the evidence in it could be verified by.
    #[error(
        "{} exceeds the {} MB that `bilat verify` can read; keep only the rows for the two countries",
        shown(.path), MAX_BYTES / 1_000_000
    )]
    TooLarge {
        /// Which file.
        path: PathBuf,
    },
    /// A dossier could not name it.
    #[error("{}: its name is not UTF-8", shown(.path))]
    Name {
        /// Which file.
        path: PathBuf,
    },
    /// It is not a text.
    #[error("{file} {fault}")]
    Charset {
        /// The file, as a person would type it, clean.
        file: String,
        /// What is wrong; a part of the message, not a cause of its own.
        fault: CharsetError,
    },
    /// Nothing is in it.
    #[error("{file} is empty")]
    Empty {
        /// The file, as a person would type it, clean.
        file: String,
    },
}

/// Places that are kept in mind.
const PLACES: usize = 1000;

/// The bytes of a file.
pub(super) struct Bytes {
    /// Its last name: what a dossier calls it by.
    pub(super) name: String,
    /// As the command line names it.
    pub(super) shown: String,
    /// Of all its bytes, in hexadecimal.
    pub(super) sha256: String,
    content: Vec<u8>,
}

impl Bytes {
    /// Reads `path`.
    ///
    /// # Errors
    /// When it is no regular file, too large, or cannot be read.
    pub(super) fn read(path: &Path) -> Result<Self, InputError> {
        let named = || path.to_owned();
        let refused = |source| InputError::Io {
            path: named(),
            source,
        };
        // Looked at before it is opened: opening a FIFO would wait for ever.
        let meta = fs::metadata(path).map_err(refused)?;
        if meta.is_dir() {
            return Err(InputError::Folder { path: named() });
        }
        if !meta.is_file() {
            return Err(InputError::NotRegular { path: named() });
        }
        if meta.len() > MAX_BYTES {
            return Err(InputError::TooLarge { path: named() });
        }
        let bytes = files::read_bytes(path, MAX_BYTES).map_err(refused)?;
        if bytes.len() as u64 > MAX_BYTES {
            return Err(InputError::TooLarge { path: named() });
        }
        let name = path
            .file_name()
            .and_then(|name| name.to_str())
            .ok_or_else(|| InputError::Name { path: named() })?;
        Ok(Self {
            name: name.to_owned(),
            sha256: sum_of(&bytes),
            shown: shown(path),
            content: bytes,
        })
    }

    /// All of it.
    pub(super) fn content(&self) -> &[u8] {
        &self.content
    }

    /// Its text, to be cited as the source of that name.
    ///
    /// # Errors
    /// When it is not a text.
    pub(super) fn decode(
        &self,
        declared: Option<&'static Encoding>,
        source: Id,
    ) -> Result<Input, InputError> {
        let file = || self.shown.clone();
        let decoded =
            charset::decode(&self.content, declared).map_err(|fault| InputError::Charset {
                file: file(),
                fault,
            })?;
        if decoded.text.trim().is_empty() {
            return Err(InputError::Empty { file: file() });
        }
        Ok(Input::new(&self.name, &self.shown, source, decoded))
    }
}

/// A place in a file that is imported, for an error.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spot {
    /// The file, as a person would type it, clean.
    pub file: String,
    /// The line there.
    pub excerpt: Box<Excerpt>,
}

/// `file:line`.
impl fmt::Display for Spot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.file, self.excerpt.line)
    }
}

/// The text of a file that is imported.
#[derive(Debug)]
pub struct Input {
    /// Its last name.
    pub name: String,
    /// As the command line names it.
    pub shown: String,
    /// The source that it is, or becomes.
    pub source: Id,
    /// All of it, without a byte order mark.
    pub text: String,
    /// What it was read as.
    pub encoding: &'static str,
    known: Known,
    lines: Lines,
    /// Places that were asked for lately: equal slides are cited by the first of them.
    known_places: RefCell<HashMap<Range<usize>, Option<Evidence>>>,
    starts: Vec<usize>,
}

impl Input {
    /// A text that was decoded.
    pub fn new(name: &str, shown: &str, source: Id, decoded: Decoded) -> Self {
        let after = decoded.text.match_indices('\n').map(|(at, _)| at + 1);
        Self {
            name: name.to_owned(),
            shown: shown.to_owned(),
            source,
            lines: Lines::new(&decoded.text),
            known_places: RefCell::default(),
            starts: std::iter::once(0).chain(after).collect(),
            encoding: decoded.encoding,
            known: decoded.known,
            text: decoded.text,
        }
    }

    /// The line of an offset, from 1, blank lines counted.
    pub fn line(&self, offset: usize) -> usize {
        self.starts.partition_point(|start| *start <= offset)
    }

    /// The place at an offset.
    pub fn spot(&self, offset: usize) -> Spot {
        self.spot_of(Excerpt::at(&self.text, offset))
    }

    /// The place of a word on a line.
    pub fn spot_on(&self, line: usize, word: &str) -> Spot {
        self.spot_of(Excerpt::on_line(&self.text, line, word))
    }

    fn spot_of(&self, excerpt: Excerpt) -> Spot {
        Spot {
            file: self.shown.clone(),
            excerpt: Box::new(excerpt),
        }
    }

    /// What a range of the text is to evidence.
    pub fn evidence(&self, range: &Range<usize>) -> Option<Evidence> {
        if let Some(known) = self.known_places.borrow().get(range) {
            return known.clone();
        }
        let found = self.lines.anchor(&self.source, range);
        let mut known = self.known_places.borrow_mut();
        if known.len() >= PLACES {
            known.clear();
        }
        known.insert(range.clone(), found.clone());
        found
    }

    /// The first words of a range, as far as they have so many characters.
    pub fn first_words(&self, range: &Range<usize>, most: usize) -> Range<usize> {
        let text = self.text.get(range.clone()).unwrap_or_default();
        let Some((cut, _)) = text.char_indices().nth(most) else {
            return range.clone();
        };
        let words = text[..cut].rsplit_once(char::is_whitespace);
        range.start..range.start + words.map_or(cut, |(words, _)| words.len())
    }

    /// What was taken for granted about its encoding, if anything was.
    pub fn guess(&self) -> Option<String> {
        match self.known {
            Known::Guessed { line } => Some(format!(
                "line {line} is not UTF-8: the file was taken for {}; if letters are wrong, say --encoding",
                self.encoding
            )),
            Known::Plain | Known::Marked | Known::Declared => None,
        }
    }
}
