//! The day on which an agreement ends, told in the present or as a plan: "which expires on 31 May 2026", "is
//! valid until 2027".

use std::ops::Range;

use super::force;
use super::mention::AgreementMention;
use crate::dossier::agreement::AgreementStatus;
use crate::extract::confidence::{Basis, Confidence};
use crate::extract::date::{Edge, TimeExpression, TimeKind};
use crate::extract::word::Words;

const ENDS: Basis = Basis::new(
    "ends-later",
    Confidence::Likely,
    "it holds until the day on which it ends",
);

/// Adds to each agreement of a paragraph the day on which it ends.
pub(super) fn enter(found: &mut [AgreementMention], words: &Words<'_>, times: &[TimeExpression]) {
    if found.is_empty() {
        return;
    }
    for at in 0..words.len() {
        let Some((cue, until)) = cue(words, at) else {
            continue;
        };
        let Some(date) = date(words, times, &cue, until) else {
            continue;
        };
        let meant = |one: &AgreementMention| one.count.is_none() && one.end.is_none();
        if let Some(one) = force::meant(found, words, cue.start, meant) {
            one.end = Some(date.clone());
            if one.status == AgreementStatus::Unknown {
                one.status = AgreementStatus::InForce;
                one.status_basis = ENDS;
            }
            // The day of the end is that of no other step.
            one.date.take_if(|own| own.range == date.range);
        }
    }
}

/// A verb of ending, or one of lasting before "until".
fn cue(words: &Words<'_>, at: usize) -> Option<(Range<usize>, bool)> {
    const NEAR: usize = 4;
    let next = words.low(at + 1);
    let end = match words.low(at) {
        "expire" | "expires" | "lapse" | "lapses" => (at + 1, false),
        "run" | "runs" if next == "out" => (at + 2, false),
        "come" | "comes" => (words.after(at + 1, "to an end")?, false),
        "run" | "runs" | "valid" | "force" | "effect" | "last" | "lasts" | "place"
            if matches!(next, "until" | "till" | "through") =>
        {
            (at + 1, true)
        }
        _ => return None,
    };
    let before = at.saturating_sub(NEAR)..at;
    let denied = before
        .filter(|place| words.same_sentence(*place, at))
        .any(|place| matches!(words.low(place), "not" | "never" | "if" | "unless"));
    (!denied).then_some((first(words, at)..end.0, end.1))
}

/// "remains in force": the first word of the verb.
fn first(words: &Words<'_>, at: usize) -> usize {
    let noun = matches!(words.low(at), "force" | "effect" | "place");
    let start = at - usize::from(noun && words.low_before(at) == "in");
    let verb = matches!(
        words.low_before(start),
        "remains" | "remain" | "stays" | "stay"
    );
    start - usize::from(verb)
}

/// The date right behind the verb.
fn date<'a>(
    words: &Words<'_>,
    times: &'a [TimeExpression],
    cue: &Range<usize>,
    until: bool,
) -> Option<&'a TimeExpression> {
    const NEAR: usize = 4;
    let from = times.partition_point(|time| time.words.start < cue.end);
    times.get(from).filter(|time| {
        let edge = match time.edge {
            None => !until,
            Some(Edge::Until) => until,
            Some(_) => false,
        };
        let start = time.words.start;
        let joined = (cue.end..start).all(|at| !matches!(words.low(at), "," | "and" | "when"));
        time.kind == TimeKind::Date
            && time.edtf.is_some()
            && edge
            && joined
            && start <= cue.end + NEAR
            && words.same_sentence(start, cue.start)
    })
}
