//! What an infinitive or a noun says of a signature: "plan to sign", "the signing of".

use super::said::Said;
use super::undone::is_given_up;
use crate::dossier::agreement::AgreementStatus as Status;
use crate::extract::modal::is_perhaps;
use crate::extract::token::TokenKind;
use crate::extract::word::Words;

/// "will sign", "plan to sign", "consider signing": not yet signed; "to sign" after a verb of the
/// past tells no more than a purpose.
pub(super) fn infinitive(words: &Words<'_>, at: usize) -> Said {
    let near = || (at.saturating_sub(5)..at).map(|at| words.low(at));
    if near().any(|low| matches!(low, "not" | "failed" | "refused" | "declined")) {
        return Said::Denied;
    }
    if is_given_up(words, at) {
        return Said::Denied;
    }
    let perhaps = (at.saturating_sub(5)..at).any(|at| is_perhaps(words, at));
    // "Belarus, Zimbabwe sign deal": a headline tells what was done in the present.
    // "What they did sign is …"
    if matches!(words.low_before(at), "did") {
        return Said::Is(Status::Signed);
    }
    let headline = words.before(at).is_some_and(|word| {
        let name = word.is_capital() && word.kind == TokenKind::Word;
        name && !is_in_side_clause(words, at)
            && !near()
                .any(|low| matches!(low, "to" | "will" | "shall" | "should" | "must" | "would"))
    });
    // "watched their ministers sign a treaty"
    let seen = near().any(|low| matches!(low, "watched" | "watch" | "saw" | "witnessed"))
        && !near().any(|low| matches!(low, "to" | "will" | "would"));
    let proposed = near().any(|low| {
        matches!(
            low,
            "proposed" | "suggested" | "offered" | "urged" | "proposal" | "proposals"
        )
    });
    // What is to be ratified was signed before.
    let known = matches!(words.low(at + 1), "the" | "its" | "their" | "this");
    if words.low(at) == "ratify" && known && !proposed {
        return Said::Is(Status::Signed);
    }
    Said::Is(if headline || seen {
        Status::Signed
    } else if perhaps {
        Status::Speculative
    } else if proposed {
        Status::Proposed
    } else {
        Status::Planned
    })
}

/// "before Kenya and Peru sign a treaty": a headline has no such clause.
fn is_in_side_clause(words: &Words<'_>, verb: usize) -> bool {
    const REACH: usize = 10;
    let before = (verb.saturating_sub(REACH)..verb).rev();
    let mut clause = before
        .take_while(|at| words.same_sentence(*at, verb))
        .map(|at| words.low(at));
    clause.any(|low| {
        matches!(
            low,
            "before" | "until" | "till" | "once" | "when" | "unless" | "if"
        )
    })
}

/// "will initial a treaty", "initial treaty" in a headline: it is still to be signed. An "initial
/// agreement" is a first one.
pub(super) fn to_initial(words: &Words<'_>, at: usize) -> Option<Said> {
    let attribute = matches!(
        words.low_before(at),
        "a" | "an" | "the" | "this" | "its" | "their"
    );
    match infinitive(words, at) {
        _ if attribute => None,
        Said::Is(Status::Signed) => Some(Said::Is(Status::Planned)),
        said => Some(said),
    }
}

/// "the signing of the treaty is scheduled for May": a noun before the instrument, which ends before
/// `end`, and what is said of it.
pub(super) fn is_scheduled(words: &Words<'_>, verb: usize, end: usize) -> bool {
    const NEAR: usize = 6;
    if !matches!(
        words.low(verb),
        "signing" | "signature" | "conclusion" | "adoption"
    ) {
        return false;
    }
    let mut behind = (end..end + NEAR).take_while(|at| words.same_sentence(verb, *at));
    behind.any(|at| {
        matches!(
            words.low(at),
            "scheduled"
                | "planned"
                | "expected"
                | "due"
                | "slated"
                | "will"
                | "postponed"
                | "delayed"
                | "pending"
                | "imminent"
        )
    })
}

/// "the signing of a treaty": of what is planned, discussed, or done.
pub(super) fn around_signing(words: &Words<'_>, at: usize) -> Status {
    let near = (at.saturating_sub(7)..at).rev();
    for place in near.take_while(|place| words.same_sentence(*place, at)) {
        match words.low(place) {
            // "was due to witness the signing of"
            "due" if words.low(place + 1) == "to" => return Status::Planned,
            "is" | "was" | "are" | "were"
                if words.low(place + 1) == "to"
                    && matches!(words.low(place + 2), "witness" | "attend" | "oversee") =>
            {
                return Status::Planned;
            }
            "plan" | "plans" | "planned" | "planning" | "expect" | "expects" | "expected"
            | "prepare" | "preparing" | "preparations" | "towards" | "will" | "before" | "hope"
            | "expedite" | "accelerate" | "speed" | "facilitate" | "early" | "agreed"
            | "support" | "supported" | "supports" | "backed" | "backs" | "urged" | "awaits"
            | "pending" => {
                return Status::Planned;
            }
            "discuss" | "discussed" | "discussing" => return Status::UnderDiscussion,
            // "talked about signing"
            "about" if place + 1 == at => return Status::UnderDiscussion,
            "consider" | "considering" | "considered" | "propose" | "proposed" | "possible"
            | "possibility" => return Status::Proposed,
            _ => {}
        }
    }
    Status::Signed
}
