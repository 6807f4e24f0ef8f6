//! May as a month, which makes nothing speculative; and two countries joined by a mark.

use super::read;

#[test]
fn the_month_of_may_is_no_verb() {
    for (text, expected) in [
        (
            "Kenya and Peru held a summit in Nairobi on 12 May 2025.",
            "summit occurred | Kenya + Peru | in Nairobi | on 2025-05-12",
        ),
        (
            "May talks between Kenya and Peru were held in Nairobi.",
            "talks occurred | Kenya + Peru | in Nairobi",
        ),
        (
            "May 2025 talks between Kenya and Peru were held in Nairobi.",
            "talks occurred | Kenya + Peru | in Nairobi | on 2025-05",
        ),
        (
            "A forum of Kenya and Peru in May was held in Nairobi.",
            "forum occurred | Kenya + Peru | in Nairobi | on 2025-05",
        ),
        (
            "A visit by President Dina Rojas to Nairobi, planned for May, was put off.",
            "visit cancelled | President Dina Rojas | in Nairobi",
        ),
        (
            "A summit of Kenya and Peru may be held in Nairobi in July.",
            "summit speculative | Kenya + Peru | in Nairobi | on 2025-07",
        ),
    ] {
        assert_eq!(read(text), [expected], "{text}");
    }
}

#[test]
fn both_of_two_joined_countries_take_part() {
    for pair in ["Kenya-Peru", "Kenya–Peru", "Kenya/Peru", "Kenyan-Peruvian"] {
        for noun in ["trade forum was held", "Joint Commission met"] {
            let text = format!("The {pair} {noun} in Lima on 3 June 2025.");
            let found = read(&text);
            let who: Vec<&str> = found[0]
                .split(" | ")
                .nth(1)
                .unwrap_or("")
                .split(" + ")
                .collect();
            assert!(
                who[0].starts_with("Kenya") && who[1].starts_with("Peru"),
                "{text}: {found:?}"
            );
        }
    }
}
