//! "Negotiations on an agreement will begin in May": what is said of the talks, or of the act of signing, is not said
//! of the instrument that they are about.

use std::ops::Range;

use super::passive::AUXILIARIES;
use super::undone::came_to_nothing;
use crate::dossier::agreement::AgreementStatus as Status;
use crate::extract::word::Words;

/// Does the verb behind an instrument tell of the talks on it, or of a signing that did not come? `end`: behind the
/// instrument.
pub(super) fn is_of_talks(
    words: &Words<'_>,
    phrase: &Range<usize>,
    (status, verb): (Status, Option<usize>),
    end: usize,
) -> bool {
    let Some(verb) = verb else {
        return false;
    };
    let low = words.low(verb);
    let over = matches!(low, "concluded" | "finalised" | "finalized")
        || matches!(status, Status::Terminated | Status::Expired);
    // "will begin", "are planned for May", not "to be signed in May"
    let ahead = status.is_ahead() && !matches!(low, "signed" | "inked" | "initialled");
    let talks = is_on(words, phrase.start);
    let signing = is_of_signing(words, phrase.start);
    verb >= end && (talks && (over || ahead) || signing && over)
        || came_to_nothing(words, verb, end)
}

/// Is the instrument that begins with the word `start` what talks are about: "negotiations between the two on a"?
fn is_on(words: &Words<'_>, start: usize) -> bool {
    const REACH: usize = 10;
    let on = matches!(
        words.low_before(start),
        "on" | "about" | "over" | "for" | "towards"
    );
    let mut before = (start.saturating_sub(REACH)..start)
        .rev()
        .take_while(|at| words.same_sentence(*at, start))
        .take_while(|at| words.low(*at) != "," && !AUXILIARIES.has(words.low(*at)));
    let mut talks = before.by_ref().filter(|at| {
        matches!(
            words.low(*at),
            "negotiations" | "talks" | "consultations" | "work" | "negotiation" | "discussions"
        )
    });
    on && talks.next().is_some()
}

/// "the signing of a treaty"
fn is_of_signing(words: &Words<'_>, start: usize) -> bool {
    start > 1
        && words.low(start - 1) == "of"
        && matches!(words.low(start - 2), "signing" | "signature")
}
