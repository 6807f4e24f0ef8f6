//! The brief as a Word document (Office Open XML, ECMA-376): real footnotes, Word's own styles, charts
//! as pictures with alternative text, and for each line bookmarks that name its records, by which
//! `bilat vet` compares an edited copy with exactly these.
//!
//! Nothing of a dossier becomes a field, a link or a macro: it only ever is text in `w:t`, or an
//! attribute of an alternative text, both escaped by the writer.

mod body;
mod canvas;
mod chart;
mod digits;
mod notes;
mod package;
mod picture;
mod properties;
mod table;
mod writer;
mod xml;

use std::io::{self, Write};

use super::Format;
use crate::brief::plot::Plot;
use crate::brief::{Body, Brief};

/// Parts that are the same in every document.
const CONTENT_TYPES: &str = include_str!("docx/content_types.xml");
const RELATIONS: &str = include_str!("docx/relations.xml");
const STYLES: &str = include_str!("docx/styles.xml");
const NUMBERING: &str = include_str!("docx/numbering.xml");
const SETTINGS: &str = include_str!("docx/settings.xml");

/// A brief to be edited in Word.
#[derive(Debug)]
pub struct Docx(pub Brief);

impl Format for Docx {
    fn files(&self) -> Vec<String> {
        vec!["brief.docx".to_owned()]
    }

    fn write(&self, _: usize, out: &mut dyn Write) -> io::Result<()> {
        out.write_all(&package::pack(&parts(&self.0)?)?)
    }

    fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    fn remarks(&self) -> Vec<String> {
        self.0.why_empty()
    }
}

/// The parts, with their names.
fn parts(brief: &Brief) -> io::Result<Vec<(String, Vec<u8>)>> {
    let charts = charts(brief);
    let (document, used) = body::part(brief)?;
    let mut parts: Vec<(String, Vec<u8>)> = Vec::new();
    let mut add = |name: &str, bytes: Vec<u8>| parts.push((name.to_owned(), bytes));
    add("[Content_Types].xml", CONTENT_TYPES.into());
    add("_rels/.rels", RELATIONS.into());
    add("docProps/core.xml", properties::part(brief)?);
    add("word/document.xml", document);
    let relations = package::relations(charts.len())?;
    add("word/_rels/document.xml.rels", relations);
    add("word/footnotes.xml", notes::part(&used, brief)?);
    add("word/styles.xml", STYLES.into());
    add("word/numbering.xml", NUMBERING.into());
    add("word/settings.xml", SETTINGS.into());
    for (number, plot) in (1..).zip(charts) {
        let name = format!("word/{}", picture::file(number));
        add(&name, chart::png(plot)?);
    }
    Ok(parts)
}

/// Every chart, in the order of the document.
fn charts(brief: &Brief) -> Vec<&Plot> {
    let plots = brief.sections.iter().map(|section| match &section.body {
        Body::Figures { plots, .. } => plots.as_slice(),
        _ => &[],
    });
    plots.flatten().collect()
}
