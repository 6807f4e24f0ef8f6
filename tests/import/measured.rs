//! What is said of imported figures: changes of rates, years without a figure, breaks, parts and wholes.

use crate::dossier::{World, bilat};

fn trade(world: &World) -> String {
    bilat(&["trade", &world.dossier()]).1
}

fn imported(format: &str, text: &str) -> World {
    let world = World::of("LAO,RUS");
    let file = world.file("x.csv", text);
    world.imported(&[format, &file]);
    world
}

#[test]
fn rates_of_the_world_bank_change_by_percentage_points() {
    for (name, unit) in [
        (
            "Interest rate spread (lending rate minus deposit rate, %)",
            "%",
        ),
        ("Adjusted savings (percent of GNI)", "% of GNI"),
        ("Births attended by skilled health staff (pct)", "%"),
        ("Inflation (annual % change)", "%"),
        ("Renewable energy share, percentage", "%"),
    ] {
        let text = format!(
            "Country Name,Country Code,Series Name,Series Code,2021 [YR2021],2022 [YR2022]\n\
             Lao PDR,LAO,\"{name}\",X.1,3.76,22.96\n"
        );
        let world = imported("worldbank", &text);
        let out = trade(&world);
        assert!(out.contains(&format!("  2022: 22.96 {unit} (")), "{out}");
        assert!(out.contains("+19.2 percentage points."), "{out}");
    }
    // Growth is shown as it is printed, and no change of it is.
    let text = "Country Name,Country Code,Series Name,Series Code,2021 [YR2021],2022 [YR2022]\n\
                Lao PDR,LAO,Exports of goods and services (annual % growth),X.1,3.76,22.96\n";
    let out = trade(&imported("worldbank", text));
    assert!(out.contains("2022: +22.96 %"), "{out}");
    assert!(!out.contains("From 2021"), "{out}");
}

#[test]
fn rates_of_sdmx_change_by_percentage_points() {
    for (code, unit) in [
        ("PC_GDP", "% of GDP"),
        ("PCPA", "% per annum"),
        ("PCH_PRE", "% change on previous period"),
        ("GR", "% growth"),
        ("PT", "%"),
        ("PC_ACT", "% (PC_ACT)"),
    ] {
        let text = format!(
            "DATAFLOW,FREQ,REF_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE,UNIT_MULT,UNIT_MEASURE\n\
             X:Y(1.0),A,LAO,SHARE,2021,3.76,0,{code}\nX:Y(1.0),A,LAO,SHARE,2022,22.96,0,{code}\n"
        );
        let out = trade(&imported("sdmx-csv", &text));
        assert!(out.contains(&format!("2022: 22.96 {unit} (")), "{out}");
        assert!(out.contains("+19.2 percentage points."), "{out}");
    }
}

#[test]
fn prices_are_no_unit() {
    let name = "Energy use (kg of oil equivalent) per $1,000 GDP (constant 2017 PPP)";
    let text = format!(
        "Country Name,Country Code,Series Name,Series Code,2021 [YR2021]\nLao PDR,LAO,\"{name}\",X.1,98.5\n"
    );
    let out = trade(&imported("worldbank", &text));
    let unit = "2021: 98.5 kg of oil equivalent per $1,000 GDP (constant 2017 PPP) (";
    assert!(out.contains(unit), "{out}");
}

#[test]
fn a_figure_in_another_power_of_ten_is_printed() {
    let row = |year: u16, value: &str, scale: u8| {
        format!("OECD:GDP(1.0),A,LAO,GDP,{year},{value},{scale},USD\n")
    };
    let text = format!(
        "DATAFLOW,FREQ,REF_AREA,MEASURE,TIME_PERIOD,OBS_VALUE,UNIT_MULT,UNIT_MEASURE\n{}{}{}{}",
        row(2019, "98.5", 9),
        row(2021, "110500", 6),
        row(2022, "120.5", 9),
        row(2024, "0.1305", 12)
    );
    let out = trade(&imported("sdmx-csv", &text));
    assert!(out.contains("2021: US$ 110,500 million"), "{out}");
    assert!(
        out.contains("No figure is printed for 2020.") && !out.contains("for 2023"),
        "{out}"
    );
    // A series ends with its own figures, and the year that it lacks is in one that is named.
    let other = "  2021 is in “GDP: Laos, in million USD” (";
    assert_eq!(out.matches(other).count(), 1, "{out}");
    assert_eq!(out.matches("No figure").count(), 1, "{out}");
}

/// A figure that cannot be read is no figure that is not printed.
#[test]
fn nobody_says_that_an_unread_figure_is_not_printed() {
    let text = "DATAFLOW,FREQ,REF_AREA,MEASURE,TIME_PERIOD,OBS_VALUE,UNIT_MULT,UNIT_MEASURE\n\
                X:Y(1.0),A,LAO,GDP,2013,13,6,USD\nX:Y(1.0),A,LAO,GDP,2015,15,6,USD\n\
                X:Y(1.0),A,LAO,GDP,2017,17,6,USD\n";
    let world = imported("sdmx-csv", text);
    let whole = world.read("series.json");
    assert!(trade(&world).contains("No figure is printed for 2014, 2016."));
    for (broken, gaps) in [
        (
            whole.replace("\"value\": 15", "\"value\": \"15,0\""),
            "No figure is printed for 2014, 2016.",
        ),
        (whole.replace("\"2015\"", "\"20l5\""), ""),
        (
            whole.replace("  ]\n}", ", {\"id\": \"x\", \"title\": 5}  ]\n}"),
            "",
        ),
    ] {
        world.write("series.json", &broken);
        let loaded = world.loaded();
        assert!(!loaded.problems.is_empty() && loaded.dossier.series.len() == 1);
        let out = trade(&world);
        let sentence = out.lines().find(|line| line.contains("No figure"));
        assert_eq!(sentence.unwrap_or_default().trim(), gaps, "{broken}");
    }
}

#[test]
fn no_text_is_supported_in_a_change_across_a_break() {
    let text = "DATAFLOW,FREQ,REF_AREA,COUNTERPART_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE,UNIT_MULT,UNIT_MEASURE,OBS_STATUS\n\
                X:Y(1.0),A,LAO,RUS,EXPORTS,2021,100,6,USD,A\nX:Y(1.0),A,LAO,RUS,EXPORTS,2022,10,6,USD,B\n";
    let world = imported("sdmx-csv", text);
    let sound = imported("sdmx-csv", &text.replace(",USD,B", ",USD,A"));
    let verdicts = |world: &World, sentence: &str| {
        let path = world.file("v.txt", sentence);
        let (code, out, _) = bilat(&["vet", &path, &world.dossier(), "--all", "--json"]);
        let report: serde_json::Value = serde_json::from_str(&out).unwrap();
        let findings = report["findings"].as_array().unwrap().clone();
        let all = findings.iter().filter(|one| one["item"] == "figure");
        let words: Vec<_> = all
            .map(|one| one["verdict"].as_str().unwrap().to_owned())
            .collect();
        (code, words)
    };
    let fell = "Lao exports to Russia fell by 90 % in 2022.\n";
    let (code, words) = verdicts(&world, fell);
    assert_eq!((code, words), (1, vec!["not-comparable".to_owned()]));
    let levels =
        "From 2021 to 2022 Lao exports to Russia fell from US$ 100 million to US$ 10 million.\n";
    let (code, mut words) = verdicts(&world, levels);
    words.sort();
    assert_eq!(code, 1);
    assert_eq!(words, ["not-comparable", "supported", "supported"]);
    let (_, words) = verdicts(&sound, levels);
    assert!(
        !words.contains(&"not-comparable".to_owned())
            && !words.contains(&"contradicted".to_owned()),
        "{words:?}"
    );
}

#[test]
fn goods_of_a_chapter_are_no_more_than_the_chapter() {
    const HEAD: &str = "Classification,Year,Period,Trade Flow,Reporter Code,Reporter,Reporter ISO,Partner Code,Partner,Partner ISO,Commodity Code,Commodity,Trade Value (US$)\n";
    let row = |code: &str, value: u32| {
        format!(
            "H4,2014,2014,Export,418,Laos,LAO,643,Russian Federation,RUS,{code},Goods of {code},{value}\n"
        )
    };
    let contested = |rows: &[(&str, u32)]| {
        let rows: String = rows.iter().map(|(code, value)| row(code, *value)).collect();
        let world = imported("comtrade", &(HEAD.to_owned() + &rows));
        bilat(&["contested", &world.dossier()]).1
    };
    let both = contested(&[
        ("09", 1_000_000),
        ("0901", 5_000_000),
        ("44", 900_000),
        ("TOTAL", 5_500_000),
    ]);
    assert!(
        both.contains("HS 0901") && both.contains("HS 09,"),
        "{both}"
    );
    assert!(
        both.contains("HS 44") && both.contains("Goods, total"),
        "{both}"
    );
    let sound = contested(&[
        ("09", 5_000_000),
        ("0901", 1_000_000),
        ("44", 500_000),
        ("TOTAL", 5_500_000),
    ]);
    assert!(sound.contains("nothing is contested"), "{sound}");
}
