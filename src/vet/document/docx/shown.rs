//! Which runs of a Word document a reader of it sees as its text: those that are neither deleted nor hidden nor
//! struck out, by their own properties or by their style.

use std::collections::HashSet;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::vet::document::text::ReadError;

/// Tags around what was deleted or moved away, and around what stands in for a newer form.
const GONE: [&str; 3] = ["del", "moveFrom", "Fallback"];

/// The styles whose text is hidden or struck out.
#[derive(Default)]
pub(super) struct Hidden(HashSet<String>);

impl Hidden {
    /// Those of a part with styles.
    pub(super) fn of(styles: &str) -> Result<Self, ReadError> {
        let mut reader = Reader::from_str(styles);
        let mut found = Self::default();
        let mut style = None;
        loop {
            match reader.read_event()? {
                Event::Start(tag) if tag.local_name().as_ref() == "style" => {
                    style = attribute(&tag, "styleId");
                }
                Event::Start(tag) | Event::Empty(tag) if hides(&tag) => {
                    found.0.extend(style.clone());
                }
                Event::Eof => return Ok(found),
                _ => {}
            }
        }
    }

    fn has(&self, tag: &BytesStart<'_>) -> bool {
        attribute(tag, "val").is_some_and(|style| self.0.contains(&style))
    }
}

/// Is it a property that hides a run, and is it on?
fn hides(tag: &BytesStart<'_>) -> bool {
    let is_property = matches!(tag.local_name().as_ref(), "vanish" | "strike" | "dstrike");
    let value = attribute(tag, "val");
    is_property && !matches!(value.as_deref(), Some("0" | "false" | "off" | "none"))
}

/// What is open around a place.
pub(super) struct Shown<'a> {
    hidden: &'a Hidden,
    gone: usize,
    /// Is the style of the paragraph hidden?
    paragraph: bool,
    /// Of every run around it, whether it is hidden: a picture in a run may have runs of its own.
    runs: Vec<bool>,
}

impl<'a> Shown<'a> {
    pub(super) fn new(hidden: &'a Hidden) -> Self {
        Self {
            hidden,
            gone: 0,
            paragraph: false,
            runs: Vec::new(),
        }
    }

    /// Is text read here?
    pub(super) fn is_read(&self) -> bool {
        self.gone == 0 && !self.paragraph && !self.runs.iter().any(|run| *run)
    }

    pub(super) fn open(&mut self, tag: &BytesStart<'_>) {
        match tag.local_name().as_ref() {
            "r" => self.runs.push(false),
            "p" => self.paragraph = false,
            name if GONE.contains(&name) => self.gone += 1,
            _ => {}
        }
    }

    /// A property of what is open, if the tag is one.
    pub(super) fn property(&mut self, tag: &BytesStart<'_>) {
        match (tag.local_name().as_ref(), self.runs.last_mut()) {
            ("pStyle", _) => self.paragraph = self.hidden.has(tag),
            ("rStyle", Some(run)) => *run |= self.hidden.has(tag),
            // Outside of a run it is one of the mark that ends the paragraph.
            (_, Some(run)) => *run |= hides(tag),
            _ => {}
        }
    }

    pub(super) fn close(&mut self, name: &str) {
        match name {
            "r" => {
                self.runs.pop();
            }
            name if GONE.contains(&name) => self.gone = self.gone.saturating_sub(1),
            _ => {}
        }
    }
}

/// The value of an attribute, whatever the prefix of its name.
pub(super) fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut all = tag.attributes().flatten();
    let found = all.find(|one| one.key.local_name().as_ref() == name)?;
    Some(found.value.to_string())
}
