//! Agreements as press texts tell of them: signed at a meeting told before, called a deal in the headline.

use super::check;

#[test]
fn those_who_met_signed_on_the_day_of_their_meeting() {
    check(&[
        (
            "The ministers met in Accra on 18 May 2025. The two signed a protocol on visas.",
            &["a protocol on visas | protocol signed | on 2025-05-18"],
        ),
        (
            "The foreign ministers held talks in Accra on 18 May 2025.\nThey also signed a memorandum on rum.",
            &["a memorandum on rum | memorandum signed | on 2025-05-18"],
        ),
        (
            "The ministers met on 18 May 2025. The two countries had signed a treaty on shipping.",
            &["a treaty on shipping | treaty signed"],
        ),
        (
            "The ministers met on 18 May 2025. During the visit the two sides signed a treaty on shipping.",
            &["a treaty on shipping | treaty signed"],
        ),
        (
            "They met on 18 May 2025. They met again on 20 May 2025.\nThe two signed a treaty on shipping.",
            &["a treaty on shipping | treaty signed"],
        ),
    ]);
}

#[test]
fn a_deal_of_the_headline_is_the_instrument_of_the_text() {
    check(&[
        (
            "Ghana, Hungary sign water deal\nGhana and Hungary signed a memorandum on water management on 5 June 2025.",
            &["a memorandum on water management | memorandum signed | GHA+HUN | on 2025-06-05"],
        ),
        (
            "Ghana, Hungary sign water deal\nGhana and Hungary signed a memorandum on sport on 5 June 2025.",
            &[
                "water deal | agreement signed | GHA+HUN",
                "a memorandum on sport | memorandum signed | GHA+HUN | on 2025-06-05",
            ],
        ),
    ]);
}

#[test]
fn what_is_agreed_in_principle_is_not_signed() {
    check(&[
        (
            "The protocol on cold treatment was agreed in principle and should be signed in Jakarta by the end of the year.",
            &["The protocol on cold treatment | protocol planned"],
        ),
        (
            "A treaty on extradition, concluded in substance in May, is expected to be signed later.",
            &["A treaty on extradition | treaty planned | on 2025-05"],
        ),
        (
            "Cuba put forward a proposal to conclude an agreement on sport.",
            &["an agreement on sport | agreement proposed | CUB"],
        ),
        (
            "A memorandum on seed potatoes lapsed in 2021.",
            &["A memorandum on seed potatoes | memorandum expired | on 2021"],
        ),
        (
            "Cuba was close to concluding a treaty on double taxation.",
            &["a treaty on double taxation | treaty under-discussion | CUB"],
        ),
        (
            "The speakers supported the conclusion of the convention on extradition.",
            &["the convention on extradition | treaty planned"],
        ),
        ("Neither side signed the treaty on extradition.", &[]),
        ("I have signed treaties with less argument.", &[]),
    ]);
}
