//! From a record to the passage that it is based on, to a citation of it, and to its file.

use super::{App, Front};
use crate::cite::{Style, cite, cite_implied};
use crate::dashboard::action::Effect;
use crate::dashboard::ui::list::Target;
use crate::describe::page::Subject;
use crate::dossier::{Evidence, Ref};
use crate::figures;

impl App {
    /// Asks for a citation of the selected record to be copied. What becomes of it is known to whoever
    /// does it.
    pub(super) fn copy(&mut self) -> Option<Effect> {
        if self.is_vetting() {
            return self.copy_correction();
        }
        let Some(subject) = self.subject() else {
            self.said = Some("nothing is selected that can be cited".to_owned());
            return None;
        };
        let text = match subject {
            Subject::Implied { series, place } => {
                let (dossier, contests) = (&self.workspace.dossier, &self.workspace.contests);
                cite_implied(dossier, contests, (series, place), Style::Text)?
            }
            Subject::Record(_) | Subject::Finding(_) => {
                let (dossier, contests) = (&self.workspace.dossier, &self.workspace.contests);
                cite(dossier, contests, self.selected()?, Style::Text)
            }
        };
        Some(Effect::Copy(text))
    }

    /// Asks for the editor at the selected record.
    pub(super) fn open_editor(&mut self) -> Option<Effect> {
        if self.is_vetting() {
            return self.edit_text();
        }
        let place = self
            .selected()
            .and_then(|record| self.workspace.dossier.place(record));
        if place.is_none() {
            self.say("the selection is not in a file".to_owned());
        }
        place.map(Effect::OpenEditor)
    }

    /// Opens the source of the selected record at the passage that it is based on.
    pub(super) fn show_passage(&mut self) {
        let evidence = self.anchor();
        let Some(source) = evidence.as_ref().and_then(|one| self.source_of(one)) else {
            self.said = Some("the selection has no source passage".to_owned());
            return;
        };
        self.enter_pane();
        self.open(Subject::Record(source), evidence.as_ref());
    }

    /// Is there a passage to show?
    pub(super) fn has_passage(&self) -> bool {
        let evidence = self.anchor();
        evidence.is_some_and(|one| self.source_of(&one).is_some())
    }

    fn source_of(&self, evidence: &Evidence) -> Option<Ref> {
        self.workspace.dossier.find(&evidence.source)
    }

    /// The evidence of what is in front that is meant.
    fn anchor(&self) -> Option<Evidence> {
        let of_pane = self.pane.evidence().filter(|_| self.inside);
        let first = || {
            let record = self.selected()?;
            self.workspace.dossier.evidence(record).first().cloned()
        };
        // A proposal or a sentence is no record: the pane has its passage.
        let kept = || {
            self.pane
                .evidence()
                .filter(|_| self.kept().is_some())
                .cloned()
        };
        of_pane.cloned().or_else(first).or_else(kept)
    }

    /// What is selected in front.
    pub(super) fn front(&self) -> Option<Subject> {
        match self.lists.last() {
            Some(Front::List(list)) => match list.target() {
                Some(Target::Subject(subject)) => Some(subject),
                Some(Target::Merge(id) | Target::Speaker(id)) => {
                    self.workspace.dossier.find(&id).map(Subject::Record)
                }
                _ => None,
            },
            Some(Front::GlobalSearch(all)) => all.target(),
            None => self.panels[self.focus.index()].subject(&self.workspace),
        }
    }

    /// What is read, or selected in front.
    pub(super) fn subject(&self) -> Option<Subject> {
        let read = self.pane.subject().filter(|_| self.inside);
        read.or_else(|| self.front())
    }

    /// The record that is read or selected; of a computed figure the first that it follows from.
    pub(super) fn selected(&self) -> Option<Ref> {
        match self.subject()? {
            Subject::Record(record) => Some(record),
            Subject::Implied { series, place } => {
                let all = figures::implied(&self.workspace.dossier, series);
                all.get(place)?.from.first().copied()
            }
            // Of what is contested, the first side stands for it.
            Subject::Finding(at) => {
                let records = self.workspace.contests.all[at].records(&self.workspace.dossier);
                records.first().copied()
            }
        }
    }
}
