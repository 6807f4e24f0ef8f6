//! Whose trade a figure is about, and which way the goods go.

mod flow;
mod parties;
mod partners;

use std::ops::Range;

use super::currency::country;
use super::goods;
use super::trend::trend;
use crate::dossier::Code;
use crate::dossier::series::Flow;
use crate::extract::confidence::{Basis, Confidence};
use crate::extract::word::Words;
use flow::flow_at;
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
    /// Is it that with several partners together: "exports to Laos and Vietnam", "total exports"?
    pub shared: bool,
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
    /// Names it neither of its countries?
    pub fn is_nameless(&self) -> bool {
        self.reporter.or(self.partner).is_none()
    }

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
const BEFORE: usize = 34;
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
                shared: partners::is_shared(words, (at, end), flow, (reporter, partner)),
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
    // "exports to Laos were $3 million, to Vietnam $8 million"
    if let Some(partner) = partners::elliptic(words, (preceding.words.end, start), trade.flow) {
        trade.partner = Some(partner);
    }
    if trade.goods.is_none() {
        let part = goods::part_of(words, preceding.words.end..start);
        trade.goods = part.map(|place| words.range(place));
    }
    if trade.goods.is_none() {
        let worth = goods::worth_of(words, end);
        trade.goods = worth.map(|place| words.range(place));
    }
    let nameless = trade.is_nameless();
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
