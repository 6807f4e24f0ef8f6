//! The pages are written in plain English.

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
