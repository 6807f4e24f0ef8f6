//! `--lens` and `--marked`: what every list and export can be narrowed to.

use clap::Args;
use color_eyre::eyre::{Result, bail};

use super::day::today;
use crate::dossier::Dossier;
use crate::dossier::text::clean_line;
use crate::load::Origin;
use crate::system::marks::Marks;
use crate::workspace::{Lens, Workspace};

/// What it is seen through.
#[derive(Debug, Default, Args)]
#[command(
    next_help_heading = "Filters (repeat an option to match any; different options must all match)"
)]
pub(super) struct View {
    /// Only what this query keeps, such as "hydro year:2023", or id:trade-total for all that is linked with
    /// it
    #[arg(long, value_name = "QUERY")]
    lens: Option<String>,

    /// Only the records that are marked
    #[arg(long)]
    marked: bool,
}

impl View {
    /// Is everything to be seen?
    pub(super) fn is_whole(&self) -> bool {
        self.lens.is_none() && !self.marked
    }

    /// Only what is marked?
    pub(super) fn is_marked(&self) -> bool {
        self.marked
    }

    /// What is kept; none where everything is.
    ///
    /// # Errors
    /// When the query is wrong, or the marks cannot be read.
    pub(super) fn lens(&self, dossier: &Dossier, origin: &Origin) -> Result<Option<Lens>> {
        let lens = self
            .lens
            .as_deref()
            .map(|typed| lens(dossier, typed))
            .transpose()?;
        if !self.marked {
            return Ok(lens);
        }
        let ids = Marks::of(&origin.key()?)?.load()?;
        let found: Vec<_> = ids.iter().filter_map(|id| dossier.find(id)).collect();
        let marked = Lens::only(dossier, "marked", &found);
        Ok(Some(match lens {
            Some(lens) => lens.and(&marked),
            None => marked,
        }))
    }
}

fn lens(dossier: &Dossier, typed: &str) -> Result<Lens> {
    let workspace = Workspace::new(dossier.clone(), Some(today()), None);
    match workspace.lens(typed) {
        Ok(lens) => Ok(lens),
        Err(error) => {
            let at = typed[..error.at()].chars().count() + 1;
            bail!(
                "--lens: {error} (at character {at} of `{}`)",
                clean_line(typed)
            )
        }
    }
}
