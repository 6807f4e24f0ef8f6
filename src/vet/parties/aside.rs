//! Names of those who are told of beside what others do.

use crate::vet::actors::{Spot, Who};
use crate::vet::clause::Clause;
use crate::vet::index::Index;
use crate::vet::words::{Word, is_one_of};

/// "the Eurasian Economic Union, to which Armenia also belongs": who belongs to a body takes no part in what
/// it does.
pub(super) fn is_member_aside(words: &[Word], spot: &Spot) -> bool {
    /// Words between the pronoun and a name of its list, or the verb.
    const NEAR: usize = 12;
    const BELONGS: [&str; 7] = [
        "belong",
        "belongs",
        "member",
        "members",
        "seat",
        "seats",
        "represented",
    ];
    let start = spot.words.start;
    let pronoun = (start.saturating_sub(NEAR)..start)
        .rev()
        .find(|at| matches!(words[*at].low.as_str(), "which" | "whose"));
    pronoun.is_some_and(|at| {
        let mut rest = words[at..].iter().take(2 * NEAR);
        rest.any(|word| BELONGS.contains(&word.low.as_str()))
    })
}

/// "MGIMO, the university of the Foreign Ministry", "a member of ASEAN": whose a party is takes no part.
pub(super) fn is_described(clause: &Clause<'_>, spot: &Spot, part: &impl Fn(Who) -> bool) -> bool {
    const BELONGING: &str = "member members neighbour neighbours neighbor neighbors founder part university \
        institute academy college school department branch office";
    /// Words between the article and the noun.
    const NEAR: usize = 2;
    let words = &clause.sentence.words;
    let Some(of) = lead(clause, spot).filter(|at| words[*at].low == "of") else {
        return false;
    };
    let noun = of.checked_sub(1).map_or("", |at| words[at].low.as_str());
    if is_one_of(BELONGING, noun) {
        return true;
    }
    let is_article = |at: &usize| {
        let word = &words[*at];
        matches!(word.low.as_str(), "the" | "a" | "an") && word.mark == Some(',')
    };
    let article = (of.saturating_sub(1 + NEAR)..of).rfind(is_article);
    let is_before = |other: &&Spot| article == Some(other.words.end);
    let mut spots = clause.sentence.spots.iter();
    spots.any(|other| is_before(&other) && part(other.who))
}

/// "by way of China or Vietnam": is somebody named as being on a way, and does a record tell of them?
pub(super) fn is_known_way(index: &Index<'_>, clause: &Clause<'_>, spot: &Spot) -> bool {
    const WAYS: [&str; 3] = [" via ", " through ", " by way of "];
    let words = &clause.sentence.words;
    let Some(at) = lead(clause, spot) else {
        return false;
    };
    let before = at.checked_sub(1).map_or("", |at| words[at].low.as_str());
    let is_way = match words[at].low.as_str() {
        "via" | "through" | "across" => true,
        "of" => before == "way",
        _ => false,
    };
    let tells = |text: &String| WAYS.iter().any(|way| text.contains(way));
    let mut topics = index.topics.iter();
    is_way
        && topics.any(|topic| topic.actors.contains(&spot.who) && topic.strings.iter().any(tells))
}

/// The place of the word before a name, or before the first of several: "in Bangladesh and Egypt".
pub(super) fn lead(clause: &Clause<'_>, spot: &Spot) -> Option<usize> {
    let words = &clause.sentence.words;
    let named = |at: usize| {
        let mut spots = clause.sentence.spots.iter();
        spots.any(|one| one.words.contains(&at))
    };
    let mut before = (clause.words.start..spot.words.start).rev();
    let joins = |low: &str| matches!(low, "and" | "or" | "the");
    before.find(|at| !named(*at) && !joins(&words[*at].low))
}
