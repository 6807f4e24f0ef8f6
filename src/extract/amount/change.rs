//! Growth and decline: by how much, from what, to what.

use std::ops::Range;

use super::quantity::Found;
use super::trend::{Trend, is_noun_of_change, multiple, trend};
use super::unit::Unit;
use crate::extract::confidence::{Basis, Confidence};
use crate::extract::word::Words;

/// What a figure is in a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChangeRole {
    /// How much it changed: "by 12 per cent".
    By,
    /// What it was after.
    To,
    /// What it was before.
    From,
}

/// A change that a figure is part of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// Which way.
    pub trend: Trend,
    /// What the figure is in it.
    pub role: ChangeRole,
    /// How that is known.
    pub basis: Basis,
    /// The first byte of the word that says so, and the one behind its last.
    pub cue: (usize, usize),
}

/// Words before a figure in which its verb is looked for.
const BEFORE: usize = 14;
/// Words behind it.
const BEHIND: usize = 3;

/// The change that a figure is part of; its qualifier begins with the word `start`.
pub(super) fn change(words: &Words<'_>, found: &Found, start: usize) -> Option<Change> {
    if let Some(plus) = found.sign.filter(|_| found.unit == Some(Unit::Percent)) {
        let trend = if plus { Trend::Up } else { Trend::Down };
        return Some(Change {
            trend,
            role: ChangeRole::By,
            basis: PLUS,
            cue: bytes(words, found.words.start),
        });
    }
    let change = |(role, (trend, at), basis): Read| Change {
        trend,
        role,
        basis,
        cue: bytes(words, at),
    };
    if let Some((_, trend)) = multiple(words.low(found.words.start)) {
        let at = found.words.start;
        return Some(change((ChangeRole::By, (trend, at), MULTIPLE)));
    }
    let by_times = || {
        let trend = trend_before(words, start).filter(|_| found.unit == Some(Unit::Times))?;
        Some((ChangeRole::By, trend, MULTIPLE))
    };
    by_preposition(words, start)
        .or_else(by_times)
        .or_else(|| by_noun_behind(words, found))
        .or_else(|| by_noun_before(words, start, found))
        .or_else(|| by_verb_before(words, start, found))
        .map(change)
}

/// Which way, and the word that says so.
type Said = (Trend, usize);

type Read = (ChangeRole, Said, Basis);

fn bytes(words: &Words<'_>, at: usize) -> (usize, usize) {
    let range = words.range(at..at + 1);
    (range.start, range.end)
}

const PLUS: Basis = Basis::new(
    "plus-or-minus",
    Confidence::Likely,
    "a sign before the rate",
);
const PREPOSITION: Basis = Basis::new(
    "change-by-to-from",
    Confidence::Sure,
    "“by”, “to” or “from” behind a verb of change",
);
const NOUN: Basis = Basis::new(
    "change-noun",
    Confidence::Sure,
    "a word for a change follows the figure",
);
const MULTIPLE: Basis = Basis::new(
    "change-multiple",
    Confidence::Sure,
    "the word is a change by so many times",
);
const VERB: Basis = Basis::new(
    "change-verb",
    Confidence::Sure,
    "a verb of change is right before the figure",
);

/// "by", "to", "from", "of" before the figure, and the word of change before that.
fn by_preposition(words: &Words<'_>, start: usize) -> Option<Read> {
    let more = matches!(
        words.low_before(start),
        "another" | "further" | "additional"
    );
    let before = start.checked_sub(1 + usize::from(more))?;
    let article = more && words.low(before) == "a";
    let place = before.checked_sub(usize::from(article))?;
    let role = match words.low(place) {
        "by" | "на" | "um" => ChangeRole::By,
        "of" if words.ending(start, "a factor of").is_some() => ChangeRole::By,
        "of" | "de" | "von" => {
            let noun = (place.saturating_sub(3)..place)
                .rev()
                // "a contract value of": no verb.
                .filter(|at| words.low(*at) != "contract")
                .find_map(|at| Some((trend(words.low(at))?, at)));
            return noun.map(|said| (ChangeRole::By, said, PREPOSITION));
        }
        "to" | "at" | "до" | "à" | "auf" => ChangeRole::To,
        "from" | "с" => ChangeRole::From,
        _ => return None,
    };
    let trend = trend_before(words, place)?;
    Some((role, trend, PREPOSITION))
}

/// The nearest word of change before a word, in its clause.
fn trend_before(words: &Words<'_>, at: usize) -> Option<Said> {
    (at.saturating_sub(BEFORE)..at)
        .rev()
        .take_while(|place| words.same_sentence(*place, at) && words.low(*place) != ";")
        .find_map(|place| Some((trend(words.low(place))?, place)))
}

/// "a 12 per cent increase", "5 per cent higher".
fn by_noun_behind(words: &Words<'_>, found: &Found) -> Option<Read> {
    let end = found.words.end;
    if !is_rate(found.unit?) {
        return difference(words, end);
    }
    let places = (end..end + BEHIND).take_while(|place| words.same_sentence(*place, end - 1));
    for place in places {
        let low = words.low(place);
        if matches!(
            low,
            "," | "." | ";" | ":" | "and" | "of" | "in" | "for" | "as" | "to" | "from"
        ) {
            return None;
        }
        let than = matches!(
            words.low(place + 1),
            "than" | "," | "чем" | "compared" | "when"
        );
        match low {
            "more" | "больше" | "выше" if than => {
                return Some((ChangeRole::By, (Trend::Up, place), NOUN));
            }
            // "six per cent up on 2022"
            "up" if place == end && words.low(place + 1) == "on" => {
                return Some((ChangeRole::By, (Trend::Up, place), NOUN));
            }
            "down" if place == end && words.low(place + 1) == "on" => {
                return Some((ChangeRole::By, (Trend::Down, place), NOUN));
            }
            // "14 per cent above the level of 2021", "8 per cent below its level in"
            "above" if matches!(words.low(place + 1), "the" | "its" | "their") => {
                return Some((ChangeRole::By, (Trend::Up, place), NOUN));
            }
            "below" if matches!(words.low(place + 1), "the" | "its" | "their") => {
                return Some((ChangeRole::By, (Trend::Down, place), NOUN));
            }
            "less" | "fewer" | "меньше" | "ниже" if than => {
                return Some((ChangeRole::By, (Trend::Down, place), NOUN));
            }
            _ => {}
        }
        if let Some(trend) = trend(low).filter(|_| is_noun_of_change(low)) {
            return Some((ChangeRole::By, (trend, place), NOUN));
        }
    }
    None
}

/// "The growth was 8 per cent", "the increase in trade came to 12 per cent".
fn by_noun_before(words: &Words<'_>, start: usize, found: &Found) -> Option<Read> {
    const REACH: usize = 6;
    if found.unit != Some(Unit::Percent) {
        return None;
    }
    let verb = match words.low_before(start) {
        "was" | "is" | "reached" | "totalled" | "totaled" => start.checked_sub(1)?,
        "to" => start
            .checked_sub(2)
            .filter(|at| matches!(words.low(*at), "came" | "amounted"))?,
        _ => return None,
    };
    let mut near = (verb.saturating_sub(REACH)..verb)
        .rev()
        .take_while(|at| words.same_sentence(*at, start) && words.low(*at) != ",");
    let place = near.find(|at| {
        let noun = matches!(
            words.low(*at),
            "growth" | "increase" | "rise" | "decline" | "decrease" | "fall" | "drop"
        );
        noun && matches!(words.low_before(*at), "the" | "this" | "that" | "annual")
    })?;
    Some((ChangeRole::By, (trend(words.low(place))?, place), NOUN))
}

/// "$15 million less than in 2022", "$15 million lower in 2023": by how much it changed, not how much it was.
fn difference(words: &Words<'_>, end: usize) -> Option<Read> {
    let than = matches!(words.low(end + 1), "than" | "compared");
    let the = matches!(words.low(end + 1), "the" | "its" | "their" | "what");
    let trend = match words.low(end) {
        "higher" => Trend::Up,
        "more" if than => Trend::Up,
        "above" if the => Trend::Up,
        "lower" | "less" => Trend::Down,
        "fewer" if than => Trend::Down,
        "below" | "short" if the || words.low(end + 1) == "of" => Trend::Down,
        _ => return None,
    };
    Some((ChangeRole::By, (trend, end), NOUN))
}

fn is_rate(unit: Unit) -> bool {
    !matches!(unit, Unit::Money(_) | Unit::Measure(_))
}

/// A verb, "up" or "down" right before the figure, or behind an adverb.
fn by_verb_before(words: &Words<'_>, start: usize, found: &Found) -> Option<Read> {
    let place = start.checked_sub(1)?;
    let adverb = words.low(place).ends_with("ly") || matches!(words.low(place), "just" | "another");
    let place = if adverb { place.checked_sub(1)? } else { place };
    let low = words.low(place);
    let added = low == "added" && is_rate(found.unit?);
    let trend = trend(low).or(added.then_some(Trend::Up))?;
    // "make up 30 per cent"
    let phrasal = matches!(
        words.low_before(place),
        "make"
            | "makes"
            | "made"
            | "making"
            | "set"
            | "took"
            | "takes"
            | "put"
            | "puts"
            | "putting"
    );
    if phrasal && matches!(low, "up" | "down") {
        return None;
    }
    // "raised $5 billion", "cut $2 billion" are no change of a level; "rose $5 million" is.
    let alone = matches!(
        low,
        "up" | "down"
            | "rose"
            | "grew"
            | "climbed"
            | "jumped"
            | "surged"
            | "fell"
            | "dropped"
            | "declined"
            | "slipped"
            | "slid"
            | "shrank"
    );
    let plain = is_rate(found.unit?) || alone;
    let noun = words.same_sentence(place, start) && !low.ends_with("ing");
    (plain && noun).then_some((ChangeRole::By, (trend, place), VERB))
}

/// Is a verb of change near before a number, with at most a few small words between?
pub(super) fn is_change_before(words: &Words<'_>, at: usize) -> bool {
    let small = |low: &str| {
        matches!(
            low,
            "from"
                | "by"
                | "to"
                | "slightly"
                | "about"
                | "around"
                | "nearly"
                | "almost"
                | "just"
                | "sharply"
                | "с"
                | "со"
                | "от"
                | "на"
                | "de"
                | "von"
                | "um"
                | ","
                | "up"
                | "down"
        )
    };
    let mut near = (at.saturating_sub(BEFORE)..at)
        .rev()
        .take_while(|place| words.same_sentence(*place, at));
    let Some(first) =
        near.find(|place| !small(words.low(*place)) || trend(words.low(*place)).is_some())
    else {
        return false;
    };
    if trend(words.low(first)).is_some() {
        return true;
    }
    // "its dollar shares plummeted in May from …"
    words.low_before(at) == "from"
        && first + 5 >= at
        && trend_before(words, first).is_some()
        && !matches!(words.low(first), "ranging" | "range" | "ranges" | "ranged")
}

/// Where the comparison of a multiple ends: behind "-fold", "times", "раза".
pub(super) fn times(words: &Words<'_>, number: &Range<usize>) -> Option<usize> {
    let end = number.end;
    let hyphen = usize::from(words.low(end) == "-");
    match words.low(end + hyphen) {
        "fold" => Some(end + hyphen + 1),
        "раз" | "раза" if words.low_before(number.start) == "в" => {
            let more = matches!(words.low(end + 1), "больше" | "выше" | "меньше" | "ниже");
            (more || trend_before(words, number.start).is_some()).then_some(end + 1)
        }
        "times" | "fois" | "mal" => {
            let more = matches!(
                words.low(end + 1),
                "more" | "higher" | "larger" | "greater" | "bigger" | "plus"
            );
            let grown = trend_before(words, number.start).is_some()
                && !matches!(
                    words.low(end + 1),
                    "a" | "per" | "as" | "earnings" | "since"
                );
            (more || grown).then_some(end + 1)
        }
        _ => words.ending(number.start, "a factor of").map(|_| end),
    }
}
