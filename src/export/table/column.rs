//! The columns of a field, and its cells.

use chrono::{Datelike, NaiveDate};

use super::cell::{Cell, join};
use crate::dossier::date::Basis;
use crate::dossier::fields::{self, Info, OnPage};
use crate::dossier::value::Value;
use crate::dossier::{Actor, Date, Evidence, Id};

/// What the cells of a column hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Type {
    /// Text.
    Text,
    /// One of these words.
    Word(&'static [&'static str]),
    /// The name of a record.
    Id,
    /// A whole number.
    Integer,
    /// A number as it was printed.
    Number,
    /// A date in EDTF (ISO 8601-2).
    Edtf,
    /// A calendar day; empty where it lies outside the years 1 to 9999.
    Day,
    /// Names of records or countries, joined by `|`, which occurs in none of them.
    Ids,
    /// Texts joined by `|`; a `|` in a text is written `\|`, and a backslash `\\`.
    Texts,
}

/// A column of a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its name in the first row.
    pub name: String,
    /// What it holds, in words.
    pub about: String,
    /// What its cells hold.
    pub kind: Type,
    /// No cell of it is empty.
    pub required: bool,
    /// The sheet in whose `id` its cells are found.
    pub points_at: Option<&'static str>,
}

impl Column {
    pub(super) fn new(name: impl Into<String>, about: &str, kind: Type) -> Self {
        Self {
            name: name.into(),
            about: about.to_owned(),
            kind,
            required: false,
            points_at: None,
        }
    }

    pub(super) fn required(self) -> Self {
        Self {
            required: true,
            ..self
        }
    }
}

/// The columns of a field.
pub(super) fn columns(info: &Info) -> Vec<Column> {
    let name = info.column();
    let one = |kind| vec![Column::new(name, info.help, kind)];
    match info.kind {
        fields::Type::Text => one(Type::Text),
        fields::Type::Texts => one(Type::Texts),
        fields::Type::Words(words) => one(Type::Word(words)),
        fields::Type::Flag { unknown: true } => one(Type::Word(&["true", "false", "unknown"])),
        fields::Type::Flag { unknown: false } => one(Type::Word(&["true", "false"])),
        fields::Type::Integer | fields::Type::Scale => one(Type::Integer),
        fields::Type::Number => one(Type::Number),
        fields::Type::Date => date_columns(name, info.help),
        fields::Type::Country | fields::Type::Actor(_) => one(Type::Id),
        fields::Type::Link(relation) => {
            let mut column = Column::new(name, info.help, Type::Id);
            column.required = info.required;
            column.points_at = match relation.targets() {
                [kind] => Some(kind.plural()),
                _ => None,
            };
            vec![column]
        }
        fields::Type::Links(_) | fields::Type::Actors(_) | fields::Type::Topics => one(Type::Ids),
        fields::Type::Evidence => vec![
            Column::new(
                name,
                "Where it comes from: source#paragraph; more in the sheet evidence",
                Type::Ids,
            ),
            Column::new(
                format!("{name}_words"),
                "The source's own words, in the order of `evidence`",
                Type::Texts,
            ),
        ],
        fields::Type::Part(parts) => parts().iter().flat_map(columns).collect(),
        // They have a sheet of their own.
        fields::Type::Parts(_) if info.on_page == OnPage::Hidden => Vec::new(),
        fields::Type::Parts(parts) => listed(&parts()).map(list_column).collect(),
    }
}

/// The parts of an object that have a column; evidence is in a sheet of its own.
fn listed(parts: &[Info]) -> impl Iterator<Item = &Info> {
    let evidence = |info: &&Info| matches!(info.kind, fields::Type::Evidence);
    parts.iter().filter(move |info| !evidence(info))
}

/// A field of the objects in a list: an item for each object, empty where one has no value.
fn list_column(info: &Info) -> Column {
    let names = matches!(info.kind, fields::Type::Actor(_) | fields::Type::Country);
    let kind = if names && info.required {
        Type::Ids
    } else {
        Type::Texts
    };
    Column::new(info.column(), info.help, kind)
}

/// A date in five columns: as written, its first and last day, where it comes from.
fn date_columns(name: &str, help: &str) -> Vec<Column> {
    let of = |part: &str| format!("{name}_{part}");
    vec![
        Column::new(name, help, Type::Edtf),
        Column::new(of("earliest"), "First day that it can be", Type::Day),
        Column::new(of("latest"), "Last day that it can be", Type::Day),
        Column::new(
            of("basis"),
            "Printed in the source, worked out from it, or computed from other records",
            Type::Word(&["stated", "inferred", "derived"]),
        ),
        Column::new(
            of("why"),
            "Reasoning, for a date that was not printed",
            Type::Text,
        ),
    ]
}

/// The cells of a field, one for each of its [`columns`].
pub(super) fn cells(info: &Info, value: &Value<'_>) -> Vec<Cell> {
    match (info.kind, value) {
        (fields::Type::Date, Value::Date(date)) => date_cells(date).into(),
        (fields::Type::Date, _) => vec![Cell::Empty; 5],
        (fields::Type::Evidence, Value::Evidence(passages)) => evidence_cells(passages).into(),
        (fields::Type::Part(parts), Value::Parts(objects)) => {
            let mut cells = Vec::new();
            for (at, part) in parts().iter().enumerate() {
                let value = objects.first().map(|object| &object[at]);
                cells.extend(self::cells(part, value.unwrap_or(&Value::None)));
            }
            cells
        }
        (fields::Type::Parts(_), _) if info.on_page == OnPage::Hidden => Vec::new(),
        (fields::Type::Parts(parts), Value::Parts(objects)) => {
            let parts = parts();
            let places = parts
                .iter()
                .enumerate()
                .filter(|(_, info)| !matches!(info.kind, fields::Type::Evidence));
            let item = |at: usize| {
                let items = objects.iter().map(|object| plain(&object[at]));
                list(&items.map(Option::unwrap_or_default).collect::<Vec<_>>())
            };
            places.map(|(at, _)| item(at)).collect()
        }
        (_, Value::Integer(_) | Value::Number(_)) => {
            vec![plain(value).map_or(Cell::Empty, Cell::Number)]
        }
        // Only a closed vocabulary that has a word for it says that something is unknown.
        (fields::Type::Flag { unknown: true }, Value::Flag(None)) => {
            vec![Cell::Text("unknown".to_owned())]
        }
        _ => vec![plain(value).map_or(Cell::Empty, Cell::Text)],
    }
}

/// A value as it is written in a cell; none for nothing.
fn plain(value: &Value<'_>) -> Option<String> {
    match value {
        Value::None | Value::Evidence(_) | Value::Parts(_) | Value::Flag(None) => None,
        Value::Text(text) => Some(text.to_string()),
        Value::Word(word) => Some((*word).to_owned()),
        Value::Flag(Some(flag)) => Some(flag.to_string()),
        Value::Integer(number) => Some(number.to_string()),
        Value::Number(number) => Some(number.printed()),
        Value::Date(date) => date.edtf().map(ToOwned::to_owned),
        Value::Country(code) | Value::Actor(Actor::Country(code)) => Some(code.to_string()),
        Value::Id(id) => Some(id.to_string()),
        Value::Actor(Actor::Record(id)) => Some(id.to_string()),
        Value::List(items) => {
            let items: Vec<_> = items.iter().filter_map(plain).collect();
            (!items.is_empty()).then(|| join(items.iter().map(String::as_str)))
        }
        Value::Topics(ids) => (!ids.is_empty()).then(|| join(ids.iter().map(Id::as_str))),
    }
}

/// A list in a cell; a list of nothing leaves it empty.
fn list(items: &[String]) -> Cell {
    if items.iter().all(String::is_empty) {
        Cell::Empty
    } else {
        Cell::Text(join(items.iter().map(String::as_str)))
    }
}

fn date_cells(date: &Date) -> [Cell; 5] {
    let basis = match date.basis {
        Basis::Stated => "stated",
        Basis::Inferred => "inferred",
        Basis::Derived => "derived",
    };
    let cells = [
        date.edtf().map(ToOwned::to_owned),
        date.earliest().and_then(day),
        date.latest().and_then(day),
        Some(basis.to_owned()),
        date.why.as_ref().map(ToString::to_string),
    ];
    cells.map(|cell| cell.map_or(Cell::Empty, Cell::Text))
}

/// The places, and the words in the same order.
fn evidence_cells(passages: &[Evidence]) -> [Cell; 2] {
    let places = passages
        .iter()
        .map(|e| format!("{}#{}", e.source, e.paragraph));
    let words = passages.iter().map(|e| e.words().into_owned());
    [
        list(&places.collect::<Vec<_>>()),
        list(&words.collect::<Vec<_>>()),
    ]
}

fn day(day: NaiveDate) -> Option<String> {
    (1..=9999).contains(&day.year()).then(|| day.to_string())
}
