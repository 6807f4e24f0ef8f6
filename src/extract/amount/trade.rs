//! Whose trade a figure is about, and which way the goods go.

mod parties;

use std::ops::Range;

use super::currency::country;
use super::goods;
use super::trend::trend;
use crate::dossier::Code;
use crate::dossier::series::Flow;
use crate::extract::confidence::{Basis, Confidence};
use crate::extract::word::Words;
use parties::{behind, parties};

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
    if is_of_paper(words, start) {
        return None;
    }
    let next = mentions.partition_point(|mention| mention.words.start < end);
    let following = mentions.get(next).filter(|mention| {
        let near = mention.words.start < end + BEHIND;
        // "at €318 million, trade was 8 per cent lower"
        if words.low_before(start) == "at" && words.low(end) == "," {
            return mention.words.start == end + 1;
        }
        near && words.same_sentence(end - 1, mention.words.start)
            && (end..mention.words.start).all(|at| is_link(words, at, mention.trade.flow))
    });
    if let Some(mention) = following {
        let mut trade = mention.trade.clone();
        if trade.partner.is_none()
            && trade.reporter.is_none()
            && let Some(other) = opposite(words, &mentions[..next], mention)
        {
            (trade.reporter, trade.partner) = (other.reporter, other.partner);
        }
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
    let nameless = trade.partner.is_none() && trade.reporter.is_none();
    if nameless && let Some(other) = opposite(words, &mentions[..next], preceding) {
        (trade.reporter, trade.partner) = (other.reporter, other.partner);
    }
    if trade.partner.is_none() {
        // "exports worth $5 million to Russia"
        let (own, other) = behind(words, end, trade.flow);
        trade.reporter = trade.reporter.or(own);
        trade.partner = other.filter(|other| Some(*other) != trade.reporter);
    }
    Some(trade)
}

/// Is it the sum of a paper or of a work: "a credit agreement worth $40 million"?
fn is_of_paper(words: &Words<'_>, start: usize) -> bool {
    let (_, begin) = super::qualifier::qualifier(words, start, start);
    let worth = begin.checked_sub(1).filter(|at| words.low(*at) == "worth");
    worth.is_some_and(|worth| {
        matches!(
            words.low_before(worth),
            "agreement"
                | "contract"
                | "contracts"
                | "loan"
                | "credit"
                | "facility"
                | "order"
                | "orders"
                | "package"
                | "grant"
                | "project"
                | "projects"
                | "tender"
        )
    })
}

/// The flow in the other direction that the sentence names before one: "exports to Laos were $5 million
/// and imports $3 million".
fn opposite<'a>(words: &Words<'_>, mentions: &'a [Mention], of: &Mention) -> Option<&'a Trade> {
    let flows = |one: Flow, other: Flow| {
        matches!(
            (one, other),
            (Flow::Exports, Flow::Imports) | (Flow::Imports, Flow::Exports)
        )
    };
    let mut before = mentions
        .iter()
        .rev()
        .filter(|one| one.start() < of.start() && words.same_sentence(one.start(), of.start()));
    let other = before.find(|one| flows(one.trade.flow, of.trade.flow))?;
    let named = other.trade.reporter.or(other.trade.partner).is_some();
    named.then_some(&other.trade)
}

/// May it stand between a figure and its noun: "$5 million worth of Lao exports"?
fn is_link(words: &Words<'_>, at: usize, flow: Flow) -> bool {
    // "earned $3 million from exports and spent $5 million on imports"
    let flows = match words.low(at) {
        "from" => flow == Flow::Exports,
        "on" => flow == Flow::Imports,
        "for" => flow == Flow::Total,
        _ => false,
    };
    flows
        || matches!(
            words.low(at),
            "of" | "worth"
                | "in"
                | "annual"
                | "bilateral"
                | "mutual"
                | "overall"
                | "two"
                | "way"
                | "total"
                | "goods"
                | "the"
                | "-"
        )
        || trend(words.low(at)).is_some()
        || country(words, at).is_some()
}

/// "Polish sales in the other direction".
fn is_other_way(words: &Words<'_>, at: usize) -> bool {
    let phrases = [
        "in the other direction",
        "in the opposite direction",
        "in return",
    ];
    phrases
        .iter()
        .any(|phrase| words.after(at + 1, phrase).is_some())
}

/// Does a weight follow in the sentence?
fn is_weighed(words: &Words<'_>, at: usize) -> bool {
    const REACH: usize = 8;
    let mut near = (at + 1..at + REACH).take_while(|one| words.same_sentence(at, *one));
    near.any(|one| goods::WEIGHTS.has(words.low(one)))
}

/// The flow that begins with the word `at`, and the word behind it.
fn flow_at(words: &Words<'_>, at: usize) -> Option<(Flow, usize)> {
    let low = words.low(at);
    let next = words.low(at + 1);
    // "the Chamber of Commerce", "the Ministry of Trade"
    let of_body = words.low_before(at) == "of"
        && at > 1
        && matches!(
            words.low(at - 2),
            "chamber"
                | "chambers"
                | "ministry"
                | "minister"
                | "department"
                | "secretary"
                | "school"
        );
    if of_body {
        return None;
    }
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
            // "trade in the other direction": of one of them.
            "in" if is_other_way(words, at) => None,
            _ if words.low_before(at) == "free" => None,
            _ if words.low_before(at) == "-" && words.is_glued(at) => None,
            _ => Some((Flow::Total, at + 1)),
        };
    }
    // "the exchange of goods reached $5 million"
    if low == "exchange" && next == "of" && matches!(words.low(at + 2), "goods" | "commodities") {
        return Some((Flow::Total, at + 3));
    }
    // "Korean sales to Brazil", "Egypt sold Thailand goods"
    let country_at = |at: usize| country(words, at).is_some();
    let article = |at: usize| usize::from(words.low(at) == "the");
    let to = |word: &str| {
        let near = at + 1..at + 12;
        near.into_iter()
            .any(|at| words.low(at) == word && country_at(at + 1 + article(at + 1)))
    };
    let sold = match low {
        "sales" if next == "in" => is_other_way(words, at) && at > 0 && country_at(at - 1),
        // "In the other direction, Irish sales of butter"
        "sales" if next == "of" && at > 0 && country_at(at - 1) => {
            let mut before = at.saturating_sub(BEFORE)..at;
            before
                .any(|one| words.same_sentence(one, at) && one > 0 && is_other_way(words, one - 1))
        }
        // "Sales of Georgian wine to Ireland"
        "sales" if next == "of" => country_at(at + 2) && to("to"),
        "sales" => next == "to" && country_at(at + 2 + article(at + 2)),
        // "sent Kenya 400 tonnes of tea"
        "sent" | "sends" => {
            (country_at(at + 1 + article(at + 1)) || to("to")) && is_weighed(words, at)
        }
        // "Chile sold us wine for $5 million"
        "sold" | "sells" if matches!(next, "us" | "them") => at > 0 && country_at(at - 1),
        "sold" | "sells" => country_at(at + 1 + article(at + 1)) || to("to"),
        _ => false,
    };
    if sold {
        return Some((Flow::Exports, at + 1));
    }
    let buys = matches!(low, "bought" | "buys" | "purchased");
    let takes = low == "took" && next == "in";
    // "Hungary bought $7 million worth of tea"
    let worth = || {
        let mut near = at + 1..at + 9;
        at > 0 && country_at(at - 1) && near.any(|at| words.after(at, "worth of").is_some())
    };
    // "Britain sold Kenya goods worth £5 million and bought tea worth £7 million"
    let in_turn = || {
        let mut before = at.saturating_sub(BEFORE)..at;
        let joined = matches!(words.low_before(at), "and" | "but" | "while");
        joined
            && before.any(|one| {
                words.same_sentence(one, at)
                    && matches!(words.low(one), "sold" | "sells" | "exported" | "shipped")
            })
    };
    if takes && in_turn()
        || buys
            && (to("from")
                || worth()
                || in_turn()
                || parties::foreign_goods(words, at + 1).is_some())
    {
        return Some((Flow::Imports, at + 1));
    }
    named(words, at)
}

/// The flow of a noun, or of a verb that needs no country beside it.
fn named(words: &Words<'_>, at: usize) -> Option<(Flow, usize)> {
    let low = words.low(at);
    // "the export bank", "export credits" measure nothing.
    let body = matches!(
        words.low(at + 1),
        "bank"
            | "finance"
            | "credit"
            | "credits"
            | "agency"
            | "insurance"
            | "promotion"
            | "licence"
            | "licences"
            | "council"
            | "controls"
            | "permits"
            | "guarantee"
            | "guarantees"
    );
    if matches!(low, "export" | "import") && body {
        return None;
    }
    let supplies = matches!(low, "supplied" | "supplies" | "delivered" | "delivers");
    if supplies && is_weighed(words, at) {
        return Some((Flow::Exports, at + 1));
    }
    Some(match low {
        "turnover"
        | "товарооборот"
        | "товарооборота"
        | "товарообороте"
        | "товарооборотом"
        | "échanges"
        | "handelsvolumen" => (Flow::Total, at + 1),
        "торговли" | "торговля" | "торговлю" | "торговле" if words.low_before(at) != "министр" => {
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
