//! The inbox: who speaks, what a row shows, and what is offered for a proposal.

use std::fs;

use bilat::load::{Origin, load};

use crate::inbox::{ARTICLE, Desk};
use crate::screen::Session;

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

/// The title of a text of others is above its passage, and in every row: nothing in it reorders or hides the screen.
#[test]
fn a_title_shows_what_a_terminal_would_obey() {
    let article = "Laos \u{202e}\u{2066}\u{200b}\u{feff}and Russia meet\n\nLao Prime Minister Somphet Vannasin met Russian \
        Foreign Minister Igor Belov.\n";
    let mut desk = Desk::new(article);
    desk.press("I");
    for _ in 0..4 {
        let text = desk.text();
        assert!(text.contains("<U+202E>"), "{text}");
        let raw = |c| matches!(c, '\u{202e}' | '\u{2066}' | '\u{200b}' | '\u{feff}');
        assert!(!text.contains(raw), "{text}");
        desk.press("<down>");
    }
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

/// The inbox that is asked for before it is read opens then, unless another key was pressed.
#[test]
fn the_inbox_opens_when_it_has_been_read() {
    for (keys, opens) in [("I", true), ("Ij", false)] {
        let mut desk = Desk::new(ARTICLE);
        desk.session = Session::over(load(&Origin::Folder(desk.path().to_owned())), 120, 40);
        desk.press(keys);
        assert!(!desk.text().contains("Inbox ("), "{}", desk.text());
        desk.read();
        assert_eq!(desk.text().contains("Inbox ("), opens, "{}", desk.text());
        assert!(!desk.text().contains("still being read"), "{}", desk.text());
    }
}

/// Only what was decided since the start can be taken back.
#[test]
fn undo_is_offered_for_decisions_of_this_session() {
    let mut desk = Desk::new(ARTICLE);
    desk.session.resize(200, 40);
    desk.press("Ix<down>");
    let offers = |desk: &Desk| desk.text().contains("u undo");
    assert!(offers(&desk), "{}", desk.text());
    desk.press("u<down>");
    assert!(!offers(&desk), "{}", desk.text());
    desk.press("x");
    desk.session = Session::over(load(&Origin::Folder(desk.path().to_owned())), 200, 40);
    desk.read();
    desk.press("I");
    assert!(!offers(&desk), "{}", desk.text());
}

/// The record that a new agreement follows is the first to be merged with.
#[test]
fn what_a_proposal_was_compared_with_is_offered_first() {
    let article =
        "A third roadmap on nuclear energy would be signed in September 2026, Rosatom said.";
    let mut desk = Desk::new(article);
    let inbox = desk.inbox();
    let one = inbox.open().find(|one| one.kind == "agreement");
    let id = one.expect("an agreement").id.clone();
    desk.press("I");
    desk.select(&id);
    desk.press("m");
    let text = desk.text();
    let mut rows = text.lines().skip_while(|line| !line.contains("Merge with"));
    let first = rows.nth(2).expect("a row");
    assert!(first.contains("nuclear energy 2025"), "{text}");
}

/// How certain a proposal is shows beside it, on a small screen too: what is unsure has a sign.
#[test]
fn the_certainty_of_a_proposal_is_shown() {
    let article = "Exports of cocoa from Russia to Laos were $4 million in 2024.\n\n\
        Laos opened forty clinics with Russia in 2024.\n";
    for (columns, rows) in [(80, 24), (120, 40)] {
        let mut desk = Desk::new(article);
        desk.session.resize(columns, rows);
        desk.press("I");
        let inbox = desk.inbox();
        for one in inbox.open() {
            let text = desk.text();
            let certainty = one.confidence.as_str();
            let words = [
                format!("─ {certainty} · proposed"),
                format!("─ {certainty} ╮"),
            ];
            assert!(words.iter().any(|words| text.contains(words)), "{text}");
            let number = format!("¶{}", one.anchor.paragraph);
            let is_row = |line: &&str| line.contains("  new") && line.contains(&number);
            let row = text.lines().find(is_row).unwrap_or_default().to_owned();
            assert!(!row.is_empty(), "{text}");
            desk.press("<down>");
        }
        let unsure = inbox
            .open()
            .filter(|one| one.confidence.as_str() == "unsure");
        let (unsure, text) = (unsure.count(), desk.text());
        assert!(unsure > 0, "{text}");
        assert_eq!(text.matches("? ¶").count(), unsure, "{text}");
    }
}
