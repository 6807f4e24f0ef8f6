//! What the dossier measures: every series with its statements, printed and implied.

use std::collections::{BTreeSet, HashSet};

use super::actors::{Lexicon, Who};
use super::number::{self, Fit, Told};
use super::words::{stems, words};
use crate::dossier::observation::{ObservationStatus, Qualifier};
use crate::dossier::series::{Flow, SeriesKind};
use crate::dossier::{Dossier, Ref};
use crate::extract::amount::Printed;
use crate::figures::unit::is_rate;
use crate::figures::{Origin, Statement, statements};

/// Words of titles that texts leave out.
const LEFT_OUT: [&str; 7] = [
    "total", "volume", "value", "amount", "overall", "rate", "ppp",
];

/// A statement with what a number is compared with.
#[derive(Debug)]
pub(super) struct Said {
    pub(super) statement: Statement,
    /// The figure; of an implied one, what it follows from.
    pub(super) record: Ref,
    /// The unit of the last digit printed; none for what is implied.
    step: Option<f64>,
    bound: Option<Qualifier>,
    /// The stems of its passages.
    pub(super) passage: BTreeSet<String>,
}

impl Said {
    /// Compared with a number of a text.
    pub(super) fn fits(&self, number: Told) -> Fit {
        match (self.step, self.statement.value) {
            (Some(step), Some(_)) => number.fits(self.statement.figure, step, self.bound),
            (None, Some(interval)) if number.meets(interval) => Fit::Same,
            _ => Fit::Differs,
        }
    }

    pub(super) fn is_printed(&self) -> bool {
        self.step.is_some()
    }

    pub(super) fn is_report(&self) -> bool {
        matches!(
            self.statement.firmness,
            ObservationStatus::Reported | ObservationStatus::Provisional
        )
    }
}

/// A series as texts are compared with it.
#[derive(Debug)]
pub(super) struct Measure {
    /// Its place in the dossier.
    pub(super) series: usize,
    pub(super) kind: SeriesKind,
    pub(super) flow: Option<Flow>,
    pub(super) unit: String,
    /// Is the unit one of a rate?
    pub(super) is_rate: bool,
    /// The stems of its title that texts have too.
    pub(super) title: BTreeSet<String>,
    pub(super) commodity: BTreeSet<String>,
    pub(super) actors: HashSet<Who>,
    pub(super) reporter: Option<Who>,
    pub(super) partner: Option<Who>,
    pub(super) said: Vec<Said>,
}

/// Every series.
#[derive(Debug)]
pub(super) struct Measures {
    pub(super) all: Vec<Measure>,
}

impl Measures {
    pub(super) fn new(dossier: &Dossier, lexicon: &Lexicon) -> Self {
        let mut all: Vec<Measure> = (0..dossier.series.len())
            .map(|at| Measure::new(dossier, lexicon, at))
            .collect();
        for statement in statements(dossier, None) {
            let Some(record) = statement.from.first().copied() else {
                continue;
            };
            let (series, observation) = dossier.observation(record.at);
            let printed = statement.origin == Origin::Stated;
            let scale = 10f64.powi(i32::from(series.scale));
            let value = observation.value.or(observation.low);
            let step = value.map(|value| number::step(Printed { value, scale: 0 }) * scale);
            let passages = statement.from.iter().flat_map(|record| {
                let evidence = dossier.evidence(*record);
                let all = evidence.iter().map(|e| e.words().into_owned());
                all.collect::<Vec<_>>()
            });
            let passage = passages.flat_map(|words| stems(&words)).collect();
            all[statement.series].said.push(Said {
                step: step.filter(|_| printed),
                bound: observation.qualifier.filter(|_| printed),
                record,
                passage,
                statement,
            });
        }
        Self { all }
    }
}

impl Measure {
    fn new(dossier: &Dossier, lexicon: &Lexicon, at: usize) -> Self {
        let series = &dossier.series[at];
        let read = words(&series.title, &(0..series.title.len()), &[]);
        let spots = lexicon.spots(&read);
        let named = |word: usize| spots.iter().any(|spot| spot.words.contains(&word));
        let own = read.iter().enumerate().filter(|(word, one)| {
            !named(*word) && !one.stem.is_empty() && !LEFT_OUT.contains(&one.low.as_str())
        });
        let who = |actor: &Option<crate::dossier::Actor>| {
            actor
                .as_ref()
                .and_then(|actor| lexicon.actor(dossier, actor))
        };
        let (reporter, partner) = (who(&series.reporter), who(&series.partner));
        let named = spots.iter().map(|spot| spot.who);
        let unit = series.unit.as_ref();
        let unit = unit.map_or_else(String::new, ToString::to_string);
        Self {
            series: at,
            kind: series.kind,
            flow: series.flow,
            is_rate: is_rate(&unit),
            unit,
            title: own.map(|(_, word)| word.stem.clone()).collect(),
            commodity: series
                .commodity
                .iter()
                .flat_map(|text| stems(text))
                .collect(),
            actors: named.chain(reporter).chain(partner).collect(),
            reporter,
            partner,
            said: Vec::new(),
        }
    }
}
