//! Where an answer goes: to standard output, and on a terminal where it is longer than the screen
//! through the person's pager. A reader that has heard enough is no fault.

use std::borrow::Cow;
use std::io::{self, BufWriter, IsTerminal, StdoutLock, Write};

use color_eyre::eyre::{Result, WrapErr};
use unicode_width::UnicodeWidthStr;

use super::net::{Net, is_terminal, plain, safe};
use super::screen::{has_screen, size, wants_colour};
use super::snippet::Look;
use crate::dossier::text::{as_given, without_controls};
use crate::listing::LineStyle;
use crate::system::ascii::{Transcribing, transcribe};
use crate::system::environment::{speaks_utf8, variable};
use crate::system::pager::{Pager, Running};
use crate::system::stderr::eprint;

/// Standard output, or the pager in its place.
pub(super) struct Out {
    to: To,
    colour: bool,
    ascii: bool,
    /// It is read on a terminal.
    on_screen: bool,
}

enum To {
    Plain(BufWriter<StdoutLock<'static>>),
    /// Held back until it is known to be longer than the screen.
    Held(Held, Pager),
    Paged(Running),
}

/// What may fit on the screen.
struct Held {
    text: String,
    /// Rows that it takes, and columns and rows that there are.
    rows: usize,
    columns: usize,
    most: usize,
}

impl Out {
    /// With a pager, if the person wants one and there is a screen.
    pub(super) fn new(no_pager: bool) -> Self {
        let stdout = io::stdout();
        let screen = stdout.is_terminal() && has_screen();
        let pager = if screen && !no_pager {
            Pager::new()
        } else {
            None
        };
        let colour = screen && wants_colour() && pager.as_ref().is_none_or(Pager::shows_colour);
        let to = match pager {
            Some(pager) => To::Held(Held::new(), pager),
            None => To::Plain(BufWriter::new(stdout.lock())),
        };
        Self {
            to,
            colour,
            ascii: wants_ascii(),
            on_screen: stdout.is_terminal(),
        }
    }

    /// Whether it takes colours.
    pub(super) fn style(&self) -> LineStyle {
        LineStyle {
            colour: self.colour,
        }
    }

    /// How the terminal looks that it goes to; none where it goes to a file or a program.
    pub(super) fn look(&self) -> Option<Look> {
        let stdout = io::stdout();
        let look = || Look::new(&stdout, self.colour);
        stdout.is_terminal().then(look)
    }

    /// Writes a text; false when nobody reads any more.
    ///
    /// # Errors
    /// When it cannot be written.
    pub(super) fn put(&mut self, text: &str) -> Result<bool> {
        let safe = self.on_screen.then(|| safe(text));
        self.put_drawn(safe.as_deref().unwrap_or(text))
    }

    /// Writes lines for people; false when nobody reads any more. Off the terminal nothing is marked but
    /// control characters: `bilat timeline | head` ends on a terminal too.
    ///
    /// # Errors
    /// When they cannot be written.
    pub(super) fn put_lines(&mut self, lines: &str) -> Result<bool> {
        if self.on_screen {
            self.put(lines)
        } else {
            self.put_drawn(&without_controls(lines))
        }
    }

    /// Writes a text in colours of its own, which is made of pieces that are safe to print.
    ///
    /// # Errors
    /// When it cannot be written.
    pub(super) fn put_drawn(&mut self, text: &str) -> Result<bool> {
        let text = &*in_ascii(text, self.ascii);
        let written = match &mut self.to {
            To::Plain(out) => out.write_all(text.as_bytes()),
            To::Paged(pager) => pager.write(text),
            To::Held(held, _) => {
                held.add(text);
                if held.fits() {
                    return Ok(true);
                }
                return self.page();
            }
        };
        is_still_read(written)
    }

    /// What is held back is too long: the pager gets it, or the terminal where none can be started.
    fn page(&mut self) -> Result<bool> {
        let plain = To::Plain(BufWriter::new(io::stdout().lock()));
        let To::Held(held, pager) = std::mem::replace(&mut self.to, plain) else {
            return Ok(true);
        };
        if let Some(running) = pager.start() {
            self.to = To::Paged(running);
        }
        self.put_drawn(&held.text)
    }

    /// Writes what is left, and waits until the pager is left.
    ///
    /// # Errors
    /// As [`Out::put`].
    pub(super) fn finish(self) -> Result<()> {
        self.finish_told().map(drop)
    }

    /// [`Out::finish`]; false when nobody reads any more.
    ///
    /// # Errors
    /// As [`Out::put`].
    pub(super) fn finish_told(self) -> Result<bool> {
        let written = match self.to {
            To::Plain(mut out) => {
                let written = out.flush();
                if written.is_err() {
                    // What is still held back would be written, and fail, when it is dropped.
                    let _ = out.into_parts();
                }
                written
            }
            To::Held(held, _) => {
                let mut out = io::stdout().lock();
                out.write_all(held.text.as_bytes())
                    .and_then(|()| out.flush())
            }
            To::Paged(running) => running.finish(),
        };
        is_still_read(written)
    }
}

/// Whether somebody still reads.
fn is_still_read(written: io::Result<()>) -> Result<bool> {
    match written {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(false),
        Err(error) => Err(error).wrap_err("cannot write to standard output"),
    }
}

impl Held {
    fn new() -> Self {
        let (columns, rows) = size(io::stdout());
        Self {
            text: String::new(),
            rows: 0,
            columns,
            // The last row is for the prompt that comes after.
            most: rows.saturating_sub(1),
        }
    }

    fn add(&mut self, text: &str) {
        for line in text.split_inclusive('\n') {
            self.rows += visible(line).div_ceil(self.columns).max(1);
        }
        self.text.push_str(text);
    }

    fn fits(&self) -> bool {
        self.rows <= self.most
    }
}

/// Columns of a line without its colours.
fn visible(line: &str) -> usize {
    let mut columns = 0;
    for (at, part) in line.trim_end().split('\x1b').enumerate() {
        let text = match (at, part.split_once('m')) {
            (1.., Some((_, text))) => text,
            _ => part,
        };
        columns += text.width();
    }
    columns
}

/// Writes a text that is no list to standard output.
///
/// # Errors
/// When it cannot be written.
pub(super) fn print(text: &str) -> Result<()> {
    let safe = is_terminal().then(|| plain(text));
    let text = safe.as_deref().unwrap_or(text);
    let mut out = io::stdout().lock();
    let text = in_ascii(text, wants_ascii());
    is_still_read(out.write_all(text.as_bytes()).and_then(|()| out.flush())).map(drop)
}

/// Prints lines for people as [`Out::put_lines`] does; `lines` makes them.
///
/// # Errors
/// When they cannot be written.
pub(super) fn print_lines(lines: impl FnOnce() -> String) -> Result<()> {
    if is_terminal() {
        print(&lines())
    } else {
        print(&without_controls(&as_given(lines)))
    }
}

/// Writes to standard output what `write` tells piece by piece.
///
/// # Errors
/// When it cannot be written.
pub(super) fn stream(write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<()> {
    let mut out = BufWriter::new(io::stdout().lock());
    let written = if wants_ascii() {
        let mut ascii = Transcribing::new(&mut out);
        let mut net = Net::new(&mut ascii);
        let written = write(&mut net).and_then(|()| net.flush());
        written.and_then(|()| ascii.finish().map(drop))
    } else if is_terminal() {
        let mut net = Net::new(&mut out);
        write(&mut net).and_then(|()| net.flush())
    } else {
        write(&mut out)
    };
    let written = written.and_then(|()| out.flush());
    if written.is_err() {
        // What is still held back would be written, and fail, when it is dropped.
        let _ = out.into_parts();
    }
    is_still_read(written).map(drop)
}

/// Is standard output a terminal that is not known to take UTF-8?
fn wants_ascii() -> bool {
    io::stdout().is_terminal() && !speaks_utf8(&variable)
}

fn in_ascii(text: &str, wanted: bool) -> Cow<'_, str> {
    if wanted {
        transcribe(text)
    } else {
        Cow::Borrowed(text)
    }
}

/// Writes a text that may be long.
///
/// # Errors
/// When it cannot be written.
pub(super) fn page(text: &str, no_pager: bool) -> Result<()> {
    let mut out = Out::new(no_pager);
    out.put(text)?;
    out.finish()
}

pub(super) fn joined(lines: &[String]) -> String {
    let lines = lines.iter().map(|line| line.clone() + "\n");
    lines.collect()
}

/// Says something beside the answer.
pub(super) fn remark(text: &str) {
    eprint(&format!("bilat: {text}"));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_take_no_room() {
        assert_eq!(visible("\x1b[1mລາວ\x1b[0m two\n"), 7);
        assert_eq!(visible("plain"), 5);
    }

    #[test]
    fn a_long_line_takes_several_rows() {
        let mut held = Held {
            text: String::new(),
            rows: 0,
            columns: 10,
            most: 3,
        };
        held.add("12345678901\n");
        assert_eq!(held.rows, 2);
        held.add("\n");
        assert!(held.fits());
        held.add("x\n");
        assert!(!held.fits());
    }
}
