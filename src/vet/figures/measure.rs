//! Which series a figure belongs to.

use std::collections::{HashMap, HashSet};

use super::counted::{Of, is_akin, is_money, is_time, thing};
use super::near::nearness;
use super::read::Figure;
use crate::dossier::series::{Flow, SeriesKind};
use crate::vet::actors::{Spot, Who};
use crate::vet::direction::{acts, against};
use crate::vet::figure::{Measure, Measures};
use crate::vet::index::Index;
use crate::vet::number::Told;
use crate::vet::sentence::{Sentence, Sentences};
use crate::vet::words::{Word, stem, words};

impl Measures {
    /// Has a number the digits of a number of people?
    pub(in crate::vet) fn has_people(&self, number: Told) -> bool {
        let mut people = self.all.iter().filter(|one| unit(&one.unit) == "persons");
        people.any(|one| {
            let mut said = one.said.iter().filter(|said| said.is_printed());
            said.any(|said| number.has_digits_of(said.statement.figure))
        })
    }

    /// Has a rate that is none of change such a word in its title?
    pub(in crate::vet) fn has_rate_of(&self, stem: &str) -> bool {
        let mut rates = self.all.iter().filter(|one| one.is_rate);
        rates.any(|one| one.kind != SeriesKind::Growth && one.title.contains(stem))
    }

    /// Have series such a word in their titles, of which none is one of money?
    pub(in crate::vet) fn is_no_money(&self, stem: &str) -> bool {
        let is_money = |one: &&Measure| one.unit.starts_with(char::is_uppercase) && !one.is_rate;
        let mut named = self.all.iter().filter(|one| one.title.contains(stem));
        let is_named = named.clone().next().is_some();
        is_named && !named.any(|one| is_money(&one))
    }

    /// Does a series count or measure such things?
    pub(in crate::vet) fn counts(&self, thing: &str) -> bool {
        self.all.iter().any(|one| unit(&one.unit) == thing)
            || matches!(thing, "hours" | "weeks" | "months" | "years")
    }
}

/// A unit as figures of texts have it.
fn unit(word: &str) -> String {
    thing(word)
}

/// How a unit of a text goes with that of a series.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Goes {
    /// It is the same.
    Same,
    /// The text does not say.
    Unsaid,
    /// It may be the same or not: nothing follows from it.
    Unknown,
    /// It is another.
    Other,
}

/// How the unit of a figure goes with a series.
pub(super) fn goes(figure: &Figure, measure: &Measure) -> Goes {
    let own = measure.unit.as_str();
    let is = |same: bool| if same { Goes::Same } else { Goes::Other };
    // "1,000 a month", "2 dollars per head": of a series that is not measured so nothing follows.
    let is_by = |per: &String| measure.title.contains(&stem(per)) || own.contains(per.as_str());
    if figure.per.as_ref().is_some_and(|per| !is_by(per)) {
        return Goes::Unknown;
    }
    let percent = measure.is_rate;
    match &figure.of {
        // By how much a level changed is no level.
        Of::Money(_) if figure.change && !percent => Goes::Unknown,
        Of::Money(Some(code)) => is(is_money(own, code)),
        Of::Money(None) => is(own.starts_with(|c: char| c.is_uppercase()) && !percent),
        Of::Percent if percent => match (figure.change, measure.kind == SeriesKind::Growth) {
            (false, true) if figure.grows => Goes::Unsaid,
            (change, growth) => is(change == growth),
        },
        Of::Percent => Goes::Other,
        Of::Points => is(own.contains("points")),
        Of::Thing(word) => {
            let unit = unit(own);
            is(unit == *word || stem(&unit) == stem(word) && !stem(word).is_empty())
        }
        Of::Unknown | Of::Unsaid if percent => Goes::Other,
        Of::Unknown => Goes::Unknown,
        Of::Unsaid => Goes::Unsaid,
    }
}

/// A series that a figure may belong to.
pub(super) struct Candidate<'a> {
    pub(super) measure: &'a Measure,
    /// From 0 to 1.
    pub(super) score: f64,
    pub(super) goes: Goes,
    /// Do the words name a country that has no part in it?
    pub(super) foreign: Option<Who>,
    /// Do words beside the figure name another country than those of the series?
    pub(super) beside: bool,
    /// Do the words say that goods go another way?
    pub(super) turned: bool,
}

/// Every series that shares a word with what is said of a figure, the best first.
pub(super) fn candidates<'a>(
    index: &'a Index<'_>,
    sentences: &Sentences<'_>,
    sentence: &Sentence,
    figure: &Figure,
) -> Vec<Candidate<'a>> {
    let near = nearness(index, sentences, sentence, figure);
    let bound: Vec<usize> = sentence
        .bound
        .iter()
        .filter(|record| record.kind == crate::dossier::Kind::Observation)
        .map(|record| index.dossier.series_of(record.at))
        .collect();
    let all = index.measures.all.iter();
    let mut found: Vec<Candidate<'a>> = all
        .filter(|measure| !measure.said.is_empty())
        .map(|measure| {
            let bonus = if bound.contains(&measure.series) {
                0.4
            } else {
                0.0
            };
            Candidate {
                score: (score(index, measure, figure, &near) + bonus + own_unit(figure, measure))
                    .min(1.0),
                goes: goes(figure, measure),
                foreign: foreign(index, sentence, figure, measure),
                beside: is_beside(index, sentence, figure, measure),
                turned: turned(index, figure, measure)
                    || goes_back(index, sentence, figure, measure),
                measure,
            }
        })
        .filter(|one| one.score > 0.2)
        .collect();
    let size = |one: &Candidate<'_>| index.weights(&one.measure.title);
    found.sort_by(|a, b| {
        let first =
            |one: &Candidate<'_>| one.score + 0.15 * f64::from(u8::from(one.goes == Goes::Same));
        let by = first(b).total_cmp(&first(a));
        by.then_with(|| size(b).total_cmp(&size(a)))
    });
    found
}

/// A unit that is no people's and of few series says more than a word.
fn own_unit(figure: &Figure, measure: &Measure) -> f64 {
    const BONUS: f64 = 0.2;
    let Of::Thing(thing) = &figure.of else {
        return 0.0;
    };
    let is_same = thing != "persons" && goes(figure, measure) == Goes::Same;
    let is_near = is_same || !is_time(thing) && is_akin(thing, &measure.unit);
    if is_near { BONUS } else { 0.0 }
}

fn score(
    index: &Index<'_>,
    measure: &Measure,
    figure: &Figure,
    near: &HashMap<String, f64>,
) -> f64 {
    let at = |stem: &String| near.get(stem).copied().unwrap_or(0.0);
    if measure.kind == SeriesKind::Trade {
        let goods: f64 = measure.commodity.iter().map(at).fold(0.0, f64::max);
        // Coffee is no figure of all trade, nor all trade one of coffee.
        let is_other = if measure.commodity.is_empty() {
            figure.limited
        } else {
            goods < 0.5
        };
        if is_other {
            return 0.0;
        }
        return match (figure.flow, measure.flow) {
            (Some(flow), Some(own)) if flow == own => 0.85,
            (Some(_), _) => 0.55,
            _ => 0.85 * at(&"trade".to_owned()),
        };
    }
    // "Growth in Laos", of no trade and nothing else, is that of its economy.
    let is_plain = measure.kind == SeriesKind::Growth && measure.reporter.is_some();
    let of_economy = if is_plain && at(&"trade".to_owned()) < 0.5 {
        0.9 * at(&"grow".to_owned())
    } else {
        0.0
    };
    let at = |stem: &String| match stem.as_str() {
        "gdp" => at(stem).max(of_economy),
        _ => at(stem),
    };
    let share = |stems: &std::collections::BTreeSet<String>| {
        let whole = index.weights(stems);
        let shared: f64 = stems.iter().map(|stem| index.weight(stem) * at(stem)).sum();
        if whole > 0.0 { shared / whole } else { 0.0 }
    };
    let passages = measure.said.iter().map(|said| 0.8 * share(&said.passage));
    passages.fold(share(&measure.title), f64::max)
}

/// Does a figure of trade go another way than those of a series?
fn turned(index: &Index<'_>, figure: &Figure, measure: &Measure) -> bool {
    let (Some(stated), Some(own)) = (figure.flow, measure.flow) else {
        return false;
    };
    let [reporter, partner] = figure
        .trade
        .map(|code| code.map(|code| index.lexicon.country(code)));
    let ways = |flow: Flow, reporter: Option<Who>, partner: Option<Who>| match flow {
        Flow::Exports => Some((reporter, partner)),
        Flow::Imports => Some((partner, reporter)),
        Flow::Total | Flow::Balance => None,
    };
    let there = ways(own, measure.reporter, measure.partner);
    match (ways(stated, reporter, partner), there) {
        (Some((from, to)), Some((other_from, other_to))) => {
            let apart = |one: Option<Who>, other: Option<Who>| {
                one.is_some() && other.is_some() && one != other
            };
            apart(from, other_from) || apart(to, other_to)
        }
        _ => stated != own,
    }
}

/// Do the people of a figure go the other way than those of a series?
fn goes_back(index: &Index<'_>, sentence: &Sentence, figure: &Figure, measure: &Measure) -> bool {
    let is_persons = |unit: &str| unit == "persons";
    let counts = matches!(&figure.of, Of::Thing(thing) if is_persons(thing));
    if !counts || !is_persons(&unit(&measure.unit)) {
        return false;
    }
    let title = &index.dossier.series[measure.series].title;
    let read = words(title, &(0..title.len()), &[]);
    let known = acts(index, &read, &index.lexicon.spots(&read), 0..read.len());
    let stated = acts(
        index,
        &sentence.words,
        &sentence.spots,
        0..sentence.words.len(),
    );
    known.iter().any(|known| {
        let mut same = stated
            .iter()
            .filter(|act| act.deed == known.deed)
            .peekable();
        same.peek().is_some() && same.all(|act| against(act, known))
    })
}

/// Does the clause of a figure name a third country that has no part in a series? "17,000 Russian tourists
/// in Vietnam" are none of those in Laos.
fn is_beside(index: &Index<'_>, sentence: &Sentence, figure: &Figure, measure: &Measure) -> bool {
    if is_done_by_another(index, sentence, measure) {
        return true;
    }
    let words = &sentence.words;
    let here = words.partition_point(|word| word.range.start < figure.range.start);
    let parts = |word: &Word| matches!(word.mark, Some(',' | ';' | '—' | ':'));
    let first = words[..here].iter().rposition(parts).unwrap_or(0);
    let last = words[here..]
        .iter()
        .skip(1)
        .position(parts)
        .map_or(words.len(), |last| here + 1 + last);
    let third = |who: Who| {
        let is_country = matches!(who, Who::Country(_)) && !index.lexicon.is_side(who);
        is_country && !measure.actors.contains(&who)
    };
    // "Vietnam War" is no country.
    let goes_on = |spot: &Spot| {
        let behind = words.get(spot.words.end);
        behind.is_some_and(|word| word.capital && word.mark.is_none())
    };
    let here = |spot: &&Spot| (first..last).contains(&spot.words.start) && !goes_on(spot);
    let mut spots = sentence.spots.iter().filter(here);
    // The trade of one side with a third country is none of the two.
    let sides: HashSet<Who> = sentence.spots.iter().map(|spot| spot.who).collect();
    let sides = sides
        .iter()
        .filter(|who| index.lexicon.is_side(**who))
        .count();
    let is_of_one = measure.kind == SeriesKind::Trade && sides == 1;
    let mut all = sentence.spots.iter().filter(|spot| !goes_on(spot));
    spots.any(|spot| third(spot.who)) || is_of_one && all.any(|spot| third(spot.who))
}

/// "The Soviet Union dropped …", of the bombs of a third country: does a sentence say that somebody else did to
/// the reporter what a series measures?
fn is_done_by_another(index: &Index<'_>, sentence: &Sentence, measure: &Measure) -> bool {
    let third = |who: &Who| matches!(who, Who::Country(_)) && !index.lexicon.is_side(*who);
    let Some(partner) = measure.partner.filter(third) else {
        return false;
    };
    let all = 0..sentence.words.len();
    let done = acts(index, &sentence.words, &sentence.spots, all);
    let mut done = done.iter().filter(|act| act.to == measure.reporter);
    done.any(|act| act.from.is_some_and(|from| from != partner) && act.from != measure.reporter)
}

/// A country or body that the words about a figure name and that has no part in a series.
fn foreign(
    index: &Index<'_>,
    sentence: &Sentence,
    figure: &Figure,
    measure: &Measure,
) -> Option<Who> {
    let strange = |who: Who| {
        let side = index.lexicon.is_side(who);
        let two_sided = measure.kind == SeriesKind::Trade
            || measure.kind == SeriesKind::Growth && measure.reporter.is_none();
        !(measure.actors.contains(&who) || side && two_sided)
    };
    let named = figure
        .trade
        .iter()
        .flatten()
        .map(|code| index.lexicon.country(*code));
    if let Some(who) = named.into_iter().find(|who| strange(*who)) {
        return Some(who);
    }
    let is_state = |who: &Who| matches!(who, Who::Country(_));
    let states: Vec<Who> = sentence
        .spots
        .iter()
        .map(|spot| spot.who)
        .filter(is_state)
        .collect();
    let own = |who: &Who| !strange(*who);
    (!states.iter().any(own))
        .then(|| states.first().copied())
        .flatten()
}
