//! Sources for reference managers: all of them, or those of one record.

use bilat::cite::Style;
use bilat::dossier::Id;
use bilat::export::{Bibliography, text};
use proptest::prelude::*;
use serde_json::Value;

use super::generated::{any_dossier, built_in};

fn written(dossier: &bilat::dossier::Dossier, style: Style, id: Option<&str>) -> String {
    let record = id.map(|id| dossier.find(&Id::new(id).unwrap()).unwrap());
    let format = Bibliography {
        contests: bilat::contested::Contests::default(),
        dossier,
        style,
        record,
    };
    text(&format).unwrap()
}

#[test]
fn all_sources_or_those_of_one_record() {
    let dossier = built_in();
    let all: Value = serde_json::from_str(&written(&dossier, Style::CslJson, None)).unwrap();
    let ids = |list: &Value| {
        list.as_array()
            .unwrap()
            .iter()
            .map(|i| i["id"].clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(ids(&all), ["article-2025", "asean-briefing-2023"]);
    assert!(all[0].get("note").is_none());
    let one: Value =
        serde_json::from_str(&written(&dossier, Style::CslJson, Some("trade-total.2022"))).unwrap();
    assert_eq!(ids(&one), ["asean-briefing-2023"]);
    assert!(
        one[0]["note"]
            .as_str()
            .unwrap()
            .contains("about US$ 50 million")
    );
    let bib = written(&dossier, Style::Bibtex, None);
    assert!(bib.starts_with("@article{article-2025,\n") && bib.ends_with("}\n"));
    assert_eq!(bib.matches("\n@").count() + 1, 2);
}

proptest! {
    #[test]
    fn any_dossier_has_sound_entries(dossier in any_dossier()) {
        let list: Value = serde_json::from_str(&written(&dossier, Style::CslJson, None)).unwrap();
        prop_assert_eq!(list.as_array().unwrap().len(), dossier.sources.len());
        let bib = written(&dossier, Style::Bibtex, None);
        let depth = |c| bib.matches(c).count();
        prop_assert_eq!(depth('{'), depth('}'));
    }
}
