//! The inbox: what a key decides of a proposal, and what became of it.

use super::proposed::{Answered, Waiting};
use super::typing::Search;
use super::{App, Front};
use crate::dashboard::action::{Decide, Effect, ListId};
use crate::dashboard::ui::list::Target;
use crate::dossier::kind::with_article;
use crate::dossier::{Agreement, Id, Kind, Person};
use crate::propose::amend::can_merge;
use crate::propose::review::Review;
use crate::propose::{Decision, Proposal};

/// Of one kind no more records are offered by name.
const NAMED: usize = 2_000;

impl App {
    /// With what waits.
    #[must_use]
    pub fn with_inbox(mut self, waiting: Waiting) -> Self {
        self.proposed.read(waiting);
        self
    }

    /// The proposal that is selected in the inbox, if that is open.
    pub(super) fn proposal(&self) -> Option<&Proposal> {
        let inbox = self.lists.iter().find_map(|front| match front {
            Front::List(list) if list.id == ListId::Inbox => Some(list),
            Front::List(_) | Front::GlobalSearch(_) => None,
        })?;
        match inbox.target()? {
            Target::Proposal(id) => self.proposed.find(&id),
            _ => None,
        }
    }

    /// What a record of the dossier or of the inbox is called, or its bare id.
    pub(super) fn called(&self, id: &Id) -> String {
        let known = self.workspace.dossier.find(id).is_some();
        let proposed = (!known).then(|| self.proposed.called(id)).flatten();
        proposed.unwrap_or_else(|| self.workspace.dossier.name(id))
    }

    /// Do the keys of the inbox hold?
    pub(super) fn is_reviewing(&self) -> bool {
        let in_front = matches!(
            self.lists.last(),
            Some(Front::List(list)) if list.id == ListId::Inbox
        );
        in_front && !(self.inside && self.pane.depth() > 0)
    }

    /// Decides on the selected proposal.
    pub(super) fn decide(&mut self, what: Decide) -> Option<Effect> {
        if what == Decide::Undo {
            return Some(Effect::UndoReview);
        }
        let Some(one) = self.proposal().cloned() else {
            self.say("no proposal is selected".to_owned());
            return None;
        };
        match what {
            Decide::Accept => self.accept_proposal(&one),
            Decide::Reject => {
                let reject = vec![one.id.clone()];
                let review = Review {
                    reject,
                    ..Review::default()
                };
                Some(self.ask(vec![one.id], Decision::Rejected, review))
            }
            Decide::Rule => self.accept_rule(&one),
            Decide::Merge => self.merge(&one),
            Decide::Speaker if one.kind() == Some(Kind::Quote) => self.show(ListId::Speaker),
            Decide::Speaker => {
                self.say(format!("{} has no speaker", with_article(&one.kind)));
                None
            }
            Decide::Edit => Some(Effect::EditProposal {
                text: pretty(&one),
                id: one.id,
            }),
            Decide::Undo => None,
        }
    }

    fn accept_proposal(&mut self, one: &Proposal) -> Option<Effect> {
        if let Some(field) = one.lacks.first() {
            self.say(format!(
                "the text names no {field}: s chooses one, e edits the record"
            ));
            return None;
        }
        Some(self.ask(vec![one.id.clone()], Decision::Accepted, accepting(one)))
    }

    /// Accepts all of the rule, unless one of them was wrong.
    fn accept_rule(&mut self, one: &Proposal) -> Option<Effect> {
        let rule = one.rule.as_str();
        if self.proposed.has_rejected(rule) {
            self.say(format!(
                "a proposal of the rule {rule} was rejected: decide one by one"
            ));
            return None;
        }
        let open = self.proposed.open();
        let alike = open.filter(|other| other.rule.as_str() == rule && other.lacks.is_empty());
        let ids: Vec<Id> = alike.map(|one| one.id.clone()).collect();
        if ids.is_empty() {
            self.say(format!("every proposal of the rule {rule} lacks something"));
            return None;
        }
        let accept = ids.clone();
        let review = Review {
            accept,
            ..Review::default()
        };
        Some(self.ask(ids, Decision::Accepted, review))
    }

    /// Adds the passage to the record that it was compared with, or else to one that is chosen.
    fn merge(&mut self, one: &Proposal) -> Option<Effect> {
        if !one.kind().is_some_and(can_merge) {
            self.say(format!(
                "{} is not merged: only quotes, figures, agreements and events",
                with_article(&one.kind)
            ));
            return None;
        }
        let of = one.of.clone();
        match of.filter(|of| self.workspace.dossier.find(of).is_some()) {
            Some(of) => Some(self.merge_into(one, of)),
            None => self.show(ListId::Merge),
        }
    }

    fn merge_into(&mut self, one: &Proposal, of: Id) -> Effect {
        let review = Review {
            merge: Some(of),
            ..accepting(one)
        };
        self.ask(vec![one.id.clone()], Decision::Accepted, review)
    }

    /// Takes a line of a list of records to choose from.
    pub(super) fn choose(&mut self, target: Target) -> Option<Effect> {
        self.drop_choice();
        let one = self.proposal().cloned()?;
        match target {
            Target::Merge(of) => Some(self.merge_into(&one, of)),
            Target::Speaker(speaker) => {
                let review = Review {
                    speaker: Some(speaker),
                    ..accepting(&one)
                };
                Some(self.ask(vec![one.id], Decision::Accepted, review))
            }
            _ => None,
        }
    }

    /// Closes a list to choose from, with what was typed to find a line of it.
    pub(super) fn drop_choice(&mut self) {
        self.lists.pop();
        self.list_search = Search::default();
        self.relist(ListId::Inbox);
    }

    /// Records to choose from, with their names.
    pub(super) fn candidates(&self, id: ListId) -> Vec<(String, Target)> {
        let dossier = &self.workspace.dossier;
        let of_kind = |kind: Kind| {
            let records = dossier.all(kind).take(NAMED);
            records.map(|record| (dossier.dated_title(record), dossier.id(record)))
        };
        if id == ListId::Merge {
            let one = self.proposal();
            let compared = one.map(compared).unwrap_or_default();
            let kind = one.and_then(Proposal::kind);
            let mut records: Vec<_> = kind.into_iter().flat_map(of_kind).collect();
            records.sort_by_key(|(_, id)| !compared.contains(id));
            let all = records.into_iter();
            return all.map(|(title, id)| (title, Target::Merge(id))).collect();
        }
        let known = [Kind::Person, Kind::Organisation]
            .into_iter()
            .flat_map(of_kind);
        let proposed = self
            .proposed
            .inbox()
            .into_iter()
            .flat_map(crate::propose::Inbox::people)
            .filter(|person| dossier.find(&person.id).is_none())
            .map(|Person { name, id, .. }| (format!("{name} (proposed)"), id));
        let all = proposed.chain(known);
        all.map(|(name, id)| (name, Target::Speaker(id))).collect()
    }

    /// Asks for a decision to be written. It is shown at once; if nothing comes of it, the proposal
    /// comes back.
    fn ask(&mut self, ids: Vec<Id>, decision: Decision, review: Review) -> Effect {
        self.proposed.decide(&ids, Some(decision));
        self.list_proposals();
        Effect::Review {
            ids,
            review: Box::new(review),
        }
    }

    /// Something that was asked of the inbox has an answer.
    pub fn answered(&mut self, answered: Answered) {
        let mut selected = None;
        let words = match answered {
            Answered::Decided { accepted, rejected } => {
                self.proposed.done += 1;
                let ids = accepted.iter().map(|(id, _)| id);
                self.proposed.decide(ids, Some(Decision::Accepted));
                decided_words(&accepted, &rejected)
            }
            Answered::TakenBack(ids) => {
                self.proposed.done = self.proposed.done.saturating_sub(1);
                self.proposed.decide(&ids, None);
                // What the decision was on: before it comes what it refers to.
                selected = ids.last().cloned();
                format!("taken back: {}", joined(&ids))
            }
            Answered::Revised(id) => {
                self.proposed.done += 1;
                format!("{id} was edited; a accepts it")
            }
            Answered::Captured(kind, id) => {
                self.proposed.done += 1;
                let kind = kind.singular();
                return self.say(format!(
                    "added the {kind} `{id}`; u in the inbox takes it back"
                ));
            }
            Answered::Failed { ids, words } => {
                self.proposed.forget(&ids);
                selected = ids.first().cloned();
                words
            }
        };
        self.list_proposals();
        if let Some(id) = selected {
            self.select_kept(&Target::Proposal(id));
            self.read_again();
        }
        let waiting = self.proposed.open().count();
        self.say(format!("{words}; {waiting} waiting"));
    }

    /// Lists again what waits; the selection stays, or goes to the next that still waits.
    fn list_proposals(&mut self) {
        self.relist(ListId::Inbox);
        self.read_again();
    }

    /// Selects a proposal or a sentence wherever it is listed.
    pub(super) fn select_kept(&mut self, target: &Target) {
        for front in &mut self.lists {
            if let Front::List(list) = front {
                list.select_target(target);
            }
        }
    }
}

fn accepting(one: &Proposal) -> Review {
    Review {
        accept: vec![one.id.clone()],
        ..Review::default()
    }
}

/// The records that a proposal was compared with.
fn compared(one: &Proposal) -> Vec<Id> {
    let mut ids: Vec<Id> = one.of.iter().cloned().collect();
    if let Ok(agreement) = serde_json::from_str::<Agreement>(one.record.get()) {
        ids.extend(agreement.maybe_same_as);
        ids.extend(agreement.follows);
    }
    ids
}

/// The record, a field a line.
fn pretty(one: &Proposal) -> String {
    let given = one.record.get();
    let value: Result<serde_json::Value, _> = serde_json::from_str(given);
    let pretty = value.and_then(|value| serde_json::to_string_pretty(&value));
    pretty.unwrap_or_else(|_| given.to_owned()) + "\n"
}

fn decided_words(accepted: &[(Id, Option<Id>)], rejected: &[Id]) -> String {
    match accepted {
        [] => format!("rejected {}", joined(rejected)),
        [(id, Some(record))] => format!("accepted {id} as {record}"),
        [(id, None)] => format!("accepted {id}"),
        all => {
            let ids: Vec<Id> = all.iter().map(|(id, _)| id.clone()).collect();
            format!("accepted {}: {}", ids.len(), joined(&ids))
        }
    }
}

fn joined(ids: &[Id]) -> String {
    let ids: Vec<&str> = ids.iter().map(Id::as_str).collect();
    ids.join(", ")
}
