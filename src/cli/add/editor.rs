//! The person's editor, on a file whose text is never lost.

use std::fs;
use std::io::{self, BufRead, IsTerminal};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use color_eyre::eyre::{Result, WrapErr};
use tempfile::Builder;

use crate::system::files;
use crate::system::path::shown;
use crate::system::stderr::eprint;
use crate::system::{editor, keyboard};

/// An editor that returns sooner has hardly been read in, much less written in.
const MOMENT: Duration = Duration::from_secs(1);
/// How long it is looked whether somebody still writes, where an editor has returned so soon.
const LOOK: Duration = Duration::from_millis(300);

/// A text that is being edited, in the folder of the dossier: whatever happens, it stays there
/// until it is taken away.
pub(super) struct Sheet {
    path: PathBuf,
    first: String,
}

impl Sheet {
    /// Writes `text` to a new file.
    pub(super) fn new(folder: &Path, kind: &str, text: &str) -> Result<Self> {
        let cannot = || format!("cannot make a file to edit in {}", shown(folder));
        let prefix = format!("new-{kind}-");
        let mut builder = Builder::new();
        builder.prefix(&prefix).suffix(".jsonc");
        let (_, path) = builder
            .tempfile_in(folder)
            .wrap_err_with(cannot)?
            .keep()
            .wrap_err_with(cannot)?;
        let sheet = Self {
            // By the name that the person gave the folder.
            path: folder.join(path.file_name().unwrap_or_default()),
            first: text.to_owned(),
        };
        match files::write(&sheet.path, text) {
            Ok(()) => Ok(sheet),
            Err(error) => {
                sheet.discard();
                Err(error.into())
            }
        }
    }

    /// What the file is called.
    pub(super) fn shown(&self) -> String {
        shown(&self.path)
    }

    /// Lets the person edit it until they are done, as far as that can be known, and returns the text.
    pub(super) fn edit(&self) -> Result<Edited> {
        let before = self.text()?;
        let since = Instant::now();
        editor::run(&self.path, None, &Arc::default())?;
        keyboard::forget_typed();
        keyboard::let_ctrl_c_end();
        let is_soon = since.elapsed() < MOMENT;
        let mut text = self.text()?;
        let is_open = if text == before {
            is_soon || !editor::is_known_to_wait()
        } else {
            is_soon && self.is_still_written(&text)
        };
        if is_open {
            if !self.wait_for_the_person(text == before) {
                return Ok(Edited::PerhapsLater);
            }
            text = self.text()?;
        }
        Ok(match text {
            text if text != self.first => Edited::Text(text),
            // Whoever is done too early shall not lose what they write.
            _ if is_open => Edited::PerhapsLater,
            _ => Edited::Nothing,
        })
    }

    fn text(&self) -> Result<String> {
        Ok(files::read(&self.path)?.unwrap_or_default())
    }

    fn is_still_written(&self, text: &str) -> bool {
        thread::sleep(LOOK);
        self.text().is_ok_and(|now| now != text)
    }

    /// Asks them to say when they are done; false where there is nobody to ask.
    fn wait_for_the_person(&self, is_unchanged: bool) -> bool {
        if !io::stdin().is_terminal() {
            return false;
        }
        let how = if is_unchanged {
            "has returned and the file is unchanged"
        } else {
            "has returned and the file still changes"
        };
        eprint(&format!(
            "The editor {how}. If {} is still open, save it, then press Enter when you are done.\n\
             An editor with a window of its own waits by an option, such as VISUAL='code --wait'.",
            self.shown()
        ));
        answer().is_some()
    }

    /// Is it as it was, so that nothing is lost with it?
    pub(super) fn is_untouched(&self) -> bool {
        files::read(&self.path).is_ok_and(|text| text.as_ref() == Some(&self.first))
    }

    /// Takes it away, unless it holds more than the text that was `used`; whether it has gone.
    pub(super) fn retire(self, used: &str) -> bool {
        let is_used = files::read(&self.path).is_ok_and(|text| text.as_deref() == Some(used));
        if is_used {
            self.discard();
        }
        is_used
    }

    /// Takes it away.
    pub(super) fn discard(self) {
        let _ = fs::remove_file(self.path);
    }
}

/// What came of it.
pub(super) enum Edited {
    /// There is a text.
    Text(String),
    /// Nothing was changed.
    Nothing,
    /// Nothing was changed, and the editor may still have it open.
    PerhapsLater,
}

/// A line that is typed from now on; none at its end.
fn answer() -> Option<String> {
    let mut answer = String::new();
    let read = io::stdin().lock().read_line(&mut answer);
    read.is_ok_and(|bytes| bytes > 0).then_some(answer)
}

/// Asks whether to edit again; nobody to ask is a no.
pub(super) fn again() -> bool {
    if !io::stdin().is_terminal() {
        return false;
    }
    eprint("Edit it again? [Y/n]");
    answer().is_some_and(|answer| !answer.trim().to_lowercase().starts_with('n'))
}
