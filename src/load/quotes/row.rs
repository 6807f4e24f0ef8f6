//! A record of quotes.json read without copying: what is kept of it, and whether it is sound.
//!
//! [`Row`] takes what [`Quote`](crate::dossier::Quote) takes and nothing else, so that a record
//! that passes here can be read again as a quote. What does not pass is read as a quote at once,
//! for its error.

use std::borrow::Cow;
use std::fmt;

use serde::de::{self, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;

use crate::dossier::evidence::Support;
use crate::dossier::quote::{QuoteKind, Translation};

/// A string that is borrowed from the file where it holds no escapes.
#[derive(Deserialize)]
#[serde(transparent)]
pub(super) struct Str<'a>(#[serde(borrow)] pub(super) Cow<'a, str>);

/// A quote as it stands in the file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "some fields are only checked for their type")]
pub(super) struct Row<'a> {
    #[serde(borrow)]
    pub(super) id: Str<'a>,
    #[serde(borrow)]
    pub(super) speaker: Str<'a>,
    #[serde(borrow)]
    pub(super) role: Option<Str<'a>>,
    #[serde(borrow)]
    pub(super) said: Option<&'a RawValue>,
    #[serde(borrow)]
    pub(super) event: Option<Str<'a>>,
    #[serde(borrow)]
    pub(super) language: Option<Str<'a>>,
    #[serde(default)]
    translation: Translation,
    #[serde(borrow)]
    pub(super) text: Str<'a>,
    #[serde(default)]
    pub(super) kind: QuoteKind,
    #[serde(borrow)]
    prompt: Option<Str<'a>>,
    #[serde(borrow)]
    pub(super) in_reply_to: Option<Str<'a>>,
    #[serde(borrow)]
    pub(super) addressee: Option<Str<'a>>,
    sequence: Option<u32>,
    #[serde(borrow, default)]
    pub(super) evidence: Vec<Anchor<'a>>,
    #[serde(borrow, default, deserialize_with = "there")]
    pub(super) topics: Option<&'a RawValue>,
    #[serde(borrow)]
    note: Option<Str<'a>>,
}

/// Evidence as it stands in the file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "some fields are only checked for their type")]
pub(super) struct Anchor<'a> {
    #[serde(borrow)]
    pub(super) source: Str<'a>,
    pub(super) paragraph: u32,
    exact: Option<Runs>,
    #[serde(borrow)]
    prefix: Option<Str<'a>>,
    #[serde(borrow)]
    suffix: Option<Str<'a>>,
    #[serde(default)]
    relation: Support,
}

/// Words in one run or several, which are only checked.
struct Runs;

impl<'de> Deserialize<'de> for Runs {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Self)
    }
}

impl<'de> Visitor<'de> for Runs {
    type Value = Self;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("words, or a list of runs of words")
    }

    fn visit_str<E: de::Error>(self, _: &str) -> Result<Self, E> {
        Ok(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut runs: A) -> Result<Self, A::Error> {
        let mut count = 0;
        while runs.next_element::<Str<'de>>()?.is_some() {
            count += 1;
        }
        match count {
            0 => Err(de::Error::invalid_length(0, &self)),
            _ => Ok(self),
        }
    }
}

/// A value that may be left out but not null.
fn there<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<&'de RawValue>, D::Error> {
    <&RawValue>::deserialize(deserializer).map(Some)
}
