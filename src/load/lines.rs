//! Records of any kind, one a line, as `bilat … --jsonl` prints them and as a store or search engine
//! can: `{"kind": "quote", "record": {…}}`. They may be a part of a dossier: its head is a line of
//! the kind `dossier` and may be missing, and what a record points at need not be there.

use std::borrow::Cow;
use std::ops::Range;

use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_json::value::RawValue;

use super::file::File;
use super::format::HEAD;
use super::json;
use super::problem::Problem;
use crate::dossier::Kind;
use crate::dossier::nearest;
use crate::dossier::text::clean_line;

/// The version of a line that is read; a line need not name it.
const VERSION: u32 = 1;

/// Broken lines that are reported one by one. Whoever has more begins with these.
const LISTED: usize = 1000;

/// A line. What was computed is not read: it follows from the records.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Line<'a> {
    version: Option<u32>,
    #[serde(borrow)]
    kind: Cow<'a, str>,
    #[serde(borrow)]
    record: &'a RawValue,
    #[serde(rename = "computed")]
    _computed: Option<IgnoredAny>,
}

/// The same for the words of an error.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "read for its errors only")]
struct Strict {
    version: Option<u32>,
    kind: String,
    record: Box<RawValue>,
    computed: Option<IgnoredAny>,
}

/// The files that records belong to, and where in the text each stands.
pub(super) type Parts = Vec<(&'static str, Range<usize>)>;

/// Does a text look like lines of records rather than like one document?
pub(super) fn are_here(text: &str) -> bool {
    /// So few lines tell.
    const FEW: usize = 50;
    let Some(range) = json::lines(text).next() else {
        return false;
    };
    let first = &text[range];
    if !first.starts_with('{') {
        return false;
    }
    match serde_json::from_str::<Head<'_>>(first) {
        Ok(head) => head.record.is_some() || head.kind.is_some(),
        // A document that is broken in its first line, or lines of which the first is broken?
        Err(_) => text
            .lines()
            .skip(1)
            .take(FEW)
            .any(|line| line.starts_with('{')),
    }
}

#[derive(Deserialize)]
struct Head<'a> {
    #[serde(borrow)]
    kind: Option<&'a RawValue>,
    #[serde(borrow)]
    record: Option<&'a RawValue>,
}

/// Where the records are, and what is wrong with the lines around them.
pub(super) fn split(file: &File) -> (Parts, Vec<Problem>) {
    let (mut parts, mut problems) = (Parts::new(), Vec::new());
    if let Some(first) = json::lines(&file.text).next()
        && file.text[first].ends_with("\"records\":[")
    {
        let problem = file
            .problem(0, "is a document of lists, as `--json` prints it")
            .hint("`--jsonl` prints what can be read again");
        return (parts, vec![problem]);
    }
    let mut untold = 0;
    let mut has_head = false;
    let base = file.text.as_ptr() as usize;
    for range in json::lines(&file.text) {
        let line = &file.text[range.clone()];
        let (name, record) = match part(file, line, range.start) {
            Ok(part) => part,
            Err(problem) if problems.len() < LISTED => {
                problems.push(*problem);
                continue;
            }
            Err(_) => {
                untold += 1;
                continue;
            }
        };
        if name == HEAD && has_head {
            let problem = file.problem(range.start, "a second `dossier`; the first was read");
            problems.push(problem.hint("keep one"));
            continue;
        }
        has_head |= name == HEAD;
        let start = record.as_ptr() as usize - base;
        parts.push((name, start..start + record.len()));
    }
    if untold > 0 {
        let problem = Problem::error(&file.name, &format!("{untold} more lines cannot be read"));
        problems.push(problem.hint("fix the errors listed and run again"));
    }
    (parts, problems)
}

/// The file that the record of a line belongs to, and the record.
fn part<'a>(
    file: &File,
    line: &'a str,
    start: usize,
) -> Result<(&'static str, &'a str), Box<Problem>> {
    let error = |message: &str, hint: String| Box::new(file.problem(start, message).hint(hint));
    let Ok(Line {
        version,
        kind,
        record,
        ..
    }) = serde_json::from_str(line)
    else {
        let problem = match json::value::<Strict>(file, line) {
            Err(problem) => problem,
            // serde has one fault fewer where it copies; none is known.
            Ok(_) => file.problem(start, "cannot be read"),
        };
        return Err(Box::new(match problem.hint {
            Some(_) => problem,
            None => problem.hint(WRITTEN),
        }));
    };
    if version.is_some_and(|version| version != VERSION) {
        let message = format!("version {} of a line", version.unwrap_or(0));
        return Err(error(&message, format!("this program reads {VERSION}")));
    }
    let Some(name) = file_of(&kind) else {
        let message = format!("kind: no record is of kind `{}`", clean_line(&kind));
        return Err(error(&message, advice(&kind)));
    };
    Ok((name, record.get()))
}

const WRITTEN: &str = "a line is written {\"kind\": \"quote\", \"record\": { … }}";

/// The kinds that stand in files of their own; figures stand in their series.
fn kinds() -> impl Iterator<Item = Kind> {
    let kinds = Kind::ALL.into_iter();
    kinds.filter(|kind| *kind != Kind::Observation)
}

fn file_of(kind: &str) -> Option<&'static str> {
    if kind == HEAD {
        return Some(HEAD);
    }
    let known = kinds().find(|known| known.singular() == kind);
    known.map(Kind::plural)
}

fn advice(kind: &str) -> String {
    if kind == Kind::Observation.singular() {
        return "a figure must be inside its series".to_owned();
    }
    if kind == "contested" {
        return "what is contested is computed from records, not read".to_owned();
    }
    let known: Vec<_> = kinds().map(Kind::singular).chain([HEAD]).collect();
    match nearest(kind, known.iter().copied()) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("known are: {}", known.join(", ")),
    }
}

/// The records of one file, each in its line and column of the whole text.
pub(super) fn file(text: &str, parts: &Parts, name: &str) -> Option<String> {
    let mut own = parts.iter().filter(|(part, _)| *part == name).peekable();
    own.peek()?;
    let mut out = String::new();
    let mut at = 0;
    for (_, range) in own {
        let before = &text[at..range.start];
        let feeds = memchr::memchr_iter(b'\n', before.as_bytes()).count();
        out.extend(std::iter::repeat_n('\n', feeds));
        let line = before.rfind('\n').map_or(0, |feed| feed + 1);
        out.extend(before[line..].chars().map(|_| ' '));
        out.push_str(&text[range.clone()]);
        at = range.end;
    }
    Some(out)
}
