//! Figures that no rule for trade, investment, aid or people knows: proposed as unsure, in the words of their clause.

use super::press::figures;

/// The figures of an article of 12 June 2024 on Finland and Peru.
fn of(article: &str) -> Vec<String> {
    figures("Finland,Peru", article)
}

#[test]
fn what_no_list_has_is_counted_in_the_words_of_its_clause() {
    for (article, expected) in [
        (
            "Finland has paid for 38 rural clinics in Peru since 2019.",
            "Rural clinics in Peru: Finland: 38 clinics unsure 2019/..",
        ),
        (
            "Some 900 Peruvian midwives were trained in Finland in 2023.",
            "Peruvian midwives: Finland: 900 persons unsure 2023",
        ),
        (
            "The forestry programme of Finland in Peru is to benefit 7,000 families by 2027.",
            "Families: Finland, Peru: 7000 families unsure 2027",
        ),
        (
            "The action plan of Finland and Peru lists 62 measures in forestry and mining.",
            "Measures in forestry and mining: Finland, Peru: 62 measures unsure until 2024-06-12",
        ),
        (
            "A Finnish mill will plant 12,000 hectares in Peru by 2028.",
            "Finnish mill, hectares: Peru: 12000 hectares unsure 2028",
        ),
    ] {
        assert_eq!(of(article), [expected], "{article}");
    }
}

#[test]
fn times_ages_papers_and_those_who_meet_are_no_figures() {
    for article in [
        "The two ministers of Finland and Peru met for three days at 10.30 am in room 212.",
        "Finland and Peru signed 14 documents after 12 rounds of talks.",
        "Article 17 of the treaty of Finland and Peru has 45 paragraphs on 30 pages.",
        "The minister, 58, has served Finland in Peru for 25 years.",
        "Flight 447 from Finland to Peru was late; the K9 howitzer of Finland was not.",
        "Peru has 34 million inhabitants, says Finland, and a GDP of $260 billion.",
        // Of others, and of no relation of the two.
        "Peru has opened 38 rural clinics.",
        "Sweden has paid for 38 rural clinics in Bolivia.",
    ] {
        assert_eq!(of(article), Vec::<String>::new(), "{article}");
    }
}

#[test]
fn shares_and_multiples_are_figures() {
    for (article, expected) in [
        (
            "Copper makes up about 70 percent of Peruvian shipments to Finland.",
            "Share of copper in Peruvian shipments to Finland: 70 % unsure until 2024-06-12",
        ),
        (
            "Three quarters of the machines that Peru orders come from Finland.",
            "Share in machines: 75 % unsure until 2024-06-12",
        ),
        (
            "Peru sent Finland twice the quantity of 2019.",
            "Quantity, multiple: Finland, Peru: 2 times unsure until 2024-06-12",
        ),
    ] {
        assert_eq!(of(article), [expected], "{article}");
    }
}

#[test]
fn a_sum_in_brackets_is_about_what_the_sum_before_it_is() {
    assert_eq!(
        of("Finland gave Peru 30 million euros ($33 million) in aid in 2023."),
        [
            "Aid of Finland to Peru: 30 EUR likely 2023",
            "Aid of Finland to Peru: 33 USD likely 2023",
        ]
    );
}

#[test]
fn a_part_of_the_whole_before_is_of_its_period() {
    for (article, expected) in [
        (
            "Trade of Finland and Peru was €90 million in 2023. Paper made up almost 40 percent of it.",
            "Share of paper in trade of Finland and Peru: 40 % unsure 2023",
        ),
        (
            "Trade of Finland and Peru was €90 million in 2023. Finnish mills took 700 tonnes of cotton over the same period.",
            "Cotton, weight: 700 tonnes unsure 2023",
        ),
        // Interest is of no period.
        (
            "Trade of Finland and Peru was €90 million in 2023. The loan carries interest of 2 percent.",
            "Loan, interest: 2 % unsure until 2024-06-12",
        ),
    ] {
        let found = of(article);
        let told = found.iter().any(|one| one == expected);
        assert!(told, "{article}: {found:?}");
    }
}

#[test]
fn the_date_of_another_thing_is_not_that_of_a_figure() {
    for (article, expected) in [
        (
            "Peru plans to buy 400 generators for a harbour that Finland opens in 2027.",
            "Generators for a harbour: Peru: 400 generators unsure from 2024-06-12",
        ),
        (
            "About 700 foresters from Finland live in Peru, and a new school opens in 2026.",
            "Foresters from Finland: Peru: 700 foresters unsure until 2024-06-12",
        ),
    ] {
        assert_eq!(of(article), [expected], "{article}");
    }
}

#[test]
fn a_rate_from_a_time_on_and_a_sum_of_two_years() {
    for (article, expected) in [
        (
            "Finland is to send Peru 90,000 doses a year from 2025.",
            "Doses a year: Finland, Peru: 90000 doses unsure 2025/..",
        ),
        (
            "Finland gave Peru €6 million in aid in 2022 and 2023.",
            "Aid of Finland to Peru: 6 EUR unsure 2022/2023",
        ),
        (
            "A further €6 million will be paid out by Finland in Peru this year and next.",
            "Money paid out: Finland, Peru: 6 EUR unsure 2024/2025",
        ),
    ] {
        assert_eq!(of(article), [expected], "{article}");
    }
}

#[test]
fn numbers_of_what_was_named_before() {
    let article =
        "Visa applications by Peruvians in Finland fell to 1,240 in 2023 from 1,900 in 2022.";
    assert_eq!(
        of(article),
        [
            "Visa applications by Peruvians in Finland: 1240 applications unsure 2023",
            "Visa applications by Peruvians in Finland: 1900 applications unsure 2022",
        ]
    );
}

#[test]
fn years_to_come_and_years_past_are_counted_from_the_publication() {
    for (article, expected) in [
        (
            "Finland will give Peru €6 million over the next five years.",
            "Aid of Finland to Peru: 6 EUR unsure 2024/2029",
        ),
        (
            "Finnish firms have invested €80 million in Peru over the past ten years.",
            "Investment of Finland in Peru: 80 EUR likely 2014/2024",
        ),
        (
            "By the end of 2023 Finnish firms had invested €70 million in Peru.",
            "Investment of Finland in Peru: 70 EUR likely ../2023",
        ),
    ] {
        assert_eq!(of(article), [expected], "{article}");
    }
}

#[test]
fn what_a_signed_paper_grants_is_reported() {
    let article =
        "The ministers signed an agreement under which Finland will give Peru €8 million in 2025.";
    assert_eq!(of(article), ["Aid of Finland to Peru: 8 EUR unsure 2025"]);
}

#[test]
fn money_and_months_that_newspapers_print() {
    for (sides, article, expected) in [
        (
            "Czech Republic,Peru",
            "Prague gave Peru 60 million koruna in aid in 2023.",
            "Aid of Czechia to Peru: 60 CZK likely 2023",
        ),
        (
            "Mali,Peru",
            "Trade of Mali and Peru came to 8 billion CFA francs in 2023.",
            "Trade, total: 8 XOF likely 2023",
        ),
        (
            "Finland,Peru",
            "Exports of Finland to Peru were €7 million in the year to April.",
            "Exports of Finland: 7 EUR likely 2023-05/2024-04",
        ),
        (
            "Finland,Peru",
            "Trade of Finland and Peru passes €60 million target\n\nThe two met in Lima.",
            "Trade, total: 60 EUR unsure from 2024-06-12",
        ),
    ] {
        assert_eq!(figures(sides, article), [expected], "{article}");
    }
}

#[test]
fn an_export_bank_trades_nothing_and_an_owner_gives_nothing() {
    for (article, expected) in [
        (
            "Finland's export bank will lend Peru €12 million in 2025.",
            "Loans of Finland to Peru: 12 EUR likely 2025",
        ),
        (
            "Finland wants a share of Peru's copper and will invest €30 million in a smelter there in 2025.",
            "Investment of Finland in Peru: 30 EUR likely 2025",
        ),
    ] {
        assert_eq!(of(article), [expected], "{article}");
    }
}

#[test]
fn the_financial_year_before_is_that_of_the_country() {
    let article = "Trade of India and Peru was $96 million in 2022-23, against $84 million in the previous financial year.";
    assert_eq!(
        figures("IND,PER", article),
        [
            "Trade, total: 96 USD likely 2022-04/2023-03",
            "Trade, total: 84 USD likely 2021-04/2022-03",
        ]
    );
}
