//! What is said of an instrument by a pronoun of its sentence: "as for a treaty, they discussed one"; "they
//! intend to have it signed".

use std::ops::Range;

use super::super::instrument::instrument;
use super::active::active;
use super::passive::{AUXILIARIES, is_not, passive};
use super::said::Said;
use crate::dossier::agreement::AgreementStatus as Status;
use crate::extract::word::Words;

/// Words behind an instrument in which its pronoun is looked for.
const REACH: usize = 24;

fn is_pronoun(low: &str) -> bool {
    matches!(low, "it" | "one" | "this" | "that" | "them")
}

fn rest<'a>(words: &'a Words<'_>, end: usize) -> impl Iterator<Item = usize> + 'a {
    (end..end + REACH).take_while(move |at| words.same_sentence(end - 1, *at))
}

/// "As for a treaty, the two have merely discussed one": the verb whose object it is.
pub(super) fn as_for(words: &Words<'_>, phrase: &Range<usize>) -> Option<(Said, usize)> {
    let led = words.ending(phrase.start, "as for").is_some()
        || words.ending(phrase.start, "as regards").is_some();
    let mut verbs = rest(words, phrase.end).filter(|at| led && is_pronoun(words.low(at + 1)));
    verbs.find_map(|at| {
        let said = active(words, at)?;
        let denied = is_not(words.low_before(at));
        Some((if denied { Said::Denied } else { said }, at))
    })
}

/// "is still with the lawyers; they intend to have it signed in May", "plan to sign it in May".
fn to_be_done(words: &Words<'_>, end: usize) -> Option<usize> {
    let ahead = |at: usize| matches!(words.low_before(at), "to" | "will");
    let done = |low: &str| matches!(low, "signed" | "concluded" | "finalised" | "finalized");
    let act = |low: &str| matches!(low, "sign" | "conclude" | "finalise" | "finalize");
    let denied = |at: usize| (at.saturating_sub(4)..at).any(|at| is_not(words.low(at)));
    rest(words, end).find(|at| {
        let have = matches!(words.low(*at), "have" | "get" | "see") && done(words.low(at + 2));
        let verb = have || act(words.low(*at));
        verb && words.low(at + 1) == "it" && ahead(*at) && !denied(*at)
    })
}

/// "its signing was put off until May"
fn its_signing(words: &Words<'_>, end: usize) -> Option<usize> {
    rest(words, end).find(|at| {
        let noun = matches!(words.low(*at), "signing" | "signature" | "conclusion");
        let ahead = matches!(words.low(at + 1), "is" | "was" | "has" | "will");
        let off = |at: usize| {
            matches!(
                words.low(at),
                "off" | "delayed" | "postponed" | "scheduled" | "planned" | "expected" | "due"
            )
        };
        noun && words.low_before(*at) == "its" && ahead && (at + 2..at + 5).any(off)
    })
}

/// What a later clause says became of what was only discussed: "It is now to be signed in May", "The two firms
/// signed it on Friday".
pub(super) fn later(words: &Words<'_>, end: usize) -> Option<(Status, usize)> {
    if let Some(verb) = to_be_done(words, end).or_else(|| its_signing(words, end)) {
        return Some((Status::Planned, verb));
    }
    let next = end
        + (end..words.len())
            .take_while(|at| words.same_sentence(end - 1, *at))
            .count();
    if (end..next).any(|at| instrument(words, at).is_some()) {
        return None;
    }
    if words.low(next) == "it" && AUXILIARIES.has(words.low(next + 1)) {
        return match passive(words, next + 1)? {
            (Said::Is(status @ (Status::Signed | Status::Planned)), verb) => Some((status, verb)),
            _ => None,
        };
    }
    if let Some(verb) = to_be_done(words, next + 1) {
        return Some((Status::Planned, verb));
    }
    let signs =
        |at: &usize| matches!(words.low(*at), "signed" | "concluded") && words.low(at + 1) == "it";
    let verb = rest(words, next + 1).find(signs)?;
    let denied = (next..verb)
        .any(|at| is_not(words.low(at)) || matches!(words.low(at), "if" | "have" | "will"));
    (!denied).then_some((Status::Signed, verb))
}

/// "The loan was agreed. So was the letter": the verb of the sentence before.
pub(super) fn so_was(words: &Words<'_>, start: usize) -> Option<(Said, usize)> {
    const FAR: usize = 40;
    let so = words
        .ending(start, "so was")
        .or_else(|| words.ending(start, "so were"))?;
    let before = (so.saturating_sub(FAR)..so).rev();
    let last = so.checked_sub(1)?;
    let mut verbs = before
        .take_while(|at| words.same_sentence(*at, last))
        .filter(|at| matches!(words.low(*at), "was" | "were"));
    let said = verbs.find_map(|at| passive(words, at))?;
    matches!(said.0, Said::Is(Status::Signed | Status::Planned)).then_some(said)
}
