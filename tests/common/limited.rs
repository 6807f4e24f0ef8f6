//! A user for whom the limits of the system hold.

#![expect(unreachable_pub, reason = "a module of several test programs")]

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::process::{Command, Output, Stdio};

use portable_pty::CommandBuilder;
use rustix::process::getuid;
use tempfile::TempDir;

use crate::pty::{BILAT, command};

/// A script for `bash` in which `$0` is the program, run by a user whom the limits of the system hold for:
/// they hold for everybody but root.
pub struct Limited {
    script: String,
    /// A copy of the program that everybody may run.
    program: Option<TempDir>,
}

impl Limited {
    /// None where there is no such user to be had.
    pub fn new(script: &str) -> Option<Self> {
        let script = script.to_owned();
        if !getuid().is_root() {
            let program = None;
            return Some(Self { script, program });
        }
        let to_nobody = Command::new("setpriv").args(NOBODY).arg("true").status();
        if !to_nobody.is_ok_and(|status| status.success()) {
            return None;
        }
        let folder = tempfile::tempdir().expect("a folder");
        fs::set_permissions(folder.path(), Permissions::from_mode(0o755))
            .expect("open to everybody");
        fs::copy(BILAT, folder.path().join("bilat")).expect("a copy");
        let program = Some(folder);
        Some(Self { script, program })
    }

    pub fn command(&self) -> CommandBuilder {
        let Some(folder) = &self.program else {
            return command("/bin/bash", &["-c", &self.script, BILAT]);
        };
        let bilat = folder.path().join("bilat");
        let mut words = NOBODY.to_vec();
        words.extend([
            "/bin/bash",
            "-c",
            &self.script,
            bilat.to_str().expect("UTF-8"),
        ]);
        let mut command = command("setpriv", &words);
        command.cwd(folder.path());
        command
    }

    /// Runs it without a terminal.
    pub fn run(&self) -> Output {
        let command = self.command();
        let words = command.get_argv();
        let mut plain = Command::new(&words[0]);
        plain.args(&words[1..]).stdin(Stdio::null());
        if let Some(folder) = command.get_cwd() {
            plain.current_dir(folder);
        }
        plain.output().expect("it runs")
    }
}

/// A number that no person has.
const NOBODY: [&str; 3] = ["--reuid=64321", "--regid=64321", "--clear-groups"];
