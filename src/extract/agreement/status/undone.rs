//! What was not done, or was put off, by the words before it: "instead of signing", "postponed the signing of".

use super::passive::is_not;
use super::said::Said;
use crate::dossier::agreement::AgreementStatus as Status;
use crate::extract::word::Words;
use crate::extract::word_list::WordList;

/// Verbs of not doing something.
static LEAVES: WordList = WordList::new(
    "avoided avoid avoids refused refuse refuses declined decline declines failed fail fails blocked block blocks \
     prevented prevent prevents opposed oppose opposes cancelled canceled scrapped without against resisted resists \
     shelved skipped abandoned halted vetoed refrained refrain refrains desisted",
);

/// Verbs of doing it later.
static DELAYS: WordList = WordList::new(
    "postponed postpone postpones delayed delay delays deferred defer defers postponing delaying deferring",
);

/// What the words before the noun or the verb of a signature at `at` say of it: "stopped short of signing", "put
/// off the signing of".
pub(super) fn undone(words: &Words<'_>, at: usize) -> Option<Said> {
    const REACH: usize = 6;
    let article = matches!(words.low_before(at), "the" | "its" | "their" | "a" | "any");
    let start = at - usize::from(article);
    if is_instead(words, start) {
        return Some(Said::Denied);
    }
    // "put off until May the signing of"
    let near = (start.saturating_sub(REACH)..start).rev();
    let mut near = near.take_while(|place| {
        words.same_sentence(*place, at) && !matches!(words.low(*place), "," | ";" | "and")
    });
    near.find_map(|place| {
        let beside =
            place + 1 == start || words.low(place + 1) == "from" || words.low(place + 1) == "to";
        match words.low(place) {
            low if is_not(low) && place + 3 > start => Some(Said::Denied),
            low if DELAYS.has(low) => Some(Said::Is(Status::Planned)),
            "put" if words.low(place + 1) == "off" => Some(Said::Is(Status::Planned)),
            "called" if words.low(place + 1) == "off" => Some(Said::Denied),
            "ruled" if words.low(place + 1) == "out" => Some(Said::Denied),
            "shied" | "backed" | "walked" if words.low(place + 1) == "away" => Some(Said::Denied),
            "balked" | "baulked" if words.low(place + 1) == "at" => Some(Said::Denied),
            low if LEAVES.has(low) && beside => Some(Said::Denied),
            _ => None,
        }
    })
}

/// Does what is said behind the noun of a signature tell that it did not come: "the signing of the treaty fell
/// through"? `end`: behind the instrument.
pub(super) fn came_to_nothing(words: &Words<'_>, verb: usize, end: usize) -> bool {
    const NEAR: usize = 8;
    if !matches!(
        words.low(verb),
        "signing" | "signature" | "conclusion" | "adoption"
    ) {
        return false;
    }
    let mut behind = (end..end + NEAR).take_while(|at| {
        words.same_sentence(verb, *at) && !matches!(words.low(*at), "," | "and" | ";")
    });
    behind.any(|at| {
        let next = words.low(at + 1);
        match words.low(at) {
            "fell" => next == "through",
            "called" => next == "off",
            "did" | "was" | "has" | "had" => matches!(next, "not" | "never"),
            "collapsed" | "cancelled" | "canceled" | "scrapped" => true,
            _ => false,
        }
    })
}

/// "gave up plans to sign", "dropped a plan to sign": what is not planned any more.
pub(super) fn is_given_up(words: &Words<'_>, verb: usize) -> bool {
    const NEAR: usize = 3;
    let plan = verb.saturating_sub(2);
    let to = words.low_before(verb) == "to";
    let noun = matches!(
        words.low(plan),
        "plan" | "plans" | "bid" | "attempt" | "attempts" | "efforts" | "promise"
    );
    let mut before = plan.saturating_sub(NEAR)..plan;
    to && noun
        && before.any(|at| {
            matches!(
                words.low(at),
                "abandoned"
                    | "dropped"
                    | "shelved"
                    | "scrapped"
                    | "cancelled"
                    | "canceled"
                    | "ditched"
                    | "abandon"
            ) || words.after(at, "gave up").is_some()
        })
}

/// Was it all but done: "almost signed"?
pub(super) fn is_almost(words: &Words<'_>, at: usize) -> bool {
    matches!(words.low_before(at), "almost" | "nearly" | "hardly")
        || words.ending(at, "all but").is_some()
}

/// Does "instead of", "short of" or "but not" stand right before what begins with the word `start`?
pub(super) fn is_instead(words: &Words<'_>, start: usize) -> bool {
    const LEADS: [&str; 12] = [
        "instead of",
        "rather than",
        "short of",
        "far from",
        "apart from",
        "except for",
        "other than",
        "exception of",
        "in place of",
        "all but",
        "everything but",
        "none of",
    ];
    LEADS.iter().any(|lead| words.ending(start, lead).is_some())
        || matches!(
            words.low_before(start),
            "not" | "never" | "except" | "excluding"
        )
}
