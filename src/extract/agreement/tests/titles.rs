//! Where the name of an instrument ends, and which one a verb tells of.

use super::{check, read};

#[test]
fn an_instrument_that_changes_another_is_named_with_it() {
    for (text, expected) in [
        (
            "Kenya and Peru signed a protocol amending their 1990 convention on taxes on 3 June 2025.",
            "a protocol amending their 1990 convention on taxes | protocol signed | KEN+PER | on 2025-06-03",
        ),
        (
            "Kenya and Peru signed a protocol to the 1994 treaty on friendship on 4 June 2025.",
            "a protocol to the 1994 treaty on friendship | protocol signed | KEN+PER | on 2025-06-04",
        ),
        (
            "A protocol supplementing the Agreement on Rail was signed by Kenya and Peru.",
            "A protocol supplementing the Agreement on Rail | protocol signed | KEN+PER",
        ),
    ] {
        assert_eq!(read(text), [expected], "{text}");
    }
}

#[test]
fn here_is_no_part_of_a_name() {
    for (text, expected) in [
        (
            "Kenya and Peru signed the agreement on rice here on Monday.",
            "the agreement on rice | agreement signed | KEN+PER | on 2025-06-09",
        ),
        (
            "A deal on coal here was signed by Kenya and Peru.",
            "A deal on coal | agreement signed | KEN+PER",
        ),
    ] {
        assert_eq!(read(text), [expected], "{text}");
    }
}

#[test]
fn the_last_step_counts_and_what_was_not_done_is_not_signed() {
    for (text, expected) in [
        (
            "Kenya and Peru signed an agreement on air services in May 2023, which has yet to be ratified.",
            Some("an agreement on air services | agreement signed | KEN+PER | on 2023-05"),
        ),
        (
            "A trade agreement on maize, concluded in Lima, was terminated in 1991.",
            Some("A trade agreement on maize | agreement terminated | on 1991"),
        ),
        (
            "An agreement on the transfer of prisoners was to have been signed but was put off.",
            Some("An agreement on the transfer of prisoners | agreement planned"),
        ),
        ("Kenya and Peru could have signed a treaty on fish.", None),
        (
            "Kenya and Peru were “close to signing” a treaty on fish.",
            Some("a treaty on fish | treaty under-discussion | KEN+PER"),
        ),
        (
            "Kenya denied a report that a memorandum on energy had been signed with Peru in 2024.",
            None,
        ),
        (
            "Contrary to a report, Kenya and Peru signed a treaty on fish.",
            None,
        ),
        (
            "The treaty was replaced by a convention between Kenya and Peru on fish, which may be renegotiated in May.",
            Some("a convention between Kenya and Peru on fish | treaty unknown | KEN+PER"),
        ),
        (
            "Kenya and Peru signed a treaty on fish in 2001, which may be terminated at a year's notice.",
            Some("a treaty on fish | treaty signed | KEN+PER | on 2001"),
        ),
        (
            "LIMA, 5 June: Kenya signed a treaty on fish on 4 June 2025.",
            Some("a treaty on fish | treaty signed | KEN | on 2025-06-04"),
        ),
    ] {
        assert_eq!(read(text).first().map(String::as_str), expected, "{text}");
    }
}

#[test]
fn what_the_headline_counts_or_calls_a_deal_is_what_the_text_names() {
    check(&[
        (
            "Ghana and Hungary ink two accords\nThey signed a treaty on trains and a pact on ferries.",
            &[
                "a treaty on trains | treaty signed",
                "a pact on ferries | agreement signed",
            ],
        ),
        (
            "Ghana and Hungary sign sea deal\nThey signed a pact on ferries.",
            &["a pact on ferries | agreement signed"],
        ),
        (
            "Ghana and Hungary ink two accords\nThey signed a pact on ferries.",
            &[
                "two accords | agreement signed | 2 of them | GHA+HUN",
                "a pact on ferries | agreement signed",
            ],
        ),
        (
            "Ghana and Hungary sign sea deal\nThey discussed a pact on ferries.",
            &[
                "sea deal | agreement signed | GHA+HUN",
                "a pact on ferries | agreement under-discussion",
            ],
        ),
    ]);
}

#[test]
fn a_sum_belongs_to_a_title_and_another_verb_does_not() {
    check(&[(
        "They signed a $485 million loan agreement for a rail line in Nairobi and set a goal of $1 billion.",
        &["a $485 million loan agreement for a rail line in Nairobi | agreement signed"],
    )]);
}
