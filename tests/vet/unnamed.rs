//! Slips and sound sentences whose matter other sentences name, or another word for it: figures, posts, lists,
//! counts, days without their year.

use bilat::vet::Verdict;

use super::kinds::{CONTRADICTED, check};

#[test]
fn a_figure_may_be_one_of_what_the_paragraph_is_about() {
    check(&[
        (
            "Commerce between Russia and Laos is modest. For 2022 the magazine reported about 5 million dollars.",
            Some((CONTRADICTED, "scale")),
        ),
        (
            "Commerce between Russia and Laos is modest. For 2022 the magazine reported about 50 million dollars.",
            None,
        ),
        (
            "Bilateral trade came to some US$8.3 million in 2024. The first five months of 2025 added another 12% \
             compared with the same period a year earlier.",
            Some((CONTRADICTED, "the dossier has another figure")),
        ),
        (
            "Bilateral trade came to some US$8.3 million in 2024. The first five months of 2025 added another 20% \
             compared with the same period a year earlier.",
            None,
        ),
        (
            "Russians may stay for 30 days without a visa. Some 27,000 of them made the trip in a year.",
            Some((CONTRADICTED, "the dossier has another figure")),
        ),
        (
            "Russians may stay for 30 days without a visa. Some 17,000 of them made the trip in a year.",
            None,
        ),
        (
            "Growth in Laos was expected to reach 5% by the end of 2023. For 2025 the forecast is 4%.",
            None,
        ),
        (
            "How large is the trade?\n\nThe article has about US$8.3 million for 2024. Both amounts are in euros.",
            Some((CONTRADICTED, "unit")),
        ),
        (
            "How large is the trade?\n\nThe article has about US$8.3 million for 2024. Both amounts are in US dollars.",
            None,
        ),
    ]);
}

#[test]
fn a_post_is_an_office_and_so_is_what_its_holder_does() {
    let role = Some((Verdict::Misattributed, "role"));
    check(&[
        (
            "Pany Yathotou took part in the forum. Her earlier post was that of finance minister.",
            role,
        ),
        (
            "Pany Yathotou took part in the forum. Her earlier post was that of governor of the central bank.",
            None,
        ),
        (
            "Pany Yathotou took part in the forum. Before that she had headed the finance ministry.",
            role,
        ),
        (
            "Pany Yathotou took part in the forum. Before that she had headed the central bank.",
            None,
        ),
        (
            "The article adds that Yathotou had formerly held the post of finance minister.",
            role,
        ),
        (
            "Pany Yathotou came to the forum as Lao foreign minister.",
            role,
        ),
        (
            "Pany Yathotou came to the forum as deputy prime minister of Laos.",
            None,
        ),
        (
            "Ilya Doronov, who wrote the article, calls trade with Laos very small.",
            role,
        ),
        (
            "Chris Devonshire-Ellis, who wrote the article, calls trade with Laos very small.",
            None,
        ),
        (
            "Sinava Souphanouvong gave the interview in August 2015, when he was deputy foreign minister.",
            role,
        ),
        (
            "Sinava Souphanouvong gave the interview in August 2015, when he was deputy energy and mines minister.",
            None,
        ),
        (
            "Roman Starovoit, who heads the foreign ministry, took part in the talks.",
            role,
        ),
        (
            "Roman Starovoit, who heads the transport ministry, took part in the talks.",
            None,
        ),
    ]);
}

#[test]
fn one_of_a_list_is_not_another() {
    check(&[
        (
            "Access to Laos is mostly by land, through China or Cambodia.",
            Some((CONTRADICTED, "party")),
        ),
        (
            "Access to Laos is mostly by land, through China or Vietnam.",
            None,
        ),
        (
            "Doronov spoke of a charge by the Baltic states, Slovakia or Hungary.",
            Some((CONTRADICTED, "party")),
        ),
        (
            "Doronov spoke of a charge by the Baltic states, the Czech Republic or Hungary.",
            None,
        ),
        (
            "Tanks were once sent to Prague or Warsaw.",
            Some((CONTRADICTED, "name")),
        ),
        ("Tanks were once sent to Prague or Budapest.", None),
        (
            "The EAEU is made up of Russia, Armenia, Belarus, Kazakhstan and Tajikistan.",
            Some((CONTRADICTED, "party")),
        ),
        (
            "The EAEU is made up of Russia, Armenia, Belarus, Kazakhstan and Kyrgyzstan.",
            None,
        ),
        (
            "Laos grows rice, peanuts, cotton, tea, tobacco and wheat.",
            Some((CONTRADICTED, "goods")),
        ),
        (
            "Laos grows rice, peanuts, cotton, tea, tobacco and corn.",
            None,
        ),
    ]);
}

#[test]
fn what_is_listed_is_counted() {
    check(&[
        (
            "Laos has bilateral agreements with Argentina, India and Kuwait, among others. That makes seven partners.",
            Some((CONTRADICTED, "number")),
        ),
        (
            "Laos has bilateral agreements with Argentina, India and Kuwait, among others. That makes six partners.",
            None,
        ),
        (
            "Three of the six partners, India, Mongolia and North Korea, are in Asia.",
            None,
        ),
        ("The EAEU has four members.", Some((CONTRADICTED, "number"))),
        ("The EAEU has five members.", None),
        (
            "Laos marked the year with a present. The three elephants are on their way.",
            Some((CONTRADICTED, "number")),
        ),
        (
            "Senior officials of ASEAN and Russia meet every year. The 18th round was held in Cambodia.",
            Some((CONTRADICTED, "number")),
        ),
        (
            "Senior officials of ASEAN and Russia meet every year. The 19th round was held in Cambodia.",
            None,
        ),
    ]);
}

#[test]
fn a_month_without_its_year_is_compared() {
    let date = Some((CONTRADICTED, "the date in the dossier"));
    check(&[
        ("Lavrov addressed the East Asia Summit in August.", date),
        ("Lavrov addressed the East Asia Summit in July.", None),
        (
            "Diplomatic relations were established on October 17, according to the moderator.",
            date,
        ),
        (
            "Diplomatic relations were established on October 7, according to the moderator.",
            None,
        ),
        (
            "The nuclear roadmap of 2025 covers five years.",
            Some((CONTRADICTED, "the span")),
        ),
        ("The nuclear roadmap of 2025 covers two years.", None),
    ]);
}

#[test]
fn a_span_has_both_its_ends_and_members_of_a_body_are_no_parties() {
    check(&[
        (
            "The roadmap on nuclear energy that Rosatom signed in Moscow covers 2025 to 2029.",
            Some((CONTRADICTED, "the date in the dossier is")),
        ),
        (
            "The roadmap on nuclear energy that Rosatom signed in Moscow covers 2025 and 2026.",
            None,
        ),
        (
            "The Eurasian Economic Union, to which Belarus and Armenia belong as well, has a free trade agreement \
             with Vietnam.",
            None,
        ),
    ]);
}

#[test]
fn what_is_denied_or_without_a_date_accuses_nothing() {
    check(&[
        (
            "The two central banks are discussing the use of MIR cards in Laos. They are also in talks on a formal \
             framework for trading in rubles and kip. Neither step has a date.",
            None,
        ),
        (
            "Laos is reached by land, above all by way of China or Vietnam.",
            None,
        ),
        ("Laos does not export paper to Russia.", None),
        (
            "Coffee and footwear go from Laos to Russia; paper and plastics go the other way.",
            None,
        ),
    ]);
}
