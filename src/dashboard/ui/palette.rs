//! The colours of each look. Those above 15 are the same on every terminal that has 256 of them; of the
//! first 16 every terminal has its own.

use ratatui::style::Color;

/// Whose colours are drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Look {
    /// The terminal's own text on its own background; signs in colours that can be seen on light and dark
    /// ones.
    #[default]
    Terminal,
    /// The same on a terminal of 16 colours.
    Sixteen,
    /// Light text on a dark background.
    Dark,
    /// Dark text on a light background.
    Light,
    /// The strongest contrasts.
    HighContrast,
}

impl Look {
    /// Those that can be chosen, by name.
    pub const NAMED: [(&'static str, Self); 4] = [
        ("terminal", Self::Terminal),
        ("dark", Self::Dark),
        ("light", Self::Light),
        ("high-contrast", Self::HighContrast),
    ];

    /// The one of this name.
    pub fn named(name: &str) -> Option<Self> {
        let found = Self::NAMED.iter().find(|(known, _)| *known == name);
        found.map(|(_, look)| *look)
    }

    pub(super) fn inks(self) -> &'static Inks {
        match self {
            Self::Terminal => &TERMINAL,
            Self::Sixteen => &SIXTEEN,
            Self::Dark => &DARK,
            Self::Light => &LIGHT,
            Self::HighContrast => &HIGH_CONTRAST,
        }
    }
}

/// A colour for each meaning; none for the colour of the text.
#[derive(Debug, Default)]
pub(super) struct Inks {
    /// The background and the text on it; none for those of the terminal.
    pub(super) paper: Option<(Color, Color)>,
    /// Text beside the point.
    pub(super) dim: Option<Color>,
    /// Text that is looked for.
    pub(super) hit: Option<Color>,
    /// Text that leads somewhere.
    pub(super) link: Option<Color>,
    /// Text that warns.
    pub(super) alarm: Option<Color>,
    /// Signs and lines.
    pub(super) quiet: Option<Color>,
    pub(super) focus: Option<Color>,
    pub(super) good: Option<Color>,
    pub(super) open: Option<Color>,
    pub(super) warn: Option<Color>,
}

const NONE: Inks = Inks {
    paper: None,
    dim: None,
    hit: None,
    link: None,
    alarm: None,
    quiet: None,
    focus: None,
    good: None,
    open: None,
    warn: None,
};

/// Of middle lightness: each is at least 3.0 from black, from white, and from what is between them on the
/// backgrounds of usual palettes. No colour is 4.5 from all of them, so text has none.
const TERMINAL: Inks = Inks {
    quiet: Some(Color::Indexed(244)),
    focus: Some(Color::Indexed(32)),
    good: Some(Color::Indexed(65)),
    open: Some(Color::Indexed(32)),
    warn: Some(Color::Indexed(196)),
    ..NONE
};

/// Of the 16 this is the only one that can be seen on light and dark backgrounds.
const SIXTEEN: Inks = Inks {
    warn: Some(Color::LightRed),
    ..NONE
};

const DARK: Inks = Inks {
    paper: Some((Color::Indexed(234), Color::Indexed(252))),
    dim: Some(Color::Indexed(246)),
    hit: Some(Color::Indexed(221)),
    link: Some(Color::Indexed(117)),
    alarm: Some(Color::Indexed(210)),
    quiet: Some(Color::Indexed(243)),
    focus: Some(Color::Indexed(117)),
    good: Some(Color::Indexed(114)),
    open: Some(Color::Indexed(117)),
    warn: Some(Color::Indexed(210)),
};

const LIGHT: Inks = Inks {
    paper: Some((Color::Indexed(231), Color::Indexed(235))),
    dim: Some(Color::Indexed(241)),
    hit: Some(Color::Indexed(90)),
    link: Some(Color::Indexed(25)),
    alarm: Some(Color::Indexed(124)),
    quiet: Some(Color::Indexed(245)),
    focus: Some(Color::Indexed(25)),
    good: Some(Color::Indexed(28)),
    open: Some(Color::Indexed(25)),
    warn: Some(Color::Indexed(160)),
};

const HIGH_CONTRAST: Inks = Inks {
    paper: Some((Color::Indexed(16), Color::Indexed(231))),
    dim: None,
    hit: Some(Color::Indexed(226)),
    link: Some(Color::Indexed(123)),
    alarm: Some(Color::Indexed(226)),
    quiet: Some(Color::Indexed(231)),
    focus: Some(Color::Indexed(226)),
    good: Some(Color::Indexed(120)),
    open: Some(Color::Indexed(123)),
    warn: Some(Color::Indexed(226)),
};

/// Red, green and blue of a colour above 15: a cube of six steps, then greys. Source: xterm's
/// `256colres.pl`.
pub fn rgb(index: u8) -> Option<(u8, u8, u8)> {
    const STEPS: [u8; 6] = [0, 95, 135, 175, 215, 255];
    if index >= 232 {
        let grey = 8 + 10 * (index - 232);
        return Some((grey, grey, grey));
    }
    let place = usize::from(index.checked_sub(16)?);
    Some((STEPS[place / 36], STEPS[place / 6 % 6], STEPS[place % 6]))
}
