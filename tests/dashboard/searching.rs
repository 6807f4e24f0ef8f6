//! Searching: orders, offers, the searches of before, everything at once, and an archive that is
//! searched behind the screen.

use std::fmt::Write;

use bilat::dashboard::action::Effect;
use bilat::load::{Loaded, Origin, load_with};

use crate::screen::{Session, parse, screen};

/// The line of the screen that holds `needle`.
fn line(screen: &str, needle: &str) -> String {
    let found = screen.lines().find(|line| line.contains(needle));
    found
        .unwrap_or_else(|| panic!("no `{needle}` in\n{screen}"))
        .to_owned()
}

/// The title of the quotes.
fn title(screen: &str) -> String {
    line(screen, "4 Quotes ")
}

#[test]
fn the_order_of_the_quotes_turns() {
    let dossier = screen(120, 40, "4");
    let newest = screen(120, 40, "4o");
    assert!(title(&newest).contains("newest first"), "{newest}");
    let first = newest
        .lines()
        .position(|l| l.contains("▌"))
        .expect("a selection");
    assert!(
        dossier != newest && line(&newest, "┃▌").contains("Putin"),
        "{newest}"
    );
    assert!(first > 0);
    let best = screen(200, 40, "4oo/lao<enter>g");
    assert!(title(&best).contains("best match first"), "{best}");
    let back = screen(120, 40, "4ooog");
    assert_eq!(back, dossier);
    // A whole word comes before a part of one.
    let part = screen(200, 40, "4/lao<enter>");
    assert_ne!(best.replace(" · best match first", ""), part);
}

#[test]
fn the_title_tells_from_when_to_when() {
    let shown = screen(120, 40, "4/cooperation");
    assert!(title(&shown).contains(" of 38 · 2023"), "{shown}");
    let both = screen(120, 40, "4/soviet");
    assert!(title(&both).contains("2023–2025 █ ▁"), "{both}");
}

#[test]
fn values_of_a_field_are_offered_and_completed() {
    let offered = screen(120, 40, "4/speaker:ya");
    assert!(
        line(&offered, "Tab ").contains("Pany Yathotou"),
        "{offered}"
    );
    let first = Session::new(120, 40).press("4/speaker:p<tab>").text();
    let second = Session::new(120, 40).press("4/speaker:p<tab><tab>").text();
    assert!(first.contains("/ speaker:putin"), "{first}");
    assert!(title(&first).contains("19 of 38"), "{first}");
    assert!(second.contains("/ speaker:pany-yathotou"), "{second}");
    let role = Session::new(120, 40).press("4/role:mod<tab>").text();
    assert!(
        role.contains("/ role:\"Moderator of the session\""),
        "{role}"
    );
    assert!(
        !screen(120, 40, "4/putin").contains("Tab   "),
        "nothing to offer"
    );
    assert_eq!(
        screen(120, 40, "4/putin<tab>"),
        screen(120, 40, "4/putin"),
        "nothing to complete"
    );
}

#[test]
fn searches_of_before_come_back() {
    let keys = "4/putin<enter>/<ctrl-u>laos<enter>/<ctrl-u>draft";
    let up = |keys_after: &str| {
        Session::new(120, 40)
            .press(&format!("{keys}{keys_after}"))
            .text()
    };
    assert!(up("<up>").contains("/ laos"));
    assert!(up("<up><up>").contains("/ putin"));
    assert!(
        up("<up><up><up>").contains("/ putin"),
        "there is none before"
    );
    assert!(up("<up><up><down>").contains("/ laos"));
    assert!(
        up("<up><down>").contains("/ draft"),
        "what was typed is not lost"
    );
    assert!(up("<up><up><down><down><down>").contains("/ draft"));
}

#[test]
fn a_search_that_is_kept_is_remembered_once() {
    let mut session = Session::new(80, 24).press("4/putin");
    let remembered = Effect::Remember("putin".to_owned());
    assert_eq!(session.app.press(parse("<enter>")[0]), Some(remembered));
    session = session.press("/");
    assert_eq!(session.app.press(parse("<enter>")[0]), None);
    let mut session = Session::new(80, 24).press("4/");
    assert_eq!(session.app.press(parse("<enter>")[0]), None);
}

#[test]
fn everything_is_searched_at_once() {
    let shown = screen(120, 40, "<ctrl-f>moscow");
    for kind in ["events (3 of 61)", "quotes (5 of 38)", "sources (1 of 2)"] {
        assert!(shown.contains(kind), "{kind}\n{shown}");
    }
    let fields = screen(120, 40, "<ctrl-f>topic:demining");
    assert!(fields.contains("quotes (3 of 38)"), "{fields}");
    let from_panel = screen(120, 40, "4/moscow<ctrl-f>");
    assert!(from_panel.contains("/ moscow") && from_panel.contains("events (3 of 61)"));
    let opened = screen(120, 40, "<ctrl-f>nuclear memorandum<enter><enter>");
    assert!(opened.contains("━━ event · "), "{opened}");
    assert_eq!(
        screen(120, 40, "1<ctrl-f>zzz<esc><esc>"),
        screen(120, 40, "1")
    );
}

/// As many quotes as are searched behind the screen, in memory.
fn archive() -> Loaded {
    let mut quotes = String::from("[");
    for at in 0..6_000 {
        let comma = if at == 0 { "" } else { "," };
        let word = if at % 1_000 == 0 { "needle" } else { "hay" };
        write!(
            quotes,
            r#"{comma}{{"id": "a{at}", "speaker": "putin", "said": "{}", "text": "{word} number {at}", "evidence": [{{"source": "article-2025", "paragraph": 1}}]}}"#,
            2000 + at / 1_000
        )
        .expect("a string takes all");
    }
    quotes.push(']');
    let texts = [
        ("quotes.json".to_owned(), quotes),
        ("disputes.json".to_owned(), "[]".to_owned()),
    ];
    load_with(&Origin::BuiltIn, &texts.into())
}

#[test]
fn an_archive_is_searched_behind_the_screen() {
    let mut session = Session::over(archive(), 120, 40).press("4/needl");
    assert!(
        title(&session.text()).contains("6 of 6000 · 2000–2005 ██████"),
        "{}",
        session.text()
    );
    let Some(Effect::Find(first)) = session.app.press(parse("e")[0]) else {
        panic!("a search");
    };
    session.draw();
    assert!(
        title(&session.text()).contains("6 of 6000 · 2000–2005 ██████ …"),
        "it goes on"
    );
    let Some(Effect::Find(second)) = session.app.press(parse("x")[0]) else {
        panic!("a search");
    };
    session.app.answer(first.run(&|| true).expect("wanted"));
    session.draw();
    assert!(
        title(&session.text()).contains(" …"),
        "the answer to an older key is not shown"
    );
    session.app.answer(second.run(&|| true).expect("wanted"));
    session.draw();
    assert!(
        title(&session.text()).contains(" 0 of 6000 "),
        "{}",
        session.text()
    );
    assert!(session.text().contains("no quotes match"));
    let session = session.press("<esc>");
    assert!(
        title(&session.text()).contains(" 1/6000 "),
        "{}",
        session.text()
    );
}

#[test]
fn an_archive_can_be_listed_in_every_order_and_with_everything_else() {
    let newest = Session::over(archive(), 120, 40).press("4o/needle").text();
    assert!(
        newest.find("5000").expect("shown") < newest.find("4000").expect("shown"),
        "{newest}"
    );
    let all = Session::over(archive(), 120, 40)
        .press("<ctrl-f>needle")
        .text();
    assert!(all.contains("quotes (6 of 6000)"), "{all}");
    let index = Session::over(archive(), 120, 40).press("iG").text();
    assert!(index.contains("sources (2)"), "{index}");
    let person = Session::over(archive(), 120, 60)
        .press("4<enter><enter>G")
        .text();
    assert!(
        person.contains("5800 quotes; search the quotes for speaker:putin"),
        "{person}"
    );
}
