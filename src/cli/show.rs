//! `bilat show`: a record written out, with everything that it rests on and is tied to.

use std::path::PathBuf;

use clap::Args;
use color_eyre::eyre::Result;

use super::out::{Out, joined};
use super::{day, find, head};
use crate::dossier::text::as_given;
use crate::listing::{Chosen, Computed, Filter, Lister};
use crate::load::{Origin, load};

/// Which record, and how it is shown.
#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// Id of the record or figure, such as trade-total.2024; every list names them
    id: String,

    /// Folder or JSON document of the dossier, or `-` for standard input; without one, the built-in
    /// dossier
    dossier: Option<PathBuf>,

    /// One JSON document
    #[arg(long)]
    json: bool,

    /// Never start a pager
    #[arg(long)]
    no_pager: bool,
}

/// Shows the record and returns the exit code.
///
/// # Errors
/// When there is no dossier, no such record in it, or it cannot be written.
pub(super) fn run(arguments: &Arguments) -> Result<u8> {
    let origin = Origin::new(arguments.dossier.as_deref())?;
    head(&origin)?;
    let dossier = load(&origin).dossier;
    let chosen = Chosen {
        record: find::find(&dossier, &arguments.id)?,
        within: None,
    };
    let compute = || Computed::new(&dossier, day::today());
    let computed = if arguments.json {
        as_given(compute)
    } else {
        compute()
    };
    let mut out = Out::new(arguments.no_pager);
    let lister = Lister {
        dossier: &dossier,
        filter: &Filter::default(),
        computed: &computed,
        ink: out.ink(),
        query: None,
    };
    let text = if arguments.json {
        lister.json_page(chosen)? + "\n"
    } else {
        joined(&lister.page(chosen))
    };
    out.put(&text)?;
    out.finish()?;
    Ok(0)
}
