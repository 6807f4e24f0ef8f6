//! SDMX-CSV 1.0 and 2.0: one observation a row, as the IMF, the OECD, the ECB, the SPC, Eurostat, the
//! BIS and others publish it.
//!
//! Source of the format: <https://github.com/sdmx-twg/sdmx-csv>. In 1.0 the first column is
//! `DATAFLOW`; in 2.0 there are `STRUCTURE`, `STRUCTURE_ID` and `ACTION`. Then come the dimensions up
//! to `TIME_PERIOD` and `OBS_VALUE`, then the attributes. With labels a header is `FREQ:Frequency`
//! and a code `M: Monthly`; the OECD puts the label into a column of its own behind that of the code.

mod columns;
mod dimensions;
mod error;
mod status;

use super::figure;
use super::period;
use super::series_builder::{Figure, Head};
use super::table::{Row, Table};
use super::{About, Format, FormatError, ImportContext, Input, RowReport, SkipReason};
use crate::dossier::Text;
use columns::Columns;
pub use error::SdmxError;

/// The format.
#[derive(Clone, Copy, Debug, Default)]
pub struct Sdmx;

impl Format for Sdmx {
    fn name(&self) -> &'static str {
        "sdmx-csv"
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
        let found = Table::find(input, context.options.separator, Columns::is_head)?;
        let Some(mut table) = found else {
            let file = input.shown.clone();
            return Err(SdmxError::NoHeader { file }.into());
        };
        let Some(columns) = Columns::of(&table.head) else {
            let file = input.shown.clone();
            return Err(SdmxError::NoCountries { file }.into());
        };
        let read = columns.read();
        table.one_of_each(input, |name| read.contains(&*columns::id(name)))?;
        tally.is_a(format!(
            "{}, a table separated by {}",
            columns.version(),
            table.parted_by()
        ));
        let mut flow = String::new();
        while let Some(row) = table.next_row()? {
            let (line, outcome) = match row {
                Ok(row) => {
                    if flow.is_empty() {
                        columns.structure(&row).clone_into(&mut flow);
                    }
                    let fits = row.fits(table.columns());
                    tally.not_imported(columns.left_out(&row).map(str::to_owned));
                    (
                        row.line,
                        fits.and_then(|()| one_row(&row, &columns, input, context)),
                    )
                }
                Err((line, unused)) => (line, Err(unused)),
            };
            tally.row(line, outcome);
        }
        assumptions(&columns, tally);
        Ok(about(&flow, input))
    }
}

fn assumptions(columns: &Columns, tally: &mut RowReport) {
    tally.assume("a quarter, a half and a week are the months or days that they last");
    tally.assume("the side that a series is of is the column of the reference area; a second area is the partner");
    if !columns.has_scale() {
        tally.assume(
            "there is no UNIT_MULT: figures are as they are printed, in the unit that is named",
        );
    }
    if !columns.has_status() {
        tally.assume("there is no OBS_STATUS: figures are taken for reported");
    }
}

/// `IMF.STA:QNEA(7.0.0)`: who publishes what.
fn about(flow: &str, input: &Input) -> About {
    let publisher = flow
        .split([':', '.'])
        .next()
        .and_then(dimensions::publisher);
    About {
        kind: "dataset",
        title: if flow.is_empty() {
            format!("SDMX data: {}", input.name)
        } else {
            format!("{flow}: {}", input.name)
        },
        publisher: publisher.map(ToOwned::to_owned),
        ..About::default()
    }
}

fn one_row(
    row: &Row<'_>,
    columns: &Columns,
    input: &Input,
    context: &mut ImportContext<'_>,
) -> Result<(), SkipReason> {
    if columns.action(row).starts_with(['D', 'd']) {
        return Err(SkipReason::new("its ACTION is to delete"));
    }
    let (head, what) = dimensions::head(row, columns, context)?;
    let printed = columns.period(row);
    let (label, period) =
        period::read(printed).ok_or_else(|| SkipReason::with("not a period of SDMX", printed))?;
    if columns.begins_late(row) {
        let why = "its reporting year does not begin on 1 January";
        return Err(SkipReason::with(why, printed));
    }
    let status = status::read(&columns.status(row));
    let cell = row
        .cell(Some(columns.value))
        .ok_or_else(|| SkipReason::new("no value"))?;
    let value =
        figure::read(&cell.text, context.notation).map_err(|unused| status.explain(unused))?;
    let evidence = input
        .evidence(&cell.range)
        .ok_or_else(|| SkipReason::new("its place in the line cannot be told"))?;
    // The figure is there all the same.
    let missing = status.missing.map(ToOwned::to_owned);
    let notes: Vec<_> = missing
        .into_iter()
        .chain(status.notes)
        .chain(status::confidentiality(&columns.confidentiality(row)))
        .chain(columns.remarks(row))
        .collect();
    let figure = Figure {
        period,
        label,
        value,
        qualifier: status.qualifier,
        status: status.firmness,
        is_break: status.is_break,
        note: (!notes.is_empty()).then(|| Text::new(&notes.join("; "))),
        evidence,
        place: format!("{}:{}", input.name, row.line),
    };
    let key = key(&head);
    if context.builder.is_new(&key) {
        let evidence = what.and_then(|place| input.evidence(&place));
        context.builder.begin(&key, Head { evidence, ..head });
    }
    context.builder.add(&key, figure)
}

/// Figures of another unit or scale are another series.
fn key(head: &Head) -> String {
    format!("{} {:?} {}", head.words, head.unit, head.scale)
}
