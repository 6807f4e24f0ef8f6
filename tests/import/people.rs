//! Names of people in bibliographies, both ways, and who is named beside the authors.

use bilat::dossier::Dossier;
use serde_json::Value;

use crate::dossier::{World, bilat};

fn imported(format: &str, text: &str) -> World {
    let world = World::new();
    let file = world.file("s.x", text);
    world.imported(&[format, &file]);
    world
}

/// The names of people, and of organisations.
fn names(dossier: &Dossier) -> (Vec<&str>, Vec<&str>) {
    let people = dossier.people.iter().map(|one| one.name.given());
    let bodies = dossier.organisations.iter().map(|one| one.name.given());
    (people.collect(), bodies.collect())
}

#[test]
fn a_suffix_and_a_particle_are_parts_of_a_name() {
    let bibtex =
        |author: &str| format!("@book{{a, title = {{T}}, year = 2001, author = {{{author}}}}}\n");
    for (author, name) in [
        ("Bob Smith Jr.", "Bob Smith Jr."),
        ("Smith, Jr., Bob", "Bob Smith Jr."),
        ("Jr., Smith, Bob", "Bob Smith Jr."),
        ("Smith, Bob, Jr.", "Bob Smith Jr."),
        ("Smith Jr., Bob", "Bob Smith Jr."),
        ("van der Berg, Jan", "Jan van der Berg"),
        ("Jan van der Berg", "Jan van der Berg"),
        ("van der Berg", "van der Berg"),
        ("van der Berg, III, Jan", "Jan van der Berg III"),
    ] {
        let world = imported("bibtex", &bibtex(author));
        assert_eq!(names(&world.load()), (vec![name], vec![]), "{author}");
    }
    let csl = |author: &str| {
        format!(r#"[{{"id": "a", "type": "book", "title": "T", "author": [{{{author}}}]}}]"#)
    };
    for (author, name) in [
        (
            r#""family": "Smith", "given": "Bob", "suffix": "Jr.""#,
            "Bob Smith Jr.",
        ),
        (r#""family": "Smith", "given": "Bob, Jr.""#, "Bob Smith Jr."),
        (r#""family": "Smith Jr.", "given": "Bob""#, "Bob Smith Jr."),
        (r#""family": "Jr.", "given": "Bob Smith""#, "Bob Smith Jr."),
        (
            r#""family": "Berg", "given": "Jan", "non-dropping-particle": "van der""#,
            "Jan van der Berg",
        ),
        (
            r#""family": "van der Berg", "given": "Jan""#,
            "Jan van der Berg",
        ),
        (r#""family": "van der Berg""#, "van der Berg"),
    ] {
        let world = imported("csl-json", &csl(author));
        assert_eq!(names(&world.load()), (vec![name], vec![]), "{author}");
    }
}

#[test]
fn a_number_is_a_key_of_csl() {
    for (id, key) in [
        ("12", Some("12")),
        ("\"12\"", Some("12")),
        ("\"http://ex.org/12\"", None),
    ] {
        let text = format!(r#"[{{"id": {id}, "type": "book", "title": "T"}}]"#);
        let dossier = imported("csl-json", &text).load();
        let mut keys = dossier
            .sources
            .iter()
            .filter(|source| *source.title == *"T");
        assert_eq!(keys.next().unwrap().citation_key.as_deref(), key, "{id}");
    }
}

/// Editors, a translator, and a date that is none.
const BOOK: &str = "@incollection{a, title = {T}, booktitle = {B}, edition = {2}, year = {in press},\n\
    author = {Lee, Ann}, editor = {Smith, Jr., Bob and {Ministry of Tests} and van der Berg, Jan},\n\
    translator = {Ray, Bo}, note = {Read twice}}\n";

#[test]
fn editors_and_printed_dates_come_back() {
    let old = imported("bibtex", BOOK);
    let dossier = old.load();
    let source = dossier
        .sources
        .iter()
        .find(|source| *source.title == *"T")
        .unwrap();
    let note = source.note.as_ref().unwrap().given();
    assert_eq!(
        note,
        "Editor: Bob Smith Jr.; Ministry of Tests; Jan van der Berg\nTranslator: Bo Ray\n\
         Edition: 2\nNote: Read twice\nDate as printed: in press"
    );
    for format in ["bibtex", "csl-json"] {
        let new = World::new();
        let file = format!("{}/exported", new.files());
        assert_eq!(bilat(&["export", format, &old.dossier(), "-o", &file]).0, 0);
        new.imported(&[format, &file]);
        let dossier = new.load();
        let source = dossier
            .sources
            .iter()
            .find(|source| *source.title == *"T")
            .unwrap();
        assert_eq!(source.note.as_ref().unwrap().given(), note, "{format}");
        // And nothing is new where it came from.
        let (_, out, _) = old.import(&[format, &file]);
        assert!(!out.contains(" note:"), "{out}");
    }
}

#[test]
fn other_programs_find_editors_in_their_field() {
    let old = imported("bibtex", BOOK);
    let (_, bibtex, _) = bilat(&["export", "bibtex", &old.dossier()]);
    let editors = "  editor = {Smith, Jr., Bob and {Ministry of Tests} and van der Berg, Jan},";
    assert!(bibtex.contains(editors), "{bibtex}");
    assert!(bibtex.contains("  translator = {Ray, Bo},"), "{bibtex}");
    let (_, csl, _) = bilat(&["export", "csl-json", &old.dossier()]);
    let items: Value = serde_json::from_str(&csl).unwrap();
    let item = items
        .as_array()
        .unwrap()
        .iter()
        .find(|item| item["title"] == "T")
        .unwrap();
    assert_eq!(item["editor"][0]["suffix"], "Jr.");
    assert_eq!(item["editor"][2]["family"], "van der Berg");
    assert_eq!(item["translator"][0]["given"], "Bo");
}
