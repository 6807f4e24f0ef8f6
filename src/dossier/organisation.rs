//! `organisations.json`: states, ministries, companies, universities, blocs, and who belongs to them.

use serde::{Deserialize, Serialize};

use super::date::Date;
use super::evidence::Evidence;
use super::fields::{Field, OnPage, Type, infos, parts};
use super::id::{Actor, Code, Id};
use super::order::Key;
use super::record::record;
use super::relation::Relation;
use super::text::Text;
use super::value::Value;
use super::vocabulary::vocabulary;

vocabulary! {
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

impl Organisation {
    /// One of which no more is known.
    pub fn new(id: Id, name: Text, kind: Text) -> Self {
        Self {
            id,
            name,
            acronym: None,
            kind,
            country: None,
            aliases: Vec::new(),
            members: Vec::new(),
            evidence: Vec::new(),
            topics: Vec::new(),
            note: None,
        }
    }
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

const MEMBER: &[Field<Member>] = &[
    Field::new(
        "member",
        Type::Actor(Relation::Member),
        "Members: country codes or record ids",
        |m: &Member| (&m.member).into(),
    )
    .column("members")
    .required(),
    Field::new(
        "kind",
        Type::Words(Belonging::WORDS),
        "Kind of membership",
        |m: &Member| m.kind.word().into(),
    )
    .label("")
    .column("member_kinds")
    .required(),
    Field::new(
        "since",
        Type::Date,
        "Since when each belongs to it",
        |m: &Member| m.since.as_ref().into(),
    )
    .column("member_since"),
    Field::new(
        "evidence",
        Type::Evidence,
        "Passages that support each",
        |m: &Member| Value::Evidence(&m.evidence),
    ),
];

const FIELDS: &[Field<Organisation>] = &[
    Field::new("name", Type::Text, "Name", |o: &Organisation| {
        (&o.name).into()
    })
    .on_page(OnPage::Hidden)
    .required(),
    Field::new("acronym", Type::Text, "Short name", |o: &Organisation| {
        o.acronym.as_ref().into()
    })
    .searched(),
    Field::new(
        "kind",
        Type::Text,
        "Kind: state body, company, university, bloc, party, …",
        |o: &Organisation| (&o.kind).into(),
    )
    .searched()
    .required(),
    Field::new("country", Type::Country, "Country", |o: &Organisation| {
        o.country.into()
    }),
    Field::new("aliases", Type::Texts, "Other name", |o: &Organisation| {
        Value::list(&o.aliases)
    })
    .label("also")
    .option("alias", Some("NAME"))
    .searched(),
    Field::new(
        "members",
        Type::Parts(|| infos(MEMBER)),
        "Members, partners and beneficiaries",
        |o: &Organisation| parts(MEMBER, &o.members),
    )
    .on_page(OnPage::Listed("Members, partners, beneficiaries")),
    Field::topics(),
    Field::evidence(),
    Field::note(),
];

record!(Organisation, Organisation, |body| Key::Id(body.id.clone()));
