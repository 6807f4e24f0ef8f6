//! "Our exports", "we shipped" in somebody's words: those of their country.

use std::ops::Range;

use super::super::context::Context;
use crate::dossier::Code;
use crate::dossier::series::Flow;
use crate::extract::amount::{Amount, Trade};
use crate::extract::{Confidence, NamedPerson, Speeches, Who};

/// Words between "our" and the word for trade, at most.
const REACH: usize = 3;

/// An amount whose trade is "ours", with the country of the speaker.
pub(super) fn settle(context: &Context<'_>, speeches: &Speeches, amount: Amount) -> Amount {
    let Some(trade) = amount.trade.as_ref() else {
        return amount;
    };
    let nameless = trade.is_nameless();
    let flow = matches!(trade.flow, Flow::Exports | Flow::Imports);
    if !nameless || !flow || !is_ours(context, &trade.cue) {
        return amount;
    }
    let Some((country, confidence)) = speaker(context, speeches, amount.range.start) else {
        return amount;
    };
    let trade = Trade {
        reporter: Some(country),
        basis: trade.basis.at_most(confidence),
        ..trade.clone()
    };
    Amount {
        trade: Some(trade),
        ..amount
    }
}

/// Is "our" or "we" right before the word for trade?
fn is_ours(context: &Context<'_>, cue: &Range<usize>) -> bool {
    let before = context.text().get(..cue.start).unwrap_or_default();
    let mut words = before.split_whitespace().rev().take(REACH);
    words.any(|word| {
        let word = word.trim_matches(|c: char| !c.is_alphabetic());
        word.eq_ignore_ascii_case("our") || word.eq_ignore_ascii_case("we")
    })
}

/// The country of who says what is at that byte: of their title, or else the one of the two that
/// nobody else holds an office of.
fn speaker(context: &Context<'_>, speeches: &Speeches, at: usize) -> Option<(Code, Confidence)> {
    let said = speeches
        .speeches
        .iter()
        .find(|speech| speech.runs.iter().any(|run| run.contains(&at)))?;
    let Who::Person(person) = said.speaker.who else {
        return None;
    };
    let sides = context.dossier.about.codes();
    let own = speeches.people.get(person)?;
    if let Some(code) = own.country {
        return sides.contains(&code).then_some((code, Confidence::Likely));
    }
    let office = |one: &NamedPerson| !one.titles.is_empty();
    let mut others = speeches.people.iter().enumerate();
    let held = |code: &Code| {
        others
            .clone()
            .any(|(at, one)| at != person && office(one) && one.country == Some(*code))
    };
    let free: Vec<Code> = sides.iter().copied().filter(|code| !held(code)).collect();
    let known = others.any(|(at, one)| at != person && office(one) && one.country.is_some());
    match free.as_slice() {
        [only] if office(own) && known => Some((*only, Confidence::Unsure)),
        _ => None,
    }
}
