//! The speech of a text: what is verbatim, who says it, in what role, on what occasion, and what it
//! answers.

mod join;
mod nested;
mod occasion;
mod record;
mod said;
mod select;
mod transcript;

use std::collections::BTreeSet;
use std::ops::Range;

use super::lexicon;
use super::name::{KnownName, NamedPerson, People};
use super::quote::label::{self, Turn};
use super::quote::span;
use super::reading::Reading;
use super::speaker::{self, Who};
use crate::dossier::Code;
pub use record::{Speech, SpeechForm};

/// What was found in a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Speeches {
    /// Who is named; [`Who::Person`] counts in it.
    pub people: Vec<NamedPerson>,
    /// In the order of the text; what a turn of a transcript quotes is behind that turn.
    pub speeches: Vec<Speech>,
    /// Where a pronoun or an office outside of quotes means one of the people: bytes, and the person.
    pub references: Vec<(Range<usize>, usize)>,
    /// Every country that the text names, save for currencies: "US$".
    pub countries: BTreeSet<Code>,
}

/// The speech of a text. `known` are the names that a dossier has.
pub fn speeches(text: &str, known: &[KnownName]) -> Speeches {
    let reading = Reading::new(text);
    let mut people = People::find(&reading, known);
    let turns = label::turns(&reading, &people);
    let spans = span::spans(&reading, &in_turns(&reading, &turns));
    let voices = transcript::voices(&reading, &people, &turns);
    let (assigned, references) = speaker::assign(&reading, &spans, &mut people, &voices);
    let mut speeches = join::speeches(&reading, &spans, &assigned);
    transcript::merge(&mut speeches, &reading, &people, &turns);
    nested::add(&mut speeches, &reading, &mut people, (&turns, &voices));
    let offices = offices(&reading, &people);
    for speech in &mut speeches {
        give_role(&offices, speech);
    }
    Speeches {
        people: people.all.into_iter().map(|person| person.public).collect(),
        speeches,
        references,
        countries: countries(&reading),
    }
}

fn countries(reading: &Reading) -> BTreeSet<Code> {
    let money = |at: usize| {
        let word = reading
            .words
            .get(at)
            .map_or("", |_| reading.word(at))
            .to_lowercase();
        word.starts_with('$')
            || ["dollar", "доллар"]
                .iter()
                .any(|stem| word.starts_with(stem))
    };
    let named = reading
        .nations
        .iter()
        .filter(|nation| !money(nation.at + nation.found.words));
    named.map(|nation| nation.found.code).collect()
}

/// Which paragraphs a transcript has, and so no quotes of their own.
fn in_turns(reading: &Reading, turns: &[Turn]) -> Vec<bool> {
    let mut skip = vec![false; reading.blocks.len()];
    for turn in turns {
        skip[turn.block] = true;
    }
    skip
}

/// The titles of each person that are offices: "his host" is none.
fn offices(reading: &Reading, people: &People) -> Vec<Vec<Range<usize>>> {
    let office = |title: &&Range<usize>| !lexicon::is_relation(&reading.text[(*title).clone()]);
    let all = people.all.iter();
    all.map(|person| {
        let titles = person.public.titles.iter();
        titles.filter(office).cloned().collect()
    })
    .collect()
}

/// Where the words beside a quote give no office, the nearest that the text gives before it, or else the
/// first.
fn give_role(offices: &[Vec<Range<usize>>], speech: &mut Speech) {
    let Who::Person(person) = speech.speaker.who else {
        return;
    };
    let titles = &offices[person];
    let start = speech.runs.first().map_or(0, |run| run.start);
    let before = titles.partition_point(|title| title.start < start);
    let nearest = before
        .checked_sub(1)
        .map_or(titles.first(), |at| titles.get(at));
    if speech.speaker.role.is_none() {
        speech.speaker.role = nearest.cloned();
    }
}

#[cfg(test)]
mod tests;
