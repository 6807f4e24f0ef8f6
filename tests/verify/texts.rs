//! Which file is the text of a source, and what is said of one that is not.

use std::fs;

use bilat::dossier::Id;
use bilat::verify::{Texts, verify};

use crate::world::World;

/// Of the bytes `text`.
const SUM: &str = "982d9e3eb996f559e633f4d194def3761d909f5a3b647d1a851fead67c32c9d1";

const EVENT: &str = r#"[{"id": "e", "title": "T", "kind": "visit", "status": "occurred",
    "evidence": [{"source": "news", "paragraph": 1, "exact": "text"}]}]"#;

/// What is told of a folder of texts, where the source has the fields `source`.
fn read(source: &str, files: &[(&str, &[u8])]) -> (bool, Vec<String>) {
    let sources = format!(r#"[{{"id": "news", "type": "article", "title": "News"{source}}}]"#);
    let world = World::new(&[("sources.json", &sources), ("events.json", EVENT)]);
    let folder = tempfile::tempdir().expect("a folder");
    for (name, bytes) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        fs::write(path, bytes).expect("written");
    }
    let (texts, remarks) = Texts::read(&world.dossier(), &[folder.path()]);
    let shown = format!("{}/", folder.path().display());
    let remarks = remarks.iter().map(|remark| remark.replace(&shown, ""));
    let found = texts.has(&Id::new("news").expect("an id"));
    assert_eq!(verify(&world.dossier(), &texts).is_clean(), found);
    (found, remarks.collect())
}

/// Texts beside the dossier count too when a folder of others is named.
#[test]
fn a_named_folder_does_not_hide_the_texts_beside_the_records() {
    let source = r#"{"id": "news", "type": "article", "title": "News", "file": "news.txt"}"#;
    let other = r#"{"id": "old", "type": "article", "title": "Old", "file": "old.txt"}"#;
    let sources = format!("[{source}, {other}]");
    let world = World::new(&[("sources.json", &sources), ("events.json", EVENT)]);
    let named = tempfile::tempdir().expect("a folder");
    fs::write(named.path().join("old.txt"), "words").expect("written");
    fs::write(world.path().join("news.txt"), "text").expect("written");
    let (texts, remarks) = Texts::read(&world.dossier(), &[named.path(), world.path()]);
    let has = |id: &str| texts.has(&Id::new(id).expect("an id"));
    assert!(has("news") && has("old"), "{remarks:?}");
    assert_eq!(remarks, Vec::<String>::new());
}

#[test]
fn by_name_then_by_checksum() {
    let none: Vec<String> = Vec::new();
    let named = r#", "file": "a.txt""#;
    assert_eq!(read(named, &[("a.txt", b"text")]), (true, none.clone()));
    assert_eq!(
        read(named, &[("a.txt", "\u{feff}text".as_bytes())]),
        (true, none.clone())
    );
    let summed = format!(r#", "sha256": "{SUM}""#);
    assert_eq!(
        read(&summed, &[("b.txt", b"other"), ("c.txt", b"text")]),
        (true, none.clone())
    );
    let both = format!(r#", "file": "a.txt", "sha256": "{}""#, SUM.to_uppercase());
    assert_eq!(read(&both, &[("c.txt", b"text")]), (true, none.clone()));
    let deep = r#", "file": "texts/a.txt""#;
    assert_eq!(
        read(deep, &[("texts/a.txt", b"text")]),
        (true, none.clone())
    );
    assert_eq!(read(deep, &[("a.txt", b"text")]), (true, none.clone()));
    // A newer file has taken the name, and the one that was meant is there under another.
    assert_eq!(
        read(
            &both,
            &[("a.txt", b"newer"), ("old/a.txt", b""), ("c.txt", b"text")]
        ),
        (true, none.clone())
    );
    let outside = r#", "file": "../../a.txt""#;
    assert_eq!(read(outside, &[("a.txt", b"text")]), (true, none));
}

#[test]
fn what_is_odd_is_said() {
    let remarks = |source, files| read(source, files).1;
    let named = r#", "file": "a.txt""#;
    assert_eq!(remarks(named, &[]), ["news: no text of it"]);
    assert_eq!(remarks("", &[("a.txt", b"text")]), ["news: no text of it"]);
    assert_eq!(
        remarks(named, &[("a.txt", b"t\xc3\xa9\xffxt")]),
        ["news: a.txt is not UTF-8: byte 0xFF at offset 3, line 1"]
    );
    assert_eq!(
        read(named, &[("a.txt", b"Un text fran\xe7ais")]),
        (
            true,
            vec!["news: a.txt is not UTF-8: it was read as windows-1252".to_owned()]
        )
    );
    assert_eq!(remarks(named, &[("a.txt/b", b"")]), ["news: no text of it"]);
    let both = format!(r#"{named}, "sha256": "{SUM}""#);
    assert_eq!(
        read(&both, &[("a.txt", b"text!")]),
        (
            true,
            vec![
            "news: a.txt is not the very text that the dossier was made from: its SHA-256 differs"
                .to_owned()
        ]
        )
    );
}

#[test]
#[cfg(unix)]
fn a_file_that_would_wait_for_ever_is_not_opened() {
    let folder = tempfile::tempdir().expect("a folder");
    let fifo = folder.path().join("news.txt");
    let made = std::process::Command::new("mkfifo").arg(&fifo).status();
    assert!(made.expect("mkfifo runs").success());
    let world = World::new(&[("events.json", EVENT)]);
    let (texts, remarks) = Texts::read(&world.dossier(), &[folder.path()]);
    assert!(texts.is_empty());
    assert_eq!(remarks, ["news: no text of it"]);
}

#[test]
fn a_file_without_end_is_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = fs::File::create(folder.path().join("news.txt")).expect("made");
    file.set_len(64_000_001).expect("sparse");
    let world = World::new(&[("events.json", EVENT)]);
    let (texts, remarks) = Texts::read(&world.dossier(), &[folder.path()]);
    assert!(texts.is_empty());
    assert!(
        remarks[0].ends_with("cannot be read: it has more than 64 MB"),
        "{remarks:?}"
    );
}
