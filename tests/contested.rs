//! `bilat contested` and `bilat check --figures`: exit codes, lines for people, JSON for programs.

#[path = "common/example.rs"]
mod example;

use std::fs;

use assert_cmd::Command;
use example::without_note;
use serde_json::Value;

fn bilat(arguments: &[&str]) -> (i32, String, String) {
    let mut bilat = Command::cargo_bin("bilat").expect("the program is built");
    let output = bilat.args(arguments).output().expect("it runs");
    let text = |bytes| String::from_utf8(bytes).expect("text");
    let code = output.status.code().expect("an exit code");
    (code, text(output.stdout), without_note(text(output.stderr)))
}

/// A dossier with this series.json.
fn dossier(series: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let head = r#"{"format": "bilat/1", "title": "A and B", "sides": [
        {"code": "LAO", "name": "Laos"}, {"code": "RUS", "name": "Russia"}]}"#;
    let sources = r#"[{"id": "one", "type": "article", "title": "One"},
                      {"id": "two", "type": "article", "title": "Two"}]"#;
    for (name, text) in [
        ("dossier.json", head),
        ("sources.json", sources),
        ("series.json", series),
    ] {
        fs::write(folder.path().join(name), text).expect("written");
    }
    folder
}

/// Total trade in 2024 by two sources.
fn trade(one: &str, two: &str) -> String {
    let figure = |source: &str, value: &str| {
        format!(
            r#"{{"id": "trade.{source}", "period": "2024", "value": {value}, "evidence":
                [{{"source": "{source}", "paragraph": 1, "exact": "US${value} million"}}]}}"#
        )
    };
    format!(
        r#"[{{"id": "trade", "title": "Trade\u001b[31m, total", "kind": "trade", "unit": "USD",
            "scale": 6, "flow": "total", "reporter": "LAO", "partner": "RUS",
            "observations": [{}, {}],
            "evidence": [{{"source": "one", "paragraph": 1, "exact": "trade"}}]}}]"#,
        figure("one", one),
        figure("two", two)
    )
}

fn name(folder: &tempfile::TempDir) -> &str {
    folder.path().to_str().expect("a name")
}

#[test]
fn the_built_in_dossier_is_contested() {
    let (code, out, err) = bilat(&["contested", "--as-of", "2025"]);
    assert_eq!(code, 1);
    assert!(err.contains("list them with --all"), "{err}");
    let first = "grave (discontinuity): Trade, total: about US$ 50 million for 2022, ≈ US$ 5.0 million for 2023\n";
    assert!(out.starts_with(first), "{out}");
    for line in [
        "    2023: 8.3 / (1 + 66 %) = 5.0, between 4.73 and 5.27",
        "  grave (dispute, contradiction): Trade rises, yet its figures fall",
        "minor (per-head check): Population, Laos, [2025]: 7.7 million persons or ≈ 7.81 million persons",
    ] {
        assert!(out.lines().any(|l| l == line), "{line}\n{out}");
    }
    assert!(
        out.ends_with("4 contested: 1 grave, 2 major, 1 minor; 3 queries: 3 minor\n"),
        "{out}"
    );
    assert!(!out.contains('\x1b'));
}

#[test]
fn as_of_an_earlier_date_less_was_known() {
    let (code, out, _) = bilat(&["contested", "--as-of", "2023"]);
    assert_eq!(code, 1);
    assert!(
        !out.contains("US$ 8.3 million") && out.contains("Pany Yathotou"),
        "{out}"
    );
    let (_, later, _) = bilat(&["contested", "--all", "--as-of", "2026-01-01"]);
    assert!(later.contains("ASEAN-Russia plan of action 2021-2025: its period has passed"));
    let (code, out, err) = bilat(&["contested", "--as-of", "2023\x1b[31m"]);
    assert_eq!((code, out.as_str()), (2, ""));
    assert!(err.contains("--as-of") && !err.contains('\x1b'), "{err}");
    let (code, _, err) = bilat(&["contested", "--as-of", "2023/.."]);
    assert!(code == 2 && err.contains("has no last day"), "{err}");
}

#[test]
fn json_holds_findings_disputes_and_cells() {
    let (code, out, err) = bilat(&["contested", "--as-of", "2025", "--json"]);
    assert_eq!((code, err.as_str()), (1, ""));
    let json: Value = serde_json::from_str(&out).expect("JSON");
    assert_eq!(json["version"], 1);
    let first = &json["contested"][0];
    assert_eq!(first["severity"], "grave");
    assert_eq!(first["findings"][0]["kind"], "discontinuity");
    assert_eq!(first["disputes"][0]["id"], "trade-fall-or-rise");
    let cells = json["cells"].as_array().expect("cells");
    let population = cells
        .iter()
        .find(|cell| cell["title"] == "Population, Laos" && cell["period"] == "[2025]");
    assert_eq!(
        population.expect("the cell")["verdict"],
        "query, 1.01 times apart"
    );
}

#[test]
fn the_exit_code_says_whether_anything_is() {
    let agreed = dossier(&trade("8.3", "8.3"));
    let (code, out, _) = bilat(&["contested", name(&agreed)]);
    assert_eq!((code, out.as_str()), (0, "nothing is contested\n"));
    let apart = dossier(&trade("8.3", "83"));
    let (code, out, _) = bilat(&["contested", name(&apart)]);
    assert_eq!(code, 1);
    assert!(
        out.starts_with(
            "grave (conflict): Trade<U+001B>[31m, total, 2024: US$ 8.3 million or US$ 83 million\n"
        ),
        "{out}"
    );
    let (code, out, err) = bilat(&["contested", "/nowhere"]);
    assert_eq!((code, out.as_str()), (2, ""));
    assert!(err.contains("/nowhere"), "{err}");
}

#[test]
fn what_could_not_be_read_was_not_compared() {
    let faulty = dossier("[{}]");
    let (code, out, _) = bilat(&["contested", name(&faulty)]);
    assert_eq!(code, 1);
    assert!(
        out.starts_with("1 error in the dossier: what could not be read was not compared"),
        "{out}"
    );
}

#[test]
fn check_prints_the_findings_after_the_problems() {
    let (code, out, _) = bilat(&["check"]);
    assert!(
        code == 0 && !out.contains("grave"),
        "not unless it is asked for"
    );
    let (code, out, err) = bilat(&["check", "--figures"]);
    assert_eq!((code, err.as_str()), (1, ""));
    let lines: Vec<_> = out.lines().collect();
    assert!(lines[0].starts_with("no problems: 61 events"), "{out}");
    assert!(
        lines[1].starts_with("grave (discontinuity): Trade, total"),
        "{out}"
    );
    assert!(
        lines[lines.len() - 1].contains("findings: 1 grave, 2 minor"),
        "{out}"
    );
    let agreed = dossier(&trade("8.3", "8.3"));
    let (code, out, _) = bilat(&["check", "--figures", name(&agreed)]);
    assert_eq!(code, 0);
    assert!(out.ends_with("the figures fit together\n"), "{out}");
}

#[test]
fn what_is_not_listed_is_counted_under_the_lens() {
    for (lens, count) in [("", 29), ("nuclear", 3), ("zzz", 0)] {
        let (_, listed, remark) = bilat(&["contested", "--lens", lens]);
        let (_, all, _) = bilat(&["contested", "--lens", lens, "--all"]);
        let said = format!("{count} open questions and reminders not listed");
        assert_eq!(remark.contains(&said), count > 0, "{lens}: {remark}");
        assert_eq!(listed == all, count == 0, "{lens}: {all}");
    }
}

#[test]
fn programs_are_told_on_standard_error_of_what_was_not_compared() {
    let folder = dossier(r#"[{"id": "not/an/id", "title": "T", "kind": "trade"}]"#);
    let path = folder.path().to_str().expect("a path");
    for form in ["--json", "--jsonl", "--csv"] {
        let (code, out, err) = bilat(&["contested", path, form]);
        let told = err.contains("could not be read was not compared");
        assert!(
            code == 1 && told && !out.contains("not compared"),
            "{form}: {out}{err}"
        );
    }
    let (_, out, err) = bilat(&["contested", path]);
    assert!(
        out.contains("was not compared") && err.is_empty(),
        "{out}{err}"
    );
}
