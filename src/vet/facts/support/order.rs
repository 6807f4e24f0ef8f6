//! Which of two things came first: a record supports that only if it follows the other, or says so itself.

use crate::dossier::Ref;
use crate::vet::clause::Clause;
use crate::vet::index::Index;
use crate::vet::topic::Topic;
use crate::vet::words::{Word, is_one_of};

/// What stands between what came later and what came first, and the other way round.
const LATER: &str = "followed follows follow following after";
const EARLIER: &str = "preceded precedes precede preceding before";

/// Things of which one follows another.
pub(super) const KINDS: [&str; 14] = [
    "roadmap",
    "memorandum",
    "agreement",
    "treaty",
    "protocol",
    "contract",
    "plan",
    "programme",
    "partnership",
    "forum",
    "summit",
    "meeting",
    "round",
    "session",
];

/// Does a clause tell an order that the record does not? `before` is what a record follows.
pub(super) fn is_unknown(
    index: &Index<'_>,
    clause: &Clause<'_>,
    topic: &Topic,
    before: impl Fn(Ref) -> Option<Ref>,
) -> bool {
    let words: Vec<&Word> = clause.plain().collect();
    let is_order = |low: &str| is_one_of(LATER, low) || is_one_of(EARLIER, low);
    let Some(at) = (1..words.len()).find(|at| is_order(&words[*at].low) && is_thing(&words, *at))
    else {
        return false;
    };
    let is_later = is_one_of(LATER, &words[at].low);
    let (late, early) = if is_later {
        (&words[..at], &words[at + 1..])
    } else {
        (&words[at + 1..], &words[..at])
    };
    let follows = |one: &Topic, first: &Topic| before(one.record) == Some(first.record);
    let last = before(topic.record).and_then(|last| index.topic(last));
    let mut pairs: Vec<(&Topic, &Topic)> = last.map(|last| (topic, last)).into_iter().collect();
    let next = index.topics.iter().filter(|one| follows(one, topic));
    pairs.extend(next.map(|one| (one, topic)));
    // "The memorandum followed the roadmap", of a roadmap that follows a memorandum.
    let kinds = |words: &[&Word]| -> Vec<String> {
        let kinds = words
            .iter()
            .filter(|word| KINDS.contains(&word.low.as_str()));
        kinds.map(|word| word.stem.clone()).collect()
    };
    let (late, early) = (kinds(late), kinds(early));
    let is_named = !late.is_empty() && !early.is_empty();
    let is_told = |(second, first): &(&Topic, &Topic)| {
        let has_all =
            |kinds: &[String], one: &Topic| kinds.iter().all(|kind| one.title.contains(kind));
        is_named && has_all(&late, second) && has_all(&early, first)
    };
    if !pairs.is_empty() {
        return !pairs.iter().any(is_told);
    }
    let mut texts = topic.read(&index.lexicon).iter();
    !texts.any(|text| text.words.iter().any(|word| is_order(&word.low)))
}

/// Does a thing come behind a word of order, and not a time or a clause of its own?
fn is_thing(words: &[&Word], at: usize) -> bool {
    /// Words in which it is looked for.
    const NEAR: usize = 3;
    const NONE: &str =
        "that this then now long all it them being having up with suit by when years";
    let near = words[at + 1..].iter().take(NEAR);
    let near: Vec<&&Word> = near.take_while(|word| word.mark.is_none()).collect();
    let is_none = |word: &&&Word| {
        let is_number = word.low.starts_with(|c: char| c.is_ascii_digit());
        is_number || word.is_month() || is_one_of(NONE, &word.low)
    };
    let is_dated = near.iter().take(2).any(is_none);
    words[at].mark.is_none() && !is_dated && near.iter().any(|word| !word.stem.is_empty())
}
