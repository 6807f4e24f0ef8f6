//! `bilat guide`: the pages of the guide, which are compiled in.

use std::fmt::Write;

use clap::builder::{PossibleValue, PossibleValuesParser};
use color_eyre::eyre::Result;

use super::out::page;

/// Lists the pages of `assets/guide`, each by its topic.
macro_rules! topics {
    ($($name:literal),* $(,)?) => {
        [$(Topic {
            name: $name,
            text: include_str!(concat!("../../assets/guide/", $name, ".md")),
        }),*]
    };
}

/// A page of the guide.
struct Topic {
    /// What it is called on the command line.
    name: &'static str,
    /// Markdown, with the title in the first line.
    text: &'static str,
}

/// In the order in which they are listed: reading first, then writing, then the program itself.
const TOPICS: [Topic; 15] = topics![
    "dashboard",
    "keys",
    "settings",
    "search",
    "contested",
    "commands",
    "lists",
    "dossier",
    "edit",
    "import",
    "draft",
    "vet",
    "export",
    "measurements",
    "change",
];

/// Columns of a topic's name in the list.
const LEAD: usize = 14;

impl Topic {
    fn title(&self) -> &'static str {
        let first = self.text.lines().next().unwrap_or_default();
        first.trim_start_matches("# ")
    }
}

/// Takes the name of a topic; an unknown name is an error that names the nearest one and lists all.
pub(super) fn topic() -> PossibleValuesParser {
    let values = TOPICS.map(|topic| PossibleValue::new(topic.name).help(topic.title()));
    PossibleValuesParser::new(values)
}

/// Prints a page, or the list of topics, and returns the exit code.
///
/// # Errors
/// When it cannot be written.
pub(super) fn run(name: Option<&str>, no_pager: bool) -> Result<u8> {
    let found = TOPICS.iter().find(|topic| Some(topic.name) == name);
    match found {
        Some(topic) => page(topic.text, no_pager)?,
        None => page(&list(), no_pager)?,
    }
    Ok(0)
}

fn list() -> String {
    let mut out = "Topics of the guide; `bilat guide TOPIC` prints one:\n\n".to_owned();
    for topic in &TOPICS {
        // A string takes whatever is written to it.
        let _ = writeln!(out, "  {:<LEAD$}{}", topic.name, topic.title());
    }
    out
}
