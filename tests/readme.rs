//! What the README shows of the command line is what the program prints.

use std::path::Path;
use std::process::Command;

/// A command line as a person types it, pipes included.
fn shell(line: &str) -> String {
    let program = Path::new(env!("CARGO_BIN_EXE_bilat"));
    let folder = program.parent().expect("a folder").display();
    let path = std::env::var("PATH").unwrap_or_default();
    let output = Command::new("sh")
        .args(["-c", line])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .env("PATH", format!("{folder}:{path}"))
        .output()
        .expect("there is a shell");
    String::from_utf8(output.stdout).expect("text")
}

#[test]
fn the_commands_print_what_the_readme_shows() {
    let readme = include_str!("../README.md");
    let mut tried = 0;
    for block in readme.split("```console\n").skip(1) {
        let block = block.split("```").next().expect("a block ends");
        for example in block.split("$ bilat").skip(1) {
            let (arguments, shown) = example.split_once('\n').expect("output follows");
            let line = format!("bilat{arguments}");
            assert_eq!(shown.trim_end(), shell(&line).trim_end(), "{line}");
            tried += 1;
        }
    }
    assert!(tried >= 2, "the README shows the commands");
}
