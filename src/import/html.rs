//! HTML to plain text: tags go, names of characters become the characters, paragraphs become lines.
//! Nothing is run or fetched; what is no tag by the rules of WHATWG stays as it is.

use std::ops::Range;

use html5gum::{DefaultEmitter, Error, StartTag, State, Token, Tokenizer};

/// Tags that end a line.
const BREAKS: [&[u8]; 27] = [
    b"br",
    b"p",
    b"div",
    b"li",
    b"ul",
    b"ol",
    b"tr",
    b"table",
    b"blockquote",
    b"h1",
    b"h2",
    b"h3",
    b"h4",
    b"h5",
    b"h6",
    b"dl",
    b"dt",
    b"dd",
    b"pre",
    b"section",
    b"article",
    b"header",
    b"footer",
    b"figure",
    b"figcaption",
    b"hr",
    b"cite",
];

/// Tags that show something that is elsewhere.
const SHOWN: [&[u8]; 5] = [b"img", b"iframe", b"video", b"audio", b"source"];

/// Tags whose contents are no text.
const HIDDEN: [&[u8]; 4] = [b"script", b"style", b"iframe", b"noscript"];

/// So many tags that are never closed are taken for text. A browser drops the rest of a page behind
/// the first; looking for the end of each would take the square of the time.
const UNCLOSED: usize = 16;

/// A text without its tags.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plain {
    /// Its words, a paragraph a line.
    pub text: String,
    /// Where its links lead, and where its pictures are.
    pub links: Vec<String>,
    /// Where white space stays as it is.
    kept: Vec<Range<usize>>,
    /// Paragraphs are lines; else all is one line.
    has_lines: bool,
}

/// Takes the tags out of `html`.
pub fn plain(html: &str) -> Plain {
    read(html, true)
}

/// Takes the tags out of `html`, the paragraphs of which become one line.
pub fn plain_line(html: &str) -> String {
    read(html, false).text
}

fn read(html: &str, has_lines: bool) -> Plain {
    let mut out = Plain {
        has_lines,
        ..Plain::default()
    };
    let mut rest = html;
    for _ in 0..UNCLOSED {
        let Some(tag) = out.read(rest, State::Data) else {
            break;
        };
        out.text.push('<');
        rest = &rest[tag + 1..];
        if !rest.contains('>') {
            // No more tags, but names of characters.
            out.read(rest, State::RcData);
            break;
        }
    }
    out.lay_out();
    out
}

impl Plain {
    /// Adds the words and links of `html`, up to a tag that is never closed: where that begins.
    fn read(&mut self, html: &str, state: State) -> Option<usize> {
        let mut tokens = Tokenizer::new_with_emitter(html, DefaultEmitter::new_with_span());
        tokens.set_state(state);
        let (mut hidden, mut unclosed, mut end) = (false, false, 0);
        let mut spans = Spans::default();
        let mut gap = None;
        while let Some(Ok(token)) = tokens.next() {
            match token {
                Token::StartTag(tag) => {
                    self.turn(&tag.name);
                    spans.open(&tag);
                    gap = sign(&tag.name).or(gap);
                    self.links.extend(shown(&tag));
                    hidden = HIDDEN.contains(&&**tag.name);
                    if hidden {
                        tokens.set_state(match &**tag.name {
                            b"script" => State::ScriptData,
                            _ => State::RawText,
                        });
                    }
                    end = tag.span.end;
                }
                Token::EndTag(tag) => {
                    self.turn(&tag.name);
                    gap = sign(&tag.name).map(|_| ' ').or(gap);
                    spans.close(&tag.name);
                    hidden = false;
                    end = tag.span.end;
                }
                Token::String(words) => {
                    if !hidden {
                        let gap = gap.take().filter(|_| self.meets(&words));
                        self.text.extend(gap);
                        let start = self.text.len();
                        self.text.push_str(&String::from_utf8_lossy(&words));
                        self.kept
                            .extend(spans.keep().then_some(start..self.text.len()));
                    }
                    end = words.span.end;
                }
                Token::Comment(comment) => end = comment.span.end,
                Token::Doctype(doctype) => end = doctype.span.end,
                Token::Error(error) => unclosed |= *error == Error::EofInTag,
            }
        }
        unclosed.then_some(end)
    }

    /// White space becomes a line end where a line ends, or else a blank, except where it is kept.
    fn lay_out(&mut self) {
        let mut out = String::with_capacity(self.text.len());
        let mut at = 0;
        let mut gap = None;
        for kept in &self.kept {
            flow(
                &self.text[at..kept.start],
                self.has_lines,
                &mut gap,
                &mut out,
            );
            out.extend(gap.take().filter(|_| !out.is_empty()));
            out.push_str(&self.text[kept.clone()]);
            at = kept.end;
        }
        flow(&self.text[at..], self.has_lines, &mut gap, &mut out);
        self.text = out;
    }

    fn turn(&mut self, name: &[u8]) {
        if BREAKS.contains(&name) {
            self.text.push('\n');
        } else if matches!(name, b"td" | b"th") {
            self.text.push(' ');
        }
    }

    /// Would the digits of these words go on a number that the text ends with?
    fn meets(&self, words: &[u8]) -> bool {
        let is_number = |b: &u8| b.is_ascii_digit() || matches!(b, b'+' | b'-');
        let is_dash = words.starts_with("−".as_bytes());
        self.text.ends_with(|c: char| c.is_ascii_digit())
            && (is_dash || words.first().is_some_and(is_number))
    }
}

/// Adds words with one sign between two of them; `gap` is that before the next word.
fn flow(text: &str, has_lines: bool, gap: &mut Option<char>, out: &mut String) {
    for c in text.chars() {
        if c == '\n' && has_lines {
            *gap = Some('\n');
        } else if c.is_whitespace() {
            gap.get_or_insert(' ');
        } else {
            out.extend(gap.take().filter(|_| !out.is_empty()));
            out.push(c);
        }
    }
}

/// The spans that are open: of each, whether white space in it stays as it is.
#[derive(Default)]
struct Spans(Vec<bool>);

impl Spans {
    fn open(&mut self, tag: &StartTag<usize>) {
        if *tag.name == b"span" && !tag.self_closing {
            let style = tag.attributes.get(b"style".as_slice());
            let keeps = style.is_some_and(|style| {
                let style = String::from_utf8_lossy(style).replace(' ', "");
                style.contains("white-space:pre")
            });
            self.0.push(keeps || self.keep());
        }
    }

    fn close(&mut self, name: &[u8]) {
        if name == b"span" {
            self.0.pop();
        }
    }

    fn keep(&self) -> bool {
        self.0.last().is_some_and(|keeps| *keeps)
    }
}

/// What sets a raised or lowered number apart from the one that it is written to: 10⁶ is not 106.
fn sign(name: &[u8]) -> Option<char> {
    match name {
        b"sup" => Some('^'),
        b"sub" => Some('_'),
        _ => None,
    }
}

/// Where a link leads, or where what a tag shows is.
fn shown(tag: &StartTag<usize>) -> Option<String> {
    let name: &[u8] = match &**tag.name {
        b"a" => b"href",
        other if SHOWN.contains(&other) => b"src",
        _ => return None,
    };
    tag.attributes.get(name).and_then(|place| link(place))
}

/// Where a link leads.
fn link(href: &[u8]) -> Option<String> {
    let text = String::from_utf8_lossy(href);
    let href = text.trim();
    (!href.is_empty()).then(|| href.to_owned())
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
            (
                "one &amp; two <b three=\"four &lt;",
                "one & two <b three=\"four <",
            ),
            ("a<b and b<c: <i>so a<c", "aso a<c"),
            (
                "<a title=\"x>one <b>two</b><br>three",
                "<a title=\"x>one two\nthree",
            ),
            ("<a title=\"x><script>alert(1)</script>y", "<a title=\"x>y"),
            ("x<style>p > a {}<b>bold</b></style>y", "xy"),
            ("x<noscript><p>off</noscript >y", "xy"),
            (
                "x<script>if (a </b>) '<!--<script></script>'</script>y",
                "xy",
            ),
            ("x<SCRIPT src='a'>1</SCRIPT>y<script/>z</script>", "xy"),
            ("x<plaintext>y<script>z</script>", "xy"),
            ("x<textarea>y<script>z</script>", "xy"),
            (
                "&notin; &NotEqualTilde; &copy2024 &#150; &#x1F600;",
                "∉ ≂̸ ©2024 – 😀",
            ),
            ("x<!doctype html><?php echo 1 ?>y</ z>", "xy"),
            ("x<![CDATA[y]]>z", "xz"),
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

    #[test]
    fn white_space_and_numbers_stay_apart() {
        for (html, text) in [
            ("a\r\n b <br> c", "a\nb\nc"),
            (
                "<p> x <span style='white-space: pre-wrap'>a\tb&#13;\n\n <i> c</i></span><br>d</p>",
                "x a\tb\r\n\n  c\nd",
            ),
            (
                "10<sup>6</sup> 10<sup>-6</sup> x<sub>2</sub> 10<sub>2</sub>5",
                "10^6 10^-6 x2 10_2 5",
            ),
            ("5<sup>th</sup> <i>10</i>6", "5th 106"),
            ("<tr><td>1</td><td>2</td></tr><tr><th>3</th>", "1 2\n3"),
            ("<h6>1</h6>2<dd>3", "1\n2\n3"),
        ] {
            assert_eq!(plain(html).text, text, "{html}");
        }
    }

    #[test]
    fn paragraphs_may_be_one_line() {
        let line = plain_line("<p>One</p><p>two<br> three</p>");
        assert_eq!(line, "One two three");
    }

    /// As long as they are, they are read in one pass or a few.
    #[test]
    fn tags_that_are_never_closed_are_text() {
        let many = "<a ".repeat(100_000);
        assert_eq!(plain(&many).text, many.trim_end());
        let quoted = format!("{many}<b c=\">");
        assert_eq!(plain(&quoted).text.matches('<').count(), UNCLOSED);
    }

    proptest! {
        #[test]
        fn nothing_that_is_written_is_a_fault(html in "[<>&;/!a-z\"'= #é\\n-]{0,40}") {
            let _ = plain(&html);
        }

        #[test]
        fn scripts_are_never_text(
            before in "[<>&;/!ab\"'= \\n-]{0,20}",
            name in "script|STYLE|iframe|noscript",
            inside in "[<>&;/!ab\"'= \\n-]{0,20}",
            after in "[<>&;/!ab\"'= \\n-]{0,20}",
        ) {
            let html = format!("{before}<{name}>{inside}SECRET</{name}>{after}");
            // Not where a comment or a tag has begun before it or inside.
            let taken = before.contains('<') || inside.contains('<');
            prop_assert!(taken || !plain(&html).text.contains("SECRET"), "{}", html);
        }
    }
}
