//! The table of keys: nothing bound twice, every row does something, the guide says the same.

use bilat::dashboard::action::{Action, Decide, ListId};
use bilat::dashboard::keymap::bound::Keymap;
use bilat::dashboard::keymap::names::name;
use bilat::dashboard::keymap::{BINDINGS, Scope};

use crate::inbox::{ARTICLE, Desk};
use crate::pages;
use crate::screen::Session;

#[test]
fn no_key_is_bound_twice_in_one_scope() {
    for (at, row) in BINDINGS.iter().enumerate() {
        for other in &BINDINGS[at + 1..] {
            let shared = row.keys.iter().find(|key| other.keys.contains(key));
            assert!(
                row.scope != other.scope || shared.is_none(),
                "{:?} stands for {:?} and {:?}",
                shared,
                row.action,
                other.action
            );
        }
    }
}

/// What to press so that `action` in `scope` has something to do.
fn way_there(scope: Scope, action: Action) -> &'static str {
    match (scope, action) {
        (Scope::Dashboard, Action::Focus(panel)) if panel.index() == 0 => "2",
        (Scope::Dashboard, Action::Cancel) => "1/laos<enter>",
        (Scope::Dashboard, Action::NextHit | Action::PreviousHit) => "4/putin<enter>j",
        (Scope::Agreements, Action::OpenAll) => "2Cj",
        (Scope::Agreements, Action::Right) => "2<left>",
        (Scope::Agreements, Action::Toggle) => "2k",
        (Scope::Agreements, _) => "2",
        (Scope::Trade, Action::Left) => "3<right><right><right>",
        (Scope::Trade, _) => "3<right>",
        (Scope::Movement, _) => "1gjjjjjjjjjjjjjjjjjjjjjjjjjjjjjj",
        (Scope::Pane, Action::Back) => "1<enter><enter>",
        (Scope::Pane, Action::NextHit | Action::PreviousHit) => "4/zoo<enter><enter>/the<enter>",
        (Scope::Pane, _) => "1<enter>",
        (Scope::Zoomed, _) => "1z",
        (Scope::View, Action::Grow) => "1_",
        (Scope::Timeline, Action::NextPart | Action::PreviousPart) => "1ggjjj",
        (Scope::Timeline, Action::Today) => "1gg",
        (Scope::Timeline, Action::Fold) => "1G",
        (Scope::Text, _) => "Vtests/fixtures/vet/brief.md<enter>n",
        (Scope::List, _) => "ijj",
        (Scope::Prompt, Action::Move(_)) => "4/putin<ctrl-n>",
        (Scope::Prompt, Action::Complete) => "4/speaker:p",
        (Scope::Prompt, Action::Older) => "4/putin<enter>/<ctrl-u>laos",
        (Scope::Prompt, Action::Newer) => "4/putin<enter>/<ctrl-u>laos<up>",
        (Scope::Prompt, _) => "4/one two<ctrl-left><left><left>",
        (Scope::Quotes, _) | (Scope::View, Action::Show(ListId::Contested)) => "4",
        (Scope::View, Action::Later) => "1[",
        _ => "1j",
    }
}

/// The inbox of a drafted article, with something for `action` to do.
fn reviewed(action: Action) -> Session {
    let mut desk = Desk::new(ARTICLE);
    desk.press("I<tab><tab>");
    if matches!(action, Action::Decide(Decide::Speaker | Decide::Merge)) {
        desk.press("/quote<enter>");
    }
    desk.session
}

/// A source whose text is at hand, and what is pressed there.
fn selecting(keys: &str) -> Session {
    crate::capture::desk("1p", 80, 24).press(keys)
}

#[test]
fn every_row_of_the_table_works() {
    for row in BINDINGS {
        for key in row.keys {
            let keys = way_there(row.scope, row.action);
            let mut session = match row.scope {
                Scope::Inbox => reviewed(row.action),
                Scope::SourceText => selecting(""),
                Scope::Words => selecting("vl"),
                Scope::Kinds => selecting("va"),
                Scope::Fields if row.action == Action::Complete => selecting("vaqpu"),
                Scope::Fields => selecting("vaq; a<left>"),
                _ => Session::new(80, 24).press(keys),
            };
            assert!(
                session.app.scopes().contains(&row.scope),
                "{:?} is not reached",
                row.scope
            );
            let before = session.state();
            let effect = session.app.press(key.event());
            session.draw();
            let after = session.state();
            assert!(
                effect.is_some() || before != after,
                "{} ({}) does nothing in {:?}",
                key.name(),
                row.help,
                row.scope
            );
        }
    }
}

/// Are two ways to the same place, seen by the screen?
fn same(keys: &str, other: &str) {
    let ends = [keys, other].map(|keys| Session::new(120, 40).press(keys).press("<right>").text());
    assert_eq!(ends[0], ends[1], "{keys} and {other}");
}

#[test]
fn a_number_repeats_the_movement_after_it() {
    same("1g5j", "1gjjjjj");
    same("1g99j6k", "1gG<up><up><up><up><up><up>");
    same("c3j", "cjjj");
    same("c12j2k", "cjjjjjjjjjjjjkk");
    same("i4G", "ijjj");
    same("i4g", "ijjj");
}

#[test]
fn a_number_is_forgotten_at_the_next_key() {
    same("1g7zzj", "1gj");
    same("i3<esc>1gj", "1gj");
    // A digit that has a meaning of its own keeps it, and 0 begins no number.
    same("1g0jj", "1gjj");
    same("1g32j", "1g2j");
    // However long a number is, it is a number.
    same("1g999999999999j", "1gG");
}

#[test]
fn digits_are_typed_into_a_search() {
    let text = Session::new(120, 40).press("4/2023").text();
    assert!(text.contains("/ 2023"), "{text}");
}

#[test]
fn help_lists_what_is_in_force_and_nothing_else() {
    let session = Session::new(120, 150).press("2");
    let scopes = session.app.scopes();
    let help = session.press("?").text();
    for bound in Keymap::default().active(&scopes) {
        let words = bound.row.help;
        assert!(help.contains(words), "{words} is missing");
    }
    assert!(!help.contains("figure before"), "keys of another panel");
}

#[test]
fn the_guide_has_the_same_table_of_keys() {
    let mut page = pages::page("assets/guide/keys.md");
    let (before, _) = page.text.split_once("| where |").expect("a table");
    let text = before.to_owned() + &table();
    if text != page.text && pages::writes() {
        page.text.clone_from(&text);
        page.write();
    }
    assert!(
        text == page.text,
        "BILAT_WRITE_GUIDE=1 writes this into {}:\n{text}",
        page.name
    );
}

/// The table of the page on keys.
fn table() -> String {
    let mut out = String::from("| where | key | what it does | name |\n|---|---|---|---|\n");
    for scope in Scope::ALL {
        for row in BINDINGS.iter().filter(|row| row.scope == scope) {
            let keys: Vec<_> = row
                .keys
                .iter()
                .map(|key| format!("`{}`", key.name()))
                .collect();
            let name = name(row).map_or_else(String::new, |name| format!("`{name}`"));
            let cells = [scope.heading(), &keys.join(" "), row.help, &name];
            out.push_str(&cells.map(|cell| format!("| {cell} ")).concat());
            out.push_str("|\n");
        }
    }
    out
}
