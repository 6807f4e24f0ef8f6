//! XML as Word's parts are written: every text and every attribute is escaped by the writer, and what
//! XML 1.0 has no place for is replaced.

use std::borrow::Cow;
use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

/// A part while it is written.
pub(super) struct Xml(Writer<Vec<u8>>);

impl Xml {
    /// An empty part.
    pub(super) fn new() -> io::Result<Self> {
        let mut writer = Writer::new(Vec::new());
        let head = BytesDecl::new("1.0", Some("UTF-8"), Some("yes"));
        writer.write_event(Event::Decl(head))?;
        Ok(Self(writer))
    }

    /// A tag with what is in it.
    pub(super) fn within(
        &mut self,
        tag: &str,
        attributes: &[(&str, &str)],
        body: impl FnOnce(&mut Self) -> io::Result<()>,
    ) -> io::Result<()> {
        self.open(tag, attributes)?;
        body(self)?;
        self.close(tag)
    }

    /// A tag opens.
    pub(super) fn open(&mut self, tag: &str, attributes: &[(&str, &str)]) -> io::Result<()> {
        self.0.write_event(Event::Start(start(tag, attributes)))
    }

    /// A tag closes.
    pub(super) fn close(&mut self, tag: &str) -> io::Result<()> {
        self.0.write_event(Event::End(BytesEnd::new(tag)))
    }

    /// A tag with nothing in it.
    pub(super) fn empty(&mut self, tag: &str, attributes: &[(&str, &str)]) -> io::Result<()> {
        self.0.write_event(Event::Empty(start(tag, attributes)))
    }

    /// A tag with a text in it.
    pub(super) fn text(
        &mut self,
        tag: &str,
        attributes: &[(&str, &str)],
        text: &str,
    ) -> io::Result<()> {
        let text = legal(text);
        self.within(tag, attributes, |xml| {
            xml.0.write_event(Event::Text(BytesText::new(&text)))
        })
    }

    /// The bytes of the part.
    pub(super) fn finish(self) -> Vec<u8> {
        self.0.into_inner()
    }
}

fn start<'a>(tag: &'a str, attributes: &[(&str, &str)]) -> BytesStart<'a> {
    let mut start = BytesStart::new(tag);
    for (key, value) in attributes {
        start.push_attribute((*key, &*legal(value)));
    }
    start
}

/// `text` with U+FFFD for each character that XML 1.0 has no place for: control characters other than
/// tab and line end, and two that are no characters.
fn legal(text: &str) -> Cow<'_, str> {
    let illegal = |c: char| {
        let control = c < ' ' && !matches!(c, '\t' | '\n' | '\r');
        control || matches!(c, '\u{fffe}' | '\u{ffff}')
    };
    if text.contains(illegal) {
        Cow::Owned(text.replace(illegal, "\u{fffd}"))
    } else {
        Cow::Borrowed(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_and_attributes_are_escaped() {
        let mut xml = Xml::new().expect("written");
        let text = "a\u{0}<w:b/> & \"x\"\u{1b}\u{ffff}";
        xml.text("t", &[("a", text)], text).expect("written");
        let written = String::from_utf8(xml.finish()).expect("text");
        let body = written.split_once("?>").expect("a head").1;
        let safe = "a\u{fffd}&lt;w:b/&gt; &amp; &quot;x&quot;\u{fffd}\u{fffd}";
        assert_eq!(body, format!("<t a=\"{safe}\">{safe}</t>"));
    }
}
