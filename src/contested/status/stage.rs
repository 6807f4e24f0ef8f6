//! How far words say that something has come: done, going on, planned, or only talked about.

use crate::figures::key::{folded, holds};

/// How far something has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stage {
    Done,
    GoingOn,
    Planned,
    Expected,
    Proposed,
    Discussed,
    Possible,
    Cancelled,
    /// It is over: expired or terminated.
    Ended,
    /// It did not come about.
    Failed,
    /// It has not entered into force.
    NotInForce,
}

/// Words and phrases of a stage; one that ends in `*` is the beginning of a word.
const CUES: &[(Stage, &[&str])] = &[
    (
        Stage::Done,
        &[
            "signed",
            "held",
            "took place",
            "built",
            "established",
            "became",
            "met",
            "visited",
            "dropped",
            "killed",
            "supported",
            "studied",
            "addressed",
            "returned",
            "helped",
            "moderated",
            "recovered",
            "opened",
            "launched",
            "joined",
            "concluded",
            "ceased",
            "decided",
            "involved in",
            "given",
            "grant",
            "granted",
            "share a",
            "entered into force",
            "completed",
            "подписан*",
            "подписал*",
            "состоял*",
            "открыт*",
            "открыл*",
            "встретил*",
            "посетил*",
        ],
    ),
    (
        Stage::GoingOn,
        &[
            "currently",
            "still",
            "ongoing",
            "is being",
            "are being",
            "also being",
            "now",
            "annual",
            "undergoing",
            "increasingly",
            "is underway",
            "are underway",
            "продолжа*",
        ],
    ),
    (
        Stage::Planned,
        &[
            "will",
            "plans to",
            "plan to",
            "planned",
            "planning to",
            "scheduled",
            "to be held",
            "to be signed",
            "intends to",
            "is set to",
            "are set to",
            "due to meet",
            "due to be",
            "due to sign",
            "due to visit",
            "due to hold",
            "due to take",
            "due to open",
            "due to begin",
            "due to start",
            "планиру*",
            "намерен*",
            "будет",
            "будут",
        ],
    ),
    (Stage::Expected, &["expected to", "is expected", "ожида*"]),
    (
        Stage::Proposed,
        &["propos*", "suggest*", "explore", "предлож*", "предлага*"],
    ),
    (
        Stage::Discussed,
        &[
            "being considered",
            "under consideration",
            "in discussions",
            "discussions concerning",
            "discussions on",
            "under discussion",
            "discussing",
            "negotiating",
            "under negotiation",
            "being negotiated",
            "talks on",
            "draft",
            "hope that",
            "hopes that",
            "in talks",
            "considering",
            "обсужда*",
            "рассматрива*",
        ],
    ),
    (
        Stage::Possible,
        &[
            "may be",
            "might",
            "could",
            "possibility",
            "in the offing",
            "potential",
            "perhaps",
            "возможн*",
        ],
    ),
    (
        Stage::Cancelled,
        &[
            "cancel*",
            "postpone*",
            "called off",
            "abandon*",
            "scrapped",
            "suspend*",
            "отмен*",
            "перенес*",
        ],
    ),
];

/// Words that deny: such words are not read at all.
const DENIED: [&str; 6] = ["not", "never", "no", "failed", "refused", "не"];

/// What is denied where something did not come about.
const ACTS: [&str; 11] = [
    "sign",
    "signed",
    "agree",
    "agreed",
    "held",
    "take place",
    "took place",
    "taken place",
    "conclude",
    "concluded",
    "happened",
];

/// How an agreement enters into force.
const ENTRY: [&str; 5] = [
    "enter into force",
    "entered into force",
    "come into force",
    "in force",
    "take effect",
];

/// Words between one that denies and what it denies, at most.
const REACH: usize = 3;

/// Words by which an agreement is over.
const ENDED: [&str; 4] = ["expired", "lapsed", "terminated", "denounced"];

/// Words before them that speak of a condition, of another agreement, or of none yet.
const UNLESS: [&str; 20] = [
    "be", "that", "which", "a", "an", "old", "previous", "earlier", "recently", "until", "unless",
    "if", "when", "before", "after", "since", "not", "never", "and", "or",
];

/// The stages that words tell of, each once. Where they deny something, only what is denied is read.
pub(super) fn stages(words: &str) -> Vec<Stage> {
    let text = folded(words);
    let words: Vec<_> = text.split(' ').collect();
    if DENIED.iter().any(|word| holds(&text, word)) {
        return denied(&words).into_iter().collect();
    }
    if holds(&text, "yet to") && ENTRY.iter().any(|entry| holds(&text, entry)) {
        return vec![Stage::NotInForce];
    }
    let has = |stage: Stage, cue: &str| match stage {
        Stage::Done => done(&text, cue),
        _ => holds(&text, cue),
    };
    let all = CUES.iter();
    let matching = all.filter(|(stage, cues)| cues.iter().any(|cue| has(*stage, cue)));
    let found: Vec<_> = matching.map(|(stage, _)| *stage).collect();
    if found.is_empty() && is_over(&words) {
        return vec![Stage::Ended];
    }
    found
}

/// Does a text hold the words of a deed that was done? What is "to be signed" is yet to come.
fn done(text: &str, cue: &str) -> bool {
    let without = || [" ", text].concat().replace(&[" be ", cue].concat(), "");
    holds(text, cue) && holds(&without(), cue)
}

/// What is denied: that something took place, or that it entered into force.
fn denied(words: &[&str]) -> Option<Stage> {
    let denies = |at: &usize| DENIED.contains(&words[*at]) && words.get(at + 1) != Some(&"only");
    let places = (0..words.len()).filter(denies);
    let reaches = |acts: &[&str], at: usize| {
        let behind = at + 1..(at + 2 + REACH).min(words.len() + 1);
        let mut tails = behind.filter_map(|from| words.get(from..));
        tails.any(|tail| {
            let begins = |act: &&str| {
                act.split(' ')
                    .eq(tail.iter().copied().take(act.split(' ').count()))
            };
            acts.iter().any(begins)
        })
    };
    places.into_iter().find_map(|at| {
        if reaches(&ENTRY, at) {
            return Some(Stage::NotInForce);
        }
        reaches(&ACTS, at).then_some(Stage::Failed)
    })
}

/// Do the words tell that it is over: "the agreement expired", "was terminated"?
fn is_over(words: &[&str]) -> bool {
    let ends = |(at, word): (usize, &&str)| {
        let before = at.checked_sub(1).map(|before| words[before]);
        ENDED.contains(word) && before.is_some_and(|before| !UNLESS.contains(&before))
    };
    words.iter().enumerate().any(ends)
}

/// The stages that the reasoning of a date tells of.
pub(super) fn of_reasoning(why: &str) -> Vec<Stage> {
    const PHRASES: [(&str, Stage); 9] = [
        ("described as past", Stage::Done),
        ("reported as news", Stage::Done),
        ("recently", Stage::Done),
        ("earlier this week", Stage::Done),
        ("described as ongoing", Stage::GoingOn),
        ("planned in the", Stage::Planned),
        ("announced in the", Stage::Planned),
        ("proposed at the", Stage::Proposed),
        ("being considered when", Stage::Discussed),
    ];
    let text = folded(why);
    let matching = PHRASES.iter().filter(|(phrase, _)| text.contains(phrase));
    matching.map(|(_, stage)| *stage).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_tell_how_far_something_has_come() {
        use Stage as S;
        for (words, expected) in [
            ("signed a roadmap in September 2017", vec![S::Done]),
            ("are being considered", vec![S::GoingOn, S::Discussed]),
            ("will live in a zoo", vec![S::Planned]),
            ("a deal may be in the offing", vec![S::Possible]),
            ("the treaty was not signed", vec![S::Failed]),
            ("could not agree to sign", vec![S::Failed]),
            ("never took place", vec![S::Failed]),
            ("not only signed a treaty", vec![]),
            ("has not been renewed", vec![]),
            ("is expected to be signed", vec![S::Planned, S::Expected]),
            (
                "a deal signed in May, to be signed again",
                vec![S::Done, S::Planned],
            ),
            ("has yet to enter into force", vec![S::NotInForce]),
            ("the agreement expired", vec![S::Ended]),
            ("in place of one that expired", vec![]),
            ("unless terminated by either side", vec![]),
            ("delayed due to the rains", vec![]),
            ("designed by Rosatom, signed by both", vec![S::Done]),
            ("a redesigned zoo", vec![]),
            ("они предложили проект", vec![S::Proposed]),
            ("a treaty on legal assistance", vec![]),
            ("стороны обсуждают соглашение", vec![S::Discussed]),
        ] {
            assert_eq!(stages(words), expected, "{words}");
        }
    }
}
