//! The dossier as one document, and as a folder: both come back as they went out.

use std::fs;

use bilat::dossier::Dossier;
use bilat::export::{Folder, Format, Json, text};
use bilat::load::{Document, Loaded, Origin, load};
use proptest::prelude::*;

use super::generated::{any_dossier, assert_same, built_in, odd};

fn reread(dossier: &Dossier) -> Loaded {
    let document = text(&Json(dossier)).unwrap();
    assert_eq!(
        document,
        text(&Json(dossier)).unwrap(),
        "the same bytes each time"
    );
    load(&Origin::Document(Document::new("x.json", document)))
}

#[test]
fn a_document_is_read_as_the_dossier_that_it_was_written_from() {
    for dossier in [built_in(), odd()] {
        let loaded = reread(&dossier);
        assert_same(&dossier, &loaded.dossier);
        assert!(loaded.dossier.quotes.len() == dossier.quotes.len() && !dossier.is_empty());
    }
    let problems = reread(&built_in()).problems;
    assert!(problems.is_empty(), "{problems:?}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn any_dossier_comes_back(dossier in any_dossier()) {
        assert_same(&dossier, &reread(&dossier).dossier);
    }
}

#[test]
fn a_folder_is_read_as_the_dossier_that_it_was_written_from() {
    for dossier in [built_in(), odd()] {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("schema")).unwrap();
        let format = Folder(&dossier);
        for (at, name) in format.files().iter().enumerate() {
            let mut bytes = Vec::new();
            format.write(at, &mut bytes).unwrap();
            fs::write(folder.path().join(name), bytes).unwrap();
        }
        let again = load(&Origin::Folder(folder.path().to_owned())).dossier;
        assert_same(&dossier, &again);
    }
}

#[test]
fn the_document_is_of_the_schema_that_it_names() {
    let document: serde_json::Value =
        serde_json::from_str(&text(&Json(&built_in())).unwrap()).unwrap();
    let schema: serde_json::Value = serde_json::from_str(bilat::describe::schema::WHOLE).unwrap();
    assert_eq!(document["$schema"], "./bilat.schema.json");
    assert_eq!(document["dossier"]["format"], "bilat/1");
    for name in document.as_object().unwrap().keys() {
        assert!(schema["properties"].get(name).is_some(), "{name}");
    }
}
