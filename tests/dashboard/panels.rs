//! Every panel and overlay as a person sees it, at the sizes that matter. The pictures are kept
//! as snapshots: read one before accepting it.

use insta::assert_snapshot;

use crate::screen::{Session, odd, screen};

#[test]
fn the_first_screen() {
    assert_snapshot!("start_80x24", screen(80, 24, ""));
    assert_snapshot!("start_120x40", screen(120, 40, ""));
    assert_snapshot!("start_200x60", screen(200, 60, ""));
}

#[test]
fn timeline() {
    assert_snapshot!("timeline_search", screen(80, 24, "1/rosatom"));
    assert_snapshot!("timeline_lanes", screen(80, 24, "1G"));
    assert_snapshot!("timeline_nothing", screen(80, 24, "1/zzz"));
    assert_snapshot!("timeline_odd", odd(80, 30).press("1").text());
}

#[test]
fn agreements() {
    for (turns, name) in ["topic", "year", "status", "party"].into_iter().enumerate() {
        let keys = format!("2{}", "t".repeat(turns));
        assert_snapshot!(format!("agreements_{name}"), screen(80, 24, &keys));
    }
    assert_snapshot!("agreements_closed", screen(80, 24, "2C"));
    assert_snapshot!("agreements_search", screen(80, 24, "2C/nuclear"));
    assert_snapshot!("agreements_zoomed", screen(120, 40, "2z"));
    assert_snapshot!("agreements_odd", odd(80, 24).press("2").text());
}

#[test]
fn every_row_of_the_tree_says_something_wherever_it_is_scrolled_to() {
    let mut session = Session::new(80, 24).press("2");
    for key in "G k G C E G gg j t G t G gg <end> <home> <pgdn> <pgup>".split(' ') {
        session = session.press(key);
        let shown = session.text();
        let mut lines = shown.lines().skip_while(|line| !line.starts_with('┏'));
        let rows: Vec<_> = lines
            .by_ref()
            .skip(1)
            .take_while(|line| line.contains('┃'))
            .collect();
        assert!(rows.len() > 3, "{shown}");
        let said = |row: &&str| row.chars().any(char::is_alphanumeric);
        let count = rows.iter().take_while(|row| said(row)).count();
        assert!(count == rows.len(), "after {key}:\n{shown}");
    }
}

/// The sign of a row is about the figures that the row shows: that of another year is in the table of the
/// pane.
#[test]
fn a_row_of_trade_has_the_sign_of_its_own_figures() {
    let text = screen(200, 60, "3");
    let of = |name: &str| {
        let line = text
            .lines()
            .find(|line| line.contains(name))
            .expect("a row");
        let from = line.find(name).expect("the name");
        let end = line[from..]
            .find(['│', '┃'])
            .map_or(line.len(), |end| from + end);
        line[from..end].to_owned()
    };
    assert!(of("Trade, total  ").contains('≠'), "{text}");
    assert!(!of("Trade, growth  ").contains('≠'), "{text}");
}

#[test]
fn trade() {
    assert_snapshot!("trade_level", screen(80, 24, "3"));
    assert_snapshot!("trade_growth", screen(80, 24, "3j<left>"));
    assert_snapshot!("trade_goods", screen(80, 24, "3/goods"));
    assert_snapshot!("trade_zoomed", screen(200, 60, "3z"));
    for (row, name) in [
        "gaps", "months", "empty", "negative", "growth", "one", "two", "flat", "huge", "undated",
        "forecast", "bare",
    ]
    .into_iter()
    .enumerate()
    {
        let keys = format!("3{}", "j".repeat(row));
        assert_snapshot!(format!("trade_odd_{name}"), odd(80, 24).press(&keys).text());
    }
}

#[test]
fn quotes() {
    assert_snapshot!("quotes_search", screen(80, 24, "4/soviet cooperation"));
    assert_snapshot!("quotes_kept", screen(120, 40, "4/soviet<enter>n"));
    assert_snapshot!("quotes_last", screen(80, 24, "4G"));
    assert_snapshot!("quotes_lao", odd(80, 24).press("4/ຮ່ວມມື").text());
    assert_snapshot!("quotes_long", odd(80, 24).press("4/needle").text());
}

#[test]
fn records() {
    for (name, keys) in [
        ("event", "1/roadmap for 2025<enter><enter>"),
        ("agreement", "2/roadmap<enter>j<enter>"),
        ("series", "3<enter>"),
        ("figure", "3<right><enter>"),
        ("quote", "4/hydro<enter><enter>"),
        ("person", "i/yathotou deputy<enter>jj<enter>"),
        ("organisation", "i/eaeu<enter>G<enter>"),
        ("source", "i/asean briefing<enter>G<enter>"),
        ("dispute", "cj<enter>"),
    ] {
        assert_snapshot!(format!("record_{name}"), screen(120, 40, keys));
    }
    assert_snapshot!("record_80x24", screen(80, 24, "2/roadmap<enter>j<enter>"));
    assert_snapshot!("record_200x60", screen(200, 60, "4/hydro<enter><enter>"));
}

#[test]
fn lists() {
    assert_snapshot!("help_120x40", screen(120, 40, "2?"));
    assert_snapshot!("help_80x24", screen(80, 24, "?G"));
    assert_snapshot!("contested", screen(80, 24, "c"));
    assert_snapshot!("index_search", screen(80, 24, "i/moscow"));
    assert_snapshot!("problems_none", screen(80, 24, "!"));
}

#[test]
fn too_small_says_so() {
    assert_snapshot!("small_39x10", screen(39, 10, ""));
    assert_snapshot!("small_40x10", screen(40, 10, ""));
    assert_eq!(screen(1, 1, "j"), "b\n");
}

#[test]
fn no_size_and_no_state_breaks_the_drawing() {
    for keys in [
        "",
        "2",
        "3jj",
        "4/laos",
        "1<enter>",
        "?",
        "c",
        "i/a",
        "!",
        "4z/a<enter>",
    ] {
        let mut session = Session::new(80, 24).press(keys);
        for (columns, rows) in (0..=60).flat_map(|c| [(c, 24), (80, c), (c, c / 2 + 9)]) {
            session.resize(columns, rows);
        }
        session.resize(1000, 500);
    }
}
