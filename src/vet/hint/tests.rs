//! Sentences in which words are replaced.

use super::*;
use crate::vet::document::Format;

/// A sentence with the words between brackets replaced.
fn put(sentence: &str, item: Item, told: &str) -> Option<String> {
    let (before, rest) = sentence.split_once('[').expect("a mark");
    let (marked, behind) = rest.split_once(']').expect("its end");
    let text = format!("{before}{marked}{behind}");
    let document = Document::read(&text, Format::Plain);
    let range = before.len()..before.len() + marked.len();
    let finding = Finding::new(item, Verdict::Contradicted, range).suggest(told);
    let made = whole(&document, finding);
    let told = made.suggestion?;
    Some(format!(
        "{}{told}{}",
        &text[..made.range.start],
        &text[made.range.end..]
    ))
}

#[test]
fn a_number_is_written_for_a_number() {
    for (sentence, told, expected) in [
        ("Sales [tripled] in 2019.", "66 %", None),
        (
            "Sales were down by [20 %].",
            "rose by 20 %",
            Some("Sales were up by 20 %."),
        ),
        (
            "Sales fell sharply by [20 %].",
            "rose by 20 %",
            Some("Sales rose by 20 %."),
        ),
        (
            "Sales in May fell by [20 %].",
            "rose by 20 %",
            Some("Sales in May rose by 20 %."),
        ),
        (
            "Sales have risen by [20 %].",
            "fell by 20 %",
            Some("Sales have fallen by 20 %."),
        ),
        ("A fall of [20 %] came.", "rose by 20 %", None),
        (
            "They felled over [300 million] trees.",
            "more than 200 million trees",
            Some("They felled more than 200 million trees."),
        ),
        (
            "Of trees they felled [300 million].",
            "200 million trees",
            Some("Of trees they felled 200 million trees."),
        ),
        (
            "Ruritania felled [200 million] trees.",
            "200 million trees",
            None,
        ),
        (
            "They felled [200 acres] of wood.",
            "200 ha",
            Some("They felled 200 ha of wood."),
        ),
        ("It is between [5 and 7 million].", "US$ 8 million", None),
        (
            "It is [US$ 5] per head.",
            "US$ 8 PPP/person",
            Some("It is US$ 8 per head."),
        ),
    ] {
        let found = put(sentence, Item::Figure, told);
        assert_eq!(found.as_deref(), expected, "{sentence}");
    }
}

#[test]
fn a_date_takes_its_preposition() {
    for (sentence, told, expected) in [
        (
            "It began in [May 2019].",
            "June 2018",
            Some("It began in June 2018."),
        ),
        (
            "It began in the [summer of 2019].",
            "May 2018",
            Some("It began in May 2018."),
        ),
        (
            "It began on [7 May 2019].",
            "May 2018",
            Some("It began in May 2018."),
        ),
        (
            "In [May 2019] it began.",
            "7 May 2018",
            Some("On 7 May 2018 it began."),
        ),
        ("It read the [2019] pact.", "May 2018", None),
        ("It runs until [2019].", "2015–2018", None),
        ("It runs [until 2019].", "2018", Some("It runs until 2018.")),
        (
            "It runs in the [first half of 2019].",
            "January–May 2018",
            Some("It runs in January–May 2018."),
        ),
    ] {
        let found = put(sentence, Item::Date, told);
        assert_eq!(found.as_deref(), expected, "{sentence}");
    }
}

#[test]
fn a_name_is_written_for_a_name() {
    for (sentence, told, expected) in [
        ("[Ann Lee] said so.", "Bo Kim", Some("Bo Kim said so.")),
        ("[Lee]'s words.", "Bo Kim", Some("Bo Kim's words.")),
        ("The talks in [Rome] ended.", "Oslo, Bergen", None),
        (
            "So the [Lao president] said.",
            "Bo Kim",
            Some("So Bo Kim said."),
        ),
    ] {
        let found = put(sentence, Item::Event, told);
        assert_eq!(found.as_deref(), expected, "{sentence}");
    }
}
