//! A clause with the records that it speaks of.

use std::ops::Range;

use crate::vet::clause::Clause;
use crate::vet::finding::{Finding, Item, Verdict};
use crate::vet::index::Index;
use crate::vet::matching::Match;
use crate::vet::sentence::Sentences;
use crate::vet::topic::Read;

/// Everything that a check reads.
pub(super) struct Case<'a> {
    pub(super) index: &'a Index<'a>,
    pub(super) sentences: &'a Sentences<'a>,
    pub(super) clause: &'a Clause<'a>,
    pub(super) best: &'a Match<'a>,
    pub(super) near: &'a [Match<'a>],
    pub(super) all: &'a [Match<'a>],
    pub(super) item: Item,
}

impl Case<'_> {
    pub(super) fn wrong(&self, item: Item, range: Range<usize>, note: String) -> Finding {
        Finding::new(item, Verdict::Contradicted, range)
            .of(self.best.topic.record)
            .note(note)
    }

    pub(super) fn read<'b>(&self, one: &Match<'b>) -> &'b [Read] {
        one.topic.read(&self.index.lexicon)
    }

    pub(super) fn title(&self) -> String {
        self.index.dossier.title(self.best.topic.record)
    }
}
