//! What is looked for.

use super::marked::Marked;
use super::problem::Problem;
use super::state::{State, States};
use super::window::{self, Window};

/// What is looked for.
///
/// | typed | meaning |
/// |---|---|
/// | `trade asean` | both, in any order, as parts of words |
/// | `"water resources"` | these words as they stand |
/// | `=lao` | the whole word |
/// | `~yatotu` | a word that is like this one |
/// | `-mines` | not this |
/// | `rail\|sea` | one of these |
/// | `speaker:putin`, `topic:"free trade"` | this in that field |
/// | `status:signed`, `kind:treaty`, `party:rosatom`, `side:laos` | this status, kind, party, side |
/// | `year:2023`, `from:2020 to:2024-06` | in this time |
/// | `is:contested`, `is:overdue` | what is in a [`State`] |
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    pub(super) clauses: Vec<Clause>,
    pub(super) window: Option<Window>,
    pub(super) problem: Option<Problem>,
    /// What was typed, word by word, of what asks for something.
    pub(super) words: Vec<String>,
    /// The records for which `is:marked` holds.
    pub(super) marked: Marked,
}

/// One of its tests holds; or, if it is excluded, none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Clause {
    pub(super) excluded: bool,
    pub(super) any_of: Vec<Test>,
}

/// Something that holds for a record or does not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Test {
    /// The text occurs, in the field of that name or anywhere.
    Text {
        field: Option<&'static str>,
        needle: String,
        how: How,
    },
    /// The record is in a state.
    Is(State),
}

/// How a text has to occur.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum How {
    /// Anywhere, in a word too.
    Part,
    /// Where no letter or digit touches it.
    Whole,
    /// As a word that is like it.
    Like,
}

/// What a record has to be tested.
#[derive(Debug, Default)]
pub(super) struct Entry {
    /// Everything that is searched, folded.
    pub(super) text: String,
    /// Folded, by name.
    pub(super) fields: Vec<(&'static str, String)>,
    pub(super) states: States,
}

impl Query {
    /// The first and the last day that are asked for.
    pub fn window(&self) -> Option<Window> {
        self.window
    }

    /// The same without its time, and the first and the last day that were asked for.
    #[must_use]
    pub fn without_time(self) -> (Self, Option<Window>) {
        let time = self.window;
        let query = Self {
            window: None,
            ..self
        };
        (query, time)
    }

    /// What both ask for.
    #[must_use]
    pub fn and(mut self, other: Self) -> Self {
        self.clauses.extend(other.clauses);
        self.words.extend(other.words);
        self.window = window::both(self.window, other.window);
        self.problem = self.problem.or(other.problem);
        self
    }

    /// The same, where these records are marked.
    #[must_use]
    pub fn with_marked(self, marked: Marked) -> Self {
        Self { marked, ..self }
    }

    /// Does it ask for what is contested?
    pub fn asks_contested(&self) -> bool {
        self.asks(State::Contested)
    }

    /// Does it ask for what is marked?
    pub fn asks_marked(&self) -> bool {
        self.asks(State::Marked)
    }

    /// Does it ask for what is overdue?
    pub fn asks_overdue(&self) -> bool {
        self.asks(State::Overdue)
    }

    /// Does it ask for a state?
    pub(super) fn asks(&self, state: State) -> bool {
        let asks = |clause: &Clause| clause.any_of.contains(&Test::Is(state));
        self.clauses.iter().any(asks)
    }

    /// What is wrong with what was typed.
    pub fn problem(&self) -> Option<&Problem> {
        self.problem.as_ref()
    }

    /// Nothing is looked for: everything matches.
    pub fn is_empty(&self) -> bool {
        self.clauses.is_empty() && self.window.is_none()
    }
}
