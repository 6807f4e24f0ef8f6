//! What fits the field of a line that is being typed.

use std::collections::BTreeSet;
use std::ops::Range;

use super::asked::BETWEEN;
use crate::dossier::agreement::AgreementStatus;
use crate::dossier::claim::Modality;
use crate::dossier::{Dossier, Kind, Text};
use crate::propose::words::plain;
use crate::search::Completion;

/// More offers than this are no help.
const MOST: usize = 20;

/// What fits the field at `cursor`, and the bytes of `line` that it would take the place of.
pub fn offers(
    dossier: &Dossier,
    kind: Kind,
    line: &str,
    cursor: usize,
) -> Option<(Range<usize>, Vec<Completion>)> {
    let before = line.get(..cursor)?;
    let at = before.matches(BETWEEN).count();
    let field = before
        .rfind(BETWEEN)
        .map_or(0, |at| at + BETWEEN.len_utf8());
    let start = field + (before[field..].len() - before[field..].trim_start().len());
    let part = plain(&before[start..]);
    let fits = |(shown, typed): &(String, String)| {
        let words = plain(&format!("{shown} {typed}"));
        words.starts_with(&part) || words.contains(&format!(" {part}"))
    };
    let all = candidates(dossier, kind, at).into_iter();
    let offers: Vec<_> = all
        .filter(fits)
        .take(MOST)
        .map(|(shown, typed)| Completion { shown, typed })
        .collect();
    (!offers.is_empty()).then_some((start..cursor, offers))
}

/// As shown and as typed.
fn candidates(dossier: &Dossier, kind: Kind, at: usize) -> Vec<(String, String)> {
    let words = |words: &[&str]| {
        let words = words.iter();
        words
            .map(|word| ((*word).to_owned(), (*word).to_owned()))
            .collect()
    };
    let named = |kinds: &[Kind]| {
        let all = kinds.iter().flat_map(|kind| dossier.all(*kind));
        let named = all.map(|record| (dossier.title(record), dossier.id(record).to_string()));
        named.collect()
    };
    match (kind, at) {
        (Kind::Quote, 0) => named(&[Kind::Person, Kind::Organisation]),
        (Kind::Claim, 1) => named(&[Kind::Person, Kind::Organisation, Kind::Source]),
        (Kind::Observation, 0) => named(&[Kind::Series]),
        (Kind::Agreement, 2) => words(AgreementStatus::WORDS),
        (Kind::Claim, 2) => words(Modality::WORDS),
        (Kind::Event, 2) => {
            let kinds: BTreeSet<&str> = dossier
                .events
                .iter()
                .map(|event| &event.kind)
                .map(Text::as_str)
                .collect();
            words(&kinds.into_iter().collect::<Vec<_>>())
        }
        _ => Vec::new(),
    }
}
