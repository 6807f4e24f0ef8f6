//! The lens: one query over all panels and lists, written in the header until it is lifted.

use std::sync::Arc;

use super::App;
use super::kept::{Before, Pressing};
use super::typing::{Purpose, Search};
use crate::contested::{Contested, Standing};
use crate::dashboard::action::Effect;
use crate::dossier::{Kind, Ref};
use crate::due;
use crate::search::Found;
use crate::workspace::{Lens, LensError};

/// From so many quotes on the lens is ground when it is accepted, not at every key.
const MANY: usize = 50_000;

impl App {
    /// Begins to type the lens; what it says is there to be changed.
    pub(super) fn begin_lens(&mut self) {
        self.leave_pane();
        self.lists.clear();
        let typed = self.lens_typed().to_owned();
        let before = Search {
            typed,
            ..Search::default()
        };
        self.begin_typing(before, Purpose::Lens);
    }

    pub(super) fn lens_typed(&self) -> &str {
        self.ground.lens.as_ref().map_or("", |lens| lens.typed())
    }

    /// Shows only what `typed` keeps; while something is wrong with it, what it kept before.
    pub(super) fn set_lens(&mut self, typed: &str) -> Option<Effect> {
        if typed.trim().is_empty() {
            let before = std::mem::take(&mut self.ground).before;
            return self.go_back_to(before);
        }
        match self.workspace.lens(typed) {
            Ok(lens) => {
                let mut before = self.ground.before.take().unwrap_or_else(|| self.shown());
                self.ground.lens = Some(Arc::new(lens));
                self.ground.problem = None;
                self.ground.pressing = self.count_pressing();
                let effect = self.narrow_all();
                let instead = self.shown().map(|shown| shown.selected);
                for (before, instead) in before.iter_mut().zip(instead) {
                    before.instead = instead;
                }
                self.ground.before = Some(before);
                effect
            }
            Err(error) => {
                self.ground.problem = Some(words(&error));
                None
            }
        }
    }

    /// What the panels show now.
    fn shown(&self) -> [Before; 4] {
        std::array::from_fn(|at| Before {
            selected: self.selected_id(at),
            top: self.panels[at].top(),
            instead: None,
        })
    }

    /// Shows everything, and in each panel what was selected before the lens was set, if nobody has moved
    /// since.
    fn go_back_to(&mut self, before: Option<[Before; 4]>) -> Option<Effect> {
        let now = self.shown().map(|shown| shown.selected);
        let effect = self.narrow_all();
        for (at, (before, now)) in before.into_iter().flatten().zip(now).enumerate() {
            let id = before.selected.filter(|_| before.instead == now);
            if let Some(record) = id.and_then(|id| self.workspace.dossier.find(&id)) {
                self.panels[at].select(record, &self.workspace);
                self.panels[at].set_top(before.top);
            }
        }
        effect
    }

    /// The lens while it is being typed: at once, unless there is too much to look through.
    pub(super) fn lens_while_typing(&mut self, typed: &str) -> Option<Effect> {
        if self.workspace.dossier.quotes.len() < MANY {
            return self.set_lens(typed);
        }
        None
    }

    /// Shows everything again.
    pub(super) fn lift_lens(&mut self) -> Option<Effect> {
        if self.ground.lens.is_none() {
            self.said = Some("no lens is set; f sets one".to_owned());
            return None;
        }
        self.set_lens("")
    }

    /// What is read or selected becomes the lens: it, and everything that is linked with it.
    pub(super) fn lens_of_selected(&mut self) -> Option<Effect> {
        let Some(record) = self.selected() else {
            self.said = Some("nothing is selected that could be the lens".to_owned());
            return None;
        };
        let typed = Lens::of(&self.workspace.dossier, record);
        self.leave_pane();
        self.lists.clear();
        self.set_lens(&typed)
    }

    /// Grinds the lens anew, over other records.
    pub(super) fn regrind(&mut self) {
        let typed = self.lens_typed().to_owned();
        if !typed.is_empty() {
            // A record that it names may be gone: then nothing is left to be kept.
            let lens = self.workspace.lens(&typed).ok();
            self.ground.lens = lens.map(Arc::new);
            self.ground.pressing = self.count_pressing();
            if self.ground.lens.is_none() {
                self.said = Some(format!("the lens {typed} was lifted: it finds no record"));
            }
        }
    }

    fn narrow_all(&mut self) -> Option<Effect> {
        let mut effect = None;
        for at in 0..self.panels.len() {
            effect = self.narrow_panel(at).or(effect);
        }
        effect
    }

    /// What of it the lens keeps.
    pub(super) fn seen(&self, kind: Kind, found: Arc<Found>) -> Arc<Found> {
        match &self.ground.lens {
            None => found,
            Some(lens) => Arc::new(found.within(|at| lens.contains(Ref::new(kind, at)))),
        }
    }

    /// What presses of what the lens keeps.
    fn count_pressing(&self) -> Pressing {
        let seen = |standing| {
            let all = self.workspace.contests.all.iter();
            let seen = all.filter(|one| one.standing == standing && self.keeps_contest(one));
            seen.count()
        };
        let due = self.workspace.due.iter();
        Pressing {
            conflicts: seen(Standing::Conflict),
            queries: seen(Standing::Query),
            due: due::pressing(due.filter(|one| self.keeps(one.record))),
        }
    }

    /// What presses, under the lens if there is one.
    pub(super) fn pressing(&self) -> Pressing {
        if self.ground.lens.is_some() {
            return self.ground.pressing;
        }
        let contests = &self.workspace.contests;
        Pressing {
            conflicts: contests.count(Standing::Conflict),
            queries: contests.count(Standing::Query),
            due: due::pressing(&self.workspace.due),
        }
    }

    /// Does the lens keep a record?
    pub(super) fn keeps(&self, record: Ref) -> bool {
        let lens = self.ground.lens.as_ref();
        lens.is_none_or(|lens| lens.contains(record))
    }

    /// Does the lens keep anything that a contest is between, or a dispute on it?
    pub(super) fn keeps_contest(&self, contested: &Contested) -> bool {
        let records = contested.found_by(&self.workspace.dossier);
        self.ground.lens.is_none() || records.into_iter().any(|record| self.keeps(record))
    }
}

/// What is wrong, and where.
fn words(error: &LensError) -> String {
    format!("column {}: {error}", error.at() + 1)
}
