//! The mouse: a click selects and opens what is under the pointer, the wheel moves it.

use bilat::dashboard::action::Effect;
use bilat::dashboard::keymap::Scope;

use crate::screen::{Session, odd};

/// Where a text is drawn for the first time: its column and row.
fn place(session: &Session, text: &str) -> (u16, u16) {
    let screen = session.text();
    let found = screen.lines().enumerate().find_map(|(row, line)| {
        let at = line.find(text)?;
        Some((line[..at].chars().count(), row))
    });
    let (column, row) = found.unwrap_or_else(|| panic!("no {text:?} in\n{screen}"));
    let fits = |n: usize| u16::try_from(n).expect("a screen");
    (fits(column), fits(row))
}

impl Session {
    fn click_at(&mut self, (column, row): (u16, u16)) -> Option<Effect> {
        let effect = self.app.click(column, row);
        self.draw();
        effect
    }

    fn click(mut self, text: &str) -> Self {
        let at = place(&self, text);
        let effect = self.click_at(at);
        self.search(effect);
        self
    }

    fn wheel(mut self, (column, row): (u16, u16), turns: i32) -> Self {
        for _ in 0..turns.abs() {
            self.app.wheel(column, row, turns > 0);
            self.draw();
        }
        self
    }

    /// The line with the bar of the selection.
    fn selected(&self) -> String {
        let cells = self.buffer();
        let reversed = |x: u16, y: u16| {
            let cell = cells.cell((x, y)).expect("a cell");
            cell.modifier.contains(ratatui::style::Modifier::REVERSED)
        };
        let area = cells.area;
        // A bar, not the one cell that marks a year above the list.
        let is_bar = |y: &u16| (0..area.width).filter(|x| reversed(*x, *y)).count() > 10;
        let row = (1..area.height).find(is_bar).expect("a selection");
        let lines = self.text();
        lines.lines().nth(row.into()).expect("a row").to_owned()
    }
}

/// The words of a row, without borders, the bar, and what is cut at its end.
fn words(line: &str) -> String {
    line.chars().skip(5).take(25).collect()
}

#[test]
fn a_click_focuses_a_panel_and_selects_the_row() {
    let clicked = Session::new(160, 50).click("Treaty on mutual");
    assert!(clicked.text().contains("┏ 2 Agreements"));
    assert!(clicked.selected().contains("Treaty on mutual"));
    // The pane shows it, as it does when it is selected by keys.
    let title: String = clicked
        .text()
        .lines()
        .nth(1)
        .map(str::to_owned)
        .expect("a row")
        .chars()
        .skip(97)
        .collect();
    assert!(title.contains("Treaty on mutual"), "{title}");
}

#[test]
fn every_visible_row_of_every_panel_is_the_one_that_is_clicked() {
    let mut found = 0;
    for (columns, rows) in [(160, 50), (120, 40), (80, 24)] {
        for focus in ["1", "1G", "2", "2G", "3", "1/laos<enter>", "3G"] {
            let mut session = Session::new(columns, rows).press(focus);
            let scopes = session.app.scopes();
            for row in 2..rows / 3 {
                let (text, before) = (session.text(), session.selected());
                session.click_at((12, row));
                if session.app.scopes() != scopes {
                    // Another panel, or what was selected: back to this one.
                    session = session.press("<esc><esc>").press(&focus[..1]);
                    continue;
                }
                let line = text.lines().nth(row.into()).unwrap_or_default();
                let now = session.selected();
                let is_it = words(&now) == words(line);
                // Heads and the strip are no rows that can be selected.
                assert!(
                    is_it || words(&now) == words(&before),
                    "{focus} {row} {line}"
                );
                found += usize::from(is_it);
            }
        }
    }
    assert!(found > 50, "{found}");
}

#[test]
fn any_line_of_a_quote_selects_it() {
    let session = Session::new(120, 40).press("4");
    let at = place(&session, "▌");
    for down in 2..6 {
        let mut one = Session::new(120, 40).press("4");
        let clicked = one
            .text()
            .lines()
            .nth(usize::from(at.1 + down))
            .map(str::to_owned);
        one.click_at((at.0 + 20, at.1 + down));
        let text = one.text();
        let marked: Vec<_> = text
            .lines()
            .filter(|row| row.contains("┃▌"))
            .map(words)
            .collect();
        let line = words(&clicked.expect("a row"));
        assert!(
            marked.contains(&line) || marked.len() < 3,
            "{line}: {marked:?}"
        );
        assert!(!marked.is_empty(), "{text}");
    }
}

#[test]
fn a_click_on_what_is_selected_opens_it() {
    let once = Session::new(120, 40).click("Putin and Sisoulith meet");
    assert!(!once.app.scopes().contains(&Scope::Pane));
    let twice = once.click("Putin and Sisoulith meet");
    assert_eq!(twice.app.scopes()[0], Scope::Pane, "{}", twice.text());
}

#[test]
fn a_click_on_a_link_follows_it_and_the_wheel_scrolls() {
    let session = Session::new(120, 40).press("2");
    let title = |session: &Session| {
        let line = session.text().lines().nth(1).map(str::to_owned);
        line.expect("a row").chars().skip(54).collect::<String>()
    };
    let before = title(&session);
    let pane = (80, 10);
    // Wherever the pointer is on a link: the line of one is underlined.
    let cells = session.buffer();
    let is_link = |y: &u16| {
        (60..110u16).any(|x| {
            let cell = cells.cell((x, *y)).expect("a cell");
            cell.modifier == ratatui::style::Modifier::UNDERLINED
        })
    };
    let link = (2..30).find(is_link).expect("a link");
    let mut clicked = session;
    clicked.click_at((75, link));
    assert_ne!(title(&clicked), before);
    assert_eq!(clicked.app.scopes()[0], Scope::Pane);
    let long = || Session::new(120, 40).press("c");
    let scrolled = long().wheel(pane, 2);
    assert!(scrolled.text() != long().text());
    assert_eq!(scrolled.wheel(pane, -2).text(), long().text());
}

#[test]
fn the_wheel_moves_what_is_under_the_pointer_and_not_the_focus() {
    let session = Session::new(160, 50);
    let before = session.app.scopes();
    let at = place(&session, "2 Agreements");
    let turned = session.wheel((at.0, at.1 + 3), 3);
    assert_eq!(turned.app.scopes(), before);
    let by_wheel = turned.press("2").selected();
    assert_eq!(by_wheel, Session::new(160, 50).press("2jjj").selected());
}

#[test]
fn a_click_on_a_tab_shows_its_panel() {
    let session = Session::new(80, 24).click("4 Quotes");
    assert!(session.text().contains("┏ 4 Quotes"), "{}", session.text());
    let back = session.press("i").click("2 Agreements");
    assert!(back.text().contains("┏ 2 Agreements"), "{}", back.text());
}

#[test]
fn a_click_in_a_list_selects_and_then_opens() {
    let list = Session::new(120, 40).press("c");
    let row = (10, 5);
    let mut once = list.press("jjjjj");
    once.click_at(row);
    let line = once.text().lines().nth(5).map(str::to_owned);
    assert_eq!(Some(once.selected()), line);
    once.click_at(row);
    assert_eq!(once.app.scopes()[0], Scope::Pane);
    // A key of the help runs at the second click.
    let mut help = Session::new(120, 60).press("?");
    let at = place(&help, "contradictions and disputes");
    help.click_at(at);
    help.click_at(at);
    assert!(help.text().contains("Contested ("), "{}", help.text());
}

#[test]
fn a_click_keeps_what_was_typed() {
    let session = Session::new(120, 40).press("4/speaker:p");
    let at = place(&session, "Putin");
    let mut clicked = session;
    let effect = clicked.click_at((at.0 + 20, at.1 + 1));
    assert!(!clicked.app.is_typing());
    assert_eq!(effect, Some(Effect::Remember("speaker:p".to_owned())));
    // In the palette nothing runs by being pointed at once.
    let mut palette = Session::new(120, 40).press(":zoom");
    palette.click_at((10, 20));
    assert!(!palette.app.is_typing());
    assert!(palette.text().contains("Commands and records"));
}

/// Wherever somebody clicks, at any size: no panic, and the screen is still there.
#[test]
fn every_cell_can_be_clicked() {
    for (columns, rows) in [(39, 9), (40, 10), (80, 24), (120, 40)] {
        for keys in [
            "",
            "i",
            "?",
            "4/(<enter>",
            "4/(",
            "f",
            "<enter>",
            "!",
            "_",
            "+",
        ] {
            let mut session = Session::new(columns, rows).press(keys);
            for y in (0..rows + 2).step_by(2) {
                for x in (0..columns + 2).step_by(17) {
                    session.click_at((x, y));
                    session.app.wheel(x, y, (x + y) % 2 == 0);
                }
            }
            session.draw();
        }
    }
    let mut odd = odd(120, 40);
    for y in 0..40 {
        odd.click_at((y * 3, y));
    }
}
