//! Which date of its sentence a figure is about, and which one it is compared with.

mod aside;
mod base;
mod bracket;
mod comparison;
mod day;
mod shown;

use std::ops::Range;

use chrono::NaiveDate;

use super::change::{Change, ChangeRole};
use crate::extract::confidence::{Basis, Confidence};
use crate::extract::date::shape::Extent;
use crate::extract::date::{Edge, TimeExpression, TimeKind, is_dateline};
use crate::extract::token::TokenKind;
use crate::extract::word::Words;
use crate::extract::word_list::WordList;
use aside::{is_by_the_way, is_of_next_deed};
use base::{is_of_base, is_year_earlier};
pub(super) use bracket::past as past_bracket;
use day::{is_day, is_of_speech, without_days};

/// The date that a figure is about, and how that is known.
#[derive(Clone, Debug, PartialEq)]
pub struct Period {
    /// The date, as the stage for dates read it.
    pub time: TimeExpression,
    /// Why it is this one.
    pub basis: Basis,
}

/// What a change is measured from.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// The bytes of the words that say so; those of the figure, if none do.
    pub range: Range<usize>,
    /// The period, as EDTF; none where the words do not fix one.
    pub edtf: Option<String>,
    /// How that is known.
    pub basis: Basis,
}

const BEHIND: Basis = Basis::new(
    "date-right-behind",
    Confidence::Sure,
    "the date follows the figure",
);
const ONLY: Basis = Basis::new(
    "only-date",
    Confidence::Likely,
    "the only date of the sentence",
);
const CLAUSE: Basis = Basis::new(
    "date-of-clause",
    Confidence::Likely,
    "the nearest date before it in the clause",
);
const NEAREST: Basis = Basis::new(
    "nearest-date",
    Confidence::Unsure,
    "the nearest of several dates in the sentence",
);
const COMPARED: Basis = Basis::new(
    "compared-with",
    Confidence::Sure,
    "a date behind a word of comparison",
);
const YEAR_ON_YEAR: Basis = Basis::new(
    "year-on-year",
    Confidence::Sure,
    "“year on year”: the same period a year before",
);
pub(super) const WHOLE_YEAR: Basis = Basis::new(
    "rate-of-a-year",
    Confidence::Likely,
    "a rate for a whole year, so against the year before",
);

/// Words between a figure and a date that belongs to it.
const CLOSE: usize = 3;
/// Words in a sentence that are looked at to either side.
const REACH: usize = 40;

/// Words that may join a figure to the date behind it.
static JOINS: WordList = WordList::new(
    "in for during by at the of over through until between from on ( as в за к по до en pour d'ici à im \
     bis since с a year there here it about recorded registered is are expected forecast projected planned",
);

/// The dates of a paragraph with what is before each.
pub(super) struct Dates<'a> {
    words: &'a Words<'a>,
    all: &'a [TimeExpression],
}

impl<'a> Dates<'a> {
    pub(super) fn new(words: &'a Words<'a>, all: &'a [TimeExpression]) -> Self {
        Self { words, all }
    }

    /// The dates of the sentence of a figure: those before it, nearest first, and those behind it.
    fn near(&self, start: usize, end: usize) -> (Vec<&'a TimeExpression>, Vec<&'a TimeExpression>) {
        const MOST: usize = 6;
        let next = self.all.partition_point(|time| time.words.start < end);
        let same = |time: &&TimeExpression| {
            self.words.same_sentence(time.words.start, start)
                && time.words.start < end + REACH
                && time.words.end + REACH > start
        };
        let before = self.all[..next].iter().rev().take_while(same).take(MOST);
        let behind = self.all[next..].iter().take_while(same).take(MOST);
        let apart = |time: &TimeExpression| {
            let between = if time.words.start < start {
                time.words.end..start
            } else {
                end..time.words.start
            };
            // "Imports were $4 million: coffee for $2 million came in May"
            let behind = time.words.start >= end;
            between.into_iter().any(|at| {
                let low = self.words.low(at);
                low == ";" || behind && low == ":"
            })
        };
        let dated = |time: &&TimeExpression| {
            time.kind == TimeKind::Date
                && !apart(time)
                && !is_by_the_way(self.words, time, start)
                && !is_of_speech(self.words, time)
                && !is_dateline(self.words, time)
        };
        (
            before.filter(dated).collect(),
            behind.filter(dated).collect(),
        )
    }

    /// Does the sentence of a figure have a date, other than what something is compared with?
    pub(super) fn any_near(&self, start: usize, end: usize) -> bool {
        let (before, behind) = self.near(start, end);
        let mut all = before.into_iter().chain(behind);
        all.any(|time| {
            let article = usize::from(self.words.low_before(time.words.start) == "the");
            let compared = base::compares(self.words, time.words.start - article);
            !compared && !is_of_base(self.words, time, start)
        })
    }

    /// The period of a figure from the word `start` to before `end`; `other`: the nearest figures to
    /// either side begin or end there.
    pub(super) fn period(
        &self,
        start: usize,
        end: usize,
        change: Option<Change>,
        other: (usize, usize),
    ) -> Option<Period> {
        let (before, behind) = self.near(start, end);
        let is_base = |time: &&&TimeExpression| self.is_base(time, start, change.is_some());
        let from = change.is_some_and(|change| change.role == ChangeRole::From);
        let found = |time: &TimeExpression, basis| {
            Some(Period {
                time: time.clone(),
                basis,
            })
        };
        // "20 % year on year from January to May"
        let past = self
            .year_on_year(start, end)
            .filter(|(from, _)| *from == end)
            .map_or(end, |(_, to)| to);
        let past = bracket::past(self.words, past);
        // "2021 $20 million 2022 $25 million": the year that touches it from before.
        if let Some(time) = before.first().filter(|time| self.heads_column(time, start)) {
            return found(time, BEHIND);
        }
        if let Some(time) = behind
            .first()
            .filter(|time| time.words.start <= past + CLOSE && self.joins(past, time.words.start))
            .filter(|time| from || !is_base(time) || self.is_own(time, past, end))
        {
            return found(time, BEHIND);
        }
        if let Some(time) = before
            .first()
            .filter(|time| self.is_led_by(time, start, other.0))
        {
            return found(time, CLAUSE);
        }
        if from || base::is_of_earlier_year(self.words, end) {
            return None;
        }
        let own = |time: &&TimeExpression| !is_base(&time) && !is_of_base(self.words, time, start);
        let before: Vec<_> = before.into_iter().filter(own).collect();
        let clause = self.end_of_relative(start, end);
        let inside = |time: &&TimeExpression| clause.is_none_or(|end| time.words.start < end);
        let behind = behind.into_iter().filter(own).filter(inside);
        let behind: Vec<_> = behind.filter(|time| !self.is_of_next(end, time)).collect();
        // "in the last quarter of 2024 alone, and 3.1 billion in the whole year"
        let year = |time: &&TimeExpression| time.edtf.as_deref().is_some_and(|one| one.len() == 4);
        let (before, behind) = without_days(before, behind);
        let whole = self.is_of_whole_year(start);
        let fits = |time: &&TimeExpression| !whole || year(time);
        let before: Vec<_> = before.into_iter().filter(fits).collect();
        let behind: Vec<_> = behind.into_iter().filter(fits).collect();
        // "was $9 million in 2023, and that 70 firms were there as of March 2024"
        let before = self.without_clauses_before(before, (start, end), behind.first().copied());
        match (before.as_slice(), behind.as_slice()) {
            ([one], []) | ([], [one]) => found(one, ONLY),
            ([near, ..], _) if near.words.end >= other.0 => found(near, CLAUSE),
            (_, [near, ..]) if near.words.start < other.1 => found(near, NEAREST),
            ([near, ..], _) | ([], [near, ..]) => found(near, NEAREST),
            ([], []) => None,
        }
    }

    /// The nearest date of the sentence of a figure that has not passed at the publication, for a plan.
    pub(super) fn to_come(&self, start: usize, end: usize, published: NaiveDate) -> Option<Period> {
        let (before, behind) = self.near(start, end);
        let open = |time: &&&TimeExpression| {
            let today = |extent: Extent| extent.first == published && extent.last == published;
            time.extent
                .is_some_and(|extent| extent.last >= published && !today(extent))
        };
        // "$5 million, with drilling set for 2026"
        let apart = |time: &&&TimeExpression| {
            (end..time.words.start).any(|at| self.words.after(at, ", with").is_some())
        };
        let time = behind
            .iter()
            .filter(|time| !apart(time))
            .find(open)
            .or_else(|| before.iter().find(open))?;
        Some(Period {
            time: (*time).clone(),
            basis: NEAREST,
        })
    }

    /// Every expression of time of the paragraph.
    pub(super) fn all(&self) -> &'a [TimeExpression] {
        self.all
    }

    /// The comma that ends the relative clause of a figure: what is dated behind it is something else, as in
    /// "Vestas, which employs 320 people, closed a plant in 2022".
    fn end_of_relative(&self, start: usize, end: usize) -> Option<usize> {
        const LONGEST: usize = 12;
        let words = self.words;
        let before = (start.saturating_sub(LONGEST)..start).rev();
        let comma = before
            .take_while(|at| words.same_sentence(*at, start))
            .find(|at| words.low(*at) == ",")?;
        // ", under which Jordan buys 15,000 barrels a day, expires on 30 June"
        let first = comma + 1 + usize::from(words.low(comma + 2) == "which");
        let opens = matches!(words.low(first), "which" | "who" | "whose");
        let close = (end..end + LONGEST).find(|at| words.low(*at) == ",");
        close.filter(|_| opens)
    }

    /// "grew by 18 per cent, and the ministers want $5 million by 2030", "3,200 live in Oslo, and 50,000 went to
    /// Nice in 2024": is it the deadline or the date of what comes behind a figure that ends before the word `end`?
    fn is_of_next(&self, end: usize, time: &TimeExpression) -> bool {
        let words = self.words;
        let joined =
            |at: &usize| words.low(*at) == "," && matches!(words.low(at + 1), "and" | "but");
        let number = |at: usize| {
            words
                .get(at)
                .is_some_and(|word| word.kind == TokenKind::Number)
        };
        let join = (end..time.words.start).rev().find(joined);
        let next = |join: usize| (join..time.words.start).any(number);
        // "have invested $9 million, and she says that others came last month"
        let says = |join: usize| {
            let mut between = join..time.words.start;
            between
                .any(|at| matches!(words.low(at), "says" | "said") && words.low(at + 1) == "that")
        };
        join.is_some_and(|join| time.edge == Some(Edge::Until) || next(join) || says(join))
            || is_of_next_deed(words, end, time)
    }

    /// Is it a bare year right before a figure, as in a row of a table?
    fn heads_column(&self, time: &TimeExpression, start: usize) -> bool {
        let words = self.words;
        let year =
            time.words.len() == 1 && time.edtf.as_deref().is_some_and(|edtf| edtf.len() == 4);
        let before = words.before(time.words.start);
        let bare = before.is_none_or(|word| {
            word.kind != TokenKind::Word
                || word.text == "m"
                || matches!(&*word.low, "million" | "billion")
        });
        year && bare && time.words.end == start && words.low_before(time.words.start) != ","
    }

    /// Is it "a year earlier" right behind a figure: "against $2 billion a year earlier"?
    fn is_own(&self, time: &TimeExpression, past: usize, end: usize) -> bool {
        is_year_earlier(self.words, time) && past == end && time.words.start == end
    }

    /// Is a figure told of "a year earlier", which comes before it: "(a year earlier: $2 billion)"?
    fn is_led_by(&self, time: &TimeExpression, start: usize, other: usize) -> bool {
        const NEAR: usize = 6;
        const QUALIFIER: usize = 2;
        let words = self.words;
        let led = time.words.end >= other && time.words.end + NEAR >= start;
        // "compared with the same period of 2023 ($34.2 million)"
        if base::is_same(words, time.words.start) && words.low(time.words.end) == "(" {
            return led && time.words.end + 1 + QUALIFIER >= start;
        }
        let compared = matches!(
            words.low_before(time.words.start),
            "than" | "against" | "versus" | "vs" | "from" | "over" | "on" | "with" | "to"
        );
        led && !compared && is_year_earlier(words, time)
    }

    /// Is "the whole year" said right before a figure?
    fn is_of_whole_year(&self, start: usize) -> bool {
        const REACH: usize = 6;
        (start.saturating_sub(REACH)..start).any(|at| {
            let whole = matches!(self.words.low_before(at), "whole" | "full" | "entire");
            whole && self.words.low(at) == "year" && self.words.same_sentence(at, start)
        })
    }

    /// May these words join a figure to the date behind it?
    fn joins(&self, from: usize, to: usize) -> bool {
        (from..to).all(|at| JOINS.has(self.words.low(at)))
    }

    /// Is it what a figure that begins with the word `figure` is compared with?
    fn is_base(&self, time: &TimeExpression, figure: usize, changed: bool) -> bool {
        let words = self.words;
        let first = time.words.start;
        let article = usize::from(first > 0 && matches!(words.low(first - 1), "the" | "a"));
        let at = first - article;
        // "From January to May exports rose": a span is no base.
        let whole = time.edtf.as_deref().is_none_or(|edtf| !edtf.contains('/'));
        // "from the previous fiscal": of two calendar years.
        let whole = whole || time.rule == "of-another";
        let behind = first > figure;
        let short = match words.low_before(at) {
            "than" | "against" | "versus" | "vs" | "gegenüber" | "contre" => true,
            "from" | "over" => changed,
            _ => false,
        };
        let since = changed && time.edge == Some(Edge::Since) && words.low_before(at) == "since";
        // "up a fifth on the year before": only a day is on which something happens.
        let on = changed && words.low_before(at) == "on" && !is_day(time);
        let back = words.low_before(at) != "from" && time.relative || base::is_same(words, first);
        let same = base::is_same(words, first)
            && matches!(words.low_before(at), "from" | "than" | "against");
        same || short && (whole || back) && behind
            || on && behind
            || since
            || base::compares(words, at)
            || is_year_earlier(words, time)
            || base::is_of_level(words, time)
    }
}
