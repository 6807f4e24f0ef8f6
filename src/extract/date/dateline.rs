//! The line that opens a report: "CAIRO, June 18 - Egypt's minister".

use super::found::TimeExpression;
use crate::extract::word::{Word, Words};

/// Is it where and when the text was written?
pub(in crate::extract) fn is_dateline(words: &Words<'_>, time: &TimeExpression) -> bool {
    /// Words of the place before the day.
    const PLACE: usize = 5;
    /// Words of the agency behind it.
    const AGENCY: usize = 5;
    let end = time.words.end;
    let dash = (end..end + AGENCY).find(|at| matches!(words.low(*at), "-" | "–" | "—" | "--"));
    let apart = dash.is_some_and(|dash| !words.is_glued(dash) && !words.is_glued(dash + 1));
    apart && time.words.start <= PLACE && words.get(0).is_some_and(Word::is_capital)
}
