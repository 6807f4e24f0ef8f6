//! A query made ready for the parts: which values of the facets match, and which words hold what
//! is looked for, is found out once.

use std::borrow::Cow;

use memchr::memmem::Finder;

use super::facts::Facts;
use super::inverted_index::{Looked, Words};
use crate::dossier::date::Falls;
use crate::dossier::quotes::Facet;
use crate::search::state::State;
use crate::search::{Clause, How, Query, Test};

/// What every quote is tested for.
pub(super) struct Plan<'a> {
    pub(super) clauses: Vec<Clauses<'a>>,
    /// For each date how it falls within the time that is asked for.
    pub(super) falls: Option<Vec<Falls>>,
}

/// One of its checks holds; or, if it is excluded, none.
pub(super) struct Clauses<'a> {
    pub(super) excluded: bool,
    pub(super) any_of: Vec<Check<'a>>,
}

/// Something that holds for a quote or does not.
pub(super) enum Check<'a> {
    /// A word is looked for in the text and in what is shown with it.
    Text(Box<Wording<'a>>),
    /// A facet has one of these values.
    Value(Facet, Vec<bool>),
    /// The number of the quote is one of these.
    Number(Cow<'a, [u32]>),
    /// A facet is left out.
    Without(Facet),
}

/// A word or phrase.
pub(super) struct Wording<'a> {
    pub(super) needle: &'a str,
    pub(super) how: How,
    pub(super) finder: Finder<'a>,
    /// Which speakers are called by it.
    pub(super) speakers: Vec<bool>,
    /// What the index has of it, if it is built.
    pub(super) looked: Option<Looked>,
}

/// The numbers of quotes that are in a state, in order.
#[derive(Clone, Copy)]
pub(super) struct Known<'a> {
    pub(super) contested: &'a [u32],
    pub(super) marked: &'a [u32],
}

/// How a state shows in quotes. Speech is never still to come.
fn state_check<'a>(state: State, facts: &Facts, known: Known<'a>) -> Check<'a> {
    match state {
        State::Contested => Check::Number(known.contested.into()),
        State::Marked => Check::Number(known.marked.into()),
        State::Open | State::Planned | State::Overdue => Check::Number(Cow::default()),
        State::Uncited => Check::Without(Facet::Sources),
        State::Bilateral => Check::Value(Facet::Event, facts.bilateral().to_vec()),
    }
}

impl<'a> Plan<'a> {
    pub(super) fn new(
        query: &'a Query,
        facts: &Facts,
        known: Known<'a>,
        words: Option<&Words>,
    ) -> Self {
        let check = |test: &'a Test| match test {
            Test::Is(state) => state_check(*state, facts, known),
            Test::Text {
                field: Some(field),
                needle,
                how,
            } => {
                let (facet, values) = facts.naming(field, needle, *how);
                Check::Value(facet, values)
            }
            Test::Text {
                field: None,
                needle,
                how,
            } => Check::Text(Box::new(Wording {
                needle,
                how: *how,
                finder: Finder::new(needle),
                speakers: facts.speaking(needle, *how),
                looked: words.map(|words| words.look_up(needle, *how)),
            })),
        };
        let clause = |clause: &'a Clause| Clauses {
            excluded: clause.excluded,
            any_of: clause.any_of.iter().map(check).collect(),
        };
        let mut clauses: Vec<_> = query.clauses.iter().map(clause).collect();
        // What is told by the facets alone leaves less to be looked for in texts.
        clauses.sort_by_key(Clauses::reads);
        Self {
            clauses,
            falls: query.window().map(|window| facts.falling(window)),
        }
    }

    /// The words that are looked for, not those that are excluded.
    pub(super) fn included(&self) -> impl Iterator<Item = &Wording<'a>> {
        let clauses = self.clauses.iter().filter(|clause| !clause.excluded);
        let checks = clauses.flat_map(|clause| &clause.any_of);
        checks.filter_map(|check| match check {
            Check::Text(wording) => Some(&**wording),
            _ => None,
        })
    }
}

impl Clauses<'_> {
    /// Are texts to be read for it?
    fn reads(&self) -> bool {
        let is_text = |check: &Check<'_>| matches!(check, Check::Text(_));
        self.any_of.iter().any(is_text)
    }
}

impl Query {
    /// Does everything that this finds also match `before`?
    pub(in crate::search) fn narrows(&self, before: &Self) -> bool {
        let is_kept = |old: &Clause| self.clauses.iter().any(|new| new.implies(old));
        let same_marks = self.marked == before.marked || !before.asks(State::Marked);
        // One with a time has left out what is undated, and that is counted.
        same_marks && before.window.is_none() && before.clauses.iter().all(is_kept)
    }
}

impl Clause {
    /// Does `old` hold wherever this does?
    fn implies(&self, old: &Self) -> bool {
        if self == old {
            return true;
        }
        let parts = (self.only_part(), old.only_part());
        let (Some((field, new)), Some((same, old))) = parts else {
            return false;
        };
        field == same && new.contains(old)
    }

    /// The one part of a word that it asks for, if that is all.
    fn only_part(&self) -> Option<(Option<&'static str>, &str)> {
        match self.any_of.as_slice() {
            [
                Test::Text {
                    field,
                    needle,
                    how: How::Part,
                },
            ] if !self.excluded => Some((*field, needle)),
            _ => None,
        }
    }
}
