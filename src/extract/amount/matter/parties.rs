//! From which country money or people come, and where they go.

use super::super::currency::country_itself as country;
use super::super::topic::Topic;
use super::super::unit;
use crate::dossier::{Code, countries};
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
    let counted = counts_people(topic);
    let inside = |one: &&Named| one.at >= start && one.at < end + 3;
    let own = named
        .iter()
        .find(|one| counted && inside(one) && (one.adjective || one.of));
    // "$12 million in aid from Norway", "was given $5 million by Norway"
    let source = named.iter().find(|one| !counted && one.goes(Way::From));
    let beside = |one: &&Named| one.goes(Way::To) && one.at >= end && is_beside(words, end, one.at);
    let going = || named.iter().filter(|one| one.goes(Way::To));
    let taker = || {
        named
            .iter()
            .find(|one| Some(one.code) != source.map(|of| of.code))
    };
    let to = going()
        .find(beside)
        .or_else(|| going().min_by_key(|one| one.at.abs_diff(start)))
        .or_else(|| taker().filter(|_| source.is_some()))
        .map(|one| one.code);
    let giver = |one: &&Named| !one.goes(Way::To) && Some(one.code) != to;
    let mut before: Vec<_> = named
        .iter()
        .filter(giver)
        .filter(|one| one.at < start)
        .collect();
    // "Peru wants a share of Chile's lithium and will put $5 million into": who does it owns nothing there.
    if !counted && before.iter().any(|one| !one.owner) {
        before.retain(|one| !one.owner);
    }
    let nearest = before.into_iter().min_by_key(|one| start - one.at);
    // "Laos and Russia signed a loan agreement": either may be the giver.
    let both = |one: &&Named| !counted && words.low_before(one.at) == "and" && to.is_none();
    let from = match nearest.filter(both) {
        Some(_) => source.or(own),
        None => source
            .or(own)
            .or(nearest)
            .or_else(|| named.iter().find(giver)),
    };
    let from = from.map(|one| one.code);
    (from, to.filter(|to| Some(*to) != from))
}

/// Are people counted, who come from somewhere?
pub(super) fn counts_people(topic: Topic) -> bool {
    matches!(
        topic,
        Topic::Visitors | Topic::Nights | Topic::Students | Topic::Workers | Topic::Residents
    )
}

/// Words before the country to which something goes.
static GOING: WordList = WordList::new(
    "to in into for at towards toward grant lend visited visit visits visiting lent gave gives give given grants \
     granted promised pledged offered offers awarded sent sends provide provides provided helped help supported supports",
);

/// Participles of giving before "by".
static GIVEN: WordList = WordList::new(
    "given granted provided donated lent contributed pledged offered committed funded financed invested supplied",
);

/// Is a participle of giving before the word "by" at that place, or the verb of its clause: "was given $5
/// million by"?
fn is_given(words: &Words<'_>, by: usize) -> bool {
    const REACH: usize = 10;
    let passive = |at: usize| {
        let low = words.low_before(at);
        GIVEN.has(words.low(at)) && matches!(low, "was" | "were" | "been" | "is" | "are")
    };
    let mut clause = by.saturating_sub(REACH)..by;
    GIVEN.has(words.low_before(by)) || clause.any(|at| words.same_sentence(at, by) && passive(at))
}

/// A country of the sentence.
struct Named {
    at: usize,
    code: Code,
    /// Does it describe what follows?
    adjective: bool,
    /// Is "of" or "from" before it?
    of: bool,
    /// Is it printed as an owner, and does it not open its sentence: "a share of Chile's"?
    owner: bool,
    way: Option<Way>,
}

/// Which way something goes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    /// Where it goes: "to Laos", "in Laos", "visited Laos".
    To,
    /// Where money comes from: "from Laos", "was given by the Lao government".
    From,
}

impl Named {
    fn goes(&self, way: Way) -> bool {
        self.way == Some(way)
    }
}

/// Is a country at that place the one where people were born: "residents born in Laos"?
fn is_origin(words: &Words<'_>, at: usize) -> bool {
    words.ending(at, "born in").is_some()
}

/// Is a country right behind a figure, with no more than a preposition between?
fn is_beside(words: &Words<'_>, end: usize, country: usize) -> bool {
    let mut between = end..country;
    between.len() < 4 && between.all(|at| GOING.has(words.low(at)) || words.low(at) == "the")
}

fn named(words: &Words<'_>, start: usize, end: usize) -> Vec<Named> {
    let mut found = Vec::new();
    let mut at = start.saturating_sub(REACH);
    while at < end + REACH {
        let known = words
            .same_sentence(at, start)
            .then(|| {
                country(words, at)
                    .or_else(|| unit::demonym(words, at))
                    .or_else(|| acting(words, at))
            })
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
        // "at their meeting in Tokyo": where it happened, not where it goes.
        let city = !adjective && next == at + 1 && is_city(words, at);
        if city && matches!(word, "in" | "at") {
            at = next;
            continue;
        }
        let given = word == "from" || word == "by" && is_given(words, before - 1);
        let way = if GOING.has(word) && !is_origin(words, before) {
            Some(Way::To)
        } else {
            given.then_some(Way::From)
        };
        let opens = before == 0 || !words.same_sentence(before - 1, before);
        found.push(Named {
            at,
            code,
            adjective,
            of: matches!(word, "of" | "from") || is_origin(words, before),
            owner: words.low(next - 1).ends_with("'s") && !opens,
            way,
        });
        at = next;
    }
    found
}

/// Is a country meant by the name of a city?
fn is_city(words: &Words<'_>, at: usize) -> bool {
    let word = words.get(at);
    word.is_some_and(|word| {
        let bare = word.text.trim_end_matches("'s").trim_end_matches("’s");
        countries::find(bare).is_none()
    })
}

/// The capital that acts for its government: "Canberra has put up", "The Hague would provide".
fn acting(words: &Words<'_>, at: usize) -> Option<(Code, usize)> {
    static ACTS: WordList = WordList::new(
        "will would has had is was plans pledged promised gave gives put provides provided offered committed \
         supports supported lent earmarked allocated invested",
    );
    let word = words.get(at).filter(|word| word.is_capital())?;
    let hague = word.low == "the" && words.low(at + 1) == "hague";
    let end = at + 1 + usize::from(hague);
    if !ACTS.has(words.low(end)) || matches!(words.low_before(at), "in" | "to" | "at" | "from") {
        return None;
    }
    let name = if hague { "The Hague" } else { word.text };
    let mut all = countries::all();
    let country = all.find(|country| country.has_capital(name))?;
    Some((country.code, end))
}
