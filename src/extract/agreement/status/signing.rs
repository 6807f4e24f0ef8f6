//! What an infinitive or a noun says of a signature: "plan to sign", "the signing of".

use crate::dossier::agreement::AgreementStatus as Status;
use crate::extract::token::TokenKind;
use crate::extract::word::Words;

/// What a verb says of an instrument.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Said {
    Is(Status),
    /// The text denies it: "did not sign".
    Denied,
}

/// "will sign", "plan to sign", "consider signing": not yet signed; "to sign" after a verb of the
/// past tells no more than a purpose.
pub(super) fn infinitive(words: &Words<'_>, at: usize) -> Said {
    let near = || (at.saturating_sub(5)..at).map(|at| words.low(at));
    if near().any(|low| matches!(low, "not" | "failed" | "refused" | "declined")) {
        return Said::Denied;
    }
    let perhaps = near().any(|low| matches!(low, "may" | "could" | "might"));
    // "Belarus, Zimbabwe sign deal": a headline tells what was done in the present.
    // "What they did sign is …"
    if matches!(words.low_before(at), "did") {
        return Said::Is(Status::Signed);
    }
    let headline = words.before(at).is_some_and(|word| {
        let name = word.is_capital() && word.kind == TokenKind::Word;
        name && !near()
            .any(|low| matches!(low, "to" | "will" | "shall" | "should" | "must" | "would"))
    });
    let proposed = near().any(|low| {
        matches!(
            low,
            "proposed" | "suggested" | "offered" | "urged" | "proposal" | "proposals"
        )
    });
    Said::Is(if headline {
        Status::Signed
    } else if perhaps {
        Status::Speculative
    } else if proposed {
        Status::Proposed
    } else {
        Status::Planned
    })
}

/// "the signing of a treaty": of what is planned, discussed, or done.
pub(super) fn around_signing(words: &Words<'_>, at: usize) -> Status {
    let near = (at.saturating_sub(7)..at).rev();
    for place in near.take_while(|place| words.same_sentence(*place, at)) {
        match words.low(place) {
            "plan" | "plans" | "planned" | "planning" | "expect" | "expects" | "expected"
            | "prepare" | "preparing" | "preparations" | "towards" | "will" | "before" | "hope"
            | "expedite" | "accelerate" | "speed" | "facilitate" | "early" | "agreed"
            | "support" | "supported" | "supports" | "backed" | "backs" | "urged" | "awaits"
            | "pending" => {
                return Status::Planned;
            }
            "discuss" | "discussed" | "discussing" => return Status::UnderDiscussion,
            "consider" | "considering" | "considered" | "propose" | "proposed" | "possible"
            | "possibility" => return Status::Proposed,
            _ => {}
        }
    }
    Status::Signed
}
