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
use crate::dossier::{Dossier, Kind, Ref};
use crate::listing::{Computed, Filter, Lister, Listing, place};
use crate::load::{Loaded, Origin, Reading, STDIN};
use crate::search::engine::Engine;
use crate::search::{self, Alone, Missed, Prefilter, Query};

/// What is looked for, where, and how it is listed.
#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// Query [default: all quotes]; put a query that begins with - after --
    query: Option<String>,

    /// Folder or JSON document of the dossier, or `-` for standard input
    /// [default: the current folder if it has a dossier.json, else the built-in example]. A single argument that is a folder, a file or `-` is the dossier
    dossier: Option<PathBuf>,

    /// Sort order
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
    /// Dossier order
    Dossier,
    /// Newest first; undated last
    Newest,
    /// Best match first
    Best,
}

/// Prints what is found, and returns the exit code.
///
/// # Errors
/// When the query is wrong, or there is no dossier that could be read.
pub(super) fn run(arguments: &Arguments) -> Result<u8> {
    let (typed, path) = arguments.which();
    let query = query(typed)?.and(query(
        arguments.filters.search.as_deref().unwrap_or_default(),
    )?);
    let origin = choose_aloud(path)?;
    head(&origin)?;
    let shape = arguments.form.shape();
    let (query, time) = query.without_time();
    let is_whole = arguments.filters.view.is_whole();
    let (loaded, sifted) = read(&origin, &query, shape, is_whole)?;
    let dossier = &loaded.dossier;
    // What the search asks for is in the query.
    let mut filter = arguments
        .filters
        .filter_unsearched(dossier, Kind::Quote, &origin)?;
    if let Some(time) = time {
        filter = filter.within(time);
    }
    let (listing, missed_here) = arguments.find(dossier, &query, &filter);
    let missed = match missed_here {
        Some(_) if sifted => missed_in_archive(&origin, &query)?,
        missed => missed,
    };
    let computed = match shape {
        Shape::Pages => Computed::new(dossier, day::today()),
        _ => Computed::default(),
    };
    let mut out = Out::new(arguments.form.no_pager());
    let lister = Lister {
        dossier,
        filter: &filter,
        computed: &computed,
        style: out.style(),
        query: Some(&query),
    };
    list::write(&mut out, &lister, Kind::Quote, &listing, shape)?;
    out.finish()?;
    Ok(list::report_unlisted(
        &listing,
        Kind::Quote,
        missed.as_ref(),
        loaded.unread,
    ))
}

/// What was typed as a query; what is wrong with it is told with its place.
fn query(typed: &str) -> Result<Query> {
    let query = Query::new(typed);
    if let Some(problem) = query.problem() {
        bail!("{problem} ({})", place(problem, typed));
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

    /// What is found and passes the filter; where nothing is found, what each word finds alone.
    fn find(&self, dossier: &Dossier, query: &Query, filter: &Filter) -> (Listing, Option<Missed>) {
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
        let found = engine
            .search(query, order, None, &|| true)
            .unwrap_or_default();
        let nothing = found.is_empty() && !query.is_empty();
        let missed = nothing.then(|| engine.missed(query, &|| true)).flatten();
        let records = found.records().map(|at| Ref::new(Kind::Quote, at));
        (Listing::among(dossier, records, filter), missed)
    }
}

/// What each word finds alone in an archive of which only what may match all of them was read. Which
/// words are near is not known without reading all of it.
fn missed_in_archive(origin: &Origin, query: &Query) -> Result<Option<Missed>> {
    let alone = query.alone();
    if alone.len() < 2 {
        return Ok(None);
    }
    let mut words = Vec::new();
    for (typed, query) in alone {
        let (loaded, _) = read(origin, &query, Shape::Lines, true)?;
        let engine = Engine::new(&loaded.dossier, &[], None);
        let found = engine.search(&query, search::Order::Dossier, None, &|| true);
        words.push(Alone {
            typed,
            found: found.map_or(0, |found| found.len()),
            near: Vec::new(),
        });
    }
    Ok(Some(Missed { words }))
}

/// The dossier; of a large file of quotes only what may match, where that can be told beforehand
/// and a quote is told without those that it is tied to; and whether that is so. A lens looks at
/// everything.
fn read(origin: &Origin, query: &Query, shape: Shape, is_whole: bool) -> Result<(Loaded, bool)> {
    let mut reading = Reading::begin(origin);
    reading.records();
    let possible = (reading.goes_on() && shape != Shape::Pages && is_whole)
        .then(|| Prefilter::new(query, reading.so_far()));
    let Some(prefilter) = possible.flatten() else {
        return Ok((reading.finish(&mut |_| {}), false));
    };
    match reading.prefiltered(&|lines, ranges| prefilter.keep_matching(lines, ranges)) {
        Ok((dossier, unread)) => {
            let loaded = Loaded {
                dossier,
                unread,
                ..Loaded::default()
            };
            Ok((loaded, true))
        }
        Err(problem) => bail!("{problem}"),
    }
}
