//! The records of a table with the place of each field, as `csv-core` reads them: its rules are
//! those of RFC 4180, and beyond them it takes whatever there is, so that what cannot be meant is
//! looked for here.

use std::borrow::Cow;
use std::ops::Range;

use csv_core::{ReadFieldResult, Reader, ReaderBuilder};

use super::cell::{Cell, Row};
use super::error::TableError;
use crate::import::{Input, SkipReason};

/// The next record, or its line and why its fields cannot be made out; none at the end.
pub(super) type NextRow<'a> = Option<Result<Row<'a>, (usize, SkipReason)>>;

/// The records of a file, one after the other.
pub(super) struct Records<'a> {
    input: &'a Input,
    reader: Reader,
    /// Behind what was read so far.
    at: usize,
    /// What the last field says, and room for more.
    words: Vec<u8>,
}

/// The field that was read last.
struct Field {
    /// Where it stands, with its quotation marks.
    range: Range<usize>,
    /// The length of what it says.
    length: usize,
    /// Does it end its record?
    last: bool,
}

/// Why a field cannot be made out.
enum Fault {
    /// A quotation mark is opened in it and never closed.
    Open,
    /// Something stands between its closing quotation mark and the next separator.
    Stray,
}

impl<'a> Records<'a> {
    pub(super) fn new(input: &'a Input, separator: u8) -> Self {
        Self {
            input,
            reader: ReaderBuilder::new().delimiter(separator).build(),
            at: 0,
            words: vec![0; 1024],
        }
    }

    /// The next record.
    ///
    /// # Errors
    /// When a quotation mark is opened and never closed: what stands behind it is not known.
    pub(super) fn next_row(&mut self) -> Result<NextRow<'a>, TableError> {
        let Some(first) = self.next_field() else {
            return Ok(None);
        };
        let line = self.input.line(first.range.start);
        let mut cells = Vec::new();
        let mut stray = false;
        let mut next = Some(first);
        while let Some(field) = next {
            match self.cell(&field) {
                Ok(cell) => cells.push(cell),
                Err(Fault::Open) if !stray => {
                    let spot = self.input.spot(field.range.start);
                    return Err(TableError::OpenQuote { spot });
                }
                Err(_) => stray = true,
            }
            next = if field.last { None } else { self.next_field() };
        }
        if stray {
            let why = "an undoubled quotation mark inside a field";
            return Ok(Some(Err((line, SkipReason::new(why)))));
        }
        Ok(Some(Ok(Row { line, cells })))
    }

    fn next_field(&mut self) -> Option<Field> {
        let text = &self.input.text;
        let start = self.at;
        let mut length = 0;
        let (last, end) = loop {
            let rest = &text.as_bytes()[self.at..];
            let (result, read, said) = self.reader.read_field(rest, &mut self.words[length..]);
            self.at += read;
            length += said;
            match result {
                // It took the separator or line end too, where it is not asked without input.
                ReadFieldResult::Field { record_end } => break (record_end, self.at - read.min(1)),
                ReadFieldResult::OutputFull => self.words.resize(self.words.len() * 2, 0),
                // Asked once more, without input, it ends the last field of the file.
                ReadFieldResult::InputEmpty => {}
                ReadFieldResult::End => return None,
            }
        };
        // Before a record there may be blank lines and the end of the line before.
        let raw = &text[start..end];
        let lead = raw.len() - raw.trim_start_matches(['\r', '\n']).len();
        Some(Field {
            range: start + lead..end,
            length,
            last,
        })
    }

    /// The field as a cell. `csv-core` reads any text and names no faults; they show where it says
    /// something else than what stands there.
    fn cell(&self, field: &Field) -> Result<Cell<'a>, Fault> {
        let text: &'a str = &self.input.text;
        let said = str::from_utf8(&self.words[..field.length]).map_err(|_| Fault::Stray)?;
        let Some(inner) = text[field.range.clone()].strip_prefix('"') else {
            return Ok(Cell::new(text, field.range.clone()));
        };
        if single(inner) == said {
            return Err(Fault::Open);
        }
        match inner.strip_suffix('"').map(single) {
            Some(inner) if inner == said => {
                let cell = Cell::new(text, field.range.start + 1..field.range.end - 1);
                Ok(match inner {
                    Cow::Borrowed(_) => cell,
                    Cow::Owned(inner) => Cell {
                        text: Cow::Owned(inner.trim().to_owned()),
                        ..cell
                    },
                })
            }
            _ => Err(Fault::Stray),
        }
    }
}

/// Every doubled quotation mark once.
fn single(text: &str) -> Cow<'_, str> {
    if text.contains("\"\"") {
        Cow::Owned(text.replace("\"\"", "\""))
    } else {
        Cow::Borrowed(text)
    }
}

impl<'a> Cell<'a> {
    /// What stands in a range, without the blanks around it.
    fn new(text: &'a str, range: Range<usize>) -> Self {
        let raw = &text[range.clone()];
        let lead = raw.len() - raw.trim_start().len();
        let trimmed = raw.trim();
        let start = range.start + lead;
        Self {
            text: Cow::Borrowed(trimmed),
            range: start..start + trimmed.len(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dossier::Id;
    use crate::system::charset::decode;
    use proptest::prelude::*;

    fn input(text: &str) -> Input {
        let decoded = decode(text.as_bytes(), None).expect("text");
        Input::new("x.csv", "x.csv", Id::new("x").expect("an id"), decoded)
    }

    /// The lines of the records, and their fields: what each says and what stands in its place.
    type Found = Vec<(usize, Vec<(String, String)>)>;

    fn read(text: &str) -> Result<Found, TableError> {
        let input = input(text);
        let mut records = Records::new(&input, b',');
        let mut found = Vec::new();
        while let Some(row) = records.next_row()? {
            let (line, cells) =
                row.map_or_else(|(line, _)| (line, Vec::new()), |row| (row.line, row.cells));
            let place = |cell: Cell<'_>| (cell.text.into_owned(), text[cell.range].to_owned());
            found.push((line, cells.into_iter().map(place).collect()));
        }
        Ok(found)
    }

    fn fields(text: &str) -> Vec<(String, String)> {
        read(text).expect("fields").remove(0).1
    }

    #[test]
    fn fields_and_their_places() {
        let pair = |a: &str, b: &str| (a.to_owned(), b.to_owned());
        assert_eq!(
            fields("a, b ,\n"),
            [pair("a", "a"), pair("b", "b"), pair("", "")]
        );
        assert_eq!(
            fields("\"x,y\",\"say \"\"no\"\"\",\"\"\r\n"),
            [
                pair("x,y", "x,y"),
                pair("say \"no\"", "say \"\"no\"\""),
                pair("", "")
            ]
        );
        assert_eq!(
            fields("\"two\nlines\",5\""),
            [pair("two\nlines", "two\nlines"), pair("5\"", "5\"")]
        );
        assert_eq!(fields(","), [pair("", ""), pair("", "")]);
        assert_eq!(fields("\"\""), [pair("", "")]);
        let long = "é".repeat(5000);
        assert_eq!(fields(&format!("\"{long}\"")), [pair(&long, &long)]);
    }

    #[test]
    fn records_begin_on_their_line() {
        let lines = |text: &str| -> Vec<usize> {
            let found = read(text).expect("records");
            found.into_iter().map(|(line, _)| line).collect()
        };
        assert_eq!(lines("a\n\n\nb\r\n\r\n\"c\nd\"\ne"), [1, 4, 6, 8]);
        assert_eq!(lines("\n\n"), [0; 0]);
        assert_eq!(lines("\r\na,\r\n"), [2]);
    }

    #[test]
    fn quotation_marks_that_do_not_fit() {
        for (text, line) in [
            ("a,\"b,c", 1),
            ("a,\"b\"\"", 1),
            ("a\nb,\"\n\n", 2),
            ("\"", 1),
        ] {
            let open = read(text).expect_err(text).to_string();
            let message = format!("x.csv:{line}: a quotation mark is opened here");
            assert!(open.starts_with(&message), "{open}");
        }
        for text in ["\"b\"c,d", "a,\"b\"c\"", "\"\" \"\",a", "\"b\"c,\"d"] {
            let (line, cells) = read(&format!("{text}\n")).expect(text).remove(0);
            assert_eq!((line, cells.len()), (1, 0), "{text}");
        }
    }

    proptest! {
        /// Whatever the `csv` crate writes comes back, and stands where it is said to stand.
        #[test]
        fn what_was_written_is_read(
            rows in prop::collection::vec(prop::collection::vec("[a,\"\n\r é]{0,6}", 2..4), 1..4),
        ) {
            let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
            for row in &rows {
                writer.write_record(row).expect("a record");
            }
            let text = String::from_utf8(writer.into_inner().expect("all")).expect("UTF-8");
            let found = read(&text).expect("records");
            prop_assert_eq!(found.len(), rows.len());
            for ((_, found), row) in found.iter().zip(&rows) {
                prop_assert_eq!(found.len(), row.len());
                for ((said, place), field) in found.iter().zip(row) {
                    prop_assert_eq!(said, field.trim());
                    prop_assert_eq!(&place.replace("\"\"", "\""), field.trim());
                }
            }
        }

        #[test]
        fn any_text_has_an_end(text in "[a,\"\n\r é]{0,30}") {
            prop_assume!(!text.trim().is_empty());
            let _ = read(&text);
        }
    }
}
