//! What a text calls untrue, or tells only from hearsay: "it is false that …", "the claim that … is unfounded",
//! "dreamed that …", "allegedly".

use std::ops::Range;

use crate::extract::confidence::Confidence;
use crate::extract::word::Words;
use crate::extract::word_list::WordList;

/// Words of a sentence around what it tells, at most.
const REACH: usize = 30;

static FALSE: WordList = WordList::new(
    "false untrue unfounded baseless groundless fake faked fabricated fictitious bogus incorrect invented debunked \
     refuted denied fiction nonsense lie lies hoax myth unproven",
);

/// What somebody tells, which may be called untrue behind it.
static TOLD: WordList = WordList::new(
    "claim claims report reports rumour rumours rumor rumors allegation allegations assertion assertions story \
     stories suggestion suggestions notion idea news",
);

static IMAGINES: WordList = WordList::new(
    "dreamed dreamt dreams imagined imagines pretended pretends fantasised fantasized",
);

/// Does its sentence call untrue, or imagined, what these words tell?
pub(in crate::extract) fn is_untrue(words: &Words<'_>, told: Range<usize>) -> bool {
    let before = told.start.saturating_sub(REACH)..told.start;
    let mut before = before.filter(|at| words.same_sentence(*at, told.start));
    let first = before.clone().next();
    before.any(|at| is_called_so(words, at) || is_imagined(words, at))
        || is_called_so_behind(words, first, told)
}

/// "it is false that", "it is a lie that", "not true", "no truth in", "falsely", "wishes it had"
fn is_called_so(words: &Words<'_>, at: usize) -> bool {
    const NEAR: usize = 4;
    let next = words.low(at + 1);
    match words.low(at) {
        "not" => next == "true",
        "no" => {
            matches!(next, "truth" | "proof" | "indication" | "foundation")
                || matches!(next, "evidence" | "record" | "sign")
                    && (at + 2..at + 2 + NEAR).any(|at| words.low(at) == "that")
        }
        "falsely" | "wrongly" | "mistakenly" | "erroneously" => true,
        "doubt" | "doubts" | "doubted" => {
            matches!(next, "that" | "whether") && words.low_before(at) != "no"
        }
        "if" => next == "only",
        "wish" | "wishes" | "wished" => (at + 2..at + 2 + NEAR).any(|at| words.low(at) == "had"),
        low => {
            // "a fake news report said"
            let told = (at + 1..at + 3).any(|at| TOLD.has(words.low(at)));
            FALSE.has(low) && (next == "that" || told && low != "denied")
        }
    }
}

/// "dreamed that he", "pretended to have"
fn is_imagined(words: &Words<'_>, at: usize) -> bool {
    let next = words.low(at + 1);
    IMAGINES.has(words.low(at))
        && matches!(
            next,
            "that" | "he" | "she" | "they" | "it" | "of" | "to" | "having"
        )
}

/// "The claim that they signed a treaty is untrue", "Reports of a treaty were denied": the verb stands behind.
/// `first`: the first word of the sentence.
fn is_called_so_behind(words: &Words<'_>, first: Option<usize>, told: Range<usize>) -> bool {
    let Some(first) = first else {
        return false;
    };
    let leads = |at: usize| TOLD.has(words.low(at)) && matches!(words.low(at + 1), "that" | "of");
    let led = words.low(first) == "that" || (first..told.start).any(leads);
    let behind = told.end..told.end + REACH;
    let mut behind = behind.take_while(|at| words.same_sentence(*at, told.start));
    let not_true = |at: usize| {
        let (low, next) = (words.low(at), words.low(at + 1));
        FALSE.has(low) && is_stated(words.low_before(at))
            || low == "not" && next == "true"
            || low == "without" && next == "foundation"
    };
    led && behind.any(not_true)
}

/// "is false", "proved entirely false"; not "against false papers"
fn is_stated(before: &str) -> bool {
    matches!(
        before,
        "is" | "are"
            | "was"
            | "were"
            | "be"
            | "been"
            | "as"
            | "a"
            | "proved"
            | "proven"
            | "widely"
            | "simply"
    ) || before.len() > 5 && before.ends_with("ly")
}

/// How certain the verb `at` can be by the words of hearsay beside it: "allegedly", "is said to have".
pub(in crate::extract) fn hearsay(words: &Words<'_>, at: usize) -> Confidence {
    const NEAR: usize = 4;
    let beside = at.saturating_sub(NEAR)..at + 2;
    let mut near = beside
        .filter(|place| words.same_sentence(*place, at))
        .map(|at| words.low(at));
    if is_said_to_have(words, at)
        || near.clone().any(|low| {
            matches!(
                low,
                "allegedly" | "supposedly" | "purportedly" | "reputedly" | "якобы" | "prétendument"
            )
        })
    {
        Confidence::Unsure
    } else if near.any(|low| matches!(low, "reportedly" | "apparently" | "presumably" | "probably"))
    {
        Confidence::Likely
    } else {
        Confidence::Sure
    }
}

/// "is believed to have visited", "claims to have signed"
fn is_said_to_have(words: &Words<'_>, at: usize) -> bool {
    words.ending(at, "to have").is_some_and(|to| {
        matches!(
            words.low_before(to),
            "said"
                | "believed"
                | "reported"
                | "alleged"
                | "rumoured"
                | "rumored"
                | "thought"
                | "claimed"
                | "claims"
                | "claim"
                | "supposed"
                | "understood"
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(words: &Words<'_>) -> usize {
        (0..words.len())
            .find(|at| words.low(*at) == "signed")
            .expect("a verb")
    }

    #[test]
    fn a_sentence_may_call_untrue_what_it_tells() {
        for (text, untrue) in [
            ("It is false that they signed a pact on pears.", true),
            ("It is not true that they signed a pact.", true),
            (
                "There is no truth in the report that they signed a pact.",
                true,
            ),
            ("There is no evidence that they signed a pact.", true),
            (
                "The claim that they signed a pact on pears is untrue.",
                true,
            ),
            (
                "Rumours that they signed a pact proved to be unfounded.",
                true,
            ),
            ("She dreamed that they signed a pact.", true),
            ("They signed a pact against false labels.", false),
            (
                "After a report of a panel, they signed a pact against false labels.",
                false,
            ),
            ("The report that they signed a pact is true.", false),
            ("They signed a pact. The rest is fiction.", false),
        ] {
            let words = Words::new(text, 0);
            let verb = told(&words);
            assert_eq!(is_untrue(&words, verb..verb + 3), untrue, "{text}");
        }
    }

    #[test]
    fn hearsay_is_not_sure() {
        for (text, most) in [
            ("They allegedly signed a pact.", Confidence::Unsure),
            ("They are said to have signed a pact.", Confidence::Unsure),
            ("They reportedly signed a pact.", Confidence::Likely),
            ("They signed a pact.", Confidence::Sure),
        ] {
            let words = Words::new(text, 0);
            assert_eq!(hearsay(&words, told(&words)), most, "{text}");
        }
    }
}
