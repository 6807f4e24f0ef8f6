//! A page: paragraphs, rows of tables, and notes that a link in the text leads to. `propose` reads
//! articles of others, whose notes and tables it leaves out.

use std::collections::HashMap;

use html5gum::{DefaultEmitter, StartTag, State, Token, Tokenizer};

use super::text::{Builder, Document};

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
const ASIDE: [&[u8]; 17] = [
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
    // What was struck out.
    b"del",
    b"s",
    b"strike",
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
    /// In a link to a note.
    link: bool,
    /// Drawings that are open, and the name of one, if it is read or was.
    drawings: usize,
    drawing: Drawing,
    /// Of every element with an id, where its words begin.
    targets: HashMap<String, usize>,
}

/// What a drawing says of itself in words, which have what it shows.
#[derive(Default)]
struct Drawing {
    title: String,
    is_title: bool,
    is_description: bool,
}

impl Page {
    fn open(&mut self, tag: &StartTag<()>) {
        let name = &**tag.name;
        self.hidden = HIDDEN.contains(&name) || name == b"title";
        if ASIDE.contains(&name) {
            self.aside += 1;
        }
        self.drawings += usize::from(name == b"svg");
        if self.drawings > 0 {
            self.hidden &= name != b"title";
            self.drawing.is_title = name == b"title";
            self.drawing.is_description = name == b"desc";
        }
        if self.drawing.is_description {
            let title = std::mem::take(&mut self.drawing.title);
            self.builder.end();
            self.builder.words(&title, 0);
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
        self.hidden = false;
        if ASIDE.contains(&name) {
            self.aside = self.aside.saturating_sub(1);
        }
        match name {
            b"svg" => self.drawings = self.drawings.saturating_sub(1),
            b"title" => self.drawing.is_title = false,
            b"desc" if self.drawing.is_description => {
                self.drawing.is_description = false;
                self.builder.end();
            }
            _ => {}
        }
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
        if self.drawing.is_title {
            self.drawing.title = format!("{words}, ");
        }
        if self.hidden || self.aside > 0 && !self.drawing.is_description {
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
}
