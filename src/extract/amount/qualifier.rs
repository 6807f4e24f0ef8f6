//! The word that makes a figure less than exact: "about", "more than", "up to".

use crate::dossier::observation::Qualifier;
use crate::extract::modal::is_perhaps;
use crate::extract::word::Words;

/// Phrases before a figure. Longer ones first.
const BEFORE: &[(&str, Qualifier)] = &[
    ("no less than", Qualifier::AtLeast),
    ("not less than", Qualifier::AtLeast),
    ("no fewer than", Qualifier::AtLeast),
    ("a minimum of", Qualifier::AtLeast),
    ("at least", Qualifier::AtLeast),
    ("no more than", Qualifier::AtMost),
    ("not more than", Qualifier::AtMost),
    ("a maximum of", Qualifier::AtMost),
    ("as much as", Qualifier::AtMost),
    ("as many as", Qualifier::AtMost),
    ("at most", Qualifier::AtMost),
    ("up to", Qualifier::AtMost),
    ("just under", Qualifier::Almost),
    ("just below", Qualifier::Almost),
    ("just shy of", Qualifier::Almost),
    ("close to", Qualifier::Almost),
    ("not quite", Qualifier::Almost),
    ("a little under", Qualifier::Almost),
    ("slightly under", Qualifier::Almost),
    ("a little over", Qualifier::MoreThan),
    ("a little more than", Qualifier::MoreThan),
    ("just over", Qualifier::MoreThan),
    ("just above", Qualifier::MoreThan),
    ("in excess of", Qualifier::MoreThan),
    ("upwards of", Qualifier::MoreThan),
    ("greater than", Qualifier::MoreThan),
    ("higher than", Qualifier::MoreThan),
    ("more than", Qualifier::MoreThan),
    ("less than", Qualifier::LessThan),
    ("lower than", Qualifier::LessThan),
    ("fewer than", Qualifier::LessThan),
    ("in the region of", Qualifier::About),
    ("in the order of", Qualifier::About),
    ("on the order of", Qualifier::About),
    ("somewhere around", Qualifier::About),
    ("estimated at", Qualifier::Estimated),
    ("estimated to be", Qualifier::Estimated),
    ("estimated to cost", Qualifier::Estimated),
    ("an estimated", Qualifier::Estimated),
    ("не менее чем", Qualifier::AtLeast),
    ("не менее", Qualifier::AtLeast),
    ("по меньшей мере", Qualifier::AtLeast),
    ("как минимум", Qualifier::AtLeast),
    ("не более чем", Qualifier::AtMost),
    ("не более", Qualifier::AtMost),
    ("более чем", Qualifier::MoreThan),
    ("чуть более", Qualifier::MoreThan),
    ("чуть менее", Qualifier::Almost),
    ("менее чем", Qualifier::LessThan),
    ("au moins", Qualifier::AtLeast),
    ("au plus", Qualifier::AtMost),
    ("jusqu'à", Qualifier::AtMost),
    ("près de", Qualifier::Almost),
    ("plus de", Qualifier::MoreThan),
    ("plus d'", Qualifier::MoreThan),
    ("moins de", Qualifier::LessThan),
    ("autour de", Qualifier::About),
    ("avoisiné", Qualifier::About),
    ("avoisinent", Qualifier::About),
    ("avoisine", Qualifier::About),
    ("quelque", Qualifier::About),
    ("dépassé", Qualifier::MoreThan),
    ("de l'ordre de", Qualifier::About),
    ("mehr als", Qualifier::MoreThan),
    ("weniger als", Qualifier::LessThan),
    ("bis zu", Qualifier::AtMost),
];

/// Phrases behind a figure.
const BEHIND: &[(&str, Qualifier)] = &[
    ("or more", Qualifier::AtLeast),
    ("or higher", Qualifier::AtLeast),
    ("and above", Qualifier::AtLeast),
    ("or less", Qualifier::AtMost),
    ("or below", Qualifier::AtMost),
    ("or so", Qualifier::About),
    ("ou plus", Qualifier::AtLeast),
    ("и более", Qualifier::AtLeast),
];

/// The qualifier of a figure from the word `start` to before `end`, and where its words begin.
pub(super) fn qualifier(words: &Words<'_>, start: usize, end: usize) -> (Option<Qualifier>, usize) {
    let behind = || {
        let found = BEHIND
            .iter()
            .find(|(phrase, _)| words.after(end, phrase).is_some());
        found.map(|(_, qualifier)| *qualifier)
    };
    let article = start - usize::from(start > 0 && matches!(words.low(start - 1), "a" | "the"));
    if passes(words, article, end) {
        return (Some(Qualifier::MoreThan), article);
    }
    // "to push trade past $1 billion"
    let pushes = matches!(
        words.low(start.wrapping_sub(2)),
        "trade" | "exports" | "turnover" | "it" | "volume"
    );
    if words.low_before(start) == "past" && pushes {
        return (Some(Qualifier::MoreThan), start - 1);
    }
    // "well below the $200 million forecast for 2024": another figure is below it.
    let foreseen = matches!(
        words.low(end),
        "forecast" | "expected" | "projected" | "predicted" | "target" | "goal"
    );
    if foreseen && article < start && words.low(article) == "the" {
        return (None, start);
    }
    for at in [start, article] {
        if let Some((qualifier, begin)) = before(words, at) {
            return (Some(qualifier), begin);
        }
    }
    (behind(), start)
}

/// "pass the $5 billion mark", "has passed 400 million".
fn passes(words: &Words<'_>, start: usize, end: usize) -> bool {
    let verb = words.low_before(start);
    let mark = matches!(
        words.low(end),
        "mark" | "threshold" | "barrier" | "milestone"
    );
    let hits = matches!(verb, "hit" | "hits" | "reach" | "reached" | "reaches");
    // "is expected to pass €5 million": what is passed is more than it.
    let ahead = || {
        const REACH: usize = 3;
        let at = start.saturating_sub(1);
        let mut near = at.saturating_sub(REACH)..at;
        near.any(|at| {
            matches!(words.low(at), "to" | "will" | "would" | "should") || is_perhaps(words, at)
        })
    };
    matches!(
        verb,
        "passed" | "passes" | "crossed" | "crosses" | "tops" | "surpass"
    ) || matches!(verb, "pass" | "top" | "exceed" | "cross" | "overtake") && ahead()
        || mark
            && !hits
            && matches!(
                verb,
                "pass" | "passes" | "cross" | "crosses" | "break" | "broke" | "top" | "exceed"
            )
}

/// Verbs of change that "up" belongs to.
const MOVES: [&str; 10] = [
    "edged", "inched", "crept", "went", "moved", "came", "ticked", "nudged", "picked", "rose",
];

fn before(words: &Words<'_>, at: usize) -> Option<(Qualifier, usize)> {
    let phrase = BEFORE
        .iter()
        .filter(|(phrase, _)| phrase.ends_with(words.low_before(at)))
        .find_map(|(phrase, qualifier)| Some((*qualifier, words.ending(at, phrase)?)));
    if let Some((_, begin)) = phrase {
        // "edged up to €265 million": where it came to.
        let moves = words.low(begin) == "up" && MOVES.contains(&words.low_before(begin));
        return phrase.filter(|_| !moves);
    }
    let last = at.checked_sub(1)?;
    let low = words.low(last);
    // "did not exceed", "not exceeding"
    if low.starts_with("exceed") && matches!(words.low_before(last), "not" | "never") {
        return Some((Qualifier::AtMost, last - 1));
    }
    // "не превысил"
    if low.starts_with("превыс") && words.low_before(last) == "не" {
        return Some((Qualifier::AtMost, last - 1));
    }
    Some((one_word(low)?, last))
}

fn one_word(low: &str) -> Option<Qualifier> {
    Some(match low {
        "about"
        | "around"
        | "roughly"
        | "approximately"
        | "approx"
        | "circa"
        | "ca"
        | "some"
        | "~"
        | "≈"
        | "около"
        | "примерно"
        | "порядка"
        | "приблизительно"
        | "environ"
        | "quelque"
        | "barely"
        | "hardly"
        | "scarcely"
        | "etwa"
        | "rund"
        | "ungefähr" => Qualifier::About,
        "almost" | "nearly" | "nears" | "neared" | "nearing" | "approaches" | "approached"
        | "approaching" | "почти" | "presque" | "fast" | "knapp" => Qualifier::Almost,
        "over" | "above" | "exceeding" | "exceeded" | "exceeds" | "exceed" | "surpassing"
        | "surpassed" | "surpasses" | "topped" | "topping" | ">" | "более" | "свыше" | "больше"
        | "über" | "превысил" | "превысила" | "превысило" | "превысили" | "превышает" => {
            Qualifier::MoreThan
        }
        "under" | "below" | "<" | "менее" | "меньше" | "unter" => Qualifier::LessThan,
        "≥" | "minimum" | "mindestens" | "минимум" => Qualifier::AtLeast,
        "≤" | "maximum" | "höchstens" | "максимум" => Qualifier::AtMost,
        "estimated" => Qualifier::Estimated,
        _ => return None,
    })
}
