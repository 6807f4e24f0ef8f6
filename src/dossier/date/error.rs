//! Why a text is not the date of a record.

use chrono::NaiveDate;

use crate::dossier::text::clean_line;

/// Why a text is not a date, or two dates do not fit together. Texts are as they were given; the
/// message shows them clean.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DateError {
    /// Not EDTF.
    #[error(
        "`{}` is not an EDTF date ({} at character {}); write YYYY, YYYY-MM, YYYY-MM-DD, 199X, 1975~, 2018? or START/END",
        clean_line(.text), .fault.message, .fault.offset + 1
    )]
    Syntax {
        /// The text.
        text: String,
        /// Where its syntax breaks off; a part of the message, not a cause of its own.
        fault: edtf_core::ParseError,
    },
    /// A quarter, which is a span of months.
    #[error("`{}` is not an EDTF date: this quarter is written {span}", clean_line(.text))]
    Quarter {
        /// The text.
        text: String,
        /// The same in EDTF.
        span: String,
    },
    /// EDTF, but a set, or qualified part by part.
    #[error(
        "`{}` is EDTF of level 2; levels 0 and 1 are read: one date, or START/END",
        clean_line(.text)
    )]
    LevelTwo {
        /// The text.
        text: String,
    },
    /// The bounds of one date contradict each other.
    #[error("the date ends on {ends}, before it begins on {begins}")]
    EndsBeforeItBegins {
        /// The first day that it can be.
        begins: NaiveDate,
        /// The last.
        ends: NaiveDate,
    },
}

impl DateError {
    /// What is wrong with a text that does not parse.
    pub(super) fn of(text: &str, fault: edtf_core::ParseError) -> Self {
        match quarter(text) {
            Some(span) => Self::Quarter {
                text: text.into(),
                span,
            },
            None => Self::Syntax {
                text: text.into(),
                fault,
            },
        }
    }
}

/// `2025-01/2025-03` for `2025-Q1`, `2025Q1` and `Q1 2025`.
fn quarter(text: &str) -> Option<String> {
    let upper = text.trim().to_ascii_uppercase();
    let (before, after) = upper.split_once('Q')?;
    let (number, rest) = after.split_at_checked(1)?;
    let number: u32 = number.parse().ok().filter(|one| (1..=4).contains(one))?;
    let year = [before, rest].concat();
    let year = year.trim_matches(|c: char| c == '-' || c.is_whitespace());
    let is_year = year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit());
    is_year.then(|| format!("{year}-{:02}/{year}-{:02}", number * 3 - 2, number * 3))
}
