//! Figures of the two countries that are no trade: investment, aid, visitors.

use serde_json::Value;

use super::kinds::{draft, of};
use super::{bilat, dossier, proposals, text};

/// "Title | unit | value period": the series and the figures of a text on Ghana and Peru.
fn figures(article: &str) -> Vec<String> {
    let folder = tempfile::tempdir().expect("a folder");
    let into = dossier(&folder);
    let (code, _, err) = bilat(&["new", &into, "--sides", "GHA,PER"]);
    assert_eq!(code, 0, "{err}");
    draft(&folder, article, "2025-06-12");
    let all = proposals(&into);
    let series = of(&all, "series");
    let shown = |figure: &&Value| {
        let home = series
            .iter()
            .map(|one| &one["record"])
            .find(|one| text(one, "id") == text(figure, "series"))
            .expect("a series");
        let record = &figure["record"];
        let (value, period) = (&record["value"], &record["period"]);
        format!(
            "{} | {} | {value} {period}",
            text(home, "title"),
            text(home, "unit")
        )
    };
    of(&all, "figure").iter().map(shown).collect()
}

#[test]
fn investment_aid_and_visitors_have_series_of_their_own() {
    for (article, expected) in [
        (
            "Peruvian firms have invested about $70 million in Ghana since 2019.",
            &["Investment of Peru in Ghana | USD | 70 \"2019/..\""][..],
        ),
        (
            "In 2024, 900 Ghanaians visited Peru, up 12 per cent from 2023.",
            &[
                "Visitors from Ghana in Peru | persons | 900 \"2024\"",
                "Visitors from Ghana in Peru, growth | % | 12 \"2024\"",
            ],
        ),
        ("Finnish firms invested $70 million in Ghana in 2024.", &[]),
    ] {
        assert_eq!(figures(article), expected, "{article}");
    }
}
