//! The lens: what it keeps, that lists and exports obey it, and what it takes out is sound.

#[path = "common/example.rs"]
mod example;
#[path = "lens/marks.rs"]
mod marks;

use std::collections::HashSet;
use std::fs;

use assert_cmd::Command;
use bilat::dossier::{Dossier, Id, Kind, Ref};
use bilat::load::{Origin, load};
use bilat::workspace::{Lens, LensError, Workspace, linked};
use example::without_note;
use proptest::prelude::*;
use serde_json::Value;

fn bilat(arguments: &[&str]) -> (i32, String, String) {
    let mut bilat = Command::cargo_bin("bilat").expect("the program is built");
    let output = bilat.args(arguments).output().expect("it runs");
    let text = |bytes| String::from_utf8(bytes).expect("text");
    let code = output.status.code().expect("an exit code");
    (code, text(output.stdout), without_note(text(output.stderr)))
}

fn workspace() -> Workspace {
    let dossier = load(&Origin::BuiltIn).dossier;
    let day = "2026-11-28".parse().expect("a day");
    Workspace::new(dossier, Some(day), None)
}

fn record(dossier: &Dossier, id: &str) -> Ref {
    let id = Id::new(id).expect("an id");
    dossier.find(&id).expect("a record")
}

const LISTS: [(&str, Kind); 9] = [
    ("timeline", Kind::Event),
    ("agreements", Kind::Agreement),
    ("trade", Kind::Series),
    ("quotes", Kind::Quote),
    ("people", Kind::Person),
    ("organisations", Kind::Organisation),
    ("sources", Kind::Source),
    ("claims", Kind::Claim),
    ("disputes", Kind::Dispute),
];

#[test]
fn counts_are_the_rows_of_the_lists() {
    let workspace = workspace();
    for typed in [
        "energy",
        "rail -china",
        "year:2023 putin",
        "id:trade-total",
        "id:nuclear-roadmap-2017 2025",
    ] {
        let lens = workspace.lens(typed).expect("a lens");
        for (list, kind) in LISTS {
            let (_, out, _) = bilat(&[list, "--lens", typed, "--jsonl"]);
            let ids: Vec<String> = out
                .lines()
                .map(|line| {
                    let line: Value = serde_json::from_str(line).expect("JSON");
                    line["record"]["id"].as_str().expect("an id").to_owned()
                })
                .collect();
            assert_eq!(ids.len(), lens.count(kind).0, "{list} --lens {typed}");
            for id in &ids {
                assert!(
                    lens.contains(record(&workspace.dossier, id)),
                    "{id} of {list}"
                );
            }
        }
    }
}

#[test]
fn the_header_says_the_query_and_the_counts() {
    let lens = workspace().lens(" energy ").expect("a lens");
    let summary = lens.summary();
    assert!(summary.starts_with("energy · "), "{summary}");
    assert!(
        summary.contains(" of 61 · ") && summary.ends_with(" of 38"),
        "{summary}"
    );
    assert!(!lens.is_empty());
}

#[test]
fn no_query_keeps_everything_and_a_strange_word_nothing() {
    let workspace = workspace();
    let all = workspace.lens("").expect("a lens");
    for kind in Kind::ALL {
        let (kept, total) = all.count(kind);
        assert_eq!(kept, total, "{}", kind.plural());
    }
    let none = workspace.lens("xyzzy").expect("a lens");
    assert!(none.is_empty());
    assert_eq!(none.records().count(), 0);
}

#[test]
fn what_kept_records_name_and_cite_is_kept() {
    let workspace = workspace();
    let dossier = &workspace.dossier;
    let lens = workspace.lens("roadmap nuclear").expect("a lens");
    for id in ["nuclear-roadmap-2025-2026", "rosatom", "article-2025"] {
        assert!(lens.contains(record(dossier, id)), "{id}");
    }
    assert!(!lens.contains(record(dossier, "okean-camp")));
}

#[test]
fn a_record_as_the_lens_keeps_what_is_linked_with_it() {
    let workspace = workspace();
    let dossier = &workspace.dossier;
    let roadmap = record(dossier, "nuclear-roadmap-2025-2026");
    let typed = Lens::of(dossier, roadmap);
    assert_eq!(typed, "id:nuclear-roadmap-2025-2026");
    let lens = workspace.lens(&typed).expect("a lens");
    assert_eq!(
        lens.records().collect::<HashSet<_>>(),
        linked(dossier, roadmap)
    );
    for id in [
        "nuclear-roadmap-2025-2026",
        // Its lineage, however far, its parties, its event, its source, what may be the same.
        "nuclear-roadmap-2017",
        "nuclear-memorandum-2016",
        "rosatom",
        "nuclear-roadmap-signing-2025",
        "article-2025",
        "peaceful-atom-agreements-2025",
        // The same paragraph.
        "mgimo-documents-2025",
    ] {
        assert!(lens.contains(record(dossier, id)), "{id}");
    }
    let figure = workspace.lens("id:trade-total.2024").expect("a lens");
    for id in [
        "trade-total.2024",
        "trade-total",
        "trade-total.2022",
        "article-2025",
    ] {
        assert!(figure.contains(record(dossier, id)), "{id}");
    }
}

#[test]
fn ids_join_other_words() {
    let workspace = workspace();
    let typed = |typed: &str| workspace.lens(typed).expect("a lens");
    let roadmap = typed("id:nuclear-roadmap-2017");
    let either = typed("id:nuclear-roadmap-2017|trade-total");
    let without = typed("-id:nuclear-roadmap-2017");
    let whole = workspace.dossier.count(Kind::Agreement);
    assert!(either.count(Kind::Series).0 > 0 && roadmap.count(Kind::Series).0 == 0);
    assert_eq!(
        without.count(Kind::Agreement).0 + roadmap.count(Kind::Agreement).0,
        whole
    );
    let narrow = typed("id:nuclear-roadmap-2017 memorandum");
    assert!(narrow.count(Kind::Agreement).0 < roadmap.count(Kind::Agreement).0);
    // While it is typed, it asks for nothing.
    assert_eq!(typed("id:").count(Kind::Agreement).0, whole);
}

#[test]
fn a_wrong_query_says_what_and_where() {
    let workspace = workspace();
    let error = workspace
        .lens("rail id:trade-totl")
        .expect_err("no such record");
    assert!(matches!(&error, LensError::Unknown { near: Some(near), .. } if near == "trade-total"));
    assert_eq!(error.at(), 8);
    let error = workspace
        .lens("id:trade-total is:wrong")
        .expect_err("no such state");
    assert_eq!(error.at(), 15);
    let (code, _, err) = bilat(&["timeline", "--lens", "rail id:trade-totl"]);
    assert_eq!(code, 2, "{err}");
    assert!(
        err.contains("did you mean `trade-total`?") && err.contains("at character 9"),
        "{err}"
    );
}

/// A dossier that is exported loads without a problem, and has what the lens keeps.
fn assert_sound(workspace: &Workspace, typed: &str) {
    let lens = workspace.lens(typed).expect("a lens");
    let (code, out, err) = bilat(&["export", "json", "--lens", typed]);
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("part.json");
    fs::write(&file, &out).expect("written");
    let loaded = load(&Origin::new(Some(&file)).expect("a document"));
    let problems: Vec<_> = loaded.problems.iter().map(ToString::to_string).collect();
    assert_eq!(problems, Vec::<String>::new(), "{typed}");
    assert_eq!(code, 0, "{typed}: {err}");
    for kept in lens.records() {
        let id = workspace.dossier.id(kept);
        let found = loaded.dossier.find(&id);
        assert_eq!(
            found.map(|found| found.kind),
            Some(kept.kind),
            "{id} by {typed}"
        );
    }
}

#[test]
fn what_is_exported_under_a_lens_is_a_sound_dossier() {
    let workspace = workspace();
    for typed in [
        "energy",
        "trade",
        "is:contested",
        "year:2023 -china",
        "putin",
        "xyzzy",
    ] {
        assert_sound(&workspace, typed);
    }
    let full = bilat(&["export", "json"]).1;
    assert!(bilat(&["export", "json", "--lens", "energy"]).1.len() < full.len() / 2);
}

#[test]
fn every_export_obeys() {
    for format in [
        "jsonl",
        "timelinejs",
        "csl-json",
        "bibtex",
        "markdown",
        "html",
    ] {
        let (_, full, _) = bilat(&["export", format]);
        let (code, part, err) = bilat(&["export", format, "--lens", "nuclear -trade year:2017"]);
        assert_eq!(code, 0, "{format}: {err}");
        assert!(part.len() < full.len(), "{format}");
    }
    for file in ["events.csv", "quotes.csv", "agreements.csv"] {
        let rows = |lens: &[&str]| {
            let all = [&["export", "csv", "--file", file], lens].concat();
            bilat(&all).1.lines().count()
        };
        assert!(rows(&["--lens", "nuclear"]) < rows(&[]), "{file}");
    }
    let (_, brief, _) = bilat(&["export", "markdown", "--lens", "nuclear"]);
    assert!(brief.contains("Only what “nuclear” finds"), "{brief}");
    assert!(!brief.contains("Visa-free"), "{brief}");
}

#[test]
fn contradictions_and_what_is_due_obey() {
    let (_, all, _) = bilat(&["contested"]);
    let (_, part, _) = bilat(&["contested", "--lens", "population"]);
    assert!(
        part.contains("Population") && part.len() < all.len(),
        "{part}"
    );
    let due = |lens: &str| bilat(&["due", "--on", "2026-11-28", "--lens", lens]).1;
    let nuclear = due("nuclear");
    assert!(
        nuclear.contains("ends in 33 days") && !nuclear.contains("plan of action"),
        "{nuclear}"
    );
}

/// Words and fields that may stand in a query.
fn part_of_query() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "trade",
        "rail",
        "laos",
        "putin",
        "energy",
        "nuclear",
        "2023",
        "\"free trade\"",
        "=lao",
        "~rusia",
    ]);
    let fields = prop::sample::select(vec![
        "year:2023",
        "from:2017",
        "to:2024",
        "topic:trade",
        "source:asean",
        "is:contested",
        "id:trade-total",
        "id:nuclear-roadmap-2017|eef-2023",
    ]);
    prop_oneof![
        3 => words.clone().prop_map(str::to_owned),
        1 => words.prop_map(|word| format!("-{word}")),
        2 => fields.prop_map(str::to_owned),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    #[test]
    fn any_lens_counts_what_is_listed(parts in prop::collection::vec(part_of_query(), 1..4), list in 0..LISTS.len()) {
        let typed = parts.join(" ");
        let lens = workspace().lens(&typed).expect("a lens");
        let (list, kind) = LISTS[list];
        let (_, out, _) = bilat(&[list, "--jsonl", &format!("--lens={typed}")]);
        prop_assert_eq!(out.lines().count(), lens.count(kind).0, "{} --lens {}", list, typed);
    }

    #[test]
    fn any_lens_takes_out_a_sound_dossier(parts in prop::collection::vec(part_of_query(), 1..4)) {
        let workspace = workspace();
        let lens = workspace.lens(&parts.join(" ")).expect("a lens");
        let part = lens.part(&workspace.dossier);
        // Every reference leads to a record.
        for kind in Kind::ALL {
            for record in part.all(kind) {
                part.any(record).references(&mut |info, id| {
                    assert!(part.find(id).is_some(), "{}: {} of {}", info.name, id, part.id(record));
                });
            }
        }
    }
}
