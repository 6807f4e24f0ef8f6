//! An import takes time in proportion to its file, and waits for nobody without need.

use std::fs;
use std::time::Instant;

use serde_json::json;

use crate::dossier::{World, bilat};

/// Files that took minutes, or all memory, before: all of them together in a debug build.
#[test]
fn every_file_takes_time_in_proportion_to_it() {
    let authors: Vec<_> = (0..10_000)
        .map(|at| format!("Name{at}, Given{at}"))
        .collect();
    let bib = format!(
        "@article{{k, title = {{T}}, author = {{{}}}}}\n",
        authors.join(" and ")
    );
    let csl: Vec<_> = (0..10_000)
        .map(|at| json!({"family": format!("Name{at}"), "given": "G"}))
        .collect();
    let csl = json!([{"id": "k", "type": "book", "title": "T", "author": csl}]).to_string();
    let deep = format!(
        "@book{{k, title = {{{}x{}}}}}\n",
        "{".repeat(50_000),
        "}".repeat(50_000)
    );
    let open = format!(
        "@book{{k, title = {{x\n{}",
        "@book{j, title = {\n".repeat(20_000)
    );
    let double = |at: u32| format!("@string{{a{at} = a{0} # a{0}}}\n", at - 1);
    let doubled: String = (1..60).map(double).collect();
    let bomb = format!("@string{{a0 = \"x\"}}\n{doubled}@book{{k, title = a59}}\n");
    let tags = json!({"events": [{"start_date": {"year": "2020"},
        "text": {"headline": "T", "text": "<a ".repeat(80_000)}}]})
    .to_string();
    let slide = json!({"start_date": {"year": "2020"}, "text": {"headline": "Equal"}});
    let equal = json!({"events": vec![slide; 2_000]}).to_string();
    let columns: Vec<_> = (0..100_000).map(|at| format!("c{at}")).collect();
    let columns = format!(
        "title,parties,{0}\nT,Laos; United Kingdom,{0}\n",
        columns.join(",")
    );
    let parties: Vec<_> = (0..90).map(|at| format!("Nowhere {at}")).collect();
    let parties = format!("T,\"{}\"\n", parties.join("; ")).repeat(1_000);
    let parties = format!("title,parties\n{parties}");
    let map = ["--map", "title=title,parties=parties"];
    let start = Instant::now();
    for (format, more, text) in [
        ("bibtex", &[][..], &bib),
        ("csl-json", &[], &csl),
        ("bibtex", &[], &deep),
        ("bibtex", &[], &open),
        ("bibtex", &[], &bomb),
        ("timelinejs", &[], &tags),
        ("timelinejs", &[], &equal),
        ("agreements", &map, &columns),
        ("agreements", &map, &parties),
    ] {
        let world = World::new();
        let path = world.file("x", text);
        let since = Instant::now();
        world.import(&[&[format, &path, "--dry-run"], more].concat());
        eprintln!("{format}: {} bytes in {:?}", text.len(), since.elapsed());
    }
    assert!(start.elapsed().as_secs() < 120, "{:?}", start.elapsed());
}

/// An answer of an interface is one line of many records that are nearly the same.
#[test]
fn a_long_line_of_like_records_is_read_in_proportion() {
    let record = |at: usize| {
        json!({"typeCode": "C", "freqCode": "A", "refYear": 1990 + at % 30, "period": (1990 + at % 30).to_string(),
            "reporterISO": "LAO", "flowCode": "X", "partnerISO": "GBR", "classificationCode": "H4",
            "cmdCode": format!("{:06}", at / 30), "cmdDesc": "Goods", "primaryValue": at % 7, "qty": 0, "netWgt": 0})
    };
    let records: Vec<_> = (0..3_000).map(record).collect();
    let text = json!({"data": records}).to_string();
    assert!(!text.contains('\n'));
    let world = World::new();
    let path = world.file("x.json", &text);
    let start = Instant::now();
    let report = world.imported(&["comtrade", &path]);
    assert_eq!(report["files"][0]["rows"]["used"], 3_000, "{report}");
    assert!(start.elapsed().as_secs() < 60, "{:?}", start.elapsed());
    // Each anchor leads to its own place.
    let (code, out, err) = bilat(&[
        "verify",
        &world.dossier(),
        "--sources",
        &world.files(),
        "--no-pager",
    ]);
    assert_eq!(code, 0, "{err}{}", &out[out.len().saturating_sub(600)..]);
}

#[test]
fn nobody_waits_for_a_dry_run() {
    let world = World::new();
    let text = json!([{"id": "k", "type": "book", "title": "T"}]).to_string();
    let path = world.file("x.json", text);
    let folder = fs::File::open(world.dossier()).unwrap();
    folder.lock().unwrap();
    let start = Instant::now();
    let (code, out, err) = world.import(&["csl-json", &path, "--dry-run"]);
    assert_eq!((code, err.as_str()), (0, ""), "{out}");
    assert!(start.elapsed().as_secs() < 9, "{:?}", start.elapsed());
}
