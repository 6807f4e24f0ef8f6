//! The rows of a file of UN Comtrade, whichever layout it has.

use std::vec::IntoIter;

use super::error::ComtradeError;
use super::field::{Field, Raw, is_head};
use crate::import::object::{JsonError, Value};
use crate::import::table::Table;
use crate::import::{FormatError, Input, RowReport, SkipReason};

/// A row with its line, or why it is none.
type Read<'a> = (usize, Result<Raw<'a>, SkipReason>);

/// All of them.
pub(super) struct Rows<'a>(IntoIter<Read<'a>>);

impl<'a> Rows<'a> {
    /// Reads a table or an answer of the interface.
    pub(super) fn read(
        input: &'a Input,
        separator: Option<u8>,
        tally: &mut RowReport,
    ) -> Result<Self, FormatError> {
        let rows = if input.text.trim_start().starts_with(['{', '[']) {
            answer(input, tally)?
        } else {
            table(input, separator, tally)?
        };
        Ok(Self(rows.into_iter()))
    }
}

impl<'a> Iterator for Rows<'a> {
    type Item = Read<'a>;

    fn next(&mut self) -> Option<Read<'a>> {
        self.0.next()
    }
}

fn table<'a>(
    input: &'a Input,
    separator: Option<u8>,
    tally: &mut RowReport,
) -> Result<Vec<Read<'a>>, FormatError> {
    let found = Table::find(input, separator, |names| is_head(names.iter().copied()))?;
    let Some(mut table) = found else {
        let file = input.shown.clone();
        return Err(ComtradeError::NoHeader { file }.into());
    };
    table.one_of_each(input, |name| Field::named(name).is_some())?;
    let fields: Vec<_> = table.head.iter().map(|name| Field::named(name)).collect();
    let columns = table.columns();
    tally.is_a(format!(
        "UN Comtrade, a table of {columns} columns separated by {}",
        table.parted_by()
    ));
    let mut rows = Vec::new();
    let mut longer = false;
    while let Some(row) = table.next_row()? {
        let row = match row {
            Ok(row) => row,
            Err((line, unused)) => {
                rows.push((line, Err(unused)));
                continue;
            }
        };
        longer |= row.cells.len() > columns;
        let line = row.line;
        let outcome = row.fits(columns).map(|()| {
            let mut raw = Raw::new(line);
            for (field, cell) in fields.iter().zip(row.cells) {
                if let Some(field) = field {
                    raw.set(*field, cell.text, cell.range);
                }
            }
            raw
        });
        rows.push((line, outcome));
    }
    if longer {
        tally.assume("ignored the empty trailing field in each row");
    }
    Ok(rows)
}

/// `{"data": [{…}, …]}`, `{"dataset": [{…}, …]}` or the bare list.
fn answer<'a>(input: &'a Input, tally: &mut RowReport) -> Result<Vec<Read<'a>>, FormatError> {
    let file = input.shown.clone();
    let whole = Value::whole(input)?;
    let members = whole.members(input)?;
    let member = |names: &[&str]| members.iter().find(|(key, _)| names.contains(&&**key));
    if let Some((_, error)) = member(&["error"]).filter(|(_, error)| !error.text().is_empty()) {
        let message = error.text().into_owned();
        return Err(ComtradeError::Answer { file, message }.into());
    }
    let list = if whole.is_list() {
        whole
    } else {
        let named = member(&["data", "dataset"]).map(|(_, list)| *list);
        let list = named.filter(Value::is_list);
        list.ok_or(ComtradeError::NoList { file })?
    };
    tally.is_a("UN Comtrade, an answer of the interface (JSON)");
    let mut rows = Vec::new();
    for item in list.items() {
        rows.push((item.line(input), record(&item, input)?));
    }
    Ok(rows)
}

fn record<'a>(item: &Value<'a>, input: &Input) -> Result<Result<Raw<'a>, SkipReason>, JsonError> {
    let members = item.members(input)?;
    if !is_head(members.iter().map(|(key, _)| &**key)) {
        return Ok(Err(SkipReason::new("it is no record of UN Comtrade")));
    }
    let mut raw = Raw::new(item.line(input));
    for (key, value) in &members {
        if let Some(field) = Field::named(key) {
            raw.set(field, value.text(), value.range());
        }
    }
    Ok(Ok(raw))
}
