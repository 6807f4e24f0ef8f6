//! The World Bank: indicators of countries, one row each, one column a year; or a row for each figure.
//!
//! Read are the tables of data.worldbank.org (World Development Indicators: four lines before the
//! header, a column without a name behind the last year), of the `DataBank` (years as `2020 [YR2020]`,
//! remarks below the table, `..` for no value), and the trade summaries of WITS (years from the last
//! to the first, padded figures, the unit in the name of the indicator). Source of the formats:
//! <https://datahelpdesk.worldbank.org/knowledgebase/articles/889392> and <https://wits.worldbank.org>.

mod error;
mod label;
mod layout;
mod preamble;
mod wits;

use super::figure;
use super::series_builder::{Figure, Head};
use super::table::{Row, Table, plain};
use super::{About, Format, FormatError, ImportContext, Input, RowReport, SkipReason};
use crate::dossier::Actor;
use crate::dossier::observation::ObservationStatus;
use crate::dossier::series::SeriesKind;
pub use error::WorldBankError;
use layout::{Columns, Layout, Year};
use preamble::Around;

/// The format.
#[derive(Clone, Copy, Debug, Default)]
pub struct WorldBank;

impl Format for WorldBank {
    fn name(&self) -> &'static str {
        "worldbank"
    }

    fn has_figures(&self) -> bool {
        true
    }

    fn read(
        &self,
        input: &Input,
        context: &mut ImportContext<'_>,
        tally: &mut RowReport,
    ) -> Result<About, FormatError> {
        let found = Table::find(input, context.options.separator, |names| {
            Columns::of(names.iter().copied()).is_some()
        })?;
        let Some(mut table) = found else {
            return Err(refusal(input, context.options.separator)?.into());
        };
        let Some(columns) = Columns::of(table.head.iter().map(String::as_str)) else {
            let file = input.shown.clone();
            return Err(WorldBankError::NoYears { file }.into());
        };
        table.one_of_each(input, Columns::is_read)?;
        let mut around = Around::before(&table, tally);
        tally.is_a(columns.layout.describe(&table, columns.years.len()));
        while let Some(row) = table.next_row()? {
            let (line, unused) = match row {
                Ok(row) => {
                    let Some(unused) = around.remark(&row) else {
                        one_row(&row, &table, &columns, input, context, tally);
                        continue;
                    };
                    (row.line, unused)
                }
                Err(odd) => odd,
            };
            tally.row::<()>(line, Err(unused));
        }
        tally.assume("`..` and empty cells are no figures, and give none");
        tally.assume("unit and scale are those in the name of the indicator");
        let database = around.database.as_deref().unwrap_or(columns.layout.title());
        Ok(About {
            kind: "dataset",
            title: format!("{database}: {}", input.name),
            publisher: Some("World Bank".to_owned()),
            issued: around.issued,
            ..About::default()
        })
    }
}

/// Why a file has no header of the World Bank.
fn refusal(input: &Input, separator: Option<u8>) -> Result<WorldBankError, FormatError> {
    let file = input.shown.clone();
    let long = Table::find(input, separator, |names| {
        let has = |column: &str| names.iter().any(|name| plain(name) == column);
        has("year") && has("value")
    })?;
    Ok(match long {
        Some(_) => WorldBankError::Long { file },
        None => WorldBankError::NoHeader { file },
    })
}

fn one_row(
    row: &Row<'_>,
    table: &Table<'_>,
    columns: &Columns,
    input: &Input,
    context: &mut ImportContext<'_>,
    tally: &mut RowReport,
) {
    let outcome = if row.cells.iter().all(|cell| cell.text.is_empty()) {
        Err(SkipReason::new("an empty row"))
    } else {
        let fits = row.fits(table.columns());
        fits.and_then(|()| Ok((head(row, columns, input, context)?, columns.years(row)?)))
    };
    let (head, years) = match outcome {
        Ok(read) => read,
        Err(unused) => {
            tally.row::<()>(row.line, Err(unused));
            return;
        }
    };
    let mut used = 0;
    let mut unused = Vec::new();
    for year in &*years {
        match cell(row, year, &head, input, context) {
            Ok(()) => used += 1,
            Err(why) => unused.push((year.label.clone(), why)),
        }
    }
    if columns.layout == Layout::Long {
        // A row is one figure: what is wrong with that is wrong with the row.
        let why = unused.pop().map_or(Ok(()), |(_, why)| Err(why));
        tally.row(row.line, why);
        return;
    }
    let outcome = if used > 0 {
        Ok(())
    } else {
        Err(SkipReason::with(
            "no figure in any of its columns",
            head.title.clone(),
        ))
    };
    tally.row(row.line, outcome);
    tally.cells(row.line, used, unused);
}

/// One figure.
fn cell(
    row: &Row<'_>,
    year: &Year,
    head: &Head,
    input: &Input,
    context: &mut ImportContext<'_>,
) -> Result<(), SkipReason> {
    let cell = row
        .cell(Some(year.column))
        .ok_or_else(|| SkipReason::with("no value", "empty"))?;
    let value = figure::read(&cell.text, context.notation)?;
    let evidence = input
        .evidence(&cell.range)
        .ok_or_else(|| SkipReason::new("its place in the line cannot be told"))?;
    let figure = Figure {
        period: year.period.clone(),
        label: year.label.clone(),
        value,
        qualifier: None,
        status: ObservationStatus::Reported,
        is_break: false,
        note: None,
        evidence,
        place: format!("{}:{}", input.name, row.line),
    };
    if context.builder.is_new(&head.words) {
        context.builder.begin(&head.words, head.clone());
    }
    context.builder.add(&head.words, figure)
}

/// The series that a row is.
fn head(
    row: &Row<'_>,
    columns: &Columns,
    input: &Input,
    context: &ImportContext<'_>,
) -> Result<Head, SkipReason> {
    if columns.layout == Layout::Wits {
        return wits::head(row, columns, input, context);
    }
    let (name, code) = (row.get(columns.country), row.get(columns.country_code));
    let side = context
        .sides
        .coded(code)
        .or_else(|| context.sides.named(name))
        .ok_or_else(|| SkipReason::with("a country that is neither side", name))?;
    let indicator = row.get(columns.indicator);
    if indicator.is_empty() {
        return Err(SkipReason::new("no indicator"));
    }
    let code = row.get(columns.code);
    let named = if code.is_empty() { indicator } else { code };
    let others = columns
        .others
        .iter()
        .map(|at| row.get(Some(*at)))
        .filter(|text| !text.is_empty());
    let more = others.fold(String::new(), |all, text| all + ", " + text);
    let measure = label::measure(indicator);
    let note = (!code.is_empty()).then(|| format!("World Bank indicator {code}."));
    Ok(Head {
        words: format!("wb {side} {named}{more}"),
        title: format!("{indicator}{more}: {}", context.sides.name(side)),
        kind: if measure.is_growth {
            SeriesKind::Growth
        } else {
            SeriesKind::Indicator
        },
        unit: measure.unit,
        scale: measure.scale,
        flow: None,
        reporter: Some(Actor::Country(side)),
        partner: None,
        commodity: None,
        topics: context.about(None),
        evidence: row
            .cell(columns.indicator)
            .and_then(|cell| input.evidence(&cell.range)),
        note,
    })
}
