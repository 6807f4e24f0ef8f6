//! Names beside offices and in headlines, and speakers whom only the words around a quote name.

use super::*;

fn names(text: &str) -> Vec<String> {
    let all = speeches(text, &[]).people.into_iter();
    all.map(|one| one.name).collect()
}

#[test]
fn an_office_that_ends_in_capitals_is_no_part_of_the_name() {
    for (text, expected) in [
        (
            "Minister for Trade and Export Growth Rewi Tamahana spoke. Rewi Tamahana left.",
            "Rewi Tamahana",
        ),
        (
            "Minister for Regional Roads and Water Tomasz Wrona spoke. Tomasz Wrona left.",
            "Tomasz Wrona",
        ),
        (
            "Deputy Minister for Women and Youth Abena Sarfo spoke.",
            "Abena Sarfo",
        ),
        (
            "Minister of Customs and Border Trade Joonas Haapala spoke.",
            "Joonas Haapala",
        ),
        (
            "Minister for Digital Affairs and Public Services Liina Kallas-Rebane spoke. Minister Kallas-Rebane left.",
            "Liina Kallas-Rebane",
        ),
        (
            "The Ambassador of Chad, H.E. Eng. Duarte Nogueira, spoke.",
            "Duarte Nogueira",
        ),
        ("Cr Imani Okello spoke.", "Imani Okello"),
        (
            "Minister of Foreign and European Affairs Alenka Hočevar spoke.",
            "Alenka Hočevar",
        ),
        (
            "The Foreign Minister of Oman, Salim bin Nasser Al Rawahi, spoke.",
            "Salim bin Nasser Al Rawahi",
        ),
        (
            "Chairperson of the Council Mrs. Lina Haddadin spoke.",
            "Lina Haddadin",
        ),
    ] {
        assert_eq!(names(text), [expected], "{text}");
    }
}

#[test]
fn the_field_of_an_institute_is_nobody() {
    let text =
        "“It is late,” said Hans Weber, the director of the Institute for Climate Impact Research.";
    assert_eq!(names(text), ["Hans Weber"]);
    let text = "The State Secretary of the Ministry of Economy Juraj Krajčovič spoke.";
    assert_eq!(names(text), ["Juraj Krajčovič"]);
}

#[test]
fn a_headline_with_a_colon_labels_no_speech() {
    let text = "\
Orlov on Climate Change: The Trends Are Terrifying
To his successor, Mr. Orlov leaves a divided legacy: a raft of new rules.";
    assert!(described(text).is_empty(), "{:?}", described(text));
}

#[test]
fn an_initial_may_have_two_letters() {
    let text = "\
Deputy Minister Yerlan Dosmagambetov came. For his part, Ye. Dosmagambetov smiled. Zh. Asanov did not.";
    assert_eq!(names(text), ["Yerlan Dosmagambetov", "Zh. Asanov"]);
}

#[test]
fn a_headline_in_title_case_names_only_whom_the_text_names() {
    for (text, expected) in [
        (
            "Ambassador Silva Meets Jordan's Minister of Supply\nAmbassador Priyantha Silva called.",
            &["Priyantha Silva"][..],
        ),
        (
            "Minister Haapala Praises Ghana's Cocoa Farmers in Helsinki\nThe fair was full.",
            &[],
        ),
        (
            "Joonas Haapala to Visit Accra With Twelve Companies\nMinister Joonas Haapala said so.",
            &["Joonas Haapala"],
        ),
    ] {
        assert_eq!(names(text), expected, "{text}");
    }
}

#[test]
fn a_surname_that_returns_alone_tells_a_person() {
    let text = "\
Beata Jurczyk runs purchasing for a company in Gdynia. “The ship comes on Thursday at best,” she says.
Jurczyk doubts that it will change.";
    let expected = "1: Beata Jurczyk: The ship comes on Thursday at best";
    assert_eq!(described(text), [expected]);
    for text in [
        "Walvis Bay lies on the coast. The Bay was calm.",
        "North Quay Foods grew. Foods sold well.",
        "Marit Solheim runs a shop.",
    ] {
        assert!(names(text).is_empty(), "{text}");
    }
}

#[test]
fn a_quote_over_paragraphs_may_name_its_speaker_last() {
    let text = "\
The minister, Ivan Orlov, left.
“Theirs are bigger, I give them that.
“Ours are ready in eight months,” said Selma Nangolo, a grower.";
    assert_eq!(
        described(text),
        [
            "2: Selma Nangolo: Theirs are bigger, I give them that.",
            "3: Selma Nangolo: Ours are ready in eight months"
        ]
    );
}

#[test]
fn a_quote_alone_is_of_whom_the_paragraphs_beside_it_are_about() {
    let before = "\
The skipper Idris Belkacem is splicing a rope.
“My boat has carried fish and carpets.”";
    assert_eq!(
        described(before),
        ["2: Idris Belkacem: My boat has carried fish and carpets."]
    );
    let two = "\
The skipper Idris Belkacem waved at Minister Ana Reis.
“My boat has carried fish and carpets.”";
    assert!(described(two)[0].contains('?'), "{:?}", described(two));
    let behind = "\
It rained.
“We are too small to be noticed.”
Minister Ana Reis laughed as she said it.";
    let found = speeches(behind, &[]);
    assert_eq!(
        described(behind),
        ["2: Ana Reis: We are too small to be noticed."]
    );
    let basis = found.speeches[0].speaker.basis;
    assert_eq!(basis.confidence, crate::extract::Confidence::Unsure);
}

#[test]
fn the_head_of_state_is_the_president() {
    let text = "\
President Joaquim Kiala received Prime Minister Teresa Reis.
“We know the wine very well,” the Head of State said.";
    assert_eq!(
        described(text),
        ["2: Joaquim Kiala: We know the wine very well"]
    );
}
