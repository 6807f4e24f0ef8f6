//! Where a person was: what had the focus, what was selected, how it was arranged and what it was seen
//! through, by ids and words, so that it can be taken up again over other files.

use serde::{Deserialize, Serialize};

use super::App;
use super::stage::{PendingSelection, Resumed};
use crate::dashboard::action::{Action, Effect, ListId, PanelId};
use crate::dashboard::keymap::Scope;
use crate::dashboard::keymap::bound::Keymap;
use crate::dashboard::ui::places::Split;
use crate::dossier::Id;
use crate::search::Order;

/// A session, as it is kept.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Session {
    /// The number of the panel in focus, from 1.
    focus: usize,
    /// The id of what each panel selects.
    selected: [Option<Id>; 4],
    /// How each panel lists its records, in a word.
    listed: [Option<String>; 4],
    zoomed: bool,
    split: Shares,
    order: Sorting,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    lens: String,
    /// The date that it is shown as of, as it is written on the screen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    as_of: Option<String>,
}

/// How panels and reading pane share the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Shares {
    Panels,
    #[default]
    Both,
    Pane,
}

/// In which order quotes are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Sorting {
    #[default]
    Dossier,
    Newest,
    Best,
}

/// Why a session cannot be taken up again.
#[derive(Debug, thiserror::Error)]
pub enum SessionError {
    /// It is not written as one.
    #[error("not a session: {0}")]
    Syntax(#[from] serde_json::Error),
    /// There are four panels.
    #[error("not a session: there is no panel {0}")]
    NoPanel(usize),
}

impl Session {
    /// Reads what [`Session::to_text`] wrote.
    ///
    /// # Errors
    /// When it is anything else.
    pub fn parse(text: &str) -> Result<Self, SessionError> {
        let session: Self = serde_json::from_str(text)?;
        match session.focus {
            1..=4 => Ok(session),
            other => Err(SessionError::NoPanel(other)),
        }
    }

    /// As it is kept.
    ///
    /// # Errors
    /// Never in fact: everything in it has a form in JSON.
    pub fn to_text(&self) -> Result<String, SessionError> {
        Ok(serde_json::to_string_pretty(self)? + "\n")
    }
}

impl App {
    /// With other keys.
    #[must_use]
    pub fn with_keymap(self, keymap: Keymap) -> Self {
        Self { keymap, ..self }
    }

    /// Where the person is now.
    pub fn session(&self) -> Session {
        Session {
            focus: self.focus.index() + 1,
            selected: std::array::from_fn(|at| self.selected_id(at)),
            listed: std::array::from_fn(|at| self.panels[at].listing().map(str::to_owned)),
            zoomed: self.zoomed,
            split: match self.split {
                Split::Panels => Shares::Panels,
                Split::Both => Shares::Both,
                Split::Pane => Shares::Pane,
            },
            order: match self.order {
                Order::Dossier => Sorting::Dossier,
                Order::Newest => Sorting::Newest,
                Order::Best => Sorting::Best,
            },
            lens: match self.lens_typed() {
                // Left before its records were read.
                "" => self.resumed.lens.clone(),
                typed => typed.to_owned(),
            },
            as_of: self.as_of.as_ref().map(crate::dossier::Date::label),
        }
    }

    /// Takes up a session again, of a dossier that is being opened.
    #[must_use]
    pub fn with_session(mut self, session: Session) -> Self {
        self.focus = PanelId::ALL[(session.focus.max(1) - 1).min(3)];
        self.zoomed = session.zoomed;
        self.split = match session.split {
            Shares::Panels => Split::Panels,
            Shares::Both => Split::Both,
            Shares::Pane => Split::Pane,
        };
        self.order = match session.order {
            Sorting::Dossier => Order::Dossier,
            Sorting::Newest => Order::Newest,
            Sorting::Best => Order::Best,
        };
        for (panel, listing) in self.panels.iter_mut().zip(&session.listed) {
            if let Some(listing) = listing {
                panel.list_as(listing, &self.workspace);
            }
        }
        self.pending = session.selected.map(|requested| PendingSelection {
            requested,
            shown: None,
        });
        self.resumed = Resumed {
            lens: session.lens,
            as_of: session.as_of,
        };
        // Nothing is selected yet, so the pane alone would show nothing.
        self.read_again();
        self
    }

    /// The records are there: the time that they were seen as of.
    pub(super) fn resume_time(&mut self) {
        let Some(label) = self.resumed.as_of.take() else {
            return;
        };
        let dates = self.whole.publication_dates();
        self.as_of = dates.into_iter().find(|date| date.label() == label);
        if self.as_of.is_none() {
            self.said = Some(format!("no source is of {label} any more: shown as of now"));
        }
    }

    /// The records are there: the lens that they were seen through.
    pub(super) fn resume_lens(&mut self) -> Option<Effect> {
        let typed = std::mem::take(&mut self.resumed.lens);
        if typed.is_empty() || self.ground.lens.is_some() {
            return None;
        }
        let selected: [_; 4] = std::array::from_fn(|at| self.selected_id(at));
        let effect = self.set_lens(&typed);
        if self.ground.lens.is_none() {
            self.ground.problem = None;
            self.said = Some(format!("the lens {typed} was lifted: it finds no record"));
        }
        for (at, id) in selected.into_iter().enumerate() {
            let record = id.and_then(|id| self.workspace.dossier.find(&id));
            if let Some(record) = record {
                self.panels[at].select(record, &self.workspace);
            }
        }
        effect
    }

    /// What to try first, to somebody who has not been here before.
    pub fn welcome(&mut self) {
        let key = |scope, action| {
            let rows = self
                .keymap
                .active(&[scope])
                .find(|bound| bound.row.action == action);
            rows.and_then(|bound| bound.keys.first().map(|key| key.name()))
        };
        let contested = key(Scope::View, Action::Show(ListId::Contested));
        let lens = key(Scope::View, Action::Lens);
        let search = key(Scope::Dashboard, Action::Search);
        let quotes = key(Scope::Dashboard, Action::Focus(PanelId::Quotes));
        let cite = key(Scope::View, Action::Copy);
        let help = key(Scope::View, Action::Show(ListId::Help));
        let tries = if self.is_example {
            let search = quotes.zip(search);
            [
                contested,
                lens.map(|key| format!("{key} energy")),
                search.map(|(quotes, search)| format!("{quotes} {search} mines")),
                cite,
            ]
        } else {
            [
                contested.map(|key| format!("{key} contested")),
                lens.map(|key| format!("{key} lens")),
                search.map(|key| format!("{key} search")),
                cite.map(|key| format!("{key} cite")),
            ]
        };
        let keys = help.map(|key| format!("{key} keys"));
        let hints: Vec<_> = tries.into_iter().chain([keys]).flatten().collect();
        if !hints.is_empty() {
            self.said = Some(format!("try: {}", hints.join(" · ")));
        }
    }
}
