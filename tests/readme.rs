//! What the README and the guide say is so: commands print what is shown, and whatever is named
//! exists.

#[path = "common/pages.rs"]
mod pages;

#[path = "common/example.rs"]
mod example;
#[path = "readme/examples.rs"]
mod examples;
#[path = "readme/guide.rs"]
mod guide;
#[path = "readme/names.rs"]
mod names;
#[path = "readme/transcripts.rs"]
mod transcripts;
#[path = "readme/words.rs"]
mod words;

use std::path::Path;
use std::process::{Command, Stdio};

/// What a shell in `folder` prints, standard output and standard error together, as a person sees
/// it. `bilat` is the program under test.
fn shell(folder: &Path, script: &str) -> String {
    let program = Path::new(env!("CARGO_BIN_EXE_bilat"));
    let bin = program.parent().expect("a folder").display();
    let path = std::env::var("PATH").unwrap_or_default();
    let output = Command::new("sh")
        .args(["-c", &format!("exec 2>&1\n{script}")])
        .current_dir(folder)
        .env("PATH", format!("{bin}:{path}"))
        .env_remove("VISUAL")
        .env_remove("EDITOR")
        .stdin(Stdio::null())
        .output()
        .expect("there is a shell");
    String::from_utf8(output.stdout).expect("text")
}

/// What `bilat` prints for these arguments.
fn bilat(arguments: &str) -> String {
    shell(pages::root(), &format!("bilat {arguments}"))
}
