//! What is wrong with a dossier, where, and what to do about it.

use std::fmt;

use crate::dossier::Text;

/// How bad a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Something could not be read or leads nowhere.
    Error,
    /// Everything was read, but something looks like a slip.
    Warning,
}

impl Severity {
    /// "error" or "warning".
    pub fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

/// One thing that is wrong. All of it is safe to print.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
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
}

impl Problem {
    /// An error at the head of a file.
    pub(super) fn error(file: impl AsRef<str>, message: &str) -> Self {
        Self {
            file: Text::new(file.as_ref()),
            line: 1,
            column: 1,
            severity: Severity::Error,
            message: Text::new(&message.replace('\n', " ")),
            hint: None,
        }
    }

    /// A warning at the head of a file.
    pub(super) fn warning(file: impl AsRef<str>, message: &str) -> Self {
        Self {
            severity: Severity::Warning,
            ..Self::error(file, message)
        }
    }

    /// At another place.
    pub(super) fn at(self, (line, column): (usize, usize)) -> Self {
        Self {
            line,
            column,
            ..self
        }
    }

    /// With advice.
    pub(super) fn hint(self, hint: impl AsRef<str>) -> Self {
        Self {
            hint: Some(Text::new(hint.as_ref())),
            ..self
        }
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
        } = self;
        write!(f, "{file}:{line}:{column}: {}: {message}", severity.word())?;
        match hint {
            Some(hint) => write!(f, "\n  hint: {hint}"),
            None => Ok(()),
        }
    }
}
