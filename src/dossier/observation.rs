//! One figure of a series, as it was printed.

use serde::{Deserialize, Serialize};

use super::date::Date;
use super::evidence::Evidence;
use super::fields::{Field, OnPage, Type};
use super::id::Id;
use super::number::Number;
use super::order::Key;
use super::record::record;
use super::relation::Relation;
use super::text::Text;
use super::value::Value;
use super::vocabulary::{is_default, vocabulary};

vocabulary! {
    /// The word before a figure.
    Qualifier {
        About = "about",
        MoreThan = "more-than",
        LessThan = "less-than",
        Estimated = "estimated",
        AtLeast = "at-least",
        AtMost = "at-most",
        Almost = "almost",
    }

    /// How firm a figure is (the idea of SDMX `OBS_STATUS`).
    ObservationStatus {
        Reported = "reported",
        Forecast = "forecast",
        Provisional = "provisional",
        Target = "target",
    }
}

impl ObservationStatus {
    /// It says what was, neither what is expected nor what somebody aims at.
    pub fn is_report(self) -> bool {
        matches!(self, Self::Reported | Self::Provisional)
    }
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
    /// The lower end of a printed range.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub low: Option<Number>,
    /// The upper end of a printed range.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub high: Option<Number>,
    /// The word before it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub qualifier: Option<Qualifier>,
    /// How firm it is.
    #[serde(default, skip_serializing_if = "is_default")]
    pub status: ObservationStatus,
    /// The series is not comparable with earlier periods (SDMX `OBS_STATUS` B).
    #[serde(default, rename = "break", skip_serializing_if = "is_default")]
    pub is_break: bool,
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

impl Observation {
    /// Does it give a range in place of a value?
    pub fn is_range(&self) -> bool {
        self.low.is_some() || self.high.is_some()
    }

    /// One of which no more is known.
    pub fn new(id: Id, period: Date, value: Option<Number>) -> Self {
        Self {
            id,
            period,
            value,
            low: None,
            high: None,
            qualifier: None,
            status: ObservationStatus::default(),
            is_break: false,
            compared_with: None,
            said_by: None,
            note: None,
            evidence: Vec::new(),
        }
    }
}

const FIELDS: &[Field<Observation>] = OBSERVATION;

pub(super) const OBSERVATION: &[Field<Observation>] = &[
    Field::new(
        "period",
        Type::Date,
        "Period that it is about",
        |o: &Observation| (&o.period).into(),
    )
    .required(),
    Field::new(
        "value",
        Type::Number,
        "Value as printed: 8.3 is not 8.30",
        |o: &Observation| o.value.into(),
    )
    .on_page(OnPage::Hidden),
    Field::new(
        "low",
        Type::Number,
        "Lower end of a printed range",
        |o: &Observation| o.low.into(),
    )
    .on_page(OnPage::Hidden),
    Field::new(
        "high",
        Type::Number,
        "Upper end of a printed range",
        |o: &Observation| o.high.into(),
    )
    .on_page(OnPage::Hidden),
    Field::new(
        "qualifier",
        Type::Words(Qualifier::WORDS),
        "Qualifier: the word before the value",
        |o: &Observation| o.qualifier.map(Qualifier::word).into(),
    )
    .on_page(OnPage::Hidden),
    Field::new(
        "status",
        Type::Words(ObservationStatus::WORDS),
        "Observation status",
        |o: &Observation| o.status.word().into(),
    ),
    Field::new(
        "break",
        Type::Flag { unknown: false },
        "Whether the series is not comparable with earlier periods (SDMX OBS_STATUS B)",
        |o: &Observation| {
            if o.is_break {
                Value::Flag(Some(true))
            } else {
                Value::None
            }
        },
    )
    .label("break in the series"),
    Field::new(
        "compared_with",
        Type::Date,
        "For growth: the period that it grew from",
        |o: &Observation| o.compared_with.as_ref().into(),
    ),
    Field::new(
        "said_by",
        Type::Link(Relation::SaidBy),
        "Source, person or organisation that gives it",
        |o: &Observation| o.said_by.as_ref().into(),
    ),
    Field::evidence(),
    Field::note(),
];

record!(
    Observation,
    Observation,
    |figure| Key::day(Some(&figure.period), None),
    |_series| &[]
);
