//! Light colour for a terminal. It only repeats what the words say: without it the text is the same.

use std::ops::Range;

/// Whether what is written has colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LineStyle {
    /// Escape sequences may be written.
    pub colour: bool,
}

/// Back to what the terminal had (ECMA-48, SGR).
const RESET: &str = "\x1b[0m";

impl LineStyle {
    /// Every sequence that is written.
    pub const SEQUENCES: [&str; 6] = [
        RESET,
        "\x1b[1m",
        "\x1b[36m",
        "\x1b[2m",
        "\x1b[31m",
        "\x1b[1;35m",
    ];

    /// What a record is called.
    pub fn strong(self, text: &str) -> String {
        self.paint("1", text)
    }

    /// When it was, and what begins a part.
    pub fn lead(self, text: &str) -> String {
        self.paint("36", text)
    }

    /// What is said beside the point: ids, passages.
    pub fn dim(self, text: &str) -> String {
        self.paint("2", text)
    }

    /// What is contested or not sure.
    pub fn warn(self, text: &str) -> String {
        self.paint("31", text)
    }

    /// A text with what a search has found in it marked.
    pub fn hits(self, text: &str, hits: &[Range<usize>]) -> String {
        if !self.colour || hits.is_empty() {
            return text.to_owned();
        }
        let mut out = String::new();
        let mut from = 0;
        for hit in hits {
            out.push_str(&text[from..hit.start]);
            out.push_str(&self.paint("1;35", &text[hit.clone()]));
            from = hit.end;
        }
        out + &text[from..]
    }

    fn paint(self, style: &str, text: &str) -> String {
        if self.colour && !text.is_empty() {
            format!("\x1b[{style}m{text}{RESET}")
        } else {
            text.to_owned()
        }
    }
}
