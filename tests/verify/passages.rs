//! What a screen shows behind a piece of evidence.

use bilat::dossier::{Dossier, Kind, Ref};
use bilat::verify::{Passage, Texts, passage};

use crate::world::{TEXT, event, texts};

fn show(dossier: &Dossier, text: &str, quote: Option<&str>) -> Passage {
    let evidence = &dossier.evidence(Ref::new(Kind::Event, 0))[0];
    passage(&texts(text), dossier, evidence, quote, 4).expect("a passage")
}

/// The paragraphs with the marks in angle brackets, the one that is meant behind an arrow.
fn drawn(passage: &Passage) -> Vec<String> {
    let draw = |(at, paragraph): (usize, &bilat::verify::Paragraph)| {
        let mut text = paragraph.text.to_string();
        for mark in paragraph.marks.iter().rev() {
            text.insert(mark.end, '⟩');
            text.insert(mark.start, '⟨');
        }
        let arrow = if at == passage.at { ">" } else { "" };
        format!("{arrow}{} {text}", paragraph.number)
    };
    passage.paragraphs.iter().enumerate().map(draw).collect()
}

#[test]
fn the_words_are_marked_among_the_paragraphs_around() {
    let dossier = event(r#""paragraph": 6, "exact": "the Kang""#);
    let passage = show(&dossier, TEXT, None);
    let drawn = drawn(&passage);
    assert_eq!(passage.source, "news, ¶6");
    assert_eq!(drawn.len(), 5, "four before it, none after it");
    assert_eq!(drawn[4], ">6 The river is ⟨the Kang⟩.");
    assert!(drawn[0].starts_with("2 It is 120"));
}

#[test]
fn drifted_and_altered_words_are_marked_where_they_stand() {
    let drifted = event(r#""paragraph": 1, "exact": "The river is""#);
    assert!(drawn(&show(&drifted, TEXT, None)).contains(&">6 ⟨The river is⟩ the Kang.".to_owned()));
    let altered = event(r#""paragraph": 1, "exact": "the bridge of Kang was open""#);
    assert_eq!(
        drawn(&show(&altered, TEXT, None))[0],
        ">1 ⟨The bridge at Kang was opened⟩ in spring."
    );
    let missing = event(r#""paragraph": 99, "exact": "nothing of the sort at all""#);
    assert!(drawn(&show(&missing, TEXT, None)).contains(&">6 The river is the Kang.".to_owned()));
}

#[test]
fn speech_of_two_paragraphs_is_marked_in_both() {
    let dossier = event(r#""paragraph": 3"#);
    let words = "We did not wait in vain.\n\nIt will never be closed";
    let drawn = drawn(&show(&dossier, TEXT, Some(words)));
    assert!(
        drawn[2].ends_with("for this. ⟨We did not wait in vain.⟩”"),
        "{drawn:?}"
    );
    assert!(
        drawn[3].contains("“⟨It will never be closed⟩,”"),
        "{drawn:?}"
    );
}

#[test]
fn a_paragraph_of_speech_that_is_cited_for_itself_is_marked_alone() {
    let dossier = event(r#""paragraph": 4"#);
    let words = "A ferry and a second ferry still cross the river\n\nIt will never be closed";
    let passage = show(&dossier, TEXT, Some(words));
    assert_eq!(passage.verdict.word(), "found");
    let marks: Vec<_> = passage.paragraphs.iter().map(|p| p.marks.len()).collect();
    assert_eq!(marks, [0, 0, 0, 1, 0, 0]);
}

#[test]
fn what_a_terminal_would_obey_is_shown_as_a_mark() {
    let dossier = event(r#""paragraph": 1, "exact": "red words""#);
    let drawn = drawn(&show(
        &dossier,
        "A \u{1b}[31m\u{202e} red\u{ad} words.",
        None,
    ));
    assert_eq!(drawn, [">1 A <U+001B>[31m<U+202E> ⟨red<U+00AD> words⟩."]);
}

#[test]
fn evidence_without_words_is_its_paragraph() {
    let dossier = event(r#""paragraph": 6"#);
    let passage = show(&dossier, TEXT, None);
    assert!(passage.verdict.is_found(), "{:?}", passage.verdict);
    assert!(drawn(&passage).contains(&">6 The river is the Kang.".to_owned()));
    let beyond = event(r#""paragraph": 99"#);
    assert!(!show(&beyond, TEXT, None).verdict.is_found());
}

#[test]
fn without_a_text_there_is_no_passage() {
    let dossier = event(r#""paragraph": 1, "exact": "x""#);
    let evidence = &dossier.evidence(Ref::new(Kind::Event, 0))[0];
    assert!(passage(&Texts::default(), &dossier, evidence, None, 4).is_none());
    assert!(passage(&texts(" \n"), &dossier, evidence, None, 4).is_none());
}
