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
        let is_over = |one: &AgreementMention| {
            matches!(
                one.status,
                AgreementStatus::Expired
                    | AgreementStatus::Terminated
                    | AgreementStatus::Superseded
            )
        };
        // "It replaces the pact that expired in May and takes effect in June": not the pact.
        let fits = |one: &AgreementMention| {
            let another = is_over(one) && is_ahead(words, cue.start);
            one.count.is_none() && !one.status.is_ahead() && !another
        };
        let told = |one: &&mut AgreementMention| {
            one.status == AgreementStatus::InForce && one.date.is_some()
                || one.status.is_ahead() && one.entry.is_some()
        };
        if let Some(one) = meant(found, words, cue.start, fits).filter(|one| !told(one)) {
            let date = date(words, times, &cue);
            // The day of the entry is that of no other step.
            one.date
                .take_if(|own| date.is_some_and(|date| own.range == date.range));
            one.entry = Some(Entry {
                date: date.cloned(),
                is_ahead: is_ahead(words, cue.start),
            });
        }
    }
}

/// The agreement that a verb at the word `verb` tells of: the one right before it, or the one that its
/// subject refers to.
pub(super) fn meant<'a>(
    found: &'a mut [AgreementMention],
    words: &Words<'_>,
    verb: usize,
    fits: impl Fn(&AgreementMention) -> bool,
) -> Option<&'a mut AgreementMention> {
    if let Some(place) = aside_before(found, words, verb).or_else(|| beside(found, words, verb)) {
        return found.get_mut(place);
    }
    let (clause, kind) = subject(words, verb)?;
    let place = words.range(clause..clause + 1).start;
    let meant = |one: &&mut AgreementMention| {
        one.range.end <= place && kind.is_none_or(|kind| kind == one.kind) && fits(one)
    };
    let last = found
        .iter_mut()
        .filter(meant)
        .max_by_key(|one| one.range.end);
    last.filter(|one| is_near(words, one.range.end, clause))
}

/// The agreement that is named right before a verb of the present: "the accord on ports becomes effective".
fn beside(found: &[AgreementMention], words: &Words<'_>, verb: usize) -> Option<usize> {
    const REACH: usize = 6;
    let mut near = (verb.saturating_sub(REACH)..verb).rev();
    let last = near.find(|at| !is_auxiliary(words.low(*at)))?;
    let end = words.range(last..last + 1).end;
    found
        .iter()
        .position(|one| one.count.is_none() && (one.range.end == end || led(words, one, last)))
}

/// "a treaty concluded in 2003 remained": do only the words of its signature stand from an agreement to the word
/// `last`?
fn led(words: &Words<'_>, one: &AgreementMention, last: usize) -> bool {
    const LONGEST: usize = 6;
    let start = words.place(one.range.end);
    let signed = matches!(words.low(start), "signed" | "concluded" | "dating");
    let plain = |at: usize| !matches!(words.low(at), "," | "and" | "that" | "which" | "by" | "as");
    signed
        && (start + 1..start + LONGEST).contains(&last)
        && words.same_sentence(start, last)
        && (start..=last).all(plain)
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
fn aside_before(found: &[AgreementMention], words: &Words<'_>, verb: usize) -> Option<usize> {
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
    let own = |one: &AgreementMention| {
        one.range.end <= byte
            && byte - one.range.end < 2
            && one.status != AgreementStatus::Unknown
            && !one.status.is_ahead()
    };
    found.iter().position(own)
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
         вступила вступит remain remains remained went goes go",
    );
    const NEAR: usize = 4;
    if let Some(end) = applies(words, at) {
        return Some(at..end);
    }
    // "concluded in 1994 and still in force"
    if words.after(at, "still in force").is_some() {
        return Some(at..at + 3);
    }
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

/// "becomes effective", "applies from", ", effective from".
fn applies(words: &Words<'_>, at: usize) -> Option<usize> {
    let dated = |at: usize| matches!(words.low(at), "from" | "since" | "as" | "on");
    match words.low(at) {
        "become" | "becomes" | "became" if words.low(at + 1) == "effective" => Some(at + 2),
        "apply" | "applies" | "applied" if dated(at + 1) => Some(at + 1),
        "effective" | "valid" if dated(at + 1) && !words.low_before(at).starts_with("bec") => {
            Some(at + 1)
        }
        _ => None,
    }
}

fn is_ahead(words: &Words<'_>, verb: usize) -> bool {
    const REACH: usize = 3;
    let is_open = matches!(
        words.low(verb),
        "enter"
            | "enters"
            | "come"
            | "comes"
            | "take"
            | "takes"
            | "entre"
            | "entrera"
            | "вступит"
            | "go"
            | "goes"
            | "become"
            | "becomes"
            | "apply"
            | "applies"
            | "effective"
            | "valid"
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
    // ", effective from 1 May"
    if words.low(last) == "," && matches!(words.low(verb), "effective" | "valid" | "expire" | "run")
    {
        return Some((last, None));
    }
    if matches!(
        words.low(last),
        "it" | "which" | "that" | "and" | "il" | "elle" | "qui" | "et" | "оно" | "и"
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
            | "been"
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
