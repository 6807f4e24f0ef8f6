//! Exports filed as imports: which way the goods go, by the words of evidence and title.

use std::borrow::Cow;

use crate::dossier::series::{Flow, Series};
use crate::dossier::{Actor, Dossier, Evidence};
use crate::figures::key::folded;

/// Words of trade in both directions.
const BOTH_WAYS: [&str; 4] = ["bilateral trade", "total trade", "mutual trade", "turnover"];

/// Words of what is left between the two directions.
const BALANCE: [&str; 4] = ["deficit", "surplus", "balance", "gap"];

/// Anchors that are read: a series that is told the right way is so by its first words, and one
/// of thousands of bare numbers by none.
const TEXTS: usize = 100;

/// Words behind which a country is where goods come from or go to, not who trades.
const PLACES: [&str; 4] = ["from", "to", "into", "with"];

/// What words tell of the flow.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Told {
    flow: Flow,
    /// Do they name who trades, or both ways, or what is left between the two?
    is_sure: bool,
}

/// The series has another flow than its evidence tells, or its title where the evidence tells nothing
/// for sure; none where any passage agrees with it.
pub(super) fn complaint(dossier: &Dossier, series: &Series) -> Option<String> {
    let flow = series.flow?;
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
    let is_told = |one: &Told| series.reporter.is_some() || one.flow == Flow::Total;
    let read = |text: &str| sides.flow(&folded(text), flow).filter(is_told);
    let found: Vec<_> = texts
        .take(TEXTS)
        .filter_map(|text| Some((read(&text)?, text)))
        .collect();
    let title = read(&series.title).map(|one| (one, Cow::Borrowed(series.title.as_str())));
    let agrees = |(one, _): &(Told, Cow<'_, str>)| one.flow == flow;
    if found.iter().any(agrees) {
        return None;
    }
    let sure = found.iter().find(|(one, _)| one.is_sure);
    let unsure = || {
        title
            .iter()
            .chain(&found)
            .next()
            .filter(|_| !title.iter().any(agrees))
    };
    let (other, text) = sure.or_else(unsure)?;
    let (filed, meant) = (flow.word(), other.flow.word());
    Some(format!("filed as {filed}, but “{text}” tells of {meant}"))
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

/// Who exports or imports.
enum Doer {
    Named(Side),
    Nobody,
    /// A side is named as a place.
    Unclear,
}

impl Sides {
    /// The flow that a folded text tells of, seen from the reporter.
    fn flow(&self, text: &str, filed: Flow) -> Option<Told> {
        let sure = |flow| {
            Some(Told {
                flow,
                is_sure: true,
            })
        };
        let words: Vec<_> = text.split(' ').collect();
        let exports = words.iter().position(|w| w.starts_with("export"));
        let imports = words
            .iter()
            .position(|w| w.starts_with("import") && !w.starts_with("importan"));
        let out = |side| match side {
            Side::Reporter => Flow::Exports,
            Side::Partner => Flow::Imports,
        };
        let both = is_both_ways(&words, text);
        let rest = words.iter().any(|word| BALANCE.contains(word));
        match (exports, imports) {
            (Some(_), Some(_)) => None,
            // "Turnover of 3 billion, mostly exports", "exports rose, the deficit narrowed".
            (Some(_), _) | (_, Some(_)) if both || rest => None,
            (Some(at), None) => self.one_way(&words, at, filed, out),
            (None, Some(at)) => self.one_way(&words, at, filed, |side| out(other(side))),
            (None, None) if rest && !both => sure(Flow::Balance),
            (None, None) if both && !rest => sure(Flow::Total),
            // Where goods come from says nothing of a sum of both directions.
            (None, None) if both || !matches!(filed, Flow::Exports | Flow::Imports) => None,
            (None, None) => self.origin(&words).map(|side| Told {
                flow: out(side),
                is_sure: false,
            }),
        }
    }

    /// The flow of the goods that the word `at` tells of, by who exports or imports; if nobody is named,
    /// the reporter, for all that is known.
    fn one_way(
        &self,
        words: &[&str],
        at: usize,
        filed: Flow,
        out: impl Fn(Side) -> Flow,
    ) -> Option<Told> {
        let doer = match self.doer(words, at) {
            Doer::Named(side) => Some(side),
            Doer::Nobody => None,
            Doer::Unclear => return None,
        };
        // Whoever it is, a figure of one way is neither of both nor of what is left between them; the
        // word alone may be the head of a column.
        let is_counted = words
            .iter()
            .any(|word| word.starts_with(|c: char| c.is_ascii_digit()));
        Some(Told {
            flow: out(doer.unwrap_or(Side::Reporter)),
            is_sure: doer.is_some() || is_counted && matches!(filed, Flow::Total | Flow::Balance),
        })
    }

    /// Who exports or imports: the nearest side before the word, or "of" or the other end behind it;
    /// nobody where no side is named.
    fn doer(&self, words: &[&str], at: usize) -> Doer {
        let own: &[&str] = if words[at].starts_with("export") {
            &["from"]
        } else {
            &["to", "into"]
        };
        let before = (0..at).rev().find_map(|place| {
            let side = self.side(words, place)?;
            let word = place.checked_sub(1).map_or("", |before| words[before]);
            Some((side, PLACES.contains(&word)))
        });
        if let Some((side, is_place)) = before {
            return if is_place {
                Doer::Unclear
            } else {
                Doer::Named(side)
            };
        }
        let behind = (at + 1..words.len()).find_map(|place| {
            let side = self.side(words, place)?;
            match words[place - 1] {
                "of" | "by" => Some(side),
                word if own.contains(&word) => Some(side),
                word if PLACES.contains(&word) => Some(other(side)),
                _ => None,
            }
        });
        behind.map_or(Doer::Nobody, Doer::Named)
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
