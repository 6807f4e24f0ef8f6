//! Countries, bodies and people by any of their names.

use std::collections::{BTreeSet, HashMap};

use super::words::{Word, words};
use crate::dossier::{Actor, Code, Dossier, Kind, Ref, countries};

/// Somebody who takes part in something. A body that is a state is its country; a predecessor of a side
/// is that side.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Who {
    /// A country.
    Country(Code),
    /// A person or a body of the dossier.
    Record(Ref),
}

/// A place of a text that names somebody.
#[derive(Clone, Debug)]
pub(super) struct Spot {
    pub(super) who: Who,
    /// The first of its words in the sentence, and the word behind it.
    pub(super) words: std::ops::Range<usize>,
}

/// A name behind its first word.
#[derive(Clone, Debug)]
struct Name {
    /// Each with whether it is written with a capital.
    rest: Vec<(String, bool)>,
    who: Who,
}

/// What words are about: their stems, and for each name that is not one of the two sides a stem of its
/// own, for "Regional Comprehensive Economic Partnership" is about no partnership.
pub(super) fn subjects<'a>(
    lexicon: &Lexicon,
    words: impl Iterator<Item = (usize, &'a Word)>,
    spots: &[Spot],
) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for (at, word) in words.filter(|(_, word)| !word.quoted) {
        let spot = spots.iter().find(|spot| spot.words.contains(&at));
        match spot {
            Some(spot) if lexicon.is_side(spot.who) || lexicon.is_printed(spot.who) => {}
            Some(spot) => {
                found.insert(name_stem(spot.who));
            }
            None if word.stem.is_empty() => {}
            // Rise and fall speak of the same; which of them it was is compared elsewhere.
            None if word.stem == "fall" => {
                found.insert("grow".to_owned());
            }
            None => {
                found.insert(word.stem.clone());
            }
        }
    }
    found
}

/// The stem of a name.
pub(super) fn name_stem(who: Who) -> String {
    match who {
        Who::Country(code) => format!("@{code}"),
        Who::Record(record) => format!("@{:?}{}", record.kind, record.at),
    }
}

/// All names, by their first word in small letters.
#[derive(Debug, Default)]
pub(super) struct Lexicon {
    names: HashMap<String, Vec<Name>>,
    sides: BTreeSet<Code>,
    /// Publications: where something was printed says nothing of what it is about.
    printed: BTreeSet<Who>,
    /// Predecessors, and the side that they became.
    heirs: HashMap<Code, Code>,
}

impl Lexicon {
    pub(super) fn new(dossier: &Dossier) -> Self {
        let mut lexicon = Self {
            sides: dossier.about.sides.iter().map(|side| side.code).collect(),
            ..Self::default()
        };
        lexicon.countries(dossier);
        lexicon.bodies(dossier);
        for at in 0..dossier.people.len() {
            let person = &dossier.people[at];
            let who = Who::Record(Ref::new(Kind::Person, at));
            lexicon.enter(&person.name, who);
            for alias in person.aliases.iter().chain(&person.native_name) {
                // Initials are names in a transcript only.
                if alias.chars().count() > 3 {
                    lexicon.enter(alias, who);
                }
            }
            if let Some((_, last)) = person.name.rsplit_once(' ')
                && last.chars().count() > 3
            {
                lexicon.enter(last, who);
            }
        }
        lexicon.printed = lexicon.publications(dossier);
        lexicon
    }

    fn publications(&self, dossier: &Dossier) -> BTreeSet<Who> {
        let names = dossier
            .sources
            .iter()
            .filter_map(|one| one.container_title.as_deref());
        let mut names: Vec<&str> = names.collect();
        names.sort_unstable();
        names.dedup();
        let spots = names.into_iter().filter_map(|name| {
            let words = words(name, &(0..name.len()), &[]);
            let spots = self.spots(&words).into_iter();
            // "ASEAN Briefing" is one name, "Laos Today" is of a country.
            spots
                .into_iter()
                .find(|spot| spot.words.len() == words.len())
        });
        spots.map(|spot| spot.who).collect()
    }

    fn countries(&mut self, dossier: &Dossier) {
        for side in &dossier.about.sides {
            for older in &side.predecessors {
                self.heirs.insert(older.code, side.code);
                self.enter(&older.name, Who::Country(side.code));
                if let Some((first, _)) = older.name.split_once(' ') {
                    // "Soviet", of the Soviet Union.
                    self.enter(first, Who::Country(side.code));
                }
            }
            for name in side.names() {
                self.enter(&name, Who::Country(side.code));
                self.enter(&format!("{name}s"), Who::Country(side.code));
            }
        }
        for country in countries::all() {
            let who = self.country(country.code);
            for name in country.names() {
                self.enter(name, who);
            }
            // "French" is of France, whatever else is called so.
            let is_own = |adjective: &&str| {
                let of = crate::extract::country(&adjective.to_lowercase());
                of.is_none_or(|code| code == country.code)
            };
            if let Some(adjective) = country.adjective.filter(is_own) {
                self.enter(adjective, who);
                if adjective.ends_with('n') {
                    self.enter(&format!("{adjective}s"), who);
                }
            }
        }
        if let Some(soviet) = Code::parse("SUN") {
            self.enter("USSR", self.country(soviet));
        }
    }

    fn bodies(&mut self, dossier: &Dossier) {
        for at in 0..dossier.organisations.len() {
            let body = &dossier.organisations[at];
            let Some(who) = self.actor(dossier, &Actor::Record(body.id.clone())) else {
                continue;
            };
            let names = [&body.name].into_iter().chain(&body.acronym);
            for name in names.chain(&body.aliases) {
                self.enter(name, who);
                let Some(code) = body.country else { continue };
                self.turned(dossier, name, code, who);
            }
        }
    }

    /// "Central Bank of Laos" is the "Lao Central Bank" too, and without its country where that is long
    /// enough to be told from others.
    fn turned(&mut self, dossier: &Dossier, name: &str, code: Code, who: Who) {
        let Some((base, country)) = name.rsplit_once(" of ") else {
            return;
        };
        if !dossier
            .names(&Actor::Country(code))
            .iter()
            .any(|n| n == country)
        {
            return;
        }
        let side = dossier.about.sides.iter().find(|side| side.code == code);
        let known = countries::of(code);
        let adjective = side
            .and_then(|side| side.adjective.as_deref())
            .or(known.and_then(|known| known.adjective));
        if let Some(adjective) = adjective {
            self.enter(&format!("{adjective} {base}"), who);
        }
        self.enter(&format!("{country} {base}"), who);
        if base.split(' ').count() > 3 {
            self.enter(base, who);
        }
    }

    fn enter(&mut self, name: &str, who: Who) {
        let all = words(name, &(0..name.len()), &[]);
        let mut lows = all.into_iter().map(|word| (word.low, word.capital));
        let Some((first, _)) = lows.next() else {
            return;
        };
        let rest: Vec<(String, bool)> = lows.collect();
        let names = self.names.entry(first).or_default();
        if !names.iter().any(|one| one.rest == rest) {
            names.push(Name { rest, who });
        }
    }

    /// A country, or the side that it became.
    pub(super) fn country(&self, code: Code) -> Who {
        Who::Country(self.heirs.get(&code).copied().unwrap_or(code))
    }

    /// Is it one of the two sides?
    pub(super) fn is_side(&self, who: Who) -> bool {
        matches!(who, Who::Country(code) if self.sides.contains(&code))
    }

    /// Is it a publication?
    pub(super) fn is_printed(&self, who: Who) -> bool {
        self.printed.contains(&who)
    }

    /// Whom a field of a record names.
    pub(super) fn actor(&self, dossier: &Dossier, actor: &Actor) -> Option<Who> {
        let record = match actor {
            Actor::Country(code) => return Some(self.country(*code)),
            Actor::Record(id) => dossier.find(id)?,
        };
        if record.kind == Kind::Organisation {
            let body = &dossier.organisations[record.at];
            if let Some(code) = body.country.filter(|_| *body.kind == *"state") {
                return Some(self.country(code));
            }
        }
        Some(Who::Record(record))
    }

    /// Everybody whom these words name, the longest name of several.
    pub(super) fn spots(&self, words: &[Word]) -> Vec<Spot> {
        let mut found = Vec::new();
        let mut at = 0;
        while at < words.len() {
            let Some(name) = self.longest(words, at) else {
                at += 1;
                continue;
            };
            let end = at + 1 + name.rest.len();
            found.push(Spot {
                who: name.who,
                words: at..end,
            });
            at = end;
        }
        found
    }

    fn longest(&self, words: &[Word], at: usize) -> Option<&Name> {
        // A name has a capital, and "us" is no country.
        let word = &words[at];
        let short = word.low.len() <= 3;
        let names = self.names.get(&word.low).filter(|_| word.capital)?;
        let fits = |name: &&Name| {
            let rest = words.get(at + 1..at + 1 + name.rest.len());
            let same = rest.is_some_and(|rest| {
                let all = rest.iter().zip(&name.rest);
                all.into_iter()
                    .all(|(word, (low, loud))| word.low == *low && (!loud || word.capital))
            });
            // "US$" names no country.
            let money = words.get(at + 1).is_some_and(|next| {
                next.mark == Some('$') || matches!(next.low.as_str(), "dollar" | "dollars")
            });
            let loud = !short || !name.rest.is_empty() || word.range.len() > 1;
            same && loud && !money
        };
        names.iter().filter(fits).max_by_key(|name| name.rest.len())
    }
}
