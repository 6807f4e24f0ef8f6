//! A frame as a picture: its text, its text with colours for a terminal, or SVG.

use std::fmt::Write;

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};

use super::palette::rgb;
use super::text::width;

/// Pixels of a cell.
const CELL: (u16, u16) = (9, 18);
/// From the upper edge of a cell to the base line of its letters.
const BASE: u16 = 14;
const INK: &str = "#d0d0d0";
const PAPER: &str = "#161616";

/// Cells of one look that stand beside each other.
struct Run {
    x: u16,
    columns: u16,
    look: Look,
    text: String,
}

/// Ink, paper and weight of a cell.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Look {
    ink: Color,
    paper: Color,
    modifier: Modifier,
}

impl Look {
    fn of(cell: &Cell) -> Self {
        Self {
            ink: cell.fg,
            paper: cell.bg,
            modifier: cell.modifier,
        }
    }

    fn has(self, modifier: Modifier) -> bool {
        self.modifier.contains(modifier)
    }
}

/// A row as runs. A cell that the wide one before it covers is left out, as on a terminal.
fn runs(buffer: &Buffer, y: u16) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let mut x = 0;
    while x < buffer.area.width {
        let cell = &buffer[(x, y)];
        let look = Look::of(cell);
        let columns = u16::try_from(width(cell.symbol())).map_or(1, |columns| columns.max(1));
        match runs.last_mut() {
            Some(run) if run.look == look => {
                run.text.push_str(cell.symbol());
                run.columns += columns;
            }
            _ => runs.push(Run {
                x,
                columns,
                look,
                text: cell.symbol().to_owned(),
            }),
        }
        x = x.saturating_add(columns);
    }
    runs
}

/// The characters of a frame, a line a row, without trailing blanks.
pub fn text(buffer: &Buffer) -> String {
    let mut out = String::new();
    for y in 0..buffer.area.height {
        let row: String = runs(buffer, y).into_iter().map(|run| run.text).collect();
        out.push_str(row.trim_end());
        out.push('\n');
    }
    out
}

/// A frame as lines that a terminal shows as it was (ECMA-48, SGR), every one closed for itself.
pub fn ansi(buffer: &Buffer) -> String {
    let mut out = String::new();
    for y in 0..buffer.area.height {
        for run in runs(buffer, y) {
            let codes = codes(run.look);
            if codes.is_empty() {
                out.push_str(&run.text);
            } else {
                // A string takes whatever is written to it.
                let _ = write!(out, "\x1b[{}m{}\x1b[0m", codes.join(";"), run.text);
            }
        }
        out.push('\n');
    }
    out
}

fn codes(look: Look) -> Vec<String> {
    let weights = [
        (Modifier::BOLD, "1"),
        (Modifier::DIM, "2"),
        (Modifier::UNDERLINED, "4"),
        (Modifier::REVERSED, "7"),
    ]
    .into_iter()
    .filter(|(of, _)| look.has(*of));
    let mut codes: Vec<_> = weights.map(|(_, code)| code.to_owned()).collect();
    codes.extend(code(look.ink, 30));
    codes.extend(code(look.paper, 40));
    codes
}

/// The code that sets a colour, of the ink from 30 on or of the paper from 40 on; none for the terminal's
/// own, and for those that no theme uses.
fn code(colour: Color, from: u8) -> Option<String> {
    match colour {
        // The bright ones begin 60 higher.
        Color::LightRed => Some((from + 61).to_string()),
        Color::Indexed(index) => Some(format!("{};5;{index}", from + 8)),
        _ => None,
    }
}

/// What a colour looks like; none for the terminal's own.
fn shown(colour: Color) -> Option<String> {
    match colour {
        Color::LightRed => Some("#ff8787".to_owned()),
        Color::Indexed(index) => {
            let (red, green, blue) = rgb(index)?;
            Some(format!("#{red:02x}{green:02x}{blue:02x}"))
        }
        _ => None,
    }
}

/// A frame as one SVG image. What the picture shows is in its text too.
pub fn svg(buffer: &Buffer) -> String {
    let (wide, high) = (
        u32::from(buffer.area.width) * u32::from(CELL.0),
        u32::from(buffer.area.height) * u32::from(CELL.1),
    );
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {wide} {high}\" width=\"{wide}\" height=\"{high}\" \
         font-family=\"DejaVu Sans Mono, Menlo, Consolas, monospace\" font-size=\"15\" xml:space=\"preserve\">\n\
         <rect width=\"100%\" height=\"100%\" fill=\"{PAPER}\"/>\n"
    );
    for y in 0..buffer.area.height {
        for run in runs(buffer, y) {
            draw(&mut out, &run, y);
        }
    }
    out + "</svg>\n"
}

fn draw(out: &mut String, run: &Run, y: u16) {
    let shown = |own, default: &str| shown(own).unwrap_or_else(|| default.to_owned());
    let (mut ink, mut paper) = (shown(run.look.ink, INK), shown(run.look.paper, PAPER));
    if run.look.has(Modifier::REVERSED) {
        (ink, paper) = (paper, ink);
    }
    let pixels = |cells: u16, each: u16| u32::from(cells) * u32::from(each);
    let (left, top) = (pixels(run.x, CELL.0), pixels(y, CELL.1));
    let wide = pixels(run.columns, CELL.0);
    if paper != PAPER {
        let high = CELL.1;
        // A string takes whatever is written to it, here and below.
        let _ = writeln!(
            out,
            "<rect x=\"{left}\" y=\"{top}\" width=\"{wide}\" height=\"{high}\" fill=\"{paper}\"/>"
        );
    }
    if run.text.trim().is_empty() {
        return;
    }
    let attributes = [
        (Modifier::BOLD, " font-weight=\"bold\""),
        (Modifier::DIM, " opacity=\"0.6\""),
        (Modifier::UNDERLINED, " text-decoration=\"underline\""),
    ]
    .into_iter()
    .filter(|(of, _)| run.look.has(*of));
    let more: String = attributes.map(|(_, attribute)| attribute).collect();
    let base = top + u32::from(BASE);
    let text = run.text.replace('&', "&amp;").replace('<', "&lt;");
    let _ = writeln!(
        out,
        "<text x=\"{left}\" y=\"{base}\" textLength=\"{wide}\" fill=\"{ink}\"{more}>{text}</text>"
    );
}

#[cfg(test)]
mod tests {
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    use super::*;

    fn buffer() -> Buffer {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 8, 2));
        buffer.set_string(0, 0, "万象 <b>", Style::new().light_red());
        buffer.set_string(0, 1, "a&b", Style::new().bold().reversed());
        buffer
    }

    #[test]
    fn text_is_the_characters_and_a_wide_one_takes_one_place() {
        assert_eq!(text(&buffer()), "万象 <b>\na&b\n");
    }

    #[test]
    fn every_line_for_a_terminal_is_closed() {
        assert_eq!(
            ansi(&buffer()),
            "\x1b[91m万象 <b>\x1b[0m\n\x1b[1;7ma&b\x1b[0m     \n"
        );
    }

    #[test]
    fn an_image_means_what_was_shown() {
        let svg = svg(&buffer());
        assert!(svg.contains("viewBox=\"0 0 72 36\""), "{svg}");
        assert!(
            svg.contains("textLength=\"72\" fill=\"#ff8787\">万象 &lt;b>"),
            "{svg}"
        );
        assert!(svg.contains(&format!("fill=\"{PAPER}\" font-weight=\"bold\">a&amp;b")));
    }
}
