//! `sources.json`: the articles and records that everything rests on, in CSL's names.

use serde::{Deserialize, Serialize};

use super::date::Date;
use super::id::{Code, Id};
use super::record::{Evidence, Record, Relation, See};
use super::text::Text;

/// A text that evidence points into.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Its name.
    pub id: Id,
    /// The CSL type, such as `article-magazine`.
    #[serde(rename = "type")]
    pub kind: Text,
    /// Its title; in square brackets when it has none of its own.
    pub title: Text,
    /// Who wrote it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub author: Vec<Id>,
    /// The journal or site that it stands in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub container_title: Option<Text>,
    /// Who published it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub publisher: Option<Text>,
    /// When it was published.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issued: Option<Date>,
    /// When it was read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub accessed: Option<Date>,
    /// Where it was read.
    #[serde(rename = "URL", skip_serializing_if = "Option::is_none")]
    pub url: Option<Text>,
    /// BCP 47, such as `en`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<Text>,
    /// The side whose own outlet it is; none for a third party.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub side: Option<Code>,
    /// A local text against which anchors can be verified.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file: Option<Text>,
    /// Of that text's bytes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sha256: Option<Text>,
    /// Who holds the rights.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rights: Option<Text>,
    /// What the copy at hand does not say, by field name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub missing: Vec<Text>,
    /// Not required of a source: it is itself the ground.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Evidence>,
    /// What it is about.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub topics: Vec<Id>,
    /// A remark of the compiler's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

impl Record for Source {
    super::record::common_fields!(Source);

    fn references(&self, see: &mut See<'_>) {
        for author in &self.author {
            see(Relation::Author, author);
        }
    }
}
