//! What is due as a list: which of it was asked for, its lines, its JSON and its rows of CSV.
//!
//! A line of JSON Lines is
//!
//! ```json
//! {"version": 1, "class": "soon", "id": "…", "kind": "agreement", "title": "…", "words": "…", "certain": true}
//! ```
//!
//! with `date` (EDTF, what falls due), `days` (to its last day; negative for days past), `last` (EDTF,
//! the newest source that speaks of it), `bilateral` and `places`, where they are known. A document has
//! the same in the list `due`, and the day as `on`.

use chrono::NaiveDate;
use serde::Serialize;

use super::csv::row;
use super::error::UnknownStatus;
use super::filter::{Filter, Look};
use super::filter_args::word;
use super::style::LineStyle;
use crate::dossier::text::on_one_line;
use crate::dossier::{Date, Dossier};
use crate::due::{Class, Due};
use crate::export::table::{Cell, join};

/// The version of the shape.
const VERSION: u32 = 1;

const COLUMNS: [&str; 10] = [
    "class",
    "title",
    "words",
    "date",
    "days",
    "last",
    "certain",
    "bilateral",
    "id",
    "places",
];

#[derive(Serialize)]
struct View {
    #[serde(skip_serializing_if = "Option::is_none")]
    version: Option<u32>,
    class: &'static str,
    id: String,
    kind: &'static str,
    title: String,
    words: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    days: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    last: Option<String>,
    certain: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    bilateral: Option<bool>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    places: Vec<String>,
}

#[derive(Serialize)]
struct Document {
    version: u32,
    on: String,
    due: Vec<View>,
}

/// The classes that were asked for, as they were typed; all for none.
///
/// # Errors
/// When there is no such word.
pub fn classes(wanted: &[String]) -> Result<Vec<&'static str>, UnknownStatus> {
    wanted.iter().map(|text| word(Class::WORDS, text)).collect()
}

/// What of `all` was asked for, and how many matters of third parties are not among it.
pub fn among(
    all: Vec<Due>,
    dossier: &Dossier,
    filter: &Filter,
    classes: &[&str],
    with_third: bool,
) -> (Vec<Due>, usize) {
    let wanted = |due: &Due| {
        let class = classes.is_empty() || classes.contains(&due.class.word());
        class && matches!(filter.look(dossier, due.record), Look::In(_))
    };
    let all = all.into_iter().filter(wanted);
    let (third, own): (Vec<_>, Vec<_>) = all.partition(|due| due.is_third() && !with_third);
    (own, third.len())
}

/// The lines of a list, under a heading for each class.
pub fn lines(all: &[Due], dossier: &Dossier, style: LineStyle) -> Vec<String> {
    let mut lines = Vec::new();
    for class in Class::ALL {
        let of: Vec<_> = all.iter().filter(|due| due.class == class).collect();
        if of.is_empty() {
            continue;
        }
        if !lines.is_empty() {
            lines.push(String::new());
        }
        lines.push(style.lead(&format!("{} ({})", class.heading(), of.len())));
        lines.extend(of.into_iter().map(|due| line(due, dossier, style)));
    }
    lines
}

fn line(due: &Due, dossier: &Dossier, style: LineStyle) -> String {
    let mut notes = vec![dossier.id(due.record).to_string()];
    notes.extend(places(due, dossier).into_iter().take(1));
    let third = if due.is_third() {
        "; third parties"
    } else {
        ""
    };
    let title = on_one_line(&dossier.title(due.record));
    let notes = style.dim(&notes.join("; "));
    on_one_line(&format!(
        "  {}: {}{third} ({notes})",
        style.strong(&title),
        due.words
    ))
}

fn places(due: &Due, dossier: &Dossier) -> Vec<String> {
    let evidence = dossier.evidence(due.record);
    evidence
        .iter()
        .map(|evidence| dossier.citation(evidence))
        .collect()
}

fn edtf(date: Option<&Date>) -> Option<String> {
    date.and_then(Date::edtf).map(ToOwned::to_owned)
}

fn view(due: &Due, dossier: &Dossier, version: Option<u32>) -> View {
    View {
        version,
        class: due.class.word(),
        id: dossier.id(due.record).to_string(),
        kind: due.record.kind.singular(),
        title: dossier.title(due.record),
        words: due.words.clone(),
        date: edtf(due.date.as_ref()),
        days: due.days,
        last: edtf(due.last.as_ref()),
        certain: due.is_certain,
        bilateral: due.between,
        places: places(due, dossier),
    }
}

/// All of it as one document.
///
/// # Errors
/// Never in fact: strings and numbers always have a JSON form.
pub fn json(all: &[Due], dossier: &Dossier, on: NaiveDate) -> serde_json::Result<String> {
    let due = all.iter().map(|due| view(due, dossier, None));
    let document = Document {
        version: VERSION,
        on: on.to_string(),
        due: due.collect(),
    };
    serde_json::to_string_pretty(&document)
}

/// One of it as a line of JSON.
///
/// # Errors
/// As [`json`].
pub fn json_line(due: &Due, dossier: &Dossier) -> serde_json::Result<String> {
    serde_json::to_string(&view(due, dossier, Some(VERSION)))
}

/// The names of the columns, as the first row.
pub fn head() -> String {
    row(COLUMNS)
}

/// A row, with its line end.
pub fn csv(due: &Due, dossier: &Dossier) -> String {
    let view = view(due, dossier, None);
    let text = |text: Option<String>| text.map_or(Cell::Empty, Cell::Text);
    let flag = |flag: bool| Cell::Text(if flag { "true" } else { "false" }.to_owned());
    let cells = [
        Cell::Text(view.class.to_owned()),
        Cell::Text(view.title),
        Cell::Text(view.words),
        text(view.date),
        view.days
            .map_or(Cell::Empty, |days| Cell::Number(days.to_string())),
        text(view.last),
        flag(view.certain),
        view.bilateral.map_or(Cell::Empty, flag),
        Cell::Text(view.id),
        Cell::Text(join(view.places.iter().map(String::as_str))),
    ];
    row(cells.map(|cell| cell.written()))
}
