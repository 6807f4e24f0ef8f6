//! What holds for every file of every format: all rows are accounted for, all anchors are found, a
//! dry run writes nothing, a second run changes nothing.

use std::fs;
use std::path::Path;

use crate::dossier::{World, bilat, fixture};

/// How the columns of the lists of agreements are called.
const BILATERAL: &[&str] = &[
    "--map",
    "title=Name,parties=Country.A,parties=country b,signed=Date of Signature,in_force=Entry into force,status=State,topic=Subject",
];
const LATIN: &[&str] = &["--map", "title=Titre,parties=Parties,signed=Signé le"];
const PARTY: &[&str] = &[
    "--map",
    "title=Treaty,party=Contracting Party",
    "--map",
    "signed=Signature Date,in_force=entry_into_force_date",
];
const AMBIGUOUS: &[&str] = &[
    "--map",
    "title=Title,parties=Parties,signed=Signed",
    "--dates",
    "DD/MM/YYYY",
];

/// Format, file, options, rows read, rows used; figures read and used where a row has many.
pub(crate) type Case = (
    &'static str,
    &'static str,
    &'static [&'static str],
    (u64, u64),
    Option<(u64, u64)>,
);

pub(crate) const CASES: [Case; 23] = [
    ("comtrade", "comtrade/plus.csv", &[], (28, 13), None),
    ("comtrade", "comtrade/semicolons.csv", &[], (2, 2), None),
    ("comtrade", "comtrade/legacy-35.csv", &[], (3, 2), None),
    ("comtrade", "comtrade/legacy-22.csv", &[], (4, 3), None),
    ("comtrade", "comtrade/answer.json", &[], (4, 2), None),
    ("comtrade", "comtrade/legacy.json", &[], (1, 1), None),
    (
        "worldbank",
        "worldbank/wdi.csv",
        &[],
        (8, 5),
        Some((30, 21)),
    ),
    (
        "worldbank",
        "worldbank/databank.csv",
        &[],
        (6, 2),
        Some((9, 5)),
    ),
    (
        "worldbank",
        "worldbank/wits.csv",
        &[],
        (9, 7),
        Some((21, 18)),
    ),
    ("sdmx-csv", "sdmx/imf-2.0.csv", &[], (5, 2), None),
    ("sdmx-csv", "sdmx/oecd-labels.csv", &[], (5, 3), None),
    ("sdmx-csv", "sdmx/both-labels.csv", &[], (7, 4), None),
    ("sdmx-csv", "sdmx/eurostat.csv", &[], (4, 2), None),
    ("timelinejs", "timelinejs/three.json", &[], (11, 9), None),
    ("timelinejs", "timelinejs/minified.json", &[], (3, 3), None),
    ("timelinejs", "timelinejs/legacy.json", &[], (4, 4), None),
    ("timelinejs", "timelinejs/sheet.csv", &[], (8, 6), None),
    (
        "agreements",
        "agreements/bilateral.csv",
        BILATERAL,
        (8, 4),
        None,
    ),
    ("agreements", "agreements/latin1.csv", LATIN, (2, 1), None),
    ("agreements", "agreements/by-party.csv", PARTY, (6, 2), None),
    (
        "agreements",
        "agreements/ambiguous.csv",
        AMBIGUOUS,
        (1, 1),
        None,
    ),
    ("bibtex", "bibliography/library.bib", &[], (6, 3), None),
    ("csl-json", "bibliography/zotero.json", &[], (5, 3), None),
];

#[test]
fn no_fixture_is_forgotten() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/import");
    for folder in fs::read_dir(root).unwrap() {
        let folder = folder.unwrap();
        for file in fs::read_dir(folder.path()).unwrap() {
            let name = format!(
                "{}/{}",
                folder.file_name().to_str().unwrap(),
                file.unwrap().file_name().to_str().unwrap()
            );
            assert!(CASES.iter().any(|(_, file, ..)| *file == name), "{name}");
        }
    }
}

#[test]
fn every_row_is_used_or_left_out_with_its_line_and_a_reason() {
    for (format, file, options, rows, cells) in CASES {
        let world = World::new();
        let path = fixture(file);
        let report = world.imported(&[&[format, &path], options].concat());
        assert_eq!(report["version"], 1);
        let told = &report["files"][0];
        let skipped = told["skipped"].as_array().unwrap();
        let is_cell = |skip: &&serde_json::Value| !skip["columns"].as_array().unwrap().is_empty();
        let whole = skipped.iter().filter(|skip| !is_cell(skip)).count() as u64;
        let number = |value: &serde_json::Value| value.as_u64().unwrap();
        let count = |value: &serde_json::Value| {
            (
                number(&value["read"]),
                number(&value["used"]),
                number(&value["skipped"]),
            )
        };
        let (read, used, left) = count(&told["rows"]);
        assert_eq!((read, used), rows, "{file}");
        assert_eq!((read, left), (used + whole, whole), "{file}");
        let told_cells = told["cells"].as_object().map(|_| count(&told["cells"]));
        assert_eq!(
            told_cells.map(|(read, used, _)| (read, used)),
            cells,
            "{file}"
        );
        if let Some((read, used, left)) = told_cells {
            let columns = skipped.iter().filter(is_cell);
            let columns: usize = columns
                .map(|skip| skip["columns"].as_array().unwrap().len())
                .sum();
            assert_eq!((read, left), (used + left, columns as u64), "{file}");
        }
        let lines = fs::read(&path)
            .unwrap()
            .split(|byte| *byte == b'\n')
            .count() as u64;
        for skip in skipped {
            let line = number(&skip["line"]);
            assert!((1..=lines).contains(&line), "{file}: {skip}");
            assert!(number(&skip["row"]) <= read, "{file}: {skip}");
            assert!(!skip["reason"].as_str().unwrap().is_empty(), "{file}");
            assert_eq!(skip["file"].as_str(), Some(path.as_str()));
        }
    }
}

#[test]
fn every_anchor_is_found_in_the_file() {
    for (format, file, options, ..) in CASES {
        let world = World::new();
        let path = fixture(file);
        world.imported(&[&[format, &path], options].concat());
        let folder = Path::new(&path).parent().unwrap().to_str().unwrap();
        let (code, out, err) = bilat(&["verify", &world.dossier(), "--sources", folder]);
        assert_eq!((code, err.as_str()), (0, ""), "{file}: {out}");
        let last = out.lines().last().unwrap();
        let counts: Vec<u64> = last
            .split(|c: char| !c.is_ascii_digit())
            .filter_map(|n| n.parse().ok())
            .collect();
        assert!(
            counts.len() == 2 && counts[0] == counts[1] && counts[0] > 0,
            "{file}: {out}"
        );
        let (code, out, _) = bilat(&["check", &world.dossier()]);
        assert_eq!(code, 0, "{file}: {out}");
        // No figure is said not to stand in its evidence.
        let (_, out, _) = bilat(&["check", "--figures", &world.dossier()]);
        assert!(!out.contains("evidence"), "{file}: {out}");
    }
}

#[test]
fn a_dry_run_writes_nothing_and_a_second_run_changes_nothing() {
    for (format, file, options, ..) in CASES {
        let world = World::new();
        let before = world.bytes();
        let path = fixture(file);
        let words = [&[format, &path], options].concat();
        let dry = world.imported(&[&words[..], &["--dry-run"]].concat());
        assert_eq!(
            (&dry["written"], &dry["dry_run"]),
            (&false.into(), &true.into())
        );
        assert_eq!(world.bytes(), before, "{file}");
        let first = world.imported(&words);
        assert_eq!(first["written"], true, "{file}");
        assert_eq!(first["changes"], dry["changes"], "{file}");
        assert_eq!(first["records"], dry["records"], "{file}");
        let after = world.bytes();
        let second = world.imported(&words);
        assert_eq!(
            (
                &second["written"],
                second["changes"].as_array().unwrap().len()
            ),
            (&false.into(), 0)
        );
        assert_eq!(world.bytes(), after, "{file}");
        assert_eq!(second["differences"].as_array().unwrap().len(), 0, "{file}");
        for made in second["records"].as_array().unwrap() {
            assert_eq!(
                (&made["new"], &made["changed"], &made["kept"]),
                (&0.into(), &0.into(), &0.into()),
                "{file}"
            );
        }
        let third = world.imported(&[&words[..], &["--update"]].concat());
        assert_eq!(third["written"], false, "{file}: {third}");
        assert_eq!(world.bytes(), after, "{file}");
    }
}

#[test]
fn all_formats_go_into_one_dossier_together() {
    let world = World::new();
    for (format, file, options, ..) in CASES {
        let path = fixture(file);
        world.imported(&[&[format, &path], options].concat());
    }
    let dossier = world.load();
    assert!(dossier.series.len() > 20 && dossier.events.len() > 10 && dossier.agreements.len() > 4);
    let all = world.bytes();
    for (format, file, options, ..) in CASES {
        let path = fixture(file);
        world.imported(&[&[format, &path], options].concat());
        assert_eq!(world.bytes(), all, "{file}");
    }
}
