//! A session that is taken up again: the screen is the one that was left.

use bilat::dashboard::app::App;
use bilat::dashboard::app::session::Session as Kept;
use bilat::dashboard::app::{Content, Stage, Waiting};
use bilat::load::{Origin, load};
use bilat::verify::Texts;
use bilat::workspace::Workspace;
use chrono::NaiveDate;
use ratatui::Terminal;
use ratatui::backend::TestBackend;

use crate::screen::{PLAIN, Session};

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 28).expect("a day")
}

/// The built-in dossier as the loop opens it, with what was kept of an earlier session.
fn opened(kept: Option<Kept>) -> Session {
    let mut app = App::opening(PLAIN, day());
    if let Some(kept) = kept {
        app = app.with_session(kept);
    }
    let loaded = load(&Origin::BuiltIn);
    let head = Workspace::new(bilat::dossier::Dossier::default(), Some(day()), None);
    app.begin(head, Stage::Reading(0, 0));
    let effect = app.read(Content {
        workspace: Workspace::new(loaded.dossier, Some(day()), None),
        problems: loaded.problems,
        texts: Texts::default(),
        inbox: Waiting::No("no inbox".to_owned()),
    });
    app.set_stage(None);
    let terminal = Terminal::new(TestBackend::new(120, 40)).expect("memory");
    let mut session = Session { app, terminal };
    session.search(effect);
    session.draw();
    session
}

#[test]
fn what_was_left_is_there_again() {
    for keys in [
        "",
        "jjj",
        "G",
        "2jj",
        "2tt",
        "1x",
        "3jj",
        "4jjj",
        "4o",
        "z2z",
        "+",
        "_",
        "fenergy<enter>",
        "fenergy<enter>4jj",
        "[",
        "2[jj",
        "4zjj",
    ] {
        let mut left = opened(None).press(keys);
        let text = left.app.session().to_text().expect("JSON");
        let kept = Kept::parse(&text).expect("a session");
        let mut again = opened(Some(kept));
        // The rows may be scrolled otherwise; what is selected and shown is the same.
        assert_eq!(again.app.session(), left.app.session(), "{keys}");
        assert_eq!(again.app.scopes(), left.app.scopes(), "{keys}");
        left.resize(119, 39);
        again.resize(119, 39);
        let titles = |session: &Session| {
            session
                .text()
                .lines()
                .take(2)
                .map(str::to_owned)
                .collect::<Vec<_>>()
        };
        assert_eq!(titles(&again), titles(&left), "{keys}");
    }
}

#[test]
fn what_is_gone_is_left_out() {
    let text = r#"{"focus": 2, "selected": ["no-such-event", null, null, "nobody-said-this"],
        "listed": ["unfolded", "colour", null, null], "zoomed": false, "split": "both",
        "order": "newest", "lens": "id:nowhere-to-be-found", "as_of": "[1066]"}"#;
    let kept = Kept::parse(text).expect("a session");
    let session = opened(Some(kept));
    assert!(
        session.text().contains("┏ 2 Agreements"),
        "{}",
        session.text()
    );
    assert!(session.text().contains("lifted"), "{}", session.text());
}

#[test]
fn what_is_no_session_is_refused() {
    for text in ["", "{", "[]", "{}", "{\"focus\": 9}", "null", "\0"] {
        assert!(Kept::parse(text).is_err(), "{text}");
    }
    let text = Kept::default().to_text().expect("JSON");
    assert!(Kept::parse(&text).is_err(), "there is no panel 0");
}

#[test]
fn the_first_time_something_to_try_is_said() {
    let mut first = Session::new(120, 40);
    first.app = first.app.as_example(true);
    first.app.welcome();
    first.draw();
    assert!(
        first.text().contains("try: c · f energy · 4 / mines · y"),
        "{}",
        first.text()
    );
    let session = first.press("j");
    assert!(!session.text().contains("try:"));
}

#[test]
fn an_empty_dossier_says_what_to_do_next() {
    let session = Session::over(bilat::load::Loaded::default(), 120, 40);
    assert!(
        session.text().contains("`bilat draft`, `bilat import`"),
        "{}",
        session.text()
    );
    let full = Session::new(200, 60);
    assert!(!full.text().contains("`bilat add`"));
    assert!(
        full.text().contains("newest source [2025]"),
        "{}",
        full.text()
    );
}
