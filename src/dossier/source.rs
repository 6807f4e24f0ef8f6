//! `sources.json`: the articles and records that everything rests on, in CSL's names.

use serde::Deserialize;

use super::date::Date;
use super::id::{Code, Id};
use super::record::{Evidence, Record, Relation, See};
use super::text::Text;

/// A text that evidence points into.
#[derive(Clone, Debug, Deserialize)]
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
    #[serde(default)]
    pub author: Vec<Id>,
    /// The journal or site that it stands in.
    pub container_title: Option<Text>,
    /// Who published it.
    pub publisher: Option<Text>,
    /// When it was published.
    pub issued: Option<Date>,
    /// When it was read.
    pub accessed: Option<Date>,
    /// Where it was read.
    #[serde(rename = "URL")]
    pub url: Option<Text>,
    /// BCP 47, such as `en`.
    pub language: Option<Text>,
    /// The side whose own outlet it is; none for a third party.
    pub side: Option<Code>,
    /// A local text against which anchors can be verified.
    pub file: Option<Text>,
    /// Of that text's bytes.
    pub sha256: Option<Text>,
    /// Who holds the rights.
    pub rights: Option<Text>,
    /// What the copy at hand does not say, by field name.
    #[serde(default)]
    pub missing: Vec<Text>,
    /// Not required of a source: it is itself the ground.
    #[serde(default)]
    pub evidence: Vec<Evidence>,
    /// What it is about.
    #[serde(default)]
    pub topics: Vec<Id>,
    /// A remark of the compiler's.
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
