//! Stepping through the dates at which the sources were published.

use std::rc::Rc;

use chrono::NaiveDate;

use super::{App, Overlay, panels};
use crate::dossier::page::Subject;
use crate::dossier::{Date, Id};
use crate::panel::Shared;

/// The record that a panel would select, and the one that it selects while that is out of view.
#[derive(Default)]
pub(super) struct Wish {
    wanted: Option<Id>,
    shown: Option<Id>,
}

impl App {
    /// Shows the dossier as of the next date of publication, or the one before.
    pub(super) fn step_time(&mut self, later: bool) {
        let dates = self.whole.publication_dates();
        let label = |date: &Date| date.label();
        let now = self
            .as_of
            .as_ref()
            .and_then(|now| dates.iter().position(|d| label(d) == label(now)));
        let next = match (now, later) {
            (None, true) => return,
            // The last date of all says what is known now: the one before it is the first step.
            (None, false) => dates.len().checked_sub(2),
            (Some(at), true) => Some(at + 1).filter(|at| at + 1 < dates.len()),
            (Some(at), false) => Some(at.saturating_sub(1)),
        };
        self.set_time(next.map(|at| dates[at].clone()));
    }

    /// Shows the dossier as of `date`; selections, searches and the open record stay if they can.
    fn set_time(&mut self, date: Option<Date>) {
        let wanted = self.wanted();
        let open = self.open_id();
        let dossier = match &date {
            Some(date) => Rc::new(self.whole.as_of(date)),
            None => Rc::clone(&self.whole),
        };
        self.as_of = date;
        let day = self.day();
        self.shared = Shared::new(dossier, day);
        self.panels = panels(&self.shared);
        for (at, wanted) in wanted.into_iter().enumerate() {
            let panel = &mut self.panels[at];
            panel.narrow(&self.searches[at].query, &self.shared);
            let found = wanted.as_ref().and_then(|id| self.shared.dossier.find(id));
            if let Some(record) = found {
                panel.select(record, &self.shared);
            }
            let shown = self.selected_id(at);
            self.wishes[at] = Wish { wanted, shown };
        }
        self.reopen(open.as_ref());
    }

    /// The day as of which it is shown.
    pub(super) fn day(&self) -> Option<NaiveDate> {
        match &self.as_of {
            Some(date) => date.latest(),
            None => self.today,
        }
    }

    /// What each panel is to select: what is selected now, or what was before its record fell
    /// out of view, if nobody has moved since.
    fn wanted(&mut self) -> [Option<Id>; 4] {
        std::array::from_fn(|at| {
            let now = self.selected_id(at);
            let wish = std::mem::take(&mut self.wishes[at]);
            if wish.shown == now {
                wish.wanted.or(now)
            } else {
                now
            }
        })
    }

    fn selected_id(&self, at: usize) -> Option<Id> {
        let record = self.panels[at].selected(&self.shared)?;
        Some(self.shared.dossier.id(record))
    }

    fn open_id(&self) -> Option<Id> {
        match self.overlays.last()? {
            Overlay::Detail(detail) => match detail.subject() {
                Subject::Record(record) => Some(self.shared.dossier.id(record)),
                Subject::Finding(_) => None,
            },
            Overlay::List(_) | Overlay::Passage(_) => None,
        }
    }

    /// Overlays hold places in the dossier that was: the record in front is opened again, lists
    /// are made again.
    fn reopen(&mut self, open: Option<&Id>) {
        let overlays = std::mem::take(&mut self.overlays);
        for overlay in overlays {
            if let Overlay::List(list) = overlay {
                let mut list = self.list(list.id);
                list.narrow(&self.list_search.query);
                self.overlays.push(Overlay::List(list));
            }
        }
        if let Some(record) = open.and_then(|id| self.shared.dossier.find(id)) {
            self.open(Subject::Record(record));
        }
    }

    /// `as of [2023]: 112 records hidden`, when it is not shown as of now.
    pub(super) fn time(&self) -> Option<String> {
        let date = self.as_of.as_ref()?;
        let hidden = self.whole.len() - self.shared.dossier.len();
        Some(format!("as of {date}: {hidden} records hidden"))
    }
}
