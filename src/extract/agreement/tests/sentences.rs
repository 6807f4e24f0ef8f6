//! What the place, a later clause and a second date say of an agreement.

use super::check;

#[test]
fn where_it_was_signed_is_no_part_of_its_name() {
    check(&[
        (
            "Laos and Russia signed an agreement on air services in Luang Prabang on Monday.",
            &["an agreement on air services | agreement signed | LAO+RUS | on 2025-06-09"],
        ),
        (
            "They will sign a protocol on water in Pakse on the sidelines of the forum.",
            &["a protocol on water | protocol planned"],
        ),
        (
            "They signed a Memorandum of Understanding on Cooperation in Education.",
            &["a Memorandum of Understanding on Cooperation in Education | memorandum signed"],
        ),
        (
            "They signed a pact on trade in Africa and discussed a treaty on fisheries in Walvis Bay.",
            &[
                "a pact on trade in Africa | agreement signed",
                "a treaty on fisheries in Walvis Bay | treaty under-discussion",
            ],
        ),
    ]);
}

#[test]
fn a_later_clause_tells_of_the_entry_into_force() {
    check(&[
        (
            "They had signed a treaty on extradition in 2019. It entered into force on 1 March 2020.",
            &["a treaty on extradition | treaty signed | on 2019 | entered on 2020-03-01"],
        ),
        (
            "A pact on trade was signed on 3 May 2011 and came into effect in June 2012.",
            &["A pact on trade | agreement signed | on 2011-05-03 | entered on 2012-06"],
        ),
        (
            "They signed a protocol on water in 2024. The protocol will enter into force on 1 July 2026.",
            &["a protocol on water | protocol signed | on 2024 | to enter on 2026-07-01"],
        ),
        (
            "They signed a protocol on water in 2024. The law on mines entered into force in 2025.",
            &["a protocol on water | protocol signed | on 2024"],
        ),
    ]);
}

#[test]
fn two_signatures_are_those_of_two() {
    check(&[(
        "They signed a pact on trade in 1998. In 2010 the two signed a pact on trade again.",
        &[
            "a pact on trade | agreement signed | on 1998",
            "a pact on trade again | agreement signed | on 2010",
        ],
    )]);
}
