//! Folding at the speed of reading, for archives.

use memchr::memchr;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{canonical_combining_class, is_combining_mark};

use super::grapheme::fold_grapheme;
use super::letters::{Am, am};
use crate::dossier::text::{MAX_MARKS, Verdict, clean, verdict};

/// Blocks of characters that fold one by one, whatever stands around them: Latin, Greek,
/// Cyrillic, Thai, Lao, general punctuation, kana, Chinese. Marks that could join a letter of
/// these blocks to another (U+0300 to U+036F, U+3099) are in none of them.
const BLOCKS: [std::ops::Range<u32>; 8] = [
    0xa0..0x250,
    0x370..0x483,
    0x48a..0x530,
    0xe00..0xf00,
    0x2010..0x2040,
    0x3041..0x3097,
    0x30a1..0x30fb,
    0x4e00..0xa000,
];

/// Bytes that are looked at together in a run of ASCII.
const RUN: usize = 16;

/// How a character folds.
#[derive(Clone, Copy)]
enum Known {
    NotYet,
    /// Not by itself.
    No,
    Yes(Folds),
}

#[derive(Clone, Copy)]
struct Folds {
    bytes: [u8; 7],
    len: u8,
    /// The combining class of its first and of its last part: a mark that would have to change
    /// places with the one before it does not fold by itself.
    first: u8,
    last: u8,
    mark: bool,
}

/// Makes texts clean and folds them, remembering how characters fold.
pub struct Folder {
    known: Vec<Known>,
}

impl Default for Folder {
    fn default() -> Self {
        let count = BLOCKS.iter().map(ExactSizeIterator::len).sum();
        Self {
            known: vec![Known::NotYet; count],
        }
    }
}

impl Folder {
    /// Appends to `out` what `fold(&clean(raw))` gives.
    pub fn fold_clean(&mut self, raw: &str, out: &mut Vec<u8>) {
        let start = out.len();
        if !self.one_by_one(raw, out) {
            out.truncate(start);
            out.extend_from_slice(super::fold(&clean(raw)).as_bytes());
        }
    }

    /// Folds character by character; false when one of them needs its neighbours.
    fn one_by_one(&mut self, raw: &str, out: &mut Vec<u8>) -> bool {
        // It may be a mark in the place of what shows nothing.
        if memchr(b'<', raw.as_bytes()).is_some_and(|at| raw[at..].contains("<U+")) {
            return false;
        }
        let mut rest = raw;
        let mut ring = Ring::No;
        let mut class = 0;
        let mut marks = 0;
        let mut before = None;
        loop {
            let run = ascii_run(rest.as_bytes());
            if run > 0 {
                out.extend(rest.as_bytes()[..run].iter().map(u8::to_ascii_lowercase));
                rest = &rest[run..];
                (class, marks, before) = (0, 0, None);
                ring = Ring::No;
            }
            let Some(c) = rest.chars().next() else {
                return true;
            };
            rest = &rest[c.len_utf8()..];
            // A break between words that `clean` drops behind Thai and Lao.
            if c == '\u{200b}' && before.is_some_and(|b| verdict(Some(b), c) == Verdict::Drop) {
                before = Some(c);
                continue;
            }
            let Some(folds) = self.folds(c) else {
                return false;
            };
            marks = if folds.mark { marks + 1 } else { 0 };
            if (folds.first != 0 && folds.first < class) || marks > MAX_MARKS || !ring.go_on(c) {
                return false;
            }
            out.extend_from_slice(&folds.bytes[..folds.len.into()]);
            (class, before) = (folds.last, Some(c));
        }
    }

    fn folds(&mut self, c: char) -> Option<Folds> {
        let place = &mut self.known[place(c)?];
        if matches!(place, Known::NotYet) {
            *place = folds(c).map_or(Known::No, Known::Yes);
        }
        match place {
            Known::Yes(folds) => Some(*folds),
            _ => None,
        }
    }
}

/// How far a sara am has come whose parts may have to change places.
#[derive(Clone, Copy)]
enum Ring {
    No,
    /// The ring was there.
    Begun,
    /// The ring and a tone mark: in the wrong order, if the vowel comes.
    Toned,
    /// All of it.
    Done,
}

impl Ring {
    /// Takes the next character; false where it changes places with one before it.
    fn go_on(&mut self, c: char) -> bool {
        let next = match (*self, am(c)) {
            (Self::Toned, Some(Am::Vowel)) | (Self::Done, Some(Am::Tone)) => return false,
            (Self::Begun | Self::Toned, Some(Am::Tone)) => Self::Toned,
            (Self::Begun, Some(Am::Vowel)) | (_, Some(Am::Whole)) => Self::Done,
            (_, Some(Am::Ring)) => Self::Begun,
            _ => Self::No,
        };
        *self = next;
        true
    }
}

/// The length of the run of printable ASCII and line feeds at the start.
fn ascii_run(bytes: &[u8]) -> usize {
    let plain = |b: u8| (0x20..0x7f).contains(&b) || b == b'\n';
    let mut run = 0;
    for chunk in bytes.chunks_exact(RUN) {
        // No early end inside a chunk, so that it is looked at in one step.
        if !chunk.iter().fold(true, |all, b| all & plain(*b)) {
            break;
        }
        run += RUN;
    }
    run + bytes[run..].iter().take_while(|b| plain(**b)).count()
}

/// The place of a character in the table.
fn place(c: char) -> Option<usize> {
    let code = u32::from(c);
    let mut first = 0;
    for block in BLOCKS {
        if block.contains(&code) {
            return Some(first + (code - block.start) as usize);
        }
        first += block.len();
    }
    None
}

/// How a character folds by itself, if it does.
fn folds(c: char) -> Option<Folds> {
    if verdict(None, c) != Verdict::Keep {
        return None;
    }
    let mut text = String::new();
    fold_grapheme(c.encode_utf8(&mut [0; 4]), &mut text);
    let mut bytes = [0; 7];
    bytes
        .get_mut(..text.len())?
        .copy_from_slice(text.as_bytes());
    let mut parts = c.nfkd().map(canonical_combining_class);
    let first = parts.next()?;
    Some(Folds {
        bytes,
        len: u8::try_from(text.len()).ok()?,
        first,
        last: parts.last().unwrap_or(first),
        mark: is_combining_mark(c),
    })
}

#[cfg(test)]
mod tests {
    use super::super::fold;
    use super::*;
    use proptest::prelude::*;

    fn folded(raw: &str) -> String {
        let mut out = Vec::new();
        Folder::default().fold_clean(raw, &mut out);
        String::from_utf8(out).expect("whole characters")
    }

    #[test]
    fn common_texts_fold_one_by_one() {
        for raw in [
            "Plain text, twice\nover",
            "Laos’ “struggle” – a Café",
            "Торговля растёт, ЁЖ",
            "ສະບາຍດີ\u{200b}ນ້ຳ ຊື່",
            "ภาษาไทย น้ำ",
            "東京都 カタカナ",
        ] {
            let mut out = Vec::new();
            assert!(Folder::default().one_by_one(raw, &mut out), "{raw}");
            assert_eq!(String::from_utf8(out).as_deref(), Ok(&*fold(&clean(raw))));
        }
    }

    proptest! {
        #[test]
        fn it_folds_as_the_rule_says(
            raw in "[ -~\u{a0}-\u{24f}\u{370}-\u{52f}\u{e00}-\u{eff}\u{200b}\u{2010}-\u{203f}\u{3041}-\u{30ff}\u{4e00}-\u{4e10}]{0,40}|\\PC{0,40}|[a\u{300}\u{301}йéກ\u{eb9}\u{ec8}\u{200b}\u{ad}¨]{0,20}|.{0,30}|[ກກ\u{eb2}\u{eb3}\u{ec8}\u{ec9}\u{ecd}\u{e33}\u{e32}\u{e48}\u{e4d}\u{200b}ßæœς]{0,12}|(<U\\+00AD>|<U\\+0041>|a|é){0,6}"
        ) {
            prop_assert_eq!(folded(&raw), fold(&clean(&raw)));
        }
    }
}
