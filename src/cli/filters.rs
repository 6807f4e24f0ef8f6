//! The options that lists have in common.

use clap::Args;
use color_eyre::eyre::Result;

use super::day;
use super::lens::View;
use super::net::is_terminal;
use crate::dossier::text::as_given;
use crate::dossier::{Dossier, Kind};
use crate::listing::{Filter, FilterArgs};
use crate::load::Origin;

/// Which records.
#[derive(Debug, Default, Args)]
#[command(
    next_help_heading = "Filters (repeat an option to match any; different options must all match)"
)]
pub(super) struct Filters {
    /// Only this topic, by id or label, with those within it
    #[arg(long, value_name = "TOPIC")]
    pub(super) topic: Vec<String>,

    /// Only this year, or another date such as 2024-06 or 199X
    #[arg(long, value_name = "DATE")]
    pub(super) year: Vec<String>,

    /// Only from this date on
    #[arg(long, value_name = "DATE")]
    pub(super) from: Option<String>,

    /// Only up to this date
    #[arg(long, value_name = "DATE")]
    pub(super) to: Option<String>,

    /// Only where this person is named, by id or name; of quotes, where they speak
    #[arg(long, value_name = "PERSON")]
    pub(super) person: Vec<String>,

    /// Only where this body or country is named, by id, code or name
    #[arg(long, value_name = "BODY")]
    pub(super) organisation: Vec<String>,

    /// Only with this status: of an event or agreement, figure status, claim modality,
    /// or whether a dispute is open or settled
    #[arg(long, value_name = "WORD")]
    pub(super) status: Vec<String>,

    /// Only what this query finds, such as `railway is:open`; `bilat guide search` has the syntax
    #[arg(long, value_name = "QUERY")]
    pub(super) search: Option<String>,

    #[command(flatten)]
    pub(super) view: View,
}

impl Filters {
    /// The filter for records of a kind.
    ///
    /// # Errors
    /// When it names what nobody knows.
    pub(super) fn filter(&self, dossier: &Dossier, kind: Kind, origin: &Origin) -> Result<Filter> {
        let filter = self.filter_args().filter(dossier, kind)?;
        Ok(filter.under(self.view.lens(dossier, origin)?))
    }

    /// The same without the search.
    ///
    /// # Errors
    /// As [`Filters::filter`].
    pub(super) fn filter_unsearched(
        &self,
        dossier: &Dossier,
        kind: Kind,
        origin: &Origin,
    ) -> Result<Filter> {
        let limited = FilterArgs {
            search: None,
            ..self.filter_args()
        };
        let filter = limited.filter(dossier, kind)?;
        Ok(filter.under(self.view.lens(dossier, origin)?))
    }

    /// The filter for records of any kind.
    ///
    /// # Errors
    /// As [`Filters::filter`].
    pub(super) fn filter_any(&self, dossier: &Dossier, origin: &Origin) -> Result<Filter> {
        let filter = self.filter_args().filter_any(dossier)?;
        Ok(filter.under(self.view.lens(dossier, origin)?))
    }

    fn filter_args(&self) -> FilterArgs<'_> {
        FilterArgs {
            topics: &self.topic,
            years: &self.year,
            from: self.from.as_deref(),
            to: self.to.as_deref(),
            people: &self.person,
            organisations: &self.organisation,
            statuses: &self.status,
            search: self.search.as_deref(),
            day: Some(day::today()),
        }
    }
}

/// In which form.
#[derive(Debug, Default, Args)]
#[command(next_help_heading = "Output")]
pub(super) struct Form {
    /// Print every record in full: all fields, evidence, links
    #[arg(long, group = "form")]
    pub(super) full: bool,

    #[command(flatten)]
    pub(super) data: Data,
}

/// In which form that programs read.
#[derive(Debug, Default, Args)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is an option of its own"
)]
#[command(next_help_heading = "Output")]
pub(super) struct Data {
    /// One JSON document
    #[arg(long, group = "form")]
    pub(super) json: bool,

    /// JSON Lines, a record each; what `-` reads
    #[arg(long, group = "form")]
    pub(super) jsonl: bool,

    /// CSV, safe to open in a spreadsheet
    #[arg(long, group = "form")]
    pub(super) csv: bool,

    /// Never start a pager
    #[arg(long)]
    pub(super) no_pager: bool,
}

/// The forms of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    Lines,
    Pages,
    Json,
    JsonLines,
    Csv,
}

impl Shape {
    /// Is the form read by programs, which have no line of their own for a remark?
    pub(super) fn is_for_programs(self) -> bool {
        matches!(self, Self::Json | Self::JsonLines | Self::Csv)
    }

    /// Does `work` with texts in the form that the answer is written in: as they were given, unless
    /// people read them on a terminal.
    pub(super) fn written<T>(self, work: impl FnOnce() -> T) -> T {
        match self {
            Self::Lines | Self::Pages if is_terminal() => work(),
            _ => as_given(work),
        }
    }
}

impl Form {
    pub(super) fn shape(&self) -> Shape {
        if self.full {
            Shape::Pages
        } else {
            self.data.shape()
        }
    }

    pub(super) fn no_pager(&self) -> bool {
        self.data.no_pager
    }
}

impl Data {
    pub(super) fn shape(&self) -> Shape {
        match self {
            Self { json: true, .. } => Shape::Json,
            Self { jsonl: true, .. } => Shape::JsonLines,
            Self { csv: true, .. } => Shape::Csv,
            _ => Shape::Lines,
        }
    }
}
