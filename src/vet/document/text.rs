//! A text with its footnotes, and how one is put together.

use std::collections::HashMap;
use std::mem::take;
use std::ops::Range;

use thiserror::Error;

use crate::extract::sentences;
use crate::propose::prose::NotProse;

/// Why a Word document cannot be read.
#[derive(Debug, Error)]
pub enum ReadError {
    /// It is no zip archive, or a broken one.
    #[error("not a Word document")]
    Archive(#[from] zip::result::ZipError),
    /// A part of it cannot be unpacked.
    #[error("a part of the Word document cannot be read")]
    Part(#[from] std::io::Error),
    /// A part of it is no XML.
    #[error("a part of the Word document is not valid XML")]
    Xml(#[from] quick_xml::Error),
    /// It is no text, or one without sentences.
    #[error("it {0}")]
    NotProse(NotProse),
    /// Its name is that of a Word document, and it is a text.
    #[error(
        "it is not a Word document, whatever its name says; save it as .docx again, or give a text another ending"
    )]
    NotWord,
    /// It has no words.
    #[error("it has no text")]
    Empty,
    /// It unpacks to more than is read.
    #[error("the Word document unpacks to more than {0} MB")]
    TooLarge(u64),
}

/// A text and its footnotes.
#[derive(Clone, Debug, Default)]
pub struct Document {
    /// What line and column refer to: the file, or a paragraph a line where the file has no lines.
    pub raw: String,
    /// What is read: a paragraph a line, without marks.
    pub text: String,
    /// From where in `text` to where in `raw`; in order.
    pieces: Vec<(usize, usize)>,
    /// Where in `text` a footnote is referred to, and its label; in order.
    pub marks: Vec<(usize, String)>,
    /// Footnotes by label.
    pub notes: HashMap<String, String>,
    /// The bookmarks with what they mark of `text`, in order.
    pub bookmarks: Vec<(Range<usize>, String)>,
}

impl Document {
    pub(super) fn plain(raw: &str) -> Self {
        Self {
            raw: raw.to_owned(),
            text: raw.to_owned(),
            pieces: vec![(0, 0)],
            ..Self::default()
        }
    }

    /// Has it no words?
    pub fn is_empty(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// Where in `raw` a place of `text` is.
    pub fn place(&self, at: usize) -> usize {
        let next = self.pieces.partition_point(|(text, _)| *text <= at);
        let piece = next.checked_sub(1).map(|piece| self.pieces[piece]);
        let (text, raw) = piece.unwrap_or_default();
        // A piece may be longer in the text than in the file.
        let limit = self
            .pieces
            .get(next)
            .map(|(_, next)| *next)
            // Notes come last in the text, wherever they are in the file.
            .filter(|next| *next >= raw)
            .unwrap_or(self.raw.len());
        (raw + (at - text)).min(limit)
    }

    /// The labels of the footnotes that are referred to in a range or right behind it.
    pub fn marks_in(&self, range: &Range<usize>) -> &[(usize, String)] {
        let from = self.marks.partition_point(|(at, _)| *at <= range.start);
        let to = self.marks.partition_point(|(at, _)| *at <= range.end);
        &self.marks[from..to.max(from)]
    }
}

/// A document while it is put together.
#[derive(Default)]
pub(super) struct Builder {
    pub(super) text: String,
    pieces: Vec<(usize, usize)>,
    pub(super) marks: Vec<(usize, String)>,
    pub(super) notes: HashMap<String, String>,
    bookmarks: Vec<(Range<usize>, String)>,
    /// Those that have begun: the id, the place, the name.
    begun: Vec<(String, usize, String)>,
    /// The note whose words are read.
    pub(super) note: Option<String>,
    /// The words of all notes, with where they are in the file.
    asides: String,
    places: Vec<(usize, usize)>,
}

impl Builder {
    /// Words from a place of the file.
    pub(super) fn words(&mut self, words: &str, raw: usize) {
        if let Some(label) = &self.note {
            let note = self.notes.entry(label.clone()).or_default();
            note.push_str(words);
            self.places.push((self.asides.len(), raw));
            self.asides.push_str(&words.replace(['\n', '\r'], " "));
            return;
        }
        self.pieces.push((self.text.len(), raw));
        // A line end within a paragraph is a blank.
        self.text.push_str(&words.replace(['\n', '\r'], " "));
    }

    /// The paragraph ends.
    pub(super) fn end(&mut self) {
        if let Some(label) = &self.note {
            self.notes.entry(label.clone()).or_default().push(' ');
            self.asides.push('\n');
        } else if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push('\n');
        }
    }

    /// The sentences of notes, which are compared as any other: a paragraph each, behind the text. What only
    /// cites is none.
    fn append_notes(&mut self) {
        let (words, places) = (take(&mut self.asides), take(&mut self.places));
        for range in sentences(&words) {
            let sentence = &words[range.clone()];
            if !is_statement(sentence) {
                continue;
            }
            let start = self.text.len();
            let first = places.partition_point(|(at, _)| *at <= range.start);
            let own = places
                .get(first.saturating_sub(1))
                .map(|(at, raw)| raw + range.start - at);
            self.pieces.push((start, own.unwrap_or_default()));
            let later = places[first..].iter().take_while(|(at, _)| *at < range.end);
            self.pieces
                .extend(later.map(|(at, raw)| (start + at - range.start, *raw)));
            self.text.push_str(sentence);
            self.text.push('\n');
        }
    }

    pub(super) fn mark(&mut self, label: &str) {
        if self.note.is_none() {
            self.marks.push((self.text.len(), label.to_owned()));
        }
    }

    /// A bookmark begins.
    pub(super) fn begin(&mut self, id: String, name: String) {
        if self.note.is_none() {
            self.begun.push((id, self.text.len(), name));
        }
    }

    /// A bookmark ends.
    pub(super) fn close(&mut self, id: &str) {
        if let Some(at) = self.begun.iter().position(|(own, ..)| own == id) {
            let (_, start, name) = self.begun.remove(at);
            self.bookmarks.push((start..self.text.len(), name));
        }
    }

    /// The document; without `raw`, lines are paragraphs.
    pub(super) fn finish(mut self, raw: Option<&str>) -> Document {
        self.note = None;
        self.end();
        self.append_notes();
        self.bookmarks
            .sort_by_key(|(range, _)| (range.start, range.end));
        if raw.is_none() {
            self.pieces = vec![(0, 0)];
        }
        Document {
            raw: raw.map_or_else(|| self.text.clone(), str::to_owned),
            text: self.text,
            pieces: self.pieces,
            marks: self.marks,
            notes: self.notes,
            bookmarks: self.bookmarks,
        }
    }
}

/// Does a sentence of a note say something, outside of quotations? "Trade was larger before" does, and
/// "Ellis, “Trade was larger”, 2023" does not; nor does what ends with a place in a work, whose title may have a verb:
/// "Trade Falls (2023) para 4".
fn is_statement(sentence: &str) -> bool {
    const VERBS: &str = "is are was were has have had do does did will would can could may might must should \
        say says said rise rises rose fall falls fell grow grows grew meet meets met come comes came go goes went \
        give gives gave make makes made stand stands stood take takes took become becomes became begin begins \
        began hold holds held reach reaches amount amounts sign signs put puts visit visits";
    /// Words of the shortest.
    const LEAST: usize = 5;
    let mut plain = String::with_capacity(sentence.len());
    let mut close = None;
    for c in sentence.chars() {
        match (close, c) {
            (None, '“') => close = Some('”'),
            (None, '"') => close = Some('"'),
            (Some(mark), c) if mark == c => close = None,
            (None, c) => plain.push(c),
            _ => {}
        }
    }
    let is_verb = |word: &&str| {
        let low = word.to_lowercase();
        VERBS.split_whitespace().any(|verb| verb == low) || low.len() > 4 && low.ends_with("ed")
    };
    let mut words = plain
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    let is_long = words.clone().nth(LEAST - 1).is_some();
    let is_place = |pair: &[&str]| {
        let is_number = pair[1].starts_with(|c: char| c.is_ascii_digit());
        matches!(
            pair[0],
            "para" | "paras" | "par" | "pars" | "¶" | "p" | "pp" | "n"
        ) && is_number
    };
    let tokens = plain.replace('¶', " ¶ ");
    let tokens: Vec<&str> = tokens
        .split(|c: char| c.is_whitespace() || matches!(c, '.' | '(' | ')' | ',' | ':'))
        .filter(|token| !token.is_empty())
        .collect();
    is_long
        && !tokens.windows(2).any(is_place)
        && !sentence.contains("://")
        && words.any(|word| is_verb(&word))
}
