//! What BibTeX allows is read, and what it makes too much of is said entry by entry.

use std::fmt::Write;
use std::fs;
use std::time::{Duration, Instant};

use bilat::dossier::Source;
use serde_json::json;

use crate::dossier::{World, bilat, left_out};

/// The sources of a file but the file itself, in the order of their titles; and what was left out.
fn read(text: &str) -> (Vec<Source>, Vec<(u64, String)>, World) {
    let world = World::new();
    let path = world.file("x.bib", text);
    let report = world.imported(&["bibtex", &path]);
    let mut sources = world.load().sources.clone();
    sources.retain(|source| source.citation_key.is_some());
    sources.sort_by(|a, b| a.title.cmp(&b.title));
    (sources, left_out(&report), world)
}

fn note(source: &Source) -> &str {
    source.note.as_deref().unwrap_or_default()
}

const CANNOT: &str = "BibTeX that cannot be read";

#[test]
fn links_that_go_round_are_said_and_the_others_are_read() {
    let text = "@book{a,title={A},crossref={b}}\n@book{b,title={B},crossref={a}}\n\
                @book{c,title={C},crossref={c}}\n@book{d,title={D},xdata={x}}\n\
                @xdata{x,title={X},xdata={d}}\n@book{e,title={E},year=1990}\n\
                @book{,title={F}}\n@book{g,title={G},crossref={}}\n";
    let (sources, skipped, _) = read(text);
    assert_eq!(sources.len(), 2);
    let lines: Vec<_> = (1..=5).map(|line| (line, CANNOT.to_owned())).collect();
    assert_eq!(skipped, lines);
}

#[test]
fn links_take_time_in_proportion() {
    let chain = |count: usize, fields: &dyn Fn(usize) -> String| {
        let mut text = String::from("@book{good,title={Good},year=1990}\n");
        for at in 0..count {
            writeln!(text, "@book{{a{at},title={{T{at}}},{}}}", fields(at)).unwrap();
        }
        text
    };
    let start = Instant::now();
    for text in [
        chain(20_000, &|at| format!("crossref={{a{}}}", at + 1)),
        chain(30, &|at| {
            format!("crossref={{a{0}}},xdata={{a{0}}}", at + 1)
        }),
        chain(1, &|_| {
            format!("note={{x}} # {}", vec!["{x}"; 100_000].join(" # "))
        }),
    ] {
        let world = World::new();
        let path = world.file("x.bib", &text);
        let (code, out, err) = world.import(&["bibtex", &path, "--dry-run"]);
        assert_eq!((code, &*err), (0, ""), "{out}");
    }
    assert!(start.elapsed() < Duration::from_mins(1));
}

#[test]
fn one_bad_neighbour_takes_no_links_away() {
    let text = "@inbook{c, crossref={p}, title={Ch}, author={A, B}}\n\
        @book{p, title={Whole book}, year=1977, publisher={PP}, editor={Ed, I}}\n\
        @misc{bad, title = undefinedmacro}\n\
        @inproceedings{d, xdata={x}, title={D}}\n\
        @xdata{x, date={1979-05}, booktitle={Proc}}\n";
    let (sources, skipped, _) = read(text);
    assert_eq!(skipped.iter().filter(|(line, _)| *line == 3).count(), 1);
    let told = |title: &str| {
        let source = sources
            .iter()
            .find(|source| &*source.title == title)
            .unwrap();
        let date = source.issued.as_ref().and_then(|date| date.edtf());
        let container = source.container_title.as_deref();
        (
            date.unwrap_or_default().to_owned(),
            container.unwrap_or_default().to_owned(),
        )
    };
    assert_eq!(told("Ch"), ("1977".into(), "Whole book".into()));
    assert_eq!(told("D"), ("1979-05".into(), "Proc".into()));
}

#[test]
fn what_tex_sets_is_what_it_prints() {
    let text = "@book{a, title = \"Quote {\"}in{\"} braces\", year = 1996}\n\
        @book{b, title = {B \\emph{map}~x \\ldots{} {\\bf b} \\o{}re ``q''},, year = 1997}\n\
        @book{c, title={C}, url={\\url{https://ex.org/x}}, doi={10.1/x\\_y}, year=1999}\n\
        @misc{d, title={D}, howpublished={\\url{https://ex.org/a\\_b}}, year=1999}\n";
    let (sources, skipped, _) = read(text);
    assert_eq!(skipped, []);
    let titles: Vec<_> = sources
        .iter()
        .map(|source| source.title.to_string())
        .collect();
    assert_eq!(
        titles,
        ["B map x … b øre “q”", "C", "D", "Quote \"in\" braces"]
    );
    assert_eq!(sources[1].url.as_deref(), Some("https://ex.org/x"));
    assert_eq!(sources[1].doi.as_deref(), Some("10.1/x_y"));
    assert_eq!(sources[2].url.as_deref(), Some("https://ex.org/a_b"));
    assert!(sources[2].publisher.is_none());
    assert!(sources[3].issued.is_some());
}

#[test]
fn letters_without_a_dot_take_their_accents() {
    let text = r#"@book{a, author = {Sep\'ulveda, Luc{\'\i}a and D\'\i az, R. and Mart\'{\i}n, Jo{\~a}o}, title = {{\^\j}a\^{\i}ne \~\i{} x}}
@book{b, author = "Na{\"\i}m, A", title = "Na{\"\i}ve {\v{\j}} \u\i \'\j{} and \j o"}
@book{d, title = {the 2\textsuperscript{nd} \underline{CO}\textsubscript{2}}}
@book{c, author = {{\'{\i}}sak, B.}, title = {\'\ae ra \=\i and \'{\AE}}}
"#;
    let (sources, skipped, world) = read(text);
    assert_eq!(skipped, []);
    let titles = sources.iter().map(|source| source.title.given());
    let titles: Vec<_> = titles.collect();
    assert_eq!(
        titles,
        [
            "Naïve ǰ ĭj\u{301} and ȷo",
            "the 2nd CO2",
            "ĵaîne ĩ x",
            "ǽra ī and Ǽ"
        ]
    );
    let dossier = world.load();
    let mut names: Vec<_> = dossier.people.iter().map(|one| one.name.given()).collect();
    names.sort_unstable();
    let expected = [
        "A Naïm",
        "B. ísak",
        "João Martín",
        "Lucía Sepúlveda",
        "R. Díaz",
    ];
    assert_eq!(names, expected);
}

#[test]
fn nothing_of_an_entry_vanishes() {
    let text = "@book{a, title={A}, author={Smith, John AND Doe, Jane and others}, year=1999, month={March--April}, \
        urldate={last week}, eprint={arXiv:1}, howpublished={Web}, organization={Org}, type={T}, origdate={1820}, \
        pagetotal={300}, note={N1}, note={N2}, keywords={k}}\n\
        @book{b, title={B}, date={1951-02}, year=1950}\n";
    let (sources, skipped, world) = read(text);
    assert_eq!(skipped, []);
    assert_eq!(sources[0].author.len(), 2);
    for line in [
        "Authors: and others",
        "Date as printed: 1999 March–April",
        "Access date as printed: last week",
        "E-print: arXiv:1",
        "How published: Web",
        "Type: T",
        "Original date: 1820",
        "Number of pages: 300",
        "Repeated field: note = N1",
    ] {
        assert!(
            note(&sources[0]).contains(line),
            "{line}: {}",
            note(&sources[0])
        );
    }
    assert_eq!(note(&sources[1]), "Year as printed: 1950");
    let path = world.file("y.bib", text);
    let (_, out, _) = world.import(&["bibtex", &path, "--dry-run"]);
    assert!(out.contains("not imported  keywords (1)"), "{out}");
}

#[test]
fn particles_and_pages_of_csl_stay_as_they_are() {
    let world = World::new();
    let text = r#"[{"id":"a","type":"book","title":"A","page":"1–20","PMID":"77","medium":"print",
        "author":[{"family":"Haykal","given":"M.","non-dropping-particle":"al-"}]}]"#;
    let path = world.file("x.json", text);
    world.imported(&["csl-json", &path]);
    let dossier = world.load();
    assert_eq!(&*dossier.people[0].name, "M. al-Haykal");
    let source = dossier
        .sources
        .iter()
        .find(|source| &*source.title == "A")
        .unwrap();
    assert_eq!(source.page.as_deref(), Some("1–20"));
    assert_eq!(note(source), "Medium: print\nPMID: 77");
}

#[test]
fn the_day_of_access_goes_out_and_comes_back() {
    let (sources, _, world) =
        read("@online{a, title={A}, url={http://a.b}, urldate={2020-05-06}, year=1999}\n");
    assert!(sources[0].accessed.is_some());
    let (code, out, _) = bilat(&["export", "bibtex", &world.dossier()]);
    assert_eq!(code, 0);
    assert!(out.contains("urldate = {2020-05-06}"), "{out}");
}

/// Every date that a source may have, out to BibTeX and in again.
#[test]
fn our_own_bibtex_comes_back() {
    let dates = [
        json!("2024"),
        json!("2024-05"),
        json!("2024-05-12"),
        json!("2018?"),
        json!("1975~"),
        json!("199X"),
        json!("2024-21"),
        json!("2007-12-02/2007-12-07"),
        json!("2021/.."),
        json!("-0043"),
        json!("Y-17000"),
        json!("2024-05-12T10:00:00Z"),
        json!("2018-03?"),
        json!({"edtf": "2023", "basis": "inferred", "why": "the title"}),
        json!({"edtf": "2023-07~", "basis": "inferred", "why": "the title"}),
    ];
    let sources: Vec<_> = dates
        .iter()
        .enumerate()
        .map(|(at, date)| json!({"id": format!("s{at}"), "type": "report", "title": format!("Title {at}"), "issued": date}))
        .collect();
    let (from, to) = (World::new(), World::new());
    from.write("sources.json", &serde_json::to_string(&sources).unwrap());
    let path = format!("{}/out.bib", from.files());
    let (code, _, err) = bilat(&["export", "bibtex", &from.dossier(), "-o", &path]);
    assert_eq!((code, err.as_str()), (0, ""));
    let text = fs::read_to_string(&path).unwrap();
    assert!(
        !text.contains("year = {[") && !text.contains("– "),
        "{text}"
    );
    to.imported(&["bibtex", &path]);
    let (before, after) = (from.load(), to.load());
    for source in &before.sources {
        let same = after
            .sources
            .iter()
            .find(|other| other.title == source.title)
            .unwrap();
        let date =
            |source: &bilat::dossier::Source| source.issued.as_ref().map(|d| (d.label(), d.basis));
        assert_eq!(date(same), date(source), "{text}");
    }
}

/// BibTeX has seven types where CSL has 45: the rest of the type stands in a field of its own.
#[test]
fn every_type_of_a_source_comes_back_from_bibtex() {
    let types = bilat::dossier::source::CSL_TYPES.iter();
    let sources: Vec<_> = types
        .map(|kind| json!({"id": format!("s-{}", kind.replace('_', "-")), "type": kind, "title": kind}))
        .collect();
    let (from, to) = (World::new(), World::new());
    from.write("sources.json", &serde_json::to_string(&sources).unwrap());
    let path = format!("{}/out.bib", from.files());
    let (code, _, err) = bilat(&["export", "bibtex", &from.dossier(), "-o", &path]);
    assert_eq!((code, err.as_str()), (0, ""));
    to.imported(&["bibtex", &path]);
    let after = to.load();
    let back = after
        .sources
        .iter()
        .filter(|source| source.id.as_str().starts_with("s-"));
    let back: Vec<_> = back.map(|source| (&source.title, &source.kind)).collect();
    assert_eq!(back.len(), 45);
    assert!(back.iter().all(|(title, kind)| title == kind), "{back:?}");
}

#[test]
fn an_entry_that_is_wrong_is_told_with_its_line_and_the_rest_is_there() {
    let good = |key: &str| format!("@article{{{key}, title = {{Title {key}}}, year = 2014}}\n");
    for (wrong, line) in [
        (
            "@techreport{two,  title = {Two commas},  , number = {2}}\n",
            None,
        ),
        ("@book{bad, title = {No comma} year = 2001}\n", Some(2)),
        ("@book{bad key, title = {A blank}, year = 2001}\n", Some(2)),
        ("@book(round, title = {Round}, year = 2001)\n", None),
        ("@string( )\n", None),
        ("@string{ }\n", None),
        (
            "@book{a, ids = {one, two}, title = {Also called}}\n@book{c, ids = {one}, title = {Too}}\n",
            None,
        ),
        ("@book{bad, title = unknown}\n", Some(2)),
        ("@book{bad, title = {never closed\n", Some(2)),
        ("@string{x = x # x}\n@book{bad, title = x}\n", Some(3)),
    ] {
        let world = World::new();
        let path = world.file("x.bib", good("one") + wrong + &good("last"));
        let report = world.imported(&["bibtex", &path]);
        let lines: Vec<_> = left_out(&report)
            .into_iter()
            .map(|(line, _)| line)
            .collect();
        assert_eq!(lines, line.into_iter().collect::<Vec<u64>>(), "{wrong}");
        let dossier = world.load();
        let has = |title: &str| dossier.sources.iter().any(|source| &*source.title == title);
        assert!(has("Title one") && has("Title last"), "{wrong}");
    }
}
