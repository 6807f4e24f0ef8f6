//! Words before a date that make it less certain: "on or about 3 May", "around May", "probably in 2010".

use crate::extract::word::Words;

/// The sign of EDTF for the doubt that the words before a date raise.
pub(super) fn sign(words: &Words<'_>, at: usize) -> Option<char> {
    let start = at - usize::from(words.low_before(at) == "the");
    let about = [
        "or about",
        "or around",
        "in about",
        "on about",
        "signed about",
    ];
    let approximate = matches!(
        words.low_before(start),
        "around" | "circa" | "roughly" | "approximately"
    ) || about.iter().any(|lead| words.ending(start, lead).is_some());
    if approximate {
        return Some('~');
    }
    let led = matches!(words.low_before(start), "in" | "on" | "from" | "since");
    let doubted = matches!(
        words.low_before(start - usize::from(led)),
        "probably" | "perhaps" | "possibly" | "maybe" | "presumably"
    );
    doubted.then_some('?')
}

/// A date with that sign; one that is a span or doubtful already stays as it is.
pub(super) fn hedged(edtf: String, sign: Option<char>) -> String {
    match sign {
        Some(sign) if !edtf.contains(['/', '~', '?', 'X', '%']) => format!("{edtf}{sign}"),
        _ => edtf,
    }
}
