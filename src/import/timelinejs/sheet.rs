//! The sheet of `TimelineJS`, downloaded as CSV: eighteen columns, or those of versions 1 and 2.

use std::cell::RefCell;
use std::collections::HashSet;

use super::Read;
use super::date::Point;
use super::error::TimelineError;
use super::slide::{Piece, Slide, Sort};
use crate::import::table::{Row, Table, plain};
use crate::import::{FormatError, Input, RowReport, SkipReason};

/// The columns that are read, by their plain names.
struct Columns<'t> {
    table: &'t [String],
    asked: RefCell<HashSet<usize>>,
}

impl Columns<'_> {
    fn at(&self, names: &[&str]) -> Option<usize> {
        let find = |column: &&str| self.table.iter().position(|name| plain(name) == *column);
        let found = names.iter().find_map(find);
        self.asked.borrow_mut().extend(found);
        found
    }

    /// The columns in which a row holds something and that nobody has asked for.
    fn unread(&self, row: &Row<'_>) -> Vec<String> {
        let asked = self.asked.borrow();
        let others = (0..self.table.len()).filter(|at| !asked.contains(at));
        let full = others.filter(|at| !row.get(Some(*at)).is_empty());
        full.map(|at| self.table[at].clone()).collect()
    }

    fn text(&self, row: &Row<'_>, names: &[&str]) -> String {
        row.get(self.at(names)).to_owned()
    }

    fn piece<'a>(&self, row: &Row<'a>, names: &[&str]) -> Piece<'a> {
        row.cell(self.at(names))
            .map_or_else(Piece::default, |cell| Piece {
                text: cell.text.clone(),
                range: cell.range.clone(),
            })
    }
}

/// The columns that say most of a slide, by their plain names.
const READ: [&str; 12] = [
    "headline",
    "text",
    "year",
    "month",
    "day",
    "time",
    "startdate",
    "endyear",
    "endmonth",
    "endday",
    "enddate",
    "media",
];

fn is_head(names: &[&str]) -> bool {
    let has = |column: &str| names.iter().any(|name| plain(name) == column);
    has("headline") && (has("year") || has("startdate"))
}

/// Every slide of a file.
pub(super) fn read<'a>(
    input: &'a Input,
    separator: Option<u8>,
    tally: &mut RowReport,
) -> Result<Vec<Read<'a>>, FormatError> {
    let Some(mut table) = Table::find(input, separator, is_head)? else {
        let file = input.shown.clone();
        return Err(TimelineError::NoSheet { file }.into());
    };
    tally.is_a(format!(
        "TimelineJS, a sheet separated by {}",
        table.parted_by()
    ));
    table.one_of_each(input, |name| READ.contains(&&*plain(name)))?;
    let head = table.head.clone();
    let columns = Columns {
        table: &head,
        asked: RefCell::default(),
    };
    let mut slides = Vec::new();
    while let Some(row) = table.next_row()? {
        slides.push(match row {
            Ok(row) => {
                let outcome = row
                    .fits(table.columns())
                    .and_then(|()| slide(&row, &columns));
                tally.not_imported(columns.unread(&row));
                (row.line, outcome)
            }
            Err((line, unused)) => (line, Err(unused)),
        });
    }
    Ok(slides)
}

fn slide<'a>(row: &Row<'a>, columns: &Columns<'_>) -> Result<Slide<'a>, SkipReason> {
    if row.cells.iter().all(|cell| cell.text.is_empty()) {
        return Err(SkipReason::new("an empty row"));
    }
    let text = |name: &str| columns.text(row, &[name]);
    let point = |prefix: &str| {
        Point {
            year: text(&format!("{prefix}year")),
            month: text(&format!("{prefix}month")),
            day: text(&format!("{prefix}day")),
            time: text(&format!("{prefix}time")),
        }
        .some()
    };
    let sort = match text("type").to_lowercase().as_str() {
        "title" | "start" => Sort::Title,
        "era" => Sort::Era,
        _ => Sort::Event,
    };
    Ok(Slide {
        sort,
        headline: columns.piece(row, &["headline"]),
        text: columns.piece(row, &["text"]),
        year: columns.piece(row, &["year", "startdate"]).range,
        start: point("").or_else(|| Point::legacy(&text("startdate"))),
        end: point("end").or_else(|| Point::legacy(&text("enddate"))),
        display: text("displaydate"),
        name: String::new(),
        group: columns.text(row, &["group", "tag"]),
        media: vec![
            ("Media".into(), text("media")),
            ("Caption".into(), text("mediacaption")),
            ("Credit".into(), text("mediacredit")),
            ("Media thumbnail".into(), text("mediathumbnail")),
            ("Media alt".into(), text("alttext")),
            ("Background".into(), text("background")),
        ],
    })
}
