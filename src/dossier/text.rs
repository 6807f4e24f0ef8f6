//! Text from outside: kept as it was given, and shown with nothing in it that a terminal would obey
//! or hide, but a visible mark such as `<U+202E>` in its place.
//!
//! Every string of a dossier, every path and every message about them passes through [`clean`] on
//! its way to a terminal. A field that is shown has the type [`Text`]: it reads as its shown form,
//! and as what was given only inside [`as_given`] and where it is serialized, which is how files are
//! written.

mod given;

use std::borrow::Cow;
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::ops::Deref;

use serde::{Deserialize, Serialize, Serializer};
use unicode_normalization::char::is_combining_mark;

use super::emoji;
pub use given::as_given;

/// Marks that may stack on one letter. Real scripts need up to four (Vietnamese, Lao, Hebrew with
/// cantillation); more is decoration that spills over the neighbouring lines.
pub(super) const MAX_MARKS: usize = 8;

/// A string with a form that is safe to draw: no control characters but the line feed, no
/// bidirectional overrides, no invisible characters, at most eight marks on a letter.
#[derive(Clone)]
pub struct Text(Kept);

/// As large as one `Box<str>`: there are many texts, and few have two forms.
#[derive(Clone)]
enum Kept {
    /// It is safe as it was given.
    Clean(Box<str>),
    Marked(Box<Forms>),
}

#[derive(Clone)]
struct Forms {
    given: Box<str>,
    shown: Box<str>,
}

impl Text {
    /// The text that was given, and its safe form.
    pub fn new(given: &str) -> Self {
        Self(match clean(given) {
            Cow::Borrowed(_) => Kept::Clean(given.into()),
            Cow::Owned(shown) => Kept::Marked(Box::new(Forms {
                given: given.into(),
                shown: shown.into(),
            })),
        })
    }

    /// The safe form; inside [`as_given`] what was given.
    pub fn as_str(&self) -> &str {
        match &self.0 {
            Kept::Marked(forms) if !given::is_wanted() => &forms.shown,
            _ => self.given(),
        }
    }

    /// What was given, code point for code point: for files, never for a terminal.
    pub fn given(&self) -> &str {
        match &self.0 {
            Kept::Clean(text) => text,
            Kept::Marked(forms) => &forms.given,
        }
    }
}

impl Default for Text {
    fn default() -> Self {
        Self::new("")
    }
}

impl Deref for Text {
    type Target = str;

    fn deref(&self) -> &str {
        self.as_str()
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self)
    }
}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&**self, f)
    }
}

impl PartialEq for Text {
    fn eq(&self, other: &Self) -> bool {
        self.given() == other.given()
    }
}

impl Eq for Text {}

impl PartialOrd for Text {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Text {
    fn cmp(&self, other: &Self) -> Ordering {
        self.given().cmp(other.given())
    }
}

impl Hash for Text {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.given().hash(state);
    }
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let given = Cow::<str>::deserialize(deserializer)?;
        Ok(Self::new(&given))
    }
}

/// Written as it was given.
impl Serialize for Text {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.given())
    }
}

/// `raw` with every character that a terminal would obey, reorder by, or not show replaced by a
/// visible mark. A line feed stays; a tab becomes a blank.
pub fn clean(raw: &str) -> Cow<'_, str> {
    if is_clean(raw) {
        return Cow::Borrowed(raw);
    }
    let mut out = String::with_capacity(raw.len() + 16);
    each(raw, |c, verdict, marks| {
        match verdict {
            Verdict::Keep if marks == MAX_MARKS + 1 => out.push_str("<marks>"),
            Verdict::Keep if marks > MAX_MARKS => {}
            Verdict::Keep => out.push(c),
            Verdict::Blank => out.push(' '),
            Verdict::Drop => {}
            Verdict::Mark => out.push_str(&mark(c)),
        }
        true
    });
    Cow::Owned(out)
}

/// Tells of each character what becomes of it, and how many marks stand on its letter so far, until
/// enough is heard; whether that was all.
fn each(raw: &str, mut hear: impl FnMut(char, Verdict, usize) -> bool) -> bool {
    let mut kept = None;
    let mut marks = 0;
    let mut rest = raw.chars();
    while let Some(c) = rest.next() {
        let verdict = if emoji::joins(kept, c, rest.as_str()) {
            Verdict::Keep
        } else if emoji::selects(kept, c, rest.as_str()) {
            Verdict::Drop
        } else {
            verdict(kept, c)
        };
        kept = (verdict == Verdict::Keep).then_some(c);
        marks = match verdict {
            // What is not there does not part marks either.
            Verdict::Drop => marks,
            Verdict::Keep if is_combining_mark(c) => marks + 1,
            _ => 0,
        };
        if !hear(c, verdict, marks) {
            return false;
        }
    }
    true
}

/// `raw` with nothing marked but what a terminal obeys: control characters other than tab and line
/// feed. For lists that people read in a file or at the end of a pipe, which `cat` and `head` print on
/// a terminal unseen. Lines that end as on Windows end as all others.
pub fn without_controls(raw: &str) -> Cow<'_, str> {
    let is_obeyed = |c: char| c.is_control() && !matches!(c, '\t' | '\n');
    if !raw.contains(is_obeyed) {
        return Cow::Borrowed(raw);
    }
    let mut out = String::with_capacity(raw.len() + 16);
    for c in raw.replace("\r\n", "\n").chars() {
        if is_obeyed(c) {
            out.push_str(&mark(c));
        } else {
            out.push(c);
        }
    }
    Cow::Owned(out)
}

fn mark(c: char) -> String {
    format!("<U+{:04X}>", u32::from(c))
}

/// `text` as one line of a list: a line end is a blank.
pub fn on_one_line(text: &str) -> String {
    text.replace("\r\n", " ").replace('\n', " ")
}

/// [`clean`] for what must stay on one line: line feeds become marks too.
pub fn clean_line(raw: &str) -> String {
    clean(raw).replace('\n', "<U+000A>")
}

/// The common case, told without copying: printable ASCII and line feeds, or nothing to change.
fn is_clean(raw: &str) -> bool {
    if raw.bytes().all(|b| b == b'\n' || (0x20..0x7f).contains(&b)) {
        return true;
    }
    each(raw, |_, verdict, marks| {
        verdict == Verdict::Keep && marks <= MAX_MARKS
    })
}

#[derive(PartialEq, Eq)]
pub(super) enum Verdict {
    Keep,
    Blank,
    Drop,
    Mark,
}

/// What becomes of a character behind the one that was kept `before` it, unless both are parts of an
/// emoji.
pub(super) fn verdict(before: Option<char>, c: char) -> Verdict {
    match c {
        '\n' => Verdict::Keep,
        '\t' => Verdict::Blank,
        // A break between words of a script that writes none: it has done its work when the
        // text is laid out by grapheme, and a terminal would count a column for it.
        '\u{200b}' if before.is_some_and(is_south_east_asian) => Verdict::Drop,
        // Joiners change the letters of these scripts and have no other use in them.
        '\u{200c}' | '\u{200d}' if before.is_some_and(takes_joiners) => Verdict::Keep,
        c if c.is_control() || is_hidden(c) => Verdict::Mark,
        _ => Verdict::Keep,
    }
}

/// Format, bidirectional, invisible and line-separating characters, variation selectors and tags;
/// those that control shorthand and the joining of hieroglyphs as well.
pub(crate) fn is_hidden(c: char) -> bool {
    matches!(u32::from(c),
        0xad | 0x34f | 0x61c | 0x115f | 0x1160 | 0x17b4 | 0x17b5 | 0x180b..=0x180f
        | 0x200b..=0x200f | 0x2028..=0x202e | 0x2060..=0x206f | 0x3164 | 0xfe00..=0xfe0f
        | 0xfeff | 0xffa0 | 0xfff0..=0xfffb | 0x13430..=0x1343f | 0x1bca0..=0x1bca3
        | 0x1d173..=0x1d17a | 0xe0000..=0xe0fff)
}

/// Thai, Lao, Myanmar, Khmer.
fn is_south_east_asian(c: char) -> bool {
    matches!(u32::from(c), 0xe00..=0xeff | 0x1000..=0x109f | 0x1780..=0x17ff)
}

/// Arabic and the scripts of India.
fn takes_joiners(c: char) -> bool {
    matches!(u32::from(c), 0x600..=0x6ff | 0x750..=0x77f | 0x900..=0xdff)
}

#[cfg(test)]
mod tests;
