//! A figure that nobody prints but that follows from printed ones: its name, its page, its citation.

use super::contested::clause;
use super::escape::escape;
use super::line::{one_line, stopped};
use super::reference::short;
use super::style::Style;
use super::write::{Advice, Write};
use crate::contested::{Contested, Contests};
use crate::describe::page::{Page, Subject, Writer};
use crate::describe::title;
use crate::dossier::{Dossier, Id, Kind, Ref};
use crate::figures::{Implied, implied};

/// The figure that `name` means: the id of a series, a full stop, and the period, such as
/// `trade-total.2023`. With the place of the series and its own among those that follow.
pub fn implied_by_name(dossier: &Dossier, name: &str) -> Option<(usize, usize)> {
    let (series, period) = name.rsplit_once('.')?;
    let id = Id::new(series).ok()?;
    let series = dossier
        .find(&id)
        .filter(|found| found.kind == Kind::Series)?;
    let all = implied(dossier, series.at);
    let place = all
        .iter()
        .position(|one| one.period.edtf() == Some(period))?;
    Some((series.at, place))
}

/// What it is called, and the figure itself.
fn figure(dossier: &Dossier, (series, place): (usize, usize)) -> Option<(String, Implied)> {
    let one = implied(dossier, series).into_iter().nth(place)?;
    let of = &dossier.series[series];
    let value = title::implied_figure(of, &one.level.shown());
    Some((format!("{}, {}: {value}", of.title, one.period), one))
}

/// The conflicts and queries that all figures which it follows from are in together, or that any of
/// them is in alone.
fn doubts<'a>(dossier: &Dossier, contests: &'a Contests, one: &Implied) -> Vec<&'a Contested> {
    let mut found: Vec<(usize, &Contested)> = Vec::new();
    for record in &one.from {
        let all = contests.of_all(dossier, *record).into_iter();
        found.extend(all.map(|(contested, at)| (at, contested)));
    }
    found.sort_by_key(|(at, _)| *at);
    found.dedup_by_key(|(at, _)| *at);
    let found = found.into_iter().map(|(_, contested)| contested);
    found.filter(|one| one.standing.is_doubt()).collect()
}

/// "“Trade, total”, 2023: ≈ US$ 5.0 million, computed from …; printed nowhere."
pub fn write_implied(dossier: &Dossier, contests: &Contests, at: (usize, usize)) -> Option<Write> {
    let (figure, one) = figure(dossier, at)?;
    let sources = one.from.iter().flat_map(|record| {
        let evidence = dossier.evidence(*record).into_owned();
        evidence.into_iter().filter_map(|e| {
            let source = dossier.source(&e.source)?;
            Some(format!("{}, ¶{}", short(dossier, source), e.paragraph))
        })
    });
    let mut places: Vec<_> = sources.collect();
    places.dedup();
    let first = format!(
        "{figure}, computed: {} ({}); printed nowhere",
        one.working,
        places.join("; ")
    );
    let doubts = doubts(dossier, contests, &one);
    let record = one.from[0];
    let clauses = doubts.iter().map(|doubt| clause(dossier, doubt, record));
    let sentences: Vec<_> = [first]
        .into_iter()
        .chain(clauses)
        .map(|text| stopped(&one_line(&text)))
        .collect();
    let (advice, rule) = if doubts.is_empty() {
        (Advice::WithCaveat, "computed, and printed in no source")
    } else {
        (Advice::NotAlone, "computed from figures that are contested")
    };
    Some(Write {
        sentence: sentences.join(" "),
        advice,
        rule: rule.to_owned(),
    })
}

/// The citation of such a figure; as Markdown it is escaped. None in a style of works: it is in none.
pub fn cite_implied(
    dossier: &Dossier,
    contests: &Contests,
    at: (usize, usize),
    style: Style,
) -> Option<String> {
    let text = write_implied(dossier, contests, at)?.sentence;
    match style {
        Style::Text => Some(text),
        Style::Markdown => Some(escape(&text)),
        Style::CslJson | Style::Bibtex => None,
    }
}

/// Its page: the arithmetic, the figures that it follows from, what contests them, what to write.
pub fn implied_page(
    dossier: &Dossier,
    contests: &Contests,
    (series, place): (usize, usize),
) -> Option<Page> {
    let (figure, one) = figure(dossier, (series, place))?;
    let mut writer = Writer::new(dossier);
    writer.field("computed", &one.working);
    writer.field("", "printed in no source");
    writer.heading("From");
    for record in &one.from {
        writer.link("figure", dossier.title(*record), Some(*record));
        for evidence in dossier.evidence(*record).iter() {
            writer.anchor("", evidence);
        }
    }
    let of = Ref::new(Kind::Series, series);
    writer.link("series", dossier.title(of), Some(of));
    if let Some(write) = write_implied(dossier, contests, (series, place)) {
        writer.heading("Write");
        writer.field("", &write.sentence);
        writer.field("use", write.verdict());
    }
    Some(writer.page(Subject::Implied { series, place }, figure))
}
