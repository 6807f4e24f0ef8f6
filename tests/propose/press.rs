//! What press articles say of two countries that no dossier knows yet, and what comes of it when all is accepted.

use std::fs;

use serde_json::Value;
use tempfile::TempDir;

use super::kinds::{draft, drafted, of};
use super::{accept_all, bilat, dossier, proposals, text};

/// An article of 12 June 2024 drafted into an empty dossier: the folder, its proposals, what was printed.
pub(crate) fn about(sides: &str, article: &str) -> (TempDir, Vec<Value>, String) {
    let folder = tempfile::tempdir().expect("a folder");
    let into = dossier(&folder);
    let (code, _, err) = bilat(&["new", &into, "--sides", sides]);
    assert_eq!(code, 0, "{err}");
    let out = draft(&folder, article, "2024-06-12");
    let all = proposals(&into);
    (folder, all, out)
}

/// "Investment of Finland in Peru: 40 EUR no-date unsure until 2024-06-12": each figure.
pub(crate) fn figures(sides: &str, article: &str) -> Vec<String> {
    let (_folder, all, _) = about(sides, article);
    let series = of(&all, "series");
    let shown = |figure: &&Value| {
        let home = series
            .iter()
            .map(|one| &one["record"])
            .find(|one| text(one, "id") == text(figure, "series"))
            .expect("a series");
        let (record, confidence) = (&figure["record"], text(figure, "confidence"));
        let period = &record["period"];
        let period = match (period.as_str(), text(period, "edtf")) {
            (Some(stated), _) => stated.to_owned(),
            (None, "") if period["not_after"].is_string() => {
                format!("until {}", text(period, "not_after"))
            }
            (None, "") => format!("from {}", text(period, "not_before")),
            (None, edtf) => edtf.to_owned(),
        };
        let (title, unit, value) = (text(home, "title"), text(home, "unit"), &record["value"]);
        format!("{title}: {value} {unit} {confidence} {period}")
    };
    of(&all, "figure").iter().map(shown).collect()
}

/// The status of each figure.
pub(crate) fn statuses(sides: &str, article: &str) -> Vec<String> {
    let (_folder, all, _) = about(sides, article);
    let status = |figure: &&Value| text(&figure["record"], "status").to_owned();
    of(&all, "figure").iter().map(status).collect()
}

#[test]
fn a_figure_without_a_date_is_unsure_and_bounded() {
    for (article, expected) in [
        (
            "Finnish firms have invested €40 million in Peru.",
            &["Investment of Finland in Peru: 40 EUR unsure until 2024-06-12"][..],
        ),
        (
            "Finland has pledged Peru €9 million in aid.",
            &["Aid of Finland to Peru: 9 EUR unsure from 2024-06-12"],
        ),
        // With its date elsewhere, or with a time that no rule reads.
        (
            "Finland pledges Peru €9 million in aid\n\nFinland has pledged Peru €9 million in aid in 2025.",
            &["Aid of Finland to Peru: 9 EUR likely 2025"],
        ),
        (
            "In its first month Finland gave Peru €9 million in aid.",
            &["Aid of Finland to Peru: 9 EUR unsure until 2024-06-12"],
        ),
        (
            "Trade of Finland with Peru stands at €9 million.",
            &["Trade, total: 9 EUR unsure until 2024-06-12"],
        ),
        // Who gives is told by the money alone.
        (
            "He also announced €9 million in assistance for farmers in the hills.",
            &["Aid of Finland to Peru: 9 EUR unsure until 2024-06-12"],
        ),
        (
            "He also announced $9 million in assistance for farmers in the hills.",
            &[],
        ),
        ("Finland did not give Peru €9 million in aid in 2023.", &[]),
    ] {
        assert_eq!(figures("FIN,PER", article), expected, "{article}");
    }
}

#[test]
fn a_text_may_say_whose_dollars_it_prints() {
    let article = "Trade was $9 million in 2023 (all figures are in Canadian dollars).";
    let found = figures("CAN,GHA", article);
    assert_eq!(found, ["Trade, total: 9 CAD likely 2023"]);
    // What other money is worth may be in the dollar of another country.
    let article = "Japan gave Fiji 900 million yen ($6 million) in aid in 2023.";
    let found = figures("JPN,FJI", article);
    assert_eq!(found, ["Aid of Japan to Fiji: 900 JPY likely 2023"]);
}

#[test]
fn signatures_of_a_day_are_one_event() {
    let article =
        "Finland and Peru signed a treaty on shipping and a memorandum on wool on 11 June 2024.";
    let (_folder, all, _) = about("FIN,PER", article);
    let events = of(&all, "event");
    assert_eq!(events.len(), 1, "{events:?}");
    let event = &events[0]["record"];
    assert_eq!(text(event, "kind"), "signing");
    assert_eq!(text(event, "date"), "2024-06-11");
    assert_eq!(event["agreements"].as_array().map(Vec::len), Some(2));
    let planned = "Finland and Peru will sign a treaty on shipping on 11 July 2024.";
    let (_folder, all, _) = about("FIN,PER", planned);
    assert!(of(&all, "event").is_empty(), "{all:?}");
}

#[test]
fn nothing_was_signed_on_a_day_to_come() {
    let article = "Finland and Peru are signing a treaty on shipping on 11 July 2024.";
    let (_folder, all, _) = about("FIN,PER", article);
    let treaty = &of(&all, "agreement")[0];
    assert_eq!(text(&treaty["record"], "status"), "planned", "{treaty}");
    assert_eq!(text(treaty, "confidence"), "likely");
}

#[test]
fn a_first_one_on_another_day_differs() {
    let article = "Russia and Laos signed their first nuclear roadmap in May 2014.";
    let (_folder, all, _) = drafted(article);
    let one = of(&all, "agreement")[0];
    let told = (text(one, "news"), text(one, "of"));
    assert_eq!(told, ("differs", "nuclear-roadmap-2017"), "{one}");
}

#[test]
fn a_text_about_other_countries_is_reported() {
    let warning = "the text names neither of the two countries";
    let (_folder, all, out) = about(
        "FIN,PER",
        "Kenya and Ghana signed a treaty on shipping in May. Trade between the two countries was $5 million in 2023.",
    );
    assert!(out.contains(warning), "{out}");
    for kind in ["agreement", "series", "event"] {
        assert!(of(&all, kind).is_empty(), "{kind}: {out}");
    }
    // A passage that names nobody may be of the two.
    let passage = "Trade between the two countries was $5 million in 2023.";
    let (_folder, all, out) = about("FIN,PER", passage);
    assert!(out.contains(warning), "{out}");
    assert_eq!(of(&all, "series").len(), 1);
    let (_folder, _, out) = about("FIN,PER", "The Peruvian envoy signed a treaty on shipping.");
    assert!(!out.contains(warning), "{out}");
}

/// The words of a text that the dossier contradicts.
fn accused(folder: &TempDir, article: &str) -> Vec<String> {
    let file = folder.path().join("article.txt");
    fs::write(&file, article).expect("written");
    let file = file.to_str().expect("UTF-8");
    let (_, out, err) = bilat(&["vet", file, &dossier(folder), "--json"]);
    let report: Value = serde_json::from_str(&out).unwrap_or_else(|_| panic!("{out}{err}"));
    let findings = report["findings"].as_array().cloned().unwrap_or_default();
    let bad = |one: &&Value| text(one, "verdict") == "contradicted";
    let words = findings.iter().filter(bad).map(|one| text(one, "words"));
    words.map(str::to_owned).collect()
}

#[test]
fn what_a_draft_leaves_open_accuses_nobody() {
    for (sides, article, other) in [
        (
            "CAN,GHA",
            "Trade of Canada and Ghana was $9 million in 2023.",
            "In 2023, Canada and Ghana had trade of $9 million.",
        ),
        (
            "IND,PER",
            "Trade of India and Peru was $96 million in 2022-23.",
            "India and Peru had trade of $96 million in 2022-23.",
        ),
    ] {
        let (folder, _, _) = about(sides, article);
        accept_all(&dossier(&folder));
        assert_eq!(accused(&folder, other), Vec::<String>::new(), "{other}");
    }
}

#[test]
fn a_fall_in_words_is_in_its_evidence() {
    let article =
        "Trade of Finland and Peru was €40 million in 2023, 3 per cent less than a year earlier.";
    let (folder, _, _) = about("FIN,PER", article);
    let into = dossier(&folder);
    accept_all(&into);
    let (code, out, err) = bilat(&["contested", &into]);
    assert_eq!(out, "nothing is contested\n", "{err}");
    assert_eq!(code, 0);
}

#[test]
fn an_article_that_was_accepted_is_not_accused_by_itself() {
    let article = "\
Finland and Peru look at wool

Peru's trade minister, Rosa Quispe, met her Finnish counterpart, Eero Laine, in Lima on 11 June 2024. The two \
signed a treaty on shipping.

Trade was worth €40 million in 2023. It is to reach €90 million by 2030. Quispe said that a memorandum on wool \
could be ready by December.
";
    let (folder, _, _) = about("FIN,PER", article);
    let into = dossier(&folder);
    accept_all(&into);
    let vetted = |article: &str| accused(&folder, article);
    assert_eq!(vetted(article), Vec::<String>::new());
    let wrong = article.replace("€40 million", "€70 million");
    assert_eq!(vetted(&wrong), ["€70 million"]);
}

#[test]
fn what_a_source_says_is_accused_only_by_records_of_others() {
    let article = "Trade between Finland and Peru reached €9 million in 2023, the ministry said.";
    let (folder, _, _) = about("FIN,PER", article);
    accept_all(&dossier(&folder));
    let file = folder.path().join("d/series.json");
    let series = fs::read_to_string(&file).expect("series");
    let mut all: Value = serde_json::from_str(&series).expect("JSON");
    let figure = all
        .pointer_mut("/records/0/observations/0")
        .expect("a figure");
    figure["value"] = 5.into();
    fs::write(&file, all.to_string()).expect("written");
    assert_eq!(accused(&folder, article), [""; 0], "of its own source");
    let figure = all
        .pointer_mut("/records/0/observations/0")
        .expect("a figure");
    figure
        .as_object_mut()
        .expect("an object")
        .remove("evidence");
    fs::write(&file, all.to_string()).expect("written");
    assert!(!accused(&folder, article).is_empty(), "of no source");
}

#[test]
fn an_academic_year_is_no_financial_year() {
    let article = "In the 2022/23 academic year 250 Kenyan students were enrolled in Norway.";
    let found = figures("NOR,KEN", article);
    assert_eq!(
        found,
        ["Students from Kenya in Norway: 250 persons likely 2022/2023"]
    );
}

#[test]
fn wine_is_counted_in_bottles() {
    let article = "Sales of Georgian wine to Ireland exceeded 90,000 bottles in 2023.";
    let found = figures("GEO,IRL", article);
    assert_eq!(
        found,
        ["Exports of Georgia: wine: 90000 bottles likely 2023"]
    );
}

#[test]
fn money_and_trade_of_others_is_not_that_of_the_two() {
    for (article, expected) in [
        (
            "Sweden remains Peru's largest trading partner, with bilateral trade of €2 billion in 2023.",
            &[][..],
        ),
        (
            "Finland is Peru's largest trading partner, with bilateral trade of €2 billion in 2023.",
            &["Trade, total: 2 EUR likely 2023"],
        ),
        ("The World Bank lent Peru €350 million in 2023.", &[]),
        (
            "A loan to Peru from the European Investment Bank of €350 million built the Finnish harbour.",
            &[],
        ),
        (
            "Finland lent Peru €350 million in 2023.",
            &["Loans of Finland to Peru: 350 EUR likely 2023"],
        ),
        // A chamber of commerce is no trade.
        (
            "The Chamber of Commerce of Peru bought a house in Finland for €3 million in 2023.",
            &["House in Finland, sum: Peru: 3 EUR unsure 2023"],
        ),
    ] {
        assert_eq!(figures("Finland,Peru", article), expected, "{article}");
    }
}
