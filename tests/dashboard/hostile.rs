//! What a dossier says is shown and never obeyed, whatever it says.

use std::cell::RefCell;
use std::fmt::Write as _;
use std::io::Write;
use std::path::Path;
use std::rc::Rc;

use bilat::dashboard::app::App;
use bilat::load::{Loaded, Origin, load};
use proptest::prelude::*;
use ratatui::backend::CrosstermBackend;
use ratatui::layout::Rect;
use ratatui::{Terminal, TerminalOptions, Viewport};

use crate::screen::{PLAIN, Session, parse};

/// Escape sequences, C1 controls, bidirectional overrides, invisible and separating characters,
/// a clipboard write, a link, and more marks than a letter can carry.
fn poison() -> String {
    let marks = "\u{301}".repeat(60);
    format!(
        "A\x1b[31mB\u{9b}2J\x1b]52;c;QQ==\x07C\u{202e}D\u{200b}E\u{2028}F\u{2066}G\u{feff}\x1b]8;;x\x1b\\H\0I\x7fJ\u{e0041}K{marks}L\r\nM\tN"
    )
}

/// A dossier in which every text says [`poison`].
#[allow(clippy::too_many_lines, reason = "a table of files")]
pub(crate) fn poisoned(folder: &Path) -> Loaded {
    let bad = serde_json::to_string(&poison()).expect("a string");
    let evidence = format!(r#"[{{"source":"s","paragraph":1,"exact":{bad}}}]"#);
    let files = [
        (
            "dossier",
            format!(
                r#"{{"format":"bilat/1","title":{bad},"sides":[{{"code":"LAO","name":{bad}}},{{"code":"RUS","name":{bad}}}],"topics":[{{"id":"t","label":{bad}}}]}}"#
            ),
        ),
        (
            "sources",
            format!(
                r#"[{{"id":"s","type":{bad},"title":{bad},"container_title":{bad},"publisher":{bad},"URL":{bad},"missing":[{bad}],"note":{bad}}}]"#
            ),
        ),
        (
            "people",
            format!(
                r#"[{{"id":"p","name":{bad},"native_name":{bad},"aliases":[{bad}],"roles":[{{"title":{bad},"evidence":{evidence}}}],"evidence":{evidence}}}]"#
            ),
        ),
        (
            "organisations",
            format!(
                r#"[{{"id":"o","name":{bad},"acronym":{bad},"kind":{bad},"evidence":{evidence}}}]"#
            ),
        ),
        (
            "events",
            format!(
                r#"[{{"id":"e","title":{bad},"summary":{bad},"kind":{bad},"status":"occurred","place":{bad},"date":{{"edtf":"2020","basis":"inferred","why":{bad}}},"participants":[{{"who":"p","role":{bad}}}],"evidence":{evidence},"topics":["t"],"note":{bad}}}]"#
            ),
        ),
        (
            "agreements",
            format!(
                r#"[{{"id":"a","title":{bad},"kind":"treaty","status":"signed","evidence":{evidence},"topics":["t"],"note":{bad}}}]"#
            ),
        ),
        (
            "series",
            format!(
                r#"[{{"id":"n","title":{bad},"kind":"trade","unit":{bad},"commodity":{bad},"observations":[{{"id":"n1","period":"2020","value":1,"note":{bad},"evidence":{evidence}}},{{"id":"n2","period":"2021","value":2,"evidence":{evidence}}}]}},{{"id":"g","title":{bad},"kind":"goods","items":[{{"name":{bad},"evidence":{evidence}}}]}}]"#
            ),
        ),
        (
            "quotes",
            format!(
                r#"[{{"id":"q","speaker":"p","role":{bad},"event":"e","text":{bad},"prompt":{bad},"evidence":[{{"source":"s","paragraph":1}}]}}]"#
            ),
        ),
        (
            "claims",
            format!(r#"[{{"id":"c","statement":{bad},"evidence":{evidence}}}]"#),
        ),
        (
            "disputes",
            format!(
                r#"[{{"id":"d","title":{bad},"kind":"missing","between":["a"],"explanation":{bad},"evidence":{evidence}}}, {{{bad}:1}}]"#
            ),
        ),
    ];
    for (name, text) in files {
        std::fs::write(folder.join(format!("{name}.json")), text).expect("a file");
    }
    let origin = Origin::new(Some(folder)).expect("the folder is there");
    load(&origin)
}

/// A terminal that keeps what it is sent.
#[derive(Clone, Default)]
struct Sent(Rc<RefCell<Vec<u8>>>);

impl Write for Sent {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.borrow_mut().write(bytes)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// Everything that is sent to the terminal while `keys` are pressed.
fn bytes_for(loaded: Loaded, keys: &str) -> String {
    let area = Rect::new(0, 0, 120, 40);
    let options = TerminalOptions {
        viewport: Viewport::Fixed(area),
    };
    let sent = Sent::default();
    let backend = CrosstermBackend::new(sent.clone());
    let mut terminal = Terminal::with_options(backend, options).expect("a buffer cannot fail");
    let mut app = App::new(loaded, PLAIN, None);
    for key in parse(keys) {
        app.press(key);
        terminal
            .draw(|frame| app.render(frame))
            .expect("a buffer cannot fail");
    }
    drop(terminal);
    String::from_utf8(sent.0.take()).expect("UTF-8")
}

/// What a terminal would obey, reorder by or hide in `sent`, apart from moving, styling and
/// showing the cursor.
fn obeyed(sent: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = sent;
    while let Some(c) = rest.chars().next() {
        rest = &rest[c.len_utf8()..];
        if c == '\x1b' {
            let end = rest
                .find(|c: char| c.is_ascii_alphabetic())
                .unwrap_or(rest.len());
            let (sequence, after) = rest.split_at((end + 1).min(rest.len()));
            let known = sequence.starts_with('[') && sequence.ends_with(['H', 'm', 'l', 'h']);
            let plain = sequence
                .strip_prefix('[')
                .unwrap_or("")
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || b == b';' || b == b'?');
            if !known || !plain {
                found.push(format!("ESC {sequence:?}"));
            }
            rest = after;
        } else if c.is_control()
            || matches!(u32::from(c), 0x200b..=0x200f | 0x2028..=0x202e | 0x2060..=0x206f | 0xfeff | 0xe0000..=0xe0fff)
        {
            found.push(format!("{c:?}"));
        }
    }
    found
}

#[test]
fn nothing_in_a_dossier_is_obeyed() {
    let folder = tempfile::tempdir().expect("a folder");
    let keys =
        "1<enter>qq2jj<enter>q3<right><enter>q3j4<enter>jjjjq/A<enter>ci!?<esc><esc><esc><esc>i";
    for panel in [
        "",
        "1<enter>",
        "2jj<enter>",
        "3<enter>",
        "3j",
        "4<enter>",
        "4/M",
        "c<enter>",
        "ijjjjj<enter>",
        "!",
        keys,
    ] {
        let sent = bytes_for(poisoned(folder.path()), panel);
        assert_eq!(obeyed(&sent), Vec::<String>::new(), "after {panel}");
        let stacked = sent
            .split(|c| c != '\u{301}')
            .map(|run| run.chars().count())
            .max();
        assert!(
            stacked <= Some(8),
            "after {panel}: {stacked:?} marks on one letter"
        );
    }
}

#[test]
fn what_was_there_is_shown_as_a_mark() {
    let folder = tempfile::tempdir().expect("a folder");
    let shown = Session::over(poisoned(folder.path()), 120, 40)
        .press("4")
        .text();
    for mark in ["<U+001B>[31m", "<U+009B>", "<U+202E>", "<U+200B>"] {
        assert!(shown.contains(mark), "{mark} is missing in\n{shown}");
    }
}

#[test]
fn problems_are_told_without_obeying_them() {
    let folder = tempfile::tempdir().expect("a folder");
    let loaded = poisoned(folder.path());
    assert_eq!(loaded.problems.len(), 1, "{:?}", loaded.problems);
    let problems: String = loaded.problems.iter().map(ToString::to_string).collect();
    assert_eq!(obeyed(&problems.replace('\n', " ")), Vec::<String>::new());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_figures_break_a_chart(
        values in prop::collection::vec((1800i32..2100, -999_999_999_999_999i64..=999_999_999_999_999, 0u32..14), 0..12),
        columns in 1u16..140,
        rows in 1u16..50,
    ) {
        let folder = tempfile::tempdir().expect("a folder");
        let mut observations = String::new();
        for (at, (year, mantissa, decimals)) in values.iter().enumerate() {
            let divisor = 10i64.pow(*decimals);
            let (whole, part) = (mantissa / divisor, (mantissa % divisor).abs());
            let width = *decimals as usize;
            let number = if *decimals == 0 { whole.to_string() } else { format!("{whole}.{part:0width$}") };
            let comma = if at == 0 { "" } else { "," };
            let _ = write!(observations, r#"{comma}{{"id":"n{at}","period":"{year}","value":{number},"evidence":[]}}"#);
        }
        std::fs::write(folder.path().join("dossier.json"), r#"{"format":"bilat/1","title":"x","sides":[{"code":"LAO","name":"a"},{"code":"RUS","name":"b"}]}"#).expect("a file");
        std::fs::write(folder.path().join("series.json"), format!(r#"[{{"id":"n","title":"n","kind":"trade","unit":"USD","observations":[{observations}]}},
            {{"id":"g","title":"g","kind":"growth","unit":"%","of":"n","observations":[{}]}}]"#, observations.replace("\"n", "\"g"))).expect("a file");
        let origin = Origin::new(Some(folder.path())).expect("the folder is there");
        let mut session = Session::over(load(&origin), columns, rows).press("3<left>j<left>");
        session.resize(rows, columns);
    }
}
