//! `claims.json`: statements that are neither event, agreement, figure nor speech.

use serde::{Deserialize, Serialize};

use super::evidence::Evidence;
use super::fields::{Field, OnPage, Type};
use super::id::{Actor, Id};
use super::order::Key;
use super::record::record;
use super::relation::Relation;
use super::text::Text;
use super::value::Value;
use super::vocabulary::vocabulary;

vocabulary! {
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

const FIELDS: &[Field<Claim>] = &[
    Field::new(
        "statement",
        Type::Text,
        "What is claimed, in your words",
        |c: &Claim| (&c.statement).into(),
    )
    .on_page(OnPage::Body)
    .searched()
    .required(),
    Field::new(
        "about",
        Type::Actors(Relation::About),
        "What it is about: a record id or a country's code",
        |c: &Claim| Value::list(&c.about),
    ),
    Field::new(
        "asserted_by",
        Type::Link(Relation::AssertedBy),
        "Person, organisation or source that asserts it",
        |c: &Claim| c.asserted_by.as_ref().into(),
    ),
    Field::new(
        "modality",
        Type::Words(Modality::WORDS),
        "Modality of the claim",
        |c: &Claim| c.modality.word().into(),
    )
    .default("assertion"),
    Field::topics(),
    Field::evidence(),
    Field::note(),
];

record!(Claim, Claim, |claim| Key::Id(claim.id.clone()));
