//! Titles that a sentence gives by the post: "her earlier post was that of governor", "the office that she had
//! held was governor of the central bank".

use std::ops::Range;

use super::run::{Predicate, runs};
use crate::dossier::Ref;
use crate::vet::words::{Word, is_one_of};

/// Words for an office.
const POSTS: &str = "post position office job role portfolio";

/// Words by which a post is one of before.
const PAST: &str = "earlier previous former formerly once before previously held had first past";

/// The titles of posts whose holder is named beside them.
pub(super) fn titles(
    words: &[Word],
    people: &[(Ref, Range<usize>)],
    pronouns: &[(Ref, usize)],
) -> Vec<Predicate> {
    let is_post = |at: &usize| !words[*at].quoted && is_one_of(POSTS, &words[*at].low);
    let posts = (0..words.len()).filter(is_post);
    posts
        .filter_map(|at| Some((at, holder(words, at, people, pronouns)?)))
        .flat_map(|(at, person)| {
            let (was, behind) = verb(words, at).unwrap_or_default();
            let new = move |title| Predicate {
                person,
                title,
                office: None,
                was,
            };
            runs(behind).into_iter().map(new)
        })
        .collect()
}

/// Whose post it is: "her earlier post", "Yathotou's last job", "the post that she had held".
fn holder(
    words: &[Word],
    at: usize,
    people: &[(Ref, Range<usize>)],
    pronouns: &[(Ref, usize)],
) -> Option<Ref> {
    /// Words between a post and its holder.
    const NEAR: usize = 4;
    let owns = |word: &Word| {
        word.range.len() > word.low.len() || matches!(word.low.as_str(), "her" | "his")
    };
    let is_before = |last: usize| last < at && at - last <= NEAR && owns(&words[last]);
    let holds = |end: usize| {
        let verb = words.get(end).map(|word| word.low.as_str());
        matches!(
            verb,
            Some("had" | "held" | "has" | "once" | "previously" | "formerly" | "used")
        )
    };
    let is_behind = |first: usize, end: usize| first > at && first - at <= NEAR && holds(end);
    let by_name = people
        .iter()
        .find(|(_, name)| is_before(name.end - 1) || is_behind(name.start, name.end));
    let by_pronoun = || {
        let mut all = pronouns.iter();
        all.find(|(_, own)| is_before(*own))
            .map(|(person, _)| *person)
    };
    by_name.map(|(person, _)| *person).or_else(by_pronoun)
}

/// Is a post one of the past, and the words behind the verb that says what it is?
fn verb(words: &[Word], at: usize) -> Option<(bool, &[Word])> {
    /// Words between a post and that verb.
    const NEAR: usize = 14;
    /// Words before a post that may tell that it is over.
    const BEFORE: usize = 4;
    let is_verb = |low: &str| matches!(low, "was" | "is" | "were" | "been");
    let mut near = at + 1..words.len().min(at + 1 + NEAR);
    let verb = near.find(|at| is_verb(&words[*at].low) && !words[*at].quoted)?;
    let told = &words[at.saturating_sub(BEFORE)..verb];
    let was = words[verb].low != "is" || told.iter().any(|word| is_one_of(PAST, &word.low));
    let of = words.get(verb + 1..verb + 3).unwrap_or_default();
    let is_that = matches!(of, [that, of] if that.low == "that" && of.low == "of");
    let skipped = if is_that { 3 } else { 1 };
    Some((was, words.get(verb + skipped..)?))
}
