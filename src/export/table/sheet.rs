//! A sheet under construction: its columns one after the other, each with where its cells come from.

use std::io;

use chrono::{Datelike, NaiveDate};

use super::cell::{Cell, join};
use super::{Column, Table, Type};
use crate::dossier::date::Basis;
use crate::dossier::record::Record;
use crate::dossier::{Actor, Date, Dossier, Evidence, Id, Text};

type Get<R> = Box<dyn Fn(&Dossier, &R) -> Cell + Sync>;
/// Hands over the records of a sheet one by one.
type Each<R> = fn(&Dossier, &mut dyn FnMut(&R) -> io::Result<()>) -> io::Result<()>;
/// Hands over the record at a place.
type At<R> = fn(&Dossier, usize, &mut dyn FnMut(&R));

/// The sheet of the records of one kind.
pub(in crate::export) struct Sheet<R> {
    name: &'static str,
    title: &'static str,
    each: Each<R>,
    at: Option<At<R>>,
    fields: Vec<(Column, Get<R>)>,
}

impl<R: 'static> Sheet<R> {
    pub(super) fn new(name: &'static str, title: &'static str, each: Each<R>) -> Self {
        Self {
            name,
            title,
            each,
            at: None,
            fields: Vec::new(),
        }
    }

    /// A row is told by the place of its record in the dossier, too.
    pub(super) fn at(self, at: At<R>) -> Self {
        Self {
            at: Some(at),
            ..self
        }
    }

    fn field(mut self, name: &str, about: &str, kind: Type, get: Get<R>) -> Self {
        let column = Column {
            name: name.to_owned(),
            about: about.to_owned(),
            kind,
            required: false,
            points_at: None,
        };
        self.fields.push((column, get));
        self
    }

    /// No cell of the last column is empty.
    pub(super) fn required(mut self) -> Self {
        if let Some((column, _)) = self.fields.last_mut() {
            column.required = true;
        }
        self
    }

    pub(super) fn id(self, get: fn(&R) -> Id) -> Self {
        let get: Get<R> = Box::new(move |_, r| Cell::Text(get(r).to_string()));
        self.field("id", "Its name in the dossier", Type::Id, get)
            .required()
    }

    pub(super) fn text(self, name: &str, about: &str, get: fn(&R) -> Option<&Text>) -> Self {
        self.own(name, about, Type::Text, move |_, r| {
            get(r).map(ToString::to_string)
        })
    }

    /// A column of a type of its own.
    pub(super) fn own(
        self,
        name: &str,
        about: &str,
        kind: Type,
        get: impl Fn(&Dossier, &R) -> Option<String> + Sync + 'static,
    ) -> Self {
        let number = matches!(kind, Type::Integer | Type::Number);
        let get: Get<R> = Box::new(move |dossier, r| match get(dossier, r) {
            None => Cell::Empty,
            Some(digits) if number => Cell::Number(digits),
            Some(text) => Cell::Text(text),
        });
        self.field(name, about, kind, get)
    }

    pub(super) fn word(
        self,
        name: &str,
        about: &str,
        words: &'static [&'static str],
        get: fn(&R) -> Option<&'static str>,
    ) -> Self {
        self.own(name, about, Type::Word(words), move |_, r| {
            get(r).map(ToOwned::to_owned)
        })
    }

    /// The id of another record, of the sheet `target`.
    pub(super) fn one(
        mut self,
        name: &str,
        about: &str,
        target: Option<&'static str>,
        get: fn(&R) -> Option<&Id>,
    ) -> Self {
        self = self.own(name, about, Type::Id, move |_, r| {
            get(r).map(ToString::to_string)
        });
        if let Some((column, _)) = self.fields.last_mut() {
            column.points_at = target;
        }
        self
    }

    /// Ids and codes.
    pub(super) fn many(self, name: &str, about: &str, get: fn(&R) -> Vec<String>) -> Self {
        self.own(name, about, Type::Ids, move |_, r| list(&get(r)))
    }

    /// Texts; one that is not there is an empty item.
    pub(super) fn texts(self, name: &str, about: &str, get: fn(&R) -> Vec<String>) -> Self {
        self.own(name, about, Type::Texts, move |_, r| list(&get(r)))
    }

    pub(super) fn whole(self, name: &str, about: &str, get: fn(&R) -> Option<i64>) -> Self {
        self.own(name, about, Type::Integer, move |_, r| {
            get(r).map(|n| n.to_string())
        })
    }

    /// A date in five columns: as written, its first and last day, where it comes from.
    pub(super) fn date(self, name: &str, about: &str, get: fn(&R) -> Option<&Date>) -> Self {
        let basis = |date: &Date| match date.basis {
            Basis::Stated => "stated",
            Basis::Inferred => "inferred",
            Basis::Derived => "derived",
        };
        let edtf = move |_: &Dossier, r: &R| get(r).and_then(Date::edtf).map(ToOwned::to_owned);
        let why = move |_: &Dossier, r: &R| get(r)?.why.as_ref().map(ToString::to_string);
        self.own(name, about, Type::Edtf, edtf)
            .own(
                &format!("{name}_earliest"),
                "The first day that it can be",
                Type::Day,
                move |_, r| day(get(r)?.earliest()?),
            )
            .own(
                &format!("{name}_latest"),
                "The last day that it can be",
                Type::Day,
                move |_, r| day(get(r)?.latest()?),
            )
            .own(
                &format!("{name}_basis"),
                "Printed in the source, worked out from it, or computed from other records",
                Type::Word(&["stated", "inferred", "derived"]),
                move |_, r| get(r).map(|date| basis(date).to_owned()),
            )
            .own(
                &format!("{name}_why"),
                "The reasoning, for a date that was not printed",
                Type::Text,
                why,
            )
    }

    /// Where a record stands: the places, and the words in the same order.
    pub(super) fn evidence(self, get: fn(&Dossier, &R) -> Vec<Evidence>) -> Self {
        let places = move |dossier: &Dossier, r: &R| {
            let places = get(dossier, r);
            let places = places
                .iter()
                .map(|e| format!("{}#{}", e.source, e.paragraph));
            list(&places.collect::<Vec<_>>())
        };
        let words = move |dossier: &Dossier, r: &R| {
            let evidence = get(dossier, r);
            let exact = |e: &Evidence| e.exact.as_ref().map(ToString::to_string);
            let words = evidence.iter().map(|e| exact(e).unwrap_or_default());
            list(&words.collect::<Vec<_>>())
        };
        let about = "Where it stands: source#paragraph; more in the sheet evidence";
        self.own("evidence", about, Type::Ids, places).own(
            "evidence_words",
            "The words that carry it, in the order of `evidence`",
            Type::Texts,
            words,
        )
    }
}

impl<R: Record + 'static> Sheet<R> {
    /// The columns that end every record: topics, evidence, note.
    pub(super) fn common(self) -> Self {
        self.many("topics", "What it is about", |r| ids(r.topics()))
            .evidence(|_, r| r.evidence().to_vec())
            .text("note", "A remark of the compiler's", R::note)
    }
}

impl<R> Table for Sheet<R> {
    fn name(&self) -> &'static str {
        self.name
    }

    fn title(&self) -> &'static str {
        self.title
    }

    fn columns(&self) -> Vec<&Column> {
        self.fields.iter().map(|(column, _)| column).collect()
    }

    fn rows(
        &self,
        dossier: &Dossier,
        row: &mut dyn FnMut(Vec<Cell>) -> io::Result<()>,
    ) -> io::Result<()> {
        (self.each)(dossier, &mut |record| {
            let cells = self.fields.iter().map(|(_, get)| get(dossier, record));
            row(cells.collect())
        })
    }

    fn row(&self, dossier: &Dossier, at: usize) -> Option<Vec<Cell>> {
        let mut cells = None;
        self.at?(dossier, at, &mut |record| {
            let row = self.fields.iter().map(|(_, get)| get(dossier, record));
            cells = Some(row.collect());
        });
        cells
    }
}

/// A list in a cell; an empty list leaves it empty.
fn list(items: &[String]) -> Option<String> {
    (!items.is_empty()).then(|| join(items.iter().map(String::as_str)))
}

pub(super) fn ids(ids: &[Id]) -> Vec<String> {
    ids.iter().map(ToString::to_string).collect()
}

pub(super) fn actors(actors: &[Actor]) -> Vec<String> {
    actors.iter().map(actor).collect()
}

/// The code of a country, or the id of a record.
pub(super) fn actor(actor: &Actor) -> String {
    match actor {
        Actor::Country(code) => code.to_string(),
        Actor::Record(id) => id.to_string(),
    }
}

fn day(day: NaiveDate) -> Option<String> {
    (1..=9999).contains(&day.year()).then(|| day.to_string())
}
