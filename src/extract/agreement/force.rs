//! The entry into force of an agreement that was named before: "It entered into force on 1 March 2024."

use std::ops::Range;

use super::instrument::instrument;
use super::mention::{AgreementMention, Entry};
use crate::dossier::agreement::{AgreementKind, AgreementStatus};
use crate::extract::date::{Edge, TimeExpression, TimeKind};
use crate::extract::word::Words;
use crate::extract::word_list::WordList;

/// Adds to each agreement of a paragraph what the text says of its entry into force: in a later clause of
/// its sentence, or in the sentence behind.
pub(super) fn enter(found: &mut [AgreementMention], words: &Words<'_>, times: &[TimeExpression]) {
    if found.is_empty() {
        return;
    }
    for at in 0..words.len() {
        named_behind(found, words, times, at);
        let Some(cue) = cue(words, at) else { continue };
        if let Some(one) = aside_before(found, words, cue.start) {
            one.entry = Some(Entry {
                date: date(words, times, &cue).cloned(),
                is_ahead: is_ahead(words, cue.start),
            });
            continue;
        }
        let Some((clause, kind)) = subject(words, cue.start) else {
            continue;
        };
        let place = words.range(clause..clause + 1).start;
        let meant = |one: &&mut AgreementMention| {
            one.range.end <= place
                && kind.is_none_or(|kind| kind == one.kind)
                && one.count.is_none()
                && !one.status.is_ahead()
        };
        let before = found.iter_mut().filter(meant);
        let last = before.max_by_key(|one| one.range.end);
        if let Some(last) = last.filter(|one| is_near(words, one.range.end, clause)) {
            last.entry = Some(Entry {
                date: date(words, times, &cue).cloned(),
                is_ahead: is_ahead(words, cue.start),
            });
        }
    }
}

/// "the entry into force on 1 July of the agreement on fisheries, which was signed in 2024"
fn named_behind(
    found: &mut [AgreementMention],
    words: &Words<'_>,
    times: &[TimeExpression],
    at: usize,
) {
    const REACH: usize = 10;
    let Some(end) = words.after(at, "entry into force") else {
        return;
    };
    let (from, to) = (words.range(at..end).end, words.range(end..end + REACH).end);
    let signed = |one: &&mut AgreementMention| {
        one.status == AgreementStatus::Signed && (from..to).contains(&one.range.start)
    };
    let ahead = (at.saturating_sub(4)..at).any(|at| {
        matches!(
            words.low(at),
            "expected" | "before" | "until" | "pending" | "upon" | "await" | "early" | "speed"
        )
    });
    if let Some(one) = found.iter_mut().find(signed) {
        one.entry = Some(Entry {
            date: date(words, times, &(at..end)).cloned(),
            is_ahead: ahead,
        });
    }
}

/// The agreement before an aside in commas that ends before the verb: "the treaty, signed in May, took
/// effect".
fn aside_before<'a>(
    found: &'a mut [AgreementMention],
    words: &Words<'_>,
    verb: usize,
) -> Option<&'a mut AgreementMention> {
    const REACH: usize = 6;
    const LONGEST: usize = 24;
    let near = (verb.saturating_sub(REACH)..verb).rev();
    let comma = near
        .take_while(|at| words.same_sentence(*at, verb))
        .find(|at| !is_auxiliary(words.low(*at)) && words.low(*at) != "can")?;
    if words.low(comma) != "," {
        return None;
    }
    let inside = (comma.saturating_sub(LONGEST)..comma).rev();
    let opens = inside
        .take_while(|at| words.same_sentence(*at, verb))
        .find(|at| words.low(*at) == ",")?;
    let byte = words.range(opens..opens + 1).start;
    let own = |one: &&mut AgreementMention| {
        one.range.end <= byte && byte - one.range.end < 2 && one.status == AgreementStatus::Signed
    };
    found.iter_mut().find(own)
}

/// Is a clause in the sentence in which an agreement is named, or in the one behind it?
fn is_near(words: &Words<'_>, end: usize, clause: usize) -> bool {
    let mut before = (0..=clause).rev().filter_map(|at| words.get(at));
    let named = before.find(|word| word.start < end);
    let own = words.get(clause).zip(named);
    own.is_some_and(|(own, named)| own.sentence - named.sentence <= 1)
}

/// "entered into force", "came fully into effect", "took effect".
fn cue(words: &Words<'_>, at: usize) -> Option<Range<usize>> {
    static VERBS: WordList = WordList::new(
        "entered enters enter came comes come took takes take entré entrée entre entrera вступило вступил \
         вступила вступит remain remains remained",
    );
    const NEAR: usize = 4;
    if !VERBS.has(words.low(at)) {
        return None;
    }
    let mut ahead = at + 1..at + 1 + NEAR;
    let end = ahead.find(|at| matches!(words.low(*at), "force" | "effect" | "vigueur" | "силу"))?;
    let between = (at + 1..end).all(|at| {
        matches!(
            words.low(at),
            "into" | "in" | "to" | "fully" | "formally" | "en" | "в" | "full"
        )
    });
    between.then_some(at..end + 1)
}

fn is_ahead(words: &Words<'_>, verb: usize) -> bool {
    const REACH: usize = 3;
    let is_open = matches!(
        words.low(verb),
        "enter" | "enters" | "come" | "comes" | "take" | "takes" | "entre" | "entrera" | "вступит"
    );
    let hopes = |at| matches!(words.low(at), "would" | "have");
    is_open || (verb.saturating_sub(REACH)..verb).any(hopes)
}

/// Where the clause of a verb begins, if its subject refers to an agreement named before: "it", "which",
/// none behind "and", or "the protocol", whose kind it is then.
fn subject(words: &Words<'_>, verb: usize) -> Option<(usize, Option<AgreementKind>)> {
    const REACH: usize = 6;
    let near = || (verb.saturating_sub(REACH)..verb).rev();
    let mut clause = near().take_while(|at| words.same_sentence(*at, verb));
    let last = clause.find(|at| !is_auxiliary(words.low(*at)))?;
    if matches!(
        words.low(last),
        "it" | "which" | "and" | "il" | "elle" | "qui" | "et" | "оно" | "и"
    ) {
        return Some((last, None));
    }
    let start = near().find(|at| matches!(words.low(*at), "the" | "this" | "that"))?;
    let named = instrument(words, start + 1).filter(|named| named.end == last + 1)?;
    let general = matches!(
        words.low(start + 1),
        "agreement" | "accord" | "pact" | "deal"
    );
    Some((start, (!general).then_some(named.kind)))
}

fn is_auxiliary(low: &str) -> bool {
    matches!(
        low,
        "has"
            | "had"
            | "have"
            | "will"
            | "shall"
            | "did"
            | "is"
            | "was"
            | "to"
            | "then"
            | "later"
            | "only"
            | "also"
            | "est"
            | "a"
            | "expected"
            | "due"
            | "finally"
            | "would"
    )
}

/// The date right behind the verb.
fn date<'a>(
    words: &Words<'_>,
    times: &'a [TimeExpression],
    cue: &Range<usize>,
) -> Option<&'a TimeExpression> {
    const NEAR: usize = 4;
    let from = times.partition_point(|time| time.words.start < cue.end);
    let time = times.get(from).filter(|time| {
        time.kind == TimeKind::Date
            && matches!(time.edge, None | Some(Edge::Since))
            && time.words.start <= cue.end + NEAR
            && words.same_sentence(time.words.start, cue.start)
    })?;
    (cue.end..time.words.start)
        .all(|at| words.low(at) != ",")
        .then_some(time)
}
