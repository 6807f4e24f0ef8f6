//! The pictures of the README are the real screen: drawn here, compared with what is kept under
//! assets/. `BILAT_PICTURES=write cargo test --test dashboard picture` draws them anew.

use std::fmt::Write;
use std::path::Path;

use bilat::dossier::load::{Origin, load};
use bilat::ui::theme::Theme;
use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};

use crate::screen::Session;

/// Pixels of a cell.
const CELL: (u16, u16) = (9, 18);
const INK: &str = "#d0d0d0";
const PAPER: &str = "#161616";

#[test]
fn the_readme_shows_the_real_screen() {
    for (name, keys) in [
        ("dashboard", "3<left>4/energy"),
        ("detail", "2/roadmap<enter>jj<enter>"),
        ("contested", "c<enter>"),
    ] {
        let theme = Theme {
            colour: true,
            ascii: false,
        };
        let session = Session::styled(load(&Origin::BuiltIn), theme, 120, 40).press(keys);
        let drawn = svg(session.buffer());
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("assets/{name}.svg"));
        if std::env::var_os("BILAT_PICTURES").is_some() {
            std::fs::write(&path, &drawn).expect("assets/ can be written");
        }
        let kept = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(
            kept == drawn,
            "{} is not the screen of today; see the head of this file",
            path.display()
        );
        let readme = include_str!("../../README.md");
        assert!(readme.contains(&format!("assets/{name}.svg")));
    }
}

/// The screen as a picture: runs of cells of one look.
fn svg(buffer: &Buffer) -> String {
    let (wide, high) = (buffer.area.width * CELL.0, buffer.area.height * CELL.1);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {wide} {high}\" width=\"{wide}\" height=\"{high}\" \
         font-family=\"DejaVu Sans Mono, Menlo, Consolas, monospace\" font-size=\"15\" xml:space=\"preserve\">\n\
         <rect width=\"100%\" height=\"100%\" fill=\"{PAPER}\"/>\n"
    );
    for y in 0..buffer.area.height {
        let mut x = 0;
        while x < buffer.area.width {
            let look = look(&buffer[(x, y)]);
            let mut text = String::new();
            let start = x;
            while x < buffer.area.width && self::look(&buffer[(x, y)]) == look {
                text.push_str(buffer[(x, y)].symbol());
                x += 1;
            }
            run(&mut out, &text, &look, start, y, x - start);
        }
    }
    out + "</svg>\n"
}

/// Ink, paper, and attributes of a cell.
type Look = (&'static str, &'static str, String);

fn look(cell: &Cell) -> Look {
    let ink = match cell.fg {
        Color::Cyan => "#5fd7d7",
        Color::Green => "#87d787",
        Color::Red => "#ff8787",
        Color::Magenta => "#ffafd7",
        _ => INK,
    };
    let reversed = cell.modifier.contains(Modifier::REVERSED);
    let (ink, paper) = if reversed { (PAPER, ink) } else { (ink, PAPER) };
    let mut more = String::new();
    for (modifier, attribute) in [
        (Modifier::BOLD, " font-weight=\"bold\""),
        (Modifier::DIM, " opacity=\"0.6\""),
        (Modifier::UNDERLINED, " text-decoration=\"underline\""),
    ] {
        if cell.modifier.contains(modifier) {
            more.push_str(attribute);
        }
    }
    (ink, paper, more)
}

fn run(out: &mut String, text: &str, (ink, paper, more): &Look, x: u16, y: u16, columns: u16) {
    let (left, top, wide) = (x * CELL.0, y * CELL.1, columns * CELL.0);
    if *paper != PAPER {
        let high = CELL.1;
        let _ = writeln!(
            out,
            "<rect x=\"{left}\" y=\"{top}\" width=\"{wide}\" height=\"{high}\" fill=\"{paper}\"/>"
        );
    }
    if text.trim().is_empty() {
        return;
    }
    let base = top + 14;
    let text = text.replace('&', "&amp;").replace('<', "&lt;");
    let _ = writeln!(
        out,
        "<text x=\"{left}\" y=\"{base}\" textLength=\"{wide}\" fill=\"{ink}\"{more}>{text}</text>"
    );
}
