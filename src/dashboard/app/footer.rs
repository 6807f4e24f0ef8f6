//! The keys that the bottom line offers: only those that do something here, each in the word of what it does.

use super::brief::WRITES;
use super::typing::Purpose;
use super::{App, Front};
use crate::dashboard::action::{Action, Decide, ListId};
use crate::dashboard::keymap::Scope;
use crate::dashboard::keymap::bound::Bound;
use crate::dashboard::ui::frame::Hint;
use crate::dossier::Kind;
use crate::propose::amend::can_merge;

impl App {
    /// What is offered, what the view is for first.
    pub(super) fn hints(&self) -> Vec<Hint> {
        let scopes = self.scopes();
        let offered = self.keymap.active(&scopes).filter_map(|bound| {
            let word = self.word(bound)?;
            let key = bound.keys.first()?.name();
            let action = bound.row.action;
            Some(Hint { key, word, action })
        });
        let mut hints: Vec<Hint> = offered.collect();
        hints.sort_by_key(|hint| !self.is_main(hint.action));
        hints
    }

    /// Is it what somebody comes here for?
    fn is_main(&self, action: Action) -> bool {
        match action {
            Action::Show(ListId::Write) => true,
            Action::Show(ListId::Inbox) => self.workspace.dossier.is_empty() && self.has_waiting(),
            _ => false,
        }
    }

    fn has_waiting(&self) -> bool {
        self.proposed.open().next().is_some()
    }

    /// What a key does, in a word; none where that is nothing, or where the line need not say it.
    fn word(&self, bound: &Bound) -> Option<&'static str> {
        let row = bound.row;
        if row.scope == Scope::Prompt {
            return self.word_while_typing(row.action, row.hint);
        }
        let word = match (row.scope, row.action) {
            (Scope::List, Action::Open) => self.on_enter().or(row.hint),
            _ => row.hint,
        };
        word.filter(|word| !word.is_empty() && self.does(row.scope, row.action))
    }

    fn word_while_typing(
        &self,
        action: Action,
        hint: Option<&'static str>,
    ) -> Option<&'static str> {
        let purpose = self.typing.as_ref()?.purpose;
        let verb = self.choosing();
        match (action, purpose) {
            (Action::Accept, Purpose::Text) => Some("compare"),
            (Action::Accept, _) if verb.is_some() => verb.filter(|verb| !verb.is_empty()),
            (Action::Cancel, Purpose::Text) => Some("cancel"),
            (Action::Cancel, _) if verb.is_some() => Some("cancel"),
            (Action::Older, Purpose::Text) => None,
            (Action::Older, _) if verb.is_some() => None,
            (Action::Move(_), _) => hint.filter(|_| verb.is_some()),
            _ => hint,
        }
    }

    /// What Enter does with the selected line of a list that is typed at, empty for nothing; none where
    /// no such list is in front.
    fn choosing(&self) -> Option<&'static str> {
        match self.lists.last()? {
            Front::List(list) if list.id.chooses() && !self.inside => self.on_enter(),
            _ => None,
        }
    }

    /// Does an action of this scope do anything with what is in front?
    fn does(&self, scope: Scope, action: Action) -> bool {
        let dossier = &self.workspace.dossier;
        match action {
            Action::Passage => self.has_passage(),
            Action::Copy | Action::OpenEditor if self.is_vetting() => true,
            Action::Copy => self.subject().is_some(),
            Action::OpenEditor => {
                let place = self.selected().and_then(|record| dossier.place(record));
                place.is_some()
            }
            Action::Mark => self.selected().is_some(),
            Action::Decide(what) => self.decides(what),
            Action::Show(ListId::Write) => self.shows_brief(),
            Action::Show(ListId::Inbox) => self.proposed.why_not().is_none(),
            Action::Show(ListId::Contested) => !self.workspace.contests.all.is_empty(),
            Action::Show(ListId::Due) => !self.workspace.due.is_empty(),
            Action::Show(ListId::Index) | Action::Brief | Action::SearchAll | Action::Lens => {
                !dossier.is_empty()
            }
            Action::NextPart if scope == Scope::Inbox => self.proposal().is_some(),
            Action::Open | Action::NextLink if scope == Scope::Pane => self.pane.target().is_some(),
            Action::Open if scope == Scope::Dashboard => self.panel_has_records(),
            Action::Search => match self.lists.last() {
                _ if scope == Scope::Pane => true,
                Some(Front::List(list)) => !list.is_empty(),
                Some(Front::GlobalSearch(_)) => true,
                None => self.panel_has_records(),
            },
            _ => true,
        }
    }

    fn panel_has_records(&self) -> bool {
        let kind = self.panels[self.focus.index()].kind();
        self.workspace.dossier.count(kind) > 0
    }

    fn decides(&self, what: Decide) -> bool {
        let kind = self.proposal().map(crate::propose::Proposal::kind);
        match (what, kind) {
            (Decide::Undo, _) => self.proposed.done > 0,
            (_, None) => false,
            (Decide::Merge, Some(kind)) => kind.is_some_and(can_merge),
            (Decide::Speaker, Some(kind)) => kind == Some(Kind::Quote),
            _ => true,
        }
    }

    fn shows_brief(&self) -> bool {
        self.inside && self.pane.heading().1.contains(WRITES)
    }
}
