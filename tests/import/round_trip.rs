//! Bibliographies out and in again: every author, every field and every key that a file can have.

use bilat::dossier::{Dossier, Source, Text};
use serde_json::{Value, json};

use crate::bibliography::{FIELDS, text_of};
use crate::dossier::{World, bilat};

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
                text_of(&other, field),
                text_of(&one, field),
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
        ("no\u{a0}break", "lee"),
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

#[test]
fn a_key_in_letters_of_any_script_comes_back() {
    for key in [
        "Лий:2020",
        "ທອງລຸນ2019",
        "กระทรวง-2020",
        "习近平_2021",
        "Müller+2020",
        "Mu\u{308}ller2020",
        "ΟΔΟΣ",
        "lǐ’20",
    ] {
        let (old, new) = (full(), World::new());
        let sources = old.read("sources.json").replace("Lee_2020", key);
        old.write("sources.json", &sources);
        let file = format!("{}/s.bib", new.files());
        let (code, _, err) = bilat(&["export", "bibtex", &old.dossier(), "-o", &file]);
        assert_eq!((code, err.contains("citation key")), (0, false), "{err}");
        new.imported(&["bibtex", &file]);
        let dossier = new.load();
        let mut keys = dossier.sources.iter().map(|one| &one.citation_key);
        let is_key = |own: &Option<Text>| own.as_ref().is_some_and(|own| own.given() == key);
        assert!(keys.any(is_key), "{key}");
    }
}

#[test]
fn a_key_that_bibtex_cannot_have_is_reported() {
    let old = full();
    let sources = old.read("sources.json").replace("Lee_2020", "two words");
    old.write("sources.json", &sources);
    let (_, _, err) = bilat(&["export", "bibtex", &old.dossier()]);
    assert!(
        err.contains("1 source exported under the id: the citation key"),
        "{err}"
    );
    assert!(err.contains(": lee"), "{err}");
    let (_, _, err) = bilat(&["export", "csl-json", &old.dossier()]);
    assert!(!err.contains("citation key"), "{err}");
}
