//! The entries of a BibTeX file one by one, so that one that is wrong does not take the rest with it.
//! What cannot be read is blanked out, byte for byte, and so is what is not needed: all places stay
//! what they are. Round brackets around an entry, which BibTeX allows, become braces.

use std::ops::Range;

use biblatex::RawBibliography;

use super::tidy::tidied;
use crate::import::SkipReason;

/// Braces within braces. More of them mean nothing to TeX, and take their square in time.
const DEPTH: usize = 100;

/// Where an entry begins, and why it gives nothing.
pub(super) type Bad = (usize, SkipReason);

/// The text with nothing in it that the parser stumbles over, and what was wrong; `is_free` as for
/// [`tidied`].
pub(super) fn sound(text: &str, is_free: bool) -> (String, Vec<Bad>) {
    let mut bytes = text.as_bytes().to_vec();
    let mut bad = Vec::new();
    let mut from = 0;
    let mut kept = 0;
    // What was read in vain: past this an entry ends where the next one begins at the latest.
    let mut left = text.len().saturating_mul(8);
    while let Some(piece) = next(text, from, left > 0) {
        blank(&mut bytes, kept..piece.start);
        let end = piece.end.unwrap_or(text.len());
        let verdict = piece.read(text, is_free);
        let next_head = || head_after(text, piece.open + 1).filter(|at| *at < end);
        (kept, from) = match verdict {
            Ok(Kept::Whole(tidied)) => {
                bytes[piece.start..end].copy_from_slice(tidied.as_bytes());
                (end, end)
            }
            Ok(Kept::Nothing) => {
                blank(&mut bytes, piece.start..end);
                (end, end)
            }
            Err(unused) => {
                // A brace that is not closed takes in what follows: the next head ends it.
                left = left.saturating_sub(end - piece.start);
                let end = next_head().unwrap_or(end);
                blank(&mut bytes, piece.start..end);
                bad.push((piece.start, unused));
                (end, end)
            }
        };
    }
    blank(&mut bytes, kept..text.len());
    (String::from_utf8(bytes).unwrap_or_default(), bad)
}

/// Bytes become blanks; line ends stay.
fn blank(bytes: &mut [u8], range: Range<usize>) {
    for byte in &mut bytes[range] {
        if *byte != b'\n' {
            *byte = b' ';
        }
    }
}

/// What is kept of a piece.
enum Kept {
    /// Tidied, and in braces.
    Whole(String),
    Nothing,
}

/// `@article{…}`, `@string(…)`.
struct Piece {
    start: usize,
    open: usize,
    /// Behind its last bracket; none where it has none.
    end: Option<usize>,
    is_deep: bool,
}

/// The next piece from a place on; only with `is_far` it may go beyond the next line that looks like one.
fn next(text: &str, from: usize, is_far: bool) -> Option<Piece> {
    let mut at = from;
    loop {
        let start = at + text.get(at..)?.find('@')?;
        if let Some(open) = opening(text, start) {
            let within = (!is_far)
                .then(|| head_after(text, open + 1))
                .flatten()
                .unwrap_or(text.len());
            let (end, is_deep) = closing(&text[..within], open);
            return Some(Piece {
                start,
                open,
                end,
                is_deep,
            });
        }
        at = start + 1;
    }
}

/// Where the bracket is that opens what begins with the `@` at `start`.
fn opening(text: &str, start: usize) -> Option<usize> {
    let rest = &text[start + 1..];
    let bare = rest.trim_start();
    let word = bare.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    let open = word.trim_start();
    let is_head = word.len() < bare.len() && open.starts_with(['{', '(']);
    is_head.then(|| text.len() - open.len())
}

/// Behind the bracket that closes the one at `open`, and whether braces are nested too deep. Quotation
/// marks hide no brace from BibTeX.
fn closing(text: &str, open: usize) -> (Option<usize>, bool) {
    let bytes = text.as_bytes();
    let is_round = bytes[open] == b'(';
    let mut depth = usize::from(!is_round);
    let mut is_quoted = false;
    let mut deepest = depth;
    for (at, byte) in bytes.iter().enumerate().skip(open + 1) {
        match byte {
            b'{' => depth += 1,
            b'}' if depth <= 1 && !is_round => return (Some(at + 1), deepest > DEPTH),
            b'}' => depth = depth.saturating_sub(1),
            b'"' if depth == 0 => is_quoted = !is_quoted,
            b')' if is_round && depth == 0 && !is_quoted => {
                return (Some(at + 1), deepest > DEPTH);
            }
            _ => {}
        }
        deepest = deepest.max(depth);
    }
    (None, deepest > DEPTH)
}

/// The next line that begins as an entry does.
fn head_after(text: &str, from: usize) -> Option<usize> {
    let lines = text[from..].match_indices("\n@");
    let mut heads = lines.map(|(at, _)| from + at + 1);
    heads.find(|at| opening(text, *at).is_some())
}

impl Piece {
    fn read(&self, text: &str, is_free: bool) -> Result<Kept, SkipReason> {
        let end = self.end.unwrap_or(text.len());
        let word = text[self.start + 1..self.open].trim().to_lowercase();
        let name = || name(&text[self.open + 1..end]);
        let cannot = |why: &str| SkipReason::with("BibTeX that cannot be read", why.to_owned());
        if self.end.is_none() {
            return Err(cannot(&format!("{}: a bracket is not closed", name())));
        }
        if word == "comment" || word == "preamble" {
            return Ok(Kept::Nothing);
        }
        let inner = &text[self.open + 1..end - 1];
        if word == "string" && inner.trim().is_empty() {
            return Ok(Kept::Nothing);
        }
        if self.is_deep {
            let why = format!("{}: braces nested deeper than {DEPTH}", name());
            return Err(cannot(&why));
        }
        let whole = format!("{}{{{inner}}}", &text[self.start..self.open]);
        let braced = tidied(&whole, self.open - self.start, is_free);
        let parsed = RawBibliography::parse(&braced).map(|_| ());
        match parsed {
            Ok(()) => Ok(Kept::Whole(braced)),
            Err(error) => {
                // The last character of an entry is where one sees that something is missing.
                let at = (self.start + error.span.start).min(end - 1);
                let line = 1 + text[self.start..floor(text, at)].matches('\n').count();
                let detail = match line {
                    1 => format!("{}: {}", name(), error.kind),
                    line => format!("{}: {}, on line {line} of it", name(), error.kind),
                };
                Err(cannot(&detail))
            }
        }
    }
}

/// What an entry is called: its key, as far as it has one.
fn name(inner: &str) -> String {
    let key: String = inner
        .split([',', '=', '\n'])
        .next()
        .unwrap_or_default()
        .trim()
        .chars()
        .take(60)
        .collect();
    if key.is_empty() {
        "an entry without a key".to_owned()
    } else {
        key
    }
}

fn floor(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Keys of the entries that are left, and what is told of the others.
    fn read(text: &str) -> (String, String) {
        let (sound, bad) = sound(text, true);
        assert_eq!(sound.len(), text.len());
        let raw = RawBibliography::parse(&sound).expect("it is sound");
        let keys: Vec<_> = raw.entries.iter().map(|entry| entry.v.key.v).collect();
        let details: Vec<_> = bad.into_iter().map(|(_, why)| why.detail).collect();
        (keys.join(" "), details.join("; "))
    }

    #[test]
    fn one_entry_that_is_wrong_takes_no_other_with_it() {
        let good = "@article{good, title = {T}, year = 2014}\n";
        for (text, keys, detail) in [
            ("@book(a, title = {T (one)})\n", "a good", ""),
            ("@book(a, title = \"T :-)\")\n", "a good", ""),
            ("@string( )\n", "good", ""),
            ("@string{}\n@string(x = \"y\")\n", "good", ""),
            ("@comment{@book{x, title = }}\n", "good", ""),
            ("mail me@home.org {x}, @ {y}\n", "good", ""),
            ("@book{a, title = {T},, year = 2}\n", "a good", ""),
            (
                "@book{a, title = \"T {\"}x{\"}\", year = 2}\n",
                "a good",
                "",
            ),
            ("@book{a, title = {T} year = 2}\n", "good", "a: "),
            ("@book{a title = {T}}\n", "good", "a title: "),
            (
                "@book{a, title = {T\n",
                "good",
                "a: a bracket is not closed",
            ),
            ("@book{a,\n title = \n}\n", "good", "a: "),
            ("@book{Ü, title = {T}, }\n", "Ü good", ""),
        ] {
            let (found, why) = read(&format!("{text}{good}"));
            assert_eq!(found, keys, "{text}: {why}");
            assert!(
                why.starts_with(detail) && (detail.is_empty() == why.is_empty()),
                "{why}"
            );
        }
        let deep = format!(
            "@book{{a, title = {}x{}}}\n{good}",
            "{".repeat(200),
            "}".repeat(200)
        );
        assert_eq!(
            read(&deep),
            ("good".into(), "a: braces nested deeper than 100".into())
        );
    }

    #[test]
    fn open_brackets_take_time_in_proportion() {
        let text = "@book{a, title = {T\n".repeat(30_000);
        let start = std::time::Instant::now();
        let (_, bad) = sound(&text, true);
        assert_eq!(bad.len(), 30_000);
        assert!(start.elapsed().as_secs() < 30);
    }
}
