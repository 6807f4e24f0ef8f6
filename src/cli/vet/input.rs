//! The text to compare: a file or standard input.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

use color_eyre::eyre::{Result, WrapErr, bail};
use encoding_rs::Encoding;

use crate::system::charset;
use crate::system::path::shown;
use crate::system::stderr::eprint;
use crate::vet::Document;
use crate::vet::document::Format;

/// A brief is a few pages; a book is none.
const MAX_BYTES: u64 = 20_000_000;

/// Reads a text.
///
/// # Errors
/// When it cannot be read, is too large, or has no words.
pub(super) fn read(path: &Path, encoding: Option<&'static Encoding>) -> Result<Document> {
    let mut bytes = Vec::new();
    if path == Path::new("-") {
        let read = io::stdin()
            .lock()
            .take(MAX_BYTES + 1)
            .read_to_end(&mut bytes);
        read.wrap_err("cannot read standard input")?;
    } else {
        let read = regular(path)?.take(MAX_BYTES + 1).read_to_end(&mut bytes);
        read.wrap_err_with(|| format!("cannot read {}", shown(path)))?;
    }
    if bytes.len() as u64 > MAX_BYTES {
        bail!("{} has more than {} MB", shown(path), MAX_BYTES / 1_000_000);
    }
    let document = document(&bytes, path, encoding)?;
    if document.is_empty() {
        bail!("{} has no text", shown(path));
    }
    Ok(document)
}

/// Opens a file; one that is not regular is refused, for a pipe would wait for ever.
///
/// # Errors
/// When it cannot be opened.
pub(super) fn regular(path: &Path) -> Result<File> {
    let cannot = || format!("cannot read {}", shown(path));
    let meta = fs::metadata(path).wrap_err_with(cannot)?;
    if !meta.is_file() {
        bail!("cannot read {}: not a regular file", shown(path));
    }
    File::open(path).wrap_err_with(cannot)
}

/// Is it a Word document, by its first bytes?
fn is_archive(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04")
}

/// The text of a file that was read.
fn document(bytes: &[u8], path: &Path, encoding: Option<&'static Encoding>) -> Result<Document> {
    if is_archive(bytes) {
        return Ok(Document::docx(bytes)?);
    }
    let decoded = charset::decode(bytes, encoding);
    let decoded = decoded.map_err(|fault| color_eyre::eyre::eyre!("{} {fault}", shown(path)))?;
    if matches!(decoded.known, charset::Known::Guessed { .. }) {
        eprint(&format!(
            "bilat: read as {}; if letters are wrong, give --encoding",
            decoded.encoding
        ));
    }
    let format = Format::of(&path.to_string_lossy(), &decoded.text);
    Ok(Document::read(&decoded.text, format))
}
