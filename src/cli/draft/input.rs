//! The article that a command line names, as it is read: text, a page, a Word document or a PDF.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

use color_eyre::eyre::{Result, WrapErr, bail, eyre};
use encoding_rs::Encoding;

use crate::propose::prose::decode;
use crate::propose::{Article, Format};
use crate::system::path::shown;
use crate::system::recognise::{Content, binary, is_word};
use crate::system::stderr::eprint;
use crate::system::{charset, pdf};
use crate::vet::document::{Document, ReadError, is_called_word};

/// An article is a page; a book is not.
const MAX_BYTES: u64 = 10_000_000;

/// Reads the article.
pub(super) fn article(path: &Path, encoding: Option<&'static Encoding>) -> Result<Article> {
    let mut bytes = bytes(path)?;
    let is_pdf = is_pdf(path, &bytes);
    if is_pdf {
        bytes = pdf::text(path, MAX_BYTES + 1)?;
    }
    if bytes.len() as u64 > MAX_BYTES {
        bail!("{} has more than {} MB", shown(path), MAX_BYTES / 1_000_000);
    }
    let article = if is_word(&bytes) {
        word(path, &bytes)?
    } else {
        text(path, encoding, &bytes, is_pdf)?
    };
    if article.is_empty() {
        bail!("{} has no text", shown(path));
    }
    Ok(article)
}

/// The bytes of a file or of standard input, of which more than is read tells that it is too large.
fn bytes(path: &Path) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    if path == Path::new("-") {
        let mut input = io::stdin().lock().take(MAX_BYTES + 1);
        let read = input.read_to_end(&mut bytes);
        read.wrap_err("cannot read standard input")?;
    } else {
        let read = regular(path)?.take(MAX_BYTES + 1).read_to_end(&mut bytes);
        read.wrap_err_with(|| format!("cannot read {}", shown(path)))?;
    }
    Ok(bytes)
}

/// Is it a PDF that has a name, by which another program can read it?
fn is_pdf(path: &Path, bytes: &[u8]) -> bool {
    let ending = path.extension();
    let is_named = ending.is_some_and(|ending| ending.eq_ignore_ascii_case("pdf"));
    let is_pdf = binary(bytes).map_or(is_named, |known| known.content == Content::Pdf);
    is_pdf && path != Path::new("-")
}

/// The article that the bytes are.
fn text(
    path: &Path,
    encoding: Option<&'static Encoding>,
    bytes: &[u8],
    is_pdf: bool,
) -> Result<Article> {
    let named = path.to_string_lossy();
    let decoded =
        decode(bytes, &named, encoding).map_err(|fault| eyre!("{} {fault}", shown(path)))?;
    if is_called_word(&named) {
        return Err(ReadError::NotWord).wrap_err_with(|| format!("cannot read {}", shown(path)));
    }
    if matches!(decoded.known, charset::Known::Guessed { .. }) {
        eprint(&format!(
            "bilat: read as {}; if letters are wrong, give --encoding",
            decoded.encoding
        ));
    }
    let format = if is_pdf {
        Format::Pdf
    } else {
        Format::of(&named, &decoded.text)
    };
    Ok(Article::read(&decoded.text, format))
}

/// The text of a Word document.
fn word(path: &Path, bytes: &[u8]) -> Result<Article> {
    let document =
        Document::docx(bytes).wrap_err_with(|| format!("cannot read {}", shown(path)))?;
    if document.text.len() as u64 > MAX_BYTES {
        let most = MAX_BYTES / 1_000_000;
        bail!("{} has more than {most} MB of text", shown(path));
    }
    Ok(Article::read(&document.text, Format::Plain))
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
