//! An import states what its file says and nothing else.

use bilat::dossier::Dossier;
use bilat::dossier::agreement::AgreementStatus as S;
use bilat::dossier::observation::ObservationStatus::{Forecast, Reported};
use serde_json::json;

use crate::dossier::{World, bilat};

/// The dossier of these sides with a file read into it.
fn read(sides: &str, words: &[&str], name: &str, text: impl AsRef<[u8]>) -> (World, Dossier) {
    let world = World::of(sides);
    let path = world.file(name, text);
    world.imported(&[words, &[&path]].concat());
    let dossier = world.load();
    (world, dossier)
}

fn told(date: Option<&bilat::dossier::Date>) -> String {
    date.map(ToString::to_string).unwrap_or_default()
}

const TRADE: &str = "Classification,Year,Period,Trade Flow,Reporter ISO,Partner ISO,Customs Proc. Code,Mode of Transport Code,Commodity Code,Commodity,Trade Value (US$)\n";

#[test]
fn a_mark_for_what_is_not_there_makes_no_part_of_a_sum() {
    for mark in ["NA", "n/a", "-", "..", ":", "", "0"] {
        let row = format!("H4,2018,2018,Export,LAO,GBR,{mark},{mark},0901,Coffee,60662\n");
        let (_, dossier) = read("LAO,GBR", &["comtrade"], "x.csv", TRADE.to_owned() + &row);
        let value = dossier.series[0].observations[0].value;
        assert_eq!(
            value.map(bilat::dossier::Number::printed).as_deref(),
            Some("60662"),
            "{mark}"
        );
    }
    for mark in ["NA", "n/a", "-", "..", ":"] {
        let text =
            format!("t,p,s,e,n\nTrade agreement,Laos; United Kingdom,{mark},{mark},{mark}\n");
        let map = [
            "agreements",
            "--map",
            "title=t,parties=p,signed=s,ends=e,note=n,status=n,topic=n",
        ];
        let (_, dossier) = read("LAO,GBR", &map, "x.csv", text);
        let paper = &dossier.agreements[0];
        let dates = (paper.signed.is_some(), paper.ends.is_some());
        assert_eq!(
            (dates, paper.status),
            ((false, false), S::Unknown),
            "{mark}"
        );
        assert!(paper.note.is_none() && paper.topics.is_empty(), "{mark}");
    }
}

#[test]
fn goods_are_what_their_own_code_means() {
    let rows = "H4,2014,2014,Export,LAO,GBR,,,7102,\"Pearls, stones; coin // Gems // Diamonds, not set\",10\n\
                H5,2018,2018,Export,LAO,GBR,,,7102,\"Pearls, stones; coin // Diamonds, not set\",20\n";
    let (world, dossier) = read("LAO,GBR", &["comtrade"], "x.csv", TRADE.to_owned() + rows);
    let titles: Vec<_> = dossier
        .series
        .iter()
        .map(|series| series.title.to_string())
        .collect();
    assert!(
        titles
            .iter()
            .all(|title| title.starts_with("Diamonds, not set (HS 7102")),
        "{titles:?}"
    );
    // Two editions of the list are two series, and no change leads from one to the other.
    assert_eq!(titles.len(), 2);
    assert_ne!(dossier.series[0].commodity, dossier.series[1].commodity);
    let (_, out, _) = bilat(&["trade", &world.dossier()]);
    assert!(!out.contains("From 2014 to 2018"), "{out}");
}

#[test]
fn other_asia_is_taiwan_only_with_a_word_on_it() {
    let rows = "refYear,period,reporterCode,reporterISO,flowCode,partnerCode,partnerISO,partnerDesc,classificationCode,cmdCode,primaryValue\n\
                2023,2023,764,THA,M,490,S19,\"Other Asia, nes\",H6,TOTAL,5\n";
    let world = World::of("THA,TWN");
    let path = world.file("x.csv", rows);
    let report = world.imported(&["comtrade", &path]);
    assert!(report.to_string().contains("Other Asia, nes"), "{report}");
    let note = world.load().series[0].note.clone().unwrap();
    assert!(note.contains("Other Asia, nes"), "{note}");
}

#[test]
fn nobody_has_reported_what_is_ahead() {
    let rows = "DATAFLOW,REF_AREA,MEASURE,FREQ,TIME_PERIOD,OBS_VALUE,OBS_STATUS,UNIT_MEASURE,UNIT_MULT\n\
                OECD:OUTLOOK(1.0),LAO,GDP,A,2024,100,A,USD,9\n\
                OECD:OUTLOOK(1.0),LAO,GDP,A,2060,900,A,USD,9\n";
    let status = |dossier: &Dossier| -> Vec<_> {
        let figures = dossier
            .series
            .iter()
            .flat_map(|series| &series.observations);
        figures.map(|figure| figure.status).collect()
    };
    let (_, dossier) = read("LAO,GBR", &["sdmx-csv"], "x.csv", rows);
    assert_eq!(status(&dossier), [Reported, Forecast]);
    // A file that was fetched before a period cannot report it either.
    let words = ["sdmx-csv", "--accessed", "2023-06-01"];
    let (_, dossier) = read("LAO,GBR", &words, "x.csv", rows);
    assert_eq!(status(&dossier), [Forecast, Forecast]);
}

#[test]
fn series_of_one_title_are_told_apart() {
    let rows = "DATAFLOW,REF_AREA,COUNTERPART_AREA,INDICATOR,FREQ,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE,UNIT_MULT\n\
                X:Y(1.0),LAO,GBR,XG,A,2023,17.3,USD,6\n\
                X:Y(1.0),LAO,GBR,XG,A,2025,18.3,USD,6\n\
                X:Y(1.0),LAO,GBR,XG,A,2024,13000,USD,3\n\
                X:Y(1.0),LAO,W00,XG,A,2024,99,USD,6\n";
    let (world, dossier) = read("LAO,GBR", &["sdmx-csv"], "x.csv", rows);
    let mut titles: Vec<_> = dossier.series.iter().map(|series| &*series.title).collect();
    titles.sort_unstable();
    // What the one series does not print, the other does.
    let (_, out, _) = bilat(&["trade", &world.dossier()]);
    assert!(!out.contains("No figure is printed"), "{out}");
    assert_eq!(
        titles,
        [
            "Lao exports to United Kingdom",
            "Lao exports to United Kingdom, in thousand USD",
            "Lao exports to the world"
        ]
    );
}

#[test]
fn what_holds_for_a_party_holds_for_the_pair_once_both_have_it() {
    let map = [
        "agreements",
        "--map",
        "title=t,party=p,signed=s,in_force=f,ends=e",
    ];
    let paper = |rows: &str| {
        let (_, dossier) = read("LAO,GBR", &map, "x.csv", format!("t,p,s,f,e\n{rows}"));
        dossier.agreements[0].clone()
    };
    let one_each = paper("T,Laos,2013-06-28,,\nT,United Kingdom,,2018-05-08,\n");
    assert_eq!(
        (one_each.signed.as_ref(), one_each.in_force.as_ref()),
        (None, None)
    );
    assert_eq!(told(one_each.parties[0].signed.as_ref()), "2013-06-28");
    assert_eq!(told(one_each.parties[1].in_force.as_ref()), "2018-05-08");
    assert_eq!(one_each.status, S::Unknown);
    let both = paper("T,Laos,2013-06-28,2014,\nT,United Kingdom,2013-06-28,2018,\n");
    assert_eq!(told(both.signed.as_ref()), "2013-06-28");
    assert_eq!(told(both.in_force.as_ref()), "[2018]");
    assert_eq!(
        (both.parties[0].signed.as_ref(), both.status),
        (None, S::InForce)
    );
    let left = paper("T,Laos,2001,2002,2015\nT,United Kingdom,2001,2002,2010-05\n");
    assert_eq!(
        (told(left.ends.as_ref()).as_str(), left.status),
        ("[2010-05]", S::Terminated)
    );
    assert_eq!(told(left.parties[0].withdrew.as_ref()), "2015");
    let one_left = paper("T,Laos,2001,2002,\nT,United Kingdom,2001,2002,2010\n");
    assert_eq!(
        (told(one_left.ends.as_ref()).as_str(), one_left.status),
        ("2010", S::Terminated)
    );
}

#[test]
fn what_has_ended_is_not_in_force() {
    let map = [
        "agreements",
        "--dates",
        "DD/MM/YYYY",
        "--map",
        "title=t,parties=p,in_force=f,ends=e",
    ];
    let status = |end: &str| {
        let text = format!("t,p,f,e\nLoan,LAOS ; UNITED KINGDOM,07/04/1965,{end}\n");
        read("LAO,GBR", &map, "x.csv", text).1.agreements[0].status
    };
    assert_eq!(status("15/07/1975"), S::Expired);
    assert_eq!(status("1975"), S::Expired);
    assert_eq!(status("15/07/2999"), S::InForce);
    assert_eq!(status("31/12/9999"), S::InForce);
}

#[test]
fn nothing_of_a_date_in_csl_vanishes() {
    let items = json!([
        {"issued": {"date-parts": [[2024]], "season": "winter"}},
        {"issued": [{"year": "2009", "month": "1", "day": "1"}]},
        {"issued": [{"year": "2009"}, {"year": "2010", "month": "2"}]},
        {"issued": {"circa": true, "date-parts": [[1975, 5], [1976, 6]]}},
        {"issued": {"circa": 1, "date-parts": [[2017]], "season": 4}},
        {"issued": {"date-parts": [["-44"]]}},
        {"issued": {"date-parts": [[2024]], "season": "Michaelmas"}},
        {"issued": {"date-parts": [[0]]}},
        {"issued": {"date-parts": [[2024, "May"]]}},
        {"accessed": {"literal": "last spring"}, "issued": 2020},
    ]);
    let mut items = items.as_array().unwrap().clone();
    for (at, item) in items.iter_mut().enumerate() {
        item["id"] = json!(format!("k{at}"));
        item["title"] = json!(format!("Title {at}"));
        item["type"] = json!("book");
    }
    let text = serde_json::to_string(&items).unwrap();
    let (world, dossier) = read("LAO,GBR", &["csl-json"], "x.json", text);
    let source = |at: usize| {
        let mut all = dossier.sources.iter();
        all.find(|source| *source.title == *format!("Title {at}"))
            .unwrap()
    };
    for (at, edtf) in [
        (0, "2024-24"),
        (1, "2009-01-01"),
        (2, "2009/2010-02"),
        (3, "1975-05~/1976-06~"),
        (4, "2017-24~"),
        (5, "-0043"),
        (6, "2024"),
        (9, "2020"),
    ] {
        let issued = source(at).issued.as_ref();
        assert_eq!(issued.and_then(|date| date.edtf()), Some(edtf), "{at}");
    }
    for (at, words) in [
        (6, "Michaelmas"),
        (7, "[[0]]"),
        (8, "May"),
        (9, "last spring"),
    ] {
        let note = source(at).note.as_deref().unwrap_or_default();
        assert!(note.contains(words), "{at}: {note}");
    }
    // And out again by the same convention.
    let (_, out, _) = bilat(&["export", "csl-json", &world.dossier()]);
    let out: serde_json::Value = serde_json::from_str(&out).unwrap();
    let ides = out
        .as_array()
        .unwrap()
        .iter()
        .find(|item| item["title"] == "Title 5")
        .unwrap();
    assert_eq!(ides["issued"]["date-parts"], json!([[-44]]));
}

#[test]
fn a_year_before_our_era_goes_out_as_it_came_in() {
    let slides: Vec<_> = ["-44", "-1", "1", "-17001"]
        .iter()
        .map(|year| json!({"start_date": {"year": year}, "text": {"headline": format!("Year {year}")}}))
        .collect();
    let text = json!({"events": slides}).to_string();
    let (world, dossier) = read("LAO,GBR", &["timelinejs"], "x.json", text);
    let find = |title: &str| {
        dossier
            .events
            .iter()
            .find(|event| &*event.title == title)
            .unwrap()
    };
    assert_eq!(
        find("Year -44").date.as_ref().and_then(|date| date.edtf()),
        Some("-0043")
    );
    assert_eq!(
        find("Year -1").date.as_ref().and_then(|date| date.edtf()),
        Some("0000")
    );
    let (_, out, _) = bilat(&["export", "timelinejs", &world.dossier()]);
    let out: serde_json::Value = serde_json::from_str(&out).unwrap();
    for slide in out["events"].as_array().unwrap() {
        let year = slide["start_date"]["year"].as_str().unwrap();
        assert_eq!(slide["text"]["headline"], format!("Year {year}"));
    }
}
