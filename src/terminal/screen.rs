//! Frames: drawn into memory, cut down to what the terminal can show, handed over as the bytes
//! of one write.

use std::cell::RefCell;
use std::io::{self, Write};
use std::rc::Rc;

use ratatui::backend::{Backend, ClearType, CrosstermBackend, WindowSize};
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Rect, Size};
use ratatui::style::Color;
use ratatui::{Frame, Terminal, TerminalOptions, Viewport};
use rustix::termios::tcgetwinsize;

use super::ascii;
use super::emoji::{self, Columns};
use crate::dashboard::ui::theme::Theme;

/// The largest frame that is drawn. A frame takes some 50 bytes a cell, twice; a terminal may say
/// that it is 65535 by 65535, which would be 400 GB.
const MAX: Size = Size {
    width: 1000,
    height: 500,
};
/// What is drawn for a terminal that does not know its size, such as a serial line.
const UNKNOWN: Size = Size {
    width: 80,
    height: 24,
};

/// The size to draw.
pub(super) fn window_size() -> Size {
    match tcgetwinsize(io::stdout()) {
        Ok(size) => clamp(size.ws_col, size.ws_row),
        Err(_) => UNKNOWN,
    }
}

/// A size that can be drawn.
pub(super) fn clamp(width: u16, height: u16) -> Size {
    if width == 0 || height == 0 {
        return UNKNOWN;
    }
    Size {
        width: width.min(MAX.width),
        height: height.min(MAX.height),
    }
}

/// Bytes on their way to the terminal. What is written is kept until the frame is complete.
#[derive(Clone, Debug, Default)]
struct Pending(Rc<RefCell<Vec<u8>>>);

impl Write for Pending {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A terminal in memory: it never asks the real one for anything, which might not answer.
#[derive(Debug)]
struct Canvas {
    inner: CrosstermBackend<Pending>,
    size: Size,
}

impl Backend for Canvas {
    type Error = io::Error;

    fn draw<'a, I: Iterator<Item = (u16, u16, &'a Cell)>>(&mut self, cells: I) -> io::Result<()> {
        emoji::draw(&mut self.inner, cells)
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        self.inner.hide_cursor()
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        self.inner.show_cursor()
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        Ok(Position::ORIGIN)
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        self.inner.set_cursor_position(position)
    }

    fn clear(&mut self) -> io::Result<()> {
        self.inner.clear()
    }

    fn clear_region(&mut self, region: ClearType) -> io::Result<()> {
        self.inner.clear_region(region)
    }

    fn size(&self) -> io::Result<Size> {
        Ok(self.size)
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        Ok(WindowSize {
            columns_rows: self.size,
            pixels: Size::ZERO,
        })
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// What is on the terminal, and how to change it.
#[derive(Debug)]
pub(super) struct Screen {
    terminal: Terminal<Canvas>,
    pending: Pending,
    theme: Theme,
    /// What emoji may have drawn over in the last frame.
    spilled: Vec<Columns>,
}

impl Screen {
    /// An empty screen of no size.
    ///
    /// # Errors
    /// Never in fact: nothing but memory is touched.
    pub(super) fn new(theme: Theme) -> io::Result<Self> {
        // Otherwise a `NO_COLOR` in the environment makes the library write empty colour
        // sequences, which a terminal takes for "everything off", reverse video included.
        // Which colours there are is decided by the theme and by `without_colour`.
        crossterm::style::force_color_output(true);
        let pending = Pending::default();
        let canvas = Canvas {
            inner: CrosstermBackend::new(pending.clone()),
            size: Size::ZERO,
        };
        let options = TerminalOptions {
            viewport: Viewport::Fixed(Rect::ZERO),
        };
        Ok(Self {
            terminal: Terminal::with_options(canvas, options)?,
            pending,
            theme,
            spilled: Vec::new(),
        })
    }

    /// Takes nothing that is on the terminal for granted: the next frame draws all of it.
    pub(super) fn forget(&mut self) {
        self.terminal.backend_mut().size = Size::ZERO;
    }

    /// Draws a frame and returns the bytes that bring it to the terminal, for one write.
    ///
    /// # Errors
    /// Never in fact: nothing but memory is touched.
    pub(super) fn frame(
        &mut self,
        size: Size,
        render: impl FnOnce(&mut Frame<'_>),
    ) -> io::Result<Vec<u8>> {
        if self.terminal.backend().size != size {
            self.terminal.backend_mut().size = size;
            self.terminal.resize(Rect::from((Position::ORIGIN, size)))?;
        }
        let (theme, spilled) = (self.theme, &mut self.spilled);
        self.terminal.draw(|frame| {
            render(frame);
            let buffer = frame.buffer_mut();
            if theme.ascii {
                ascii::plain(buffer);
            }
            if !theme.colour {
                without_colour(buffer);
            }
            emoji::redraw(buffer, spilled);
            *spilled = emoji::spilled(buffer);
        })?;
        Ok(self.pending.0.take())
    }
}

fn without_colour(buffer: &mut Buffer) {
    for cell in &mut buffer.content {
        cell.fg = Color::Reset;
        cell.bg = Color::Reset;
    }
}

#[cfg(test)]
mod tests {
    use ratatui::style::Stylize;

    use crate::dashboard::ui::palette::Look;

    use super::*;

    const PLAIN: Theme = Theme {
        colour: false,
        ascii: false,
        look: Look::Terminal,
    };

    fn size(width: u16, height: u16) -> Size {
        Size { width, height }
    }

    fn draw(screen: &mut Screen, text: &str) -> String {
        let bytes = screen
            .frame(size(20, 2), |frame| {
                frame.render_widget(text, frame.area());
            })
            .expect("only memory");
        String::from_utf8(bytes).expect("text")
    }

    #[test]
    fn a_frame_is_drawn_whole_once_and_then_only_what_changed() {
        let mut screen = Screen::new(PLAIN).expect("only memory");
        assert!(draw(&mut screen, "one-two").contains("one-two"));
        let next = draw(&mut screen, "one-six");
        assert!(next.contains("six") && !next.contains("one-"), "{next:?}");
        screen.forget();
        let whole = draw(&mut screen, "one-six");
        assert!(
            whole.contains("\x1b[J") && whole.contains("one-six"),
            "{whole:?}"
        );
    }

    /// A terminal that joins nothing draws a family as three people; the text behind it stands where
    /// it belongs, and nobody is left when it has gone.
    #[test]
    fn what_is_behind_an_emoji_keeps_its_column() {
        let size = |n: u16| std::num::NonZeroU16::new(n).expect("a size");
        let mut terminal = vt100::Parser::new(size(2), size(20), 0);
        let mut screen = Screen::new(PLAIN).expect("only memory");
        let mut show = |text: &str| {
            terminal.process(draw(&mut screen, text).as_bytes());
            terminal.screen().contents().trim_end().to_owned()
        };
        let family = "👨\u{200d}👩\u{200d}👧";
        assert!(show(&format!("{family} Laos")).starts_with("👨\u{200d} Laos"));
        assert!(show("abcdef").starts_with("abcdef"));
        // The blanks behind it were drawn after it, over what it would have covered.
        assert_eq!(show(&format!("a{family}")), "a👨\u{200d}");
        assert_eq!(show("ab"), "ab");
        assert_eq!(show("abcdef"), "abcdef");
        assert!(show("❤\u{fe0f}b 1\u{fe0f}\u{20e3}c").contains("b 1"));
        let behind = terminal.screen().cell(0, 2).map(vt100::Cell::contents);
        assert_eq!(behind, Some("b"));
    }

    #[test]
    fn without_colour_reverse_video_is_kept() {
        let mut screen = Screen::new(PLAIN).expect("only memory");
        let bytes = screen.frame(size(9, 1), |frame| {
            frame.render_widget("chosen".red().on_blue().reversed(), frame.area());
        });
        let text = String::from_utf8(bytes.expect("only memory")).expect("text");
        assert!(text.contains("\x1b[7mchosen"), "{text:?}");
        assert!(!text.contains("38;") && !text.contains("48;"), "{text:?}");
    }

    #[test]
    fn every_size_can_be_drawn() {
        let mut screen = Screen::new(PLAIN).expect("only memory");
        for (width, height) in [
            (1, 1),
            (2, 1),
            (0, 0),
            (80, 24),
            (u16::MAX, u16::MAX),
            (3, 2),
        ] {
            let size = clamp(width, height);
            assert!(size.width <= MAX.width && size.height <= MAX.height);
            let bytes = screen.frame(size, |frame| frame.render_widget("Laos", frame.area()));
            assert!(bytes.is_ok_and(|bytes| !bytes.is_empty()));
        }
        assert_eq!(clamp(0, 0), UNKNOWN);
        assert_eq!(clamp(0, 50), UNKNOWN);
    }
}
