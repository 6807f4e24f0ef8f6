//! The person's editor: `$VISUAL`, `$EDITOR` or vi, on a file, at a line where it can be told one.

use std::env;
use std::ffi::{OsStr, OsString};
use std::io;
use std::os::unix::ffi::OsStrExt;
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

/// Of those above the ones that may return at once, for they have windows of their own.
const WINDOWS: [&str; 4] = ["gvim", "emacs", "emacsclient", "gedit"];

/// Options by which an editor is told to wait until the file is closed.
const WAIT: [&str; 4] = ["--wait", "-w", "--nofork", "-f"];

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
    let editor = command();
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

/// What the person has set, if it is more than blanks.
fn command() -> OsString {
    let is_set = |value: &OsString| !value.as_bytes().trim_ascii().is_empty();
    let set = |name: &str| env::var_os(name).filter(is_set);
    set("VISUAL")
        .or_else(|| set("EDITOR"))
        .unwrap_or_else(|| "vi".into())
}

/// Is the person's editor known to return only when the file is closed? One with a window of its own
/// may hand the file over to another process and return at once.
pub fn is_known_to_wait() -> bool {
    waits(&command().to_string_lossy())
}

fn waits(editor: &str) -> bool {
    let has_wait_option = editor.split_whitespace().any(|word| WAIT.contains(&word));
    let name = name(editor);
    let in_terminal = PLUS.contains(&name) || ["hx", "helix"].contains(&name);
    has_wait_option || in_terminal && !WINDOWS.contains(&name)
}

/// The program of a command, without its folder.
fn name(editor: &str) -> &str {
    let program = editor.split_whitespace().next().unwrap_or_default();
    program.rsplit('/').next().unwrap_or_default()
}

/// The file, and the line as that editor takes it; one that is not known is told none.
fn arguments(editor: &OsStr, path: &Path, line: Option<usize>) -> Vec<OsString> {
    let words = editor.to_string_lossy().into_owned();
    let name = name(&words);
    let mut file = path.as_os_str().to_owned();
    // It would be taken for an option, or for a command of vi.
    if file.as_bytes().starts_with(b"-") || file.as_bytes().starts_with(b"+") {
        file = Path::new(".").join(path).into_os_string();
    }
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
            let given = arguments(OsStr::new(editor), Path::new("a b.json"), Some(7));
            assert_eq!(given.join(OsStr::new(" ")), expected, "{editor}");
        }
        assert_eq!(arguments(OsStr::new("vi"), Path::new("a"), None), ["a"]);
        for odd in ["-d/events.json", "+x/events.json"] {
            let file = arguments(OsStr::new("vi"), Path::new(odd), None);
            assert_eq!(file, [OsString::from(format!("./{odd}"))]);
            let given = arguments(OsStr::new("code -r"), Path::new(odd), Some(3));
            let place = format!("./{odd}:3");
            assert_eq!(given, ["--goto", place.as_str()]);
        }
    }

    #[test]
    fn editors_with_a_window_are_not_trusted_to_wait() {
        for (editor, expected) in [
            ("vi", true),
            ("/usr/bin/nano -w", true),
            ("hx", true),
            ("code", false),
            ("code --wait", true),
            ("subl -w", true),
            ("gvim", false),
            ("gvim --nofork", true),
            ("emacsclient -n", false),
            ("/home/me/my-editor", false),
            ("", false),
        ] {
            assert_eq!(waits(editor), expected, "{editor}");
        }
    }
}
