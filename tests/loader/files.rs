//! Faults of whole files: what is not there, not a file, not text, not JSON.

use std::fs;
use std::os::unix::fs::symlink;
use std::process::Command;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use bilat::load::{Origin, Severity, load};
use bilat::system::error::in_full;

use super::folder::{ARRAY, Folder, event, events, with_evidence};

const REMOVE: &str = "\n  hint: put a JSON file in its place, or remove it";

#[test]
fn a_missing_dossier_json() {
    let folder = Folder::new::<&str>(&[]);
    fs::remove_file(folder.path().join("dossier.json")).unwrap();
    assert_eq!(
        folder.problems(),
        [
            "dossier.json:1:1: error: there is no dossier.json\n  hint: every dossier has one, with `format`, `title` and `sides`"
        ]
    );
    assert_eq!(folder.load().dossier.sources.len(), 1);
}

#[test]
fn a_missing_record_file_is_empty() {
    let folder = Folder::new::<&str>(&[]);
    assert_eq!(folder.problems(), [""; 0]);
    assert!(folder.load().dossier.events.is_empty());
}

#[test]
fn a_folder_that_is_not_there() {
    let folder = Folder::new::<&str>(&[]);
    let error = |name: &str| Origin::new(Some(&folder.path().join(name))).unwrap_err();
    assert!(in_full(&error("gone")).ends_with("gone: No such file or directory (os error 2)"));
    let head = Origin::new(Some(&folder.path().join("dossier.json"))).unwrap();
    assert!(matches!(head, Origin::Document(document) if !document.has_head()));
}

#[test]
fn a_byte_order_mark_and_crlf_are_accepted() {
    let text = format!(
        "\u{feff}[\r\n  {},\r\n  {}\r\n]\r\n",
        event("a"),
        event("b")
    );
    assert_eq!(events(text), (vec![], 2));
    // Neither counts as a column.
    let messages = |text: &str| events(text).0;
    assert_eq!(
        messages("\u{feff}[x]"),
        [format!(
            "events.json:1:2: error: expected value; no record was read{ARRAY}"
        )]
    );
    assert_eq!(
        messages("[\r\n  x]"),
        [format!(
            "events.json:2:3: error: expected value; no record was read{ARRAY}"
        )]
    );
}

#[test]
fn bytes_that_are_not_utf8() {
    let utf8 = "\n  hint: save it as UTF-8";
    let utf16 = "\n  hint: it looks like UTF-16; save it as UTF-8";
    let cases: [(&[u8], String); 6] = [
        (
            b"[\n\"\xc3\xa9\xff\"]",
            format!("2:3: error: is not UTF-8: byte 0xFF at offset 5{utf8}"),
        ),
        (
            b"\xef\xbb\xbf[\xe9]",
            format!("1:2: error: is not UTF-8: byte 0xE9 at offset 4{utf8}"),
        ),
        (
            b"[\"\xed\xa0\x80\"]",
            format!("1:3: error: is not UTF-8: byte 0xED at offset 2{utf8}"),
        ),
        (
            b"\xff\xfe[\0]\0",
            format!("1:1: error: is not UTF-8: byte 0xFF at offset 0{utf16}"),
        ),
        (
            b"\xfe\xff\0[\0]",
            format!("1:1: error: is not UTF-8: byte 0xFE at offset 0{utf16}"),
        ),
        (
            b"[\0]\0",
            format!("1:1: error: begins with a NUL byte{utf16}"),
        ),
    ];
    for (bytes, message) in cases {
        assert_eq!(events(bytes), (vec![format!("events.json:{message}")], 0));
    }
}

#[test]
fn what_is_not_a_regular_file() {
    let folder = Folder::new::<&str>(&[]);
    let at = |name: &str| folder.path().join(name);
    fs::create_dir(at("events.json")).unwrap();
    symlink(at("claims.json"), at("claims.json")).unwrap();
    symlink(at("gone"), at("people.json")).unwrap();
    symlink("/dev/zero", at("quotes.json")).unwrap();
    let made = Command::new("mkfifo")
        .arg(at("series.json"))
        .status()
        .unwrap();
    assert!(made.success());

    let (send, receive) = mpsc::channel();
    let path = folder.path().to_owned();
    thread::spawn(move || send.send(load(&Origin::Folder(path)).problems));
    let problems = receive
        .recv_timeout(Duration::from_secs(30))
        .expect("loading waits on something that is no file");
    let prefix = format!("{}/", folder.path().display());
    let messages: Vec<_> = problems
        .iter()
        .map(|p| p.to_string().replace(&prefix, ""))
        .collect();
    assert_eq!(
        messages,
        [
            "claims.json:1:1: error: cannot be opened: Too many levels of symbolic links (os error 40)".to_owned(),
            format!("events.json:1:1: error: is a folder{REMOVE}"),
            "people.json:1:1: error: cannot be opened: No such file or directory (os error 2)".to_owned(),
            format!("quotes.json:1:1: error: is not a regular file{REMOVE}"),
            format!("series.json:1:1: error: is not a regular file{REMOVE}"),
        ]
    );
}

#[test]
fn a_symlink_to_a_file_is_followed() {
    let folder = Folder::new(&[("kept", format!("[{}]", event("e")))]);
    symlink(
        folder.path().join("kept"),
        folder.path().join("events.json"),
    )
    .unwrap();
    assert_eq!(folder.problems(), [""; 0]);
    assert_eq!(folder.load().dossier.events.len(), 1);
}

#[test]
fn a_huge_file_is_refused_by_its_size() {
    let folder = Folder::new(&[("events.json", "[]")]);
    let file = fs::File::options()
        .write(true)
        .open(folder.path().join("events.json"))
        .unwrap();
    // A hole of eight terabytes: whoever began to read it would run out of memory or of patience.
    file.set_len(1 << 43).unwrap();
    assert_eq!(
        folder.problems(),
        [
            "events.json:1:1: error: is 8796093 MB, more than the 1000 MB that are read\n  hint: split the dossier"
        ]
    );
}

#[test]
fn both_spellings_at_once() {
    let folder = Folder::new(&[
        ("events.json", format!("[{}]", event("a"))),
        ("events.jsonl", event("b")),
    ]);
    assert_eq!(
        folder.problems(),
        [
            "events.jsonl:1:1: error: events.json and events.jsonl are both there\n  hint: keep one of them; events.json was read"
        ]
    );
    let dossier = folder.load().dossier;
    let events = &dossier.events;
    assert_eq!(
        events.iter().map(|e| e.id.as_str()).collect::<Vec<_>>(),
        ["a"]
    );
}

#[test]
fn a_file_whose_name_is_a_slip() {
    let folder = Folder::new(&[
        ("quote.json", "[]"),
        ("Event.jsonl", "x"),
        ("dosier.json", "x"),
        ("README.md", "x"),
        (".#quotes.json", "x"),
        ("zzz.json", "x"),
    ]);
    let unread = "warning: is not a file of a dossier and was not read\n  hint:";
    assert_eq!(
        folder.problems(),
        [
            format!("Event.jsonl:1:1: {unread} did you mean events.jsonl?"),
            format!("dosier.json:1:1: {unread} did you mean dossier.json?"),
            format!("quote.json:1:1: {unread} did you mean quotes.json?"),
            format!(
                "zzz.json:1:1: {unread} the files are dossier.json and sources.json, people.json, organisations.json, events.json, agreements.json, series.json, quotes.json, claims.json, disputes.json"
            ),
        ]
    );
    assert!(
        folder
            .load()
            .problems
            .iter()
            .all(|p| p.severity == Severity::Warning)
    );
}

#[test]
fn a_record_knows_its_line() {
    let series = with_evidence(
        "[\n{\"id\": \"s\", \"title\": \"T\", \"kind\": \"trade\", \"observations\": [\n\
         {\"id\": \"s.1\", \"period\": \"2022\", \"value\": 1, EVIDENCE},\n\
         {\"id\": \"s.2\", \"period\": \"2023\", \"value\": 2, EVIDENCE}]}]",
    );
    let folder = Folder::new(&[("series.json", series)]);
    assert_eq!(folder.problems(), [""; 0]);
    let dossier = folder.load().dossier;
    for (id, line) in [("s", 2), ("s.1", 3), ("s.2", 4), ("article", 1)] {
        let record = dossier.find(&bilat::dossier::Id::new(id).unwrap()).unwrap();
        assert_eq!(dossier.place(record).unwrap().line, line, "{id}");
    }
}
