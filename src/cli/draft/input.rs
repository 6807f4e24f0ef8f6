//! The article that a command line names, as it is read: text, a page, a Word document or a PDF.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

use color_eyre::eyre::{Result, WrapErr, bail, eyre};
use encoding_rs::Encoding;

use crate::propose::{Article, Format};
use crate::system::path::shown;
use crate::system::stderr::eprint;
use crate::system::{charset, pdf};
use crate::vet::document::Document;

/// An article is a page; a book is not.
const MAX_BYTES: u64 = 10_000_000;

/// A Word document begins like every zip archive.
const ZIP: &[u8] = b"PK\x03\x04";

/// Reads the article.
pub(super) fn article(path: &Path, encoding: Option<&'static Encoding>) -> Result<Article> {
    let named = path.to_string_lossy();
    let is_pdf = path
        .extension()
        .is_some_and(|e| e.eq_ignore_ascii_case("pdf"));
    let bytes = if *named == *"-" {
        let mut bytes = Vec::new();
        let mut input = io::stdin().lock().take(MAX_BYTES + 1);
        input
            .read_to_end(&mut bytes)
            .wrap_err("cannot read standard input")?;
        bytes
    } else if is_pdf {
        regular(path)?;
        pdf::text(path, MAX_BYTES + 1)?
    } else {
        let mut bytes = Vec::new();
        let read = regular(path)?.take(MAX_BYTES + 1).read_to_end(&mut bytes);
        read.wrap_err_with(|| format!("cannot read {}", shown(path)))?;
        bytes
    };
    if bytes.len() as u64 > MAX_BYTES {
        bail!("{} has more than {} MB", shown(path), MAX_BYTES / 1_000_000);
    }
    let article = text(path, encoding, &bytes)?;
    if article.is_empty() {
        bail!("{} has no text", shown(path));
    }
    Ok(article)
}

/// The article that the bytes are.
fn text(path: &Path, encoding: Option<&'static Encoding>, bytes: &[u8]) -> Result<Article> {
    if bytes.starts_with(ZIP) {
        let document = Document::docx(bytes).wrap_err_with(|| {
            let path = shown(path);
            format!("cannot read {path}: a zip archive; save the article as text or HTML")
        })?;
        if document.text.len() as u64 > MAX_BYTES {
            bail!(
                "{} has more than {} MB of text",
                shown(path),
                MAX_BYTES / 1_000_000
            );
        }
        return Ok(Article::read(&document.text, Format::Plain));
    }
    if let Some(what) = binary(bytes) {
        bail!(
            "{} is {what}; save the article as text or HTML",
            shown(path)
        );
    }
    let decoded =
        charset::decode(bytes, encoding).map_err(|fault| eyre!("{} {fault}", shown(path)))?;
    if matches!(decoded.known, charset::Known::Guessed { .. }) {
        eprint(&format!(
            "bilat: read as {}; if letters are wrong, give --encoding",
            decoded.encoding
        ));
    }
    let named = path.to_string_lossy();
    Ok(Article::read(
        &decoded.text,
        Format::of(&named, &decoded.text),
    ))
}

/// What a file is that is no text, by its first bytes; none where it may be one.
fn binary(bytes: &[u8]) -> Option<&'static str> {
    const KNOWN: [(&[u8], &str); 9] = [
        (b"%PDF-", "a PDF without the ending .pdf"),
        (b"{\\rtf", "an RTF document"),
        (b"\xd0\xcf\x11\xe0", "an old Word or Excel document"),
        (b"\x89PNG", "a picture (PNG)"),
        (b"\xff\xd8\xff", "a picture (JPEG)"),
        (b"GIF8", "a picture (GIF)"),
        (b"\x1f\x8b", "a compressed file (gzip)"),
        (b"\x7fELF", "a program"),
        (b"SQLite format 3", "a database (SQLite)"),
    ];
    let known = KNOWN.iter().find(|(start, _)| bytes.starts_with(start));
    if let Some((_, what)) = known {
        return Some(what);
    }
    // Control characters that no text has, apart from tabs, ends of lines and pages and escapes.
    let start = &bytes[..bytes.len().min(1 << 12)];
    let strange = |byte: &&u8| matches!(byte, 1..=8 | 14..=26 | 28..=31);
    let count = start.iter().filter(strange).count();
    let utf16 = start.starts_with(&[0xff, 0xfe]) || start.starts_with(&[0xfe, 0xff]);
    (count * 50 > start.len() && !utf16).then_some("a binary file")
}

/// Opens a file; one that is not regular is refused, for a pipe would wait for ever.
fn regular(path: &Path) -> Result<File> {
    let cannot = || format!("cannot read {}", shown(path));
    let meta = fs::metadata(path).wrap_err_with(cannot)?;
    if !meta.is_file() {
        bail!("cannot read {}: it is not a regular file", shown(path));
    }
    File::open(path).wrap_err_with(cannot)
}
