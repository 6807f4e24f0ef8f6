//! Ranks of offices: what a title has beside what it is for and of which country.

use super::words::Word;

/// Ranks that several words make, the longest first.
const RANKS: &[(&[&str], &str)] = &[
    (&["prime", "minister"], "prime minister"),
    (&["head", "of", "government"], "prime minister"),
    (&["premier"], "prime minister"),
    (&["president"], "president"),
    (&["head", "of", "state"], "president"),
    (&["minister"], "minister"),
    (&["governor"], "governor"),
    (&["ambassador"], "ambassador"),
    (&["moderator"], "moderator"),
    (&["host"], "moderator"),
    (&["chairman"], "chairman"),
    (&["chairwoman"], "chairman"),
    (&["chair"], "chairman"),
    (&["secretary"], "secretary"),
    (&["director"], "director"),
    (&["chief", "executive"], "director"),
    (&["ceo"], "director"),
    (&["speaker"], "speaker"),
    (&["spokesman"], "spokesperson"),
    (&["spokeswoman"], "spokesperson"),
    (&["spokesperson"], "spokesperson"),
    (&["author"], "author"),
    (&["general"], "general"),
    (&["mayor"], "mayor"),
    (&["envoy"], "ambassador"),
    (&["consul"], "consul"),
    (&["professor"], "professor"),
    (&["rector"], "rector"),
    (&["king"], "king"),
    (&["interpreter"], "interpreter"),
    (&["translator"], "interpreter"),
];

/// Where the rank is, how many words it has, and which it is.
pub(super) fn rank(read: &[Word]) -> Option<(usize, usize, &'static str)> {
    RANKS.iter().find_map(|(phrase, rank)| {
        let at = read
            .windows(phrase.len())
            .position(|here| here.iter().zip(*phrase).all(|(word, low)| word.low == *low))?;
        Some((at, phrase.len(), *rank))
    })
}

/// Is a word the rank of an office, or the end of one?
pub(super) fn is_rank(low: &str) -> bool {
    RANKS.iter().any(|(phrase, _)| phrase.last() == Some(&low))
}
