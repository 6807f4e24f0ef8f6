//! "Exports came to 9.8 billion kroner": what is told in the money of one of both countries, without a name, is told
//! from there.

use super::super::context::Context;
use crate::dossier::Code;
use crate::dossier::series::Flow;
use crate::extract::Confidence;
use crate::extract::amount::{Amount, Unit};

/// The amounts whose exports or imports name no country, and are in the own money of one of the two, with that country.
pub(super) fn settle(context: &Context<'_>, mut amounts: Vec<Amount>) -> Vec<Amount> {
    let sides = context.dossier.about.codes();
    for amount in &mut amounts {
        let Some(country) = owner(&sides, amount.unit) else {
            continue;
        };
        let Some(trade) = amount.trade.as_mut() else {
            continue;
        };
        let nameless = trade.is_nameless();
        if nameless && matches!(trade.flow, Flow::Exports | Flow::Imports) {
            trade.reporter = Some(country);
            trade.basis = trade.basis.at_most(Confidence::Unsure);
        }
    }
    amounts
}

/// The only one of the two countries whose money it is; nobody's where it is money of the whole world.
fn owner(sides: &[Code], unit: Unit) -> Option<Code> {
    const OF_ALL: [&str; 2] = ["USD", "EUR"];
    let Unit::Money(currency) = unit else {
        return None;
    };
    let code = currency.code.or_else(|| currency.code_of_sides(sides))?;
    let own = |side: &Code| {
        let alone = currency.code_of_sides(&[*side]) == Some(code);
        !OF_ALL.contains(&code) && (alone || currency.is_of(*side))
    };
    let mut found = sides.iter().copied().filter(own);
    let first = found.next();
    first.filter(|_| found.next().is_none())
}
