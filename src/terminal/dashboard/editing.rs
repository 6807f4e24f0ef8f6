//! The terminal lent to the editor: on a record, a proposed record, a text.

use std::io;
use std::path::Path;

use super::Dashboard;
use crate::dossier::{Id, Place};
use crate::system::editor;
use crate::system::error::in_full;
use crate::terminal::{guard, text};

impl Dashboard {
    /// Lends the terminal to the editor on a proposed record, and keeps what comes of it.
    pub(super) fn edit_proposal(&mut self, id: Id, text: String) -> io::Result<()> {
        let sheet = match self.reviewer.sheet(&id, &text) {
            Ok(sheet) => sheet,
            Err(error) => {
                self.app.say(in_full(&error));
                return Ok(());
            }
        };
        self.lend_to_editor(&sheet, None)?;
        self.decide(self.reviewer.revise(id, sheet, text));
        Ok(())
    }

    /// Lends the terminal to the editor on a text, and compares it again afterwards.
    pub(super) fn edit_text(&mut self, path: &str, line: Option<usize>) -> io::Result<()> {
        self.lend_to_editor(&text::file(path), line)?;
        self.app.text_changed();
        Ok(())
    }

    /// Lends the terminal to the editor, and reads the files again afterwards.
    pub(super) fn edit(&mut self, place: &Place) -> io::Result<()> {
        let path = match self.files.path(place) {
            Ok(path) => path,
            Err(reason) => {
                self.app.say(reason.to_string());
                return Ok(());
            }
        };
        self.lend_to_editor(&path, Some(place.line))?;
        self.read_files();
        Ok(())
    }

    fn lend_to_editor(&mut self, path: &Path, line: Option<usize>) -> io::Result<()> {
        guard::lend();
        let edited = editor::run(path, line, &self.files.interrupted);
        guard::forget_typed();
        self.take_back()?;
        self.tell(edited);
        Ok(())
    }

    /// After a stop: the shell has changed the modes and the screen, so both are left (in case
    /// the stop came without warning) and entered anew.
    pub(super) fn take_back(&mut self) -> io::Result<()> {
        guard::leave();
        guard::enter(self.settings.mouse)?;
        self.screen.forget();
        Ok(())
    }
}
