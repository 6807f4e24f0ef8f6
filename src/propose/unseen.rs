//! What whoever reads a page does not see of it, or sees struck out: `<del>`, `<p hidden>`,
//! `<div style="display: none">`. Neither a draft nor a comparison reads it.

use html5gum::StartTag;

/// Tags of what was struck out.
const STRUCK: [&[u8]; 3] = [b"del", b"s", b"strike"];

/// Tags that have no contents.
const VOID: [&[u8]; 14] = [
    b"area", b"base", b"br", b"col", b"embed", b"hr", b"img", b"input", b"link", b"meta", b"param",
    b"source", b"track", b"wbr",
];

/// Tags that need not be closed: the next of these, or the end of what they are in, closes them.
const LOOSE: [&[u8]; 7] = [b"p", b"li", b"dt", b"dd", b"tr", b"td", b"th"];

/// What the loose ones are in.
const LISTS: [&[u8]; 4] = [b"ul", b"ol", b"dl", b"table"];

/// Tags that close an open paragraph.
const BLOCKS: [&[u8]; 20] = [
    b"p",
    b"div",
    b"ul",
    b"ol",
    b"dl",
    b"table",
    b"blockquote",
    b"h1",
    b"h2",
    b"h3",
    b"h4",
    b"h5",
    b"h6",
    b"hr",
    b"section",
    b"article",
    b"main",
    b"header",
    b"footer",
    b"pre",
];

/// The element that is not seen, while a page is read.
#[derive(Debug, Default)]
pub struct Unseen {
    /// Its tag.
    tag: Vec<u8>,
    /// How many of that tag are open from it on; none where everything is seen.
    depth: usize,
    /// Lists and tables that are open in it.
    lists: usize,
}

impl Unseen {
    /// Are the words that come now not seen?
    pub fn is(&self) -> bool {
        self.depth > 0
    }

    /// A tag begins.
    pub fn open(&mut self, tag: &StartTag<()>) {
        let name = &**tag.name;
        if self.is() && !self.ends_before(name) {
            self.depth += usize::from(self.tag == name);
            self.lists += usize::from(LISTS.contains(&name));
            return;
        }
        (self.depth, self.lists) = (0, 0);
        let value = |of: &[u8]| {
            let value = tag.attributes.get(of)?;
            Some(String::from_utf8_lossy(value).to_ascii_lowercase())
        };
        let style = value(b"style")
            .unwrap_or_default()
            .replace(char::is_whitespace, "");
        let hidden = value(b"hidden").is_some()
            || style.contains("display:none")
            || style.contains("visibility:hidden");
        // Scripts hide a whole page until it is laid out.
        let page = matches!(name, b"html" | b"body");
        if STRUCK.contains(&name) || hidden && !page && !VOID.contains(&name) {
            self.tag = name.to_vec();
            self.depth = 1;
        }
    }

    /// A tag ends.
    pub fn close(&mut self, name: &[u8]) {
        if !self.is() {
            return;
        }
        if self.tag == name {
            self.depth -= 1;
            return;
        }
        let list = LISTS.contains(&name);
        let around = match &*self.tag {
            b"p" => BLOCKS.contains(&name),
            tag => LOOSE.contains(&tag) && list && self.lists == 0,
        };
        if around {
            self.depth = 0;
        }
        self.lists = self.lists.saturating_sub(usize::from(list));
    }

    /// Does an element of that tag end the one that is not seen, which nothing closed?
    fn ends_before(&self, name: &[u8]) -> bool {
        match &*self.tag {
            b"p" => BLOCKS.contains(&name),
            tag => LOOSE.contains(&tag) && tag == name && self.lists == 0,
        }
    }
}

#[cfg(test)]
mod tests {
    use html5gum::{DefaultEmitter, Token, Tokenizer};

    use super::*;

    fn seen(page: &str) -> String {
        let mut unseen = Unseen::default();
        let mut out = String::new();
        let mut tokens = Tokenizer::new_with_emitter(page, DefaultEmitter::<()>::default());
        while let Some(Ok(token)) = tokens.next() {
            match token {
                Token::StartTag(tag) => unseen.open(&tag),
                Token::EndTag(tag) => unseen.close(&tag.name),
                Token::String(words) if !unseen.is() => {
                    out.push_str(&String::from_utf8_lossy(&words));
                }
                _ => {}
            }
        }
        out
    }

    #[test]
    fn what_is_hidden_or_struck_out_is_not_seen() {
        for (page, expected) in [
            ("<p>a<del>b</del>c<s>d<s>e</s>f</s>g", "acg"),
            ("<p hidden>a</p>b<p hidden=until-found>c<p>d", "bd"),
            ("<p hidden>a<b>b</b></p>c", "c"),
            ("<div><p hidden>a</div>b", "b"),
            (
                "<div style='color:red; Display : none'>a<div>b</div>c</div>d",
                "d",
            ),
            ("<span style=\"visibility:hidden\">a</span>b", "b"),
            ("<ul><li hidden>a<li>b</ul>c", "bc"),
            ("<ul><li hidden>a<ul><li>b</ul>c</ul>d", "d"),
            ("<br hidden>a<img style='display:none'>b", "ab"),
            ("<body style='display:none'>a", "a"),
        ] {
            assert_eq!(seen(page), expected, "{page}");
        }
    }
}
