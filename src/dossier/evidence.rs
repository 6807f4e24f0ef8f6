//! Where a record comes from: the passage of a source, in the names of the W3C `TextQuoteSelector`.

use std::borrow::Cow;
use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::id::Id;
use super::text::{Text, as_given};
use super::vocabulary::{is_default, vocabulary};

vocabulary! {
    /// What an anchor does for its record.
    Support {
        States = "states",
        Implies = "implies",
        Contradicts = "contradicts",
    }
}

/// Where a record comes from: names follow the W3C `TextQuoteSelector`.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Evidence {
    /// The source that says it.
    pub source: Id,
    /// Its paragraph: non-empty lines of the source text, counted from 1.
    #[cfg_attr(test, schemars(range(min = 1)))]
    pub paragraph: u32,
    /// The shortest run of the source's own words; for a quote its text is the anchor.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub exact: Option<Exact>,
    /// The words before, where `exact` stands more than once.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub prefix: Option<Text>,
    /// The words after, where `exact` stands more than once.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub suffix: Option<Text>,
    /// What the passage does for the record.
    #[serde(default, rename = "relation", skip_serializing_if = "is_default")]
    pub support: Support,
}

/// The source's own words: one run, or several in order with words of somebody else between them,
/// such as "she said".
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Exact(Vec<Text>);

impl Exact {
    /// The runs, at least one.
    pub fn runs(&self) -> &[Text] {
        &self.0
    }
}

impl Evidence {
    /// [`Evidence::words`] as they were given: a mark has digits of its own.
    pub fn given_words(&self) -> Cow<'_, str> {
        as_given(|| self.words())
    }

    /// The source's own words, with an ellipsis between runs; empty where there are none.
    pub fn words(&self) -> Cow<'_, str> {
        match self.exact.as_ref().map(Exact::runs) {
            None => Cow::Borrowed(""),
            Some([run]) => Cow::Borrowed(run),
            Some(_) => Cow::Owned(
                self.exact
                    .as_ref()
                    .map(ToString::to_string)
                    .unwrap_or_default(),
            ),
        }
    }
}

impl From<Text> for Exact {
    fn from(run: Text) -> Self {
        Self(vec![run])
    }
}

/// All runs, with an ellipsis where something is left out between two.
impl fmt::Display for Exact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, run) in self.0.iter().enumerate() {
            if at > 0 {
                f.write_str(" … ")?;
            }
            f.write_str(run)?;
        }
        Ok(())
    }
}

impl<'de> Deserialize<'de> for Exact {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Written {
            One(Text),
            Several(Vec<Text>),
        }
        match Written::deserialize(deserializer) {
            Ok(Written::One(run)) => Ok(run.into()),
            Ok(Written::Several(runs)) if !runs.is_empty() => Ok(Self(runs)),
            _ => Err(de::Error::custom(
                "expected words, or a list of runs of words, for `exact`",
            )),
        }
    }
}

/// A string for one run, a list for several.
impl Serialize for Exact {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0.as_slice() {
            [run] => run.serialize(serializer),
            runs => runs.serialize(serializer),
        }
    }
}
