//! The inbox on the disk: read with the dossier, decisions written off the input thread, each answered
//! whatever becomes of it.

use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;
use std::sync::{Arc, Mutex, PoisonError};

use tempfile::Builder;

use super::Message;
use super::undecided::{NoInbox, Undecided};
use crate::dashboard::app::{Answered, Waiting};
use crate::dossier::{Dossier, Id};
use crate::load::Origin;
use crate::propose::Inbox;
use crate::propose::Proposal;
use crate::propose::review::{Review, Undo, review, revise, take, undo};
use crate::system::error::in_full;
use crate::system::{editor, files};
use crate::verify::Texts;

/// More decisions than these are not taken back.
const MOST: usize = 200;
/// Characters of an id in the name of a file that is edited, so that a message has room for the name.
const LONGEST: usize = 30;
/// Nor are more bytes kept for it.
const MOST_BYTES: usize = 64_000_000;

/// Reads the inbox of a dossier, and the texts in its folder of the sources that have none yet: those
/// of drafted articles are there.
pub(super) fn read(origin: &Origin, dossier: &Dossier, texts: &mut Texts) -> Waiting {
    let folder = match folder(origin) {
        Ok(folder) => folder,
        Err(reason) => return Waiting::No(reason.to_string()),
    };
    let inbox = match Inbox::of(folder, dossier) {
        Ok(inbox) => inbox,
        Err(error) => return Waiting::No(format!("no inbox: {}", in_full(&error))),
    };
    let proposed = inbox.sources();
    let all = dossier.sources.iter().chain(&proposed);
    let is_there = |name: &str| folder.join(name).is_file();
    let here: Vec<_> = all
        .filter(|source| {
            let file = source.file.as_ref();
            !texts.has(&source.id) && file.is_some_and(|file| is_there(file.as_str()))
        })
        .collect();
    let (more, _) = Texts::of(here, folder);
    texts.extend(more);
    Waiting::Open(inbox)
}

fn folder(origin: &Origin) -> Result<&Path, NoInbox> {
    match origin {
        Origin::Folder(folder) => Ok(folder),
        Origin::BuiltIn => Err(NoInbox::BuiltIn),
        Origin::Document(_) => Err(NoInbox::Document),
    }
}

/// What was decided, to be taken back.
type Done = Arc<Mutex<Vec<Undo>>>;

/// Does what is asked of the inbox, outside the event loop.
pub(super) struct Reviewer {
    origin: Origin,
    send: Sender<Message>,
    done: Done,
    /// Files beside the dossier that may be open in an editor, each with the text that it began with.
    sheets: Mutex<Vec<(PathBuf, String)>>,
}

/// Whoever leaves has no use for files that nobody changed.
impl Drop for Reviewer {
    fn drop(&mut self) {
        let sheets = self
            .sheets
            .get_mut()
            .unwrap_or_else(PoisonError::into_inner);
        for (path, before) in sheets.drain(..) {
            if matches!(files::read(&path), Ok(Some(text)) if text == before) {
                files::release(&path);
            }
        }
    }
}

impl Reviewer {
    /// For the dossier of `origin`.
    pub(super) fn new(origin: &Origin, send: Sender<Message>) -> Self {
        Self {
            origin: origin.clone(),
            send,
            done: Done::default(),
            sheets: Mutex::default(),
        }
    }

    /// What writes decisions.
    pub(super) fn review(&self, ids: Vec<Id>, review: Review) -> impl FnOnce() + Send + 'static {
        let done = Arc::clone(&self.done);
        self.job(ids, move |folder| decide(folder, &review, &done))
    }

    /// What writes a record that was captured by hand.
    pub(super) fn capture(&self, proposal: Proposal) -> impl FnOnce() + Send + 'static {
        let done = Arc::clone(&self.done);
        self.job(Vec::new(), move |folder| captured(folder, proposal, &done))
    }

    /// What takes back the last decision.
    pub(super) fn undo(&self) -> impl FnOnce() + Send + 'static {
        let done = Arc::clone(&self.done);
        self.job(Vec::new(), move |folder| take_back(folder, &done))
    }

    /// What puts the text of a file in the place of a proposed record, `before`.
    pub(super) fn revise(
        &self,
        id: Id,
        sheet: PathBuf,
        before: String,
    ) -> impl FnOnce() + Send + 'static {
        let done = Arc::clone(&self.done);
        let ids = vec![id.clone()];
        self.job(ids, move |folder| {
            take_edited(folder, id, (&sheet, &before), &done)
        })
    }

    /// A record in a file beside the dossier, to be edited.
    ///
    /// # Errors
    /// When it cannot be written.
    pub(super) fn sheet(&self, id: &Id, text: &str) -> Result<PathBuf, Undecided> {
        let folder = folder(&self.origin)?;
        let prefix = format!(
            "edit-{}-",
            id.as_str().get(..LONGEST).unwrap_or(id.as_str())
        );
        let mut builder = Builder::new();
        let file = builder.prefix(&prefix).suffix(".jsonc").tempfile_in(folder);
        let kept = file.and_then(|file| file.keep().map_err(|error| error.error));
        let (_, path) = kept.map_err(Undecided::NoSheet)?;
        match files::write(&path, text) {
            Ok(()) => {
                let mut sheets = self.sheets.lock().unwrap_or_else(PoisonError::into_inner);
                sheets.push((path.clone(), text.to_owned()));
                Ok(path)
            }
            Err(error) => {
                files::release(&path);
                Err(error.into())
            }
        }
    }

    fn job(
        &self,
        ids: Vec<Id>,
        work: impl FnOnce(&Path) -> Result<Answered, Undecided> + Send + 'static,
    ) -> impl FnOnce() + Send + 'static {
        let origin = self.origin.clone();
        let mut answer = Answer::new(ids, self.send.clone());
        move || {
            let outcome = folder(&origin).map_err(Undecided::from).and_then(work);
            answer.give(outcome);
        }
    }
}

/// The answer to a decision. One that is never given is a failure: the proposals come back.
struct Answer {
    ids: Vec<Id>,
    send: Sender<Message>,
    given: bool,
}

impl Answer {
    fn new(ids: Vec<Id>, send: Sender<Message>) -> Self {
        let given = false;
        Self { ids, send, given }
    }

    fn give(&mut self, outcome: Result<Answered, Undecided>) {
        self.given = true;
        let ids = std::mem::take(&mut self.ids);
        let answered = outcome.unwrap_or_else(|error| Answered::Failed {
            ids,
            words: in_full(&error).replace('\n', "; "),
        });
        // Nobody listens any more when the program is leaving.
        let _ = self.send.send(Message::Reviewed(answered));
    }
}

impl Drop for Answer {
    fn drop(&mut self) {
        if !self.given {
            self.give(Err(Undecided::Lost));
        }
    }
}

fn decide(folder: &Path, decisions: &Review, done: &Done) -> Result<Answered, Undecided> {
    let (reviewed, back) = review(folder, decisions)?;
    keep(done, back);
    Ok(Answered::Decided {
        accepted: reviewed.accepted,
        rejected: reviewed.rejected,
    })
}

fn captured(folder: &Path, proposal: Proposal, done: &Done) -> Result<Answered, Undecided> {
    let kind = proposal.kind().ok_or(Undecided::Lost)?;
    let (reviewed, back) = take(folder, proposal)?;
    keep(done, back);
    // What it refers to comes before it.
    let mut records = reviewed
        .accepted
        .into_iter()
        .filter_map(|(_, record)| record);
    let record = records.next_back().ok_or(Undecided::Lost)?;
    Ok(Answered::Captured(kind, record))
}

fn take_back(folder: &Path, done: &Done) -> Result<Answered, Undecided> {
    let last = done
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .pop()
        .ok_or(Undecided::Nothing)?;
    let ids = last.ids().to_vec();
    undo(folder, &last).map_err(|error| {
        keep(done, last);
        Undecided::Undo(error)
    })?;
    Ok(Answered::TakenBack(ids))
}

fn take_edited(
    folder: &Path,
    id: Id,
    (sheet, before): (&Path, &str),
    done: &Done,
) -> Result<Answered, Undecided> {
    let path = sheet.to_owned();
    let Some(text) = files::read(sheet)? else {
        return Err(Undecided::Gone(path));
    };
    if text == before && !editor::is_known_to_wait() {
        return Err(Undecided::PerhapsOpen(path));
    }
    if text == before {
        files::release(sheet);
        return Err(Undecided::Unchanged);
    }
    let back = revise(folder, &id, &text).map_err(|source| Undecided::Edited { path, source })?;
    keep(done, back);
    files::release(sheet);
    Ok(Answered::Revised(id))
}

/// Keeps what it takes to go back, as far as there is room.
fn keep(done: &Done, last: Undo) {
    let mut done = done.lock().unwrap_or_else(PoisonError::into_inner);
    done.push(last);
    let bytes = |done: &[Undo]| done.iter().map(Undo::len).sum::<usize>();
    while done.len() > 1 && (done.len() > MOST || bytes(&done) > MOST_BYTES) {
        done.remove(0);
    }
}
