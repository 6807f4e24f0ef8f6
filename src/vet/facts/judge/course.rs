//! Which way something goes, from whom to whom and up or down: compared with the records.

use super::case::Case;
use crate::contested::Standing;
use crate::vet::direction::{Act, acts, against, shares};
use crate::vet::finding::{Finding, Item};
use crate::vet::negation::denies;
use crate::vet::ways::ways;
use crate::vet::words::Word;

impl Case<'_> {
    /// A way from one place to another that the records tell the other way round.
    pub(super) fn way(&self) -> Option<Finding> {
        let sentence = self.clause.sentence;
        let words = sentence.words.get(self.clause.words.clone())?;
        let stated = ways(words);
        if stated.is_empty() {
            return None;
        }
        let strings = self.near.iter().flat_map(|one| self.read(one));
        let known: Vec<_> = strings.flat_map(|text| ways(&text.words)).collect();
        let (_, _, at) = stated.into_iter().find(|(from, to, _)| {
            let same = known.iter().any(|(a, b, _)| a == from && b == to);
            !same && known.iter().any(|(a, b, _)| a == to && b == from)
        })?;
        let note = format!("direction: the other way round in “{}”", self.title());
        Some(self.wrong(Item::Direction, words[at].range.clone(), note))
    }

    /// Somebody does to another what the other did.
    pub(super) fn turned(&self) -> Option<Finding> {
        let sentence = self.clause.sentence;
        let stated = acts(
            self.index,
            &sentence.words,
            &sentence.spots,
            self.clause.words.clone(),
        );
        if stated.is_empty() {
            return None;
        }
        let known: Vec<Act> = self
            .near
            .iter()
            .flat_map(|one| self.read(one))
            .flat_map(|text| acts(self.index, &text.words, &text.spots, 0..text.words.len()))
            .collect();
        let wrong = stated.iter().find(|act| {
            let same: Vec<&Act> = known
                .iter()
                .filter(|other| other.deed == act.deed)
                .collect();
            let fits = |other: &&&Act| !against(act, other);
            same.iter().any(|other| against(act, other))
                && !same.iter().any(|other| fits(&other) && shares(act, other))
        })?;
        let word = &sentence.words[wrong.at];
        let note = format!("direction: the other way round in “{}”", self.title());
        Some(self.wrong(Item::Direction, word.range.clone(), note))
    }

    /// "Trade fell", of what the records call rising, and the other way round. Figures are compared by
    /// their sign, and what is contested may have gone either way.
    pub(super) fn trend(&self) -> Option<Finding> {
        let range = self.clause.range();
        let mut amounts = self.clause.sentence.amounts.iter();
        let standing = self.index.contests.standing(self.best.topic.record);
        let expected = expected_from(self.clause.plain());
        let is_here = |at: usize| range.contains(&at) && expected.is_none_or(|from| at > from);
        if amounts.any(|amount| is_here(amount.range.start))
            || standing.is_some_and(Standing::is_doubt) && !self.is_said_by_its_owner()
            || denies(self.clause.plain())
        {
            return None;
        }
        let words = self.clause.plain();
        let words = words.filter(|word| expected.is_none_or(|from| word.range.start > from));
        let words: Vec<&Word> = words.collect();
        let at = (0..words.len()).find(|at| way(&words[*at..]).is_some())?;
        let own = way(&words[at..])?;
        let other = if own == "grow" { "fall" } else { "grow" };
        let says = |stem: &str| {
            let mut all = self.all.iter();
            all.any(|one| {
                let mut read = self.read(one).iter();
                read.any(|text| goes(&text.words.iter().collect::<Vec<_>>(), stem))
            })
        };
        let at = if goes(&words, other) {
            self.other_half(&words)?
        } else if says(other) && !says(own) {
            at
        } else {
            return None;
        };
        let note = format!("sign: it goes the other way in “{}”", self.title());
        Some(self.wrong(Item::Direction, words[at].range.clone(), note))
    }
}

/// "which spoke of 17,000 visitors, expected this number to fall": where begins what is expected?
fn expected_from<'a>(words: impl Iterator<Item = &'a Word>) -> Option<usize> {
    /// Words from the verb to the infinitive.
    const NEAR: usize = 5;
    let words: Vec<&Word> = words.collect();
    let at = words
        .iter()
        .position(|word| word.low.starts_with("expect"))?;
    let near = &words[at + 1..words.len().min(at + 1 + NEAR)];
    let number = near.iter().position(|word| {
        matches!(
            &*word.low,
            "number" | "numbers" | "figure" | "total" | "them"
        )
    })?;
    let to = near.get(number + 1).is_some_and(|word| word.low == "to");
    to.then_some(words[at].range.start)
}

impl Case<'_> {
    /// "Trade has fallen, while investment has risen", where both have risen: the word that is wrong.
    fn other_half(&self, words: &[&Word]) -> Option<usize> {
        let halves = halves(words);
        let read = || self.near.iter().flat_map(|one| self.read(one));
        let known: Vec<Vec<&Word>> = read().map(|text| text.words.iter().collect()).collect();
        let known: Vec<Half<'_>> = known.iter().flat_map(|text| self::halves(text)).collect();
        let wrong = halves.iter().find(|half| {
            let others = || halves.iter().filter(|other| other.at != half.at);
            let is_own = |stem: &&str| !others().any(|other| other.about.contains(stem));
            let about: Vec<&str> = half.about.iter().copied().filter(is_own).collect();
            let mut same = known
                .iter()
                .filter(|one| about.iter().any(|stem| one.about.contains(stem)));
            let is_so = |one: &Half<'_>| one.way == half.way;
            same.clone().next().is_some() && !same.any(is_so)
        })?;
        Some(wrong.at)
    }
}

/// A part of a run of words that says which way something goes.
struct Half<'a> {
    way: &'static str,
    /// The word that says so.
    at: usize,
    /// The stems of what goes that way.
    about: Vec<&'a str>,
}

/// The parts of a run of words, each with the way that it says something to go.
fn halves<'a>(words: &[&'a Word]) -> Vec<Half<'a>> {
    const LINKS: [&str; 7] = [
        "while", "whereas", "but", "and", "though", "although", "yet",
    ];
    let begins = |word: &Word| word.mark.is_some() || LINKS.contains(&word.low.as_str());
    let mut found = Vec::new();
    let mut start = 0;
    for part in words.chunk_by(|_, next| !begins(next)) {
        let at = (0..part.len()).find_map(|at| Some((at, way(&part[at..])?)));
        let stems = part.iter().map(|word| word.stem.as_str());
        let about = stems.filter(|stem| !matches!(*stem, "" | "grow" | "fall" | "figur"));
        found.extend(at.map(|(at, way)| Half {
            way,
            at: start + at,
            about: about.collect(),
        }));
        start += part.len();
    }
    found
}

/// Does a run of words say anywhere that something goes this way?
pub(in crate::vet::facts) fn goes(words: &[&Word], stem: &str) -> bool {
    (0..words.len()).any(|at| way(&words[at..]) == Some(stem))
}

/// Which way the first of these words says that something goes, as the stem of rising or falling; "more
/// than" is a bound.
pub(in crate::vet::facts) fn way(words: &[&Word]) -> Option<&'static str> {
    let (first, rest) = words.split_first()?;
    let next = rest.first().map(|next| next.low.as_str());
    // "lower than a year before"
    let low = |at: usize| rest.get(at).map_or("", |word| word.low.as_str());
    let is_earlier = matches!(
        low(1),
        "a" | "the" | "in" | "last" | "before" | "previously"
    );
    let is_bound = next == Some("than") && !is_earlier;
    let is_beyond =
        matches!(low(0), "that" | "those" | "last") || low(0) == "the" && low(1) == "level";
    match (first.low.as_str(), first.stem.as_str()) {
        ("more" | "higher", _) if !is_bound => Some("grow"),
        ("fewer" | "less" | "lower", _) if !is_bound => Some("fall"),
        ("above", _) if is_beyond => Some("grow"),
        ("below" | "under", _) if is_beyond => Some("fall"),
        ("go" | "goes" | "went" | "gone" | "going", _) => match next {
            Some("up") => Some("grow"),
            Some("down") => Some("fall"),
            _ => None,
        },
        // "growth in Laos weakened": the verb says which way.
        ("growth" | "recovery", _) if rest.iter().take(3).any(|next| next.stem == "fall") => None,
        // Bombs are dropped, and nothing declines.
        ("drop" | "drops" | "dropped" | "dropping", _)
            if rest.iter().take(8).any(|next| next.low.starts_with("bomb")) =>
        {
            None
        }
        (_, "grow") => Some("grow"),
        (_, "fall") | ("hurt" | "hurts" | "harm" | "harms" | "damage" | "damages", _) => {
            Some("fall")
        }
        _ => None,
    }
}
