//! Claims and quotes that give another figure than the series that they are about.
//!
//! A claim is about a series that it names; a quote is about the series of trade of which its speaker
//! gives a figure, and one that speaks of "our trade" about those of the two sides. Only reported amounts of money for the same period are compared, of the same flow,
//! and of all goods.

mod ours;
mod said;

use std::collections::HashSet;

use super::finding::{Finding, FindingKind, Severity};
use crate::dossier::claim::Modality;
use crate::dossier::kind::with_article;
use crate::dossier::quotes::Facet;
use crate::dossier::series::{Flow, SeriesKind};
use crate::dossier::{Dossier, Id, Kind, Observation, Ref, Series};
use crate::extract::{Amount, Context, amounts};
use crate::figures::as_of::AsOf;
use crate::figures::interval::Interval;
use crate::figures::period::Period;
use said::{is_all_trade, spoken};

/// Quotes of one speaker that are read.
const QUOTES: usize = 2000;

/// A finding for every claim and quote with another figure than a series has.
pub(super) fn findings(dossier: &Dossier, known: &AsOf<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for (at, claim) in dossier.claims.iter().enumerate() {
        let record = Ref::new(Kind::Claim, at);
        if claim.modality != Modality::Assertion || !known.record(record) {
            continue;
        }
        let about = claim.about.iter().filter_map(|actor| actor.id());
        let series: Vec<_> = about.filter_map(|id| series(dossier, id)).collect();
        if !series.is_empty() {
            let rows = series.into_iter().map(|at| (at, None)).collect::<Vec<_>>();
            found.extend(against(dossier, known, record, &claim.statement, &rows));
        }
    }
    found.extend(quotes(dossier, known));
    let told: HashSet<_> = found
        .iter()
        .flat_map(|one| one.statements.clone())
        .collect();
    let ours = ours::contradicted(dossier, known).into_iter();
    let news = ours.filter(|one| !told.contains(&one.quote));
    found.extend(news.map(|one| finding(dossier, [one.quote, one.figure], &one.words, one.factor)));
    found
}

/// A series, and who must have given a figure of it for it to be compared.
type Row<'a> = (usize, Option<&'a Id>);

fn series(dossier: &Dossier, id: &Id) -> Option<usize> {
    let record = dossier.find(id)?;
    (record.kind == Kind::Series).then_some(record.at)
}

/// The quotes of those who give figures of trade.
fn quotes(dossier: &Dossier, known: &AsOf<'_>) -> Vec<Finding> {
    let mut speakers: Vec<&Id> = Vec::new();
    let trade: Vec<_> = dossier
        .series
        .iter()
        .enumerate()
        .filter(|(_, s)| s.kind == SeriesKind::Trade)
        .collect();
    for (_, series) in &trade {
        speakers.extend(
            series
                .observations
                .iter()
                .filter_map(|o| o.said_by.as_ref()),
        );
    }
    speakers.sort();
    speakers.dedup();
    let mut found = Vec::new();
    for speaker in speakers {
        let rows: Vec<Row<'_>> = trade.iter().map(|(at, _)| (*at, Some(speaker))).collect();
        for at in dossier.quotes.having(Facet::Speaker, speaker).take(QUOTES) {
            if known.sources(dossier.quotes.facets(at).sources) {
                let text = dossier.quotes.get(at).text;
                let record = Ref::new(Kind::Quote, at);
                found.extend(against(dossier, known, record, &text, &rows));
            }
        }
    }
    found
}

/// The first amount of a text that no figure of these series for its period agrees with.
fn against(
    dossier: &Dossier,
    known: &AsOf<'_>,
    record: Ref,
    text: &str,
    rows: &[Row<'_>],
) -> Option<Finding> {
    let all = amounts(text, Context::default());
    all.iter().find_map(|amount| {
        let (spoken, period) = spoken(amount)?;
        rows.iter().find_map(|(at, by)| {
            let series = &dossier.series[*at];
            if !is_of(series, amount, text) {
                return None;
            }
            let counts = |figure: &&Observation| {
                let given = by.is_none_or(|by| figure.said_by.as_ref() == Some(by));
                let same = Period::of(&figure.period) == Some(period);
                given && same && figure.status.is_report() && known.any(&figure.evidence)
            };
            let figures: Vec<_> = series
                .observations
                .iter()
                .enumerate()
                .filter(|(_, figure)| counts(figure))
                .collect();
            let power = 10f64.powi(i32::from(series.scale));
            let compared = figures.iter().map(|(place, figure)| {
                let own = Interval::in_series(series, figure)?.scaled(power);
                let apart = !own.overlaps(spoken);
                apart.then(|| (*place, own.least_factor(spoken)))
            });
            // One that agrees is enough.
            let apart: Option<Vec<_>> = compared.collect();
            let (place, factor) = *apart?.first()?;
            let figure = dossier.observation_ref(*at, place)?;
            Some(finding(
                dossier,
                [record, figure],
                &text[amount.range.clone()],
                factor,
            ))
        })
    })
}

/// Is an amount of what the series measures: its currency, its flow, and all goods?
fn is_of(series: &Series, amount: &Amount, text: &str) -> bool {
    let flow = amount.trade.as_ref().map(|trade| trade.flow);
    flow == Some(series.flow.unwrap_or(Flow::Total)) && is_all_trade(series, amount, text)
}

fn finding(
    dossier: &Dossier,
    [spoken, figure]: [Ref; 2],
    words: &str,
    factor: Option<f64>,
) -> Finding {
    let mut set = vec![spoken, figure];
    set.sort();
    let title = dossier.title(figure);
    Finding {
        kind: FindingKind::Spoken,
        severity: Severity::of_factor(factor),
        title: format!(
            "{title}, but {} says {words}",
            with_article(spoken.kind.singular())
        ),
        verdict: "another figure for the same period".to_owned(),
        working: vec![title, format!("“{words}”: {}", dossier.title(spoken))],
        statements: set.clone(),
        context: Vec::new(),
        sets: vec![set],
        choice: None,
    }
}
