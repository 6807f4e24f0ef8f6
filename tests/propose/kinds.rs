//! What an article must not be taken to say: other agreements, other people, the trade in one good.

use std::fs;
use std::path::Path;

use serde_json::Value;
use tempfile::TempDir;

use super::{bilat, built_in, dossier, proposals, text};

/// A text drafted into the built-in dossier: the folder, its proposals, and what was printed.
pub(crate) fn drafted(article: &str) -> (TempDir, Vec<Value>, String) {
    let folder = built_in();
    let out = draft(&folder, article, "2026-03-04");
    let all = proposals(&dossier(&folder));
    (folder, all, out)
}

pub(crate) fn draft(folder: &TempDir, article: &str, published: &str) -> String {
    let file = folder.path().join("article.txt");
    fs::write(&file, article).expect("written");
    let file = file.to_str().expect("UTF-8");
    let into = dossier(folder);
    let (code, out, err) = bilat(&["draft", file, "--into", &into, "--published", published]);
    assert!(code < 2, "{out}{err}");
    out
}

pub(crate) fn of<'a>(all: &'a [Value], kind: &str) -> Vec<&'a Value> {
    all.iter().filter(|one| text(one, "kind") == kind).collect()
}

/// "new planned 2026-06 > nuclear-roadmap-2025-2026": what an agreement is to the dossier.
fn agreement(one: &Value) -> String {
    let record = &one["record"];
    let follows = record["follows"].as_array().cloned().unwrap_or_default();
    let follows: Vec<_> = follows.iter().filter_map(Value::as_str).collect();
    let parts = [
        text(one, "news"),
        text(one, "of"),
        text(one, "confidence"),
        text(record, "status"),
        text(record, "signed"),
        ">",
        &follows.join("+"),
    ];
    let parts = parts.into_iter().filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(" ")
}

fn agreements(article: &str) -> Vec<String> {
    let (_folder, all, _) = drafted(article);
    of(&all, "agreement").into_iter().map(agreement).collect()
}

#[test]
fn another_agreement_of_a_line_is_not_the_one_that_is_known() {
    for (article, expected) in [
        (
            "A third roadmap on nuclear energy would be signed in September 2026, Rosatom said.",
            "new likely planned 2026-09 > nuclear-roadmap-2025-2026",
        ),
        (
            "Laos and Russia will sign a new roadmap on nuclear energy for 2027-2028 in June 2026.",
            "new likely planned 2026-06 > nuclear-roadmap-2025-2026",
        ),
        (
            "The two sides plan to sign the next memorandum on vocational and professional training in May 2026.",
            "new likely planned 2026-05 > training-memorandum-2025",
        ),
        // A plan that the dossier has as done, in an article that is younger than the signature.
        (
            "A memorandum on managing and protecting water resources is to be signed in 2027.",
            "new likely planned 2027 > water-memorandum-2025",
        ),
    ] {
        assert_eq!(agreements(article), [expected], "{article}");
    }
}

#[test]
fn the_same_agreement_has_to_fit_in_date_period_and_status() {
    for (article, expected) in [
        (
            "A 2025-2026 roadmap on nuclear energy was signed by Russia and Laos.",
            Some("nuclear-roadmap-2025-2026"),
        ),
        (
            "A roadmap on nuclear energy was signed by Russia and Laos in September 2017.",
            Some("nuclear-roadmap-2017"),
        ),
        (
            "Russia and Laos signed a memorandum on managing and protecting water resources.",
            Some("water-memorandum-2025"),
        ),
        // Either of two.
        ("Russia and Laos signed a roadmap on nuclear energy.", None),
        // Other parties.
        (
            "Laos and Vietnam signed a memorandum on managing and protecting water resources.",
            None,
        ),
    ] {
        let (_folder, all, _) = drafted(article);
        let all = of(&all, "agreement");
        let same = all.iter().find(|one| text(one, "news") == "same");
        assert_eq!(same.map(|one| text(one, "of")), expected, "{article}");
        let sure = all.iter().any(|one| text(one, "confidence") == "sure");
        assert!(expected.is_some() || !sure, "{all:?}");
    }
}

#[test]
fn an_article_from_before_the_signature_tells_of_the_same_plan() {
    let folder = built_in();
    let article = "Russia and Laos plan to sign a memorandum on managing and protecting water resources in 2025.";
    draft(&folder, article, "2024-05-01");
    let all = proposals(&dossier(&folder));
    let all = of(&all, "agreement");
    assert_eq!(text(all[0], "of"), "water-memorandum-2025");
}

#[test]
fn the_order_of_the_file_decides_nothing() {
    let article = "A third roadmap on nuclear energy is planned. Russia and Laos signed a roadmap on nuclear energy.";
    let folder = built_in();
    let path = Path::new(&dossier(&folder)).join("agreements.json");
    let read = || -> Value {
        let json = fs::read_to_string(&path).expect("there");
        serde_json::from_str(&json).expect("JSON")
    };
    let mut turned = read();
    let all = match &mut turned {
        Value::Array(all) => Some(all),
        other => other["records"].as_array_mut(),
    };
    all.expect("a list").reverse();
    fs::write(&path, turned.to_string()).expect("written");
    draft(&folder, article, "2026-03-04");
    let all = proposals(&dossier(&folder));
    let all: Vec<_> = of(&all, "agreement").into_iter().map(agreement).collect();
    assert_eq!(all, agreements(article));
    assert!(all.iter().all(|one| !one.starts_with("same")), "{all:?}");
}

#[test]
fn a_previous_agreement_is_a_known_one_or_nothing() {
    let near = "Laos has prepared for nuclear energy for ten years. An earlier memorandum was signed in 2016.";
    assert_eq!(
        agreements(near),
        ["same nuclear-memorandum-2016 likely signed 2016 >"]
    );
    for article in [
        "Schools were on the agenda. A previous memorandum was signed in 2016.",
        "Nuclear energy was on the agenda. The previous memorandum was signed in 2012.",
    ] {
        let (_folder, all, out) = drafted(article);
        assert!(of(&all, "agreement").is_empty(), "{all:?}");
        assert!(
            out.contains("1 mention of an agreement that does not say which"),
            "{out}"
        );
    }
}

#[test]
fn the_trade_in_one_good_is_not_all_trade() {
    for (article, goods) in [
        (
            "Exports of Russian fertilizers to Laos rose to 3.4 million dollars in 2025.",
            "fertilizers",
        ),
        (
            "Imports of Lao coffee to Russia fell to about $2 million in 2025.",
            "coffee",
        ),
        (
            "Lao timber exports to Russia reached $4 million in 2025.",
            "timber",
        ),
        (
            "Russia exported wheat worth $7 million to Laos in 2025.",
            "wheat",
        ),
        (
            "Russia imported tea worth $1 million from Laos in 2025.",
            "tea",
        ),
        ("Rice exports to Russia were $5 million in 2025.", "rice"),
        (
            "In 2025 Laos exported to Russia $3 million worth of palm oil.",
            "palm oil",
        ),
        (
            "Laos sold Russia goods worth $9 million, of which rubber about $5 million, in 2025.",
            "rubber",
        ),
        (
            "Trade in machinery between Laos and Russia reached $6 million in 2025.",
            "machinery",
        ),
        (
            "Экспорт кофе из Лаоса в Россию составил 2 млн долларов в 2025 году.",
            "кофе",
        ),
    ] {
        let (_folder, all, _) = drafted(article);
        let series = of(&all, "series");
        let named = series.iter().any(|one| one["record"]["commodity"] == goods);
        assert!(named, "{article}: {series:?}");
    }
    let (_folder, all, out) =
        drafted("Coffee worth $2 million was exported from Laos to Russia in 2025.");
    let figures = of(&all, "figure");
    let unsure = figures.iter().all(|one| text(one, "rule") == "open-figure");
    assert!(unsure && figures.len() == 1, "{all:?}");
    assert!(!out.contains("not trade of the two countries"), "{out}");
    for article in [
        "Russian exports to Laos amounted to $84 million in 2025.",
        "Exports of goods from Laos to Russia reached $5 million in 2025.",
        "Exports from Russia to Laos surged to $84 million in 2025.",
        "Trade between Laos and Russia reached $131 million in 2025.",
        "Total Lao imports from Russia were $80 million in 2025.",
    ] {
        let (_folder, all, _) = drafted(article);
        assert_eq!(of(&all, "figure").len(), 1, "{article}: {all:?}");
    }
}

#[test]
fn two_spellings_of_a_name_are_one_person() {
    for name in ["Sergei", "Serguei", "Sergej", "Sergey"] {
        let article = format!(
            "Russia's Foreign Minister {name} Lavrov met Lao Foreign Minister Khamla Bounmy in Moscow on 2 March 2026.\n\
             \"We will build the new school within two years,\" Lavrov told reporters.\n"
        );
        let (_folder, all, _) = drafted(&article);
        let people: Vec<_> = of(&all, "person")
            .iter()
            .map(|one| text(&one["record"], "name"))
            .collect();
        assert_eq!(people, ["Khamla Bounmy"], "{name}");
        let quote = of(&all, "quote")[0];
        assert_eq!(text(&quote["record"], "speaker"), "sergey-lavrov");
        assert_eq!(
            whom(of(&all, "event")[0]),
            ["sergey-lavrov", "khamla-bounmy"]
        );
    }
    let other = "Culture Minister Pyotr Lavrov met reporters in Vientiane on 2 March 2026.";
    let (folder, all, _) = drafted(other);
    let person = of(&all, "person")[0];
    assert_eq!(text(&person["record"], "name"), "Pyotr Lavrov");
    // What is accepted shows its evidence, and no empty line for it.
    let into = dossier(&folder);
    let (code, out, err) = bilat(&["review", &into, "--accept", text(person, "id")]);
    assert_eq!(code, 0, "{out}{err}");
    let (_, page, err) = bilat(&["show", "pyotr-lavrov", &into]);
    assert!(page.contains("¶1: “Pyotr Lavrov”"), "{page}{err}");
    assert!(
        page.lines().all(|line| line.trim() != "evidence:"),
        "{page}"
    );
}

/// Who takes part in an event.
fn whom(event: &Value) -> Vec<&str> {
    let all = event["record"]["participants"].as_array().expect("a list");
    all.iter().map(|one| text(one, "who")).collect()
}

#[test]
fn countries_and_people_of_an_event_are_not_mixed() {
    for (article, expected) in [
        (
            "Laos and Vladimir Putin held talks in Moscow on 1 March 2026.",
            &["LAO", "RUS", "putin"][..],
        ),
        (
            "Laos' President Thongloun Sisoulith met with Vladimir Putin in Sochi on 1 March 2026.",
            &["thongloun-sisoulith", "putin"],
        ),
        (
            "Laos’ President, Thongloun Sisoulith, met with Russia's Vladimir Putin in Sochi on 1 March 2026.",
            &["thongloun-sisoulith", "putin"],
        ),
        (
            "Russia held talks with Thongloun Sisoulith in Sochi on 1 March 2026.",
            &["RUS", "LAO", "thongloun-sisoulith"],
        ),
    ] {
        let (_folder, all, _) = drafted(article);
        assert_eq!(whom(of(&all, "event")[0]), expected, "{article}");
    }
}
