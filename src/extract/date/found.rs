//! What the stage for dates hands on: each expression of time in a text, and what it says.

use std::fmt;
use std::ops::Range;

use chrono::NaiveDate;

use super::shape::Extent;
use crate::dossier::Date;
use crate::dossier::date::DateError;
use crate::extract::confidence::Confidence;

/// What an expression of time is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimeKind {
    /// A day, a month, a year or a span of them.
    Date,
    /// How long something takes: "for three years", "a five-year plan".
    Duration,
    /// How old somebody is: "aged 65".
    Age,
    /// How often: "every year", "twice a month".
    Frequency,
    /// "10:35 a.m."
    TimeOfDay,
    /// "65th anniversary", "65 years of diplomatic relations".
    Anniversary,
}

/// On which side of a date something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edge {
    /// "before 1990".
    Before,
    /// "by 2030", "until May".
    Until,
    /// "since 2021", "from 2021 on".
    Since,
    /// "after 1990".
    After,
}

/// An expression of time in a text.
#[derive(Clone, Debug, PartialEq)]
pub struct TimeExpression {
    /// Its bytes in the text.
    pub range: Range<usize>,
    /// What it is about. Only a date has an EDTF string or limits.
    pub kind: TimeKind,
    /// The date as EDTF, never more precise than the words; none where they do not fix one.
    pub edtf: Option<String>,
    /// The first and last day that it can be, where the words bound it more than [`Self::edtf`]
    /// does, or instead of it.
    pub limits: (Option<NaiveDate>, Option<NaiveDate>),
    /// Does it depend on the day of publication or on another date of the text?
    pub relative: bool,
    /// The word before it that makes a bound of it.
    pub edge: Option<Edge>,
    /// The reasoning, for a date that is not printed in full; why there is none, for an open one.
    pub why: Option<String>,
    /// Years, for an anniversary; the number, for a duration or an age.
    pub count: Option<u32>,
    /// The rule that read it.
    pub rule: &'static str,
    /// How sure the reading is.
    pub confidence: Confidence,
    /// Its words in the paragraph.
    pub(in crate::extract) words: Range<usize>,
    /// The days that it means, for what refers to it.
    pub(in crate::extract) extent: Option<Extent>,
}

impl TimeExpression {
    /// The date of a record, if the words fix or bound one.
    ///
    /// # Errors
    /// None for what this stage finds: the parts fit together.
    pub fn date(&self) -> Result<Option<Date>, DateError> {
        let text = |day: Option<NaiveDate>| day.map(|day| day.to_string());
        let (first, last) = (text(self.limits.0), text(self.limits.1));
        match (&self.edtf, &self.why) {
            (None, _) if first.is_none() && last.is_none() => Ok(None),
            (Some(edtf), None) if first.is_none() && last.is_none() => Date::parse(edtf).map(Some),
            (edtf, why) => {
                let limits = (first.as_deref(), last.as_deref());
                let why = why.as_deref().unwrap_or(self.rule);
                Date::inferred(edtf.as_deref(), limits, why).map(Some)
            }
        }
    }
}

impl fmt::Display for TimeKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Date => "date",
            Self::Duration => "duration",
            Self::Age => "age",
            Self::Frequency => "frequency",
            Self::TimeOfDay => "time of day",
            Self::Anniversary => "anniversary",
        })
    }
}
