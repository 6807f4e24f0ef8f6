//! What is selected: a group, the advice on a record, the bars of a series.

use ratatui::style::Modifier;

use crate::screen::{Session, screen};

#[test]
fn a_selected_group_shows_what_is_in_it() {
    let third = screen(120, 40, "2G");
    assert!(third.contains("not between the two ─"), "{third}");
    assert!(third.contains("9 agreements"), "{third}");
    assert!(
        third.contains("in force    GSP status for Laos in Belarus"),
        "{third}"
    );
    let first = screen(120, 40, "2gg");
    assert!(first.contains("─ 1 agreement ╮"), "{first}");
    // On to a record, and back to a group.
    let record = screen(120, 40, "2ggj");
    assert!(
        record.contains("Strategic partnership of Russia and Laos ─"),
        "{record}"
    );
    assert_eq!(screen(120, 40, "2ggjk"), first);
}

#[test]
fn what_may_be_written_is_told_whole() {
    for (columns, rows) in [(80, 24), (100, 30), (120, 40), (160, 50)] {
        let shown = screen(columns, rows, "3l");
        let below = shown.lines().skip_while(|row| !row.contains("Write (y)"));
        let told: Vec<&str> = below.take(2).collect();
        let (_, first) = told[0].split_once("Write (y) ").expect("the key");
        assert!(
            first.starts_with("do not use alone: in a grave conflict"),
            "{shown}"
        );
        assert!(!first.contains('…'), "{shown}");
        assert!(told.concat().contains("other statements"), "{shown}");
    }
}

#[test]
fn the_bars_of_the_selected_series_are_not_reversed() {
    let session = Session::new(120, 40).press("3");
    let buffer = session.buffer();
    let bars = buffer
        .content()
        .iter()
        .filter(|cell| ["█", "▁", "▂"].contains(&cell.symbol()));
    let reversed = bars
        .filter(|cell| cell.modifier.contains(Modifier::REVERSED))
        .count();
    assert_eq!(reversed, 0);
    let any = buffer
        .content()
        .iter()
        .any(|cell| cell.modifier.contains(Modifier::REVERSED));
    assert!(any, "something is selected");
}

#[test]
fn the_passage_of_a_figure_is_in_view_at_every_size() {
    for (columns, rows) in [(80, 24), (100, 30), (120, 40), (160, 50), (200, 60)] {
        for (keys, words) in [("3<right>", "US$50 million"), ("3j<left>", "66%")] {
            let shown = screen(columns, rows, keys);
            assert!(shown.contains(words), "{shown}");
        }
    }
}
