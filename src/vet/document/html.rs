//! A page: paragraphs, rows of tables, and notes that a link in the text leads to. `propose` reads
//! articles of others, whose notes and tables it leaves out.

use std::collections::HashMap;

use html5gum::{DefaultEmitter, StartTag, State, Token, Tokenizer};

use super::text::{Builder, Document};
use crate::propose::Unseen;

/// Tags that end a paragraph.
const BREAKS: [&[u8]; 20] = [
    b"p",
    b"br",
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
    b"section",
    b"article",
    b"main",
    b"dd",
    b"dt",
];

/// Tags whose contents are not the text.
const ASIDE: [&[u8]; 14] = [
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
    b"head",
    b"textarea",
];

/// Tags whose contents are no text.
const HIDDEN: [&[u8]; 4] = [b"script", b"style", b"iframe", b"noscript"];

pub(super) fn read(raw: &str) -> Document {
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
    builder: Builder,
    hidden: bool,
    aside: usize,
    unseen: Unseen,
    /// In a link to a note.
    link: bool,
    /// Drawings that are open, and the name of one, if it is read or was.
    drawings: usize,
    drawing: Drawing,
    /// Of every element with an id, where its words begin.
    targets: HashMap<String, usize>,
}

/// What a drawing says of itself in words, which have what it shows; and its marks, each with a title and a label
/// that are among those words unless somebody changed them.
#[derive(Default)]
struct Drawing {
    title: String,
    description: String,
    /// The title of the mark that is read, as "2021: 5 tonnes".
    mark: String,
    inside: Inside,
    /// The words of that part.
    words: String,
}

/// Which part of a drawing is read.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Inside {
    #[default]
    Nothing,
    Title,
    Description,
    /// The title of a mark.
    Mark,
    /// The label of a mark.
    Label,
}

impl Drawing {
    /// A part of it begins.
    fn open(&mut self, name: &[u8]) {
        self.inside = match name {
            b"title" if self.description.is_empty() => Inside::Title,
            b"title" => Inside::Mark,
            b"desc" => Inside::Description,
            b"text" if !self.mark.is_empty() => Inside::Label,
            _ => Inside::Nothing,
        };
        self.words.clear();
        if name == b"g" {
            self.mark.clear();
        }
    }

    /// A part of it ends: what is to be read of it. A mark is read where it says otherwise than the description.
    fn close(&mut self) -> Option<String> {
        let words = std::mem::take(&mut self.words);
        let told = match std::mem::take(&mut self.inside) {
            Inside::Nothing => None,
            Inside::Title => {
                self.title = words;
                None
            }
            Inside::Description => {
                self.description = words;
                Some(self.description.clone())
            }
            Inside::Mark => {
                self.mark = words;
                self.unsaid(self.mark.clone())
            }
            Inside::Label => self.unsaid(labelled(&self.mark, &words)?),
        };
        told.map(|told| format!("{}, {told}", self.title))
    }

    fn unsaid(&self, words: String) -> Option<String> {
        (!self.description.contains(&words)).then_some(words)
    }
}

/// The title of a mark with the number of its label; none where it has that number.
fn labelled(mark: &str, label: &str) -> Option<String> {
    let (time, figure) = mark.split_once(": ")?;
    let is_digit = |c: char| c.is_ascii_digit();
    if figure.contains(label) || !label.contains(is_digit) {
        return None;
    }
    let start = figure.find(is_digit)?;
    let length = figure[start..].find(|c: char| !is_digit(c) && !matches!(c, '.' | ','));
    let end = length.map_or(figure.len(), |length| start + length);
    let (before, behind) = (&figure[..start], &figure[end..]);
    Some(format!("{time}: {before}{label}{behind}"))
}

impl Page {
    fn open(&mut self, tag: &StartTag<()>) {
        let name = &**tag.name;
        self.unseen.open(tag);
        self.hidden = HIDDEN.contains(&name) || name == b"title";
        if ASIDE.contains(&name) {
            self.aside += 1;
        }
        self.drawings += usize::from(name == b"svg");
        if name == b"svg" {
            self.drawing = Drawing::default();
        }
        if self.drawings > 0 {
            self.hidden &= name != b"title";
            self.drawing.open(name);
        }
        if BREAKS.contains(&name) {
            self.builder.end();
        }
        let value = |name: &[u8]| {
            let value = tag.attributes.get(name)?;
            Some(String::from_utf8_lossy(value).trim().to_owned())
        };
        if let Some(id) = value(b"id") {
            self.targets.entry(id).or_insert(self.builder.text.len());
        }
        if name == b"a"
            && self.aside == 0
            && let Some(label) = value(b"href")
                .as_deref()
                .and_then(|to| to.strip_prefix('#'))
        {
            self.builder.mark(label);
            self.link = true;
        }
    }

    fn close(&mut self, name: &[u8]) {
        self.unseen.close(name);
        self.hidden = false;
        if ASIDE.contains(&name) {
            self.aside = self.aside.saturating_sub(1);
        }
        if self.drawings > 0
            && let Some(words) = self.drawing.close()
        {
            self.builder.end();
            self.builder.words(&words, 0);
            self.builder.end();
        }
        self.drawings -= usize::from(name == b"svg" && self.drawings > 0);
        if matches!(name, b"td" | b"th") && self.aside == 0 {
            self.builder.words("; ", 0);
        }
        if name == b"a" {
            self.link = false;
        }
        if BREAKS.contains(&name) {
            self.builder.end();
        }
    }

    fn words(&mut self, words: &str) {
        if self.drawings > 0 {
            self.drawing.words.push_str(words);
            return;
        }
        if self.hidden || self.aside > 0 || self.unseen.is() {
            return;
        }
        let number = |c: char| c.is_ascii_digit() || matches!(c, '[' | ']' | '*' | '↩' | ' ');
        if self.link && words.chars().all(number) {
            return;
        }
        self.link = false;
        let mut last = self.builder.text.chars().next_back();
        let mut out = String::with_capacity(words.len());
        for c in words.chars() {
            let c = if c.is_whitespace() { ' ' } else { c };
            if c == ' ' && last.is_none_or(|last| matches!(last, ' ' | '\n')) {
                continue;
            }
            out.push(c);
            last = Some(c);
        }
        self.builder.words(&out, 0);
    }

    /// What a link leads to, a line behind the place of the link, is a note.
    fn finish(mut self) -> Document {
        self.builder.end();
        let text = &self.builder.text;
        let mut cuts = Vec::new();
        for (at, label) in &self.builder.marks {
            let Some(start) = self.targets.get(label).copied().filter(|to| to > at) else {
                continue;
            };
            let end = text[start..]
                .find('\n')
                .map_or(text.len(), |end| start + end + 1);
            self.builder
                .notes
                .insert(label.clone(), text[start..end].trim().to_owned());
            cuts.push(start..end);
        }
        let notes = std::mem::take(&mut self.builder.notes);
        self.builder
            .marks
            .retain(|(_, label)| notes.contains_key(label));
        self.builder.notes = notes;
        cuts.sort_by_key(|cut| cut.start);
        let mut kept = String::with_capacity(self.builder.text.len());
        let mut from = 0;
        let mut shifts = vec![(0, 0)];
        for cut in cuts {
            if cut.start >= from {
                kept.push_str(&self.builder.text[from..cut.start]);
                from = cut.end;
                shifts.push((from, from - kept.len()));
            }
        }
        kept.push_str(&self.builder.text[from..]);
        for (at, _) in &mut self.builder.marks {
            let next = shifts.partition_point(|(from, _)| *from <= *at);
            *at -= shifts[next - 1].1;
        }
        self.builder.text = kept;
        self.builder.finish(None)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_are_taken_out_of_the_text() {
        let document = read(
            "<title>T</title><main><p>One &amp; two.<sup><a href=\"#n1\">1</a></sup> More.</p><table><tr><th>a</th>\
             <td>b</td></tr></table><ol><li id=\"n1\">Source A, ¶3</li></ol><p>End.</p></main>",
        );
        assert_eq!(document.text, "One & two. More.\na; b; \nEnd.\n");
        assert_eq!(document.notes["n1"], "Source A, ¶3");
        assert_eq!(document.marks, [(10, "n1".to_owned())]);
    }

    #[test]
    fn a_drawing_is_read_in_words_and_what_was_struck_out_is_not() {
        let document = read(
            "<title>T</title><p>One <del>or two</del><s>or more</s>.</p><figure><svg><title>Trade</title>\
             <desc>2022: 5 (reported)</desc><text>9</text></svg></figure><p>End.</p>",
        );
        assert_eq!(document.text, "One .\nTrade, 2022: 5 (reported)\nEnd.\n");
    }

    /// A mark of a drawing is read where it says otherwise than the words of the drawing.
    #[test]
    fn changed_marks_of_a_drawing_are_read() {
        let page = |title: &str, label: &str| {
            read(&format!(
                "<p>One.</p><figure><svg><title>Rice</title><desc>2021: about 5.0 t (reported)</desc><text>9</text>\
                 <g><title>{title}</title><text>{label}</text></g></svg></figure><p>End.</p>"
            ))
        };
        let lead = "One.\nRice, 2021: about 5.0 t (reported)\n";
        for (title, label, expected) in [
            ("2021: about 5.0 t", "5.0", ""),
            ("2021: about 6.0 t", "6.0", "Rice, 2021: about 6.0 t\n"),
            ("2021: about 5.0 t", "6.0", "Rice, 2021: about 6.0 t\n"),
        ] {
            let document = page(title, label);
            assert_eq!(document.text, format!("{lead}{expected}End.\n"));
        }
    }
}
