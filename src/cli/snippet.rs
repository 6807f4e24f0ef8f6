//! A problem as a terminal shows it: the line, a mark under the word, the message, and advice.
//!
//! ```text
//! error: status: unknown variant `agred`
//!   --> laos-russia/events.json:12:15
//!    |
//! 12 |     "status": "agred",
//!    |               ^^^^^^^
//!    |
//!    = help: did you mean `agreed`?
//! ```

use std::io::IsTerminal;
use std::ops::Range;
use std::os::fd::AsFd;

use annotate_snippets::renderer::{AnsiColor, Effects, Style};
use annotate_snippets::{AnnotationKind, Level, Origin, Renderer, Snippet};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthChar;

use super::screen::{has_screen, size, wants_colour};
use crate::dossier::text::clean_line;
use crate::load::{Excerpt, Problem, Severity};
use crate::system::ascii::transcribe;
use crate::system::environment::{speaks_utf8, variable};

/// Stands where a line was cut.
const MORE: &str = "...";

/// A line is shown at least so wide, on whatever terminal.
const LEAST: usize = 20;

/// More columns than any line is given, so that the renderer does not cut what was cut already.
const WIDE: usize = 10_000;

/// Numbers of lines and what parts them from the lines.
const GUTTER: Style = Style::new().effects(Effects::DIMMED);

/// What a terminal shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Look {
    /// Escape sequences may be written.
    pub(super) colour: bool,
    /// It knows only ASCII: signs are written as the dashboard writes them there.
    pub(super) ascii: bool,
    /// How wide it is.
    pub(super) columns: usize,
}

impl Look {
    /// How standard output or standard error looks, where it is a terminal.
    pub(super) fn of(stream: impl AsFd + IsTerminal) -> Option<Self> {
        let colour = has_screen() && wants_colour();
        stream.is_terminal().then(|| Self::new(stream, colour))
    }

    /// How a terminal looks, with colours or without.
    pub(super) fn new(terminal: impl AsFd, colour: bool) -> Self {
        Self {
            colour,
            ascii: !speaks_utf8(&variable),
            columns: size(terminal).0,
        }
    }

    /// A problem with its line, if that is known; without a line end.
    pub(super) fn problem(self, problem: &Problem, excerpt: Option<&Excerpt>) -> String {
        let title = match problem.severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
            Severity::Note => Level::NOTE,
        }
        .primary_title(self.text(&problem.message));
        let hint = problem
            .hint
            .as_ref()
            .filter(|hint| !hint.is_empty())
            .map(|hint| Level::HELP.message(self.text(hint)));
        let file = self.text(&problem.file);
        let Some(excerpt) = excerpt else {
            let place = Origin::path(file).line(problem.line);
            let group = title.element(place.char_column(problem.column));
            return self.renderer().render(&[group.elements(hint)]);
        };
        let gutter = excerpt.line.to_string().len();
        let room = self.columns.saturating_sub(gutter + " | ".len());
        let (source, word) = self.pieces(excerpt).fit(room.max(LEAST));
        let line = Snippet::source(source)
            .line_start(excerpt.line)
            .annotation(AnnotationKind::Primary.span(word));
        let group = title.element(line).elements(hint);
        let rendered = self.renderer().render(&[group]);
        // The renderer would count columns in what is shown of the line, not in the file.
        let (title, rest) = rendered.split_once('\n').unwrap_or((&rendered, ""));
        let arrow = format!("{:gutter$}-->", "");
        let style = if self.colour { GUTTER } else { Style::new() };
        let (line, column) = (problem.line, problem.column);
        format!("{title}\n{style}{arrow}{style:#} {file}:{line}:{column}\n{rest}")
    }

    fn renderer(self) -> Renderer {
        if !self.colour {
            return Renderer::plain().term_width(WIDE);
        }
        let bold = |colour: AnsiColor| colour.on_default().effects(Effects::BOLD);
        Renderer::styled()
            .term_width(WIDE)
            .hyperlink(false)
            .error(bold(AnsiColor::Red))
            .warning(bold(AnsiColor::Yellow))
            .help(AnsiColor::Cyan.on_default())
            .line_num(GUTTER)
    }

    fn text(self, text: &str) -> String {
        if self.ascii {
            transcribe(text).into_owned()
        } else {
            text.to_owned()
        }
    }

    /// What stands before the word, the word, and what stands behind it, safe to show.
    fn pieces(self, excerpt: &Excerpt) -> Pieces {
        let Excerpt { text, word, .. } = excerpt;
        // Each by itself: the word may begin or end within an emoji.
        let shown = |part: &str| self.text(&clean_line(part));
        Pieces {
            before: shown(&text[..word.start]),
            word: shown(&text[word.start..word.end]),
            behind: shown(&text[word.end..]),
            cut_before: excerpt.cut_before,
            cut_behind: excerpt.cut_behind,
        }
    }
}

/// A line in three pieces.
struct Pieces {
    before: String,
    word: String,
    behind: String,
    cut_before: bool,
    cut_behind: bool,
}

impl Pieces {
    /// The line in so many columns, and where in it the word stands, in bytes.
    fn fit(mut self, room: usize) -> (String, Range<usize>) {
        let widths = [&self.before, &self.word, &self.behind].map(|piece| width(piece));
        let is_cut = self.cut_before || self.cut_behind;
        if is_cut || widths.iter().sum::<usize>() > room {
            self.cut(room - 2 * MORE.len());
        }
        let mark = |is_cut| if is_cut { MORE } else { "" };
        let lead = mark(self.cut_before).to_owned() + &self.before;
        let word = lead.len()..lead.len() + self.word.len();
        let line = lead + &self.word + &self.behind + mark(self.cut_behind);
        (line, word)
    }

    /// The word comes first, then what stands around it, as evenly as there is something.
    fn cut(&mut self, room: usize) {
        let word = first(&self.word, room);
        if word < self.word.len() {
            self.word.truncate(word);
            self.behind.clear();
            self.cut_behind = true;
        }
        let room = room - width(&self.word);
        let even = room - width(&self.behind).min(room / 2);
        let dropped = self.before.len() - last(&self.before, even);
        self.cut_before |= dropped > 0;
        self.before.drain(..dropped);
        let kept = first(&self.behind, room - width(&self.before));
        self.cut_behind |= kept < self.behind.len();
        self.behind.truncate(kept);
    }
}

/// Columns, as the renderer counts them.
fn width(text: &str) -> usize {
    text.chars().map(|c| c.width().unwrap_or(0)).sum()
}

/// How many bytes at the start of a text fit into so many columns.
fn first(text: &str, columns: usize) -> usize {
    fitting(text.graphemes(true), columns)
}

/// How many bytes at the end of a text do.
fn last(text: &str, columns: usize) -> usize {
    fitting(text.graphemes(true).rev(), columns)
}

fn fitting<'a>(graphemes: impl Iterator<Item = &'a str>, columns: usize) -> usize {
    let mut used = 0;
    let fit = graphemes.take_while(|grapheme| {
        used += width(grapheme);
        used <= columns
    });
    fit.map(str::len).sum()
}

#[cfg(test)]
mod tests;
