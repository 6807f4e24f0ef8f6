//! A word in the place of another: one of opposite sense, another continent, another currency.

use super::NAMED;
use super::case::Case;
use crate::vet::finding::Finding;
use crate::vet::matching::Match;
use crate::vet::negation::denies;
use crate::vet::words::{Word, stem};

/// Words and phrases of opposite sense, a line each, with ` / ` between the two and commas between
/// those of one sense.
const OPPOSITES: &str = "positive / negative
    strong / weak
    best / worst
    better / worse
    safe / dangerous
    cheap / expensive
    rich / poor
    reliable / unreliable
    largest / smallest
    east / west
    eastward / westward
    north / south
    favor / against
    advantage / disadvantage, drawback
    ease, eases, eased, easing / escalate, escalates, escalated, escalating
    turn away / turn to, turn towards, turn toward";

/// Beginnings of words of which one stands for none of the others, a line each with what they are.
const APART: &[(&str, &str)] = &[
    ("party", "africa asia europe"),
    ("unit", "dollar ruble rouble euros yuan baht kips"),
    ("scale", "millions billions trillions"),
];

impl Case<'_> {
    /// "A negative impact", of what the record calls positive.
    pub(super) fn opposed(&self) -> Option<Finding> {
        if denies(self.clause.plain()) {
            return None;
        }
        let named = self.all.iter().filter(|one| one.score >= NAMED);
        let read = named.flat_map(|one| self.read(one));
        let plain: Vec<Vec<&Word>> = read
            .filter(|text| !denies(text.words.iter()))
            .map(|text| text.words.iter().collect())
            .collect();
        let here: Vec<&Word> = self.clause.plain().collect();
        let (place, other) = OPPOSITES.lines().find_map(|line| {
            let (one, two) = line.trim().split_once(" / ")?;
            [(one, two), (two, one)]
                .into_iter()
                .find_map(|(own, other)| {
                    let place = find(&here, own)?;
                    let says = |sense: &str| plain.iter().find_map(|words| find(words, sense));
                    let told =
                        says(other).filter(|_| says(own).is_none() && find(&here, other).is_none());
                    told.map(|word| (place, word.low.clone()))
                })
        })?;
        let note = format!("sense: “{other}” in “{}”", self.title());
        Some(self.wrong(self.item, place.range.clone(), note))
    }

    /// The words of a record.
    fn told<'b>(&self, one: &Match<'b>) -> Vec<&'b Word> {
        let read = self.read(one).iter();
        read.flat_map(|text| &text.words).collect()
    }

    /// "trillions of rubles" where the record has dollars, "Europeans" where it has Africans. What figures
    /// say is compared with the series.
    pub(super) fn swapped(&self) -> Option<Finding> {
        let here: Vec<&Word> = self.clause.plain().collect();
        let range = self.clause.range();
        let mut amounts = self.clause.sentence.amounts.iter();
        let is_vague = !amounts.any(|amount| {
            let digits = |c: char| c.is_ascii_digit();
            range.contains(&amount.range.start)
                && self
                    .clause
                    .sentence
                    .words_of(&amount.range)
                    .contains(digits)
        });
        if !is_vague || denies(here.iter().copied()) {
            return None;
        }
        APART.iter().find_map(|(what, list)| {
            let is = |word: &Word, name: &str| word.low.starts_with(name);
            let one = |words: &[&Word]| {
                let all = list.split(' ');
                let mut found = all.filter(|name| words.iter().any(|word| is(word, name)));
                found.next().filter(|_| found.next().is_none())
            };
            let own = one(&here)?;
            let there = one(&self.told(self.best)).filter(|name| *name != own)?;
            let mut near = self.near.iter();
            if near.any(|one| self.told(one).iter().any(|word| is(word, own))) {
                return None;
            }
            let word = here.iter().find(|word| is(word, own))?;
            let known = self
                .told(self.best)
                .into_iter()
                .find(|word| is(word, there))?
                .low
                .clone();
            let note = format!("{what}: “{known}” in “{}”", self.title());
            Some(self.wrong(self.item, word.range.clone(), note))
        })
    }
}

/// The first word of one of these words and phrases; a plural is one too, and so is every form of the first
/// word of a phrase.
fn find<'a>(words: &[&'a Word], phrases: &str) -> Option<&'a Word> {
    let is = |word: &Word, low: &str| {
        word.low == low
            || word.low.strip_suffix('s') == Some(low)
            || low == "favor" && word.stem == low
    };
    let places = phrases.split(", ").filter_map(|phrase| {
        let Some((first, rest)) = phrase.split_once(' ') else {
            return words.iter().position(|word| is(word, phrase));
        };
        let first = stem(first);
        let mut pairs = words.windows(2);
        pairs.position(|pair| pair[0].stem == first && pair[1].low == rest)
    });
    places.min().map(|at| words[at])
}
