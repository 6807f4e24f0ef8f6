//! Whose dollar a bare sign is, and whose exports "ours" are.

use serde_json::Value;

use super::kinds::{draft, of};
use super::{bilat, dossier, proposals, text};

/// "NZD unsure": the unit of each figure of a text on two countries, with its confidence.
fn figures(sides: &str, article: &str) -> Vec<String> {
    let folder = tempfile::tempdir().expect("a folder");
    let into = dossier(&folder);
    let (code, _, err) = bilat(&["new", &into, "--sides", sides]);
    assert_eq!(code, 0, "{err}");
    draft(&folder, article, "2024-06-12");
    let all = proposals(&into);
    let series = of(&all, "series");
    let home = |figure: &Value| {
        let id = text(figure, "series");
        let mut homes = series.iter().map(|one| &one["record"]);
        homes
            .find(|one| text(one, "id") == id)
            .expect("a series")
            .clone()
    };
    let shown = |figure: &&Value| {
        let home = home(figure);
        let (unit, reporter) = (text(&home, "unit"), text(&home, "reporter"));
        let confidence = text(figure, "confidence");
        [unit, reporter, confidence].join(" ")
    };
    of(&all, "figure").iter().map(shown).collect()
}

#[test]
fn a_bare_dollar_is_what_the_two_countries_and_the_text_say() {
    for (sides, article, expected) in [
        (
            "LAO,RUS",
            "Trade was $9 billion in 2023.",
            &["USD  likely"][..],
        ),
        ("NZL,PHL", "Trade was $9 billion in 2023.", &["NZD  unsure"]),
        ("CAN,GHA", "Trade was $9 billion in 2023.", &["CAD  unsure"]),
        ("AUS,USA", "Trade was $9 billion in 2023.", &["USD  unsure"]),
        ("FJI,SGP", "Trade was $9 billion in 2023.", &[]),
        (
            "FJI,SGP",
            "Fiji's exports to Singapore were $9 million in 2023.",
            &["FJD FJI unsure"],
        ),
        (
            "NZL,VNM",
            "Trade was US$9 billion in 2023. Exports of Vietnam were $2 billion in 2022.",
            &["USD  likely", "USD VNM likely"],
        ),
        (
            "NAM,IND",
            "Trade was N$9 billion in 2023. Exports of Namibia were $2 billion in 2022.",
            &["NAD  likely", "NAD NAM likely"],
        ),
    ] {
        assert_eq!(figures(sides, article), expected, "{sides}: {article}");
    }
}

#[test]
fn our_exports_are_those_of_who_speaks() {
    let article = "\
Minister of Trade of Chile Ana Paz said: “Our exports were €2 billion in 2023.”
“Our exports rose to €9 billion in 2022,” said India's commerce minister, Ravi Menon.
“Our exports rose to €3 billion in 2021,” said Jane Doe.
";
    assert_eq!(
        figures("CHL,IND", article),
        ["EUR CHL likely", "EUR IND likely"]
    );
}
