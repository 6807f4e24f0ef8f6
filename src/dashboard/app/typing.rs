//! What is typed into a search line, and what it has found so far.

use std::sync::Arc;

use crate::dashboard::ui::prompt::Prompt;
use crate::dossier::Ref;
use crate::search::{Completion, Found, Missed, Problem as Wrong, Query};

/// What is looked for in a panel or list.
#[derive(Clone, Default)]
pub(super) struct Search {
    pub(super) typed: String,
    pub(super) query: Query,
    pub(super) problem: Option<Wrong>,
    /// Where nothing is found, what each word finds alone.
    pub(super) missed: Option<Missed>,
}

impl Search {
    /// Reads what was typed. While something is wrong with it, what was found before stays.
    pub(super) fn new(typed: &str, before: &Self) -> Self {
        let query = Query::new(typed);
        let problem = query.problem().cloned();
        Self {
            typed: typed.to_owned(),
            query: if problem.is_some() {
                before.query.clone()
            } else {
                query
            },
            problem,
            missed: before.missed.clone(),
        }
    }
}

/// What is being typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Purpose {
    /// The search of what is in front.
    Search,
    /// The lens.
    Lens,
    /// The fields of a record of selected words.
    Capture,
    /// The path of a text.
    Text,
}

/// A search that is being typed, and what Esc puts back.
pub(super) struct Typing {
    pub(super) purpose: Purpose,
    pub(super) prompt: Prompt,
    pub(super) before: Search,
    pub(super) selected: Option<Ref>,
    /// The first row of the panel.
    pub(super) top: usize,
    /// What stays selected wherever it is found: what was when the typing began, or was moved to since.
    pub(super) anchor: Option<Ref>,
    /// How far back among the searches of before, and what was typed before going there.
    pub(super) back: usize,
    pub(super) draft: String,
    pub(super) offered: Option<Offered>,
}

/// Values that fit the field that is being typed.
pub(super) struct Offered {
    pub(super) range: std::ops::Range<usize>,
    pub(super) offers: Vec<Completion>,
    /// Which one was taken last.
    pub(super) taken: Option<usize>,
}

/// Searches that are done behind the screen.
#[derive(Default)]
pub(super) struct Behind {
    /// The number of the newest.
    pub(super) asked: u64,
    /// Its answer is still to come.
    pub(super) waiting: bool,
    /// Where its answer goes.
    pub(super) target: Option<Target>,
    /// The last that was answered: one that goes on from it looks only at what that found.
    pub(super) answered: Option<(Query, Arc<Found>)>,
}

/// Where an answer goes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Target {
    Panel,
    GlobalSearch,
}
