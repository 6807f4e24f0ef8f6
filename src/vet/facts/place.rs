//! Where a clause says that something is or happens, compared with what records say of it.

use std::ops::Range;

use crate::dossier::date::MONTHS;
use crate::extract;
use crate::vet::actors::{Spot, Who};
use crate::vet::clause::Clause;
use crate::vet::index::Index;
use crate::vet::matching::Match;
use crate::vet::topic::{Read, Topic};
use crate::vet::words::{Word, words};

/// Words before a place.
const BEFORE: [&str; 5] = ["in", "at", "near", "outside", "inside"];

/// Words between those and the name.
const BETWEEN: [&str; 5] = ["the", "downtown", "central", "nearby", "northern"];

/// Words with a capital behind "in" and "at" that are no places; nor are months.
const NO_PLACES: [&str; 32] = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "spring",
    "summer",
    "autumn",
    "winter",
    "article",
    "annex",
    "chapter",
    "section",
    "part",
    "phase",
    "stage",
    "president",
    "minister",
    "prime",
    "deputy",
    "mr",
    "mrs",
    "ms",
    "dr",
    "christmas",
    "easter",
    "soviet",
    "cold",
    "world",
    "english",
];

/// A place that words name.
#[derive(Clone, Debug)]
pub(super) struct Place {
    /// The words of the name, in those that were searched.
    words: Range<usize>,
    stems: Vec<String>,
    /// The country that it is, or whose capital.
    country: Option<Who>,
    /// Is it the country itself?
    is_country: bool,
    /// Does the name end there, or is it a part of a longer phrase?
    is_whole: bool,
}

/// What records say of a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    /// They name it, or nothing speaks against it.
    Known,
    /// They do not say where it was.
    Unsaid,
    /// They give another place: this one.
    Other(String),
}

/// The places of a clause, outside of quotations.
pub(super) fn of_clause(index: &Index<'_>, clause: &Clause<'_>) -> Vec<Place> {
    let sentence = clause.sentence;
    places(
        index,
        &sentence.words,
        &sentence.spots,
        clause.words.clone(),
    )
}

fn places(index: &Index<'_>, words: &[Word], spots: &[Spot], range: Range<usize>) -> Vec<Place> {
    let end = range.end.min(words.len());
    let hosted = |at: usize| at > 0 && words[at].low == "by" && words[at - 1].low == "hosted";
    let is_before = |at: usize| BEFORE.contains(&words[at].low.as_str()) || hosted(at);
    let starts = range.filter(|at| *at < end && is_before(*at));
    starts
        .filter_map(|at| place(index, &words[..end], spots, at + 1))
        .collect()
}

/// A name that begins at a word, articles apart.
fn place(index: &Index<'_>, words: &[Word], spots: &[Spot], at: usize) -> Option<Place> {
    let skipped = words
        .get(at..)?
        .iter()
        .take_while(|word| BETWEEN.contains(&word.low.as_str()));
    let start = at + skipped.count();
    let run = words
        .get(start..)?
        .iter()
        .enumerate()
        .take_while(|(n, word)| word.capital && !word.quoted && (*n == 0 || word.mark.is_none()));
    let end = start + run.count();
    let name = words.get(start..end).filter(|name| !name.is_empty())?;
    let spot = spots.iter().find(|spot| spot.words.contains(&start));
    let is_place = spot.is_none_or(|spot| matches!(spot.who, Who::Country(_)));
    let first = name[0].low.as_str();
    if !is_place || NO_PLACES.contains(&first) || MONTHS.contains(&first) {
        return None;
    }
    let nation = || extract::country(&name[0].low).map(|code| index.lexicon.country(code));
    Some(Place {
        stems: name
            .iter()
            .map(|word| word.stem.clone())
            .filter(|stem| !stem.is_empty())
            .collect(),
        country: spot.map(|spot| spot.who).or_else(nation),
        is_country: spot.is_some(),
        is_whole: words.get(end).is_none_or(ends),
        words: start..end,
    })
}

/// May a name end before this word?
fn ends(word: &Word) -> bool {
    const BEHIND: [&str; 18] = [
        "in", "on", "at", "and", "to", "with", "for", "from", "by", "during", "last", "this",
        "where", "when", "after", "before", "as", "but",
    ];
    let low = word.low.as_str();
    word.mark.is_some() || BEHIND.contains(&low) || low.starts_with(|c: char| c.is_ascii_digit())
}

impl Place {
    /// Are both the same, or one within the other?
    fn meets(&self, other: &Self) -> bool {
        let shared = self.stems.iter().any(|stem| other.stems.contains(stem));
        let within = self.is_country || other.is_country;
        shared || within && self.country.is_some() && self.country == other.country
    }

    /// Can they not be one place?
    fn differs(&self, other: &Self) -> bool {
        let by_country = self.country.is_some() && other.country.is_some();
        let cities = !self.is_country && !other.is_country;
        !self.meets(other) && (cities || by_country)
    }
}

/// What a record says of a place of a clause. `is_deed`: does the clause tell of a meeting, a visit or a
/// signing, whose place is a part of it?
pub(super) fn standing(index: &Index<'_>, place: &Place, topic: &Topic, is_deed: bool) -> Standing {
    let read = topic.read(&index.lexicon).iter();
    let mut named = read.flat_map(|text| of_text(index, text));
    if named.any(|other| place.meets(&other)) {
        return Standing::Known;
    }
    // "two institutions in Laos": one of it takes part, wherever that was.
    let of_country = |who: &Who| index.country_of(*who) == place.country;
    if place.is_country && !is_deed && topic.actors.iter().any(of_country) {
        return Standing::Known;
    }
    if let Some(text) = &topic.place {
        let own = own_places(index, text);
        if own.iter().any(|other| place.meets(other)) {
            return Standing::Known;
        }
        if place.is_whole && !own.is_empty() && own.iter().all(|other| place.differs(other)) {
            return Standing::Other(text.clone());
        }
    }
    let takes_part = place.country.is_some_and(|who| topic.actors.contains(&who));
    let named = place
        .stems
        .iter()
        .filter(|stem| topic.raw.contains(*stem))
        .count();
    let is_named = named == place.stems.len() && !place.is_country;
    if is_named || (named > 0 || takes_part && place.is_country) && !is_deed {
        return Standing::Known;
    }
    Standing::Unsaid
}

/// The words of a place that the records give otherwise, and the place that the best of them gives.
pub(super) fn other(
    index: &Index<'_>,
    clause: &Clause<'_>,
    near: &[Match<'_>],
    is_deed: bool,
) -> Option<(Range<usize>, String)> {
    let places = of_clause(index, clause);
    let standings = |place: &Place| -> Vec<Standing> {
        let near = near.iter();
        near.map(|one| standing(index, place, one.topic, is_deed))
            .collect()
    };
    let all: Vec<(&Place, Vec<Standing>)> =
        places.iter().map(|one| (one, standings(one))).collect();
    // Another place of the clause may be that of the record.
    if all
        .iter()
        .any(|(_, standings)| standings.contains(&Standing::Known))
    {
        return None;
    }
    let mut all = all.into_iter();
    let (place, known) = all.find_map(|(place, standings)| match standings.into_iter().next() {
        Some(Standing::Other(known)) => Some((place, known)),
        _ => None,
    })?;
    let words = clause.sentence.words.get(place.words.clone())?;
    Some((words.first()?.range.start..words.last()?.range.end, known))
}

fn of_text(index: &Index<'_>, text: &Read) -> Vec<Place> {
    places(index, &text.words, &text.spots, 0..text.words.len())
}

/// The places of a field that holds nothing else: "Prague, Budapest".
fn own_places(index: &Index<'_>, text: &str) -> Vec<Place> {
    let words = words(text, &(0..text.len()), &[]);
    let spots = index.lexicon.spots(&words);
    let starts = (0..words.len()).filter(|at| *at == 0 || words[*at].mark.is_some());
    starts
        .filter_map(|at| place(index, &words, &spots, at))
        .collect()
}
