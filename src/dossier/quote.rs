//! `quotes.json`: what somebody said, verbatim, one paragraph of speech a record.

use serde::{Deserialize, Serialize, Serializer, de};

use super::date::Date;
use super::id::Id;
use super::order::Key;
use super::record::{Evidence, Record, Relation, See, see_one};
use super::text::Text;
use super::words::words;

words! {
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
    /// In words.
    pub fn word(self) -> &'static str {
        match self {
            Self::Yes => "translated",
            Self::No => "as spoken",
            Self::Unknown => "not said whether translated",
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

impl Record for Quote {
    super::record::common_fields!(Quote);

    fn key(&self) -> Key {
        Key::day(self.said.as_ref(), self.sequence)
    }

    fn references(&self, see: &mut See<'_>) {
        see(Relation::Speaker, &self.speaker);
        see_one(see, Relation::Occasion, self.event.as_ref());
        see_one(see, Relation::ReplyTo, self.in_reply_to.as_ref());
        see_one(see, Relation::Addressee, self.addressee.as_ref());
    }
}
