//! Who is named where, and by which words.

use std::ops::Range;

use super::super::reading::Reading;
use super::link::{self, Key};
use super::spelling::spelling;
use super::spot::{Run, Sign};
use super::{Mention, People};

impl People {
    /// The place of the mention that has the word at `at` in its name, or else in its title.
    pub(in super::super) fn place(&self, at: usize) -> Option<usize> {
        let after = self
            .mentions
            .partition_point(|mention| mention.words.start <= at);
        let near = || (after.saturating_sub(4)..after).rev();
        let named = near().find(|place| self.mentions[*place].name.contains(&at));
        named.or_else(|| near().find(|place| self.mentions[*place].words.contains(&at)))
    }

    /// The place of the first mention from the word `at` on.
    pub(in super::super) fn next(&self, at: usize) -> usize {
        self.mentions
            .partition_point(|mention| mention.words.start < at)
    }

    /// The mentions that begin in a run of words.
    pub(in super::super) fn within(&self, words: Range<usize>) -> &[Mention] {
        let first = self
            .mentions
            .partition_point(|m| m.words.start < words.start);
        let end = self.mentions.partition_point(|m| m.words.start < words.end);
        &self.mentions[first..end.max(first)]
    }

    /// Takes a run of capitalised words that speaks for the name of a person.
    pub(in super::super) fn speaker(&mut self, reading: &Reading, name: Range<usize>) -> usize {
        let run = Run {
            lead: name.start,
            name,
            title: None,
            sign: Sign::Speaks,
        };
        let key = Key::of_run(reading, &run);
        let found = match key.words.len() {
            1 => self.by_word(reading, &run, &key).map(|(person, _)| person),
            _ => self.agreeing(&key),
        };
        let person = found.unwrap_or_else(|| self.create(reading, &run, key.clone()));
        self.index.enter(&key, person);
        self.all[person]
            .public
            .mentions
            .push(reading.bytes(run.name));
        person
    }

    /// The only person with initials such as "VP".
    pub(in super::super) fn by_initials(&self, initials: &str) -> Option<usize> {
        let letters: Vec<char> = initials
            .to_lowercase()
            .chars()
            .filter(|c| c.is_alphabetic())
            .collect();
        let mut fitting = (0..self.all.len()).filter(|at| {
            let person = &self.all[*at];
            let firsts = person
                .key
                .words
                .iter()
                .filter_map(|word| word.chars().next());
            !person.public.mentions.is_empty()
                && letters.len() > 1
                && firsts.eq(letters.iter().copied())
        });
        let first = fitting.next();
        first.filter(|_| fitting.next().is_none())
    }

    /// The one person whose surname it is.
    pub(in super::super) fn by_surname(&self, name: &str) -> Option<usize> {
        let word = spelling(&link::fold(name));
        let mut fitting = self.index.with(&word).iter().filter(|at| {
            let person = &self.all[**at];
            !person.public.mentions.is_empty() && person.key.surname() == Some(&word)
        });
        let first = fitting.next().copied();
        first.filter(|_| fitting.next().is_none())
    }

    /// The person of that alias or name in full.
    pub(in super::super) fn by_alias(&self, name: &str) -> Option<usize> {
        self.aliases.get(&name.to_lowercase()).copied().flatten()
    }
}
