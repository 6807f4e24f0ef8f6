//! Figures of several years, of several partners, and what was only expected.

use super::*;

#[test]
fn figures_in_a_list_have_the_years_of_another_list() {
    check(&[
        (
            "Trade of Laos with Chad was $4 million and $5 million in 2021 and 2022 respectively.",
            &[
                "4e6 USD in 2021 total LAO>TCD",
                "5e6 USD in 2022 total LAO>TCD",
            ],
        ),
        (
            "In 2021, 2022 and 2023 trade of Laos with Chad was $4 million, $5 million and $6 million.",
            &[
                "4e6 USD in 2021 total LAO>TCD",
                "5e6 USD in 2022 total LAO>TCD",
                "6e6 USD in 2023 total LAO>TCD",
            ],
        ),
        (
            "Exports of Laos to Chad: 2021 $4 million 2022 $5 million 2023 $6 million.",
            &[
                "4e6 USD in 2021 exports LAO>TCD",
                "5e6 USD in 2022 exports LAO>TCD",
                "6e6 USD in 2023 exports LAO>TCD",
            ],
        ),
        (
            "Trade of Laos with Chad fell from $5 million to $4 million between 2022 and 2024.",
            &[
                "5e6 USD down/from total LAO>TCD",
                "4e6 USD down/to in 2024 total LAO>TCD",
            ],
        ),
    ]);
}

#[test]
fn what_several_partners_share_is_of_none() {
    let shared = |text: &str| {
        let all = found(text);
        let trade = all[0].trade.as_ref().expect("trade");
        trade.shared
    };
    for text in [
        "Exports of Laos to Chad and Vietnam reached $9 million in 2023.",
        "Exports of Laos to Chad, Peru and Vietnam reached $9 million in 2023.",
        "Exports of Laos to Asia, including Vietnam, reached $9 million in 2023.",
        "Laos's total exports were $9 million in 2023.",
    ] {
        assert!(shared(text), "{text}");
    }
    for text in [
        "Exports of Laos to Chad reached $9 million in 2023, and Vietnam said so.",
        "Trade between Laos and Chad reached $9 million in 2023.",
        "Laos's total exports to Chad were $9 million in 2023.",
    ] {
        assert!(!shared(text), "{text}");
    }
    check(&[(
        "Exports of Laos to Chad were $3 million in 2023, to Peru $8 million.",
        &[
            "3e6 USD in 2023 exports LAO>TCD",
            "8e6 USD in 2023 exports LAO>PER",
        ],
    )]);
}

#[test]
fn what_was_expected_or_is_untrue_is_not_reported() {
    check(&[
        (
            "Trade of Laos with Chad fell short of the $9 million expected for 2024.",
            &["9e6 USD forecast in 2024 total LAO>TCD"],
        ),
        (
            "Trade of Laos with Chad was well below the $9 million forecast for 2024.",
            &["9e6 USD forecast in 2024 total LAO>TCD"],
        ),
        (
            "The power plant of Laos in Chad bought goods from Laos, and trade is $9 million.",
            &["9e6 USD total ->-"],
        ),
    ]);
    for text in [
        "Reports that trade of Laos with Chad reached $9 million in 2024 are wrong.",
        "Few believe that trade of Laos with Chad reached $9 million in 2024.",
        "Les échanges entre le Laos et le Tchad n'ont pas atteint 9 millions de dollars en 2024.",
    ] {
        assert!(found(text)[0].denied, "{text}");
    }
}
