//! Figures that no rule knows count where the text speaks of both countries.

use std::ops::Range;

use super::context::Context;
use crate::dossier::Code;
use crate::extract::amount::Open;

/// Paragraphs to either side in which both countries are looked for.
const NEAR: usize = 3;
/// The same, where the paragraphs around the figure name one of the two and no other country.
const FAR: usize = 8;

/// Those in whose paragraph, or near it, both countries are named; `named` are the paragraphs with the countries
/// that each names.
pub(super) fn of_both(
    context: &Context<'_>,
    open: Vec<Open>,
    named: &[(Range<usize>, Vec<Code>)],
) -> Vec<Open> {
    let sides = context.dossier.about.codes();
    let is_near = |one: &Open| {
        let next = named.partition_point(|(range, _)| range.start <= one.amount.range.start);
        let at = next.saturating_sub(1);
        let around = |reach: usize| {
            let near = &named[at.saturating_sub(reach)..named.len().min(at + reach + 1)];
            near.iter().flat_map(|(_, codes)| codes)
        };
        let both = |reach| {
            let is_named = |side: &Code| around(reach).any(|code| code == side);
            sides.iter().all(is_named)
        };
        let own = around(NEAR).any(|code| sides.contains(code))
            && around(NEAR).all(|code| sides.contains(code));
        both(NEAR) || own && both(FAR)
    };
    open.into_iter().filter(is_near).collect()
}
