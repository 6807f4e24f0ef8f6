//! Bibliographies both ways: organisations as authors, and the fields of CSL.

use bilat::dossier::{Dossier, Kind, Source, Text};
use serde_json::{Value, json};

use crate::dossier::{World, bilat};

/// A field of a source as text.
type Get = fn(&Source) -> &Option<Text>;

/// The fields that a bibliography has beside the usual ones.
const FIELDS: [(&str, Get); 6] = [
    ("volume", |source| &source.volume),
    ("issue", |source| &source.issue),
    ("page", |source| &source.page),
    ("DOI", |source| &source.doi),
    ("publisher_place", |source| &source.publisher_place),
    ("citation_key", |source| &source.citation_key),
];

fn told(source: &Source, name: &str) -> String {
    let (_, get) = FIELDS.iter().find(|(field, _)| *field == name).unwrap();
    get(source).as_deref().unwrap_or_default().to_owned()
}

/// One-word names, particles, "Jr.", commas, "and", and scripts in which no name is parted.
const PEOPLE: [&str; 14] = [
    "Plato",
    "Sukarno",
    "Ludwig van der Rohe",
    "Charles de Gaulle",
    "de Gaulle",
    "Martin King Jr.",
    "Ann Lee, PhD",
    "Anna and Bob",
    "José Ángel Pérez",
    "Thongloun Sisoulith",
    "ທອງລຸນ ສີສຸລິດ",
    "Владимир Путин",
    "习近平",
    "Xi Jinping",
];
const BODIES: [&str; 5] = [
    "Gazprom",
    "Ministry of Industry and Trade",
    "de Beers",
    "World Bank, The",
    "Газпром",
];

#[test]
fn people_come_back_as_people_and_organisations_as_organisations() {
    let old = World::of("LAO,RUS");
    let evidence = json!([{"source": "s", "paragraph": 1}]);
    let record = |prefix: &str, at: usize, name: &str| json!({"id": format!("{prefix}{at}"), "name": name, "evidence": evidence});
    let people = PEOPLE.iter().enumerate();
    let people: Vec<_> = people.map(|(at, name)| record("p", at, name)).collect();
    let bodies = BODIES.iter().enumerate().map(|(at, name)| {
        let mut body = record("o", at, name);
        body["kind"] = json!("company");
        body
    });
    let bodies: Vec<_> = bodies.collect();
    // In turns, so that each must be told from its neighbours.
    let mut author = Vec::new();
    for at in 0..PEOPLE.len() {
        author.push(format!("p{at}"));
        author.extend((at < BODIES.len()).then(|| format!("o{at}")));
    }
    let source =
        json!([{"id": "s", "type": "report", "title": "T", "issued": "2024", "author": author}]);
    for (file, records) in [
        ("people", json!(people)),
        ("organisations", json!(bodies)),
        ("sources", source),
    ] {
        let path = std::path::Path::new(&old.dossier()).join(format!("{file}.json"));
        std::fs::write(path, records.to_string()).unwrap();
    }
    for format in ["bibtex", "csl-json"] {
        let new = World::of("LAO,RUS");
        let file = format!("{}/exported", new.files());
        assert_eq!(bilat(&["export", format, &old.dossier(), "-o", &file]).0, 0);
        new.imported(&[format, &file]);
        let dossier = new.load();
        let mut names: Vec<_> = dossier.people.iter().map(|one| one.name.given()).collect();
        let mut others: Vec<_> = dossier
            .organisations
            .iter()
            .map(|one| one.name.given())
            .collect();
        let sorted = |names: &mut Vec<&str>| names.sort_unstable();
        let (mut people, mut bodies) = (PEOPLE.to_vec(), BODIES.to_vec());
        for names in [&mut names, &mut others, &mut people, &mut bodies] {
            sorted(names);
        }
        assert_eq!((names, others), (people, bodies), "{format}");
    }
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
    let found = FIELDS.map(|(name, _)| told(&source, name));
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
            (told(&source, "issue").as_str(), noted),
            (issue, note),
            "{entry}"
        );
    }
    // BibLaTeX has other names, and one may write a DOI as an address.
    let entry = "@online{k, title={T}, location={Vientiane}, doi={https://doi.org/10.1000/x}, pages={iv–x}}";
    let source = only(&imported("bibtex", entry).load());
    let found = ["publisher_place", "DOI", "page"].map(|name| told(&source, name));
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
    assert_eq!(FIELDS.map(|(name, _)| told(&source, name)), expected);
    assert_eq!(source.note.as_deref(), Some("ISBN: 1"));
    assert_eq!(source.url.as_deref(), Some("https://doi.org/10.1000/x"));
    // An address is no key; a name that programs give an item is.
    for (id, key) in [
        ("http://zotero.org/items/7", ""),
        ("7", ""),
        ("lee2020", "lee2020"),
    ] {
        let source = only(&imported("csl-json", &item(&json!({"id": id}))).load());
        assert_eq!(told(&source, "citation_key"), key, "{id}");
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

/// A dossier with one source that has every field, and its authors.
fn full() -> World {
    let world = World::new();
    let evidence = r#""evidence": [{"source": "gazette", "paragraph": 1, "exact": "x"}]"#;
    world.write(
        "people.json",
        &format!(r#"[{{"id": "ann", "name": "Ann Lee", {evidence}}}]"#),
    );
    world.write(
        "organisations.json",
        &format!(
            r#"[{{"id": "fund", "name": "Trade & Development Fund, Lao {{Branch}}", "kind": "company", {evidence}}},
                {{"id": "mot", "name": "Ministry of Tests and Trials", "acronym": "MoT", "kind": "state body", {evidence}}}]"#
        ),
    );
    world.write(
        "sources.json",
        r#"[{"id": "gazette", "type": "report", "title": "Gazette", "citation_key": "GAZ:1"},
            {"id": "lee", "type": "article-journal", "title": "Trade & 50 % of {it}", "author": ["fund", "ann", "mot"],
             "container_title": "Journal of Tests", "volume": "12", "issue": "3-4", "page": "101-120",
             "publisher": "Test Press", "publisher_place": "Oxford", "issued": "2020-05", "URL": "https://example.org/t",
             "DOI": "10.1000/a_b(c)%20d", "citation_key": "Lee_2020", "language": "en"}]"#,
    );
    assert_eq!(world.loaded().problems, []);
    world
}

#[test]
fn what_is_exported_comes_back_with_every_field_and_author() {
    for (format, name) in [("bibtex", "s.bib"), ("csl-json", "s.json")] {
        let (old, new) = (full(), World::new());
        let file = format!("{}/{name}", new.files());
        assert_eq!(bilat(&["export", format, &old.dossier(), "-o", &file]).0, 0);
        let text = std::fs::read_to_string(&file).unwrap();
        new.imported(&[format, &file]);
        let (old, new) = (old.load(), new.load());
        let find = |dossier: &Dossier| {
            let mut sources = dossier.sources.iter();
            sources
                .find(|source| source.title.starts_with("Trade"))
                .unwrap()
                .clone()
        };
        let (one, other) = (find(&old), find(&new));
        for (field, _) in FIELDS {
            assert_eq!(
                told(&other, field),
                told(&one, field),
                "{format} {field}: {text}"
            );
        }
        let same: [fn(&Source) -> &Option<Text>; 4] = [
            |source| &source.container_title,
            |source| &source.publisher,
            |source| &source.url,
            |source| &source.note,
        ];
        for get in same {
            assert_eq!(get(&one), get(&other), "{format}: {text}");
        }
        assert_eq!((&one.title, &one.issued), (&other.title, &other.issued));
        let named = |dossier: &Dossier, source: &Source| {
            let records = source.author.iter().map(|id| dossier.find(id).unwrap());
            records
                .map(|r| (dossier.title(r), r.kind))
                .collect::<Vec<_>>()
        };
        assert_eq!(named(&old, &one), named(&new, &other), "{format}: {text}");
    }
}

/// What a dossier has exported is nothing new to it.
#[test]
fn what_is_exported_is_nothing_new_to_the_same_dossier() {
    for (format, name) in [("bibtex", "s.bib"), ("csl-json", "s.json")] {
        let world = full();
        let file = format!("{}/{name}", world.files());
        assert_eq!(
            bilat(&["export", format, &world.dossier(), "-o", &file]).0,
            0
        );
        let before = world.load();
        world.imported(&[format, &file]);
        let after = world.load();
        assert_eq!(after.organisations, before.organisations, "{format}");
        assert_eq!(after.people, before.people, "{format}");
        let lee = |dossier: &Dossier| {
            dossier
                .sources
                .iter()
                .find(|s| s.id.as_str() == "lee")
                .cloned()
        };
        assert_eq!(lee(&before), lee(&after), "{format}");
    }
}

#[test]
fn an_institution_is_one_name_in_what_is_exported() {
    let world = full();
    let (_, csl, _) = bilat(&["export", "csl-json", &world.dossier()]);
    let csl: Value = serde_json::from_str(&csl).unwrap();
    let item = &csl.as_array().unwrap()[1];
    assert_eq!(
        item["author"],
        json!([{"literal": "Trade & Development Fund, Lao {Branch}"}, {"family": "Lee", "given": "Ann"},
               {"literal": "Ministry of Tests and Trials"}])
    );
    for (name, value) in [
        ("volume", "12"),
        ("issue", "3-4"),
        ("page", "101-120"),
        ("DOI", "10.1000/a_b(c)%20d"),
        ("publisher-place", "Oxford"),
        ("citation-key", "Lee_2020"),
        ("id", "lee"),
    ] {
        assert_eq!(item[name], value, "{name}");
    }
    let (_, bib, _) = bilat(&["export", "bibtex", &world.dossier()]);
    for line in [
        "@techreport{GAZ:1,",
        "@article{Lee_2020,",
        r"  author = {{Trade \& Development Fund, Lao \textbraceleft{}Branch\textbraceright{}} and Lee, Ann and {Ministry of Tests and Trials}},",
        "  volume = {12},",
        "  number = {3-4},",
        "  pages = {101--120},",
        "  address = {Oxford},",
        "  doi = {10.1000/a_b(c)%20d},",
        "  url = {https://example.org/t},",
    ] {
        assert!(bib.lines().any(|known| known == line), "no {line} in {bib}");
    }
}

#[test]
fn a_key_that_bibtex_cannot_have_is_not_used() {
    for (key, used) in [
        ("Lee2020", "Lee2020"),
        ("lee:2020-a.b/c+d", "lee:2020-a.b/c+d"),
        ("two words", "lee"),
        ("brace}", "lee"),
        ("a,b", "lee"),
        ("50%", "lee"),
        ("Лий", "lee"),
        // Another source has that name, in whatever letters.
        ("GAZETTE", "lee"),
        ("Gaz:1", "lee"),
    ] {
        let world = full();
        let sources = world.read("sources.json").replace("Lee_2020", key);
        world.write("sources.json", &sources);
        let (code, bib, _) = bilat(&["export", "bibtex", &world.dossier()]);
        assert_eq!(code, 0);
        assert!(
            bib.contains(&format!("@article{{{used},\n")),
            "{key}: {bib}"
        );
    }
}
