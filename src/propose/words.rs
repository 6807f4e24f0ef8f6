//! Words compared: in small letters, without marks.

use std::collections::HashSet;

/// Words that say nothing of what a title is about.
const EMPTY: [&str; 26] = [
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
    "two",
    "several",
    "bilateral",
    "countries",
    "sides",
    "both",
    "signed",
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

/// The stems of the words of weight.
pub(super) fn weighty(text: &str) -> HashSet<String> {
    let stem = |word: &str| word.chars().take(6).collect();
    let plain = plain(text);
    let words = plain.split(' ').filter(|word| !word.is_empty());
    words
        .filter(|word| !EMPTY.contains(word))
        .map(stem)
        .collect()
}

/// How much of the smaller set the other has: 1 where it has all of it.
pub(super) fn shared(one: &HashSet<String>, other: &HashSet<String>) -> f64 {
    let smaller = one.len().min(other.len());
    let both = one.intersection(other).count();
    let share = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    if smaller == 0 {
        return 0.0;
    }
    share(both) / share(smaller)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_and_case_are_no_words() {
        assert_eq!(plain("“Laos’ ties — GOOD.”"), "laos ties good");
        let (a, b) = (weighty("A treaty on water"), weighty("Water treaties"));
        assert!(shared(&a, &b) > 0.4, "{a:?} {b:?}");
        assert!(shared(&weighty(""), &a) < 0.1);
    }
}
