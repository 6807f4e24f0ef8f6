//! A text compared with the dossier: asked for by its path, read and compared by the loop, listed sentence
//! by sentence, and compared again when the text or the dossier changes.

use super::typing::{Purpose, Search};
use super::vetted::{Outcome, Request, Vetted};
use super::{App, Front};
use crate::dashboard::action::{Effect, ListId};
use crate::dashboard::ui::list::{List, Target, Turn};
use crate::dossier::text::clean_line;
use crate::vet::{Checked, Judged, Written};
use crate::workspace::Workspace;

impl App {
    /// What a text is compared with.
    pub fn workspace(&self) -> &Workspace {
        &self.workspace
    }

    /// Begins to type the path of a text; that of the last one is there to be changed.
    pub(super) fn begin_vet(&mut self) {
        let before = Search {
            typed: self.vetting.typed.clone(),
            ..Search::default()
        };
        self.begin_typing(before, Purpose::Text);
    }

    /// Asks for the text of a path that was typed.
    pub(super) fn vet(&mut self, path: &str) -> Option<Effect> {
        if path.is_empty() {
            return None;
        }
        path.clone_into(&mut self.vetting.typed);
        Some(self.ask_for_text(path.to_owned(), true))
    }

    fn ask_for_text(&mut self, path: String, opens: bool) -> Effect {
        self.vetting.asked += 1;
        self.vetting.is_stale = false;
        self.vetting.waiting = Some(Request {
            path: path.clone(),
            opens,
        });
        Effect::Vet {
            number: self.vetting.asked,
            path,
        }
    }

    /// The text that is shown was changed, or what it was compared with.
    pub fn text_changed(&mut self) {
        self.vetting.is_stale = true;
    }

    /// Asks for the text again, if it or what it was compared with has changed.
    pub fn vet_again(&mut self) -> Option<Effect> {
        if !std::mem::take(&mut self.vetting.is_stale) {
            return None;
        }
        if let Some(Request { path, opens }) = self.vetting.waiting.take() {
            return Some(self.ask_for_text(path, opens));
        }
        let is_listed = self.lists.iter().any(is_text);
        let (path, _) = self.vetting.shown.as_ref().filter(|_| is_listed)?;
        Some(self.ask_for_text(path.clone(), false))
    }

    /// The text that is being compared, for the header.
    pub(super) fn vetting_remark(&self) -> Option<String> {
        let request = self.vetting.waiting.as_ref()?;
        Some(format!("vetting {}", name(&request.path)))
    }

    /// Shows what came of the newest request.
    pub fn vetted(&mut self, vetted: Vetted) {
        let is_newest = vetted.number == self.vetting.asked;
        let Some(request) = self.vetting.waiting.take_if(|_| is_newest) else {
            return;
        };
        let Request { path, opens } = request;
        match vetted.outcome {
            Outcome::Failed(words) if opens => self.say(words),
            Outcome::Failed(words) => self.say(format!("{words}; shown as it was before")),
            Outcome::Compared(checked) => self.show_text(path, checked, opens),
        }
    }

    /// Shows a text; one that is read again keeps the selection.
    fn show_text(&mut self, path: String, checked: Checked, opens: bool) {
        let before = self.vetting.shown.replace((path, checked));
        if opens {
            return self.open_text();
        }
        let at = self.sentence_at();
        let after = self.vetting.shown.as_ref().map(|(_, after)| after);
        let moved = match (at, before, after) {
            (Some(at), Some((_, before)), Some(after)) => {
                Some(moved(&before.sentences, &after.sentences, at))
            }
            _ => None,
        };
        self.relist(ListId::Text);
        if let Some(at) = moved {
            self.select_kept(&Target::Sentence(at));
        }
        self.shown = None;
        self.follow();
    }

    fn open_text(&mut self) {
        if self.is_typing() {
            // Nothing is put in front of what somebody types.
            let name = self.text_name();
            self.say(format!("{name} was compared; V shows it"));
            return;
        }
        self.lists.retain(|front| !is_text(front));
        self.shown = None;
        // Lists do not search behind the screen.
        let _ = self.show(ListId::Text);
        self.follow();
    }

    /// The list of the sentences.
    pub(super) fn text_list(&self) -> List {
        let Some((path, checked)) = &self.vetting.shown else {
            return List::text("", &Checked::default());
        };
        List::text(&name(path), checked)
    }

    /// What the text is called.
    pub(super) fn text_name(&self) -> String {
        let shown = self.vetting.shown.as_ref();
        shown.map_or_else(String::new, |(path, _)| name(path))
    }

    /// Where in the text the sentence is that is selected, if the text is listed.
    fn sentence_at(&self) -> Option<usize> {
        let mut fronts = self.lists.iter().filter(|front| is_text(front));
        match fronts.next()? {
            Front::List(list) => match list.target()? {
                Target::Sentence(at) => Some(at),
                _ => None,
            },
            Front::GlobalSearch(_) => None,
        }
    }

    /// The sentence that is selected, if the text is listed.
    pub(super) fn sentence(&self) -> Option<&Judged> {
        let (_, checked) = self.vetting.shown.as_ref()?;
        checked.sentences.get(self.sentence_at()?)
    }

    /// Where the sentence that is selected is in its file, for a person.
    pub(super) fn sentence_place(&self, one: &Judged) -> String {
        let written = self.vetting.shown.as_ref().map(|(_, shown)| shown.written);
        match written {
            Some(Written::Lines) => format!("{}:{}", self.text_name(), one.line),
            _ => format!("{} ¶{}", self.text_name(), one.paragraph),
        }
    }

    /// Do the keys of the text hold?
    pub(super) fn is_vetting(&self) -> bool {
        let in_front = self.lists.last().is_some_and(is_text);
        in_front && !(self.inside && self.pane.depth() > 0)
    }

    /// To the next problem, or the one before.
    pub(super) fn turn_problem(&mut self, forward: bool) {
        let Some((_, checked)) = &self.vetting.shown else {
            return;
        };
        let is_problem = |target: &Target| match target {
            Target::Sentence(at) => checked.sentences.get(*at).is_some_and(Judged::is_problem),
            _ => false,
        };
        let Some(Front::List(list)) = self.lists.last_mut() else {
            return;
        };
        self.said = match (list.turn_to(forward, &is_problem), forward) {
            (Turn::On, _) => None,
            (Turn::Around, true) => Some("from the last problem to the first".to_owned()),
            (Turn::Around, false) => Some("from the first problem to the last".to_owned()),
            (Turn::Nowhere, _) => Some("no problem in the sentences listed".to_owned()),
        };
    }

    /// Asks for the words to be copied that are suggested for the selected sentence.
    pub(super) fn copy_correction(&mut self) -> Option<Effect> {
        let correction = self.sentence().and_then(Judged::correction);
        if let Some((_, words)) = correction {
            return Some(Effect::Copy(words.to_owned()));
        }
        self.say("no suggestion for this sentence; Y copies the sentence".to_owned());
        None
    }

    /// What can be copied of the selected sentence, with its name.
    pub(super) fn sentence_copies(&self) -> Option<Vec<(&'static str, String)>> {
        let one = self.sentence()?;
        let suggested = one.gravest().filter_map(|judgement| {
            let words = judgement.finding.suggestion.clone()?;
            Some(("suggestion", words))
        });
        let sentence = [("sentence", one.words.clone())];
        Some(suggested.chain(sentence).collect())
    }

    /// Asks for the editor at the selected sentence.
    pub(super) fn edit_text(&mut self) -> Option<Effect> {
        let (path, checked) = self.vetting.shown.as_ref()?;
        let line = match checked.written {
            Written::Lines => self.sentence().map(|one| one.line),
            Written::Page => None,
            Written::Word => {
                let words =
                    "a Word document is not edited here: it is compared again when it is saved";
                self.say(words.to_owned());
                return None;
            }
        };
        let path = path.clone();
        Some(Effect::EditText { path, line })
    }
}

fn is_text(front: &Front) -> bool {
    matches!(front, Front::List(list) if list.id == ListId::Text)
}

/// The last part of a path, safe to draw.
fn name(path: &str) -> String {
    let name = path.trim_end_matches('/').rsplit('/').next();
    clean_line(name.unwrap_or(path))
}

/// Where the sentence at a place of one text is in another version of it: between the sentences that did
/// not change, as far from their start.
fn moved(before: &[Judged], after: &[Judged], at: usize) -> usize {
    let same = |(a, b): &(&Judged, &Judged)| a.words == b.words;
    let start = before.iter().zip(after).take_while(same).count();
    let rest = before[start..]
        .iter()
        .rev()
        .zip(after[start..].iter().rev());
    let end = rest.take_while(same).count();
    if at < start {
        at
    } else if at + end >= before.len() {
        at + after.len() - before.len()
    } else {
        let last = after.len() - end;
        at.min(last.saturating_sub(1).max(start))
    }
}
