//! The brief as a Word document: sound parts, nothing of a dossier obeyed, the same bytes each time,
//! and what other programs read in it is what the brief says.

use std::collections::HashSet;
use std::fs;
use std::io::{Cursor, Read};
use std::process::Command;

use bilat::brief::{Body, Brief, Options, bookmark};
use bilat::dossier::Dossier;
use bilat::export::{Docx, Format};
use bilat::vet::Document;
use proptest::prelude::*;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use serde_json::{Value, json};
use zip::ZipArchive;

use super::generated::{any_dossier, built_in, odd, of};

fn brief(dossier: &Dossier) -> Brief {
    Brief::new(dossier, &Options::default())
}

fn word(dossier: &Dossier) -> Vec<u8> {
    let mut bytes = Vec::new();
    Docx(brief(dossier)).write(0, &mut bytes).unwrap();
    bytes
}

/// The names of the parts, and those that are XML as text.
fn parts(bytes: &[u8]) -> Vec<(String, String)> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let all = (0..archive.len()).map(|at| {
        let mut file = archive.by_index(at).unwrap();
        let name = file.name().unwrap().into_owned();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        let is_picture = std::path::Path::new(&name)
            .extension()
            .is_some_and(|end| end == "png");
        let text = if is_picture {
            String::new()
        } else {
            String::from_utf8(bytes).unwrap()
        };
        (name, text)
    });
    all.collect()
}

fn part(bytes: &[u8], name: &str) -> String {
    let found = parts(bytes).into_iter().find(|(own, _)| own == name);
    found.unwrap().1
}

/// Every tag of a part that opens, by its name and attributes; the part is read strictly.
fn tags(xml: &str) -> Vec<(String, Vec<(String, String)>)> {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().check_end_names = true;
    let read = |tag: &BytesStart<'_>| {
        let all = tag.attributes().map(|one| {
            let one = one.expect("an attribute");
            (one.key.as_ref().to_owned(), one.value.to_string())
        });
        (tag.name().as_ref().to_owned(), all.collect())
    };
    let mut tags = Vec::new();
    loop {
        match reader.read_event().expect("sound XML") {
            Event::Start(tag) | Event::Empty(tag) => tags.push(read(&tag)),
            Event::Eof => return tags,
            _ => {}
        }
    }
}

/// What a document of ours is made of; no field, no link, no object, no script among them.
const TAGS: [&str; 52] = [
    "w:document",
    "w:body",
    "w:p",
    "w:pPr",
    "w:pStyle",
    "w:r",
    "w:rPr",
    "w:rStyle",
    "w:t",
    "w:br",
    "w:tab",
    "w:bookmarkStart",
    "w:bookmarkEnd",
    "w:footnoteReference",
    "w:tbl",
    "w:tblPr",
    "w:tblStyle",
    "w:tblW",
    "w:tblLook",
    "w:tblCaption",
    "w:tblDescription",
    "w:tblGrid",
    "w:gridCol",
    "w:tr",
    "w:trPr",
    "w:cantSplit",
    "w:tblHeader",
    "w:tc",
    "w:tcPr",
    "w:tcW",
    "w:drawing",
    "wp:inline",
    "wp:extent",
    "wp:docPr",
    "a:graphic",
    "a:graphicData",
    "pic:pic",
    "pic:nvPicPr",
    "pic:cNvPr",
    "pic:cNvPicPr",
    "pic:blipFill",
    "a:blip",
    "a:stretch",
    "a:fillRect",
    "pic:spPr",
    "a:xfrm",
    "a:off",
    "a:ext",
    "a:prstGeom",
    "a:avLst",
    "w:sectPr",
    "w:pgSz",
];

/// Reads a document strictly: known tags only, each reference leads to something, each bookmark has
/// one name and one end, and every style that is used is there.
fn holds_together(bytes: &[u8]) {
    for (name, text) in parts(bytes) {
        let is_picture = std::path::Path::new(&name)
            .extension()
            .is_some_and(|end| end == "png");
        assert!(is_picture || !tags(&text).is_empty(), "{name}");
    }
    let document = tags(&part(bytes, "word/document.xml"));
    let styles = part(bytes, "word/styles.xml");
    let footnotes = part(bytes, "word/footnotes.xml");
    let relations = part(bytes, "word/_rels/document.xml.rels");
    let (mut names, mut begun, mut ended) = (HashSet::new(), HashSet::new(), HashSet::new());
    for (tag, attributes) in &document {
        let known = TAGS.contains(&tag.as_str()) || tag == "w:pgMar";
        assert!(known, "{tag}");
        let value = |key: &str| {
            let found = attributes.iter().find(|(own, _)| own == key);
            found.expect("an attribute").1.clone()
        };
        match tag.as_str() {
            "w:pStyle" | "w:rStyle" | "w:tblStyle" => {
                let expected = format!("w:styleId=\"{}\"", value("w:val"));
                assert!(styles.contains(&expected), "{expected}");
            }
            "w:footnoteReference" => {
                let expected = format!("<w:footnote w:id=\"{}\">", value("w:id"));
                assert!(footnotes.contains(&expected), "{expected}");
            }
            "a:blip" => assert!(relations.contains(&format!("\"{}\"", value("r:embed")))),
            "wp:docPr" => assert!(!value("descr").is_empty()),
            "w:bookmarkStart" => {
                let name = value("w:name");
                assert!(
                    name.len() <= 40 && bookmark::read(&name).is_some(),
                    "{name}"
                );
                assert!(names.insert(name.to_lowercase()), "{name} is there twice");
                assert!(begun.insert(value("w:id")));
            }
            "w:bookmarkEnd" => assert!(ended.insert(value("w:id"))),
            _ => {}
        }
    }
    assert_eq!(begun, ended);
}

#[test]
fn the_document_of_the_built_in_dossier() {
    let bytes = word(&built_in());
    holds_together(&bytes);
    let names: Vec<_> = parts(&bytes).into_iter().map(|(name, _)| name).collect();
    assert!(
        names.contains(&"word/media/chart1.png".to_owned()),
        "{names:?}"
    );
    let properties = part(&bytes, "docProps/core.xml");
    assert!(properties.contains("<dc:title>Brief: relations of Laos and Russia</dc:title>"));
    assert!(properties.contains("<dc:language>en-GB</dc:language>"));
    let day = brief(&built_in()).day.unwrap();
    assert!(properties.contains(&format!(">{day}T00:00:00Z</dcterms:created>")));
}

#[test]
fn the_same_dossier_gives_the_same_document() {
    assert!(word(&built_in()) == word(&built_in()));
    holds_together(&word(&odd()));
}

/// What a hostile dossier says is text, and what XML has no place for is replaced.
#[test]
fn nothing_of_a_dossier_is_obeyed() {
    let hostile = "{ HYPERLINK \"http://x.example\" } =cmd|' /C calc'!A0 <w:fldSimple w:instr=\"DATE\"/> ]]> &amp; \u{1}\u{b}\u{1f}\u{ffff}";
    let dossier = of(&[
        (
            "dossier",
            json!({
                "format": "bilat/1", "title": hostile,
                "sides": [{"code": "LAO", "name": hostile}, {"code": "RUS", "name": "Russia"}],
            }),
        ),
        ("sources", json!([{"id": "a", "title": hostile}])),
        (
            "events",
            json!([{
                "id": "visit", "title": hostile, "summary": hostile, "date": "2024",
                "kind": "visit", "status": "occurred", "place": hostile, "bilateral": true,
                "evidence": [{"source": "a", "paragraph": 1, "exact": hostile}],
            }]),
        ),
    ])
    .dossier;
    let bytes = word(&dossier);
    holds_together(&bytes);
    let document = part(&bytes, "word/document.xml");
    assert!(!document.contains("fldSimple w:instr=\"") && !document.contains("instrText"));
    assert!(document.contains("{ HYPERLINK"), "{document}");
    let control = |c: char| c < ' ' && !matches!(c, '\n' | '\t');
    for (name, text) in parts(&bytes) {
        assert!(
            !text.contains(control) && !text.contains('\u{ffff}'),
            "{name}"
        );
    }
    assert!(document.contains('\u{fffd}'));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn any_dossier_makes_a_sound_document(dossier in any_dossier()) {
        let bytes = word(&dossier);
        holds_together(&bytes);
        prop_assert!(Document::docx(&bytes).is_ok());
    }
}

/// A program that is not a part of bilat; without it a test says so and ends.
fn is_there(program: &str) -> bool {
    let found = Command::new(program)
        .arg("--version")
        .output()
        .is_ok_and(|output| output.status.success());
    if !found {
        println!("skipped: {program} is not installed");
    }
    found
}

/// How many footnotes, and rows of tables, a document of pandoc's has; and its plain words.
fn gather(value: &Value, notes: &mut Vec<String>, rows: &mut usize) {
    match value {
        Value::Array(all) => all.iter().for_each(|one| gather(one, notes, rows)),
        Value::Object(members) => {
            match members.get("t").and_then(Value::as_str) {
                Some("Note") => notes.push(words(&members["c"])),
                // Attributes, caption, columns, head, bodies, foot.
                Some("Table") => {
                    let bodies = members["c"][4].as_array().unwrap();
                    *rows += bodies
                        .iter()
                        .map(|body| body[3].as_array().unwrap().len())
                        .sum::<usize>();
                    gather(&members["c"], notes, rows);
                    return;
                }
                _ => {}
            }
            members.values().for_each(|one| gather(one, notes, rows));
        }
        _ => {}
    }
}

fn words(value: &Value) -> String {
    match value {
        Value::Array(all) => all.iter().map(words).collect(),
        Value::Object(members) => match members.get("t").and_then(Value::as_str) {
            Some("Str") => members["c"].as_str().unwrap().to_owned(),
            Some("Space" | "SoftBreak") => " ".to_owned(),
            _ => members.get("c").map(words).unwrap_or_default(),
        },
        _ => String::new(),
    }
}

/// The footnote of every line in the order of the document, and the rows of its table.
fn expected(brief: &Brief) -> (Vec<String>, usize) {
    let (mut notes, mut count) = (Vec::new(), 0);
    for section in &brief.sections {
        match &section.body {
            Body::Lines(lines) | Body::Numbered(lines) => {
                notes.extend(lines.iter().map(|line| line.note));
            }
            Body::Figures { rows, lines, .. } => {
                count += rows.len();
                notes.extend(rows.iter().map(|row| row.note));
                notes.extend(lines.iter().map(|line| line.note));
            }
            Body::Quotes(quotes) => notes.extend(quotes.iter().map(|quote| quote.note)),
        }
    }
    let texts = notes.iter().map(|note| {
        let places: Vec<_> = brief.notes[note - 1]
            .places
            .iter()
            .map(bilat::brief::Place::describe)
            .collect();
        format!("Source {}", places.join("; "))
    });
    (texts.collect(), count)
}

fn plain(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

#[test]
fn pandoc_reads_the_footnotes_and_tables() {
    if !is_there("pandoc") {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("brief.docx");
    fs::write(&path, word(&built_in())).unwrap();
    let output = Command::new("pandoc")
        .args(["-t", "json"])
        .arg(&path)
        .output()
        .unwrap();
    assert!(output.status.success(), "{output:?}");
    let document: Value = serde_json::from_slice(&output.stdout).unwrap();
    let (mut notes, mut rows) = (Vec::new(), 0);
    gather(&document["blocks"], &mut notes, &mut rows);
    let (texts, expected_rows) = expected(&brief(&built_in()));
    assert_eq!(rows, expected_rows);
    let plain = |notes: &[String]| notes.iter().map(|note| plain(note)).collect::<Vec<_>>();
    assert_eq!(plain(&notes), plain(&texts));
    assert_eq!(
        words(&document["meta"]["title"]["c"]),
        brief(&built_in()).title
    );
}

#[test]
fn libreoffice_prints_the_document() {
    if !is_there("soffice") {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("brief.docx"), word(&built_in())).unwrap();
    let profile = format!(
        "-env:UserInstallation=file://{}/profile",
        folder.path().display()
    );
    let output = Command::new("soffice")
        .current_dir(folder.path())
        .args([
            profile.as_str(),
            "--headless",
            "--convert-to",
            "pdf",
            "brief.docx",
        ])
        .output()
        .unwrap();
    let pdf = fs::read(folder.path().join("brief.pdf"))
        .unwrap_or_else(|error| panic!("{error}: {output:?}"));
    assert!(
        pdf.starts_with(b"%PDF") && pdf.len() > 20_000,
        "{}",
        pdf.len()
    );
}

/// A brief is short: the table takes the whole width, and two charts are side by side in it.
#[test]
fn the_page_is_used_from_margin_to_margin() {
    let number = |tag: &(String, Vec<(String, String)>), name: &str| -> Option<u64> {
        let (_, value) = tag.1.iter().find(|(own, _)| own == name)?;
        value.parse().ok()
    };
    let all = tags(&part(&word(&built_in()), "word/document.xml"));
    let of = |tag: &str, name: &str| -> Vec<u64> {
        let such = all.iter().filter(|one| one.0 == tag);
        such.filter_map(|one| number(one, name)).collect()
    };
    let width = of("w:pgSz", "w:w")[0] - of("w:pgMar", "w:left")[0] - of("w:pgMar", "w:right")[0];
    assert_eq!(of("w:gridCol", "w:w").iter().sum::<u64>(), width);
    // English Metric Units in a twentieth of a point.
    let charts: Vec<u64> = of("wp:extent", "cx").iter().map(|emu| emu / 635).collect();
    let [one, other] = charts[..] else {
        panic!("{charts:?}");
    };
    assert!(
        one + other <= width && one + other > width * 9 / 10,
        "{charts:?} in {width}"
    );
    let paragraphs = part(&word(&built_in()), "word/document.xml");
    let charts = paragraphs
        .split("</w:p>")
        .filter(|one| one.contains("<w:drawing>"));
    assert_eq!(charts.count(), 1);
}
