//! Tables that are written as text.

use csv::ReaderBuilder;

use super::known::{Content, Known, known};

/// Rows that are looked at.
const ROWS: usize = 50;

/// Fewer columns may be a list in prose.
const COLUMNS: usize = 3;

const COMMAS: Known = known("a table (CSV)", Content::Table);
const TABS: Known = known("a table (TSV)", Content::Table);

/// A table: its name ends so, or its first rows have equally many fields, none of which begins with a
/// blank, as what follows a comma of prose does.
pub(super) fn table(name: &str, text: &str) -> Option<Known> {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    match ending.to_ascii_lowercase().as_str() {
        "csv" => return Some(COMMAS),
        "tsv" | "tab" => return Some(TABS),
        _ => {}
    }
    let found = [(b',', COMMAS), (b';', COMMAS), (b'\t', TABS)];
    let mut found = found.into_iter().filter(|(sign, _)| has_rows(text, *sign));
    found.next().map(|(_, known)| known)
}

fn has_rows(text: &str, sign: u8) -> bool {
    let mut reader = ReaderBuilder::new()
        .delimiter(sign)
        .has_headers(false)
        .from_reader(text.as_bytes());
    // A row with another number of fields is an error of the reader.
    let mut count = 0;
    for row in reader.records().take(ROWS) {
        let fits = row.is_ok_and(|row| {
            row.len() >= COLUMNS && !row.iter().any(|field| field.starts_with(' '))
        });
        if !fits {
            return false;
        }
        count += 1;
    }
    count >= 2
}
