//! What is promised, planned or granted by a paper.

use super::status::{AIM, MODAL, Status, is_predicted};
use crate::dossier::observation::ObservationStatus;
use crate::extract::confidence::{Basis, Confidence};
use crate::extract::word::Words;
use crate::extract::word_list::WordList;

/// Is it promised behind a figure: "30 scholarships will be offered"?
fn is_offered(words: &Words<'_>, start: usize) -> bool {
    const REACH: usize = 6;
    let near = (start..start + REACH).filter(|at| words.same_sentence(*at, start));
    near.filter(|at| words.low(*at) == "will" && words.low(*at + 1) == "be")
        .any(|at| {
            matches!(
                words.low(at + 2),
                "offered" | "granted" | "awarded" | "available"
            )
        })
}

/// Is it what somebody has already given for a time to come: "has awarded", "has set aside"?
pub(super) fn is_set_aside(words: &Words<'_>, start: usize) -> bool {
    let mut near = (start.saturating_sub(6)..start).filter(|at| words.same_sentence(*at, start));
    near.any(|at| words.low(at) == "awarded" || sets_aside(words, at))
}

/// "earmarked", "set aside"
fn sets_aside(words: &Words<'_>, at: usize) -> bool {
    matches!(
        words.low(at),
        "earmarked" | "allocated" | "allotted" | "budgeted" | "reserved"
    ) || words.low(at) == "set" && words.low(at + 1) == "aside"
}

/// Is a promise of money what the verb tells: "Germany will provide", "has set aside"? It is an aim then,
/// as long as its time is ahead.
pub(super) fn promised(
    words: &Words<'_>,
    start: usize,
    (status, basis): Status,
    ahead: bool,
) -> Option<Status> {
    let foreseen = is_predicted(words, start);
    let modal = status == ObservationStatus::Forecast && basis.rule == MODAL.rule && !foreseen;
    let mut near = (start.saturating_sub(8)..start).filter(|at| words.same_sentence(*at, start));
    let kept = status != ObservationStatus::Target && ahead && near.any(|at| sets_aside(words, at));
    let offered = status == ObservationStatus::Forecast && is_offered(words, start);
    (modal || kept || offered).then(|| (ObservationStatus::Target, AIM.at_most(Confidence::Likely)))
}

const AGREED: Basis = Basis::new(
    "agreed",
    Confidence::Unsure,
    "a paper that was signed grants it",
);

/// Is it granted by a paper that its sentence calls signed: "signed an agreement under which it will give"?
pub(super) fn agreed(words: &Words<'_>, start: usize, (status, _): Status) -> Option<Status> {
    const REACH: usize = 30;
    if status == ObservationStatus::Reported {
        return None;
    }
    let near = start.saturating_sub(REACH)..start;
    let mut near = near.filter(|at| words.same_sentence(*at, start));
    let under = near.find(|at| {
        let signs = matches!(words.low(*at), "signed" | "concluded" | "sealed" | "inked");
        signs && !matches!(words.low_before(*at), "be" | "to")
    })?;
    let granted = (under..start).any(|at| {
        [
            "under which",
            "providing for",
            "that provides",
            "which provides",
            "by which",
        ]
        .iter()
        .any(|phrase| words.after(at, phrase).is_some())
    });
    granted.then_some((ObservationStatus::Reported, AGREED))
}

/// What somebody does, rather than what comes to be.
static DEEDS: WordList = WordList::new(
    "train accept send provide finance fund build employ hire recruit award grant offer supply buy purchase invest \
     deliver admit host allocate spend pay contribute issue open create equip donate lend take",
);

/// Does somebody say that he will do it: "will train 60 fishermen"?
pub(super) fn is_deed(words: &Words<'_>, start: usize) -> bool {
    const REACH: usize = 7;
    let near = start.saturating_sub(REACH)..start;
    near.filter(|at| words.same_sentence(*at, start))
        .any(|at| matches!(words.low(at), "will" | "shall") && DEEDS.has(words.low(at + 1)))
}

const PLANNED: Basis = Basis::new("is-to", Confidence::Unsure, "“is to”: what is planned");

/// "is to benefit 48,000 people", "are to be renovated": the plan that a figure is part of.
pub(super) fn planned(words: &Words<'_>, start: usize, (status, _): Status) -> Option<Status> {
    const REACH: usize = 8;
    let ends = |at: &usize| {
        *at > start && matches!(words.low(*at), "," | ";" | "and" | "that" | "which" | "who")
    };
    let near = start.saturating_sub(REACH)..start + REACH;
    let mut near = near
        .take_while(|at| !ends(at))
        .filter(|at| words.same_sentence(*at, start) && matches!(words.low(*at), "is" | "are"));
    let is_to = near.any(|at| words.low(at + 1) == "to" && words.low(at + 2) != "blame");
    // "a further $5 million will be paid out"
    let mut behind =
        (start..start + REACH).take_while(|at| !ends(at) && words.same_sentence(*at, start));
    let will_be = behind.any(|at| words.after(at, "will be").is_some());
    let planned = is_to || will_be;
    (planned && status != ObservationStatus::Target).then_some((ObservationStatus::Target, PLANNED))
}
