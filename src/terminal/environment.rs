//! What the environment says of the terminal: whether it can do anything, colours, characters.

use crate::dashboard::ui::palette::Look;
use crate::dashboard::ui::theme::Theme;
use crate::system::environment::speaks_utf8;

/// A look-up in the environment; an empty variable counts as none.
type Variable<'a> = &'a dyn Fn(&str) -> Option<String>;

/// Why the dashboard cannot be shown on a terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "this terminal cannot show the dashboard ({}); without one, `bilat | cat` prints a summary and `bilat check` the problems of a dossier",
    self.reason()
)]
pub enum Refusal {
    /// Nobody says which terminal it is.
    Unnamed,
    /// It can do nothing.
    Dumb,
}

impl Refusal {
    fn reason(self) -> &'static str {
        match self {
            Self::Unnamed => "TERM is not set",
            Self::Dumb => "TERM=dumb",
        }
    }
}

/// Can the dashboard be shown on this terminal?
///
/// # Errors
/// Why it cannot.
pub(super) fn fit(variable: Variable<'_>) -> Result<(), Refusal> {
    match variable("TERM").as_deref() {
        None => Err(Refusal::Unnamed),
        Some("dumb") => Err(Refusal::Dumb),
        Some(_) => Ok(()),
    }
}

/// How things may look.
pub(super) fn theme(look: Look, variable: Variable<'_>) -> Theme {
    let look = match look {
        Look::Terminal if !has_256(variable) => Look::Sixteen,
        look => look,
    };
    Theme {
        // <https://no-color.org>: any value that is not empty.
        colour: variable("NO_COLOR").is_none(),
        ascii: !speaks_utf8(variable),
        look,
    }
}

/// Has the terminal 256 colours? Those that have more say so in one of the two.
fn has_256(variable: Variable<'_>) -> bool {
    let term = variable("TERM").unwrap_or_default();
    let named = ["256color", "direct", "kitty", "ghostty", "alacritty"];
    named.iter().any(|name| term.contains(name)) || variable("COLORTERM").is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn among(pairs: &[(&str, &str)], name: &str) -> Option<String> {
        let found = pairs.iter().find(|(key, _)| *key == name);
        found.map(|(_, value)| (*value).to_owned())
    }

    #[test]
    fn the_first_locale_that_is_set_decides() {
        for (pairs, ascii) in [
            (&[][..], true),
            (&[("LANG", "C")], true),
            (&[("LANG", "POSIX")], true),
            (&[("LANG", "de_DE.ISO-8859-1")], true),
            (&[("LANG", "lo_LA.UTF-8")], false),
            (&[("LANG", "C.utf8")], false),
            (&[("LANG", "C"), ("LC_CTYPE", "C.UTF-8")], false),
            (&[("LANG", "ru_RU.UTF-8"), ("LC_ALL", "C")], true),
        ] {
            let theme = theme(Look::Terminal, &|name| among(pairs, name));
            assert_eq!(theme.ascii, ascii, "{pairs:?}");
        }
    }

    #[test]
    fn no_color_takes_the_colours_away() {
        let theme = |pairs: &[(&str, &str)]| theme(Look::Terminal, &|name| among(pairs, name));
        assert!(theme(&[]).colour);
        assert!(!theme(&[("NO_COLOR", "0")]).colour);
        assert_eq!(theme(&[("TERM", "linux")]).look, Look::Sixteen);
        assert_eq!(theme(&[("TERM", "xterm-256color")]).look, Look::Terminal);
    }

    #[test]
    fn a_terminal_that_can_do_nothing_is_refused_with_advice() {
        assert_eq!(fit(&|name| among(&[("TERM", "vt100")], name)), Ok(()));
        for pairs in [&[][..], &[("TERM", "dumb")]] {
            let reason = fit(&|name| among(pairs, name))
                .expect_err("refused")
                .to_string();
            assert!(reason.contains("bilat check") && reason.contains("bilat | cat"));
        }
    }
}
