//! What was meant to be and what came of it: "had hoped to sign", "was to visit, but stayed at home".

use std::ops::Range;

use crate::extract::word::Words;
use crate::extract::word_list::WordList;

/// How much the words before an infinitive leave open whether it was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::extract) enum Meant {
    /// They say nothing of it.
    No,
    /// "was to sign", "hoped to sign": it may be ahead still.
    Once,
    /// "had hoped to sign", "was about to sign", "was supposed to sign".
    InVain,
}

/// What the words before the infinitive at `verb` say of it.
pub(in crate::extract) fn meant(words: &Words<'_>, verb: usize) -> Meant {
    const ADVERBS: usize = 2;
    let to = (verb.saturating_sub(ADVERBS + 1)..verb)
        .rev()
        .find(|at| words.low(*at) == "to" && words.same_sentence(*at, verb));
    let to = to.or_else(|| (words.low(verb) == "to").then_some(verb));
    let Some(to) = to.filter(|to| *to > 0) else {
        return Meant::No;
    };
    let be = |at: usize| matches!(words.low_before(at), "was" | "were" | "been");
    let had = |at: usize| {
        let adverb = words.low_before(at).ends_with("ly") || words.low_before(at) == "also";
        let at = at - usize::from(adverb && at > 0);
        matches!(words.low_before(at), "had" | "he'd" | "they'd")
            || words.ending(at, "had been").is_some()
    };
    match words.low(to - 1) {
        "about" | "supposed" | "meant" if be(to - 1) => Meant::InVain,
        "hoped" | "planned" | "intended" | "wanted" | "expected" | "wished" | "hoping"
        | "planning" | "due" | "scheduled"
            if had(to - 1) =>
        {
            Meant::InVain
        }
        "was" | "were" | "hoped" | "planned" | "intended" | "wanted" | "tried" | "attempted"
        | "sought" => Meant::Once,
        "due" | "scheduled" | "expected" | "set" | "hoping" | "planning" if be(to - 1) => {
            Meant::Once
        }
        _ => Meant::No,
    }
}

/// Does the rest of the sentence, or the one behind it, say that what was meant did not come: "…, but no deal was
/// reached", "… . He did not go", "…, but the trip never took place"?
pub(in crate::extract) fn came_to_nothing(words: &Words<'_>, from: usize) -> bool {
    const FAR: usize = 40;
    let Some(own) = from.checked_sub(1).and_then(|at| words.get(at)) else {
        return false;
    };
    let rest = (from..from + FAR).take_while(|at| words.same_sentence(*at, from - 1));
    let next = rest.clone().last().map_or(from, |at| at + 1);
    let begins = words
        .get(next)
        .is_some_and(|word| word.sentence == own.sentence + 1);
    let goes_on = matches!(
        words.low(next),
        "he" | "she" | "they" | "it" | "the" | "that" | "this" | "no" | "but" | "neither"
    );
    let behind =
        (next..next + FAR).take_while(|at| begins && goes_on && words.same_sentence(*at, next));
    rest.chain(behind).any(|at| is_failure(words, at))
}

/// Verbs of what was not done, behind "did not" or "never".
static DONE: WordList = WordList::new(
    "go come happen materialise materialize sign travel arrive happened materialised materialized signed went came \
     travelled arrived did appear appeared turn turned",
);

fn is_failure(words: &Words<'_>, at: usize) -> bool {
    let next = words.low(at + 1);
    match words.low(at) {
        "never" => DONE.has(next) || words.after(at + 1, "took place").is_some(),
        "not" | "didn't" | "didn’t" => is_left_undone(words, at),
        // "but no deal was reached"
        "no" => {
            matches!(words.low_before(at), "but" | "," | ";" | ".")
                && matches!(words.low(at + 2), "was" | "were" | "came" | "emerged")
        }
        "but" => matches!(
            next,
            "stayed"
                | "remained"
                | "cancelled"
                | "canceled"
                | "balked"
                | "failed"
                | "backed"
                | "pulled"
        ),
        "fell" => next == "through",
        "came" => words.after(at + 1, "to nothing").is_some(),
        "called" => next == "off",
        _ => false,
    }
}

/// "did not.", "were not, ", "did not go"
fn is_left_undone(words: &Words<'_>, not: usize) -> bool {
    let auxiliary = words.low(not) != "not"
        || matches!(
            words.low_before(not),
            "did" | "was" | "were" | "has" | "have" | "had" | "could"
        );
    let next = words.low(not + 1);
    let over = matches!(next, "" | "." | "," | ";" | "!") || !words.same_sentence(not, not + 1);
    let phrase = ["take place", "do so", "make it", "go ahead"];
    auxiliary
        && (over || DONE.has(next) || phrase.iter().any(|one| words.after(not + 1, one).is_some()))
}

/// Was it all but done, or only thought of: "would have visited", "was to have visited", "almost visited"?
pub(in crate::extract) fn is_unreal(words: &Words<'_>, verb: Range<usize>) -> bool {
    let at = verb.start;
    let have = words.low_before(at) == "have" && at > 1;
    let unreal = have
        && match words.low(at - 2) {
            "would" | "could" | "should" | "might" | "may" => true,
            "to" => matches!(
                words.low_before(at - 2),
                "was" | "were" | "supposed" | "due" | "meant"
            ),
            _ => false,
        };
    unreal
        || matches!(words.low_before(at), "almost" | "nearly" | "hardly")
        || words.low(verb.end) == "neither"
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sign(words: &Words<'_>) -> usize {
        (0..words.len())
            .find(|at| words.low(*at) == "sign")
            .expect("a verb")
    }

    #[test]
    fn what_was_meant_may_have_come_to_nothing() {
        for (text, expected, nothing) in [
            (
                "They had hoped to sign it on Monday; they did not.",
                Meant::InVain,
                true,
            ),
            (
                "They had hoped to sign it, but no deal was reached.",
                Meant::InVain,
                true,
            ),
            (
                "They were about to sign it when the government fell.",
                Meant::InVain,
                false,
            ),
            (
                "They were supposed to sign it. They did not do so.",
                Meant::InVain,
                true,
            ),
            (
                "They were to sign it in May. It never happened.",
                Meant::Once,
                true,
            ),
            (
                "They were to sign it in May. She did not say where.",
                Meant::Once,
                false,
            ),
            ("They will sign it in May.", Meant::No, false),
            ("They are about to sign it.", Meant::No, false),
        ] {
            let words = Words::new(text, 0);
            let verb = sign(&words);
            assert_eq!(meant(&words, verb), expected, "{text}");
            assert_eq!(came_to_nothing(&words, verb + 1), nothing, "{text}");
        }
    }
}
