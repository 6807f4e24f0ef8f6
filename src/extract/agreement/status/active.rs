//! What a verb before an instrument says of it: "signed", "to be negotiating", "asked for".

use super::super::instrument::instrument;
use super::said::Said;
use super::signing::{around_signing, infinitive, to_initial};
use super::undone::{is_almost, is_instead, undone};
use crate::dossier::agreement::AgreementStatus as Status;
use crate::extract::modal::is_perhaps;
use crate::extract::word::Words;

/// What the verb at a place says of an instrument behind it.
pub(super) fn active(words: &Words<'_>, at: usize) -> Option<Said> {
    let low = words.low(at);
    let status = match low {
        "sign" | "ink" | "conclude" | "adopt" | "approve" | "ratify" | "finalise" | "finalize"
        | "renew" | "extend" | "reach" => {
            let instead = is_instead(words, at).then_some(Said::Denied);
            return instead.or_else(|| Some(infinitive(words, at)));
        }
        "signed" | "inked" | "concluded" | "adopted" | "approved" | "exchanged" | "ratified"
        | "renewed" | "extended" | "finalised" | "finalized" | "reached" | "endorsed"
        | "sealed" | "struck" | "established" | "issued" | "witnessed" => {
            return Some(signed(words, at));
        }
        "signing" | "conclusion" | "adoption" | "concluding" if !is_near(words, at) => {
            return undone(words, at).or_else(|| Some(Said::Is(around_signing(words, at))));
        }
        "signing" | "conclusion" | "concluding" | "finalising" | "finalizing" | "completing"
            if is_near(words, at) =>
        {
            Status::UnderDiscussion
        }
        // "is to draft a protocol by May": the drafting is what is planned.
        "draft" | "prepare"
            if ["is to", "are to"]
                .iter()
                .any(|to| words.ending(at, to).is_some()) =>
        {
            Status::Planned
        }
        "entry" if words.after(at, "entry into force").is_some() => Status::InForce,
        "implement" | "implementing" | "implementation" | "under" | "within" => Status::InForce,
        "discuss" | "discussed" | "discusses" | "discussing" | "negotiate" | "negotiated"
        | "negotiating" | "negotiations" | "drafting" | "draft" | "preparing" | "prepare"
        | "prepared" | "elaborate" | "discussions" | "обсудили" | "обсуждают" => {
            Status::UnderDiscussion
        }
        "agreed"
            if ["on the text", "the text of"]
                .iter()
                .any(|text| words.after(at + 1, text).is_some()) =>
        {
            Status::Planned
        }
        "awaiting" | "awaits" => Status::UnderDiscussion,
        "working" | "work" if is_about(words, at) => Status::UnderDiscussion,
        // "have had a customs agreement since 2012"
        "had" if matches!(words.low_before(at), "have" | "has") && is_governed(words, at + 1) => {
            Status::InForce
        }
        "names" if words.low(at + 1) == "to" && words.low_before(at) == "their" => Status::Signed,
        "signatures" | "signature" if is_put(words, at) => return Some(signed(words, at)),
        "paper" if words.ending(at + 1, "pen to paper").is_some() => {
            return Some(signed(words, at - 2));
        }
        "touches" if words.low_before(at) == "finishing" => Status::UnderDiscussion,
        "draw" if words.ending(at, "agreed to").is_some() => Status::Planned,
        low if is_idea(low) => Status::Proposed,
        _ => return other(words, at),
    };
    Some(Said::Is(status))
}

/// Verbs that need more than their own word, and those of other languages.
fn other(words: &Words<'_>, at: usize) -> Option<Said> {
    if is_foreign_denial(words, at) {
        return Some(Said::Denied);
    }
    rejected(words, at)
        .or_else(|| over(words, at))
        .or_else(|| with_preposition(words, at))
        .or_else(|| foreign(words, at))
        .map(Said::Is)
}

/// Verbs of thinking of something and of proposing it.
fn is_idea(low: &str) -> bool {
    matches!(
        low,
        "study"
            | "studying"
            | "explore"
            | "exploring"
            | "examine"
            | "examining"
            | "consider"
            | "considered"
            | "considers"
            | "considering"
            | "proposed"
            | "proposes"
            | "propose"
            | "proposing"
            | "suggested"
            | "offered"
            | "mulling"
            | "floated"
            | "floats"
            | "tabled"
    )
}

/// "turned down a treaty"
fn rejected(words: &Words<'_>, at: usize) -> Option<Status> {
    let said = match words.low(at) {
        "rejected" | "declined" | "rebuffed" | "spurned" | "vetoed" => is_governed(words, at + 1),
        "turned" => words.low(at + 1) == "down" && is_governed(words, at + 2),
        _ => false,
    };
    said.then_some(Status::Unknown)
}

/// Verbs by which an instrument ends.
fn over(words: &Words<'_>, at: usize) -> Option<Status> {
    Some(match words.low(at) {
        // "was replaced by a convention": that is the new one.
        "replaced" | "superseded" if words.low(at + 1) == "by" => return None,
        "replace" | "replaces" | "replaced" | "replacing" | "supersedes" => Status::Superseded,
        "terminated" | "denounced" | "scrapped" => Status::Terminated,
        "cancelled" | "canceled" | "abrogated" | "quit" | "withdrew" | "pulled" | "walked"
        | "tore"
            if is_left(words, at) =>
        {
            Status::Terminated
        }
        "suspended" => Status::Unknown,
        _ => return None,
    })
}

/// Verbs of Russian and French.
fn foreign(words: &Words<'_>, at: usize) -> Option<Status> {
    Some(match words.low(at) {
        low if low.starts_with("обсужда") || low.starts_with("прорабатыва") => {
            Status::UnderDiscussion
        }
        "подписали" | "подписан" | "подписано" | "подписаны" | "заключили" | "подписала" => {
            Status::Signed
        }
        "подписать" | "заключить" if words.low_before(at).starts_with("предл") => {
            Status::Proposed
        }
        "подписать" | "подпишут" | "заключить" => Status::Planned,
        "négociations" | "négocient" | "négocier" | "discuté" => Status::UnderDiscussion,
        "signé" | "conclu" | "signent" => Status::Signed,
        _ => return None,
    })
}

/// "не подписали", "n'ont pas signé"
fn is_foreign_denial(words: &Words<'_>, at: usize) -> bool {
    matches!(words.low_before(at), "не" | "pas" | "jamais") && foreign(words, at).is_some()
}

/// Verbs that say it with a preposition: "talking about", "asked for", "bound since 2006 by".
fn with_preposition(words: &Words<'_>, at: usize) -> Option<Status> {
    const NEAR: usize = 5;
    let near = |low: &str| (at + 1..at + NEAR).any(|at| words.low(at) == low);
    match words.low(at) {
        "talks" | "talk" | "talking" | "talked" | "spoke" | "speaking" if is_about(words, at) => {
            Some(Status::UnderDiscussion)
        }
        "forward" if words.low_before(at) == "put" => Some(Status::Proposed),
        "see" if words.ending(at, "like to").is_some() => Some(Status::Proposed),
        "asked" | "asks" if near("for") => Some(Status::Proposed),
        "pushing" | "pushed" | "pressing" | "pressed" | "lobbying" | "hopes" | "hoped"
        | "hoping" | "calling" | "called"
            if words.low(at + 1) == "for" && is_governed(words, at + 2) =>
        {
            Some(Status::Proposed)
        }
        "raised" | "broached" | "mooted" if is_raised(words, at + 1) => Some(Status::Proposed),
        "looking" if words.low(at + 1) == "at" && is_governed(words, at + 2) => {
            Some(Status::Proposed)
        }
        "close" | "closer" if words.low(at + 1) == "to" && is_governed(words, at + 2) => {
            Some(Status::UnderDiscussion)
        }
        "bound" | "governed" if near("by") => Some(Status::InForce),
        "want" | "wants" | "wanted" | "seek" | "seeks" | "sought"
            if matches!(words.low(at + 1), "a" | "an") =>
        {
            Some(Status::Proposed)
        }
        _ => None,
    }
}

/// "Neither side signed", "none of them has signed".
fn is_of_nobody(words: &Words<'_>, at: usize) -> bool {
    const REACH: usize = 7;
    let before = (at.saturating_sub(REACH)..at).rev();
    let mut before = before.take_while(|place| words.same_sentence(*place, at));
    before.any(|place| matches!(words.low(place), "neither" | "nobody" | "none"))
}

/// "could have signed", "is said to have signed": nobody says that it was done.
fn is_unreal(words: &Words<'_>, at: usize) -> bool {
    at > 1
        && words.low(at - 1) == "have"
        && (is_perhaps(words, at - 2)
            || matches!(words.low(at - 2), "would" | "should" | "to" | "must"))
}

/// "were close to concluding", "are moving towards finalising".
fn is_near(words: &Words<'_>, at: usize) -> bool {
    let near = ["close", "closer", "near", "nearer", "towards", "toward"];
    let verge = ["verge of", "brink of", "cusp of"];
    (at.saturating_sub(2)..at).any(|at| near.contains(&words.low(at)))
        || verge.iter().any(|lead| words.ending(at, lead).is_some())
}

/// "exchanged views on a plan"
fn is_talk(low: &str) -> bool {
    matches!(
        low,
        "views" | "opinions" | "ideas" | "information" | "experience"
    )
}

/// "talks on", "talks were continuing on".
fn is_about(words: &Words<'_>, at: usize) -> bool {
    const REACH: usize = 5;
    let mut near = (at + 1..at + REACH).take_while(|place| words.low(*place) != ",");
    near.any(|place| matches!(words.low(place), "on" | "about" | "over"))
}

/// "put their signatures to"
fn is_put(words: &Words<'_>, at: usize) -> bool {
    let put = (at.saturating_sub(3)..at).any(|at| matches!(words.low(at), "put" | "set"));
    put && matches!(words.low(at + 1), "to" | "on" | "under")
}

/// "withdrew from the treaty", "tore up the treaty": is a treaty what was left?
fn is_left(words: &Words<'_>, at: usize) -> bool {
    let behind = |phrase: &str| words.after(at + 1, phrase);
    let object = match words.low(at) {
        "withdrew" => behind("from"),
        "pulled" => behind("out of"),
        "walked" => behind("away from").or_else(|| behind("out of")),
        "tore" => behind("up"),
        _ => Some(at + 1),
    };
    object.is_some_and(|object| is_governed(words, object))
}

/// "raised a treaty", "raised the possibility of a treaty"
fn is_raised(words: &Words<'_>, at: usize) -> bool {
    let idea = ["the possibility of", "the idea of", "the prospect of"];
    idea.iter().any(|idea| words.after(at, idea).is_some()) || is_governed(words, at)
}

/// Is an instrument named right here, behind its article and its attributes?
fn is_governed(words: &Words<'_>, at: usize) -> bool {
    const NEAR: usize = 6;
    let article = matches!(words.low(at), "a" | "an" | "the" | "its" | "their" | "this");
    let mut near = (at..at + NEAR).take_while(|place| {
        words.same_sentence(at, *place) && !matches!(words.low(*place), "," | "of" | "on" | "to")
    });
    article && near.any(|place| instrument(words, place).is_some())
}

/// What is initialled is still to be signed.
pub(super) fn initials(words: &Words<'_>, at: usize) -> Option<Said> {
    match words.low(at) {
        "initial" => to_initial(words, at),
        "initialled" | "initialed" | "paraphé" => Some(Said::Is(Status::Planned)),
        "initials" if matches!(words.low(at + 1), "to" | "on") => Some(Said::Is(Status::Planned)),
        _ => None,
    }
}

/// What "signed" and its like say before an instrument.
fn signed(words: &Words<'_>, at: usize) -> Said {
    if words.low(at) == "exchanged" && is_talk(words.low(at + 1)) {
        return Said::Is(Status::UnderDiscussion);
    }
    if matches!(words.low_before(at), "not" | "never")
        || is_of_nobody(words, at)
        || is_unreal(words, at)
        || is_almost(words, at)
    {
        return Said::Denied;
    }
    let ahead = (at.saturating_sub(3)..at).any(|at| matches!(words.low(at), "be" | "will"));
    Said::Is(if ahead {
        Status::Planned
    } else {
        Status::Signed
    })
}
