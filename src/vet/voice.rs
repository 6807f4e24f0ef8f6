//! Who only says what a clause tells, and takes no part in it.

use std::collections::HashSet;
use std::ops::Range;
use std::sync::LazyLock;

use super::actors::Spot;
use super::ranks::is_rank;
use super::words::Word;

/// "according to the Kremlin", "Putin said".
pub(super) fn is_attributed(words: &[Word], spot: &Spot) -> bool {
    let behind = words.get(spot.words.end).map(|word| word.low.as_str());
    let first = spot.words.start;
    let according =
        first >= 2 && words[first - 1].low == "to" && words[first - 2].low == "according"
            || first >= 3 && words[first - 3].low == "according";
    according || behind.is_some_and(says)
}

/// The words before a verb of telling that name an office: "the Lao president said"; without the article,
/// and with the place of the rank last.
pub(super) fn office(words: &[Word], range: Range<usize>) -> Option<Range<usize>> {
    /// Words before the rank of an office.
    const BEFORE: usize = 4;
    let says_next = |at: usize| {
        let next = words.get(at + 1);
        next.is_some_and(|next| !next.quoted && next.mark.is_none() && says(&next.low))
    };
    let first = range.start;
    let mut all = range;
    let at = all.find(|at| !words[*at].quoted && is_rank(&words[*at].low) && says_next(*at))?;
    let first = first.max(at.saturating_sub(BEFORE));
    let article = words[first..at]
        .iter()
        .rposition(|word| word.low == "the")?;
    Some(first + article + 1..at + 1)
}

/// Is it a verb of somebody who only reports or remarks something?
pub(super) fn says(low: &str) -> bool {
    static ALL: LazyLock<HashSet<&str>> = LazyLock::new(|| SAYS.split_whitespace().collect());
    ALL.contains(low)
}

const SAYS: &str = "said says say told tells added adds noted notes recalled recalls stressed stresses called \
    calls argued argues explained explains asked asks thanked stated states put puts remarked remarks joked \
    described describes declared mentioned mentions commented observed replied answered insisted insists \
    emphasised emphasized underlined conceded admitted acknowledged claimed claims announced announces confirmed confirms warned warns thinks believes wrote writes";
