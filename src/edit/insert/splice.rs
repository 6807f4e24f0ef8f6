//! Items put between those of an array, with the white space and commas that its own have.

use std::ops::Range;

use super::Placed;
use super::layout::{Layout, line_end};
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

/// An array and where its items stand.
pub(super) struct Array {
    /// Between its brackets.
    inner: Range<usize>,
    items: Vec<Range<usize>>,
}

impl Array {
    /// The array that directly holds `items`, of which there is at least one.
    pub(super) fn around(text: &str, items: Vec<Range<usize>>) -> Self {
        let first = items.first().map_or(0, |item| item.start);
        let last = items.last().map_or(0, |item| item.end);
        let start = text[..first].trim_ascii_end().len();
        let blank = text[last..].len() - text[last..].trim_ascii_start().len();
        Self {
            inner: start..last + blank,
            items,
        }
    }

    /// An array that holds nothing.
    pub(super) fn empty(text: &str, array: Range<usize>) -> Self {
        let end = array.end.saturating_sub(1).max(array.start);
        debug_assert!(text[array.clone()].starts_with('['));
        Self {
            inner: (array.start + 1).min(end)..end,
            items: Vec::new(),
        }
    }

    /// `text` with all of `placed` in.
    pub(super) fn insert(&self, text: &str, placed: &[Placed<'_>]) -> String {
        if self.items.is_empty() {
            return self.fill(text, placed);
        }
        let mut out = String::with_capacity(text.len() + placed.len() * 400);
        let mut copied = 0;
        for (before, json) in placed {
            let before = *before.min(&self.items.len());
            let neighbour = &self.items[before.saturating_sub(1)];
            let new = Layout::of(text, neighbour).render(json);
            let between = self.between(text, before);
            let at = if before == 0 {
                neighbour.start
            } else {
                neighbour.end
            };
            out.push_str(&text[copied..at]);
            copied = at;
            let parts = if before == 0 {
                [&new, &between]
            } else {
                [&between, &new]
            };
            out.extend(parts.map(String::as_str));
        }
        out + &text[copied..]
    }

    /// What stands between two items: where the new one goes, or else nearby.
    fn between(&self, text: &str, before: usize) -> String {
        let first = before
            .saturating_sub(1)
            .min(self.items.len().saturating_sub(2));
        if let Some([a, b]) = self.items.get(first..first + 2) {
            return text[a.end..b.start].to_owned();
        }
        let lead = &text[self.inner.start..self.items[0].start];
        let lead = if lead.contains('\n') { lead } else { " " };
        format!(",{lead}")
    }

    /// The first items of an array.
    fn fill(&self, text: &str, placed: &[Placed<'_>]) -> String {
        let bracket = self.inner.start.saturating_sub(1);
        let layout = Layout::within(text, &(bracket..self.inner.end));
        let new: Vec<_> = placed.iter().map(|(_, json)| layout.render(json)).collect();
        let (lead, tail) = match &layout {
            Layout::Block { prefix, unit, end } => {
                let outer = prefix.strip_suffix(unit.as_str()).unwrap_or_default();
                (format!("{end}{prefix}"), format!("{end}{outer}"))
            }
            Layout::Line { .. } => (String::new(), String::new()),
        };
        let items = new.join(&format!(",{lead}"));
        let (head, rest) = (&text[..self.inner.start], &text[self.inner.end..]);
        [head, &lead, &items, &tail, rest].concat()
    }
}

/// `text` of one record a line with all of `placed` in.
pub(super) fn lines(text: &str, items: &[Range<usize>], placed: &[Placed<'_>]) -> String {
    let end = line_end(text);
    let mut out = String::with_capacity(text.len() + placed.len() * 400);
    let mut copied = 0;
    for (before, json) in placed {
        let before = *before.min(&items.len());
        let layout = items
            .get(before.saturating_sub(1))
            .map(|item| Layout::of(text, item));
        let new = layout
            .unwrap_or(Layout::Line { spaced: false })
            .render(json);
        let at = match (before, items.first()) {
            (0, Some(first)) => text[..first.start].rfind('\n').map_or(0, |at| at + 1),
            (0, None) => text.len(),
            _ => {
                let last = items[before - 1].end;
                text[last..]
                    .find('\n')
                    .map_or(text.len(), |ahead| last + ahead + 1)
            }
        };
        out.push_str(&text[copied..at]);
        copied = at;
        // A last line without a line feed gets none: the new one is the last line then.
        let open = !out.is_empty() && !out.ends_with('\n');
        let parts = if open { [end, &new] } else { [&new, end] };
        out.extend(parts);
    }
    out + &text[copied..]
}

/// `text` with `placed` in the array that is the member `name` of the object at `object`, which
/// gets such a member where it has none.
pub(super) fn member(
    text: &str,
    object: Range<usize>,
    name: &str,
    placed: &[Placed<'_>],
) -> String {
    let slice = &text[object.clone()];
    let tokens = Tokens::new(slice);
    let shift = |range: Range<usize>| object.start + range.start..object.start + range.end;
    if tokens.key_start(0, name, 0).is_none() {
        return new_member(text, &object, &tokens, name, placed);
    }
    let array = tokens.at(&[Step::Key(name)]).unwrap_or(0);
    let items: Vec<_> = tokens
        .children(array)
        .map(|item| shift(tokens.range(item)))
        .collect();
    let array = if items.is_empty() {
        Array::empty(text, shift(tokens.range(array)))
    } else {
        Array::around(text, items)
    };
    array.insert(text, placed)
}

fn new_member(
    text: &str,
    object: &Range<usize>,
    tokens: &Tokens<'_>,
    name: &str,
    placed: &[Placed<'_>],
) -> String {
    let json: Vec<_> = placed.iter().map(|(_, json)| *json).collect();
    // An object of one member, laid out as it would stand inside this one, without its braces.
    let whole = Layout::of(text, object).render(&format!("{{\"{name}\":[{}]}}", json.join(",")));
    let (start, end) = (object.start, object.end);
    let body = &whole[1..whole.len() - 1];
    let lead = &body[..body.len() - body.trim_ascii_start().len()];
    let next = AFTER
        .iter()
        .filter_map(|after| tokens.key_start(0, after, 0))
        .min();
    let Some(next) = next.map(|next| start + next) else {
        let last = text[..end - 1].trim_ascii_end().len();
        let comma = if text[..last].ends_with('{') { "" } else { "," };
        let gap = if lead.is_empty() && !comma.is_empty() {
            " "
        } else {
            ""
        };
        return [
            &text[..last],
            comma,
            gap,
            body.trim_ascii_end(),
            &text[last..],
        ]
        .concat();
    };
    let gap = if lead.is_empty() { " " } else { lead };
    [&text[..next], body.trim_ascii(), ",", gap, &text[next..]].concat()
}
