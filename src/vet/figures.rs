//! Amounts, rates and counts compared with the series of the dossier.

mod across;
mod against;
mod case;
mod compared;
mod counted;
mod currency;
mod dated;
mod derived;
mod lasting;
mod measure;
mod near;
mod read;
mod support;
mod them;
mod verdict;

use super::finding::Finding;
use super::index::Index;
use super::sentence::{Sentence, Sentences};
pub(super) use support::is_careful;

/// A finding for every figure of a sentence that is not in a quotation.
pub(super) fn check(
    index: &Index<'_>,
    sentences: &Sentences<'_>,
    sentence: &Sentence,
) -> Vec<Finding> {
    let figures = read::figures(index, sentences, sentence);
    let figures = compared::with(sentence, figures);
    let mut figures = across::part(sentence, figures);
    across::date_ends(&mut figures);
    let verdicts = figures.iter();
    let mut found: Vec<_> = verdicts
        .filter_map(|figure| verdict::of(index, sentences, sentence, figure))
        .collect();
    found.extend(across::changes(index, &figures, &found));
    found.extend(currency::check(index, sentences, sentence));
    found
}
