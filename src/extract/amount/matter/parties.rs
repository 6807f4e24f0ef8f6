//! From which country money or people come, and where they go.

use super::super::topic::Topic;
use super::super::{currency, unit};
use crate::dossier::Code;
use crate::extract::nation;
use crate::extract::word::Words;
use crate::extract::word_list::WordList;

/// Words to either side of a figure that are looked at.
const REACH: usize = 26;

/// The two countries of a figure from the word `start` to before `end`, as far as its sentence names them.
pub(super) fn parties(
    words: &Words<'_>,
    start: usize,
    end: usize,
    topic: Topic,
) -> (Option<Code>, Option<Code>) {
    let named = named(words, start, end);
    // "42,800 Polish visitors", "9,200 Russians", "citizens of Malaysia"
    let counted = matches!(
        topic,
        Topic::Visitors | Topic::Nights | Topic::Students | Topic::Workers
    );
    let inside = |one: &&Named| one.at >= start && one.at < end + 3;
    let own = named
        .iter()
        .find(|one| counted && inside(one) && (one.adjective || one.of));
    let going = named.iter().filter(|one| one.to);
    let to = going
        .min_by_key(|one| one.at.abs_diff(start))
        .map(|one| one.code);
    let giver = |one: &&Named| !one.to && Some(one.code) != to;
    let before = named.iter().filter(giver).filter(|one| one.at < start);
    let from = own
        .or_else(|| before.min_by_key(|one| start - one.at))
        .or_else(|| named.iter().find(giver))
        .map(|one| one.code);
    (from, to.filter(|to| Some(*to) != from))
}

/// Words before the country to which something goes.
static GOING: WordList = WordList::new(
    "to in into for at towards toward visited visit visits visiting lent gave gives give grants granted \
     offered offers awarded sent sends provide provides provided helped help supported supports",
);

/// A country of the sentence.
struct Named {
    at: usize,
    code: Code,
    /// Does it describe what follows?
    adjective: bool,
    /// Is "of" or "from" before it?
    of: bool,
    /// Is it where something goes: "to Laos", "in Laos", "visited Laos"?
    to: bool,
}

fn named(words: &Words<'_>, start: usize, end: usize) -> Vec<Named> {
    let mut found = Vec::new();
    let mut at = start.saturating_sub(REACH);
    while at < end + REACH {
        let known = words
            .same_sentence(at, start)
            .then(|| country(words, at).or_else(|| unit::demonym(words, at)))
            .flatten();
        let Some((code, next)) = known else {
            at += 1;
            continue;
        };
        let people = unit::demonym(words, at).is_some();
        let adjective = people
            || words.get(at).is_some_and(|word| {
                nation::find(word.text, &std::iter::empty()).is_some_and(|found| found.adjective)
            });
        let before = at - usize::from(words.low_before(at) == "the");
        let word = words.low_before(before);
        let goes = GOING.has(word);
        found.push(Named {
            at,
            code,
            adjective,
            of: matches!(word, "of" | "from"),
            to: goes,
        });
        at = next;
    }
    found
}

/// The country named at a place; that of a currency is none.
fn country(words: &Words<'_>, at: usize) -> Option<(Code, usize)> {
    let found = currency::country(words, at);
    found.filter(|(_, end)| !unit::is_money(words, *end) && words.low(*end) != "$")
}
