//! Where each value of a JSON text stands, so that a problem points at the very word that is
//! wrong. Broken text is read too, and deep nesting: the list is flat and nothing recurses.

use std::borrow::Cow;
use std::ops::Range;

use serde_path_to_error::{Path, Segment};

use super::white_space::SPACE;

/// One value: an object, an array, a string, a number or a word.
struct Token {
    key: Option<Range<usize>>,
    range: Range<usize>,
    parent: Option<usize>,
}

/// A step on the way to a value.
#[derive(Clone, Copy)]
pub(crate) enum Step<'a> {
    /// The member of an object.
    Key(&'a str),
    /// The item of an array, from 0.
    Item(usize),
}

/// The steps of a path that serde reports.
pub(crate) fn steps(path: &Path) -> Vec<Step<'_>> {
    path.iter()
        .filter_map(|segment| match segment {
            Segment::Map { key } => Some(Step::Key(key)),
            Segment::Seq { index } => Some(Step::Item(*index)),
            Segment::Enum { .. } | Segment::Unknown => None,
        })
        .collect()
}

/// The values of a text, in the order in which they begin.
pub(crate) struct Tokens<'a> {
    text: &'a str,
    all: Vec<Token>,
}

impl<'a> Tokens<'a> {
    /// Reads `text` to its end, whatever it is.
    pub(crate) fn new(text: &'a str) -> Self {
        let mut tokens = Self {
            text,
            all: Vec::new(),
        };
        let mut open = Vec::new();
        let mut key = None;
        let mut at = 0;
        while let Some(byte) = text.as_bytes().get(at) {
            let end = match byte {
                b'{' | b'[' => text.len(),
                b'}' | b']' => {
                    if let Some(closed) = open.pop() {
                        let closed: &mut Token = &mut tokens.all[closed];
                        closed.range.end = at + 1;
                    }
                    key = None;
                    at += 1;
                    continue;
                }
                b',' | b':' => {
                    at += 1;
                    continue;
                }
                space if SPACE.contains(&char::from(*space)) => {
                    at += 1;
                    continue;
                }
                b'"' => string_end(text, at),
                _ => word_end(text, at),
            };
            if key.is_none() && *byte == b'"' && is_key(text, end) {
                key = Some(at..end);
            } else {
                let parent = open.last().copied();
                let range = at..end;
                tokens.all.push(Token {
                    key: key.take(),
                    range,
                    parent,
                });
            }
            at = end;
            if matches!(byte, b'{' | b'[') {
                open.push(tokens.all.len() - 1);
                at = tokens.all[tokens.all.len() - 1].range.start + 1;
            }
        }
        tokens
    }

    /// How many values there are.
    pub(crate) fn len(&self) -> usize {
        self.all.len()
    }

    /// The value at the end of `path`, or the last that is there on the way to it.
    pub(crate) fn at(&self, path: &[Step<'_>]) -> Option<usize> {
        let mut here = (!self.all.is_empty()).then_some(0)?;
        for step in path {
            let child = match step {
                Step::Key(name) => self
                    .children(here)
                    .find(|c| self.key(*c).as_deref() == Some(*name)),
                Step::Item(at) => self.children(here).nth(*at),
            };
            let Some(next) = child else { break };
            here = next;
        }
        Some(here)
    }

    /// The values directly inside one.
    pub(crate) fn children(&self, parent: usize) -> impl Iterator<Item = usize> {
        // A text without a value has no children either.
        let end = self.all.get(parent).map_or(0, |parent| parent.range.end);
        (parent + 1..self.all.len())
            .take_while(move |at| self.all[*at].range.start < end)
            .filter(move |at| self.all[*at].parent == Some(parent))
    }

    /// What a value is directly inside.
    pub(crate) fn parent(&self, token: usize) -> Option<usize> {
        self.all[token].parent
    }

    /// Is it the member of an object?
    pub(crate) fn is_member(&self, token: usize) -> bool {
        self.all[token].key.is_some()
    }

    /// The key of the member that a value is, with its quotes.
    pub(crate) fn key_range(&self, token: usize) -> Option<Range<usize>> {
        self.all[token].key.clone()
    }

    /// Where a value stands, with the key that it may have.
    pub(crate) fn member(&self, token: usize) -> Range<usize> {
        let token = &self.all[token];
        let start = token
            .key
            .as_ref()
            .map_or(token.range.start, |key| key.start);
        start..token.range.end
    }

    /// Where a value stands.
    pub(crate) fn range(&self, token: usize) -> Range<usize> {
        self.all[token].range.clone()
    }

    /// Where the `nth` member called `name` of an object begins, at its key.
    pub(crate) fn key_start(&self, object: usize, name: &str, nth: usize) -> Option<usize> {
        self.children(object)
            .filter(|child| self.key(*child).as_deref() == Some(name))
            .filter_map(|child| self.all[child].key.as_ref())
            .nth(nth)
            .map(|key| key.start)
    }

    /// The name of the member that a value is, or is an item of.
    pub(crate) fn field(&self, token: usize) -> Option<Cow<'a, str>> {
        self.key(token)
            .or_else(|| self.key(self.all[token].parent?))
    }

    /// A string without its quotes, or a number or word as written; none for what holds others.
    pub(crate) fn scalar(&self, token: usize) -> Option<Cow<'a, str>> {
        let range = self.range(token);
        match self.text.as_bytes()[range.start] {
            b'{' | b'[' => None,
            b'"' => decode(&self.text[range]),
            _ => Some(Cow::Borrowed(&self.text[range])),
        }
    }

    /// Is it an object?
    pub(crate) fn is_object(&self, token: usize) -> bool {
        self.opens_with(token, b'{')
    }

    /// Is it an array where the format has an object: the item of another array, or the one
    /// member that is a bare object?
    pub(crate) fn is_misplaced_array(&self, token: usize) -> bool {
        let parent = self.all[token].parent;
        self.opens_with(token, b'[')
            && (parent.is_some_and(|parent| self.opens_with(parent, b'['))
                || self.key(token).as_deref() == Some("resolution"))
    }

    fn opens_with(&self, token: usize, byte: u8) -> bool {
        self.text.as_bytes()[self.all[token].range.start] == byte
    }

    fn key(&self, token: usize) -> Option<Cow<'a, str>> {
        decode(&self.text[self.all[token].key.clone()?])
    }
}

/// What a string says, which is given with its quotes; none where its escapes are not text.
pub(crate) fn decode(string: &str) -> Option<Cow<'_, str>> {
    match string.strip_prefix('"')?.strip_suffix('"')? {
        plain if !plain.contains('\\') => Some(Cow::Borrowed(plain)),
        _ => serde_json::from_str(string).ok().map(Cow::Owned),
    }
}

/// Behind the closing quote of the string that opens at `start`.
fn string_end(text: &str, start: usize) -> usize {
    let mut escaped = false;
    for (at, byte) in text.bytes().enumerate().skip(start + 1) {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'"' => return at + 1,
            _ => {}
        }
    }
    text.len()
}

/// Behind the word that begins at `start`; it has at least the character that stands there.
fn word_end(text: &str, start: usize) -> usize {
    let mut rest = text[start..].char_indices().skip(1);
    let end = rest.find(|(_, c)| SPACE.contains(c) || ",:]}[{\"".contains(*c));
    end.map_or(text.len(), |(length, _)| start + length)
}

fn is_key(text: &str, end: usize) -> bool {
    text[end..].trim_start_matches(SPACE).starts_with(':')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_path_leads_to_its_value() {
        let text = r#" {"a": [1, {"b\u0063": "x\"y"}], "é": null, "a": 2}"#;
        let tokens = Tokens::new(text);
        let value = |path: &[Step<'_>]| &text[tokens.range(tokens.at(path).unwrap_or(0))];
        let inner = [Step::Key("a"), Step::Item(1)];
        assert_eq!(value(&inner), r#"{"b\u0063": "x\"y"}"#);
        assert_eq!(value(&[inner[0], inner[1], Step::Key("bc")]), r#""x\"y""#);
        assert_eq!(value(&[Step::Key("é")]), "null");
        assert_eq!(value(&[Step::Key("gone")]), text.trim());
        assert_eq!(tokens.key_start(0, "a", 1), text.rfind("\"a\""));
    }

    /// Only four characters are white space, and whatever a text holds, each of its bytes is taken
    /// once: there are never more values than bytes, and they begin one after the other.
    fn ends(text: &str) {
        let tokens = Tokens::new(text);
        assert!(tokens.len() <= text.len(), "{text:?}");
        let starts: Vec<_> = (0..tokens.len()).map(|at| tokens.range(at).start).collect();
        assert!(starts.is_sorted_by(|a, b| a < b), "{text:?}");
        for token in 0..tokens.len() {
            let value = text.get(tokens.range(token)).unwrap_or_default();
            assert!(
                !value.is_empty() && value.trim_matches(SPACE) == value
                    || value.starts_with(['[', '{', '"']),
                "{text:?}"
            );
            let _ = (
                tokens.field(token),
                tokens.scalar(token),
                tokens.children(token).count(),
            );
        }
    }

    #[test]
    fn no_byte_holds_the_reader_up() {
        let frames = [
            "?",
            "[?",
            "{?",
            "{\"\",?",
            "{\"a\"?:1}",
            "{\"a\":?1}",
            "[1?,2]",
            "\"?",
            "x?",
            "\\?",
        ];
        for a in (0..0x80).map(char::from) {
            for b in (0..0x80).map(char::from) {
                for frame in frames {
                    ends(&frame.replace('?', &String::from_iter([a, b])));
                }
            }
        }
    }

    #[test]
    fn a_form_feed_is_no_white_space() {
        let text = "{\"a\"\u{c}: \u{c}1}";
        let tokens = Tokens::new(text);
        let values: Vec<_> = (1..tokens.len())
            .map(|at| &text[tokens.range(at)])
            .collect();
        assert_eq!(values, ["\"a\"", "\u{c}", "\u{c}1"]);
    }

    proptest! {
        #[test]
        fn any_text_is_read(text in "[\\[\\]{}\",:\\\\ax1é \n]{0,60}|[\\x00-\\x7f]{0,60}|\\PC*") {
            ends(&text);
        }
    }
}
