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
            &["96e6 USD in 2024/2025 total ->-", "84e6 USD total ->-"],
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
