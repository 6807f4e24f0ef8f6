//! Words compared: in small letters, without marks.

use std::collections::HashSet;

/// Words that say nothing of what a title is about.
const EMPTY: &[&str] = &[
    "the",
    "and",
    "for",
    "with",
    "between",
    "from",
    "that",
    "its",
    "their",
    "this",
    "a",
    "an",
    "of",
    "on",
    "in",
    "to",
    "by",
    "at",
    "new",
    "another",
    "next",
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "previous",
    "earlier",
    "preceding",
    "prior",
    "former",
    "existing",
    "two",
    "several",
    "bilateral",
    "countries",
    "sides",
    "both",
    "signed",
    "agreement",
    "agreements",
    "treaty",
    "memorandum",
    "memoranda",
    "mou",
    "roadmap",
    "protocol",
    "programme",
    "document",
    "documents",
    "understanding",
    "concerning",
    "cooperation",
];

/// A text as letters and digits in small letters, one space between words.
pub(super) fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_alphanumeric() {
            out.extend(c.to_lowercase());
        } else if c != '’' && c != '\'' && !out.ends_with(' ') && !out.is_empty() {
            out.push(' ');
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// Letters of a word that tell it from others in spite of its ending.
const STEM: usize = 5;

/// The stems of the words of weight.
pub(super) fn weighty(text: &str) -> HashSet<String> {
    let stem = |word: &str| word.chars().take(STEM).collect();
    let plain = plain(text);
    let words = plain.split(' ').filter(|word| !word.is_empty());
    words
        .filter(|word| !EMPTY.contains(word) && word.chars().any(char::is_alphabetic))
        .map(stem)
        .collect()
}

/// Names in capitals, such as ASEAN: two titles that do not share them are about two things.
pub(super) fn acronyms(text: &str) -> HashSet<&str> {
    let words = text.split(|c: char| !c.is_alphanumeric());
    let capitals = |word: &&str| word.len() > 2 && word.chars().all(char::is_uppercase);
    words.filter(capitals).collect()
}

/// How much of the smaller and of the larger set the other has: 1 where it has all of it.
pub(super) fn shared(one: &HashSet<String>, other: &HashSet<String>) -> (f64, f64) {
    let share = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    let both = share(one.intersection(other).count());
    let (smaller, larger) = (one.len().min(other.len()), one.len().max(other.len()));
    if smaller == 0 {
        return (0.0, 0.0);
    }
    (both / share(smaller), both / share(larger))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_and_case_are_no_words() {
        assert_eq!(plain("“Laos’ ties — GOOD.”"), "laos ties good");
        let (a, b) = (
            weighty("A treaty on water use"),
            weighty("Water treaty, 2025"),
        );
        let (smaller, larger) = shared(&a, &b);
        assert!(smaller > 0.9 && larger < 0.6, "{a:?} {b:?}");
        assert!(shared(&weighty(""), &a).0 < 0.1);
        assert_eq!(
            acronyms("ASEAN-EAEU pact of 2011"),
            HashSet::from(["ASEAN", "EAEU"])
        );
    }
}
