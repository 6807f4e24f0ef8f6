//! Where a clause and a record do not speak of the same deed, what differs is no slip: others are denied, another
//! act has another date, and another place and year make another event.

use super::kinds::{CONTRADICTED, check};
use super::sentences::of;

#[test]
fn an_agreement_of_others_does_not_speak_against_a_denial() {
    check(&[
        (
            "Laos never concluded a free trade agreement with the Eurasian Economic Union.",
            None,
        ),
        (
            "Between Laos and the EAEU, no free trade agreement has been signed.",
            None,
        ),
        (
            "Vietnam never concluded a free trade agreement with the Eurasian Economic Union.",
            Some((CONTRADICTED, "negation")),
        ),
        (
            "Russia and ASEAN never signed a strategic partnership.",
            Some((CONTRADICTED, "negation")),
        ),
    ]);
}

#[test]
fn a_date_is_only_wrong_where_the_rest_is_the_deed_of_the_record() {
    check(&[
        ("Laos opened a first nuclear power plant in 2024.", None),
        (
            "Rosatom and Laos discussed a two-unit nuclear plant in August 2014.",
            Some((CONTRADICTED, "the date")),
        ),
    ]);
}

#[test]
fn another_act_has_another_date() {
    check(&[
        (
            "The treaty on mutual legal assistance was initialled in 2023.",
            None,
        ),
        (
            "The treaty on mutual legal assistance, initialled in 2023, was signed in 2024.",
            Some((CONTRADICTED, "the date")),
        ),
        (
            "The strategic partnership of ASEAN and Russia entered into force in 2020.",
            None,
        ),
        (
            "The strategic partnership of ASEAN and Russia was signed in 2020.",
            Some((CONTRADICTED, "the date")),
        ),
    ]);
}

#[test]
fn another_place_and_year_are_another_event() {
    check(&[
        ("Putin and Sisoulith met in Vientiane in 2019.", None),
        (
            "Putin and Sisoulith met in Vientiane in 2025.",
            Some((CONTRADICTED, "place")),
        ),
        (
            "Putin and Sisoulith met in Moscow in 2019.",
            Some((CONTRADICTED, "the date")),
        ),
    ]);
}

#[test]
fn a_date_to_write_is_that_of_the_record_that_is_meant() {
    let hint = |text: &str| {
        let found = of(text).findings.into_iter();
        found.filter_map(|one| one.suggestion).next()
    };
    let told = hint("A roadmap on nuclear energy was signed in September 2016.");
    assert_eq!(told.as_deref(), Some("September 2017"));
    // Of several, none of which is like it, none.
    let told = hint("A roadmap on nuclear energy was signed in June 2019.");
    assert_eq!(told, None);
}

#[test]
fn only_parties_are_named_as_those_who_take_part() {
    let found = of("Laos and Japan opened diplomatic relations on 7 October 1960.").findings;
    let notes: Vec<&str> = found.iter().map(|one| one.note.as_str()).collect();
    assert!(
        notes
            .iter()
            .any(|note| note.ends_with("who does: Laos, Russia")),
        "{notes:?}"
    );
}

#[test]
fn a_stranger_who_helps_does_not_help_the_other_way_too() {
    let found = of("With Japanese support, Laos cleared land of mines.").findings;
    let accused = found.iter().filter(|one| one.verdict.is_accusation());
    let notes: Vec<&str> = accused.map(|one| one.note.as_str()).collect();
    assert!(
        matches!(notes[..], [note] if note.starts_with("party")),
        "{notes:?}"
    );
}
