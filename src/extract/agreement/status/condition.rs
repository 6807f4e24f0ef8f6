//! Is an instrument only a condition of something else: "if an agreement is reached", "unless they sign"?

use std::ops::Range;

use crate::extract::lexicon::{self, Class};
use crate::extract::word::{Word, Words};

/// Words from a clause's first to its verb, at most.
const REACH: usize = 24;

/// Does the clause in which the instrument and its verb are say no more than on what condition something
/// else would be so?
pub(super) fn is_condition(words: &Words<'_>, phrase: &Range<usize>, verb: Option<usize>) -> bool {
    let first = verb.map_or(phrase.start, |verb| verb.min(phrase.start));
    let last = verb.map_or(phrase.end, |verb| verb.max(phrase.start) + 1);
    if words.low_before(phrase.start) == "without" {
        return true;
    }
    let mut at = first;
    while at > first.saturating_sub(REACH) && words.same_sentence(at - 1, first) {
        at -= 1;
        let waits = delays(words, at) || is_before_act(words, at, (verb, phrase.start));
        if opens(words, at) || waits && is_open(words, at..last) {
            return true;
        }
        if ends(words, at) {
            return false;
        }
    }
    false
}

/// Does a condition begin with this word?
fn opens(words: &Words<'_>, at: usize) -> bool {
    match words.low(at) {
        "if" | "unless" | "whether" => true,
        "provided" | "providing" | "assuming" => {
            words.low(at + 1) == "that" || !words.same_sentence(at.wrapping_sub(1), at)
        }
        "case" | "event" => {
            let start = at - usize::from(at > 0 && words.low(at - 1) == "the");
            words.low_before(start) == "in" && matches!(words.low(at + 1), "of" | "that" | "the")
        }
        // "Should the two sign a treaty, …", "Had the two signed it, …"
        "should" | "had" => words.get(at).is_some_and(Word::is_capital),
        "absence" => words.low(at + 1) == "of",
        _ => false,
    }
}

/// Does something else wait for what this word begins with: "once a treaty is signed"?
fn delays(words: &Words<'_>, at: usize) -> bool {
    matches!(words.low(at), "once" | "until" | "till")
        || words.low(at) == "as" && words.after(at, "as soon as").is_some()
}

/// "before the two sign a treaty", not "before the treaty is signed in May"
fn is_before_act(words: &Words<'_>, at: usize, (verb, start): (Option<usize>, usize)) -> bool {
    let act = verb.filter(|verb| *verb < start);
    let bare = act.is_some_and(|verb| {
        matches!(
            words.low(verb),
            "sign" | "signs" | "conclude" | "concludes" | "adopt" | "reach" | "ink"
        )
    });
    words.low(at) == "before" && bare
}

/// Does no verb of a clause tell what was: "is signed", "sign"?
fn is_open(words: &Words<'_>, clause: Range<usize>) -> bool {
    let mut all = clause;
    let past = |at: usize| {
        let low = words.low(at);
        let passive = matches!(
            words.low_before(at),
            "is" | "are" | "been" | "be" | "has" | "have"
        );
        matches!(low, "was" | "were" | "had" | "ended" | "expired" | "lapsed")
            || matches!(low, "signed" | "concluded" | "ratified" | "reached") && !passive
    };
    !all.any(past)
}

/// Does the clause of a verb behind it not reach back to this word? A comma between names ends nothing.
fn ends(words: &Words<'_>, at: usize) -> bool {
    let low = words.low(at);
    let capital = |at: usize| words.get(at).is_some_and(Word::is_capital);
    match low {
        "," => !(at > 0 && capital(at - 1) && capital(at + 1)),
        ";" | ":" | "“" | "\"" | "«" | "but" | "while" => true,
        _ => lexicon::of(low).has(Class::SAY) && !capital(at),
    }
}
