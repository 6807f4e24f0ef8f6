//! Comma-separated values (RFC 4180): a file for each kind of record, safe to open in a
//! spreadsheet. What the columns hold is told in [`super::table`].

use std::io::{self, Write};

use csv::{ErrorKind, Terminator, WriterBuilder};

use super::Format;
use super::table::{self, Cell, Sheet};
use crate::dossier::Dossier;

/// The dossier as CSV files.
pub struct Csv<'a> {
    dossier: &'a Dossier,
    tables: Vec<Sheet>,
}

impl<'a> Csv<'a> {
    /// Every sheet of `dossier`.
    pub fn new(dossier: &'a Dossier) -> Self {
        let tables = table::all();
        Self { dossier, tables }
    }

    /// The sheets, in the order of the files.
    pub(super) fn tables(&self) -> &[Sheet] {
        &self.tables
    }
}

impl Format for Csv<'_> {
    fn files(&self) -> Vec<String> {
        let names = self.tables.iter().map(|table| table.name);
        names.map(|name| format!("{name}.csv")).collect()
    }

    fn write(&self, file: usize, out: &mut dyn Write) -> io::Result<()> {
        let table = &self.tables[file];
        let mut builder = WriterBuilder::new();
        let mut csv = builder.terminator(Terminator::CRLF).from_writer(out);
        csv.write_record(table.columns.iter().map(|column| &column.name))
            .map_err(plain)?;
        table.rows(self.dossier, &mut |cells| {
            csv.write_record(cells.iter().map(Cell::written))
                .map_err(plain)
        })?;
        csv.flush()
    }
}

/// The fault of the writer behind it: who calls must see a broken pipe for what it is.
fn plain(error: csv::Error) -> io::Error {
    match error.into_kind() {
        ErrorKind::Io(error) => error,
        // Rows of other lengths: a sheet has as many cells as columns.
        other => io::Error::other(format!("{other:?}")),
    }
}
