//! HTML to plain text: tags go, names of characters become the characters, paragraphs become lines.
//! Nothing is run, fetched or guessed; what is no tag stays as it is.

/// Tags that end a line.
const BREAKS: [&str; 15] = [
    "br",
    "p",
    "div",
    "li",
    "ul",
    "ol",
    "tr",
    "table",
    "blockquote",
    "h1",
    "h2",
    "h3",
    "h4",
    "hr",
    "cite",
];

/// Tags whose contents are no text.
const HIDDEN: [&str; 4] = ["script", "style", "iframe", "noscript"];

/// A text without its tags.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plain {
    /// Its words, a paragraph a line.
    pub text: String,
    /// Where its links lead.
    pub links: Vec<String>,
}

/// Takes the tags out of `html`.
pub fn plain(html: &str) -> Plain {
    let mut out = Plain::default();
    let mut words = String::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        words.push_str(&rest[..at]);
        let Some(tag) = Tag::read(&rest[at..]) else {
            words.push('<');
            rest = &rest[at + 1..];
            continue;
        };
        rest = &rest[at + tag.length..];
        if BREAKS.contains(&&*tag.name) {
            words.push('\n');
        }
        if tag.name == "a" {
            out.links.extend(tag.link());
        }
        if HIDDEN.contains(&&*tag.name) && !tag.closes {
            rest = after(rest, &tag.name);
        }
    }
    words.push_str(rest);
    let decoded = html_escape::decode_html_entities(&words).into_owned();
    let lines = decoded
        .lines()
        .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    let lines: Vec<_> = lines.filter(|line| !line.is_empty()).collect();
    out.text = lines.join("\n");
    out
}

/// What stands behind the closing tag of that name; nothing where there is none.
fn after<'a>(text: &'a str, name: &str) -> &'a str {
    let lower = text.to_ascii_lowercase();
    let found = lower.find(&format!("</{name}"));
    found.map_or("", |at| &text[at..])
}

struct Tag<'a> {
    name: String,
    closes: bool,
    inside: &'a str,
    length: usize,
}

impl<'a> Tag<'a> {
    /// The tag that a text begins with; `<` before anything but a letter, `/` or `!` begins none.
    fn read(text: &'a str) -> Option<Self> {
        let body = text.strip_prefix('<')?;
        if let Some(comment) = body.strip_prefix("!--") {
            let length = comment
                .find("-->")
                .map_or(text.len(), |end| end + "<!---->".len());
            return Some(Self {
                name: String::new(),
                closes: true,
                inside: "",
                length,
            });
        }
        let closes = body.starts_with('/');
        let named = body.strip_prefix(['/', '!']).unwrap_or(body);
        if !named.starts_with(|c: char| c.is_ascii_alphabetic()) {
            return None;
        }
        let end = end(body)?;
        let name: String = named
            .chars()
            .take_while(char::is_ascii_alphanumeric)
            .collect();
        Some(Self {
            name: name.to_ascii_lowercase(),
            closes,
            inside: &body[..end],
            length: end + 2,
        })
    }

    /// Where an `<a href="…">` leads.
    fn link(&self) -> Option<String> {
        let lower = self.inside.to_ascii_lowercase();
        let at = lower.find("href")? + "href".len();
        let value = self.inside[at..]
            .trim_start()
            .strip_prefix('=')?
            .trim_start();
        let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''));
        let value = match quote {
            Some(quote) => value[1..].split(quote).next()?,
            None => value.split_whitespace().next()?,
        };
        let value = html_escape::decode_html_entities(value).trim().to_owned();
        (!value.is_empty()).then_some(value)
    }
}

/// The `>` that ends a tag; one between quotation marks does not.
fn end(body: &str) -> Option<usize> {
    let mut quote = None;
    for (at, c) in body.char_indices() {
        match (quote, c) {
            (None, '>') => return Some(at),
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), _) if open == c => quote = None,
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn tags_go_and_words_stay() {
        for (html, text) in [
            ("plain", "plain"),
            (
                "<p>One <b>bold</b>&nbsp;word.</p><p>Two</p>",
                "One bold word.\nTwo",
            ),
            ("a<br/>b<BR>c", "a\nb\nc"),
            (
                "caf&eacute; &amp; th&#233; &#x2014; 5 &lt; 6",
                "café & thé — 5 < 6",
            ),
            ("&lt;script&gt;", "<script>"),
            ("x<script>alert(1)</script>y<style>p{}</style>z", "xyz"),
            ("x<script>never closed", "x"),
            ("5 < 6 and 7 <8", "5 < 6 and 7 <8"),
            ("<a title='a > b' href=\"u\">link</a>", "link"),
            ("a <!-- hidden > --> b", "a b"),
            ("<unclosed", "<unclosed"),
            ("&unknown; &", "&unknown; &"),
            ("", ""),
        ] {
            assert_eq!(plain(html).text, text, "{html}");
        }
        let found = plain(
            "<a href='https://a.example/?x=1&amp;y=2'>one</a> <a HREF=b>two</a> <a>three</a>",
        );
        assert_eq!(found.links, ["https://a.example/?x=1&y=2", "b"]);
    }

    proptest! {
        #[test]
        fn nothing_that_is_written_is_a_fault(html in "[<>&;/!a-z\"'= #é\\n-]{0,40}") {
            let _ = plain(&html);
        }
    }
}
