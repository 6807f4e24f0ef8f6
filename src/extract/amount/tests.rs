//! The words of amounts, and what is read in them.

use chrono::NaiveDate;
use proptest::prelude::*;

use super::*;
use crate::dossier::observation::ObservationStatus;

mod aside;
mod bases;
mod carried;
mod lists;
mod matter;
mod periods;
mod press;
mod printed;

/// A text published on 10 June 2025.
fn found(text: &str) -> Vec<Amount> {
    let context = Context {
        published: NaiveDate::from_ymd_opt(2025, 6, 10),
        language: None,
    };
    amounts(text, context)
}

fn number(printed: Printed) -> String {
    let scale = match printed.scale {
        0 => String::new(),
        scale => format!("e{scale}"),
    };
    format!("{}{scale}", printed.value.printed())
}

/// Value and unit with what stands beside them, as text.
fn shown(amount: &Amount) -> String {
    let quantity = match amount.quantity {
        Quantity::One(value) => number(value),
        Quantity::Between(low, high) => format!("{}..{}", number(low), number(high)),
        Quantity::AtLeastOne(value) => format!("some {}", number(value)),
        Quantity::Fraction { over, under } => format!("{over}/{under}"),
    };
    let mut parts = vec![quantity, amount.unit.word().to_owned()];
    parts.extend(amount.qualifier.map(|one| one.word().to_owned()));
    if amount.status != ObservationStatus::Reported {
        parts.push(amount.status.word().to_owned());
    }
    if let Some(change) = amount.change {
        parts.push(format!("{:?}/{:?}", change.trend, change.role).to_lowercase());
    }
    if let Some(period) = &amount.period {
        let date = period.time.edtf.as_deref().unwrap_or("?");
        parts.push(format!("in {date}"));
    }
    if let Some(base) = &amount.compared_with {
        parts.push(format!("against {}", base.edtf.as_deref().unwrap_or("?")));
    }
    if let Some(trade) = &amount.trade {
        let code = |code: Option<crate::dossier::Code>| {
            code.map_or("-".to_owned(), |code| code.to_string())
        };
        let (reporter, partner) = (code(trade.reporter), code(trade.partner));
        parts.push(format!("{} {reporter}>{partner}", trade.flow.word()));
    }
    parts.join(" ")
}

fn check(cases: &[(&str, &[&str])]) {
    let read = |text| found(text).iter().map(shown).collect::<Vec<_>>();
    let other: Vec<_> = cases
        .iter()
        .filter(|(text, expected)| read(text) != *expected)
        .map(|(text, expected)| (text, read(text), expected))
        .collect();
    assert!(other.is_empty(), "{other:#?}");
}

#[test]
fn value_unit_and_qualifier_are_as_printed() {
    check(&[
        ("It cost about US$8.3 million.", &["8.3e6 USD about"]),
        ("It cost more than $2bn.", &["2e9 USD more-than"]),
        ("It cost just under €1.25m.", &["1.25e6 EUR almost"]),
        (
            "It cost up to 40 million Swiss francs.",
            &["40e6 CHF at-most"],
        ),
        ("It cost 40 million francs.", &["40e6 franc"]),
        ("It cost at least 3,500 roubles.", &["3500 RUB at-least"]),
        ("It cost 1.2 trillion kip.", &["1.2e12 LAK"]),
        ("It cost between $5 and $7 million.", &["5e6..7e6 USD"]),
        ("It cost 5-7 million yuan.", &["5e6..7e6 CNY"]),
        ("It cost from $200,000 to $4 million.", &["200000..4e6 USD"]),
        (
            "It cost hundreds of millions of dollars.",
            &["some 100e6 USD"],
        ),
        (
            "It cost A$5 million, not C$5 million.",
            &["5e6 AUD", "5e6 CAD"],
        ),
        (
            "It cost NZD1.9 billion, or PGK12 million.",
            &["1.9e9 NZD", "12e6 PGK"],
        ),
        ("It cost RM5.6 billion (US$1=RM4.68).", &["5.6e9 MYR"]),
        ("It weighs 208 pounds.", &["208 pounds"]),
        ("A field of 1,200 hectares.", &["1200 ha"]),
        (
            "Some 2,500 Lao students study there.",
            &["2500 students about"],
        ),
        ("An 800 MW plant with 3 turbines.", &["800 MW"]),
        (
            "The rate is 4.5 percentage points.",
            &["4.5 percentage points"],
        ),
        ("The G20 met in 2024 with 19 flags.", &[]),
    ]);
}

#[test]
fn changes_say_by_how_much_from_what_and_to_what() {
    check(&[
        (
            "Trade rose 12 % to $8.3 million in 2024 from $7.4 million in 2023.",
            &[
                "12 % up/by in 2024 against 2023 total ->-",
                "8.3e6 USD up/to in 2024 against 2023 total ->-",
                "7.4e6 USD up/from in 2023 total ->-",
            ],
        ),
        (
            "Exports fell by a third in 2023.",
            &["1/3 share down/by in 2023 against 2022 exports ->-"],
        ),
        (
            "Imports grew 1.66-fold in 2024.",
            &["1.66 times up/by in 2024 against 2023 imports ->-"],
        ),
        (
            "Turnover doubled to $40 million in 2022.",
            &[
                "2 times up/by in 2022 against 2021 total ->-",
                "40e6 USD up/to in 2022 total ->-",
            ],
        ),
        (
            "Inflation slowed from 5 to 3 per cent.",
            &["5 % down/from", "3 % down/to"],
        ),
        (
            "From January to May 2025 trade rose 20% year-on-year.",
            &["20 % up/by in 2025-01/2025-05 against 2024-01/2024-05 total ->-"],
        ),
        (
            "Trade grew by 66% in 2024 and by 20% year-on-year from January to May in 2025.",
            &[
                "66 % up/by in 2024 against 2023 total ->-",
                "20 % up/by in 2025-01/2025-05 against 2024-01/2024-05 total ->-",
            ],
        ),
        (
            "A 5 per cent drop in exports was seen in 2023.",
            &["5 % down/by in 2023 against 2022 exports ->-"],
        ),
        (
            "Remittances make up as much as 30% of it.",
            &["30 % at-most"],
        ),
        (
            "Sales were 8.5 percent less than in 2023.",
            &["8.5 % down/by against 2023"],
        ),
        (
            "Trade has tripled since 2015.",
            &["3 times up/by against 2015 total ->-"],
        ),
        ("The bank raised $5 million in 2023.", &["5e6 USD in 2023"]),
    ]);
}

#[test]
fn targets_and_forecasts_are_told_apart() {
    check(&[
        (
            "The two agreed to raise trade to $1 billion by 2030.",
            &["1e9 USD target up/to in 2030 total ->-"],
        ),
        (
            "They set a target of $500 million for 2027.",
            &["500e6 USD target in 2027"],
        ),
        (
            "The $1 billion trade target is far away.",
            &["1e9 USD target total ->-"],
        ),
        (
            "Exports are expected to reach $90 million this year.",
            &["90e6 USD forecast in 2025 exports ->-"],
        ),
        (
            "The economy will grow 4.2 % in 2026.",
            &["4.2 % forecast up/by in 2026 against 2025"],
        ),
        (
            "The company plans to invest $3 billion.",
            &["3e9 USD target"],
        ),
        (
            "Trade reached $8 million in 2024 and is forecast to hit $10 million in 2025.",
            &[
                "8e6 USD in 2024 total ->-",
                "10e6 USD forecast in 2025 total ->-",
            ],
        ),
        // What was aimed at before is not what a date that has passed is about.
        (
            "The goal of $2 billion, set in 2019, was missed.",
            &["2e9 USD target"],
        ),
        (
            "Output is forecast to grow 5 % this year after 6.1 % in 2024.",
            &["5 % forecast up/by in 2025 against 2024", "6.1 % in 2024"],
        ),
        ("Output rose 3 %, more than expected.", &["3 % up/by"]),
    ]);
}

#[test]
fn trade_has_a_direction_and_two_sides() {
    check(&[
        (
            "Lao exports to Russia were $5 million in 2023.",
            &["5e6 USD in 2023 exports LAO>RUS"],
        ),
        (
            "Imports from Russia to Laos rose to $3 million in 2023.",
            &["3e6 USD up/to in 2023 imports LAO>RUS"],
        ),
        (
            "Trade between Laos and Russia was $9 million in 2023.",
            &["9e6 USD in 2023 total LAO>RUS"],
        ),
        (
            "Russian-Lao trade was $9 million in 2023.",
            &["9e6 USD in 2023 total RUS>LAO"],
        ),
        (
            "In 2023, $4 million worth of exports left.",
            &["4e6 USD in 2023 exports ->-"],
        ),
        (
            "Laos had a trade deficit of $2 million with Russia in 2023.",
            &["2e6 USD in 2023 balance ->RUS"],
        ),
        ("Trade talks cost $2 million.", &["2e6 USD"]),
    ]);
}

#[test]
fn a_figure_has_the_period_of_its_clause() {
    check(&[
        (
            "Exports were $5 million in 2022 and $7 million in 2023.",
            &["5e6 USD in 2022 exports ->-", "7e6 USD in 2023 exports ->-"],
        ),
        (
            "In 2024, trade was about $8.3 million, the ministry said on Monday.",
            &["8.3e6 USD about in 2024 total ->-"],
        ),
        (
            "In 2024 exports fell 5 % compared with 2023.",
            &["5 % down/by in 2024 against 2023 exports ->-"],
        ),
        (
            "In January to May 2025 exports rose by a fifth on the year before.",
            &["1/5 share up/by in 2025-01/2025-05 against 2024-01/2024-05 exports ->-"],
        ),
        (
            "Trade rose by about two thirds in 2024.",
            &["2/3 share about up/by in 2024 against 2023 total ->-"],
        ),
        // The writer's own "would" is no forecast.
        (
            "I would not use the figure of 50 million dollars for 2022.",
            &["50e6 USD in 2022"],
        ),
    ]);
}

#[test]
fn russian_and_french_are_read_as_far_as_the_order_is_the_same() {
    check(&[
        (
            "Товарооборот России и Лаоса в 2024 году вырос на 66 % и составил около 8,3 млн долларов.",
            &[
                "66 % up/by in 2024 against 2023 total RUS>LAO",
                "8.3e6 USD about in 2024 total RUS>LAO",
            ],
        ),
        (
            "Экспорт снизился с 5 до 3 млн руб. в 2023 году.",
            &[
                "5e6 RUB down/from exports ->-",
                "3e6 RUB down/to in 2023 exports ->-",
            ],
        ),
        (
            "Стороны планируют довести товарооборот до 1 млрд долларов США к 2030 году.",
            &["1e9 USD target in 2030 total ->-"],
        ),
        (
            "Les échanges ont augmenté de 12 % en 2024 et ont atteint près de 1,5 milliard d'euros.",
            &[
                "12 % up/by in 2024 against 2023 total ->-",
                "1.5e9 EUR almost in 2024 total ->-",
            ],
        ),
    ]);
}

#[test]
fn hostile_texts_take_linear_time() {
    let digits = "1".repeat(200_000);
    assert!(found(&digits).is_empty());
    let many = "$5 million, ".repeat(5_000);
    assert_eq!(found(&many).len(), 5_000);
}

proptest! {
    #[test]
    fn ranges_lie_in_the_text_in_order(
        text in "([$€%+-]|US|[0-9]{1,4}|per cent|million|to|from|between|and|rose|by|2024|in|млн|dollars|more than| ){0,25}"
    ) {
        let mut end = 0;
        for amount in found(&text) {
            prop_assert!(amount.range.end <= text.len() && amount.range.start < amount.range.end);
            prop_assert!(text.get(amount.range.clone()).is_some());
            prop_assert!(amount.range.end >= end);
            end = amount.range.end;
        }
    }
}
