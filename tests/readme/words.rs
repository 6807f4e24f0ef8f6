//! The pages are written in plain English.

use std::process::Command;

use bilat::dashboard::keymap::BINDINGS;

use super::pages;

/// Words that a technical writer would not use, in the sense in which they would be used here.
const NOT_PLAIN: [&str; 17] = [
    " is told",
    " are told",
    " was told",
    " stands",
    " stand ",
    " stood ",
    "rests on",
    "rest on",
    "parted by",
    " mend",
    "at hand",
    "held against",
    "so it is unless",
    "otherwise than",
    " of before",
    "taken for granted",
    "left out",
];

/// What the program prints (in blocks) and the help of keys (in their table) are not of these pages.
#[test]
fn the_pages_are_in_plain_english() {
    let mut texts: Vec<_> = pages::pages()
        .iter()
        .filter(|page| page.name != "assets/guide/keys.md")
        .map(|page| (page.name.clone(), page.prose()))
        .collect();
    for name in ["assets/new/README.md", ".ci/CHANGELOG.md"] {
        let text = std::fs::read_to_string(pages::root().join(name)).expect(name);
        texts.push((name.to_owned(), text));
    }
    for (name, text) in texts {
        let text = text.replace('\n', " ").to_lowercase();
        for words in NOT_PLAIN {
            assert!(!text.contains(words), "{name}: {words}");
        }
    }
}

/// The help of every command, and of every key.
#[test]
fn the_help_is_in_plain_english() {
    let mut texts: Vec<(String, String)> = BINDINGS
        .iter()
        .map(|row| (format!("{:?}", row.action), row.help.to_owned()))
        .collect();
    let help = |words: &[&str]| {
        let output = Command::new(env!("CARGO_BIN_EXE_bilat"))
            .args(words)
            .arg("--help")
            .env("COLUMNS", "100")
            .output()
            .expect("it runs");
        assert!(output.status.success(), "{words:?}: {output:?}");
        String::from_utf8(output.stdout).expect("text")
    };
    let main = help(&[]);
    let commands = main
        .lines()
        .skip_while(|line| *line != "Commands:")
        .skip(1)
        .take_while(|line| !line.is_empty());
    let names: Vec<&str> = commands
        .filter_map(|line| line.strip_prefix("  ")?.split(' ').next())
        .filter(|name| !name.is_empty() && *name != "help")
        .collect();
    assert!(names.len() > 20, "{names:?}");
    texts.extend(names.iter().map(|name| ((*name).to_owned(), help(&[name]))));
    for kind in ["event", "agreement", "quote", "figure", "source"] {
        texts.push((format!("add {kind}"), help(&["add", kind])));
    }
    texts.push(("bilat".to_owned(), main));
    for (name, text) in texts {
        let text = text
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
            .to_lowercase();
        for words in NOT_PLAIN {
            assert!(!text.contains(words), "{name}: {words}\n{text}");
        }
    }
}
