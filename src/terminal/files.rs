//! The files of the dossier while it is open: read again when they change, and edited.

use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64};
use std::sync::mpsc::Sender;
use std::time::Duration;

use chrono::NaiveDate;

use super::Message;
use super::background::{self, Source};
use super::watch::{Before, News};
use crate::dossier::Place;
use crate::load::{Origin, OriginError};
use crate::system::clock;
use crate::system::marks::Marks;
use crate::system::session::SessionFile;

/// Why the screen does not follow the files.
#[derive(Debug, thiserror::Error)]
pub(super) enum FollowError {
    /// They cannot be watched.
    #[error("cannot watch the files")]
    NotWatched(#[source] io::Error),
    /// The document is not there any more.
    #[error("cannot be read again")]
    Gone(#[source] OriginError),
    /// They cannot be read again.
    #[error("cannot be read again")]
    NotRead(#[source] io::Error),
}

/// Why a record cannot be edited where it stands.
#[derive(Clone, Copy, Debug, thiserror::Error)]
pub(super) enum NoFile {
    /// It is compiled in.
    #[error("the built-in dossier is no file: `bilat export folder -o DIR` makes a copy to edit")]
    BuiltIn,
    /// It is one document, perhaps piped in.
    #[error(
        "one document is not edited here: `bilat export folder FILE -o DIR` makes a folder of it"
    )]
    Document,
}

/// How often the clock is looked at: a machine that sleeps does not count the time.
const LOOK: Duration = Duration::from_mins(15);

/// Where the dossier comes from, and how far it is read.
pub(super) struct Files {
    source: Source,
    pub(super) today: NaiveDate,
    newest: Arc<AtomicU64>,
    send: Sender<Message>,
    /// Set at a ctrl-c that was typed for the editor.
    pub(super) interrupted: Arc<AtomicBool>,
    /// It is being read.
    reading: bool,
    /// It was changed while it was read.
    again: bool,
    /// What is to be watched as soon as it is read.
    unwatched: Option<Before>,
}

impl Files {
    /// Of a dossier that is being read for the first time.
    pub(super) fn new(
        source: Source,
        today: NaiveDate,
        newest: Arc<AtomicU64>,
        send: Sender<Message>,
        unwatched: Option<Before>,
    ) -> Self {
        Self {
            source,
            today,
            newest,
            send,
            interrupted: Arc::default(),
            reading: true,
            again: false,
            unwatched,
        }
    }

    /// Where the marks of the dossier are kept; none for one that has no name from one day to the next,
    /// and where no folder is named for it.
    pub(super) fn marks(&self) -> Option<Marks> {
        Marks::of(&self.source.origin.key().ok()?).ok()
    }

    /// Where the session of the dossier is kept; none where its marks have no place either.
    pub(super) fn session(&self) -> Option<SessionFile> {
        SessionFile::of(&self.source.origin.key().ok()?)
    }

    /// Where the dossier comes from.
    pub(super) fn origin(&self) -> &Origin {
        &self.source.origin
    }

    /// Are files read again when they change?
    pub(super) fn watches(&self) -> bool {
        self.source.watch
    }

    /// Is it the example that comes with the program?
    pub(super) fn is_example(&self) -> bool {
        self.source.is_example()
    }

    /// It was read. The first time, it is watched from now on.
    ///
    /// # Errors
    /// When it cannot be watched or read.
    pub(super) fn was_read(&mut self) -> Result<(), FollowError> {
        self.reading = false;
        if std::mem::take(&mut self.again) {
            self.read()?;
        }
        if let Some(before) = self.unwatched.take() {
            let send = self.send.clone();
            let watching = before.watch(move |news| {
                let message = match news {
                    News::Changed => Message::Changed,
                    News::Polled(words) => Message::Remark(words),
                };
                // Nobody listens any more when the program is leaving.
                send.send(message).is_ok()
            });
            watching.map_err(FollowError::NotWatched)?;
        }
        Ok(())
    }

    /// How long this day lasts; by a clock that is turned meanwhile it may be another one sooner.
    pub(super) fn until_midnight(&self) -> Duration {
        let now = clock::now();
        let midnight = self
            .today
            .succ_opt()
            .and_then(|day| day.and_hms_opt(0, 0, 0));
        let left = midnight
            .map(|midnight| midnight - now)
            .and_then(|left| left.to_std().ok());
        left.map_or(LOOK, |left| left.min(LOOK) + Duration::from_millis(1))
    }

    /// Reads it again, or as soon as the reading that goes on has ended.
    ///
    /// # Errors
    /// When it cannot be read.
    pub(super) fn read(&mut self) -> Result<(), FollowError> {
        if self.reading {
            self.again = true;
            return Ok(());
        }
        let source = self.source.again().map_err(FollowError::Gone)?;
        self.reading = true;
        let (newest, send) = (Arc::clone(&self.newest), self.send.clone());
        background::read(source, self.today, newest, send, None).map_err(FollowError::NotRead)
    }

    /// The file of a place, to be edited.
    ///
    /// # Errors
    /// When there is no such file.
    pub(super) fn path(&self, place: &Place) -> Result<PathBuf, NoFile> {
        match &self.source.origin {
            Origin::Folder(folder) => {
                // The name is one of the format's own; what is shown before it may not be the path.
                let name = place.file.rsplit('/').next().unwrap_or_default();
                Ok(folder.join(name))
            }
            Origin::BuiltIn => Err(NoFile::BuiltIn),
            Origin::Document(_) => Err(NoFile::Document),
        }
    }
}
