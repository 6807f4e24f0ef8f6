//! Who only says what a clause tells, and takes no part in it.

use super::actors::Spot;
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

/// Is it a verb of somebody who only reports or remarks something?
pub(super) fn says(low: &str) -> bool {
    SAYS.split_whitespace().any(|says| says == low)
}

const SAYS: &str = "said says say told tells added adds noted notes recalled recalls stressed stresses called \
    calls argued argues explained explains asked asks thanked stated states put puts remarked remarks joked \
    described describes declared mentioned mentions commented observed replied answered insisted insists \
    emphasised emphasized underlined conceded admitted acknowledged claimed claims thinks believes wrote writes";
