//! What ties an agreement to time, to a list, and to other agreements.

use std::ops::Range;

use super::clause;
use super::instrument::instrument;
use super::status::Verdict;
use crate::dossier::agreement::{AgreementKind, AgreementStatus};
use crate::extract::date::{EITHER, Edge, TimeExpression, TimeKind};
use crate::extract::word::Words;

/// How an agreement is tied to another by a word of its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lineage {
    /// It continues one: "follows", "builds on", "new", "second".
    Continues,
    /// It is the one that another continues: "previous", "earlier".
    Precedes,
    /// It takes the place of one: "replaces".
    Replaces,
}

/// The period that an instrument covers: a span beside its noun, or a year that it lasts to.
pub(super) fn horizon<'a>(
    times: &'a [TimeExpression],
    place: &Range<usize>,
    words: &Words<'_>,
) -> Option<&'a TimeExpression> {
    const BEHIND: usize = 3;
    let from = times.partition_point(|time| time.words.start < place.start);
    let near = times[from..]
        .iter()
        .take_while(|time| time.words.start <= place.end + BEHIND)
        .filter(|time| words.same_sentence(time.words.start, place.start))
        .filter(|time| (place.end..time.words.start).all(|at| leads_to_span(words.low(at))));
    near.filter(|time| time.kind == TimeKind::Date)
        .find(|time| {
            let span = time.edtf.as_deref().is_some_and(|edtf| edtf.contains('/'));
            span || time.edge == Some(Edge::Until) && words.low_before(time.words.start) != "by"
        })
}

/// The verb whose day is looked for: that of a later step is not that of the signature.
fn dated_verb(words: &Words<'_>, verdict: Verdict) -> Option<usize> {
    let is_later = |verb: &usize| {
        verdict.status == AgreementStatus::Signed
            && matches!(
                words.low(*verb),
                "extend"
                    | "extended"
                    | "renew"
                    | "renewed"
                    | "prolonged"
                    | "approved"
                    | "ratified"
                    | "ratify"
            )
    };
    verdict.verb.filter(|verb| !is_later(verb))
}

/// The first word of the sentence of a word.
pub(super) fn first_of_sentence(words: &Words<'_>, at: usize) -> usize {
    const REACH: usize = 80;
    (at.saturating_sub(REACH)..at)
        .rev()
        .take_while(|place| words.same_sentence(*place, at))
        .last()
        .unwrap_or(at)
}

/// Does the sentence name the members of a list: "They include …", "These are …"?
pub(super) fn is_list(words: &Words<'_>, at: usize) -> bool {
    let first = first_of_sentence(words, at);
    let papers = words.low(first) == "the"
        && matches!(
            words.low(first + 1),
            "documents" | "agreements" | "accords" | "instruments" | "papers" | "memoranda"
        );
    let includes = |at: usize| matches!(words.low(at), "include" | "included");
    let are = |at: usize| includes(at) || matches!(words.low(at), "are" | "were");
    // "The first is a treaty on trains, the second a pact on ferries."
    let one = words
        .after(first, "the first")
        .or_else(|| words.after(first, "one"));
    one.is_some_and(|verb| matches!(words.low(verb), "is" | "was"))
        || papers && includes(first + 2)
        || matches!(words.low(first), "they" | "these" | "those") && (first + 1..first + 4).any(are)
}

/// May it stand between an instrument and the span that it covers?
fn leads_to_span(low: &str) -> bool {
    matches!(
        low,
        "for" | "(" | "to" | "until" | "through" | "covering" | "the" | "period" | "years" | "на"
    )
}

/// Words behind which a date is that of something else.
const GOES_ON: [&str; 13] = [
    "replaces",
    "replacing",
    "expired",
    "lapsed",
    "stalled",
    "agreed",
    "will",
    "would",
    "discussed",
    "start",
    "launch",
    "begin",
    "ahead",
];

/// "was extended to the end of 2026": how long it holds.
fn is_end(words: &Words<'_>, date: usize) -> bool {
    let start = date - usize::from(words.low_before(date) == "the");
    matches!(words.low_before(start), "to" | "until" | "till" | "through")
}

fn is_over(status: AgreementStatus) -> bool {
    matches!(
        status,
        AgreementStatus::Expired | AgreementStatus::Terminated
    )
}

/// "was initialled in 2022 and signed in 2024": the day of the verb before; `between` are the words from the
/// instrument to its verb.
fn is_of_earlier_step(words: &Words<'_>, between: Range<usize>, time: &TimeExpression) -> bool {
    between.contains(&time.words.start)
        && (time.words.end..between.end).any(|at| words.low(at) == "and")
}

/// "the Treaty on Alliance in the 21st Century"
fn is_vague(time: &TimeExpression) -> bool {
    match time.edtf.as_deref() {
        Some(edtf) => edtf.contains('X'),
        None => time.rule != EITHER,
    }
}

/// Words from a verb to its date, at most.
const FAR: usize = 40;

/// The date of what the verb says: nearest to the verb, and not the period that is covered.
pub(super) fn date_of<'a>(
    words: &Words<'_>,
    times: &'a [TimeExpression],
    place: &Range<usize>,
    verdict: Verdict,
    horizon: Option<&TimeExpression>,
) -> Option<&'a TimeExpression> {
    let verb = dated_verb(words, verdict)?;
    let from = times.partition_point(|time| time.words.start + FAR < verb);
    let near = times[from..]
        .iter()
        .take_while(|time| time.words.start < verb.max(place.end) + FAR);
    let spans = |time: &TimeExpression| time.edtf.as_deref().is_some_and(|edtf| edtf.contains('/'));
    let is_effective = verdict.status == AgreementStatus::InForce;
    // "in force since 2010" is when that began; "by 2027" is not when it was signed.
    let bound = |time: &TimeExpression| match time.edge {
        Some(Edge::Since) => !is_effective,
        Some(Edge::After | Edge::Until | Edge::Before) => true,
        None => false,
    };
    let until = |time: &TimeExpression| {
        verdict.status == AgreementStatus::Signed && is_end(words, time.words.start)
    };
    // "… of 3 September 2014" dates the instrument that it follows.
    let of_another = |time: &TimeExpression| {
        let of = matches!(words.low_before(time.words.start), "of" | "от" | "du");
        let far = time.words.start > place.end + 1 || time.words.start < place.start;
        // "signed a memorandum and agreed to start talks in September"
        let goes_on = verb < place.start
            && (place.end..time.words.start)
                .any(|at| at != verb && GOES_ON.contains(&words.low(at)));
        // "has expired, and a draft will follow in May"
        let over = is_over(verdict.status);
        let apart = |at: usize| matches!(words.low(at), "and" | "but" | "while" | ";");
        is_of_earlier_step(words, place.end..verb, time)
            || clause::is_apart(words, (verb, place), time)
            || over && (verb..time.words.start).any(apart)
            || over && (place.end..verb).contains(&time.words.start)
            || of && (far || over)
            || goes_on
            || is_effective
                && (place.contains(&time.words.start)
                    || time.words.start < verb
                    || time.words.start > verb + 7 && time.words.start > place.end + 4)
    };
    // "a protocol to the treaty of 12 November 2007": the date of the treaty.
    let named = place.clone().filter(|at| instrument(words, *at).is_some());
    let nested = named.count() > 1;
    let inner = |time: &TimeExpression| {
        let of = matches!(words.low_before(time.words.start), "of" | "от" | "du");
        nested && of && time.words.start <= place.end + 1
    };
    // "signed a plan of consultations for 2025 and 2026"
    let covered = |time: &TimeExpression| {
        let years = words.low(place.end) == "for"
            && (place.end + 1..=place.end + 3).contains(&time.words.start);
        years && verdict.status == AgreementStatus::Signed
    };
    let nested_date = near.clone().any(inner);
    near.filter(|time| time.kind == TimeKind::Date && !spans(time) && !bound(time))
        .filter(|time| !is_vague(time) && !until(time))
        .filter(|time| !of_another(time) && !is_of_noun(words, time, place))
        .filter(|time| !nested_date || time.words.start < place.start)
        .filter(|time| !covered(time))
        .filter(|time| words.same_sentence(time.words.start, verb))
        .filter(|time| horizon.is_none_or(|horizon| horizon.range != time.range))
        .min_by_key(|time| {
            time.words
                .start
                .abs_diff(verb)
                .min(time.words.start.abs_diff(place.end))
        })
}

/// "a convention of 1997", "the memorandum signed in 2022": the day that the words beside its name give.
pub(super) fn concluded<'a>(
    words: &Words<'_>,
    times: &'a [TimeExpression],
    place: &Range<usize>,
) -> Option<&'a TimeExpression> {
    // "a protocol to the credit agreement of 2019": the year of the other one.
    let named = place.clone().filter(|at| instrument(words, *at).is_some());
    if named.count() > 1 {
        return None;
    }
    let signed = matches!(words.low(place.end), "signed" | "concluded" | "inked");
    let led = place.end + usize::from(signed);
    // "signed an agreement on fisheries on 3 May, which entered into force in June"
    let by_verb = || {
        const REACH: usize = 6;
        let mut near = place.start.saturating_sub(REACH)..place.start;
        near.any(|at| {
            words.same_sentence(at, place.start)
                && matches!(words.low(at), "signed" | "concluded" | "inked")
                && !matches!(words.low_before(at), "be" | "not" | "never" | "to")
        })
    };
    let preposition = match words.low(led) {
        "of" if !signed => true,
        "in" | "on" => signed || by_verb(),
        _ => false,
    };
    let start = led + usize::from(preposition);
    let inside = |time: &&TimeExpression| {
        time.words.end <= place.end && words.low_before(time.words.start) == "of"
    };
    let from = times.partition_point(|time| time.words.start < place.start);
    let mut near = times[from..]
        .iter()
        .take_while(|time| time.words.start <= start);
    // "the 2021 trade agreement"
    let attribute = |time: &TimeExpression| {
        let (start, end) = (time.words.start, time.words.end);
        let led = matches!(words.low_before(start), "the" | "its" | "their");
        let head = (end..place.end).find(|at| instrument(words, *at).is_some());
        let kind = head
            .and_then(|at| instrument(words, at))
            .map(|one| one.kind);
        led && time.edtf.as_deref().is_some_and(|edtf| edtf.len() == 4)
            && matches!(
                kind,
                Some(AgreementKind::Agreement | AgreementKind::Treaty | AgreementKind::Memorandum)
            )
    };
    near.find(|time| {
        let beside = preposition && time.words.start == start || inside(time) || attribute(time);
        let plain = time.edtf.as_deref().is_some_and(|edtf| !edtf.contains('/'));
        time.kind == TimeKind::Date && beside && plain && time.edge.is_none()
    })
}

/// "a protocol that amends the 1995 tax treaty": is a year that of an instrument behind it, and not of the one at
/// `place`?
fn is_of_noun(words: &Words<'_>, time: &TimeExpression, place: &Range<usize>) -> bool {
    /// Words from the year to the noun.
    const NEAR: usize = 4;
    let (start, end) = (time.words.start, time.words.end);
    let article = matches!(
        words.low_before(start),
        "the" | "a" | "an" | "its" | "their"
    );
    let noun = (end..end + NEAR).find(|at| instrument(words, *at).is_some());
    let head = (place.start..place.end).find(|at| instrument(words, *at).is_some());
    let own = |noun: usize| head == Some(noun) && place.start + NEAR > start;
    article && noun.is_some_and(|noun| words.same_sentence(start, noun) && !own(noun))
}

/// Words of lineage before the noun `head` of the phrase, or right beside the phrase.
pub(super) fn lineage(
    words: &Words<'_>,
    place: &Range<usize>,
    head: usize,
) -> Option<(Lineage, Range<usize>)> {
    const BESIDE: usize = 10;
    // "an agreement on new sources of energy": what is new there is no agreement.
    let inside = (place.start..head).filter_map(|at| {
        let lineage = match words.low(at) {
            "previous" | "earlier" | "preceding" | "prior" | "former" | "old" | "existing" => {
                Lineage::Precedes
            }
            "new" | "second" | "third" | "fourth" | "fifth" | "2nd" | "3rd" | "4th" | "5th"
            | "next" | "further" | "additional" | "fresh" | "updated" | "renewed" | "successor"
            | "subsequent" | "upcoming" | "another" => Lineage::Continues,
            _ => return None,
        };
        Some((lineage, at))
    });
    let behind = (place.end..place.end + BESIDE).filter_map(|at| {
        let lineage = match words.low(at) {
            "replaces" | "replacing" | "supersedes" | "superseding" => Lineage::Replaces,
            "follows" | "extends" | "updates" | "continues" => Lineage::Continues,
            "builds" if words.low(at + 1) == "on" => Lineage::Continues,
            _ => return None,
        };
        words
            .same_sentence(at, place.start)
            .then_some((lineage, at))
    });
    let (lineage, at) = behind.chain(inside).next()?;
    Some((lineage, words.range(at..at + 1)))
}
