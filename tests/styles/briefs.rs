//! The brief after a style manual, in its three formats.

use std::fs;
use std::path::Path;

use assert_cmd::Command;

use super::MANUALS;

fn bilat(args: &[&str]) -> Command {
    let mut command = Command::cargo_bin("bilat").expect("the program");
    command.args(args).env("NO_COLOR", "1").current_dir("/");
    command
}

fn exported(format: &str, style: &str) -> String {
    let run = bilat(&["export", format, "--style", style])
        .assert()
        .success();
    String::from_utf8(run.get_output().stdout.clone()).expect("UTF-8")
}

#[test]
fn markdown_ends_in_the_works_and_notes_of_the_manual() {
    let mut all = Vec::new();
    for (name, _) in MANUALS {
        let text = exported("markdown", name);
        let ran = bilat(&["export", "markdown"]).assert().success();
        let plain = String::from_utf8(ran.get_output().stdout.clone()).expect("UTF-8");
        let (body, end) = split(&text);
        let (plain_body, plain_end) = split(&plain);
        assert_eq!(body, plain_body, "only the end differs");
        assert_eq!(notes(end).len(), notes(plain_end).len());
        for note in notes(end) {
            let is_placed = note.contains("par") || note.contains(": ibid");
            assert!(note.ends_with(['.', '”']) && is_placed, "{note}");
        }
        let first: Vec<_> = end.lines().take(9).collect();
        all.push(format!("== {name}\n{}\n\n", first.join("\n")));
    }
    insta::assert_snapshot!("brief", all.concat());
}

/// What comes before the list of sources, and the rest.
fn split(text: &str) -> (&str, &str) {
    let heads = [
        "\n## Sources",
        "\n## References",
        "\n## Bibliography",
        "\n## Works Cited",
    ];
    let at = heads.iter().find_map(|head| text.find(head));
    text.split_at(at.expect("a list of sources"))
}

fn notes(end: &str) -> Vec<&str> {
    end.lines().filter(|line| line.starts_with("[^")).collect()
}

#[test]
fn html_has_the_works_in_italics_and_links_to_them() {
    for (name, heading) in [
        ("apa", "References"),
        ("chicago", "Bibliography"),
        ("oscola", "Bibliography"),
        ("mla", "Works Cited"),
    ] {
        let page = exported("html", name);
        assert!(
            page.contains(&format!("<h2 id=\"sources\">{heading}</h2>")),
            "{name}"
        );
        assert!(page.contains("<li id=\"source-B\">"), "{name}");
        assert!(page.contains("<a href=\"#source-B\">"), "{name}");
        assert!(page.contains("<em>ASEAN Briefing</em>"), "{name}");
    }
}

#[test]
fn vet_reads_a_styled_word_document_as_it_reads_a_plain_one() {
    let folder = tempfile::tempdir().expect("a folder");
    let vetted = |file: &Path, style: Option<&str>| {
        let mut args = vec!["export", "docx", "-o", file.to_str().expect("UTF-8")];
        args.extend(style.into_iter().flat_map(|style| ["--style", style]));
        bilat(&args).assert().success();
        let run = bilat(&["vet", file.to_str().expect("UTF-8")])
            .output()
            .expect("a run");
        let text = String::from_utf8(run.stdout).expect("UTF-8");
        fs::remove_file(file).expect("removed");
        text
    };
    let file = folder.path().join("brief.docx");
    let plain = vetted(&file, None);
    assert!(!plain.is_empty());
    for (name, _) in MANUALS {
        assert_eq!(vetted(&file, Some(name)), plain, "{name}");
    }
}

#[test]
fn a_style_is_for_briefs_and_for_what_is_in_a_source() {
    let run = bilat(&["export", "csv", "--style", "apa"])
        .assert()
        .failure();
    let error = String::from_utf8_lossy(&run.get_output().stderr).into_owned();
    assert!(error.contains("--style"), "{error}");
    let run = bilat(&["cite", "trade-total.2023", "--style", "mla"])
        .assert()
        .failure();
    let error = String::from_utf8_lossy(&run.get_output().stderr).into_owned();
    assert!(error.contains("computed and in no source"), "{error}");
}
