//! What the map in `lib.rs` promises, compared with the source itself.

#[path = "invariants/graph.rs"]
mod graph;

use std::collections::{BTreeMap, BTreeSet};

use graph::{Graph, sources};

/// Every source file and its text.
fn texts() -> impl Iterator<Item = (String, String)> {
    sources()
        .into_iter()
        .map(|source| (source.name, source.text))
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
fn only_the_screen_knows_a_terminal_library() {
    for (name, text) in texts() {
        let shows = ["dashboard", "terminal"].iter().any(|m| within(&name, m));
        assert!(
            shows || !code(&text).contains("ratatui"),
            "{name} knows ratatui"
        );
        let listens = ["dashboard/keymap", "terminal"]
            .iter()
            .any(|module| within(&name, module));
        assert!(
            listens || !code(&text).contains("crossterm"),
            "{name} knows crossterm"
        );
    }
}

/// The rows of the table in `lib.rs`: a module and those that it uses.
fn map() -> Vec<(String, BTreeSet<String>)> {
    let text = include_str!("../src/lib.rs");
    let block = text
        .split("# Who uses whom")
        .nth(1)
        .expect("the map")
        .split("```")
        .nth(1)
        .expect("a block of text");
    let rows = block.lines().skip(1).filter_map(|line| {
        let mut words = line
            .trim_start_matches("//!")
            .split_whitespace()
            .map(str::to_owned);
        Some((words.next()?, words.collect()))
    });
    rows.collect()
}

#[test]
fn the_map_names_every_module_and_all_that_it_uses() {
    let graph = Graph::new();
    let real: BTreeMap<String, BTreeSet<String>> = graph
        .modules()
        .into_iter()
        .map(|(from, uses)| {
            (
                from.to_owned(),
                uses.into_iter().map(str::to_owned).collect(),
            )
        })
        .collect();
    assert_eq!(map().into_iter().collect::<BTreeMap<_, _>>(), real);
    assert!(real["main"].contains("cli") && real["load"].contains("dossier"));
    assert!(real["dossier"].is_empty());
}

#[test]
fn a_module_uses_only_those_below_it() {
    let rows = map();
    for (at, (module, uses)) in rows.iter().enumerate() {
        let below: BTreeSet<_> = rows[at + 1..]
            .iter()
            .map(|(name, _)| name.clone())
            .collect();
        let wrong: Vec<_> = uses.difference(&below).collect();
        assert!(wrong.is_empty(), "{module} uses {wrong:?}, not below it");
    }
}

#[test]
fn no_files_use_each_other_in_a_circle() {
    let graph = Graph::new();
    let edges: usize = graph.uses.iter().map(BTreeSet::len).sum();
    assert!(edges > graph.sources.len(), "{edges} edges were found");
    assert_eq!(graph.circles(), Vec::<Vec<&str>>::new());
}

#[test]
fn what_is_drawn_and_updated_touches_nothing_outside() {
    for (name, text) in texts() {
        if name == "describe/schema/generate.rs" {
            // A test that keeps the schemas.
            continue;
        }
        if [
            "dashboard",
            "workspace",
            "describe",
            "search",
            "figures",
            "contested",
            "cite",
            "extract",
            "listing",
            "dossier/countries",
            "system/charset",
            "edit/insert",
            "edit/template",
            "edit/write",
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
    for (name, text) in texts() {
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

/// Whatever calls the library can tell what went wrong by its type; reports are for the edge.
#[test]
fn errors_are_typed() {
    for (name, text) in texts() {
        let text = code(&text);
        let edge = within(&name, "cli") || ["main.rs", "terminal/hooks.rs"].contains(&&*name);
        assert!(
            edge || !text.contains("color_eyre"),
            "{name} uses color_eyre"
        );
        for untyped in ["String", "&'static str", "()", "Box<dyn Error>"] {
            let errors = errors(&text).into_iter();
            let found = errors.filter(|error| error == untyped).count();
            assert_eq!(found, 0, "{name} has an error of type {untyped}");
        }
    }
    let types = errors("Result<Vec<(u8, String)>, E> Result<u8> Result<(), HashMap<A, B>>");
    assert_eq!(types, ["E", "HashMap<A, B>"]);
}

/// The second type of every `Result` of a text.
fn errors(text: &str) -> Vec<String> {
    let results = text.split("Result<").skip(1);
    let second = |rest: &str| {
        let (mut depth, mut commas) = (0, Vec::new());
        for (at, c) in rest.char_indices() {
            match c {
                ',' if depth == 0 => commas.push(at),
                '<' | '(' | '[' => depth += 1,
                '>' if rest[..at].ends_with(['-', '=']) => {}
                '>' if depth == 0 => {
                    let comma = commas.first()?;
                    let error = rest[comma + 1..at].trim().trim_end_matches(',');
                    return Some(error.to_owned());
                }
                '>' | ')' | ']' => depth -= 1,
                _ => {}
            }
        }
        None
    };
    results.filter_map(second).collect()
}

/// A file that is cut off in the middle of being written would be the end of somebody's work.
#[test]
fn only_one_module_writes_files() {
    for (name, text) in texts() {
        let in_a_test = name.ends_with("tests.rs") || name == "describe/schema/generate.rs";
        if within(&name, "system/files") || in_a_test {
            continue;
        }
        for writes in ["fs::write(", "File::create", "fs::rename(", "fs::copy("] {
            assert!(!code(&text).contains(writes), "{name} uses {writes}");
        }
    }
}

#[test]
fn no_file_prints_past_the_filter() {
    for (name, text) in texts() {
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
    for (name, text) in texts() {
        assert!(text.starts_with("//! "), "{name} does not open with //!");
        let lines = text.lines().count();
        assert!(lines <= 400, "{name} has {lines} lines");
        assert!(!name.ends_with("mod.rs"), "{name}");
    }
}

/// `tests/FAULTS.md` names tests by file and function.
#[test]
fn every_test_of_a_fault_exists() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let table = include_str!("FAULTS.md");
    let rows: Vec<_> = table.lines().filter(|row| row.starts_with("| F")).collect();
    assert!(rows.len() >= 48, "{} rows", rows.len());
    let mut tests = 0;
    for row in rows {
        let named: Vec<_> = row
            .split('`')
            .filter_map(|name| name.split_once("::"))
            .collect();
        assert!(row.ends_with("| open |") || !named.is_empty(), "{row}");
        for (file, function) in named {
            let folder = if file.starts_with("src/") {
                ""
            } else {
                "tests"
            };
            let path = root.join(folder).join(format!("{file}.rs"));
            let text = std::fs::read_to_string(&path).unwrap_or_default();
            let head = format!("fn {function}(");
            assert!(text.contains(&head), "{file}::{function} is not there");
            tests += 1;
        }
    }
    assert!(tests > 60, "{tests} tests");
}
