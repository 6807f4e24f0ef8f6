//! What a figure has from the sentence before, and words that limit no trade.

use super::*;

#[test]
fn a_sentence_leaves_trade_and_period_to_the_next() {
    check(&[
        (
            "Trade is small. It was $28 million in 2023. In January-March 2025 it fell by 6 percent.",
            &[
                "28e6 USD in 2023 total ->-",
                "6 % down/by in 2025-01/2025-03 total ->-",
            ],
        ),
        (
            "Trade reached $478 million in 2023. Exports of Laos amounted to $31 million.",
            &[
                "478e6 USD in 2023 total ->-",
                "31e6 USD in 2023 exports LAO>-",
            ],
        ),
        (
            "Last year our trade grew by 24 percent. In the first quarter of this year it added another 9.3 percent.",
            &[
                "24 % up/by in 2024 against 2023 total ->-",
                "9.3 % up/by in 2025-01/2025-03 total ->-",
            ],
        ),
        (
            "Exports of Laos to Russia were $9 million in 2024. Bring the total to $30 million by 2028.",
            &[
                "9e6 USD in 2024 exports LAO>RUS",
                "30e6 USD target in 2028 total LAO>RUS",
            ],
        ),
        // "it" is the plant, and two years leave none to the next sentence.
        (
            "Trade grew. A plant opened. It cost $5 million in 2024. It was agreed to lend $7 million.",
            &["5e6 USD in 2024", "7e6 USD target"],
        ),
        (
            "Trade was $5 million in 2022 and $7 million in 2023. Imports were $2 million.",
            &[
                "5e6 USD in 2022 total ->-",
                "7e6 USD in 2023 total ->-",
                "2e6 USD imports ->-",
            ],
        ),
        (
            "Trade was $5 million in 2022. Exports are now $2 million.",
            &["5e6 USD in 2022 total ->-", "2e6 USD exports ->-"],
        ),
    ]);
}

#[test]
fn a_carried_period_is_marked_and_unsure() {
    let found = found("Trade was $5 million in 2022. Exports were $2 million.");
    let period = found[1].period.as_ref().expect("a period");
    assert_eq!(period.basis.confidence, Confidence::Unsure);
    assert!(period.time.why.is_some());
}

#[test]
fn a_figure_of_the_whole_year_is_not_that_of_its_quarter() {
    check(&[(
        "Trade rose to $8 million in the last quarter of 2024, bringing the whole year to $31 million.",
        &[
            "8e6 USD up/to in 2024-10/2024-12 total ->-",
            "31e6 USD total ->-",
        ],
    )]);
}

#[test]
fn words_beside_trade_that_are_no_goods() {
    for text in [
        "Two-way trade was $5 million in 2024.",
        "Economists expect trade to reach $5 million in 2027.",
        "They agreed to quadruple trade from $5 million.",
        "Взаимный товарооборот вырос на 5 % в 2024 году.",
        "La hausse des échanges commerciaux a atteint 5 millions de dollars en 2024.",
        "Les exportations ont atteint 5 millions de dollars en 2024.",
    ] {
        let found = found(text);
        let trade = found[0].trade.as_ref();
        assert!(
            trade.is_some_and(|trade| trade.goods.is_none()),
            "{text}: {trade:?}"
        );
    }
    let coffee = found("Coffee exports were $5 million in 2024.");
    let trade = coffee[0].trade.as_ref();
    assert!(trade.is_some_and(|trade| trade.goods.is_some()));
    let adviser = found("The commerce adviser promised $5 million in 2024.");
    assert_eq!(adviser[0].trade, None);
}

#[test]
fn a_goal_and_the_same_months_are_those_of_the_paragraphs_before() {
    check(&[
        (
            "Trade of Laos with Russia was $2 billion in 2024.\nThe two governments aim for $5 billion by 2028.",
            &[
                "2e9 USD in 2024 total LAO>RUS",
                "5e9 USD target in 2028 total LAO>RUS",
            ],
        ),
        (
            "Trade was $2 billion in 2024.\nThe two governments aim for $5 billion in investment by 2028.",
            &["2e9 USD in 2024 total ->-", "5e9 USD target in 2028"],
        ),
        (
            "Trade was $2 billion from January to May 2025 and $5 billion in 2024.\nExports of Laos were $1 billion over the same months.",
            &[
                "2e9 USD in 2025-01/2025-05 total ->-",
                "5e9 USD in 2024 total ->-",
                "1e9 USD in 2025-01/2025-05 exports LAO>-",
            ],
        ),
    ]);
}

#[test]
fn whose_exports_they_are_may_be_told_in_the_sentence_before() {
    let text = "Laos exported goods worth $8 million to Russia in 2024. Exports had grown by 3 per cent in 2023.";
    let found: Vec<_> = found(text).iter().map(shown).collect();
    assert_eq!(
        found.last().map(String::as_str),
        Some("3 % up/by in 2023 against 2022 exports LAO>-")
    );
}

#[test]
fn a_recovery_is_of_the_trade_of_the_sentence_before() {
    let text = "Trade of Laos with Russia fell in 2023. For 2024 the statistics show a recovery to $8 million.";
    let found: Vec<_> = found(text).iter().map(shown).collect();
    assert_eq!(found, ["8e6 USD up/to in 2024 total LAO>RUS"]);
}
