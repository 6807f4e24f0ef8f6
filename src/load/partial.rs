//! A record of which a part is wrong: one bad figure does not hide the series that it is in, nor one
//! bad role a person. The part is reported and left out, and the rest is read. Of the head of a
//! dossier members are left out as well: its title and its sides are needed on every screen.

use std::ops::Range;

use serde::de::{DeserializeOwned, IgnoredAny};

use super::file::File;
use super::format::FORMAT;
use super::json;
use super::problem::Problem;
use super::tokens::Tokens;
use crate::dossier::{About, Text};

/// The one list that is a whole: the runs of one passage. Items of any other say nothing of each other.
const WHOLE: &str = "exact";

/// So many parts are left out one by one; a record with more is wrong as a whole.
const MOST: usize = 100;

/// What could be read of a record.
pub(super) struct Partial<T> {
    pub(super) record: T,
    /// What is wrong with the parts that were left out.
    pub(super) problems: Vec<Problem>,
    /// Where those are in the text of the record.
    pub(super) left_out: Vec<Range<usize>>,
    /// Whether evidence is among them.
    pub(super) lost_evidence: bool,
}

/// Reads the record at `range` of `file`.
pub(super) fn read<T: DeserializeOwned>(
    file: &File,
    range: Range<usize>,
) -> Result<Partial<T>, Problem> {
    let mut rest = Rest::new(file, range);
    loop {
        match rest.parse() {
            Ok(record) => return Ok(rest.with(record)),
            Err((offset, problem)) => match item_at(rest.text(), offset) {
                Some(item) if rest.left_out.len() < MOST => rest.leave_out(item, problem),
                // What is wrong with all of it says enough.
                _ => return Err(rest.problems.into_iter().next().unwrap_or(problem)),
            },
        }
    }
}

/// The text of a record without the items that are wrong; none where there are none, or where no
/// record is left.
pub(super) fn sound<T: DeserializeOwned>(record: &str) -> Option<String> {
    let file = File::new(String::new(), record.to_owned().into());
    let mut rest = Rest::new(&file, 0..record.len());
    while let Err((offset, problem)) = rest.parse::<T>() {
        let item = item_at(rest.text(), offset).filter(|_| rest.left_out.len() < MOST)?;
        rest.leave_out(item, problem);
    }
    rest.text
}

/// Reads the head of a dossier. A title that is missing or wrong is empty.
pub(super) fn head(file: &File) -> Result<Partial<About>, Problem> {
    let mut rest = Rest::new(file, 0..file.text.len());
    let mut added: Vec<&str> = Vec::new();
    loop {
        let (offset, problem) = match rest.parse() {
            Ok(about) => return Ok(rest.with(about)),
            Err(wrong) => wrong,
        };
        let text = rest.text();
        let part = item_at(text, offset).or_else(|| member_at(text, offset));
        let missing = DEFAULTS
            .iter()
            .find(|(name, _)| *problem.message == format!("missing field `{name}`"));
        match (part, missing) {
            (Some(part), _) if rest.left_out.len() < MOST => rest.leave_out(part, problem),
            // Once: where it goes to another place than the head it is still missing.
            (None, Some((name, value))) if !added.contains(name) => {
                rest.add(name, value, problem);
                added.push(name);
            }
            _ => return Err(rest.problems.into_iter().next().unwrap_or(problem)),
        }
    }
}

/// What stands for members that every head has.
const DEFAULTS: [(&str, &str); 2] = [("format", FORMAT), ("title", "")];

/// The text of a record without the parts that are left out.
struct Rest<'a> {
    file: &'a File,
    range: Range<usize>,
    /// With blanks in place of those parts, so that all places stay; none while nothing is left out.
    text: Option<String>,
    problems: Vec<Problem>,
    left_out: Vec<Range<usize>>,
    lost_evidence: bool,
}

impl<'a> Rest<'a> {
    fn new(file: &'a File, range: Range<usize>) -> Self {
        Self {
            file,
            range,
            text: None,
            problems: Vec::new(),
            left_out: Vec::new(),
            lost_evidence: false,
        }
    }

    fn whole(&self) -> &'a str {
        &self.file.text[self.range.clone()]
    }

    fn text(&self) -> &str {
        self.text.as_deref().unwrap_or(self.whole())
    }

    /// A problem comes with its offset in the text.
    fn parse<T: DeserializeOwned>(&self) -> Result<T, (usize, Problem)> {
        let Some(text) = &self.text else {
            return json::placed(self.file, self.whole());
        };
        let start = self.file.position(self.range.start);
        let part = File::part(self.file.name.clone(), text.clone().into(), start);
        json::placed(&part, &part.text)
    }

    fn with<T>(self, record: T) -> Partial<T> {
        Partial {
            record,
            problems: self.problems,
            left_out: self.left_out,
            lost_evidence: self.lost_evidence,
        }
    }

    fn leave_out(&mut self, part: Range<usize>, problem: Problem) {
        let path = path(self.whole(), &part);
        self.lost_evidence |= path.contains("evidence[");
        let numbered = self.text.as_ref().and_then(|text| {
            let rest = problem.message.strip_prefix(&*self::path(text, &part))?;
            Some(Text::new(&format!("{path}{rest}")))
        });
        let message = numbered.unwrap_or_else(|| problem.message.clone());
        self.problems.push(Problem { message, ..problem });
        self.text = Some(without(self.text(), &part));
        self.left_out.push(part);
    }

    /// Adds a member behind the others. That it is missing is no news where it was left out.
    fn add(&mut self, name: &str, value: &str, problem: Problem) {
        let tokens = Tokens::new(self.whole());
        if tokens.key_start(0, name, 0).is_none() {
            self.problems.push(problem);
        }
        let text = self.text();
        let end = text.rfind('}').unwrap_or(text.len());
        let (before, after) = text.split_at(end);
        let is_first = before.trim_ascii_end().ends_with('{');
        let comma = if is_first { "" } else { "," };
        self.text = Some(format!("{before}{comma}\"{name}\":\"{value}\"{after}"));
    }
}

/// How serde calls the value at that range: `roles[1].evidence[0]`.
fn path(text: &str, part: &Range<usize>) -> String {
    let tokens = Tokens::new(text);
    let mut here = (0..tokens.len()).find(|token| tokens.range(*token) == *part);
    let mut path = String::new();
    while let Some(token) = here {
        let parent = tokens.parent(token);
        let step = match (tokens.is_member(token), parent) {
            (true, _) => tokens.field(token).unwrap_or_default().into_owned(),
            (false, Some(list)) => {
                let at = tokens.children(list).position(|item| item == token);
                format!("[{}]", at.unwrap_or_default())
            }
            (false, None) => break,
        };
        let dot = if path.is_empty() || path.starts_with('[') {
            ""
        } else {
            "."
        };
        path = format!("{step}{dot}{path}");
        here = parent;
    }
    path
}

/// The innermost item of a list that holds an offset.
fn item_at(record: &str, offset: usize) -> Option<Range<usize>> {
    let tokens = Tokens::new(record);
    let holds = |token: &usize| {
        let range = tokens.range(*token);
        (range.start..=range.end).contains(&offset)
    };
    let is_item = |token: &usize| {
        let is_listed = !tokens.is_member(*token) && tokens.parent(*token).is_some();
        is_listed && tokens.field(*token).is_some_and(|name| name != WHOLE)
    };
    let items = (0..tokens.len()).filter(holds).filter(is_item);
    items
        .map(|item| tokens.range(item))
        .min_by_key(ExactSizeIterator::len)
}

/// The member of the outer object that holds an offset, with its key, if the fault is in it and not
/// in what is between two members.
fn member_at(text: &str, offset: usize) -> Option<Range<usize>> {
    let is_sound = |text: &str| serde_json::from_str::<IgnoredAny>(text).is_ok();
    let tokens = Tokens::new(text);
    let mut members = tokens.children(0).filter(|token| tokens.is_member(*token));
    let found = members.find(|token| {
        let range = tokens.member(*token);
        (range.start..=range.end).contains(&offset)
    })?;
    let is_inside = is_sound(text) || !is_sound(&text[tokens.range(found)]);
    is_inside.then(|| tokens.member(found))
}

/// The text with blanks in place of a part and of the comma beside it, so that all places stay.
fn without(record: &str, part: &Range<usize>) -> String {
    let after = &record[part.end..];
    let before = &record[..part.start];
    let next = after.find(|c: char| !c.is_ascii_whitespace());
    let last = before.rfind(|c: char| !c.is_ascii_whitespace());
    let begins = |at: usize| before[at..].starts_with([',', '[', '{']);
    let comma = match (next, last) {
        // Where the comma before it is missing, the one behind it parts its neighbours.
        (_, Some(at)) if !begins(at) => None,
        (Some(at), _) if after[at..].starts_with(',') => Some(part.end + at),
        (_, Some(at)) if before[at..].starts_with(',') => Some(at),
        _ => None,
    };
    let mut bytes = record.as_bytes().to_vec();
    for at in part.clone().chain(comma) {
        if bytes[at] != b'\n' {
            bytes[at] = b' ';
        }
    }
    String::from_utf8(bytes).unwrap_or_default()
}
