//! JSON to values, with errors that say where, what, and the nearest name that is known.

use std::ops::Range;

use serde::de::{DeserializeOwned, DeserializeSeed, SeqAccess, Visitor};
use serde_json::value::RawValue;

use super::file::File;
use super::problem::Problem;
use crate::dossier::text::clean_line;

/// The ranges of the records of a file: the items of an array, or its lines. What comes before a
/// syntax error is kept, and the error reported.
pub(super) fn slices(file: &File, lines: bool, problems: &mut Vec<Problem>) -> Vec<Range<usize>> {
    if lines {
        return line_ranges(&file.text);
    }
    let mut items = Vec::new();
    let mut json = serde_json::Deserializer::from_str(&file.text);
    let result = Items(&mut items)
        .deserialize(&mut json)
        .and_then(|()| json.end());
    let base = file.text.as_ptr() as usize;
    let ranges: Vec<_> = items
        .iter()
        .map(|item| {
            let start = item.as_ptr() as usize - base;
            start..start + item.len()
        })
        .collect();
    if let Err(error) = result {
        let offset = offset(&file.text, error.line(), error.column());
        let message = if file.text.trim().is_empty() {
            "is empty".to_owned()
        } else {
            format!(
                "{}; {} records before it were read",
                plain(&error),
                ranges.len()
            )
        };
        problems.push(
            file.problem(offset, &message)
                .hint("a record file is an array of objects: [ { … }, { … } ]"),
        );
    }
    ranges
}

fn line_ranges(text: &str) -> Vec<Range<usize>> {
    let mut start = 0;
    let mut ranges = Vec::new();
    for line in text.split_inclusive('\n') {
        let body = line.trim();
        if !body.is_empty() {
            let lead = line.len() - line.trim_start().len();
            ranges.push(start + lead..start + lead + body.len());
        }
        start += line.len();
    }
    ranges
}

/// Collects the items of an array as they stand, keeping those before a fault.
struct Items<'a, 'de>(&'a mut Vec<&'de str>);

impl<'de> DeserializeSeed<'de> for Items<'_, 'de> {
    type Value = ();

    fn deserialize<D: serde::Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for Items<'_, 'de> {
    type Value = ();

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("an array of records")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        while let Some(item) = seq.next_element::<&RawValue>()? {
            self.0.push(item.get());
        }
        Ok(())
    }
}

/// One value from `slice`, a part of the text of `file`.
pub(super) fn value<T: DeserializeOwned>(file: &File, slice: &str) -> Result<T, Problem> {
    let start = slice.as_ptr() as usize - file.text.as_ptr() as usize;
    let mut json = serde_json::Deserializer::from_str(slice);
    let mut track = serde_path_to_error::Track::new();
    let tracked = serde_path_to_error::Deserializer::new(&mut json, &mut track);
    let result = T::deserialize(tracked).and_then(|value| json.end().map(|()| value));
    result.map_err(|error| explain(file, start, slice, &error, &track.path().to_string()))
}

/// Turns serde's error into one that a person can act on.
fn explain(
    file: &File,
    start: usize,
    slice: &str,
    error: &serde_json::Error,
    path: &str,
) -> Problem {
    if slice.trim().is_empty() {
        return file
            .problem(start, "is empty")
            .hint("it holds one JSON object");
    }
    let message = plain(error);
    let mut at = offset(slice, error.line(), error.column());
    let word = message.split('`').nth(1);
    if message.starts_with("missing field") {
        at = 0;
    } else if let Some(found) = word.and_then(|w| slice[..at].rfind(&format!("\"{w}\""))) {
        at = found;
    }
    let place = if path == "." || message.starts_with("unknown field") {
        String::new()
    } else {
        format!("{}: ", clean_line(path))
    };
    let problem = file.problem(
        start + at,
        &format!("{place}{}", clean_line(&short(&message))),
    );
    match advice(&message) {
        Some(hint) => problem.hint(hint),
        None => problem,
    }
}

/// The message without serde's own position, which counts from the start of the slice.
fn plain(error: &serde_json::Error) -> String {
    let text = error.to_string();
    match text.rfind(" at line ") {
        Some(at) => text[..at].to_owned(),
        None => text,
    }
}

/// Without the list of all names that would have been right.
fn short(message: &str) -> String {
    let listed = message.starts_with("unknown ");
    match message.find(", expected ") {
        Some(at) if listed => message[..at].to_owned(),
        _ => message.to_owned(),
    }
}

/// For an unknown name: the nearest of those that would have been right, or all of them.
fn advice(message: &str) -> Option<String> {
    if !message.starts_with("unknown ") {
        return None;
    }
    let (wrong, right) = message.split_once(", expected ")?;
    let wrong = wrong.split('`').nth(1)?;
    let known: Vec<_> = right.split('`').skip(1).step_by(2).collect();
    Some(match nearest(wrong, known.iter().copied()) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("known are: {}", known.join(", ")),
    })
}

/// The most similar of `known`, if any is similar at all.
pub(super) fn nearest<'a>(wrong: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    /// Below this likeness a guess is more of a riddle than a help.
    const LIKE: f64 = 0.7;
    known
        .map(|name| (strsim::jaro_winkler(wrong, name), name))
        .filter(|(like, _)| *like >= LIKE)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, name)| name)
}

/// The byte offset of serde's line and column (in bytes, from 1; column 0 is the line's start).
fn offset(text: &str, line: usize, column: usize) -> usize {
    let start: usize = text
        .split_inclusive('\n')
        .take(line.saturating_sub(1))
        .map(str::len)
        .sum();
    let mut at = (start + column.saturating_sub(1)).min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}
