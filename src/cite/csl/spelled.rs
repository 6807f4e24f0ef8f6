//! Text for programs to which `<i>` sets a word in italics and `&amp;` is an ampersand: what looks like such
//! a mark is spelled out. All other text is as it is.
//!
//! Source: the documentation of citeproc-js, "CSL-JSON Markup",
//! <https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html>.

use super::{Author, Item};

/// The names of the tags.
const TAGS: [&str; 6] = ["i", "b", "sub", "sup", "sc", "span"];

/// The longest name of a character that is looked for, in bytes.
const LONGEST: usize = 100;

impl Item {
    /// With no mark in its texts. Addresses and keys have none.
    pub(super) fn spelled(self) -> Self {
        let some = |text: Option<String>| text.as_deref().map(spelled);
        let people = |names: Vec<Author>| names.into_iter().map(Author::spelled).collect();
        Self {
            title: spelled(&self.title),
            author: people(self.author),
            editor: people(self.editor),
            translator: people(self.translator),
            container_title: some(self.container_title),
            volume: some(self.volume),
            issue: some(self.issue),
            page: some(self.page),
            publisher: some(self.publisher),
            publisher_place: some(self.publisher_place),
            issued: self.issued.map(|mut date| {
                date.literal = some(date.literal.take());
                date
            }),
            accessed: self.accessed.map(|mut date| {
                date.literal = some(date.literal.take());
                date
            }),
            language: some(self.language),
            note: some(self.note),
            annote: some(self.annote),
            ..self
        }
    }
}

impl Author {
    fn spelled(self) -> Self {
        match self {
            Self::Parts {
                family,
                given,
                suffix,
            } => Self::Parts {
                family: spelled(&family),
                given: spelled(&given),
                suffix: spelled(&suffix),
            },
            Self::Literal { literal } => Self::Literal {
                literal: spelled(&literal),
            },
        }
    }
}

fn spelled(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        let rest = &text[at + c.len_utf8()..];
        match c {
            '<' if is_tag(rest) => out.push_str("&lt;"),
            '&' if is_name(rest) => out.push_str("&amp;"),
            c => out.push(c),
        }
    }
    out
}

/// Is it the rest of a tag: `i>`, `/span>`, `span class="nocase">`?
fn is_tag(rest: &str) -> bool {
    let rest = rest.trim_start_matches('/');
    let named = TAGS.iter().filter_map(|tag| rest.strip_prefix(tag));
    named.into_iter().any(|rest| rest.starts_with(['>', ' ']))
}

/// Is it the rest of the name or the number of a character: `amp;`, `#233;`?
fn is_name(rest: &str) -> bool {
    let end = rest.bytes().take(LONGEST).position(|b| b == b';');
    let name = end.and_then(|end| rest.get(..end)).unwrap_or_default();
    let name = name.trim_start_matches('#');
    !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::spelled;

    #[test]
    fn only_what_looks_like_a_mark_is_spelled_out() {
        for (text, expected) in [
            ("A <i>x</i> & b", "A &lt;i>x&lt;/i> & b"),
            ("R&amp;D, AT&T, R&D; x", "R&amp;amp;D, AT&T, R&amp;D; x"),
            ("a < b > c <item>", "a < b > c <item>"),
            ("<span class=\"x\">", "&lt;span class=\"x\">"),
        ] {
            assert_eq!(spelled(text), expected);
        }
    }
}
