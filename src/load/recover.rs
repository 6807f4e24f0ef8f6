//! The records of a file that is no JSON: one fault hides no neighbour, and what is left of a broken record is
//! none of its own. They are found by their braces, and where these do not match, by the column in which
//! records begin.

use std::ops::Range;

use serde::de::IgnoredAny;

use super::list::RECORDS;
use super::white_space::SPACE;

/// The ranges of what looks like the records of an array, bare or in an object that names its schema.
pub(super) fn items(text: &str) -> Vec<Range<usize>> {
    let mut scan = Scan {
        text,
        items: Vec::new(),
        open: None,
        depth: 0,
        line: 0,
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

/// The members of a document that is no JSON whose names are known, each with the range of its value up to the
/// next: those that begin lines, in the column of the first. None where the document is not written so.
pub(super) fn members(text: &str, is_known: impl Fn(&str) -> bool) -> Vec<(&str, Range<usize>)> {
    let mut found: Vec<(&str, Range<usize>, usize)> = Vec::new();
    let mut column = None;
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let bare = line.trim_ascii_start();
        let lead = line.len() - bare.len();
        if column.is_none_or(|column| column == lead)
            && let Some((name, value)) = key(bare).filter(|(name, _)| is_known(name))
        {
            column = Some(lead);
            let value = start + lead + value;
            if let Some((_, last, _)) = found.last_mut() {
                last.end = start;
            }
            found.push((name, value..text.len(), lead));
        }
        start += line.len();
    }
    let ended = found.into_iter().map(|(name, range, lead)| {
        let value = text[range.clone()].trim_ascii_end();
        let value = value.strip_suffix(',').unwrap_or(value);
        // The brace of the document is in a line of its own, before the column of its members, or behind the
        // last of them.
        let line = value.rfind('\n').map_or("", |feed| &value[feed + 1..]);
        let is_alone = line.trim_ascii() == "}" && line.len() <= lead;
        let is_sound = |text: &str| serde_json::from_str::<IgnoredAny>(text).is_ok();
        let bare = value.strip_suffix('}').map(str::trim_ascii_end);
        let value = bare
            .filter(|bare| range.end == text.len() && (is_alone || is_sound(bare)))
            .unwrap_or(value);
        (name, range.start..range.start + value.len())
    });
    ended.collect()
}

/// The name that a line begins with, and where its value begins: `"events": [`.
fn key(line: &str) -> Option<(&str, usize)> {
    let (name, rest) = line.strip_prefix('"')?.split_once('"')?;
    let value = rest
        .trim_ascii_start()
        .strip_prefix(':')?
        .trim_ascii_start();
    Some((name, line.len() - value.len()))
}

struct Scan<'a> {
    text: &'a str,
    items: Vec<Range<usize>>,
    /// Where the record begins that is being read.
    open: Option<usize>,
    /// How many braces and brackets are open inside the list.
    depth: usize,
    /// Where the line begins that is being read.
    line: usize,
    /// In which column a record begins that has nothing before it in its line.
    column: Option<usize>,
}

impl Scan<'_> {
    fn run(&mut self, start: usize) {
        let mut at = start;
        self.line = self.text[..start].rfind('\n').map_or(0, |feed| feed + 1);
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
            if self.text.as_bytes().get(at - 1) == Some(&b'\n') {
                self.line = at;
            }
        }
        self.close(self.text.len());
    }

    /// A brace opens a record, or something inside one, or inside of what is left of a broken one.
    fn begin(&mut self, at: usize) {
        let line = self.line;
        let before = self.text[line..at].trim_ascii_start();
        let column = at - before.len() - line;
        let is_first = before.is_empty();
        if is_first && self.column.is_some_and(|known| column < known) {
            // What was taken for records was inside of one whose own brace is missing.
            self.open = None;
            self.items.clear();
        } else if is_first && self.column == Some(column) {
            self.close(line);
        } else if self.open.is_some() || !self.may_begin(before, column) {
            return;
        }
        if is_first {
            self.column = Some(column);
        }
        self.depth = 0;
        self.open = Some(at);
    }

    /// May a record begin behind `before` in a line that begins in that column? Where records begin lines, only
    /// behind another one: `}, {`.
    fn may_begin(&self, before: &str, column: usize) -> bool {
        let Some(known) = self.column else {
            return true;
        };
        column == known && before.starts_with(['{', '}']) && before.trim_ascii_end().ends_with(',')
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
            let item = self.text[start..end].trim_end_matches(SPACE);
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
            r#""id": "a", "n": [{"x": 1}, {"x": 2}]}"#,
            "\"id\": \"a\", \"n\": [\n    {\"x\": 1},\n    {\"x\": 2}]\n  }",
            "{\"id\": \"a\", \"n\": [\n    {\"x\": 1},\n    \"x\": 2}],\n    \"m\": [\n    {\"y\": 1}]}",
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
    fn the_members_of_a_broken_document_are_found() {
        let text = "{\n  \"a\": {\"b\": 1},\n  \"b\": [\n    {\"c\": [1, 2}\n  ],\n  \"c\": [\n    {\n  \"x\": 1}\n  ]\n}\n";
        let found = super::members(text, |name| ["a", "b", "c"].contains(&name));
        let found: Vec<_> = found
            .into_iter()
            .map(|(name, at)| (name, &text[at]))
            .collect();
        assert_eq!(
            found,
            [
                ("a", "{\"b\": 1}"),
                ("b", "[\n    {\"c\": [1, 2}\n  ]"),
                ("c", "[\n    {\n  \"x\": 1}\n  ]"),
            ]
        );
        assert!(super::members("{\"a\": 1, \"b\": 2}", |_| true).is_empty());
    }

    /// What is inside of a record that has lost its brace is no record.
    #[test]
    fn what_is_left_of_a_record_is_none() {
        let text =
            "[\n  \"id\": \"a\", \"n\": [\n    {\"x\": 1}, {\"x\": 2}]\n  },\n  {\"id\": \"b\"}\n]";
        let found: Vec<_> = items(text).into_iter().map(|item| &text[item]).collect();
        assert_eq!(found, [r#"{"id": "b"}"#]);
        let text = "[\n{\"id\": \"a\"},\n\"id\": \"b\", \"n\": [{\"x\": 1}, {\"x\": 2}]},\n{\"id\": \"c\"}, {\"id\": \"d\"}\n]";
        let found: Vec<_> = items(text).into_iter().map(|item| &text[item]).collect();
        assert_eq!(
            found,
            [r#"{"id": "a"}"#, r#"{"id": "c"}"#, r#"{"id": "d"}"#]
        );
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
