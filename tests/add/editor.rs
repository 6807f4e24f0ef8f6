//! Records from the person's editor.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::process::{Command, Stdio};

use super::folder::{BILAT, Folder, RESTS};

/// Fills in what an event needs; `source` is what it rests on.
fn filling(source: &str) -> String {
    let set =
        |name: &str, value: &str| format!("s/\"{name}\": \\(\"\"\\|null\\)/\"{name}\": {value}/;");
    let all = [
        set("title", "\"Edited\""),
        set("kind", "\"visit\""),
        set("source", &format!("\"{source}\"")),
        set("paragraph", "4"),
        set("exact", "\"é\""),
    ];
    format!("sed -i '{}'", all.concat())
}

fn kept(folder: &Folder) -> Option<String> {
    folder
        .names()
        .into_iter()
        .find(|name| name.starts_with("new-"))
}

#[test]
fn a_template_that_is_filled_in_becomes_a_record() {
    let folder = Folder::new(&[]);
    let words = [
        "event",
        "--edit",
        "--date",
        "2022",
        "--topic",
        "trade",
        "--participant",
        "LAO=host",
    ];
    let (code, out, err) = folder.run(&words, &filling("gazette"), "");
    assert_eq!(
        (code, out.as_str(), err.as_str()),
        (0, "edited-2022 ./events.json:2\n", "")
    );
    assert_eq!(kept(&folder), None);
    let loaded = folder.load();
    assert_eq!(loaded.problems, []);
    let event = &loaded.dossier.events[0];
    assert_eq!(event.participants.len(), 1);
    assert_eq!(event.evidence[0].words(), "é");
    assert_eq!(folder.read("events.json").matches("\"\"").count(), 0);
}

#[test]
fn what_is_wrong_is_told_at_its_place_and_the_text_is_kept() {
    let folder = Folder::new(&[]);
    let (code, out, err) = folder.run(&["event", "--edit"], &filling("gazete"), "");
    assert_eq!((code, out.as_str()), (1, ""));
    let name = kept(&folder).unwrap();
    let text = folder.read(&name);
    let line = text
        .lines()
        .position(|line| line.contains("gazete"))
        .unwrap();
    let column = text.lines().nth(line).unwrap().find("\"gazete\"").unwrap();
    let place = format!("{}:{}", line + 1, column + 1);
    assert!(err.starts_with(&format!("./{name}:{place}: error: evidence: unknown source `gazete`\n  hint: did you mean `gazette`?\n")), "{err}");
    assert!(
        err.contains(&format!(
            "your text is kept in ./{name}; `bilat add event --from ./{name}`"
        )),
        "{err}"
    );
    assert!(!folder.names().contains(&"events.json".to_owned()));
    // Mended, it is taken up again.
    folder.write(&name, &text.replace("gazete", "gazette"));
    let (code, out, err) = folder.add(&["event", "--from", &name]);
    assert_eq!(
        (code, out.as_str(), err.as_str()),
        (0, "edited ./events.json:2\n", "")
    );
    // The person's file is theirs to remove.
    assert_eq!(kept(&folder), Some(name));
}

#[test]
fn syntax_errors_are_told_in_the_lines_that_the_person_sees() {
    let folder = Folder::new(&[]);
    let editor = "sed -i 's/\"kind\": \"\",/\"kind\": \"visit\"/'";
    let (code, _, err) = folder.run(&["event", "--edit"], editor, "");
    assert_eq!(code, 1);
    let name = kept(&folder).unwrap();
    let text = folder.read(&name);
    let line = text
        .lines()
        .position(|line| line.contains("\"status\""))
        .unwrap();
    assert!(
        err.starts_with(&format!(
            "./{name}:{}:3: error: expected `,` or `}}`\n",
            line + 1
        )),
        "{err}"
    );
}

#[test]
fn an_untouched_template_adds_nothing_and_leaves_nothing() {
    let folder = Folder::new(&[]);
    // One of its name is known to wait, and has not returned at once.
    let vi = folder.path().join("vi");
    folder.write("vi", "#!/bin/sh\nsleep 1.2\n");
    fs::set_permissions(&vi, Permissions::from_mode(0o755)).unwrap();
    let before = folder.names();
    let (code, out, err) = folder.run(&["event", "--edit"], vi.to_str().unwrap(), "");
    assert_eq!((code, out.as_str()), (1, ""));
    assert!(err.contains("nothing was changed"), "{err}");
    assert_eq!(folder.names(), before);
    for (editor, message) in [
        ("false", "the editor `false` ended with exit status: 1"),
        (
            "/no/such/editor",
            "the editor `/no/such/editor` ended with exit status: 127",
        ),
        ("kill -9 $$; true", "ended with signal: 9"),
    ] {
        let (code, _, err) = folder.run(&["event", "--edit"], editor, "");
        assert_eq!(code, 2);
        assert!(err.contains(message), "{err}");
        assert_eq!(folder.names(), before);
    }
}

/// It may be open in a window of its own, and there is nobody to ask.
#[test]
fn a_template_that_may_still_be_open_is_kept() {
    for editor in ["true", "sleep 1.2; true"] {
        let folder = Folder::new(&[]);
        let (code, out, err) = folder.run(&["event", "--edit"], editor, "");
        assert_eq!((code, out.as_str()), (1, ""));
        let name = kept(&folder).unwrap();
        assert!(err.contains(&format!("kept in ./{name}")), "{err}");
    }
}

#[test]
fn an_editor_of_blanks_is_none() {
    let folder = Folder::new(&[]);
    for blank in ["", "  ", "\t "] {
        let output = Command::new(BILAT)
            .current_dir(folder.path())
            .args(["add", "event", "--edit"])
            .env("VISUAL", blank)
            .env("EDITOR", "/no/such/editor")
            .stdin(Stdio::null())
            .output()
            .unwrap();
        let err = String::from_utf8(output.stderr).unwrap();
        assert!(err.contains("`/no/such/editor`"), "{err}");
    }
}

#[test]
fn an_editor_that_fails_after_something_was_written_loses_nothing() {
    let folder = Folder::new(&[]);
    let editor = "sh -c 'echo mine > \"$1\"; exit 3' --";
    let (code, _, err) = folder.run(&["event", "--edit"], editor, "");
    assert_eq!(code, 2);
    assert!(
        err.contains("exit status: 3") && err.contains("your text is kept"),
        "{err}"
    );
    assert_eq!(folder.read(&kept(&folder).unwrap()), "mine\n");
}

#[test]
fn an_editor_may_have_options_and_the_folder_any_name() {
    let folder = Folder::new(&[]);
    let odd = folder.path().join("a b'$(touch owned)");
    fs::create_dir(&odd).unwrap();
    for name in ["dossier.json", "sources.json"] {
        fs::copy(folder.path().join(name), odd.join(name)).unwrap();
    }
    let words = ["event", "--edit", "--dossier", odd.to_str().unwrap()];
    let (code, out, err) = folder.run(&words, &filling("gazette"), "");
    assert_eq!((code, err.as_str()), (0, ""), "{out}");
    assert!(!folder.names().contains(&"owned".to_owned()));
}

#[test]
fn a_record_from_a_file_or_standard_input() {
    let folder = Folder::new(&[]);
    let sound = r#"{"title": "T", "kind": "visit", "status": "occurred", "evidence": [{"source": "gazette", "paragraph": 1, "exact": "x"}]}"#;
    let (code, out, _) = folder.run(&["event", "--from", "-"], "true", sound);
    assert_eq!((code, out.as_str()), (0, "t ./events.json:2\n"));
    for (text, message) in [
        ("", "standard input:1:1: error: is empty"),
        ("// a\n", "standard input:"),
        ("[1]", "expected an object, not an array"),
        (
            "\0",
            "error: a control character (U+0000) is not white space in JSON",
        ),
        (
            "{\"title\": 5}",
            "standard input:1:11: error: title: expected a string, not integer `5`",
        ),
        (
            "{\"titel\": \"T\"}",
            "standard input:1:2: error: unknown field `titel`\n  hint: did you mean `title`?",
        ),
        (
            "{\"id\": \"T\"}",
            "standard input:1:8: error: id: `T` is not an id",
        ),
        (
            &sound
                .replace("visit", "visit\\u001b[31m")
                .replace("occurred", "no"),
            "status: unknown word `no`",
        ),
    ] {
        let (code, out, err) = folder.run(&["event", "--from", "-"], "true", text);
        assert_eq!((code, out.as_str()), (1, ""), "{text:?}: {err}");
        assert!(
            err.contains(message) && err.ends_with("nothing was written\n"),
            "{text:?}: {err}"
        );
    }
    let deep = "{\"note\": ".to_owned() + &"[".repeat(100_000);
    assert_eq!(folder.run(&["event", "--from", "-"], "true", &deep).0, 1);
    for name in ["gone", ".", "/dev/zero"] {
        let (code, _, err) = folder.add(&["event", "--from", name]);
        assert_eq!(code, 2, "{err}");
    }
    let both = [&["event", "--edit", "--from", "x"][..], &RESTS].concat();
    assert_eq!(folder.add(&both).0, 2);
}
