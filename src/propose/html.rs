//! A page of the web to the text of its article: a paragraph a line, without menus, captions and
//! scripts; and what its head says of it.
//!
//! Built on the tokenizer of WHATWG that the project has. The readability crates stand on `selectors`
//! and `cssparser`, whose licence (MPL-2.0) the project does not take.

use html5gum::{DefaultEmitter, StartTag, State, Token, Tokenizer};

use super::head::Head;
use super::unseen::Unseen;

/// Tags that end a paragraph.
const BREAKS: [&[u8]; 24] = [
    b"p",
    b"br",
    b"div",
    b"li",
    b"ul",
    b"ol",
    b"tr",
    b"td",
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
    b"dt",
    b"dd",
    b"pre",
];

/// Tags whose contents are not of the article.
const ASIDE: [&[u8]; 12] = [
    b"nav",
    b"aside",
    b"footer",
    b"form",
    b"figure",
    b"button",
    b"select",
    b"svg",
    b"template",
    b"dialog",
    b"menu",
    b"object",
];

/// Tags whose contents are no text.
const HIDDEN: [&[u8]; 4] = [b"script", b"style", b"iframe", b"noscript"];

/// Tags that hold the article, where a page says so.
const BODY: [&[u8]; 2] = [b"article", b"main"];

/// A paragraph outside of `<article>` has so many words, or is a line of a menu.
const WORDS: usize = 8;

/// An article of fewer bytes is a teaser: the whole page is read then.
const SHORT: usize = 400;

/// The head and the text.
pub(super) fn read(raw: &str) -> (Head, String) {
    let mut page = Page::default();
    let mut tokens = Tokenizer::new_with_emitter(raw, DefaultEmitter::<()>::default());
    while let Some(Ok(token)) = tokens.next() {
        match token {
            Token::StartTag(tag) => {
                page.open(&tag);
                let name = &**tag.name;
                if name == b"script" {
                    tokens.set_state(State::ScriptData);
                } else if HIDDEN.contains(&name) {
                    tokens.set_state(State::RawText);
                } else if name == b"title" || name == b"textarea" {
                    tokens.set_state(State::RcData);
                }
            }
            Token::EndTag(tag) => page.close(&tag.name),
            Token::String(words) => page.words(&String::from_utf8_lossy(&words)),
            Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
        }
    }
    page.finish()
}

/// A page while it is read.
#[derive(Default)]
struct Page {
    head: Head,
    title: String,
    in_title: bool,
    in_heading: bool,
    heading: String,
    hidden: bool,
    aside: usize,
    unseen: Unseen,
    body: usize,
    /// The paragraph that is open.
    line: String,
    /// Each with whether it is in the article.
    lines: Vec<(String, bool)>,
}

impl Page {
    fn open(&mut self, tag: &StartTag<()>) {
        let name = &**tag.name;
        self.unseen.open(tag);
        self.hidden = HIDDEN.contains(&name) || name == b"textarea";
        if BREAKS.contains(&name) || ASIDE.contains(&name) {
            self.end();
        }
        self.aside += usize::from(ASIDE.contains(&name));
        self.body += usize::from(BODY.contains(&name));
        self.in_title = name == b"title" && self.title.is_empty();
        self.in_heading |= name == b"h1" && self.heading.is_empty();
        let value = |name: &[u8]| {
            let value = tag.attributes.get(name)?;
            Some(String::from_utf8_lossy(value).trim().to_owned()).filter(|v| !v.is_empty())
        };
        match name {
            b"html" => self.head.language = value(b"lang"),
            b"meta" => {
                let called = value(b"property")
                    .or_else(|| value(b"name"))
                    .or_else(|| value(b"itemprop"));
                if let Some((called, content)) = called.zip(value(b"content")) {
                    self.meta(&called.to_ascii_lowercase(), content);
                }
            }
            b"link" if value(b"rel").as_deref() == Some("canonical") => {
                self.head.url = value(b"href").or(self.head.url.take());
            }
            b"time" if self.head.issued.is_none() && self.aside == 0 => {
                self.head.issued = value(b"datetime");
            }
            _ => {}
        }
    }

    fn meta(&mut self, called: &str, content: String) {
        let place = match called {
            "og:title" => &mut self.head.title,
            "author" | "article:author" | "dc.creator" => &mut self.head.byline,
            "og:site_name" => &mut self.head.site,
            "article:published_time" | "datepublished" | "date" | "dc.date" | "pubdate" => {
                &mut self.head.issued
            }
            "og:url" => &mut self.head.url,
            _ => return,
        };
        place.get_or_insert(content);
    }

    fn close(&mut self, name: &[u8]) {
        self.unseen.close(name);
        self.hidden = false;
        self.in_title = false;
        self.in_heading &= name != b"h1";
        if BREAKS.contains(&name) || ASIDE.contains(&name) {
            self.end();
        }
        let less = |count: usize, is: bool| count.saturating_sub(usize::from(is));
        self.aside = less(self.aside, ASIDE.contains(&name));
        self.body = less(self.body, BODY.contains(&name));
    }

    fn words(&mut self, words: &str) {
        if self.in_title {
            self.title.push_str(words);
        } else if !self.hidden && self.aside == 0 && !self.unseen.is() {
            self.line.push_str(words);
            if self.in_heading {
                self.heading.push_str(words);
            }
        }
    }

    /// Ends the paragraph that is open.
    fn end(&mut self) {
        let words: Vec<_> = self.line.split_whitespace().collect();
        if !words.is_empty() {
            self.lines.push((words.join(" "), self.body > 0));
        }
        self.line.clear();
    }

    fn finish(mut self) -> (Head, String) {
        self.end();
        let inside: Vec<_> = self.lines.iter().filter(|(_, body)| *body).collect();
        let length: usize = inside.iter().map(|(line, _)| line.len()).sum();
        let kept: Vec<&str> = if length >= SHORT {
            inside.into_iter().map(|(line, _)| line.as_str()).collect()
        } else {
            let lines: Vec<&str> = self.lines.iter().map(|(line, _)| line.as_str()).collect();
            prose(lines)
        };
        let text = kept.join("\n");
        let title = |text: String| Some(text).filter(|text| !text.trim().is_empty());
        let head = &mut self.head;
        head.title = head
            .title
            .take()
            .or(title(self.heading))
            .or(title(self.title));
        (self.head, text)
    }
}

/// The lines that are no menu: long ones, and short sentences right before or behind one of those.
fn prose(lines: Vec<&str>) -> Vec<&str> {
    let mut kept: Vec<bool> = lines
        .iter()
        .map(|line| line.split(' ').take(WORDS).count() == WORDS)
        .collect();
    // A page of short lines alone has no menu beside its text.
    if !kept.contains(&true) {
        return lines;
    }
    for at in 1..lines.len() {
        kept[at] |= kept[at - 1] && is_sentence(lines[at]);
    }
    for at in (1..lines.len()).rev() {
        kept[at - 1] |= kept[at] && is_sentence(lines[at - 1]);
    }
    let mut kept = kept.into_iter();
    let all = lines.into_iter();
    all.filter(|_| kept.next() == Some(true)).collect()
}

/// Three words and more, and a mark that ends a sentence.
fn is_sentence(line: &str) -> bool {
    line.ends_with(['.', '!', '?', '”', '"', '»', '…', '’']) && line.split(' ').nth(2).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn menus_go_and_the_article_stays() {
        let words = "The two ministers met in Vientiane and spoke about rail and trade. ".repeat(8);
        let page = format!(
            "<!DOCTYPE html><html lang=en><head><title>Site</title><meta property='og:title' content='Talks &amp; trade'>\
             <meta property='article:published_time' content='2026-03-04T09:00:00Z'><script>x<p>no</script></head>\
             <body><nav><a>Home</a></nav><article><h1>Talks</h1><p>{words}</p><p>Short one.</p>\
             <figure><figcaption>A picture</figcaption></figure></article><footer>All rights</footer></body></html>"
        );
        let (head, text) = read(&page);
        assert_eq!(head.title.as_deref(), Some("Talks & trade"));
        assert_eq!(head.issued.as_deref(), Some("2026-03-04T09:00:00Z"));
        assert_eq!(head.language.as_deref(), Some("en"));
        let lines: Vec<_> = text.lines().collect();
        assert_eq!(lines, ["Talks", words.trim(), "Short one."]);
    }

    #[test]
    fn without_an_article_short_lines_are_menus() {
        let (head, text) =
            read("<title>T</title><div>Home</div><p>One two three four five six seven eight.</p>");
        assert_eq!(head.title.as_deref(), Some("T"));
        assert_eq!(text, "One two three four five six seven eight.");
        let next = read(
            "<div>Home</div><p>One two three four five six seven eight.</p><p>Trade was $5 million.</p><p>It fell in 2025.</p><p>Read more</p>",
        );
        assert_eq!(
            next.1,
            "One two three four five six seven eight.\nTrade was $5 million.\nIt fell in 2025."
        );
        let short = read("<html><h1>Talks</h1><p>Laos and Russia met.").1;
        assert_eq!(short, "Talks\nLaos and Russia met.");
        let deep = "<div>".repeat(200_000) + "<p>never closed";
        assert_eq!(read(&deep).1, "never closed");
    }
}
