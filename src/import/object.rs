//! JSON with the place of every value in the file, as the loader reads it too. Values are read a
//! level at a time, and a duplicate key is an error, not a silent loss.

use std::borrow::Cow;
use std::collections::HashSet;
use std::ops::Range;

use serde_json::value::RawValue;

use super::input::{Input, Spot};
use crate::dossier::text::clean_line;
use crate::load::explain;
use crate::load::tokens::{Tokens, decode};

/// Why a file is not JSON that can be imported.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{spot}: {message}")]
pub struct JsonError {
    /// Where.
    pub spot: Spot,
    /// In the words of the parser, clean.
    pub message: String,
}

/// A value and where it stands.
#[derive(Clone, Copy, Debug)]
pub struct Value<'a> {
    raw: &'a str,
    at: usize,
}

impl<'a> Value<'a> {
    /// The one value of a file.
    ///
    /// # Errors
    /// When it is not JSON.
    pub fn whole(input: &'a Input) -> Result<Self, JsonError> {
        let raw = serde_json::from_str::<&RawValue>(&input.text).map_err(|error| {
            let (offset, (message, hint)) = explain::syntax(&input.text, &error);
            let message = hint.map_or(message.clone(), |hint| format!("{message}: {hint}"));
            fault(input, offset, &message)
        })?;
        let lead = input.text.len() - input.text.trim_ascii_start().len();
        Ok(Self {
            raw: raw.get(),
            at: lead,
        })
    }

    /// The members of an object, in their order; none for anything else.
    ///
    /// # Errors
    /// As [`whole`](Self::whole), when there is a duplicate key.
    pub fn members(&self, input: &Input) -> Result<Vec<(Cow<'a, str>, Self)>, JsonError> {
        if !self.is_object() {
            return Ok(Vec::new());
        }
        let tokens = Tokens::new(self.raw);
        let mut known = HashSet::new();
        let mut members = Vec::new();
        for child in tokens.children(0) {
            let key = tokens.key_range(child).unwrap_or_default();
            let offset = self.at + key.start;
            let Some(key) = decode(&self.raw[key]) else {
                return Err(fault(input, offset, "half of a surrogate pair in a key"));
            };
            if !known.insert(key.clone()) {
                return Err(fault(input, offset, &format!("duplicate key `{key}`")));
            }
            members.push((key, self.part(tokens.range(child))));
        }
        Ok(members)
    }

    /// The items of an array; none for anything else.
    pub fn items(&self) -> Vec<Self> {
        if !self.is_list() {
            return Vec::new();
        }
        let tokens = Tokens::new(self.raw);
        let items = tokens.children(0);
        items.map(|item| self.part(tokens.range(item))).collect()
    }

    /// Is it an array?
    pub fn is_list(&self) -> bool {
        self.raw.starts_with('[')
    }

    /// Is it an object?
    pub fn is_object(&self) -> bool {
        self.raw.starts_with('{')
    }

    /// Does it hold nothing: null, an empty string, array or object?
    pub fn is_empty(&self) -> bool {
        let inner = self.raw.trim_matches(['[', ']', '{', '}', '"']);
        self.raw == "null" || inner.trim().is_empty()
    }

    /// A string without its quotation marks and escapes, a number or a truth value as written;
    /// empty for null, for an array and for an object.
    pub fn text(&self) -> Cow<'a, str> {
        match self.raw.as_bytes().first() {
            Some(b'"') => decode(self.raw).unwrap_or_default(),
            Some(b'[' | b'{') => Cow::Borrowed(""),
            _ if self.raw == "null" => Cow::Borrowed(""),
            _ => Cow::Borrowed(self.raw),
        }
    }

    /// Where it stands; of a string what is between its quotation marks.
    pub fn range(&self) -> Range<usize> {
        let quote = usize::from(self.raw.starts_with('"'));
        self.at + quote..self.at + self.raw.len() - quote
    }

    /// The line that it begins on.
    pub fn line(&self, input: &Input) -> usize {
        input.line(self.at)
    }

    fn part(&self, range: Range<usize>) -> Self {
        Self {
            at: self.at + range.start,
            raw: &self.raw[range],
        }
    }
}

/// What is wrong at a byte of the file.
fn fault(input: &Input, offset: usize, message: &str) -> JsonError {
    JsonError {
        spot: input.spot(offset),
        message: clean_line(message),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dossier::Id;
    use crate::system::charset::decode;

    fn input(text: &str) -> Input {
        let decoded = decode(text.as_bytes(), None).expect("text");
        Input::new("x.json", "x.json", Id::new("x").expect("an id"), decoded)
    }

    #[test]
    fn every_value_has_its_place() {
        let input = input(" {\"a\": [1, {\"b\": \"q\\u00e9\"}],\n \"c\": null}\n");
        let whole = Value::whole(&input).expect("JSON");
        let members = whole.members(&input).expect("members");
        let (key, list) = &members[0];
        assert_eq!((&**key, list.is_list()), ("a", true));
        let items = list.items();
        assert_eq!((items[0].text(), items[0].range()), ("1".into(), 8..9));
        let inner = items[1].members(&input).expect("members");
        assert_eq!(inner[0].1.text(), "qé");
        assert_eq!(&input.text[inner[0].1.range()], "q\\u00e9");
        assert_eq!((members[1].1.line(&input), &*members[1].1.text()), (2, ""));
    }

    #[test]
    fn what_is_wrong_is_told_with_its_line() {
        let whole = |text: &str| {
            let input = input(text);
            let whole = Value::whole(&input)?;
            whole.members(&input).map(|members| members.len())
        };
        for (text, message) in [
            ("{\"a\": 1,\n \"a\": 2}", "x.json:2: duplicate key `a`"),
            (
                "{\"a\":\n {\"a\": 1},\n \"\\u0061\":\n 2}",
                "x.json:3: duplicate key `a`",
            ),
            ("{\"a\":\n 1", "x.json:2: EOF while parsing an object"),
            ("{} x", "x.json:1: trailing characters"),
            ("[1,]", "x.json:1: "),
            ("{\"\\ud800\": 1}", "x.json:1: half of a surrogate pair"),
            (
                "{\"a\":\u{c}1}",
                "x.json:1: a form feed (U+000C) is not white space in JSON: replace it",
            ),
        ] {
            let error = whole(text).expect_err(text).to_string();
            assert!(error.starts_with(message), "{error}");
        }
        assert!(whole(&"[".repeat(100_000)).is_err());
        let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
        assert_eq!(whole(&deep), Ok(0));
    }
}
