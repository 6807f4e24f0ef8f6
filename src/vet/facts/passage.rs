//! A clause beside passages that no title leads to: what was on the very day, and what rises or falls.

use super::support;
use crate::contested::Standing;
use crate::vet::actors::Who;
use crate::vet::clause::Clause;
use crate::vet::facts::judge::course;
use crate::vet::finding::{Finding, Item, Verdict};
use crate::vet::index::Index;
use crate::vet::topic::Topic;
use crate::vet::voice::is_attributed;
use crate::vet::words::Word;

/// The first thing that is otherwise.
pub(super) fn check(index: &Index<'_>, clause: &Clause<'_>) -> Option<Finding> {
    other_party(index, clause).or_else(|| other_way(index, clause))
}

/// Somebody else said to have done what a record of that very day or month tells: "In January 2022 Laos
/// became a member of the EAEU".
fn other_party(index: &Index<'_>, clause: &Clause<'_>) -> Option<Finding> {
    /// Characters of a year in EDTF.
    const YEAR: usize = 4;
    let sentence = clause.sentence;
    let range = clause.range();
    let mut dates = sentence
        .real_dates()
        .filter(|date| range.contains(&date.range.start));
    let date = dates.find_map(|date| date.edtf.as_ref().filter(|edtf| edtf.len() > YEAR))?;
    let spots: Vec<_> = sentence
        .spots
        .iter()
        .filter(|spot| clause.words.contains(&spot.words.start))
        .collect();
    let named = |at: usize| spots.iter().any(|spot| spot.words.contains(&at));
    let own: Vec<&Word> = clause
        .words
        .clone()
        .filter(|at| !named(*at))
        .map(|at| &sentence.words[at])
        .filter(|word| !word.quoted && !word.stem.is_empty())
        .collect();
    let is_told = |topic: &&Topic| {
        let mut dates = topic.dates.iter();
        let is_then = dates.any(|one| one.edtf() == Some(date));
        let knows = |word: &&Word| topic.raw.contains(&word.stem);
        is_then && !own.is_empty() && own.iter().all(knows)
    };
    let mut matching = index.topics.iter().filter(is_told);
    let (topic, None) = (matching.next()?, matching.next()) else {
        return None;
    };
    if support::joins_itself(index, clause, topic) {
        return None;
    }
    let takes_part = |who: Who| topic.actors.contains(&who);
    let is_third = |who: Who| !index.lexicon.is_side(who) && !index.is_voice(who);
    let stranger = spots.iter().find(|spot| {
        let is_voice = is_attributed(&sentence.words, spot);
        is_third(spot.who) && !takes_part(spot.who) && !is_voice
    })?;
    let words = &sentence.words[stranger.words.clone()];
    let place = words.first()?.range.start..words.last()?.range.end;
    let is_shared = spots.iter().any(|spot| takes_part(spot.who));
    let (name, title) = (index.name(stranger.who), index.dossier.title(topic.record));
    is_shared.then(|| {
        Finding::new(Item::Event, Verdict::Contradicted, place)
            .of(topic.record)
            .note(format!("party: {name} takes no part in “{title}”"))
    })
}

/// "the decrease in cargo flows", of a passage that has "increase in cargo flows".
fn other_way(index: &Index<'_>, clause: &Clause<'_>) -> Option<Finding> {
    /// Stems of a passage that tell it from others.
    const LEAST: usize = 3;
    let range = clause.range();
    let mut amounts = clause.sentence.amounts.iter();
    let words: Vec<&Word> = clause.plain().collect();
    let (at, own) = (0..words.len()).find_map(|at| Some((at, course::way(&words[at..])?)))?;
    if amounts.any(|amount| range.contains(&amount.range.start)) {
        return None;
    }
    let other = if own == "grow" { "fall" } else { "grow" };
    if course::goes(&words, other) {
        return None;
    }
    let stems = clause.stems(&index.lexicon);
    let places = index.sharing(&stems).into_iter();
    let mut topics = places.map(|at| &index.topics[at]);
    let topic = topics.find(|topic| {
        let standing = index.contests.standing(topic.record);
        let mut texts = topic.each.iter().zip(topic.read(&index.lexicon));
        !standing.is_some_and(Standing::is_doubt)
            && texts.any(|(stems_of, read)| {
                let is_whole = stems_of.len() >= LEAST && stems_of.is_subset(&stems);
                let read: Vec<&Word> = read.words.iter().collect();
                is_whole && course::goes(&read, other) && !course::goes(&read, own)
            })
    })?;
    let title = index.dossier.title(topic.record);
    let note = format!("sign: it goes the other way in “{title}”");
    let finding = Finding::new(
        Item::Direction,
        Verdict::Contradicted,
        words[at].range.clone(),
    );
    Some(finding.of(topic.record).note(note))
}
