//! What figures are about that is no trade.

use super::*;

/// "Aid NOR>ZMB 40e6 NOK target in 2026": the topic and both countries before what the figure says.
fn about(text: &str) -> Vec<String> {
    let all = found(text);
    let matter = |amount: &Amount| {
        let matter = amount.matter.as_ref()?;
        let code = |code: Option<crate::dossier::Code>| {
            code.map_or("-".to_owned(), |code| code.to_string())
        };
        let (from, to) = (code(matter.from), code(matter.to));
        Some(format!("{:?} {from}>{to} {}", matter.topic, shown(amount)))
    };
    all.iter().filter_map(matter).collect()
}

fn check_about(cases: &[(&str, &[&str])]) {
    let other: Vec<_> = cases
        .iter()
        .filter(|(text, expected)| about(text) != *expected)
        .map(|(text, expected)| (text, about(text), expected))
        .collect();
    assert!(other.is_empty(), "{other:#?}");
}

#[test]
fn money_is_invested_given_or_lent_by_one_country_in_another() {
    check_about(&[
        (
            "Thai firms have invested about $70 million in Ghana since 2019.",
            &["Investment THA>GHA 70e6 USD about in 2019"],
        ),
        (
            "Finland's aid to Nepal was €31 million in 2024, 4 per cent more than in 2023.",
            &[
                "Aid FIN>NPL 31e6 EUR in 2024",
                "Aid FIN>NPL 4 % up/by in 2024 against 2023",
            ],
        ),
        (
            "The Danish Growth Bank lent Kenya 12 million euros in 2022.",
            &["Loans DNK>KEN 12e6 EUR in 2022"],
        ),
        (
            "Ghana's investment agreement with Peru is worth $5 million in 2024.",
            &[],
        ),
        ("The strategy cost $5 million in 2024.", &[]),
    ]);
}

#[test]
fn what_will_be_given_is_a_promise() {
    check_about(&[
        (
            "Finland will provide Nepal with €9 million in 2026.",
            &["Aid FIN>NPL 9e6 EUR target in 2026"],
        ),
        (
            "Finland pledged €9 million to Nepal, with the first wells to be dug before the end of 2026.",
            &["Aid FIN>NPL 9e6 EUR target"],
        ),
    ]);
}

#[test]
fn people_are_counted_with_where_they_come_from() {
    check_about(&[
        (
            "About 4,200 Peruvian tourists visited Kenya in 2024, and the board hopes for 6,000 in 2026.",
            &[
                "Visitors PER>KEN 4200 tourists about in 2024",
                "Visitors PER>KEN 6000 tourists target in 2026",
            ],
        ),
        (
            "Last year 310 Ghanaians studied in Finland, against 250 in 2022.",
            &[
                "Students GHA>FIN 310 persons in 2024",
                "Students GHA>FIN 250 persons in 2022",
            ],
        ),
        (
            "In 2024, 18 thousand citizens of Peru visited Kenya.",
            &["Visitors PER>KEN 18e3 citizens in 2024"],
        ),
        ("Some 400 people visited the fair in 2024.", &[]),
    ]);
}

#[test]
fn growth_behind_a_figure_is_that_of_the_figure() {
    check(&[
        (
            "In January-April of the current year trade exceeded $90 million, which is 12 per cent more than a year earlier.",
            &[
                "90e6 USD more-than in 2025-01/2025-04 total ->-",
                "12 % up/by in 2025-01/2025-04 against 2024-01/2024-04 total ->-",
            ],
        ),
        (
            "Trade reached $90 million in 2024, while tourism rose by 12 per cent.",
            &[
                "90e6 USD in 2024 total ->-",
                "12 % up/by in 2024 against 2023 total ->-",
            ],
        ),
    ]);
}

#[test]
fn a_day_and_the_base_of_a_rate_are_no_periods() {
    check(&[
        (
            "Exports to Peru came to €97 million in 2023, 3% less than the previous year, while imports from Peru amounted to almost 61 million.",
            &[
                "97e6 EUR in 2023 exports ->PER",
                "3 % down/by in 2023 against 2022 exports ->PER",
                "61e6 EUR almost in 2023 imports ->PER",
            ],
        ),
        (
            "Trade was $96 million in 2024-25, against $84 million in the previous financial year.",
            &[
                "96e6 USD in 2024/2025 total ->-",
                "84e6 USD in 2023/2024 total ->-",
            ],
        ),
        (
            "The bank expects trade to top $8 million in 2026.",
            &["8e6 USD more-than forecast in 2026 total ->-"],
        ),
    ]);
}

#[test]
fn goods_that_are_bought_or_supplied_are_trade() {
    for (text, flow, goods) in [
        (
            "Kenya bought nearly 2 million tonnes of Thai rice in 2024.",
            "imports",
            "rice",
        ),
        (
            "Last year we supplied over 10,000 tonnes of wheat.",
            "exports",
            "wheat",
        ),
        (
            "Our mills bought Peruvian cotton worth $40 million in 2024.",
            "imports",
            "cotton",
        ),
    ] {
        let trade = found(text)[0].trade.clone().expect("trade");
        assert_eq!(trade.flow.word(), flow, "{text}");
        assert_eq!(&text[trade.goods.expect("goods")], goods, "{text}");
    }
    let non_oil = found("Non-oil trade was $3 billion in 2024.");
    let trade = non_oil[0].trade.clone().expect("trade");
    assert_eq!(trade.goods, None);
}

#[test]
fn money_comes_from_whoever_is_named_behind_from_or_by() {
    check_about(&[
        (
            "Nepal received €31 million in aid from Finland in 2024.",
            &["Aid FIN>NPL 31e6 EUR in 2024"],
        ),
        (
            "In 2024 Nepal was given €31 million in grants by the Finnish government.",
            &["Aid FIN>NPL 31e6 EUR in 2024"],
        ),
        (
            "Danish firms invested $2 million in Kenya and $5 million in Peru in 2022.",
            &[
                "Investment DNK>KEN 2e6 USD in 2022",
                "Investment DNK>PER 5e6 USD in 2022",
            ],
        ),
        (
            "At their meeting in Helsinki, Finland promised a grant of €31 million for Nepal in 2026.",
            &["Aid FIN>NPL 31e6 EUR target in 2026"],
        ),
        (
            "Canberra has given Nepal $3 million in aid.",
            &["Aid AUS>NPL 3e6 USD"],
        ),
    ]);
}

#[test]
fn what_is_paid_back_was_not_lent_again() {
    check_about(&[
        (
            "Denmark lent Kenya 12 million euros in 2012, of which 5 million euros was repaid by 2022.",
            &["Loans DNK>KEN 12e6 EUR in 2012"],
        ),
        (
            "Kenya repaid 5 million euros of a Danish loan in 2022.",
            &[],
        ),
        ("Kenya owes Denmark 5 million euros in loans.", &[]),
    ]);
}

#[test]
fn people_and_things_of_one_country_in_the_other() {
    check_about(&[
        (
            "Last year 28,000 New Zealanders visited Peru.",
            &["Visitors NZL>PER 28000 persons in 2024"],
        ),
        (
            "About 9,000 Portuguese visited Peru in 2024.",
            &["Visitors PRT>PER 9000 persons about in 2024"],
        ),
        (
            "Finnish firms employ 6,000 people in Peru.",
            &["Jobs FIN>PER 6000 persons"],
        ),
        (
            "There are 40 active housing projects of Finland in Peru.",
            &["Projects FIN>PER 40 projects"],
        ),
        (
            "More than 100 enterprises with Finnish capital work in Peru.",
            &["Companies FIN>PER 100 companies more-than"],
        ),
        (
            "Finland grants Peru 20 full scholarships.",
            &["Scholarships FIN>PER 20 scholarships"],
        ),
    ]);
}

#[test]
fn the_next_sentence_counts_on() {
    check_about(&[
        (
            "About 9,000 Finns visited Peru in 2023, still below the roughly 14,000 recorded in 2019.",
            &[
                "Visitors FIN>PER 9000 persons about in 2023",
                "Visitors FIN>PER 14000 persons about in 2019",
            ],
        ),
        (
            "Last year 28,000 Finns visited Peru. The ministry expects around 35,000 arrivals this year.",
            &[
                "Visitors FIN>PER 28000 persons in 2024",
                "Visitors FIN>PER 35000 arrivals about forecast in 2025",
            ],
        ),
        (
            "Last year 28,000 Finns visited Peru. Kenya expects around 35,000 arrivals this year.",
            &[
                "Visitors FIN>PER 28000 persons in 2024",
                "Visitors KEN>- 35000 arrivals about forecast in 2025",
            ],
        ),
    ]);
    check(&[(
        "Trade was $1 billion in 2024. We can bring this figure to $2 billion by 2030.",
        &[
            "1e9 USD in 2024 total ->-",
            "2e9 USD target in 2030 total ->-",
        ],
    )]);
}

#[test]
fn the_date_behind_a_sum_in_other_money_is_that_of_both() {
    check(&[(
        "Trade is to reach US$1.2 billion (RM5.6 billion) by 2027, and $2 billion by 2030.",
        &[
            "1.2e9 USD target in 2027 total ->-",
            "5.6e9 MYR target in 2027 total ->-",
            "2e9 USD target in 2030 total ->-",
        ],
    )]);
}

#[test]
fn visitors_are_named_once_and_counted_behind() {
    check_about(&[
        (
            "The number of Thai tourists in Ghana is small: 3,100 came in 2024, compared with 1,870 in 2023.",
            &[
                "Visitors THA>GHA 3100 tourists in 2024",
                "Visitors THA>GHA 1870 tourists in 2023",
            ],
        ),
        (
            "Arrivals from Thailand, 9,870 in 2023, fell after the storms.",
            &["Visitors THA>- 9870 arrivals in 2023"],
        ),
        (
            "Thai visitors to Ghana numbered 4,120 between January and May 2025.",
            &["Visitors THA>GHA 4120 visitors in 2025-01/2025-05"],
        ),
        (
            "Ghana counted 19,400 Thai tourists in 2024, against 13,900 the year before.",
            &[
                "Visitors THA>- 19400 tourists in 2024",
                "Visitors THA>- 13900 tourists in 2023",
            ],
        ),
        (
            "Some 6,140 Vietnamese held study permits of Ghana in 2024.",
            &["Students VNM>- 6140 persons about in 2024"],
        ),
        (
            "Thirty new scholarships of Ghana will be offered for 2026.",
            &["Scholarships GHA>- 30 scholarships target in 2026"],
        ),
    ]);
}
