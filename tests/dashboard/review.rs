//! The inbox: who speaks, what a row shows, and what is offered for a proposal.

use std::fs;

use crate::inbox::{ARTICLE, Desk};

/// A quote that has a speaker in the text is written with the one that a person chose.
#[test]
fn the_chosen_speaker_takes_the_place_of_the_proposed_one() {
    let mut desk = Desk::new(ARTICLE);
    let inbox = desk.inbox();
    let first = inbox
        .open()
        .find(|one| one.kind == "quote" && one.lacks.is_empty());
    let quote = first.expect("a quote with a speaker").id.clone();
    desk.press("I");
    desk.select(&quote);
    desk.press("sput<enter>");
    let text = fs::read_to_string(desk.path().join("quotes.json")).expect("there");
    let file: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    let all = file["records"]
        .as_array()
        .or(file.as_array())
        .expect("a list");
    let words = "Our trade has grown for three years in a row";
    let new = all.iter().find(|one| {
        one["text"]
            .as_str()
            .is_some_and(|text| text.contains(words))
    });
    let new = new.expect("written");
    assert_eq!(
        (new["speaker"].as_str(), new["role"].as_str()),
        (Some("putin"), None)
    );
}

/// What is wrong with a line of the inbox is among the problems, and the other proposals wait.
#[test]
fn a_bad_line_is_a_problem_of_the_files() {
    let mut desk = Desk::new(ARTICLE);
    let waiting = desk.inbox().open().count();
    let path = desk.path().join("proposed.jsonl");
    let text = fs::read_to_string(&path).expect("there");
    fs::write(&path, format!("no proposal\n{text}")).expect("written");
    desk.read();
    desk.press("!");
    let text = desk.text();
    assert!(text.contains("proposed.jsonl:1:1"), "{text}");
    assert!(
        text.contains("the other proposals were read") || text.contains("hint"),
        "{text}"
    );
    desk.press("qI");
    assert!(
        desk.text().contains(&format!("Inbox ({waiting})")),
        "{}",
        desk.text()
    );
}
