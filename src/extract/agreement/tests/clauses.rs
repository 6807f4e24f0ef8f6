//! What a longer sentence says of an instrument: behind a list, by a pronoun, in a second verb.

use super::{check, read};

#[test]
fn a_plan_is_told_without_a_verb_of_signing() {
    check(&[
        (
            "A tuna roadmap is planned for 2026.",
            &["A tuna roadmap | roadmap planned | on 2026"],
        ),
        (
            "A pact on ferries and a treaty on trains are ready for 12 August 2025.",
            &[
                "A pact on ferries | agreement planned | on 2025-08-12",
                "a treaty on trains | treaty planned | on 2025-08-12",
            ],
        ),
        (
            "The treaty on ferries is due for renewal.",
            &["The treaty on ferries | treaty unknown"],
        ),
        (
            "A draft pact on ferries is before both cabinets for study and is expected to be signed in Accra.",
            &["A draft pact on ferries | agreement planned"],
        ),
        (
            "The pact on ferries is finished but won’t be signed until August.",
            &["The pact on ferries | agreement planned"],
        ),
        ("The pact on ferries is old and hasn't been signed.", &[]),
    ]);
}

#[test]
fn a_verb_behind_a_list_is_that_of_each_member() {
    check(&[
        (
            "After the talks the Joint Declaration on Peace, the Pact on Ferries and the Treaty on Trains were \
             signed.",
            &[
                "the Joint Declaration on Peace | document signed",
                "the Pact on Ferries | agreement signed",
                "the Treaty on Trains | treaty signed",
            ],
        ),
        (
            "A pact on ferries and a treaty on trains will be signed on 12 August 2025.",
            &[
                "A pact on ferries | agreement planned | on 2025-08-12",
                "a treaty on trains | treaty planned | on 2025-08-12",
            ],
        ),
        (
            "They praised a pact on ferries, and a treaty on trains will be signed.",
            &[
                "a pact on ferries | agreement unknown",
                "a treaty on trains | treaty planned",
            ],
        ),
        (
            "Signed in Accra were: a pact on ferries; and a treaty on trains.",
            &[
                "a pact on ferries | agreement signed",
                "a treaty on trains | treaty signed",
            ],
        ),
        (
            "Two documents were signed. The first is a pact on ferries, the second a treaty on trains.",
            &[
                "a pact on ferries | agreement signed",
                "a treaty on trains | treaty signed",
            ],
        ),
        (
            "Neither the pact on ferries nor the treaty on trains was signed.",
            &[],
        ),
        (
            "The talks on a pact on ferries went on, and a treaty on trains was signed.",
            &[
                "a pact on ferries | agreement under-discussion",
                "a treaty on trains | treaty signed",
            ],
        ),
        (
            "They discussed a pact on ferries, and two treaties on trains were signed.",
            &[
                "a pact on ferries | agreement under-discussion",
                "two treaties on trains | treaty signed | 2 of them",
            ],
        ),
    ]);
}

#[test]
fn a_pronoun_tells_what_was_done_with_an_instrument() {
    check(&[
        (
            "As for a treaty on trains, the two ministers have only discussed one.",
            &["a treaty on trains | treaty under-discussion"],
        ),
        (
            "As for a treaty on trains, the two have never discussed one.",
            &[],
        ),
        (
            "A treaty on trains is with the translators; the ministers hope to have it signed in October 2025.",
            &["A treaty on trains | treaty planned | on 2025-10"],
        ),
        (
            "The loan agreement for trains was signed on 2 June. So was the protocol.",
            &[
                "The loan agreement for trains | agreement signed | on 2025-06-02",
                "the protocol | protocol signed | on 2025-06-02",
            ],
        ),
    ]);
}

#[test]
fn what_holds_and_what_is_over_is_told_by_the_last_verb() {
    check(&[
        (
            "The treaty on trains has been effective since 2011.",
            &["The treaty on trains | treaty in-force | on 2011"],
        ),
        (
            "A treaty on trains dating from 1987 expired in March and will not be renewed.",
            &["A treaty on trains | treaty expired | on 2025-03"],
        ),
        (
            "The training partnership programme, under which engineers met, lapsed in May.",
            &["The training partnership programme | programme expired | on 2025-05"],
        ),
        (
            "The treaty on trains, due to expire on 1 August 2025, will be extended.",
            &["The treaty on trains | treaty planned | ends 2025-08-01"],
        ),
        (
            "The premiers watched their envoys sign a treaty on trains.",
            &["a treaty on trains | treaty signed"],
        ),
    ]);
}

#[test]
fn an_instrument_is_named_by_what_it_sets_up_or_its_years() {
    check(&[
        (
            "Ghana and Hungary signed a treaty creating a court of trade.",
            &["a treaty creating a court of trade | treaty signed | GHA+HUN"],
        ),
        (
            "The two sides signed a much-delayed forestry partnership.",
            &["a much-delayed forestry partnership | partnership signed"],
        ),
        (
            "The committee signed its minutes and a treaty on trains.",
            &[
                "its minutes | document signed",
                "a treaty on trains | treaty signed",
            ],
        ),
        (
            "The Work Programme for 2027-2029 was adopted.",
            &["The Work Programme | plan-of-action signed | covers 2027/2029"],
        ),
        (
            "Accra proposed a teacher exchange scheme and a twinning plan for two ports.",
            &[
                "a teacher exchange scheme | programme proposed | GHA",
                "a twinning plan for two ports | plan-of-action proposed | GHA",
            ],
        ),
    ]);
}

#[test]
fn where_it_is_said_and_what_is_only_counted_is_no_agreement() {
    check(&[
        (
            "The port will be dredged, according to a joint statement.",
            &[],
        ),
        (
            "A treaty on trains was signed, both said in a joint communiqué.",
            &["A treaty on trains | treaty signed"],
        ),
        ("Contracts worth 9 million dollars were concluded.", &[]),
    ]);
}

/// One agreement each, and its status.
const MANY_WORDS: &[(&str, &str)] = &[
    (
        "A pact on ferries has been in the works since 2021.",
        "under-discussion",
    ),
    ("A pact on ferries is on the table.", "under-discussion"),
    (
        "They are putting the finishing touches to a pact on ferries.",
        "under-discussion",
    ),
    (
        "The two are close to a pact on ferries.",
        "under-discussion",
    ),
    (
        "The pact on ferries is still awaiting ratification.",
        "planned",
    ),
    ("They have agreed the text of a pact on ferries.", "planned"),
    (
        "The envoys put their signatures to a pact on ferries.",
        "signed",
    ),
    (
        "The envoys put pen to paper on a pact on ferries.",
        "signed",
    ),
    ("The premier is pushing for a pact on ferries.", "proposed"),
    (
        "The ministers are looking at a pact on ferries.",
        "proposed",
    ),
    ("The cabinet tore up the pact on ferries.", "terminated"),
    (
        "The cabinet walked away from the talks on a pact on ferries.",
        "under-discussion",
    ),
    (
        "The pact on ferries came into operation at once.",
        "in-force",
    ),
    ("The pact on ferries is in operation.", "in-force"),
    (
        "A pact on ferries was being finalised and would be signed soon.",
        "planned",
    ),
    ("A pact on ferries is being finalised.", "under-discussion"),
    (
        "A pact on ferries is at an advanced stage.",
        "under-discussion",
    ),
    ("Work has begun on a pact on ferries.", "under-discussion"),
    ("The two have had a pact on ferries for years.", "in-force"),
    ("They let the pact on ferries lapse.", "expired"),
    (
        "The pact on ferries has not been in force since 2009.",
        "expired",
    ),
    (
        "The talks on a pact on ferries were concluded.",
        "under-discussion",
    ),
    (
        "The signing of a pact on ferries, set for May, was cancelled.",
        "under-discussion",
    ),
    (
        "The minister raised the possibility of a pact on ferries.",
        "proposed",
    ),
    (
        "A pact on ferries was due to be signed but was not.",
        "unknown",
    ),
    ("A pact on ferries is being drawn up.", "under-discussion"),
];

#[test]
fn a_status_is_told_in_many_words() {
    for (text, status) in MANY_WORDS {
        let found = read(text);
        assert_eq!(found.len(), 1, "{text} {found:?}");
        assert!(
            found[0].ends_with(&format!("agreement {status}")),
            "{text} {found:?}"
        );
    }
    check(&[(
        "The pact on ferries has governed tolls since 2009.",
        &["The pact on ferries | agreement in-force | on 2009"],
    )]);
}

#[test]
fn a_later_sentence_tells_what_became_of_what_was_discussed() {
    check(&[
        (
            "They discussed a pact on ferries. It is now to be signed in Accra in December 2025.",
            &["a pact on ferries | agreement planned | on 2025-12"],
        ),
        (
            "They discussed a pact on ferries. It was not signed.",
            &["a pact on ferries | agreement under-discussion"],
        ),
        (
            "A pact on ferries is worth nine million. The two firms signed it on 3 June 2025.",
            &["A pact on ferries | agreement signed | on 2025-06-03"],
        ),
        (
            "They reviewed the talks on a pact on ferries. The aim is to sign it by 2027.",
            &["a pact on ferries | agreement planned"],
        ),
        (
            "A pact on ferries was on the table too, but its signing was put off.",
            &["A pact on ferries | agreement planned"],
        ),
        (
            "They discussed a pact on ferries. The pact will be signed in Accra.",
            &["a pact on ferries | agreement planned"],
        ),
        (
            "The treaty on ferries is a year old. They signed a pact on tolls. It will be signed again.",
            &[
                "The treaty on ferries | treaty unknown",
                "a pact on tolls | agreement signed",
            ],
        ),
    ]);
}

#[test]
fn what_was_concluded_and_still_holds_is_in_force() {
    check(&[
        (
            "Tolls are governed by the pact on ferries, signed in 1994 and still in force.",
            &["the pact on ferries | agreement signed | on 1994 | entered"],
        ),
        (
            "A pact on ferries concluded in 1994 remained in force.",
            &["A pact on ferries | agreement signed | on 1994 | entered"],
        ),
        (
            "They signed a pact on cleaner ports. The Clean Port Pact runs to nine pages.",
            &["a pact on cleaner ports | agreement signed"],
        ),
        (
            "No toll was due until a pact on ferries, a relic, ended in 1998.",
            &["a pact on ferries | agreement expired | on 1998"],
        ),
    ]);
}
