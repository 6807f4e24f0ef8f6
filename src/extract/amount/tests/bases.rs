//! What a figure is compared with, and the year of each.

use super::{found, shown};

/// The figures of a text, each with its date.
fn dated(text: &str) -> Vec<String> {
    let all = found(text);
    let period = |one: &crate::extract::Amount| {
        let edtf = one
            .period
            .as_ref()
            .and_then(|period| period.time.edtf.clone());
        let words = shown(one);
        let value = words.split(' ').next().unwrap_or_default().to_owned();
        format!("{value} {}", edtf.unwrap_or_else(|| "-".to_owned()))
    };
    all.iter().map(period).collect()
}

#[test]
fn what_a_figure_is_compared_with_is_of_the_year_before() {
    for behind in [
        "against $21 million the year before",
        "compared with $21 million a year earlier",
        "up from $21 million a year earlier",
        "from $21 million in the previous year",
        "versus $21 million in the year before that",
    ] {
        for text in [
            format!("Kenyan exports to Peru rose to $25 million in 2024, {behind}."),
            format!("In 2024 Kenyan exports to Peru rose to $25 million, {behind}."),
        ] {
            let found = dated(&text);
            assert_eq!(found, ["25e6 2024", "21e6 2023"], "{text}");
        }
    }
    let text =
        "Kenyan exports to Peru in 2024 were worth $25 million (a year earlier: $21 million).";
    assert_eq!(dated(text), ["25e6 2024", "21e6 2023"]);
}

#[test]
fn two_comparisons_are_made_with_one_year() {
    let text = "In 2024 Kenyan exports to Peru rose to $25 million from $21 million the previous year; \
                imports fell to $7 million against $9 million in the year before.";
    let found = dated(text);
    assert_eq!(found.first().map(String::as_str), Some("25e6 2024"));
    assert_eq!(found.last().map(String::as_str), Some("9e6 2023"));
    // A target of the sentence before is no year that anything came after.
    let text = "Kenya had $5 million of trade with Peru in 2024. They aim for $9 million by 2030. Kenyan exports to \
                Peru came to $3 million, against $2 million in the previous year.";
    assert_eq!(dated(text).last().map(String::as_str), Some("2e6 2023"));
}

#[test]
fn a_multiple_of_an_earlier_figure_leaves_the_year_open() {
    for (text, expected) in [
        (
            "There are 312 Kenyan companies in Peru, twice as many as in 2020.",
            "312 -",
        ),
        (
            "In 2024 Kenya had 312 students in Peru, twice as many as in 2020.",
            "312 2024",
        ),
        (
            "Kenyan exports to Peru came to $25 million, double the 2020 figure.",
            "25e6 -",
        ),
        (
            "Kenyan exports to Peru came to $25 million, three times what it was in 2020.",
            "25e6 -",
        ),
        (
            "Kenyan exports to Peru came to more than $25 million in 2020.",
            "25e6 2020",
        ),
        (
            "Kenyan exports to Peru came to $25 million, up from the $21 million of 2020.",
            "25e6 -",
        ),
        (
            "Kenyan exports to Peru came to $25 million, the central bank said in May.",
            "25e6 -",
        ),
    ] {
        let found = dated(text);
        assert_eq!(found.first().map(String::as_str), Some(expected), "{text}");
    }
}

#[test]
fn what_is_dated_behind_a_relative_clause_is_something_else() {
    let text =
        "Tusker of Kenya, which employs 320 people in Peru, closed a plant in Piura in 2022.";
    assert_eq!(dated(text), ["320 -"]);
}

#[test]
fn where_somebody_is_exports_nothing() {
    let trade = |text: &str| {
        found(text)[0]
            .trade
            .as_ref()
            .and_then(|trade| trade.reporter)
    };
    let firms = "Companies of Kenya in Peru exported goods worth $5 million in 2024.";
    assert_eq!(trade(firms), None);
    let own = "Kenya exported goods worth $5 million to Peru in 2024.";
    assert_eq!(
        trade(own).map(|code| code.to_string()).as_deref(),
        Some("KEN")
    );
}

#[test]
fn a_whole_is_of_no_country_and_worth_of_names_goods() {
    let text = "Of 1.2 million tourists in Lima last year, 14,000 were Kenyans.";
    assert!(found(text)[0].matter.is_none(), "{:?}", found(text)[0]);
    let text = "Kenya imported 41 million euros' worth of Peruvian quinoa in 2024.";
    let goods = found(text)[0]
        .trade
        .as_ref()
        .and_then(|trade| trade.goods.clone());
    assert_eq!(goods.map(|range| &text[range]), Some("quinoa"));
}

#[test]
fn the_span_that_a_rate_is_measured_from_is_no_period_of_it() {
    for (text, expected) in [
        (
            "In the first quarter of 2025 Kenyan exports to Peru fell 4 per cent from the same quarter of 2024.",
            &["4 2025-01/2025-03"][..],
        ),
        (
            "The first half of 2024 was poor, with Kenyan exports to Peru down 9% on the first half of 2023, to $4 million.",
            &["9 2024-01/2024-06", "4e6 2024-01/2024-06"],
        ),
        (
            "Trade of Kenya with Peru grew from 2019 to 2023, when it came to $9 million.",
            &["9e6 2023"],
        ),
        (
            "The first quarter of 2025 was better: at $9 million, trade of Kenya with Peru was 7 per cent above its level in the \
             last quarter of 2024.",
            &["9e6 2025-01/2025-03", "7 2025-01/2025-03"],
        ),
    ] {
        assert_eq!(dated(text), expected, "{text}");
    }
}
