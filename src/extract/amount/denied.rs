//! Does a text say that something was not so much: "did not reach $3 billion", "fell short of", "it is not true
//! that"?

use crate::extract::word::Words;
use crate::extract::word_list::WordList;

/// Verbs between a denial and the figure that it is about.
static LEVELS: WordList = WordList::new(
    "reach reached hit attain attained total totalled totaled amount amounted top topped pass passed surpass \
     surpassed meet met be been was were worth come stand grow rise get make cross crossed touch spend spent \
     atteint atteindre dépassé give gave given provide provided invest invested receive received buy bought sell sold earn earned",
);

/// Words between a denial and the figure.
const NEAR: usize = 6;
/// Words before a figure in which a sentence denies all that follows.
const REACH: usize = 24;

/// Is the figure that begins with the word `start`, with its qualifier, denied?
pub(super) fn is_denied(words: &Words<'_>, start: usize) -> bool {
    let phrases = [
        "short of",
        "shy of",
        "far from",
        "nowhere near",
        "rather than",
        "instead of",
        "not",
    ];
    let right_before = phrases.iter().any(|one| words.ending(start, one).is_some());
    let of_remark = words.low(start.saturating_sub(3)) == "just";
    right_before && !of_remark
        || of_report(words, start)
        || by_verb(words, start)
        || as_a_whole(words, start)
}

/// "did not reach", "has yet to hit", "failed to attain".
fn by_verb(words: &Words<'_>, start: usize) -> bool {
    let near = (start.saturating_sub(NEAR)..start).rev();
    let mut level = false;
    for at in near.take_while(|at| words.same_sentence(*at, start)) {
        let low = words.low(at);
        let next = words.low(at + 1);
        match low {
            "," | ";" | ":" | "but" | "and" | "until" | "that" => return false,
            "not" | "never" if !matches!(next, "only" | "just" | "merely" | "until" | "least") => {
                return level;
            }
            // "could have reached"
            "have" if matches!(words.low_before(at), "could" | "would" | "might" | "should") => {
                return level;
            }
            "failed" | "fails" | "yet" | "unable" if next == "to" => return level,
            _ if low.ends_with("n't") => return level,
            // "n'ont pas atteint"
            "pas" if words.low_before(at).starts_with("n'") => return level,
            _ => level |= LEVELS.has(low),
        }
    }
    false
}

/// "Reports that trade reached $190 million are wrong", "Few believe that trade reached".
fn of_report(words: &Words<'_>, start: usize) -> bool {
    const BEHIND: usize = 16;
    let same = |at: &usize| words.same_sentence(*at, start);
    let mut before = (start.saturating_sub(REACH)..start).filter(same);
    let Some(that) = before.find(|at| words.low(*at) == "that") else {
        return false;
    };
    let doubted = matches!(words.low(that.wrapping_sub(2)), "few" | "nobody" | "none")
        && matches!(
            words.low_before(that),
            "believe" | "believes" | "think" | "thinks"
        );
    let told = matches!(
        words.low_before(that),
        "reports" | "claims" | "rumours" | "rumors" | "claim" | "report"
    );
    let untrue = |at: usize| {
        matches!(
            words.low(at),
            "wrong" | "untrue" | "false" | "unfounded" | "baseless" | "incorrect"
        ) && matches!(words.low_before(at), "are" | "is" | "were" | "was")
    };
    doubted || told && (start..start + BEHIND).filter(same).any(untrue)
}

/// "It is not true that …", "denied that …", "dismissed reports that …".
fn as_a_whole(words: &Words<'_>, start: usize) -> bool {
    let near = (start.saturating_sub(REACH)..start).rev();
    let mut clause = false;
    for at in near.take_while(|at| words.same_sentence(*at, start)) {
        let low = words.low(at);
        let denies = matches!(
            low,
            "untrue" | "false" | "wrong" | "denied" | "denies" | "dismissed" | "refuted"
        ) || low == "true" && words.low_before(at) == "not";
        if matches!(low, "but" | ";") {
            return false;
        }
        if clause && denies {
            return true;
        }
        clause |= low == "that";
    }
    false
}
