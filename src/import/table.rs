//! Tables: records of fields, set apart by a sign that is found out, each field with its place in
//! the file. Separators and quotation marks are those of RFC 4180, as `csv-core` reads them.

mod cell;
mod error;
mod records;

use std::collections::HashSet;

use super::input::Input;
use crate::dossier::text::clean_line;
pub use cell::{Cell, Row};
pub use error::{NotASeparator, OPEN_QUOTE, TableError};
use records::{NextRow, Records};

/// A record, or its line and why its fields cannot be told apart; none at the end.
/// What may part the columns of a table, in the order in which they are tried.
pub const SEPARATORS: [(u8, &str); 4] = [
    (b',', "commas"),
    (b';', "semicolons"),
    (b'\t', "tabs"),
    (b'|', "bars"),
];

/// Within so many records the header must come: some tables begin with a title and remarks.
const HEAD: usize = 20;

/// A table whose header was found.
pub struct Table<'a> {
    /// What parts its columns.
    pub separator: u8,
    /// The names of the columns, as printed.
    pub head: Vec<String>,
    /// The records before the header.
    pub before: Vec<Row<'a>>,
    /// The line of the header.
    pub line: usize,
    records: Records<'a>,
}

impl<'a> Table<'a> {
    /// Looks for the first record that `is_head`, with the separator that was `declared` or else with
    /// each of [`SEPARATORS`]. None where there is no such record.
    ///
    /// # Errors
    /// When there is none, and a quotation mark is opened and never closed.
    pub fn find(
        input: &'a Input,
        declared: Option<u8>,
        is_head: impl Fn(&[&str]) -> bool,
    ) -> Result<Option<Self>, TableError> {
        let tried = SEPARATORS
            .iter()
            .map(|(separator, _)| *separator)
            .filter(|separator| declared.is_none_or(|declared| declared == *separator));
        let mut fault = None;
        for separator in tried.chain(declared.filter(|t| SEPARATORS.iter().all(|(s, _)| s != t))) {
            let mut records = Records::new(input, separator);
            let mut before = Vec::new();
            loop {
                let row = match records.next_row() {
                    Ok(Some(Ok(row))) => row,
                    Ok(_) => break,
                    Err(open) => {
                        fault.get_or_insert(open);
                        break;
                    }
                };
                let names: Vec<&str> = row.cells.iter().map(|cell| &*cell.text).collect();
                if is_head(&names) {
                    return Ok(Some(Self {
                        separator,
                        head: names.iter().map(|name| (*name).to_owned()).collect(),
                        line: row.line,
                        before,
                        records,
                    }));
                }
                before.push(row);
                if before.len() > HEAD {
                    break;
                }
            }
        }
        fault.map_or(Ok(None), Err)
    }

    /// Is every column whose name `is_read` the only one of that name?
    ///
    /// # Errors
    /// When there are two, so that nobody says which one is meant.
    pub fn one_of_each(
        &self,
        input: &Input,
        is_read: impl Fn(&str) -> bool,
    ) -> Result<(), TableError> {
        let mut known = HashSet::new();
        let mut names = self.head.iter().filter(|name| is_read(name));
        match names.find(|name| !known.insert(plain(name))) {
            Some(name) => Err(TableError::Several {
                spot: input.spot_on(self.line, name),
                name: name.clone(),
            }),
            None => Ok(()),
        }
    }

    /// The next record; with its line where its quotation marks cannot be made out.
    ///
    /// # Errors
    /// When a quotation mark is opened and never closed: what stands behind it is not known.
    pub fn next_row(&mut self) -> Result<NextRow<'a>, TableError> {
        self.records.next_row()
    }

    /// How many columns have a name; a separator at the end of the header names none.
    pub fn columns(&self) -> usize {
        let named = self.head.iter().rposition(|name| !name.is_empty());
        named.map_or(0, |last| last + 1)
    }

    /// The column whose name in [`plain`] spelling is one of these, the first of them that there is.
    pub fn column(&self, names: &[&str]) -> Option<usize> {
        names
            .iter()
            .find_map(|column| self.head.iter().position(|name| plain(name) == *column))
    }

    /// "commas".
    pub fn parted_by(&self) -> String {
        let known = SEPARATORS
            .iter()
            .find(|(separator, _)| *separator == self.separator);
        known.map_or_else(
            || format!("`{}`", clean_line(&char::from(self.separator).to_string())),
            |(_, name)| (*name).to_owned(),
        )
    }
}

/// The name of a column in small letters, with nothing but letters and digits: `Trade Value (US$)`,
/// `Trade.Value..US..` and `TradeValueUS` are one name.
pub fn plain(name: &str) -> String {
    let kept = name.chars().filter(|c| c.is_alphanumeric());
    kept.flat_map(char::to_lowercase).collect()
}

/// A text of one line: what breaks a line in a quoted field is a blank.
pub fn one_line(text: &str) -> String {
    let lines: Vec<_> = text
        .split(['\r', '\n'])
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect();
    lines.join(" ")
}

/// The sign that an option names.
///
/// # Errors
/// When it is not one character of ASCII.
pub fn separator(word: &str) -> Result<u8, NotASeparator> {
    match word {
        "tab" | "\\t" => Ok(b'\t'),
        "comma" => Ok(b','),
        "semicolon" => Ok(b';'),
        _ => match word.as_bytes() {
            [sign] if sign.is_ascii() && !sign.is_ascii_alphanumeric() && *sign != b'"' => {
                Ok(*sign)
            }
            _ => Err(NotASeparator),
        },
    }
}
