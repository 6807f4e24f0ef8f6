//! The text of a PDF, by `pdftotext` of Poppler.

use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::path::shown;

/// Why a PDF cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum PdfError {
    /// The program is not there.
    #[error(
        "cannot read {}: a PDF is read by pdftotext, which is not on the PATH: install poppler-utils, or save the text of the PDF and use that",
        shown(.path)
    )]
    NoProgram {
        /// Which file.
        path: PathBuf,
    },
    /// It could not be run.
    #[error("cannot run pdftotext")]
    Io(#[from] io::Error),
    /// It found no text, or refused the file.
    #[error("pdftotext cannot read {}", shown(.path))]
    Refused {
        /// Which file.
        path: PathBuf,
    },
}

/// The text of a PDF in UTF-8, at most `most` bytes of it. Lines are as on the page; a blank line is
/// between paragraphs.
///
/// # Errors
/// When there is no `pdftotext`, or it cannot read the file.
pub fn text(path: &Path, most: u64) -> Result<Vec<u8>, PdfError> {
    let text = read(path, most, &[])?;
    if has_paragraphs(&text) {
        return Ok(text);
    }
    // Where the lines of all paragraphs are equally far apart, only the layout keeps the blank ones.
    let laid_out = read(path, most, &["-layout"])?;
    let better = has_paragraphs(&laid_out) && !has_columns(&laid_out);
    Ok(if better { laid_out } else { text })
}

/// Are there blank lines between others?
fn has_paragraphs(text: &[u8]) -> bool {
    text.trim_ascii().windows(2).any(|two| two == b"\n\n")
}

/// Does one line of four have a wide gap, as between columns?
fn has_columns(text: &[u8]) -> bool {
    let mut lines = (0, 0);
    for line in text.split(|byte| *byte == b'\n').map(<[u8]>::trim_ascii) {
        let gap = line.windows(4).any(|four| four == b"    ");
        lines = (
            lines.0 + usize::from(!line.is_empty()),
            lines.1 + usize::from(gap),
        );
    }
    lines.1 * 4 > lines.0
}

fn read(path: &Path, most: u64, options: &[&str]) -> Result<Vec<u8>, PdfError> {
    // A name that begins with a hyphen is no option.
    let named = Path::new(".").join(path);
    let mut child = Command::new("pdftotext")
        .args(["-enc", "UTF-8", "-nopgbrk"])
        .args(options)
        .arg(named)
        .arg("-")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|error| match error.kind() {
            ErrorKind::NotFound => PdfError::NoProgram {
                path: path.to_owned(),
            },
            _ => PdfError::Io(error),
        })?;
    let mut bytes = Vec::new();
    if let Some(out) = child.stdout.take() {
        out.take(most).read_to_end(&mut bytes)?;
    }
    if !child.wait()?.success() {
        return Err(PdfError::Refused {
            path: path.to_owned(),
        });
    }
    Ok(bytes)
}
