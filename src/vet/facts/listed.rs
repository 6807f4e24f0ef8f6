//! One of several in the place of another: "through China or Thailand", of what a record has through China or
//! Vietnam.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::dossier::Kind;
use crate::vet::actors::{Spot, Who, name_stem};
use crate::vet::clause::Clause;
use crate::vet::facts::judge::NAMED;
use crate::vet::finding::{Finding, Item, Verdict};
use crate::vet::index::Index;
use crate::vet::matching::Match;
use crate::vet::negation::denies;
use crate::vet::topic::Topic;
use crate::vet::voice::is_attributed;
use crate::vet::words::Word;

/// Names that are joined, by their words, with what joins the last of them and what leads to the first.
struct List<'a> {
    spots: Vec<&'a Spot>,
    joined: &'a str,
    lead: Lead,
}

/// What the word before a list says of it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Lead {
    Through,
    Other,
}

/// A name in a list that its record does not have, where it has the others and one more.
pub(super) fn check(
    index: &Index<'_>,
    clause: &Clause<'_>,
    matches: &[Match<'_>],
) -> Option<Finding> {
    let words = &clause.sentence.words;
    let here = clause.words.clone();
    let is_free = |spot: &&Spot| {
        here.contains(&spot.words.start)
            && is_third(index, spot.who)
            && !words[spot.words.start].quoted
            && !is_attributed(words, spot)
    };
    // "a member of one and another, but not of a third": what is denied of one is not said of all.
    if denies(clause.plain()) {
        return None;
    }
    let spots: Vec<&Spot> = clause.sentence.spots.iter().filter(is_free).collect();
    lists(words, &spots)
        .iter()
        .find_map(|list| swapped(index, words, list, matches))
        .or_else(|| other_city(index, clause, matches))
}

/// "Prague or Warsaw", of what a record has in Prague or Budapest: names that are nobody's.
fn other_city(index: &Index<'_>, clause: &Clause<'_>, matches: &[Match<'_>]) -> Option<Finding> {
    let words = &clause.sentence.words;
    let own = pairs(words, &clause.sentence.spots, clause.words.clone());
    let topics = matches.iter().filter(|one| one.score >= NAMED);
    topics.map(|one| one.topic).find_map(|topic| {
        let has = |at: usize| topic.raw.contains(&words[at].stem);
        own.iter().find_map(|pair| {
            let (same, odd) = match (has(pair.start), has(pair.end)) {
                (true, false) => (pair.start, pair.end),
                (false, true) => (pair.end, pair.start),
                _ => return None,
            };
            let is_other = topic.read(&index.lexicon).iter().any(|text| {
                let is_it = |at: usize| text.words[at].stem == words[same].stem;
                let is_same = |other: &Range<usize>| {
                    let joined = text.words[other.start + 1].low == words[pair.start + 1].low;
                    joined && (is_it(other.start) || is_it(other.end))
                };
                let all = pairs(&text.words, &text.spots, 0..text.words.len());
                all.iter().any(is_same)
            });
            let title = index.dossier.title(topic.record);
            let range = words[odd].range.clone();
            let name = clause.sentence.words_of(&range);
            let note = format!("name: no record has {name} in “{title}”");
            let finding = Finding::new(Item::Event, Verdict::Contradicted, range);
            is_other.then(|| finding.of(topic.record).note(note))
        })
    })
}

/// Two names of nobody with "and" or "or" between them, by their places.
fn pairs(words: &[Word], spots: &[Spot], range: Range<usize>) -> Vec<Range<usize>> {
    let is_name = |at: usize| {
        let word = &words[at];
        let named = spots.iter().any(|spot| spot.words.contains(&at));
        word.capital && !word.quoted && !word.stem.is_empty() && !named
    };
    let is_pair = |at: &usize| {
        let near = range.contains(&(at + 2))
            && words[at + 1..at + 3].iter().all(|word| word.mark.is_none());
        near && matches!(&*words[at + 1].low, "and" | "or") && is_name(*at) && is_name(at + 2)
    };
    range.clone().filter(is_pair).map(|at| at..at + 2).collect()
}

fn swapped(
    index: &Index<'_>,
    words: &[Word],
    list: &List<'_>,
    matches: &[Match<'_>],
) -> Option<Finding> {
    let who: Vec<Who> = list.spots.iter().map(|spot| spot.who).collect();
    let has_all = |topic: &Topic| who.iter().all(|who| topic.actors.contains(who));
    let of_named = || {
        let is_known = matches.iter().any(|one| has_all(one.topic));
        let named = matches.iter().filter(|one| one.score >= NAMED && !is_known);
        let mut topics = named.map(|one| one.topic);
        topics.find_map(|topic| Some((topic, odd(index, topic, list, &who, 1)?)))
    };
    let of_any = || {
        let stems: BTreeSet<String> = who.iter().map(|who| name_stem(*who)).collect();
        let places = index.sharing(&stems);
        let is_through = list.lead == Lead::Through;
        let least = if is_through { 1 } else { 2 };
        let is_known = !is_through && index.topics.iter().any(has_all);
        let mut topics = places
            .into_iter()
            .map(|at| &index.topics[at])
            .filter(|_| !is_known);
        topics.find_map(|topic| Some((topic, odd(index, topic, list, &who, least)?)))
    };
    let (topic, spot) = of_named().or_else(of_any)?;
    let range = words[spot.words.start].range.start..words[spot.words.end - 1].range.end;
    let (name, title) = (index.name(spot.who), index.dossier.title(topic.record));
    let finding = Finding::new(Item::Event, Verdict::Contradicted, range).of(topic.record);
    Some(finding.note(format!("party: {name} takes no part in “{title}”")))
}

/// The one of a list that a topic does not have, if a list of it has `shared` others or more, and one that
/// the text does not have. With one other, both lists must be of one form.
fn odd<'a>(
    index: &Index<'_>,
    topic: &Topic,
    list: &List<'a>,
    who: &[Who],
    shared: usize,
) -> Option<&'a Spot> {
    let mut strange = list
        .spots
        .iter()
        .filter(|spot| !topic.actors.contains(&spot.who));
    let (odd, None) = (strange.next()?, strange.next()) else {
        return None;
    };
    let is_same = topic.read(&index.lexicon).iter().any(|text| {
        let third: Vec<&Spot> = text
            .spots
            .iter()
            .filter(|spot| is_third(index, spot.who))
            .collect();
        lists(&text.words, &third).iter().any(|known| {
            let has = |who: &Who| known.spots.iter().any(|spot| spot.who == *who);
            let both = who.iter().filter(|who| has(who)).count();
            let is_left = known.spots.iter().any(|spot| !who.contains(&spot.who));
            let is_form = known.joined == list.joined && known.lead == list.lead;
            both >= shared
                && is_left
                && (shared > 1 || is_form)
                && known.spots.len() >= list.spots.len()
        })
    });
    is_same.then_some(*odd)
}

/// The runs of two names or more with nothing but commas and "and" or "or" between them.
fn lists<'a>(words: &'a [Word], spots: &[&'a Spot]) -> Vec<List<'a>> {
    let joins = |one: &&&Spot, next: &&&Spot| -> bool {
        let Some(gap) = words.get(one.words.end..next.words.start) else {
            return false;
        };
        let is_small = |word: &Word| matches!(&*word.low, "and" | "or" | "the");
        let is_apart = gap
            .iter()
            .chain(words.get(next.words.start))
            .any(|word| word.mark == Some(','));
        gap.iter().all(is_small) && (is_apart || !gap.is_empty())
    };
    let spots: Vec<&&Spot> = spots.iter().collect();
    let runs = spots
        .chunk_by(|one, next| joins(one, next))
        .filter(|run| run.len() > 1);
    runs.map(|run| {
        let last = run[run.len() - 1].words.start;
        let mut before = words[run[run.len() - 2].words.end..last].iter();
        let joined = before
            .find(|word| word.low != "the")
            .map_or("", |word| &*word.low);
        let first = run[0].words.start;
        let lead = words[..first].iter().rev().find(|word| word.low != "the");
        let through = lead.is_some_and(|word| matches!(&*word.low, "through" | "via" | "over"));
        List {
            spots: run.iter().map(|spot| **spot).collect(),
            joined,
            lead: if through { Lead::Through } else { Lead::Other },
        }
    })
    .collect()
}

/// Is it a country or a body, and neither a side nor a voice?
fn is_third(index: &Index<'_>, who: Who) -> bool {
    let is_body = match who {
        Who::Country(_) => true,
        Who::Record(record) => record.kind == Kind::Organisation,
    };
    is_body && !index.lexicon.is_side(who) && !index.is_voice(who)
}
