//! Does a clause say that something is so, or that it is not?

mod part;
mod seeming;

use std::collections::BTreeSet;
use std::ops::Range;

use super::voice::says;
use super::words::{Word, is_one_of, stem};
use crate::extract::WordList;
use part::{is_verb, part};
use seeming::is_seeming;

/// Words that deny.
static DENIALS: WordList = WordList::new(
    "not never no none neither nor nothing nobody cannot refused refuses refusing denied denies \
    denying failed fails rejected rejects rejecting lack lacks lacked lacking forget forgets forgot forgotten \
    dismissed dismisses dismissing refuted refutes",
);

/// Verbs that deny: behind "not" they affirm. "Laos does not lack a railway."
static REVERSED: WordList = WordList::new(
    "lack lacks lacked fail fails failed refuse refuses refused deny denies denied reject \
    rejects rejected rule rules ruled cease ceased stop stopped hide hides exclude excludes excluded \
    forget forgets forgot forgotten dismiss dismisses dismissed doubt doubts doubted",
);

/// Verbs of asking for something that is a burden.
const BURDENS: &str = "levy levies levied impose imposes imposed charge charges charged collect collects collected \
    demand demands demanded apply applies applied";

/// Is a verb denied by a word before it, of whomever it is told? "Neither of them levies tariffs."
fn is_undone(words: &[Word], at: usize) -> bool {
    /// Words from the one that denies.
    const NEAR: usize = 8;
    let near = words[at.saturating_sub(NEAR)..=at].iter().rev();
    let mut part = near.scan(false, |is_over, word| {
        let here = (!*is_over).then_some(word);
        *is_over = word.mark.is_some();
        here
    });
    part.any(|word| is_not(word) || matches!(&*word.low, "neither" | "nobody" | "none"))
}

/// What a run of words says to be absent, by stems: "without a visa", "visa-free", "need no visa".
pub(super) fn absent(words: &[Word]) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for (at, word) in words.iter().enumerate().filter(|(_, word)| !word.quoted) {
        let before = at.checked_sub(1).map(|before| &words[before]);
        let noun = match word.low.as_str() {
            "without" if is_barred(words, at) => None,
            "without" | "no" => noun(&words[at + 1..]),
            "free" if word.mark == Some('-') => before,
            "free" | "exempt" | "exempted" => behind_of(&words[at + 1..]),
            low if low.ends_with("-free") => Some(word),
            "need" | "needs" | "require" | "requires" if before.is_some_and(is_not) => {
                noun(&words[at + 1..])
            }
            low if is_one_of(BURDENS, low) && is_undone(words, at) => noun(&words[at + 1..]),
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
            "without" if is_barred(words, at) => noun(&words[at + 1..]),
            "need" | "needs" | "require" | "requires" | "obtain" | "pay" | "pays" | "paid"
            | "charges" | "charge" | "charged" | "imposes" | "impose" | "levies" | "levy" => {
                noun(&words[at + 1..])
            }
            "tied" | "subject" if words.get(at + 1).is_some_and(|to| to.low == "to") => {
                noun(&words[at + 2..])
            }
            "attached" => {
                let lead = at
                    .checked_sub(2)
                    .map_or("", |lead| words[lead].low.as_str());
                before.filter(|_| !matches!(lead, "no" | "without" | "any"))
            }
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

/// "They cannot stay without a visa": is something not possible without what comes behind?
fn is_barred(words: &[Word], at: usize) -> bool {
    /// Words between the two.
    const NEAR: usize = 10;
    let before = &words[at.saturating_sub(NEAR)..at];
    let is_end = |word: &&Word| word.mark.is_none();
    let part = before.iter().rev().take_while(is_end);
    part.into_iter().any(|word| {
        matches!(
            word.low.as_str(),
            "cannot" | "can't" | "not" | "nobody" | "couldn't"
        )
    })
}

/// Is it a word that denies?
pub(super) fn is_denial(low: &str) -> bool {
    DENIALS.has(low)
}

fn is_not(word: &Word) -> bool {
    let low = word.low.as_str();
    matches!(low, "not" | "no" | "never") || low.ends_with("n't")
}

/// The noun that a run of words begins with, articles and the like apart.
fn noun(words: &[Word]) -> Option<&Word> {
    const SKIPPED: &str = "a an any the need for of their full normal regular high";
    let mut rest = words.iter();
    let is_nation = |word: &Word| word.capital && crate::extract::country(&word.low).is_some();
    let found = rest.find(|word| !is_one_of(SKIPPED, &word.low) && !is_nation(word));
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
    !next.any(|word| NEED.contains(&word.low.as_str()) || is_one_of(BURDENS, &word.low))
}

/// The word that denies.
pub(super) fn denial<'a>(words: impl Iterator<Item = &'a Word>) -> Option<&'a Word> {
    denials(words).into_iter().next()
}

/// The bytes of a word that denies, with "longer" or "yet" behind it.
pub(super) fn span(words: &[Word], denial: &Word) -> Range<usize> {
    let next = words
        .iter()
        .find(|word| word.range.start > denial.range.start);
    let next = next.filter(|word| matches!(word.low.as_str(), "longer" | "yet" | "one"));
    denial.range.start..next.map_or(denial.range.end, |word| word.range.end)
}

/// Every word that denies.
pub(super) fn denials<'a>(words: impl Iterator<Item = &'a Word>) -> Vec<&'a Word> {
    let words: Vec<&Word> = words.collect();
    (0..words.len())
        .filter(|at| denies_at(&words, *at))
        .map(|at| words[at])
        .collect()
}

fn denies_at(words: &[&Word], at: usize) -> bool {
    let low = words[at].low.as_str();
    let short = low.ends_with("n't") || low.ends_with("n’t");
    let decided = |word: &&Word| matches!(word.low.as_str(), "decided" | "voted" | "chose");
    let against = low == "against" && at > 0 && decided(&words[at - 1]);
    let out = words.get(at + 1).is_some_and(|next| next.low == "out");
    let excluded = out && matches!(low, "rule" | "rules" | "ruled" | "ruling");
    let to = words.get(at + 1).is_some_and(|next| next.low == "to");
    let declined = to && matches!(low, "declined" | "declines" | "declining");
    let next = |back: usize| words.get(at + back).map_or("", |word| word.low.as_str());
    // "hardly any", "without any agreement being signed"
    let hardly =
        matches!(low, "hardly" | "scarcely" | "barely") && matches!(next(1), "any" | "ever");
    let near = || (1..5).map(next);
    let undone = low == "without"
        && (is_one_of("signing concluding reaching agreeing", next(1))
            || near().any(|low| matches!(low, "being" | "having")));
    let anything = low == "anything" && next(1) == "but";
    let doubted = matches!(low, "doubts" | "doubted") && next(1) == "that";
    let declined = declined || hardly || undone || anything || doubted;
    if !short && !against && !excluded && !declined && !DENIALS.has(low) {
        return false;
    }
    !is_reversed(words, at) && !is_seeming(words, at)
}

/// Is one word that denies right before another? Both together affirm.
fn is_reversed(words: &[&Word], at: usize) -> bool {
    /// Words between "not" and its verb.
    const NEAR: usize = 4;
    let reverses = |word: &&Word| REVERSED.has(&word.low);
    let low = words[at].low.as_str();
    let is_plain = is_not(words[at]) || matches!(low, "cannot" | "nobody" | "neither" | "nor");
    let part = part(words, at);
    if is_plain {
        let behind = &words[at + 1..part.end.min(at + 1 + NEAR)];
        return behind.iter().any(reverses);
    }
    let before = &words[part.start.max(at.saturating_sub(NEAR))..at];
    let denies = |word: &&Word| {
        is_not(word) || matches!(word.low.as_str(), "neither" | "nor" | "nobody" | "none")
    };
    reverses(&words[at]) && before.iter().any(denies)
}

/// The words around the one that denies, without it.
pub(super) fn denied_part<'a>(words: &'a [Word], denial: &Word) -> impl Iterator<Item = &'a Word> {
    let all: Vec<&Word> = words.iter().collect();
    let at = all.partition_point(|word| word.range.start < denial.range.start);
    let mut range = if at < all.len() { part(&all, at) } else { 0..0 };
    // "The author wrote that it had not …": who says it is not denied.
    let is_that = |that: &usize| all[*that].low == "that" && *that > 0 && says(&all[*that - 1].low);
    let told = (range.start..at.min(range.end)).rfind(is_that);
    range.start = told.map_or(range.start, |that| that + 1);
    let own = words[range].iter();
    let denied = denial.range.start;
    own.filter(move |word| word.range.start != denied)
}

/// "energy that does not harm anybody": does a word deny something in what is told of a noun?
pub(super) fn in_relative(words: &[Word], denial: &Word) -> bool {
    let at = words.partition_point(|word| word.range.start < denial.range.start);
    let low = |back: usize| at.checked_sub(back).map_or("", |at| words[at].low.as_str());
    let is_noun = at.checked_sub(3).is_some_and(|at| !says(&words[at].low));
    let is_verb = at.checked_sub(1).is_some_and(|at| is_verb(&words[at]));
    is_verb && matches!(low(2), "that" | "which" | "who") && is_noun
}

/// The verb that a word denies, among the words behind it.
pub(super) fn denied_verb<'a>(words: &'a [Word], denial: &Word) -> Option<&'a Word> {
    /// Words between the two.
    const NEAR: usize = 3;
    let next = words.partition_point(|word| word.range.start <= denial.range.start);
    let mut near = words[next..].iter().take(NEAR);
    let is_deed = is_not(denial) && denial.low != "no";
    near.find(|word| !word.stem.is_empty() && !word.low.ends_with("ly"))
        .filter(|_| is_deed)
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
            ("It is not the first of its kind", false),
            ("It is not the heaviest of them", true),
            ("Laos does not lack a railway", false),
            ("It did nothing but raise prices", false),
            ("Neither Kuwait nor India lacks a treaty", false),
            ("Not even Putin denied it", false),
            ("Laos lacks a railway", true),
            ("Laos never failed to send them", false),
            ("No talks of the two are reported", false),
            ("Which it was, the article does not say", false),
            ("They decided against reviving them", true),
            ("They fought against the invaders", false),
            ("No, they signed it in May", false),
            ("It was a gift that nobody will forget", false),
            ("He said that nobody was hurt", true),
            ("He ruled out a treaty", true),
            ("He did not rule out a treaty", false),
            ("It has no allies, only customers", false),
            ("Never a friend, and the treaty", false),
            ("Never a friend in May 2024", false),
            ("Never was it signed", true),
            ("Belarus, though not Tajikistan, is a member", false),
            ("It was signed not in Sochi but in Moscow", false),
            ("The treaty has not been signed, but printed", true),
        ] {
            assert_eq!(
                denies(words(text, &(0..text.len()), &[]).iter()),
                expected,
                "{text}"
            );
        }
    }
}
