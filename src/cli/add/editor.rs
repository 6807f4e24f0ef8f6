//! The person's editor, on a file whose text is never lost.

use std::fs;
use std::io::{self, BufRead, IsTerminal};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use color_eyre::eyre::{Result, WrapErr};
use tempfile::Builder;

use crate::system::editor;
use crate::system::files;
use crate::system::path::shown;
use crate::system::stderr::eprint;

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

    /// Lets the person edit it, and returns the text.
    pub(super) fn edit(&self) -> Result<String> {
        editor::run(&self.path, None, &Arc::default())?;
        Ok(files::read(&self.path)?.unwrap_or_default())
    }

    /// Is it as it was, so that nothing is lost with it?
    pub(super) fn is_untouched(&self) -> bool {
        files::read(&self.path).is_ok_and(|text| text.as_ref() == Some(&self.first))
    }

    /// Takes it away.
    pub(super) fn discard(self) {
        let _ = fs::remove_file(self.path);
    }
}

/// Asks whether to edit again; nobody to ask is a no.
pub(super) fn again() -> bool {
    if !io::stdin().is_terminal() {
        return false;
    }
    eprint("Edit it again? [Y/n]");
    let mut answer = String::new();
    let read = io::stdin().lock().read_line(&mut answer);
    let answer = answer.trim().to_lowercase();
    read.is_ok_and(|bytes| bytes > 0) && !answer.starts_with('n')
}
