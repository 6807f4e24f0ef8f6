//! Series while they grow out of rows: one figure a period, never two added up.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;

use super::row_report::SkipReason;
use crate::describe::title::counted_in;
use crate::dossier::observation::{ObservationStatus, Qualifier};
use crate::dossier::series::{Flow, SeriesKind};
use crate::dossier::{Actor, Date, Evidence, Id, Number, Text};

/// Said of the second of two values for one figure.
const TWO_VALUES: &str = "conflicting value for the same figure elsewhere: the first is used";

/// What a series is a series of, before it has a name.
#[derive(Clone, Debug)]
pub struct Head {
    /// The words that its id is made of.
    pub words: String,
    /// What it is called.
    pub title: String,
    /// What it measures.
    pub kind: SeriesKind,
    /// USD, %, …
    pub unit: Option<String>,
    /// The power of ten of its figures.
    pub scale: i8,
    /// Which way goods go.
    pub flow: Option<Flow>,
    /// Who reports.
    pub reporter: Option<Actor>,
    /// The other side.
    pub partner: Option<Actor>,
    /// What is traded.
    pub commodity: Option<String>,
    /// What it is about.
    pub topics: Vec<Id>,
    /// What its evidence says of all of it, such as the name of the indicator.
    pub evidence: Option<Evidence>,
    /// A remark.
    pub note: Option<String>,
}

/// One figure of it.
#[derive(Clone, Debug)]
pub struct Figure {
    /// The time that it is about.
    pub period: Date,
    /// That time, for its id.
    pub label: String,
    /// As printed.
    pub value: Number,
    /// The word before it.
    pub qualifier: Option<Qualifier>,
    /// How firm it is.
    pub status: ObservationStatus,
    /// The series is not comparable with earlier periods.
    pub is_break: bool,
    /// A remark.
    pub note: Option<Text>,
    /// Where it stands.
    pub evidence: Evidence,
    /// File and line, for what is told of a second one.
    pub place: String,
}

/// A series and its figures, in the order in which they came.
#[derive(Clone, Debug)]
pub struct Growing {
    /// What it is.
    pub head: Head,
    /// What it holds.
    pub figures: Vec<Figure>,
    at: HashMap<String, usize>,
}

/// All series of one run.
#[derive(Debug, Default)]
pub struct SeriesBuilder {
    series: Vec<Growing>,
    at: HashMap<String, usize>,
    titles: HashSet<String>,
}

impl SeriesBuilder {
    /// Is there no series of that key yet?
    pub fn is_new(&self, key: &str) -> bool {
        !self.at.contains_key(key)
    }

    /// Begins the series of a key. One that is called as another is told apart by what it is counted in.
    pub fn begin(&mut self, key: &str, mut head: Head) {
        if !self.titles.insert(head.title.clone()) {
            let counted = counted_in(head.scale, head.unit.as_deref().unwrap_or_default());
            head.title.push_str(&counted);
        }
        self.at.insert(key.to_owned(), self.series.len());
        self.series.push(Growing {
            head,
            figures: Vec::new(),
            at: HashMap::new(),
        });
    }

    /// Adds a figure to the series of that key, which was begun.
    ///
    /// # Errors
    /// When there is a figure for that period: the first one is kept, and nothing is added up.
    pub fn add(&mut self, key: &str, figure: Figure) -> Result<(), SkipReason> {
        let Some(at) = self.at.get(key).copied() else {
            return Err(SkipReason::new("there is no series for it"));
        };
        let series = &mut self.series[at];
        if let Some(known) = series.at.get(&figure.label) {
            let known = &series.figures[*known];
            return Err(if known.value == figure.value {
                SkipReason::with("duplicate figure elsewhere", known.place.clone())
            } else {
                let detail = format!(
                    "{} on {}, {} here",
                    known.value.printed(),
                    known.place,
                    figure.value.printed()
                );
                SkipReason::with(TWO_VALUES, detail)
            });
        }
        series.at.insert(figure.label.clone(), series.figures.len());
        series.figures.push(figure);
        Ok(())
    }

    /// Takes the figures of a source that are for a time after `day` for forecasts, whatever the file
    /// calls them: nobody can have reported them. How many there are.
    pub fn forecast_after(&mut self, day: NaiveDate, source: &Id) -> usize {
        let figures = self
            .series
            .iter_mut()
            .flat_map(|series| &mut series.figures);
        let own = figures.filter(|figure| figure.evidence.source == *source);
        let ahead = own.filter(|figure| {
            let is_firm = figure.status != ObservationStatus::Target;
            is_firm && figure.period.earliest().is_some_and(|first| first > day)
        });
        let mut count = 0;
        for figure in ahead {
            figure.status = ObservationStatus::Forecast;
            count += 1;
        }
        count
    }

    /// The series in the order of their first figures.
    pub fn into_series(self) -> Vec<Growing> {
        self.series
    }
}
