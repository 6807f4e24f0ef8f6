//! A clause with the records that it speaks of.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::vet::clause::Clause;
use crate::vet::figures::is_careful;
use crate::vet::finding::{Finding, Item, Verdict};
use crate::vet::index::Index;
use crate::vet::matching::Match;
use crate::vet::sentence::Sentences;
use crate::vet::topic::Read;
use crate::vet::words::Word;

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

    /// "More are coming, as she told the forum": is the record only the occasion on which it is told?
    pub(super) fn is_audience(&self, words: &[Word]) -> bool {
        /// Words of a name.
        const MOST: usize = 6;
        let Some(told) = words.iter().position(|word| word.low == "told") else {
            return false;
        };
        let behind = words[told + 1..].iter().take(MOST);
        let heard: BTreeSet<&String> = behind.map(|word| &word.stem).collect();
        let is_known =
            |word: &&Word| !word.stem.is_empty() && self.best.topic.title.contains(&word.stem);
        let mut shared = words.iter().filter(is_known).peekable();
        shared.peek().is_some() && shared.all(|word| heard.contains(&word.stem))
    }

    /// Does the clause give a figure that it calls a forecast?
    pub(super) fn has_forecast(&self) -> bool {
        let range = self.clause.range();
        let mut amounts = self.clause.sentence.amounts.iter();
        amounts.any(|amount| {
            let is_here = range.contains(&amount.range.start);
            let is_ahead = !amount.status.is_report();
            is_here && (is_ahead || is_careful(self.clause.sentence, &amount.range))
        })
    }

    /// The words of the clause that tell of a stage: "though it is unclear whether it would be concluded" tells of
    /// none behind what is only asked.
    pub(super) fn staged(&self) -> Vec<Word> {
        let told = self.clause.plain().take_while(|word| word.low != "whether");
        let mut told: Vec<Word> = told.cloned().collect();
        if told.len() < self.clause.plain().count() {
            told.pop_if(|last| last.low == "open");
        }
        told
    }
}
