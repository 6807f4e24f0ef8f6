//! Where an instrument stands, by the verb that governs it.

mod passive;
mod signing;

use std::ops::Range;

use crate::dossier::agreement::{AgreementKind, AgreementStatus as Status};
use crate::extract::confidence::{Basis, Confidence};
use crate::extract::word::Words;
use passive::{AUXILIARIES, effect_behind, in_principle, participle, passive, took_effect};
use signing::{Said, around_signing, infinitive};

/// What a verb says, where it is, and how that is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Verdict {
    pub(super) status: Status,
    /// The word of the verb; none if no verb says anything.
    pub(super) verb: Option<usize>,
    pub(super) basis: Basis,
}

impl Verdict {
    /// The same of an instrument of that kind: a programme that "was concluded" is over.
    pub(super) fn of(self, words: &Words<'_>, kind: AgreementKind) -> Self {
        let over = kind == AgreementKind::Programme
            && self.is_signature()
            && self.verb.is_some_and(|verb| words.low(verb) == "concluded");
        let status = if over { Status::Expired } else { self.status };
        Self { status, ..self }
    }

    /// Does a verb behind the instrument say that it was signed?
    pub(super) fn is_signature(&self) -> bool {
        self.basis == BEHIND && self.status == Status::Signed
    }

    /// Does a verb before the instrument, which begins with the word `start`, say that it was or will be
    /// signed, which happens at a place?
    pub(super) fn is_act(&self, start: usize) -> bool {
        matches!(self.status, Status::Signed | Status::Planned)
            && self.verb.is_some_and(|verb| verb < start)
    }
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
const DATED: Basis = Basis::new(
    "instrument-dated",
    Confidence::Likely,
    "it is called by the day of its signature",
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

/// "the Treaty of 14 December 1995"
fn is_dated(words: &Words<'_>, end: usize) -> bool {
    let number = |at: usize| words.low(at).starts_with(|c: char| c.is_ascii_digit());
    matches!(words.low(end), "of" | "dated")
        && (number(end + 1) && number(end + 3) || number(end + 2) && number(end + 4))
}

fn by_verb(words: &Words<'_>, phrase: &Range<usize>, end: usize) -> Option<Verdict> {
    if matches!(words.low(phrase.start), "no" | "any" | "without") {
        return None;
    }
    // "a protocol to update it is being negotiated"
    let end = end + usize::from(matches!(words.low(end), "it" | "them"));
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
        .filter(|at| !is_aside(words, *at, phrase.start))
        .find_map(|at| Some((at, active(words, at)?)));
    let (at, status) = match verb {
        Some((at, Said::Is(status))) => (at, status),
        Some((_, Said::Denied)) => return None,
        None if is_dated(words, phrase.end) => {
            return Some(Verdict {
                status: Status::Signed,
                verb: Some(phrase.end),
                basis: DATED,
            });
        }
        None => return Some(attribute(words, phrase)),
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

/// "a proposed agreement", "the draft treaty": what its own attribute says.
fn attribute(words: &Words<'_>, phrase: &Range<usize>) -> Verdict {
    let first = (phrase.start..phrase.end.min(phrase.start + 2)).find_map(|at| {
        let status = match words.low(at) {
            "proposed" => Status::Proposed,
            "draft" => Status::UnderDiscussion,
            "planned" => Status::Planned,
            _ => return None,
        };
        Some((at, status))
    });
    first.map_or(UNKNOWN, |(at, status)| Verdict {
        status,
        verb: Some(at),
        basis: BEFORE.at_most(Confidence::Likely),
    })
}

/// Is "under" or "within" about something else than the instrument that begins at `start`: "are under
/// way", but not "under the terms of the agreement"?
fn is_aside(words: &Words<'_>, at: usize, start: usize) -> bool {
    let leads = |at: usize| {
        matches!(
            words.low(at),
            "the" | "terms" | "framework" | "provisions" | "rules" | "of" | "a" | "an"
        )
    };
    matches!(words.low(at), "under" | "within") && !(at + 1..start).all(leads)
}

/// A verb right behind: "was signed", "signed in 2018", "is being prepared", "entered into force".
fn behind(words: &Words<'_>, end: usize) -> Option<(Said, usize)> {
    let after_mark = end + usize::from(matches!(words.low(end), "," | "("));
    let opened = after_mark + usize::from(matches!(words.low(after_mark), "which" | "that"));
    let closed = aside(words, end);
    if let Some(said) = aside_says(words, opened, end) {
        return Some(said);
    }
    if let Some(said) = signed_aside(words, opened, closed) {
        return Some(said);
    }
    if let Some(status) = took_effect(words, closed) {
        return Some((Said::Is(status), closed));
    }
    for at in [opened, closed] {
        let low = words.low(at);
        let plain = at == opened && opened > end
            || matches!(low, "signed" | "concluded" | "inked" | "reached");
        match participle(low) {
            Some(Status::Signed) if plain => {
                let status = if in_principle(words, at) {
                    Status::Planned
                } else {
                    Status::Signed
                };
                return Some((Said::Is(status), at));
            }
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
    let russian = russian_behind(words, end);
    if russian.is_some() {
        return russian;
    }
    let auxiliary = |at: &usize| AUXILIARIES.has(words.low(*at));
    let french = |at: &usize| words.low(*at) == "a" && words.low(*at + 1).starts_with(['é', 't']);
    [closed, opened]
        .into_iter()
        .filter(|at| auxiliary(at) || french(at))
        .find_map(|at| passive(words, at))
}

/// ", signed in 2022, entered into force": the day of signature; the later step is read apart.
fn signed_aside(words: &Words<'_>, opened: usize, closed: usize) -> Option<(Said, usize)> {
    let was = matches!(words.low(opened), "was" | "were");
    let verb = opened + usize::from(was);
    let adverb = matches!(words.low(verb), "first" | "already");
    let signed = participle(words.low(verb + usize::from(adverb))) == Some(Status::Signed);
    let both = closed > opened && signed && effect_behind(words, closed);
    both.then_some((Said::Is(Status::Signed), verb))
}

/// A verb of Russian behind its object.
fn russian_behind(words: &Words<'_>, end: usize) -> Option<(Said, usize)> {
    // "протокол о карантине ведомства подписали в феврале"
    let same =
        |at: &usize| words.same_sentence(*at, end.saturating_sub(1)) && words.low(*at) != ",";
    (end..end + 5).take_while(same).find_map(|at| {
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
    })
}

/// ", under negotiation since 2019, will not be ready", "an agreement dating from 2013".
fn aside_says(words: &Words<'_>, opened: usize, end: usize) -> Option<(Said, usize)> {
    let open = |at| participle(words.low(at)) == Some(Status::UnderDiscussion);
    let pending = matches!(words.low(opened), "under" | "still");
    if pending && (opened + 1..opened + 4).any(open) {
        return Some((Said::Is(Status::UnderDiscussion), opened));
    }
    let dated = words.low(end) == "dating" && matches!(words.low(end + 1), "from" | "back");
    dated.then_some((Said::Is(Status::Signed), end))
}

/// Behind an aside in brackets or commas.
fn aside(words: &Words<'_>, at: usize) -> usize {
    const LONGEST: usize = 24;
    let close = match words.low(at) {
        "(" => ")",
        "," => ",",
        _ => return at,
    };
    let end = (at + 1..at + LONGEST).find(|place| words.low(*place) == close);
    end.map_or(at, |end| end + 1)
}

/// "Neither side signed", "none of them has signed".
fn is_of_nobody(words: &Words<'_>, at: usize) -> bool {
    const REACH: usize = 7;
    let before = (at.saturating_sub(REACH)..at).rev();
    let mut before = before.take_while(|place| words.same_sentence(*place, at));
    before.any(|place| matches!(words.low(place), "neither" | "nobody" | "none"))
}

/// "were close to concluding", "are moving towards finalising".
fn is_near(words: &Words<'_>, at: usize) -> bool {
    let near = ["close", "closer", "near", "nearer", "towards", "toward"];
    (at.saturating_sub(2)..at).any(|at| near.contains(&words.low(at)))
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

/// What the verb at a place says of an instrument behind it.
fn active(words: &Words<'_>, at: usize) -> Option<Said> {
    let low = words.low(at);
    let status = match low {
        "sign" | "ink" | "conclude" | "adopt" | "approve" | "ratify" | "finalise" | "finalize"
        | "renew" | "extend" | "reach" | "initial" => return Some(infinitive(words, at)),
        "signed" | "inked" | "concluded" | "adopted" | "approved" | "exchanged" | "ratified"
        | "renewed" | "extended" | "finalised" | "finalized" | "initialled" | "initialed"
        | "reached" | "endorsed" | "sealed" | "struck" | "established" | "issued" => {
            if low == "exchanged" && is_talk(words.low(at + 1)) {
                return Some(Said::Is(Status::UnderDiscussion));
            }
            if matches!(words.low_before(at), "not" | "never") || is_of_nobody(words, at) {
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
        "concluding" | "finalising" | "finalizing" | "completing" if is_near(words, at) => {
            Status::UnderDiscussion
        }
        "entry" if words.after(at, "entry into force").is_some() => Status::InForce,
        "implement" | "implementing" | "implementation" | "under" | "within" => Status::InForce,
        "discuss" | "discussed" | "discusses" | "discussing" | "negotiate" | "negotiated"
        | "negotiating" | "negotiations" | "drafting" | "draft" | "preparing" | "prepare"
        | "prepared" | "elaborate" | "discussions" | "обсудили" | "обсуждают" => {
            Status::UnderDiscussion
        }
        "agreed" if words.after(at + 1, "on the text").is_some() => Status::Planned,
        "talks" if is_about(words, at) => Status::UnderDiscussion,
        "awaiting" | "awaits" => Status::UnderDiscussion,
        "see" if words.ending(at, "like to").is_some() => Status::Proposed,
        "working" | "work" if words.low(at + 1) == "on" => Status::UnderDiscussion,
        "names" if words.low(at + 1) == "to" && words.low_before(at) == "their" => Status::Signed,
        low if low.starts_with("обсужда") || low.starts_with("прорабатыва") => {
            Status::UnderDiscussion
        }
        "study" | "studying" | "explore" | "exploring" | "examine" | "examining" | "consider"
        | "considered" | "considers" | "considering" | "proposed" | "proposes" | "propose"
        | "proposing" | "suggested" | "offered" | "mulling" | "floated" | "floats" | "tabled" => {
            Status::Proposed
        }
        "replace" | "replaces" | "replaced" | "replacing" | "supersedes" => Status::Superseded,
        "terminated" | "denounced" | "suspended" | "scrapped" => Status::Terminated,
        "подписали" | "подписан" | "подписано" | "подписаны" | "заключили" | "подписала" => {
            Status::Signed
        }
        "подписать" | "заключить" if words.low_before(at).starts_with("предл") => {
            Status::Proposed
        }
        "подписать" | "подпишут" | "заключить" => Status::Planned,
        "négociations" | "négocient" | "négocier" | "discuté" => Status::UnderDiscussion,
        "signé" | "conclu" | "paraphé" | "signent" => Status::Signed,
        _ => return None,
    };
    Some(Said::Is(status))
}
