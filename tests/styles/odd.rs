//! Works that no manual thought of: every list is made, and in bounded time.

use std::time::{Duration, Instant};

use bilat::cite::{Cluster, Manual, Works, plain};
use bilat::dossier::{Dossier, Source};
use bilat::load::{Origin, load};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::MANUALS;

/// Names that are hard to take apart.
const NAMES: [&str; 16] = [
    "Ann Lee",
    "van der",
    "de la Cruz y",
    "O'Hara, Jr.",
    "\u{202e}evil\u{202c} name",
    "<b>Bold</b> Name",
    "ຄຳ ແກ້ວ",
    "Владимир Путин",
    "習近平",
    "a b c d e f g h i j k",
    "d'Alembert d'",
    "- -",
    ". . .",
    "É\u{301}\u{301} Ü",
    "\u{1f600} \u{1f600}",
    "Ǆ ǆ",
];

const DATES: [&str; 22] = [
    "2017",
    "2017-09",
    "1960-10-07",
    "1975~",
    "2018?",
    "2017-XX",
    "2017-XX-XX",
    "2001-21",
    "2001-24",
    "2025-01/2025-05",
    "2016/2018",
    "2021/..",
    "../1950",
    "199X",
    "19XX",
    "-0043",
    "0000",
    "Y-17000",
    "Y170000002",
    "Y12345/Y12346",
    "2025-01-01T10:00:00Z",
    "-0044/0003",
];

fn people() -> Dossier {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |name: &str, value: Value| {
        std::fs::write(folder.path().join(name), value.to_string()).expect("written");
    };
    let sides = json!([{"code": "LAO", "name": "Laos"}, {"code": "RUS", "name": "Russia"}]);
    write(
        "dossier.json",
        json!({"format": "bilat/1", "title": "T", "sides": sides}),
    );
    write(
        "sources.json",
        json!([{"id": "a", "type": "book", "title": "A"}]),
    );
    let people = NAMES.iter().enumerate().map(|(at, name)| {
        json!({"id": format!("p{at}"), "name": name, "evidence": [{"source": "a", "paragraph": 1}]})
    });
    write("people.json", people.collect());
    load(&Origin::Folder(folder.path().to_owned())).dossier
}

/// A text that is nearly right, or anything.
fn text() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "“",
        "”",
        "‘",
        "’",
        "\"",
        "'",
        "[",
        "]",
        "(",
        ")",
        ".",
        ",",
        ":",
        "?",
        "!",
        "<b>",
        "</b>",
        "{",
        "}",
        "–",
        "-",
        "\u{202e}",
        "\u{0}",
        "\u{1b}[31m",
        "\u{301}",
        "ß",
        "ŉ",
        "İ",
        "ﬁ",
        "ລາວ",
        "Путин",
        "習",
        "a",
        "The",
        " ",
        "\n",
        "12",
        "3(4)",
        "iv",
        "&",
        "https://a.b/c?d=(e)",
        "9801",
        "\u{fffd}",
        "\u{1f468}\u{200d}\u{1f469}",
    ]);
    prop_oneof![
        prop::collection::vec(pieces, 0..12).prop_map(|all| all.concat()),
        any::<String>(),
    ]
}

fn source() -> impl Strategy<Value = Source> {
    let kinds = prop::sample::select(vec![
        "article",
        "article-journal",
        "article-newspaper",
        "book",
        "chapter",
        "dataset",
        "hearing",
        "interview",
        "legal_case",
        "legislation",
        "bill",
        "patent",
        "personal_communication",
        "post",
        "report",
        "review",
        "speech",
        "treaty",
        "webpage",
        "thesis",
        "map",
        "classic",
        "entry-encyclopedia",
        "broadcast",
        "odd",
    ]);
    let dates = || prop::option::of(prop::sample::select(DATES.to_vec()));
    let authors = prop::collection::vec(0..NAMES.len(), 0..5);
    let texts = prop::collection::vec(prop::option::of(text()), 8);
    (kinds, text(), authors, dates(), dates(), texts).prop_map(
        |(kind, title, authors, issued, accessed, texts)| {
            let mut value = json!({"id": "s", "type": kind, "title": title});
            value["author"] = authors.iter().map(|at| format!("p{at}")).collect();
            let names = [
                "container_title",
                "volume",
                "issue",
                "page",
                "publisher",
                "publisher_place",
                "URL",
                "DOI",
            ];
            let texts = names
                .into_iter()
                .zip(texts.into_iter().map(|text| text.map(Value::from)));
            let dates = [("issued", issued), ("accessed", accessed)]
                .map(|(name, date)| (name, date.map(Value::from)));
            for (name, field) in texts.chain(dates) {
                if let Some(field) = field {
                    value[name] = field;
                }
            }
            serde_json::from_value(value).expect("a source")
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn odd_works_are_cited_and_listed(
        mut sources in prop::collection::vec(source(), 1..5),
        paragraphs in prop::collection::vec(any::<u32>(), 0..4),
    ) {
        let dossier = people();
        for (at, source) in sources.iter_mut().enumerate() {
            source.id = bilat::dossier::Id::new(&format!("s{at}")).expect("an id");
        }
        for (_, manual) in MANUALS {
            let works = Works::new(&dossier, manual, &sources).expect("styles");
            let cited = (0..sources.len()).map(|at| (at, paragraphs.clone())).collect();
            let again = vec![(0, vec![1]), (99, vec![1])];
            let clusters = [Cluster { note: 1, cited }, Cluster { note: 2, cited: again }];
            let typeset = works.typeset(&clusters);
            prop_assert_eq!(typeset.citations.len(), 2);
            prop_assert_eq!(typeset.list.len(), sources.len());
            let mut listed: Vec<_> = typeset.list.iter().map(|(at, _)| *at).collect();
            listed.sort_unstable();
            prop_assert_eq!(listed, (0..sources.len()).collect::<Vec<_>>());
        }
    }
}

/// One work with these fields.
fn one(fields: &Value) -> Source {
    let mut value = json!({"id": "s", "type": "article-journal", "title": "T"});
    for (name, field) in fields.as_object().expect("an object") {
        value[name] = field.clone();
    }
    serde_json::from_value(value).expect("a source")
}

#[test]
fn huge_works_end_in_bounded_time() {
    let dossier = people();
    let long = "“a B-c. ".repeat(130_000);
    let authors: Vec<_> = (0..10_000).map(|at| format!("p{}", at % 16)).collect();
    let huge = one(
        &json!({"title": long, "container_title": long, "page": long, "volume": long,
        "URL": long, "author": authors, "issued": "2020"}),
    );
    for (_, manual) in MANUALS {
        let start = Instant::now();
        let works = Works::new(&dossier, manual, [&huge]).expect("styles");
        let typeset = works.typeset(&[Cluster {
            note: 1,
            cited: vec![(0, (1..2000).collect())],
        }]);
        assert!(
            start.elapsed() < Duration::from_secs(30),
            "{:?}",
            start.elapsed()
        );
        let entry = plain(&typeset.list[0].1);
        assert!(
            entry.contains('…') && entry.len() < 40_000,
            "{}",
            entry.len()
        );
    }
}

#[test]
fn many_works_of_one_author_and_year_end_in_bounded_time() {
    let dossier = people();
    let mut sources: Vec<_> = (0..300)
        .map(|at| one(&json!({"id": format!("s{at}"), "author": ["p0"], "issued": "2020", "title": format!("T {at}")})))
        .collect();
    for (_, manual) in MANUALS {
        let start = Instant::now();
        let works = Works::new(&dossier, manual, &sources).expect("styles");
        let clusters = (0..sources.len()).map(|at| Cluster {
            note: at + 1,
            cited: vec![(at, vec![1])],
        });
        let typeset = works.typeset(&clusters.collect::<Vec<_>>());
        assert!(
            start.elapsed() < Duration::from_mins(1),
            "{:?}",
            start.elapsed()
        );
        assert_eq!(typeset.list.len(), sources.len());
    }
    sources.resize(1001, sources[0].clone());
    let error = Works::new(&dossier, Manual::Mla, &sources).expect_err("too many");
    assert!(error.to_string().starts_with("1001 sources"), "{error}");
}

#[test]
fn text_that_looks_like_markup_stays_text() {
    let dossier = people();
    let odd = one(&json!({"title": "<b>Bold</b> & <i>more</i> $x$ {y}", "author": ["p5"]}));
    for (_, manual) in MANUALS {
        let works = Works::new(&dossier, manual, [&odd]).expect("styles");
        let entry = plain(&works.typeset(&[]).list[0].1).to_lowercase();
        assert!(
            entry.contains("<b>bold</b> & <i>more</i> $x$ {y}"),
            "{manual:?} {entry}"
        );
    }
}

#[test]
fn no_date_says_so_where_the_manual_does() {
    let dossier = people();
    let undated = one(&json!({"title": "T", "author": ["p0"]}));
    let entry = |manual| {
        let works = Works::new(&dossier, manual, [&undated]).expect("styles");
        plain(&works.typeset(&[]).list[0].1)
    };
    assert_eq!(entry(Manual::Apa), "Lee, A. (n.d.). T.");
    assert_eq!(entry(Manual::Mla), "Lee, Ann. T.");
}
