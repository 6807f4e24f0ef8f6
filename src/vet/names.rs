//! Names of people that are nearly those of the dossier: a slip of the pen.

use std::collections::HashMap;

use strsim::osa_distance;

use super::finding::{Finding, Item, Verdict};
use super::index::Index;
use super::sentence::Sentences;
use super::words::Word;

/// Letters of a name that is looked for, and from how many on two of them may be wrong.
const LETTERS: (usize, usize) = (5, 8);

/// A finding for each misspelt name outside of quotations.
pub(super) fn check(index: &Index<'_>, sentences: &Sentences<'_>) -> Vec<Finding> {
    let known = Known::new(index);
    let mut cache: HashMap<&str, Option<&Last>> = HashMap::new();
    let mut found = Vec::new();
    for sentence in sentences.iter().filter(|one| !one.is_reference) {
        for (at, word) in sentence.words.iter().enumerate() {
            let is_long = word.low.len() >= LETTERS.0;
            let named = || sentence.spots.iter().any(|spot| spot.words.contains(&at));
            if !word.capital || word.quoted || !is_long || named() {
                continue;
            }
            let nearest = cache
                .entry(&word.low)
                .or_insert_with(|| known.nearest(&word.low));
            found.extend(nearest.map(|last| misspelt(index, word, last)));
        }
    }
    found
}

fn misspelt(index: &Index<'_>, word: &Word, last: &Last) -> Finding {
    let person = &index.dossier.people[last.person];
    let range = word.range.start..word.range.start + word.low.len();
    Finding::new(Item::Person, Verdict::Contradicted, range)
        .of(crate::dossier::Ref::new(
            crate::dossier::Kind::Person,
            last.person,
        ))
        .note(format!("name: the dossier has {}", person.name))
        .suggest(last.printed.clone())
}

/// The last name of a person.
struct Last {
    low: String,
    printed: String,
    person: usize,
}

/// Last names by their first letter.
struct Known(HashMap<char, Vec<Last>>);

impl Known {
    fn new(index: &Index<'_>) -> Self {
        let mut known: HashMap<char, Vec<Last>> = HashMap::new();
        for (person, one) in index.dossier.people.iter().enumerate() {
            let printed = one.name.rsplit(' ').next().unwrap_or_default();
            let low = printed.to_lowercase();
            let is_plain = low.chars().all(char::is_alphabetic) && low.len() >= LETTERS.0;
            if let Some(first) = low.chars().next().filter(|_| is_plain) {
                let printed = printed.to_owned();
                let last = Last {
                    low,
                    printed,
                    person,
                };
                known.entry(first).or_default().push(last);
            }
        }
        Self(known)
    }

    /// The name that a word is a slip for; none where it is a name itself, or its plural.
    fn nearest(&self, low: &str) -> Option<&Last> {
        let all = self.0.get(&low.chars().next()?)?.iter();
        let mut near: Option<(usize, &Last)> = None;
        for one in all {
            let most = if one.low.len() >= LETTERS.1 { 2 } else { 1 };
            let is_far = one.low.len().abs_diff(low.len()) > most;
            if is_far || low.strip_suffix('s') == Some(&one.low) {
                continue;
            }
            let slips = osa_distance(low, &one.low);
            if slips == 0 {
                return None;
            }
            if slips <= most && near.is_none_or(|(least, _)| slips < least) {
                near = Some((slips, one));
            }
        }
        near.map(|(_, one)| one)
    }
}
