//! What is shown changes under the person's hands: more of it is read, or it is shown as of
//! another date. Selections, searches and what is open stay where they can.

use super::stage::{Content, PendingSelection, Stage};
use super::{App, Front};
use crate::dashboard::action::{Effect, ListId, PanelId};
use crate::describe::page::Subject;
use crate::dossier::{Dossier, Id, Kind, Ref, Text};
use crate::load::{Problem, Progress, Severity};
use crate::workspace::Workspace;

impl App {
    /// May there be more of every kind than is shown?
    pub(super) fn is_reading(&self) -> bool {
        matches!(self.stage, Some(Stage::Opening | Stage::Reading(..)))
    }

    /// What goes on behind the screen; none for nothing.
    pub fn set_stage(&mut self, stage: Option<Stage>) {
        self.stage = stage;
    }

    /// Is the dossier still being opened, with nothing to be seen of it?
    pub fn is_opening(&self) -> bool {
        self.stage == Some(Stage::Opening)
    }

    /// Something was read, and more is.
    pub fn begin(&mut self, workspace: Workspace, stage: Stage) -> Option<Effect> {
        self.stage = Some(stage);
        self.whole = workspace.dossier.clone();
        self.put(workspace)
    }

    /// More of the quotes were read.
    pub fn progress(&mut self, progress: Progress) -> Option<Effect> {
        self.stage = Some(Stage::Reading(progress.read, progress.about));
        let quotes = progress.quotes?;
        self.whole = self.whole.with_quotes(quotes.clone());
        self.workspace.put_quotes(quotes);
        self.forget_answers();
        let quotes = PanelId::Quotes.index();
        let is_moved = self.pending[quotes].shown != self.selected_id(quotes);
        let effect = self.narrow_panel(quotes);
        if !is_moved {
            self.pending[quotes].shown = self.selected_id(quotes);
        }
        self.follow();
        effect
    }

    /// Everything was read, or read again. If less could be read than before, a file was saved
    /// that is broken: what is wrong is told, and the records stay as they were.
    pub fn read(&mut self, content: Content) -> Option<Effect> {
        let effect = self.take(content);
        if !std::mem::take(&mut self.proposed.wanted) {
            return effect;
        }
        self.said = None;
        self.show(ListId::Inbox).or(effect)
    }

    fn take(&mut self, content: Content) -> Option<Effect> {
        let Content {
            workspace,
            problems,
            texts,
            inbox,
        } = content;
        self.proposed.read(inbox);
        // What was broken from the start is shown as far as it can be read.
        if let Some(before) = &self.lost {
            let is_new = |problem: &&Problem| problem.lost && !before.contains(&lost(problem));
            let broken = problems.iter().find(is_new).map(with_place);
            self.broken = broken.or_else(|| self.gone(&workspace.dossier, &problems));
        }
        if self.broken.is_some() {
            self.problems = problems;
            return None;
        }
        self.lost = Some(problems.iter().filter(|p| p.lost).map(lost).collect());
        let indexes = workspace.index.quotes().wants_index();
        self.stage = indexes.then_some(Stage::Indexing(0));
        self.whole = workspace.dossier.clone();
        self.problems = problems;
        self.texts = texts;
        self.resume_time();
        let effect = match &self.as_of {
            None => self.put(workspace),
            Some(date) => {
                let then =
                    Workspace::new(self.whole.as_of(date), self.day(), Some(&workspace.index));
                self.put(then)
            }
        };
        self.resume_lens().or(effect)
    }

    /// All of the dossier is gone. It is shown as it was until it is back.
    pub fn lose(&mut self, problem: Problem) {
        let file = problem.file.rsplit('/').next().unwrap_or_default();
        self.broken = Some(format!("{file}: {}", problem.message));
        self.problems = vec![problem];
        self.said = None;
    }

    /// The file of records that are all gone although others name them.
    fn gone(&self, now: &Dossier, problems: &[Problem]) -> Option<String> {
        let errors = |problems: &[Problem]| {
            let errors = problems.iter().filter(|p| p.severity == Severity::Error);
            errors.count()
        };
        if errors(problems) <= errors(&self.problems) {
            return None;
        }
        let is_gone = |kind: &Kind| self.whole.count(*kind) > 0 && now.count(*kind) == 0;
        let kind = Kind::ALL.into_iter().find(is_gone)?;
        let place = self.whole.place(Ref::new(kind, 0));
        let file = place
            .as_ref()
            .and_then(|place| place.file.rsplit('/').next());
        let what = kind.plural();
        Some(match file {
            Some(file) => format!("{file}: the {what} are gone, and other records name them"),
            None => format!("the {what} are gone, and other records name them"),
        })
    }

    /// Shows other records in the place of those that were.
    pub(super) fn put(&mut self, workspace: Workspace) -> Option<Effect> {
        let requested = self.requested();
        let (open, top) = (self.open_id(), self.pane.top());
        self.workspace = workspace;
        self.text_changed();
        self.regrind();
        self.forget_answers();
        let mut effect = None;
        for (at, requested) in requested.into_iter().enumerate() {
            effect = self.narrow_panel(at).or(effect);
            let found = requested
                .as_ref()
                .and_then(|id| self.workspace.dossier.find(id));
            if let Some(record) = found {
                self.panels[at].select(record, &self.workspace);
            }
            let shown = self.selected_id(at);
            self.pending[at] = PendingSelection { requested, shown };
        }
        self.reopen(open.as_ref(), top).or(effect)
    }

    /// What each panel is to select: what is selected now, or what was before its record fell
    /// out of view, if nobody has moved since.
    fn requested(&mut self) -> [Option<Id>; 4] {
        std::array::from_fn(|at| {
            let now = self.selected_id(at);
            let before = std::mem::take(&mut self.pending[at]);
            if before.shown == now {
                before.requested.or(now)
            } else {
                now
            }
        })
    }

    pub(super) fn selected_id(&self, at: usize) -> Option<Id> {
        let record = self.panels[at].selected(&self.workspace)?;
        Some(self.workspace.dossier.id(record))
    }

    /// The record that was gone on to from the one that is selected.
    fn open_id(&self) -> Option<Id> {
        match self.pane.subject().filter(|_| self.pane.depth() > 0)? {
            Subject::Record(record) => Some(self.workspace.dossier.id(record)),
            Subject::Finding(_) | Subject::Implied { .. } => None,
        }
    }

    /// Lists hold places in the dossier that was: they are made again, and what was read is read
    /// again.
    fn reopen(&mut self, open: Option<&Id>, top: Option<usize>) -> Option<Effect> {
        let mut effect = None;
        for front in std::mem::take(&mut self.lists) {
            let id = match &front {
                Front::List(list) => list.id,
                Front::GlobalSearch(_) => ListId::Index,
            };
            let again = self.list(id);
            self.lists.push(again);
            effect = self.narrow_list().or(effect);
            if let (Front::List(before), Some(Front::List(again))) = (&front, self.lists.last_mut())
            {
                again.stay_at(before);
            }
        }
        self.read_again();
        if let Some(record) = open.and_then(|id| self.workspace.dossier.find(id)) {
            self.open(Subject::Record(record), None);
            self.pane.stay_at(top);
        }
        effect
    }
}

/// "events.json:12:5: expected `,` or `}`".
fn with_place(problem: &Problem) -> String {
    let file = problem.file.rsplit('/').next().unwrap_or_default();
    format!(
        "{file}:{}:{}: {}",
        problem.line, problem.column, problem.message
    )
}

/// What could not be read, wherever it stands now.
fn lost(problem: &Problem) -> (Text, Text) {
    (problem.file.clone(), problem.message.clone())
}
