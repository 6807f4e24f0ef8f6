//! A headline in title case: its capitals tell no names, so it only repeats those of the text.

use std::ops::Range;

use super::super::lexicon::Class;
use super::super::reading::Reading;
use super::People;
use super::link::Key;
use super::spot::Run;

/// Words of a headline, at least: fewer are a byline or a name.
const LEAST: usize = 5;

/// Small words that title case leaves small.
const SMALL: Class = Class::DETERMINER
    .or(Class::PREPOSITION)
    .or(Class::AND)
    .or(Class::CLAUSE)
    .or(Class::AUXILIARY)
    .or(Class::POSSESSIVE);

impl People {
    /// The words of the first line of a text, if it is a headline in title case.
    pub(in super::super) fn headline(reading: &Reading) -> Range<usize> {
        let Some(first) = reading.blocks.first().filter(|_| reading.blocks.len() > 1) else {
            return 0..0;
        };
        let words = first.words.clone();
        let letters = || words.clone().filter(|at| reading.is(*at, Class::LETTER));
        let last = words.end.saturating_sub(1);
        let titled = |at: usize| reading.is(at, Class::CAPITAL | SMALL);
        let sentence = reading.is(last, Class::STOP | Class::COLON | Class::COMMA);
        if sentence || letters().count() < LEAST || !letters().all(titled) {
            return 0..0;
        }
        words
    }

    /// Notes the longest beginning of a run of a headline that names somebody of the text.
    pub(super) fn add_headline(&mut self, reading: &Reading, run: &Run) {
        for end in (run.name.start + 1..=run.name.end).rev() {
            let part = Run {
                name: run.name.start..end,
                title: run
                    .title
                    .clone()
                    .filter(|title| title.end <= run.name.start),
                ..run.clone()
            };
            let printed = reading.printed(part.name.clone()).to_lowercase();
            let key = Key::of_run(reading, &part);
            let alias = self.aliases.get(&printed).copied().flatten();
            let found = alias.map(|person| (person, false)).or_else(|| {
                if key.words.len() > 1 {
                    self.agreeing(&key).map(|person| (person, false))
                } else {
                    self.by_word(reading, &part, &key)
                }
            });
            if let Some((person, shared)) = found {
                self.note(reading, &part, person, shared);
                return;
            }
        }
    }
}
