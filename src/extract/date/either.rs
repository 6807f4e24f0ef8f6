//! One of two times, and the words do not say which: "in 2009 or 2010", "in May 2023 or 2024", "last year or the year
//! before".

use super::found::{TimeExpression, TimeKind};
use super::shape::{Extent, Span, container};
use crate::extract::word::Words;

/// The rule of such an expression.
pub(in crate::extract) const EITHER: &str = "either";

/// Makes one expression of each two that "or" joins: from the first day of the one to the last of the other.
pub(super) fn join(words: &Words<'_>, found: &mut Vec<TimeExpression>) {
    let mut at = 1;
    while at < found.len() {
        match both(words, &found[at - 1], &found[at]) {
            Some(both) => {
                found[at - 1] = both;
                found.remove(at);
            }
            None => at += 1,
        }
    }
}

fn both(words: &Words<'_>, one: &TimeExpression, other: &TimeExpression) -> Option<TimeExpression> {
    let or = one.words.end;
    let joined = matches!(words.low(or), "or" | "или" | "ou" | "oder")
        && (or + 1 == other.words.start
            || or + 2 == other.words.start
                && matches!(words.low(or + 1), "in" | "on" | "the" | "в" | "en"));
    let dates = one.kind == TimeKind::Date && other.kind == TimeKind::Date;
    let (a, b) = (one.extent?, other.extent?);
    let unit = a.unit.max(b.unit);
    if !joined || !dates || unit > Span::Year || !words.same_sentence(or, other.words.start) {
        return None;
    }
    let (first, last) = (a.first.min(b.first), a.last.max(b.last));
    let place = one.words.start..other.words.end;
    Some(TimeExpression {
        range: words.range(place.clone()),
        edtf: container(first, last),
        limits: (Some(first), Some(last)),
        relative: one.relative || other.relative,
        why: Some("the words leave open which of the two".to_owned()),
        rule: EITHER,
        confidence: one.confidence.min(other.confidence),
        extent: Some(Extent { first, last, unit }),
        words: place,
        ..one.clone()
    })
}
