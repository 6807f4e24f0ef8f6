//! A figure with everything that its verdict reads, and how statements are told.

use std::ops::Range;

use chrono::Datelike;

use super::read::Figure;
use crate::cite::caveats;
use crate::contested::Standing;
use crate::describe::title;
use crate::dossier::Date;
use crate::dossier::date::Order;
use crate::dossier::series::SeriesKind;
use crate::extract::amount::Trend;
use crate::figures::Period;
use crate::vet::dates::form::like;
use crate::vet::figure::{Measure, Said};
use crate::vet::finding::{Finding, Item, Verdict};
use crate::vet::index::Index;
use crate::vet::sentence::{Sentence, Sentences};
use crate::vet::telling::is_printed;

/// A series must be so well named for a figure of it to be supported, and to be accused.
pub(super) const NAMED: (f64, f64) = (0.4, 0.58);

/// Everything that a verdict reads.
pub(super) struct Case<'a> {
    pub(super) index: &'a Index<'a>,
    pub(super) sentences: &'a Sentences<'a>,
    pub(super) sentence: &'a Sentence,
    pub(super) figure: &'a Figure,
}

/// How the period of a figure goes with that of a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum When {
    Same,
    /// One of them is not known.
    Open,
    /// The text is about a part of it.
    Within,
    Other,
}

impl Case<'_> {
    pub(super) fn finding(&self, verdict: Verdict) -> Finding {
        Finding::new(Item::Figure, verdict, self.figure.range.clone())
    }

    pub(super) fn when(&self, measure: &Measure, said: &Said) -> When {
        // Of a footnote's own figure any date of the sentence may be the period.
        if self.sentence.bound.contains(&said.record) {
            let mut dates = self
                .sentence
                .real_dates()
                .filter_map(|one| one.date().ok().flatten());
            if dates.any(|date| date.compare(&said.statement.date) == Order::Possible) {
                return When::Same;
            }
        }
        let Some(text) = &self.figure.period else {
            return When::Open;
        };
        if measure.kind == SeriesKind::Growth && self.has_other_base(said) {
            return When::Other;
        }
        let own = when(text, &said.statement.date, measure.kind, self.figure.until);
        if own == When::Other && (self.is_dated_beside(measure, said) || self.is_printed_then(said))
        {
            return When::Same;
        }
        own
    }

    /// "10 % higher than in 2020", of a rate against the year before: is the change measured from another year?
    fn has_other_base(&self, said: &Said) -> bool {
        let known = said.is_printed().then(|| {
            let (_, observation) = self.index.dossier.observation(said.record.at);
            observation.compared_with.as_ref().and_then(Date::year)
        });
        let before = || said.statement.date.year().map(|year| year - 1);
        let known = known.flatten().or_else(before);
        let base = self.figure.based.as_ref();
        let is_told = base.is_some_and(|base| {
            let words = &self.sentence.words;
            let at = words.partition_point(|word| word.range.start < base.start);
            let mut near = words[at.saturating_sub(2)..at].iter();
            near.any(|word| word.low == "than")
        });
        let own = self.figure.base.as_ref().and_then(Date::year);
        let own = own.filter(|_| is_told);
        own.zip(known).is_some_and(|(own, known)| own != known)
    }

    /// Is the date that is nearest behind the figure that of a statement?
    pub(super) fn is_dated_beside(&self, measure: &Measure, said: &Said) -> bool {
        // What a change is measured from is not its period.
        let is_base = |range: &std::ops::Range<usize>| self.figure.based.as_ref() == Some(range);
        let mut behind = self
            .sentence
            .real_dates()
            .filter(|date| !is_base(&date.range));
        let next = behind.find(|date| date.range.start >= self.figure.range.end);
        let date = next.and_then(|date| date.date().ok().flatten());
        date.is_some_and(|date| {
            when(&date, &said.statement.date, measure.kind, false) == When::Same
        })
    }

    /// "…, the article of 2025 gives 7.7 million": do the words right before a figure say that a text of that
    /// time has it?
    fn is_printed_then(&self, said: &Said) -> bool {
        let start = self.figure.range.start;
        let words = &self.sentence.words;
        let end = words.partition_point(|word| word.range.start < start);
        let parts = |at: &usize| matches!(words[*at].mark, Some(',' | ';' | '—'));
        let first = (0..end).rfind(parts).unwrap_or(0);
        let mut years = (first..end).filter(|at| is_printed(words, *at, at + 1));
        years.any(|at| {
            let date = Date::parse(&words[at].low).ok();
            date.is_some_and(|date| date.compare(&said.statement.date) == Order::Possible)
        })
    }

    pub(super) fn against(&self, said: &Said, why: &str) -> Finding {
        let source = self.describe(said);
        cite(self.finding(Verdict::Contradicted), said)
            .note(format!("{why}: {source}"))
            .suggest(self.careful(said))
    }

    /// The figure; where it is contested, with the first statement that speaks against it.
    fn careful(&self, said: &Said) -> String {
        let figure = self.figure_of(said);
        let standing = self.index.contests.standing(said.record);
        if !standing.is_some_and(Standing::is_doubt) {
            return figure;
        }
        let clauses = caveats(self.index.dossier, self.index.contests, said.record);
        let rival = clauses.first().and_then(|clause| {
            let (_, rivals) = clause
                .split_once("): ")
                .or_else(|| clause.split_once(": "))?;
            rivals
                .split("; ")
                .next()
                .map(|first| first.trim_end_matches('.'))
        });
        match rival {
            Some(rival) => format!("{figure} (contested: {rival})"),
            None => figure,
        }
    }

    /// The same number of another period: the period is what must be written otherwise.
    pub(super) fn of_period(&self, said: &Said, why: &str) -> Finding {
        let finding = self.against(said, why);
        match self.with_period(&said.statement.date) {
            Some((range, words)) => Finding { range, ..finding }.suggest(words),
            None => finding.suggest_some(None),
        }
    }

    /// The words from the figure to its date, or the other way round, with another date; and their bytes.
    fn with_period(&self, date: &Date) -> Option<(Range<usize>, String)> {
        /// Bytes of a piece that can be told as one.
        const MOST: usize = 120;
        let (figure, dated) = (&self.figure.range, self.figure.dated.as_ref()?);
        date.edtf()?;
        let label = like(self.sentences.words(dated), date)?;
        let (start, end) = (figure.start.min(dated.start), figure.end.max(dated.end));
        let words = |range| self.sentences.words(&range);
        let lead = words(start..dated.start);
        let before = lead.strip_suffix("the ").unwrap_or(lead);
        let last = self.sentences.words(&(0..dated.start)).trim_end();
        let is_span = ["between", "from"].iter().any(|word| last.ends_with(word));
        let apart = figure.end <= dated.start || dated.end <= figure.start;
        let text = format!("{before}{label}{}", words(dated.end..end));
        let is_whole = text.matches('[').count() == text.matches(']').count();
        let is_plain = !text.contains('\n') && !is_span && is_whole;
        (apart && is_plain && end - start <= MOST).then_some((start..end, text))
    }

    /// "Trade, total, 2024: about US$ 8.3 million".
    pub(super) fn describe(&self, said: &Said) -> String {
        if said.is_printed() {
            return self.index.dossier.title(said.record);
        }
        said.statement.describe(self.index.dossier)
    }

    /// "about US$ 8.3 million".
    pub(super) fn figure_of(&self, said: &Said) -> String {
        if !said.is_printed() {
            return said.statement.describe(self.index.dossier);
        }
        let (series, observation) = self.index.dossier.observation(said.record.at);
        let figure = title::figure(series, observation);
        let trend = self.figure.trend;
        if !self.figure.change {
            return figure;
        }
        // Where the text has the wrong verb, the right one comes with the figure.
        let up = figure.strip_prefix('+');
        let down = figure.strip_prefix('-');
        match (up, down, trend) {
            (Some(rest), _, Some(Trend::Up)) | (_, Some(rest), Some(Trend::Down)) => {
                rest.to_owned()
            }
            (Some(rest), _, Some(Trend::Down)) => format!("rose by {rest}"),
            (_, Some(rest), Some(Trend::Up)) => format!("fell by {rest}"),
            _ => figure,
        }
    }
}

/// A finding that a statement is behind.
pub(super) fn cite(finding: Finding, said: &Said) -> Finding {
    finding.of(said.record)
}

/// Trade and growth are of one period exactly; what is measured at a time, of any time within it.
fn when(text: &Date, said: &Date, kind: SeriesKind, until: bool) -> When {
    if said.is_undated() && said.earliest().is_none() && said.latest().is_none() {
        return When::Open;
    }
    if text.compare(said) != Order::Possible {
        return When::Other;
    }
    if said.is_undated() {
        return When::Open;
    }
    let (Some(own), Some(other)) = (Period::of(text), Period::of(said)) else {
        return When::Open;
    };
    let flow = matches!(kind, SeriesKind::Trade | SeriesKind::Growth);
    if own == other || !flow || until || is_financial(text, said) {
        return When::Same;
    }
    When::Within
}

/// Is "2024-25" a year of statistics that begins in the one and ends in the other?
fn is_financial(text: &Date, said: &Date) -> bool {
    const YEAR: std::ops::RangeInclusive<i64> = 364..=365;
    let years = text.edtf().and_then(|edtf| edtf.split_once('/'));
    let days = said.earliest().zip(said.latest());
    years
        .zip(days)
        .is_some_and(|((first, second), (start, end))| {
            let is = |printed: &str, year: i32| printed.parse() == Ok(year);
            is(first, start.year())
                && is(second, end.year())
                && YEAR.contains(&(end - start).num_days())
        })
}
