//! The bottom line: it offers what works where it stands, in the word of what that does.

use bilat::load::{Origin, load};

use crate::screen::{Session, screen};

/// The keys that are offered.
fn footer(screen: &str) -> String {
    let last = screen.lines().rfind(|line| !line.trim().is_empty());
    last.unwrap_or_default().to_owned()
}

/// The parts of a footer: "Esc cancel".
fn offers(screen: &str, offer: &str) -> bool {
    footer(screen).split("  ").any(|one| one.trim() == offer)
}

#[test]
fn lists_without_records_offer_no_keys_for_records() {
    for keys in ["?", "w", "!", "m"] {
        let screen = screen(200, 40, keys);
        for offer in ["Space mark", "p passage", "y cite", "e edit"] {
            assert!(!offers(&screen, offer), "{keys}: {}", footer(&screen));
        }
        assert!(offers(&screen, "q close"), "{}", footer(&screen));
    }
    let read = screen(200, 40, "1<enter>");
    assert!(offers(&read, "p passage") && offers(&read, "y cite"));
}

#[test]
fn a_brief_offers_to_be_written_at_every_width() {
    for (columns, rows) in [(60, 20), (80, 24), (100, 30), (120, 40), (200, 60)] {
        let screen = screen(columns, rows, "B");
        assert!(offers(&screen, "w write"), "{columns}: {}", footer(&screen));
    }
    assert!(!offers(&screen(200, 40, "1<enter>"), "w write"));
}

#[test]
fn every_prompt_says_what_enter_does() {
    for (keys, enter, escape) in [
        ("/", "Enter keep", "Esc undo"),
        ("f", "Enter keep", "Esc undo"),
        (":", "Enter run", "Esc cancel"),
        ("V", "Enter compare", "Esc cancel"),
    ] {
        let screen = screen(120, 40, keys);
        assert!(offers(&screen, enter), "{keys}: {}", footer(&screen));
        assert!(offers(&screen, escape), "{keys}: {}", footer(&screen));
    }
    assert!(!offers(&screen(120, 40, "V"), "↑ before"));
}

#[test]
fn an_empty_dossier_offers_nothing_to_read() {
    let folder = tempfile::tempdir().expect("a folder");
    let about = r#"{"format": "bilat/1", "title": "A and B",
        "sides": [{"code": "FJI", "name": "Fiji"}, {"code": "PER", "name": "Peru"}]}"#;
    std::fs::write(folder.path().join("dossier.json"), about).expect("written");
    let loaded = load(&Origin::Folder(folder.path().to_owned()));
    let screen = Session::over(loaded, 160, 40).text();
    for offer in [
        "Enter read",
        "/ search",
        "B brief",
        "i index",
        "c contested",
    ] {
        assert!(!offers(&screen, offer), "{}", footer(&screen));
    }
}

#[test]
fn a_source_without_its_text_says_how_to_give_it() {
    let screen = screen(120, 40, "1<enter>pv");
    assert!(footer(&screen).contains("--sources DIR") || screen.contains("v selects from there"));
}
