//! Words for trade, and which way the goods of each go.

use super::super::currency::country;
use super::super::goods;
use super::parties;
use crate::dossier::series::Flow;
use crate::extract::word::Words;

/// Words of a sentence before one that are looked at.
const REACH: usize = 28;

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
pub(super) fn flow_at(words: &Words<'_>, at: usize) -> Option<(Flow, usize)> {
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
            let mut before = at.saturating_sub(REACH)..at;
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
        let mut before = at.saturating_sub(REACH)..at;
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
