//! Passages of sources on the screen, with their texts and without, and what is copied of them.

use bilat::dashboard::action::Effect;

use super::behaviour::{line, underlined};
use crate::screen::{Session, odd, parse, screen};

/// A text for the odd dossier's evidence: "words" in its first paragraph.
const GAZETTE: &str = "The first paragraph has the words in it.\n\nThe second one has others.\n";

#[test]
fn the_passage_shows_the_exact_words_among_their_neighbours() {
    let session = odd(80, 24).with_text(GAZETTE).press("1<enter>");
    let shown = session.text();
    assert!(shown.contains("¶1  The first paragraph") && shown.contains("¶2  The second"));
    assert_eq!(underlined(&session, "w"), "words");
}

#[test]
fn a_source_opens_as_its_text_at_the_passage() {
    let text = "One.\n\nTwo has the words.\n\nThree is a gap.\n";
    let shown = odd(120, 90).with_text(text).press("1p").text();
    assert!(line(&shown, "Gazette").contains("━━ source"), "{shown}");
    for paragraph in ["¶1  One.", "¶2  Two has", "¶3  Three is a gap."] {
        assert!(shown.contains(paragraph), "{shown}");
    }
    let found = odd(120, 40).with_text(text).press("1p/gap<enter>").text();
    assert!(found.contains("/ gap"), "{found}");
}

#[test]
fn without_the_text_the_cited_words_are_shown_and_said_to_be_all() {
    let shown = screen(120, 200, "1gp");
    assert!(shown.contains("Source text not available"), "{shown}");
    assert!(shown.contains("--sources DIR"), "{shown}");
    assert!(
        shown.contains("nothing is cited"),
        "gaps can be seen: {shown}"
    );
}

#[test]
fn a_citation_is_asked_to_be_copied_and_not_told_to_be() {
    for keys in ["1", "3<right>", "4<enter>", "c", "2"] {
        let mut session = Session::new(120, 40).press(keys);
        let Some(Effect::Copy(text)) = session.app.press(parse("y")[0]) else {
            panic!("nothing was copied after {keys}");
        };
        session.draw();
        assert!(
            !text.is_empty() && !session.text().contains("copied"),
            "{keys}: {text}"
        );
    }
}
