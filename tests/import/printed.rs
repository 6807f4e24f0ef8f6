//! What a file says in the marks of its format is read as what it prints, and what is assumed is said.

use crate::dossier::{World, bilat, left_out};

/// The titles of the sources read, without that of the file.
fn titles(format: &str, text: &str) -> Vec<String> {
    let world = World::new();
    let file = world.file("s.x", text);
    world.imported(&[format, &file]);
    let sources = world.load().sources.clone();
    let titles = sources.iter().map(|source| source.title.given().to_owned());
    titles
        .filter(|title| !title.starts_with("Bibliography"))
        .collect()
}

#[test]
fn rich_text_of_csl_is_plain_text() {
    let item = |title: &str| format!(r#"[{{"id": "a", "type": "book", "title": "{title}"}}]"#);
    for (title, expected) in [
        (
            "The <i>Homo sapiens</i> of H<sub>2</sub>O",
            "The Homo sapiens of H2O",
        ),
        (
            "<span class=\\\"nocase\\\">van Gogh</span> &amp; <b>sons</b>",
            "van Gogh & sons",
        ),
        ("10<sup>6</sup> tonnes", "10^6 tonnes"),
        ("a < b > c of AT&T, List<T>", "a < b > c of AT&T, List<T>"),
    ] {
        assert_eq!(titles("csl-json", &item(title)), [expected]);
    }
}

#[test]
fn links_and_formulas_of_tex_are_words() {
    for (title, expected) in [
        (r"\href{https://ex.org/a_b}{A Report}", "A Report"),
        (r"The $\alpha$ and $\beta$ of $H_2O$", "The α and β of H2O"),
        (r"{CO$_2$ at $10^6$ tonnes}", "CO2 at 10^6 tonnes"),
        (r"Sums of $\frac{1}{2}$", r"Sums of $\frac{1}{2}$"),
        (r"5 \$ and 6 \$", "5 $ and 6 $"),
    ] {
        let text = format!("@book{{a,\n  title = {{{title}}},\n  year = 2001\n}}\n");
        assert_eq!(titles("bibtex", &text), [expected], "{title}");
    }
    let world = World::new();
    let text = "@misc{a, title = {\\href{https://ex.org/a_b}{T}}, year = 2001}\n\
        @misc{b, title = {U}, howpublished = {\\href{https://ex.org/c}{the site}}, year = 2002}\n";
    let file = world.file("s.bib", text);
    world.imported(&["bibtex", &file]);
    let dossier = world.load();
    let urls: Vec<_> = dossier
        .sources
        .iter()
        .filter_map(|source| source.url.as_deref())
        .collect();
    assert_eq!(urls, ["https://ex.org/a_b", "https://ex.org/c"]);
}

#[test]
fn the_year_9999_is_an_open_end_and_said_to_be() {
    let world = World::of("EGY,SDN");
    let map = ["agreements", "--map", "title=t,parties=p,signed=s,ends=e"];
    for date in ["31.12.9999", "9999-12-31", "31/12/9999"] {
        let text = format!("t,p,s,e\nA,\"Egypt, Sudan\",30 April 1961,{date}\n");
        let path = world.file("x.csv", text);
        let (code, out, err) = world.import(&[&map[..], &[&path, "--dry-run"]].concat());
        assert_eq!((code, err.as_str()), (0, ""));
        assert!(
            out.contains("a date in the year 9999 is an open end, and gives no date: 1"),
            "{out}"
        );
    }
}

#[test]
fn the_long_form_of_the_databank_is_read() {
    let world = World::of("GHA,TGO");
    let text = "Country Name,Country Code,Series Name,Series Code,Time,Time Code,Value\n\
        Ghana,GHA,Population growth (annual %),SP.POP.GROW,2020,YR2020,2.1\n\
        Ghana,GHA,Population growth (annual %),SP.POP.GROW,2021,YR2021,..\n\
        Togo,TGO,Population growth (annual %),SP.POP.GROW,2020,YR2020,2.4\n\
        Togo,TGO,\"GDP (current US$)\",NY.GDP.MKTP.CD,2020,YR2020,7400000000\n\
        Togo,TGO,\"GDP (current US$)\",NY.GDP.MKTP.CD,soon,,7\n\
        Peru,PER,Population growth (annual %),SP.POP.GROW,2020,YR2020,1\n\
        Data from database: World Development Indicators,,,,,,\n";
    let path = world.file("long.csv", text);
    let report = world.imported(&["worldbank", &path]);
    let reasons = [
        (3, "no value".to_owned()),
        (6, "not a period".to_owned()),
        (7, "a country that is neither side".to_owned()),
        (8, "a remark below the table".to_owned()),
    ];
    assert_eq!(left_out(&report), reasons);
    let dossier = world.load();
    let figures = dossier.series.iter().flat_map(|series| {
        let figures = series.observations.iter();
        figures.map(|figure| {
            (
                series.title.to_string(),
                figure.period.label(),
                figure.value.unwrap().printed(),
            )
        })
    });
    let figures: Vec<_> = figures
        .map(|(title, period, value)| format!("{title} {period} {value}"))
        .collect();
    assert_eq!(
        figures,
        [
            "Population growth (annual %): Ghana 2020 2.1",
            "GDP (current US$): Togo 2020 7400000000",
            "Population growth (annual %): Togo 2020 2.4",
        ]
    );
    let bare = world.file(
        "bare.csv",
        "Country Name,Country Code,Year,Value\nGhana,GHA,2000,5\n",
    );
    let (code, _, err) = world.import(&["worldbank", &bare]);
    assert!(
        code != 0 && err.contains("no column that names the indicator"),
        "{err}"
    );
}

#[test]
fn which_sign_is_before_the_fraction_is_said() {
    let world = World::of("GHA,TGO");
    let text = "Country Name;Country Code;Series Name;Series Code;Time;Value\n\
        Ghana;GHA;Rice (tonnes);R;2020;814,500\n";
    let path = world.file("long.csv", text);
    let said = |words: &[&str]| {
        world
            .import(&[&["worldbank", &path, "--dry-run"], words].concat())
            .1
    };
    let out = said(&[]);
    assert!(
        out.contains("the comma in 814,500 separates thousands; if not, say --decimal comma"),
        "{out}"
    );
    assert!(said(&["--decimal", "comma"]).contains("the decimal mark is a comma, as given"));
    let plain = world.file("plain.csv", text.replace("814,500", "814500"));
    let (_, out, _) = world.import(&["worldbank", &plain, "--dry-run"]);
    assert!(!out.contains("decimal mark"), "{out}");
}

#[test]
fn parts_of_a_year_are_printed_figures() {
    let world = World::of("GHA,TGO");
    let row = |period: &str, value: u32| format!("Ghana,GHA,Rice (tonnes),R,{period},{value}\n");
    let text = format!(
        "Country Name,Country Code,Series Name,Series Code,Time,Value\n{}{}{}{}{}",
        row("2019", 5),
        row("2022-S1", 3),
        row("2022-S2", 4),
        row("2023", 8),
        row("2020", 6)
    );
    let path = world.file("long.csv", text);
    world.imported(&["worldbank", &path]);
    let (code, out, _) = bilat(&["trade", &world.dossier()]);
    assert_eq!(code, 0);
    assert!(out.contains("No figure is printed for 2021."), "{out}");
    let parts = "For 2022 no figure of the whole year is printed, but for 2022-01 – 2022-06 and 2022-07 – 2022-12.";
    assert!(out.contains(parts), "{out}");
}
