//! Paragraphs and runs of the body of a Word document, with the footnotes and bookmarks so far.

use std::collections::BTreeMap;
use std::io;

use super::xml::Xml;
use crate::brief::bookmark;
use crate::cite::Run;
use crate::dossier::Id;

/// The body of a document while it is written.
pub(super) struct Writer {
    pub(super) xml: Xml,
    /// For each footnote of the document that of the brief, from 1: Word refers to a footnote once.
    pub(super) notes: Vec<usize>,
    /// How often a record has a bookmark.
    marked: BTreeMap<Id, usize>,
    /// Bookmarks so far.
    bookmarks: usize,
}

/// How a run is set.
#[derive(Clone, Copy)]
pub(super) enum Set {
    Plain,
    /// In a character style of Word.
    Style(&'static str),
}

impl Writer {
    pub(super) fn new(xml: Xml) -> Self {
        Self {
            xml,
            notes: Vec::new(),
            marked: BTreeMap::new(),
            bookmarks: 0,
        }
    }

    /// A paragraph in a style of Word.
    pub(super) fn paragraph(
        &mut self,
        style: &str,
        body: impl FnOnce(&mut Self) -> io::Result<()>,
    ) -> io::Result<()> {
        self.within("w:p", &[], |writer| {
            writer.within("w:pPr", &[], |writer| {
                writer.xml.empty("w:pStyle", &[("w:val", style)])
            })?;
            body(writer)
        })
    }

    /// A paragraph of one text.
    pub(super) fn line(&mut self, style: &str, text: &str) -> io::Result<()> {
        self.paragraph(style, |writer| writer.run(Set::Plain, text))
    }

    /// A run of text; a tab or line end in it is one of Word's.
    pub(super) fn run(&mut self, set: Set, text: &str) -> io::Result<()> {
        run(&mut self.xml, set, text)
    }

    /// The reference to a footnote of the brief.
    pub(super) fn reference(&mut self, note: usize) -> io::Result<()> {
        self.notes.push(note);
        let id = self.notes.len().to_string();
        self.within("w:r", &[], |writer| {
            properties(&mut writer.xml, "FootnoteReference")?;
            writer.xml.empty("w:footnoteReference", &[("w:id", &id)])
        })
    }

    /// Begins a bookmark for each of these records.
    pub(super) fn begin(&mut self, records: &[Id]) -> io::Result<Vec<usize>> {
        let mut open = Vec::new();
        for id in records {
            let nth = self.marked.entry(id.clone()).or_default();
            *nth += 1;
            let name = bookmark::name(id, *nth);
            self.bookmarks += 1;
            let number = self.bookmarks.to_string();
            self.xml
                .empty("w:bookmarkStart", &[("w:id", &number), ("w:name", &name)])?;
            open.push(self.bookmarks);
        }
        Ok(open)
    }

    /// Ends bookmarks.
    pub(super) fn end(&mut self, open: &[usize]) -> io::Result<()> {
        for number in open.iter().rev() {
            self.xml
                .empty("w:bookmarkEnd", &[("w:id", &number.to_string())])?;
        }
        Ok(())
    }

    /// A tag with what is in it.
    pub(super) fn within(
        &mut self,
        tag: &str,
        attributes: &[(&str, &str)],
        body: impl FnOnce(&mut Self) -> io::Result<()>,
    ) -> io::Result<()> {
        self.xml.open(tag, attributes)?;
        body(self)?;
        self.xml.close(tag)
    }
}

/// A run of text.
pub(super) fn run(xml: &mut Xml, set: Set, text: &str) -> io::Result<()> {
    xml.within("w:r", &[], |xml| {
        if let Set::Style(style) = set {
            properties(xml, style)?;
        }
        for (at, line) in text.lines().enumerate() {
            if at > 0 {
                xml.empty("w:br", &[])?;
            }
            for (at, piece) in line.split('\t').enumerate() {
                if at > 0 {
                    xml.empty("w:tab", &[])?;
                }
                xml.text("w:t", &[("xml:space", "preserve")], piece)?;
            }
        }
        Ok(())
    })
}

/// Runs that are partly in italics.
pub(super) fn runs(xml: &mut Xml, runs: &[Run]) -> io::Result<()> {
    runs.iter().try_for_each(|one| {
        let set = if one.italic {
            Set::Style("Emphasis")
        } else {
            Set::Plain
        };
        run(xml, set, &one.text)
    })
}

/// The style of a run.
pub(super) fn properties(xml: &mut Xml, style: &str) -> io::Result<()> {
    xml.within("w:rPr", &[], |xml| {
        xml.empty("w:rStyle", &[("w:val", style)])
    })
}
