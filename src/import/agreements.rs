//! Lists of agreements as anyone keeps them: a table, and which of its columns is what.
//!
//! Two layouts are read. A row is an agreement, with its parties in one cell or in several
//! (`parties=…`); or a row is one party of an agreement (`party=…`), as depositaries publish it, and
//! the rows of one title belong together. Only agreements of both sides are imported.

mod dates;
mod day;
mod error;
mod instrument;
mod map;
mod order;
mod parties;
mod rows;
mod status;

use super::table::Table;
use super::{About, Format, FormatError, ImportContext, Input, RowReport};
use day::Days;
pub use day::DaysError;
pub use error::AgreementsError;
use instrument::Instrument;
pub use map::{ColumnsError, Field, MapError, Mapped, parse, words};
pub use order::{NotAnOrder, Order};

/// The format.
#[derive(Clone, Debug, Default)]
pub struct Agreements {
    /// Which column is what.
    pub map: Vec<Mapped>,
    /// The order of day, month and year, where somebody knows it.
    pub dates: Option<Order>,
}

impl Format for Agreements {
    fn name(&self) -> &'static str {
        "agreements"
    }

    fn read(
        &self,
        input: &Input,
        context: &mut ImportContext<'_>,
        tally: &mut RowReport,
    ) -> Result<About, FormatError> {
        if input.text.trim_start().starts_with(['[', '{']) {
            let file = input.shown.clone();
            return Err(AgreementsError::Json { file }.into());
        }
        let mut table = self.table(input, context.options.separator)?;
        let head: Vec<_> = table.head.iter().map(String::as_str).collect();
        let own = map::own(&head).filter(|_| self.map.is_empty());
        if own.is_some() {
            tally.assume("the columns are what they are called");
        }
        let map = own.as_ref().unwrap_or(&self.map);
        let columns =
            map::Columns::find(map, &table.head).map_err(|fault| AgreementsError::Columns {
                spot: input.spot_on(table.line, fault.column().unwrap_or_default()),
                fault,
            })?;
        tally.is_a(format!(
            "agreements, a table of {} columns separated by {}",
            table.columns(),
            table.parted_by()
        ));
        let mut rows = Vec::new();
        while let Some(row) = table.next_row()? {
            rows.push(match row {
                Ok(row) => {
                    let fits = row.fits(table.columns());
                    tally.not_imported(columns.left_out(&table.head, &row));
                    (row.line, fits.map(|()| row))
                }
                Err((line, unused)) => (line, Err(unused)),
            });
        }
        let days = self.days(&rows, &columns, input, tally)?;
        for (line, outcome) in rows::papers(rows, &columns, days, input, context) {
            match outcome {
                Ok(Some(paper)) => {
                    let outcome = Instrument::add(paper, input, context);
                    tally.row(line, outcome);
                }
                Ok(None) => {
                    tally.row(line, Ok(()));
                }
                Err(unused) => {
                    tally.row::<()>(line, Err(unused));
                }
            }
        }
        assumptions(&columns, tally);
        Ok(About {
            kind: "dataset",
            title: format!("Agreements: {}", input.name),
            ..About::default()
        })
    }
}

impl Agreements {
    /// The table with the columns that the map names, or at least some table.
    fn table<'a>(&self, input: &'a Input, separator: Option<u8>) -> Result<Table<'a>, FormatError> {
        let file = || input.shown.clone();
        let has_columns = |names: &[&str]| {
            if self.map.is_empty() {
                return map::own(names).is_some();
            }
            let head: Vec<_> = names.iter().map(|name| (*name).to_owned()).collect();
            map::Columns::find(&self.map, &head).is_ok()
        };
        if let Some(table) = Table::find(input, separator, has_columns)? {
            return Ok(table);
        }
        let any = Table::find(input, separator, |names| names.len() > 1)?;
        let Some(table) = any else {
            return Err(AgreementsError::NoTable { file: file() }.into());
        };
        if self.map.is_empty() {
            let named = table.head.iter().filter(|name| !name.is_empty());
            let no_map = AgreementsError::NoMap {
                file: file(),
                columns: named.cloned().collect(),
            };
            return Err(no_map.into());
        }
        Ok(table)
    }

    /// How dates are to be read; whatever was not told must be plain from the dates themselves.
    fn days(
        &self,
        rows: &[rows::Read<'_>],
        columns: &map::Columns,
        input: &Input,
        tally: &mut RowReport,
    ) -> Result<Days, AgreementsError> {
        let sound = rows
            .iter()
            .filter_map(|(line, row)| Some((*line, row.as_ref().ok()?)));
        let dates = sound.flat_map(|(line, row)| {
            columns
                .dates(row)
                .into_iter()
                .map(move |text| (line, text.to_owned()))
        });
        let found = Days::find(self.dates, dates);
        let (days, assumed) = found.map_err(|fault| {
            let (line, date) = fault.date();
            let spot = input.spot_on(line, date);
            AgreementsError::Days { spot, fault }
        })?;
        if let Some(words) = assumed {
            tally.assume(words);
        }
        let sound = rows.iter().filter_map(|(_, row)| row.as_ref().ok());
        let mut dates = sound.clone().flat_map(|row| columns.dates(row));
        let is_clock = |(_, time): (&str, &str)| time.contains(|c| ('1'..='9').contains(&c));
        if dates.any(|text| day::timed(text).is_some_and(is_clock)) {
            tally.assume("the time of day behind a date is not imported");
        }
        let dates = sound.flat_map(|row| columns.dates(row));
        let open = dates.filter(|text| days.is_open_end(text)).count();
        if open > 0 {
            tally.assume(format!(
                "a date in the year 9999 is an open end, and gives no date: {open}"
            ));
        }
        Ok(days)
    }
}

fn assumptions(columns: &map::Columns, tally: &mut RowReport) {
    tally.assume(
        "a party is a side by its whole name, one of its aliases in dossier.json, its code, or its number in UN statistics",
    );
    if columns.of(Field::Kind).is_empty() {
        tally.assume("the kind is the first word for one in the title");
    }
    if columns.of(Field::Status).is_empty() {
        tally.assume("the status is in force where there is a past date of that, else signed where there is one; with an end that has passed it is expired, or terminated where a party left");
    }
    if !columns.of(Field::Party).is_empty() {
        tally.assume("rows of one title are one agreement: signed and in force once both sides are, from the later date on, and ended with the first that leaves; what a row says of its status is said of its party, and kept in the note");
    }
}
