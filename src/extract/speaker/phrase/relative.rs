//! Relative clauses between a subject and its verb.

use super::super::super::lexicon::Class;
use super::{Finder, Phrase, REACH};

impl Finder<'_> {
    /// Whom a relative clause is about that a phrase ends: "the envoy who met the traders".
    pub(super) fn of_relative(&self, found: &Phrase) -> Option<Phrase> {
        let start = self.frame.place(found.words.start)?;
        let least = start.saturating_sub(REACH / 4);
        let edge = Class::COMMA
            | Class::STOP
            | Class::COLON
            | Class::SEMICOLON
            | Class::CLAUSE
            | Class::SAY;
        let ends = |at: &usize| {
            self.frame.is_quote(*at) || self.is(*at, edge) && !self.is(*at, Class::PARTICIPLE)
        };
        let mut back = (least..start).rev().take_while(|at| !ends(at));
        let who = back.find(|at| self.is(*at, Class::WHO) && at + 1 < start)?;
        self.ending(who).filter(|phrase| self.is_somebody(phrase))
    }

    /// The subject of a sentence whose relative clause ends with the comma at `comma`, whoever is named in it:
    /// "Ng, who received his counterpart, Ana Okello, in Hue, said".
    pub(super) fn around_relative(&self, comma: usize) -> Option<Phrase> {
        let over = Class::STOP | Class::COLON | Class::SEMICOLON | Class::SAY;
        let mut who = None;
        for at in (comma.saturating_sub(REACH).max(1)..comma).rev() {
            // The clause is over before: "Ng, who leads it, and Okello, …".
            let joined = self.is(at, Class::COMMA) && self.is(at + 1, Class::AND);
            if self.frame.is_quote(at) || self.is(at, over) || joined {
                return None;
            }
            if self.is(at, Class::WHO) && self.is(at - 1, Class::COMMA) {
                who = Some(at);
                break;
            }
        }
        let phrase = self.ending(who? - 1)?;
        let start = self.frame.place(phrase.words.start)?;
        let title = Class::DETERMINER
            | Class::NATION
            | Class::ROLE
            | Class::MODIFIER
            | Class::CAPITAL
            | Class::BODY;
        let title = title | Class::COMMA | Class::HYPHEN | Class::PREPOSITION;
        let opens = !self.is(0, Class::PREPOSITION) && (0..start).all(|at| self.is(at, title));
        (opens && self.is_somebody(&phrase)).then_some(phrase)
    }
}
