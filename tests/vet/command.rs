//! The command: exit codes, lines for programs, JSON, pages, standard input.

use std::fs;
use std::io::{Cursor, Read as _, Write as _};
use std::process::{Command, Stdio};

use serde_json::Value;
use tempfile::TempDir;

/// What `bilat vet` prints of a text in a file of that name, and its exit code.
fn run(name: &str, text: &str, arguments: &[&str]) -> (i32, String) {
    run_bytes(name, text.as_bytes(), arguments)
}

fn run_bytes(name: &str, bytes: &[u8], arguments: &[&str]) -> (i32, String) {
    let folder = TempDir::new().expect("a folder");
    fs::write(folder.path().join(name), bytes).expect("written");
    let output = Command::new(env!("CARGO_BIN_EXE_bilat"))
        .arg("vet")
        .arg(name)
        .args(arguments)
        .current_dir(folder.path())
        .stdin(Stdio::null())
        .output()
        .expect("it runs");
    let code = output.status.code().expect("a code");
    (code, String::from_utf8(output.stdout).expect("text"))
}

#[test]
fn the_exit_code_says_whether_something_must_be_changed() {
    let right = "Laos joined the Regional Comprehensive Economic Partnership in January 2022.";
    let (code, said) = run("a.txt", right, &[]);
    assert_eq!((code, said.as_str()), (0, "2 supported\n"));
    let (code, said) = run("a.txt", &right.replace("2022", "2020"), &[]);
    assert_eq!(code, 1);
    assert!(
        said.starts_with("a.txt:1:64: error: contradicted (date): “January 2020”"),
        "{said}"
    );
    assert!(said.contains("[rcep-accession-2022"), "{said}");
    let unknown = "Mongolia bought 12 locomotives for US$40 million in 2021.";
    assert_eq!(run("a.txt", unknown, &[]).0, 0);
    assert_eq!(run("a.txt", unknown, &["--strict"]).0, 1);
    assert_eq!(run("a.docx", "PK\u{3}\u{4} no archive", &[]).0, 2);
    // A text that is only called a Word document is not read as one that has no faults.
    assert_eq!(run("a.DOCX", right, &[]), (2, String::new()));
    assert_eq!(run("a.txt", " \n", &[]).0, 2);
}

/// What only a later source tells is not in the dossier of an earlier day.
#[test]
fn a_text_is_compared_with_an_earlier_dossier() {
    let text = "Putin and Sisoulith met in Moscow.";
    let (code, now) = run("a.txt", text, &["--all"]);
    assert_eq!(code, 0);
    assert!(now.contains("[moscow-talks-2025"), "{now}");
    let (_, then) = run("a.txt", text, &["--all", "--as-of", "2023"]);
    assert!(!then.contains("moscow-talks-2025"), "{then}");
    assert_eq!(run("a.txt", text, &["--as-of", "soon"]).0, 2);
}

#[test]
fn contested_figures_need_their_clause() {
    let (code, said) = run("a.md", "Trade was about US$50 million in 2022.", &[]);
    assert_eq!(code, 1);
    assert!(
        said.contains("warning: contested (figure)") && said.contains("add: Contested"),
        "{said}"
    );
    let with = "Trade was about US$50 million in 2022, a figure that is contested.";
    assert_eq!(run("a.md", with, &[]).0, 0);
}

/// An editor marks every line that is called a warning.
#[test]
fn levels_are_those_of_compilers() {
    let text = "Laos joined RCEP in January 2022. Mongolia bought 12 locomotives for US$40 million in 2021. \
                Trade rose by 61 per cent in 2024. Trade was about US$50 million in 2022.";
    let (_, said) = run("a.txt", text, &["--all"]);
    for level in [
        "note: supported",
        "note: not in the dossier",
        "error: contradicted",
        "warning: contested (figure)",
    ] {
        assert!(said.contains(level), "{level}: {said}");
    }
    assert!(!said.contains("warning: supported"), "{said}");
    let (_, strict) = run("a.txt", text, &["--strict"]);
    assert!(strict.contains("warning: not in the dossier"), "{strict}");
}

#[test]
fn a_file_that_is_not_there_is_not_watched() {
    let folder = TempDir::new().expect("a folder");
    let mut child = Command::new(env!("CARGO_BIN_EXE_bilat"))
        .args(["vet", "--watch", "nothing.txt"])
        .current_dir(folder.path())
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("it runs");
    let mut waited = std::time::Duration::ZERO;
    let pause = std::time::Duration::from_millis(50);
    let code = loop {
        if let Some(status) = child.try_wait().expect("a child") {
            break status.code();
        }
        if waited > std::time::Duration::from_mins(1) {
            child.kill().expect("it ends");
        }
        std::thread::sleep(pause);
        waited += pause;
    };
    assert_eq!(code, Some(2));
}

#[test]
fn programs_and_browsers_read_it_too() {
    let text = "Trade fell by 66 per cent in 2024 <b>, it is disputed.";
    let (code, json) = run("a.txt", text, &["--json"]);
    assert_eq!(code, 1);
    let json: Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(json["counts"]["contradicted"], 1);
    assert_eq!(json["findings"][0]["record"], "trade-growth.2024");
    let (_, page) = run("a.txt", text, &["--html"]);
    assert!(
        page.contains("<small>[contradicted]</small>") && page.contains("&lt;b&gt;"),
        "{page}"
    );
}

#[test]
fn standard_input_is_read() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_bilat"))
        .args(["vet", "-"])
        .current_dir(TempDir::new().expect("a folder").path())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("it runs");
    let mut input = child.stdin.take().expect("a pipe");
    input
        .write_all(b"Laos joined the RCEP in January 2022.")
        .expect("written");
    drop(input);
    let output = child.wait_with_output().expect("it ends");
    assert_eq!(output.status.code(), Some(0));
}

/// What the program writes itself, it does not accuse.
#[test]
fn a_word_document_of_its_own_vets_clean_and_tells_what_drifted() {
    let export = |arguments: &[&str]| {
        let output = Command::new(env!("CARGO_BIN_EXE_bilat"))
            .args(["export", "docx"])
            .args(arguments)
            .output()
            .expect("it runs");
        assert!(output.status.success(), "{output:?}");
        output.stdout
    };
    let bytes = export(&["-o", "-"]);
    let (code, said) = run_bytes("brief.docx", &bytes, &[]);
    assert!(code == 0 && !said.contains("drifted"), "{said}");
    for (from, to, record) in [
        ("17,000", "71,000", "russian-tourists.2023"),
        (
            "about US$ 50 million",
            "about US$ 80 million",
            "trade-total.2022",
        ),
        // The date of a line, its lead, the status of an agreement, a period of the table.
        ("7 October 1960.", "7 February 1960.", "relations-1960"),
        (
            "September 2017.",
            "September 2014.",
            "nuclear-roadmap-signing-2017",
        ),
        (
            "In force since [2011]",
            "In force since [2012]",
            "strategic-partnership-2011",
        ),
        (
            "January 2025 – May 2025",
            "January 2025 – July 2025",
            "trade-growth.2025-01-05",
        ),
    ] {
        let edited = edited(&bytes, from, to);
        let (code, said) = run_bytes("edited.docx", &edited, &[]);
        assert_eq!(code, 1, "{from}: {said}");
        let line = said.lines().find(|line| line.contains("has drifted from"));
        assert!(
            line.is_some_and(|line| line.contains(record)),
            "{from}: {said}"
        );
    }
    let gone = edited(&bytes, "bilat_trade_total__2022", "bilat_trade_total__1922");
    let (code, said) = run_bytes("gone.docx", &gone, &[]);
    assert_eq!(code, 1, "{said}");
    assert!(
        said.contains("names a record that is not in the dossier"),
        "{said}"
    );
}

/// A Word document with other words in its body.
fn edited(bytes: &[u8], from: &str, to: &str) -> Vec<u8> {
    let mut old = zip::ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let mut new = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..old.len() {
        let mut part = old.by_index(at).expect("a part");
        let name = part.name().expect("a name").into_owned();
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).expect("unpacked");
        if name == "word/document.xml" {
            let text = String::from_utf8(bytes).expect("text");
            assert!(text.contains(from), "{from}");
            bytes = text.replace(from, to).into_bytes();
        }
        let options = zip::write::SimpleFileOptions::default();
        new.start_file(name, options).expect("a part");
        new.write_all(&bytes).expect("written");
    }
    new.finish().expect("an archive").into_inner()
}

/// What the program writes itself, it does not accuse.
#[test]
fn a_brief_of_its_own_vets_clean() {
    let styles = [
        None,
        Some("apa"),
        Some("chicago"),
        Some("oscola"),
        Some("mla"),
    ];
    for (format, name) in [("markdown", "brief.md"), ("html", "brief.html")] {
        for style in styles {
            let folder = TempDir::new().expect("a folder");
            let style = style.map(|style| ["--style", style]);
            let output = Command::new(env!("CARGO_BIN_EXE_bilat"))
                .args(["export", format])
                .args(style.into_iter().flatten())
                .current_dir(folder.path())
                .output()
                .expect("it runs");
            let text = String::from_utf8(output.stdout).expect("text");
            let (code, said) = run(name, &text, &[]);
            assert_eq!(code, 0, "{format} {style:?}: {said}");
            // A slip in it is found: the footnote names the record.
            let (code, said) = run(name, &text.replace("17,000", "71,000"), &[]);
            assert_eq!(code, 1, "{format} {style:?}: {said}");
            assert!(said.contains("russian-tourists.2023"), "{said}");
        }
    }
}

#[test]
fn a_wrong_verb_is_corrected_with_its_figure_and_working_states_nothing() {
    let (code, out) = run(
        "sign.txt",
        "Trade fell by 20 % from January to May 2025.",
        &[],
    );
    assert!(
        code == 1 && out.contains("hint: write: rose by 20 %"),
        "{out}"
    );
    let (code, out) = run(
        "working.txt",
        "It is computed: 8.3 / (1 + 99 %) = 4.2.",
        &[],
    );
    assert!(code == 0 && !out.contains("99 %"), "{out}");
}
