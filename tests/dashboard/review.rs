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
