//! Whom a record names, against the text of its paragraphs: a person or a party that they do not name,
//! and a speaker who is not the one that a transcript names before the words.
//!
//! Only records are looked at of which every passage is where it should be.

mod doubt;
mod labels;
mod names;

use std::collections::HashMap;

use super::anchor::Anchor;
use super::texts::Texts;
use crate::dossier::{Dossier, Ref};
pub use doubt::{Doubt, DoubtKind};

/// The doubts about the records of which all anchors are found in the lines of their texts. `anchors`
/// has all of them, with whether they are.
pub(super) fn doubts<'a>(
    dossier: &Dossier,
    texts: &Texts,
    anchors: impl Iterator<Item = (&'a Anchor, bool)>,
) -> Vec<Doubt> {
    let mut places: HashMap<Ref, usize> = HashMap::new();
    let mut records: Vec<(Ref, bool, Vec<&Anchor>)> = Vec::new();
    for (anchor, is_found) in anchors {
        let place = *places.entry(anchor.record).or_insert_with(|| {
            records.push((anchor.record, true, Vec::new()));
            records.len() - 1
        });
        let (_, all, own) = &mut records[place];
        *all &= is_found;
        own.push(anchor);
    }
    let mut transcripts = labels::Transcripts::new(dossier, texts);
    let found = records.iter().filter(|(_, all, _)| *all);
    let doubts = found.flat_map(|(record, _, anchors)| {
        let speaker = transcripts.contradicted(*record, anchors);
        let unnamed = names::unnamed(dossier, texts, *record, anchors);
        speaker.into_iter().chain(unnamed).collect::<Vec<_>>()
    });
    doubts.collect()
}
