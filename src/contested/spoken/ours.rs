//! "Our trade was 4.1 billion": what a speaker of one side says of the trade between both, against the
//! series of it.

use std::collections::HashMap;

use memchr::memmem::Finder;

use super::said::{is_all_trade, spoken};
use crate::contested::mirror::BAND;
use crate::dossier::about::Side;
use crate::dossier::series::{Flow, SeriesKind};
use crate::dossier::{Actor, Code, Date, Dossier, Kind, Ref, Series};
use crate::extract::amount::Trade;
use crate::extract::{Amount, Context, amounts, country};
use crate::figures::as_of::AsOf;
use crate::figures::interval::Interval;
use crate::figures::period::Period;

/// Quotes of people of the two sides that are read; archives have more.
const QUOTES: usize = 2000;

/// Words, folded, without which nothing is said of the trade of both.
const CUES: [&str; 6] = [
    "our ",
    "bilateral",
    "mutual",
    "two-way",
    "between us",
    "two countries",
];

/// Words before the word for trade that make it that of both.
const MUTUAL: [&str; 6] = ["our", "bilateral", "mutual", "two-way", "reciprocal", "way"];
/// Words there that make it the trade with all the world.
const FOREIGN: [&str; 7] = [
    "foreign", "total", "overall", "external", "global", "world", "whole",
];
/// Words before the word for trade that are looked at.
const BEFORE: usize = 3;

/// A quote with another amount than the figures of a series.
pub(super) struct Contradicted {
    pub(super) quote: Ref,
    pub(super) figure: Ref,
    /// The amount as it was said.
    pub(super) words: String,
    /// How far they are apart at least.
    pub(super) factor: Option<f64>,
}

/// The first such amount of each quote.
pub(super) fn contradicted(dossier: &Dossier, known: &AsOf<'_>) -> Vec<Contradicted> {
    let sides = 0..dossier.about.sides.len();
    let is_between = |series: &Series| {
        let mut flows = [Flow::Total, Flow::Exports, Flow::Imports].into_iter();
        flows.any(|flow| {
            sides
                .clone()
                .any(|side| band(dossier, series, flow, side).is_some())
        })
    };
    if !dossier.series.iter().any(is_between) {
        return Vec::new();
    }
    let people = dossier.people.iter().filter_map(|person| {
        let who = Actor::Record(person.id.clone());
        let mut own = sides
            .clone()
            .filter(|side| dossier.acts_for_side(&who, *side));
        let side = own.next()?;
        own.next().is_none().then_some((&person.id, side))
    });
    let people: HashMap<_, _> = people.collect();
    let cues = CUES.map(Finder::new);
    let has_cue = |at: usize| {
        let (segment, place) = dossier.quotes.segment_of(at);
        let text = segment.text(place);
        cues.iter().any(|cue| cue.find(text).is_some())
    };
    let spoken = (0..dossier.quotes.len()).filter_map(|at| {
        let facets = dossier.quotes.facets(at);
        let side = *people.get(facets.speaker)?;
        (has_cue(at) && known.sources(facets.sources)).then_some((at, side))
    });
    let spoken = spoken.take(QUOTES);
    spoken
        .filter_map(|(at, side)| of_quote(dossier, known, at, side))
        .collect()
}

fn of_quote(dossier: &Dossier, known: &AsOf<'_>, at: usize, side: usize) -> Option<Contradicted> {
    let quote = dossier.quotes.get(at);
    let text = &*quote.text;
    let context = Context {
        published: quote.said.as_ref().and_then(Date::earliest),
        language: None,
    };
    amounts(text, context).iter().find_map(|amount| {
        let trade = amount.trade.as_ref()?;
        let (value, period) = spoken(amount)?;
        if !is_mutual(dossier, text, trade) {
            return None;
        }
        let (figure, factor) = apart(dossier, known, (amount, text), (value, period), side)?;
        Some(Contradicted {
            quote: Ref::new(Kind::Quote, at),
            figure,
            words: text[amount.range.clone()].to_owned(),
            factor,
        })
    })
}

/// The first figure of that trade and period that the amount contradicts, and how far they are apart;
/// none where any figure agrees.
fn apart(
    dossier: &Dossier,
    known: &AsOf<'_>,
    (amount, text): (&Amount, &str),
    (value, period): (Interval, Period),
    side: usize,
) -> Option<(Ref, Option<f64>)> {
    let trade = amount.trade.as_ref()?;
    let mut first = None;
    for (at, series) in dossier.series.iter().enumerate() {
        let Some(band) = band(dossier, series, trade.flow, side) else {
            continue;
        };
        if !is_all_trade(series, amount, text) {
            continue;
        }
        let power = 10f64.powi(i32::from(series.scale));
        for (place, figure) in series.observations.iter().enumerate() {
            let counts = Period::of(&figure.period) == Some(period)
                && figure.status.is_report()
                && known.any(&figure.evidence);
            let Some(own) = Interval::in_series(series, figure).filter(|_| counts) else {
                continue;
            };
            let own = own.scaled(power);
            let factor = own.least_factor(value);
            if own.overlaps(value) || factor.is_some_and(|factor| factor <= band) {
                return None;
            }
            first = first.or_else(|| Some((dossier.observation_ref(at, place)?, factor)));
        }
    }
    first
}

/// Up to which factor a series of the trade between the two sides agrees with what a speaker of `side`
/// says of that flow; none for another series. The other side's report is a mirror.
fn band(dossier: &Dossier, series: &Series, flow: Flow, side: usize) -> Option<f64> {
    let own = series.flow.unwrap_or(Flow::Total);
    let side_of = |actor: &Option<Actor>| match actor {
        Some(Actor::Country(code)) => side_of(dossier, *code),
        _ => None,
    };
    let (reporter, partner) = (side_of(&series.reporter), side_of(&series.partner));
    let is_between = partner.is_some()
        && reporter != partner
        && (reporter.is_some() || series.reporter.is_none());
    let mirrored = match flow {
        Flow::Exports => Flow::Imports,
        Flow::Imports => Flow::Exports,
        other => other,
    };
    match reporter {
        _ if series.kind != SeriesKind::Trade || !is_between || flow == Flow::Balance => None,
        Some(reporter) if reporter != side => (own == mirrored).then_some(BAND),
        Some(_) => (own == flow).then_some(1.0),
        // Nobody is said to report: only what is the same from both sides.
        None => (own == flow && flow == Flow::Total).then_some(1.0),
    }
}

fn side_of(dossier: &Dossier, code: Code) -> Option<usize> {
    let mut sides = dossier.about.sides.iter();
    sides.position(|side| side.code == code || side.predecessors.iter().any(|old| old.code == code))
}

/// Does the text speak of the trade of both sides: "our trade", "bilateral trade", "trade between our
/// countries", and of no other country?
fn is_mutual(dossier: &Dossier, text: &str, trade: &Trade) -> bool {
    let is_side = |code: Option<Code>| code.is_none_or(|code| side_of(dossier, code).is_some());
    let words = |text: &str| -> Vec<String> {
        let words = text.split(|c: char| !c.is_alphanumeric() && c != '-');
        words
            .filter(|word| !word.is_empty())
            .map(str::to_lowercase)
            .collect()
    };
    let cue = words(&text[trade.cue.clone()]);
    let mut before = words(&text[..trade.cue.start]);
    before.drain(..before.len().saturating_sub(BEFORE));
    let after: Vec<_> = words(&text[trade.cue.end..])
        .into_iter()
        .take(BEFORE + 1)
        .collect();
    let any =
        |words: &[String], known: &[&str]| words.iter().any(|word| known.contains(&word.as_str()));
    let between = after.first().is_some_and(|word| word == "between")
        && any(&after, &["our", "us", "two", "countries"]);
    let with = after
        .iter()
        .position(|word| word == "with")
        .map(|at| &after[at + 1..]);
    let is_with_side = with.is_none_or(|others| {
        any(others, &["you", "your"])
            || others
                .iter()
                .any(|word| country(word).is_some_and(|code| is_side(Some(code))))
            || others.iter().any(|word| is_named(dossier, word))
    });
    (between || any(&before, &MUTUAL))
        && !any(&before, &FOREIGN)
        && !any(&cue, &FOREIGN)
        && is_with_side
        && is_side(trade.reporter)
        && is_side(trade.partner)
}

/// Is a small word one of the name of a side?
fn is_named(dossier: &Dossier, word: &str) -> bool {
    let names = dossier.about.sides.iter().flat_map(Side::names);
    names
        .into_iter()
        .any(|name| name.to_lowercase().split(' ').any(|own| own == word))
}
