//! Keys in, screen out: presses `4/hydro<enter>` on the built-in dossier and returns the text of
//! the frame.

use std::fs;

use bilat::dashboard::action::Effect;
use bilat::dashboard::app::{App, Outcome, Vetted};
use bilat::dashboard::keymap::{KeyEvent, notation};
use bilat::dashboard::ui::palette::Look;
use bilat::dashboard::ui::screenshot;
use bilat::dashboard::ui::theme::Theme;
use bilat::dossier::Id;
use bilat::load::{Loaded, Origin, load};
use bilat::verify::Texts;
use bilat::vet::{Checked, Reading, vet};
use chrono::NaiveDate;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;

/// Without colours, so that whatever a snapshot shows is there without them.
pub(crate) const PLAIN: Theme = Theme {
    colour: false,
    ascii: false,
    look: Look::Terminal,
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

    /// On any dossier, on a day.
    pub(crate) fn on(loaded: Loaded, day: NaiveDate, columns: u16, rows: u16) -> Self {
        let mut session = Self::over(Loaded::default(), columns, rows);
        session.app = App::new(loaded, PLAIN, Some(day));
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
            let again = self.app.vet_again();
            self.search(again);
            self.draw();
        }
        self
    }

    /// Does the searches and comparisons that the loop would do behind the screen.
    pub(crate) fn search(&mut self, effect: Option<Effect>) {
        if let Some(Effect::Vet { number, path }) = &effect {
            let outcome = self.compared(path);
            let number = *number;
            self.app.vetted(Vetted { number, outcome });
        }
        if let Some(Effect::Find(job)) = effect {
            let answer = job.run(&|| true).expect("it is wanted");
            let explained = job.explain(&answer, &|| true);
            self.app.answer(answer);
            if let Some(answer) = explained {
                self.app.answer(answer);
            }
        }
    }

    /// The text of a file, compared with what is shown.
    pub(crate) fn compared(&self, path: &str) -> Outcome {
        let bytes = match fs::read(path) {
            Ok(bytes) => bytes,
            Err(error) => return Outcome::Failed(format!("cannot read {path}: {error}")),
        };
        let reading = Reading::new(&bytes, path, None).expect("a text");
        let workspace = self.app.workspace();
        let report = vet(&workspace.dossier, &workspace.contests, &reading.document);
        Outcome::Compared(Checked::new(&workspace.dossier, &reading, &report))
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

    /// The rows of the screen, without trailing blanks.
    pub(crate) fn text(&self) -> String {
        screenshot::text(self.buffer())
    }
}

/// The keys that `4/hydro<enter>` stands for.
pub(crate) fn parse(keys: &str) -> Vec<KeyEvent> {
    notation::parse(keys).expect("keys")
}
