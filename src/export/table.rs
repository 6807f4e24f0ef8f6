//! The dossier as tables: a sheet for each kind of record, read from the table of fields. A column
//! knows its name, its type and where its cells come from.

mod anchors;
mod cell;
mod column;
mod sheet;

use crate::dossier::Kind;

pub use cell::{Cell, guard, join, split, unguard};
pub use column::{Column, Type};
pub use sheet::Sheet;

/// The sheet of the records of a kind.
pub fn of(kind: Kind) -> Sheet {
    Sheet::records(kind)
}

/// Every sheet; first what the others point at.
pub fn all() -> Vec<Sheet> {
    let kinds = [
        Kind::Source,
        Kind::Person,
        Kind::Organisation,
        Kind::Event,
        Kind::Agreement,
        Kind::Series,
        Kind::Observation,
        Kind::Quote,
        Kind::Claim,
        Kind::Dispute,
    ];
    let mut sheets = vec![Sheet::sides(), Sheet::topics()];
    sheets.extend(kinds.into_iter().map(of));
    sheets.push(Sheet::evidence());
    sheets
}
