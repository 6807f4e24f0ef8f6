//! Files that are no files, no texts, or made to do harm: a message and the place, never a hang, an
//! escape sequence, or half a dossier.

use std::fs::File;
use std::os::unix::fs::symlink;
use std::process::Command;

use crate::dossier::{World, bilat, fixture, left_out};

const HEAD: &str = "Country Name,Country Code,Indicator Name,Indicator Code,2021,2022\n";

#[test]
fn what_is_no_file_is_refused_at_once() {
    let world = World::new();
    let before = world.bytes();
    let files = world.files();
    let at = |name: &str| format!("{files}/{name}");
    assert!(
        Command::new("mkfifo")
            .arg(at("fifo"))
            .status()
            .unwrap()
            .success()
    );
    symlink("loop", at("loop")).unwrap();
    symlink("nowhere", at("dangling")).unwrap();
    File::create(at("huge")).unwrap().set_len(1 << 30).unwrap();
    for (path, told) in [
        (at("fifo"), "it is not a regular file"),
        (at("loop"), "cannot read"),
        (at("dangling"), "cannot read"),
        (at("huge"), "exceeds the 64 MB"),
        (at("gone"), "No such file"),
        (files.clone(), "it is a folder"),
        ("/dev/zero".to_owned(), "it is not a regular file"),
    ] {
        for format in ["comtrade", "timelinejs", "bibtex"] {
            let (code, out, err) = world.import(&[format, &path]);
            assert_eq!(
                (code, out.as_str(), err.lines().count()),
                (2, "", 1),
                "{err}"
            );
            assert!(err.contains(told), "{path}: {err}");
        }
    }
    assert_eq!(world.bytes(), before);
}

#[test]
fn what_is_no_text_or_no_table_is_told_with_its_line() {
    let world = World::new();
    let before = world.bytes();
    let row = "Lao PDR,LAO,Rice,X,5,6\n";
    let table = |body: &str| format!("{HEAD}{body}").into_bytes();
    let wide: Vec<u8> = format!("{HEAD}{row}")
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    for (name, bytes, told) in [
        ("empty.csv", Vec::new(), "empty.csv is empty"),
        ("blank.csv", b"\n \n".to_vec(), "blank.csv is empty"),
        (
            "bytes.csv",
            [
                &table("Lao PDR,LAO,Caf\u{e9},X,1,2\nLao PDR,LAO,")[..],
                b"\xff,X,1,2\n",
            ]
            .concat(),
            "is not UTF-8: byte 0xFF at offset 102, line 3",
        ),
        ("wide.csv", wide, "contains a NUL byte on line 1"),
        (
            "nul.csv",
            table("Lao PDR,LAO,Rice,X,\0,6\n"),
            "contains a NUL byte on line 2",
        ),
        (
            "open.csv",
            table("Lao PDR,LAO,Rice,X,5,6\nLao PDR,LAO,\"Tea,X,1,2\nLao PDR,LAO,Salt,X,1,2\n"),
            "open.csv:3: a quotation mark is opened here and never closed",
        ),
        (
            "other.csv",
            b"a,b,c\n1,2,3\n".to_vec(),
            "no header of the World Bank",
        ),
        (
            "words.txt",
            b"Some words.\n".to_vec(),
            "no header of the World Bank",
        ),
    ] {
        let path = world.file(name, bytes);
        let (code, out, err) = world.import(&["worldbank", &path]);
        assert_eq!(
            (code, out.as_str(), err.lines().count()),
            (2, "", 1),
            "{name}: {err}"
        );
        assert!(err.contains(told), "{name}: {err}");
    }
    assert_eq!(world.bytes(), before);
}

#[test]
fn what_is_no_json_is_told_with_its_line() {
    let world = World::new();
    let before = world.bytes();
    let deep = format!(
        "{{\"events\": {}{}}}",
        "[".repeat(100_000),
        "]".repeat(100_000)
    );
    for (format, text, told) in [
        ("timelinejs", "{\"events\": [}", "x.json:1: expected value"),
        (
            "timelinejs",
            "{\"events\": [],\n\"events\": []}",
            "x.json:2: duplicate key `events`",
        ),
        (
            "timelinejs",
            "{\"events\": [\n{\"text\": {\"headline\": \"a\", \"headline\": \"b\"}}]}",
            "x.json:2: duplicate key `headline`",
        ),
        (
            "timelinejs",
            "{\"events\": []} more",
            "x.json:1: trailing characters",
        ),
        ("timelinejs", "{\"events\": [", "x.json:1: EOF"),
        ("timelinejs", "{\"a\": 1}", "no JSON of TimelineJS"),
        (
            "timelinejs",
            "{\"values\": [[]]}",
            "download the sheet as CSV",
        ),
        (
            "comtrade",
            "{\"data\": 5}",
            "there is no list called `data`",
        ),
        (
            "comtrade",
            "{\"data\": [], \"error\": \"too many\"}",
            "answered with an error: too many",
        ),
        (
            "comtrade",
            "[{\"primaryValue\": NaN}]",
            "x.json:1: expected value",
        ),
        ("csl-json", "\"text\"", "no CSL-JSON"),
        ("timelinejs", &deep, ""),
    ] {
        let path = world.file("x.json", text);
        let (code, _, err) = world.import(&[format, &path]);
        assert!(code > 0 && err.lines().count() <= 1, "{err}");
        assert!(err.contains(told), "{text}: {err}");
    }
    assert_eq!(world.bytes(), before);
}

#[test]
fn rows_that_cannot_be_read_are_left_out_with_their_line() {
    let world = World::new();
    let text = format!(
        "{HEAD}\
         Lao PDR,LAO,Rice,X.R,5,6\n\
         Lao PDR,LAO,Tea,X.T,NaN,inf\n\
         \n\
         Lao PDR,LAO,Salt,X.S,1\n\
         Lao PDR,LAO,Silk,X.K,1,2,3\n\
         Lao PDR,LAO,\"Gum\" benzoin,X.B,1,2\n\
         Lao PDR,LAO,Tin,X.N,1e999,\"1,234,5\"\n\
         Lao PDR,LAO,Gold,X.G,5,6,\n"
    );
    let path = world.file("rows.csv", text);
    let report = world.imported(&["worldbank", &path]);
    let fields = "wrong number of fields";
    assert_eq!(
        left_out(&report),
        [
            (3, "no figure in any of its columns".to_owned()),
            (5, fields.to_owned()),
            (6, fields.to_owned()),
            (7, "an undoubled quotation mark inside a field".to_owned()),
            (8, "no figure in any of its columns".to_owned()),
        ]
    );
    let skipped = report["files"][0]["skipped"].as_array().unwrap();
    let cells = skipped
        .iter()
        .filter(|skip| skip["columns"].as_array().unwrap().len() == 1);
    let cells: Vec<_> = cells
        .map(|skip| {
            (
                skip["line"].as_u64().unwrap(),
                skip["detail"].as_str().unwrap(),
            )
        })
        .collect();
    assert_eq!(
        cells,
        [(3, "NaN"), (3, "inf"), (8, "1e999"), (8, "1,234,5")]
    );
    assert_eq!(world.load().series.len(), 2);
}

#[test]
fn other_separators_decimal_signs_and_encodings_are_read_or_told() {
    let world = World::new();
    let text = "Country Name;Country Code;Indicator Name;Indicator Code;2021;2022\nLao PDR;LAO;Côte;X.C;8,35;1.234,5\n";
    let marked = [
        &[0xff, 0xfe][..],
        &text
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect::<Vec<_>>(),
    ]
    .concat();
    let path = world.file("utf16.csv", marked);
    let (code, out, _) = world.import(&["worldbank", &path]);
    assert!(
        code == 1 && out.contains("say --decimal if it is the decimal sign"),
        "{out}"
    );
    world.imported(&["worldbank", &path, "--decimal", "comma"]);
    let series = &world.load().series[0];
    assert_eq!(&*series.title, "Côte: Laos");
    let values: Vec<_> = series
        .observations
        .iter()
        .map(|o| o.value.unwrap().printed())
        .collect();
    assert_eq!(values, ["8.35", "1234.5"]);
    let (code, out, _) = bilat(&["verify", &world.dossier(), "--sources", &world.files()]);
    assert_eq!(code, 0, "{out}");
    let latin: Vec<u8> = text
        .chars()
        .map(|c| u8::try_from(u32::from(c)).unwrap())
        .collect();
    let path = world.file("latin.csv", latin);
    let guessed = world.imported(&["worldbank", &path, "--decimal", ","]);
    assert_eq!(guessed["files"][0]["encoding"], "windows-1252");
    assert!(
        guessed["files"][0]["assumptions"][0]
            .as_str()
            .unwrap()
            .contains("line 2 is not UTF-8"),
        "{guessed}"
    );
    let told = world.imported(&["worldbank", &path, "--decimal", ",", "--encoding", "latin1"]);
    assert_eq!(
        told["files"][0]["assumptions"].as_array().unwrap().len() + 1,
        guessed["files"][0]["assumptions"].as_array().unwrap().len()
    );
    for (words, message) in [
        (["--encoding", "latin-1000"], "no encoding is called"),
        (["--separator", "ab"], "one sign such as"),
        (["--decimal", "x"], "point or comma"),
        (["--accessed", "yesterday"], "is not an EDTF date"),
        (["--source", "No Such"], "is not an id"),
    ] {
        let (code, _, err) = world.import(&[&["worldbank", &path], &words[..]].concat());
        assert!(code == 2 && err.contains(message), "{err}");
    }
}

#[test]
fn nothing_in_a_file_reaches_the_terminal_or_a_path() {
    let world = World::new();
    let before = world.bytes();
    let text = r#"{"events": [{
        "text": {
            "headline": "../../etc/x \u001b]52;c;ZXZpbA==\u0007\u202e",
            "text": "=cmd|' /C calc'!A0"
        },
        "group": "../g"
    }]}"#;
    let path = world.file("\u{1b}[31mevil\u{202e}.json", text);
    let (code, out, err) = world.import(&["timelinejs", &path]);
    assert_eq!(code, 0, "{err}");
    for said in [&out, &err] {
        assert!(!said.contains(['\u{1b}', '\u{202e}', '\u{7}']), "{said:?}");
    }
    let names = |bytes: &std::collections::BTreeMap<String, Vec<u8>>| {
        bytes.keys().cloned().collect::<Vec<_>>()
    };
    assert_eq!(names(&world.bytes()), names(&before));
    let dossier = world.load();
    assert_eq!(
        dossier.events[0].summary.as_deref(),
        Some("=cmd|' /C calc'!A0")
    );
    assert!(
        dossier.events[0].title.starts_with("../../etc/x <U+"),
        "{}",
        dossier.events[0].title
    );
    let (_, out, err) = world.import(&["timelinejs", &path, "--json"]);
    assert!(
        !out.contains(['\u{1b}', '\u{202e}', '\u{7}']) && err.is_empty(),
        "{out:?}"
    );
    let header = world.file("head.csv", "Na\u{1b}[1mme,b\n1,2\n");
    let (code, out, err) = world.import(&["agreements", &header]);
    assert!(
        code == 2 && !out.contains('\u{1b}') && !err.contains('\u{1b}'),
        "{err:?}"
    );
}

#[test]
fn what_is_no_dossier_is_not_written_to() {
    let world = World::new();
    let file = fixture("comtrade/plus.csv");
    let files = world.files();
    for (into, told) in [
        (
            files.as_str(),
            "is not a dossier: there is no dossier.json in it",
        ),
        (file.as_str(), "is not a folder"),
        ("/nowhere/at/all", "cannot open"),
    ] {
        let (code, out, err) = bilat(&["import", "comtrade", &file, "--into", into]);
        assert_eq!((code, out.as_str()), (2, ""));
        assert!(err.contains(told), "{err}");
    }
    let (code, _, err) = bilat(&[
        "import",
        "comtrade",
        &file,
        &file,
        "--into",
        &world.dossier(),
    ]);
    assert!(code == 2 && err.contains("are the same file"), "{err}");
    let (code, _, err) = bilat(&["import", "comtrad", &file]);
    assert!(code == 2 && err.contains("comtrade"), "{err}");
}

#[test]
fn a_dossier_with_faults_gets_no_more_of_them() {
    let world = World::new();
    world.write("events.json", "[{\"id\": \"a\", \"titel\": 1}]");
    let report = world.imported(&["comtrade", &fixture("comtrade/plus.csv")]);
    assert_eq!(report["written"], true);
    // A file that cannot be read is not written over.
    world.write("series.json", "[{]");
    let before = world.bytes();
    let (code, _, err) = world.import(&["comtrade", &fixture("comtrade/legacy-35.csv")]);
    assert!(code == 2 && err.contains("series.json:1:3"), "{err}");
    assert_eq!(world.bytes(), before);
}
