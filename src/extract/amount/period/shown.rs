//! What a span of time means for its figure: the end of a change, the months in brackets, the clause of another.

use super::{Dates, Period};
use crate::extract::amount::change::{Change, ChangeRole};
use crate::extract::date::TimeExpression;
use crate::extract::word::Word;

impl Dates<'_> {
    /// "fell from $200 million to $150 million between 2022 and 2024": the first is of 2022, the second of 2024.
    pub(in crate::extract::amount) fn end_of_change(
        &self,
        mut period: Period,
        change: Option<Change>,
    ) -> Period {
        let between = matches!(
            self.words.low_before(period.time.words.start),
            "between" | "from"
        );
        let years = period
            .time
            .edtf
            .as_deref()
            .and_then(|edtf| edtf.split_once('/'));
        let years = years.filter(|(first, last)| between && first.len() == 4 && last.len() == 4);
        let end = years.and_then(|(first, last)| match change?.role {
            ChangeRole::From => Some(first.to_owned()),
            ChangeRole::To => Some(last.to_owned()),
            ChangeRole::By => None,
        });
        if let Some(end) = end {
            period.time.edtf = Some(end);
        }
        period
    }

    /// "from 2017 to 2021, when it came to": only the end of the span, for a figure from the word `start`.
    pub(in crate::extract::amount) fn end_of_span(
        &self,
        mut period: Period,
        start: usize,
    ) -> Period {
        const NEAR: usize = 6;
        let end = period.time.words.end;
        let when = [", when it", ", when they"]
            .iter()
            .find_map(|phrase| self.words.after(end, phrase))
            .is_some_and(|verb| (verb..verb + NEAR).contains(&start));
        // "tripled between 2018 and 2024, to 640", and not "fell between January and June to 640"
        let came = (end..end + 2).any(|at| at + 1 == start && self.words.low(at) == "to");
        let last = period
            .time
            .edtf
            .as_deref()
            .and_then(|edtf| edtf.rsplit_once('/'));
        let years = |last: &(&str, &str)| last.0.len() == 4 && last.1.len() == 4;
        let last = last.filter(|last| when || came && years(last));
        if let Some((_, last)) = last {
            period.time.edtf = Some(last.to_owned());
        }
        period
    }

    /// "in the first ten months of the current Iranian year (March 20, 2024-January 19, 2025)": the span in brackets.
    pub(in crate::extract::amount) fn explained(&self, mut period: Period) -> Period {
        const APART: usize = 8;
        let end = period.time.words.end;
        let next = self.all.iter().find(|time| time.words.start > end);
        let span =
            |time: &&TimeExpression| time.edtf.as_deref().is_some_and(|edtf| edtf.contains('/'));
        let year = |at: usize| {
            let low = self.words.low(at);
            matches!(
                low,
                "of" | "the"
                    | "current"
                    | "past"
                    | "last"
                    | "calendar"
                    | "fiscal"
                    | "financial"
                    | "year"
            ) || self.words.get(at).is_some_and(Word::is_capital)
        };
        let stated = next.filter(span).filter(|time| {
            let bracket = time.words.start - 1;
            let near = bracket < end + APART && (end..bracket).all(year);
            self.words.low(bracket) == "(" && near
        });
        if let Some(time) = stated {
            period.time = time.clone();
        }
        period
    }
}

impl<'a> Dates<'a> {
    /// The dates before a figure, without those of another clause where its own has one behind it.
    pub(in crate::extract::amount) fn without_clauses_before(
        &self,
        before: Vec<&'a TimeExpression>,
        (start, end): (usize, usize),
        behind: Option<&TimeExpression>,
    ) -> Vec<&'a TimeExpression> {
        const NEAR: usize = 8;
        let words = self.words;
        let own = behind.is_some_and(|time| {
            let between = end..time.words.start;
            time.words.start <= end + NEAR && !between.into_iter().any(|at| words.low(at) == ",")
        });
        let joined = |at: usize| {
            words.low(at) == "," && matches!(words.low(at + 1), "and" | "but" | "while")
        };
        let apart = |time: &&TimeExpression| (time.words.end..start).any(joined);
        let kept = before.into_iter().filter(|time| !own || !apart(time));
        kept.collect()
    }
}
