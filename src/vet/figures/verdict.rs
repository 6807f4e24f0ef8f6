//! What the dossier says of a figure.

use super::case::Case;
use super::measure::candidates;
use super::read::Figure;
use crate::vet::contest;
use crate::vet::finding::{Finding, Item, Verdict};
use crate::vet::index::Index;
use crate::vet::sentence::{Sentence, Sentences};

/// The verdict on a figure; none where the sentence gives nothing to compare it by.
pub(super) fn of(
    index: &Index<'_>,
    sentences: &Sentences<'_>,
    sentence: &Sentence,
    figure: &Figure,
) -> Option<Finding> {
    let case = Case {
        index,
        sentences,
        sentence,
        figure,
    };
    let words = sentences.words(&figure.range);
    if let Some(record) = sentence
        .bound
        .iter()
        .find(|record| index.says(**record, words))
    {
        let finding = Finding::new(Item::Figure, Verdict::Supported, figure.range.clone());
        return Some(contest::settle(
            index, sentences, sentence, *record, finding,
        ));
    }
    if sentence.is_reference {
        return None;
    }
    let all = candidates(index, sentences, sentence, figure);
    let found = case.supported(&all).or_else(|| case.accused(&all));
    Some(found.unwrap_or_else(|| {
        Finding::new(Item::Figure, Verdict::NotInTheDossier, figure.range.clone())
    }))
}
