//! `claims.json`: statements that are neither event, agreement, figure nor speech.

use serde::{Deserialize, Serialize};

use super::id::{Actor, Id};
use super::record::{Evidence, Record, Relation, See, see_actor, see_one};
use super::text::Text;
use super::words::words;

words! {
    /// How a claim is put.
    Modality {
        Assertion = "assertion",
        Opinion = "opinion",
        Expectation = "expectation",
        Wish = "wish",
    }
}

/// Something that somebody asserts.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Claim {
    /// Its name in the files.
    pub id: Id,
    /// What is claimed, in the compiler's words.
    pub statement: Text,
    /// The records that it is about.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub about: Vec<Actor>,
    /// Who asserts it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub asserted_by: Option<Id>,
    /// How it is put.
    #[serde(default)]
    pub modality: Modality,
    /// What it rests on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Evidence>,
    /// What it is about.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub topics: Vec<Id>,
    /// A remark of the compiler's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

impl Record for Claim {
    super::record::common_fields!(Claim);

    fn references(&self, see: &mut See<'_>) {
        for actor in &self.about {
            see_actor(see, Relation::About, Some(actor));
        }
        see_one(see, Relation::AssertedBy, self.asserted_by.as_ref());
    }
}
