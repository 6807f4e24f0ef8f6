//! Codes of goods and services in tables of trade: those of one list are never taken for those of another.

use crate::dossier::{World, left_out};

/// Titles of the series of a table whose rows have a list, a code and a value, in order; and what was left out.
fn read(column: &str, rows: &[(&str, &str, u32)]) -> (Vec<String>, Vec<String>) {
    let world = World::of("LAO,RUS");
    let head = format!(
        "typeCode,refYear,period,reporterISO,partnerISO,flowCode,{column},cmdCode,cmdDesc,primaryValue\n"
    );
    let row = |(list, code, value): &(&str, &str, u32)| {
        format!("C,2021,2021,LAO,RUS,X,{list},{code},,{value}\n")
    };
    let text = head + &rows.iter().map(row).collect::<String>();
    let report = world.imported(&["comtrade", &world.file("x.csv", text)]);
    let dossier = world.load();
    let mut titles: Vec<_> = dossier
        .series
        .iter()
        .map(|series| {
            let figures = series
                .observations
                .iter()
                .map(|one| one.value.unwrap().to_string());
            let what = series.title.split(':').next().unwrap_or_default();
            let what = series
                .title
                .strip_prefix("Services: ")
                .map_or(what, |rest| rest.split(':').next().unwrap_or_default());
            format!("{what} = {}", figures.collect::<Vec<_>>().join(" "))
        })
        .collect();
    titles.sort();
    let reasons = left_out(&report).into_iter().map(|(_, why)| why);
    (titles, reasons.collect())
}

#[test]
fn a_code_is_of_the_list_that_the_row_names() {
    let rows = [
        ("H5", "41", 1),
        ("B4", "41", 2),
        ("S3", "41", 3),
        ("BEC Rev.5", "41", 4),
        ("SITC Rev. 4", "41", 5),
        ("HS 2012", "41", 6),
        ("EB02", "41", 7),
        ("EBOPS 2010", "41", 8),
        ("ISIC Rev.4", "41", 9),
        ("BPM6", "41", 10),
    ];
    for column in [
        "classificationCode",
        "Classification",
        "classificationSearchCode",
        "Nomenclature",
        "pfCode",
    ] {
        let (titles, skipped) = read(column, &rows);
        assert_eq!(skipped, [""; 0], "{column}");
        assert_eq!(
            titles,
            [
                "BEC 41, revision 4 = 2",
                "BEC 41, revision 5 = 4",
                "BPM6 41 = 10",
                "EBOPS 41, 2002 edition = 7",
                "EBOPS 41, 2010 edition = 8",
                "HS 41, 2012 edition = 6",
                "HS 41, 2017 edition = 1",
                "ISIC Rev.4 41 = 9",
                "SITC 41, revision 3 = 3",
                "SITC 41, revision 4 = 5",
            ],
            "{column}"
        );
    }
}

#[test]
fn totals_of_several_lists_are_not_one_series() {
    let rows = [
        ("H5", "TOTAL", 100),
        ("B4", "TOTAL", 90),
        ("S3", "TOTAL", 80),
        ("H4", "TOTAL", 100),
    ];
    let (titles, _) = read("classificationCode", &rows);
    assert_eq!(
        titles,
        [
            "Goods, total (BEC) = 90",
            "Goods, total (SITC) = 80",
            "Goods, total = 100"
        ]
    );
}

#[test]
fn a_code_without_a_list_that_hs_does_not_have_is_left_out() {
    let rows = [
        ("", "0901", 1),
        ("", "112", 2),
        ("", "SC", 3),
        ("", "TOTAL", 4),
    ];
    let (titles, skipped) = read("classificationCode", &rows);
    assert_eq!(titles, ["Goods, total = 4", "HS 0901 = 1"]);
    let why = "no classification is named that has such a code";
    assert_eq!(skipped, [why, why]);
}
