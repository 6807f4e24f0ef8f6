//! What a text denies: "rejected claims that he had met …", "no meeting took place".

mod meant;
mod untrue;

use std::ops::Range;

use super::word::Words;
use super::word_list::WordList;
pub(super) use meant::{Meant, came_to_nothing, is_unreal, meant};
pub(super) use untrue::{hearsay, is_untrue};

static DENIES: WordList = WordList::new(
    "deny denies denied denying reject rejects rejected rejecting dismiss dismissed dismisses refute \
     refuted refutes disputed disputes опроверг опровергла опровергли отрицал отрицает démenti dément",
);

/// Words before an event in which a denial is looked for.
const REACH: usize = 30;

/// Does the sentence deny the event that these words tell, ask for it, or call it untrue?
pub(super) fn is_not_so(words: &Words<'_>, event: Range<usize>) -> bool {
    is_denied(words, event.start) || is_asked(words, event.end) || is_untrue(words, event)
}

/// Does the sentence deny the event that begins with the word `at`?
fn is_denied(words: &Words<'_>, at: usize) -> bool {
    let before = (at.saturating_sub(REACH)..at).rev();
    let same =
        |place: &usize| words.same_sentence(*place, at) && !matches!(words.low(*place), ";" | ":");
    let mut near = before.take_while(same);
    let none = matches!(
        words.low_before(at),
        "no" | "without" | "neither" | "nor" | "never" | "not" | "не"
    );
    none || near.any(|place| DENIES.has(words.low(place)) || rather(words, place, at))
}

/// Is it told only as what somebody denies: "denied that a treaty had been signed", "dismissed a report of"?
pub(super) fn is_denied_report(words: &Words<'_>, at: usize) -> bool {
    let before = (at.saturating_sub(REACH)..at).rev();
    let mut near = before.take_while(|place| words.same_sentence(*place, at));
    let told = |place: usize| {
        matches!(
            words.low(place),
            "that"
                | "report"
                | "reports"
                | "claim"
                | "claims"
                | "rumour"
                | "rumours"
                | "rumor"
                | "rumors"
                | "having"
                | "signing"
                | "concluding"
                | "allegation"
                | "allegations"
        )
    };
    near.any(|place| DENIES.has(words.low(place)) && (place + 1..at).any(told))
        || near_untrue(words, at)
}

/// "contrary to reports that a treaty had been signed"
fn near_untrue(words: &Words<'_>, at: usize) -> bool {
    const NEAR: usize = 12;
    let mut before = (at.saturating_sub(NEAR)..at).filter(|place| words.same_sentence(*place, at));
    before.any(|place| words.low(place) == "contrary" && words.low(place + 1) == "to")
}

/// "not in Moscow but": what stands between is not so.
fn rather(words: &Words<'_>, at: usize, event: usize) -> bool {
    words.low(at) == "not"
        && !(at + 1..event).any(|place| words.low(place) == "but")
        && (at + 1..event).len() < 8
}

/// Does the sentence of the word before `end` end with a question mark?
pub(super) fn is_asked(words: &Words<'_>, end: usize) -> bool {
    let Some(last) = end.checked_sub(1) else {
        return false;
    };
    let same = |at: &usize| words.same_sentence(*at, last);
    let marks = (end..end + REACH * 2)
        .take_while(same)
        .find(|at| words.low(*at) == "?");
    marks.is_some()
}
