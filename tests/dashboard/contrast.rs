//! What is drawn can be read: the contrast of every character of real screens, in every theme, on the
//! palettes that people use (WCAG 2.2, 1.4.3 and 1.4.11).

use bilat::dashboard::ui::palette::{Look, rgb};
use bilat::dashboard::ui::theme::Theme;
use bilat::load::{Origin, load};
use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};

use crate::screen::Session;

type Rgb = (u8, u8, u8);

/// A terminal: its background, its text, and its bright red, the only one of its 16 colours that is used.
struct Palette {
    name: &'static str,
    paper: u32,
    text: u32,
    bright_red: u32,
}

const PALETTES: [Palette; 9] = [
    palette("xterm, light", 0xff_ffff, 0x00_0000, 0xff_0000),
    palette("xterm, dark", 0x00_0000, 0xe5_e5e5, 0xff_0000),
    palette("VS Code, light", 0xff_ffff, 0x33_3333, 0xcd_3131),
    palette("Solarized, light", 0xfd_f6e3, 0x65_7b83, 0xcb_4b16),
    palette("Tango, light", 0xee_eeec, 0x2e_3436, 0xef_2929),
    palette("Tango, dark", 0x2e_3436, 0xd3_d7cf, 0xef_2929),
    palette("One Half Light", 0xfa_fafa, 0x38_3a42, 0xdf_6c75),
    palette("Campbell", 0x0c_0c0c, 0xcc_cccc, 0xe7_4856),
    palette("Linux console", 0x00_0000, 0xaa_aaaa, 0xff_5555),
];

const fn palette(name: &'static str, paper: u32, text: u32, bright_red: u32) -> Palette {
    Palette {
        name,
        paper,
        text,
        bright_red,
    }
}

impl Palette {
    fn colour(&self, colour: Color, own: u32) -> Rgb {
        match colour {
            Color::Reset => parts(own),
            Color::LightRed => parts(self.bright_red),
            Color::Indexed(index) => rgb(index).expect("one that is the same everywhere"),
            other => panic!("{other:?} is different on every terminal"),
        }
    }

    /// Ink and paper of a cell; dim ink is half way to the paper, as many terminals draw it.
    fn of(&self, cell: &Cell) -> (Rgb, Rgb) {
        let ink = self.colour(cell.fg, self.text);
        let paper = self.colour(cell.bg, self.paper);
        let (ink, paper) = if cell.modifier.contains(Modifier::REVERSED) {
            (paper, ink)
        } else {
            (ink, paper)
        };
        if cell.modifier.contains(Modifier::DIM) {
            (half(ink, paper), paper)
        } else {
            (ink, paper)
        }
    }
}

fn parts(colour: u32) -> Rgb {
    let [_, red, green, blue] = colour.to_be_bytes();
    (red, green, blue)
}

fn half(one: Rgb, other: Rgb) -> Rgb {
    let mean = |one: u8, other: u8| u8::midpoint(one, other);
    (
        mean(one.0, other.0),
        mean(one.1, other.1),
        mean(one.2, other.2),
    )
}

/// The relative luminance of WCAG.
fn luminance((red, green, blue): Rgb) -> f64 {
    let linear = |part: u8| {
        let part = f64::from(part) / 255.0;
        if part <= 0.040_45 {
            part / 12.92
        } else {
            ((part + 0.055) / 1.055).powf(2.4)
        }
    };
    0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

/// From 1 (the same) to 21 (black on white).
fn contrast(one: Rgb, other: Rgb) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// Lines that only separate what is told apart without them.
fn is_line(symbol: &str) -> bool {
    symbol
        .chars()
        .all(|c| ('\u{2500}'..='\u{257f}').contains(&c) || c == '·')
}

/// How far a character must be from its paper.
fn least(cell: &Cell, palette: &Palette) -> f64 {
    let symbol = cell.symbol();
    if symbol.chars().any(char::is_alphanumeric) {
        // A palette whose own text is paler than that is the choice of the person.
        let own = contrast(parts(palette.text), parts(palette.paper));
        return if cell.fg == Color::Reset {
            own.min(4.5)
        } else {
            4.5
        };
    }
    if is_line(symbol) && cell.modifier.contains(Modifier::DIM) {
        1.5
    } else {
        3.0
    }
}

fn themes() -> Vec<Theme> {
    let looks = Look::NAMED
        .map(|(_, look)| look)
        .into_iter()
        .chain([Look::Sixteen]);
    let theme = |colour| {
        move |look| Theme {
            colour,
            ascii: false,
            look,
        }
    };
    let mut themes: Vec<_> = looks.map(theme(true)).collect();
    themes.push(theme(false)(Look::Dark));
    themes
}

const SCREENS: [&str; 14] = [
    "",
    "2",
    "3<right>",
    "4",
    "4/putin<enter>",
    "4/speaker:p",
    "4/(",
    "c",
    "?",
    "i",
    "3<enter>",
    "4<enter>",
    "f energy<enter>",
    "  m",
];

#[test]
fn every_character_can_be_read_on_every_palette() {
    for theme in themes() {
        let mut session = Session::styled(load(&Origin::BuiltIn), theme, 120, 40);
        for keys in SCREENS {
            session = session.press("<esc><esc><esc><esc>F").press(keys);
            let cells = session.buffer().content.iter();
            for cell in cells.filter(|cell| !cell.symbol().trim().is_empty()) {
                for palette in &PALETTES {
                    let (ink, paper) = palette.of(cell);
                    let found = contrast(ink, paper);
                    assert!(
                        found >= least(cell, palette) - 0.005,
                        "{:?} after {keys:?} on {}: {found:.2} {cell:?}",
                        theme.look,
                        palette.name
                    );
                }
            }
        }
    }
}

/// A theme with colours of its own draws the whole screen in them.
#[test]
fn a_theme_of_its_own_leaves_nothing_to_the_terminal() {
    for (name, look) in Look::NAMED {
        let theme = Theme {
            colour: true,
            ascii: false,
            look,
        };
        let loaded = load(&Origin::BuiltIn);
        let session = Session::styled(loaded, theme, 80, 24);
        let own = |cell: &Cell| cell.fg == Color::Reset || cell.bg == Color::Reset;
        let leaves = session.buffer().content.iter().any(own);
        assert_eq!(leaves, look == Look::Terminal, "{name}");
    }
}
