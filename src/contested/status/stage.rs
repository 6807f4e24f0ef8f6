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

/// The stages that words tell of, each once; none where they deny something.
pub(super) fn stages(words: &str) -> Vec<Stage> {
    let text = folded(words);
    if DENIED.iter().any(|word| holds(&text, word)) {
        return Vec::new();
    }
    let has = |cue: &&str| holds(&text, cue);
    let told = CUES.iter().filter(|(_, cues)| cues.iter().any(has));
    told.map(|(stage, _)| *stage).collect()
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
    let told = PHRASES.iter().filter(|(phrase, _)| text.contains(phrase));
    told.map(|(_, stage)| *stage).collect()
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
            ("the treaty was not signed", vec![]),
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
