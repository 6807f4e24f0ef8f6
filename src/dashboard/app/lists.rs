//! Lists in the place of the panels: which there are, how they are opened, and what their lines do.

use super::typing::{Purpose, Search};
use super::{App, Front};
use crate::cite::{Style, cite};
use crate::dashboard::action::{Action, Effect, ListId};
use crate::dashboard::ui::global_search::GlobalSearch;
use crate::dashboard::ui::list::{List, Target};
use crate::dossier::{Kind, Ref};

/// Of one kind no more records are offered by name: the search finds the others.
const NAMED: usize = 2_000;

impl App {
    /// Opens a list, or closes it if it is in front. A list lies in the stack only once.
    pub(super) fn show(&mut self, id: ListId) -> Option<Effect> {
        let is_it = |front: &Front| match front {
            Front::List(list) => list.id == id,
            Front::GlobalSearch(_) => id == ListId::Index,
        };
        if id == ListId::Inbox && !self.proposed.is_read() {
            self.proposed.wanted = true;
            self.say("the inbox is still being read; it opens when that is done".to_owned());
            return None;
        }
        if let Some(words) = self.proposed.why_not().filter(|_| id == ListId::Inbox) {
            self.said = Some(words.to_owned());
            return None;
        }
        let in_front = !self.inside && self.lists.last().is_some_and(is_it);
        let list = self.list(id);
        self.leave_pane();
        if in_front {
            self.lists.pop();
            return None;
        }
        self.lists.retain(|front| !is_it(front));
        self.list_search = Search::default();
        self.lists.push(list);
        let effect = self.narrow_list();
        if id.chooses() {
            self.begin_typing(Search::default(), Purpose::Search);
        }
        effect
    }

    pub(super) fn list(&self, id: ListId) -> Front {
        let (dossier, contests) = (&self.workspace.dossier, &self.workspace.contests);
        Front::List(match id {
            ListId::Help => List::help(&self.keymap, &self.scopes()),
            ListId::Palette => List::palette(&self.keymap, &self.scopes(), &self.named()),
            ListId::Problems => List::problems(&self.problems),
            ListId::Contested => {
                List::contested(dossier, &contests.all, &|one| self.keeps_contest(one))
            }
            ListId::Due => {
                let due = self.workspace.due.iter();
                let seen: Vec<_> = due.filter(|one| self.keeps(one.record)).collect();
                List::due(dossier, &seen)
            }
            ListId::Marked => {
                let marked = self.marked_records().into_iter();
                let seen = marked.filter(|record| self.keeps(*record)).collect();
                List::records(dossier, seen)
            }
            ListId::Copy => List::copies(self.copies()),
            ListId::Write => List::forms(),
            ListId::Inbox => List::inbox(self.proposed.open(), &|id| self.called(id)),
            ListId::Merge | ListId::Speaker => List::candidates(id, self.candidates(id)),
            ListId::Text => self.text_list(),
            ListId::Index => return Front::GlobalSearch(GlobalSearch::default()),
        })
    }

    /// Makes a list again that is open; the selection stays, or goes to what is next.
    pub(super) fn relist(&mut self, id: ListId) {
        let is_it = |front: &Front| matches!(front, Front::List(list) if list.id == id);
        let Some(at) = self.lists.iter().position(is_it) else {
            return;
        };
        let again = self.list(id);
        let before = std::mem::replace(&mut self.lists[at], again);
        if at + 1 == self.lists.len() {
            // Lists do not search behind the screen.
            let _ = self.narrow_list();
        }
        if let (Front::List(before), Front::List(again)) = (before, &mut self.lists[at]) {
            again.stay_at(&before);
        }
    }

    /// Records with their names, for the palette.
    fn named(&self) -> Vec<(String, Ref)> {
        let dossier = &self.workspace.dossier;
        let kinds = Kind::ALL
            .into_iter()
            .filter(|kind| !matches!(kind, Kind::Quote | Kind::Observation));
        let records = kinds.flat_map(|kind| dossier.all(kind).take(NAMED));
        let seen = records.filter(|record| self.keeps(*record));
        seen.map(|record| (dossier.title(record), record)).collect()
    }

    /// What can be copied of what is selected, with its name.
    fn copies(&self) -> Vec<(&'static str, String)> {
        if let Some(copies) = self.sentence_copies().filter(|_| self.is_vetting()) {
            return copies;
        }
        let Some(record) = self.selected() else {
            return Vec::new();
        };
        let (dossier, contests) = (&self.workspace.dossier, &self.workspace.contests);
        let cited = |style| cite(dossier, contests, record, style);
        let evidence = dossier.evidence(record);
        let words = match record.kind {
            Kind::Quote => Some(dossier.quotes.get(record.at).text.given().to_owned()),
            _ => evidence
                .first()
                .map(|first| first.given_words().into_owned()),
        };
        let source = match record.kind {
            Kind::Source => Some(record),
            _ => evidence
                .first()
                .and_then(|first| dossier.find(&first.source)),
        };
        let link = source
            .filter(|source| source.kind == Kind::Source)
            .and_then(|source| dossier.sources[source.at].url.as_ref());
        let mut all = vec![("citation", cited(Style::Text))];
        all.extend(
            words
                .filter(|words| !words.is_empty())
                .map(|w| ("words", w)),
        );
        all.extend([
            ("Markdown", cited(Style::Markdown)),
            ("BibTeX", cited(Style::Bibtex)),
            ("CSL-JSON", cited(Style::CslJson)),
            ("id", dossier.id(record).to_string()),
        ]);
        all.extend(link.map(|link| ("link", link.to_string())));
        all.retain(|(_, text)| !text.is_empty());
        all
    }

    pub(super) fn update_list(&mut self, action: Action) -> Option<Effect> {
        let target = match (self.lists.last_mut(), action) {
            (_, Action::Cancel) if !self.list_search.typed.is_empty() => {
                return self.set_search(Search::default());
            }
            (Some(Front::List(list)), Action::Close | Action::Cancel) if list.id.chooses() => {
                self.drop_choice();
                return None;
            }
            (_, Action::Close | Action::Cancel) => {
                self.lists.pop();
                return None;
            }
            (Some(Front::List(list)), Action::NextHit | Action::PreviousHit)
                if list.id == ListId::Text =>
            {
                self.turn_problem(action == Action::NextHit);
                None
            }
            (Some(Front::List(list)), _) => list.act(action),
            (Some(Front::GlobalSearch(all)), _) => all.act(action).map(Target::Subject),
            (None, _) => None,
        };
        self.reach(target?)
    }

    /// Does what a line of a list is for.
    pub(super) fn reach(&mut self, target: Target) -> Option<Effect> {
        match target {
            Target::Subject(subject) => {
                let palette = matches!(
                    self.lists.last(),
                    Some(Front::List(list)) if list.id == ListId::Palette
                );
                // The palette is only a way there.
                let effect = palette.then(|| self.drop_list()).flatten();
                self.read_again();
                self.enter_pane();
                if palette {
                    self.open(subject, None);
                }
                effect
            }
            Target::Proposal(_) | Target::Sentence(_) | Target::Group(_) => {
                self.enter_pane();
                None
            }
            Target::Merge(_) | Target::Speaker(_) => self.choose(target),
            Target::Copy(text) => {
                self.lists.pop();
                Some(Effect::Copy(text))
            }
            Target::Action(action) => {
                let effect = self.drop_list();
                self.act(action).or(effect)
            }
        }
    }

    /// What Enter does with the selected line of the list in front, in a word; empty for nothing.
    pub(super) fn on_enter(&self) -> Option<&'static str> {
        match self.lists.last()? {
            Front::List(list) => Some(list.target().map_or("", |target| target.verb())),
            Front::GlobalSearch(_) => None,
        }
    }

    /// Closes the list in front, with what was typed to find a line of it.
    fn drop_list(&mut self) -> Option<Effect> {
        self.lists.pop();
        self.list_search = Search::default();
        self.narrow_list()
    }
}
