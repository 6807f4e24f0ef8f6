//! The records of a file that is no JSON: one fault hides no neighbour. They are found by their braces,
//! and where these do not match, by the column in which records begin.

use std::ops::Range;

use super::list::RECORDS;

/// The ranges of what looks like the records of an array, bare or in an object that names its schema.
pub(super) fn items(text: &str) -> Vec<Range<usize>> {
    let mut scan = Scan {
        text,
        items: Vec::new(),
        open: None,
        depth: 0,
        column: None,
    };
    scan.run(start(text));
    scan.items
}

/// Where the list begins.
fn start(text: &str) -> usize {
    let name = format!("\"{RECORDS}\"");
    let member = text.match_indices(&name).find_map(|(at, _)| {
        let behind = text[at + name.len()..].trim_ascii_start();
        let rest = behind.strip_prefix(':')?.trim_ascii_start();
        let list = rest.strip_prefix('[')?;
        // Before the first record only the object around the list can be open.
        let is_outer = text[..at].matches('{').count() == 1;
        is_outer.then_some(text.len() - list.len())
    });
    let bare = text.find(['[', '{']).unwrap_or(text.len());
    member.unwrap_or_else(|| bare + usize::from(text[bare..].starts_with('[')))
}

struct Scan<'a> {
    text: &'a str,
    items: Vec<Range<usize>>,
    /// Where the record begins that is being read.
    open: Option<usize>,
    /// How many braces and brackets are open inside the list.
    depth: usize,
    /// In which column a record begins that has nothing before it in its line.
    column: Option<usize>,
}

impl Scan<'_> {
    fn run(&mut self, start: usize) {
        let mut at = start;
        while let Some(byte) = self.text.as_bytes().get(at) {
            match byte {
                b'"' => at = string_end(self.text, at),
                b'{' => {
                    self.begin(at);
                    self.depth += 1;
                }
                b'[' if self.open.is_some() => self.depth += 1,
                b'}' | b']' => self.end(at),
                _ => {}
            }
            at += 1;
        }
        self.close(self.text.len());
    }

    /// A brace opens a record, or something inside one.
    fn begin(&mut self, at: usize) {
        let line = self.text[..at].rfind('\n').map_or(0, |feed| feed + 1);
        let is_first = self.text[line..at].trim_ascii().is_empty();
        let column = is_first.then_some(at - line);
        if self.open.is_none() {
            self.column = self.column.or(column);
        } else if column.is_some() && column == self.column {
            self.close(line);
        } else {
            return;
        }
        self.open = Some(at);
    }

    fn end(&mut self, at: usize) {
        self.depth = self.depth.saturating_sub(1);
        if self.depth == 0 {
            self.close(at + 1);
        }
    }

    /// The record that is being read ends before `end`.
    fn close(&mut self, end: usize) {
        self.depth = 0;
        if let Some(start) = self.open.take() {
            let item = self.text[start..end].trim_ascii_end();
            let text = item.strip_suffix(',').unwrap_or(item);
            self.items.push(start..start + text.len());
        }
    }
}

/// The closing quote of a string, or the end of its line: no string of JSON goes on behind it.
fn string_end(text: &str, start: usize) -> usize {
    let mut escaped = false;
    for (at, byte) in text.bytes().enumerate().skip(start + 1) {
        match byte {
            b'\n' => return at,
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'"' => return at,
            _ => {}
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::items;

    /// The first of three records is broken in all ways; the others are found.
    #[test]
    fn one_fault_hides_no_neighbour() {
        for fault in [
            r#"{"id": "a", "n": NaN}"#,
            r#"{"id": "a", "n": 5,0}"#,
            r#"{"id": "a",, "n": 5}"#,
            r#"{"id": "a", // it's "so
                "n": 5}"#,
            "{\"id\": \"a\tb\"}",
            "{\"id\": \"a\nb\", \"n\": 5}",
            "{\"id\": \"a\u{0}b\"}",
            r#"{"id": "a, "n": [1, {"x": 2}]}"#,
            r#"{"id": "a", "n": [1, {"x": 2}"#,
            r#"{"id": "a", "n": 1]}"#,
            "<<<<<<< HEAD",
            ",",
        ] {
            let list =
                format!("[\n  {fault},\n  {{\"id\": \"b\", \"n\": {{}}}}\n  {{\"id\": \"c\"}}\n]");
            let whole = format!("{{\n\"$schema\": \"x\", \"records\": {list} }}");
            for text in [list, whole] {
                let found: Vec<_> = items(&text).into_iter().map(|item| &text[item]).collect();
                let ends = &found[found.len() - 2..];
                assert_eq!(
                    ends,
                    [r#"{"id": "b", "n": {}}"#, r#"{"id": "c"}"#],
                    "{text}"
                );
            }
        }
    }

    #[test]
    fn nothing_is_found_in_nothing() {
        for text in ["", "[", "[]", "{", "\"", "]", "x", "[1, 2]"] {
            assert!(
                items(text).iter().all(|item| item.end <= text.len()),
                "{text}"
            );
        }
        assert!(items("[1, 2]").is_empty());
    }

    /// What nothing closes takes time in proportion to its length.
    #[test]
    fn all_of_a_long_text_is_read_once() {
        let text = "{".repeat(1_000_000);
        assert_eq!(items(&text).len(), 1);
    }
}
