//! A file that is to be imported: looked at before it is opened, bounded in size, decoded, and its
//! lines counted, so that everything that comes from it can say from where.

use std::fs::{self, File};
use std::io::Read;
use std::ops::Range;
use std::path::Path;

use color_eyre::eyre::{Result, WrapErr, bail, eyre};
use encoding_rs::Encoding;

use crate::dossier::{Evidence, Id};
use crate::system::charset::{self, Decoded, Known};
use crate::system::path::shown;
use crate::verify::{Lines, MAX_BYTES, sum_of};

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
    pub(super) fn read(path: &Path) -> Result<Self> {
        let shown = shown(path);
        // Looked at before it is opened: opening a FIFO would wait for ever.
        let meta = fs::metadata(path).wrap_err_with(|| format!("cannot read {shown}"))?;
        if meta.is_dir() {
            bail!("cannot read {shown}: it is a folder");
        }
        if !meta.is_file() {
            bail!("cannot read {shown}: it is not a regular file");
        }
        let too_long = || {
            eyre!(
                "{shown} has more than {} MB, and so much `bilat verify` does not read: take the rows of the two countries only",
                MAX_BYTES / 1_000_000
            )
        };
        if meta.len() > MAX_BYTES {
            return Err(too_long());
        }
        let mut bytes = Vec::new();
        File::open(path)
            .and_then(|file| file.take(MAX_BYTES + 1).read_to_end(&mut bytes))
            .wrap_err_with(|| format!("cannot read {shown}"))?;
        if bytes.len() as u64 > MAX_BYTES {
            return Err(too_long());
        }
        let name = path.file_name().and_then(|name| name.to_str());
        Ok(Self {
            name: name
                .ok_or_else(|| eyre!("{shown}: its name is not UTF-8"))?
                .to_owned(),
            sha256: sum_of(&bytes),
            shown,
            content: bytes,
        })
    }

    /// Its text, to be cited as the source of that name.
    ///
    /// # Errors
    /// When it is no text.
    pub(super) fn decode(&self, told: Option<&'static Encoding>, source: Id) -> Result<Input> {
        let decoded = charset::decode(&self.content, told);
        let decoded = decoded.map_err(|error| eyre!("{} {error}", self.shown))?;
        if decoded.text.trim().is_empty() {
            bail!("{} is empty", self.shown);
        }
        Ok(Input::new(&self.name, &self.shown, source, decoded))
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

    /// What a range of the text is to evidence.
    pub fn evidence(&self, range: &Range<usize>) -> Option<Evidence> {
        self.lines.anchor(&self.source, range)
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
            Known::Plain | Known::Marked | Known::Told => None,
        }
    }
}
