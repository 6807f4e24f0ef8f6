//! Compound sentences, arithmetic of the author and verbs that turn a matter round: slips and sound twins.

use super::kinds::{CONTRADICTED, check};

#[test]
fn what_the_author_works_out_is_not_accused() {
    check(&[
        (
            "Shared among 7.7 million people, trade of US$8.3 million in 2024 makes about one dollar per head.",
            None,
        ),
        (
            "The 66% printed for 2024 would imply trade of about US$5 million in 2023.",
            None,
        ),
        ("Some 1,400 Russian tourists per month came to Laos.", None),
        (
            "Some 16,000 Russian tourists came to Laos within a year.",
            Some((CONTRADICTED, "the dossier has another figure")),
        ),
        (
            "Divided by the 7.7 million people, US$9.3 million of trade in 2024 is little.",
            Some((CONTRADICTED, "the dossier has another figure")),
        ),
    ]);
}

#[test]
fn a_forecast_is_one_of_its_figure() {
    check(&[
        (
            "Growth of 5% was forecast for 2023 once covid had passed.",
            None,
        ),
        (
            "Economic growth in Laos declined after covid.",
            Some((CONTRADICTED, "sign")),
        ),
        ("Growth in Laos has rebounded from covid.", None),
    ]);
}

#[test]
fn a_relative_clause_does_not_tell_how_far_the_matter_has_come() {
    check(&[
        (
            "The nuclear plant that Rosatom and Laos discussed has been built.",
            Some((CONTRADICTED, "status")),
        ),
        (
            "The nuclear plant that Rosatom and Laos discussed may never be built.",
            None,
        ),
        (
            "The strategic partnership, which began in 2011, was discontinued.",
            Some((CONTRADICTED, "status")),
        ),
        (
            "The strategic partnership that was established in 2011 is still in place.",
            None,
        ),
        (
            "Yathotou had floated an extension of the railway to Russia.",
            None,
        ),
    ]);
}

#[test]
fn what_is_denied_of_one_of_several_is_compared() {
    check(&[
        (
            "Belarus has granted Laos GSP status, but Russia has not.",
            Some((CONTRADICTED, "negation")),
        ),
        (
            "Belarus has granted Laos GSP status, but Vietnam has not.",
            None,
        ),
        (
            "No document with MGIMO University has been signed to date.",
            Some((CONTRADICTED, "negation")),
        ),
        (
            "Putin does expect major difficulties in regaining the former positions.",
            Some((CONTRADICTED, "negation")),
        ),
        (
            "Putin expects few major difficulties in regaining former positions.",
            None,
        ),
    ]);
}

#[test]
fn help_goods_and_investment_have_a_way() {
    check(&[
        ("Russia lent to Laos its help in clearing mines.", None),
        (
            "Laos lent to Russia its help in clearing mines.",
            Some((CONTRADICTED, "direction")),
        ),
        ("The imports of Laos include hydraulic turbines.", None),
        (
            "Laos contributed to building up the economy and army of the Soviet Union.",
            Some((CONTRADICTED, "direction")),
        ),
        (
            "Russia draws investment from many countries, among them Laos.",
            Some((CONTRADICTED, "direction")),
        ),
        (
            "Laos attracts investment from many countries, including Russia.",
            None,
        ),
        (
            "Products of Russian aquaculture are common in Vietnamese shops.",
            Some((CONTRADICTED, "direction")),
        ),
        (
            "Vietnamese aquaculture products are common in Russian shops.",
            None,
        ),
        ("Paper and plastics go from Russia to Laos.", None),
        (
            "Paper and plastics go from Laos to Russia.",
            Some((CONTRADICTED, "direction")),
        ),
    ]);
}

#[test]
fn a_word_in_the_place_of_another_is_found() {
    check(&[
        (
            "Russian tourists turn away from Asia in winter.",
            Some((CONTRADICTED, "sense")),
        ),
        (
            "Russian tourists are turning towards Asia in the winter season.",
            None,
        ),
        (
            "The different approach gives Russia certain drawbacks with its partners.",
            Some((CONTRADICTED, "sense")),
        ),
        (
            "The Soviet policy was a mistake and eased tensions, Putin said.",
            Some((CONTRADICTED, "sense")),
        ),
        (
            "The debts of the African countries run into trillions of euros, Putin said.",
            Some((CONTRADICTED, "unit")),
        ),
        (
            "The debts of the African countries run into millions of dollars, Putin said.",
            Some((CONTRADICTED, "scale")),
        ),
        (
            "Putin said that the Asians were open to Russia and eager to work with it.",
            Some((CONTRADICTED, "party")),
        ),
        (
            "Putin said that the Africans were open to Russia and wanted to work with it.",
            None,
        ),
    ]);
}

#[test]
fn a_span_begins_and_ends_as_the_records_have_it() {
    check(&[
        (
            "Trade between Russia and Vietnam has risen sharply since 2019.",
            Some((CONTRADICTED, "the date in the dossier is since")),
        ),
        (
            "Trade between Russia and Vietnam has risen sharply since 2021.",
            None,
        ),
        (
            "The ASEAN-Russia plan of action, in place since 2021, runs until 2028.",
            Some((CONTRADICTED, "the date in the dossier is until")),
        ),
        ("The ASEAN-Russia plan of action runs until 2025.", None),
    ]);
}

#[test]
fn he_is_the_one_named_last_and_one_may_count_nothing() {
    check(&[
        (
            "“Nobody in Africa will ever forget this,” said Putin. It was Putin's example of a colonial past. He \
             said that America “does not have any friends, only interests”.",
            None,
        ),
        (
            "An agreement of ASEAN and the EAEU could be one with each member.",
            None,
        ),
    ]);
}
