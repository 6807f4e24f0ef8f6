//! Where an instrument stands, by the verb that governs it.

use std::ops::Range;

use crate::dossier::agreement::AgreementStatus as Status;
use crate::extract::confidence::{Basis, Confidence};
use crate::extract::token::TokenKind;
use crate::extract::word::Words;
use crate::extract::word_list::WordList;

/// What a verb says, where it is, and how that is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Verdict {
    pub(super) status: Status,
    /// The word of the verb; none if no verb says anything.
    pub(super) verb: Option<usize>,
    pub(super) basis: Basis,
}

/// What a verb says of an instrument.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Said {
    Is(Status),
    /// The text denies it: "did not sign".
    Denied,
}

const BEHIND: Basis = Basis::new(
    "verb-behind",
    Confidence::Sure,
    "a verb follows the instrument",
);
const BEFORE: Basis = Basis::new(
    "verb-before",
    Confidence::Sure,
    "the nearest verb before the instrument",
);
const NONE: Basis = Basis::new("no-verb", Confidence::Unsure, "no verb gives its status");

const UNKNOWN: Verdict = Verdict {
    status: Status::Unknown,
    verb: None,
    basis: NONE,
};

/// Words before an instrument in which its verb is looked for: it may be last in a long list.
const REACH: usize = 60;

/// Where the instrument named by these words stands; nothing where the text denies it. `end`: behind
/// the dates that follow it.
pub(super) fn status(words: &Words<'_>, phrase: &Range<usize>, end: usize) -> Option<Verdict> {
    let verdict = by_verb(words, phrase, end)?;
    // "negotiations on an agreement were concluded": the talks were.
    let talks = phrase.start > 1
        && words.low(phrase.start - 1) == "on"
        && matches!(
            words.low(phrase.start - 2),
            "negotiations" | "talks" | "consultations"
        );
    let over = verdict.verb.is_some_and(|verb| {
        matches!(words.low(verb), "concluded" | "finalised" | "finalized") && verb >= end
    });
    Some(if talks && over {
        Verdict {
            status: Status::UnderDiscussion,
            verb: None,
            ..verdict
        }
    } else {
        verdict
    })
}

fn by_verb(words: &Words<'_>, phrase: &Range<usize>, end: usize) -> Option<Verdict> {
    if matches!(words.low(phrase.start), "no" | "any" | "without") {
        return None;
    }
    match behind(words, end) {
        Some((Said::Denied, _)) => return None,
        Some((Said::Is(status), verb)) => {
            return Some(Verdict {
                status,
                verb: Some(verb),
                basis: BEHIND,
            });
        }
        None => {}
    }
    let places = (phrase.start.saturating_sub(REACH)..phrase.start).rev();
    let verb = places
        .take_while(|at| words.same_sentence(*at, phrase.start) && words.low(*at) != ";")
        .find_map(|at| Some((at, active(words, at)?)));
    let (at, status) = match verb {
        Some((at, Said::Is(status))) => (at, status),
        Some((_, Said::Denied)) => return None,
        None => return Some(UNKNOWN),
    };
    let near = phrase.start - at <= 4 || words.low(phrase.start - 1) == "and";
    Some(Verdict {
        status,
        verb: Some(at),
        basis: if near {
            BEFORE
        } else {
            BEFORE.at_most(Confidence::Likely)
        },
    })
}

/// A verb right behind: "was signed", "signed in 2018", "is being prepared", "entered into force".
fn behind(words: &Words<'_>, end: usize) -> Option<(Said, usize)> {
    let after_mark = end + usize::from(matches!(words.low(end), "," | "("));
    let opened = after_mark + usize::from(matches!(words.low(after_mark), "which" | "that"));
    let closed = aside(words, end);
    // "signed in 2022, entered into force": the later step.
    if let Some(status) = took_effect(words, closed) {
        return Some((Said::Is(status), closed));
    }
    for at in [opened, closed] {
        let low = words.low(at);
        let plain = at == opened && opened > end
            || matches!(low, "signed" | "concluded" | "inked" | "reached");
        match participle(low) {
            Some(Status::Signed) if plain => return Some((Said::Is(Status::Signed), at)),
            _ if low.starts_with("планир") => return Some((Said::Is(Status::Planned), at)),
            _ if low.starts_with("подписан") => {
                return Some((Said::Is(Status::Signed), at));
            }
            _ => {}
        }
        if let Some(status) = took_effect(words, at) {
            return Some((Said::Is(status), at));
        }
    }
    // "протокол о карантине ведомства подписали в феврале"
    let same =
        |at: &usize| words.same_sentence(*at, end.saturating_sub(1)) && words.low(*at) != ",";
    let russian = (end..end + 5).take_while(same).find_map(|at| {
        let low = words.low(at);
        let status = if low.starts_with("подписали") || low.starts_with("подписал")
        {
            Status::Signed
        } else if low.starts_with("обсужда") || low.starts_with("прорабатыва") {
            Status::UnderDiscussion
        } else {
            return None;
        };
        Some((Said::Is(status), at))
    });
    if russian.is_some() {
        return russian;
    }
    let auxiliary = |at: &usize| AUXILIARIES.has(words.low(*at));
    let verb = [closed, opened].into_iter().find(auxiliary)?;
    passive(words, verb)
}

/// "entered into force", "in force", "expired".
fn took_effect(words: &Words<'_>, at: usize) -> Option<Status> {
    let force = |at| matches!(words.low(at), "force" | "effect");
    match words.low(at) {
        "expired" => Some(Status::Expired),
        "in" if force(at + 1) => Some(Status::InForce),
        "entered" | "came" | "comes" | "took" | "remains" | "remain" | "stays" => {
            (at + 1..at + 4).any(force).then_some(Status::InForce)
        }
        _ => None,
    }
}

static AUXILIARIES: WordList = WordList::new(
    "is are was were has have had will would may could might to shall can \
     est sont sera seront",
);

/// The participle behind an auxiliary verb.
fn passive(words: &Words<'_>, at: usize) -> Option<(Said, usize)> {
    const REACH: usize = 8;
    let mut ahead = matches!(words.low(at), "will" | "to" | "shall" | "would");
    let mut perhaps = matches!(words.low(at), "may" | "could" | "might");
    let places = (at..at + REACH).take_while(|place| words.same_sentence(at, *place));
    for place in places {
        match words.low(place) {
            "not" | "never" => return Some((Said::Denied, place)),
            "expected" | "sera" | "seront" | "due" | "planned" | "scheduled" | "set" | "ready" => {
                ahead = true;
            }
            // "is to be signed", "has yet to be signed".
            "to" if words.low(place + 1) == "be" => ahead = true,
            "possible" => perhaps = true,
            "," | ";" => break,
            low => {
                let Some(stated) = participle(low) else {
                    continue;
                };
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

fn participle(low: &str) -> Option<Status> {
    Some(match low {
        "signed" | "signé" | "signée" | "concluded" | "inked" | "finalised" | "finalized"
        | "adopted" | "approved" | "exchanged" | "ratified" | "renewed" | "extended"
        | "initialled" | "prolonged" | "reached" => Status::Signed,
        "force" | "effect" => Status::InForce,
        "terminated" | "denounced" | "suspended" | "cancelled" | "scrapped" => Status::Terminated,
        "replaced" | "superseded" => Status::Superseded,
        "discussed" | "negotiated" | "prepared" | "drafted" | "negotiation" | "négociation"
        | "discussion" | "preparation" | "development" | "elaborated" => Status::UnderDiscussion,
        "considered" | "proposed" | "suggested" | "consideration" => Status::Proposed,
        _ => return None,
    })
}

/// Behind an aside in brackets or commas.
fn aside(words: &Words<'_>, at: usize) -> usize {
    const LONGEST: usize = 14;
    let close = match words.low(at) {
        "(" => ")",
        "," => ",",
        _ => return at,
    };
    let end = (at + 1..at + LONGEST).find(|place| words.low(*place) == close);
    end.map_or(at, |end| end + 1)
}

/// What the verb at a place says of an instrument behind it.
fn active(words: &Words<'_>, at: usize) -> Option<Said> {
    let low = words.low(at);
    let status = match low {
        "sign" | "ink" | "conclude" | "adopt" | "approve" | "ratify" | "finalise" | "finalize"
        | "renew" | "extend" | "reach" | "initial" => return Some(infinitive(words, at)),
        "signed" | "inked" | "concluded" | "adopted" | "approved" | "exchanged" | "ratified"
        | "renewed" | "extended" | "finalised" | "finalized" | "initialled" | "reached"
        | "endorsed" | "sealed" | "struck" | "established" => {
            if matches!(words.low_before(at), "not" | "never") {
                return Some(Said::Denied);
            }
            let ahead = (at.saturating_sub(3)..at).any(|at| matches!(words.low(at), "be" | "will"));
            if ahead {
                Status::Planned
            } else {
                Status::Signed
            }
        }
        "signing" | "conclusion" | "adoption" => around_signing(words, at),
        "entry" if words.after(at, "entry into force").is_some() => Status::InForce,
        "implement" | "implementing" | "implementation" | "under" | "within" => Status::InForce,
        "discuss" | "discussed" | "discusses" | "discussing" | "negotiate" | "negotiated"
        | "negotiating" | "negotiations" | "drafting" | "draft" | "preparing" | "prepare"
        | "prepared" | "elaborate" | "discussions" | "обсудили" | "обсуждают" => {
            Status::UnderDiscussion
        }
        "talks" if matches!(words.low(at + 1), "on" | "about" | "over") => Status::UnderDiscussion,
        "working" | "work" if words.low(at + 1) == "on" => Status::UnderDiscussion,
        "names" if words.low(at + 1) == "to" && words.low_before(at) == "their" => Status::Signed,
        low if low.starts_with("обсужда") || low.starts_with("прорабатыва") => {
            Status::UnderDiscussion
        }
        "consider" | "considered" | "considers" | "considering" | "proposed" | "proposes"
        | "propose" | "proposing" | "suggested" | "offered" | "mulling" => Status::Proposed,
        "replace" | "replaces" | "replaced" | "replacing" | "supersedes" => Status::Superseded,
        "terminated" | "denounced" | "suspended" | "scrapped" => Status::Terminated,
        "подписали" | "подписан" | "подписано" | "подписаны" | "заключили" | "подписала" => {
            Status::Signed
        }
        "подписать" | "подпишут" | "заключить" => Status::Planned,
        "signé" | "conclu" => Status::Signed,
        _ => return None,
    };
    Some(Said::Is(status))
}

/// "will sign", "plan to sign", "consider signing": not yet signed; "to sign" after a verb of the
/// past tells no more than a purpose.
fn infinitive(words: &Words<'_>, at: usize) -> Said {
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
    let proposed = near().any(|low| matches!(low, "proposed" | "suggested" | "offered" | "urged"));
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
fn around_signing(words: &Words<'_>, at: usize) -> Status {
    let near = (at.saturating_sub(7)..at).rev();
    for place in near.take_while(|place| words.same_sentence(*place, at)) {
        match words.low(place) {
            "plan" | "plans" | "planned" | "planning" | "expect" | "expects" | "expected"
            | "prepare" | "preparing" | "preparations" | "towards" | "will" | "before" | "hope"
            | "expedite" | "accelerate" | "speed" | "facilitate" | "early" | "agreed" => {
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
