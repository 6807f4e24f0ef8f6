//! Examples of files: JSON that the loader takes.

use std::fs;

use bilat::load::{FILES, Origin, load};
use serde_json::Value;

use super::pages;

/// An example that is marked `json agreements` is a record of that file and takes the place of the
/// one with its id in a copy of the built-in dossier; one without a name is only JSON.
#[test]
fn every_record_that_is_shown_is_sound() {
    let mut tried = 0;
    for page in pages::pages() {
        for block in page.blocks() {
            let Some(kind) = block.language.strip_prefix("json") else {
                continue;
            };
            let example: Value = serde_json::from_str(block.body).expect(&page.name);
            if !kind.is_empty() {
                replaced(kind.trim(), &example);
                tried += 1;
            }
        }
    }
    assert!(tried > 0);
}

/// Settings that are shown are settings that hold.
#[test]
fn every_setting_that_is_shown_is_taken() {
    let home = tempfile::tempdir().expect("a folder");
    fs::create_dir(home.path().join("articles")).expect("a folder");
    let file = home.path().join("config.toml");
    let mut tried = 0;
    for page in pages::pages() {
        for block in page
            .blocks()
            .into_iter()
            .filter(|block| block.language == "toml")
        {
            let text = block.body.replace("~/", "");
            fs::write(&file, text).expect("written");
            let settings = bilat::system::settings::Settings::of(&file).expect(&page.name);
            assert!(!settings.keys.is_empty(), "{settings:?}");
            tried += 1;
        }
    }
    assert!(tried > 0);
}

fn replaced(kind: &str, example: &Value) {
    assert!(FILES.contains(&kind), "{kind} is a file of a dossier");
    let folder = tempfile::tempdir().expect("a folder");
    let data = pages::root().join("data/laos-russia");
    for entry in fs::read_dir(data).expect("the data") {
        let path = entry.expect("a file").path();
        let name = path.file_name().expect("a name");
        let mut text = fs::read_to_string(&path).expect("a text");
        if *name == *format!("{kind}.json") {
            let mut file: Value = serde_json::from_str(&text).expect("JSON");
            let list = match file.get_mut("records") {
                Some(records) => records,
                None => &mut file,
            };
            let records = list.as_array_mut().expect("records");
            let old = records.iter_mut().find(|old| old["id"] == example["id"]);
            *old.expect("the example is of the dossier") = example.clone();
            text = file.to_string();
        }
        fs::write(folder.path().join(name), text).expect("a copy");
    }
    let problems = load(&Origin::Folder(folder.path().to_owned())).problems;
    assert_eq!(problems, []);
}
