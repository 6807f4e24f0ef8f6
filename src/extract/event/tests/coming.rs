//! Journeys told in the present.

use super::read;

#[test]
fn a_journey_in_the_present_with_a_weekday_is_to_come() {
    for (text, expected) in [
        (
            "President Dina Rojas arrives in Nairobi on Friday for talks on pears.",
            "visit planned | President Dina Rojas | in Nairobi | on 2025-06-13",
        ),
        (
            "President Dina Rojas arrived in Nairobi on Friday for talks on pears.",
            "visit occurred | President Dina Rojas | in Nairobi | on 2025-06-06",
        ),
    ] {
        assert_eq!(
            read(text).first().map(String::as_str),
            Some(expected),
            "{text}"
        );
    }
}
