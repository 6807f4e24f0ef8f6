//! Words of somebody else that a speaker or the reporter repeats: "as Churchill said", "quoting Kaunda, she said".

use super::super::lexicon::Class;
use super::frame::Frame;
use super::phrase::Phrase;

/// Verbs of repeating what somebody said before.
const REPEATS: [&str; 8] = [
    "recalled", "recalls", "quoted", "quotes", "cited", "invoked", "repeated", "borrowed",
];
/// What is repeated.
const WORDS: [&str; 7] = [
    "words", "dictum", "maxim", "proverb", "phrase", "motto", "verse",
];

/// Does the sentence say that its quote is of somebody else than who speaks: "quoting Kaunda", "recalled the
/// words of Kaunda"?
pub(super) fn is_repeated(frame: &Frame) -> bool {
    let all = || 0..frame.items.len();
    let quoting = all().any(|at| {
        frame.reads(at, &["quoting", "paraphrasing"]) && frame.is(at + 1, Class::CAPITAL)
    });
    // "was quoted as saying": those are the speaker's own.
    let passive = |at: usize| at > 0 && frame.reads(at - 1, &["was", "were", "is", "been"]);
    let verb = all().find(|at| frame.reads(*at, &REPEATS) && !passive(*at));
    // "he quoted a farmer as telling him"
    let as_saying = verb.is_some_and(|verb| {
        (verb + 2..verb + 8).any(|at| frame.reads(at, &["as"]) && frame.is(at + 1, Class::SAYING))
    });
    quoting
        || as_saying
        || verb.is_some_and(|verb| (verb..verb + 8).any(|at| frame.reads(at, &WORDS)))
}

/// Is a speaker brought in by "as": "as Churchill once said"?
pub(super) fn is_aside(frame: &Frame, phrase: &Phrase) -> bool {
    let first = frame.place(phrase.words.start);
    first.is_some_and(|first| first > 0 && frame.reads(first - 1, &["as"]))
}
