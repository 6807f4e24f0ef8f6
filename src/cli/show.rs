//! `bilat show`: a record in full, with its evidence and is tied to.

use std::path::PathBuf;

use clap::Args;
use color_eyre::eyre::Result;
use serde_json::json;

use super::filters::Shape;
use super::origin::choose_aloud;
use super::out::{Out, joined};
use super::{day, find, head};
use crate::cite;
use crate::listing::{Chosen, Computed, Filter, Lister};
use crate::load::load;

/// Which record, and how it is shown.
#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// Id of the record or figure, such as trade-total.2024; every list names them
    id: String,

    /// Folder or JSON document of the dossier, or `-` for standard input
    /// [default: the current folder if it has a dossier.json, else the built-in example]
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
    let origin = choose_aloud(arguments.dossier.as_deref())?;
    head(&origin)?;
    let dossier = load(&origin).dossier;
    let shape = if arguments.json {
        Shape::Json
    } else {
        Shape::Pages
    };
    let computed = shape.written(|| Computed::new(&dossier, day::today()));
    let implied = cite::implied_by_name(&dossier, &arguments.id);
    let mut out = Out::new(arguments.no_pager);
    let lister = Lister {
        dossier: &dossier,
        filter: &Filter::default(),
        computed: &computed,
        style: out.style(),
        query: None,
    };
    let text = if let Some(place) = implied {
        shape.written(|| computed_figure(&lister, place, arguments.json))?
    } else {
        let chosen = Chosen {
            record: find::find(&dossier, &arguments.id)?,
            within: None,
        };
        if arguments.json {
            lister.json_page(chosen)? + "\n"
        } else {
            shape.written(|| joined(&lister.page(chosen)))
        }
    };
    if arguments.json {
        out.put(&text)?;
    } else {
        out.put_lines(&text)?;
    }
    out.finish()?;
    Ok(0)
}

/// The page of a figure that follows from others; as JSON what may be written of it.
fn computed_figure(lister: &Lister<'_>, place: (usize, usize), json: bool) -> Result<String> {
    let (dossier, contests) = (lister.dossier, &lister.computed.contests);
    if json {
        let write = cite::write_implied(dossier, contests, place);
        return Ok(serde_json::to_string_pretty(&json!({ "write": write }))? + "\n");
    }
    let page = cite::implied_page(dossier, contests, place);
    Ok(page.map_or_else(String::new, |page| joined(&lister.implied_page(&page))))
}
