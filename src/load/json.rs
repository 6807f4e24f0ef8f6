//! JSON to records: where each stands in its file, and what it says.

use std::ops::Range;
use std::sync::LazyLock;

use memchr::memmem::Finder;
use serde::de::{DeserializeOwned, DeserializeSeed, IgnoredAny};
use serde_json::value::RawValue;

use super::explain::{self, explain};
use super::file::File;
use super::list::List;
use super::problem::Problem;
use super::recover;
use super::tokens::Tokens;

/// The ranges of the items of an array, bare or in an object that names its schema. What comes before a
/// syntax error is kept, and the error reported.
pub(crate) fn items(file: &File, problems: &mut Vec<Problem>) -> Vec<Range<usize>> {
    let (ranges, fault) = sound_items(file, problems);
    if let Some(fault) = fault {
        problems.push(fault.problem(file, &kept(ranges.len())));
    }
    ranges
}

/// The same, and what comes after a syntax error; and whether records may be missing that nobody can name, as
/// the file is no list, or ends before its list does. An error inside a record is told where that is read.
pub(super) fn all_items(file: &File, problems: &mut Vec<Problem>) -> (Vec<Range<usize>>, bool) {
    let (mut ranges, fault) = sound_items(file, problems);
    let Some(fault) = fault else {
        return (ranges, false);
    };
    let read = ranges.last().map_or(0, |last| last.end);
    let mut after: Vec<_> = recover::items(&file.text)
        .into_iter()
        .filter(|item| fault.is_syntax && item.start >= read)
        .collect();
    let is_sound =
        |item: &Range<usize>| serde_json::from_str::<IgnoredAny>(&file.text[item.clone()]).is_ok();
    // What is cut off is told as the end of the file, not as a record.
    after.pop_if(|last| fault.is_cut && !is_sound(last));
    // A record that is not closed runs on into the next one.
    let next = |at: usize| after.get(at + 1).map_or(file.text.len(), |next| next.start);
    let mut unsound = (0..after.len()).filter(|at| !is_sound(&after[*at]));
    let is_told_there = unsound
        .any(|at| after[at].start <= fault.offset && fault.offset <= next(at).max(after[at].end));
    let kept = match after.len() {
        0 => kept(ranges.len()),
        more => format!(
            "the records around it were read ({} before, {more} after)",
            ranges.len()
        ),
    };
    if !is_told_there {
        problems.push(fault.problem(file, &kept));
    }
    ranges.extend(after);
    (ranges, fault.is_cut || !fault.is_syntax)
}

/// Where a file stops being an array of records.
struct Stop {
    offset: usize,
    message: String,
    hint: Option<String>,
    is_syntax: bool,
    /// The file ends before the list does.
    is_cut: bool,
}

impl Stop {
    fn problem(&self, file: &File, kept: &str) -> Problem {
        let message = if self.is_syntax {
            format!("{}; {kept}", self.message)
        } else {
            self.message.clone()
        };
        let hint = self
            .hint
            .as_deref()
            .unwrap_or("a record file is an array of objects: [ { … }, { … } ]");
        file.problem(self.offset, &message).hint(hint)
    }
}

/// What to do where one record follows another.
fn no_comma(text: &str, at: usize) -> Option<String> {
    let is_next = text[at..].starts_with('{') && text[..at].trim_ascii_end().ends_with('}');
    is_next.then(|| "put a comma between the two records".to_owned())
}

/// Where the first key of a record begins whose brace is missing: `"id": "a", …` in a list.
fn bare_key(text: &str, error: &serde_json::Error) -> Option<usize> {
    let at = explain::syntax_offset(text, error);
    let before = text.get(..at)?.trim_ascii_end();
    let is_key =
        text[at..].starts_with(':') && error.to_string().starts_with("expected `,` or `]`");
    let key = before.strip_suffix('"').filter(|_| is_key)?;
    key.rfind('"')
}

/// The items before the first syntax error, and that.
fn sound_items(file: &File, problems: &mut Vec<Problem>) -> (Vec<Range<usize>>, Option<Stop>) {
    let mut list = List::default();
    let text = &file.text;
    let mut json = serde_json::Deserializer::from_str(text);
    let result = (&mut list).deserialize(&mut json).and_then(|()| json.end());
    let base = text.as_ptr() as usize;
    problems.extend(list.problems(file));
    let mut ranges: Vec<_> = list
        .items
        .iter()
        .map(|item| {
            let start = item.as_ptr() as usize - base;
            start..start + item.len()
        })
        .collect();
    let stray = result
        .as_ref()
        .err()
        .and_then(|error| bare_key(text, error));
    if stray.is_some() {
        // The key was taken for an item of the list.
        ranges.pop();
    }
    let empty = text.trim_ascii().is_empty();
    let stop = result.err().map(|error| match ranges.len() {
        0 if empty => Stop {
            offset: 0,
            message: "is empty".to_owned(),
            hint: None,
            is_syntax: false,
            is_cut: false,
        },
        0 if error.is_data() => Stop {
            offset: list.place(text, &error),
            message: explain::in_words(&error),
            hint: None,
            is_syntax: false,
            is_cut: false,
        },
        _ if stray.is_some() => Stop {
            offset: stray.unwrap_or_default(),
            message: "expected `{`, not a key".to_owned(),
            hint: Some("put the { of the record before it".to_owned()),
            is_syntax: true,
            is_cut: false,
        },
        _ => {
            let (offset, (message, hint)) = explain::syntax(text, &error);
            Stop {
                offset,
                message,
                hint: hint.or_else(|| no_comma(text, offset)),
                is_syntax: true,
                is_cut: error.is_eof(),
            }
        }
    });
    (ranges, stop)
}

/// What became of the records before a fault.
fn kept(records: usize) -> String {
    match records {
        0 => "no record was read".to_owned(),
        1 => "the one record before it was read".to_owned(),
        more => format!("the {more} records before it were read"),
    }
}

/// The ranges of the lines that are not blank, without the blanks around them.
pub(crate) fn lines(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut start = 0;
    let feeds = memchr::memchr_iter(b'\n', text.as_bytes());
    let ends = feeds.map(|feed| feed + 1).chain([text.len()]);
    ends.filter_map(move |end| {
        let line = &text[start..end];
        let body = line.trim_ascii();
        let at = end - line.trim_ascii_start().len();
        start = end;
        (!body.is_empty()).then_some(at..at + body.len())
    })
}

/// The value that a text begins with, where it is sound; else all of it.
pub(crate) fn first(text: &str) -> &str {
    let mut values = serde_json::Deserializer::from_str(text).into_iter::<&RawValue>();
    match values.next() {
        Some(Ok(value)) => value.get(),
        _ => text,
    }
}

/// One record from `slice`, a part of the text of `file`.
pub(crate) fn value<T: DeserializeOwned>(file: &File, slice: &str) -> Result<T, Problem> {
    placed(file, slice).map_err(|(_, problem)| problem)
}

/// The same; a problem with its offset in the slice.
pub(super) fn placed<T: DeserializeOwned>(file: &File, slice: &str) -> Result<T, (usize, Problem)> {
    let start = slice.as_ptr() as usize - file.text.as_ptr() as usize;
    if slice.trim_ascii().is_empty() {
        let problem = file.problem(0, "is empty");
        return Err((0, problem.hint("it holds one JSON object")));
    }
    let list = |offset| {
        let problem = file.problem(start + offset, "expected an object, not an array");
        let hint = "an object is written { \"field\": value, … }";
        (offset, problem.hint(hint))
    };
    let lead = slice.len() - slice.trim_ascii_start().len();
    if slice[lead..].starts_with('[') {
        return Err(list(lead));
    }
    let mut json = serde_json::Deserializer::from_str(slice);
    let mut track = serde_path_to_error::Track::new();
    let tracked = serde_path_to_error::Deserializer::new(&mut json, &mut track);
    let result = T::deserialize(tracked).and_then(|value| json.end().map(|()| value));
    match result {
        Ok(value) => list_of_fields(slice).map_or(Ok(value), |offset| Err(list(offset))),
        Err(error) => {
            // A name that is wrong can wait until the text is JSON; a value of another type may be what a
            // missing sign makes of it.
            let can_wait = error.is_data() && !error.to_string().starts_with("invalid type");
            let (offset, (message, hint)) = match unsound(slice).filter(|_| can_wait) {
                Some(syntax) => explain(slice, &syntax, &serde_path_to_error::Track::new().path()),
                None => explain(slice, &error, &track.path()),
            };
            let mut problem = file.problem(start + offset, &message);
            if let Some(hint) = hint {
                problem = problem.hint(hint);
            }
            Err((offset, problem))
        }
    }
}

/// Why a text is not JSON.
fn unsound(text: &str) -> Option<serde_json::Error> {
    serde_json::from_str::<IgnoredAny>(text).err()
}

/// The one member that is a struct of its own.
static RESOLUTION: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new("\"resolution\""));

/// Where an array stands in the place of an object. serde would take it for the values of the
/// fields in their order; the format has arrays of strings and of objects only.
pub(super) fn list_of_fields(slice: &str) -> Option<usize> {
    // What no array can follow but inside another array, told without reading the values.
    let starts = memchr::memchr_iter(b'[', slice.as_bytes()).map(|start| start + 1);
    let ends = starts.clone().skip(1).map(|start| start - 1);
    let inside = starts.zip(ends.chain([slice.len()])).any(|(start, end)| {
        let text = slice[start..end].trim_ascii_end();
        text.is_empty() || text.ends_with(',')
    });
    if !inside && RESOLUTION.find(slice.as_bytes()).is_none() {
        return None;
    }
    let tokens = Tokens::new(slice);
    let wrong = (0..tokens.len()).find(|token| tokens.is_misplaced_array(*token))?;
    Some(tokens.range(wrong).start)
}
