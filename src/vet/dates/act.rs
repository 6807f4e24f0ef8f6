//! Of which act a date is: what was initialled in May was signed on another day.

use std::ops::Range;

use crate::dossier::{Dossier, Kind, Ref};
use crate::vet::clause::Clause;
use crate::vet::topic::Topic;
use crate::vet::words::Word;

/// Beginnings of words of the acts by which an agreement comes to be, beside its signature.
const BESIDE: [&str; 9] = [
    "initial", "negotiat", "discuss", "announc", "ratif", "draft", "propos", "approv", "publish",
];

/// Those of its signature, and of a beginning that has no other name.
const SIGNED: [&str; 6] = ["sign", "conclud", "establish", "found", "open", "set"];

/// Is a date of a clause that of another act than the record's? That of the verb right before it, else of the first
/// behind it.
pub(in crate::vet) fn is_other(
    dossier: &Dossier,
    clause: &Clause<'_>,
    date: &Range<usize>,
    topic: &Topic,
) -> bool {
    let words = || clause.plain().filter(|word| is_act(word));
    let before = words().filter(|word| word.range.end <= date.start).last();
    let behind = || words().find(|word| word.range.start >= date.end);
    let Some(act) = before.or_else(behind) else {
        return false;
    };
    if is_force(act) {
        return !is_dated(dossier, topic.record);
    }
    begins(act, &BESIDE) && !topic.raw.contains(&act.stem)
}

fn is_act(word: &Word) -> bool {
    is_force(word) || begins(word, &BESIDE) || begins(word, &SIGNED)
}

fn begins(word: &Word, all: &[&str]) -> bool {
    all.iter().any(|start| word.low.starts_with(start))
}

/// "into force", "took effect".
fn is_force(word: &Word) -> bool {
    matches!(word.low.as_str(), "force" | "effect")
}

/// Does an agreement say since when it is in force?
fn is_dated(dossier: &Dossier, record: Ref) -> bool {
    record.kind == Kind::Agreement && dossier.agreements[record.at].in_force.is_some()
}
