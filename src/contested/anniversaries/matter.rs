//! What an anniversary in somebody's words is the anniversary of: the relations of the two sides, or what an
//! event founded.

use super::founding::Founders;
use crate::dossier::{Dossier, Ref};
use crate::extract::{country, numerals, ordinals};
use crate::figures::key::folded;

/// Words of relations between states, folded, in the languages that are read.
const RELATIONS: [&str; 4] = ["relations", "ties", "отношени", "beziehungen"];
/// What may be between a number of years and those words: other relations began at other times.
const BETWEEN: [&str; 33] = [
    "anniversary",
    "years",
    "year",
    "of",
    "the",
    "our",
    "since",
    "establishment",
    "establishing",
    "diplomatic",
    "bilateral",
    "mutual",
    "friendly",
    "official",
    "со",
    "дня",
    "установления",
    "дипломатических",
    "наших",
    "diplomatischer",
    "half",
    "a",
    "quarter",
    "century",
    "centenary",
    "centennial",
    "bicentenary",
    "летие",
    "летия",
    "годовщина",
    "годовщину",
    "годовщины",
    "jahrestag",
];
/// Who, if not states by name, has those relations.
const STATES: [&str; 9] = [
    "countries",
    "states",
    "nations",
    "peoples",
    "governments",
    "us",
    "them",
    "стран",
    "странами",
];

/// What may be between the relations and those who have them; the first of them lead to those.
const LINKS: [&str; 11] = [
    "between",
    "with",
    "of",
    "между",
    "our",
    "the",
    "two",
    "both",
    "and",
    "нашими",
    "и",
];
const LEADING: usize = 4;

/// The only founding event of what a clause names, if it is the founding of relations between the two
/// sides, or of something that the clause names by a word of its title.
pub(super) fn the_founder(dossier: &Dossier, founders: &Founders, matter: &str) -> Option<Ref> {
    let folded = folded(matter);
    let words: Vec<_> = folded.split(' ').collect();
    let is_relation = |word: &&str| RELATIONS.iter().any(|stem| word.starts_with(stem));
    let title = match words.iter().position(is_relation) {
        Some(at) if is_general(dossier, &words, at) => "diplomatic relations".to_owned(),
        Some(_) => return None,
        None => folded.clone(),
    };
    let only = founders.only(&title, None)?;
    let own = &dossier.events[only.at].title;
    (names_only(dossier, matter, own)).then_some(only)
}

/// Are the relations those between the two states, and not of their parties or in their trade?
fn is_general(dossier: &Dossier, words: &[&str], at: usize) -> bool {
    let is_side = |word: &str| is_of_side(dossier, word);
    let may_precede = |word: &&str| BETWEEN.contains(word) || is_side(word) || counted_word(word);
    let behind = &words[at + 1..];
    let names_some = behind
        .first()
        .is_some_and(|word| LINKS[..LEADING].contains(word));
    let whose = behind.iter().find(|word| !LINKS.contains(word));
    words[..at].iter().all(may_precede)
        && whose.is_none_or(|word| !names_some || STATES.contains(word) || is_side(word))
}

/// "65th", "sixtieth", "sixty", "65".
fn counted_word(word: &str) -> bool {
    let is_digits = word.starts_with(|c: char| c.is_ascii_digit());
    is_digits || !ordinals(word).is_empty() || !numerals(word).is_empty()
}

/// Is a folded word of the name of a side, or of a state that it took the place of?
fn is_of_side(dossier: &Dossier, word: &str) -> bool {
    let sides = &dossier.about.sides;
    let is_named = |name: &str| folded(name).split(' ').any(|own| own == word);
    let by_code = country(word).is_some_and(|code| {
        sides
            .iter()
            .any(|side| side.code == code || side.predecessors.iter().any(|old| old.code == code))
    });
    by_code
        || sides.iter().any(|side| {
            let old = side.predecessors.iter().map(|old| old.name.to_string());
            side.names()
                .into_iter()
                .chain(old)
                .any(|name| is_named(&name))
        })
}

/// Are all names in a clause those of the sides, or in the title of the founding event? The anniversary
/// of relations with others is another one.
fn names_only(dossier: &Dossier, clause: &str, title: &str) -> bool {
    let title = folded(title);
    let words = clause.split(|c: char| !c.is_alphanumeric());
    let names = words.filter(|word| word.starts_with(char::is_uppercase));
    // A sentence may begin with the number.
    let begins = |name: &String| BETWEEN.contains(&name.as_str()) || counted_word(name);
    let mut names = names.map(folded).filter(|name| !begins(name));
    names.all(|name| title.split(' ').any(|own| own == name) || is_of_side(dossier, &name))
}
