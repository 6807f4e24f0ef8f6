//! The README and the pages of the guide, and the blocks of code in them.
#![allow(dead_code, reason = "each test file uses its own part of this")]
#![expect(unreachable_pub, reason = "a module of several test programs")]

use std::fs;
use std::path::{Path, PathBuf};

/// The folder of the project.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Are the pages to be written anew instead of compared?
pub fn writes() -> bool {
    std::env::var_os("BILAT_WRITE_GUIDE").is_some()
}

/// A page of Markdown.
pub struct Page {
    /// Its path in the project, such as `assets/guide/keys.md`.
    pub name: String,
    pub text: String,
}

/// A block of code.
pub struct Block<'a> {
    /// What is behind the opening fence.
    pub language: &'a str,
    /// What is between the fences.
    pub body: &'a str,
}

/// The README, then the pages of the guide by name.
pub fn pages() -> Vec<Page> {
    let guide = fs::read_dir(root().join("assets/guide")).expect("the guide");
    let mut paths: Vec<PathBuf> = guide.map(|entry| entry.expect("a page").path()).collect();
    paths.sort();
    paths.insert(0, root().join("README.md"));
    assert!(paths.len() > 10, "{paths:?}");
    let page = |path: PathBuf| {
        let name = path.strip_prefix(root()).expect("in the project");
        Page {
            name: name.to_str().expect("text").to_owned(),
            text: fs::read_to_string(&path).expect("a page"),
        }
    };
    paths.into_iter().map(page).collect()
}

/// The page at that path.
pub fn page(name: &str) -> Page {
    let found = pages().into_iter().find(|page| page.name == name);
    found.unwrap_or_else(|| panic!("{name} is no page"))
}

impl Page {
    /// Its blocks of code, in order.
    pub fn blocks(&self) -> Vec<Block<'_>> {
        let fenced = self.text.split("\n```").skip(1).step_by(2);
        let blocks = fenced.map(|block| {
            let (language, body) = block.split_once('\n').expect("a fence is a line");
            Block { language, body }
        });
        blocks.collect()
    }

    /// Its text without the blocks of code.
    pub fn prose(&self) -> String {
        let parts: Vec<_> = self.text.split("\n```").step_by(2).collect();
        parts.join("\n")
    }

    /// What is between backticks in its prose.
    pub fn spans(&self) -> Vec<String> {
        let prose = self.prose();
        let spans = prose.split('`').skip(1).step_by(2);
        spans.map(|span| span.replace('\n', " ")).collect()
    }

    /// Where the links and pictures in it lead to within the project, with what they are written as.
    pub fn links(&self) -> Vec<(String, PathBuf)> {
        let folder = Path::new(&self.name).parent().expect("a file");
        let prose = self.prose();
        let targets = prose
            .split("](")
            .skip(1)
            .map(|rest| rest.split(')').next().expect("an end"));
        let own = targets.filter(|target| !target.starts_with("https://"));
        own.map(|target| (target.to_owned(), root().join(folder).join(target)))
            .collect()
    }

    /// Writes it, where it has changed.
    pub fn write(&self) {
        fs::write(root().join(&self.name), &self.text).expect("the page is written");
    }
}
