//! The country that a person holds an office of.

use std::ops::Range;

use super::super::reading::Reading;
use crate::dossier::Code;

/// The country of "a Thai delegation headed by", right before a title.
pub(super) fn delegation(reading: &Reading, title: usize) -> Option<Code> {
    const REACH: usize = 6;
    let block = &reading.blocks[reading.block_of(title)];
    let least = title.saturating_sub(REACH).max(block.words.start);
    let led = (least..title).find(|at| {
        let by = reading.reads(*at, "by");
        by && ["headed", "led"]
            .iter()
            .any(|word| *at > least && reading.reads(*at - 1, word))
    })?;
    let mut nations = reading.nations_in(least.saturating_sub(2).max(block.words.start)..led);
    nations.next().map(|nation| nation.found.code)
}

/// The country of "Foreign Minister Somphet Vannasin of Laos".
pub(super) fn behind(reading: &Reading, end: usize) -> Option<Code> {
    let of = reading.reads(end, "of") && reading.block_of(end) == reading.block_of(end - 1);
    let first = end + 1 + usize::from(of && reading.reads(end + 1, "the"));
    let nation = reading.nations_in(first..first + 1).next()?;
    of.then_some(nation.found.code)
}

/// The country whose office a title is; not the one that an ambassador is sent to.
pub(super) fn country(reading: &Reading, title: &Range<usize>) -> Option<Code> {
    let mut nations = reading.nations_in(title.clone());
    nations
        .find(|nation| !(nation.at > title.start && reading.reads(nation.at - 1, "to")))
        .map(|nation| nation.found.code)
}
