//! How far words or a record say that something has come.

use super::words::Word;
use crate::dossier::agreement::AgreementStatus;
use crate::dossier::event::EventStatus;

/// How far something has come, from the least to the most.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Stage {
    /// Proposed, talked about, possible.
    Open,
    /// Planned or expected.
    Ahead,
    /// Done, signed or going on.
    Done,
    /// In force.
    InForce,
    /// Ended, cancelled, abandoned.
    Over,
}

impl Stage {
    /// In words.
    pub(super) fn words(self) -> &'static str {
        match self {
            Self::Open => "only proposed or under discussion",
            Self::Ahead => "planned or expected",
            Self::Done => "done or going on",
            Self::InForce => "in force",
            Self::Over => "cancelled or ended",
        }
    }
}

pub(super) fn of_event(status: EventStatus) -> Stage {
    match status {
        EventStatus::Occurred | EventStatus::Ongoing => Stage::Done,
        EventStatus::Planned | EventStatus::Expected => Stage::Ahead,
        EventStatus::UnderDiscussion | EventStatus::Proposed | EventStatus::Speculative => {
            Stage::Open
        }
        EventStatus::Cancelled => Stage::Over,
    }
}

pub(super) fn of_agreement(status: AgreementStatus) -> Stage {
    match status {
        AgreementStatus::Signed | AgreementStatus::Unknown => Stage::Done,
        AgreementStatus::InForce => Stage::InForce,
        AgreementStatus::Planned => Stage::Ahead,
        AgreementStatus::UnderDiscussion
        | AgreementStatus::Proposed
        | AgreementStatus::Speculative => Stage::Open,
        AgreementStatus::Expired | AgreementStatus::Terminated | AgreementStatus::Superseded => {
            Stage::Over
        }
    }
}

/// Phrases of a stage; one that ends in `*` is the beginning of a word.
const CUES: &[(Stage, &[&str])] = &[
    (
        Stage::Over,
        &[
            "cancel*",
            "called off",
            "abandon*",
            "scrapped",
            "suspended",
            "terminated",
            "expired",
            "lapsed",
            "broke off",
            "broken off",
            "revoked",
            "withdrawn",
            "postponed",
            "shelved",
            "rejected",
        ],
    ),
    (
        Stage::InForce,
        &[
            "in force",
            "into force",
            "entered into force",
            "enters into force",
            "took effect",
            "takes effect",
            "in effect",
            "ratified",
        ],
    ),
    (
        Stage::Open,
        &[
            "propos*",
            "suggest*",
            "consider",
            "considers",
            "considered",
            "considering",
            "consideration",
            "discuss*",
            "in talks",
            "negotiating",
            "negotiation*",
            "may",
            "might",
            "could",
            "possible",
            "possibly",
            "possibility",
            "perhaps",
            "in the offing",
            "potential",
            "exploring",
            "explore",
            "look into",
            "looks into",
            "looking into",
            "would like",
            "wish*",
            "hope*",
            "idea",
            "on the table",
            "weigh",
            "weighing",
            "studying whether",
        ],
    ),
    (
        Stage::Ahead,
        &[
            "will",
            "plan to",
            "plans to",
            "plans for",
            "planned",
            "planning",
            "to be",
            "is to",
            "are to",
            "intend*",
            "expect*",
            "scheduled",
            "upcoming",
            "forthcoming",
            "set to",
            "due to",
            "would",
            "going to",
            "prepar*",
            "aims to",
            "shall",
        ],
    ),
    (
        Stage::Done,
        &[
            "signed",
            "sign",
            "signs",
            "concluded",
            "agreed",
            "agree",
            "held",
            "took place",
            "built",
            "opened",
            "open",
            "opens",
            "launched",
            "began",
            "begun",
            "started",
            "starts",
            "joined",
            "joins",
            "completed",
            "entered",
            "established",
            "became",
            "become",
            "met",
            "meet",
            "visited",
            "visits",
            "introduced",
            "adopted",
            "already",
            "now",
            "has been",
            "have been",
            "was",
            "were",
            "gave",
            "gives",
            "given",
            "inaugurated",
            "carries",
            "runs",
            "operates",
            "accept*",
            "works",
            "settled",
            "formalised",
            "formalized",
            "approved",
            "finished",
            "operating",
            "operate",
            "running",
            "run",
            "in use",
            "in place",
            "in operation",
            "live",
            "under way",
            "underway",
        ],
    ),
];

/// Words that only say when something was: they count where nothing else does.
const WEAK: [&str; 8] = [
    "already",
    "now",
    "has been",
    "have been",
    "was",
    "were",
    "works",
    "runs",
];

/// The stage that a clause states: what comes first weighs most, for "will be signed" is ahead and
/// "signed a plan that will help" is done.
pub(super) fn stated(words: &[Word]) -> Option<Stage> {
    let lows: Vec<&str> = words
        .iter()
        .filter(|w| !w.quoted)
        .map(|w| w.low.as_str())
        .collect();
    let mut weak = None;
    for at in 0..lows.len() {
        for (stage, cues) in CUES {
            for cue in cues.iter().filter(|cue| begins(&lows[at..], cue)) {
                if WEAK.contains(cue) {
                    weak = weak.or(Some(*stage));
                } else {
                    return Some(*stage);
                }
            }
        }
    }
    weak
}

/// Do words begin with a cue?
fn begins(lows: &[&str], cue: &str) -> bool {
    let mut words = lows.iter();
    cue.split(' ').all(|part| {
        let word = words.next();
        word.is_some_and(|word| match part.strip_suffix('*') {
            Some(start) => word.starts_with(start),
            None => *word == part,
        })
    })
}

#[cfg(test)]
mod tests {
    use super::super::words::words;
    use super::*;

    #[test]
    fn words_tell_how_far_something_has_come() {
        for (text, expected) in [
            ("They signed a roadmap in 2017", Some(Stage::Done)),
            ("A roadmap is to be signed", Some(Stage::Ahead)),
            ("The banks are discussing cards", Some(Stage::Open)),
            ("The treaty entered into force", Some(Stage::InForce)),
            ("The visit was cancelled", Some(Stage::Over)),
            ("A treaty on legal assistance", None),
        ] {
            assert_eq!(
                stated(&words(text, &(0..text.len()), &[])),
                expected,
                "{text}"
            );
        }
    }
}
