//! The text of a file with sentences; what another file is, and what to do with it.

use encoding_rs::Encoding;

use crate::system::charset::{self, CharsetError, Decoded};
use crate::system::recognise::{Content, Known, binary, is_noise, not_prose};

/// Why a file has no sentences; the message goes on from the name of the file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotProse {
    /// It is of a format that has none.
    #[error("is {}: {}", .0.name, advice(*.0))]
    Other(Known),
    /// It is no text in any encoding.
    #[error(transparent)]
    Charset(#[from] CharsetError),
}

/// The text of the file `name`, in the encoding that is given or else detected.
///
/// # Errors
/// When it is no text, or one of a format that has no sentences.
pub fn decode(
    bytes: &[u8],
    name: &str,
    encoding: Option<&'static Encoding>,
) -> Result<Decoded, NotProse> {
    const NOISE: Known = Known {
        name: "a binary file",
        content: Content::Program,
    };
    // UTF-16 without a mark looks like noise, so that its name counts.
    let noise = (encoding.is_none() && is_noise(bytes)).then_some(NOISE);
    if let Some(known) = binary(bytes).or(noise) {
        return Err(NotProse::Other(known));
    }
    let decoded = charset::decode(bytes, encoding)?;
    not_prose(name, &decoded.text).map_or(Ok(decoded), |known| Err(NotProse::Other(known)))
}

/// What to do with it, so that its sentences can be read or its records imported.
fn advice(known: Known) -> String {
    let advice = match known.content {
        Content::Own(format) => return format!("use `bilat import {format}`"),
        Content::Archive => "unpack it and name the file in it",
        Content::Calendar => {
            "turn its events into a TimelineJS sheet (CSV) and use `bilat import timelinejs`"
        }
        Content::Database => "export the table as CSV and use `bilat import`",
        Content::Media | Content::Picture => "write its words into a text file and use that",
        Content::Office => {
            "open it in its program and save it anew: a text as a Word document (.docx), a sheet as CSV (UTF-8) for `bilat import`"
        }
        Content::Pdf => "save its text (`pdftotext FILE`) and use that",
        Content::References => "export the library as BibTeX or CSL-JSON and use `bilat import`",
        Content::Sheet => "save the sheet as CSV (UTF-8) and use `bilat import`",
        Content::Statistics => "download the data as SDMX-CSV and use `bilat import sdmx`",
        Content::Table => "use `bilat import`, which reads tables",
        Content::Data
        | Content::Mail
        | Content::Page
        | Content::Program
        | Content::Slides
        | Content::Text
        | Content::Xml => "save its text as plain text, HTML or a Word document (.docx)",
    };
    advice.to_owned()
}
