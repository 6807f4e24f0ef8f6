//! The dossier as tables: a sheet for each kind of record, told once for every format that has rows
//! and columns. A column knows its name, its type and where its cells come from.

mod anchors;
mod cell;
mod facts;
mod named;
mod parts;
mod said;
mod sheet;

use std::io;

use crate::dossier::{Dossier, Kind};

pub use cell::{Cell, guard, join, split, unguard};
pub(super) use sheet::Sheet;

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
    /// Texts joined by `|`; one that stands in a text is written `\|`, and a backslash `\\`.
    Texts,
}

/// A column of a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its name in the first row.
    pub name: String,
    /// What it tells.
    pub about: String,
    /// What its cells hold.
    pub kind: Type,
    /// No cell of it is empty.
    pub required: bool,
    /// The sheet in whose `id` its cells stand.
    pub points_at: Option<&'static str>,
}

/// A sheet.
pub trait Table: Sync {
    /// Its name, which is that of its file without the ending.
    fn name(&self) -> &'static str;
    /// What its rows are.
    fn title(&self) -> &'static str;
    /// Its columns in order.
    fn columns(&self) -> Vec<&Column>;
    /// Hands over row by row.
    ///
    /// # Errors
    /// The first that `row` has.
    fn rows(
        &self,
        dossier: &Dossier,
        row: &mut dyn FnMut(Vec<Cell>) -> io::Result<()>,
    ) -> io::Result<()>;
    /// The row of the record at a place of the dossier; none in a sheet of something else.
    fn row(&self, dossier: &Dossier, at: usize) -> Option<Vec<Cell>>;
}

/// The sheet of the records of a kind.
pub fn of(kind: Kind) -> Box<dyn Table> {
    match kind {
        Kind::Event => Box::new(facts::events()),
        Kind::Agreement => Box::new(facts::agreements()),
        Kind::Series => Box::new(facts::series()),
        Kind::Observation => Box::new(facts::figures()),
        Kind::Quote => Box::new(said::quotes()),
        Kind::Claim => Box::new(said::claims()),
        Kind::Dispute => Box::new(said::disputes()),
        Kind::Person => Box::new(named::people()),
        Kind::Organisation => Box::new(named::organisations()),
        Kind::Source => Box::new(named::sources()),
    }
}

/// Every sheet; first what the others point at.
pub fn all() -> Vec<Box<dyn Table>> {
    vec![
        Box::new(named::sides()),
        Box::new(named::topics()),
        Box::new(named::sources()),
        Box::new(named::people()),
        Box::new(named::organisations()),
        Box::new(facts::events()),
        Box::new(facts::agreements()),
        Box::new(facts::series()),
        Box::new(facts::figures()),
        Box::new(said::quotes()),
        Box::new(said::claims()),
        Box::new(said::disputes()),
        Box::new(anchors::evidence()),
    ]
}
