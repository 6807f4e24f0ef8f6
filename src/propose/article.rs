//! An article as it was read: its text, a paragraph a line, and what it says of itself.

use super::head::Head;
use super::{dateline, html, markdown, plain};
use crate::dossier::{Date, Text};
use crate::verify::sum_of;

/// How a text is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// A paragraph a line, or lines with a blank one between paragraphs.
    Plain,
    /// Markdown; a head of `---` lines tells title, author and date.
    Markdown,
    /// A page of the web.
    Html,
    /// What was taken out of a PDF: lines as on the page, a blank one between paragraphs.
    Pdf,
}

impl Format {
    /// By the ending of a name, or where that says nothing by the first characters of the text.
    pub fn of(name: &str, text: &str) -> Self {
        let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
        match ending.to_ascii_lowercase().as_str() {
            "html" | "htm" | "xhtml" => Self::Html,
            "md" | "markdown" => Self::Markdown,
            "txt" | "text" => Self::Plain,
            _ => {
                let trimmed = text.trim_start();
                let start = trimmed[..trimmed.floor_char_boundary(15)].to_ascii_lowercase();
                if is_tag(&start) {
                    Self::Html
                } else {
                    Self::Plain
                }
            }
        }
    }
}

/// Does a page of the web begin so, with or without its outer tags?
fn is_tag(start: &str) -> bool {
    const FIRST: [&str; 12] = [
        "!doctype", "html", "head", "body", "title", "meta", "article", "main", "div", "section",
        "h1", "p",
    ];
    let Some(tag) = start.strip_prefix('<') else {
        return false;
    };
    let name = tag
        .split(|c: char| c == '>' || c == '/' || c.is_whitespace())
        .next();
    name.is_some_and(|name| FIRST.contains(&name))
}

/// What was read.
#[derive(Clone, Debug, Default)]
pub struct Article {
    /// Its text, a paragraph a line.
    pub text: String,
    /// Of the bytes of [`Self::text`], in hexadecimal.
    pub sha256: String,
    /// Its title, as far as it says.
    pub title: Option<String>,
    /// Who wrote it, as printed.
    pub byline: Option<String>,
    /// Where it appeared.
    pub site: Option<String>,
    /// When.
    pub issued: Option<Date>,
    /// Its language, as BCP 47 writes it.
    pub language: Option<String>,
    /// Its address.
    pub url: Option<String>,
}

/// Longer titles are not titles.
const TITLE: usize = 300;

impl Article {
    /// Reads a text.
    pub fn read(raw: &str, format: Format) -> Self {
        let (head, body) = match format {
            Format::Plain => (plain::head(raw), raw.to_owned()),
            Format::Markdown => markdown::read(raw),
            Format::Html => html::read(raw),
            Format::Pdf => (Head::default(), unwrapped(raw)),
        };
        // The text of a plain file stays as it is, so that its sum is that of the file.
        let text = if format == Format::Plain {
            body
        } else {
            body.trim().to_owned() + "\n"
        };
        let some = |text: Option<String>| {
            text.map(|text| text.split_whitespace().collect::<Vec<_>>().join(" "))
                .filter(|text| !text.is_empty() && text.len() <= TITLE)
        };
        Self {
            sha256: sum_of(text.as_bytes()),
            title: some(head.title),
            byline: some(head.byline),
            site: some(head.site),
            issued: some(head.issued)
                .and_then(|day| date(&day))
                .or_else(|| dateline::issued(&text)),
            language: some(head.language),
            url: some(head.url),
            text,
        }
    }

    /// Has it no words?
    pub fn is_empty(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// What it is called: its title, or else its first words in brackets.
    pub(super) fn called(&self) -> Text {
        const WORDS: usize = 10;
        if let Some(title) = &self.title {
            return Text::new(title);
        }
        let first: Vec<_> = self.text.split_whitespace().take(WORDS).collect();
        let words: String = first.join(" ").chars().take(TITLE).collect();
        Text::new(&format!("[{words} …]"))
    }
}

/// A paragraph a line; a word that was broken at the end of a line is whole again.
fn unwrapped(raw: &str) -> String {
    let mut out = String::with_capacity(raw.len());
    for line in raw.lines().map(str::trim) {
        if line.is_empty() {
            out.push('\n');
            continue;
        }
        let begins = line.starts_with(char::is_lowercase);
        if out.ends_with('-') && begins {
            out.pop();
        } else if !out.is_empty() && !out.ends_with('\n') {
            out.push(' ');
        }
        out.push_str(line);
    }
    out
}

/// `2025-07-31T09:00:00+03:00` → `2025-07-31`.
fn date(text: &str) -> Option<Date> {
    let day = text.split(['T', ' ']).next().unwrap_or_default();
    Date::parse(day).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_a_page_become_paragraphs() {
        let article = Article::read(
            "The minis-\nters met\nin Hanoi.\n\nThen left.\n",
            Format::Pdf,
        );
        assert_eq!(article.text, "The ministers met in Hanoi.\nThen left.\n");
    }

    #[test]
    fn a_plain_text_stays_as_it_is() {
        let article = Article::read(" One. \r\n\nTwo.", Format::of("a.TXT", ""));
        assert_eq!(article.text, " One. \r\n\nTwo.");
        assert_eq!(*article.called(), *"[One. Two. …]");
        for (start, format) in [
            ("  <!DOCTYPE HTML><p>", Format::Html),
            ("<p>Laos and Russia met.", Format::Html),
            ("<meta charset=utf-8>", Format::Html),
            ("<Peru> met", Format::Plain),
        ] {
            assert_eq!(Format::of("-", start), format, "{start}");
        }
    }
}
