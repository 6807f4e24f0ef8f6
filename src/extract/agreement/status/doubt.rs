//! What is only asked, called untrue, hearsay, or was meant and did not come: "Will they sign a treaty?", "allegedly
//! signed", "had hoped to sign".

use std::ops::Range;

use super::verdict::Verdict;
use crate::dossier::agreement::AgreementStatus as Status;
use crate::extract::confidence::Confidence;
use crate::extract::denied::{Meant, came_to_nothing, hearsay, is_asked, is_untrue, meant};
use crate::extract::word::Words;

/// What the words around a verb leave of its verdict; nothing where they deny it. `end`: behind the instrument.
pub(super) fn weighed(
    words: &Words<'_>,
    phrase: &Range<usize>,
    end: usize,
    verdict: Verdict,
) -> Option<Verdict> {
    if is_asked(words, phrase.end) || is_untrue(words, phrase.start..phrase.end) {
        return None;
    }
    let Some(verb) = verdict.verb else {
        return Some(verdict);
    };
    let most = match (verdict.status, meant(words, verb)) {
        (Status::Planned, Meant::Once | Meant::InVain) if came_to_nothing(words, end) => {
            return None;
        }
        (Status::Planned, Meant::InVain) => Confidence::Unsure,
        _ => hearsay(words, verb),
    };
    Some(Verdict {
        basis: verdict.basis.at_most(most),
        ..verdict
    })
}
