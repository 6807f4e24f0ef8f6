//! A text as it is read: a paragraph a line, its footnotes, and where each word is in the file.

mod docx;
mod html;
mod markdown;
mod text;

pub use text::{Document, ReadError};

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
