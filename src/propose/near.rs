//! Figures that no rule knows count where the text speaks of both countries.

use std::ops::Range;

use super::context::Context;
use crate::dossier::Code;
use crate::extract::amount::Open;

/// Paragraphs to either side in which both countries are looked for.
const NEAR: usize = 3;

/// Those in whose paragraph, or near it, both countries are named; `named` are the paragraphs with the countries
/// that each names.
pub(super) fn of_both(
    context: &Context<'_>,
    open: Vec<Open>,
    named: &[(Range<usize>, Vec<Code>)],
) -> Vec<Open> {
    let sides = &context.dossier.about.sides;
    let is_near = |one: &Open| {
        let next = named.partition_point(|(range, _)| range.start <= one.amount.range.start);
        let at = next.saturating_sub(1);
        let near = &named[at.saturating_sub(NEAR)..named.len().min(at + NEAR + 1)];
        sides
            .iter()
            .all(|side| near.iter().any(|(_, codes)| codes.contains(&side.code)))
    };
    open.into_iter().filter(is_near).collect()
}
