//! Why a line gives no record.

use crate::dossier::Id;

/// Why a line gives no record.
#[derive(Debug, thiserror::Error)]
pub enum CaptureError {
    /// A field that a record cannot do without is empty.
    #[error("{field} is missing: {asks}")]
    Missing {
        /// Which.
        field: &'static str,
        /// All that is asked.
        asks: String,
    },
    /// There are more fields than are asked for.
    #[error("too many fields: {0}")]
    TooMany(String),
    /// It is no date.
    #[error("`{text}` is no date: {why}")]
    Date {
        /// What was typed.
        text: String,
        /// What is wrong with it.
        why: String,
    },
    /// Nothing in the dossier is called that.
    #[error("no {what} is called `{text}`: {hint}")]
    Nobody {
        /// Which kind of record is looked for.
        what: &'static str,
        /// What was typed.
        text: String,
        /// What to do.
        hint: String,
    },
    /// Several are called that.
    #[error("`{text}` may be {}: type more of it, or the id", either(ids))]
    Several {
        /// What was typed.
        text: String,
        /// Those.
        ids: Vec<Id>,
    },
    /// It is no word of a closed list.
    #[error("`{text}` is no {field}: {}", words.join(", "))]
    Word {
        /// The field.
        field: &'static str,
        /// What was typed.
        text: String,
        /// What it can say.
        words: &'static [&'static str],
    },
    /// It is no number.
    #[error("`{0}` is no value: write 8.3, about 50, more than 5, or 5 to 6")]
    Value(String),
    /// The words do not print the number.
    #[error("the selected words do not print {0}: select the number with its unit")]
    Unprinted(String),
    /// A date of signature of something that was not signed.
    #[error("an agreement that is {0} has no date of signature: leave it empty")]
    Unsigned(&'static str),
    /// It cannot be written as JSON.
    #[error(transparent)]
    Json(#[from] serde_json::Error),
}

/// "a, b or c".
fn either(ids: &[Id]) -> String {
    /// More are no help.
    const MOST: usize = 4;
    let shown: Vec<&str> = ids.iter().take(MOST).map(Id::as_str).collect();
    match shown.as_slice() {
        [all @ .., last] if !all.is_empty() && ids.len() <= MOST => {
            format!("{} or {last}", all.join(", "))
        }
        all => format!("{}, …", all.join(", ")),
    }
}
