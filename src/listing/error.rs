//! Why what a person asks for cannot be filtered by. Names are as they were typed; the messages show
//! them clean.

use chrono::NaiveDate;

use crate::dossier::date::DateError;
use crate::dossier::text::clean_line;
use crate::dossier::{Id, Kind};
use crate::search::Problem;

/// An option of a list that names nothing there is.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FilterError {
    /// No such topic.
    #[error("--topic")]
    Topic(#[from] UnknownTopic),
    /// Not a date.
    #[error("{option}")]
    Date {
        /// With its dashes.
        option: &'static str,
        /// What is wrong with it.
        source: DateError,
    },
    /// A time that ends before it begins.
    #[error("--from {from} is after --to {to}")]
    EndsBeforeItBegins {
        /// Its first day.
        from: NaiveDate,
        /// Its last.
        to: NaiveDate,
    },
    /// The query of a search is wrong.
    #[error("--search: {problem} ({})", place(.problem, .typed))]
    Search {
        /// What is wrong.
        problem: Problem,
        /// What was typed.
        typed: String,
    },
    /// Records of this kind have no status.
    #[error("--status: {} have no status", .0.plural())]
    NoStatus(Kind),
    /// No such status.
    #[error(transparent)]
    Status(#[from] UnknownStatus),
    /// Nobody is called so.
    #[error("{option}: no {what} is called `{}`{}", clean_line(.name), instead::<String>(.near.as_ref(), &[]))]
    Nobody {
        /// With its dashes.
        option: &'static str,
        /// "person", or "organisation or country".
        what: &'static str,
        /// Whom they asked for.
        name: String,
        /// The id or code of whoever has a name that is most like it.
        near: Option<String>,
    },
    /// Several have that word in their names.
    #[error("{option}: `{}` may be {}: name one by its id", clean_line(.name), quoted(.keys))]
    Several {
        /// With its dashes.
        option: &'static str,
        /// Whom they asked for.
        name: String,
        /// Their ids or codes.
        keys: Vec<String>,
    },
}

/// No topic of the vocabulary is called so.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no topic is called `{}`{}", clean_line(.name), instead(.near.as_ref(), .known))]
pub struct UnknownTopic {
    /// What they asked for.
    pub name: String,
    /// The topic that is most like it.
    pub near: Option<Id>,
    /// All of the vocabulary.
    pub known: Vec<Id>,
}

/// No status is called so.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("--status: there is no `{}`{}", clean_line(.word), instead(.near.as_ref(), .known))]
pub struct UnknownStatus {
    /// What they asked for.
    pub word: String,
    /// The one that is most like it.
    pub near: Option<&'static str>,
    /// All of them.
    pub known: &'static [&'static str],
}

/// "at character 7 of `trade foo:x`".
pub fn place(problem: &Problem, typed: &str) -> String {
    let at = typed[..problem.at].chars().count() + 1;
    format!("at character {at} of `{}`", clean_line(typed))
}

/// What to say in the place of a name that is not known: the nearest, else all that there are.
fn instead<T: ToString>(near: Option<&T>, known: &[T]) -> String {
    let known = || -> Vec<_> { known.iter().map(ToString::to_string).collect() };
    match (near, known().as_slice()) {
        (Some(near), _) => format!("; did you mean `{}`?", near.to_string()),
        (None, []) => String::new(),
        (None, known) => format!("; there are {}", known.join(", ")),
    }
}

fn quoted(keys: &[String]) -> String {
    let keys: Vec<_> = keys.iter().map(|key| format!("`{key}`")).collect();
    keys.join(", ")
}
