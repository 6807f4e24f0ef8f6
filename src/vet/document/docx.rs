//! A Word document: the paragraphs of `word/document.xml` with their bookmarks, the footnotes and
//! endnotes beside it.

mod shown;

use std::io::{Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;
use zip::result::ZipError;

use super::text::{Builder, Document, ReadError};
use shown::{Hidden, Shown, attribute};

/// Unpacked bytes of a part that are read: a bomb is refused.
const MOST: u64 = 50_000_000;

pub(super) fn read(bytes: &[u8]) -> Result<Document, ReadError> {
    let mut archive = ZipArchive::new(Cursor::new(bytes))?;
    let mut builder = Builder::default();
    let body = part(&mut archive, "word/document.xml")?.ok_or(ZipError::FileNotFound)?;
    let styles = part(&mut archive, "word/styles.xml")?;
    let hidden = Hidden::of(styles.as_deref().unwrap_or_default())?;
    gather(&body, &hidden, &mut builder)?;
    for (name, kind) in [("word/footnotes.xml", "foot"), ("word/endnotes.xml", "end")] {
        if let Some(notes) = part(&mut archive, name)? {
            gather_notes(&notes, &hidden, kind, &mut builder)?;
        }
    }
    Ok(builder.finish(None))
}

/// A part by its name.
fn part(archive: &mut ZipArchive<Cursor<&[u8]>>, name: &str) -> Result<Option<String>, ReadError> {
    let file = match archive.by_name(name) {
        Ok(file) => file,
        Err(ZipError::FileNotFound) => return Ok(None),
        Err(error) => return Err(error.into()),
    };
    let mut bytes = Vec::new();
    file.take(MOST + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > MOST {
        return Err(ReadError::TooLarge(MOST / 1_000_000));
    }
    Ok(Some(String::from_utf8_lossy(&bytes).into_owned()))
}

/// The body of the document.
fn gather(xml: &str, hidden: &Hidden, builder: &mut Builder) -> Result<(), ReadError> {
    walk(xml, hidden, builder, |builder, tag, is_read| {
        match tag.local_name().as_ref() {
            "footnoteReference" if is_read => mark(builder, tag, "foot"),
            "endnoteReference" if is_read => mark(builder, tag, "end"),
            // A picture in words, which has what the picture shows.
            "docPr" if is_read => {
                let words = attribute(tag, "descr").filter(|words| has_digit(words));
                if let Some(words) = words {
                    let title = attribute(tag, "title").filter(|title| !title.is_empty());
                    let title = title.map_or_else(String::new, |title| format!("{title}, "));
                    builder.words(&format!("{title}{words}"), 0);
                    builder.end();
                }
            }
            "bookmarkStart" => {
                if let (Some(id), Some(name)) = (attribute(tag, "id"), attribute(tag, "name")) {
                    builder.begin(id, name);
                }
            }
            "bookmarkEnd" => {
                if let Some(id) = attribute(tag, "id") {
                    builder.close(&id);
                }
            }
            _ => {}
        }
    })
}

fn has_digit(text: &str) -> bool {
    text.contains(|c: char| c.is_ascii_digit())
}

fn mark(builder: &mut Builder, tag: &BytesStart<'_>, kind: &str) {
    if let Some(id) = attribute(tag, "id") {
        builder.mark(&format!("{kind}{id}"));
    }
}

/// The notes, each under its id.
fn gather_notes(
    xml: &str,
    hidden: &Hidden,
    kind: &str,
    builder: &mut Builder,
) -> Result<(), ReadError> {
    walk(xml, hidden, builder, |builder, tag, _| {
        if matches!(tag.local_name().as_ref(), "footnote" | "endnote") {
            builder.note = Some(format!(
                "{kind}{}",
                attribute(tag, "id").unwrap_or_default()
            ));
        }
    })
}

/// Every text of a part; `see` is told of every tag that opens, and whether it is in what is read. What was deleted, struck out or hidden is
/// left out, and so is what stands in for a part that a reader does not know.
fn walk(
    xml: &str,
    hidden: &Hidden,
    builder: &mut Builder,
    mut see: impl FnMut(&mut Builder, &BytesStart<'_>, bool),
) -> Result<(), ReadError> {
    let mut reader = Reader::from_str(xml);
    let mut in_text = false;
    let mut cells = 0_usize;
    let mut shown = Shown::new(hidden);
    loop {
        match reader.read_event()? {
            Event::Start(tag) => {
                in_text = tag.local_name().as_ref() == "t";
                cells += usize::from(tag.local_name().as_ref() == "tc");
                shown.open(&tag);
                shown.property(&tag);
                see(builder, &tag, shown.is_read());
            }
            Event::Empty(tag) => {
                shown.property(&tag);
                match tag.local_name().as_ref() {
                    "tab" | "br" | "cr" => builder.words(" ", 0),
                    "noBreakHyphen" if shown.is_read() => builder.words("-", 0),
                    _ => {}
                }
                see(builder, &tag, shown.is_read());
            }
            Event::Text(words) if in_text && shown.is_read() => {
                builder.words(&words, 0);
            }
            Event::GeneralRef(name) if in_text && shown.is_read() => {
                builder.words(&reference(&name), 0);
            }
            Event::End(tag) => {
                in_text = false;
                shown.close(tag.local_name().as_ref());
                match tag.local_name().as_ref() {
                    "tc" => {
                        cells = cells.saturating_sub(1);
                        builder.words("; ", 0);
                    }
                    // The cells of a row are one sentence with pauses.
                    "p" if cells > 0 => builder.words(" ", 0),
                    "p" | "tr" => builder.end(),
                    _ => {}
                }
            }
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}

/// `amp`, `#8217`, `#x2019`.
fn reference(name: &str) -> String {
    let number = name.strip_prefix('#').and_then(|number| {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => number.parse().ok()?,
        };
        char::from_u32(code)
    });
    match (number, name) {
        (Some(c), _) => c.to_string(),
        (None, "amp") => "&".to_owned(),
        (None, "lt") => "<".to_owned(),
        (None, "gt") => ">".to_owned(),
        (None, "quot") => "\"".to_owned(),
        (None, "apos") => "'".to_owned(),
        (None, other) => format!("&{other};"),
    }
}
