//! `bilat quotes`: the quotes that a search finds, a line each.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use color_eyre::eyre::{Result, bail};

use super::filters::{Filters, Form, Shape};
use super::list;
use super::origin::choose_aloud;
use super::out::Out;
use super::{day, head};
use crate::contested::Contests;
use crate::dossier::text::clean_line;
use crate::dossier::{Dossier, Kind, Ref};
use crate::listing::{Computed, Filter, Lister, Listing};
use crate::load::{Loaded, Origin, Reading, STDIN};
use crate::search::engine::Engine;
use crate::search::{self, Query, Sieve};

/// What is looked for, where, and how it is listed.
#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// What to look for; without it, all quotes. One that begins with - goes behind --
    query: Option<String>,

    /// Folder or JSON document of the dossier, or `-` for standard input
    /// [default: the current folder if it has a dossier.json, else the built-in example]. A single argument that is a folder, a file or `-` is the dossier
    dossier: Option<PathBuf>,

    /// In which order
    #[arg(long, value_enum, default_value = "dossier")]
    order: Order,

    #[command(flatten)]
    filters: Filters,

    #[command(flatten)]
    form: Form,
}

/// The orders, as they are written on the command line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Order {
    /// As they stand in the dossier
    Dossier,
    /// The newest first; what has no date last
    Newest,
    /// The best match first
    Best,
}

/// Prints what is found, and returns the exit code.
///
/// # Errors
/// When the query is wrong, or there is no dossier that could be read.
pub(super) fn run(arguments: &Arguments) -> Result<u8> {
    let (typed, path) = arguments.which();
    let query = query(typed)?;
    let origin = choose_aloud(path)?;
    head(&origin)?;
    let shape = arguments.form.shape();
    let (query, time) = query.without_time();
    let loaded = read(&origin, &query, shape, arguments.filters.view.is_whole())?;
    let dossier = &loaded.dossier;
    let mut filter = arguments.filters.filter(dossier, Kind::Quote, &origin)?;
    if let Some(time) = time {
        filter = filter.within(time);
    }
    let listing = arguments.find(dossier, &query, &filter);
    let computed = match shape {
        Shape::Pages => Computed::new(dossier, day::today()),
        _ => Computed::default(),
    };
    let mut out = Out::new(arguments.form.no_pager());
    let lister = Lister {
        dossier,
        filter: &filter,
        computed: &computed,
        ink: out.ink(),
        query: Some(&query),
    };
    list::write(&mut out, &lister, Kind::Quote, &listing, shape)?;
    out.finish()?;
    Ok(list::told(&listing, Kind::Quote, loaded.unread))
}

/// What was typed as a query; what is wrong with it is told with its place.
fn query(typed: &str) -> Result<Query> {
    let query = Query::new(typed);
    if let Some(problem) = query.problem() {
        let at = typed[..problem.at].chars().count() + 1;
        bail!("{problem} (at character {at} of `{}`)", clean_line(typed));
    }
    Ok(query)
}

impl Arguments {
    /// The query and the dossier: a single argument that names a dossier is no query.
    fn which(&self) -> (&str, Option<&Path>) {
        let names = |text: &str| text == STDIN || Path::new(text).exists();
        match (self.query.as_deref(), self.dossier.as_deref()) {
            (Some(only), None) if names(only) => ("", Some(Path::new(only))),
            (query, dossier) => (query.unwrap_or_default(), dossier),
        }
    }

    fn find(&self, dossier: &Dossier, query: &Query, filter: &Filter) -> Listing {
        let contested = if query.asks_contested() {
            Contests::new(dossier, Some(day::today())).quotes()
        } else {
            Vec::new()
        };
        let engine = Engine::new(dossier, &contested, None);
        let order = match self.order {
            Order::Dossier => search::Order::Dossier,
            Order::Newest => search::Order::Newest,
            Order::Best => search::Order::Best,
        };
        let found = engine.search(query, order, None, &|| true);
        let found = found.unwrap_or_default();
        let records = found.records().map(|at| Ref::new(Kind::Quote, at));
        Listing::among(dossier, records, filter)
    }
}

/// The dossier; of a large file of quotes only what may match, where that can be told beforehand
/// and a quote is told without those that it is tied to. A lens looks at everything.
fn read(origin: &Origin, query: &Query, shape: Shape, is_whole: bool) -> Result<Loaded> {
    let mut reading = Reading::begin(origin);
    reading.records();
    let sieve = (reading.goes_on() && shape != Shape::Pages && is_whole)
        .then(|| Sieve::new(query, reading.so_far()));
    let Some(sieve) = sieve.flatten() else {
        return Ok(reading.finish(&mut |_| {}));
    };
    match reading.sift(&|lines, wanted| sieve.sift(lines, wanted)) {
        Ok((dossier, unread)) => Ok(Loaded {
            dossier,
            unread,
            ..Loaded::default()
        }),
        Err(problem) => bail!("{problem}"),
    }
}
