//! What the README shows of the command line is what the program prints.

use assert_cmd::Command;

#[test]
fn the_commands_print_what_the_readme_shows() {
    let readme = include_str!("../README.md");
    let mut tried = 0;
    for block in readme.split("```console\n").skip(1) {
        let block = block.split("```").next().expect("a block ends");
        for example in block.split("$ bilat").skip(1) {
            let (arguments, shown) = example.split_once('\n').expect("output follows");
            let arguments: Vec<_> = arguments
                .trim_end_matches(" | cat")
                .split_whitespace()
                .collect();
            let mut bilat = Command::cargo_bin("bilat").expect("the program is built");
            let output = bilat
                .current_dir(env!("CARGO_MANIFEST_DIR"))
                .args(&arguments)
                .output();
            let printed = output.expect("it runs").stdout;
            assert_eq!(
                shown.trim_end(),
                String::from_utf8_lossy(&printed).trim_end(),
                "bilat {arguments:?}"
            );
            tried += 1;
        }
    }
    assert!(tried >= 2, "the README shows the commands");
}
