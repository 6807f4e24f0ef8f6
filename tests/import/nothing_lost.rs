//! What a file says and a record does not hold is kept in words, or said to be left out.

use bilat::dossier::Dossier;
use bilat::dossier::agreement::AgreementStatus as S;

use crate::dossier::{World, bilat, left_out};

const MAP: [&str; 3] = [
    "agreements",
    "--map",
    "title=t,parties=p,signed=s,in_force=f,ends=e,status=st",
];

fn reasons(world: &World, words: &[&str], text: &str) -> Vec<(u64, String)> {
    let path = world.file("x.csv", text);
    left_out(&world.imported(&[words, &[&path]].concat()))
}

/// The status of each agreement, and what its note keeps of it.
fn kept(dossier: &Dossier) -> Vec<(S, &str)> {
    let papers = dossier.agreements.iter();
    papers
        .map(|paper| (paper.status, paper.note.as_deref().unwrap_or_default()))
        .collect()
}

#[test]
fn what_follows_a_date_is_never_dropped() {
    let world = World::of("EGY,SDN");
    let map = ["agreements", "--map", "title=t,parties=p,signed=s"];
    let text = "t,p,s\n\
        A,\"Egypt, Sudan\",30/04/1961\n\
        B,\"Egypt, Sudan\",30/04/1961 BC\n\
        C,\"Egypt, Sudan\",30.04.1961 - 05.05.1961\n\
        D,\"Egypt, Sudan\",30/04/1961 rejected by parliament\n\
        E,\"Egypt, Sudan\",30/04/1961 and 30/05/1961\n\
        F,\"Egypt, Sudan\",30/04/1961 10:00\n";
    let path = world.file("x.csv", text);
    let report = world.imported(&[&map[..], &[&path]].concat());
    let why = "not a date (DD/MM/YYYY)".to_owned();
    let lines: Vec<_> = (3..=6).map(|line| (line, why.clone())).collect();
    assert_eq!(left_out(&report), lines);
    assert!(report.to_string().contains("time of day"), "{report}");
}

#[test]
fn a_status_keeps_its_rest() {
    let world = World::of("EGY,SDN");
    let text = "t,p,s,f,e,st\n\
        A,\"Egypt, Sudan\",1950-01-01,1951-01-01,,In force\n\
        B,\"Egypt, Sudan\",1950-01-02,1951-01-01,,Superseded by A\n\
        C,\"Egypt, Sudan\",1950-01-03,1951-01-01,,Denounced 1999-05-01 by Egypt\n\
        D,\"Egypt, Sudan\",1950-01-04,1951-01-01,,not terminated\n\
        E,\"Egypt, Sudan\",1950-01-05,,,not yet in force\n";
    assert_eq!(reasons(&world, &MAP, text), []);
    let dossier = world.load();
    assert_eq!(
        kept(&dossier),
        [
            (S::InForce, ""),
            (S::Superseded, "Status as printed: Superseded by A"),
            (
                S::Terminated,
                "Status as printed: Denounced 1999-05-01 by Egypt"
            ),
            (S::Unknown, "Status as printed: not terminated"),
            (S::Signed, ""),
        ]
    );
}

#[test]
fn the_status_of_one_party_is_kept_as_its_own() {
    let world = World::of("IND,NPL");
    let map = [
        "agreements",
        "--map",
        "title=t,party=p,signed=s,in_force=f,ends=e,status=st",
    ];
    let text = "t,p,s,f,e,st\n\
        Water Pact,India,1996-02-12,1997-06-05,2010-01-01,withdrawn\n\
        Water Pact,Nepal,1996-02-12,1997-06-06,,\n\
        Succession Pact,India,1930-01-01,1930-02-01,,\n\
        Succession Pact,Nepal,,,,succession 1955\n\
        Both,India,1980-01-01,1980-02-01,,In force\n\
        Both,Nepal,1980-01-01,1980-02-01,,In force\n";
    assert_eq!(reasons(&world, &map, text), []);
    let dossier = world.load();
    assert_eq!(
        kept(&dossier),
        [
            (S::InForce, ""),
            (S::Terminated, ""),
            (S::Unknown, "Status as printed (Nepal): succession 1955"),
        ]
    );
}

/// That only one side is a party is said where no row of the file may be of the other.
#[test]
fn a_party_whose_row_was_left_out_is_still_a_party() {
    let world = World::of("IND,NPL");
    let map = ["agreements", "--map", "title=t,party=p,signed=s"];
    let text = "t,p,s,more\n\
        Water,India,1996-02-12,a\n\
        Water,Nepal,1996-02-31,\n\
        Roads,India,1997-02-12,\n\
        Roads,Nepaal,1997-02-12,b\n\
        Skies,India,1998-02-12,\n\
        Peace,India,1950-07-31,\n\
        Peace,Nepal,1950-07-31,\n";
    let why = |line: u64, told: &str| (line, told.to_owned());
    let date = "not a date (ISO, YYYY or a month in words)";
    let expected = [
        why(2, "the row of the other side was left out"),
        why(3, date),
        why(4, "only one of the two sides was recognised"),
        why(5, "name not recognised"),
        why(6, "only one of the two sides is a party"),
    ];
    assert_eq!(reasons(&world, &map, text), expected);
    let broken = text.replace("Water,Nepal,1996-02-31,\n", "Water,Nepal\n");
    let told = reasons(&world, &map, &broken);
    assert_eq!(
        told[0].1,
        "only one of the two sides has a row that was read"
    );
}

/// Columns that no field is read from are named, with how many rows have something in them.
#[test]
fn columns_that_are_not_read_are_named() {
    let world = World::of("IND,NPL");
    let path = world.file(
        "x.csv",
        "key,Title,Parties,Remark of the office\n7,Water Pact,India; Nepal,\n8,Road Pact,India; Nepal,x\n",
    );
    let (_, out, _) = bilat(&["import", "agreements", &path, "--into", &world.dossier()]);
    let line = "not imported  Remark of the office (1), key (2)\n";
    assert!(out.contains(line), "{out}");
}

#[test]
fn a_name_in_no_list_is_not_called_another_country() {
    let world = World::of("NGA,COD");
    let map = ["agreements", "--map", "title=t,parties=p"];
    let text = "t,p\n\
        A,Nigeria (Federal Republic of); Congo (Kinshasa)\n\
        B,\"Nigeria; Congo (Democratic Republic of the)\"\n\
        C,Nigeria; Заир\n\
        D,Nigeria; Ghana\n";
    let told = reasons(&world, &map, text);
    let expected = [
        (4, "name not recognised".to_owned()),
        (
            5,
            "not between Nigeria and Democratic Republic of the Congo".to_owned(),
        ),
    ];
    assert_eq!(told, expected);
    // A record keeps the line end of a title, and a list shows a blank.
    let title = "t,p\n\"Treaty of\r\nPeace\",Nigeria; COD\n";
    let path = world.file("y.csv", title);
    world.imported(&[&map[..], &[&path]].concat());
    let (_, out, _) = bilat(&["agreements", &world.dossier()]);
    assert!(out.contains("Treaty of Peace"), "{out}");
}

const TRADE: &str =
    "typeCode;period;reporterISO;flowCode;partnerISO;classificationCode;cmdCode;primaryValue\n";

#[test]
fn a_comma_that_may_be_either_sign_is_in_doubt() {
    let world = World::of("KEN,UGA");
    let rows = "C;2020;KEN;X;UGA;H6;TOTAL;814000000,5\nC;2021;KEN;X;UGA;H6;TOTAL;814,500\nC;2022;KEN;X;UGA;H6;TOTAL;5\n";
    let told = reasons(&world, &["comtrade"], &(TRADE.to_owned() + rows));
    assert_eq!(told.len(), 2);
    assert!(told[1].1.starts_with("two numbers"), "{told:?}");
    let world = World::of("KEN,UGA");
    let words = ["comtrade", "--decimal", "comma"];
    assert_eq!(reasons(&world, &words, &(TRADE.to_owned() + rows)), []);
}

#[test]
fn two_columns_of_one_name_are_refused() {
    let world = World::of("KEN,UGA");
    let row = "C;2020;KEN;X;UGA;H6;TOTAL;10;11\n";
    let comtrade = TRADE.trim_end().to_owned() + ";Primary Value\n" + row;
    let worldbank = "Country Name,Country Code,Indicator Name,2019,2019\nKenya,KEN,GDP,1,2\n";
    let sdmx = "DATAFLOW,REF_AREA,FREQ,TIME_PERIOD,OBS_VALUE,OBS_VALUE\nX:Y(1),KEN,A,2020,1,2\n";
    let timeline = "Year,Year,Headline,Text\n2001,2002,A,B\n";
    for (format, text) in [
        ("comtrade", &*comtrade),
        ("worldbank", worldbank),
        ("sdmx-csv", sdmx),
        ("timelinejs", timeline),
    ] {
        let path = world.file("x.csv", text);
        let (code, _, err) = world.import(&[format, &path]);
        assert_ne!(code, 0, "{format}");
        assert!(
            err.contains("several columns are called"),
            "{format}: {err}"
        );
    }
}

const SDMX: &str = "STRUCTURE,STRUCTURE_ID,REF_AREA,FREQ,MEASURE,UNIT_MEASURE,TIME_PERIOD,OBS_VALUE,OBS_STATUS,REF_YEAR_PRICE,CURRENCY,BASE_PER,CONF_STATUS,COLLECTION\n";

#[test]
fn what_a_figure_is_measured_in_tells_series_apart() {
    let world = World::of("MEX,CAN");
    let rows = "dataflow,OECD:X(1.0),MEX,A,GDP,XDC,2020,90,A,2013,MXN,,F,E\n\
        dataflow,OECD:X(1.0),MEX,A,GDP,XDC,2021,95,A,2018,MXN,,F,E\n\
        dataflow,OECD:X(1.0),CAN,A,CPI,IX,2020,90,A,,,2010,F,E\n\
        dataflow,OECD:X(1.0),CAN,A,CPI,IX,2021,95,A,,,2015,F,E\n";
    let path = world.file("x.csv", SDMX.to_owned() + rows);
    let report = world.imported(&["sdmx-csv", &path]);
    assert_eq!(report["files"][0]["not_imported"]["COLLECTION"], 4);
    let dossier = world.load();
    let titles: Vec<_> = dossier.series.iter().map(|s| s.title.to_string()).collect();
    assert_eq!(
        titles,
        [
            "CPI: Canada, base period 2010",
            "CPI: Canada, base period 2015",
            "GDP: Mexico, prices of 2013",
            "GDP: Mexico, prices of 2018",
        ]
    );
}

#[test]
fn flags_of_a_figure_are_kept_and_those_of_none_explain_it() {
    let world = World::of("MEX,CAN");
    let row = |year: u32, value: &str, status: &str, conf: &str| {
        format!("dataflow,OECD:X(1.0),CAN,A,GDP,XDC,{year},{value},{status},,,,{conf},\n")
    };
    let rows = row(2018, "0", "L", "F")
        + &row(2019, "5", "H", "C")
        + &row(2020, "6", "ZZ", "N")
        + &row(2021, "", "K", "F");
    let path = world.file("x.csv", SDMX.to_owned() + &rows);
    let report = world.imported(&["sdmx-csv", &path]);
    let skipped = &report["files"][0]["skipped"][0];
    assert_eq!(skipped["detail"], "counted elsewhere (status K)");
    let dossier = world.load();
    let notes: Vec<_> = dossier.series[0]
        .observations
        .iter()
        .map(|figure| figure.note.as_deref().unwrap_or_default().to_owned())
        .collect();
    assert_eq!(
        notes,
        [
            "missing (status L): it exists and was not collected",
            "missing (status H): a holiday; confidential (CONF_STATUS C)",
            "status ZZ; not for publication, for internal use (CONF_STATUS N)",
        ]
    );
}

#[test]
fn wits_says_which_way_goods_go_and_with_whom() {
    let world = World::of("KEN,UGA");
    let text = "Reporter,Partner,Product Group,Indicator,1998,1999\n\
        Kenya,Uganda,All Products,Export (US$ Thousand),120.5,130\n\
        Kenya, World,All Products,Export (US$ Thousand),1120.5,1130\n\
        Kenya,Uganda,All Products,Export Product Share (%),100,100\n";
    assert_eq!(reasons(&world, &["worldbank"], text), []);
    let dossier = world.load();
    let titles: Vec<_> = dossier
        .series
        .iter()
        .map(|s| (s.title.to_string(), s.flow.is_some()))
        .collect();
    assert_eq!(
        titles,
        [
            (
                "Export (US$ Thousand): Kenya with the world".to_owned(),
                false
            ),
            (
                "Export Product Share (%): Kenya with Uganda".to_owned(),
                false
            ),
            (
                "Goods, total: Kenyan exports to Uganda (WITS)".to_owned(),
                true
            ),
        ]
    );
}

#[test]
fn a_slide_keeps_its_media_and_its_numbers_apart() {
    let world = World::of("KEN,UGA");
    let text = r#"{"title":{"text":{"headline":"T"},"media":{"url":"http://t.y"}},"events":[
        {"start_date":"2001-05-06","text":{"headline":"A <a href='http://h.y/1'>link</a>","text":"<table><tr><td>1</td><td>2</td></tr></table>10<sup>6</sup>"},
         "media":{"url":"<iframe src='http://m.y'></iframe>","link":"http://l.y","alt":"Alt","title":"MT","thumbnail":"http://th.y"},"background":{"url":"http://bg.y"}},
        {"start_date":{"year":"2002"},"text":"plain words","media":"http://only.string"}]}"#;
    let path = world.file("x.json", text);
    assert_eq!(left_out(&world.imported(&["timelinejs", &path])), []);
    let dossier = world.load();
    let first = &dossier.events[0];
    assert_eq!(
        first.date.as_ref().and_then(|date| date.edtf()),
        Some("2001-05-06")
    );
    assert_eq!(first.summary.as_deref(), Some("1 2\n10^6"));
    let note = first.note.as_deref().unwrap_or_default();
    for words in [
        "Media: <iframe src='http://m.y'></iframe>",
        "http://h.y/1",
        "Media link: http://l.y",
        "Media alt: Alt",
        "Media title: MT",
        "Media thumbnail: http://th.y",
        "Background url: http://bg.y",
    ] {
        assert!(note.contains(words), "{words}: {note}");
    }
    let second = &dossier.events[1];
    assert_eq!(&*second.title, "plain words");
    assert!(
        second
            .note
            .as_deref()
            .is_some_and(|note| note.contains("http://only.string"))
    );
    let source = dossier.sources[0].note.as_deref().unwrap_or_default();
    assert!(source.contains("Media: http://t.y"), "{source}");
}
