//! The footnotes of the document, and what separates them from the text.

use std::io;

use super::writer::{Set, properties, run, runs};
use super::xml::Xml;
use crate::brief::styled::Cited;
use crate::brief::{Brief, Note, Place};

const NAMESPACE: (&str, &str) = (
    "xmlns:w",
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
);

/// The part: for each footnote of the document that of the brief, from 1.
pub(super) fn part(used: &[usize], brief: &Brief) -> io::Result<Vec<u8>> {
    let mut styled = brief
        .styled(used)
        .map(|styled| styled.notes)
        .unwrap_or_default()
        .into_iter();
    let mut xml = Xml::new()?;
    xml.within("w:footnotes", &[NAMESPACE], |xml| {
        separator(xml, "-1", "separator")?;
        separator(xml, "0", "continuationSeparator")?;
        for (id, number) in (1_usize..).zip(used) {
            let note = number
                .checked_sub(1)
                .and_then(|at| brief.notes.get(at))
                .ok_or_else(|| io::Error::other("a line has no footnote"))?;
            let styled = styled.next();
            footnote(xml, &id.to_string(), |xml| match &styled {
                Some(places) => after_manual(xml, places),
                None => of_bilat(xml, note),
            })?;
        }
        Ok(())
    })?;
    Ok(xml.finish())
}

fn separator(xml: &mut Xml, id: &str, kind: &str) -> io::Result<()> {
    let attributes = [("w:type", kind), ("w:id", id)];
    xml.within("w:footnote", &attributes, |xml| {
        xml.within("w:p", &[], |xml| {
            xml.within("w:r", &[], |xml| xml.empty(&format!("w:{kind}"), &[]))
        })
    })
}

/// "Source B, ¶48 “about US$50 million in 2022”".
fn of_bilat(xml: &mut Xml, note: &Note) -> io::Result<()> {
    let places: Vec<_> = note.places.iter().map(Place::describe).collect();
    run(xml, Set::Plain, &format!(" Source {}", places.join("; ")))
}

/// "Devonshire-Ellis, ca. 2023, para. 48: “about US$50 million in 2022”."
fn after_manual(xml: &mut Xml, places: &[Cited]) -> io::Result<()> {
    run(xml, Set::Plain, " ")?;
    places.iter().try_for_each(|place| {
        runs(xml, &place.citation)?;
        run(xml, Set::Plain, &place.words)
    })
}

fn footnote(
    xml: &mut Xml,
    id: &str,
    text: impl FnOnce(&mut Xml) -> io::Result<()>,
) -> io::Result<()> {
    xml.within("w:footnote", &[("w:id", id)], |xml| {
        xml.within("w:p", &[], |xml| {
            xml.within("w:pPr", &[], |xml| {
                xml.empty("w:pStyle", &[("w:val", "FootnoteText")])
            })?;
            xml.within("w:r", &[], |xml| {
                properties(xml, "FootnoteReference")?;
                xml.empty("w:footnoteRef", &[])
            })?;
            text(xml)
        })
    })
}
