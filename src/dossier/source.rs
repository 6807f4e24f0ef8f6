//! `sources.json`: the articles and records that everything rests on, in CSL's names.

use serde::{Deserialize, Serialize};

use super::date::Date;
use super::evidence::Evidence;
use super::fields::{Field, Type};
use super::id::{Code, Id};
use super::order::Key;
use super::record::record;
use super::relation::Relation;
use super::text::Text;
use super::value::Value;

/// The types that CSL 1.0.2 knows.
pub const CSL_TYPES: [&str; 45] = [
    "article",
    "article-journal",
    "article-magazine",
    "article-newspaper",
    "bill",
    "book",
    "broadcast",
    "chapter",
    "classic",
    "collection",
    "dataset",
    "document",
    "entry",
    "entry-dictionary",
    "entry-encyclopedia",
    "event",
    "figure",
    "graphic",
    "hearing",
    "interview",
    "legal_case",
    "legislation",
    "manuscript",
    "map",
    "motion_picture",
    "musical_score",
    "pamphlet",
    "paper-conference",
    "patent",
    "performance",
    "periodical",
    "personal_communication",
    "post",
    "post-weblog",
    "regulation",
    "report",
    "review",
    "review-book",
    "software",
    "song",
    "speech",
    "standard",
    "thesis",
    "treaty",
    "webpage",
];

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
    /// The volume of the journal.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub volume: Option<Text>,
    /// The issue of the journal.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issue: Option<Text>,
    /// The page, or a range of them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub page: Option<Text>,
    /// Who published it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub publisher: Option<Text>,
    /// Where it was published.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub publisher_place: Option<Text>,
    /// When it was published.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issued: Option<Date>,
    /// When it was read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub accessed: Option<Date>,
    /// Where it was read.
    #[serde(rename = "URL", skip_serializing_if = "Option::is_none")]
    pub url: Option<Text>,
    /// The digital object identifier.
    #[serde(rename = "DOI", skip_serializing_if = "Option::is_none")]
    pub doi: Option<Text>,
    /// Its key in a bibliography.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub citation_key: Option<Text>,
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

impl Source {
    /// One of which no more is known.
    pub fn new(id: Id, kind: Text, title: Text) -> Self {
        Self {
            id,
            kind,
            title,
            author: Vec::new(),
            container_title: None,
            volume: None,
            issue: None,
            page: None,
            publisher: None,
            publisher_place: None,
            issued: None,
            accessed: None,
            url: None,
            doi: None,
            citation_key: None,
            language: None,
            side: None,
            file: None,
            sha256: None,
            rights: None,
            missing: Vec::new(),
            evidence: Vec::new(),
            topics: Vec::new(),
            note: None,
        }
    }
}

const FIELDS: &[Field<Source>] = &[
    Field::new(
        "type",
        Type::Text,
        "CSL type: article-newspaper, report, webpage, speech, …",
        |s: &Source| (&s.kind).into(),
    )
    .required(),
    Field::new(
        "title",
        Type::Text,
        "Title; in square brackets where it has none of its own",
        |s: &Source| (&s.title).into(),
    )
    .required(),
    Field::new(
        "author",
        Type::Links(Relation::Author),
        "Author: id of a person or an organisation",
        |s: &Source| Value::list(&s.author),
    )
    .searched(),
    Field::new(
        "container_title",
        Type::Text,
        "Journal, newspaper or site that it appeared in",
        |s: &Source| s.container_title.as_ref().into(),
    ),
    Field::new(
        "volume",
        Type::Text,
        "Volume of the journal",
        |s: &Source| s.volume.as_ref().into(),
    ),
    Field::new("issue", Type::Text, "Issue of the journal", |s: &Source| {
        s.issue.as_ref().into()
    }),
    Field::new(
        "page",
        Type::Text,
        "Page or range of pages",
        |s: &Source| s.page.as_ref().into(),
    ),
    Field::new("publisher", Type::Text, "Publisher", |s: &Source| {
        s.publisher.as_ref().into()
    })
    .searched(),
    Field::new(
        "publisher_place",
        Type::Text,
        "Place of publication",
        |s: &Source| s.publisher_place.as_ref().into(),
    ),
    Field::new("issued", Type::Date, "Date of publication", |s: &Source| {
        s.issued.as_ref().into()
    })
    .explained(),
    Field::new(
        "accessed",
        Type::Date,
        "Date on which it was read",
        |s: &Source| s.accessed.as_ref().into(),
    ),
    Field::new("URL", Type::Text, "Web address", |s: &Source| {
        s.url.as_ref().into()
    })
    .column("url"),
    Field::new(
        "DOI",
        Type::Text,
        "Digital object identifier",
        |s: &Source| s.doi.as_ref().into(),
    )
    .column("doi"),
    Field::new(
        "citation_key",
        Type::Text,
        "Key in a bibliography",
        |s: &Source| s.citation_key.as_ref().into(),
    ),
    Field::new(
        "language",
        Type::Text,
        "Language (BCP 47): en, lo, ru, …",
        |s: &Source| s.language.as_ref().into(),
    ),
    Field::new(
        "side",
        Type::Country,
        "Side whose own outlet it is; none for third parties",
        |s: &Source| s.side.into(),
    ),
    Field::new(
        "file",
        Type::Text,
        "Name of its text in the dossier's folder",
        |s: &Source| s.file.as_ref().into(),
    ),
    Field::new(
        "sha256",
        Type::Text,
        "SHA-256 of that text, in hex",
        |s: &Source| s.sha256.as_ref().into(),
    )
    .label("SHA-256"),
    Field::new(
        "rights",
        Type::Text,
        "Holder of the rights",
        |s: &Source| s.rights.as_ref().into(),
    ),
    Field::new(
        "missing",
        Type::Texts,
        "Fields that the copy does not state",
        |s: &Source| Value::list(&s.missing),
    )
    .label("not stated")
    .no_option(),
    Field::topics(),
    Field::evidence(),
    Field::note(),
];

record!(Source, Source, |source| Key::Id(source.id.clone()));
