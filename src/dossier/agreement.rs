//! `agreements.json`: what was signed, is in force, or is being talked about, and its lineage.

use serde::{Deserialize, Serialize};

use super::date::Date;
use super::id::{Actor, Code, Id};
use super::order::Key;
use super::record::{Evidence, Record, Relation, See, see_actor, see_one};
use super::text::Text;
use super::words::words;

words! {
    /// What sort of instrument it is.
    AgreementKind {
        Agreement = "agreement",
        Treaty = "treaty",
        Memorandum = "memorandum",
        Roadmap = "roadmap",
        PlanOfAction = "plan-of-action",
        Partnership = "partnership",
        Programme = "programme",
        Arrangement = "arrangement",
        Protocol = "protocol",
        Document = "document",
    }

    /// Where it stands.
    AgreementStatus {
        Unknown = "unknown",
        UnderDiscussion = "under-discussion",
        Planned = "planned",
        Signed = "signed",
        InForce = "in-force",
        Expired = "expired",
        Terminated = "terminated",
        Superseded = "superseded",
    }
}

/// An instrument between parties.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Agreement {
    /// Its name in the files.
    pub id: Id,
    /// What it is called.
    pub title: Text,
    /// What sort of instrument.
    pub kind: AgreementKind,
    /// Between whom.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parties: Vec<Party>,
    /// When it was signed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub signed: Option<Date>,
    /// When it came into force.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub in_force: Option<Date>,
    /// When it ends.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ends: Option<Date>,
    /// The period that it covers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub horizon: Option<Date>,
    /// Where it stands.
    pub status: AgreementStatus,
    /// The event where it was signed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub event: Option<Id>,
    /// The agreements that it follows: its lineage.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub follows: Vec<Id>,
    /// Agreements that may be the same one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub maybe_same_as: Vec<Id>,
    /// How many, for a group that the source only counts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub count: Option<u32>,
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

/// A party to an agreement.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Party {
    /// Who.
    pub party: Actor,
    /// For which side; none for a third party.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub side: Option<Code>,
}

impl Agreement {
    /// The date to file it under: of signature, else of entry into force.
    pub fn date(&self) -> Option<&Date> {
        self.signed.as_ref().or(self.in_force.as_ref())
    }
}

impl Record for Agreement {
    super::record::common_fields!(Agreement);

    fn key(&self) -> Key {
        Key::day(self.date(), None)
    }

    fn references(&self, see: &mut See<'_>) {
        for party in &self.parties {
            see_actor(see, Relation::Party, Some(&party.party));
        }
        see_one(see, Relation::Occasion, self.event.as_ref());
        for id in &self.follows {
            see(Relation::Follows, id);
        }
        for id in &self.maybe_same_as {
            see(Relation::MaybeSameAs, id);
        }
    }
}
