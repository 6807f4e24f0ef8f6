//! Whose trade a figure is about, and which way the goods go.

use std::ops::Range;

use super::currency::country;
use super::goods;
use super::trend::trend;
use crate::dossier::Code;
use crate::dossier::series::Flow;
use crate::extract::confidence::{Basis, Confidence};
use crate::extract::nation;
use crate::extract::word::Words;

/// What is measured by a figure of trade, as far as the words near it say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trade {
    /// Which way the goods go, seen from the reporter.
    pub flow: Flow,
    /// Whose exports or imports.
    pub reporter: Option<Code>,
    /// The other country.
    pub partner: Option<Code>,
    /// The bytes of a word for the goods that it is limited to; none for all trade.
    pub goods: Option<Range<usize>>,
    /// The bytes of the word that says so.
    pub cue: Range<usize>,
    /// How it is known.
    pub basis: Basis,
}

/// A word for trade in a paragraph, with the countries beside it.
#[derive(Clone, Debug)]
pub(super) struct Mention {
    /// Its words.
    words: Range<usize>,
    trade: Trade,
}

impl Trade {
    /// Are both about the same flow of the same goods between the same countries?
    pub(super) fn is_like(&self, other: &Self) -> bool {
        let what = |trade: &Self| {
            (
                trade.flow,
                trade.reporter,
                trade.partner,
                trade.goods.clone(),
            )
        };
        what(self) == what(other)
    }
}

impl Mention {
    /// Its first word.
    pub(super) fn start(&self) -> usize {
        self.words.start
    }

    pub(super) fn trade(&self) -> &Trade {
        &self.trade
    }
}

const NEAREST: Basis = Basis::new(
    "trade-before",
    Confidence::Likely,
    "the nearest word for trade before the figure",
);
const BEHIND_OF: Basis = Basis::new(
    "trade-behind",
    Confidence::Sure,
    "the figure is that of the trade named right behind it",
);
/// Words before a figure in which its subject is looked for.
const BEFORE: usize = 28;
/// Words behind it.
const BEHIND: usize = 5;

/// Every word for trade of a paragraph.
pub(super) fn mentions(words: &Words<'_>) -> Vec<Mention> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let Some((flow, end)) = flow_at(words, at) else {
            at += 1;
            continue;
        };
        let (reporter, partner) = parties(words, at, end, flow);
        found.push(Mention {
            words: at..end,
            trade: Trade {
                flow,
                reporter,
                partner,
                goods: goods::goods(words, at, end, flow).map(|place| words.range(place)),
                cue: words.range(at..end),
                basis: NEAREST,
            },
        });
        at = end;
    }
    found
}

/// The trade that a figure from the word `start` to before `end` is about.
pub(super) fn trade(
    words: &Words<'_>,
    mentions: &[Mention],
    start: usize,
    end: usize,
) -> Option<Trade> {
    let next = mentions.partition_point(|mention| mention.words.start < end);
    let following = mentions.get(next).filter(|mention| {
        let near = mention.words.start < end + BEHIND;
        near && words.same_sentence(end - 1, mention.words.start)
            && (end..mention.words.start).all(|at| is_link(words, at))
    });
    if let Some(mention) = following {
        let trade = mention.trade.clone();
        return Some(Trade {
            basis: BEHIND_OF,
            ..trade
        });
    }
    let preceding = mentions[..next].iter().rev().find(|mention| {
        let near = mention.words.end + BEFORE > start;
        near && words.same_sentence(mention.words.start, end - 1)
    })?;
    let mut trade = preceding.trade.clone();
    if trade.goods.is_none() {
        let part = goods::part_of(words, preceding.words.end..start);
        trade.goods = part.map(|place| words.range(place));
    }
    if trade.goods.is_none() {
        let worth = goods::worth_of(words, end);
        trade.goods = worth.map(|place| words.range(place));
    }
    if trade.partner.is_none() {
        // "exports worth $5 million to Russia"
        let (own, other) = behind(words, end, trade.flow);
        trade.reporter = trade.reporter.or(own);
        trade.partner = other.filter(|other| Some(*other) != trade.reporter);
    }
    Some(trade)
}

/// May it stand between a figure and its noun: "$5 million worth of Lao exports"?
fn is_link(words: &Words<'_>, at: usize) -> bool {
    matches!(
        words.low(at),
        "of" | "worth" | "in" | "annual" | "bilateral" | "total" | "goods" | "the" | "-"
    ) || trend(words.low(at)).is_some()
        || country(words, at).is_some()
}

/// The flow that begins with the word `at`, and the word behind it.
fn flow_at(words: &Words<'_>, at: usize) -> Option<(Flow, usize)> {
    let low = words.low(at);
    let next = words.low(at + 1);
    if low == "trade" || low == "commerce" {
        return match next {
            "deficit" | "surplus" | "balance" | "gap" => Some((Flow::Balance, at + 2)),
            "turnover" | "volume" | "volumes" | "value" | "flows" => Some((Flow::Total, at + 2)),
            // "the trade minister", "trade talks" measure nothing.
            "minister" | "ministry" | "ministers" | "adviser" | "secretary" | "chamber"
            | "talks" | "agreement" | "agreements" | "union" | "war" | "deal" | "deals"
            | "pact" | "mission" | "unions" | "zone" | "area" | "relations" | "ties"
            | "barriers" | "fair" | "policy" | "route" | "cooperation" | "representative"
            | "center" | "centre" | "office" => None,
            _ if words.low_before(at) == "-" || words.low_before(at) == "free" => None,
            _ => Some((Flow::Total, at + 1)),
        };
    }
    // "Korean sales to Brazil", "Egypt sold Thailand goods"
    let country_at = |at: usize| country(words, at).is_some();
    let to = |word: &str| {
        let near = at + 1..at + 8;
        near.into_iter()
            .any(|at| words.low(at) == word && country_at(at + 1))
    };
    let sold = match low {
        "sales" => next == "to" && country_at(at + 2),
        "sold" | "sells" => country_at(at + 1) || to("to"),
        _ => false,
    };
    if sold {
        return Some((Flow::Exports, at + 1));
    }
    if matches!(low, "bought" | "buys") && to("from") {
        return Some((Flow::Imports, at + 1));
    }
    Some(match low {
        "turnover"
        | "товарооборот"
        | "товарооборота"
        | "товарообороте"
        | "товарооборотом"
        | "échanges"
        | "handelsvolumen" => (Flow::Total, at + 1),
        "торговли" | "торговля" if words.low_before(at) != "министр" => {
            (Flow::Total, at + 1)
        }
        "exports" | "export" | "exported" | "exporting" | "shipments" | "shipped" | "экспорт"
        | "экспорта" | "экспорте" | "exportations" | "exporte" | "exporten" => {
            (Flow::Exports, at + 1)
        }
        "imports" | "import" | "imported" | "importing" | "purchases" | "импорт" | "импорта"
        | "importations" | "importe" | "importen" => (Flow::Imports, at + 1),
        _ => return None,
    })
}

/// The countries beside a word for trade: the reporter and the partner.
fn parties(words: &Words<'_>, at: usize, end: usize, flow: Flow) -> (Option<Code>, Option<Code>) {
    let mut before = before(words, at);
    let (own, other) = behind(words, end, flow);
    if flow == Flow::Total && before.len() > 1 {
        // "Lao-Russian trade": nearest first.
        let second = before.remove(0);
        return (Some(before.remove(0)), Some(second));
    }
    let reporter = own.or_else(|| before.first().copied());
    (reporter, other.filter(|other| Some(*other) != reporter))
}

/// Countries as adjectives or owners right before a word, the nearest first.
fn before(words: &Words<'_>, at: usize) -> Vec<Code> {
    const REACH: usize = 8;
    let mut found = Vec::new();
    let mut place = at;
    while place > 0 && place + REACH > at && found.len() < 2 {
        place -= 1;
        if !words.same_sentence(place, at) {
            break;
        }
        if let Some((code, end)) = country(words, place) {
            if end <= at && found.last() != Some(&code) {
                found.push(code);
            }
            continue;
        }
        let low = words.low(place);
        let attribute = matches!(
            low,
            "-" | "–"
                | "and"
                | "bilateral"
                | "total"
                | "annual"
                | "mutual"
                | "overall"
                | "foreign"
                | "trade"
                | "the"
                | "'s"
                | "'"
                | "oil"
                | "agricultural"
                | "rice"
                | "energy"
                | "двусторонний"
                | "взаимный"
                | "общий"
                | "и"
        );
        if !attribute {
            break;
        }
    }
    found
}

/// The countries behind a word for trade: "from Laos to Russia", "between Laos and Russia".
fn behind(words: &Words<'_>, end: usize, flow: Flow) -> (Option<Code>, Option<Code>) {
    const REACH: usize = 9;
    let (mut own, mut other) = (None, None);
    let mut at = end;
    // "товарооборот России и Лаоса": the owner is in the genitive.
    if let Some((code, next)) = country(words, end).filter(|_| !words.low(end).is_ascii()) {
        own = Some(code);
        at = next;
    }
    // "sold Thailand goods"
    let sold = matches!(words.low_before(end), "sold" | "sells");
    if let Some((code, next)) = country(words, end).filter(|_| sold) {
        return (None, (next > end).then_some(code));
    }
    while at < end + REACH && words.same_sentence(end - 1, at) {
        let preposition = words.low(at);
        let place = at + 1 + usize::from(matches!(words.low(at + 1), "the" | "le" | "la"));
        let Some((code, next)) = country(words, place) else {
            // "exports of goods and services from Laos".
            if matches!(preposition, "of" | "in") && goods::is_all(words.low(place)) {
                at = goods::past_all(words, place);
                continue;
            }
            let goods = matches!(preposition, "of" | "in") || words.low(at) == "volume";
            if goods || own.is_some() || other.is_some() || at > end + 2 || is_verb(preposition) {
                break;
            }
            at += 1;
            continue;
        };
        match (preposition, flow) {
            // "imports of Lao coffee": from where it comes.
            ("of", Flow::Imports) if is_adjective(words, place) => other = Some(code),
            ("and" | "и" | "et" | "und", _) if own.is_some() => other = Some(code),
            ("to" | "into" | "в" | "vers" | "nach", Flow::Exports)
            | ("from" | "из" | "de" | "aus", Flow::Imports)
            | ("with" | "с" | "avec" | "mit", _) => other = Some(code),
            ("from" | "of" | "из" | "de" | "du", Flow::Exports)
            | ("to" | "into" | "of" | "в", Flow::Imports)
            | ("of" | "between" | "между" | "entre" | "zwischen", _) => own = Some(code),
            _ => break,
        }
        at = next;
    }
    (own, other)
}

/// Does it describe what follows, as "Lao" does and "Laos" does not?
fn is_adjective(words: &Words<'_>, at: usize) -> bool {
    words.get(at).is_some_and(|word| {
        nation::find(word.text, &std::iter::empty()).is_some_and(|found| found.adjective)
    })
}

fn is_verb(low: &str) -> bool {
    matches!(
        low,
        "rose"
            | "grew"
            | "fell"
            | "was"
            | "were"
            | "is"
            | "are"
            | "reached"
            | "amounted"
            | ","
            | "."
            | "increased"
    )
}
