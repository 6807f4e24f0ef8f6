//! Exports filed as imports: which way the goods go, by the words of evidence and title.

use std::borrow::Cow;

use crate::dossier::series::{Flow, Series};
use crate::dossier::{Actor, Dossier, Evidence};
use crate::figures::key::folded;

/// Words of trade in both directions.
const BOTH_WAYS: [&str; 4] = ["bilateral trade", "total trade", "mutual trade", "turnover"];

/// Anchors that are read: a series that is told the right way is so by its first words, and one
/// of thousands of bare numbers by none.
const TEXTS: usize = 100;

/// Words behind which a country is where goods come from or go to, not who trades.
const PLACES: [&str; 4] = ["from", "to", "into", "with"];

/// The series has another flow than its title and evidence tell; none where any of them agrees
/// with it, or where they tell nothing.
pub(super) fn complaint(dossier: &Dossier, series: &Series) -> Option<String> {
    let flow = series.flow.filter(|flow| *flow != Flow::Balance)?;
    let sides = Sides {
        reporter: series
            .reporter
            .as_ref()
            .map_or_else(Vec::new, |r| names(dossier, r)),
        partner: series
            .partner
            .as_ref()
            .map_or_else(Vec::new, |p| names(dossier, p)),
    };
    let figures = series.observations.iter().flat_map(|o| &o.evidence);
    let goods = series.items.iter().flat_map(|item| &item.evidence);
    let anchors = series.evidence.iter().chain(figures).chain(goods);
    let texts = anchors
        .filter(|e| e.exact.is_some())
        .map(Evidence::given_words);
    // Where nobody reports, only that both ways are meant can be told.
    let is_told = |told: &Flow| series.reporter.is_some() || *told == Flow::Total;
    let told: Vec<_> = std::iter::once(Cow::Borrowed(series.title.as_str()))
        .chain(texts.take(TEXTS))
        .filter_map(|text| {
            let told = sides.flow(&folded(&text), flow).filter(is_told)?;
            Some((told, text))
        })
        .collect();
    if told.iter().any(|(told, _)| *told == flow) {
        return None;
    }
    let (other, text) = told.first()?;
    let (filed, other) = (flow.word(), other.word());
    Some(format!("filed as {filed}, but “{text}” tells of {other}"))
}

/// The names of the two sides, folded.
struct Sides {
    reporter: Vec<String>,
    partner: Vec<String>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Reporter,
    Partner,
}

impl Sides {
    /// The flow that a folded text tells of, seen from the reporter.
    fn flow(&self, text: &str, filed: Flow) -> Option<Flow> {
        let words: Vec<_> = text.split(' ').collect();
        let exports = words.iter().position(|w| w.starts_with("export"));
        let imports = words
            .iter()
            .position(|w| w.starts_with("import") && !w.starts_with("importan"));
        let out = |side| match side {
            Side::Reporter => Flow::Exports,
            Side::Partner => Flow::Imports,
        };
        match (exports, imports) {
            (Some(_), Some(_)) => None,
            (Some(at), None) => Some(out(self.doer(&words, at)?)),
            (None, Some(at)) => Some(match out(self.doer(&words, at)?) {
                Flow::Exports => Flow::Imports,
                _ => Flow::Exports,
            }),
            (None, None) if is_both_ways(&words, text) => Some(Flow::Total),
            // Where goods come from says nothing of a sum of both directions.
            (None, None) if filed == Flow::Total => None,
            (None, None) => self.origin(&words).map(out),
        }
    }

    /// Who exports or imports: the nearest side before the word, or "of" or the other end behind
    /// it, or else the reporter. None where it cannot be told.
    fn doer(&self, words: &[&str], at: usize) -> Option<Side> {
        let before = (0..at).rev().find_map(|place| {
            let side = self.side(words, place)?;
            let word = place.checked_sub(1).map_or("", |before| words[before]);
            Some((side, PLACES.contains(&word)))
        });
        if let Some((side, is_place)) = before {
            return (!is_place).then_some(side);
        }
        let behind = (at + 1..words.len()).find_map(|place| {
            let side = self.side(words, place)?;
            match words[place - 1] {
                "of" | "by" => Some(side),
                word if PLACES.contains(&word) => Some(other(side)),
                _ => None,
            }
        });
        Some(behind.unwrap_or(Side::Reporter))
    }

    /// Where goods come from: "from Laos", "Laos to Russia".
    fn origin(&self, words: &[&str]) -> Option<Side> {
        (0..words.len()).find_map(|place| {
            let side = self.side(words, place)?;
            let from = place > 0 && words[place - 1] == "from";
            let to = words.get(place + 1) == Some(&"to")
                && self.side(words, place + 2) == Some(other(side));
            (from || to).then_some(side)
        })
    }

    /// The side whose name begins at that word.
    fn side(&self, words: &[&str], place: usize) -> Option<Side> {
        let here = words.get(place..)?;
        let named = |names: &[String]| {
            let mut names = names.iter().map(|name| name.split(' ').collect::<Vec<_>>());
            names.any(|name| here.starts_with(&name))
        };
        if named(&self.reporter) {
            Some(Side::Reporter)
        } else {
            named(&self.partner).then_some(Side::Partner)
        }
    }
}

fn other(side: Side) -> Side {
    match side {
        Side::Reporter => Side::Partner,
        Side::Partner => Side::Reporter,
    }
}

fn is_both_ways(words: &[&str], text: &str) -> bool {
    let phrase = BOTH_WAYS.iter().any(|phrase| text.contains(phrase));
    phrase || (words.contains(&"trade") && words.contains(&"total"))
}

/// Every name of a side, folded.
fn names(dossier: &Dossier, actor: &Actor) -> Vec<String> {
    let folded = dossier.names(actor).into_iter().map(|name| folded(&name));
    folded.filter(|name| !name.is_empty()).collect()
}
