//! A word in the place of another: one of opposite sense, another continent, another currency.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::NAMED;
use super::case::Case;
use crate::vet::finding::Finding;
use crate::vet::matching::Match;
use crate::vet::negation::{denials, denies, is_denial};
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
    remember, remembers, remembered / forget, forgets, forgot, forgotten
    friend / enemy, enemies, foe
    peace / war
    comfortable / uncomfortable
    private / public
    formal / informal
    clean / dirty, polluting
    glad, pleased / sorry, disappointed, unhappy
    optimistic / pessimistic
    permanent / temporary
    supported, supports / opposed, opposes
    stable / unstable
    success, successes / failure
    easy, easier / hard, harder
    modest / huge
    gain, benefit / loss
    allow, allows, allowed / ban, bans, banned, forbid, forbids, forbidden, prohibited
    encourage, encourages, encouraged / discourage, discourages, discouraged
    majority / minority
    legal / illegal
    urban / rural
    equality, equal / inequality, unequal
    largest / smallest
    east / west
    eastward / westward
    north / south
    favor / against
    advantage / disadvantage, drawback
    unwilling / willing, eager
    few / many
    little / great
    impose, imposes, imposed, levy, levies, levied / lift, lifted, abolish, abolishes, abolished, waive, waived
    ease, eases, eased, easing / escalate, escalates, escalated, escalating
    turn away / turn to, turn towards, turn toward";

/// Beginnings of words of which one stands for none of the others, a line each with what they are.
const APART: &[(&str, &str)] = &[
    ("party", "africa asia europe"),
    ("unit", "dollar ruble rouble euros yuan baht kip"),
    ("place", "zoo circus museum farm reserve palace"),
    ("season", "winter summer autumn"),
    ("sense", "socialism capitalism liberalism fascism"),
    ("sense", "independence dependence"),
    ("scale", "millions billions trillions"),
];

/// A word of a clause, the words of its sense and those of the opposite one.
type Opposed<'a> = (&'a Word, &'a str, &'a str);

impl Case<'_> {
    /// "A negative impact", of what the record calls positive.
    pub(super) fn opposed(&self) -> Option<Finding> {
        let here: Vec<&Word> = self.clause.plain().collect();
        let told: Vec<Opposed<'_>> = senses_of(&here)
            .into_iter()
            .filter_map(|(own, other)| Some((find(&here, own)?, own, other)))
            .collect();
        // "have forgotten" is a sense of its own, and denies no other.
        let is_denial = |word: &&Word| word.stem != "rememb";
        if told.is_empty() || denials(here.iter().copied()).iter().any(is_denial) {
            return None;
        }
        self.opposed_beside(&here, &told)
            .or_else(|| self.opposed_by_the_best(&here, &told))
    }

    /// The same of whichever record it is that has "a positive impact".
    fn opposed_beside(&self, here: &[&Word], told: &[Opposed<'_>]) -> Option<Finding> {
        let behind = |words: &[&Word], word: &Word| {
            let at = words.iter().position(|one| one.range == word.range)?;
            let noun = words.get(at + 1).map(|noun| noun.stem.clone());
            noun.filter(|noun| !noun.is_empty())
        };
        let texts = self.all.iter().flat_map(|one| self.read(one));
        let texts: Vec<Vec<&Word>> = texts.map(|text| text.words.iter().collect()).collect();
        told.iter().find_map(|(word, own, other)| {
            let noun = behind(here, word)?;
            let is = |sense: &str| {
                let mut all = texts.iter();
                all.any(|text| {
                    find(text, sense)
                        .and_then(|word| behind(text, word))
                        .as_ref()
                        == Some(&noun)
                })
            };
            (is(other) && !is(own)).then(|| self.not_so(word, other))
        })
    }

    fn opposed_by_the_best(&self, here: &[&Word], told: &[Opposed<'_>]) -> Option<Finding> {
        let named = self.all.iter().filter(|one| one.score >= NAMED);
        let read = named.flat_map(|one| self.read(one));
        let plain: Vec<Vec<&Word>> = read
            .filter(|text| !denies(text.words.iter()))
            .map(|text| text.words.iter().collect())
            .collect();
        // Of so common words only those beside the same noun tell.
        let is_common = |own: &str| matches!(own, "few" | "many" | "little" | "great");
        let told = told.iter().filter(|(_, own, _)| !is_common(own));
        told.into_iter().find_map(|(word, own, other)| {
            let says = |sense: &str| plain.iter().find_map(|words| find(words, sense));
            let known =
                says(other).filter(|_| says(own).is_none() && find(here, other).is_none())?;
            Some(self.not_so(word, &known.low))
        })
    }

    fn not_so(&self, word: &Word, other: &str) -> Finding {
        let note = format!("sense: “{other}” in “{}”", self.title());
        self.wrong(self.item, word.range.clone(), note)
    }

    /// The words of a record.
    fn told<'b>(&self, one: &Match<'b>) -> Vec<&'b Word> {
        let read = self.read(one).iter();
        read.flat_map(|text| &text.words).collect()
    }

    /// "held every month", of what the records call yearly.
    pub(super) fn other_turn(&self) -> Option<Finding> {
        let here: Vec<&Word> = self.clause.plain().collect();
        let (word, own) = turn(&here)?;
        let mut known = self
            .near
            .iter()
            .filter_map(|one| Some(turn(&self.told(one))?.1))
            .peekable();
        let other = *known.peek()?;
        (!known.any(|known| known == own)).then(|| {
            let note = format!("unit: every {other} in “{}”", self.title());
            self.wrong(self.item, word.range.clone(), note)
        })
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
        let is_denied = |one: &Match<'_>| self.told(one).iter().any(|word| is_denial(&word.low));
        if !is_vague || denies(here.iter().copied()) && !is_denied(self.best) {
            return None;
        }
        APART.iter().find_map(|(what, list)| {
            let is = |word: &Word, name: &str| word.low.starts_with(name);
            let all = |words: &[&Word]| -> Vec<&'static str> {
                let all = list.split(' ');
                all.filter(|name| words.iter().any(|word| is(word, name)))
                    .collect()
            };
            // "ruble-baht trading", of trading in rubles and kip: one for one.
            let (here_all, there_all) = (all(&here), all(&self.told(self.best)));
            let only = |some: &[&'static str], others: &[&str]| {
                let mut own = some.iter().filter(|name| !others.contains(*name));
                own.next().copied().filter(|_| own.next().is_none())
            };
            let own = only(&here_all, &there_all)?;
            let there = only(&there_all, &here_all)?;
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

/// A sense, and the opposite one.
type Senses = (&'static str, &'static str);

/// Senses with their opposites, by the first words of their phrases and the stems of these.
static SENSES: LazyLock<HashMap<String, Vec<Senses>>> = LazyLock::new(|| {
    let mut all: HashMap<String, Vec<Senses>> = HashMap::new();
    let lines = OPPOSITES
        .lines()
        .filter_map(|line| line.trim().split_once(" / "));
    for (own, other) in lines.flat_map(|(one, two)| [(one, two), (two, one)]) {
        for phrase in own.split(", ") {
            let low = phrase.split(' ').next().unwrap_or(phrase);
            for first in [low.to_owned(), stem(low)] {
                all.entry(first).or_default().push((own, other));
            }
        }
    }
    all
});

/// The senses that words may have, each once.
fn senses_of(words: &[&Word]) -> Vec<Senses> {
    let mut found = Vec::new();
    for word in words {
        let single = word.low.strip_suffix('s').unwrap_or(&word.low);
        for form in [word.low.as_str(), single, word.stem.as_str()] {
            found.extend(SENSES.get(form).into_iter().flatten().copied());
        }
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// How often words say that something comes again: "every month", "annual".
fn turn<'a>(words: &[&'a Word]) -> Option<(&'a Word, &'static str)> {
    const UNITS: [&str; 5] = ["year", "month", "week", "quarter", "day"];
    (0..words.len()).find_map(|at| {
        let unit = match words[at].low.as_str() {
            "annual" | "annually" | "yearly" => "year",
            "monthly" => "month",
            "weekly" => "week",
            "quarterly" => "quarter",
            "daily" => "day",
            "every" | "each" => {
                let next = words.get(at + 1)?;
                UNITS.into_iter().find(|unit| *unit == next.low)?
            }
            _ => return None,
        };
        Some((words[at], unit))
    })
}

/// The first word of one of these words and phrases; a plural is one too, and so is every form of the first
/// word of a phrase.
fn find<'a>(words: &[&'a Word], phrases: &str) -> Option<&'a Word> {
    /// Words from the first word of a phrase to its second.
    const NEAR: usize = 5;
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
        // "turns its attention away"
        let is_near = |at: usize| {
            words[at + 1..]
                .iter()
                .take(NEAR)
                .any(|word| word.low == rest)
        };
        (0..words.len()).find(|at| words[*at].stem == first && is_near(*at))
    });
    places.min().map(|at| words[at])
}
