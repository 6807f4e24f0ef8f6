//! The inbox on the disk: read with the dossier, decisions written off the input thread, each answered
//! whatever becomes of it.

use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;
use std::sync::{Arc, Mutex, PoisonError};

use tempfile::Builder;

use super::Message;
use crate::dashboard::app::{Answered, Waiting};
use crate::dossier::{Dossier, Id};
use crate::load::Origin;
use crate::propose::Inbox;
use crate::propose::review::{Review, ReviewError, Undo, review, revise, undo};
use crate::system::error::in_full;
use crate::system::path::shown;
use crate::system::{editor, files};
use crate::verify::Texts;

/// More decisions than these are not taken back.
const MOST: usize = 200;
/// Nor are more bytes kept for it.
const MOST_BYTES: usize = 64_000_000;

/// Reads the inbox of a dossier, and the texts in its folder of the sources that have none yet: those
/// of drafted articles are there.
pub(super) fn read(origin: &Origin, dossier: &Dossier, texts: &mut Texts) -> Waiting {
    let folder = match folder(origin) {
        Ok(folder) => folder,
        Err(words) => return Waiting::No(words.to_owned()),
    };
    let inbox = match Inbox::of(folder, dossier) {
        Ok(inbox) => inbox,
        Err(error) => return Waiting::No(format!("no inbox: {}", in_full(&error))),
    };
    let proposed = inbox.sources();
    let all = dossier.sources.iter().chain(&proposed);
    let is_there = |name: &str| folder.join(name).is_file();
    let here = all.filter(|source| {
        let file = source.file.as_ref();
        !texts.has(&source.id) && file.is_some_and(|file| is_there(file.as_str()))
    });
    let here: Vec<_> = here.collect();
    let (more, _) = Texts::of(here, folder);
    texts.extend(more);
    Waiting::Open(inbox)
}

fn folder(origin: &Origin) -> Result<&Path, &'static str> {
    match origin {
        Origin::Folder(folder) => Ok(folder),
        Origin::BuiltIn => Err(
            "the built-in dossier has no inbox: `bilat export folder -o DIR` makes a copy, `bilat draft ARTICLE --into DIR` fills its inbox",
        ),
        Origin::Document(_) => {
            Err("one document has no inbox: `bilat export folder FILE -o DIR` makes a folder of it")
        }
    }
}

/// What was decided, to be taken back.
type Done = Arc<Mutex<Vec<Undo>>>;

/// Does what is asked of the inbox, outside the event loop.
pub(super) struct Reviewer {
    folder: Option<PathBuf>,
    send: Sender<Message>,
    done: Done,
}

impl Reviewer {
    /// For the dossier of `origin`.
    pub(super) fn new(origin: &Origin, send: Sender<Message>) -> Self {
        Self {
            folder: folder(origin).ok().map(Path::to_owned),
            send,
            done: Done::default(),
        }
    }

    /// What writes decisions.
    pub(super) fn review(&self, ids: Vec<Id>, review: Review) -> impl FnOnce() + Send + 'static {
        let done = Arc::clone(&self.done);
        self.job(ids, move |folder| decide(folder, &review, &done))
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
    pub(super) fn sheet(&self, id: &Id, text: &str) -> Result<PathBuf, String> {
        let folder = self.folder.as_ref().ok_or("there is no folder")?;
        let prefix = format!("edit-{id}-");
        let file = Builder::new()
            .prefix(&prefix)
            .suffix(".jsonc")
            .tempfile_in(folder);
        let kept = file.and_then(|file| file.keep().map_err(|error| error.error));
        let (_, path) = kept.map_err(|error| format!("cannot make a file to edit: {error}"))?;
        match files::write(&path, text) {
            Ok(()) => Ok(path),
            Err(error) => {
                files::release(&path);
                Err(in_full(&error))
            }
        }
    }

    fn job(
        &self,
        ids: Vec<Id>,
        work: impl FnOnce(&Path) -> Result<Answered, String> + Send + 'static,
    ) -> impl FnOnce() + Send + 'static {
        let folder = self.folder.clone();
        let mut answer = Answer::new(ids, self.send.clone());
        move || {
            let outcome = match &folder {
                Some(folder) => work(folder),
                None => Err("there is no folder to write to".to_owned()),
            };
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

    fn give(&mut self, outcome: Result<Answered, String>) {
        self.given = true;
        let ids = std::mem::take(&mut self.ids);
        let answered = outcome.unwrap_or_else(|words| Answered::Failed { ids, words });
        // Nobody listens any more when the program is leaving.
        let _ = self.send.send(Message::Reviewed(answered));
    }
}

impl Drop for Answer {
    fn drop(&mut self) {
        if !self.given {
            self.give(Err("the decision could not be written".to_owned()));
        }
    }
}

fn told(error: &ReviewError) -> String {
    in_full(error).replace('\n', "; ")
}

fn decide(folder: &Path, wanted: &Review, done: &Done) -> Result<Answered, String> {
    let (reviewed, back) = review(folder, wanted).map_err(|error| told(&error))?;
    keep(done, back);
    Ok(Answered::Decided {
        accepted: reviewed.accepted,
        rejected: reviewed.rejected,
    })
}

fn take_back(folder: &Path, done: &Done) -> Result<Answered, String> {
    let last = done.lock().unwrap_or_else(PoisonError::into_inner).pop();
    let last = last.ok_or("nothing was decided since bilat was started")?;
    match undo(folder, &last) {
        Ok(()) => Ok(Answered::TakenBack(last.ids().to_vec())),
        Err(error) => {
            let words = told(&error);
            keep(done, last);
            Err(format!("not taken back: {words}"))
        }
    }
}

fn take_edited(
    folder: &Path,
    id: Id,
    (sheet, before): (&Path, &str),
    done: &Done,
) -> Result<Answered, String> {
    let kept = |words: String| format!("{words}; the text is in {}", shown(sheet));
    let text = files::read(sheet).map_err(|error| in_full(&error))?;
    let text = text.ok_or_else(|| format!("{} is gone", shown(sheet)))?;
    if text == before {
        if !editor::is_known_to_wait() {
            return Err(kept(
                "the editor returned and nothing was changed".to_owned(),
            ));
        }
        files::release(sheet);
        return Err("nothing was changed".to_owned());
    }
    let back = revise(folder, &id, &text).map_err(|error| kept(told(&error)))?;
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
