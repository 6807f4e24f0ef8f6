//! Titles of the series of figures that no rule knows: the thing, in the words of its clause.

use serde_json::Value;

use super::kinds::{draft, of};
use super::press::about;
use super::{bilat, dossier, empty, proposals, text};

/// The titles of the series of an article on Laos and Russia.
fn titles(article: &str) -> Vec<String> {
    let folder = empty();
    let headed = format!("Laos and Russia hold talks\n\n{article}\n");
    draft(&folder, &headed, "2026-03-04");
    let all = proposals(&dossier(&folder));
    let series = of(&all, "series");
    let title = |one: &&Value| text(&one["record"], "title").to_owned();
    series.iter().map(title).collect()
}

/// Each article has one series, with this title.
fn check(cases: &[(&str, &str)]) {
    for (article, expected) in cases {
        assert_eq!(titles(article), [*expected], "{article}");
    }
}

#[test]
fn a_sum_is_titled_by_what_it_is_joined_to() {
    check(&[
        (
            "A concessional credit of 30 million euros was opened in May.",
            "Concessional credit",
        ),
        (
            "The two sides signed a contract worth $80 million to build a cement works near Pakse.",
            "Contract to build a cement works",
        ),
        (
            "The road, valued at $45 million, is to open in 2028.",
            "Road, sum",
        ),
        (
            "The works have won an order for tractors from the Lao railways worth $9 million.",
            "Order for tractors from the Lao railways",
        ),
        (
            "Officials put the cost of the dam at $120 million.",
            "Cost of the dam",
        ),
        (
            "A $60 million bridge over the Mekong was agreed.",
            "Bridge over the Mekong, sum",
        ),
    ]);
}

#[test]
fn a_sum_is_titled_by_what_its_clause_is_told_of() {
    check(&[
        (
            "The agreement on dairy cooperation was initialled. It is worth $17 million.",
            "Agreement on dairy cooperation, sum",
        ),
        (
            "They saw a contract for turbine repairs signed. The contract is worth $17 million.",
            "Contract for turbine repairs",
        ),
        (
            "The fund, which was set up in the spring, holds $25 million.",
            "Fund",
        ),
        (
            "Speaking to reporters, the envoy said the hospital would cost $45 million.",
            "Hospital, sum",
        ),
        (
            "MINISTER: We spent $7 million on the river port last year.",
            "Money spent on the river port",
        ),
        ("A further $3 million will be paid out.", "Money paid out"),
    ]);
}

#[test]
fn a_share_names_the_part_and_the_whole() {
    check(&[
        (
            "Rubber accounted for 43 percent of Lao shipments in 2025.",
            "Share of rubber in Lao shipments",
        ),
        (
            "Some 60 percent of the tea came from Pakse.",
            "Share of tea from Pakse",
        ),
        (
            "Half of the buses were built in Kazan.",
            "Share of buses built in Kazan",
        ),
        ("The duty on rice is 8 percent.", "Duty on rice"),
        ("The loan carries interest of 2 percent.", "Loan, interest"),
    ]);
    assert_eq!(
        titles("Rubber makes up 12 percent of sales, and tea 9 percent."),
        ["Share of rubber in sales", "Share of tea"]
    );
}

#[test]
fn the_same_thing_is_one_series_and_another_is_not() {
    check(&[
        (
            "Wheat shipments fell to 2,000 tonnes in 2025 from 5,000 tonnes in 2024.",
            "Wheat shipments, weight",
        ),
        (
            "The growers sent 400 tonnes of tea in 2025, up from 300 tonnes in 2024.",
            "Tea, weight",
        ),
    ]);
    assert_eq!(
        titles("A first instalment of $5 million was paid in May; the second comes to $9 million."),
        ["First instalment", "Second instalment"]
    );
}

#[test]
fn only_countries_of_the_clause_are_added() {
    check(&[
        ("About 900 Russians speak Lao.", "Russians"),
        (
            "Laos plans 40 masts for the valley, the envoy of Russia was told.",
            "Masts for the valley: Laos",
        ),
    ]);
}

#[test]
fn figures_of_another_year_go_into_the_series_of_their_thing() {
    let article = |year: u32| {
        format!(
            "Laos and Russia hold talks\n\nRubber made up 12 percent of sales in {year}. \
             Tea made up 9 percent of sales in {year}.\n"
        )
    };
    let folder = empty();
    draft(&folder, &article(2024), "2026-03-04");
    let path = dossier(&folder);
    for one in of(&proposals(&path), "figure") {
        let (code, out, err) = bilat(&["review", &path, "--accept", text(one, "id")]);
        assert_eq!(code, 0, "{out}{err}");
    }
    draft(&folder, &article(2025), "2026-03-05");
    let all = proposals(&path);
    let series = of(&all, "figure");
    let series: Vec<_> = series.iter().map(|one| text(one, "series")).collect();
    assert_eq!(
        series,
        ["share-of-rubber-in-sales", "share-of-tea-in-sales"],
        "{all:?}"
    );
}

#[test]
fn a_visit_is_no_part_of_an_office() {
    let article = "Kenyan Premier Ana Okello received visiting Finnish Foreign Minister Petra Salo on Monday. “We have waited for this day for a long time,” Salo said.";
    let (_folder, all, out) = about("FIN,KEN", article);
    let salo = of(&all, "person")
        .into_iter()
        .find(|one| text(&one["record"], "name") == "Petra Salo")
        .unwrap_or_else(|| panic!("{out}"));
    assert_eq!(
        text(&salo["record"]["roles"][0], "title"),
        "Finnish Foreign Minister"
    );
    let quote = of(&all, "quote")[0];
    assert_eq!(text(&quote["record"], "role"), "Finnish Foreign Minister");
}
