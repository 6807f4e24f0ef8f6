//! Articles drafted, reviewed and accepted by the command line; every anchor is verified.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;
use tempfile::TempDir;

#[path = "propose/articles.rs"]
mod articles;
#[path = "propose/dollars.rs"]
mod dollars;
#[path = "propose/kinds.rs"]
mod kinds;
#[path = "propose/meetings.rs"]
mod meetings;
#[path = "propose/open.rs"]
mod open;
#[path = "propose/open_aside.rs"]
mod open_aside;
#[path = "propose/open_time.rs"]
mod open_time;
#[path = "propose/others.rs"]
mod others;
#[path = "propose/people.rs"]
mod people;
#[path = "propose/press.rs"]
mod press;
#[path = "propose/related.rs"]
mod related;
#[path = "propose/review.rs"]
mod review;
#[path = "propose/same.rs"]
mod same;
#[path = "propose/steps.rs"]
mod steps;
#[path = "propose/titles.rs"]
mod titles;
#[path = "propose/waits.rs"]
mod waits;

fn run(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_bilat"));
    command.args(arguments).output().expect("bilat runs")
}

/// Exit code, standard output, standard error.
fn bilat(arguments: &[&str]) -> (i32, String, String) {
    let output = run(arguments);
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    let code = output.status.code().expect("a code");
    (code, text(output.stdout), text(output.stderr))
}

const ARTICLE: &str = "tests/fixtures/draft/talks.md";

/// An empty dossier of Laos and Russia.
fn empty() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("d");
    let (code, _, err) = bilat(&["new", path.to_str().expect("UTF-8"), "--sides", "LAO,RUS"]);
    assert_eq!(code, 0, "{err}");
    folder
}

/// A copy of the built-in one.
fn built_in() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let to = folder.path().join("d");
    fs::create_dir(&to).expect("made");
    for entry in fs::read_dir("data/laos-russia").expect("there").flatten() {
        fs::copy(entry.path(), to.join(entry.file_name())).expect("copied");
    }
    folder
}

fn dossier(folder: &TempDir) -> String {
    folder.path().join("d").to_str().expect("UTF-8").to_owned()
}

fn proposals(into: &str) -> Vec<Value> {
    let (_, out, err) = bilat(&["review", into, "--json"]);
    let all: Value = serde_json::from_str(&out).unwrap_or_else(|_| panic!("{out}{err}"));
    all.as_array().expect("a list").clone()
}

fn text<'a>(value: &'a Value, name: &str) -> &'a str {
    value[name].as_str().unwrap_or_default()
}

fn ids(all: &[Value], is: impl Fn(&Value) -> bool) -> Vec<&str> {
    let found = all.iter().filter(|one| is(one));
    found.map(|one| text(one, "id")).collect()
}

/// Accepts everything that lacks nothing.
fn accept_all(into: &str) {
    let all = proposals(into);
    let whole = ids(&all, |one| one["lacks"].is_null());
    let (code, out, err) = bilat(&["review", into, "--accept", &whole.join(",")]);
    assert_eq!(code, 0, "{out}{err}");
}

fn records(into: &str, file: &str) -> Vec<Value> {
    let json = fs::read_to_string(Path::new(into).join(file)).expect("there");
    let json: Value = serde_json::from_str(&json).expect("JSON");
    json.get("records")
        .unwrap_or(&json)
        .as_array()
        .expect("a list")
        .clone()
}

/// What the head of the article says.
fn described(source: &Value) {
    assert_eq!(
        text(source, "title"),
        "Rail and power lead the talks in Vientiane"
    );
    assert_eq!(text(source, "issued"), "2026-03-04");
    assert_eq!(text(source, "container_title"), "Mekong Ledger");
}

#[test]
fn an_article_is_drafted_into_an_empty_dossier() {
    let folder = empty();
    let into = dossier(&folder);
    let (code, out, err) = bilat(&["draft", ARTICLE, "--into", &into]);
    assert_eq!(code, 0, "{out}{err}");
    // Nothing has entered it.
    assert!(records(&into, "quotes.json").is_empty());
    let all = proposals(&into);
    let of = |kind: &str| -> Vec<&Value> {
        all.iter()
            .filter(|one| text(one, "kind") == kind)
            .map(|one| &one["record"])
            .collect()
    };
    described(of("source")[0]);
    let people: Vec<_> = of("person").iter().map(|one| text(one, "name")).collect();
    assert_eq!(people, ["Pavel Orlov", "Somsak Keola"]);
    let spoken: Vec<_> = of("quote").iter().map(|one| text(one, "speaker")).collect();
    assert_eq!(
        spoken,
        ["pavel-orlov", "pavel-orlov", "somsak-keola", "unknown"],
        "{out}"
    );
    let figures: Vec<_> = of("figure")
        .iter()
        .map(|one| {
            format!(
                "{} {} {}",
                text(one, "id"),
                one["value"],
                text(one, "status")
            )
        })
        .collect();
    for figure in [
        "trade-total.2022 12.9 ",
        "trade-growth.2025 18 ",
        "trade-total.2030 100 target",
    ] {
        assert!(
            figures.iter().any(|one| one == figure),
            "{figure}: {figures:?}"
        );
    }
    assert!(
        figures.iter().any(|one| one.contains("2025 5.2")),
        "{figures:?}"
    );
    let titles: Vec<_> = of("agreement")
        .iter()
        .map(|one| text(one, "title"))
        .collect();
    assert!(
        titles.contains(&"Memorandum on rail transport"),
        "{titles:?}"
    );
    assert!(!of("event").is_empty());
}

#[test]
fn every_anchor_of_what_is_accepted_verifies() {
    for folder in [empty(), built_in()] {
        let into = dossier(&folder);
        let before = bilat(&["check", &into]).1;
        assert_eq!(bilat(&["draft", ARTICLE, "--into", &into]).0, 0);
        accept_all(&into);
        let (_, report, err) = bilat(&["verify", &into, "--json"]);
        let report: Value =
            serde_json::from_str(&report).unwrap_or_else(|_| panic!("{report}{err}"));
        let anchors = report["anchors"].as_array().expect("a list");
        let ours = anchors
            .iter()
            .filter(|one| text(one, "source") == "mekong-ledger-2026");
        let ours: Vec<&Value> = ours.collect();
        assert!(ours.len() > 12, "{ours:#?}");
        let found = |one: &&&Value| text(one, "verdict") == "found";
        assert_eq!(ours.iter().filter(found).count(), ours.len(), "{ours:#?}");
        let after = bilat(&["check", &into]).1;
        let errors = |text: &str| text.matches(": error: ").count();
        assert_eq!(errors(&after), errors(&before), "{after}");
    }
}

#[test]
fn what_differs_is_shown_with_its_arithmetic() {
    let folder = built_in();
    let into = dossier(&folder);
    let (code, out, err) = bilat(&["draft", ARTICLE, "--into", &into, "--report"]);
    assert_eq!(code, 0, "{err}");
    assert!(out.contains("1 differ"), "{out}");
    let told = "2022: about US$ 12.9 million against about US$ 50 million (3.9 times)";
    assert!(out.contains(told), "{out}");
    let all = proposals(&into);
    let differs = ids(&all, |one| text(one, "news") == "differs");
    let (code, out, err) = bilat(&["review", &into, "--accept", differs[0]]);
    assert_eq!(code, 0, "{out}{err}");
    // Both are there, and the contradiction is computed.
    let (_, out, _) = bilat(&["contested", &into]);
    assert!(out.contains("12.9"), "{out}");
}

#[test]
fn the_same_text_proposes_nothing_twice() {
    let folder = empty();
    let into = dossier(&folder);
    assert_eq!(bilat(&["draft", ARTICLE, "--into", &into]).0, 0);
    let inbox = || fs::read_to_string(Path::new(&into).join("proposed.jsonl")).expect("there");
    let first = inbox();
    let (code, out, _) = bilat(&["draft", ARTICLE, "--into", &into]);
    assert_eq!((code, inbox()), (1, first), "{out}");
    let all = proposals(&into);
    let quote = ids(&all, |one| {
        text(one, "kind") == "quote" && one["lacks"].is_null()
    })[0];
    let event = ids(&all, |one| text(one, "kind") == "event")[0];
    let (code, out, err) = bilat(&["review", &into, "--accept", quote, "--reject", event]);
    assert_eq!(code, 0, "{out}{err}");
    // The quote brought its source and its speaker.
    assert_eq!(out.matches("accepted ").count(), 3, "{out}");
    assert_eq!(records(&into, "quotes.json").len(), 1);
    assert_eq!(records(&into, "people.json").len(), 1);
    let decided = inbox();
    assert_eq!(bilat(&["draft", ARTICLE, "--into", &into]).0, 1);
    assert_eq!(inbox(), decided);
    assert_eq!(proposals(&into).len(), all.len() - 4);
    // Twice is once too often.
    let (code, _, err) = bilat(&["review", &into, "--accept", quote]);
    assert!(code == 2 && err.contains("was decided before"), "{err}");
}

#[test]
fn a_rule_is_accepted_at_once_and_a_speaker_is_given() {
    let folder = empty();
    let into = dossier(&folder);
    assert_eq!(bilat(&["draft", ARTICLE, "--into", &into]).0, 0);
    let all = proposals(&into);
    let rule = text(
        all.iter()
            .find(|one| text(one, "kind") == "agreement")
            .expect("one"),
        "rule",
    );
    let (code, _, err) = bilat(&["review", &into, "--accept-rule", "nonsense"]);
    assert_eq!(code, 2);
    assert!(
        err.contains("no proposal of the rule `nonsense` waits"),
        "{err}"
    );
    let (code, out, err) = bilat(&["review", &into, "--accept-rule", rule]);
    assert_eq!(code, 0, "{out}{err}");
    assert!(!records(&into, "agreements.json").is_empty());
    let open = ids(&all, |one| !one["lacks"].is_null())[0];
    let (code, _, err) = bilat(&["review", &into, "--accept", open]);
    assert!(code == 2 && err.contains("has no speaker"), "{err}");
    assert!(records(&into, "quotes.json").is_empty());
    let speaker = [
        "review",
        &into,
        "--accept",
        open,
        "--speaker",
        "somsak-keola",
    ];
    let (code, out, err) = bilat(&speaker);
    assert_eq!(code, 0, "{out}{err}");
    assert_eq!(
        text(&records(&into, "quotes.json")[0], "speaker"),
        "somsak-keola"
    );
}

#[test]
fn a_page_and_standard_input_are_read() {
    use std::io::Write;
    use std::process::Stdio;
    let folder = empty();
    let into = dossier(&folder);
    let page = "<!doctype html><html lang=en><title>T</title><nav>Home</nav><p>“We have never sold a single tonne of it abroad,” Pavel Orlov said on Monday.</p>";
    let mut child = Command::new(env!("CARGO_BIN_EXE_bilat"))
        .args(["draft", "-", "--into", &into, "--published", "2026-03-04"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("runs");
    let mut input = child.stdin.take().expect("piped");
    input.write_all(page.as_bytes()).expect("written");
    drop(input);
    let output = child.wait_with_output().expect("ends");
    assert!(output.status.success());
    let all = proposals(&into);
    let quote = all
        .iter()
        .find(|one| text(one, "kind") == "quote")
        .expect("a quote");
    assert_eq!(text(&quote["record"], "speaker"), "pavel-orlov");
}

#[test]
fn hostile_articles_end_and_faults_are_told() {
    let folder = empty();
    let into = dossier(&folder);
    let file = folder.path().join("x.txt");
    let path = file.to_str().expect("UTF-8");
    let numbers: Vec<String> = (0..20_000)
        .map(|n| format!("${n} million in 2020."))
        .collect();
    for hostile in [
        "“".repeat(100_000),
        "\u{202e}\u{1b}[31m “evil words that are five long” said X.\n".repeat(200),
        "“an open mark on each line\n".repeat(2_000),
        numbers.join(" "),
        "<div>".repeat(100_000),
        "They signed two agreements, ".repeat(3_000),
    ] {
        fs::write(&file, &hostile).expect("written");
        let (code, out, err) = bilat(&["draft", path, "--into", &into]);
        assert!(code == 0 || code == 1, "{code} {err}");
        assert!(!out.contains('\u{1b}') && !out.contains("<U+202E>"));
    }
    let inbox = Path::new(&into).join("proposed.jsonl");
    fs::write(&inbox, "no proposal\n").expect("written");
    let (code, _, err) = bilat(&["review", &into]);
    assert!(code == 1 && err.contains("proposed.jsonl:1:1: "), "{err}");
    let (code, _, err) = bilat(&["draft", "no-such-file.txt", "--into", &into]);
    assert!(code == 2 && err.contains("no-such-file.txt"), "{err}");
}
