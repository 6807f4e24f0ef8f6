//! The date of an event among those of its sentence.

use std::ops::Range;

use super::cue::{Cue, Form};
use crate::extract::date::{TimeExpression, TimeKind, is_dateline};
use crate::extract::lexicon::{self, Class};
use crate::extract::word::{Word, Words};

/// The date of an event in its clause: the nearest, those behind first.
pub(super) fn date_of<'a>(
    words: &Words<'_>,
    times: &'a [TimeExpression],
    before: &Range<usize>,
    behind: &Range<usize>,
    cue: &Cue,
) -> Option<&'a TimeExpression> {
    let from = times.partition_point(|time| time.words.start < before.start);
    let near = times[from..]
        .iter()
        .take_while(|time| time.words.start < behind.end)
        .filter(|time| time.kind == TimeKind::Date && time.edtf.is_some() && time.edge.is_none())
        .filter(|time| !is_of_another(words, time, cue));
    let listed = |time: &TimeExpression| is_list_head(words, time);
    let distance = |time: &&TimeExpression| {
        let at = time.words.start;
        if at >= cue.words.end {
            at - cue.words.end
        } else {
            cue.words.start - at.min(cue.words.start)
        }
    };
    if cue.form != Form::Event {
        return verb_date(words, &near.collect::<Vec<_>>(), before, cue);
    }
    // The date of a noun is beside it, or opens its sentence or the line of a list.
    let fits = |time: &&TimeExpression| {
        let at = time.words.start;
        let inside = cue.words.contains(&at);
        let beside = at < cue.words.start && cue.words.start <= time.words.end + 2;
        let opens = at < cue.words.start && at <= before.start + 1;
        (at >= cue.words.end || inside || beside || opens) && !is_attribute(words, time)
            || listed(time)
    };
    near.filter(fits).min_by_key(distance).or_else(|| {
        let head = times.first().filter(|time| listed(time))?;
        words
            .same_sentence(head.words.start, cue.words.start)
            .then_some(head)
    })
}

/// The day on which the main clause says that something happened when the clause from `start` on did: "on 9
/// September, when the minister hosted".
pub(super) fn of_main_clause<'a>(
    words: &Words<'_>,
    times: &'a [TimeExpression],
    start: usize,
) -> Option<&'a TimeExpression> {
    let when = start.checked_sub(1).filter(|at| words.low(*at) == "when")?;
    let end = when - usize::from(words.low_before(when) == ",");
    let last = times.partition_point(|time| time.words.start < when);
    let time = times[..last].last()?;
    let day = time.edtf.as_deref().is_some_and(|edtf| edtf.len() == 10);
    (time.kind == TimeKind::Date && day && time.edge.is_none() && time.words.end == end)
        .then_some(time)
}

/// The date of a verb: right before it, behind it, or at the head of its clause.
fn verb_date<'a>(
    words: &Words<'_>,
    near: &[&'a TimeExpression],
    before: &Range<usize>,
    cue: &Cue,
) -> Option<&'a TimeExpression> {
    const BEFORE: usize = 3;
    const BEHIND: usize = 24;
    let start = cue.words.start;
    let split = near.partition_point(|time| time.words.start < start);
    let (first, behind) = near.split_at(split);
    let parted = |time: &TimeExpression| {
        (time.words.end..start).any(|at| matches!(words.low(at), "," | "and"))
    };
    let beside = first
        .last()
        .filter(|time| time.words.end + BEFORE > start && !parted(time) && !cue.must_be_dated);
    // "On 12 May they held talks, and on 19 June they met the traders."
    let another = |time: &TimeExpression| {
        let at = time.words.start;
        let and = at.checked_sub(2).filter(|at| *at >= cue.words.end);
        matches!(words.low_before(at), "on" | "in")
            && and.is_some_and(|at| matches!(words.low(at), "and" | "while" | "but"))
    };
    let led = |time: &&&TimeExpression| {
        let at = time.words.start;
        at < cue.words.end + BEHIND && !is_attribute(words, time) && !another(time)
    };
    let heads = first
        .first()
        .filter(|time| time.words.start <= before.start + 2 && !is_dateline(words, time))
        .filter(|time| !cue.must_be_dated || words.low(time.words.end) == ",");
    let found = beside.or(behind.iter().find(led)).or(heads)?;
    Some(found)
}

/// "the 2019 agreement", "a plan for 2026": no date of what happened.
fn is_attribute(words: &Words<'_>, time: &TimeExpression) -> bool {
    let (at, end) = (time.words.start, time.words.end);
    let set = ["scheduled", "planned", "set", "due", "slated"];
    match words.low_before(at) {
        "for" => at < 2 || !set.contains(&words.low(at - 2)),
        "of" | "by" | "since" => true,
        "the" => {
            let next = words.low(end);
            let small = words.get(end).is_some_and(|word| !word.is_capital());
            small
                && next.chars().all(char::is_alphabetic)
                && !lexicon::of(next).has(
                    Class::PREPOSITION | Class::AND | Class::CLAUSE | Class::WHO | Class::ADVERB,
                )
        }
        _ => false,
    }
}

/// A date behind a participle is that of something else: "talks on the treaty signed in 2016".
fn is_of_another(words: &Words<'_>, time: &TimeExpression, cue: &Cue) -> bool {
    let own = [
        "held",
        "planned",
        "scheduled",
        "expected",
        "resumed",
        "convened",
        "chaired",
        "headed",
        "led",
    ];
    (cue.words.end..time.words.start).any(|at| {
        let low = words.low(at);
        low == "since"
            || low.ends_with("ed")
                && low.len() > 4
                && !own.contains(&low)
                && !words.get(at).is_some_and(Word::is_capital)
                && matches!(words.low(at + 1), "in" | "on" | "at" | "last")
    })
}

/// "- 12–14 March 2025: trade mission to Busan".
fn is_list_head(words: &Words<'_>, time: &TimeExpression) -> bool {
    time.kind == TimeKind::Date
        && time.edtf.is_some()
        && time.words.start <= 2
        && (words.low(time.words.end) == ":" || words.low_before(time.words.end) == ":")
}
