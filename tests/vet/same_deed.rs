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
        let mut found = of(text).findings.into_iter();
        found.find_map(|one| one.suggestion)
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

#[test]
fn two_dates_that_are_swapped_are_both_wrong() {
    let text = |one: &str, other: &str| {
        format!(
            "The strategic partnership goes back to {one}, that of Russia and ASEAN to {other}."
        )
    };
    let wrong = of(&text("2018", "2011")).findings;
    let accused = wrong.iter().filter(|one| one.verdict == CONTRADICTED);
    let hints: Vec<_> = accused
        .filter_map(|one| one.suggestion.as_deref())
        .collect();
    assert_eq!(hints, ["2011", "2018"]);
    let right = of(&text("2011", "2018")).findings;
    assert!(!right.iter().any(|one| one.verdict.is_accusation()));
}

#[test]
fn parties_are_judged_alike_whatever_the_verb() {
    check(&[
        (
            "Sisoulith received Lavrov in Moscow in 2025.",
            Some((CONTRADICTED, "party")),
        ),
        ("Putin received Sisoulith in Moscow in 2025.", None),
        (
            "Gazprom and the Ministry of Industry and Trade adopted a nuclear roadmap for 2025-2026.",
            Some((CONTRADICTED, "party")),
        ),
        (
            "Rosatom and the Ministry of Industry and Trade adopted a nuclear roadmap for 2025-2026.",
            None,
        ),
    ]);
}

#[test]
fn a_capital_stands_for_its_country() {
    let is_told = |text: &str| {
        let found = of(text).findings;
        found.iter().any(|one| one.note.contains("does not know"))
    };
    assert!(!is_told(
        "Vientiane and Moscow have had diplomatic relations since 7 October 1960."
    ));
    assert!(is_told(
        "Tokyo and Moscow have had diplomatic relations since 7 October 1960."
    ));
}

#[test]
fn what_one_country_joins_others_may_join() {
    check(&[
        ("Thailand joined the RCEP in January 2022.", None),
        ("Vietnam acceded to the RCEP in May 2021.", None),
        (
            "Laos joined the RCEP in March 2023.",
            Some((CONTRADICTED, "the date")),
        ),
    ]);
}
