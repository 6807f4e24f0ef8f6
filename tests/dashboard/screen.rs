//! Keys in, screen out: presses `4/hydro<enter>` on the built-in dossier and returns the text of
//! the frame.

use bilat::action::Effect;
use bilat::app::App;
use bilat::dossier::Id;
use bilat::dossier::load::{Loaded, Origin, load};
use bilat::ui::theme::Theme;
use bilat::verify::Texts;
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;

/// Without colours, so that whatever a snapshot shows is there without them.
pub(crate) const PLAIN: Theme = Theme {
    colour: false,
    ascii: false,
};

/// The built-in dossier on a screen of `columns` x `rows` after `keys`.
pub(crate) fn screen(columns: u16, rows: u16, keys: &str) -> String {
    Session::new(columns, rows).press(keys).text()
}

/// The dossier of odd cases: vague dates, gaps, other scripts, long texts.
pub(crate) fn odd(columns: u16, rows: u16) -> Session {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/odd");
    let origin = Origin::new(Some(folder.as_ref())).expect("the folder is there");
    Session::over(load(&origin), columns, rows)
}

/// A dashboard and the screen it draws on.
pub(crate) struct Session {
    pub app: App,
    pub terminal: Terminal<TestBackend>,
}

impl Session {
    /// On the built-in dossier.
    pub(crate) fn new(columns: u16, rows: u16) -> Self {
        Self::over(load(&Origin::BuiltIn), columns, rows)
    }

    /// On any dossier, without colours.
    pub(crate) fn over(loaded: Loaded, columns: u16, rows: u16) -> Self {
        Self::styled(loaded, PLAIN, columns, rows)
    }

    /// In another theme.
    pub(crate) fn styled(loaded: Loaded, theme: Theme, columns: u16, rows: u16) -> Self {
        let backend = TestBackend::new(columns, rows);
        let terminal = Terminal::new(backend).expect("a test backend cannot fail");
        let app = App::new(loaded, theme, None);
        let mut session = Self { app, terminal };
        session.draw();
        session
    }

    /// With the text of the odd dossier's only source at hand.
    pub(crate) fn with_text(mut self, text: &str) -> Self {
        let mut texts = Texts::default();
        texts.insert(Id::new("gazette").expect("an id"), text);
        self.app = self.app.with_texts(texts);
        self
    }

    /// Presses `keys` one by one, drawing after each.
    pub(crate) fn press(mut self, keys: &str) -> Self {
        for key in parse(keys) {
            let effect = self.app.press(key);
            self.search(effect);
            self.draw();
        }
        self
    }

    /// Does the searches that the loop would do behind the screen.
    pub(crate) fn search(&mut self, effect: Option<Effect>) {
        if let Some(Effect::Find(job)) = effect {
            self.app.answer(job.run(&|| true).expect("it is wanted"));
        }
    }

    /// Draws one frame.
    pub(crate) fn draw(&mut self) {
        let app = &mut self.app;
        self.terminal
            .draw(|frame| app.render(frame))
            .expect("a test backend cannot fail");
    }

    /// Another size, drawn at once.
    pub(crate) fn resize(&mut self, columns: u16, rows: u16) {
        self.terminal.backend_mut().resize(columns, rows);
        let area = ratatui::layout::Rect::new(0, 0, columns, rows);
        self.terminal
            .resize(area)
            .expect("a test backend cannot fail");
        self.draw();
    }

    /// Text, styles and cursor: all that a key can change on the screen.
    pub(crate) fn state(&mut self) -> String {
        let cursor = self.terminal.get_cursor_position().expect("a test backend");
        format!("{:?} {cursor:?}", self.buffer())
    }

    /// The cells.
    pub(crate) fn buffer(&self) -> &Buffer {
        self.terminal.backend().buffer()
    }

    /// The rows of the screen, without trailing blanks. A cell covered by the wide one before it
    /// is left out, as on a terminal.
    pub(crate) fn text(&self) -> String {
        let buffer = self.buffer();
        let mut out = String::new();
        for y in 0..buffer.area.height {
            let mut line = String::new();
            let mut covered = 0;
            for x in 0..buffer.area.width {
                let symbol = buffer[(x, y)].symbol();
                if covered == 0 {
                    line.push_str(symbol);
                    covered = bilat::ui::text::width(symbol).saturating_sub(1);
                } else {
                    covered -= 1;
                }
            }
            out.push_str(line.trim_end());
            out.push('\n');
        }
        out
    }
}

/// `4/hydro<enter>`: characters as they are, other keys by name in angle brackets.
pub(crate) fn parse(keys: &str) -> Vec<KeyEvent> {
    let mut events = Vec::new();
    let mut rest = keys;
    while let Some(c) = rest.chars().next() {
        let named = rest.strip_prefix('<').and_then(|r| r.split_once('>'));
        if let Some((name, after)) = named {
            events.push(named_key(name));
            rest = after;
        } else {
            events.push(KeyEvent::new(KeyCode::Char(c), KeyModifiers::NONE));
            rest = &rest[c.len_utf8()..];
        }
    }
    events
}

fn named_key(name: &str) -> KeyEvent {
    let plain = |code| KeyEvent::new(code, KeyModifiers::NONE);
    if let Some(rest) = name.strip_prefix("ctrl-") {
        let code = match rest.len() {
            1 => KeyCode::Char(rest.chars().next().unwrap_or(' ')),
            _ => named_key(rest).code,
        };
        return KeyEvent::new(code, KeyModifiers::CONTROL);
    }
    plain(match name {
        "enter" => KeyCode::Enter,
        "esc" => KeyCode::Esc,
        "tab" => KeyCode::Tab,
        "backtab" => KeyCode::BackTab,
        "up" => KeyCode::Up,
        "down" => KeyCode::Down,
        "left" => KeyCode::Left,
        "right" => KeyCode::Right,
        "home" => KeyCode::Home,
        "end" => KeyCode::End,
        "pgup" => KeyCode::PageUp,
        "pgdn" => KeyCode::PageDown,
        "bs" => KeyCode::Backspace,
        "del" => KeyCode::Delete,
        "lt" => KeyCode::Char('<'),
        other => panic!("no key is called <{other}>"),
    })
}
