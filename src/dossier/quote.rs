//! `quotes.json`: what somebody said, verbatim, one paragraph of speech a record.

use serde::{Deserialize, Serialize, Serializer, de};

use super::date::Date;
use super::evidence::Evidence;
use super::fields::{Field, OnPage, Type};
use super::id::Id;
use super::order::Key;
use super::record::record;
use super::relation::Relation;
use super::text::Text;
use super::value::Value;
use super::vocabulary::vocabulary;

vocabulary! {
    /// How much of it is verbatim.
    QuoteKind {
        Verbatim = "verbatim",
        Partial = "partial",
    }
}

/// Whether the words were said in the language that they are printed in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Translation {
    /// Printed in another language than spoken.
    Yes,
    /// Printed as spoken.
    No,
    /// The source does not say.
    #[default]
    Unknown,
}

impl Translation {
    /// None where the source does not say.
    pub fn known(self) -> Option<bool> {
        match self {
            Self::Yes => Some(true),
            Self::No => Some(false),
            Self::Unknown => None,
        }
    }
}

impl<'de> Deserialize<'de> for Translation {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Written {
            Known(bool),
            Word(String),
        }
        match Written::deserialize(deserializer) {
            Ok(Written::Known(true)) => Ok(Self::Yes),
            Ok(Written::Known(false)) => Ok(Self::No),
            Ok(Written::Word(word)) if word == "unknown" => Ok(Self::Unknown),
            _ => Err(de::Error::custom(
                "expected true, false or \"unknown\" for `translation`",
            )),
        }
    }
}

/// `true`, `false` or `"unknown"`.
impl Serialize for Translation {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Yes => serializer.serialize_bool(true),
            Self::No => serializer.serialize_bool(false),
            Self::Unknown => serializer.serialize_str("unknown"),
        }
    }
}

/// A paragraph of speech.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Quote {
    /// Its name in the files.
    pub id: Id,
    /// Who speaks.
    pub speaker: Id,
    /// As what, at the time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<Text>,
    /// When it was said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub said: Option<Date>,
    /// On which occasion.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub event: Option<Id>,
    /// BCP 47, such as `en`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<Text>,
    /// Whether it was spoken in another language.
    #[serde(default)]
    pub translation: Translation,
    /// The speaker's words.
    pub text: Text,
    /// How much of it is verbatim.
    #[serde(default)]
    pub kind: QuoteKind,
    /// What was asked, in the compiler's words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub prompt: Option<Text>,
    /// The quote that it answers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub in_reply_to: Option<Id>,
    /// Who is spoken to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub addressee: Option<Id>,
    /// Its place on the occasion.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sequence: Option<u32>,
    /// Where it stands; its text is the anchor.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Evidence>,
    /// What it is about.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub topics: Vec<Id>,
    /// A remark of the compiler's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

const FIELDS: &[Field<Quote>] = &[
    Field::new(
        "speaker",
        Type::Link(Relation::Speaker),
        "Speaker",
        |q: &Quote| (&q.speaker).into(),
    )
    .required(),
    Field::new(
        "role",
        Type::Text,
        "Office of the speaker at the time",
        |q: &Quote| q.role.as_ref().into(),
    ),
    Field::new(
        "said",
        Type::Date,
        "Date on which it was said",
        |q: &Quote| q.said.as_ref().into(),
    )
    .explained(),
    Field::new(
        "event",
        Type::Link(Relation::Occasion),
        "Event at which it was said",
        |q: &Quote| q.event.as_ref().into(),
    ),
    Field::new(
        "language",
        Type::Text,
        "Language in which it is printed (BCP 47): en, lo, ru, …",
        |q: &Quote| q.language.as_ref().into(),
    ),
    Field::new(
        "translation",
        Type::Flag { unknown: true },
        "Whether it was spoken in another language",
        |q: &Quote| Value::Flag(q.translation.known()),
    )
    .default("unknown"),
    Field::new("text", Type::Text, "The speaker's words", |q: &Quote| {
        (&q.text).into()
    })
    .on_page(OnPage::Body)
    .searched()
    .required(),
    Field::new(
        "kind",
        Type::Words(QuoteKind::WORDS),
        "How much of it is verbatim",
        |q: &Quote| q.kind.word().into(),
    )
    .default("verbatim"),
    Field::new(
        "prompt",
        Type::Text,
        "What was asked, in your words",
        |q: &Quote| q.prompt.as_ref().into(),
    )
    .label("asked"),
    Field::new(
        "in_reply_to",
        Type::Link(Relation::ReplyTo),
        "Quote that it answers",
        |q: &Quote| q.in_reply_to.as_ref().into(),
    ),
    Field::new(
        "addressee",
        Type::Link(Relation::Addressee),
        "Person who is spoken to",
        |q: &Quote| q.addressee.as_ref().into(),
    ),
    Field::new(
        "sequence",
        Type::Integer,
        "Position on the occasion, from 1",
        |q: &Quote| q.sequence.into(),
    ),
    Field::topics(),
    Field::evidence(),
    Field::note(),
];

record!(Quote, Quote, |quote| Key::day(
    quote.said.as_ref(),
    quote.sequence
));
