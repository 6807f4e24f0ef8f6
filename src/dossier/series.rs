//! `series.json`: figures over time as they were printed, and the goods that are named.

use serde::{Deserialize, Serialize};

use super::evidence::Evidence;
use super::fields::{Field, OnPage, Type, infos, parts};
use super::id::{Actor, Id};
use super::observation::{OBSERVATION, Observation};
use super::order::Key;
use super::record::record;
use super::relation::Relation;
use super::text::Text;
use super::value::Value;
use super::vocabulary::{is_default, vocabulary};

vocabulary! {
    /// What a series measures.
    SeriesKind {
        Indicator = "indicator",
        Trade = "trade",
        Growth = "growth",
        Goods = "goods",
    }

    /// Which way goods go, seen from the reporter.
    Flow {
        Total = "total",
        Exports = "exports",
        Imports = "imports",
        Balance = "balance",
    }


}

/// A row of figures of one unit.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Series {
    /// Its name in the files.
    pub id: Id,
    /// What it measures.
    pub title: Text,
    /// Of what kind.
    pub kind: SeriesKind,
    /// USD, %, persons, ha, …
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<Text>,
    /// The power of ten of the printed figures.
    #[serde(default, skip_serializing_if = "is_default")]
    pub scale: i8,
    /// Which way the goods go.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub flow: Option<Flow>,
    /// Who reports.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reporter: Option<Actor>,
    /// The other side.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub partner: Option<Actor>,
    /// What is traded.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub commodity: Option<Text>,
    /// The level series that a growth series is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub of: Option<Id>,
    /// The figures.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub observations: Vec<Observation>,
    /// The goods, for a goods series.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<Item>,
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

/// Goods that are named without a figure.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// What.
    pub name: Text,
    /// What it rests on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Evidence>,
}

const ITEM: &[Field<Item>] = &[
    Field::new(
        "name",
        Type::Text,
        "Goods named without a figure",
        |i: &Item| (&i.name).into(),
    )
    .column("goods")
    .searched()
    .required(),
    Field::new(
        "evidence",
        Type::Evidence,
        "Passages that support each",
        |i: &Item| Value::Evidence(&i.evidence),
    ),
];

const FIELDS: &[Field<Series>] = &[
    Field::new("title", Type::Text, "What it measures", |s: &Series| {
        (&s.title).into()
    })
    .on_page(OnPage::Hidden)
    .required(),
    Field::new(
        "kind",
        Type::Words(SeriesKind::WORDS),
        "Kind of series",
        |s: &Series| s.kind.word().into(),
    )
    .searched()
    .required(),
    Field::new(
        "unit",
        Type::Text,
        "Unit: USD, %, percentage-points, persons, ha, …",
        |s: &Series| s.unit.as_ref().into(),
    )
    .searched(),
    Field::new(
        "scale",
        Type::Scale,
        "Power of ten of the printed figures: 6 for \"8.3 million\"",
        |s: &Series| i64::from(s.scale).into(),
    )
    .label("figures in"),
    Field::new(
        "flow",
        Type::Words(Flow::WORDS),
        "Direction of trade, seen from the reporter",
        |s: &Series| s.flow.map(Flow::word).into(),
    ),
    Field::new(
        "reporter",
        Type::Actor(Relation::Reporter),
        "Reporter: a country's code or an id; none where the source does not state it",
        |s: &Series| s.reporter.as_ref().into(),
    ),
    Field::new(
        "partner",
        Type::Actor(Relation::Partner),
        "Partner: a country's code or an id",
        |s: &Series| s.partner.as_ref().into(),
    ),
    Field::new("commodity", Type::Text, "Commodity", |s: &Series| {
        s.commodity.as_ref().into()
    })
    .searched(),
    Field::new(
        "of",
        Type::Link(Relation::GrowthOf),
        "For growth: the series of levels that it is about",
        |s: &Series| s.of.as_ref().into(),
    ),
    Field::new(
        "items",
        Type::Parts(|| infos(ITEM)),
        "Goods named without a figure",
        |s: &Series| parts(ITEM, &s.items),
    )
    .on_page(OnPage::Listed("Goods"))
    .searched(),
    Field::new(
        "observations",
        Type::Parts(|| infos(OBSERVATION)),
        "Figures",
        |s: &Series| parts(OBSERVATION, &s.observations),
    )
    .on_page(OnPage::Hidden),
    Field::topics(),
    Field::evidence(),
    Field::note(),
];

record!(Series, Series, |series| Key::Id(series.id.clone()));
