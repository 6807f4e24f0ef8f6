//! A text on the screen: its sentences, their verdicts, the keys, and what happens when it changes.

use std::fs;

use bilat::dashboard::action::Effect;
use bilat::dashboard::app::{Content, Vetted, Waiting};
use bilat::dashboard::keymap::Scope;
use bilat::load::{Loaded, Origin, load};
use bilat::verify::Texts;
use bilat::workspace::Workspace;
use tempfile::TempDir;

use crate::screen::{Session, parse, screen};

const OPEN: &str = "Vtests/fixtures/vet/brief.md<enter>";

/// A text of these words on the screen, in a file that can be changed.
fn opened(text: &str) -> (TempDir, String, Session) {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("text.md");
    fs::write(&file, text).expect("written");
    let path = file.to_str().expect("UTF-8").to_owned();
    let session = Session::new(120, 40).press(&format!("V{path}<enter>"));
    (folder, path, session)
}

/// The selected line of the list.
fn selected(session: &Session) -> String {
    let buffer = session.buffer();
    let reversed = |y: u16| {
        let cell = buffer.cell((4, y)).expect("a cell");
        cell.modifier.contains(ratatui::style::Modifier::REVERSED)
    };
    let y = (0..buffer.area.height)
        .find(|y| reversed(*y))
        .expect("a selection");
    let line = session.text();
    line.lines().nth(y.into()).expect("a line").to_owned()
}

/// The text is another one now: what the loop would do.
fn change(session: &mut Session, path: &str, text: &str) {
    fs::write(path, text).expect("written");
    session.app.text_changed();
    let again = session.app.vet_again();
    session.search(again);
    session.draw();
}

#[test]
fn the_sentences_have_their_verdicts_in_words() {
    insta::assert_snapshot!("text_80x24", screen(80, 24, &format!("{OPEN}n")));
    insta::assert_snapshot!("text_120x40", screen(120, 40, &format!("{OPEN}n")));
    let nothing = screen(120, 40, "Vtests/fixtures/vet/mood.txt<enter>");
    assert!(
        nothing.contains("nothing to check in 2 sentences"),
        "{nothing}"
    );
    assert!(nothing.contains("┏ mood.txt "), "{nothing}");
}

#[test]
fn problems_are_visited_in_turn_and_from_the_last_to_the_first() {
    let mut session = Session::new(120, 40).press(OPEN);
    assert!(session.app.scopes().contains(&Scope::Text));
    for (key, words, said) in [
        ("n", "✗ contradicted", None),
        ("n", "✗ contradicted", None),
        ("n", "≠ contested", None),
        (
            "n",
            "Bilateral trade",
            Some("from the last problem to the first"),
        ),
        (
            "N",
            "≠ contested",
            Some("from the first problem to the last"),
        ),
        ("N", "Laos joined", None),
        ("<end>", "Mongolia", None),
        ("<home>", "a brief", None),
    ] {
        session = session.press(key);
        let line = selected(&session);
        assert!(line.contains(words), "{key}: {line}");
        let text = session.text();
        assert!(said.is_none_or(|said| text.contains(said)), "{key}: {text}");
    }
    let session = Session::new(120, 40).press("Vtests/fixtures/vet/mood.txt<enter>n");
    assert!(
        session
            .text()
            .contains("no problem in the sentences listed")
    );
}

#[test]
fn only_what_is_suggested_is_copied() {
    let copied = |keys: &str| {
        let mut session = Session::new(120, 40).press(OPEN).press(keys);
        let effect = session.app.press(parse("y")[0]);
        session.draw();
        (effect, session.text())
    };
    let (effect, _) = copied("n");
    assert_eq!(
        effect,
        Some(Effect::Copy(
            "about US$ 8.3 million (contested: ASEAN Briefing [2023] gives about US$ 50 million for 2022 (¶48))".to_owned()
        ))
    );
    // The clause that is to be added to what is contested.
    let (effect, text) = copied("nnn");
    let Some(Effect::Copy(clause)) = effect else {
        panic!("nothing is copied: {text}");
    };
    assert!(clause.starts_with("Contested"), "{clause}");
    let (effect, text) = copied("");
    assert_eq!(effect, None);
    assert!(text.contains("no suggestion for this sentence"), "{text}");
    // In the pane too, as long as that shows the sentence.
    let (effect, _) = copied("n<enter>");
    assert_eq!(
        effect,
        Some(Effect::Copy(
            "about US$ 8.3 million (contested: ASEAN Briefing [2023] gives about US$ 50 million for 2022 (¶48))"
                .to_owned()
        ))
    );
    let menu = Session::new(120, 40).press(OPEN).press("nY").text();
    assert!(
        menu.contains("suggestion") && menu.contains("sentence"),
        "{menu}"
    );
}

#[test]
fn the_pane_leads_to_the_record_and_its_passage() {
    let pane = Session::new(120, 40).press(OPEN).press("n").text();
    for words in [
        "✗ contradicted (figure): “about US$ 8.8 million”",
        "the dossier has another figure",
        "Passage",
        "instead of “about US$ 8.8 million”",
    ] {
        assert!(pane.contains(words), "{words}\n{pane}");
    }
    let record = Session::new(120, 40).press(OPEN).press("n<enter><enter>");
    assert!(record.text().contains("━━ figure"), "{}", record.text());
    let back = record.press("<esc>");
    assert!(
        back.text().contains("✗ contradicted (figure)"),
        "{}",
        back.text()
    );
    // Esc leaves the text, and what was there before is there again.
    assert_eq!(back.press("<esc>").text(), screen(120, 40, ""));
    let passage = Session::new(120, 40).press(OPEN).press("np").text();
    assert!(passage.contains("━━ source"), "{passage}");
}

#[test]
fn the_list_is_searched_as_others_are() {
    let found = Session::new(120, 40)
        .press(OPEN)
        .press("/contradicted<enter>");
    assert!(found.text().contains("brief.md 2 of 8"), "{}", found.text());
    let lens = screen(120, 40, &format!("fenergy<enter>{OPEN}"));
    assert!(lens.contains("the lens does not apply"), "{lens}");
    assert!(lens.contains("2 contradicted"), "{lens}");
}

#[test]
fn what_cannot_be_read_says_why_and_changes_nothing() {
    let before = Session::new(120, 40).press("2jj<enter>");
    let was = before.text();
    let after = before.press("V/no/such/file.md<enter>");
    let text = after.text();
    assert!(text.contains("cannot read /no/such/file.md: "), "{text}");
    let without = |text: &str| {
        let lines: Vec<&str> = text.lines().collect();
        lines[..lines.len() - 1].join("\n")
    };
    assert_eq!(without(&text), without(&was));
    // What was typed is there to be changed.
    let again = after.press("V").text();
    assert!(again.contains("/no/such/file.md"), "{again}");
    assert_eq!(screen(120, 40, "Vabc<esc>"), screen(120, 40, ""));
}

#[test]
fn a_text_that_changes_keeps_its_selection() {
    let joined = "Laos joined the RCEP in January 2020.";
    let (_folder, path, session) = opened(&format!("Good day.\n\n{joined}\n\nGood bye.\n"));
    let mut session = session.press("n");
    assert!(selected(&session).contains("✗ contradicted"));
    // A sentence before it.
    change(
        &mut session,
        &path,
        &format!("Good day. How are you?\n\n{joined}\n\nGood bye.\n"),
    );
    assert!(
        selected(&session).contains("Laos joined"),
        "{}",
        session.text()
    );
    // The sentence itself.
    let fixed = joined.replace("2020", "2022");
    change(
        &mut session,
        &path,
        &format!("Good day. How are you?\n\n{fixed}\n\nGood bye.\n"),
    );
    assert!(
        selected(&session).contains("✓ supported"),
        "{}",
        session.text()
    );
    // It is gone, and the file too.
    change(&mut session, &path, "Good day. How are you?\n\nGood bye.\n");
    assert!(
        selected(&session).contains("Good bye"),
        "{}",
        session.text()
    );
    fs::remove_file(&path).expect("removed");
    session.app.text_changed();
    let again = session.app.vet_again();
    session.search(again);
    session.draw();
    assert!(
        session.text().contains("shown as it was before"),
        "{}",
        session.text()
    );
    assert!(session.text().contains("Good bye"), "{}", session.text());
}

/// The verdicts are those of the dossier that is shown, whatever answer comes late.
#[test]
fn another_dossier_gives_other_verdicts() {
    let text = "Laos joined the RCEP in January 2022.";
    let (_folder, _, mut session) = opened(text);
    assert!(session.text().contains("✓ supported"), "{}", session.text());
    let late = session.app.press(parse("R")[0]);
    assert_eq!(late, Some(Effect::Reload));
    let Some(Effect::Vet { number, path }) = session.app.vet_again() else {
        panic!("it is compared again");
    };
    let outcome = session.compared(&path);
    session.app.read(Content {
        workspace: Workspace::new(Loaded::default().dossier, None, None),
        problems: Vec::new(),
        texts: Texts::default(),
        inbox: Waiting::No("none".to_owned()),
    });
    let again = session.app.vet_again();
    // The answer of before comes late and is not wanted any more.
    session.app.vetted(Vetted { number, outcome });
    session.draw();
    session.search(again);
    session.draw();
    let shown = session.text();
    assert!(shown.contains("· not in the dossier"), "{shown}");
    session.app.read(Content {
        workspace: Workspace::new(load(&Origin::BuiltIn).dossier, None, None),
        problems: Vec::new(),
        texts: Texts::default(),
        inbox: Waiting::No("none".to_owned()),
    });
    let again = session.app.vet_again();
    session.search(again);
    session.draw();
    assert!(session.text().contains("✓ supported"), "{}", session.text());
}

#[test]
fn the_editor_opens_at_the_sentence() {
    let mut session = Session::new(120, 40).press(OPEN).press("nn");
    let effect = session.app.press(parse("e")[0]);
    let path = "tests/fixtures/vet/brief.md".to_owned();
    assert_eq!(
        effect,
        Some(Effect::EditText {
            path,
            line: Some(8)
        })
    );
}

/// Nothing of a text is obeyed by the terminal.
#[test]
fn what_is_in_a_text_is_safe_to_draw() {
    let (_folder, _, session) = opened("Laos \u{1b}[2Jjoined \u{202e}the RCEP in January 2020.\n");
    let session = session.press("n");
    let text = session.text();
    assert!(
        text.contains("<U+001B>[2J") && text.contains("<U+202E>"),
        "{text}"
    );
    assert!(
        !text.contains('\u{1b}') && !text.contains('\u{202e}'),
        "{text}"
    );
}
