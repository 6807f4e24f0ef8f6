//! Figures as newspapers of several countries print them.

use super::*;
use crate::dossier::observation::ObservationStatus;

#[test]
fn the_date_of_a_base_is_that_of_the_base_alone() {
    check(&[(
        "Trade was $9 million in 2024. Exports of Laos rose to $4 million from $3 million in 2023, while imports were $5 million.",
        &[
            "9e6 USD in 2024 total ->-",
            "4e6 USD up/to in 2024 against 2023 exports LAO>-",
            "3e6 USD up/from in 2023 exports LAO>-",
            "5e6 USD in 2024 imports LAO>-",
        ],
    )]);
}

#[test]
fn what_follows_a_figure_says_what_it_measures() {
    check(&[
        (
            "The two set a target of $9 billion for bilateral trade by 2030.",
            &["9e9 USD target in 2030 total ->-"],
        ),
        (
            "We want $9 billion in two-way trade by 2030.",
            &["9e9 USD target in 2030 total ->-"],
        ),
        (
            "In 2024, Laos earned $4 million from exports to Russia and spent $5 million on imports, up 3% and 6%, respectively.",
            &[
                "4e6 USD in 2024 exports ->RUS",
                "5e6 USD in 2024 imports ->RUS",
                "3 % up/by in 2024 against 2023 exports ->RUS",
                "6 % up/by in 2024 against 2023 imports ->RUS",
            ],
        ),
        (
            "Trade is small. From January to May 2025, the value was recorded at $9 million.",
            &["9e6 USD in 2025-01/2025-05 total ->-"],
        ),
        (
            "Trade of Laos with Russia was $2 billion in 2024.\n\nQ: Is there a target?\n\nA: $5 billion by 2028.",
            &[
                "2e9 USD in 2024 total LAO>RUS",
                "5e9 USD target in 2028 total LAO>RUS",
            ],
        ),
    ]);
}

#[test]
fn goods_between_a_flow_and_its_partner() {
    let found = found("Exports of palm oil to Russia were $5 million in 2024.");
    let trade = found[0].trade.as_ref().expect("trade");
    assert_eq!(trade.partner, crate::dossier::Code::parse("RUS"));
    assert!(trade.goods.is_some());
}

#[test]
fn what_is_sold_to_a_people_is_exported() {
    for text in [
        "In 2024 Laos sold the Russians goods worth $5 million.",
        "Sales to the Russians were $5 million in 2024.",
    ] {
        let trade = found(text)[0].trade.clone().expect("trade");
        assert_eq!(trade.flow, crate::dossier::series::Flow::Exports, "{text}");
        assert_eq!(trade.partner, crate::dossier::Code::parse("RUS"), "{text}");
    }
}

#[test]
fn less_than_is_no_base_and_a_wish_is_an_aim() {
    let text =
        "Exports of Laos were $9 million in 2023. Imports of Laos came to less than $4 million.";
    let period = found(text)[1].period.clone().expect("period");
    assert_eq!(period.time.edtf.as_deref(), Some("2023"));
    let text = "Both would like to see trade reach $9 billion in 2030.";
    assert_eq!(found(text)[0].status, ObservationStatus::Target);
}

#[test]
fn it_is_the_trade_of_the_sentence_before_a_noun_behind_it() {
    for text in [
        "Trade with Laos is small. It is projected to grow by 10 percent this year.",
        "Trade with Laos is small. In 2024 it grew by 5 percent, with exports of Laos above $3 million.",
    ] {
        let trade = found(text)[0].trade.clone().expect("trade");
        assert_eq!(trade.flow, crate::dossier::series::Flow::Total, "{text}");
    }
}

#[test]
fn months_of_this_year_are_a_period() {
    let period = found("In January–April of this year, trade grew by 5 percent.")[0]
        .period
        .clone();
    let edtf = period.and_then(|period| period.time.edtf);
    assert_eq!(edtf.as_deref(), Some("2025-01/2025-04"));
}

#[test]
fn a_rate_has_its_base_and_the_level_beside_it_has_none() {
    check(&[
        (
            "Trade was $8 billion in 2022. Exports of Laos made up $2 billion of that, up 14 per cent on 2021. Imports of Laos topped $5 billion.",
            &[
                "8e9 USD in 2022 total ->-",
                "2e9 USD in 2022 exports LAO>-",
                "14 % up/by in 2022 against 2021 exports LAO>-",
                "5e9 USD more-than in 2022 imports LAO>-",
            ],
        ),
        (
            "Imports of Laos edged up to €265 million in 2024.",
            &["265e6 EUR up/to in 2024 imports LAO>-"],
        ),
        (
            "Trade was worth $2 billion in the year to June 2023, an increase of 11 per cent on the previous year.\nImports of Laos came to about $480 million over the same period.",
            &[
                "2e9 USD in 2022-07/2023-06 total ->-",
                "11 % up/by in 2022-07/2023-06 against 2021-07/2022-06 total ->-",
                "480e6 USD about in 2022-07/2023-06 imports LAO>-",
            ],
        ),
        (
            "The envoy expressed the hope that trade would reach $120 million by 2026.",
            &["120e6 USD target in 2026 total ->-"],
        ),
    ]);
}

#[test]
fn goods_by_weight_and_parts_of_a_whole() {
    for (text, goods) in [
        (
            "Ecuador shipped 214,000 tonnes of bananas to Poland in 2023, 6 per cent more than in 2022.",
            "bananas",
        ),
        (
            "In 2022 Fiji sent Singapore some 340 tonnes of turmeric.",
            "turmeric",
        ),
        (
            "Exports of Kenya to Oman were $52 million in 2023, with cut flowers accounting for over $31 million.",
            "cut flowers",
        ),
        (
            "Exports of Kenya to Oman were $52 million in 2023, with Mount Kenya tea contributing over $31 million.",
            "Mount Kenya tea",
        ),
        (
            "In 2020 Peru also shipped Croatia about 12,000 tonnes of fishmeal.",
            "fishmeal",
        ),
    ] {
        let last = found(text).pop().expect("a figure");
        let place = last.trade.and_then(|trade| trade.goods).expect("goods");
        assert_eq!(&text[place], goods, "{text}");
    }
    let back = found("Polish sales in the other direction were worth €57 million in 2023.");
    let trade = back[0].trade.clone().expect("trade");
    assert_eq!(trade.reporter, crate::dossier::Code::parse("POL"));
    assert_eq!(trade.flow, crate::dossier::series::Flow::Exports);
}

#[test]
fn one_dollar_of_a_range_may_be_named_in_full() {
    check(&[(
        "It would cost US$89 billion to $93 billion.",
        &["89e9..93e9 USD forecast"],
    )]);
}

#[test]
fn a_difference_is_no_level() {
    check(&[
        (
            "Trade was S$15 million less in 2023 than in 2022.",
            &["15e6 SGD down/by in 2023 against 2022 total ->-"],
        ),
        (
            "Trade was $15 million lower in 2023.",
            &["15e6 USD down/by in 2023 against 2022 total ->-"],
        ),
        (
            "Trade fell $15 million in 2023.",
            &["15e6 USD down/by in 2023 against 2022 total ->-"],
        ),
        (
            "Trade was $15 million in 2023, less than in 2022.",
            &["15e6 USD in 2023 total ->-"],
        ),
    ]);
}

#[test]
fn a_figure_may_be_denied() {
    let denied = |text: &str| found(text).iter().map(|one| one.denied).collect::<Vec<_>>();
    for (text, expected) in [
        ("Trade did not reach $3 billion in 2023.", [true]),
        ("Trade has never hit $3 billion.", [true]),
        ("Trade failed to reach $3 billion.", [true]),
        ("Trade fell short of $3 billion.", [true]),
        ("It is not true that trade was $3 billion in 2023.", [true]),
        ("Trade did not fall, and reached $3 billion.", [false]),
        ("Trade did not exceed $3 billion in 2023.", [false]),
        ("Trade reached not only $3 billion in 2023.", [false]),
        ("Trade reached $3 billion in 2023.", [false]),
    ] {
        assert_eq!(denied(text), expected, "{text}");
    }
}

#[test]
fn flows_of_goods_have_many_names() {
    check(&[
        (
            "Sales of Lao honey to Russia came to 40,000 bottles in 2024.",
            &["40000 bottles in 2024 exports LAO>-"],
        ),
        (
            "Laos bought $7 million worth of Ural timber in 2024.",
            &["7e6 USD in 2024 imports LAO>-"],
        ),
        (
            "Trade of Laos with Russia was worth $5 million in 2024, by the count of the customs: six per cent up on 2023.",
            &[
                "5e6 USD in 2024 total LAO>RUS",
                "6 % up/by in 2024 against 2023 total LAO>RUS",
            ],
        ),
    ]);
}

#[test]
fn what_is_to_rise_is_an_aim() {
    check(&[
        (
            "Trade of Laos with Russia is to rise to $5 million in 2027.",
            &["5e6 USD target up/to in 2027 total LAO>RUS"],
        ),
        (
            "They consider it realistic to bring trade of Laos with Russia to $5 million in 2027.",
            &["5e6 USD target in 2027 total LAO>RUS"],
        ),
    ]);
}

#[test]
fn the_date_of_another_clause_is_not_that_of_a_figure() {
    check(&[
        (
            "Trade of Laos with Russia grew by 18 per cent, and the ministers want a pact by 2030.",
            &["18 % up/by total LAO>RUS"],
        ),
        (
            "Tonnage was up 23 per cent from 2021, and trade of Laos with Russia was worth $5 million.",
            &["23 % up/by against 2021", "5e6 USD total LAO>RUS"],
        ),
    ]);
}

#[test]
fn a_price_and_a_whole_are_no_levels() {
    check(&[
        (
            "Laos sold 2,000 tonnes of tea to Russia at $3 a kilo in 2023.",
            &["2000 tonnes in 2023 exports LAO>RUS", "3 USD in 2023"],
        ),
        (
            "Three in ten Russian visitors to Laos came from Moscow in 2023.",
            &["10 visitors in 2023"],
        ),
    ]);
    let unreal = found("Trade of Laos with Russia could have reached $9 million in 2023.");
    assert!(unreal.iter().all(|amount| amount.denied));
}
