//! A text on its way to a clipboard, and what can be said of it: that a program has taken it, or only
//! that it was sent to the terminal, which never answers.
//!
//! The terminal's own sequence (OSC 52) works through ssh, but many terminals ignore it, and tmux does
//! by default. So a program is asked first where there is one: tmux for its own buffer, then one for
//! the display of the machine.

mod taker;

use std::fmt;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use taker::{Failure, MACOS, TMUX, Taker, WAYLAND, X11};

/// A look-up in the environment; an empty variable counts as none.
type Variable<'a> = &'a dyn Fn(&str) -> Option<String>;

/// The longest sequence, in bytes, that terminals are known to take (that of hterm; xterm takes more).
const SEQUENCE: usize = 100_000;
/// GNU screen hands a string of the terminal's on up to this many bytes.
const PIECE: usize = 700;

const BEGIN: &str = "\x1b]52;c;";
const END: &str = "\x07";

/// The ways to a clipboard from here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clipboard {
    /// In the order in which they are asked.
    takers: Vec<Taker>,
    in_screen: bool,
}

/// What became of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sent {
    /// A program has taken it.
    Taken {
        /// The program.
        by: &'static str,
        /// What it has put it into.
        place: &'static str,
        /// The text.
        text: String,
    },
    /// It is to be written to the terminal.
    ToTerminal {
        /// What is to be written.
        sequence: Vec<u8>,
        /// The text.
        text: String,
        /// Why no program has taken it, if one was asked.
        failed: Option<String>,
    },
    /// It is too long for the terminal.
    Refused {
        /// Its length in bytes.
        bytes: usize,
        /// Why no program has taken it, if one was asked.
        failed: Option<String>,
    },
}

impl fmt::Display for Sent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let because = |failed: &Option<String>| {
            let failed = failed.as_ref();
            failed.map_or_else(String::new, |failed| format!("{failed}; "))
        };
        match self {
            Self::Taken { by, place, text } => {
                write!(
                    f,
                    "copied to {place} by {by}, {}: {text}",
                    counted(text.len())
                )
            }
            Self::ToTerminal { text, failed, .. } => write!(
                f,
                "{}sent to the terminal\'s clipboard, {}: {text}",
                because(failed),
                counted(text.len())
            ),
            Self::Refused { bytes, failed } => write!(
                f,
                "{}not copied: {} are more than terminals take ({})",
                because(failed),
                counted(*bytes),
                counted(longest())
            ),
        }
    }
}

/// "8,123 bytes".
fn counted(bytes: usize) -> String {
    let digits = bytes.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out + if bytes == 1 { " byte" } else { " bytes" }
}

/// The longest text, in bytes, that fits into a sequence.
fn longest() -> usize {
    (SEQUENCE - BEGIN.len() - END.len()) / 4 * 3
}

impl Clipboard {
    /// As the environment says.
    pub fn new(variable: Variable<'_>) -> Self {
        let has = |name: &str| variable(name).is_some();
        let mut takers = Vec::new();
        if has("TMUX") {
            takers.extend(TMUX);
        }
        if has("WAYLAND_DISPLAY") {
            takers.push(WAYLAND);
        }
        if has("DISPLAY") {
            takers.extend(X11);
        }
        // From another machine it would be the wrong clipboard.
        if cfg!(target_os = "macos") && !has("SSH_CONNECTION") {
            takers.push(MACOS);
        }
        let in_screen = has("STY") && !has("TMUX");
        Self { takers, in_screen }
    }

    /// Is there no program to ask, so that [`Self::send`] takes no time?
    pub fn is_at_once(&self) -> bool {
        self.takers.is_empty()
    }

    /// Hands a text to the first program that takes it, else makes it ready for the terminal.
    pub fn send(&self, text: String) -> Sent {
        let mut failed = None;
        for taker in &self.takers {
            match taker.take(&text) {
                Ok(()) => {
                    return Sent::Taken {
                        by: taker.words[0],
                        place: taker.place,
                        text,
                    };
                }
                // The next one may be installed.
                Err(Failure::NotThere) => {}
                Err(failure) => failed = Some(format!("{} {failure}", taker.words[0])),
            }
        }
        if text.len() > longest() {
            let bytes = text.len();
            return Sent::Refused { bytes, failed };
        }
        let sequence = sequence(&text, self.in_screen);
        Sent::ToTerminal {
            sequence,
            text,
            failed,
        }
    }
}

/// The sequence that puts `text` on the terminal's clipboard; within GNU screen, which would obey it
/// itself, in strings that it hands on.
fn sequence(text: &str, in_screen: bool) -> Vec<u8> {
    let plain = format!("{BEGIN}{}{END}", STANDARD.encode(text)).into_bytes();
    if !in_screen {
        return plain;
    }
    let pieces = plain.chunks(PIECE);
    let wrapped = pieces.map(|piece| [b"\x1bP", piece, b"\x1b\\"].concat());
    wrapped.collect::<Vec<_>>().concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn clipboard(set: &[&str]) -> Clipboard {
        Clipboard::new(&|name| set.contains(&name).then(|| "x".to_owned()))
    }

    #[test]
    fn programs_are_asked_where_they_can_answer() {
        let programs = |set: &[&str]| {
            let takers = clipboard(set).takers;
            let mut names: Vec<_> = takers.iter().map(|taker| taker.words[0]).collect();
            names.retain(|name| *name != "pbcopy");
            names
        };
        assert_eq!(programs(&[]), [""; 0]);
        assert_eq!(programs(&["STY"]), [""; 0]);
        assert_eq!(programs(&["TMUX"]), ["tmux", "tmux"]);
        assert_eq!(
            programs(&["WAYLAND_DISPLAY", "DISPLAY"]),
            ["wl-copy", "xclip", "xsel"]
        );
        assert_eq!(
            programs(&["DISPLAY", "TMUX"]),
            ["tmux", "tmux", "xclip", "xsel"]
        );
        assert!(clipboard(&["STY"]).in_screen && !clipboard(&["STY", "TMUX"]).in_screen);
    }

    #[test]
    fn screen_gets_pieces_that_it_hands_on() {
        let text = "Лаос – Россия. ".repeat(200);
        let plain = sequence(&text, false);
        let wrapped = String::from_utf8(sequence(&text, true)).expect("ASCII");
        let pieces: Vec<_> = wrapped.split_terminator("\x1b\\").collect();
        assert!(pieces.len() > 5);
        let inner = pieces.iter().map(|piece| {
            assert!(piece.len() + 2 < 768);
            piece.strip_prefix("\x1bP").expect("a string")
        });
        assert_eq!(inner.collect::<String>().as_bytes(), plain);
        let base64 = &plain[BEGIN.len()..plain.len() - END.len()];
        assert_eq!(STANDARD.decode(base64).as_deref(), Ok(text.as_bytes()));
    }

    #[test]
    fn a_text_is_sent_whole_or_not_at_all() {
        let way = clipboard(&[]);
        for bytes in [0, 1, 8_001, longest()] {
            let Sent::ToTerminal { sequence, text, .. } = way.send("x".repeat(bytes)) else {
                panic!("{bytes} bytes are refused");
            };
            assert!(sequence.len() <= SEQUENCE && text.len() == bytes);
        }
        let refused = way.send("x".repeat(longest() + 1)).to_string();
        assert_eq!(
            refused,
            "not copied: 74,995 bytes are more than terminals take (74,994 bytes)"
        );
    }

    #[test]
    fn what_is_said_is_what_is_known() {
        let sent = clipboard(&[]).send("Text".to_owned()).to_string();
        assert_eq!(sent, "sent to the terminal's clipboard, 4 bytes: Text");
        let taken = Sent::Taken {
            by: "tmux",
            place: "the tmux buffer",
            text: "x".repeat(1_234),
        };
        assert!(
            taken
                .to_string()
                .starts_with("copied to the tmux buffer by tmux, 1,234 bytes: xx")
        );
    }
}
