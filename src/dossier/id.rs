//! Names of records: [`Id`], and [`Actor`] for whoever can be a party, a record or a country.

mod fresh;

use std::fmt;

use serde::{Deserialize, Serialize, Serializer, de};

use super::text::clean_line;

/// The name of a record, unique in its dossier: `^[a-z0-9][a-z0-9._-]*$`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(Box<str>);

/// A text that cannot be the name of a record.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{}` is not an id: it begins with a small letter or digit and goes on with small letters, digits, `.`, `_` or `-`",
    clean_line(.text)
)]
pub struct NotAnId {
    /// As it was given.
    pub text: String,
}

impl Id {
    /// Checks `text` against the pattern.
    ///
    /// # Errors
    /// When `text` does not match it.
    pub fn new(text: &str) -> Result<Self, NotAnId> {
        if Self::is(text) {
            Ok(Self(text.into()))
        } else {
            Err(NotAnId { text: text.into() })
        }
    }

    /// Whether `text` is of the pattern.
    pub(crate) fn is(text: &str) -> bool {
        let part = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit();
        let first = text.bytes().next().is_some_and(part);
        first && text.bytes().all(|b| part(b) || b"._-".contains(&b))
    }

    /// `quote-7`: for what has a number only. `word` is of small letters.
    pub(super) fn numbered(word: &str, number: usize) -> Self {
        Self(format!("{word}-{number}").into())
    }

    /// The id as written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Id {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::new(&text).map_err(de::Error::custom)
    }
}

impl Serialize for Id {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

/// An ISO 3166-1 alpha-3 country code (or the alpha-3 of a former country, such as `SUN`).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code([u8; 3]);

impl Code {
    /// Three capital letters; none for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let bytes: [u8; 3] = text.as_bytes().try_into().ok()?;
        bytes
            .iter()
            .all(u8::is_ascii_uppercase)
            .then_some(Self(bytes))
    }

    /// The three letters.
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or("???")
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for Code {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| {
            de::Error::custom(format!(
                "`{}` is not a country code: three capital letters of ISO 3166-1, such as LAO",
                clean_line(&text)
            ))
        })
    }
}

impl Serialize for Code {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

/// Whoever acts: a country by its code, or a person or organisation by its id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Actor {
    /// One of the sides, or what preceded it.
    Country(Code),
    /// A person or an organisation.
    Record(Id),
}

impl Actor {
    /// The id, when this is a record.
    pub fn id(&self) -> Option<&Id> {
        match self {
            Self::Country(_) => None,
            Self::Record(id) => Some(id),
        }
    }
}

impl fmt::Display for Actor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Country(code) => code.fmt(f),
            Self::Record(id) => id.fmt(f),
        }
    }
}

impl<'de> Deserialize<'de> for Actor {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        if let Some(code) = Code::parse(&text) {
            return Ok(Self::Country(code));
        }
        Id::new(&text).map(Self::Record).map_err(de::Error::custom)
    }
}

impl Serialize for Actor {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Country(code) => code.serialize(serializer),
            Self::Record(id) => id.serialize(serializer),
        }
    }
}
