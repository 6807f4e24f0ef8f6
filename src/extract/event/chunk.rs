//! Who may act in a clause: names, offices, pronouns, and "the two sides".

use std::ops::Range;

use super::names;
use crate::extract::agreement::PartyMention;
use crate::extract::amount::country;
use crate::extract::date::TimeExpression;
use crate::extract::lexicon::{self, Class};
use crate::extract::word::{Word, Words};
use crate::extract::word_list::WordList;

/// How somebody is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Named {
    /// A run of capitals.
    Name,
    /// "the Lao minister".
    Office,
    /// "he", "they", "I".
    Pronoun,
    /// "the two sides", "both ministers".
    Sides,
}

/// Words that name somebody.
#[derive(Clone, Debug)]
pub(super) struct Chunk {
    pub(super) words: Range<usize>,
    pub(super) named: Named,
    /// Does it belong to a preposition, or own what follows? Then it does not act.
    pub(super) governed: bool,
}

impl Chunk {
    /// The country that its words name.
    fn country(&self, words: &Words<'_>) -> Option<crate::dossier::Code> {
        self.words
            .clone()
            .find_map(|at| Some(country(words, at)?.0))
    }

    pub(super) fn party(&self, words: &Words<'_>) -> PartyMention {
        PartyMention {
            range: words.range(self.words.clone()),
            country: self.country(words),
        }
    }

    /// Who is named: both of two countries that a mark joins, as in "Kenya-Peru forum".
    pub(super) fn parties(&self, words: &Words<'_>) -> Vec<PartyMention> {
        let second = self.words.clone().find_map(|at| joined(words, at));
        let Some(second) = second.filter(|at| self.words.contains(at)) else {
            return vec![self.party(words)];
        };
        let own = |range: Range<usize>| {
            let part = Self {
                words: range,
                ..self.clone()
            };
            part.party(words)
        };
        vec![
            own(self.words.start..second - 1),
            own(second..self.words.end),
        ]
    }

    /// Can it travel? A country, or its adjective alone, cannot.
    pub(super) fn is_person(&self, words: &Words<'_>) -> bool {
        let whole = || {
            let first = country(words, self.words.start);
            first.is_some_and(|(_, end)| end >= self.words.end)
        };
        self.named != Named::Name || !whole()
    }
}

/// The second of two countries that a hyphen, a dash or a slash joins, the first of which begins here.
pub(super) fn joined(words: &Words<'_>, at: usize) -> Option<usize> {
    let (first, end) = country(words, at)?;
    let mark = matches!(words.low(end), "-" | "–" | "/");
    let (second, _) = country(words, end + 1).filter(|_| mark)?;
    (first != second).then_some(end + 1)
}

static PRONOUNS: WordList =
    WordList::new("he she they we i он она они мы я il elle ils elles nous");

static SIDES: WordList = WordList::new(
    "sides parties countries governments delegations ministers leaders presidents officials \
     nations premiers partners стороны министры страны лидеры parties ministres pays",
);

/// Whoever is named in some words, in order.
pub(super) fn chunks(
    words: &Words<'_>,
    place: Range<usize>,
    times: &[TimeExpression],
) -> Vec<Chunk> {
    let mut found = Vec::new();
    let mut at = place.start;
    while at < place.end {
        if let Some(end) = time_at(times, at) {
            at = end;
            continue;
        }
        let Some(chunk) = chunk(words, at, place.end, times) else {
            at += 1;
            continue;
        };
        at = chunk.words.end;
        found.push(chunk);
    }
    found
}

/// Behind the expression of time that has the word `at`.
pub(super) fn time_at(times: &[TimeExpression], at: usize) -> Option<usize> {
    let next = times.partition_point(|time| time.words.end <= at);
    let time = times.get(next).filter(|time| time.words.start <= at)?;
    Some(time.words.end)
}

fn chunk(words: &Words<'_>, at: usize, limit: usize, times: &[TimeExpression]) -> Option<Chunk> {
    let low = words.low(at);
    let class = lexicon::of(low);
    let made = |words: Range<usize>, named| (words, named);
    let (range, named) = if PRONOUNS.has(low) {
        made(at..at + 1, Named::Pronoun)
    } else if let Some(end) = sides(words, at, limit) {
        made(at..end, Named::Sides)
    } else if let Some((end, named)) = office(words, at, limit, times) {
        made(at..end, named)
    } else {
        let run = names::name(words, at, limit, times)?;
        let owner = words.low(run.end - 1).ends_with("'s");
        match owner
            .then(|| office(words, run.end, limit, times))
            .flatten()
        {
            Some((end, named)) => made(run.start..end, named),
            None => match delegation(words, &run, limit) {
                Some(end) => made(run.start..end, Named::Office),
                None => made(run, Named::Name),
            },
        }
    };
    if range.len() == 1 && named == Named::Name && class.has(Class::SAY | Class::CLAUSE) {
        return None;
    }
    let before = words.low_before(range.start);
    let owns = words.low(range.end - 1).ends_with("'s") || words.low(range.end) == "'s";
    let same = range.start > 0 && words.same_sentence(range.start - 1, range.start);
    let governed = owns
        || same && lexicon::of(before).has(Class::PREPOSITION | Class::ACCORDING)
        || words.low(range.end) == "-";
    Some(Chunk {
        words: range,
        named,
        governed,
    })
}

/// Behind "Lao trade delegation", where the run of capitals is the adjective of a country.
fn delegation(words: &Words<'_>, run: &Range<usize>, limit: usize) -> Option<usize> {
    country(words, run.start).filter(|(_, end)| *end == run.end)?;
    let most = limit.min(run.end + 3);
    let at = (run.end..most).find(|at| words.low(*at) == "delegation")?;
    let small = |at: usize| words.get(at).is_some_and(|word| !word.is_capital());
    (run.end..at).all(small).then_some(at + 1)
}

/// "the two sides", "both foreign ministers".
fn sides(words: &Words<'_>, at: usize, limit: usize) -> Option<usize> {
    if !matches!(words.low(at), "the" | "both" | "two" | "обе" | "les") && !SIDES.has(words.low(at))
    {
        return None;
    }
    let cyrillic = !words.low(at).is_ascii() && SIDES.has(words.low(at));
    if cyrillic {
        return Some(at + 1);
    }
    let most = limit.min(at + 5);
    for place in at + 1..most {
        let low = words.low(place);
        if SIDES.has(low) {
            let named = words.get(place + 1).is_some_and(Word::is_capital);
            return (!named).then_some(place + 1);
        }
        let part = matches!(low, "two" | "both" | "deux") || lexicon::of(low).has(Class::MODIFIER);
        if !part {
            return None;
        }
    }
    None
}

/// "the Lao foreign minister", "his counterpart", and the name behind it.
fn office(
    words: &Words<'_>,
    at: usize,
    limit: usize,
    times: &[TimeExpression],
) -> Option<(usize, Named)> {
    const LONGEST: usize = 7;
    let class = |at: usize| lexicon::of(words.low(at));
    let small = words.get(at).is_some_and(|word| !word.is_capital());
    let article = class(at).has(Class::DETERMINER);
    let named = small && class(at).has(Class::ROLE | Class::MODIFIER);
    if !article && !named {
        return None;
    }
    let most = limit.min(at + LONGEST);
    for place in at + usize::from(article)..most {
        let capital = words.get(place).is_some_and(Word::is_capital);
        let next_role = class(place + 1).has(Class::ROLE) && place + 1 < most;
        if class(place).has(Class::ROLE) && !next_role {
            let mut end = place + 1;
            // "le ministre serbe"
            let small = words.get(end).is_some_and(|word| !word.is_capital());
            if small && country(words, end).is_some() {
                end += 1;
            }
            if words.low(end) == "of" || words.low(end) == "for" {
                let of = end + 1 + usize::from(words.low(end + 1) == "the");
                end = names::name(words, of, limit, times).map_or(end, |run| run.end);
            }
            return Some(match names::name(words, end, limit, times) {
                Some(run) => (run.end, Named::Name),
                None => (end, Named::Office),
            });
        }
        let part = class(place).has(Class::MODIFIER | Class::ROLE | Class::NATION)
            || capital && country(words, place).is_some()
            || matches!(words.low(place), "-" | "–" | "'s" | "and");
        if !part {
            return None;
        }
    }
    None
}
