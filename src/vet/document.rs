//! A text as it is read: a paragraph a line, its footnotes, and where each word is in the file.

mod docx;
mod html;
mod markdown;
mod text;

use std::path::Path;

use encoding_rs::Encoding;

use crate::propose::prose::decode;
use crate::system::charset::Known;
use crate::system::recognise::is_word;
pub use text::{Document, ReadError};

/// A brief is a few pages; a book is none. More is not read.
pub const MAX_BYTES: u64 = 20_000_000;

/// How a text is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// A paragraph a line.
    Plain,
    /// Markdown with footnotes.
    Markdown,
    /// A page of the web.
    Html,
}

impl Format {
    /// By the ending of a name, or where that says nothing by the first characters of the text.
    pub fn of(name: &str, text: &str) -> Self {
        match crate::propose::Format::of(name, text) {
            crate::propose::Format::Html => Self::Html,
            crate::propose::Format::Markdown => Self::Markdown,
            _ => Self::Plain,
        }
    }
}

/// What a file holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Written {
    /// Lines: plain text and Markdown.
    #[default]
    Lines,
    /// A page of the web, whose lines are not those of its text.
    Page,
    /// A Word document.
    Word,
}

/// A file that was read.
#[derive(Debug)]
pub struct Reading {
    /// Its text.
    pub document: Document,
    /// What it holds.
    pub written: Written,
    /// Its encoding, where that was detected and may be another one.
    pub guessed: Option<&'static str>,
}

impl Reading {
    /// Reads the bytes of the file `name`, in the encoding that is given or else detected.
    ///
    /// # Errors
    /// When they are neither a text with sentences nor a Word document, or have no words.
    pub fn new(
        bytes: &[u8],
        name: &str,
        encoding: Option<&'static Encoding>,
    ) -> Result<Self, ReadError> {
        let reading = if is_word(bytes) {
            Self {
                document: Document::docx(bytes)?,
                written: Written::Word,
                guessed: None,
            }
        } else {
            let decoded = decode(bytes, name, encoding).map_err(ReadError::NotProse)?;
            if is_called_word(name) {
                return Err(ReadError::NotWord);
            }
            let format = Format::of(name, &decoded.text);
            let is_guessed = matches!(decoded.known, Known::Guessed { .. });
            Self {
                document: Document::read(&decoded.text, format),
                written: match format {
                    Format::Html => Written::Page,
                    Format::Plain | Format::Markdown => Written::Lines,
                },
                guessed: is_guessed.then_some(decoded.encoding),
            }
        };
        if reading.document.is_empty() {
            return Err(ReadError::Empty);
        }
        Ok(reading)
    }
}

/// Has a file a name as Word documents have?
pub fn is_called_word(name: &str) -> bool {
    let ending = Path::new(name).extension();
    ending.is_some_and(|ending| {
        ["docx", "docm", "dotx"]
            .iter()
            .any(|own| ending.eq_ignore_ascii_case(own))
    })
}

impl Document {
    /// Reads a text.
    pub fn read(raw: &str, format: Format) -> Self {
        match format {
            Format::Plain => Self::plain(raw),
            Format::Markdown => markdown::read(raw),
            Format::Html => html::read(raw),
        }
    }

    /// Reads a Word document.
    ///
    /// # Errors
    /// When it is none, or is broken.
    pub fn docx(bytes: &[u8]) -> Result<Self, ReadError> {
        docx::read(bytes)
    }
}
