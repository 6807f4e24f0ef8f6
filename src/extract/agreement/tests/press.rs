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
            "Ghana, Hungary sign water deal\nGhana and Hungary discussed a memorandum on sport.",
            &[
                "water deal | agreement signed | GHA+HUN",
                "a memorandum on sport | memorandum under-discussion | GHA+HUN",
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

#[test]
fn signature_and_entry_into_force_of_one_sentence_are_both_read() {
    check(&[
        (
            "The agreement on fisheries, signed in Accra in March 2023, entered into force on 5 May 2024.",
            &["The agreement on fisheries | agreement signed | on 2023-03 | entered on 2024-05-05"],
        ),
        (
            "They welcomed the entry into force on 1 March of the treaty on extradition, which was signed in Oslo on 4 May 2024.",
            &["the treaty on extradition | treaty signed | on 2024-05-04 | entered on 2025-03-01"],
        ),
    ]);
}

#[test]
fn an_end_is_told_in_many_ways() {
    check(&[
        (
            "An agreement on seeds ran out in May 2024 and will not be renewed.",
            &["An agreement on seeds | agreement expired | on 2024-05"],
        ),
        (
            "The treaty on nurses will not be renewed after it expired on 31 March 2025.",
            &["The treaty on nurses | treaty expired | on 2025-03-31"],
        ),
        (
            "The plan of action for the 2021-2023 period has expired, and a draft will follow in July.",
            &[
                "The plan of action for the 2021-2023 period | plan-of-action expired | covers 2021/2023",
            ],
        ),
        (
            "The Wells for Growth programme was concluded at the end of 2023.",
            &["The Wells for Growth programme | programme expired | on 2023"],
        ),
    ]);
}

#[test]
fn the_date_of_what_is_replaced_is_another() {
    check(&[
        (
            "They signed a memorandum on sport, replacing one that expired in 2019.",
            &["a memorandum on sport | memorandum signed | Replaces"],
        ),
        (
            "They signed the Agreement on Trade, Crafts and Sport, which replaces a programme that ended in 2015.",
            &["the Agreement on Trade, Crafts and Sport | agreement signed | Replaces"],
        ),
    ]);
}

#[test]
fn what_is_still_ahead_has_many_verbs() {
    check(&[
        (
            "A financing agreement for a dam is to follow in July.",
            &["A financing agreement for a dam | agreement planned | on 2025-07"],
        ),
        (
            "They agreed that a memorandum on tides should be ready for signature in May 2026.",
            &["a memorandum on tides | memorandum planned | on 2026-05"],
        ),
        (
            "They agreed to open consultations on a proposed agreement on visas.",
            &["a proposed agreement on visas | agreement proposed"],
        ),
        (
            "Ghana floated a memorandum on nurses.",
            &["a memorandum on nurses | memorandum proposed | GHA"],
        ),
        (
            "Talks were continuing on a preferential trade agreement.",
            &["a preferential trade agreement | agreement under-discussion"],
        ),
    ]);
}

#[test]
fn a_name_ends_where_the_place_or_the_state_begins() {
    check(&[
        (
            "They signed a Framework Agreement on Green Hydrogen in Helsinki.",
            &["a Framework Agreement on Green Hydrogen | agreement signed"],
        ),
        (
            "Both have had a double taxation agreement in place since 2007.",
            &["a double taxation agreement | agreement in-force | on 2007"],
        ),
        (
            "They signed a memorandum of understanding (MoU) on tides.",
            &["a memorandum of understanding (MoU) on tides | memorandum signed"],
        ),
        (
            "Ghana, Peru adopt roadmap for crafts",
            &["roadmap for crafts | roadmap signed | GHA+PER"],
        ),
        (
            "They put their names to a memorandum on tin, which is not binding.",
            &["a memorandum on tin | memorandum signed"],
        ),
        (
            "The Peru-Ghana Economic Partnership Agreement was signed in 2024.",
            &[
                "The Peru-Ghana Economic Partnership Agreement | agreement signed | PER+GHA | on 2024",
            ],
        ),
        (
            "Peru expects visa agreement to help hotels\nNo more is known.",
            &[],
        ),
    ]);
}

#[test]
fn words_that_are_instruments_where_a_verb_says_so() {
    check(&[
        (
            "On Monday Peru and Kenya signed a soil and forest partnership that brings experts.",
            &["a soil and forest partnership | partnership signed | PER+KEN | on 2025-06-09"],
        ),
        (
            "An understanding on linking payment systems is under discussion.",
            &["An understanding on linking payment systems | arrangement under-discussion"],
        ),
        (
            "A visa exemption for official passports entered into force on 1 October 2024.",
            &["A visa exemption for official passports | arrangement in-force | on 2024-10-01"],
        ),
        (
            "They also adopted a Plan of Legal Consultations for 2025-2027.",
            &["a Plan of Legal Consultations | plan-of-action signed | covers 2025/2027"],
        ),
        (
            "They signed an executive programme for cooperation in farming.",
            &["an executive programme for cooperation in farming | programme signed"],
        ),
        (
            "A roadmap for 2025-2030 is to be adopted next year.",
            &["A roadmap for 2025-2030 | roadmap planned | on 2026 | covers 2025/2030"],
        ),
        (
            "The engineers signed a contract worth $310 million to build a cement plant.",
            &["a contract worth $310 million to build a cement plant | agreement signed"],
        ),
        (
            "The letter of intent that the two ministers signed that day provides for a school.",
            &["The letter of intent | document signed"],
        ),
    ]);
}

#[test]
fn further_words_that_are_instruments() {
    check(&[
        (
            "They also exchanged notes on a yen loan.",
            &["notes on a yen loan | document signed"],
        ),
        (
            "The minister proposed a joint plan for watching forest fires.",
            &["a joint plan for watching forest fires | plan-of-action proposed"],
        ),
        (
            "The mine safety partnership ended in 2023.",
            &["The mine safety partnership | partnership expired | on 2023"],
        ),
        (
            "A working holiday agreement for people under 30 will be signed next year.",
            &["A working holiday agreement for people under 30 | agreement planned | on 2026"],
        ),
        (
            "Officials want an investment treaty.",
            &["an investment treaty | treaty proposed"],
        ),
        (
            "A term sheet initialled in May foresees deliveries of gas.",
            &["A term sheet | document planned | on 2025-05"],
        ),
        (
            "A working holiday scheme, agreed last year, is to start in July.",
            &["A working holiday scheme | programme planned | on 2024"],
        ),
    ]);
}

#[test]
fn further_verbs_say_where_it_stands() {
    check(&[
        (
            "A tax treaty, agreed in principle in November 2023, awaits signature in Lima.",
            &["A tax treaty | treaty planned | on 2023-11"],
        ),
        (
            "A barter arrangement swapping fishmeal for tea was wound up in 2002.",
            &["A barter arrangement | arrangement terminated | on 2002"],
        ),
        (
            "Kenya has proposed a customs agreement, to which Peru has not responded.",
            &["a customs agreement | agreement proposed | KEN"],
        ),
        (
            "They signed three documents. They are an executive programme for cooperation in tea and a treaty on tin.",
            &[
                "three documents | document signed | 3 of them",
                "an executive programme for cooperation in tea | programme signed",
                "a treaty on tin | treaty signed",
            ],
        ),
        (
            "We are talking about a timber protocol.",
            &["a timber protocol | protocol under-discussion"],
        ),
        (
            "I asked the president for a new visa arrangement for nurses.",
            &["a new visa arrangement for nurses | arrangement proposed | Continues"],
        ),
        (
            "The two have been bound since 2006 by an accord on fisheries control.",
            &["an accord on fisheries control | agreement in-force | on 2006"],
        ),
        (
            "A tax convention has been in force since 2019, and the agreement on seasonal work since 2020.",
            &[
                "A tax convention | treaty in-force | on 2019",
                "the agreement on seasonal work | agreement in-force | on 2020",
            ],
        ),
    ]);
}

#[test]
fn an_end_comes_last_and_a_later_step_is_no_signature() {
    check(&[
        (
            "The Treaty on Tea, signed in 2015, is no longer in force.",
            &["The Treaty on Tea | treaty expired"],
        ),
        (
            "An accord on tea signed in 2015 was terminated in 2022.",
            &["An accord on tea | agreement terminated | on 2022"],
        ),
        (
            "An accord on tea signed in 2015 lapsed in 2023.",
            &["An accord on tea | agreement expired | on 2023"],
        ),
        (
            "The Air Treaty was extended on 5 May 2022.",
            &["The Air Treaty | treaty signed"],
        ),
        (
            "The Agreement on Tea was ratified by Kenya in 2024.",
            &["The Agreement on Tea | agreement signed"],
        ),
        (
            "A draft Agreement on Fish was approved by the cabinet of Kenya.",
            &["A draft Agreement on Fish | agreement planned"],
        ),
    ]);
}
