//! What was searched for, kept from one day to the next: a line each in the file `history` of the
//! folder for the state of programs (`$XDG_STATE_HOME/bilat`, else `~/.local/state/bilat`).

use std::fs;
use std::path::PathBuf;

use color_eyre::eyre::{Result, WrapErr};

use crate::dossier::text::clean_line;
use crate::system::environment;
use crate::system::files;
use crate::system::path::shown;

/// More searches than this are not kept.
const MOST: usize = 500;

/// The file, if there is a place for it.
#[derive(Clone, Debug)]
pub(super) struct History {
    folder: Option<PathBuf>,
}

impl History {
    /// Where the environment says.
    pub(super) fn new() -> Self {
        let folder = |name: &str| environment::variable(name).map(PathBuf::from);
        let state = folder("XDG_STATE_HOME").filter(|path| path.is_absolute());
        let home = || folder("HOME").map(|home| home.join(".local/state"));
        Self {
            folder: state.or_else(home).map(|state| state.join("bilat")),
        }
    }

    /// The searches that were kept, the oldest first.
    ///
    /// # Errors
    /// When there is a file that cannot be read.
    pub(super) fn read(&self) -> Result<Vec<String>> {
        let file = self.folder.as_ref().map(|folder| folder.join("history"));
        let text = file.map_or(Ok(None), |file| files::read(&file))?;
        Ok(text.unwrap_or_default().lines().map(clean_line).collect())
    }

    /// Keeps one more search.
    ///
    /// # Errors
    /// When it cannot be written.
    pub(super) fn remember(&self, search: &str) -> Result<()> {
        let Some(folder) = &self.folder else {
            return Ok(());
        };
        fs::create_dir_all(folder).wrap_err_with(|| format!("cannot make {}", shown(folder)))?;
        // Another window may have kept one in the meantime.
        let _lock = files::Lock::new(folder)?;
        let mut searches = self.read()?;
        searches.retain(|one| one != search);
        searches.push(search.to_owned());
        let first = searches.len().saturating_sub(MOST);
        let lines = searches[first..].iter().map(|one| format!("{one}\n"));
        files::write(&folder.join("history"), &lines.collect::<String>())
    }
}
