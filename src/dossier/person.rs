//! `people.json`: who is named, with every title that a source gives them.

use serde::{Deserialize, Serialize};

use super::date::Date;
use super::id::{Code, Id};
use super::record::{Evidence, Record, Relation, See, see_one};
use super::text::Text;

/// Someone who is named.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// Their name in the files.
    pub id: Id,
    /// The name in the dossier's language.
    pub name: Text,
    /// The name in their own script.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub native_name: Option<Text>,
    /// Other spellings in the sources.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<Text>,
    /// The country that they belong to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub country: Option<Code>,
    /// The titles that the sources give them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub roles: Vec<Role>,
    /// Where they are named.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Evidence>,
    /// What they are connected with.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub topics: Vec<Id>,
    /// A remark of the compiler's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

/// A title as one source gives it.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Role {
    /// As printed.
    pub title: Text,
    /// Where it is held.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub organisation: Option<Id>,
    /// Since when.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// Until when.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<Date>,
    /// When it was said to be held.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub as_of: Option<Date>,
    /// Which source or person gives it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub said_by: Option<Id>,
    /// Where it stands.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Evidence>,
}

impl Record for Person {
    super::record::common_fields!(Person);

    fn references(&self, see: &mut See<'_>) {
        for role in &self.roles {
            see_one(see, Relation::RoleAt, role.organisation.as_ref());
            see_one(see, Relation::TitledBy, role.said_by.as_ref());
        }
    }

    fn inner_evidence(&self) -> Vec<&Evidence> {
        self.roles.iter().flat_map(|role| &role.evidence).collect()
    }
}
