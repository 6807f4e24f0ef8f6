//! From what was typed to a query.
//!
//! Every start of a right query is right too: an open quotation mark ends at the end, and a field
//! without a value asks for nothing. So results follow the typing, and only what can never become
//! right is told as a problem.

use super::names::{self, TIMES};
use super::state::State;
use super::{Clause, Fault, How, Problem, Query, Test, fold, window};

impl Query {
    /// Reads what was typed.
    pub fn new(typed: &str) -> Self {
        let mut parser = Parser {
            typed,
            at: 0,
            query: Self::default(),
        };
        while parser.skip_blanks() {
            parser.clause();
        }
        parser.query
    }
}

struct Parser<'a> {
    typed: &'a str,
    at: usize,
    query: Query,
}

impl<'a> Parser<'a> {
    fn rest(&self) -> &'a str {
        &self.typed[self.at..]
    }

    fn eat(&mut self, c: char) -> bool {
        let found = self.rest().starts_with(c);
        self.at += if found { c.len_utf8() } else { 0 };
        found
    }

    /// To the next word; false at the end.
    fn skip_blanks(&mut self) -> bool {
        let rest = self.rest();
        self.at += rest.len() - rest.trim_start().len();
        self.at < self.typed.len()
    }

    /// A word with its alternatives.
    fn clause(&mut self) {
        let begin = self.at;
        let window = self.query.window;
        let excluded = self.eat('-');
        let mut any_of = Vec::new();
        let mut alone = !excluded;
        loop {
            let start = self.at;
            let name = self.name();
            let how = self.how();
            let value = self.value();
            alone &= !self.rest().starts_with('|') && any_of.is_empty();
            match self.test(name, &value, how, alone) {
                Ok(test) => any_of.extend(test),
                // The first problem is the one to mend first.
                Err(fault) => {
                    self.query
                        .problem
                        .get_or_insert(Problem { at: start, fault });
                }
            }
            if !self.eat('|') {
                break;
            }
        }
        if !any_of.is_empty() || window != self.query.window {
            self.query.words.push(self.typed[begin..self.at].to_owned());
        }
        if !any_of.is_empty() {
            self.query.clauses.push(Clause { excluded, any_of });
        }
    }

    /// `speaker:`, if a name stands here. An unknown one before a blank may be a word of a sentence, and
    /// one before `//` an address.
    fn name(&mut self) -> Option<&'a str> {
        let (name, value) = self.rest().split_once(':')?;
        let plain = !name.is_empty() && name.bytes().all(|b| b.is_ascii_lowercase());
        let is_text = value.starts_with(|c: char| c.is_whitespace() || c == '|');
        let meant = || names::near(name).is_some() || !(is_text || value.starts_with("//"));
        if !plain || !(names::is_known(name) || meant()) {
            return None;
        }
        self.at += name.len() + 1;
        Some(name)
    }

    fn how(&mut self) -> How {
        if self.eat('=') {
            How::Whole
        } else if self.eat('~') {
            How::Like
        } else {
            How::Part
        }
    }

    /// Up to a blank or `|`, or between quotation marks.
    fn value(&mut self) -> String {
        let quoted = self.eat('"');
        let rest = self.rest();
        let end = if quoted {
            rest.find('"')
        } else {
            rest.find(|c: char| c.is_whitespace() || c == '|')
        };
        let value = &rest[..end.unwrap_or(rest.len())];
        self.at += value.len() + usize::from(quoted && end.is_some());
        value.to_owned()
    }

    fn test(
        &mut self,
        name: Option<&str>,
        value: &str,
        how: How,
        alone: bool,
    ) -> Result<Option<Test>, Fault> {
        let needle = fold(value).trim().to_owned();
        let field = match name {
            None => None,
            Some(name) if TIMES.contains(&name) => {
                return self.time(name, value, alone).map(|()| None);
            }
            Some("is") => return state(value),
            Some(name) => Some(names::field(name).ok_or_else(|| unknown(name))?),
        };
        let test = Test::Text { field, needle, how };
        let asks = matches!(&test, Test::Text { needle, .. } if !needle.is_empty());
        Ok(asks.then_some(test))
    }

    fn time(&mut self, name: &str, value: &str, alone: bool) -> Result<(), Fault> {
        if !alone {
            return Err(Fault::NotAlone {
                field: name.to_owned(),
            });
        }
        if value.is_empty() {
            return Ok(());
        }
        window::narrow(&mut self.query.window, name, value)
    }
}

/// What `is:` asks for; nothing while its word is typed.
fn state(word: &str) -> Result<Option<Test>, Fault> {
    match State::of(word) {
        Some(state) => Ok(Some(Test::Is(state))),
        None if State::is_begun(word) => Ok(None),
        None => Err(Fault::UnknownState),
    }
}

fn unknown(name: &str) -> Fault {
    Fault::UnknownField {
        name: name.to_owned(),
        near: names::near(name),
    }
}
