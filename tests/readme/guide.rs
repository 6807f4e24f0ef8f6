//! `bilat guide`: the pages of the guide in the terminal.

use super::{bilat, pages};

/// The names of the pages, and the pages.
fn topics() -> Vec<(String, String)> {
    let pages = pages::pages();
    let guide = pages.into_iter().filter_map(|page| {
        let name = page.name.strip_prefix("assets/guide/")?;
        Some((name.strip_suffix(".md")?.to_owned(), page.text))
    });
    guide.collect()
}

#[test]
fn every_topic_is_listed_and_printed() {
    let list = bilat("guide");
    let rows = list.lines().filter_map(|line| line.strip_prefix("  "));
    let mut listed: Vec<_> = rows.filter_map(|row| row.split(' ').next()).collect();
    listed.sort_unstable();
    let topics = topics();
    let names: Vec<_> = topics.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(listed, names, "{list}");
    for (name, text) in &topics {
        let title = text
            .lines()
            .next()
            .and_then(|line| line.strip_prefix("# "))
            .expect("a page begins with its title");
        assert!(list.contains(title), "{title}: {list}");
        assert_eq!(&bilat(&format!("guide {name}")), text);
    }
}

/// The README lists the topics in the same order and with the same titles.
#[test]
fn the_readme_links_every_topic() {
    let list = bilat("guide");
    let readme = pages::page("README.md").text;
    let rows: Vec<_> = readme
        .lines()
        .filter_map(|row| {
            let (name, rest) = row.strip_prefix("| `")?.split_once("` | [")?;
            let (title, link) = rest.split_once("](")?;
            assert_eq!(link, format!("assets/guide/{name}.md) |"));
            Some(format!("  {name:<14}{title}"))
        })
        .collect();
    let listed: Vec<_> = list.lines().filter(|line| line.starts_with("  ")).collect();
    assert_eq!(rows, listed);
}

#[test]
fn an_unknown_topic_names_the_nearest_and_all() {
    let said = bilat("guide serch; echo $?");
    assert!(said.starts_with("bilat: "), "{said}");
    assert!(
        said.contains("'search'") && said.ends_with("\n2\n"),
        "{said}"
    );
    for (name, _) in topics() {
        assert!(said.contains(&name), "{name}: {said}");
    }
}

#[test]
fn topics_are_in_help_completions_and_manual() {
    for command in [
        "help guide",
        "completions bash",
        "completions zsh",
        "man guide",
    ] {
        let said = bilat(command);
        for (name, _) in topics() {
            assert!(said.contains(&name), "{command}: {name}");
        }
    }
}
