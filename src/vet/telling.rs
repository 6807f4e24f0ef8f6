//! When something was said, which is not when it was: "a point that Yathotou made in 2023", "the article
//! of 2025".

use std::ops::Range;

use super::index::Index;
use super::sentence::Sentence;
use super::voice::says;
use super::words::{Word, is_one_of};
use crate::dossier::Date;
use crate::dossier::date::Order;

/// Verbs of telling that are none of saying.
const TELLS: &str =
    "made makes reminded reminds recalled mentioned mentions told pointed drew brought raised";

/// Words between a verb of telling and its date: of the occasion and of who listened.
const OCCASION: &str = "out up at in to on of during before the a this that his her their forum session audience \
    guests summit article interview meeting conference stage listeners question same year back already \
    eastern economic us our remark remarks";

/// Words for what is printed.
const PRINTED: &str =
    "article report piece publication briefing text transcript source author newsletter analysis";

/// Words before a date at the head of a sentence.
const LEAD: &str = "in by back already late early during";

/// Is a date of a sentence that of what it says that somebody said or wrote?
pub(super) fn is_of_telling(sentence: &Sentence, date: &Range<usize>) -> bool {
    let words = &sentence.words;
    let next = words.partition_point(|word| word.range.start < date.start);
    let end = words.partition_point(|word| word.range.start < date.end);
    is_printed(words, next, end)
        || is_behind(sentence, next)
        || is_before(sentence, next, end)
        || is_of_speaker(words, end)
}

/// "The host of the 2023 session held that …": the date of the occasion on which somebody tells it.
fn is_of_speaker(words: &[Word], end: usize) -> bool {
    const OCCASIONS: &str =
        "forum session summit article interview meeting conference talks debate panel event";
    let mut behind = words.get(end..).unwrap_or_default().iter();
    let occasion = behind.next();
    let verb = behind.next();
    let holds = |word: &Word| {
        let that = behind.next().is_some_and(|next| next.low == "that");
        is_verb(word) || that && matches!(word.low.as_str(), "held" | "maintained" | "found")
    };
    occasion.is_some_and(|word| word.mark.is_none() && is_one_of(OCCASIONS, &word.low))
        && verb.is_some_and(holds)
}

/// "the article of 2025", "an article from 2023", "its 2025 article", "the newest of 2025": is what is between two places when
/// something came out?
pub(super) fn is_printed(words: &[Word], next: usize, end: usize) -> bool {
    let low = |at: Option<usize>| at.map_or("", |at| words[at].low.as_str());
    let is_of = matches!(low(next.checked_sub(1)), "of" | "from" | "in");
    let is_source = |word: &Word| is_one_of(PRINTED, word.low.trim_end_matches('s'));
    // "two articles, the newest of 2024"
    let is_last = matches!(
        low(next.checked_sub(2)),
        "newest" | "latest" | "oldest" | "earliest"
    );
    let is_ranked = is_last && words[..next].iter().any(is_source);
    let is_behind = is_of && (is_one_of(PRINTED, low(next.checked_sub(2))) || is_ranked);
    let is_before = words
        .get(end)
        .is_some_and(|word| word.mark.is_none() && is_one_of(PRINTED, &word.low));
    is_behind || is_before
}

/// Is the date at the end of what tells of a saying? "… as Doronov recalled at the forum of 2023".
fn is_behind(sentence: &Sentence, next: usize) -> bool {
    /// Words from the verb to the date.
    const REACH: usize = 9;
    let words = &sentence.words;
    let first = next.saturating_sub(REACH);
    let is_occasion = |word: &Word| word.mark.is_none() && is_one_of(OCCASION, &word.low);
    let verb = (first..next).rfind(|at| !is_occasion(&words[*at]) || is_verb(&words[*at]));
    let Some(verb) = verb.filter(|at| is_verb(&words[*at])) else {
        // "recalled by Doronov in 2023": the name is right before the date.
        return (first..next).any(|at| {
            let by = words.get(at + 1).is_some_and(|by| by.low == "by");
            let named = sentence
                .spots
                .iter()
                .find(|spot| spot.words.start == at + 2);
            let is_end = |end: usize| {
                words
                    .get(end..next)
                    .is_some_and(|rest| rest.iter().all(is_occasion))
            };
            is_verb(&words[at]) && by && named.is_some_and(|spot| is_end(spot.words.end))
        });
    };
    has_speaker(sentence, verb)
}

/// "In 2023, ASEAN Briefing wrote that …".
fn is_before(sentence: &Sentence, next: usize, end: usize) -> bool {
    let words = &sentence.words;
    let is_head = words[..next].iter().all(|word| is_one_of(LEAD, &word.low));
    let mut spots = sentence.spots.iter();
    let speaker = spots.find(|spot| spot.words.start >= end);
    let is_next = |start: usize| words[end..start].iter().all(|word| word.low == "the");
    is_head
        && speaker.is_some_and(|spot| {
            let verb = words.get(spot.words.end);
            is_next(spot.words.start)
                && verb.is_some_and(|verb| verb.mark.is_none() && is_verb(verb))
        })
}

fn is_verb(word: &Word) -> bool {
    !word.quoted && (says(&word.low) || is_one_of(TELLS, &word.low))
}

/// Is somebody right before a verb: a name, a pronoun, "the article"?
fn has_speaker(sentence: &Sentence, verb: usize) -> bool {
    const PRONOUNS: [&str; 5] = ["he", "she", "they", "who", "it"];
    let is_named = sentence.spots.iter().any(|spot| spot.words.end == verb);
    let before = verb
        .checked_sub(1)
        .map_or("", |at| sentence.words[at].low.as_str());
    is_named
        || PRONOUNS.contains(&before)
        || is_one_of(PRINTED, before)
        || super::ranks::is_rank(before)
}

/// Is it a word for the occasion on which something is said?
pub(super) fn is_occasion(word: &Word) -> bool {
    is_one_of(OCCASION, &word.low)
}

/// Did a source come out then?
pub(super) fn is_issued(index: &Index<'_>, date: &Date) -> bool {
    let sources = index.dossier.sources.iter();
    let mut issued = sources.filter_map(|source| source.issued.as_ref());
    issued.any(|issued| date.compare(issued) == Order::Possible)
}
