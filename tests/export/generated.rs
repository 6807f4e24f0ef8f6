//! Dossiers to try: the built-in one, the odd one, and any number of made ones, with strings that
//! mean something to some program.

use std::path::Path;

use bilat::dossier::Dossier;
use bilat::load::{Loaded, Origin, Texts, load, load_with};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

pub(crate) const BILAT: &str = env!("CARGO_BIN_EXE_bilat");

pub(crate) fn built_in() -> Dossier {
    load(&Origin::BuiltIn).dossier
}

pub(crate) fn odd() -> Dossier {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/odd");
    load(&Origin::Folder(path)).dossier
}

/// The dossier of these files; those that are not named are empty.
pub(crate) fn of(files: &[(&str, Value)]) -> Loaded {
    let mut texts: Texts = bilat::load::FILES
        .into_iter()
        .map(|name| (format!("{name}.json"), "[]".to_owned()))
        .collect();
    texts.insert("dossier.json".to_owned(), about("A – B").to_string());
    for (name, value) in files {
        texts.insert(format!("{name}.json"), value.to_string());
    }
    load_with(&Origin::BuiltIn, &texts)
}

fn about(title: &str) -> Value {
    json!({
        "format": "bilat/1",
        "title": title,
        "sides": [
            {"code": "LAO", "name": "Laos", "adjective": "Lao"},
            {"code": "GBR", "name": "Britain", "aliases": ["UK"]},
        ],
        "topics": [{"id": "trade", "label": "Trade"}, {"id": "goods", "label": "Goods", "broader": "trade"}],
    })
}

/// Strings of every kind that may stand in a record.
pub(crate) fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("<script>alert('1')</script>".to_owned()),
        Just("=HYPERLINK(\"http://x\")".to_owned()),
        Just("'=1+1".to_owned()),
        Just("-4".to_owned()),
        Just("a|b\\|c; \"d\", e".to_owned()),
        Just("two\n\nparagraphs\r\n and a \t tab".to_owned()),
        Just("[x](javascript:alert(1)) `code` *b* _i_ # h\n- item\n1. one".to_owned()),
        Just("ສະບາຍດີ – Россия & Ko. {braces} \\input $5 % #1 ~".to_owned()),
        Just("\u{1b}[31m\u{202e}\u{0}".to_owned()),
        "\\PC{0,20}",
        "[=+@'|\\\\<>&\"\\-\\[\\]()*_`#\n ]{0,12}",
    ]
}

pub(crate) fn date() -> impl Strategy<Value = Value> {
    let dates = [
        "1960-10-07",
        "2017-09",
        "2011",
        "199X",
        "1975~",
        "2018?",
        "2025-01/2025-05",
        "2021/..",
        "../1991",
        "-0044",
        "2001-21",
        "2025-01-01T10:00:00Z",
        "2020%",
        "2019-1X",
    ];
    prop_oneof![
    8 => proptest::sample::select(dates.to_vec()).prop_map(Value::from),
            1 => text().prop_map(|why| json!({"edtf": "2016", "basis": "inferred", "why": why})),
            1 => text().prop_map(|why| json!({"basis": "derived", "why": why, "not_after": "2023"})),
            1 => Just(json!({"edtf": null})),
        ]
}

fn evidence() -> impl Strategy<Value = Value> {
    let relation = proptest::sample::select(vec!["states", "implies", "contradicts"]);
    let one = (0..2_u8, 1..60_u32, proptest::option::of(text()), relation).prop_map(
        |(source, paragraph, exact, relation)| {
            json!({"source": format!("s{source}"), "paragraph": paragraph, "exact": exact, "relation": relation})
        },
    );
    proptest::collection::vec(one, 1..3).prop_map(Value::from)
}

/// What stands in every record, and in some it is not there.
fn common() -> impl Strategy<Value = Map<String, Value>> {
    let topics = proptest::sample::subsequence(vec!["trade", "goods"], 0..=2);
    (evidence(), topics, proptest::option::of(text())).prop_map(|(evidence, topics, note)| {
        let value = json!({"evidence": evidence, "topics": topics, "note": note});
        value.as_object().unwrap().clone()
    })
}

/// Records of one kind: `own` with what all have.
fn records(
    prefix: &'static str,
    own: impl Strategy<Value = Value>,
) -> impl Strategy<Value = Value> {
    proptest::collection::vec((own, common()), 0..4).prop_map(move |records| {
        let records = records.into_iter().enumerate().map(|(at, (own, common))| {
            let mut record = own.as_object().unwrap().clone();
            record.extend(common);
            record.insert("id".to_owned(), format!("{prefix}{at}").into());
            Value::from(record)
        });
        Value::from(records.collect::<Vec<_>>())
    })
}

fn word(words: &'static [&'static str]) -> impl Strategy<Value = &'static str> {
    proptest::sample::select(words)
}

fn events() -> impl Strategy<Value = Value> {
    let status = word(bilat::dossier::event::EventStatus::WORDS);
    let who = proptest::sample::subsequence(vec!["LAO", "GBR", "p0", "o0"], 0..=4);
    let kind = word(&["meeting", "summit", "signing", "diplomacy", "odd kind"]);
    let own = (
        text(),
        proptest::option::of(date()),
        status,
        who,
        kind,
        proptest::option::of(text()),
    )
        .prop_map(|(title, date, status, who, kind, place)| {
            let who: Vec<_> = who
                .iter()
                .map(|who| json!({"who": who, "role": place}))
                .collect();
            json!({"title": title, "summary": title, "date": date, "kind": kind, "status": status,
                "place": place, "participants": who})
        });
    records("e", own)
}

fn agreements() -> impl Strategy<Value = Value> {
    let status = word(bilat::dossier::agreement::AgreementStatus::WORDS);
    let own = (text(), proptest::option::of(date()), status, any::<bool>()).prop_map(
        |(title, date, status, both)| {
            let mut parties = vec![json!({"party": "LAO", "side": "LAO"})];
            parties.extend(both.then(|| json!({"party": "o0", "side": "GBR"})));
            json!({"title": title, "kind": "treaty", "status": status, "signed": date,
                "horizon": date, "parties": parties, "follows": if both { vec!["a0"] } else { vec![] }})
        },
    );
    records("a", own)
}

fn series() -> impl Strategy<Value = Value> {
    let figure = (
        date(),
        proptest::option::of(-99_999_i64..99_999),
        evidence(),
        any::<bool>(),
    )
        .prop_map(|(period, value, evidence, forecast)| {
            json!({"period": period, "value": value, "evidence": evidence,
                "qualifier": forecast.then_some("about"),
                "status": if forecast { "forecast" } else { "reported" }})
        });
    let own = (text(), proptest::collection::vec(figure, 0..4)).prop_map(|(title, figures)| {
        json!({"title": title, "kind": "trade", "unit": "USD", "scale": 6, "reporter": "LAO",
            "partner": "GBR", "observations": figures})
    });
    records("t", own).prop_map(|mut all| {
        for (at, series) in all.as_array_mut().unwrap().iter_mut().enumerate() {
            let figures = series["observations"].as_array_mut().unwrap();
            for (place, figure) in figures.iter_mut().enumerate() {
                figure["id"] = format!("t{at}.{place}").into();
            }
        }
        all
    })
}

fn quotes() -> impl Strategy<Value = Value> {
    let own = (
        text(),
        proptest::option::of(text()),
        proptest::option::of(date()),
    )
        .prop_map(|(text, role, said)| {
            json!({"speaker": "p0", "role": role, "said": said, "event": "e0", "text": text,
                "translation": "unknown", "sequence": 3})
        });
    records("q", own)
}

fn others() -> impl Strategy<Value = (Value, Value)> {
    let claim = (text(), word(bilat::dossier::claim::Modality::WORDS)).prop_map(|(text, modality)| {
        json!({"statement": text, "modality": modality, "about": ["LAO", "e0"], "asserted_by": "s0"})
    });
    let dispute = (text(), text(), any::<bool>()).prop_map(|(title, why, settled)| {
        let choice = settled.then(|| json!({"preferred": "s0", "why": why}));
        json!({"title": title, "kind": "contradiction", "between": ["s0", "p0"],
            "explanation": why, "resolution": choice})
    });
    (records("c", claim), records("d", dispute))
}

fn named() -> impl Strategy<Value = [Value; 3]> {
    (text(), text(), proptest::option::of(date()), evidence()).prop_map(
        |(name, other, date, evidence)| {
            let sources = json!([
                {"id": "s0", "type": "article", "title": name, "author": ["p0"], "issued": date,
                    "container_title": other, "URL": other, "missing": [other]},
                {"id": "s1", "type": "report", "title": other},
            ]);
            let people = json!([{"id": "p0", "name": name, "aliases": [other, name], "country": "GBR",
                "roles": [{"title": other, "organisation": "o0", "from": date, "evidence": evidence}],
                "evidence": evidence}]);
            let bodies = json!([{"id": "o0", "name": other, "kind": "company", "country": "GBR",
                "members": [{"member": "LAO", "kind": "partner", "since": date, "evidence": evidence}],
                "evidence": evidence}]);
            [sources, people, bodies]
        },
    )
}

/// Any dossier.
pub(crate) fn any_dossier() -> impl Strategy<Value = Dossier> {
    let parts = (
        text(),
        named(),
        events(),
        agreements(),
        series(),
        quotes(),
        others(),
    );
    parts.prop_map(
        |(
            title,
            [sources, people, bodies],
            events,
            agreements,
            series,
            quotes,
            (claims, disputes),
        )| {
            of(&[
                ("dossier", about(&title)),
                ("sources", sources),
                ("people", people),
                ("organisations", bodies),
                ("events", events),
                ("agreements", agreements),
                ("series", series),
                ("quotes", quotes),
                ("claims", claims),
                ("disputes", disputes),
            ])
            .dossier
        },
    )
}

/// Every record of both is the same, and so is the head but for its schema.
pub(crate) fn assert_same(a: &Dossier, b: &Dossier) {
    let head = |dossier: &Dossier| bilat::dossier::About {
        schema: None,
        ..dossier.about.clone()
    };
    assert_eq!(head(a), head(b));
    assert_eq!(a.sources, b.sources);
    assert_eq!(a.people, b.people);
    assert_eq!(a.organisations, b.organisations);
    assert_eq!(a.events, b.events);
    assert_eq!(a.agreements, b.agreements);
    assert_eq!(a.series, b.series);
    assert_eq!(a.claims, b.claims);
    assert_eq!(a.disputes, b.disputes);
    assert!(a.quotes.iter().eq(b.quotes.iter()));
}
