//! The person's editor: `$VISUAL`, `$EDITOR` or vi, on a file, at a line where it can be told one.

use std::env;
use std::ffi::{OsStr, OsString};
use std::io;
use std::path::Path;
use std::process::{Command, ExitStatus};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use signal_hook::consts::{SIGINT, SIGQUIT};

use crate::dossier::text::clean_line;

/// Editors that take `+LINE` before a file.
const PLUS: [&str; 18] = [
    "vi",
    "vim",
    "nvim",
    "view",
    "gvim",
    "ex",
    "nano",
    "pico",
    "emacs",
    "emacsclient",
    "kak",
    "micro",
    "joe",
    "jed",
    "mg",
    "ne",
    "mcedit",
    "gedit",
];

/// Editors that take `FILE:LINE`.
const COLON: [&str; 4] = ["hx", "helix", "subl", "zed"];

/// Editors that take `--goto FILE:LINE`.
const GOTO: [&str; 3] = ["code", "codium", "code-insiders"];

/// Why a file was not edited. Commands are as the environment has them; the messages show them clean.
#[derive(Debug, thiserror::Error)]
pub enum EditorError {
    /// It cannot be started.
    #[error("cannot run the editor `{}`", clean_line(.command))]
    NotRun {
        /// The command.
        command: String,
        /// What the system says.
        source: io::Error,
    },
    /// It says that it failed.
    #[error(
        "the editor `{}` ended with {status}; set VISUAL or EDITOR to another one",
        clean_line(.command)
    )]
    Failed {
        /// The command.
        command: String,
        /// How it ended.
        status: ExitStatus,
    },
}

/// Runs the editor on a file, and waits for it. `interrupted` is set at a ctrl-c meanwhile, which is
/// for the editor and not for this program.
///
/// # Errors
/// When it cannot be run, or says that it failed.
pub fn run(
    path: &Path,
    line: Option<usize>,
    interrupted: &Arc<AtomicBool>,
) -> Result<(), EditorError> {
    let set = |name: &str| env::var_os(name).filter(|value| !value.is_empty());
    let editor = set("VISUAL")
        .or_else(|| set("EDITOR"))
        .unwrap_or_else(|| "vi".into());
    let held: Vec<_> = [SIGINT, SIGQUIT]
        .into_iter()
        .filter_map(|signal| signal_hook::flag::register(signal, Arc::clone(interrupted)).ok())
        .collect();
    // By the shell, as git does it: an editor may have options, and the file's name is no part of
    // what the shell reads.
    let mut script = editor.clone();
    script.push(" \"$@\"");
    let status = Command::new("sh")
        .arg("-c")
        .arg(script)
        .arg("editor")
        .args(arguments(&editor, path, line))
        .status();
    for id in held {
        signal_hook::low_level::unregister(id);
    }
    let command = editor.to_string_lossy().into_owned();
    match status {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(EditorError::Failed { command, status }),
        Err(source) => Err(EditorError::NotRun { command, source }),
    }
}

/// The file, and the line as that editor takes it; one that is not known is told none.
fn arguments(editor: &OsStr, path: &Path, line: Option<usize>) -> Vec<OsString> {
    let words = editor.to_string_lossy().into_owned();
    let program = words.split_whitespace().next().unwrap_or_default();
    let name = program.rsplit('/').next().unwrap_or_default();
    let file = path.as_os_str().to_owned();
    let Some(line) = line else {
        return vec![file];
    };
    let mut with_line = file.clone();
    with_line.push(format!(":{line}"));
    if PLUS.contains(&name) {
        vec![format!("+{line}").into(), file]
    } else if COLON.contains(&name) {
        vec![with_line]
    } else if GOTO.contains(&name) {
        vec!["--goto".into(), with_line]
    } else {
        vec![file]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_editor_is_told_the_line_in_its_way() {
        for (editor, expected) in [
            ("vi", "+7 a b.json"),
            ("/usr/bin/nano -w", "+7 a b.json"),
            ("hx", "a b.json:7"),
            ("code --wait", "--goto a b.json:7"),
            ("my-editor", "a b.json"),
            ("", "a b.json"),
        ] {
            let told = arguments(OsStr::new(editor), Path::new("a b.json"), Some(7));
            assert_eq!(told.join(OsStr::new(" ")), expected, "{editor}");
        }
        assert_eq!(arguments(OsStr::new("vi"), Path::new("a"), None), ["a"]);
    }
}
