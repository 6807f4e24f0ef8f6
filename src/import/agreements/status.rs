//! The status of an agreement in the words of a table: a word of the vocabulary, and whether it is all
//! that the cell says.

use crate::dossier::agreement::AgreementStatus as S;
use crate::dossier::countries::folded;

/// Words for a status, the more particular first. None of them where they say that it is not known.
const STATUSES: [(&str, Option<S>); 21] = [
    ("not yet in force", Some(S::Signed)),
    ("not in force", Some(S::Signed)),
    ("no longer in force", None),
    ("in force", Some(S::InForce)),
    ("superseded", Some(S::Superseded)),
    ("replaced", Some(S::Superseded)),
    ("terminated", Some(S::Terminated)),
    ("denounced", Some(S::Terminated)),
    ("expired", Some(S::Expired)),
    ("lapsed", Some(S::Expired)),
    ("under negotiation", Some(S::UnderDiscussion)),
    ("in negotiation", Some(S::UnderDiscussion)),
    ("being negotiated", Some(S::UnderDiscussion)),
    ("negotiating", Some(S::UnderDiscussion)),
    ("negotiation", Some(S::UnderDiscussion)),
    ("negotiations", Some(S::UnderDiscussion)),
    ("under discussion", Some(S::UnderDiscussion)),
    ("in discussion", Some(S::UnderDiscussion)),
    ("discussion", Some(S::UnderDiscussion)),
    ("planned", Some(S::Planned)),
    ("signed", Some(S::Signed)),
];

/// What a party does that leaves.
const LEFT: [&str; 3] = ["withdrawn", "withdrew", "withdrawal"];

/// Words that turn a status into another.
const NEGATIONS: [&str; 8] = [
    "not",
    "never",
    "no",
    "non",
    "nor",
    "without",
    "partly",
    "partially",
];

/// What a cell says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Read {
    /// None where no word of the vocabulary says it.
    pub(super) status: Option<S>,
    /// Is that all that the cell says?
    pub(super) is_all: bool,
}

/// Reads a cell, which is of one party where `is_by_party`.
pub(super) fn read(text: &str, is_by_party: bool) -> Read {
    let words = format!(" {} ", folded(text));
    let left = LEFT.iter().map(|word| (*word, Some(S::Terminated)));
    let mut all = STATUSES.into_iter().chain(left.filter(|_| is_by_party));
    let found = all.find_map(|(phrase, status)| {
        let (before, after) = words.split_once(&format!(" {phrase} "))?;
        Some((status, format!("{before} {after}")))
    });
    let Some((status, others)) = found else {
        return Read {
            status: None,
            is_all: false,
        };
    };
    let mut rest = others.split_whitespace().peekable();
    let is_all = status.is_some() && rest.peek().is_none();
    let is_turned = rest.any(|word| NEGATIONS.contains(&word));
    Read {
        status: status.filter(|_| !is_turned),
        is_all,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_status_is_a_word_of_the_vocabulary_and_perhaps_more() {
        for (text, is_by_party, status, is_all) in [
            ("In force", false, Some(S::InForce), true),
            ("NOT IN FORCE", false, Some(S::Signed), true),
            ("not yet in force", false, Some(S::Signed), true),
            ("no longer in force", false, None, false),
            ("Superseded by E", false, Some(S::Superseded), false),
            ("Expired (1999)", false, Some(S::Expired), false),
            (
                "Denounced 1999-05-01 by Egypt",
                false,
                Some(S::Terminated),
                false,
            ),
            ("not terminated", false, None, false),
            ("unsigned", false, None, false),
            ("in vigore", false, None, false),
            ("under negotiation", false, Some(S::UnderDiscussion), true),
            ("withdrawn", true, Some(S::Terminated), true),
            ("withdrawn", false, None, false),
            ("succession 1955", true, None, false),
        ] {
            assert_eq!(read(text, is_by_party), Read { status, is_all }, "{text}");
        }
    }
}
