//! Files of formats that are not the one that was asked for: what they are is said, and what to do.

use crate::dossier::{World, bilat};

/// What is said of a file that cannot be imported.
fn told(format: &[&str], name: &str, bytes: &[u8]) -> String {
    let world = World::new();
    let before = world.bytes();
    let file = world.file(name, bytes);
    let (code, out, err) = world.import(&[format, &[&file]].concat());
    assert!(code != 0 && out.is_empty(), "{name}: {out}");
    assert_eq!(world.bytes(), before);
    err.replace(&file, name)
}

#[test]
fn what_is_no_text_is_named() {
    let zip = |part: &str| [b"PK\x03\x04\x14\0\x06\0", part.as_bytes(), b"\0\xff"].concat();
    for (name, bytes, what) in [
        (
            "a.xlsx",
            zip("[Content_Types].xmlxl/workbook.xml"),
            "an Excel workbook (.xlsx): save the sheet as CSV",
        ),
        (
            "a.ods",
            zip("mimetypeapplication/vnd.oasis.opendocument.spreadsheet"),
            "an OpenDocument spreadsheet (.ods): save the sheet as CSV",
        ),
        (
            "a.docx",
            zip("word/document.xml"),
            "a Word document (.docx): save its table as CSV",
        ),
        ("a.zip", zip("data.csv"), "a ZIP archive: unpack it"),
        (
            "a.xls",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0".to_vec(),
            "an old Microsoft Office file (.doc, .xls or .ppt): open it in its program and save it anew",
        ),
        (
            "a.pdf",
            b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n".to_vec(),
            "a PDF: download the data as CSV",
        ),
        (
            "a.gz",
            b"\x1f\x8b\x08\0\0".to_vec(),
            "a gzip archive: unpack it",
        ),
    ] {
        for format in [
            &["worldbank"][..],
            &["bibtex"],
            &["csl-json"],
            &["agreements", "--map", "title=t,parties=p"],
        ] {
            let err = told(format, name, &bytes);
            assert!(err.contains(&format!("{name} is {what}")), "{err}");
            assert!(!err.contains("encoding"), "{err}");
        }
    }
}

#[test]
fn a_library_in_another_format_is_named() {
    for (name, text, what) in [
        (
            "a.ris",
            "TY  - JOUR\nTI  - T\nER  - \n",
            "RIS: export the library as BibTeX or CSL-JSON",
        ),
        (
            "a.enw",
            "%0 Journal Article\n%T T\n",
            "an EndNote or Refer file: export the library",
        ),
        (
            "a.xml",
            "<?xml version=\"1.0\"?><xml><records><record><ref-type name=\"Book\">6</ref-type></record></records></xml>",
            "an EndNote XML library: export the library",
        ),
        (
            "m.xml",
            "<?xml version=\"1.0\"?>\n<modsCollection xmlns=\"http://www.loc.gov/mods/v3\"/>",
            "MODS: export the library",
        ),
        (
            "a.html",
            "<!DOCTYPE html>\n<html><body>Not found</body></html>",
            "a web page (HTML): download the data itself",
        ),
    ] {
        for format in [
            "bibtex",
            "csl-json",
            "json",
            "comtrade",
            "worldbank",
            "timelinejs",
        ] {
            let err = told(&[format], name, text.as_bytes());
            assert!(
                err.contains(&format!("{name} is {what}")),
                "{format}: {err}"
            );
        }
    }
    let bibtex = "@article{a,\n  title = {T},\n  year = 2001\n}\n";
    let err = told(&["csl-json"], "a.json", bibtex.as_bytes());
    assert!(
        err.contains("a.json is BibTeX: use `bilat import bibtex`"),
        "{err}"
    );
    let csl = r#"[{"id": "a", "type": "book", "title": "T", "issued": {"date-parts": [[2001]]}}]"#;
    for format in ["bibtex", "json", "timelinejs"] {
        let err = told(&[format], "a.bib", csl.as_bytes());
        assert!(
            err.contains("is CSL-JSON: use `bilat import csl-json`"),
            "{err}"
        );
    }
}

#[test]
fn what_is_of_the_format_is_not_taken_for_another() {
    let world = World::new();
    // A library with nothing in it, and a title that speaks of a format.
    let file = world.file("empty.bib", "% nothing yet\n");
    let (_, out, err) = world.import(&["bibtex", &file]);
    assert!(out.contains("0 read") && err.is_empty(), "{out}{err}");
    let file = world.file(
        "b.bib",
        "@book{a, title = {TY  - A <html> of <?xml}, year = 2001}\n",
    );
    world.imported(&["bibtex", &file]);
    assert_eq!(bilat(&["check", &world.dossier()]).0, 0);
}

/// A compound file, as Office wrote until 2007, with streams of these names.
fn compound(streams: &[&str]) -> Vec<u8> {
    let mut bytes = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    bytes.resize(1024, 0);
    for name in ["Root Entry"].iter().chain(streams) {
        let mut entry: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        entry.resize(128, 0);
        bytes.extend(entry);
    }
    bytes
}

/// A name, the streams in it, what it is, and what is said of it by import and by draft.
type Office = (
    &'static str,
    &'static [&'static str],
    &'static str,
    &'static str,
    &'static str,
);

const OFFICE: [Office; 6] = [
    (
        "a.doc",
        &["WordDocument", "1Table"],
        "an old Word document (.doc)",
        "use `bilat draft`",
        "(.docx)",
    ),
    (
        "b.xls",
        &["Workbook"],
        "an old Excel workbook (.xls)",
        "save the sheet as CSV",
        "save the sheet as CSV",
    ),
    (
        "c.xls",
        &["Book"],
        "an old Excel workbook (.xls)",
        "save the sheet as CSV",
        "save the sheet as CSV",
    ),
    (
        "d.docx",
        &["EncryptionInfo", "EncryptedPackage"],
        "an Office file with a password",
        "save it anew",
        "(.docx)",
    ),
    (
        "e.doc",
        &["Contents"],
        "an old Microsoft Office file (.doc, .xls or .ppt)",
        "save it anew",
        "(.docx)",
    ),
    (
        "f.msg",
        &["__properties_version1.0"],
        "an Outlook message (.msg)",
        "(.docx)",
        "(.docx)",
    ),
];

#[test]
fn an_old_office_file_is_named_with_what_to_do() {
    for (name, streams, what, import, draft) in OFFICE {
        let bytes = compound(streams);
        let err = told(&["worldbank"], name, &bytes);
        assert!(
            err.contains(&format!("{name} is {what}")) && err.contains(import),
            "{err}"
        );
        let world = World::new();
        let file = world.file(name, &bytes);
        let into = world.dossier();
        for command in [
            &["draft", &file, "--into", &into][..],
            &["vet", &file, &into],
        ] {
            let (code, out, err) = bilat(command);
            assert!(
                code == 2 && err.contains(what) && err.contains(draft),
                "{out}{err}"
            );
        }
    }
}
