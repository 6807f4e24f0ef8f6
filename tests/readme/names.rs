//! What the pages name: files, links, subcommands, options, modules.

use std::collections::BTreeSet;
use std::fs;

use super::bilat;
use super::pages::{self, Page};

#[test]
fn every_block_is_of_a_sort_that_is_checked() {
    for page in pages::pages() {
        for block in page.blocks() {
            let sort = block.language.split(' ').next().unwrap_or_default();
            let known = ["console", "sh", "json", "toml"].contains(&sort);
            assert!(known, "{}: a block marked `{sort}`", page.name);
        }
    }
}

#[test]
fn every_link_leads_somewhere() {
    let mut links = 0;
    for page in pages::pages() {
        for (written, path) in page.links() {
            assert!(path.exists(), "{}: {written}", page.name);
            links += 1;
        }
    }
    assert!(links > 15, "{links} links");
}

/// A path such as `src/import.rs` or `src/import/NAME.rs`, the second of which is an example.
#[test]
fn every_path_is_there() {
    let mut paths = 0;
    for page in pages::pages() {
        for span in page.spans() {
            let of_ours = ["src/", "tests/", "assets/", "data/"];
            let ours = of_ours.iter().any(|folder| span.starts_with(folder));
            if ours && !span.contains(' ') && !span.contains("NAME") {
                assert!(pages::root().join(&span).exists(), "{}: {span}", page.name);
                paths += 1;
            }
        }
    }
    assert!(paths > 15, "{paths} paths");
}

/// The lines that a person may type: spans of code, and the lines of blocks that are commands.
fn typed(page: &Page) -> Vec<String> {
    let mut typed = page.spans();
    for block in page.blocks() {
        let lines = block.body.lines();
        match block.language.split(' ').next() {
            Some("sh") => typed.extend(lines.map(str::to_owned)),
            Some("console") => {
                typed.extend(lines.filter_map(|line| line.strip_prefix("$ ").map(str::to_owned)));
            }
            _ => {}
        }
    }
    typed
}

/// The subcommands, as help lists them.
fn subcommands() -> BTreeSet<String> {
    section("", "Commands:").into_iter().collect()
}

#[test]
fn every_subcommand_that_is_named_exists() {
    let known = subcommands();
    let mut tried = 0;
    for page in pages::pages() {
        for line in typed(&page) {
            for rest in line.split("bilat ").skip(1) {
                let word = rest.split([' ', '`', ')']).next().unwrap_or_default();
                if !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase()) {
                    assert!(known.contains(word), "{}: {line}", page.name);
                    tried += 1;
                }
            }
        }
    }
    assert!(tried > 30, "{tried} subcommands");
}

#[test]
fn every_subcommand_is_on_the_page_of_commands() {
    let spans = pages::page("assets/guide/commands.md").spans();
    let named = |command: &String| {
        let mut words = spans
            .iter()
            .map(|span| span.strip_prefix("bilat ").unwrap_or(span))
            .filter_map(|span| span.split(' ').next());
        words.any(|word| word == command)
    };
    for command in subcommands() {
        assert!(command == "help" || named(&command), "{command}");
    }
}

/// The words that begin a row of a section of a help page.
fn section(command: &str, heading: &str) -> Vec<String> {
    let help = bilat(&format!("{command} --help"));
    let rows = help
        .lines()
        .skip_while(|line| *line != heading)
        .skip(1)
        .take_while(|line| !line.is_empty());
    let names = rows.filter_map(|row| row.trim_start_matches([' ', '-']).split([' ', ':']).next());
    names.map(str::to_owned).collect()
}

#[test]
fn every_format_and_kind_is_on_its_page() {
    for (command, heading, page) in [
        ("import", "Formats:", "import"),
        ("export", "          Possible values:", "export"),
        ("add", "Commands:", "edit"),
    ] {
        let spans = pages::page(&format!("assets/guide/{page}.md")).spans();
        let names = section(command, heading);
        assert!(names.len() > 5, "{command}: {names:?}");
        for name in names {
            // The second begins the second line of a description.
            let no_name = ["help", "Package"].contains(&name.as_str());
            assert!(no_name || spans.contains(&name), "{command} {name}");
        }
    }
}

/// `--name` in a line, without its value.
fn options(line: &str) -> impl Iterator<Item = &str> {
    let words = line.split([' ', '\'', '"', '`', '(', ')', ',', ';']);
    let long = words.filter(|word| word.starts_with("--") && word.len() > 2);
    long.map(|word| word.split('=').next().unwrap_or(word))
}

#[test]
fn every_option_that_is_named_exists() {
    // Completions know every option of every subcommand.
    let script = bilat("completions bash");
    let known: BTreeSet<_> = script.split([' ', '"', '\n', ')', '|']).collect();
    let mut tried = 0;
    for page in pages::pages() {
        for line in typed(&page) {
            // Those of other programs are theirs; `-- --help` is of a benchmark.
            if line.contains("cargo ") || line.starts_with("-- ") {
                continue;
            }
            for option in options(&line) {
                assert!(known.contains(option), "{}: {option}", page.name);
                tried += 1;
            }
        }
    }
    assert!(tried > 40, "{tried} options");
}

/// The modules that are told are those of the source.
#[test]
fn the_table_of_modules_is_complete() {
    let page = pages::page("README.md");
    let (_, table) = page.text.split_once("| module |").expect("a table");
    let (table, _) = table.split_once("\n\n").expect("it ends");
    let rows = table.lines().filter_map(|row| row.strip_prefix("| `"));
    let listed: BTreeSet<_> = rows.filter_map(|row| row.split('`').next()).collect();
    let files = fs::read_dir(pages::root().join("src")).expect("the source");
    let names = files.map(|file| {
        file.expect("a file")
            .file_name()
            .into_string()
            .expect("text")
    });
    let modules: BTreeSet<_> = names
        .filter_map(|name| name.strip_suffix(".rs").map(str::to_owned))
        .filter(|name| name != "lib" && name != "main")
        .collect();
    assert_eq!(listed, modules.iter().map(String::as_str).collect());
}

#[test]
fn the_readme_is_short_and_has_its_commands() {
    let text = pages::page("README.md").text;
    assert!(text.lines().count() <= 250);
    for command in ["\ncargo run --release\n", "\ncargo test\n"] {
        assert!(text.contains(command), "{command}");
    }
}
