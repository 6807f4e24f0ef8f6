//! Words that nobody said: "did not say “…”", "stopped short of calling it “…”", "nobody said “…”".

use super::super::lexicon::Class;
use super::frame::Frame;

/// Words before a verb in which its denial is looked for.
const REACH: usize = 10;

/// Verbs of not doing something, before "to": "refused to say".
const REFUSES: [&str; 17] = [
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
    "hoped",
    "supposed",
    "meant",
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
        || is_thought(frame, verb)
        || is_untrue(frame, verb)
        || frame.reads(verb + 1, &["nothing"]) && frame.reads(verb + 2, &["about", "of", "like"])
}

/// "should have said", "if he says", "allegedly said", "Did he say …?"
fn is_thought(frame: &Frame, verb: usize) -> bool {
    let before = (verb.saturating_sub(REACH)..verb).rev();
    let small = before.clone().take_while(|at| frame.is_filler(*at));
    let near = |words: &[&str]| small.clone().any(|at| frame.reads(at, words));
    let unreal = near(&["have"]) && near(&["would", "should", "could", "might"]);
    let alleged = near(&["allegedly", "supposedly", "purportedly"]);
    let edge = Class::COMMA | Class::SEMICOLON | Class::SAY;
    let mut clause = before.take_while(|at| !frame.is_quote(*at) && !frame.is(*at, edge));
    let asks = ["did", "does", "do", "has", "have", "had", "will", "would"];
    let asked = frame.reads(0, &asks) && frame.reads(frame.items.len() - 1, &["?"]);
    unreal || alleged || asked || clause.any(|at| frame.reads(at, &["if", "unless"]))
}

/// "It is false that he said", "The claim that he said … is untrue"
fn is_untrue(frame: &Frame, verb: usize) -> bool {
    const FALSE: [&str; 6] = [
        "false",
        "untrue",
        "unfounded",
        "baseless",
        "fabricated",
        "invented",
    ];
    const TOLD: [&str; 8] = [
        "claim",
        "claims",
        "report",
        "reports",
        "rumour",
        "rumours",
        "rumor",
        "allegation",
    ];
    const DREAMED: [&str; 4] = ["dreamed", "dreamt", "imagined", "pretended"];
    let that = |at: usize| frame.reads(at + 1, &["that"]);
    let led = |words: &[&str]| (0..verb).any(|at| frame.reads(at, words) && that(at));
    let behind = (verb..frame.items.len()).any(|at| frame.reads(at, &FALSE));
    led(&FALSE) || led(&DREAMED) || led(&TOLD) && behind
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
                && (at == 0 || frame.is(at - 1, edge) || frame.reads(at + 1, &["one"]))
    })
}
