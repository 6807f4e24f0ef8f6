//! Words for trade, and which way the goods of each go.

use super::super::currency::country;
use super::super::goods;
use super::parties;
use crate::dossier::series::Flow;
use crate::extract::word::Words;
use crate::extract::word_list::WordList;

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
        return of_trade(words, at);
    }
    // "the exchange of goods reached $5 million"
    if low == "exchange" && next == "of" && matches!(words.low(at + 2), "goods" | "commodities") {
        return Some((Flow::Total, at + 3));
    }
    if is_sale(words, at) {
        return Some((Flow::Exports, at + 1));
    }
    if is_purchase(words, at) {
        return Some((Flow::Imports, at + 1));
    }
    named(words, at)
}

/// What "trade" at that place measures, and the word behind it.
fn of_trade(words: &Words<'_>, at: usize) -> Option<(Flow, usize)> {
    match words.low(at + 1) {
        "deficit" | "surplus" | "balance" | "gap" => Some((Flow::Balance, at + 2)),
        "turnover" | "volume" | "volumes" | "value" | "flows" => Some((Flow::Total, at + 2)),
        // "the trade minister", "trade talks" measure nothing.
        "minister" | "ministry" | "ministers" | "adviser" | "secretary" | "chamber" | "talks"
        | "agreement" | "agreements" | "union" | "war" | "deal" | "deals" | "pact" | "mission"
        | "unions" | "zone" | "area" | "relations" | "ties" | "barriers" | "fair" | "policy"
        | "route" | "cooperation" | "representative" | "center" | "centre" | "office" => None,
        // "trade in the other direction": of one of them.
        "in" if is_other_way(words, at) => None,
        _ if words.low_before(at) == "free" => None,
        _ if words.low_before(at) == "-" && words.is_glued(at) => None,
        _ => Some((Flow::Total, at + 1)),
    }
}

/// Does a country stand behind a word, for "to" or "from" at that place or some words behind?
fn is_to(words: &Words<'_>, at: usize, word: &str) -> bool {
    const NEAR: usize = 12;
    let mut near = at + 1..at + NEAR;
    near.any(|at| words.low(at) == word && country_behind(words, at + 1))
}

/// Does a country begin at that place, behind an article?
fn country_behind(words: &Words<'_>, at: usize) -> bool {
    let article = usize::from(words.low(at) == "the");
    country(words, at + article).is_some()
}

/// "Korean sales to Brazil", "Egypt sold Thailand goods".
fn is_sale(words: &Words<'_>, at: usize) -> bool {
    let next = words.low(at + 1);
    let seller = || at > 0 && country(words, at - 1).is_some();
    match words.low(at) {
        "sales" if next == "in" => is_other_way(words, at) && seller(),
        // "In the other direction, Irish sales of butter"
        "sales" if next == "of" && seller() => {
            let mut before = at.saturating_sub(REACH)..at;
            before
                .any(|one| words.same_sentence(one, at) && one > 0 && is_other_way(words, one - 1))
        }
        // "Sales of Georgian wine to Ireland"
        "sales" if next == "of" => country(words, at + 2).is_some() && is_to(words, at, "to"),
        "sales" => next == "to" && country_behind(words, at + 2),
        // "sent Kenya 400 tonnes of tea"
        "sent" | "sends" => {
            (country_behind(words, at + 1) || is_to(words, at, "to")) && is_weighed(words, at)
        }
        // "Chile sold us wine for $5 million"
        "sold" | "sells" if matches!(next, "us" | "them") => seller(),
        "sold" | "sells" => country_behind(words, at + 1) || is_to(words, at, "to"),
        _ => false,
    }
}

/// "bought tea from Laos", "Hungary bought $7 million worth of tea".
fn is_purchase(words: &Words<'_>, at: usize) -> bool {
    let takes = words.low(at) == "took" && words.low(at + 1) == "in" || words.low(at) == "buying";
    if takes {
        return is_in_turn(words, at);
    }
    let worth = || {
        let mut near = at + 1..at + 9;
        let buyer = at > 0 && country(words, at - 1).is_some();
        buyer && near.any(|at| words.after(at, "worth of").is_some())
    };
    matches!(words.low(at), "bought" | "buys" | "purchased")
        && (is_to(words, at, "from")
            || worth()
            || is_in_turn(words, at)
            || parties::foreign_goods(words, at + 1).is_some())
}

/// "Britain sold Kenya goods worth £5 million and bought tea worth £7 million": what a sale before is told with.
fn is_in_turn(words: &Words<'_>, at: usize) -> bool {
    let mut before = at.saturating_sub(REACH)..at;
    let joined = matches!(words.low_before(at), "and" | "but" | "while");
    joined
        && before.any(|one| {
            words.same_sentence(one, at)
                && matches!(words.low(one), "sold" | "sells" | "exported" | "shipped")
        })
}

/// What "export" and "import" are only a part of the name of.
static BODIES: WordList = WordList::new(
    "bank finance credit credits agency insurance promotion licence licences council controls permits \
     guarantee guarantees terminal terminals pipeline hub facility facilities plant plants project \
     projects route routes line director manager department",
);

/// "Serbia's deficit": a country has one with the other.
fn is_balance_of(words: &Words<'_>, at: usize) -> bool {
    let owner = at
        .checked_sub(1)
        .filter(|at| words.low(*at).ends_with("'s"));
    let named = owner.is_some_and(|at| country(words, at).is_some());
    named && matches!(words.low(at), "deficit" | "surplus")
}

/// The flow of a noun, or of a verb that needs no country beside it.
fn named(words: &Words<'_>, at: usize) -> Option<(Flow, usize)> {
    let low = words.low(at);
    // "the export bank", "export credits" measure nothing.
    let body = BODIES.has(words.low(at + 1));
    if matches!(low, "export" | "import") && body {
        return None;
    }
    let supplies = matches!(low, "supplied" | "supplies" | "delivered" | "delivers");
    if supplies && is_weighed(words, at) {
        return Some((Flow::Exports, at + 1));
    }
    if is_balance_of(words, at) {
        return Some((Flow::Balance, at + 1));
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
