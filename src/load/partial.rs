//! A record of which a part is wrong: one bad figure does not hide the series that it is in, nor one
//! bad role a person. The part is reported and left out, and the rest is read.

use std::ops::Range;

use serde::de::DeserializeOwned;

use super::file::File;
use super::json;
use super::problem::Problem;
use super::tokens::Tokens;

/// Lists of parts that say nothing of each other.
const LISTS: [&str; 4] = ["observations", "items", "roles", "members"];

/// So many parts are left out one by one; a record with more is wrong as a whole.
const MOST: usize = 100;

/// What could be read of a record.
pub(super) struct Partial<T> {
    pub(super) record: T,
    /// What is wrong with the parts that were left out.
    pub(super) problems: Vec<Problem>,
    /// Where those are in the text of the record.
    pub(super) left_out: Vec<Range<usize>>,
}

/// Reads the record at `range` of `file`.
pub(super) fn read<T: DeserializeOwned>(
    file: &File,
    range: Range<usize>,
) -> Result<Partial<T>, Problem> {
    let mut partial = Vec::new();
    let mut left_out = Vec::new();
    let mut text = None::<String>;
    loop {
        let result = match &text {
            None => json::placed(file, &file.text[range.clone()]),
            Some(text) => {
                let start = file.position(range.start);
                let part = File::part(file.name.clone(), text.clone().into(), start);
                json::placed(&part, &part.text)
            }
        };
        let (offset, problem) = match result {
            Ok(record) => {
                return Ok(Partial {
                    record,
                    problems: partial,
                    left_out,
                });
            }
            Err(wrong) => wrong,
        };
        let rest = text.as_deref().unwrap_or(&file.text[range.clone()]);
        let Some(found) = part_at(rest, offset).filter(|_| left_out.len() < MOST) else {
            // What is wrong with all of it says enough.
            return Err(partial.into_iter().next().unwrap_or(problem));
        };
        text = Some(without(rest, &found));
        partial.push(problem);
        left_out.push(found);
    }
}

/// The part of a list that holds an offset.
fn part_at(record: &str, offset: usize) -> Option<Range<usize>> {
    let tokens = Tokens::new(record);
    let is_list = |token: &usize| {
        let field = tokens.field(*token);
        field.is_some_and(|name| LISTS.contains(&&*name))
    };
    let lists = tokens.children(0).filter(is_list);
    let parts = lists.flat_map(|list| tokens.children(list).collect::<Vec<_>>());
    let mut ranges = parts.map(|part| tokens.range(part));
    ranges.find(|range| (range.start..=range.end).contains(&offset))
}

/// The text with blanks in place of a part and of the comma beside it, so that all places stay.
fn without(record: &str, part: &Range<usize>) -> String {
    let after = &record[part.end..];
    let before = &record[..part.start];
    let next = after.find(|c: char| !c.is_ascii_whitespace());
    let last = before.rfind(|c: char| !c.is_ascii_whitespace());
    let comma = match (next, last) {
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
