//! `series.json`: figures over time as they were printed, and the goods that are named.

use serde::{Deserialize, Serialize};

use super::date::Date;
use super::id::{Actor, Id};
use super::number::Number;
use super::record::{Evidence, Record, Relation, See, is_default, see_actor, see_one};
use super::text::Text;
use super::words::words;

words! {
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

    /// The word before a figure.
    Qualifier {
        About = "about",
        MoreThan = "more-than",
        LessThan = "less-than",
        Estimated = "estimated",
    }

    /// How firm a figure is.
    Firmness {
        Reported = "reported",
        Forecast = "forecast",
        Provisional = "provisional",
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

/// One printed figure.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Observation {
    /// Its name in the files.
    pub id: Id,
    /// The time that it is about.
    pub period: Date,
    /// As printed; none where the source says that there is none, and then written as `null`.
    pub value: Option<Number>,
    /// The word before it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub qualifier: Option<Qualifier>,
    /// How firm it is.
    #[serde(default, skip_serializing_if = "is_default")]
    pub status: Firmness,
    /// For growth: the period that it grew from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub compared_with: Option<Date>,
    /// Which source or person gives it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub said_by: Option<Id>,
    /// A remark of the compiler's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
    /// What it rests on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Evidence>,
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

impl Record for Series {
    super::record::common_fields!(Series);

    fn references(&self, see: &mut See<'_>) {
        see_actor(see, Relation::Reporter, self.reporter.as_ref());
        see_actor(see, Relation::Partner, self.partner.as_ref());
        see_one(see, Relation::GrowthOf, self.of.as_ref());
        for observation in &self.observations {
            see_one(see, Relation::SaidBy, observation.said_by.as_ref());
        }
    }

    fn inner_evidence(&self) -> Vec<&Evidence> {
        let observations = self.observations.iter().flat_map(|o| &o.evidence);
        observations
            .chain(self.items.iter().flat_map(|item| &item.evidence))
            .collect()
    }
}
