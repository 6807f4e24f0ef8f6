//! Stepping through the dates at which the sources were published.

use chrono::NaiveDate;

use super::App;
use crate::dashboard::action::Effect;
use crate::dossier::Date;
use crate::workspace::Workspace;

impl App {
    /// Shows the dossier as of the next date of publication, or the one before.
    pub(super) fn step_time(&mut self, later: bool) -> Option<Effect> {
        let dates = self.whole.publication_dates();
        let label = |date: &Date| date.label();
        let now = self
            .as_of
            .as_ref()
            .and_then(|now| dates.iter().position(|d| label(d) == label(now)));
        let next = match (now, later) {
            (None, true) => return None,
            // The last date of all says what is known now: the one before it is the first step.
            (None, false) => dates.len().checked_sub(2),
            (Some(at), true) => Some(at + 1).filter(|at| at + 1 < dates.len()),
            (Some(at), false) => Some(at.saturating_sub(1)),
        };
        self.as_of = next.map(|at| dates[at].clone());
        let dossier = match &self.as_of {
            Some(date) => self.whole.as_of(date),
            None => self.whole.clone(),
        };
        let workspace = Workspace::new(dossier, self.day(), Some(&self.workspace.index));
        self.put(workspace)
    }

    /// It is another day: agreements may have ended, and deadlines passed.
    pub fn set_today(&mut self, today: NaiveDate) -> Option<Effect> {
        let unchanged = self.today.replace(today) == Some(today);
        // What is still being read is compared with its day when all of it is there.
        if unchanged || self.as_of.is_some() || self.is_opening() {
            return None;
        }
        let dossier = self.workspace.dossier.clone();
        let workspace = Workspace::new(dossier, Some(today), Some(&self.workspace.index));
        self.put(workspace)
    }

    /// The day as of which it is shown.
    pub(super) fn day(&self) -> Option<NaiveDate> {
        match &self.as_of {
            Some(date) => date.latest(),
            None => self.today,
        }
    }

    /// `as of [2023]: 112 records hidden`, when it is not shown as of now.
    pub(super) fn time(&self) -> Option<String> {
        let date = self.as_of.as_ref()?;
        let hidden = self.whole.len() - self.workspace.dossier.len();
        Some(format!("as of {date}: {hidden} records hidden"))
    }
}
