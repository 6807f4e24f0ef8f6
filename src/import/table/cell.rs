//! A cell of a table, and where it is in the file.

use std::borrow::Cow;
use std::ops::Range;

use crate::import::row_report::SkipReason;

/// One field.
#[derive(Clone, Debug)]
pub struct Cell<'a> {
    /// What it holds, without quotation marks and blanks around it.
    pub text: Cow<'a, str>,
    /// Where that stands in the file, in bytes.
    pub range: Range<usize>,
}

/// One record.
#[derive(Clone, Debug)]
pub struct Row<'a> {
    /// The line of the file that it begins on.
    pub line: usize,
    /// Its fields.
    pub cells: Vec<Cell<'a>>,
}

impl<'a> Row<'a> {
    /// The text of a column; empty where there is no such column.
    pub fn get(&self, column: Option<usize>) -> &str {
        self.cell(column).map_or("", |cell| &cell.text)
    }

    /// The field of a column.
    pub fn cell(&self, column: Option<usize>) -> Option<&Cell<'a>> {
        self.cells.get(column?)
    }

    /// Does the record have the fields of a table with that many columns? Some tables end every
    /// record in a separator more than the header has.
    ///
    /// # Errors
    /// How many it has.
    pub fn fits(&self, columns: usize) -> Result<(), SkipReason> {
        let more = self
            .cells
            .iter()
            .skip(columns)
            .any(|cell| !cell.text.is_empty());
        if more || self.cells.len() < columns {
            let reason = "wrong number of fields";
            let detail = format!("{} instead of {columns}", self.cells.len());
            return Err(SkipReason::with(reason, detail));
        }
        Ok(())
    }
}
