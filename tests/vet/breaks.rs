//! Changes between two levels of a series with a marked break: told by their ends, by a span, or by how much.

use bilat::contested::Contests;
use bilat::dossier::Dossier;
use bilat::load::{Origin, load};
use bilat::vet::document::Format;
use bilat::vet::{Document, Verdict, vet};
use serde_json::{Value, json};

/// Exports and all trade with a break in 2022, and imports without one.
fn dossier() -> Dossier {
    let folder = tempfile::tempdir().expect("a folder");
    let evidence = json!([{"source": "gazette", "paragraph": 1, "exact": "words"}]);
    let series = |flow: &str, figures: [(u16, f64, bool); 3]| -> Value {
        let figures = figures.map(|(year, value, is_break)| {
            json!({"id": format!("{flow}.{year}"), "period": year.to_string(), "value": value,
                "break": is_break, "evidence": evidence})
        });
        json!({"id": flow, "title": format!("Lao {flow} trade with Russia"), "kind": "trade", "unit": "USD", "scale": 6,
            "reporter": "LAO", "partner": "RUS", "flow": flow, "observations": figures, "evidence": evidence})
    };
    let series = [
        series(
            "exports",
            [(2018, 20.0, false), (2020, 25.0, false), (2022, 32.0, true)],
        ),
        series(
            "total",
            [(2018, 60.0, false), (2020, 69.0, false), (2022, 83.0, true)],
        ),
        series(
            "imports",
            [
                (2018, 40.0, false),
                (2020, 44.0, false),
                (2022, 51.0, false),
            ],
        ),
    ];
    for (name, text) in [
        (
            "dossier",
            json!({"format": "bilat/1", "title": "T", "sides": [
            {"code": "LAO", "name": "Laos", "adjective": "Lao"}, {"code": "RUS", "name": "Russia"}]}),
        ),
        (
            "sources",
            json!([{"id": "gazette", "type": "report", "title": "Gazette"}]),
        ),
        ("series", json!(series)),
    ] {
        let path = folder.path().join(format!("{name}.json"));
        std::fs::write(path, text.to_string()).expect("written");
    }
    let loaded = load(&Origin::new(Some(folder.path())).expect("the folder is there"));
    assert_eq!(loaded.problems, []);
    loaded.dossier
}

/// The verdicts on the figures of a sentence, each with its words.
fn figures(dossier: &Dossier, sentence: &str) -> Vec<(Verdict, String)> {
    let contests = Contests::new(dossier, None);
    let report = vet(dossier, &contests, &Document::read(sentence, Format::Plain));
    let figures = report
        .findings
        .iter()
        .filter(|one| one.item.word() == "figure");
    figures
        .map(|one| (one.verdict, sentence[one.range.clone()].to_owned()))
        .collect()
}

/// What comes of a sentence: is there a change that is not comparable, and are all its figures known?
fn check(trade: &str, change: &str, is_broken: bool) {
    let sentence = format!("{trade} {change}.");
    let found = figures(&dossier(), &sentence);
    let broken = found
        .iter()
        .any(|(verdict, _)| *verdict == Verdict::NotComparable);
    let known = |verdict: Verdict| matches!(verdict, Verdict::Supported | Verdict::NotComparable);
    let all = !found.is_empty() && found.iter().all(|(verdict, _)| known(*verdict));
    assert_eq!((broken, all), (is_broken, true), "{sentence}\n{found:?}");
}

const ENDS: [&str; 8] = [
    "rose from US$ 20 million in 2018 to US$ 32 million in 2022",
    "rose from US$ 20 to 32 million between 2018 and 2022",
    "went from 20 to 32 million US dollars between 2018 and 2022",
    "moved from US$ 20 million to US$ 32 million over 2018–2022",
    "grew between 2018 and 2022 from 20 million to 32 million dollars",
    "increased by 60 per cent between 2018 and 2022",
    "were up by US$ 12 million between 2018 and 2022",
    "climbed 60 % from 2018 to 2022",
];

#[test]
fn a_change_over_a_span_with_a_break_is_not_comparable() {
    for change in ENDS {
        check("Lao exports to Russia", change, true);
    }
}

#[test]
fn a_change_over_a_span_before_a_break_is_supported() {
    for change in ENDS {
        let before = change
            .replace("32", "25")
            .replace("60", "25")
            .replace("US$ 12", "US$ 5")
            .replace("2022", "2020");
        check("Lao exports to Russia", &before, false);
    }
}

#[test]
fn numbers_without_a_unit_are_the_ends_of_a_change_too() {
    for change in [
        "rose from 60 to 83 million between 2018 and 2022",
        "grew from 60 million to 83 million between 2018 and 2022",
        "went from 60 to 83 million in 2018–2022",
    ] {
        let trade = "Trade of Laos and Russia";
        check(trade, change, true);
        let before = change.replace("83", "69").replace("2022", "2020");
        check(trade, &before, false);
    }
}

#[test]
fn a_change_by_the_year_or_of_some_goods_is_not_that_of_all_over_a_span() {
    let dossier = dossier();
    for sentence in [
        "Lao exports to Russia grew by 25 per cent a year between 2018 and 2020.",
        "Lao exports to Russia grew annually by 25 per cent between 2018 and 2020.",
        "Lao exports of coffee to Russia rose by 25 per cent between 2018 and 2020.",
        "Lao exports to Russia fell by US$ 5 million between 2018 and 2020.",
    ] {
        let found = figures(&dossier, sentence);
        let known = |(verdict, _): &(Verdict, String)| *verdict < Verdict::NotInTheDossier;
        assert!(!found.iter().any(known), "{sentence}: {found:?}");
    }
}

#[test]
fn the_level_of_another_end_is_not_supported() {
    let dossier = dossier();
    let found = figures(
        &dossier,
        "Lao exports to Russia went from 20 to 32 million US dollars between 2018 and 2020.",
    );
    let (first, last) = (&found[0], &found[1]);
    assert_eq!((first.0, &*first.1), (Verdict::Supported, "20"));
    assert!(last.0 != Verdict::Supported, "{last:?}");
}

#[test]
fn a_range_over_some_years_is_no_change() {
    let dossier = dossier();
    for sentence in [
        "Lao exports to Russia ranged from 20 to 32 million US dollars between 2018 and 2022.",
        "Lao exports to Russia were from 20 to 32 million US dollars between 2018 and 2022.",
    ] {
        for (verdict, words) in figures(&dossier, sentence) {
            assert!(!verdict.is_accusation(), "{sentence} {words}: {verdict:?}");
        }
    }
}
