//! Currencies with a full stop, numbers that a hyphen joins to their unit, ranges of what is counted.

use super::*;

#[test]
fn a_currency_may_have_a_full_stop() {
    check(&[
        (
            "Trade of India with Kenya was Rs. 185 million in 2024. It was Rs 40 crore in 2023.",
            &[
                "185e6 rupee in 2024 total IND>KEN",
                "40e7 rupee in 2023 total IND>KEN",
            ],
        ),
        (
            "Kenya sold India goods worth Ksh. 5 billion in 2024.",
            &["5e9 KES in 2024 exports KEN>IND"],
        ),
    ]);
}

#[test]
fn millions_may_be_short() {
    check(&[(
        "Trade of Laos with Chad was US$1.5bil in 2024 and US$824mil in 2023. It shipped 1.5m tonnes of tea there in 2024.",
        &[
            "1.5e9 USD in 2024 total LAO>TCD",
            "824e6 USD in 2023 total LAO>TCD",
            "1.5e6 tonnes in 2024 exports ->-",
        ],
    )]);
}

#[test]
fn a_span_in_brackets_is_the_period_before_them() {
    check(&[
        (
            "Exports of Iran to Armenia were $9 million in the first ten months of the current Iranian year (March 20, 2024-January 19, 2025).",
            &["9e6 USD in 2024-03-20/2025-01-19 exports IRN>ARM"],
        ),
        (
            "Exports of Iran to Armenia were $9 million in 2024 (2023: $5 million).",
            &[
                "9e6 USD in 2024 exports IRN>ARM",
                "5e6 USD in 2023 exports IRN>ARM",
            ],
        ),
    ]);
}

#[test]
fn a_balance_is_of_the_country_that_would_change_it() {
    check(&[(
        "The two will meet as Nairobi seeks to narrow a trade deficit that was $9 million in 2024.",
        &["9e6 USD in 2024 balance KEN>-"],
    )]);
}
