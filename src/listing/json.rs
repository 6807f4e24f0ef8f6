//! Records for programs. A line of JSON Lines is
//!
//! ```json
//! {"version": 1, "kind": "event", "record": {…}, "computed": {…}}
//! ```
//!
//! and a JSON document has the same in a list, the version once:
//!
//! ```json
//! {"version": 1, "kind": "event", "dossier": "Laos – Russia", "records": [{"kind": …}, …]}
//! ```
//!
//! `record` is the record as its file has it, and can be put into one; what the program adds stands
//! in `computed` and nowhere else:
//!
//! | field | what it is |
//! |---|---|
//! | `title` | the record in one line |
//! | `dates` | for each date of the record `label` (as it is shown), `earliest` and `latest` (days; null where it is open or its year has more than four digits) |
//! | `bilateral` | of an event: whether it is between the two sides, as the record or its participants tell; left out where neither does |
//! | `within` | `certain` or `possible`, where a time was asked for |
//! | `contested` | titles of what contests it; left out for quotes, which may be a million |
//! | `places` | source and paragraph of every passage, in the order of `evidence` |
//! | `names` | what every id and country code of the record is called |
//! | `figures` | of a series: each printed figure with `id`, `told`, `low` and `high` (what its digits leave open, in the scale of the series), `verdict`, `contested` |
//! | `implied` | of a series: figures that follow, with `told`, `low`, `high`, `working`, `from` |
//! | `change`, `gaps` | of a series: between the two last whole years; years without a figure (EDTF) |
//! | `series`, `verdict` | of a figure |
//! | `write` | of one record that is shown: the `sentence` to write, its `use` (`safe`, `with-caveat`, `not-alone`), and the `rule` that decided |
//! | `links` | of one record that is shown: `label`, `kind`, `id`, `title` of all that it is tied to |
//!
//! The version changes when a field is taken away or means something else; fields may be added.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use serde::Serialize;
use serde_json::value::{RawValue, to_raw_value};

use super::figures::{Row, edtf, gaps};
use super::{Chosen, Lister};
use crate::cite::{self, Write};
use crate::describe::named;
use crate::dossier::text::as_given;
use crate::dossier::value::Value;
use crate::dossier::{Actor, Date, Dossier, Evidence, Id, Kind, Record, Ref};
use crate::figures;

/// The version of the shape.
pub const VERSION: u32 = 1;

/// What ends a document.
pub const TAIL: &str = "]}";

#[derive(Serialize)]
struct Line {
    #[serde(skip_serializing_if = "Option::is_none")]
    version: Option<u32>,
    kind: &'static str,
    record: Box<RawValue>,
    computed: View,
}

#[derive(Default, Serialize)]
struct View {
    title: String,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    dates: BTreeMap<&'static str, DateView>,
    #[serde(skip_serializing_if = "Option::is_none")]
    bilateral: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    within: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    contested: Option<Vec<String>>,
    places: Vec<String>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    names: BTreeMap<String, String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    series: Option<Id>,
    #[serde(skip_serializing_if = "Option::is_none")]
    verdict: Option<String>,
    #[serde(flatten, skip_serializing_if = "Option::is_none")]
    level: Option<SeriesView>,
    #[serde(skip_serializing_if = "Option::is_none")]
    links: Option<Vec<LinkView>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    write: Option<Write>,
}

#[derive(Serialize)]
struct DateView {
    label: String,
    earliest: Option<String>,
    latest: Option<String>,
}

#[derive(Serialize)]
struct SeriesView {
    figures: Vec<FigureView>,
    implied: Vec<FigureView>,
    #[serde(skip_serializing_if = "Option::is_none")]
    change: Option<ChangeView>,
    gaps: Vec<String>,
}

#[derive(Serialize)]
struct FigureView {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<Id>,
    period: DateView,
    #[serde(rename = "told")]
    text: String,
    low: Option<f64>,
    high: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    verdict: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    contested: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    within: Option<&'static str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    working: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    from: Vec<Id>,
}

#[derive(Serialize)]
struct ChangeView {
    from: String,
    to: String,
    #[serde(rename = "told")]
    text: String,
}

#[derive(Serialize)]
struct LinkView {
    label: &'static str,
    kind: &'static str,
    id: Id,
    title: String,
}

/// What begins a document of records of a kind; they follow with commas between them, then [`TAIL`].
///
/// # Errors
/// Never in fact: a string always has a JSON form.
pub fn opening(dossier: &Dossier, kind: &str) -> serde_json::Result<String> {
    let title = serde_json::to_string(&dossier.about.title)?;
    Ok(format!(
        "{{\"version\":{VERSION},\"kind\":\"{kind}\",\"dossier\":{title},\"records\":["
    ))
}

impl Lister<'_> {
    /// A line of JSON Lines, without its line feed.
    ///
    /// # Errors
    /// When a record cannot be written as JSON; those of this format all can.
    pub fn json_line(&self, chosen: Chosen) -> serde_json::Result<String> {
        as_given(|| serde_json::to_string(&self.line(chosen, Some(VERSION))?))
    }

    /// An item of a document.
    ///
    /// # Errors
    /// As [`Lister::json_line`].
    pub fn json_item(&self, chosen: Chosen) -> serde_json::Result<String> {
        as_given(|| serde_json::to_string(&self.line(chosen, None)?))
    }

    /// One record as a whole document, with everything that it is tied to.
    ///
    /// # Errors
    /// As [`Lister::json_line`].
    pub fn json_page(&self, chosen: Chosen) -> serde_json::Result<String> {
        as_given(|| self.page_of(chosen))
    }

    fn page_of(&self, chosen: Chosen) -> serde_json::Result<String> {
        let mut line = self.line(chosen, Some(VERSION))?;
        let links = self
            .dossier
            .links(chosen.record)
            .into_iter()
            .map(|link| LinkView {
                label: link.label(),
                kind: link.target.kind.singular(),
                id: self.dossier.id(link.target),
                title: self.dossier.title(link.target),
            });
        line.computed.links = Some(links.collect());
        let cell = cite::cell_of(self.dossier, chosen.record, self.computed.day);
        let contests = &self.computed.contests;
        line.computed.write = cite::write(self.dossier, contests, chosen.record, cell.as_ref());
        serde_json::to_string_pretty(&line)
    }

    fn line(&self, chosen: Chosen, version: Option<u32>) -> serde_json::Result<Line> {
        if chosen.record.kind == Kind::Quote {
            return self.quote_line(chosen, version);
        }
        Ok(Line {
            version,
            kind: chosen.record.kind.singular(),
            record: self.dossier.any(chosen.record).json()?,
            computed: self.view(chosen),
        })
    }

    /// A quote is read once: there may be a million.
    fn quote_line(&self, chosen: Chosen, version: Option<u32>) -> serde_json::Result<Line> {
        let dossier = self.dossier;
        let quote = dossier.quotes.get(chosen.record.at);
        let actors = named::in_record(&quote);
        let computed = View {
            title: dossier.quote_title(&quote),
            dates: dates(&quote),
            within: chosen.within.map(super::Within::word),
            places: quote.evidence.iter().map(|e| dossier.citation(e)).collect(),
            names: self.names(actors, &quote.topics, &quote.evidence),
            ..View::default()
        };
        Ok(Line {
            version,
            kind: Kind::Quote.singular(),
            record: to_raw_value(&quote)?,
            computed,
        })
    }

    fn view(&self, chosen: Chosen) -> View {
        let (dossier, record) = (self.dossier, chosen.record);
        let evidence = dossier.evidence(record);
        let mut view = View {
            title: dossier.title(record),
            dates: dates(&*dossier.any(record)),
            within: chosen.within.map(super::Within::word),
            contested: Some(self.contests(record)),
            places: evidence.iter().map(|e| dossier.citation(e)).collect(),
            names: self.names(
                named::all(dossier, record),
                dossier.topics(record),
                &evidence,
            ),
            ..View::default()
        };
        match record.kind {
            Kind::Observation => {
                view.series = Some(dossier.observation(record.at).0.id.clone());
                view.verdict = self.computed.figures.verdict(record).map(ToOwned::to_owned);
            }
            Kind::Series => view.level = Some(self.level(record.at)),
            Kind::Event => view.bilateral = dossier.is_bilateral(&dossier.events[record.at]),
            _ => {}
        }
        view
    }

    fn contests(&self, record: Ref) -> Vec<String> {
        let contests = self.computed.contests.of(record);
        contests.map(|(one, _)| one.title.clone()).collect()
    }

    /// What the ids and codes of a record are called.
    fn names(
        &self,
        actors: Vec<Actor>,
        topics: &[Id],
        evidence: &[Evidence],
    ) -> BTreeMap<String, String> {
        let dossier = self.dossier;
        let actors = actors.into_iter().map(|actor| match &actor {
            Actor::Country(code) => (code.to_string(), dossier.country(*code)),
            Actor::Record(id) => (id.to_string(), dossier.actor(&actor)),
        });
        let topics = topics
            .iter()
            .map(|id| (id.to_string(), dossier.topic(id).to_owned()));
        let sources = evidence
            .iter()
            .map(|e| &e.source)
            .map(|id| (id.to_string(), dossier.name(id)));
        actors.chain(topics).chain(sources).collect()
    }

    fn level(&self, at: usize) -> SeriesView {
        let series = &self.dossier.series[at];
        let rows = self.computed.figures.rows(self.dossier, at, self.filter);
        let (implied, stated): (Vec<_>, Vec<_>) = rows.iter().partition(|row| row.implied);
        let view = |rows: Vec<&Row>| rows.into_iter().map(|row| self.figure_view(row)).collect();
        SeriesView {
            figures: view(stated),
            implied: view(implied),
            change: figures::change(series).map(|change| ChangeView {
                from: change.from.label(),
                to: change.to.label(),
                text: change.describe(),
            }),
            gaps: gaps(self.dossier, series).into_iter().map(edtf).collect(),
        }
    }

    fn figure_view(&self, row: &Row) -> FigureView {
        let mut ids: Vec<_> = row
            .from
            .iter()
            .map(|record| self.dossier.id(*record))
            .collect();
        let own = (!row.implied).then(|| ids.pop()).flatten();
        let contested = match row.from.as_slice() {
            [record] if !row.implied => self.contests(*record),
            _ => Vec::new(),
        };
        let [low, high] = row.bounds();
        FigureView {
            id: own,
            period: date_view(&row.period),
            text: row.text.clone(),
            low,
            high,
            verdict: row.verdict.clone(),
            contested,
            within: row.within().map(super::Within::word),
            working: row.working.clone(),
            from: ids,
        }
    }
}

/// The dates of a record by the fields that they stand in.
fn dates(record: &dyn Record) -> BTreeMap<&'static str, DateView> {
    let values = record.values().into_iter();
    let dates = values.filter_map(|(info, value)| match value {
        Value::Date(date) => Some((info.name, date_view(date))),
        _ => None,
    });
    dates.collect()
}

fn date_view(date: &Date) -> DateView {
    // ISO 8601 has a sign before more than four digits, which few readers take.
    let day = |day: NaiveDate| {
        (-9999..=9999)
            .contains(&day.year())
            .then(|| day.to_string())
    };
    DateView {
        label: date.label(),
        earliest: date.earliest().and_then(day),
        latest: date.latest().and_then(day),
    }
}
