//! Which lines of a file of quotes may match a query, told without parsing them: for a single
//! search through an archive from the command line.
//!
//! A line passes if it holds the letters that are looked for once its ASCII and Cyrillic letters
//! are folded where they stand, or if it holds anything that folds into letters in another way:
//! letters with accents, forms of width, escapes. Some lines pass that do not match; none is lost
//! that does, and a test holds that against the real search.

use std::ops::Range;
use std::sync::LazyLock;

use memchr::memmem::Finder;

use super::state::State;
use super::{Clause, How, Query, Test, fold};
use crate::describe::named;
use crate::dossier::{Dossier, Id};

/// With more patterns than this it is no faster than to parse.
const PATTERNS: usize = 8;

/// Bytes that are looked at in one step.
const STEP: usize = 32;

/// What stands for too many marks: a word that is part of it may match where the file does not hold it.
const MANY_MARKS: &str = "<marks>";

/// One clause of a query, as bytes.
pub struct Prefilter {
    patterns: Vec<Finder<'static>>,
    /// Cyrillic letters are looked for.
    cyrillic: bool,
}

impl Prefilter {
    /// For the clause that lets the fewest pass; none if no clause can be looked for so.
    pub fn new(query: &Query, dossier: &Dossier) -> Option<Self> {
        // What is contested is found out from all quotes, and marks are places among them.
        if query.asks_contested() || query.asks(State::Marked) {
            return None;
        }
        let clauses = query.clauses.iter().filter(|clause| !clause.excluded);
        let sieves = clauses.filter_map(|clause| patterns(clause, dossier));
        let best = sieves.max_by_key(|patterns| patterns.iter().map(String::len).min())?;
        let finder = |pattern: &String| Finder::new(pattern).into_owned();
        Some(Self {
            cyrillic: best.iter().any(|pattern| !pattern.is_ascii()),
            patterns: best.iter().map(finder).collect(),
        })
    }

    /// Adds the places of the lines that pass.
    pub fn keep_matching(&self, lines: &[u8], ranges: &mut Vec<Range<usize>>) {
        let mut folded = Vec::new();
        let mut passing = Vec::new();
        fold_in_place(lines, self.cyrillic, &mut folded, &mut passing);
        for finder in &self.patterns {
            passing.extend(finder.find_iter(&folded));
        }
        passing.sort_unstable();
        for at in passing {
            if ranges
                .last()
                .is_some_and(|line: &Range<usize>| at < line.end)
            {
                continue;
            }
            let start = memchr::memrchr(b'\n', &lines[..at]).map_or(0, |feed| feed + 1);
            let end = memchr::memchr(b'\n', &lines[at..]).map_or(lines.len(), |feed| at + feed);
            ranges.push(start..end);
        }
    }
}

/// What a line must hold for a clause; none where that cannot be told.
fn patterns(clause: &Clause, dossier: &Dossier) -> Option<Vec<String>> {
    let mut patterns = Vec::new();
    for test in &clause.any_of {
        let Test::Text { field, needle, how } = test else {
            return None;
        };
        let plain = needle.chars().all(is_plain) && !MANY_MARKS.contains(&**needle);
        let (None, true) = (field, plain && *how != How::Like) else {
            return None;
        };
        patterns.push(needle.clone());
        // What the speaker is called stands in another file: here is their id.
        let called = |id: &Id| {
            let names = named::spellings(dossier, id);
            names.iter().any(|name| fold(name).contains(&**needle))
        };
        let ids = dossier
            .people
            .iter()
            .map(|person| &person.id)
            .filter(|id| called(id));
        patterns.extend(ids.map(|id| format!("\"{id}\"")).take(PATTERNS + 1));
    }
    (patterns.len() <= PATTERNS).then_some(patterns)
}

/// A folded character that [`fold_in_place`] gives wherever a text folds into it, but for lines
/// that pass anyway.
fn is_plain(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, 'а'..='я' | 'ђ'..='џ')
}

/// Is the character that begins with a byte, before that next one, to be looked at? It may fold into
/// letters, or is Cyrillic and that is looked for. ASCII is looked at otherwise, bytes inside a
/// character begin none, and Greek, Chinese, Thai and Lao fold into no letters of ours.
#[expect(
    clippy::needless_bitwise_bool,
    reason = "without a branch many bytes are looked at in one step, which takes half the time"
)]
fn looks(byte: u8, next: u8, cyrillic: bool) -> bool {
    let greek = (byte == 0xce) | (byte == 0xcf);
    let chinese = (0xe4..=0xe9).contains(&byte);
    let thai_or_lao = (byte == 0xe0) & (next >= 0xb8);
    let other = (0xd0..=0xd3).contains(&byte) & !cyrillic;
    (byte >= 0xc0) & !(greek | chinese | thai_or_lao | other)
}

/// Folds ASCII letters where they stand, and Cyrillic ones if that is wanted, and adds to
/// `passing` the places of what may fold into letters otherwise.
fn fold_in_place(lines: &[u8], cyrillic: bool, folded: &mut Vec<u8>, passing: &mut Vec<usize>) {
    folded.clear();
    folded.extend(lines.iter().map(u8::to_ascii_lowercase));
    // An escape may hide a letter, or stand for what is shown as a mark; so does a delete.
    let hides = |at: &usize| !matches!(lines.get(at + 1), Some(b'"' | b'\\' | b'/' | b'n' | b't'));
    let mut behind = 0;
    for at in memchr::memchr_iter(b'\\', lines) {
        // The second of two is no escape.
        if at >= behind {
            behind = at + 2;
            passing.extend(Some(at).filter(hides));
        }
    }
    passing.extend(memchr::memchr_iter(0x7f, lines));
    // It may be a mark that folds into nothing.
    passing.extend(memchr::memmem::find_iter(lines, "<U+"));
    // The last byte, or what is cut off behind it, begins no character that is whole.
    let after = lines.get(1..).unwrap_or_default();
    for (step, (bytes, after)) in lines.chunks(STEP).zip(after.chunks(STEP)).enumerate() {
        let pairs = || bytes.iter().zip(after);
        // No early end inside a step.
        if !pairs().fold(false, |any, (byte, next)| {
            any | looks(*byte, *next, cyrillic)
        }) {
            continue;
        }
        for (ahead, (byte, next)) in pairs().enumerate() {
            if looks(*byte, *next, cyrillic) {
                let at = step * STEP + ahead;
                if !folds_into_nothing(&lines[at..]) && !fold_cyrillic(folded, at) {
                    passing.push(at);
                }
            }
        }
    }
}

/// Dashes, quotes, dots, kana: they fold into no letters of ours.
fn folds_into_nothing(text: &[u8]) -> bool {
    match text {
        [0xe2, 0x80, third, ..] => (0x90..=0xa7).contains(third),
        [0xe3, second, ..] => (0x81..=0x83).contains(second),
        _ => false,
    }
}

/// Folds the character at a place, if it is Cyrillic and stays as long as it is.
fn fold_cyrillic(text: &mut [u8], at: usize) -> bool {
    let Some([lead @ 0xd0..=0xd3, second]) = text.get_mut(at..at + 2) else {
        return false;
    };
    let place = usize::from(*lead - 0xd0) << 6 | usize::from(*second & 0x3f);
    let Some(pair) = CYRILLIC[place] else {
        return false;
    };
    [*lead, *second] = pair;
    true
}

/// How the characters from U+0400 to U+04FF fold, where that takes two bytes too.
static CYRILLIC: LazyLock<[Option<[u8; 2]>; 256]> = LazyLock::new(|| {
    std::array::from_fn(|at| {
        let c = char::from_u32(0x400 + u32::try_from(at).ok()?)?;
        let folded = fold(c.encode_utf8(&mut [0; 4]));
        folded.as_bytes().try_into().ok()
    })
});

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dossier::text::clean;
    use proptest::prelude::*;
    use std::fmt::Write;

    fn passes(query: &str, lines: &str) -> Option<Vec<String>> {
        let prefilter = Prefilter::new(&Query::new(query), &Dossier::default())?;
        let mut ranges = Vec::new();
        prefilter.keep_matching(lines.as_bytes(), &mut ranges);
        Some(
            ranges
                .into_iter()
                .map(|range| lines[range].to_owned())
                .collect(),
        )
    }

    #[test]
    fn lines_that_may_match_pass() {
        let lines = "one Water\ntwo\n\nthree caf\u{e9}\nВОДА\n\\u0077\n– ’ ລາວ 東\n";
        for (query, passing) in [
            ("water", Some(vec!["one Water", "three café", "\\u0077"])),
            ("вода", Some(vec!["three café", "ВОДА", "\\u0077"])),
            ("-two =three", Some(vec!["three café", "\\u0077"])),
            (
                "two|вода",
                Some(vec!["two", "three café", "ВОДА", "\\u0077"]),
            ),
            ("ລາວ", None),
            ("-two", None),
            ("\"two three\"", None),
            ("is:contested two", None),
            ("mark", None),
        ] {
            assert_eq!(
                passes(query, lines),
                passing.map(|l| l.into_iter().map(str::to_owned).collect()),
                "{query}"
            );
        }
    }

    proptest! {
        #[test]
        fn no_line_is_lost(
            texts in prop::collection::vec("[a-dA-D ’é–А-Дё\u{300}\u{200b}ກ東\u{ad}\u{7f}\n\t½ﬁ]{0,12}|\\PC{0,8}", 1..6),
            query in "[a-d]{1,3}|[а-д]{1,2}|f|2|u",
            escaped in any::<bool>(),
        ) {
            let line = |text: &String| {
                let json = serde_json::to_string(text).expect("a string");
                let mut ascii = String::new();
                for c in json.chars() {
                    if c.is_ascii() || !escaped {
                        ascii.push(c);
                        continue;
                    }
                    for unit in c.encode_utf16(&mut [0; 2]) {
                        write!(ascii, "\\u{unit:04x}").expect("a string takes all");
                    }
                }
                ascii
            };
            let lines: Vec<_> = texts.iter().map(line).collect();
            let Some(passing) = passes(&query, &(lines.join("\n") + "\n")) else {
                return Ok(());
            };
            for (text, line) in texts.iter().zip(&lines) {
                let matches = Query::new(&query).matches(&fold(&clean(text)));
                prop_assert!(!matches || passing.contains(line), "{text:?} {line}");
            }
        }
    }
}
