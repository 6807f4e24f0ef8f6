//! What a file is that is not of the format that was asked for: known by its first bytes or words, so that
//! one can say what to do with it.

use super::input::Bytes;

/// Characters at the head of a text that are looked at.
const HEAD: usize = 4000;

/// What a file seems to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Known {
    /// With its article: "an Excel workbook (.xlsx)".
    pub name: &'static str,
    /// What to do with it.
    pub advice: &'static str,
    /// The format of this program that reads it, if one does.
    pub format: Option<&'static str>,
}

const fn known(name: &'static str, advice: &'static str) -> Known {
    Known {
        name,
        advice,
        format: None,
    }
}

const fn own(name: &'static str, format: &'static str, advice: &'static str) -> Known {
    Known {
        name,
        advice,
        format: Some(format),
    }
}

const SHEET: &str = "save the sheet as CSV (UTF-8) and import that";
const LIBRARY: &str = "export the library as BibTeX or CSL-JSON and import that";

/// Files that are no text, by their first bytes. Archives are looked into.
const BINARY: [(&[u8], Known); 11] = [
    (
        b"%PDF-",
        known(
            "a PDF",
            "download the data as CSV; for its text, use `bilat draft`",
        ),
    ),
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        known("an old Microsoft Office file (.xls or .doc)", SHEET),
    ),
    (
        b"\x1f\x8b",
        known("a gzip archive", "unpack it and import what is in it"),
    ),
    (
        b"BZh",
        known("a bzip2 archive", "unpack it and import what is in it"),
    ),
    (
        b"\xfd7zXZ\0",
        known("an xz archive", "unpack it and import what is in it"),
    ),
    (
        b"7z\xbc\xaf\x27\x1c",
        known("a 7-Zip archive", "unpack it and import what is in it"),
    ),
    (
        b"Rar!",
        known("a RAR archive", "unpack it and import what is in it"),
    ),
    (
        b"SQLite format 3\0",
        known(
            "an SQLite database",
            "export the table as CSV and import that",
        ),
    ),
    (
        b"\x89PNG",
        known("a picture (PNG)", "download the data as CSV"),
    ),
    (
        b"\xff\xd8\xff",
        known("a picture (JPEG)", "download the data as CSV"),
    ),
    (
        b"PAR1",
        known("a Parquet file", "export the table as CSV and import that"),
    ),
];

/// What is in a ZIP archive, by the names of its parts.
const ZIPPED: [(&[u8], Known); 6] = [
    (b"xl/", known("an Excel workbook (.xlsx)", SHEET)),
    (
        b"opendocument.spreadsheet",
        known("an OpenDocument spreadsheet (.ods)", SHEET),
    ),
    (
        b"opendocument.text",
        known(
            "an OpenDocument text (.odt)",
            "save its table as CSV and import that",
        ),
    ),
    (
        b"word/",
        known(
            "a Word document (.docx)",
            "save its table as CSV and import that",
        ),
    ),
    (
        b"Index/Document.iwa",
        known("an Apple Numbers or Pages file", SHEET),
    ),
    (
        b"application/epub",
        known("an EPUB", "save its table as CSV and import that"),
    ),
];
const ZIP: Known = known("a ZIP archive", "unpack it and import what is in it");

/// Text files of other formats, by what is in their first lines, folded to small letters.
const TEXTS: [(&[&str], Known); 14] = [
    (&["<!doctype html"], HTML),
    (&["<html"], HTML),
    (&["<modscollection"], MODS),
    (&["<mods"], MODS),
    (
        &["<records>", "<ref-type"],
        known("an EndNote XML library", LIBRARY),
    ),
    (&["<pubmedarticle"], known("a PubMed XML file", LIBRARY)),
    (
        &["structurespecificdata"],
        known("SDMX-ML", "download the data as SDMX-CSV and import that"),
    ),
    (
        &["genericdata"],
        known("SDMX-ML", "download the data as SDMX-CSV and import that"),
    ),
    (
        &["begin:vcalendar"],
        known(
            "an iCalendar file",
            "turn its events into a TimelineJS sheet (CSV)",
        ),
    ),
    (
        &["<?xml"],
        known(
            "an XML file",
            "export the data as CSV, JSON or BibTeX, whichever the format needs",
        ),
    ),
    (
        &["{\\rtf"],
        known("an RTF document", "save its table as CSV and import that"),
    ),
    (&["\ntitle:", "\nreferences:"], known("CSL-YAML", LIBRARY)),
    (
        &["\"format\"", "\"bilat/"],
        own("a dossier of bilat", "json", "use `bilat import json`"),
    ),
    (
        &["\"events\"", "\"start_date\""],
        own(
            "a TimelineJS timeline",
            "timelinejs",
            "use `bilat import timelinejs`",
        ),
    ),
];
const HTML: Known = known(
    "a web page (HTML)",
    "download the data itself, as CSV, JSON or BibTeX; a .xls from the web is often such a page: open it and save it as CSV",
);
const MODS: Known = known("MODS", LIBRARY);
const RIS: Known = known("RIS", LIBRARY);
const ENDNOTE: Known = known("an EndNote or Refer file", LIBRARY);
const NBIB: Known = known("a PubMed file (.nbib)", LIBRARY);
const BIBTEX: Known = own("BibTeX", "bibtex", "use `bilat import bibtex`");
const CSL: Known = own("CSL-JSON", "csl-json", "use `bilat import csl-json`");

/// What a file that is no text is, if that is known.
pub(super) fn binary(bytes: &Bytes) -> Option<Known> {
    let content = bytes.content();
    if content.starts_with(b"PK\x03\x04") || content.starts_with(b"PK\x05\x06") {
        let within = |name: &&[u8]| memchr::memmem::find(content, name).is_some();
        let found = ZIPPED.iter().find(|(name, _)| within(name));
        return Some(found.map_or(ZIP, |(_, known)| *known));
    }
    let found = BINARY.iter().find(|(start, _)| content.starts_with(start));
    found.map(|(_, known)| *known)
}

/// What a text is, if it is of a format that is known.
pub(super) fn text(text: &str) -> Option<Known> {
    let head = &text[..text.floor_char_boundary(HEAD)];
    let lines = || {
        head.lines()
            .map(str::trim_start)
            .filter(|line| !line.is_empty())
    };
    let first = lines().next().unwrap_or_default();
    if lines().take(20).any(is_ris) {
        return Some(RIS);
    }
    if first.starts_with("%0 ") {
        return Some(ENDNOTE);
    }
    if first.starts_with("PMID- ") {
        return Some(NBIB);
    }
    if lines().any(is_bibtex) {
        return Some(BIBTEX);
    }
    let low = head.to_lowercase();
    let has = |words: &[&str]| words.iter().all(|word| low.contains(word));
    let is_markup = first.starts_with('<');
    let mut texts = TEXTS
        .iter()
        .filter(|(words, _)| is_markup || !words[0].starts_with('<'));
    let found = texts.find(|(words, _)| has(words)).map(|(_, known)| *known);
    let is_list = first.starts_with('[') && has(&["\"type\"", "\"title\""]);
    let is_csl = is_list && (has(&["\"issued\""]) || has(&["\"family\""]));
    found.or(is_csl.then_some(CSL))
}

/// `TY  - JOUR`.
fn is_ris(line: &str) -> bool {
    line.strip_prefix("TY")
        .is_some_and(|rest| rest.trim_start().starts_with("- ") && rest.starts_with(' '))
}

/// `@article{key,`.
fn is_bibtex(line: &str) -> bool {
    let Some((word, key)) = line.strip_prefix('@').and_then(|rest| rest.split_once('{')) else {
        return false;
    };
    !word.is_empty() && word.trim().chars().all(|c| c.is_ascii_alphabetic()) && key.contains(',')
}

#[cfg(test)]
mod tests {
    use super::text;

    #[test]
    fn a_text_is_known_by_its_head() {
        for (head, name) in [
            ("TY  - JOUR\nTI  - T\nER  - \n", "RIS"),
            ("\n\nTY  - BOOK\r\n", "RIS"),
            ("%0 Journal Article\n%T T\n", "an EndNote or Refer file"),
            ("PMID- 123\nOWN - NLM\n", "a PubMed file (.nbib)"),
            (
                "<?xml version=\"1.0\"?><xml><records><record><ref-type name=\"Book\">6",
                "an EndNote XML library",
            ),
            (
                "<?xml version=\"1.0\"?>\n<modsCollection xmlns=\"x\">",
                "MODS",
            ),
            ("<!DOCTYPE html><html>", "a web page (HTML)"),
            ("<html xmlns:o=\"x\"><table>", "a web page (HTML)"),
            (
                "<?xml version=\"1.0\"?><message:StructureSpecificData>",
                "SDMX-ML",
            ),
            ("BEGIN:VCALENDAR\nVERSION:2.0", "an iCalendar file"),
            ("@article{a,\n title={T}}", "BibTeX"),
            (
                "[{\"id\": \"a\", \"type\": \"book\", \"title\": \"T\", \"issued\": {}}]",
                "CSL-JSON",
            ),
            (
                "{\"events\": [{\"start_date\": {}}]}",
                "a TimelineJS timeline",
            ),
            (
                "{\"dossier\": {\"format\": \"bilat/1\"}}",
                "a dossier of bilat",
            ),
        ] {
            assert_eq!(text(head).map(|known| known.name), Some(name), "{head}");
        }
        for other in [
            "a,b\n1,2\n",
            "",
            "mail me@home.org, {x}",
            "[1, 2]",
            "TYPE - A\n",
            "x <html> y",
        ] {
            assert_eq!(text(other), None, "{other}");
        }
    }
}
