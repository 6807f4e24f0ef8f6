//! Relative clauses about a speaker, and whoever has no name, in the paragraph before a quote.

use super::described;

fn check(text: &str, expected: &str) {
    let found = described(text);
    let speaker = found[0].split(": ").nth(1).unwrap_or_default();
    assert_eq!(speaker, expected, "{text}");
}

#[test]
fn a_relative_clause_does_not_take_the_speech_of_its_subject() {
    let said = "“we have waited for this day for a long time”";
    check(
        &format!(
            "The Finnish prime minister, Petra Salo, who received her counterpart, Omar Benali, in Turku, said {said}."
        ),
        "Petra Salo",
    );
    check(
        &format!(
            "Minister Petra Salo, who met Omar Benali, the Moroccan premier, in Turku, called it a pity that {said}."
        ),
        "Petra Salo",
    );
    check(
        &format!(
            "After a word with Minister Petra Salo, who had come by rail, the Moroccan premier, Omar Benali, said {said}."
        ),
        "Omar Benali",
    );
}

#[test]
fn somebody_without_a_name_speaks_in_the_next_paragraph() {
    let said = "“We have waited for this day for a long time,” she said.";
    check(
        &format!(
            "Minister Petra Salo opened the fair. An importer, who did not want her name in the paper, was calm.\n{said}"
        ),
        "?",
    );
    check(
        &format!("Minister Petra Salo opened the fair. She was calm.\n{said}"),
        "Petra Salo",
    );
}
