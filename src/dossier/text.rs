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
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_a_terminal_obeys_becomes_a_mark() {
        for (raw, shown) in [
            ("plain", "plain"),
            ("two\nlines", "two\nlines"),
            ("a\tb", "a b"),
            ("\u{1b}[31mred", "<U+001B>[31mred"),
            ("\u{9b}2J", "<U+009B>2J"),
            ("a\rb\0c\u{7f}", "a<U+000D>b<U+0000>c<U+007F>"),
            ("user\u{202e}txt.exe", "user<U+202E>txt.exe"),
            ("a\u{200b}b\u{feff}c", "a<U+200B>b<U+FEFF>c"),
            ("x\u{2028}y", "x<U+2028>y"),
            ("tag\u{e0041}", "tag<U+E0041>"),
            ("ສະ\u{200b}ບາຍ", "ສະບາຍ"),
            ("می\u{200c}خواهم", "می\u{200c}خواهم"),
            ("Москва ёй é", "Москва ёй é"),
            ("a\u{1bca0}b\u{1bca3}", "a<U+1BCA0>b<U+1BCA3>"),
            (
                "\u{13000}\u{13430}\u{13001}\u{13438}",
                "\u{13000}<U+13430>\u{13001}<U+13438>",
            ),
        ] {
            assert_eq!(clean(raw), shown, "{raw:?}");
        }
    }

    #[test]
    fn emoji_are_shown_and_nothing_beside_them() {
        for whole in [
            "❤\u{fe0f}",
            "1\u{fe0f}\u{20e3}",
            "👨\u{200d}👩\u{200d}👧",
            "🏳\u{fe0f}\u{200d}🌈",
            "👩🏽\u{200d}🚀",
            "🏃🏽\u{200d}♂\u{fe0f}",
            "©\u{fe0f}",
        ] {
            assert_eq!(clean(whole), whole);
        }
        for (raw, shown) in [
            ("\u{fe0f}", "<U+FE0F>"),
            ("a\u{fe0f}", "a<U+FE0F>"),
            ("1\u{fe0f}", "1<U+FE0F>"),
            ("❤\u{fe0f}\u{fe0f}", "❤\u{fe0f}<U+FE0F>"),
            ("★\u{fe0f}", "★<U+FE0F>"),
            ("東\u{fe0f}", "東<U+FE0F>"),
            ("❤\u{fe01}", "❤<U+FE01>"),
            ("👨\u{200d}", "👨<U+200D>"),
            ("\u{200d}👩", "<U+200D>👩"),
            ("a\u{200d}👩", "a<U+200D>👩"),
            ("👨\u{200d}a", "👨<U+200D>a"),
            ("👨\u{200d}\u{200d}👩", "👨<U+200D><U+200D>👩"),
            ("a\u{fe0f}\u{200d}👩", "a<U+FE0F><U+200D>👩"),
            ("👨\u{200c}👩", "👨<U+200C>👩"),
            ("👨\u{202e}👩", "👨<U+202E>👩"),
            ("🏴\u{e0067}\u{e007f}", "🏴<U+E0067><U+E007F>"),
        ] {
            assert_eq!(clean(raw), shown, "{raw:?}");
        }
    }

    /// What takes no column and is no mark on a letter could hide, or hide something.
    #[test]
    fn whatever_cannot_be_seen_is_a_mark() {
        use unicode_width::UnicodeWidthChar;
        // Vowels and finals that a Korean syllable is put together from.
        let jamo = |c| matches!(u32::from(c), 0x1160..=0x11ff | 0xd7b0..=0xd7ff);
        let unseen = ('\u{80}'..=char::MAX).filter(|c| c.width().unwrap_or(0) == 0);
        // Signs that are drawn over or before the letter behind them (Indic_Syllabic_Category and
        // Prepended_Concatenation_Mark of Unicode).
        let leading = |c| {
            matches!(
                u32::from(c),
                0x605
                    | 0x70f
                    | 0x890
                    | 0x891
                    | 0x8e2
                    | 0xd4e
                    | 0xa8fa
                    | 0x111c2
                    | 0x111c3
                    | 0x113d1
                    | 0x1193f
                    | 0x11941
                    | 0x11a84..=0x11a89 | 0x11d46 | 0x11f02
            )
        };
        for c in unseen.filter(|c| !is_combining_mark(*c) && !jamo(*c) && !leading(*c)) {
            assert!(
                clean(&c.to_string()).starts_with("<U+"),
                "{:04X}",
                u32::from(c)
            );
        }
    }

    #[test]
    fn what_was_given_is_kept_beside_what_is_shown() {
        let raw = "a\u{202e}b\r\n\tc";
        let text = Text::new(raw);
        assert_eq!((&*text, text.given()), ("a<U+202E>b<U+000D>\n c", raw));
        assert_eq!(as_given(|| text.to_string()), raw);
        assert_eq!(text.to_string(), "a<U+202E>b<U+000D>\n c");
        assert_eq!(serde_json::to_value(&text).expect("JSON"), raw);
        assert_ne!(text, Text::new(&text));
        let _ = std::panic::catch_unwind(|| as_given(|| panic!("inside")));
        assert!(!given::is_wanted());
        assert_eq!(size_of::<Text>(), size_of::<Box<str>>());
    }

    #[test]
    fn in_a_file_only_controls_are_marked() {
        let kept = "a\u{202e}b❤\u{fe0f}\u{ad}\tc\n\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}";
        assert_eq!(without_controls(kept), kept);
        assert_eq!(
            without_controls("a\u{1b}[31m\u{9b}2J\r\nb\rc"),
            "a<U+001B>[31m<U+009B>2J\nb<U+000D>c"
        );
    }

    #[test]
    fn marks_on_one_letter_are_capped() {
        let zalgo = format!("a{}b", "\u{301}".repeat(40));
        assert_eq!(clean(&zalgo), format!("a{}<marks>b", "\u{301}".repeat(8)));
    }

    proptest! {
        #[test]
        fn clean_text_is_clean_and_stays_so(
            raw in "\\PC*|.*|[\u{0}-\u{2fff}]*|[a1❤👨👩🏽♂\u{fe0f}\u{200d}\u{20e3}\u{301}ກ\u{200b}\t]*"
        ) {
            let once = clean(&raw).into_owned();
            prop_assert!(is_clean(&once), "{once:?}");
            prop_assert_eq!(clean(&once), once.as_str());
        }
    }
}
