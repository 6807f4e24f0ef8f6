//! What the dossier says of a figure.

use super::across::span;
use super::case::Case;
use super::counted::{Of, is_time};
use super::measure::{Goes, candidates};
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
    let found = case.supported(&all).or_else(|| {
        // What is worked out from others is printed nowhere; between what a series was over some years, no
        // figure of one of them says otherwise.
        if figure.derived {
            return case.turned_levels(&all);
        }
        let is_spread = figure.number.ends().is_some()
            && figure
                .period
                .as_ref()
                .is_some_and(|date| span(date).is_some());
        (!is_spread).then(|| case.accused(&all)).flatten()
    });
    // A span of time that no series measures is none of its figures: "over the twelve months before".
    let is_span = matches!(&figure.of, Of::Thing(unit) if is_time(unit));
    let is_measured = all.iter().any(|one| one.goes == Goes::Same);
    let unknown = Finding::new(Item::Figure, Verdict::NotInTheDossier, figure.range.clone());
    found.or_else(|| (is_measured || !is_span).then_some(unknown))
}
