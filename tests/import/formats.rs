//! What each format gives, record by record, and what its report says.

use insta::assert_snapshot;

use crate::dossier::{World, fixture, left_out};
use crate::every::CASES;
use crate::listing::listing;

/// The report of one fixture, and the records that it gave.
fn both(file: &str) -> String {
    let (format, _, options, ..) = CASES
        .into_iter()
        .find(|(_, name, ..)| *name == file)
        .unwrap();
    let world = World::new();
    let path = fixture(file);
    let (code, out, err) = world.import(&[&[format, &path, "--all"], options].concat());
    assert_eq!((code, err.as_str()), (0, ""));
    let report = out
        .replace(&path, file)
        .replace(&world.dossier(), "DOSSIER");
    format!("{report}\n{}", listing(&world.load()))
}

macro_rules! shows {
    ($($name:ident $file:literal)*) => {$(
        #[test]
        fn $name() {
            assert_snapshot!(stringify!($name), both($file));
        }
    )*};
}

shows! {
    comtrade_plus "comtrade/plus.csv"
    comtrade_semicolons "comtrade/semicolons.csv"
    comtrade_legacy_35 "comtrade/legacy-35.csv"
    comtrade_legacy_22 "comtrade/legacy-22.csv"
    comtrade_answer "comtrade/answer.json"
    comtrade_legacy_answer "comtrade/legacy.json"
    worldbank_indicators "worldbank/wdi.csv"
    worldbank_databank "worldbank/databank.csv"
    worldbank_wits "worldbank/wits.csv"
    sdmx_2_0 "sdmx/imf-2.0.csv"
    sdmx_columns_of_labels "sdmx/oecd-labels.csv"
    sdmx_both "sdmx/both-labels.csv"
    sdmx_eurostat "sdmx/eurostat.csv"
    timelinejs_3 "timelinejs/three.json"
    timelinejs_on_one_line "timelinejs/minified.json"
    timelinejs_legacy "timelinejs/legacy.json"
    timelinejs_sheet "timelinejs/sheet.csv"
    agreements_bilateral "agreements/bilateral.csv"
    agreements_latin1 "agreements/latin1.csv"
    agreements_by_party "agreements/by-party.csv"
    bibtex "bibliography/library.bib"
    csl_json "bibliography/zotero.json"
}

#[test]
fn parts_of_a_sum_are_never_added_to_it() {
    let world = World::new();
    let plus = fixture("comtrade/plus.csv");
    let report = world.imported(&["comtrade", &plus]);
    let parts = left_out(&report);
    let parts = parts
        .iter()
        .filter(|(_, reason)| reason.starts_with("a part by"));
    let lines: Vec<_> = parts.map(|(line, _)| *line).collect();
    assert_eq!(lines, [13, 14, 15, 16]);
    let dossier = world.load();
    let coffee = dossier
        .series
        .iter()
        .find(|series| series.id.as_str() == "comtrade-lao-gbr-exports-0901-h6");
    let values: Vec<_> = coffee
        .unwrap()
        .observations
        .iter()
        .map(|o| o.value.unwrap().printed())
        .collect();
    assert_eq!(values, ["1200345.5"]);
    // Only parts are there: nothing is made of them.
    assert!(
        !dossier
            .series
            .iter()
            .any(|series| series.id.as_str() == "comtrade-gbr-lao-imports-0901")
    );
}

#[test]
fn services_are_not_goods_and_no_mirror_of_them() {
    let world = World::new();
    world.imported(&["comtrade", &fixture("comtrade/plus.csv")]);
    let dossier = world.load();
    let services = dossier
        .series
        .iter()
        .find(|series| series.id.as_str().contains("services"))
        .unwrap();
    assert_eq!(
        services.commodity.as_deref(),
        Some("services, EBOPS SC, 2010 edition")
    );
    let goods = dossier
        .series
        .iter()
        .filter(|series| series.id != services.id);
    assert!(
        goods
            .into_iter()
            .all(|series| series.commodity.as_deref().unwrap().starts_with("goods, "))
    );
}

#[test]
fn both_reports_of_a_flow_are_shown_with_their_gap() {
    let world = World::new();
    let report = world.imported(&["comtrade", &fixture("comtrade/plus.csv")]);
    let pairs = report["mirrors"].as_array().unwrap();
    assert_eq!(pairs.len(), 3);
    let last = &pairs[2];
    assert_eq!(last["period"], "2022");
    assert_eq!(last["exporter"]["reporter"], "Laos");
    assert_eq!(
        last["exporter"]["id"],
        "comtrade-lao-gbr-exports-total.2022"
    );
    assert_eq!(
        last["importer"]["id"],
        "comtrade-gbr-lao-imports-total.2022"
    );
    assert_eq!(last["gap"], "4.3 times apart");
    let (_, out, _) = world.import(&["comtrade", &fixture("comtrade/plus.csv")]);
    assert!(out.contains("CIF") && out.contains("FOB"), "{out}");
}

#[test]
fn the_world_is_a_series_of_its_own_only_on_request() {
    let world = World::new();
    let plus = fixture("comtrade/plus.csv");
    world.imported(&["comtrade", &plus]);
    let series = world.load().series.len();
    let report = world.imported(&["comtrade", &plus, "--any-partner"]);
    assert_eq!(report["records"][0]["new"], 2);
    let dossier = world.load();
    assert_eq!(dossier.series.len(), series + 2);
    let of = |id: &str| {
        dossier
            .series
            .iter()
            .find(|series| series.id.as_str() == id)
            .unwrap()
    };
    assert_eq!(of("comtrade-lao-world-exports-total").partner, None);
    assert_eq!(
        &*of("comtrade-lao-tha-exports-total").title,
        "Goods, total: Lao exports to Thailand"
    );
}

#[test]
fn a_side_that_was_another_state_reports_as_that() {
    let world = World::of("LAO,RUS");
    let head = world.read("dossier.json").replace(
        "\"adjective\": \"Russian\"",
        "\"adjective\": \"Russian\",\n      \"predecessors\": [{\"code\": \"SUN\", \"name\": \"USSR\"}]",
    );
    world.write("dossier.json", &head);
    let row = "S1,1985,1985,1985,0,0,1,Import,810,Fmr USSR,SUN,418,Lao People's Dem. Rep.,LAO,TOTAL,All Commodities,1,,,,5100000,0";
    let table = std::fs::read_to_string(fixture("comtrade/legacy-22.csv")).unwrap();
    let text = format!("{}\n{row}\n", table.lines().next().unwrap());
    let file = world.file("ussr.csv", text);
    world.imported(&["comtrade", &file]);
    let series = &world.load().series[0];
    assert_eq!(series.id.as_str(), "comtrade-sun-lao-imports-sitc-total");
    assert_eq!(
        &*series.title,
        "Goods, total (SITC): USSR imports from Laos"
    );
}

#[test]
fn what_is_not_imported_is_counted_by_field() {
    let slides = r#"{"scale": "human", "events": [
        {"start_date": {"year": "2020", "millisecond": "7"}, "location": {"name": "Rome"},
         "text": {"headline": "One"}, "media": {"url": "u", "alt": "words"}, "autolink": false},
        {"start_date": {"year": "2021"}, "location": {"name": "Paris"}, "background": null,
         "text": {"headline": "Two"}}]}"#;
    let sheet = "Year,Headline,Place\n2020,One,#fff\n2021,Two,\n";
    let csl = r#"[{"id": "a", "type": "book", "title": "T", "abstract": "words", "PMID": ""}]"#;
    let bibtex = "@book{a, title={T}, keywords={x}, year={2020}, date={2020}, crossref={b}}\n\
        @book{b, title={U}, keywords={y}, Abstract={z}, month={mar}}";
    for (format, text, told) in [
        (
            "timelinejs",
            slides,
            r#"{"location":2,"start_date.millisecond":1}"#,
        ),
        ("timelinejs", sheet, r#"{"Place":1}"#),
        ("csl-json", csl, r#"{"abstract":1}"#),
        ("bibtex", bibtex, r#"{"abstract":1,"keywords":2}"#),
    ] {
        let world = World::new();
        let file = world.file("f", text);
        let report = world.imported(&[format, &file]);
        assert_eq!(
            report["files"][0]["not_imported"].to_string(),
            told,
            "{format}"
        );
    }
}
