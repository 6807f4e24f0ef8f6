//! Statements that support a figure.

use std::ops::Range;

use super::across::{across_break, span};
use super::case::{Case, NAMED, When, cite};
use super::counted::{Of, is_money};
use super::measure::{Candidate, Goes};
use crate::dossier::Date;
use crate::dossier::date::Order;
use crate::dossier::series::SeriesKind;
use crate::extract::amount::{ChangeRole, Trend};
use crate::figures::Period;
use crate::vet::contest;
use crate::vet::figure::{Measure, Said};
use crate::vet::finding::{Finding, Verdict};
use crate::vet::number::{Fit, Told};
use crate::vet::sentence::Sentence;
use crate::vet::voice::says;
use crate::vet::words::Word;

impl Case<'_> {
    /// A statement that says the same of the same period.
    pub(super) fn supported(&self, all: &[Candidate<'_>]) -> Option<Finding> {
        let fitting = all.iter().filter(|one| {
            !matches!(one.goes, Goes::Other | Goes::Unknown)
                && !one.beside
                && one.foreign.is_none()
                && !one.turned
        });
        for one in fitting {
            let mut said = one.measure.said.iter().filter(|said| {
                let when = self.when(one.measure, said);
                let fits = said.fits(self.figure.number) == Fit::Same;
                let exact = said.is_printed() && when == When::Same;
                let named =
                    one.score >= NAMED.0 || exact && one.goes == Goes::Same && one.score > 0.25;
                fits && named && matches!(when, When::Same | When::Open)
            });
            let printed = said.clone().find(|said| said.is_printed());
            if let Some(said) = printed.or_else(|| said.next()) {
                return Some(self.fitting(one.measure, said));
            }
        }
        self.by_levels(all)
    }

    /// A figure that fits: forecast or report, old or new, contested or not.
    fn fitting(&self, measure: &Measure, said: &Said) -> Finding {
        let is_ahead = self.figure.ahead && !self.figure.derived;
        if is_ahead && said.is_report() && self.figure.period.is_some() {
            let source = self.describe(said);
            return cite(self.finding(Verdict::Contradicted), said)
                .note(format!("status: reported, not a forecast: {source}"));
        }
        if !said.is_report() && !self.figure.ahead && !is_careful(self.sentence, &self.figure.range)
        {
            let source = self.describe(said);
            return cite(self.finding(Verdict::Contradicted), said).note(format!(
                "status: a forecast or a target, not a report: {source}"
            ));
        }
        if let Some(other) = self.other_span(said) {
            return other;
        }
        if let Some(newer) = self.newer(measure, said) {
            let source = self.describe(newer);
            return cite(self.finding(Verdict::Outdated), newer)
                .note(format!("there is a newer figure: {source}"))
                .suggest(self.figure_of(newer));
        }
        let finding = cite(self.finding(Verdict::Supported), said);
        contest::settle(
            self.index,
            self.sentences,
            self.sentence,
            said.record,
            finding,
        )
    }

    /// A later statement that says otherwise, where the text gives no period.
    fn newer<'b>(&self, measure: &'b Measure, said: &Said) -> Option<&'b Said> {
        // What something changed from is older than what it is now.
        let is_from = self.figure.role == Some(ChangeRole::From);
        let is_dated = self.figure.period.is_some() || self.sentence.real_dates().next().is_some();
        let open = !is_dated && !is_from;
        // A forecast is outdated by the next one, a report by a report only.
        let reported = measure
            .said
            .iter()
            .filter(|one| one.is_printed() && (one.is_report() || !said.is_report()));
        let later = reported.filter(|one| {
            let order = said.statement.date.compare(&one.statement.date);
            let days = |said: &Said| said.statement.period.map(Period::days);
            // A part of a year is no news of a whole one.
            order == Order::CertainlyBefore
                && one.fits(self.figure.number) == Fit::Differs
                && days(one)
                    .zip(days(said))
                    .is_none_or(|(a, b)| (a - b).abs() < 40)
        });
        let newest = later.max_by(|a, b| a.statement.date.sort(&b.statement.date));
        let newest = newest.filter(|newest| open && !self.is_beside(newest));
        newest.filter(|_| !self.is_attributed() && !self.is_of_speaker(said))
    }

    /// Does the sentence give the newer figure too?
    fn is_beside(&self, newer: &Said) -> bool {
        let is_other = |range: &Range<usize>| *range != self.figure.range;
        let is_newer = |number: Told| newer.fits(number) == Fit::Same;
        let mut amounts = self.sentence.amounts.iter();
        let mut counts = self.sentence.counts.iter();
        amounts.any(|one| {
            let number = Told::of(one.quantity, one.qualifier);
            is_other(&one.range) && number.is_some_and(is_newer)
        }) || counts
            .any(|one| is_other(&one.range) && is_newer(Told::one(one.value, one.qualifier)))
    }

    /// Does the sentence name the person who gave a figure? "Yathotou presented Laos as a country of 7 million."
    fn is_of_speaker(&self, said: &Said) -> bool {
        let (_, observation) = self.index.dossier.observation(said.record.at);
        let by = observation.said_by.as_ref();
        let speaker = by.and_then(|id| self.index.dossier.find(id));
        speaker.is_some_and(|who| {
            let before = || self.sentences.person_before(self.sentence);
            self.sentence.people().contains(&who)
                || self.sentence.goes_on() && before() == Some(who)
        })
    }

    /// "said", "according to": somebody else's figure of an earlier time.
    fn is_attributed(&self) -> bool {
        const NOW: [&str; 6] = ["latest", "newest", "current", "currently", "today", "now"];
        let words = || self.sentence.words.iter().map(|word| word.low.as_str());
        let is_said = words().any(|low| says(low) || matches!(low, "according" | "gave"));
        is_said && !words().any(|low| NOW.contains(&low))
    }

    /// Does a source print the very change with fewer digits?
    fn is_finer(&self, all: &[Candidate<'_>]) -> bool {
        let mut same = all
            .iter()
            .filter(|one| one.goes == Goes::Same && one.foreign.is_none());
        same.any(|one| {
            let mut said = one.measure.said.iter().filter(|said| said.is_printed());
            said.any(|said| {
                let fits = said.fits(self.figure.number);
                fits == Fit::Finer && self.when(one.measure, said) == When::Same
            })
        })
    }

    /// A change between two levels: "down 83 % from 2022 to 2024", "by 2 million between 2019 and 2023".
    fn by_levels(&self, all: &[Candidate<'_>]) -> Option<Finding> {
        let figure = self.figure;
        let is_told =
            figure.of == Of::Percent && !self.is_finer(all) || matches!(figure.of, Of::Money(_));
        if !figure.change || !is_told || is_yearly(self.sentence, &figure.range) {
            return None;
        }
        let mut dates: Vec<Date> = figure.period.iter().chain(&figure.base).cloned().collect();
        let others = self.sentence.real_dates();
        dates.extend(others.filter_map(|one| one.date().ok().flatten()));
        let ends: Vec<_> = dates.iter().filter_map(span).flatten().collect();
        dates.extend(ends);
        let levels = all
            .iter()
            .filter(|one| one.measure.kind != SeriesKind::Growth && !one.turned);
        let mut broken = None;
        for one in levels.filter(|one| one.foreign.is_none()) {
            for (early, late) in self.levels(one, &dates) {
                let finding = self.change(one.measure, early, late);
                if finding.verdict != Verdict::NotComparable {
                    return Some(finding);
                }
                broken = broken.or(Some(finding));
            }
        }
        broken
    }

    /// Every two levels at two of these dates that differ by the figure, the earlier one first.
    fn levels<'b>(&self, one: &Candidate<'b>, dates: &[Date]) -> Vec<(&'b Said, &'b Said)> {
        let at = |date: &Date| {
            let mut said = one.measure.said.iter();
            said.find(|said| said.statement.date.compare(date) == Order::Possible)
        };
        let mut found = Vec::new();
        for late in dates {
            let is_before = |early: &&Date| early.compare(late) == Order::CertainlyBefore;
            for early in dates.iter().filter(is_before) {
                let pair = at(early).zip(at(late));
                found.extend(pair.filter(|(early, late)| self.is_change(one, early, late)));
            }
        }
        found
    }

    /// Is the figure by how much a level changed: as a share of it, or in money?
    fn is_change(&self, one: &Candidate<'_>, early: &Said, late: &Said) -> bool {
        let [early, late] = [early, late].map(|said| said.statement.figure);
        let number = self.figure.number;
        let Of::Money(code) = self.figure.of else {
            let ratio = late / early;
            let fit = number.fits(100.0 * (ratio - 1.0), 2.0, None);
            return ratio.is_finite() && fit != Fit::Differs;
        };
        let by = match self.figure.trend {
            Some(Trend::Down) => early - late,
            Some(Trend::Up) => late - early,
            None => (late - early).abs(),
        };
        let is_unit = code.is_some_and(|code| is_money(&one.measure.unit, code));
        one.score >= NAMED.0 && is_unit && by > 0.0 && number.fits(by, 0.0, None) == Fit::Same
    }

    /// The change from one level to another: none is supported across a break in the series.
    fn change(&self, measure: &Measure, early: &Said, late: &Said) -> Finding {
        if let Some(note) = across_break(self.index, measure.series, early, late) {
            return cite(self.finding(Verdict::NotComparable), late).note(note);
        }
        let finding = cite(self.finding(Verdict::Supported), late);
        contest::settle(
            self.index,
            self.sentences,
            self.sentence,
            late.record,
            finding,
        )
    }
}

/// Is a change given by the year, and not over all of a span? "by 5 per cent a year", "an average 5 per cent".
fn is_yearly(sentence: &Sentence, range: &Range<usize>) -> bool {
    /// Words before a figure and behind it.
    const NEAR: usize = 4;
    let words = &sentence.words;
    let here = words.partition_point(|word| word.range.start < range.start);
    let end = words.partition_point(|word| word.range.start < range.end);
    let near = |word: &Word| {
        let low = word.low.as_str();
        matches!(low, "annually" | "annual" | "yearly" | "annum") || low.starts_with("averag")
    };
    let is_by = |pair: &[Word]| {
        matches!(&*pair[0].low, "a" | "per" | "each" | "every") && pair[1].low == "year"
    };
    let behind = &words[end..words.len().min(end + NEAR)];
    words[here.saturating_sub(NEAR)..here].iter().any(near)
        || behind.iter().any(near)
        || behind.windows(2).any(is_by)
}

/// Do words near a figure leave open what is only expected?
pub(in crate::vet) fn is_careful(sentence: &Sentence, range: &Range<usize>) -> bool {
    const CAREFUL: [&str; 12] = [
        "expected",
        "expects",
        "expect",
        "forecast",
        "forecasts",
        "projected",
        "projects",
        "predicted",
        "target",
        "planned",
        "anticipated",
        "aims",
    ];
    /// Words before the figure and behind it.
    const NEAR: (usize, usize) = (9, 8);
    let words = &sentence.words;
    let here = words.partition_point(|word| word.range.start < range.start);
    let before = words[here.saturating_sub(NEAR.0)..here].iter();
    let end = words.partition_point(|word| word.range.start < range.end);
    let behind = words[end..]
        .iter()
        .take(NEAR.1)
        .enumerate()
        .take_while(|(at, word)| *at == 0 || !matches!(word.mark, Some(',' | ';')))
        .map(|(_, word)| word);
    let mut near = before.chain(behind);
    near.any(|word| CAREFUL.contains(&word.low.as_str())) || are_forecasts(words)
}

/// "both are forecasts": what a sentence says of all its figures.
fn are_forecasts(words: &[Word]) -> bool {
    /// Words from those that take the figures up to what they are.
    const NEAR: usize = 5;
    const ALL: [&str; 6] = ["both", "these", "they", "all", "figures", "numbers"];
    const AHEAD: [&str; 4] = ["forecasts", "projections", "expectations", "targets"];
    let is_one_of = |words: &[Word], list: &[&str]| {
        words
            .iter()
            .any(|word| !word.quoted && list.contains(&word.low.as_str()))
    };
    let verbs = (0..words.len()).filter(|at| matches!(&*words[*at].low, "are" | "were"));
    verbs.into_iter().any(|at| {
        is_one_of(&words[at.saturating_sub(NEAR)..at], &ALL)
            && is_one_of(&words[at..words.len().min(at + NEAR)], &AHEAD)
    })
}
