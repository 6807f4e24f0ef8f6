//! The environment of the process.

use std::path::PathBuf;

/// The folder in which this program keeps its state (`$XDG_STATE_HOME/bilat`, else
/// `~/.local/state/bilat`); none where the environment names no folder.
pub(crate) fn state_folder() -> Option<PathBuf> {
    own_folder("XDG_STATE_HOME", ".local/state")
}

/// The folder in which a person's settings are (`$XDG_CONFIG_HOME/bilat`, else `~/.config/bilat`); none
/// where the environment names no folder.
pub(crate) fn settings_folder() -> Option<PathBuf> {
    own_folder("XDG_CONFIG_HOME", ".config")
}

fn own_folder(name: &str, in_home: &str) -> Option<PathBuf> {
    let home = || home().map(|home| home.join(in_home));
    let base = absolute(name).or_else(home);
    base.map(|base| base.join("bilat"))
}

/// The person's own folder.
pub(crate) fn home() -> Option<PathBuf> {
    absolute("HOME")
}

fn absolute(name: &str) -> Option<PathBuf> {
    let path = variable(name).map(PathBuf::from);
    path.filter(|path| path.is_absolute())
}

/// The process's own environment; an empty variable counts as none.
pub(crate) fn variable(name: &str) -> Option<String> {
    let value = std::env::var_os(name)?.to_string_lossy().into_owned();
    (!value.is_empty()).then_some(value)
}

/// Is a locale set, and one without UTF-8? A frame is for a terminal even where it goes to a file.
pub(crate) fn refuses_utf8(variable: &dyn Fn(&str) -> Option<String>) -> bool {
    let mut names = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter();
    names.any(|name| variable(name).is_some()) && !speaks_utf8(variable)
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
