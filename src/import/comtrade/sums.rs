//! Sums and their parts stand side by side in a download with breakdowns. The sum is kept and its
//! parts are left out; where only parts are there, nothing is added up.

use std::collections::HashMap;

use super::classify::Row;
use crate::import::{Input, SkipReason};

/// A row with its line, or why it says nothing.
type Judged = (usize, Result<Row, SkipReason>);

/// The same rows, parts of sums left out.
pub(super) fn keep(rows: Vec<Judged>, input: &Input) -> Vec<Judged> {
    let mut sums: HashMap<String, usize> = HashMap::new();
    for (line, row) in &rows {
        if let Ok(row) = row
            && row.parts.is_empty()
        {
            sums.entry(key(row)).or_insert(*line);
        }
    }
    let judge = |row: Row| {
        if row.parts.is_empty() {
            return Ok(row);
        }
        let by = row.parts.join(", ");
        Err(match sums.get(&key(&row)) {
            Some(line) => SkipReason::with(
                format!("a part by {by}: the row for all of them is used"),
                format!("{}:{line}", input.name),
            ),
            None => SkipReason::with(
                format!("a part by {by}, and there is no row for all of them: nothing is added up"),
                format!("{} {} {}", row.label, row.code, row.way.flow.word()),
            ),
        })
    };
    let rows = rows.into_iter();
    rows.map(|(line, row)| (line, row.and_then(judge)))
        .collect()
}

/// What a sum and its parts have in common.
fn key(row: &Row) -> String {
    format!(
        "{:?} {} {:?} {} {} {} {:?}",
        row.class,
        row.list().map(|list| list.code).unwrap_or_default(),
        row.way,
        row.code,
        row.label,
        row.reporter,
        row.partner
    )
}
