//! Value, period and status of figures in the styles of several newspapers; what their series is called is tested elsewhere.

use super::press::figures;

/// The figures of an article of 12 June 2024, without the names of their series.
fn told(sides: &str, article: &str) -> Vec<String> {
    let all = figures(sides, article).into_iter();
    let tail = |one: String| one.rsplit_once(": ").map(|(_, tail)| tail.to_owned());
    all.filter_map(tail).collect()
}

fn check(cases: &[(&str, &[&str])]) {
    for (article, expected) in cases {
        assert_eq!(told("Finland,Peru", article), *expected, "{article}");
    }
}

#[test]
fn the_day_of_a_count_is_its_period() {
    check(&[
        (
            "Some 4,300 Peruvian nationals were living in Finland as of 29 February.",
            &["4300 persons likely 2024-02-29"],
        ),
        (
            "As of 1 January 2024, 21 enterprises with Finnish capital were registered in Peru.",
            &["21 companies likely 2024-01-01"],
        ),
        (
            "About 900 Peruvians were working in Finland on 31 December 2023, most of them in forests.",
            &["900 persons likely 2023-12-31"],
        ),
        // A day on which something was told is none.
        (
            "The minister spoke of 900 Peruvians working in Finland during a visit on 7 May 2024.",
            &["900 persons unsure until 2024-06-12"],
        ),
    ]);
}

#[test]
fn what_is_told_by_the_way_is_no_figure() {
    for article in [
        "The port of Finland lies 230 kilometres from the mine in Peru.",
        "The 183-metre ship of Finland left Peru with a 3-kilogram book.",
        "A Peruvian picker in Finland sends his wife $400 a week.",
        "Shares of the Finnish miner in Peru fell 1.8% on Monday.",
        "The text between Finland and Peru is ninety percent there, a diplomat said.",
        "School is the harder half of the matter for Peruvians in Finland.",
        "The beach of Peru is far from Finland. Ten thousand sunbathers were there.",
        "AY 860 leaves Finland for Peru at ten.",
    ] {
        assert!(told("Finland,Peru", article).is_empty(), "{article}");
    }
}

#[test]
fn a_share_that_rose_is_no_growth() {
    check(&[
        (
            "The share of Peru in Finnish exports rose from 2 to 4 per cent in 2023.",
            &["4 % unsure 2023"],
        ),
        (
            "Finnish exports to Peru rose by 4 per cent in 2023.",
            &["4 % likely 2023"],
        ),
    ]);
}

#[test]
fn fractions_and_people_out_of_some() {
    check(&[
        (
            "Finnish exports to Peru came to €70 million in 2023, a fifth more than in 2022.",
            &["70 EUR likely 2023", "20 % likely 2023"],
        ),
        (
            "Trade of Finland and Peru dropped by more than half in 2023.",
            &["-50 % likely 2023"],
        ),
        (
            "One in four of the Peruvian students in Finland works in a forest.",
            &["25 % unsure until 2024-06-12"],
        ),
        ("Finland and Peru meet one in two years.", &[]),
    ]);
}

#[test]
fn halves_and_quarters_without_a_year_and_the_dateline() {
    check(&[
        (
            "LIMA, June 11 - Peru's trade with Finland rose 6 pct to 15 million euros in H1, the ministry said on Monday.",
            &[
                "6 % unsure 2023-01/2023-06",
                "15 EUR unsure 2023-01/2023-06",
            ],
        ),
        (
            "Finland met roughly 14 pct of Peru's demand for paper in Q2 of 2023.",
            &["14 % unsure 2023-04/2023-06"],
        ),
    ]);
    let article = "Trade of Kenya and Peru was $96 million in FY23, against $84 million in the previous fiscal.";
    assert_eq!(
        told("KEN,PER", article),
        [
            "96 USD likely 2022-07/2023-06",
            "84 USD likely 2021-07/2022-06"
        ]
    );
}

#[test]
fn the_time_of_another_thing_in_the_sentence() {
    check(&[
        (
            "In the 2022-23 school year, which ended in June 2023, 640 Peruvian students were enrolled in Finland.",
            &["640 persons likely 2022/2023"],
        ),
        (
            "From 27 October a Finnish carrier plans two flights a week to Lima, restoring a link of Peru cut in 2017.",
            &["2 flights unsure 2024-10-27/.."],
        ),
        (
            "The number of Peruvian students in Finland tripled between 2018 and 2023, to 640.",
            &["3 times unsure 2018/2023", "640 persons unsure 2023"],
        ),
        (
            "Finland has earmarked €25 million for a mill in Peru, where it wants to start building in 2026.",
            &["25 EUR unsure from 2024-06-12"],
        ),
        (
            "Finland has pledged €12 million for schools in Peru over 2024 and 2025.",
            &["12 EUR likely 2024/2025"],
        ),
    ]);
}

#[test]
fn what_somebody_will_do_is_an_aim() {
    for (article, expected) in [
        (
            "Finland will train at least 60 Peruvian fishermen a year.",
            "target",
        ),
        ("Finland is to contribute €24 million to Peru.", "target"),
        (
            "Exports of Finland to Peru will reach €60 million in 2026.",
            "forecast",
        ),
    ] {
        let found = super::press::statuses("Finland,Peru", article);
        assert_eq!(found, [expected], "{article}");
    }
}

#[test]
fn the_sentence_before_says_what_is_counted() {
    check(&[
        (
            "Some 98,000 Finnish holidaymakers came to Peru in 2023. By 2027 the tourist board wants 130,000.",
            &["98000 persons likely 2023", "130000 persons unsure 2027"],
        ),
        (
            "Finnish exports to Peru came to €70 million in 2023. The chamber expects exports to exceed €90 million in 2025.",
            &["70 EUR likely 2023", "90 EUR likely 2025"],
        ),
        (
            "Finnish firms have put €90 million into Peru, and some 45 of them now have a plant there.",
            &[
                "90 EUR unsure until 2024-06-12",
                "45 companies unsure until 2024-06-12",
            ],
        ),
    ]);
}

#[test]
fn peoples_and_money_by_their_other_names() {
    check(&[
        (
            "Finland admits at most 100 young Peruvians a year.",
            &["100 persons unsure until 2024-06-12"],
        ),
        (
            "Nearly 900 Peruvians held a Finnish permit in 2023, against 145 in 2011.",
            &["900 persons unsure 2023", "145 persons unsure 2011"],
        ),
        (
            "The number of direct flights between Finland and Peru rose to 31 a week in 2023.",
            &["31 flights unsure 2023"],
        ),
        (
            "A Finnish firm promised 1,900 jobs in Peru by December 2022.",
            &["1900 jobs likely 2022-12"],
        ),
        (
            "Exports of Finland to Peru came to PEN 90 million in 2023. That was a record. Imports were lower, at PEN 40 million.",
            &["90 PEN likely 2023", "40 PEN unsure 2023"],
        ),
    ]);
    let article = "Some 620 Nepali students were enrolled in Peru in 2023; 40 Nepalis work there.";
    assert_eq!(
        told("NPL,PER", article),
        [
            "620 persons likely 2023",
            "40 persons unsure until 2024-06-12"
        ]
    );
}

#[test]
fn money_of_a_paper_is_no_trade() {
    check(&[(
        "A Finnish bank signed a credit agreement worth €40 million with Peru for purchases of Finnish paper.",
        &["40 EUR unsure until 2024-06-12"],
    )]);
    let article = "Czech exports to Peru came to Kč1.1bn in 2023.";
    assert_eq!(told("CZE,PER", article), ["1.1 CZK likely 2023"]);
    let article = "Exports of Ghana to Peru were GH¢4.6 billion in 2023.";
    assert_eq!(told("GHA,PER", article), ["4.6 GHS likely 2023"]);
}
