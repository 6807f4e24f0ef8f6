//! What to do with a file of a format that is not imported.

use crate::system::recognise::{Content, Known};

/// What to do with it, so that it can be imported.
pub(super) fn advice(known: Known) -> String {
    let advice = match known.content {
        Content::Own(format) => return format!("use `bilat import {format}`"),
        Content::Archive => "unpack it and import what is in it",
        Content::Calendar => "turn its events into a TimelineJS sheet (CSV)",
        Content::Database => "export the table as CSV and import that",
        Content::Page => {
            "download the data itself, as CSV, JSON or BibTeX; a .xls from the web is often such a page: open it and save it as CSV"
        }
        Content::Office => {
            "open it in its program and save it anew: a sheet as CSV (UTF-8), a text as a Word document (.docx) for `bilat draft`"
        }
        Content::Pdf => "download the data as CSV; for its text, use `bilat draft`",
        Content::References => "export the library as BibTeX or CSL-JSON and import that",
        Content::Sheet => "save the sheet as CSV (UTF-8) and import that",
        Content::Statistics => "download the data as SDMX-CSV and import that",
        Content::Mail | Content::Slides | Content::Text => {
            "save its table as CSV and import that; for its text use `bilat draft`, which reads Word documents (.docx)"
        }
        Content::Media | Content::Picture | Content::Program => "download the data as CSV",
        Content::Data | Content::Table | Content::Xml => {
            "export the data as CSV, JSON or BibTeX, whichever the format needs"
        }
    };
    advice.to_owned()
}
