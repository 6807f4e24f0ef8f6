//! Which time a figure is of, where its sentence names several or none.

use super::*;

#[test]
fn what_is_said_is_no_comparison() {
    check(&[
        (
            "It was noted that in 2023 trade between Laos and Chad came to $7 million.",
            &["7e6 USD in 2023 total LAO>TCD"],
        ),
        (
            "Trade between Laos and Chad was $7 million, twice that in 2020.",
            &["7e6 USD total LAO>TCD"],
        ),
    ]);
}

#[test]
fn a_quarter_stays_whole_where_the_level_follows() {
    check(&[
        (
            "Exports of Laos fell in the first quarter of 2025 to $4 million.",
            &["4e6 USD down/to in 2025-01/2025-03 exports LAO>-"],
        ),
        (
            "Exports of Laos grew between 2018 and 2024, to $4 million.",
            &["4e6 USD up/to in 2024 exports LAO>-"],
        ),
    ]);
}

#[test]
fn the_paragraph_before_dates_what_was_beside_it() {
    check(&[
        (
            "Trade between Laos and Chad was $9 million in 2024.\n\nLao exports, mostly of tea, slumped by 8 percent to $5 million.",
            &[
                "9e6 USD in 2024 total LAO>TCD",
                "8 % down/by in 2024 exports LAO>-",
                "5e6 USD down/to in 2024 exports LAO>-",
            ],
        ),
        (
            "Trade between Laos and Chad was $9 million in 2024.\n\nLao exports are worth $5 million.",
            &["9e6 USD in 2024 total LAO>TCD", "5e6 USD exports LAO>-"],
        ),
    ]);
}

#[test]
fn what_a_figure_is_compared_with_dates_no_other() {
    check(&[
        (
            "Laos exported tea worth $9 million to Chad in 2024, against $7 million the year before. Over the same twelve months Chad sold Laos goods worth $3 million.",
            &[
                "9e6 USD in 2024 exports LAO>TCD",
                "7e6 USD in 2023 exports LAO>-",
                "3e6 USD in 2024 exports TCD>LAO",
            ],
        ),
        (
            "About 3,200 Chadians live in Laos, and some 41,000 Laotians visited Chad in 2024.",
            &["3200 persons about", "41000 persons about in 2024"],
        ),
    ]);
}

#[test]
fn a_pledge_of_today_is_not_for_today() {
    check(&[(
        "The two presidents on Tuesday pledged to raise bilateral trade to $500 million.",
        &["500e6 USD target up/to total ->-"],
    )]);
}

#[test]
fn fiscal_and_school_years_are_told_by_their_end_or_from_today() {
    check(&[
        (
            "Bilateral trade came to $5 million in the fiscal year that ended in September 2024.",
            &["5e6 USD in 2023-10/2024-09 total ->-"],
        ),
        (
            "Bilateral trade came to $5 million in the fiscal year ended in mid-July 2024.",
            &["5e6 USD in 2023-07/2024-07 total ->-"],
        ),
        (
            "Forty Lao students are enrolled in Chad this academic year.",
            &["40 students in 2024/2025"],
        ),
    ]);
}

#[test]
fn the_number_of_the_sentence_before_goes_on() {
    check(&[
        (
            "Last year 32,000 Chadian tourists visited Laos. This number will reach 45 thousand in 2026.",
            &["32000 tourists in 2024", "45e3 tourists forecast in 2026"],
        ),
        (
            "Chadians flew to Laos: 70,000 people in 2019. Last year it was fewer than 9,000.",
            &["70000 persons in 2019", "9000 persons less-than in 2024"],
        ),
    ]);
}

#[test]
fn both_directions_of_a_sentence_are_told_apart() {
    check(&[
        (
            "Laos sold Chad goods worth $6 million in 2024, and bought tea worth $7 million.",
            &[
                "6e6 USD in 2024 exports LAO>TCD",
                "7e6 USD in 2024 imports LAO>TCD",
            ],
        ),
        (
            "In 2024 we had trade of $9 million. Chad sold us tea for $7 million.",
            &["9e6 USD in 2024 total ->-", "7e6 USD in 2024 exports TCD>-"],
        ),
        (
            "LOME (LNA) -- Trade between Laos and Chad reached $9 million in 2024.",
            &["9e6 USD in 2024 total LAO>TCD"],
        ),
    ]);
}

#[test]
fn a_goal_may_stand_before_a_colon() {
    check(&[(
        "Our goal is another one: $30 million of trade in 2027.",
        &["30e6 USD target in 2027 total ->-"],
    )]);
}

#[test]
fn how_many_live_in_a_place_counts_nobody_of_the_two() {
    let open = |text: &str| {
        let context = Context::default();
        let amounts = amounts(text, context);
        amounts.iter().filter(|one| one.matter.is_some()).count()
    };
    assert_eq!(
        open("The first Chadian to visit Laos, a country of 7.7 million people, came in May."),
        0
    );
    assert_eq!(open("Some 7,000 people of Chad visited Laos."), 1);
}

#[test]
fn a_rate_may_be_told_in_a_sentence_of_its_own() {
    check(&[(
        "Exports of Laos stood at $1.4 billion in the year to June 2024, against $1.3 billion in the previous fiscal year. The growth was 8.4 percent.",
        &[
            "1.4e9 USD in 2023-07/2024-06 exports LAO>-",
            "1.3e9 USD in 2022-07/2023-06 exports LAO>-",
            "8.4 % up/by in 2023-07/2024-06 exports LAO>-",
        ],
    )]);
}

#[test]
fn parts_of_a_sum_have_its_period() {
    check(&[
        (
            "Goods worth $9 million went both ways in 2022. Laos shipped out $5 million of that, and took in $4 million.",
            &[
                "9e6 USD in 2022",
                "5e6 USD in 2022 exports LAO>-",
                "4e6 USD in 2022 imports LAO>-",
            ],
        ),
        (
            "It bought goods worth $2 million from Chad in 2023, against $1 million in 2022.",
            &[
                "2e6 USD in 2023 imports ->TCD",
                "1e6 USD in 2022 imports ->TCD",
            ],
        ),
        (
            "Trade between Laos and Chad fell between January and April, to $4 million.",
            &["4e6 USD down/to in 2025-01/2025-04 total LAO>TCD"],
        ),
    ]);
}

#[test]
fn a_credit_facility_is_no_export() {
    check(&[(
        "It replaces an export finance facility of 325 million euros.",
        &["325e6 EUR"],
    )]);
}

#[test]
fn the_year_before_a_fiscal_year_is_no_day() {
    check(&[(
        "In fiscal year 2023-24, which ended on June 30, imports of Laos were worth $2 million. Exports stood at $1 million, a rise of 12 percent over the previous fiscal year.",
        &[
            "2e6 USD in 2023/2024 imports LAO>-",
            "1e6 USD in 2023/2024 exports LAO>-",
            "12 % up/by in 2023/2024 against 2022/2023 exports LAO>-",
        ],
    )]);
}

#[test]
fn a_growth_behind_a_base_is_that_of_the_first_level() {
    check(&[(
        "Trade between Laos and Oman stood at RO 61 million in the first ten months of 2024, compared to RO 54 million in the corresponding period of 2023, a rise of 13 percent.",
        &[
            "61e6 OMR in 2024-01/2024-10 total LAO>OMN",
            "54e6 OMR in 2023-01/2023-10 total LAO>OMN",
            "13 % up/by in 2024-01/2024-10 total LAO>OMN",
        ],
    )]);
}

#[test]
fn the_same_period_is_not_that_of_a_base() {
    check(&[(
        "Exports of Laos grew to $9 million in 2023, up from $8 million the previous year. Imports were $6 million over the same period.",
        &[
            "9e6 USD up/to in 2023 against 2022 exports LAO>-",
            "8e6 USD up/from in 2022 exports LAO>-",
            "6e6 USD in 2023 imports LAO>-",
        ],
    )]);
}

#[test]
fn what_is_foreseen_for_others_is_a_forecast() {
    check(&[
        (
            "The minister projected that Lao firms would invest $25 million in Chad by 2027.",
            &["25e6 USD forecast in 2027"],
        ),
        (
            "Lao firms would invest $25 million in Chad by 2027.",
            &["25e6 USD target in 2027"],
        ),
    ]);
}

#[test]
fn an_exchange_of_goods_is_trade() {
    check(&[(
        "The exchange of goods in 2022 reached 2 billion euros. In January this year, exports amounted to 11 million euros.",
        &[
            "2e9 EUR in 2022 total ->-",
            "11e6 EUR in 2025-01 exports ->-",
        ],
    )]);
}

#[test]
fn what_is_looked_for_within_years_is_a_target() {
    check(&[
        (
            "Trade was $64 million in 2024. The two sides are looking to raise it to $300 million within five years.",
            &[
                "64e6 USD in 2024 total ->-",
                "300e6 USD target up/to in 2030 total ->-",
            ],
        ),
        (
            "Bilateral trade stood at $390 million in 2024-25, a jump of 40 per cent from the previous fiscal.",
            &[
                "390e6 USD in 2024/2025 total ->-",
                "40 % up/by in 2024/2025 against 2023/2024 total ->-",
            ],
        ),
    ]);
}
