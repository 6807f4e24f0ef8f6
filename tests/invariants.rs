//! What the map in `lib.rs` promises, held against the source itself.

use std::fs;
use std::path::{Path, PathBuf};

/// Every source file and its text.
fn sources() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut folders = vec![root.clone()];
    let mut found = Vec::new();
    while let Some(folder) = folders.pop() {
        let entries = fs::read_dir(folder).expect("the folder can be read");
        let paths: Vec<PathBuf> = entries.map(|e| e.expect("an entry").path()).collect();
        for path in paths {
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|end| end == "rs") {
                let name = path.strip_prefix(&root).expect("below the root");
                let text = fs::read_to_string(&path).expect("a source file");
                found.push((name.to_string_lossy().into_owned(), text));
            }
        }
    }
    found.sort();
    found
}

/// Is `name` the module `module` or below it?
fn within(name: &str, module: &str) -> bool {
    name == format!("{module}.rs") || name.starts_with(&format!("{module}/"))
}

/// The code of a file, without comments.
fn code(text: &str) -> String {
    let lines = text
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"));
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn the_pure_parts_know_no_terminal() {
    for (name, text) in sources() {
        let pure = [
            "dossier",
            "figures",
            "search",
            "import",
            "export",
            "listing",
            "verify",
            "cite",
            "draft",
            "files",
            "countries",
            "charset",
        ];
        if pure.iter().any(|module| within(&name, module)) {
            assert!(!code(&text).contains("ratatui"), "{name} knows ratatui");
            assert!(!code(&text).contains("crossterm"), "{name} knows crossterm");
        }
        let may = ["keymap", "tui"].iter().any(|module| within(&name, module));
        assert!(
            may || !code(&text).contains("crossterm"),
            "{name} knows crossterm"
        );
    }
}

#[test]
fn left_uses_right_and_nothing_on_the_right_knows_its_left() {
    let layers: [&[&str]; 9] = [
        &["cli", "main"],
        &["tui"],
        &["app"],
        &["panel", "ui", "keymap", "action"],
        &["import", "listing"],
        &["export"],
        &["verify", "cite", "draft"],
        &["files", "countries", "charset"],
        &["figures", "search", "dossier"],
    ];
    for (name, text) in sources() {
        let layer = layers
            .iter()
            .position(|modules| modules.iter().any(|m| within(&name, m)));
        for left in layers[..layer.unwrap_or(0)].concat() {
            assert!(
                !code(&text).contains(&format!("crate::{left}")),
                "{name} uses {left}"
            );
        }
    }
}

#[test]
fn what_is_drawn_and_updated_touches_nothing_outside() {
    for (name, text) in sources() {
        if [
            "app",
            "panel",
            "ui",
            "keymap",
            "action",
            "search",
            "figures",
            "cite",
            "listing",
            "countries",
            "charset",
            "dossier/edit",
            "dossier/template",
            "dossier/write",
        ]
        .iter()
        .any(|m| within(&name, m))
        {
            for outside in [
                "std::fs",
                "std::io",
                "std::env",
                "std::process",
                "std::net",
                "print!(",
                "println!(",
            ] {
                assert!(!code(&text).contains(outside), "{name} uses {outside}");
            }
        }
    }
}

/// The same dossier gives the same bytes, whenever and wherever it is exported.
#[test]
fn exports_open_nothing_and_know_no_clock() {
    for (name, text) in sources() {
        for outside in [
            "std::fs",
            "std::env",
            "std::process",
            "std::net",
            "std::time",
            "Local",
            "Utc",
            "HashMap",
        ] {
            let uses = within(&name, "export") && code(&text).contains(outside);
            assert!(!uses, "{name} uses {outside}");
        }
    }
}

/// A file that is cut off in the middle of being written would be the end of somebody's work.
#[test]
fn only_one_module_writes_files() {
    for (name, text) in sources() {
        let in_a_test = name.ends_with("tests.rs") || name == "dossier/schema/generate.rs";
        if within(&name, "files") || in_a_test {
            continue;
        }
        for writes in ["fs::write(", "File::create", "fs::rename(", "fs::copy("] {
            assert!(!code(&text).contains(writes), "{name} uses {writes}");
        }
    }
}

#[test]
fn no_file_prints_past_the_filter() {
    for (name, text) in sources() {
        for macro_name in ["println!(", "print!(", "eprintln!(", "eprint!(", "dbg!("] {
            assert!(
                !code(&text).contains(macro_name),
                "{name} uses {macro_name}"
            );
        }
    }
}

#[test]
fn every_file_says_what_it_is_for_and_is_short() {
    for (name, text) in sources() {
        assert!(text.starts_with("//! "), "{name} does not open with //!");
        let lines = text.lines().count();
        assert!(lines <= 400, "{name} has {lines} lines");
        assert!(!name.ends_with("mod.rs"), "{name}");
    }
}
