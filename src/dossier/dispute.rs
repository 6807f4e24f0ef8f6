//! `disputes.json`: what disagrees and no rule can compute.

use serde::{Deserialize, Serialize};

use super::evidence::Evidence;
use super::fields::{Field, OnPage, Type, infos, parts};
use super::id::{Actor, Id};
use super::order::Key;
use super::record::record;
use super::relation::Relation;
use super::text::Text;
use super::value::Value;
use super::vocabulary::vocabulary;

vocabulary! {
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

vocabulary! {
    /// How serious a disagreement is.
    Weight {
        Note = "note",
        Minor = "minor",
        Major = "major",
        Grave = "grave",
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
    /// How serious it is; if none, its kind tells.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub weight: Option<Weight>,
    /// The records that disagree.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub between: Vec<Actor>,
    /// Records that are merely mentioned.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub mentions: Vec<Actor>,
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

const RESOLUTION: &[Field<Resolution>] = &[
    Field::new(
        "preferred",
        Type::Link(Relation::Preferred),
        "Record that the compiler follows",
        |r: &Resolution| (&r.preferred).into(),
    )
    .label("compiler's choice")
    .required(),
    Field::new(
        "why",
        Type::Text,
        "Reason for following it",
        |r: &Resolution| (&r.why).into(),
    )
    .label("because")
    .column("preferred_why")
    .required(),
];

const FIELDS: &[Field<Dispute>] = &[
    Field::new(
        "title",
        Type::Text,
        "What disagrees, in a few words",
        |d: &Dispute| (&d.title).into(),
    )
    .on_page(OnPage::Hidden)
    .required(),
    Field::new(
        "kind",
        Type::Words(DisputeKind::WORDS),
        "Kind of disagreement",
        |d: &Dispute| d.kind.word().into(),
    )
    .searched()
    .required(),
    Field::new(
        "weight",
        Type::Words(Weight::WORDS),
        "How serious it is",
        |d: &Dispute| d.weight.map(Weight::word).into(),
    ),
    Field::new(
        "between",
        Type::Actors(Relation::Between),
        "Record that disagrees with another",
        |d: &Dispute| Value::list(&d.between),
    ),
    Field::new(
        "mentions",
        Type::Actors(Relation::Mentions),
        "Record that is merely mentioned",
        |d: &Dispute| Value::list(&d.mentions),
    ),
    Field::new(
        "explanation",
        Type::Text,
        "What the disagreement is, in your words",
        |d: &Dispute| (&d.explanation).into(),
    )
    .on_page(OnPage::Body)
    .searched()
    .required(),
    Field::new(
        "resolution",
        Type::Part(|| infos(RESOLUTION)),
        "The compiler's choice, if there is one",
        |d: &Dispute| parts(RESOLUTION, &d.resolution),
    ),
    Field::topics(),
    Field::evidence(),
    Field::note(),
];

record!(Dispute, Dispute, |dispute| Key::Id(dispute.id.clone()));
