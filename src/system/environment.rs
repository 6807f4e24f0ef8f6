//! The environment of the process.

use std::path::PathBuf;

/// The folder in which this program keeps its state (`$XDG_STATE_HOME/bilat`, else
/// `~/.local/state/bilat`); none where the environment names no folder.
pub(crate) fn state_folder() -> Option<PathBuf> {
    let folder = |name: &str| variable(name).map(PathBuf::from);
    let folder = |name: &str| folder(name).filter(|path| path.is_absolute());
    let home = || folder("HOME").map(|home| home.join(".local/state"));
    let state = folder("XDG_STATE_HOME").or_else(home);
    state.map(|state| state.join("bilat"))
}

/// The process's own environment; an empty variable counts as none.
pub(crate) fn variable(name: &str) -> Option<String> {
    let value = std::env::var_os(name)?.to_string_lossy().into_owned();
    (!value.is_empty()).then_some(value)
}

/// Does the terminal take UTF-8? The first of these that is set decides, as POSIX has it; none is the
/// C locale.
pub(crate) fn speaks_utf8(variable: &dyn Fn(&str) -> Option<String>) -> bool {
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"]
        .into_iter()
        .find_map(variable);
    locale.is_some_and(|locale| {
        let locale = locale.to_ascii_lowercase();
        locale.contains("utf-8") || locale.contains("utf8")
    })
}
