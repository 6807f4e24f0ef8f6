//! An office, out of the words of a title: its rank, what it is for, and of which country.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::dossier::person::Role;
use crate::vet::actors::Who;
use crate::vet::index::Index;
use crate::vet::ranks::rank;
use crate::vet::words::{Word, words};

/// An office.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Office {
    /// "president", "minister", …
    rank: String,
    deputy: bool,
    /// The stems of what it is for: foreign, transport.
    domain: BTreeSet<String>,
    countries: BTreeSet<Who>,
    pub(super) former: bool,
}

/// Words of titles that say nothing of the office.
const SMALL: [&str; 23] = [
    "the",
    "of",
    "and",
    "for",
    "mr",
    "mrs",
    "ms",
    "madam",
    "former",
    "then",
    "ex",
    "his",
    "her",
    "excellency",
    "country",
    "a",
    "an",
    "to",
    "affairs",
    "at",
    "in",
    "previously",
    "time",
];

impl Office {
    /// None for words that name no office.
    pub(super) fn of(index: &Index<'_>, title: &str) -> Option<Self> {
        let read = words(title, &(0..title.len()), &[]);
        let spots = index.lexicon.spots(&read);
        let (first, length, rank) = rank(&read)?;
        let is = |word: &Word, names: &[&str]| names.contains(&word.low.as_str());
        let deputy = read
            .iter()
            .any(|word| is(word, &["deputy", "vice", "assistant"]));
        let former = read
            .iter()
            .any(|word| is(word, &["former", "then", "ex", "previously"]));
        let named = |at: usize| {
            spots
                .iter()
                .any(|spot| spot.words.contains(&at) && matches!(spot.who, Who::Country(_)))
        };
        let domain = read
            .iter()
            .enumerate()
            .filter(|(at, word)| {
                let of_rank = (first..first + length).contains(at);
                let small = is(word, &SMALL) || is(word, &["deputy", "vice", "assistant", "first"]);
                !of_rank && !small && !named(*at)
            })
            .map(|(_, word)| domain_stem(word))
            .filter(|stem| !stem.is_empty());
        let countries = spots.iter().filter_map(|spot| index.country_of(spot.who));
        Some(Self {
            rank: rank.to_owned(),
            deputy,
            domain: domain.collect(),
            countries: countries.collect(),
            former,
        })
    }

    /// Of this country too.
    pub(super) fn add_country(&mut self, country: Option<Who>) {
        self.countries.extend(country);
    }

    /// Is what a text says this office? `own` is the country of its holder.
    pub(super) fn is(&self, held: &Self, own: Option<Who>) -> bool {
        let country = self
            .countries
            .iter()
            .all(|who| held.countries.contains(who) || own == Some(*who));
        self.rank == held.rank
            && self.deputy == held.deputy
            && country
            && self
                .domain
                .iter()
                .all(|stem| held.domain.contains(stem) || self.is_where(stem))
    }

    /// "the forum's moderator", "the author of the piece": does a word only say where they speak or write?
    fn is_where(&self, stem: &str) -> bool {
        const WHERE: [&str; 13] = [
            "forum", "session", "panel", "discuss", "debat", "event", "confer", "plenar", "stage",
            "meet", "piece", "articl", "report",
        ];
        self.is_of_occasion() && WHERE.contains(&stem)
    }

    /// Is it this office but for the country, of which nothing is known of the one who has it?
    pub(super) fn may_be(&self, held: &Self, own: Option<Who>) -> bool {
        let bare = Self {
            countries: BTreeSet::new(),
            ..self.clone()
        };
        own.is_none() && held.countries.is_empty() && bare.is(held, own)
    }

    /// "The minister" may be one of whatever it is for, and a deputy.
    pub(super) fn is_short_for(&self, held: &Self, own: Option<Who>) -> bool {
        let mut countries = self.countries.iter();
        let is_minister = self.rank == "minister" && self.domain.is_empty();
        let is_of = countries.all(|who| held.countries.contains(who) || own == Some(*who));
        is_minister && is_of && held.rank.ends_with("minister")
    }

    /// Is it one of a single occasion or text, which nobody else had before or after?
    pub(super) fn is_of_occasion(&self) -> bool {
        matches!(self.rank.as_str(), "moderator" | "author")
    }

    /// Is it one of the highest offices of a state?
    pub(super) fn is_high(&self) -> bool {
        matches!(self.rank.as_str(), "president" | "prime minister")
    }
}

fn domain_stem(word: &Word) -> String {
    if word.stem.is_empty() {
        word.low.clone()
    } else {
        word.stem.clone()
    }
}

/// The offices of a title, by their bytes: "Deputy Prime Minister and Minister of Foreign Affairs" is two,
/// "Minister of Industry and Trade" one.
pub(super) fn parts(title: &str) -> Vec<Range<usize>> {
    let read = words(title, &(0..title.len()), &[]);
    let is_cut = |word: &Word| word.low == "and" || matches!(word.mark, Some(',' | ';' | '/'));
    let has_rank = |part: &&[Word]| rank(part).is_some();
    let mut parts: Vec<Range<usize>> = Vec::new();
    for part in read.chunk_by(|_, next| !is_cut(next)) {
        let (Some(first), Some(last)) = (part.first(), part.last()) else {
            continue;
        };
        let and = usize::from(first.low == "and" && part.len() > 1);
        let range = part[and].range.start..last.range.end;
        match parts.last_mut() {
            // What has no rank goes on with the office before it, and one before any with the first.
            Some(before) if !has_rank(&part) || rank_of(title, before).is_none() => {
                before.end = range.end;
            }
            _ => parts.push(range),
        }
    }
    parts
}

fn rank_of(title: &str, part: &Range<usize>) -> Option<&'static str> {
    rank(&words(title, part, &[])).map(|(.., rank)| rank)
}

/// The offices of a role, with its organisation.
pub(super) fn of_role(index: &Index<'_>, role: &Role) -> Vec<Office> {
    let parts = parts(&role.title)
        .into_iter()
        .filter_map(|part| role.title.get(part));
    parts
        .filter_map(|part| of_part(index, role, part))
        .collect()
}

fn of_part(index: &Index<'_>, role: &Role, title: &str) -> Option<Office> {
    let mut office = Office::of(index, title)?;
    if let Some(id) = &role.organisation {
        let name = index.dossier.name(id);
        let read = words(&name, &(0..name.len()), &[]);
        let small = |word: &&Word| !SMALL.contains(&word.low.as_str());
        office
            .domain
            .extend(read.iter().filter(small).map(domain_stem));
        let spots = index.lexicon.spots(&read);
        office
            .countries
            .extend(spots.iter().filter_map(|spot| index.country_of(spot.who)));
    }
    Some(office)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_of_one_office_or_of_several() {
        for (title, expected) in [
            (
                "Minister of Foreign Affairs",
                &["Minister of Foreign Affairs"][..],
            ),
            (
                "Minister of Industry and Trade",
                &["Minister of Industry and Trade"],
            ),
            (
                "Deputy Prime Minister and Minister of Foreign Affairs",
                &["Deputy Prime Minister", "Minister of Foreign Affairs"],
            ),
            ("President, Chairman", &["President", "Chairman"]),
            (
                "deputy energy and mines minister",
                &["deputy energy and mines minister"],
            ),
            ("", &[]),
        ] {
            let all: Vec<&str> = parts(title).into_iter().map(|part| &title[part]).collect();
            assert_eq!(all, expected);
        }
    }
}
