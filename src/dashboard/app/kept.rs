//! What somebody has set for all panels: the lens and the marks; and words that become a record.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::dossier::{Id, Kind, Ref};
use crate::verify::Selected;
use crate::workspace::Lens;

/// What is typed for the lens, and what it keeps.
#[derive(Clone, Default)]
pub(super) struct Ground {
    /// None where everything is shown.
    pub(super) lens: Option<Arc<Lens>>,
    /// What is wrong with what is being typed.
    pub(super) problem: Option<String>,
    /// What presses under it, counted when it is set.
    pub(super) pressing: Pressing,
    /// What each panel showed before the lens was set.
    pub(super) before: Option<[Before; 4]>,
}

/// How much there is that one should know of before anything else.
#[derive(Clone, Copy, Default)]
pub(super) struct Pressing {
    /// Sets of statements that cannot all be true.
    pub(super) conflicts: usize,
    /// Statements against arithmetic, the calendar or themselves.
    pub(super) queries: usize,
    /// What is overdue or falls due soon.
    pub(super) due: usize,
}

/// What a panel showed before the lens was set.
#[derive(Clone, Default)]
pub(super) struct Before {
    /// What was selected.
    pub(super) selected: Option<Id>,
    /// The first row on the screen.
    pub(super) top: usize,
    /// What the lens selected instead.
    pub(super) instead: Option<Id>,
}

/// What is marked.
#[derive(Clone, Debug, Default)]
pub(super) struct Marks {
    pub(super) ids: BTreeSet<Id>,
    /// Where a range begins.
    pub(super) from: Option<Ref>,
}

/// Words that are to become a record.
pub(super) struct Capturing {
    pub(super) source: Id,
    pub(super) selected: Selected,
    /// The kind of the record, once it is chosen.
    pub(super) kind: Kind,
    /// What is wrong with the line.
    pub(super) problem: Option<String>,
}
