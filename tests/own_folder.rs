//! A dossier in the current folder is meant where none is named, by every command; the built-in
//! example elsewhere, and then that is said.

use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

const BILAT: &str = env!("CARGO_BIN_EXE_bilat");
const EXAMPLE: &str = "built-in example";

/// A dossier of Laos and Britain, with the text of its source.
fn dossier() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).expect(name);
    write(
        "dossier.json",
        r#"{"format": "bilat/1", "title": "Laos and Britain", "sides": [{"code": "LAO", "name": "Laos"}, {"code": "GBR", "name": "Britain"}]}"#,
    );
    write(
        "sources.json",
        r#"[{"id": "gazette", "type": "report", "title": "Gazette", "file": "gazette.txt"}]"#,
    );
    write("gazette.txt", "Words of the gazette.\n");
    let evidence = r#""evidence": [{"source": "gazette", "paragraph": 1, "exact": "gazette"}]"#;
    write(
        "events.json",
        &format!(
            r#"[{{"id": "e", "title": "Title of ours", "kind": "visit", "status": "occurred", "date": "1999", {evidence}}},
               {{"id": "old", "title": "Long ago of ours", "kind": "visit", "status": "occurred", "date": "-0043", {evidence}}}]"#
        ),
    );
    write(
        "agreements.json",
        &format!(
            r#"[{{"id": "a", "title": "Treaty of ours", "kind": "treaty", "status": "signed", "signed": "1999", {evidence}}}]"#
        ),
    );
    write(
        "series.json",
        &format!(
            r#"[{{"id": "s", "title": "Trade of ours", "kind": "trade", "unit": "USD", "observations": [{{"id": "s1", "period": "1999", "value": 7, {evidence}}}]}}]"#
        ),
    );
    write(
        "people.json",
        &format!(r#"[{{"id": "p", "name": "Person of ours", {evidence}}}]"#),
    );
    write(
        "organisations.json",
        &format!(r#"[{{"id": "o", "name": "Body of ours", "kind": "company", {evidence}}}]"#),
    );
    write(
        "quotes.json",
        &format!(
            r#"[{{"id": "q", "speaker": "p", "event": "e", "text": "Words of ours", {evidence}}}]"#
        ),
    );
    write(
        "claims.json",
        &format!(r#"[{{"id": "c", "statement": "Claim of ours", {evidence}}}]"#),
    );
    folder
}

fn run(folder: &Path, words: &[&str]) -> (String, String) {
    let Output { stdout, stderr, .. } = Command::new(BILAT)
        .current_dir(folder)
        .args(words)
        .stdin(Stdio::null())
        .output()
        .expect("it runs");
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    (text(stdout), text(stderr))
}

/// Every command that reads a dossier, what it takes, and what is in its answer.
const COMMANDS: [(&[&str], &str); 18] = [
    (&[], "Laos and Britain"),
    (&["timeline"], "Title of ours"),
    (&["agreements"], "Treaty of ours"),
    (&["trade"], "Trade of ours"),
    (&["quotes", "words"], "Words of ours"),
    (&["people"], "Person of ours"),
    (&["organisations"], "Body of ours"),
    (&["sources"], "Gazette"),
    (&["claims"], "Claim of ours"),
    (&["disputes"], ""),
    (&["contested"], ""),
    (&["show", "e"], "Title of ours"),
    (&["check"], "no problems: 2 events"),
    (&["verify"], ""),
    (&["cite", "e"], "Title of ours"),
    (&["export", "json"], "Title of ours"),
    (&["export", "timelinejs"], "Title of ours"),
    (&["screenshot"], "Britain"),
];

#[test]
fn within_a_dossier_every_command_means_it() {
    let folder = dossier();
    for (words, expected) in COMMANDS {
        let (out, err) = run(folder.path(), words);
        assert!(out.contains(expected), "{words:?}: {out}{err}");
        let both = out + &err;
        assert!(!both.contains(EXAMPLE), "{words:?}: {both}");
        assert!(!both.contains("Russia"), "{words:?}: {both}");
    }
}

/// As where it is named.
#[test]
fn the_answer_is_that_of_the_folder_named() {
    let folder = dossier();
    for (words, _) in COMMANDS {
        let mut named = words.to_vec();
        named.push(".");
        assert_eq!(
            run(folder.path(), words),
            run(folder.path(), &named),
            "{words:?}"
        );
    }
}

/// A head that is broken is no reason to tell of something else.
#[test]
fn a_broken_dossier_is_still_the_one_that_is_meant() {
    let folder = dossier();
    fs::write(folder.path().join("dossier.json"), "{").expect("written");
    for (words, _) in COMMANDS {
        let (out, err) = run(folder.path(), words);
        assert!(!(out + &err).contains("Russia"), "{words:?}");
    }
}

#[test]
fn elsewhere_the_example_is_said_to_be_one() {
    let folder = tempfile::tempdir().expect("a folder");
    for (words, _) in COMMANDS {
        let words: Vec<_> = words
            .iter()
            .map(|word| if *word == "e" { "trade-total" } else { word })
            .collect();
        let (out, err) = run(folder.path(), &words);
        if words == ["screenshot"] {
            assert!(
                out.lines().next().expect("a header").contains(EXAMPLE),
                "{out}"
            );
        } else {
            let first = err.lines().next().unwrap_or_default();
            assert!(first.contains(EXAMPLE), "{words:?}: {err}");
            assert!(!out.contains(EXAMPLE), "{words:?}: {out}");
        }
    }
    // One that is named is no example.
    let temporary = dossier();
    let own = temporary.path().to_str().expect("UTF-8");
    let (_, err) = run(folder.path(), &["timeline", own]);
    assert_eq!(err, "");
}

/// Years before our era begin with a hyphen, as options do.
#[test]
fn negative_years_are_values_of_options() {
    let folder = dossier();
    for (words, seen, unseen) in [
        (
            &["timeline", "--to", "-0001"][..],
            "Long ago",
            "Title of ours",
        ),
        (
            &["timeline", "--from", "-0044", "--to", "-0042"],
            "Long ago",
            "Title of ours",
        ),
        (
            &["timeline", "--from", "-0042"],
            "Title of ours",
            "Long ago",
        ),
    ] {
        let (out, err) = run(folder.path(), words);
        assert!(
            out.contains(seen) && !out.contains(unseen),
            "{words:?}: {out}{err}"
        );
    }
    let added = [
        "add",
        "event",
        "--title",
        "Ides",
        "--kind",
        "visit",
        "--status",
        "occurred",
        "--date",
        "-0044",
        "--source",
        "gazette",
        "--paragraph",
        "1",
        "--exact",
        "gazette",
    ];
    let (_, err) = run(folder.path(), &added);
    assert_eq!(err, "");
    let events = fs::read_to_string(folder.path().join("events.json")).expect("events");
    assert!(events.contains(r#""-0044""#), "{events}");
    for option in ["--as-of", "--known"] {
        let (_, err) = run(folder.path(), &["contested", option, "-0044"]);
        assert!(!err.contains("a value is required"), "{err}");
    }
}

/// Pipes that nobody writes to, wherever a configuration may be looked for: whoever opens one waits for
/// ever.
#[test]
fn no_configuration_is_read() {
    let home = tempfile::tempdir().expect("a folder");
    for folder in ["", ".config", ".config/bilat", "etc", "etc/bilat"] {
        fs::create_dir_all(home.path().join(folder)).expect("a folder");
        for name in [
            "config",
            "config.toml",
            "config.json",
            "bilat.toml",
            ".bilat.toml",
            ".bilatrc",
        ] {
            let path = home.path().join(folder).join(name);
            let made = Command::new("mkfifo").arg(&path).status();
            assert!(made.expect("mkfifo").success());
        }
    }
    let dossier = dossier();
    let run = |home: Option<&Path>| {
        let mut command = Command::new(BILAT);
        command
            .current_dir(dossier.path())
            .args(["check", "--no-pager"]);
        command.stdin(Stdio::null());
        if let Some(home) = home {
            for (name, folder) in [
                ("HOME", ""),
                ("XDG_CONFIG_HOME", ".config"),
                ("XDG_CONFIG_DIRS", "etc"),
                ("BILAT_CONFIG", "bilat.toml"),
            ] {
                command.env(name, home.join(folder));
            }
        }
        command.output().expect("it runs")
    };
    let (with, without) = (run(Some(home.path())), run(None));
    assert_eq!(with.status, without.status);
    assert_eq!((with.stdout, with.stderr), (without.stdout, without.stderr));
}
