//! What a whole text tells of its amounts, and their own sentences do not: whose dollar "$" is, and whose
//! exports "our exports" are.

mod dollar;
mod home;
mod ours;
mod realm;

use super::context::Context;
use super::left::Left;
use crate::extract::Speeches;
use crate::extract::amount::{Amount, Open};
use dollar::Dollar;

/// The amounts of a text and the figures that no rule knows, settled; without those whose currency the text leaves open.
pub(super) fn settled(
    context: &Context<'_>,
    speeches: &Speeches,
    (amounts, open): (Vec<Amount>, Vec<Open>),
    left: &mut Left,
) -> (Vec<Amount>, Vec<Open>) {
    let dollar = Dollar::of(context.dossier, context.text(), &amounts);
    let count = amounts.len();
    let settled: Vec<Amount> = amounts
        .into_iter()
        .filter_map(|amount| {
            let converted = is_converted(context, &amount);
            dollar.settle(amount, converted)
        })
        .map(|amount| ours::settle(context, speeches, amount))
        .collect();
    let settled = home::settle(context, realm::settle(context, settled));
    left.figures += count - settled.len();
    let open = open.into_iter().filter_map(|one| {
        let converted = is_converted(context, &one.amount);
        let amount = dollar.settle(one.amount, converted)?;
        Some(Open { amount, ..one })
    });
    (settled, open.collect())
}

/// Is it what a sum in other money is worth: "3.2 billion yen ($21.5 million)"?
fn is_converted(context: &Context<'_>, amount: &Amount) -> bool {
    let before = context.text().get(..amount.range.start).unwrap_or_default();
    before.trim_end().ends_with('(')
}
