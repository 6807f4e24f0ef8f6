//! How far an agreement has come: initialled, a condition of something else, in force until a day.

use super::check;

#[test]
fn what_is_initialled_or_only_scheduled_is_still_to_be_signed() {
    check(&[
        (
            "Ghana and Hungary initialled a treaty on shipping on 5 June 2025.",
            &["a treaty on shipping | treaty planned | GHA+HUN | on 2025-06-05"],
        ),
        (
            "A treaty on shipping was initialled in Accra.",
            &["A treaty on shipping | treaty planned"],
        ),
        (
            "A treaty on shipping was initialled in 2022 and signed in 2024.",
            &["A treaty on shipping | treaty signed | on 2024"],
        ),
        (
            "The treaty on shipping, initialled in Accra, opens two ports.",
            &["The treaty on shipping | treaty planned"],
        ),
        (
            "The envoys put their initials to a treaty on shipping.",
            &["a treaty on shipping | treaty planned"],
        ),
        (
            "The signing of a treaty on shipping is scheduled for September.",
            &["a treaty on shipping | treaty planned | on 2025-09"],
        ),
        (
            "The two will in May 2026 sign a treaty on shipping.",
            &["a treaty on shipping | treaty planned | on 2026-05"],
        ),
        (
            "A treaty on shipping awaits signature.",
            &["A treaty on shipping | treaty planned"],
        ),
    ]);
}

#[test]
fn a_condition_is_no_agreement() {
    check(&[
        ("Fares would fall if a treaty on shipping is signed.", &[]),
        (
            "Unless Ghana and Hungary sign a treaty on shipping, fares will rise.",
            &[],
        ),
        (
            "Should the two conclude a treaty on shipping, fares would fall.",
            &[],
        ),
        ("Once a treaty on shipping is signed, fares will fall.", &[]),
        ("Without a treaty on shipping the port is idle.", &[]),
        (
            "If the treaty on shipping is signed, fares will fall.",
            &["the treaty on shipping | treaty unknown"],
        ),
        (
            "Once the treaty on shipping was signed, fares fell.",
            &["the treaty on shipping | treaty signed"],
        ),
        (
            "If all goes well, they will sign a treaty on shipping.",
            &["a treaty on shipping | treaty planned"],
        ),
    ]);
}

#[test]
fn one_noun_may_govern_two_titles() {
    check(&[(
        "They announced the signing of the Treaty on Ports and of a Protocol on Fishing.",
        &[
            "the Treaty on Ports | treaty signed",
            "a Protocol on Fishing | protocol signed",
        ],
    )]);
}

#[test]
fn a_group_that_is_named_in_full_is_not_counted_again() {
    check(&[
        (
            "They signed two documents: a treaty on shipping and a memorandum on rum.",
            &[
                "a treaty on shipping | treaty signed",
                "a memorandum on rum | memorandum signed",
            ],
        ),
        (
            "They signed two documents:\n- a treaty on shipping\n- a memorandum on rum",
            &[
                "a treaty on shipping | treaty signed",
                "a memorandum on rum | memorandum signed",
            ],
        ),
        (
            "They signed three documents, including a treaty on shipping.",
            &[
                "three documents | document signed | 3 of them",
                "a treaty on shipping | treaty signed",
            ],
        ),
    ]);
}

#[test]
fn the_days_of_entry_and_of_expiry_are_told_in_many_words() {
    check(&[
        (
            "They signed a treaty on shipping in 2015. It went into effect in 2016 and is due to expire in 2026.",
            &["a treaty on shipping | treaty signed | on 2015 | entered on 2016 | ends 2026"],
        ),
        (
            "They signed a treaty on shipping on 3 June 2025, which will apply from 1 July 2025.",
            &["a treaty on shipping | treaty signed | on 2025-06-03 | to enter on 2025-07-01"],
        ),
        (
            "They signed a treaty on shipping on 3 June 2025, effective from 1 July 2025.",
            &["a treaty on shipping | treaty signed | on 2025-06-03 | to enter on 2025-07-01"],
        ),
        (
            "The treaty on shipping becomes effective on 1 July 2025.",
            &["The treaty on shipping | treaty unknown | to enter on 2025-07-01"],
        ),
        (
            "The treaty on shipping will enter into force on 1 July 2025.",
            &["The treaty on shipping | treaty planned | to enter on 2025-07-01"],
        ),
        (
            "The treaty on shipping expires on 31 May 2026.",
            &["The treaty on shipping | treaty in-force | ends 2026-05-31"],
        ),
        (
            "The treaty on shipping is in force until 31 May 2026.",
            &["The treaty on shipping | treaty in-force | ends 2026-05-31"],
        ),
        (
            "The treaty on shipping came to an end in December 2024.",
            &["The treaty on shipping | treaty expired | on 2024-12"],
        ),
        (
            "A treaty on shipping that took effect in 1991 lapsed in 2023.",
            &["A treaty on shipping | treaty expired | on 2023 | entered on 1991"],
        ),
        (
            "The treaty on shipping does not expire in 2026.",
            &["The treaty on shipping | treaty unknown"],
        ),
    ]);
}

#[test]
fn what_somebody_did_with_it_is_told_in_a_clause_behind() {
    check(&[
        (
            "The package is part of a Partnership Programme for Clean Ports that he signed in Accra.",
            &["a Partnership Programme for Clean Ports | programme signed"],
        ),
        (
            "There was no word on a treaty on shipping, which Ghana proposed in 2019.",
            &["a treaty on shipping | treaty proposed | on 2019"],
        ),
        (
            "A treaty on shipping initialled in 2022 could be signed in autumn.",
            &["A treaty on shipping | treaty planned | on 2022"],
        ),
        (
            "A letter of intent to that effect was signed in Accra.",
            &["A letter of intent | document signed"],
        ),
    ]);
}

#[test]
fn what_is_still_to_be_done_is_a_plan() {
    check(&[
        (
            "The envoy was due to witness the signing of a treaty on shipping.",
            &["a treaty on shipping | treaty planned"],
        ),
        (
            "The group is to draft a protocol on fishing.",
            &["a protocol on fishing | protocol planned"],
        ),
        (
            "A treaty on shipping is to be laid before both parliaments.",
            &["A treaty on shipping | treaty planned"],
        ),
        (
            "A treaty on shipping may be put on the agenda.",
            &["A treaty on shipping | treaty proposed"],
        ),
    ]);
}

#[test]
fn the_day_of_an_entry_or_an_end_is_that_of_no_other_step() {
    check(&[
        (
            "They signed a treaty on shipping, valid from 1 July 2025.",
            &["a treaty on shipping | treaty signed | to enter on 2025-07-01"],
        ),
        (
            "Under a treaty on shipping that expires on 31 May 2026, Ghana pays no dues.",
            &["a treaty on shipping | treaty in-force | ends 2026-05-31"],
        ),
    ]);
}
