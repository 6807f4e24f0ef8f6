//! The text to compare: a file or standard input.

use std::io::{self, Read};
use std::path::Path;

use color_eyre::eyre::{Result, WrapErr, bail};
use encoding_rs::Encoding;

use crate::system::files;
use crate::system::path::shown;
use crate::system::stderr::eprint;
use crate::vet::document::MAX_BYTES;
use crate::vet::{Document, Reading};

/// Reads a text.
///
/// # Errors
/// When it cannot be read, is too large, or has no words.
pub(super) fn read(path: &Path, encoding: Option<&'static Encoding>) -> Result<Document> {
    let bytes = if path == Path::new("-") {
        standard_input()?
    } else {
        files::existing(path, MAX_BYTES)?
    };
    let reading = Reading::new(&bytes, &path.to_string_lossy(), encoding)
        .wrap_err_with(|| format!("cannot compare {}", shown(path)))?;
    if let Some(encoding) = reading.guessed {
        eprint(&format!(
            "bilat: read as {encoding}; if letters are wrong, give --encoding"
        ));
    }
    Ok(reading.document)
}

fn standard_input() -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let input = io::stdin().lock();
    let read = input.take(MAX_BYTES + 1).read_to_end(&mut bytes);
    read.wrap_err("cannot read standard input")?;
    if bytes.len() as u64 > MAX_BYTES {
        bail!("standard input has more than {} MB", MAX_BYTES / 1_000_000);
    }
    Ok(bytes)
}
