//! What was not done, and dates and verbs that belong to something else.

use super::{check, read};
use crate::extract::{Confidence, Context, agreements};

#[test]
fn what_was_not_signed_is_not_called_signed() {
    for text in [
        "The envoys signed neither the fishing accord nor the protocol on ports.",
        "None of the treaties on rivers was signed.",
        "The envoys stopped short of concluding a treaty on rivers.",
        "Rather than sign the pact on pears, both issued a plain note on Monday.",
        "The premiers left without signing the pact on pears.",
        "They signed a note on trade, but not the treaty on rivers.",
        "They have signed all but the protocol on ports.",
        "They almost signed the treaty on rivers on Monday.",
        "Kenya ruled out signing a treaty on rivers.",
        "Kenya would not be signing the treaty on rivers.",
    ] {
        assert_eq!(read(text), Vec::<String>::new(), "{text}");
    }
    check(&[
        (
            "They signed a pact on pears instead of the treaty on rivers.",
            &["a pact on pears | agreement signed"],
        ),
        (
            "They signed not only a pact on pears but also the treaty on rivers.",
            &[
                "a pact on pears | agreement signed",
                "the treaty on rivers | treaty signed",
            ],
        ),
        (
            "The signing of the treaty on rivers on Monday fell through.",
            &["the treaty on rivers | treaty under-discussion"],
        ),
        (
            "Kenya put off the signing of the treaty on rivers.",
            &["the treaty on rivers | treaty planned | KEN"],
        ),
        (
            "Had they signed the treaty on rivers, pears would be cheap.",
            &["the treaty on rivers | treaty unknown"],
        ),
        (
            "Kenya turned down a proposed treaty on rivers.",
            &["a proposed treaty on rivers | treaty unknown | KEN"],
        ),
    ]);
}

#[test]
fn the_day_of_another_clause_is_not_that_of_the_signature() {
    check(&[
        (
            "Clerks told the press on Monday, a month after the two signed a treaty on rivers, that it rained.",
            &["a treaty on rivers | treaty signed"],
        ),
        (
            "She said on Monday that the two had signed a treaty on rivers.",
            &["a treaty on rivers | treaty signed"],
        ),
        (
            "She said on Monday the two had signed a treaty on rivers.",
            &["a treaty on rivers | treaty signed"],
        ),
        (
            "They opened on Monday a lock under the treaty on rivers signed by their kings.",
            &["the treaty on rivers | treaty signed"],
        ),
        (
            "After they signed a treaty on rivers, the two dined on Monday.",
            &["a treaty on rivers | treaty signed"],
        ),
        (
            "On Monday, after talks in Lima, the two signed a treaty on rivers.",
            &["a treaty on rivers | treaty signed | on 2025-06-09"],
        ),
    ]);
}

#[test]
fn talks_that_are_ahead_are_no_signature_ahead() {
    check(&[
        (
            "Talks between the two on a pact on pears will open in October.",
            &["a pact on pears | agreement under-discussion"],
        ),
        (
            "Talks on a pact on pears, to be signed in May 2026, went on.",
            &["a pact on pears | agreement planned | on 2026-05"],
        ),
        ("Prices were a great deal higher, officials concluded.", &[]),
    ]);
}

#[test]
fn what_is_to_be_ratified_was_signed() {
    check(&[
        (
            "Kenya has yet to ratify the treaty on rivers.",
            &["the treaty on rivers | treaty signed"],
        ),
        (
            "They hope to have the treaty on rivers signed by 2027.",
            &["the treaty on rivers | treaty planned"],
        ),
    ]);
}

#[test]
fn what_is_said_beside_a_name_gives_its_status() {
    check(&[
        (
            "Under a memorandum on pears, also signed at the fort, ten clerks will be taught next year.",
            &["a memorandum on pears | memorandum signed"],
        ),
        (
            "A pact on pears, meanwhile, quietly ended in 2021.",
            &["A pact on pears | agreement expired | on 2021"],
        ),
        (
            "The treaty on rivers is being prepared for signing.",
            &["The treaty on rivers | treaty planned"],
        ),
        (
            "A treaty on rivers was put forward by the hosts.",
            &["A treaty on rivers | treaty proposed"],
        ),
        (
            "They agreed to sign the treaty on rivers, which has been under negotiation since 2019.",
            &["the treaty on rivers | treaty planned"],
        ),
        (
            "An action plan on rivers is to be published soon.",
            &["An action plan on rivers | plan-of-action planned"],
        ),
        (
            "They put their names to a programme on pears.",
            &["a programme on pears | programme signed"],
        ),
        ("A treaty on paper stops no flood.", &[]),
    ]);
}

#[test]
fn what_is_denied_asked_or_given_up_is_nothing() {
    for text in [
        "It is false that Kenya and Peru signed a treaty on rivers on 3 May 2024.",
        "The claim that Kenya and Peru signed a treaty on rivers is untrue.",
        "There is no evidence that Kenya and Peru signed a treaty on rivers.",
        "Kenya denied signing a treaty on rivers.",
        "Kenya and Peru refrained from signing a treaty on rivers.",
        "Kenya and Peru shied away from signing a treaty on rivers.",
        "Will Kenya and Peru sign a treaty on rivers?",
        "Have Kenya and Peru signed a treaty on rivers?",
        "They had hoped to sign a treaty on rivers on Monday; they did not.",
        "They had hoped to sign a treaty on rivers, but no deal was reached.",
        "They were to sign a treaty on rivers on Monday. It never happened.",
        "They were supposed to sign a treaty on rivers but did not.",
        "They may have signed a treaty on rivers.",
        "It was wrongly reported that they signed a treaty on rivers.",
        "A fake news report said they signed a treaty on rivers.",
        "They gave up plans to sign a treaty on rivers.",
        "They tried to sign a treaty on rivers in 2024 but failed.",
        "Before Kenya and Peru sign a treaty on rivers, much must be done.",
        "Much must be done before Kenya and Peru sign a treaty on rivers.",
        "Кения и Перу не подписали соглашение о визах.",
        "Соглашение о визах стороны не подписали.",
        "Ils n'ont pas signé un accord sur les rivières.",
    ] {
        assert_eq!(read(text), Vec::<String>::new(), "{text}");
    }
    check(&[
        (
            "Kenya, but not Peru, signed the treaty on rivers.",
            &["the treaty on rivers | treaty signed | KEN"],
        ),
        (
            "They hoped to sign a treaty on rivers. She did not say where.",
            &["a treaty on rivers | treaty planned"],
        ),
        (
            "They were on the verge of signing a treaty on rivers.",
            &["a treaty on rivers | treaty under-discussion"],
        ),
        (
            "Before the treaty on rivers was signed, it rained.",
            &["the treaty on rivers | treaty signed"],
        ),
    ]);
}

#[test]
fn hearsay_and_what_was_meant_are_not_sure() {
    for text in [
        "Kenya and Peru allegedly signed a treaty on rivers.",
        "They were about to sign a treaty on rivers in 2022 when the king fell.",
    ] {
        let found = agreements(text, Context::default());
        let sure: Vec<_> = found
            .iter()
            .map(|one| one.status_basis.confidence)
            .collect();
        assert_eq!(sure, [Confidence::Unsure], "{text}");
    }
}

#[test]
fn the_day_of_what_an_instrument_does_is_not_that_of_the_signature() {
    check(&[
        (
            "They signed a memorandum on pears, which will apply at Iñapari from May 2.",
            &["a memorandum on pears | memorandum signed"],
        ),
        (
            "They adopted a joint communiqué in which Lima undertakes to drop the levy from January 1.",
            &["a joint communiqué | document signed"],
        ),
        (
            "Kenya withdrew from the pact on pears with Peru signed in 2010.",
            &["the pact on pears with Peru | agreement terminated | PER+KEN"],
        ),
        (
            "Kenya ratified the pact on pears with Peru on 4 May 2004.",
            &["the pact on pears with Peru | agreement signed | PER+KEN"],
        ),
        (
            "On 12 August, when the pact on pears with Peru was signed, Kenya rejoiced.",
            &["the pact on pears with Peru | agreement signed | PER+KEN | on 2024-08-12"],
        ),
        (
            "A pact on pears that would open farms and yards to workers from there was discussed but not concluded.",
            &["A pact on pears | agreement under-discussion"],
        ),
        (
            "A new programme is expected to be signed next year.",
            &["A new programme | programme planned | on 2026 | Continues"],
        ),
    ]);
}

#[test]
fn the_day_of_a_purpose_or_of_a_second_clause_is_another() {
    check(&[
        (
            "They signed an air pact meant to lift flights to 14 by 2026, from five last month.",
            &["an air pact | agreement signed"],
        ),
        (
            "He said that they signed a pact on ferries on 5 May 2024, and that a treaty on trains, signed in 2003, was in force.",
            &[
                "a pact on ferries | agreement signed",
                "a treaty on trains | treaty signed | on 2003",
            ],
        ),
        (
            "They signed a treaty on trains and said they wanted to extend a pact on ferries.",
            &[
                "a treaty on trains | treaty signed",
                "a pact on ferries | agreement unknown",
            ],
        ),
    ]);
}

#[test]
fn cooperation_has_a_hyphen_in_britain() {
    check(&[
        (
            "They signed a programme of police co-operation and a plan of cooperation on trains.",
            &[
                "a programme of police co-operation | programme signed",
                "a plan of cooperation on trains | plan-of-action signed",
            ],
        ),
        (
            "Laos, Chad sign roadmap on trains\n\nThey signed a roadmap on trains for 2025-2027 on 3 May 2024.",
            &["a roadmap on trains | roadmap signed | LAO+TCD | on 2024-05-03 | covers 2025/2027"],
        ),
    ]);
}
