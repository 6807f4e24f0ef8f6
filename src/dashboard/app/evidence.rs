//! From a record to the passage that it rests on, and to a citation of it.

use super::{App, Overlay};
use crate::cite::{Style, cite, cite_implied};
use crate::dashboard::action::Effect;
use crate::dashboard::ui::passage::PassageView;
use crate::describe::page::Subject;
use crate::dossier::quotes::Facet;
use crate::dossier::{Evidence, Kind, Ref};
use crate::figures;
use crate::verify::passage;

impl App {
    /// Asks for a citation of the selected record to be copied. What becomes of it is known to whoever
    /// does it.
    pub(super) fn copy(&mut self) -> Option<Effect> {
        let workspace = &self.workspace;
        let (dossier, contests) = (&workspace.dossier, &workspace.contests);
        let text = match self.subject()? {
            Subject::Implied { series, place } => {
                cite_implied(dossier, contests, (series, place), Style::Text)?
            }
            Subject::Record(_) | Subject::Finding(_) => {
                cite(dossier, contests, self.selected()?, Style::Text)
            }
        };
        Some(Effect::Copy(text))
    }

    /// Asks for the editor at the selected record.
    pub(super) fn open_editor(&mut self) -> Option<Effect> {
        let place = self
            .selected()
            .and_then(|record| self.workspace.dossier.place(record));
        if place.is_none() {
            self.say("nothing is selected that stands in a file".to_owned());
        }
        place.map(Effect::OpenEditor)
    }

    /// Opens the passage that the selected record rests on.
    pub(super) fn show_passage(&mut self) {
        let Some((record, evidence)) = self.anchor() else {
            self.said = Some("the selection has no source passage".to_owned());
            return;
        };
        let dossier = &self.workspace.dossier;
        let there =
            |e: &Evidence| (&e.source, e.paragraph) == (&evidence.source, evidence.paragraph);
        let quote = match record.kind {
            _ if evidence.exact.is_some() => None,
            Kind::Quote => Some(dossier.quotes.get(record.at)),
            // A side of what is contested: its words are those of the quote that stands there.
            _ => {
                let here = dossier.quotes.having(Facet::Sources, &evidence.source);
                let mut here = here.map(|at| dossier.quotes.get(at));
                here.find(|quote| quote.evidence.iter().any(there))
            }
        };
        let words = quote.as_ref().map(|quote| &*quote.text);
        if let Some(found) = passage(&self.texts, dossier, &evidence, words) {
            let view = PassageView::new(found);
            self.overlays.push(Overlay::Passage(view));
        } else {
            let source = dossier.citation(&evidence);
            let advice = "source text not available; start with --sources DIR";
            self.said = Some(format!("{advice} ({source})"));
        }
    }

    /// The record in front and the evidence of it that is meant.
    fn anchor(&self) -> Option<(Ref, Evidence)> {
        let record = self.selected()?;
        let evidence = match self.overlays.last() {
            Some(Overlay::Detail(detail)) => detail.evidence().cloned(),
            _ => self.workspace.dossier.evidence(record).first().cloned(),
        };
        Some((record, evidence?))
    }

    /// What is open or selected in front.
    fn subject(&self) -> Option<Subject> {
        match self.overlays.last() {
            Some(Overlay::Detail(detail)) => Some(detail.subject()),
            Some(Overlay::List(list)) => list.target(),
            Some(Overlay::Everything(all)) => all.target(),
            Some(Overlay::Passage(_)) => None,
            None => self.panels[self.focus.index()].subject(&self.workspace),
        }
    }

    /// The record that is open or selected in front; of a computed figure the first that it follows
    /// from.
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
