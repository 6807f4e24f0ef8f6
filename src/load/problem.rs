//! What is wrong with a dossier, where, and what to do about it.

use std::fmt;

use crate::dossier::Text;
use crate::dossier::text::clean_line;

/// A message repeats what stands in the file, which may be a page of nonsense.
const MAX_CHARS: usize = 400;

/// Quotes with problems that are reported one by one. Whoever has more begins with these.
pub(super) const LISTED: usize = 1000;

/// How bad a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Something could not be read or leads nowhere.
    Error,
    /// Everything was read, but something looks like a slip.
    Warning,
    /// Nothing is wrong; it is only said.
    Note,
}

impl Severity {
    /// "error", "warning" or "note", as compilers have them.
    pub fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

/// One thing that is wrong. All of it is safe to print.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, thiserror::Error)]
pub struct Problem {
    /// The file.
    pub file: Text,
    /// From 1.
    pub line: usize,
    /// From 1, in characters.
    pub column: usize,
    /// How bad.
    pub severity: Severity,
    /// What is wrong.
    pub message: Text,
    /// What to do.
    pub hint: Option<Text>,
    /// Something could not be read or was left out.
    pub lost: bool,
}

impl Problem {
    /// An error at the head of a file.
    pub(super) fn error(file: impl AsRef<str>, message: &str) -> Self {
        Self {
            file: Text::new(&clean_line(file.as_ref())),
            line: 1,
            column: 1,
            severity: Severity::Error,
            message: one_line(message),
            hint: None,
            lost: false,
        }
    }

    /// A warning at the head of a file.
    pub(super) fn warning(file: impl AsRef<str>, message: &str) -> Self {
        Self::error(file, message).severity(Severity::Warning)
    }

    /// At another place.
    pub(crate) fn at(self, (line, column): (usize, usize)) -> Self {
        Self {
            line,
            column,
            ..self
        }
    }

    /// With advice.
    pub(crate) fn hint(self, hint: impl AsRef<str>) -> Self {
        Self {
            hint: Some(one_line(hint.as_ref())),
            ..self
        }
    }

    /// As bad as that.
    pub(super) fn severity(self, severity: Severity) -> Self {
        Self { severity, ..self }
    }
}

/// Clean, on one line and not endless.
fn one_line(text: &str) -> Text {
    match text.char_indices().nth(MAX_CHARS) {
        Some((end, _)) => Text::new(&(clean_line(&text[..end]) + " …")),
        None => Text::new(&clean_line(text)),
    }
}

/// `file:line:column: error: message`, the hint on a line of its own.
impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            file,
            line,
            column,
            severity,
            message,
            hint,
            lost: _,
        } = self;
        write!(f, "{file}:{line}:{column}: {}: {message}", severity.word())?;
        match hint {
            Some(hint) => write!(f, "\n  hint: {hint}"),
            None => Ok(()),
        }
    }
}
