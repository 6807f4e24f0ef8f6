//! `people.json`: who is named, with every title that a source gives them.

use serde::{Deserialize, Serialize};

use super::date::Date;
use super::evidence::Evidence;
use super::fields::{Field, OnPage, Type, infos, parts};
use super::id::{Code, Id};
use super::order::Key;
use super::record::record;
use super::relation::Relation;
use super::text::Text;
use super::value::Value;

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

impl Person {
    /// One of whom no more is known.
    pub fn new(id: Id, name: Text) -> Self {
        Self {
            id,
            name,
            native_name: None,
            aliases: Vec::new(),
            country: None,
            roles: Vec::new(),
            evidence: Vec::new(),
            topics: Vec::new(),
            note: None,
        }
    }
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

const ROLE: &[Field<Role>] = &[
    Field::new("title", Type::Text, "Titles, as printed", |r: &Role| {
        (&r.title).into()
    })
    .column("role_titles")
    .searched()
    .required(),
    Field::new(
        "organisation",
        Type::Link(Relation::RoleAt),
        "Organisation in which each is held",
        |r: &Role| r.organisation.as_ref().into(),
    )
    .column("role_organisations"),
    Field::new("from", Type::Date, "Since when each is held", |r: &Role| {
        r.from.as_ref().into()
    })
    .column("role_from"),
    Field::new("to", Type::Date, "Until when each was held", |r: &Role| {
        r.to.as_ref().into()
    })
    .column("role_to"),
    Field::new(
        "as_of",
        Type::Date,
        "When each was said to be held",
        |r: &Role| r.as_of.as_ref().into(),
    )
    .column("role_as_of"),
    Field::new(
        "said_by",
        Type::Link(Relation::TitledBy),
        "Source or person that gives each",
        |r: &Role| r.said_by.as_ref().into(),
    )
    .column("role_said_by"),
    Field::new(
        "evidence",
        Type::Evidence,
        "Passages that support each",
        |r: &Role| Value::Evidence(&r.evidence),
    ),
];

const FIELDS: &[Field<Person>] = &[
    Field::new(
        "name",
        Type::Text,
        "Name in the dossier's language",
        |p: &Person| (&p.name).into(),
    )
    .on_page(OnPage::Hidden)
    .required(),
    Field::new(
        "native_name",
        Type::Text,
        "Name in their own script",
        |p: &Person| p.native_name.as_ref().into(),
    )
    .searched(),
    Field::new(
        "aliases",
        Type::Texts,
        "Other spelling of the name",
        |p: &Person| Value::list(&p.aliases),
    )
    .label("also")
    .option("alias", Some("NAME"))
    .searched(),
    Field::new("country", Type::Country, "Country", |p: &Person| {
        p.country.into()
    }),
    Field::new(
        "roles",
        Type::Parts(|| infos(ROLE)),
        "Titles that sources give them",
        |p: &Person| parts(ROLE, &p.roles),
    )
    .on_page(OnPage::Headed("Title"))
    .searched(),
    Field::topics(),
    Field::evidence(),
    Field::note(),
];

record!(Person, Person, |person| Key::Id(person.id.clone()));
