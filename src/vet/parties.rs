//! Somebody whom a clause names as taking part, and whom no record of the matter knows.

mod aside;

use super::actors::{Spot, Who};
use super::clause::Clause;
use super::index::Index;
use super::matching::Match;
use super::ranks::is_rank;
use super::voice::is_attributed;
use super::words::Word;
use crate::dossier::Kind;
use aside::{is_described, is_known_way, is_member_aside, lead};

/// Words before a name that give whose word it is, or what is only compared.
const ASIDE: [&str; 14] = [
    "according",
    "unlike",
    "like",
    "than",
    "besides",
    "beyond",
    "despite",
    "says",
    "said",
    "told",
    "by",
    "as",
    "including",
    "with",
];

/// Words for a body, which a name has that no list knows.
const BODIES: [&str; 16] = [
    "university",
    "ministry",
    "bank",
    "institute",
    "company",
    "corporation",
    "agency",
    "academy",
    "council",
    "union",
    "association",
    "fund",
    "commission",
    "committee",
    "party",
    "railways",
];

/// A body that is named beside those who take part and that the records do not know: its words.
pub(super) fn unknown_body(
    clause: &Clause<'_>,
    matches: &[Match<'_>],
) -> Option<std::ops::Range<usize>> {
    let sentence = clause.sentence;
    let named = |at: usize| sentence.spots.iter().any(|spot| spot.words.contains(&at));
    let parties = matches.first()?.topic.actors.iter();
    if parties.filter(|who| is_body(**who)).count() == 0 {
        return None;
    }
    let at = clause.words.clone().find(|at| {
        let word = &sentence.words[*at];
        let owns = word.range.len() > word.low.len();
        let is_free = !word.quoted && !owns && !named(*at);
        word.capital && is_free && BODIES.contains(&word.low.as_str())
    })?;
    let goes_on =
        |word: &Word| word.capital || matches!(word.low.as_str(), "of" | "for" | "and" | "the");
    let mut end = at + 1;
    while end < clause.words.end
        && goes_on(&sentence.words[end])
        && sentence.words[end].mark.is_none()
    {
        end += 1;
    }
    let mut start = at;
    while start > clause.words.start
        && sentence.words[start - 1].capital
        && sentence.words[start].mark.is_none()
        && !named(start - 1)
    {
        start -= 1;
    }
    let name = &sentence.words[start..end];
    // One record must know all of the name: "Energy" of one and "Mines" of another make no ministry.
    let strange = matches.iter().all(|one| {
        let mut capitals = name
            .iter()
            .filter(|word| word.capital && !word.stem.is_empty());
        capitals.any(|word| !one.topic.raw.contains(&word.stem))
    });
    let last = name.iter().rposition(|word| word.capital)?;
    strange.then(|| name[0].range.start..name[last].range.end)
}

/// A name of one word beside a party, joined by "and", that the records do not know: "Gazprom and the
/// Ministry".
pub(super) fn unknown_name(
    clause: &Clause<'_>,
    matches: &[Match<'_>],
) -> Option<std::ops::Range<usize>> {
    let sentence = clause.sentence;
    let words = &sentence.words;
    let named = |at: usize| sentence.spots.iter().any(|spot| spot.words.contains(&at));
    let part = |who: Who| matches.iter().any(|one| one.topic.actors.contains(&who));
    let bodies = sentence.spots.iter().filter(|spot| {
        clause.words.contains(&spot.words.start) && (is_body(spot.who) && part(spot.who))
    });
    let strange = |at: usize| {
        let word = words
            .get(at)
            .filter(|word| word.capital && !word.quoted && !word.stem.is_empty())?;
        let known = matches.iter().any(|one| one.topic.raw.contains(&word.stem));
        (!named(at) && !known && clause.words.contains(&at)).then(|| word.range.clone())
    };
    // "Gazprom signed …": whoever does it alone, at the head of the clause.
    let first = clause.words.start;
    let signs = |at: usize| {
        matches!(
            words.get(at).map_or("", |word| &*word.low),
            "signed" | "signs" | "concluded" | "adopted" | "adopts" | "approved" | "agreed"
        )
    };
    let is_name = |at: usize| {
        !words[at].low.ends_with('s') && crate::extract::country(&words[at].low).is_none()
    };
    // "Gazprom and the Ministry of Trade adopted …"
    let goes_on = |at: &usize| {
        let word = &words[*at];
        let joins = matches!(word.low.as_str(), "and" | "the" | "of");
        word.mark.is_none() && (word.capital || joins)
    };
    let behind = first + 1..clause.words.end;
    let verb = first + 1 + behind.take_while(goes_on).count();
    let is_joined = words.get(first + 1).is_some_and(|word| word.low == "and");
    let is_first = verb == first + 1 || is_joined;
    let is_alone = clause.words.len() > 1 && is_first && signs(verb) && is_name(first);
    let has_body = matches
        .first()
        .is_some_and(|best| best.topic.actors.iter().any(|who| is_body(*who)));
    if let Some(range) = (is_alone && has_body).then(|| strange(first)).flatten() {
        return Some(range);
    }
    bodies.into_iter().find_map(|spot| {
        let mut before = spot.words.start;
        while before > 0 && (words[before - 1].low == "the" || named(before - 1)) {
            before -= 1;
        }
        let joined = |at: usize| {
            words
                .get(at)
                .is_some_and(|word| word.low == "and" && !word.quoted)
        };
        let first = before
            .checked_sub(2)
            .filter(|at| joined(at + 1))
            .and_then(strange);
        let behind = spot.words.end;
        let the = usize::from(words.get(behind + 1).is_some_and(|word| word.low == "the"));
        first.or_else(|| joined(behind).then(|| strange(behind + 1 + the)).flatten())
    })
}

/// The first of a clause who has no part in any record that it speaks of.
pub(super) fn stranger<'a>(
    index: &Index<'_>,
    clause: &'a Clause<'_>,
    matches: &[Match<'_>],
) -> Option<&'a Spot> {
    let spots = clause.sentence.spots.iter();
    let mut here = spots.filter(|spot| clause.words.contains(&spot.words.start));
    here.find(|spot| {
        let quoted = clause.sentence.words[spot.words.start].quoted;
        !quoted && is_strange(index, clause, spot, matches)
    })
}

fn is_strange(index: &Index<'_>, clause: &Clause<'_>, spot: &Spot, matches: &[Match<'_>]) -> bool {
    let part = |who: Who| {
        matches.iter().any(|one| {
            let mut actors = one.topic.actors.iter();
            actors.any(|actor| *actor == who || index.country_of(*actor) == Some(who))
        })
    };
    if part(spot.who) || index.is_voice(spot.who) {
        return false;
    }
    if is_left_open(index, matches, spot.who) || is_of_body(index, matches, spot.who) {
        return false;
    }
    // Somebody of a country speaks and acts for it.
    if let Some(country) = index.country_of(spot.who) {
        if part(country) && !is_body(spot.who) {
            return false;
        }
        // Who belongs to a party may stand for it.
        if !index.lexicon.is_side(country) && matches.iter().any(|one| one.topic.actors.is_empty())
        {
            return false;
        }
    }
    let words = &clause.sentence.words;
    let before = spot
        .words
        .start
        .checked_sub(1)
        .map(|at| words[at].low.as_str());
    if before.is_some_and(|low| ASIDE[..10].contains(&low)) || is_attributed(words, spot) {
        return false;
    }
    if is_denied(clause, spot) || is_member_aside(words, spot) || is_described(clause, spot, &part)
    {
        return false;
    }
    // "once Governor of the Central Bank": whose office it was takes no part.
    let start = spot.words.start;
    let the = usize::from(before == Some("the"));
    let of = start
        .checked_sub(2 + the)
        .filter(|at| words[at + 1].low == "of");
    if of.is_some_and(|at| is_rank(&words[at].low) && !stands_alone(clause, at, spot)) {
        return false;
    }
    // "The Foreign Ministry's university": whose it is takes no part.
    let last = &words[spot.words.end - 1];
    let owns = last.range.len() > last.low.len();
    let mut owned = clause.sentence.spots.iter();
    if owns && owned.any(|other| other.words.start == spot.words.end && part(other.who)) {
        return false;
    }
    // "Rosatom builds plants in Egypt": without either side it is another matter.
    let mut named = clause.sentence.spots.iter();
    let has_side = named.any(|other| index.lexicon.is_side(other.who));
    let low = lead(clause, spot).map(|at| words[at].low.as_str());
    let is_place = matches!(low, Some("in" | "near")) && matches!(spot.who, Who::Country(_));
    if (is_place || is_known_way(index, clause, spot)) && !has_side {
        return false;
    }
    if index.lexicon.is_side(spot.who) {
        return is_beside_a_party(clause, spot, matches);
    }
    true
}

/// Is an office named without its holder, by whom a country takes part? "He met the president of Laos."
fn stands_alone(clause: &Clause<'_>, rank: usize, spot: &Spot) -> bool {
    /// Words between a person and an office of theirs.
    const NEAR: usize = 4;
    const MET: [&str; 5] = ["met", "meet", "meets", "with", "received"];
    let is_person = |one: &&Spot| matches!(one.who, Who::Record(who) if who.kind == Kind::Person);
    let mut people = clause.sentence.spots.iter().filter(is_person);
    let words = &clause.sentence.words;
    let article = words[..rank].iter().rposition(|word| word.low == "the");
    let met = article
        .and_then(|at| at.checked_sub(1))
        .map(|at| words[at].low.as_str());
    let is_held = people.any(|one| {
        let behind = one.words.start == spot.words.end;
        let before = one.words.end <= rank && rank - one.words.end < NEAR;
        behind || before && words[one.words.end].mark == Some(',')
    });
    !is_held && met.is_some_and(|low| MET.contains(&low))
}

/// Is somebody named behind "not", perhaps as one of several? "Not Kyrgyzstan and Tajikistan."
fn is_denied(clause: &Clause<'_>, spot: &Spot) -> bool {
    let words = &clause.sentence.words;
    let mut at = spot.words.start;
    while at > clause.words.start {
        at -= 1;
        let named = clause.sentence.spots.iter();
        let is_named = named.map(|one| &one.words).any(|one| one.contains(&at));
        let low = words[at].low.as_str();
        if matches!(low, "not" | "nor") {
            return true;
        }
        let joins = matches!(
            low,
            "and" | "or" | "the" | "either" | "of" | "with" | "by" | "in" | "what" | "who"
        );
        if !is_named && !joins {
            return false;
        }
    }
    false
}

/// "The union, with Armenia and Belarus, lies between …": does somebody belong to a body that takes part?
fn is_of_body(index: &Index<'_>, matches: &[Match<'_>], who: Who) -> bool {
    let best = matches
        .first()
        .filter(|best| best.topic.record.kind == Kind::Claim);
    let mut actors = best.into_iter().flat_map(|best| &best.topic.actors);
    actors.any(|actor| match actor {
        Who::Record(body) if body.kind == Kind::Organisation => {
            let mut members = index.dossier.organisations[body.at].members.iter();
            members.any(|one| index.lexicon.actor(index.dossier, &one.member) == Some(who))
        }
        _ => false,
    })
}

/// May somebody take part of whom the records do not tell: a person of no known country, or the other side of a
/// record that has only one?
fn is_left_open(index: &Index<'_>, matches: &[Match<'_>], who: Who) -> bool {
    let homeless = is_person(who) && index.country_of(who).is_none();
    homeless
        || matches
            .first()
            .is_some_and(|best| is_half(index, best, who))
}

/// Does the record lack the side that somebody is of: it names nobody, or only one of the other side?
fn is_half(index: &Index<'_>, best: &Match<'_>, who: Who) -> bool {
    let is_side = |who: Who| {
        index
            .country_of(who)
            .filter(|code| index.lexicon.is_side(*code))
    };
    let mut actors = best.topic.actors.iter();
    match (actors.next(), actors.next()) {
        (None, _) => is_person(who),
        (Some(one), None) => {
            let sides = is_side(*one).zip(is_side(who));
            !is_body(who) && sides.is_some_and(|(one, other)| one != other)
        }
        _ => false,
    }
}

fn is_person(who: Who) -> bool {
    matches!(who, Who::Record(record) if record.kind == Kind::Person)
}

fn is_body(who: Who) -> bool {
    matches!(who, Who::Record(record) if record.kind == Kind::Organisation)
}

/// One of the two sides counts only beside somebody who takes part: "ASEAN and Laos".
fn is_beside_a_party(clause: &Clause<'_>, spot: &Spot, matches: &[Match<'_>]) -> bool {
    let words = &clause.sentence.words;
    let mut others = clause.sentence.spots.iter();
    others.any(|other| {
        let (first, second) = if other.words.start < spot.words.start {
            (other, spot)
        } else {
            (spot, other)
        };
        let gap = words
            .get(first.words.end..second.words.start)
            .unwrap_or_default();
        let joined = matches!(gap, [word] if matches!(word.low.as_str(), "and" | "with"))
            || matches!(gap, [word, the] if word.low == "and" && the.low == "the")
            || gap.is_empty() && words[second.words.start].mark == Some('-');
        let takes_part = matches
            .iter()
            .any(|one| one.topic.actors.contains(&other.who));
        other.words != spot.words && joined && takes_part && other.who != spot.who
    })
}
