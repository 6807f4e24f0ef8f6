//! A whole dossier in one JSON document, as `bilat export json` writes it: an object with a member
//! for each file of a folder; or records of any kind, one a line, perhaps a part of a dossier. Its
//! problems are told at their line and column in the document.

use std::fmt;
use std::io::{self, Read};
use std::ops::Range;
use std::path::Path;
use std::sync::Arc;

use serde::de::{IgnoredAny, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;

use super::explain::{self, in_words, unknown_field};
use super::file::{self, File, Found};
use super::format::HEAD;
use super::problem::Problem;
use super::refusal::Refusal;
use super::tokens::Tokens;
use super::{FILES, lines, recover};
use crate::dossier::nearest;

/// Names the schema, for editors.
const SCHEMA: &str = "$schema";

/// A document that was split into the texts of the files that it stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    name: String,
    text: Arc<str>,
    /// Which member stands where; of lines, the record of each.
    members: lines::Parts,
    /// It has a record on each line, and need not be whole.
    lines: bool,
    problems: Vec<Problem>,
}

impl Document {
    /// Splits `text`, which came from what a person calls `name`.
    pub fn new(name: &str, text: String) -> Self {
        let name = name.to_owned();
        Self::read(name.clone(), Found::Given { name, text })
    }

    /// Reads the file at `path`, a regular one of `size` bytes.
    pub(super) fn open(path: &Path, name: String, size: u64) -> Self {
        match Found::disk(name.clone(), path.to_owned(), size) {
            Ok(found) => Self::read(name, found),
            Err(problem) => Self::unread(name, problem),
        }
    }

    /// Reads all that comes from what a person calls `name`. Nothing at all is no dossier, but it is
    /// what a search that found nothing hands on.
    ///
    /// # Errors
    /// When it cannot be read to its end.
    pub fn read_from(name: &str, input: impl Read) -> io::Result<Self> {
        let mut bytes = Vec::new();
        // One more than is read, to know whether there is more.
        input.take(file::MAX_BYTES + 1).read_to_end(&mut bytes)?;
        let name = name.to_owned();
        Ok(match file::whole(name.clone(), bytes) {
            Ok(file) => {
                let mut document = Self::split(&file);
                if file.text.trim_ascii().is_empty() {
                    document.lines = true;
                    document.problems.clear();
                }
                document
            }
            Err(problem) => Self::unread(name, problem),
        })
    }

    fn read(name: String, found: Found) -> Self {
        match found.read() {
            Ok(file) => Self::split(&file),
            Err(problem) => Self::unread(name, problem),
        }
    }

    fn unread(name: String, problem: Problem) -> Self {
        Self {
            name,
            text: Arc::default(),
            members: Vec::new(),
            lines: false,
            problems: vec![problem],
        }
    }

    /// What a person calls it.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// All of it.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// What is wrong with the document itself; what is wrong inside its members is not yet known.
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// Is the member there without which nothing is a dossier?
    pub fn has_head(&self) -> bool {
        self.members.iter().any(|(name, _)| *name == HEAD)
    }

    /// Has it a record on each line? Then it may be a part of a dossier, without a head.
    pub fn is_lines(&self) -> bool {
        self.lines
    }

    /// Why a document without a head is not a dossier.
    pub fn refusal(&self) -> Refusal {
        let name = self.name.clone();
        let stem = Path::new(&self.name).file_stem().unwrap_or_default();
        if stem == HEAD || FILES.iter().any(|file| stem == *file) {
            return Refusal::OneFile { name };
        }
        match self.problems.first() {
            Some(first) => Refusal::Broken(first.clone()),
            None => Refusal::NoHead { name },
        }
    }

    /// The text of the file `NAME.json`, with as many lines and blanks before it as stand before
    /// it in the document, so that every place in it is the same in both.
    pub(super) fn file(&self, name: &str) -> Option<String> {
        if self.lines {
            let ending = if name.starts_with(HEAD) {
                ".json"
            } else {
                ".jsonl"
            };
            return lines::file(&self.text, &self.members, name.strip_suffix(ending)?);
        }
        let name = name.strip_suffix(".json")?;
        let (_, range) = self.members.iter().find(|(member, _)| *member == name)?;
        let before = &self.text[..range.start];
        let line = before.rfind('\n').map_or(0, |feed| feed + 1);
        let lines = "\n".repeat(before[..line].matches('\n').count());
        let columns = " ".repeat(before[line..].chars().count());
        Some(lines + &columns + &self.text[range.clone()])
    }

    fn split(file: &File) -> Self {
        let mut document = Self {
            name: file.name.clone(),
            text: (&*file.text).into(),
            members: Vec::new(),
            lines: lines::are_here(&file.text),
            problems: Vec::new(),
        };
        if document.lines {
            (document.members, document.problems) = lines::split(file);
            return document;
        }
        match serde_json::from_str::<Members<'_>>(&file.text) {
            Ok(Members(members)) => {
                let base = file.text.as_ptr() as usize;
                for (name, value) in members {
                    let start = value.get().as_ptr() as usize - base;
                    document.add(file, &name, start..start + value.get().len());
                }
            }
            Err(error) => document.broken(file, &error),
        }
        document
    }

    /// Takes a member, or tells what is wrong with its name.
    fn add(&mut self, file: &File, name: &str, range: Range<usize>) {
        let known = FILES.into_iter().chain([HEAD, SCHEMA]);
        let twice = self.members.iter().any(|(member, _)| *member == name);
        match known.clone().find(|known| *known == name) {
            Some(known) if !twice => self.members.push((known, range)),
            _ => {
                let tokens = Tokens::new(&file.text);
                let at = tokens.key_start(0, name, usize::from(twice));
                let (message, hint) = match nearest(name, known.clone()) {
                    _ if twice => {
                        let message = format!("duplicate field `{name}`");
                        (message, format!("keep one `{name}`"))
                    }
                    Some(near) => (unknown_field(name), format!("did you mean `{near}`?")),
                    None => {
                        let known: Vec<_> = known.collect();
                        let hint = format!("known are: {}", known.join(", "));
                        (unknown_field(name), hint)
                    }
                };
                let problem = file.problem(at.unwrap_or(0), &message);
                self.problems.push(problem.hint(hint));
            }
        }
    }

    /// Of a text that is not sound JSON: the members that are, and the one with the fault in it,
    /// whose reader tells of it and keeps the records before.
    fn broken(&mut self, file: &File, error: &serde_json::Error) {
        let text = &*file.text;
        let hint = "a document is written { \"dossier\": { … }, \"sources\": [ … ], … }";
        let other = !text.trim_ascii_start().starts_with('{');
        if other || error.is_data() {
            let message = match text.trim_ascii() {
                "" => "is empty".to_owned(),
                _ if error.is_data() => in_words(error),
                _ => "is no JSON document".to_owned(),
            };
            self.problems.push(file.problem(0, &message).hint(hint));
            return;
        }
        let (at, (message, repair)) = explain::syntax(text, error);
        let by_lines = recover::members(text, |name| name == HEAD || FILES.contains(&name));
        let is_in_member = match by_lines.as_slice() {
            [] | [_] => self.nested(file, at),
            members => self.apart(file, members),
        };
        if !is_in_member {
            let problem = file.problem(at, &message);
            let problem = problem.hint(repair.as_deref().unwrap_or(hint));
            // Before the names of members, which may be names only by it.
            self.problems.insert(0, problem);
        }
    }

    /// Takes the members that begin lines, each up to the next: is one of them not sound?
    fn apart(&mut self, file: &File, members: &[(&str, Range<usize>)]) -> bool {
        let is_sound = |range: &Range<usize>| {
            serde_json::from_str::<IgnoredAny>(&file.text[range.clone()]).is_ok()
        };
        for (name, range) in members {
            self.add(file, name, range.clone());
        }
        members.iter().any(|(_, range)| !is_sound(range))
    }

    /// Takes the sound members, and the one with the fault at `at` in it: is there one?
    fn nested(&mut self, file: &File, at: usize) -> bool {
        let text = &*file.text;
        let tokens = Tokens::new(text);
        let mut is_in_member = false;
        for member in tokens.children(0) {
            let (Some(name), range) = (tokens.field(member), tokens.range(member)) else {
                continue;
            };
            let sound = serde_json::from_str::<IgnoredAny>(&text[range.clone()]).is_ok();
            if sound {
                self.add(file, &name, range);
            } else if !is_in_member && range.start <= at && at <= range.end {
                is_in_member = FILES.contains(&&*name) || name == HEAD;
                self.add(file, &name, range.start..text.len());
            }
        }
        is_in_member
    }
}

/// The members of an object in their order; one name may stand twice.
struct Members<'a>(Vec<(String, &'a RawValue)>);

impl<'de> Deserialize<'de> for Members<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Object)
    }
}

struct Object;

impl<'de> Visitor<'de> for Object {
    type Value = Members<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object with `dossier` and the records of each kind")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut members = Vec::new();
        while let Some(name) = map.next_key::<String>()? {
            members.push((name, map.next_value::<&RawValue>()?));
        }
        Ok(Members(members))
    }
}
