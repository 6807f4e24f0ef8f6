//! The archive: the parts in their order, each with the same time, so that the bytes are the same.

use std::io::{self, Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::picture::{file, relation};
use super::xml::Xml;

const PARTS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const KINDS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// The bytes of an archive of these parts.
pub(super) fn pack(parts: &[(String, Vec<u8>)]) -> io::Result<Vec<u8>> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::DEFAULT)
        .unix_permissions(0o644);
    for (name, bytes) in parts {
        archive.start_file(name.as_str(), options)?;
        archive.write_all(bytes)?;
    }
    Ok(archive.finish()?.into_inner())
}

/// What the document refers to: the parts beside it, and its pictures.
pub(super) fn relations(charts: usize) -> io::Result<Vec<u8>> {
    let mut xml = Xml::new()?;
    xml.within("Relationships", &[("xmlns", PARTS)], |xml| {
        for part in ["styles", "numbering", "settings", "footnotes"] {
            relate(xml, &format!("rId{part}"), part, &format!("{part}.xml"))?;
        }
        (1..=charts).try_for_each(|number| relate(xml, &relation(number), "image", &file(number)))
    })?;
    Ok(xml.finish())
}

fn relate(xml: &mut Xml, id: &str, kind: &str, target: &str) -> io::Result<()> {
    let kind = format!("{KINDS}/{kind}");
    xml.empty(
        "Relationship",
        &[("Id", id), ("Type", &kind), ("Target", target)],
    )
}
