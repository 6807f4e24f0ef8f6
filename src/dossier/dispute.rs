//! `disputes.json`: what disagrees and no rule can compute.

use serde::{Deserialize, Serialize};

use super::id::{Actor, Id};
use super::record::{Evidence, Record, Relation, See, see_actor, see_one};
use super::text::Text;
use super::words::words;

words! {
    /// In what way records disagree.
    DisputeKind {
        Contradiction = "contradiction",
        Terminology = "terminology",
        Ambiguity = "ambiguity",
        Attribution = "attribution",
        Missing = "missing",
        Implausible = "implausible",
    }
}

/// A disagreement, kept open or resolved by the compiler's choice.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Dispute {
    /// Its name in the files.
    pub id: Id,
    /// What disagrees.
    pub title: Text,
    /// In what way.
    pub kind: DisputeKind,
    /// The records that it stands between.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub between: Vec<Actor>,
    /// What the disagreement is.
    pub explanation: Text,
    /// The compiler's choice, if there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub resolution: Option<Resolution>,
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

/// Which record the compiler follows, and why.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Resolution {
    /// The record that is followed.
    pub preferred: Id,
    /// The reason.
    pub why: Text,
}

impl Record for Dispute {
    super::record::common_fields!(Dispute);

    fn references(&self, see: &mut See<'_>) {
        for actor in &self.between {
            see_actor(see, Relation::Between, Some(actor));
        }
        see_one(
            see,
            Relation::Preferred,
            self.resolution.as_ref().map(|r| &r.preferred),
        );
    }
}
