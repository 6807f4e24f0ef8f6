//! Where an instrument stands, by the verb that governs it.

mod active;
mod behind;
mod condition;
mod doubt;
mod joined;
mod passive;
mod pronoun;
mod said;
mod signing;
mod talks;
mod undone;
mod verdict;

use std::ops::Range;

use crate::dossier::agreement::AgreementStatus as Status;
use crate::extract::confidence::{Basis, Confidence};
use crate::extract::denied::is_denied_report;
use crate::extract::word::Words;
use active::{active, initials};
use behind::behind;
use condition::is_condition;
use joined::joined;
use passive::{AUXILIARIES, to_be_laid};
use pronoun::{as_for, later, so_was};
use said::Said;
use signing::is_scheduled;
use talks::is_of_talks;
use undone::is_instead;
use verdict::BEHIND;
pub(super) use verdict::Verdict;

/// Is it a word such as "had" or "will"?
pub(super) fn is_auxiliary(low: &str) -> bool {
    AUXILIARIES.has(low)
}

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
    let verdict = doubt::weighed(words, phrase, end, by_verb(words, phrase, end)?)?;
    let verdict = of_draft(words, phrase, and_later(words, verdict, end));
    if is_condition(words, phrase, verdict.verb) {
        return conditional(words, phrase, verdict);
    }
    // "negotiations on an agreement were concluded", "the signing of an agreement was cancelled": those were.
    if verdict.basis != LATER && is_of_talks(words, phrase, (verdict.status, verdict.verb), end) {
        return Some(Verdict {
            status: Status::UnderDiscussion,
            verb: None,
            ..verdict
        });
    }
    Some(verdict)
}

const LATER: Basis = Basis::new(
    "verb-of-pronoun",
    Confidence::Likely,
    "a later clause says what became of it",
);

/// What a later clause says of what was only discussed, or of what no verb tells.
fn and_later(words: &Words<'_>, verdict: Verdict, end: usize) -> Verdict {
    let open = matches!(
        verdict.status,
        Status::Unknown | Status::UnderDiscussion | Status::Proposed
    );
    let later = if open { later(words, end) } else { None };
    later.map_or(verdict, |(status, verb)| Verdict {
        status,
        verb: Some(verb),
        basis: LATER,
    })
}

/// A draft that was approved or adopted is still to be signed.
fn of_draft(words: &Words<'_>, phrase: &Range<usize>, verdict: Verdict) -> Verdict {
    let is_draft = (phrase.start..phrase.start + 2).any(|at| words.low(at) == "draft");
    let passed = |verb| {
        matches!(
            words.low(verb),
            "approved" | "adopted" | "endorsed" | "ratified"
        )
    };
    if is_draft && verdict.status == Status::Signed && verdict.verb.is_some_and(passed) {
        Verdict {
            status: Status::Planned,
            basis: verdict.basis.at_most(Confidence::Likely),
            ..verdict
        }
    } else {
        verdict
    }
}

const CONDITION: Basis = Basis::new(
    "condition",
    Confidence::Unsure,
    "the text only says what would be if it were so",
);

/// What a condition says of an instrument: of "an agreement" nothing, of "the agreement" that it is open.
fn conditional(words: &Words<'_>, phrase: &Range<usize>, verdict: Verdict) -> Option<Verdict> {
    let known = matches!(
        words.low(phrase.start),
        "the" | "this" | "that" | "these" | "those" | "its" | "their" | "our"
    );
    known.then_some(Verdict {
        status: Status::Unknown,
        basis: CONDITION,
        ..verdict
    })
}

/// "the Treaty of 14 December 1995"
fn is_dated(words: &Words<'_>, end: usize) -> bool {
    let number = |at: usize| words.low(at).starts_with(|c: char| c.is_ascii_digit());
    matches!(words.low(end), "of" | "dated")
        && (number(end + 1) && number(end + 3) || number(end + 2) && number(end + 4))
}

fn by_verb(words: &Words<'_>, phrase: &Range<usize>, end: usize) -> Option<Verdict> {
    if matches!(words.low(phrase.start), "no" | "any" | "without")
        || matches!(words.low_before(phrase.start), "neither" | "nor")
        || is_instead(words, phrase.start)
        || is_denied_report(words, phrase.start)
    {
        return None;
    }
    // "a protocol to update it is being negotiated"
    let end = end + usize::from(matches!(words.low(end), "it" | "them"));
    // "a letter of intent to that effect was signed"
    let end = words.after(end, "to that effect").unwrap_or(end);
    let said = let_lapse(words, phrase, end)
        .or_else(|| to_have_signed(words, phrase.start, end))
        .or_else(|| behind(words, end))
        .or_else(|| as_for(words, phrase))
        .or_else(|| so_was(words, phrase.start));
    match said {
        Some((Said::Denied, _)) => return None,
        // "agreed to sign the treaty, which has been under negotiation since 2019"
        Some((Said::Is(Status::UnderDiscussion), _)) if is_to_be_signed(words, phrase.start) => {}
        // "withdrew from the treaty signed in 2010"
        Some((Said::Is(Status::Signed), verb)) if verb == end && is_left(words, phrase.start) => {}
        Some((Said::Is(status), verb)) => {
            return Some(Verdict {
                status,
                verb: Some(verb),
                basis: BEHIND,
            });
        }
        None => {}
    }
    let verb = before(words, phrase.start);
    let noun = verb.is_none_or(|(at, _)| is_noun(words.low(at)));
    if noun && let Some((Said::Is(status), verb)) = joined(words, phrase, end) {
        return Some(Verdict {
            status,
            verb: Some(verb),
            basis: BEHIND.at_most(Confidence::Likely),
        });
    }
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
        None => return Some(attribute(words, phrase, end)),
    };
    // "the signing of the treaty is scheduled for May"
    let ahead = status == Status::Signed && is_scheduled(words, at, end);
    let status = if ahead { Status::Planned } else { status };
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

/// The nearest verb before the word `start` that says something, with its place.
fn before(words: &Words<'_>, start: usize) -> Option<(usize, Said)> {
    let places = (start.saturating_sub(REACH)..start).rev();
    places
        .take_while(|at| words.same_sentence(*at, start))
        .take_while(|at| words.low(*at) != ";" || is_entry(words, *at))
        .filter(|at| !is_aside(words, *at, start))
        .find_map(|at| {
            // "signed a pact and said they wanted to extend a contract"
            let known = extends(words, at, start).then_some(Said::Is(Status::Unknown));
            Some((
                at,
                known
                    .or_else(|| initials(words, at))
                    .or_else(|| active(words, at))?,
            ))
        })
}

/// "to extend a contract": what is there already.
fn extends(words: &Words<'_>, at: usize, start: usize) -> bool {
    const NEAR: usize = 5;
    matches!(words.low(at), "extend" | "widen" | "prolong")
        && words.low_before(at) == "to"
        && at + NEAR > start
}

/// "let the treaty lapse in 2016"
fn let_lapse(words: &Words<'_>, phrase: &Range<usize>, end: usize) -> Option<(Said, usize)> {
    let start = phrase.start.checked_sub(1)?;
    let done = matches!(words.low(start), "let" | "saw")
        && !matches!(words.low_before(start), "to" | "will" | "not" | "would");
    let over = matches!(words.low(end), "lapse" | "expire");
    (done && over).then_some((Said::Is(Status::Expired), end))
}

/// "withdrew from the treaty": does the verb right before the instrument end it?
fn is_left(words: &Words<'_>, start: usize) -> bool {
    const NEAR: usize = 4;
    let verb = before(words, start).filter(|(at, _)| at + NEAR > start);
    verb.is_some_and(|(_, said)| said == Said::Is(Status::Terminated))
}

/// "to sign the treaty"
fn is_to_be_signed(words: &Words<'_>, start: usize) -> bool {
    const NEAR: usize = 2;
    let signs = |at: usize| matches!(words.low(at), "sign" | "conclude");
    let near = start.saturating_sub(NEAR)..start;
    near.filter(|at| words.same_sentence(*at, start) && signs(*at))
        .any(|at| matches!(active(words, at), Some(Said::Is(Status::Planned))))
}

/// "hoped to have the treaty signed by May"
fn to_have_signed(words: &Words<'_>, start: usize, end: usize) -> Option<(Said, usize)> {
    let have = start.checked_sub(1)?;
    let ahead = matches!(words.low(have), "have" | "get" | "see")
        && matches!(words.low_before(have), "to" | "will");
    let signed = matches!(words.low(end), "signed" | "concluded" | "ready");
    (ahead && signed).then_some((Said::Is(Status::Planned), end))
}

/// Does the semicolon part the members of a list: "were signed: a treaty on trains; a pact on ferries"?
fn is_entry(words: &Words<'_>, semicolon: usize) -> bool {
    const LONGEST: usize = 40;
    let before = (semicolon.saturating_sub(LONGEST)..semicolon).rev();
    let mut before = before.take_while(|at| words.same_sentence(*at, semicolon));
    let end = before.find(|at| words.low(*at) == ":" || AUXILIARIES.has(words.low(*at)));
    end.is_some_and(|at| words.low(at) == ":")
}

/// Is it the noun of an act, which may be of something else than the instrument behind it: "after the talks the
/// treaty …"?
fn is_noun(low: &str) -> bool {
    matches!(
        low,
        "negotiations"
            | "discussions"
            | "talks"
            | "talk"
            | "signing"
            | "conclusion"
            | "adoption"
            | "implementation"
            | "within"
    )
}

/// "a proposed agreement", "the draft treaty": what its own attribute says, or the parliaments that are
/// still to see it.
fn attribute(words: &Words<'_>, phrase: &Range<usize>, end: usize) -> Verdict {
    let first = (phrase.start..phrase.end.min(phrase.start + 2)).find_map(|at| {
        let status = match words.low(at) {
            "proposed" => Status::Proposed,
            "draft" => Status::UnderDiscussion,
            "planned" => Status::Planned,
            _ => return None,
        };
        Some((at, status))
    });
    let first = first.or_else(|| Some((to_be_laid(words, end)?, Status::Planned)));
    let first = first.or_else(|| Some((since(words, phrase.start, end)?, Status::InForce)));
    first.map_or(UNKNOWN, |(at, status)| Verdict {
        status,
        verb: Some(at),
        basis: BEFORE.at_most(Confidence::Likely),
    })
}

/// "The convention is in force since 2019, and the agreement on seasonal work since 2020": the second "since".
fn since(words: &Words<'_>, start: usize, end: usize) -> Option<usize> {
    const REACH: usize = 30;
    let mut before =
        (start.saturating_sub(REACH)..start).filter(|at| words.same_sentence(*at, start));
    let force =
        |at: usize| words.low(at) == "in" && matches!(words.low(at + 1), "force" | "effect");
    let joined = (start.saturating_sub(2)..start).any(|at| words.low(at) == "and");
    (words.low(end) == "since" && joined && before.any(force)).then_some(end)
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
