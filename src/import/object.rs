//! JSON with the place of every value in the file. Values are read a level at a time, so that no
//! depth of nesting can do harm, and a key that stands twice is an error, not a silent loss.

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;

use serde::Deserialize;
use serde::de::{self, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::input::Input;
use crate::dossier::text::clean_line;

/// Why a file is not JSON that can be imported.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{file}:{line}: {message}")]
pub struct JsonError {
    /// The file, as a person would type it, clean.
    pub file: String,
    /// From 1.
    pub line: usize,
    /// In bytes of the text.
    pub offset: usize,
    /// In the words of the parser, clean.
    pub message: String,
}

/// A value and where it stands.
#[derive(Clone, Copy, Debug)]
pub struct Value<'a> {
    raw: &'a str,
    at: usize,
}

/// What is wrong, and the offset in the file.
type Fault = (usize, String);

impl<'a> Value<'a> {
    /// The one value of a file.
    ///
    /// # Errors
    /// When it is not JSON.
    pub fn whole(input: &'a Input) -> Result<Self, JsonError> {
        let all = Self {
            raw: &input.text,
            at: 0,
        };
        let parsed = serde_json::from_str::<&RawValue>(&input.text);
        let parsed = parsed.map_err(|error| told(input, all.fault(&error)))?;
        Ok(all.inside(parsed))
    }

    /// The members of an object, in their order; none for anything else.
    ///
    /// # Errors
    /// As [`whole`](Self::whole), when a key stands twice.
    pub fn members(&self, input: &Input) -> Result<Vec<(Cow<'a, str>, Self)>, JsonError> {
        if !self.raw.starts_with('{') {
            return Ok(Vec::new());
        }
        let members = serde_json::from_str::<Members<'a>>(self.raw);
        let members = members.map_err(|error| told(input, self.fault(&error)))?;
        let place = |(key, raw)| (key, self.inside(raw));
        Ok(members.0.into_iter().map(place).collect())
    }

    /// The items of an array; none for anything else.
    ///
    /// # Errors
    /// As [`whole`](Self::whole); what is part of a sound file is sound.
    pub fn items(&self, input: &Input) -> Result<Vec<Self>, JsonError> {
        if !self.raw.starts_with('[') {
            return Ok(Vec::new());
        }
        let items = serde_json::from_str::<Vec<&RawValue>>(self.raw);
        let items = items.map_err(|error| told(input, self.fault(&error)))?;
        Ok(items.into_iter().map(|raw| self.inside(raw)).collect())
    }

    /// Is it an array?
    pub fn is_list(&self) -> bool {
        self.raw.starts_with('[')
    }

    /// Is it an object?
    pub fn is_object(&self) -> bool {
        self.raw.starts_with('{')
    }

    /// A string without its quotation marks and escapes, a number or a truth value as written;
    /// empty for null, for an array and for an object.
    pub fn text(&self) -> Cow<'a, str> {
        if self.raw.starts_with('"') {
            serde_json::from_str::<Cow<'a, str>>(self.raw).unwrap_or_default()
        } else if self.is_list() || self.is_object() || self.raw == "null" {
            Cow::Borrowed("")
        } else {
            Cow::Borrowed(self.raw)
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

    /// A part of this value, which `raw` borrows from.
    fn inside(&self, raw: &'a RawValue) -> Self {
        let raw = raw.get();
        let offset = raw.as_ptr() as usize - self.raw.as_ptr() as usize;
        Self {
            raw,
            at: self.at + offset,
        }
    }

    fn fault(&self, error: &serde_json::Error) -> Fault {
        let lines = self
            .raw
            .split_inclusive('\n')
            .take(error.line().saturating_sub(1));
        let before: usize = lines.map(str::len).sum();
        let text = error.to_string();
        let message = text.split(" at line ").next().unwrap_or(&text);
        let offset = before + error.column().saturating_sub(1);
        (self.at + offset.min(self.raw.len()), clean_line(message))
    }
}

fn told(input: &Input, (offset, message): Fault) -> JsonError {
    JsonError {
        file: input.shown.clone(),
        line: input.line(offset),
        offset,
        message,
    }
}

/// The members of one object, each key once.
struct Members<'a>(Vec<(Cow<'a, str>, &'a RawValue)>);

impl<'de: 'a, 'a> Deserialize<'de> for Members<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Read<'a>(std::marker::PhantomData<&'a ()>);

        impl<'de: 'a, 'a> Visitor<'de> for Read<'a> {
            type Value = Members<'a>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut members: Vec<(Cow<'a, str>, &'a RawValue)> = Vec::new();
                while let Some((Key(key), value)) = map.next_entry::<Key<'a>, &'a RawValue>()? {
                    if members.iter().any(|(known, _)| *known == key) {
                        return Err(de::Error::custom(format!("duplicate key `{key}`")));
                    }
                    members.push((key, value));
                }
                Ok(Members(members))
            }
        }

        deserializer.deserialize_map(Read(std::marker::PhantomData))
    }
}

/// A key, which is only copied where it has escapes.
#[derive(Deserialize)]
struct Key<'a>(#[serde(borrow)] Cow<'a, str>);

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
        let items = list.items(&input).expect("items");
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
        for (text, told) in [
            ("{\"a\": 1,\n \"a\": 2}", "x.json:2: duplicate key `a`"),
            ("{\"a\":\n 1", "x.json:2: EOF while parsing an object"),
            ("{} x", "x.json:1: trailing characters"),
            ("[1,]", "x.json:1: "),
            ("{\"\\ud800\": 1}", "x.json:1: "),
        ] {
            let error = whole(text).expect_err(text).to_string();
            assert!(error.starts_with(told), "{error}");
        }
        assert!(whole(&"[".repeat(100_000)).is_err());
        let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
        assert_eq!(whole(&deep), Ok(0));
    }
}
