//! Does a clause say that something is so, or that it is not?

use super::words::Word;

/// Words that deny.
const DENIALS: [&str; 16] = [
    "not", "never", "no", "none", "neither", "nor", "nothing", "nobody", "cannot", "refused",
    "refuses", "denied", "denies", "failed", "fails", "rejected",
];

/// What stands before or behind such a word where it denies nothing of the matter.
const EXEMPT: [&[&str]; 16] = [
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
    &["no", "strings"],
];

/// Does a run of words deny what it speaks of?
pub(super) fn denies<'a>(words: impl Iterator<Item = &'a Word>) -> bool {
    denial(words).is_some()
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
        (!exempt).then_some(words[at])
    })
}

#[cfg(test)]
mod tests {
    use super::super::words::words;
    use super::*;

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
