//! Does a clause say that something is so, or that it is not?

use std::collections::BTreeSet;

use super::words::{Word, stem};

/// Words that deny.
const DENIALS: [&str; 16] = [
    "not", "never", "no", "none", "neither", "nor", "nothing", "nobody", "cannot", "refused",
    "refuses", "denied", "denies", "failed", "fails", "rejected",
];

/// What stands before or behind such a word where it denies nothing of the matter.
const EXEMPT: [&[&str]; 17] = [
    &["not", "only"],
    &["not", "alone"],
    &["not", "reported"],
    &["not", "say"],
    &["not", "said"],
    &["not", "known"],
    &["not", "listed"],
    &["not", "between"],
    &["no", "later"],
    &["no", "fewer"],
    &["no", "less"],
    &["no", "more"],
    &["no", "longer"],
    &["not", "least"],
    &["no", "source"],
    &["no", "evidence"],
    &["no", "strings"],
];

/// "No country has been bombed more heavily than Laos": that one most of all.
fn is_superlative(words: &[&Word]) -> bool {
    let low = |at: usize| words.get(at).map(|word: &&Word| word.low.as_str());
    let nobody = matches!(low(0), Some("no" | "nobody" | "none" | "nothing" | "never"));
    let more = (1..words.len())
        .find(|at| matches!(low(*at), Some("more" | "less" | "greater" | "better")));
    nobody && more.is_some_and(|more| (more..words.len()).any(|at| low(at) == Some("than")))
}

/// What a run of words says to be absent, by stems: "without a visa", "visa-free", "need no visa".
pub(super) fn absent(words: &[Word]) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for (at, word) in words.iter().enumerate().filter(|(_, word)| !word.quoted) {
        let before = at.checked_sub(1).map(|before| &words[before]);
        let noun = match word.low.as_str() {
            "without" | "no" => noun(&words[at + 1..]),
            "free" if word.mark == Some('-') => before,
            "free" | "exempt" | "exempted" => behind_of(&words[at + 1..]),
            low if low.ends_with("-free") => Some(word),
            "need" | "needs" | "require" | "requires" if before.is_some_and(is_not) => {
                noun(&words[at + 1..])
            }
            _ => None,
        };
        let stem = noun.map(|noun| stem(noun.low.trim_end_matches("-free")));
        found.extend(stem.filter(|stem| !stem.is_empty()));
    }
    found
}

/// What a run of words says to be needed, by stems: "need a visa", "a visa is required".
pub(super) fn needed(words: &[Word]) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for (at, word) in words.iter().enumerate().filter(|(_, word)| !word.quoted) {
        let before = at.checked_sub(1).map(|before| &words[before]);
        let noun = match word.low.as_str() {
            _ if before.is_some_and(is_not) => None,
            "need" | "needs" | "require" | "requires" | "obtain" => noun(&words[at + 1..]),
            "required" | "needed" | "obligatory" | "compulsory" => {
                let is = before.filter(|word| matches!(word.low.as_str(), "is" | "are"));
                is.and(at.checked_sub(2)).map(|noun| &words[noun])
            }
            _ => None,
        };
        found.extend(
            noun.map(|noun| noun.stem.clone())
                .filter(|stem| !stem.is_empty()),
        );
    }
    found
}

/// Is it a word that denies?
pub(super) fn is_denial(low: &str) -> bool {
    DENIALS.contains(&low)
}

fn is_not(word: &Word) -> bool {
    let low = word.low.as_str();
    matches!(low, "not" | "no" | "never") || low.ends_with("n't")
}

/// The noun that a run of words begins with, articles and the like apart.
fn noun(words: &[Word]) -> Option<&Word> {
    const SKIPPED: [&str; 8] = ["a", "an", "any", "the", "need", "for", "of", "their"];
    let mut rest = words.iter();
    let found = rest.find(|word| !SKIPPED.contains(&word.low.as_str()));
    found.filter(|word| word.low != "no" && word.mark.is_none())
}

/// "of visas", "from duties".
fn behind_of(words: &[Word]) -> Option<&Word> {
    let first = words.first()?;
    matches!(first.low.as_str(), "of" | "from")
        .then(|| noun(&words[1..]))
        .flatten()
}

/// Does a run of words deny what it speaks of?
pub(super) fn denies<'a>(words: impl Iterator<Item = &'a Word>) -> bool {
    denial(words).is_some()
}

/// Does a run of words deny that something is done, and not that something is needed?
pub(super) fn denies_deed(words: &[Word]) -> bool {
    const NEED: [&str; 7] = [
        "need", "needs", "needed", "require", "requires", "required", "have",
    ];
    let Some(word) = denial(words.iter()).filter(|word| is_not(word) && word.low != "no") else {
        return false;
    };
    let behind = words.partition_point(|one| one.range.start <= word.range.start);
    let mut next = words[behind..].iter().take(2);
    !next.any(|word| NEED.contains(&word.low.as_str()))
}

/// The word that denies.
pub(super) fn denial<'a>(words: impl Iterator<Item = &'a Word>) -> Option<&'a Word> {
    let words: Vec<&Word> = words.collect();
    (0..words.len()).find_map(|at| {
        let low = words[at].low.as_str();
        let short = low.ends_with("n't") || low.ends_with("n’t");
        if !short && !DENIALS.contains(&low) {
            return None;
        }
        let exempt = EXEMPT.iter().any(|phrase| {
            let lows = words[at..]
                .iter()
                .take(phrase.len())
                .map(|word| word.low.as_str());
            lows.eq(phrase.iter().copied())
        });
        (!exempt && !is_superlative(&words[at..])).then_some(words[at])
    })
}

#[cfg(test)]
mod tests {
    use super::super::words::words;
    use super::*;

    #[test]
    fn what_is_absent_is_not_needed() {
        let read = |text: &str| words(text, &(0..text.len()), &[]);
        for (text, expected) in [
            ("They may stay without a visa", (true, false)),
            ("Stays are visa-free", (true, false)),
            ("They need no visa", (true, false)),
            ("They do not need a visa", (true, false)),
            ("There is no need for a visa", (true, false)),
            ("They are exempt from visas", (true, false)),
            ("They need a visa", (false, true)),
            ("A visa is required", (false, true)),
            ("They have a visa", (false, false)),
        ] {
            let text_words = read(text);
            let has = |all: BTreeSet<String>| all.contains("visa");
            let found = (has(absent(&text_words)), has(needed(&text_words)));
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn small_phrases_deny_nothing() {
        for (text, expected) in [
            ("The treaty was not signed", true),
            ("It wasn't signed", true),
            ("Not only children study there", false),
            ("Russia asked nothing in return", true),
            ("No fewer than two were signed", false),
            ("The treaty was signed", false),
        ] {
            assert_eq!(
                denies(words(text, &(0..text.len()), &[]).iter()),
                expected,
                "{text}"
            );
        }
    }
}
