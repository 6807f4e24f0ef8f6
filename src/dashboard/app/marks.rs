//! The workbench: records that are marked, kept by id, so that they outlive a change of the files.

use super::{App, Front};
use crate::dashboard::action::{Action, Effect, ListId, Step};
use crate::describe::page::Subject;
use crate::dossier::{Id, Kind, Ref};
use crate::search::Marked;

/// A longer range is not one that somebody chose line by line.
const RANGE: usize = 10_000;
/// Why no words of a source can be selected.
const NO_WORDS: &str = "the text of this source is not in the dossier: start with --sources DIR, or name its file in `file`";

impl App {
    /// With what was marked on other days.
    #[must_use]
    pub fn with_marks(mut self, ids: impl IntoIterator<Item = Id>) -> Self {
        self.marks.ids.extend(ids);
        self
    }

    /// The records that are marked.
    pub(super) fn marked(&self) -> Marked {
        self.marked_records().into_iter().collect()
    }

    /// The records that are marked, in the order of their ids.
    pub(super) fn marked_records(&self) -> Vec<Ref> {
        let ids = self.marks.ids.iter();
        ids.filter_map(|id| self.workspace.dossier.find(id))
            .collect()
    }

    /// Marks what is selected, or takes the mark away, and goes on to the next.
    pub(super) fn toggle_mark(&mut self) -> Option<Effect> {
        let Some(record) = self.selected() else {
            if self.lists.is_empty() && !self.inside {
                self.panels[self.focus.index()].act(Action::Toggle, &self.workspace);
            }
            return None;
        };
        let id = self.workspace.dossier.id(record);
        let (add, remove) = if self.marks.ids.remove(&id) {
            (Vec::new(), vec![id])
        } else {
            self.marks.ids.insert(id.clone());
            (vec![id], Vec::new())
        };
        if !self.inside {
            self.act(Action::Move(Step::Down));
        }
        Some(self.keep_marks(add, remove))
    }

    /// Begins a range, or marks everything from where it began.
    pub(super) fn mark_range(&mut self) -> Option<Effect> {
        if self.inside || !self.lists.is_empty() {
            let kind = self.pane.subject().filter(|_| self.inside);
            let reads_source =
                matches!(kind, Some(Subject::Record(record)) if record.kind == Kind::Source);
            let words = if reads_source {
                NO_WORDS
            } else {
                "a range is marked in a panel"
            };
            self.said = Some(words.to_owned());
            return None;
        }
        let here = self.selected()?;
        let Some(from) = self.marks.from.take() else {
            self.marks.from = Some(here);
            self.said = Some("a range begins here: move, then v marks it".to_owned());
            return None;
        };
        let records = self.between(from, here).into_iter();
        let ids: Vec<Id> = records
            .map(|record| self.workspace.dossier.id(record))
            .collect();
        self.marks.ids.extend(ids.iter().cloned());
        Some(self.keep_marks(ids, Vec::new()))
    }

    /// The records of the panel from one to another; only the second, if the first is not listed.
    fn between(&mut self, from: Ref, to: Ref) -> Vec<Ref> {
        let workspace = &self.workspace;
        let panel = &mut self.panels[self.focus.index()];
        let mut walk = |step| {
            panel.select(to, workspace);
            let mut seen: Vec<Ref> = vec![to];
            for _ in 0..RANGE {
                panel.act(Action::Move(step), workspace);
                let here = panel.selected(workspace);
                seen.extend(here.filter(|here| !seen.contains(here)));
                if here == Some(from) {
                    return Some(seen);
                }
            }
            None
        };
        let found = if from == to {
            None
        } else {
            walk(Step::Up).or_else(|| walk(Step::Down))
        };
        panel.select(to, workspace);
        found.unwrap_or_else(|| vec![to])
    }

    /// Takes every mark away.
    pub(super) fn unmark_all(&mut self) -> Option<Effect> {
        if self.marks.ids.is_empty() {
            self.said = Some("nothing is marked; Space marks a record".to_owned());
            return None;
        }
        let ids = std::mem::take(&mut self.marks.ids).into_iter().collect();
        self.marks.from = None;
        Some(self.keep_marks(Vec::new(), ids))
    }

    /// What is searched for may be what is marked; the marks are kept for another day.
    fn keep_marks(&mut self, add: Vec<Id>, remove: Vec<Id>) -> Effect {
        let searches = (0..self.panels.len()).filter(|at| self.searches[*at].query.asks_marked());
        for at in searches.collect::<Vec<_>>() {
            self.narrow_panel(at);
        }
        if let Some(Front::List(list)) = self.lists.last()
            && list.id == ListId::Marked
        {
            let list = self.list(ListId::Marked);
            self.lists.pop();
            self.lists.push(list);
        }
        Effect::KeepMarks { add, remove }
    }
}
