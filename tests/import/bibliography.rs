//! Bibliographies read in: organisations as authors, and the fields of CSL.

use bilat::dossier::{Dossier, Kind, Source, Text};
use serde_json::{Value, json};

use crate::dossier::{World, bilat};

/// A field of a source as text.
pub(crate) type Get = fn(&Source) -> &Option<Text>;

/// The fields that a bibliography has beside the usual ones.
pub(crate) const FIELDS: [(&str, Get); 6] = [
    ("volume", |source| &source.volume),
    ("issue", |source| &source.issue),
    ("page", |source| &source.page),
    ("DOI", |source| &source.doi),
    ("publisher_place", |source| &source.publisher_place),
    ("citation_key", |source| &source.citation_key),
];

pub(crate) fn text_of(source: &Source, name: &str) -> String {
    let (_, get) = FIELDS.iter().find(|(field, _)| *field == name).unwrap();
    get(source).as_deref().unwrap_or_default().to_owned()
}

/// A dossier with these entries read into it.
fn imported(format: &str, text: &str) -> World {
    let world = World::new();
    let name = if format == "bibtex" {
        "s.bib"
    } else {
        "s.json"
    };
    let file = world.file(name, text);
    world.imported(&[format, &file]);
    world
}

/// The only source but that of the file itself.
fn only(dossier: &Dossier) -> Source {
    let mut sources = dossier
        .sources
        .iter()
        .filter(|source| *source.title != *"Bibliography: s.bib");
    let mut sources = sources
        .by_ref()
        .filter(|source| *source.title != *"Bibliography: s.json");
    let source = sources.next().unwrap().clone();
    assert!(sources.next().is_none());
    source
}

const ARTICLE: &str = r"@article{lee2020,
  author = {Lee, Ann and {Ministry of Tests and Trials}},
  title = {Trade},
  journal = {Journal of Tests},
  volume = {12},
  number = {3-4},
  pages = {101--120},
  publisher = {Test Press},
  address = {Oxford},
  year = {2020},
  doi = {10.1000/a_b%20c},
}";

#[test]
fn bibtex_has_a_field_for_each() {
    let dossier = imported("bibtex", ARTICLE).load();
    let source = only(&dossier);
    let expected = [
        "12",
        "3-4",
        "101-120",
        "10.1000/a_b%20c",
        "Oxford",
        "lee2020",
    ];
    let found = FIELDS.map(|(name, _)| text_of(&source, name));
    assert_eq!(found, expected);
    // Nothing of it is in the note too, or the address again.
    assert_eq!((&source.note, &source.url), (&None, &None));
    assert_eq!(source.publisher.as_deref(), Some("Test Press"));
}

#[test]
fn numbers_of_bibtex_are_issues_of_articles_alone() {
    for (entry, issue, note) in [
        ("@article{k, title={T}, number={3}}", "3", ""),
        ("@article{k, title={T}, issue={Spring}}", "Spring", ""),
        (
            "@article{k, title={T}, number={3}, issue={Spring}}",
            "3",
            "Issue: Spring",
        ),
        ("@techreport{k, title={T}, number={R-7}}", "", "Number: R-7"),
        ("@book{k, title={T}, issue={2}}", "2", ""),
    ] {
        let source = only(&imported("bibtex", entry).load());
        let noted = source.note.as_deref().unwrap_or_default();
        assert_eq!(
            (text_of(&source, "issue").as_str(), noted),
            (issue, note),
            "{entry}"
        );
    }
    // BibLaTeX has other names, and one may write a DOI as an address.
    let entry = "@online{k, title={T}, location={Vientiane}, doi={https://doi.org/10.1000/x}, pages={iv–x}}";
    let source = only(&imported("bibtex", entry).load());
    let found = ["publisher_place", "DOI", "page"].map(|name| text_of(&source, name));
    assert_eq!(found, ["Vientiane", "10.1000/x", "iv-x"]);
}

fn item(more: &Value) -> String {
    let mut item = json!({"id": "http://zotero.org/items/7", "type": "article-journal", "title": "Trade",
        "container-title": "Journal of Tests", "issued": {"date-parts": [[2020]]}});
    for (name, value) in more.as_object().unwrap() {
        item[name] = value.clone();
    }
    json!([item]).to_string()
}

#[test]
fn csl_json_has_a_field_for_each() {
    let more = json!({"volume": 12, "issue": "3-4", "page": "101–120", "DOI": "doi:10.1000/x", "citation-key": "lee2020",
        "publisher-place": "Oxford", "publisher": "Test Press", "URL": "https://doi.org/10.1000/x", "ISBN": "1"});
    let source = only(&imported("csl-json", &item(&more)).load());
    let expected = ["12", "3-4", "101–120", "10.1000/x", "Oxford", "lee2020"];
    assert_eq!(FIELDS.map(|(name, _)| text_of(&source, name)), expected);
    assert_eq!(source.note.as_deref(), Some("ISBN: 1"));
    assert_eq!(source.url.as_deref(), Some("https://doi.org/10.1000/x"));
    // An address is no key; a name or a number that programs give an item is.
    for (id, key) in [
        ("http://zotero.org/items/7", ""),
        ("7", "7"),
        ("lee2020", "lee2020"),
    ] {
        let source = only(&imported("csl-json", &item(&json!({"id": id}))).load());
        assert_eq!(text_of(&source, "citation_key"), key, "{id}");
    }
}

/// Names of the authors of the only source, and of what kind they are.
fn authors(dossier: &Dossier) -> Vec<(String, &'static str)> {
    let source = only(dossier);
    let named = source.author.iter().map(|id| {
        let record = dossier.find(id).unwrap();
        (dossier.title(record), record.kind.singular())
    });
    named.collect()
}

#[test]
fn an_institution_is_an_organisation() {
    let persons = json!({"author": [{"family": "Lee", "given": "Ann"}, {"literal": "Ministry of Tests and Trials"}]});
    for world in [
        imported("bibtex", ARTICLE),
        imported("csl-json", &item(&persons)),
    ] {
        let dossier = world.load();
        let expected = [
            ("Ann Lee", "person"),
            ("Ministry of Tests and Trials", "organisation"),
        ];
        assert_eq!(
            authors(&dossier),
            expected.map(|(name, kind)| (name.to_owned(), kind))
        );
        let body = &dossier.organisations[0];
        // It is based on the place where it is named.
        let words = body.evidence[0].words().into_owned();
        assert!(
            "Ministry of Tests and Trials".contains(&words) && !words.is_empty(),
            "{words}"
        );
        let (code, out, _) = bilat(&["verify", &world.dossier(), "--sources", &world.files()]);
        assert_eq!(code, 0, "{out}");
    }
}

#[test]
fn an_organisation_of_the_dossier_is_found_by_any_of_its_names() {
    for name in ["Ministry of Tests", "MoT", "Tests Office", "mot"] {
        let world = World::new();
        world.write(
            "sources.json",
            r#"[{"id": "gazette", "type": "report", "title": "Gazette"}]"#,
        );
        world.write(
            "organisations.json",
            r#"[{"id": "ministry", "name": "Ministry of Tests", "acronym": "MoT", "kind": "state body", "aliases": ["Tests Office"],
                "evidence": [{"source": "gazette", "paragraph": 1, "exact": "x"}]}]"#,
        );
        let text = item(&json!({"author": [{"literal": name}]}));
        world.imported(&["csl-json", &world.file("s.json", text)]);
        let dossier = world.load();
        let source = dossier
            .sources
            .iter()
            .find(|source| *source.title == *"Trade")
            .unwrap();
        let ids: Vec<_> = source
            .author
            .iter()
            .map(bilat::dossier::Id::as_str)
            .collect();
        assert_eq!(
            (ids.as_slice(), dossier.count(Kind::Organisation)),
            (&["ministry"][..], 1)
        );
    }
}
