//! Figures beside the date of another clause, joined to their unit by a hyphen, or told as a range.

use super::press::figures;

fn check(cases: &[(&str, &[&str])]) {
    for (article, expected) in cases {
        let all = figures("Finland,Peru", article);
        assert_eq!(all, *expected, "{article}");
    }
}

#[test]
fn the_date_of_another_clause_is_none_of_the_figure() {
    check(&[
        (
            "The cable of Finland and Peru, which cost $120 million and entered service in May 2021, can carry 2,000 megawatts.",
            &[
                "Sum, entered service: 120 USD unsure until 2024-06-12",
                "Cable of Finland and Peru: 2000 MW unsure until 2024-06-12",
            ],
        ),
        (
            "The working holiday pact of Finland and Peru, signed in Lima in May 2021, offers 200 visas a year to young Peruvians.",
            &["Visas a year to young Peruvians: Finland: 200 visas unsure until 2024-06-12"],
        ),
        (
            "Finland and Peru met. Their mill began selling to Peru in 2020 and shipped 1,150 tonnes there last year.",
            &["Mill, weight: Peru: 1150 tonnes unsure 2023"],
        ),
        (
            "Finland and Peru met. Tomorrow, more than 60 firms are expected at the forum.",
            &["Firms: 60 companies unsure 2024-06-13"],
        ),
        (
            "A flight from Lima to Finland on 20 December is expected to bring 180 passengers.",
            &["Passengers: Finland, Peru: 180 persons unsure 2024-12-20"],
        ),
    ]);
}

#[test]
fn a_measure_may_be_joined_by_a_hyphen() {
    check(&[
        (
            "The memorandum of Finland and Peru covers a 250-megawatt wind farm near Piura.",
            &["Wind farm near Piura: Finland, Peru: 250 MW unsure until 2024-06-12"],
        ),
        (
            "Finland and Peru agreed on a $25 million joint terminal at the border.",
            &["Joint terminal at the border, sum: Finland, Peru: 25 USD unsure until 2024-06-12"],
        ),
    ]);
}

#[test]
fn what_is_counted_may_be_a_range_or_stand_before() {
    check(&[
        (
            "Finland forecasts between 15 and 20 new Peruvian mines in 2026.",
            &["New Peruvian mines: Finland: null mines unsure 2026"],
        ),
        (
            "Weekly flights between Finland and Peru are expected to reach 62 by October.",
            &["Weekly flights between Finland and Peru: 62 flights unsure 2024-10"],
        ),
        (
            "Finland put the number of trucks that passed through the Peruvian port in 2023 at about 86,000.",
            &["Trucks: Finland: 86000 trucks unsure 2023"],
        ),
        (
            "The Peruvian port saw more than 41,000 inbound and outbound lorries from Finland in 2023.",
            &["Inbound and outbound lorries from Finland: 41000 lorries unsure 2023"],
        ),
    ]);
}
