//! What stands above and below a table of the World Bank: which database it is from, and when that was
//! updated.

use crate::dossier::Date;
use crate::import::table::{Row, Table};
use crate::import::{RowReport, SkipReason};

/// What a table says of itself.
#[derive(Debug, Default)]
pub(super) struct Around {
    /// Such as "World Development Indicators".
    pub(super) database: Option<String>,
    /// When it was updated.
    pub(super) issued: Option<Date>,
}

impl Around {
    /// From the lines above the header.
    pub(super) fn before(table: &Table<'_>, tally: &mut RowReport) -> Self {
        let mut around = Self::default();
        let mut lines = Vec::new();
        for row in &table.before {
            let words: Vec<&str> = row
                .cells
                .iter()
                .map(|cell| &*cell.text)
                .filter(|word| !word.is_empty())
                .collect();
            match words.as_slice() {
                ["Data Source", name, ..] => around.database = Some((*name).to_owned()),
                ["Last Updated Date", date, ..] => around.issued = Date::parse(date).ok(),
                _ => {}
            }
            lines.push(words.join(": "));
        }
        if !lines.is_empty() {
            let ignored = lines.join("; ");
            tally.assume(format!("lines above the header ignored: {ignored}"));
        }
        around
    }

    /// Takes in a remark below the table, if a row is one.
    pub(super) fn remark(&mut self, row: &Row<'_>) -> Option<SkipReason> {
        let text = row.get(Some(0));
        let alone = row.cells.iter().skip(1).all(|cell| cell.text.is_empty());
        let database = text.strip_prefix("Data from database:");
        let updated = text.strip_prefix("Last Updated:");
        if !alone || database.or(updated).is_none() {
            return None;
        }
        if let Some(name) = database {
            self.database = Some(name.trim().to_owned());
        }
        if let Some(date) = updated.and_then(american) {
            self.issued = Some(date);
        }
        Some(SkipReason::with("a remark below the table", text))
    }
}

/// `06/28/2024`: the month comes first.
fn american(text: &str) -> Option<Date> {
    let parts: Vec<_> = text.trim().split('/').collect();
    let [month, day, year] = parts.as_slice() else {
        return None;
    };
    Date::parse(&format!("{year}-{month:0>2}-{day:0>2}")).ok()
}
