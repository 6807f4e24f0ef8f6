//! A clause beside sentences of the dossier that have its very words: one of them denies what the other says.

use std::collections::BTreeSet;

use super::fits;
use crate::vet::clause::Clause;
use crate::vet::finding::{Finding, Item, Verdict};
use crate::vet::index::Index;
use crate::vet::negation::denials;
use crate::vet::segments::{Segment, denied_stems};
use crate::vet::stage::{self, Stage};
use crate::vet::voice::says;
use crate::vet::words::Word;

/// Words in common that leave no doubt that both speak of the same.
const LEAST: usize = 3;

/// "Foreign policy may contradict the interests of others", of speech that has "must not contradict".
pub(super) fn check(index: &Index<'_>, clause: &Clause<'_>) -> Option<Finding> {
    let words: Vec<Word> = clause.plain().cloned().collect();
    let own = own(clause, &words);
    // "interests rather than friends": not the second.
    let is_instead = |pair: &[Word]| {
        let (first, next) = (pair[0].low.as_str(), pair[1].low.as_str());
        matches!((first, next), ("rather", "than") | ("instead", "of"))
    };
    if own.len() < LEAST || asks(&words) || words.windows(2).any(is_instead) {
        return None;
    }
    let here = denied_stems(&words);
    // "no friends, only interests" affirms no friends.
    if here.is_empty() && words.iter().any(|word| word.low == "no") {
        return None;
    }
    let is_denied = here.len() % 2 == 1;
    let near = index.segments().sharing(&own, LEAST).into_iter();
    let near: Vec<&Segment> = near
        .filter(|one| is_same(&own, one) && (!is_denied || is_so(index, one)))
        .collect();
    let differs = |one: &&&Segment| denied_stems(&one.words).len() % 2 != usize::from(is_denied);
    let other = *near.iter().find(differs)?;
    if near.iter().any(|one| !differs(&one)) {
        return None;
    }
    let there = denied_stems(&other.words);
    let (denied, all) = if is_denied {
        (&here, &other.stems)
    } else {
        (&there, &own.iter().map(|one| (*one).clone()).collect())
    };
    let is_known = |stems: &Vec<&String>| stems.iter().any(|stem| all.contains(*stem));
    if !denied.iter().all(is_known) || hedges(&words, other) {
        return None;
    }
    let mut stems = here.iter().flatten();
    let of_others = |one: &Segment| {
        let topic = index.topic(one.record);
        topic.is_some_and(|topic| fits::names_outsider(index, clause, topic))
    };
    let is_open = is_denied && of_others(other);
    if is_open || is_denied && stems.any(|stem| is_under_way(&words, other, stem)) {
        return None;
    }
    let range = match denials(words.iter()).first() {
        Some(not) => not.range.clone(),
        None => words
            .iter()
            .find(|word| there.iter().flatten().any(|stem| **stem == word.stem))?
            .range
            .clone(),
    };
    let title = index.dossier.title(other.record);
    let so = if is_denied {
        "it is so"
    } else {
        "it is not so"
    };
    let finding = Finding::new(Item::Event, Verdict::Contradicted, range).of(other.record);
    Some(finding.note(format!("negation: the dossier says that {so}: “{title}”")))
}

/// The stems of what a clause says, without names and who says it.
fn own<'a>(clause: &Clause<'_>, words: &'a [Word]) -> BTreeSet<&'a String> {
    let voices = clause.voices();
    let sentence = clause.sentence;
    let named = |word: &Word| {
        let mut spots = sentence.spots.iter();
        spots.any(|spot| {
            let range = &sentence.words[spot.words.clone()];
            range.iter().any(|one| one.range == word.range)
        })
    };
    let own = words.iter().filter(|word| !word.stem.is_empty());
    own.filter(|word| !voices.contains(&word.stem) && !named(word) && !tells(&word.low))
        .map(|word| &word.stem)
        .collect()
}

/// "It has not been removed", of what only is "removing" it: is a verb of something that goes on denied as done?
fn is_under_way(words: &[Word], segment: &Segment, stem: &str) -> bool {
    let form = |words: &[Word]| {
        let found = words.iter().find(|word| word.stem == stem);
        found.map(|word| word.low.ends_with("ing"))
    };
    form(&segment.words) == Some(true) && form(words) == Some(false)
}

/// Is it a verb of telling, in any form?
fn tells(low: &str) -> bool {
    const TELLS: &str =
        "claim mention note argue assert suggest explain recall stress describe point add";
    says(low) || TELLS.split(' ').any(|verb| verb == low)
}

/// Does a sentence say what a clause says, but for names and what is denied?
fn is_same(own: &BTreeSet<&String>, segment: &Segment) -> bool {
    let shared = own
        .iter()
        .filter(|stem| segment.stems.contains(**stem))
        .count();
    let (here, there) = (own.len(), segment.stems.len());
    let is_near = 5 * shared >= 4 * here && 2 * shared >= there;
    shared >= LEAST && (is_near || shared == here && 4 * shared >= there)
}

/// Does a sentence tell what is so, and not what is only planned or talked about?
fn is_so(index: &Index<'_>, segment: &Segment) -> bool {
    let topic = index.topic(segment.record);
    let is_open = topic.is_some_and(|topic| {
        let is_ahead = topic.stage.is_some_and(|stage| stage <= Stage::Ahead);
        is_ahead || topic.is_talk || topic.is_hope
    });
    !is_open && !stage::is_ahead(&segment.words)
}

/// Does a clause only ask, or leave little of what it speaks of, as the sentence does not?
fn hedges(words: &[Word], segment: &Segment) -> bool {
    const FEW: &str = "few little hardly scarcely barely without free less fewer unlikely if impossible unable \
        difficult hard minor";
    let is_few = |word: &&Word| FEW.split(' ').any(|low| low == word.low);
    let known = |word: &Word| segment.words.iter().any(|other| other.low == word.low);
    words.iter().filter(is_few).any(|word| !known(word))
}

fn asks(words: &[Word]) -> bool {
    words
        .iter()
        .any(|word| matches!(word.low.as_str(), "whether" | "asked" | "asks"))
}
