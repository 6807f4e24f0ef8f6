//! Visits and meetings whose object or place comes between their words, and what is none.

use super::read;

#[test]
fn an_object_or_a_place_may_come_between() {
    for (text, expected) in [
        (
            "Minister Wanjiru Maina will lead 18 companies to Oslo next month.",
            "visit planned | Minister Wanjiru Maina | in Oslo | on 2025-07",
        ),
        (
            "Liv Strand led a delegation of 12 firms to Mombasa in May.",
            "visit occurred | Liv Strand | in Mombasa | on 2025-05",
        ),
        (
            "Maina was received in Oslo by Prime Minister Jens Dahl on 3 June 2024.",
            "meeting occurred | Maina + Prime Minister Jens Dahl | in Oslo | on 2024-06-03",
        ),
        (
            "The embassy hosted a tea tasting in Irbid on 5 June 2024.",
            "event occurred |  | in Irbid | on 2024-06-05",
        ),
        (
            "The breakthrough came in Bergen on 7 June 2024, when Strand hosted Minister Ali Noor.",
            "meeting occurred | Strand + Minister Ali Noor | on 2024-06-07",
        ),
        (
            "Negotiations go on, with a second round due in Nairobi in August.",
            "talks planned |  | in Nairobi | on 2025-08",
        ),
        (
            "The task force on tea will meet in Bergen in September.",
            "session planned |  | in Bergen | on 2025-09",
        ),
        (
            "Strand opened the Norwegian pavilion in Nairobi on 2 June 2025.",
            "opening occurred | Strand | in Nairobi | on 2025-06-02",
        ),
        (
            "Strand held delegation-level talks with Maina on 3 June 2025.",
            "talks occurred | Strand + Maina | on 2025-06-03",
        ),
    ] {
        assert_eq!(read(text), [expected], "{text}");
    }
    let received =
        read("Strand received at the Palace the ambassador, Peter Otieno, on 4 June 2024.");
    assert!(
        received.len() == 1 && received[0].starts_with("meeting occurred | Strand"),
        "{received:?}"
    );
}

#[test]
fn who_is_taken_elsewhere_or_met_in_a_crowd_is_no_event() {
    for text in [
        "She met Filipino engineers at the power station.",
        "Strand took the exporters to court.",
        "Maina brought the papers to Oslo.",
        "The second round of the cup is due in June.",
    ] {
        let found = read(text);
        assert!(
            found.iter().all(|one| one.contains("planned |  |")),
            "{text} {found:?}"
        );
    }
}

#[test]
fn a_body_of_which_a_clause_tells_when_it_meets() {
    let found = read(
        "They prepare the third session of the joint committee, which will be held in Colombo on 9 October 2025.",
    );
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(
        found[0].ends_with("in Colombo | on 2025-10-09"),
        "{found:?}"
    );
}
