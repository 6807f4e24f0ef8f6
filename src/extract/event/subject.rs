//! Who does what the verb of an event says, and with whom.

use std::ops::Range;

use super::chunk::{Chunk, Named, chunks, time_at};
use crate::extract::date::TimeExpression;
use crate::extract::lexicon::{self, Class};
use crate::extract::word::{Word, Words};

/// Words before a verb in which its subject is looked for.
const REACH: usize = 44;

/// The first word of the clause that has the word `at`: behind "that", "said", ";".
pub(super) fn clause_start(words: &Words<'_>, at: usize) -> usize {
    let floor = at.saturating_sub(REACH);
    let mut first = at;
    while first > floor && words.same_sentence(first - 1, at) {
        if opens_clause(words, first - 1) {
            break;
        }
        first -= 1;
    }
    first
}

/// Does another clause end with this word?
fn opens_clause(words: &Words<'_>, at: usize) -> bool {
    let low = words.low(at);
    let class = lexicon::of(low);
    let capital = words.get(at).is_some_and(Word::is_capital);
    // "promised to visit": the same clause.
    let purpose = words.low(at + 1) == "to";
    let speech = class.has(Class::SAY) && !class.has(Class::NOUN) && !capital && !purpose;
    let clause = matches!(
        low,
        "that"
            | "because"
            | "while"
            | "whereas"
            | "but"
            | "although"
            | "though"
            | "when"
            | "что"
            | "где"
            | "когда"
            | ";"
            | ":"
            | "\""
            | "“"
            | "”"
            | "«"
            | "»"
    );
    speech || clause
}

/// Who acts in the clause of the word `verb`; those named together first to last.
pub(super) fn subject(words: &Words<'_>, verb: usize, times: &[TimeExpression]) -> Subject {
    let floor = verb.saturating_sub(6);
    let who = (floor..verb)
        .rev()
        .take_while(|at| words.same_sentence(*at, verb))
        .find(|at| matches!(words.low(*at), "who" | "который" | "которая" | "qui"));
    if let Some(who) = who.filter(|who| is_filled(words, *who + 1, verb, times)) {
        let end = who - usize::from(words.low_before(who) == ",");
        let all = chunks(words, clause_start(words, end)..end, times);
        let last = all.into_iter().next_back();
        return Subject {
            adjacent: true,
            chunks: last
                .filter(|one| is_filled(words, one.words.end, end, times))
                .into_iter()
                .collect(),
        };
    }
    let all = chunks(words, clause_start(words, verb)..verb, times);
    let aside = before_aside(words, verb, times);
    let set_off = || {
        let comma = aside?;
        all.iter()
            .rposition(|one| one.words.end == comma && !one.governed)
    };
    let near = all
        .iter()
        .rposition(|one| is_filled(words, one.words.end, verb, times));
    let beside = set_off().or(near).filter(|at| !all[*at].governed);
    let goes_on = || {
        let last = (floor..verb).rev().find(|at| !is_filler(words, *at, times));
        last.is_some_and(|at| {
            matches!(words.low(at), "and" | "," | "before" | "after" | "и" | "et")
        })
    };
    let first = || all.iter().position(|one| !one.governed);
    let Some(chosen) = beside.or_else(first) else {
        return Subject::default();
    };
    Subject {
        adjacent: beside.is_some() || goes_on(),
        chunks: together(words, &all, chosen),
    }
}

/// The comma before a relative clause that ends right before a verb: "Ng, who landed on Monday, toured".
fn before_aside(words: &Words<'_>, verb: usize, times: &[TimeExpression]) -> Option<usize> {
    const LONGEST: usize = 24;
    let mut close = verb;
    while close > 0 && words.low(close - 1) != "," && is_filler(words, close - 1, times) {
        close -= 1;
    }
    let close = close.checked_sub(1).filter(|at| words.low(*at) == ",")?;
    (close.saturating_sub(LONGEST)..close).rev().find(|at| {
        words.low(*at) == ","
            && matches!(words.low(at + 1), "who" | "qui" | "который" | "которая")
            && words.same_sentence(*at, verb)
    })
}

/// Whoever acts.
#[derive(Debug, Default)]
pub(super) struct Subject {
    /// Right before the verb, or before an "and" and another verb?
    pub(super) adjacent: bool,
    pub(super) chunks: Vec<Chunk>,
}

/// Those that a comma or "and" joins with the one at `chosen`.
fn together(words: &Words<'_>, all: &[Chunk], chosen: usize) -> Vec<Chunk> {
    let joined = |a: &Chunk, b: &Chunk| {
        let between = a.words.end..b.words.start;
        between.len() <= 3
            && between.into_iter().all(|at| {
                matches!(
                    words.low(at),
                    "," | "and" | "the" | "&" | "и" | "et" | "–" | "-"
                )
            })
    };
    let mut start = chosen;
    while start > 0 && joined(&all[start - 1], &all[start]) {
        start -= 1;
    }
    let mut end = chosen + 1;
    while end < all.len() && joined(&all[end - 1], &all[end]) {
        end += 1;
    }
    all[start..end].to_vec()
}

/// Whom the verb or noun that ends before `from` is about: "met with …", "talks between … and …".
pub(super) fn object(
    words: &Words<'_>,
    behind: Range<usize>,
    times: &[TimeExpression],
) -> Vec<Chunk> {
    let all = chunks(words, behind.clone(), times);
    let Some(first) = all.first() else {
        return Vec::new();
    };
    let leads = (behind.start..first.words.start).all(|at| {
        let low = words.low(at);
        matches!(
            low,
            "with"
                | "by"
                | "between"
                | "of"
                | "с"
                | "со"
                | "между"
                | "avec"
                | "entre"
                | "visiting"
                | "the"
        ) || lexicon::of(low).has(Class::MODIFIER | Class::ROLE)
    });
    if leads {
        together(words, &all, 0)
    } else {
        Vec::new()
    }
}

/// Are there only small words between a subject and its verb?
fn is_filled(words: &Words<'_>, from: usize, to: usize, times: &[TimeExpression]) -> bool {
    let mut at = from;
    while at < to {
        if let Some(end) = time_at(times, at) {
            at = end;
        } else if is_filler(words, at, times) {
            at += 1;
        } else {
            return false;
        }
    }
    true
}

fn is_filler(words: &Words<'_>, at: usize, times: &[TimeExpression]) -> bool {
    let low = words.low(at);
    let small = Class::ADVERB | Class::AUXILIARY | Class::TIME;
    let before_time = matches!(low, "on" | "in" | "at" | "в") && time_at(times, at + 1).is_some();
    before_time
        || time_at(times, at).is_some()
        || lexicon::of(low).has(small)
        || matches!(
            low,
            "," | "last"
                | "first"
                | "personally"
                | "to"
                | "due"
                | "scheduled"
                | "expected"
                | "planning"
                | "plans"
                | "set"
                | "promised"
                | "intends"
                | "already"
                | "собирается"
                | "намерен"
                | "doit"
        )
}

/// Does an office, a pronoun or "the two sides" take part?
pub(super) fn is_official(chunks: &[Chunk]) -> bool {
    chunks.iter().any(|one| one.named != Named::Name)
}
