//! Dates of another clause, and countries whose names have several words.

use super::*;

#[test]
fn what_is_told_by_the_way_dates_no_figure() {
    check(&[
        (
            "Trade of Laos with Chad, which the war interrupted in 2019, amounts to $9 million.",
            &["9e6 USD total LAO>TCD"],
        ),
        (
            "Trade of Laos with Chad, which was $5 million in 2019, amounts to $9 million.",
            &[
                "5e6 USD in 2019 total LAO>TCD",
                "9e6 USD in 2019 total LAO>TCD",
            ],
        ),
        (
            "The pact, signed in Bonn in May 2012 and never applied, was meant to lift trade with Laos to $1 billion by 2020.",
            &["1e9 USD target up/to in 2020 total ->LAO"],
        ),
        (
            "Exports of Laos to Chad under the pact signed in New Delhi in May 2012 amount to $9 million.",
            &["9e6 USD exports LAO>TCD"],
        ),
        (
            "Chadian firms exported goods worth $9 million to Laos and opened an office there in 2012.",
            &["9e6 USD exports ->LAO"],
        ),
    ]);
}

#[test]
fn the_same_period_of_another_year_is_that_of_its_brackets() {
    check(&[(
        "Trade of Laos with Chad was $9 million in 2024, which is 8 percent more compared to the same period of 2023 ($8 million).",
        &[
            "9e6 USD in 2024 total LAO>TCD",
            "8 % up/by in 2024 against 2023 total LAO>TCD",
            "8e6 USD in 2023 total LAO>TCD",
        ],
    )]);
}

#[test]
fn names_of_several_words_own_their_trade() {
    for whose in [
        "South Korean exports",
        "South Korea's exports",
        "Exports by South Korea",
        "Exports of South Korea",
    ] {
        let text = format!("{whose} to Laos rose to $9 million in 2024.");
        let printed = ["9e6 USD up/to in 2024 exports KOR>LAO"];
        check(&[(text.as_str(), printed.as_slice())]);
    }
    check(&[
        (
            "In 2024 New Zealand's exports were $9 million and Papua New Guinean exports $1 million.",
            &[
                "9e6 USD in 2024 exports NZL>-",
                "1e6 USD in 2024 exports PNG>-",
            ],
        ),
        (
            "In 2024 the Lao People's Democratic Republic's exports were $9 million and Saudi Arabian imports $1 million.",
            &[
                "9e6 USD in 2024 exports LAO>-",
                "1e6 USD in 2024 imports SAU>-",
            ],
        ),
    ]);
}

#[test]
fn another_predicate_has_its_own_date() {
    check(&[
        (
            "Exports of Laos to Chad were $9 million in 2024. Imports came to $5 million in the same year, less than in 2018.",
            &[
                "9e6 USD in 2024 exports LAO>TCD",
                "5e6 USD in 2024 imports LAO>TCD",
            ],
        ),
        (
            "Exports of Laos to Chad amount to $9 million and are expected to be free by 2028.",
            &["9e6 USD exports LAO>TCD"],
        ),
    ]);
}
