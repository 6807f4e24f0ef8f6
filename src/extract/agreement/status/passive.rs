//! What stands behind an instrument: an auxiliary with its participle, "entered into force", "expired".

use super::said::Said;
use crate::dossier::agreement::AgreementStatus as Status;
use crate::extract::modal::is_perhaps;
use crate::extract::word::Words;
use crate::extract::word_list::WordList;

pub(super) static AUXILIARIES: WordList = WordList::new(
    "is are was were has have had will would may could might to shall can should \
     est sont sera seront",
);

/// Is it "not", "never" or a verb such as "won't"?
pub(super) fn is_not(low: &str) -> bool {
    matches!(low, "not" | "never") || low.ends_with("n't") || low.ends_with("n’t")
}

/// What an auxiliary verb and its participle say, or those of the next verb of the same subject: "is with the
/// lawyers and will be signed".
pub(super) fn passive(words: &Words<'_>, at: usize) -> Option<(Said, usize)> {
    let next = next_verb(words, at);
    let first = predicate(words, at);
    // "was due to be signed on Monday but was not"
    let failed = next.is_some_and(|verb| is_not(words.low(verb + 1)) && is_ended(words, verb + 2));
    if failed && matches!(first, Some((Said::Is(Status::Planned), _))) {
        return Some((Said::Is(Status::Unknown), at));
    }
    first.or_else(|| predicate(words, next?))
}

/// Does a clause end here?
fn is_ended(words: &Words<'_>, at: usize) -> bool {
    matches!(words.low(at), "" | "." | "," | ";")
}

/// The auxiliary verb behind an "and" or a "but".
fn next_verb(words: &Words<'_>, at: usize) -> Option<usize> {
    const REACH: usize = 14;
    let mut near = (at + 1..at + REACH).take_while(|place| {
        words.same_sentence(at, *place) && !matches!(words.low(*place), "," | ";")
    });
    let joined = |place: usize| {
        matches!(words.low_before(place), "and" | "but") && AUXILIARIES.has(words.low(place))
    };
    near.find(|place| joined(*place))
}

/// "is planned for early 2027", "are ready for Monday"
fn is_scheduled_for(words: &Words<'_>, at: usize) -> bool {
    let adverb = matches!(words.low(at + 1), "now" | "also" | "already" | "still");
    let plan = at + 1 + usize::from(adverb);
    // "is due for renewal"
    let another = matches!(
        words.low(plan + 2),
        "renewal" | "review" | "revision" | "expiry" | "termination" | "ratification"
    );
    leads_ahead(words.low(plan))
        && !matches!(words.low(plan), "should" | "set")
        && matches!(words.low(at), "is" | "are")
        && matches!(
            words.low(plan + 1),
            "for" | "in" | "by" | "on" | "next" | "this" | "later" | "within" | "before"
        )
        && !another
}

/// The participle behind an auxiliary verb.
fn predicate(words: &Words<'_>, at: usize) -> Option<(Said, usize)> {
    const REACH: usize = 8;
    if is_scheduled_for(words, at) {
        return Some((Said::Is(Status::Planned), at + 1));
    }
    let mut ahead = matches!(words.low(at), "will" | "to" | "shall" | "would" | "can");
    let mut perhaps = is_perhaps(words, at);
    let places = (at..at + REACH).take_while(|place| words.same_sentence(at, *place));
    for place in places {
        if let Some(status) = told_by(words, at, (place, ahead)) {
            return Some((Said::Is(status), place));
        }
        match words.low(place) {
            "longer" => return Some((denied(words, place)?, place)),
            low if is_not(low) => return Some((denied(words, place)?, place)),
            low if leads_ahead(low) => ahead = true,
            // "is to be signed", "has yet to be signed".
            "to" if matches!(words.low(place + 1), "be" | "follow" | "start" | "begin") => {
                ahead = true;
            }
            // "was to have been signed"
            "to" if words.low(place + 1) == "have" && is_be(words.low_before(place)) => {
                ahead = true;
            }
            "will" | "shall" if place > at => ahead = true,
            "agreed" if in_principle(words, place) => ahead = true,
            "possible" => perhaps = true,
            // "la convention est, elle, entrée en vigueur"
            "," if matches!(words.low(place + 1), "elle" | "il" | "lui")
                || matches!(words.low_before(place), "elle" | "il" | "lui") => {}
            "," | ";" => break,
            low => {
                let Some(stated) = participle(low) else {
                    perhaps &= !is_changed(low);
                    continue;
                };
                // "may be terminated", "may be extended": it holds, as another verb says.
                if perhaps && is_of_what_holds(low, stated) || ahead && stated == Status::Terminated
                {
                    return None;
                }
                // "has yet to be ratified": it was signed, as another verb says.
                if ahead && matches!(low, "ratified" | "ratifié" | "ratifiée") {
                    return None;
                }
                // "was being finalised and would be signed within weeks"
                if stated == Status::Signed && low != "signed" && words.low_before(place) == "being"
                {
                    return Some(next_step(words, place));
                }
                // "was initialled in May and signed in June"
                if is_initialled(low) && is_signed_behind(words, place) {
                    continue;
                }
                let status = match stated {
                    Status::Signed | Status::InForce if perhaps => Status::Speculative,
                    Status::Signed | Status::InForce if ahead => Status::Planned,
                    _ => stated,
                };
                return Some((Said::Is(status), place));
            }
        }
    }
    perhaps.then_some((Said::Is(Status::Speculative), at))
}

/// What one word behind the auxiliary verb at `at` says by itself: "in the works", "for signature", "in place".
fn told_by(words: &Words<'_>, at: usize, (place, ahead): (usize, bool)) -> Option<Status> {
    let (before, next) = (words.low_before(place), words.low(place + 1));
    Some(match words.low(place) {
        "effective" if !ahead && (next == "since" || before == "been") => Status::InForce,
        "operation" | "place" if !ahead && before == "in" => Status::InForce,
        "applied" | "governed" | "regulated" | "existed" | "run" if has_since(words, at, place) => {
            Status::InForce
        }
        "for" if matches!(next, "signature" | "signing") => Status::Planned,
        "prepared" if words.ending(place + 3, "for signing").is_some() => Status::Planned,
        "forward" if before == "put" => Status::Proposed,
        "awaiting" | "pending" if is_step(next) => Status::Planned,
        "follow" | "start" | "begin" | "published" | "unveiled" if ahead => Status::Planned,
        "works" | "pipeline" | "making" if !ahead && words.ending(place, "in the").is_some() => {
            Status::UnderDiscussion
        }
        "table" if !ahead && words.ending(place, "on the").is_some() => Status::UnderDiscussion,
        "stage" | "stages" if matches!(before, "advanced" | "final" | "early") => {
            Status::UnderDiscussion
        }
        // "may be put on the agenda"
        "agenda" => Status::Proposed,
        "allowed" if is_let_lapse(words, place) => Status::Expired,
        _ => return None,
    })
}

/// What is being done is still under way, unless the next verb tells of the signature ahead.
fn next_step(words: &Words<'_>, at: usize) -> (Said, usize) {
    let next = next_verb(words, at).and_then(|verb| predicate(words, verb));
    next.filter(|(said, _)| *said == Said::Is(Status::Planned))
        .unwrap_or((Said::Is(Status::UnderDiscussion), at))
}

/// A step that an instrument waits for.
pub(super) fn is_step(low: &str) -> bool {
    matches!(low, "signing" | "signature" | "ratification" | "approval")
}

/// "has governed pensions since 2003"
fn has_since(words: &Words<'_>, at: usize, verb: usize) -> bool {
    const NEAR: usize = 5;
    let mut near = (verb + 1..verb + NEAR).take_while(|place| words.same_sentence(verb, *place));
    matches!(words.low(at), "has" | "have") && near.any(|place| words.low(place) == "since")
}

fn leads_ahead(low: &str) -> bool {
    matches!(
        low,
        "expected"
            | "sera"
            | "seront"
            | "due"
            | "planned"
            | "scheduled"
            | "set"
            | "ready"
            | "should"
    )
}

/// "was allowed to expire"
fn is_let_lapse(words: &Words<'_>, at: usize) -> bool {
    words.low(at + 1) == "to" && matches!(words.low(at + 2), "expire" | "lapse")
}

/// What "not" says of an instrument; nothing in "which is not binding", which denies no signature.
fn denied(words: &Words<'_>, not: usize) -> Option<Said> {
    match words.low(not + 1) {
        // "is no longer in force", "will last longer"
        _ if words.low(not) == "longer" => {
            (words.low_before(not) == "no").then_some(Said::Is(Status::Expired))
        }
        "binding" => None,
        // "has not been in force since 2016"
        _ if (not + 1..not + 4)
            .any(|at| words.low(at) == "force" && words.low(at + 1) == "since") =>
        {
            Some(Said::Is(Status::Expired))
        }
        // "will not be renewed after it expired on 31 March"
        _ if is_over_behind(words, not) => Some(Said::Is(Status::Expired)),
        _ if is_put_off(words, not) => Some(Said::Is(Status::Planned)),
        _ => Some(Said::Denied),
    }
}

/// "is to be laid before parliament", "will be submitted to both parliaments": the last word of the verb.
pub(super) fn to_be_laid(words: &Words<'_>, at: usize) -> Option<usize> {
    const REACH: usize = 6;
    let ahead = matches!(words.low(at), "is" | "are") && words.low(at + 1) == "to"
        || matches!(words.low(at), "will" | "shall");
    let mut near = (at..at + REACH).take_while(|place| words.same_sentence(at, *place));
    let verb = near.find(|place| matches!(words.low(*place), "laid" | "put" | "submitted"))?;
    let to = matches!(words.low(verb + 1), "before" | "to");
    (ahead && to).then_some(verb)
}

/// Is it done only to what holds already?
fn is_of_what_holds(low: &str, stated: Status) -> bool {
    matches!(
        stated,
        Status::Terminated | Status::Superseded | Status::Expired
    ) || matches!(low, "renewed" | "extended" | "prolonged" | "ratified")
}

/// Verbs of changing what holds already.
fn is_changed(low: &str) -> bool {
    matches!(
        low,
        "renegotiated"
            | "revised"
            | "reviewed"
            | "amended"
            | "updated"
            | "reopened"
            | "revisited"
            | "expanded"
            | "broadened"
            | "upgraded"
    )
}

fn is_be(low: &str) -> bool {
    matches!(low, "is" | "are" | "was" | "were")
}

fn is_initialled(low: &str) -> bool {
    matches!(
        low,
        "initialled" | "initialed" | "paraphé" | "paraphée" | "paraphés" | "paraphées"
    )
}

/// Is it also told that it was or will be signed?
fn is_signed_behind(words: &Words<'_>, at: usize) -> bool {
    const REACH: usize = 7;
    let mut near = (at + 1..at + REACH).take_while(|place| {
        words.same_sentence(at, *place) && !matches!(words.low(*place), "," | ";")
    });
    let denied = |place: usize| (at + 1..place).any(|at| matches!(words.low(at), "not" | "never"));
    near.any(|place| matches!(words.low(place), "signed" | "signé" | "signée") && !denied(place))
}

/// "will not be signed until May"
fn is_put_off(words: &Words<'_>, not: usize) -> bool {
    const REACH: usize = 7;
    let will = words.low(not).starts_with("won") || words.low_before(not) == "will";
    let mut near =
        (not..not + REACH).take_while(|at| words.same_sentence(not, *at) && words.low(*at) != ",");
    will && near
        .find(|at| participle(words.low(*at)) == Some(Status::Signed))
        .is_some_and(|verb| {
            (verb + 1..verb + 3).any(|at| matches!(words.low(at), "until" | "till" | "before"))
        })
}

/// "not be renewed after it expired"
fn is_over_behind(words: &Words<'_>, not: usize) -> bool {
    const REACH: usize = 8;
    let mut near = (not..not + REACH).take_while(|at| words.same_sentence(not, *at));
    let renewed = |at: usize| {
        matches!(
            words.low(at),
            "renewed" | "extended" | "prolonged" | "revived"
        )
    };
    let kept = (not..not + 3).any(renewed);
    kept && near.any(|at| matches!(words.low(at), "expired" | "lapsed" | "expires" | "ended"))
}

pub(super) fn participle(low: &str) -> Option<Status> {
    Some(match low {
        "expired" | "lapsed" => Status::Expired,
        "signed" | "signé" | "signée" | "concluded" | "inked" | "finalised" | "finalized"
        | "adopted" | "approved" | "exchanged" | "ratified" | "renewed" | "extended"
        | "prolonged" | "reached" | "issued" | "signés" | "signées" | "conclu" | "conclue"
        | "ratifié" | "ratifiée" => Status::Signed,
        low if is_initialled(low) => Status::Planned,
        "force" | "effect" | "vigueur" => Status::InForce,
        // "was wound up"
        "terminated" | "denounced" | "cancelled" | "scrapped" | "wound" | "ended" => {
            Status::Terminated
        }
        // It may be taken up again.
        "suspended" => Status::Unknown,
        "replaced" | "superseded" => Status::Superseded,
        "discussed" | "negotiated" | "prepared" | "drafted" | "negotiation" | "négociation"
        | "drawn" | "haggled" | "discussion" | "preparation" | "development" | "elaborated"
        | "raised" | "négocié" | "négociée" | "discuté" | "discutée" => {
            Status::UnderDiscussion
        }
        "considered" | "proposed" | "suggested" | "consideration" | "studied" | "examined" => {
            Status::Proposed
        }
        _ => return None,
    })
}

/// "entered into force", "in force", "expired".
pub(super) fn took_effect(words: &Words<'_>, at: usize) -> Option<Status> {
    let force = |at| matches!(words.low(at), "force" | "effect" | "operation");
    match words.low(at) {
        "came" if words.after(at, "came to an end").is_some() => Some(Status::Expired),
        "expired" | "lapsed" | "ended" => Some(Status::Expired),
        "ran" if words.low(at + 1) == "out" => Some(Status::Expired),
        "in" if force(at + 1) || words.low(at + 1) == "place" => Some(Status::InForce),
        "entered" | "came" | "comes" | "took" | "remains" | "remain" | "stays" | "went"
        | "became" => {
            let effective = words.low(at) == "became" && words.low(at + 1) == "effective";
            (effective || (at + 1..at + 4).any(force)).then_some(Status::InForce)
        }
        "ceased" if words.low(at + 1) == "to" => Some(Status::Expired),
        _ => None,
    }
}

/// Does a verb behind an aside say that it took or will take effect: "had entered into force", "can take
/// effect"?
pub(super) fn effect_behind(words: &Words<'_>, at: usize) -> bool {
    const REACH: usize = 8;
    let verb = |at: usize| {
        AUXILIARIES.has(words.low(at)) || matches!(words.low(at), "entered" | "came" | "took")
    };
    let near = || (at..at + REACH).take_while(|place| words.low(*place) != ",");
    let denied = |place| matches!(words.low(place), "no" | "not" | "never");
    let force = |place| matches!(words.low(place), "force" | "effect");
    verb(at) && near().any(force) && !near().any(denied)
}

/// "concluded in substance", "agreed in principle": not yet signed.
pub(super) fn in_principle(words: &Words<'_>, at: usize) -> bool {
    words.low(at + 1) == "in" && matches!(words.low(at + 2), "principle" | "substance")
}
