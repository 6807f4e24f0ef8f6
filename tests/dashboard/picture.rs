//! What the README and the guide show of the dashboard is the real screen: pictures, and what keys
//! lead to.

use std::path::PathBuf;
use std::process::Command;

use crate::pages;
use crate::screen::Session;

/// Each picture is what its command prints.
#[test]
fn the_pictures_are_the_real_screen() {
    let mut made = Vec::new();
    let mut shown = Vec::new();
    for page in pages::pages() {
        for block in page.blocks() {
            let lines = block.body.lines();
            made.extend(
                lines.filter_map(|line| line.strip_prefix("bilat screenshot").map(picture)),
            );
        }
        let links = page
            .links()
            .into_iter()
            .map(|(_, path)| path)
            .filter(|path| path.extension().is_some_and(|end| end == "svg"));
        shown.extend(links.map(|path| path.canonicalize().expect("a picture")));
    }
    made.sort();
    shown.sort();
    assert!(made.len() >= 3);
    assert_eq!(made, shown, "every picture has its command");
}

/// Compares a picture with what is printed by `bilat screenshot` with these arguments.
fn picture(arguments: &str) -> PathBuf {
    let (arguments, file) = arguments.split_once(" > ").expect("it goes to a file");
    let program = env!("CARGO_BIN_EXE_bilat");
    let output = Command::new("sh")
        .args(["-c", &format!("\"$0\" screenshot {arguments}"), program])
        .current_dir(pages::root())
        .output()
        .expect("there is a shell");
    let path = pages::root().join(file);
    if pages::writes() {
        std::fs::write(&path, &output.stdout).expect("the picture is written");
    }
    let kept = std::fs::read(&path).unwrap_or_default();
    assert!(
        output.stdout == kept,
        "{file} is not the screen of today: BILAT_WRITE_GUIDE=1 writes it"
    );
    path.canonicalize().expect("a picture")
}

/// The things to try in the README: "Press `4`, `/`, `energy`, `Enter`." leads to a screen
/// that shows all that the paragraph has in quotation marks.
#[test]
fn the_things_to_try_lead_where_the_readme_says() {
    let page = pages::page("README.md");
    let (_, section) = page
        .text
        .split_once("\n## Three things")
        .expect("a section");
    let (section, _) = section.split_once("\n## ").expect("another section");
    let mut tried = 0;
    for item in section.split(" Press ").skip(1) {
        let item = item.replace("\n   ", " ");
        let (press, rest) = item.split_once(". ").expect("more than keys");
        let keys: String = press.split('`').skip(1).step_by(2).map(notation).collect();
        let screen = Session::new(120, 40).press(&keys).text();
        let words: Vec<_> = rest.split('“').skip(1).collect();
        assert!(!words.is_empty(), "{item}");
        for words in words {
            let words = words.split('”').next().unwrap_or(words);
            assert!(screen.contains(words), "{keys}: no {words} in\n{screen}");
        }
        tried += 1;
    }
    assert_eq!(tried, 3);
}

/// A key or a text to type, as `--keys` takes it.
fn notation(key: &str) -> String {
    match key {
        "Enter" => "<enter>".to_owned(),
        text => text.replace('<', "<lt>"),
    }
}
