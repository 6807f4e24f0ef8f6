//! The properties of the document: what it is called, its language, and its day.

use std::io;

use super::xml::Xml;
use crate::brief::Brief;

const NAMESPACES: [(&str, &str); 4] = [
    (
        "xmlns:cp",
        "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    ),
    ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
    ("xmlns:dcterms", "http://purl.org/dc/terms/"),
    ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
];

/// The part. There is no clock: the day is that of the brief, and without one there is none.
pub(super) fn part(brief: &Brief) -> io::Result<Vec<u8>> {
    let mut xml = Xml::new()?;
    xml.within("cp:coreProperties", &NAMESPACES, |xml| {
        xml.text("dc:title", &[], &brief.title)?;
        xml.text("dc:description", &[], &brief.stand.join(" "))?;
        xml.text("dc:language", &[], "en-GB")?;
        let Some(day) = brief.day else { return Ok(()) };
        let time = format!("{}T00:00:00Z", day.format("%Y-%m-%d"));
        for name in ["dcterms:created", "dcterms:modified"] {
            xml.text(name, &[("xsi:type", "dcterms:W3CDTF")], &time)?;
        }
        Ok(())
    })?;
    Ok(xml.finish())
}
