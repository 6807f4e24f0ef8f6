//! A sheet: its columns, and the rows of a dossier.

use std::io;

use super::anchors;
use super::cell::Cell;
use super::column::{Column, Type, cells, columns};
use crate::dossier::about::{SIDE, TOPIC};
use crate::dossier::fields::Field;
use crate::dossier::text::as_given;
use crate::dossier::typed::fields_of;
use crate::dossier::{Dossier, Kind, Ref};

/// A table of a dossier.
pub struct Sheet {
    /// Its name, which is that of its file without the ending.
    pub name: &'static str,
    /// What its rows are.
    pub title: &'static str,
    /// Its columns in order.
    pub columns: Vec<Column>,
    rows: Rows,
}

/// Where the rows of a sheet come from.
#[derive(Clone, Copy)]
enum Rows {
    Sides,
    Topics,
    Records(Kind),
    Evidence,
}

impl Sheet {
    /// The two countries.
    pub(super) fn sides() -> Self {
        Self {
            name: "sides",
            title: "The two countries",
            columns: all_columns(SIDE),
            rows: Rows::Sides,
        }
    }

    /// The vocabulary of topics.
    pub(super) fn topics() -> Self {
        let mut columns = vec![id()];
        columns.extend(all_columns(TOPIC));
        for column in &mut columns {
            if column.name == "broader" {
                column.kind = Type::Id;
                column.points_at = Some("topics");
            }
        }
        Self {
            name: "topics",
            title: "The vocabulary of topics",
            columns,
            rows: Rows::Topics,
        }
    }

    /// The records of a kind.
    pub(super) fn records(kind: Kind) -> Self {
        let mut columns = vec![id()];
        if kind == Kind::Observation {
            let mut series =
                Column::new("series", "Series that it belongs to", Type::Id).required();
            series.points_at = Some("series");
            columns.push(series);
        }
        columns.extend(fields_of(kind).iter().flat_map(self::columns));
        Self {
            name: kind.plural(),
            title: kind.about(),
            columns,
            rows: Rows::Records(kind),
        }
    }

    /// Every passage of every record.
    pub(super) fn evidence() -> Self {
        Self {
            name: "evidence",
            title: "Passages that every record is based on",
            columns: anchors::columns(),
            rows: Rows::Evidence,
        }
    }

    /// Hands over row by row, with texts as they were given.
    ///
    /// # Errors
    /// The first that `row` has.
    pub fn rows(
        &self,
        dossier: &Dossier,
        row: &mut dyn FnMut(Vec<Cell>) -> io::Result<()>,
    ) -> io::Result<()> {
        as_given(|| self.each_row(dossier, row))
    }

    fn each_row(
        &self,
        dossier: &Dossier,
        row: &mut dyn FnMut(Vec<Cell>) -> io::Result<()>,
    ) -> io::Result<()> {
        let about = &dossier.about;
        match self.rows {
            Rows::Sides => {
                let sides = about.sides.iter();
                sides.map(|side| all_cells(SIDE, side)).try_for_each(row)
            }
            Rows::Topics => {
                let mut topics = about.topics.iter().map(|topic| {
                    let mut cells = vec![Cell::Text(topic.id.to_string())];
                    cells.extend(all_cells(TOPIC, topic));
                    cells
                });
                topics.try_for_each(row)
            }
            Rows::Records(kind) => {
                let records = dossier.all(kind);
                records.map(|r| record_cells(dossier, r)).try_for_each(row)
            }
            Rows::Evidence => {
                let mut records = Kind::ALL.into_iter().flat_map(|kind| dossier.all(kind));
                records.try_for_each(|record| {
                    let mut anchors = anchors::rows(dossier, record).into_iter();
                    anchors.try_for_each(&mut *row)
                })
            }
        }
    }

    /// The row of a record at a place of the dossier; none in a sheet of something else.
    pub fn row(&self, dossier: &Dossier, at: usize) -> Option<Vec<Cell>> {
        match self.rows {
            Rows::Records(kind) => Some(record_cells(dossier, Ref::new(kind, at))),
            _ => None,
        }
    }
}

fn id() -> Column {
    Column::new("id", "Id in the dossier", Type::Id).required()
}

fn all_columns<R>(fields: &[Field<R>]) -> Vec<Column> {
    let fields = fields.iter();
    fields.flat_map(|field| columns(&field.info)).collect()
}

fn all_cells<R>(fields: &[Field<R>], record: &R) -> Vec<Cell> {
    let fields = fields.iter();
    let each = |field: &Field<R>| cells(&field.info, &(field.get)(record));
    fields.flat_map(each).collect()
}

fn record_cells(dossier: &Dossier, record: Ref) -> Vec<Cell> {
    let any = dossier.any(record);
    let mut row = vec![Cell::Text(any.id().to_string())];
    if record.kind == Kind::Observation {
        let series = dossier.observation(record.at).0;
        row.push(Cell::Text(series.id.to_string()));
    }
    for (info, value) in any.values() {
        row.extend(cells(&info, &value));
    }
    row
}
