//! The fields of one record with their places: the `csv` crate says where the record ends and what
//! it holds, but not where its fields stand.

use std::borrow::Cow;
use std::ops::Range;

use super::Cell;

/// Why the fields of a record cannot be made out.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// A quotation mark that is opened at this place is never closed.
    Open(usize),
    /// Something stands between a closing quotation mark and the next separator.
    Stray,
}

/// The fields of `raw`, whose line end may still hang on to it.
pub(super) fn walk(raw: &str, separator: u8) -> Result<Vec<Cell<'_>>, Fault> {
    let mut cells = Vec::new();
    let mut at = 0;
    loop {
        let quoted = raw.as_bytes().get(at) == Some(&b'"');
        let (range, end) = if quoted {
            let close = closing(raw, at + 1).ok_or(Fault::Open(at))?;
            (at + 1..close, close + 1)
        } else {
            let rest = raw[at..].bytes().position(|b| b == separator || is_end(b));
            let end = rest.map_or(raw.len(), |length| at + length);
            (at..end, end)
        };
        cells.push(Cell::new(raw, range, quoted));
        match raw.as_bytes().get(end) {
            Some(byte) if *byte == separator => at = end + 1,
            Some(byte) if is_end(*byte) => return Ok(cells),
            None => return Ok(cells),
            Some(_) => return Err(Fault::Stray),
        }
    }
}

fn is_end(byte: u8) -> bool {
    matches!(byte, b'\r' | b'\n')
}

/// The quotation mark that closes a field whose text begins at `from`; a doubled one does not.
fn closing(raw: &str, from: usize) -> Option<usize> {
    let mut marks = raw[from..]
        .match_indices('"')
        .map(|(at, _)| from + at)
        .peekable();
    while let Some(at) = marks.next() {
        if marks.next_if_eq(&(at + 1)).is_none() {
            return Some(at);
        }
    }
    None
}

impl<'a> Cell<'a> {
    fn new(raw: &'a str, range: Range<usize>, quoted: bool) -> Self {
        let text = &raw[range.clone()];
        let lead = text.len() - text.trim_start().len();
        let trimmed = text.trim();
        let start = range.start + lead;
        Self {
            text: if quoted && trimmed.contains("\"\"") {
                Cow::Owned(trimmed.replace("\"\"", "\""))
            } else {
                Cow::Borrowed(trimmed)
            },
            range: start..start + trimmed.len(),
        }
    }

    /// The same cell in a text in which the record begins at `start`.
    pub(super) fn at(self, start: usize) -> Self {
        Self {
            range: self.range.start + start..self.range.end + start,
            ..self
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(raw: &str) -> Vec<(String, String)> {
        let cells = walk(raw, b',').expect("fields");
        let shown = |cell: Cell<'_>| (cell.text.into_owned(), raw[cell.range].to_owned());
        cells.into_iter().map(shown).collect()
    }

    #[test]
    fn fields_and_their_places() {
        let pair = |a: &str, b: &str| (a.to_owned(), b.to_owned());
        assert_eq!(
            fields("a, b ,\n"),
            [pair("a", "a"), pair("b", "b"), pair("", "")]
        );
        assert_eq!(
            fields("\"x,y\",\"say \"\"no\"\"\",\"\"\r\n"),
            [
                pair("x,y", "x,y"),
                pair("say \"no\"", "say \"\"no\"\""),
                pair("", "")
            ]
        );
        assert_eq!(
            fields("\"two\nlines\",5\""),
            [pair("two\nlines", "two\nlines"), pair("5\"", "5\"")]
        );
        assert_eq!(fields(""), [pair("", "")]);
    }

    #[test]
    fn quotation_marks_that_do_not_fit() {
        assert_eq!(walk("a,\"b,c", b',').err(), Some(Fault::Open(2)));
        assert_eq!(walk("a,\"b\"\"", b',').err(), Some(Fault::Open(2)));
        assert_eq!(walk("\"b\"c,d", b',').err(), Some(Fault::Stray));
    }
}
