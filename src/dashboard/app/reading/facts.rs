//! What a record says of itself: what takes a few words shares lines, and comes before the rest.

use crate::dashboard::ui::pane::Block;
use crate::dashboard::ui::text::width;
use crate::describe::page::Row;

/// Columns of the longest value that shares a line.
const FEW: usize = 40;

/// The rows of a page with those of a few words together, where the first of them is. What follows a
/// heading stays as it is.
pub(super) fn arranged(own: Vec<Row>) -> Vec<Block> {
    let mut own = explained(own);
    let heading = |row: &Row| matches!(row, Row::Heading(_));
    let rest = own.split_off(own.iter().position(heading).unwrap_or(own.len()));
    let body = |row: &Row| matches!(row, Row::Body(_));
    let start = own.iter().rposition(body).map_or(0, |at| at + 1);
    let fact = |at: usize| fact(own.get(at)?).filter(|_| at >= start);
    let facts: Vec<_> = (0..own.len()).filter_map(fact).collect();
    if facts.len() < 2 {
        return own.into_iter().chain(rest).map(Block::Row).collect();
    }
    let is_fact: Vec<bool> = (0..own.len()).map(|at| fact(at).is_some()).collect();
    let place = is_fact.iter().position(|is| *is).unwrap_or(0);
    let others = own.into_iter().zip(is_fact).filter(|(_, is)| !is);
    let mut blocks: Vec<_> = others.map(|(row, _)| Block::Row(row)).collect();
    blocks.insert(place, Block::Facts(facts));
    blocks.extend(rest.into_iter().map(Block::Row));
    blocks
}

/// Is it a date that was worked out, perhaps with the reason behind it?
fn is_worked_out(value: &str) -> bool {
    let words = value.split(':').next().unwrap_or(value);
    words.ends_with(" inferred") || words.ends_with(" derived")
}

/// The rows, those that say why a date is what it is behind it.
fn explained(own: Vec<Row>) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    for row in own {
        match (rows.last_mut(), row) {
            (
                Some(Row::Field {
                    value, link: None, ..
                }),
                Row::Field {
                    label,
                    value: why,
                    link: None,
                    evidence: None,
                },
            ) if label.is_empty() && is_worked_out(value) => *value = format!("{value}: {why}"),
            (_, row) => rows.push(row),
        }
    }
    rows
}

/// The label and the value of a row that is one of a few words and leads nowhere.
fn fact(row: &Row) -> Option<(String, String)> {
    let Row::Field {
        label,
        value,
        link: None,
        evidence: None,
    } = row
    else {
        return None;
    };
    let is_named = label.starts_with(char::is_alphabetic);
    let is_short = width(value) <= FEW && !value.contains('\n');
    (is_named && is_short).then(|| (label.clone(), value.clone()))
}
