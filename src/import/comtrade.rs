//! UN Comtrade: trade in goods and services as each country reports it.
//!
//! Read are tables and the answers of the interface: those of comtradeplus.un.org (since 2022), and
//! those of comtrade.un.org before, with 35 or 22 columns. Source of the format: the columns of
//! <https://comtradedeveloper.un.org> and <https://comtradeplus.un.org/TradeFlow>. Traps of real
//! files: comtradeplus ends every record in a separator more than its header has; the case of the
//! header varies; annual rows carry the month 52; codes of goods have leading zeros; a download with
//! breakdowns holds the sum and its parts side by side.

mod class;
mod classify;
mod error;
mod field;
mod flow;
mod rows;
mod series;
mod sums;

use std::collections::BTreeSet;

use super::{About, Format, FormatError, ImportContext, Input, RowReport, SkipReason};
use classify::{Row, judge};
pub use error::ComtradeError;
use rows::Rows;

/// Downloads with exactly so many rows were cut off: the limits of the interface without a key,
/// with one, and of a subscription.
const LIMITS: [usize; 4] = [500, 50_000, 100_000, 250_000];

/// Partners are named by numbers, one of which is no country.
const OTHER_ASIA: &str = "area 490, “Other Asia, nes”, is read as Taiwan; UN Comtrade does not say that it is Taiwan alone";

/// The format.
#[derive(Clone, Copy, Debug, Default)]
pub struct Comtrade {
    /// Are rows with a partner that is not the other side series of their own? The world is one.
    pub any_partner: bool,
}

impl Format for Comtrade {
    fn name(&self) -> &'static str {
        "comtrade"
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
        let rows = Rows::read(input, context.options.separator, tally)?;
        let mut judged = Vec::new();
        for (line, raw) in rows {
            let row = raw.and_then(|raw| judge(&raw, context, self.any_partner));
            judged.push((line, row));
        }
        if judged.is_empty() {
            let file = input.shown.clone();
            return Err(ComtradeError::NoRows { file }.into());
        }
        let read = judged.len();
        editions(&judged, tally);
        if judged
            .iter()
            .any(|(_, row)| row.as_ref().is_ok_and(|row| row.other_asia.is_some()))
        {
            tally.assume(OTHER_ASIA);
        }
        for (line, row) in sums::keep(judged, input) {
            let outcome = row.and_then(|row| series::add(&row, input, context));
            tally.row(line, outcome);
        }
        assumptions(read, tally);
        Ok(About {
            kind: "dataset",
            title: format!("Trade data: {}", input.name),
            container: Some("UN Comtrade".to_owned()),
            publisher: Some("United Nations Statistics Division".to_owned()),
            ..About::default()
        })
    }
}

/// A code may mean other goods in another edition of its list.
fn editions(rows: &[(usize, Result<Row, SkipReason>)], tally: &mut RowReport) {
    let named: BTreeSet<_> = rows
        .iter()
        .filter_map(|(_, row)| Some(row.as_ref().ok()?.edition.as_str()))
        .filter(|edition| !edition.is_empty())
        .collect();
    let list = named.iter().copied().collect::<Vec<_>>().join(", ");
    match named.len() {
        0 => {}
        1 => tally.assume(format!("codes of goods and services are those of {list}")),
        _ => tally.assume(format!(
            "codes of goods and services are those of {list}: each edition has series of its own, for a code may mean other goods in another"
        )),
    }
}

fn assumptions(rows: usize, tally: &mut RowReport) {
    tally.assume(
        "values are in current US$: exports FOB and imports CIF, unless a figure states another basis",
    );
    tally.assume("which side reports is the column of the reporter; the other side's report of the same flow is another series");
    tally.assume("quantities and weights are not imported: a series has one unit");
    if LIMITS.contains(&rows) {
        tally.remark(format!(
            "exactly {rows} rows: that is a limit of UN Comtrade, and there may have been more"
        ));
    }
}
