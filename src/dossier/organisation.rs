//! `organisations.json`: states, ministries, companies, universities, blocs, and who belongs to them.

use serde::{Deserialize, Serialize};

use super::date::Date;
use super::id::{Actor, Code, Id};
use super::record::{Evidence, Record, Relation, See, see_actor};
use super::text::Text;
use super::words::words;

words! {
    /// In what way someone belongs to an organisation.
    Belonging {
        Member = "member",
        Partner = "partner",
        Beneficiary = "beneficiary",
    }
}

/// A body that acts.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Organisation {
    /// Its name in the files.
    pub id: Id,
    /// Its name.
    pub name: Text,
    /// Its short name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub acronym: Option<Text>,
    /// state, state body, company, university, bloc, party, …
    pub kind: Text,
    /// The country that it belongs to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub country: Option<Code>,
    /// Other names in the sources.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<Text>,
    /// Who belongs to it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub members: Vec<Member>,
    /// Where it is named.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Evidence>,
    /// What it is connected with.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub topics: Vec<Id>,
    /// A remark of the compiler's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

/// Someone who belongs to an organisation.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Member {
    /// Who.
    pub member: Actor,
    /// In what way.
    pub kind: Belonging,
    /// Since when.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub since: Option<Date>,
    /// Where it stands.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Evidence>,
}

impl Record for Organisation {
    super::record::common_fields!(Organisation);

    fn references(&self, see: &mut See<'_>) {
        for member in &self.members {
            see_actor(see, Relation::Member, Some(&member.member));
        }
    }

    fn inner_evidence(&self) -> Vec<&Evidence> {
        self.members.iter().flat_map(|m| &m.evidence).collect()
    }
}
