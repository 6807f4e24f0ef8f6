//! A frame without a terminal: the dossier is read to its end, keys are pressed one by one, and what
//! is on the screen then is returned.

use chrono::NaiveDate;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;

use super::background::{self, Source};
use super::screen::clamp;
use super::text;
use crate::dashboard::action::Effect;
use crate::dashboard::app::App;
use crate::dashboard::keymap::KeyEvent;
use crate::dashboard::ui::palette::Look;
use crate::dashboard::ui::theme::Theme;

/// What the dashboard over `source` shows on a screen of `columns` x `rows` after `keys`, on the day
/// `today`. Nothing is left, copied, edited or kept, whatever the keys ask for.
pub fn screenshot(
    source: &Source,
    today: NaiveDate,
    (columns, rows): (u16, u16),
    keys: &[KeyEvent],
    look: Look,
) -> Buffer {
    let theme = Theme {
        colour: true,
        ascii: false,
        look,
    };
    let mut app = App::opening(theme, today).as_example(source.is_example());
    let content = background::open(source, today, &|_| {}, None);
    let mut effect = app.read(content);
    app.set_stage(None);
    let size = clamp(columns, rows);
    let Ok(mut terminal) = Terminal::new(TestBackend::new(size.width, size.height));
    // Drawn after every key: how far a page moves is known from the frame before.
    for key in std::iter::once(None).chain(keys.iter().map(Some)) {
        effect = key.map_or(effect, |key| app.press(*key));
        if let Some(Effect::Find(job)) = &effect {
            // Nobody asks for anything newer, so there is always an answer.
            if let Some(answer) = job.run(&|| true) {
                app.answer(answer);
            }
        }
        if let Some(Effect::Vet { number, path }) = effect {
            let job = text::Job::new(&app, number, path, &source.origin);
            app.vetted(text::answer(&job));
        }
        let Ok(_) = terminal.draw(|frame| app.render(frame));
        effect = None;
    }
    terminal.backend().buffer().clone()
}
