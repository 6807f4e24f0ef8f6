//! The words to write instead are whole, or there are none.

use super::sentences::of;

#[test]
fn what_is_told_to_write_is_whole() {
    for (sentence, expected) in [
        (
            "“We will certainly celebrate together,” Putin said.",
            "“We will celebrate together”",
        ),
        (
            "Putin said: “The agreements on peaceful atom signed during the talks create a foundation \
             to provide the Laotian economy with cheap and clean power.”",
            "“The agreements on peaceful atom signed during the talks create a foundation to provide the \
             Laotian economy with cheap and environmentally safe energy”",
        ),
        ("Trade rose by 66 percent in 2022.", "66 percent in 2024"),
        (
            "In 2022 trade rose by 66 percent.",
            "2024 trade rose by 66 percent",
        ),
        (
            "Trade grew by 20 percent in the first half of 2025.",
            "20 percent in January–May 2025",
        ),
        ("Laos joined RCEP in January 2020.", "January 2022"),
        (
            "Diplomatic relations were opened on 17 October 1960.",
            "7 October 1960",
        ),
        (
            "Diplomatic relations were opened on October 17, 1960.",
            "October 7, 1960",
        ),
        (
            "Diplomatic relations were opened on 1960-10-17.",
            "1960-10-07",
        ),
        ("Putin and Sisoulith held talks in Sochi in 2025.", "Moscow"),
        (
            "Trade was 60 million dollars in 2022.",
            "about US$ 50 million (contested: an untitled article [2025] gives about US$ 8.3 million for \
             2024 (¶12))",
        ),
    ] {
        let report = of(sentence);
        let mut accused = report
            .findings
            .iter()
            .filter(|one| one.verdict.is_accusation());
        let told = accused.next().and_then(|one| one.suggestion.as_deref());
        assert_eq!(told, Some(expected), "{sentence}");
    }
}

/// The title of a list of goods and the names of parties are not what to write.
#[test]
fn nothing_is_told_to_write_that_is_no_text() {
    for sentence in [
        "Laos sells paper and plastics to Russia.",
        "Rosatom and Cambodia signed a nuclear roadmap in September 2017.",
    ] {
        let report = of(sentence);
        let accused = report
            .findings
            .iter()
            .find(|one| one.verdict.is_accusation());
        assert_eq!(
            accused.map(|one| &one.suggestion),
            Some(&None),
            "{sentence}"
        );
    }
}

/// What is told to write, put in the place of the words, makes a sentence.
#[test]
fn what_is_told_to_write_has_the_form_of_what_it_replaces() {
    for (sentence, expected) in [
        // No number for a verb, and no verb behind another.
        ("Trade between Russia and Laos tripled in 2024.", None),
        (
            "Trade between Russia and Laos was down by 20 percent in January to May 2025.",
            Some("Trade between Russia and Laos was up by 20 % in January to May 2025."),
        ),
        (
            "In 2023 trade between Russia and Laos rose by 66 percent.",
            Some("In 2024 trade between Russia and Laos rose by 66 percent."),
        ),
        (
            "Laos joined RCEP in the summer of 2022.",
            Some("Laos joined RCEP in January 2022."),
        ),
        (
            "Laos joined RCEP on 3 March 2022.",
            Some("Laos joined RCEP in January 2022."),
        ),
        (
            "The United States dropped over 300 million bombs on Laos.",
            Some("The United States dropped more than 200 million bombs on Laos."),
        ),
    ] {
        let report = of(sentence);
        let mut accused = report
            .findings
            .iter()
            .filter(|one| one.verdict.is_accusation());
        let one = accused.next().expect(sentence);
        let made = one.suggestion.as_ref().map(|told| {
            let told = told.split(" (contested").next().unwrap_or_default();
            let (start, end) = (one.range.start, one.range.end);
            format!("{}{told}{}", &sentence[..start], &sentence[end..])
        });
        assert_eq!(made.as_deref(), expected, "{sentence}");
    }
}
