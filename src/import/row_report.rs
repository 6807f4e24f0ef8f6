//! What became of every row of a file: used, or left out for a reason. Nothing vanishes silently:
//! rows read = rows used + rows left out, and cells likewise where a row has many.

use std::borrow::Cow;
use std::collections::BTreeMap;

/// A reason that is the same for many rows.
pub type Reason = Cow<'static, str>;

/// A row, or some cells of a row, that gave nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Skipped {
    /// The line of the file, from 1, blank lines counted: what an editor shows.
    pub line: usize,
    /// Which of the rows of the file it is, from 1: a file may be one long line.
    pub row: usize,
    /// Why, in words that are the same for all of its kind.
    pub reason: Reason,
    /// What is particular about this one; may be empty.
    pub detail: String,
    /// The columns of the cells; none where it is the whole row.
    pub columns: Vec<String>,
}

/// Why a row gives nothing: the reason, and what is particular about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SkipReason {
    /// In words that are the same for all of its kind.
    pub reason: Reason,
    /// May be empty.
    pub detail: String,
}

impl SkipReason {
    /// For a reason that says it all.
    pub fn new(reason: impl Into<Reason>) -> Self {
        Self::with(reason, "")
    }

    /// For a reason, and what is particular about this row.
    pub fn with(reason: impl Into<Reason>, detail: impl Into<String>) -> Self {
        Self {
            reason: reason.into(),
            detail: detail.into(),
        }
    }
}

/// Things that were read, and how many of them gave something.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// All of them.
    pub read: usize,
    /// Those that gave something.
    pub used: usize,
}

/// The account of one file.
#[derive(Clone, Debug, Default)]
pub struct RowReport {
    /// What sort of file it was found to be.
    pub layout: String,
    /// Rows, slides or entries.
    pub rows: Count,
    /// Cells with figures, where a row has one for each year.
    pub cells: Option<Count>,
    /// What gave nothing, by line.
    pub skips: Vec<Skipped>,
    /// What had to be taken for granted.
    pub assumed: Vec<String>,
    /// What somebody should look at.
    pub remarks: Vec<String>,
    /// Fields that hold something and that are not imported, and how often each does.
    pub not_imported: BTreeMap<String, usize>,
}

impl RowReport {
    /// A row that is on `line` was read; this became of it.
    pub fn row<T>(&mut self, line: usize, outcome: Result<T, SkipReason>) -> Option<T> {
        self.rows.read += 1;
        match outcome {
            Ok(found) => {
                self.rows.used += 1;
                Some(found)
            }
            Err(unused) => {
                self.skip(line, unused, Vec::new());
                None
            }
        }
    }

    /// Cells of the row that was read last, on `line`, were read: so many gave a figure, these did not.
    pub fn cells(&mut self, line: usize, used: usize, unused: Vec<(String, SkipReason)>) {
        let cells = self.cells.get_or_insert_default();
        cells.used += used;
        cells.read += used + unused.len();
        let mut grouped: Vec<(SkipReason, Vec<String>)> = Vec::new();
        for (column, why) in unused {
            match grouped.iter_mut().find(|(known, _)| *known == why) {
                Some((_, columns)) => columns.push(column),
                None => grouped.push((why, vec![column])),
            }
        }
        for (why, columns) in grouped {
            self.skip(line, why, columns);
        }
    }

    fn skip(&mut self, line: usize, unused: SkipReason, columns: Vec<String>) {
        self.skips.push(Skipped {
            line,
            row: self.rows.read,
            reason: unused.reason,
            detail: unused.detail,
            columns,
        });
    }

    /// What sort of file it is.
    pub fn is_a(&mut self, layout: impl Into<String>) {
        self.layout = layout.into();
    }

    /// Something is taken for granted; said once.
    pub fn assume(&mut self, words: impl Into<String>) {
        let words = words.into();
        if !self.assumed.contains(&words) {
            self.assumed.push(words);
        }
    }

    /// Something should be looked at; said once.
    pub fn remark(&mut self, words: impl Into<String>) {
        let words = words.into();
        if !self.remarks.contains(&words) {
            self.remarks.push(words);
        }
    }

    /// These fields of a row hold something that is not imported.
    pub fn not_imported(&mut self, names: impl IntoIterator<Item = String>) {
        for name in names {
            *self.not_imported.entry(name).or_default() += 1;
        }
    }

    /// Rows that were left out.
    pub fn left_out(&self) -> usize {
        self.skips
            .iter()
            .filter(|skip| skip.columns.is_empty())
            .count()
    }

    /// Cells that were left out.
    pub fn empty_cells(&self) -> usize {
        self.skips.iter().map(|skip| skip.columns.len()).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_and_cell_is_accounted_for() {
        let mut tally = RowReport::default();
        assert_eq!(tally.row(2, Ok(7)), Some(7));
        assert_eq!(tally.row::<u8>(3, Err(SkipReason::new("no value"))), None);
        let empty = |column: &str| (column.to_owned(), SkipReason::with("no value", ".."));
        let odd = ("2003".to_owned(), SkipReason::with("not a number", "NaN"));
        tally.cells(2, 5, vec![empty("2001"), odd, empty("2002")]);
        assert_eq!(tally.rows, Count { read: 2, used: 1 });
        assert_eq!(tally.cells, Some(Count { read: 8, used: 5 }));
        assert_eq!((tally.left_out(), tally.empty_cells()), (1, 3));
        assert_eq!(tally.skips[1].columns, ["2001", "2002"]);
    }
}
