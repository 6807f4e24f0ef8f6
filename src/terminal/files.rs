//! The files of the dossier while it is open: read again when they change, and edited.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64};
use std::sync::mpsc::Sender;

use chrono::NaiveDate;
use notify::RecommendedWatcher;

use super::background::{self, Source};
use super::{Message, watch};
use crate::dossier::Place;
use crate::load::Origin;

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
    /// Watches as long as it is held.
    watcher: Option<RecommendedWatcher>,
}

impl Files {
    /// Of a dossier that is being read for the first time.
    pub(super) fn new(
        source: Source,
        today: NaiveDate,
        newest: Arc<AtomicU64>,
        send: Sender<Message>,
    ) -> Self {
        Self {
            source,
            today,
            newest,
            send,
            interrupted: Arc::default(),
            reading: true,
            again: false,
            watcher: None,
        }
    }

    /// It was read. The first time, it is watched from now on.
    ///
    /// # Errors
    /// What to tell the person where it cannot be watched or read.
    pub(super) fn was_read(&mut self) -> Result<(), String> {
        self.reading = false;
        if std::mem::take(&mut self.again) {
            self.read()?;
        }
        let folder = self.source.folder().filter(|_| self.source.watch);
        if let (Some(folder), None) = (folder, &self.watcher) {
            let watcher = watch::watch(folder, self.send.clone());
            let watcher = watcher.map_err(|error| format!("changes are not noticed: {error}"))?;
            self.watcher = Some(watcher);
        }
        Ok(())
    }

    /// Reads it again, or as soon as the reading that goes on has ended.
    ///
    /// # Errors
    /// What to tell the person where it cannot be read.
    pub(super) fn read(&mut self) -> Result<(), String> {
        if self.reading {
            self.again = true;
            return Ok(());
        }
        self.reading = true;
        let (newest, send) = (Arc::clone(&self.newest), self.send.clone());
        background::read(self.source.clone(), self.today, newest, send, None)
            .map_err(|error| format!("cannot be read again: {error}"))
    }

    /// The file of a place, to be edited.
    ///
    /// # Errors
    /// What to tell the person where there is no such file.
    pub(super) fn path(&self, place: &Place) -> Result<PathBuf, String> {
        match &self.source.origin {
            Origin::Folder(folder) => {
                // The name is one of the format's own; what is shown before it may not be the path.
                let name = place.file.rsplit('/').next().unwrap_or_default();
                Ok(folder.join(name))
            }
            Origin::BuiltIn => Err(
                "the built-in dossier is no file: `bilat export folder -o DIR` makes a copy to edit"
                    .to_owned(),
            ),
            Origin::Document(_) => Err(
                "one document is not edited here: `bilat export folder FILE -o DIR` makes a folder of it"
                    .to_owned(),
            ),
        }
    }
}
