//! Values put between those of an array, with the white space and commas that its own have. All
//! changes of a file are collected first and made in one pass.

use std::ops::Range;

use super::layout::{Json, Layout, UNIT, line_end};
use crate::load::list::RECORDS;
use crate::load::tokens::{Step, Tokens};

/// Members that come after a list that is missing so far, in the order of the format.
const AFTER: [&str; 6] = [
    "items",
    "evidence",
    "topics",
    "note",
    "licenses",
    "contributors",
];

/// A value and the item of a list before which it goes. They come in the order of the list.
pub(super) type Placed<'a> = (usize, &'a Json);

/// What is to stand in the place of a range of a text.
#[derive(Debug)]
pub(super) struct Edit {
    range: Range<usize>,
    new: String,
}

impl Edit {
    pub(super) fn replace(range: Range<usize>, new: String) -> Self {
        Self { range, new }
    }

    fn insert(at: usize, new: String) -> Self {
        Self::replace(at..at, new)
    }
}

/// A text with all edits made, which do not overlap; those at one place come in their order.
pub(super) fn apply(text: &str, mut edits: Vec<Edit>) -> String {
    edits.sort_by_key(|edit| edit.range.start);
    let more: usize = edits.iter().map(|edit| edit.new.len()).sum();
    let mut out = String::with_capacity(text.len() + more);
    let mut copied = 0;
    for edit in edits {
        out.push_str(&text[copied..edit.range.start]);
        out.push_str(&edit.new);
        copied = edit.range.end;
    }
    out + &text[copied..]
}

/// Values put between the items of an array, of which there is at least one.
pub(super) fn items(text: &str, items: &[Range<usize>], placed: &[Placed<'_>]) -> Vec<Edit> {
    let mut edits = Vec::with_capacity(placed.len());
    for (before, group) in groups(placed, items.len()) {
        let neighbour = items[before.saturating_sub(1)].clone();
        let layout = Layout::of(&text[neighbour.clone()]);
        let gap = gap(text, items, before);
        edits.extend(group.iter().map(|(_, json)| {
            let new = layout.render(json, 0);
            match before {
                0 => Edit::insert(neighbour.start, new + &gap),
                _ => Edit::insert(neighbour.end, gap.clone() + &new),
            }
        }));
    }
    edits
}

/// What goes before the same item.
fn groups<'a, 'b>(
    placed: &'a [Placed<'b>],
    items: usize,
) -> impl Iterator<Item = (usize, &'a [Placed<'b>])> {
    let same = placed.chunk_by(move |a, b| a.0.min(items) == b.0.min(items));
    same.filter_map(move |group| Some((group.first()?.0.min(items), group)))
}

/// What stands between two items: where the new one goes, or else nearby.
fn gap(text: &str, items: &[Range<usize>], before: usize) -> String {
    let last = items.len().saturating_sub(2);
    let first = before.saturating_sub(1).min(last);
    if let Some([a, b]) = items.get(first..first + 2) {
        return text[a.end..b.start].to_owned();
    }
    let only = items.first().map_or(0, |only| only.start);
    let space = &text[text[..only].trim_ascii_end().len()..only];
    let lead = if space.contains('\n') { space } else { " " };
    format!(",{lead}")
}

/// The first records of a file that has none.
pub(super) fn first(text: &str, placed: &[Placed<'_>]) -> Vec<Edit> {
    let tokens = Tokens::new(text);
    match tokens.at(&[]) {
        None => Vec::new(),
        Some(root) if tokens.is_object(root) => member(text, tokens.range(root), RECORDS, placed),
        Some(root) => {
            let layout = Layout::Block {
                prefix: String::new(),
                unit: UNIT.to_owned(),
                end: line_end(text),
            };
            let array = layout.array(placed.iter().map(|(_, json)| *json), 0);
            vec![Edit::replace(tokens.range(root), array)]
        }
    }
}

/// Values put into a file of one a line.
pub(super) fn lines(text: &str, items: &[Range<usize>], placed: &[Placed<'_>]) -> Vec<Edit> {
    let end = line_end(text);
    let mut edits = Vec::with_capacity(placed.len());
    for (before, group) in groups(placed, items.len()) {
        let neighbour = items.get(before.saturating_sub(1));
        let layout = neighbour.map_or(Layout::Line { spaced: false }, |item| {
            Layout::of(&text[item.clone()])
        });
        let at = match neighbour {
            None => text.len(),
            Some(first) if before == 0 => text[..first.start].rfind('\n').map_or(0, |at| at + 1),
            Some(last) => {
                let ahead = text[last.end..].find('\n');
                ahead.map_or(text.len(), |ahead| last.end + ahead + 1)
            }
        };
        // A last line without a line feed gets none: the new one is the last line then.
        let open = at > 0 && !text[..at].ends_with('\n');
        edits.extend(group.iter().map(|(_, json)| {
            let new = layout.render(json, 0);
            Edit::insert(
                at,
                if open {
                    end.to_owned() + &new
                } else {
                    new + end
                },
            )
        }));
    }
    edits
}

/// Values put into the array that is the member `name` of the object at `object`, which gets such
/// a member where it has none.
pub(super) fn member(
    text: &str,
    object: Range<usize>,
    name: &str,
    placed: &[Placed<'_>],
) -> Vec<Edit> {
    let slice = &text[object.clone()];
    let tokens = Tokens::new(slice);
    let shift = |range: Range<usize>| object.start + range.start..object.start + range.end;
    let layout = Layout::of(slice);
    let values = placed.iter().map(|(_, json)| *json);
    if tokens.key_start(0, name, 0).is_none() {
        let new = layout.member(name, &layout.array(values, 1));
        return vec![new_member(text, &object, &tokens, &layout.turn(1), &new)];
    }
    let array = tokens.at(&[Step::Key(name)]).unwrap_or(0);
    let inside: Vec<_> = tokens
        .children(array)
        .map(|item| shift(tokens.range(item)))
        .collect();
    if inside.is_empty() {
        let range = shift(tokens.range(array));
        return vec![Edit::replace(range, layout.array(values, 1))];
    }
    items(text, &inside, placed)
}

/// A new member, before those that come after it in the format, else at the end of the object.
fn new_member(
    text: &str,
    object: &Range<usize>,
    tokens: &Tokens<'_>,
    turn: &str,
    new: &str,
) -> Edit {
    let after = AFTER.iter();
    let next = after
        .filter_map(|after| tokens.key_start(0, after, 0))
        .min();
    if let Some(next) = next {
        let gap = if turn.is_empty() { " " } else { turn };
        return Edit::insert(object.start + next, [new, ",", gap].concat());
    }
    let last = text[..object.end - 1].trim_ascii_end().len();
    let lead = match text[..last].ends_with('{') {
        true => turn.to_owned(),
        false if turn.is_empty() => ", ".to_owned(),
        false => format!(",{turn}"),
    };
    Edit::insert(last, lead + new)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Many values at once are as much work as they have letters: each is laid out once, and none
    /// of what stands in the file already is part of a change.
    #[test]
    fn changes_are_as_large_as_what_is_new() {
        let value = Json::of(&["new"]).expect("JSON");
        let old: Vec<_> = (0..10_000)
            .map(|at| format!("  [\n    \"{at}\"\n  ]"))
            .collect();
        let text = format!("[\n{}\n]\n", old.join(",\n"));
        let mut start = "[\n".len();
        let mut ranges = Vec::new();
        for item in &old {
            ranges.push(start + 2..start + item.len());
            start += item.len() + 2;
        }
        let placed: Vec<_> = (0..10_000).map(|at| (at / 2, &value)).collect();
        let edits = items(&text, &ranges, &placed);
        assert_eq!(edits.len(), placed.len());
        let new = ",\n  [\n    \"new\"\n  ]";
        assert!(
            edits
                .iter()
                .all(|edit| edit.range.is_empty() && edit.new.len() == new.len())
        );
        let after = apply(&text, edits);
        assert_eq!(after.len(), text.len() + placed.len() * new.len());
        let read: Vec<[String; 1]> = serde_json::from_str(&after).expect("JSON");
        assert_eq!(read.len(), old.len() + placed.len());
    }
}
