//! Words that nobody said: "did not say “…”", "stopped short of calling it “…”", "nobody said “…”".

use super::super::lexicon::Class;
use super::frame::Frame;

/// Words before a verb in which its denial is looked for.
const REACH: usize = 10;

/// Verbs of not doing something, before "to": "refused to say".
const REFUSES: [&str; 14] = [
    "refused",
    "refuses",
    "refusing",
    "declined",
    "declines",
    "declining",
    "failed",
    "fails",
    "neglected",
    "omitted",
    "forgot",
    "hesitated",
    "unwilling",
    "reluctant",
];
/// The same before "-ing": "avoided calling".
const AVOIDS: [&str; 13] = [
    "avoided",
    "avoids",
    "avoiding",
    "denied",
    "denies",
    "denying",
    "without",
    "stopped",
    "refrained",
    "resisted",
    "never",
    "not",
    "against",
];
const NOBODY: [&str; 4] = ["nobody", "none", "neither", "noone"];

/// Does the sentence say that what the verb `verb` brings was not said?
pub(super) fn is_unsaid(frame: &Frame, verb: usize) -> bool {
    is_negated(frame, verb)
        || is_refused(frame, verb)
        || is_of_nobody(frame, verb)
        || is_denial(frame, verb)
        || is_of_another(frame, verb)
}

/// "denied having said", "denies that it is “…”"; not "denied it: “…”"
fn is_denial(frame: &Frame, verb: usize) -> bool {
    let denies = frame.reads(verb, &["denied", "denies", "deny", "denying"]);
    let said = ["that", "having", "ever", "saying", "calling", "telling"];
    denies && frame.reads(verb + 1, &said)
}

/// "It was not Ng who said"
fn is_of_another(frame: &Frame, verb: usize) -> bool {
    let who = verb
        .checked_sub(1)
        .is_some_and(|at| frame.is(at, Class::WHO));
    who && frame.reads(0, &["it"]) && frame.is(1, Class::BE) && is_not(frame, 2)
}

/// "did not say", "never once said", "would not, could not say"; not "did not only say".
fn is_negated(frame: &Frame, verb: usize) -> bool {
    let mut at = verb;
    while at > 0 && verb - at < REACH {
        at -= 1;
        if is_not(frame, at) {
            return true;
        }
        let only = frame.reads(at, &["only", "just", "merely", "simply", "hesitate"]);
        if only
            || !(frame.is_filler(at) || frame.reads(at, &["once", "to", "want", "wish", "dare"]))
        {
            return false;
        }
    }
    false
}

fn is_not(frame: &Frame, at: usize) -> bool {
    let ending = frame.word(at).is_some_and(|word| {
        let text = frame.reading().word(word);
        text.ends_with("n't") || text.ends_with("n’t")
    });
    ending || frame.reads(at, &["not", "never", "cannot", "не", "jamais"])
}

/// "refused to say", "denied having said", "stopped short of calling", "rather than call"
fn is_refused(frame: &Frame, verb: usize) -> bool {
    let mut start = verb;
    while start > 0
        && verb - start < 3
        && frame.reads(start - 1, &["having", "ever", "openly", "publicly", "be"])
    {
        start -= 1;
    }
    let Some(last) = start.checked_sub(1) else {
        return false;
    };
    let before = |words: &[&str]| last > 0 && frame.reads(last - 1, words);
    let gerund = start < verb || frame.is(verb, Class::SAYING);
    frame.reads(last, &["to"]) && before(&REFUSES)
        || gerund && frame.reads(last, &AVOIDS)
        || frame.reads(last, &["of"]) && before(&["short", "instead"])
        || frame.reads(last, &["from"]) && before(&["refrained", "stopped", "far", "abstained"])
        || frame.reads(last, &["than"]) && before(&["rather"])
}

/// "Nobody in Kenya said", "no one has called it", "neither of them said"
fn is_of_nobody(frame: &Frame, verb: usize) -> bool {
    let edge = Class::COMMA | Class::SEMICOLON | Class::SAY | Class::WHO | Class::CLAUSE;
    let before = (verb.saturating_sub(REACH)..verb).rev();
    let mut clause = before.take_while(|at| !frame.is_quote(*at) && !frame.is(*at, edge));
    clause.any(|at| {
        frame.reads(at, &NOBODY)
            || frame.reads(at, &["no"])
                && frame.reads(at + 1, &["one", "official", "minister", "side", "envoy"])
    })
}
