//! Who is quoted with the words that a record cites: in a transcript the article says them, but they
//! are those of its speakers.

use crate::dossier::quotes::Facet;
use crate::dossier::{Dossier, Evidence, Id};
use crate::figures::key::folded;

/// Quotes of one source that are read for it. An archive has more, and no records of its own.
const QUOTES: usize = 2000;

/// The speaker of the quote whose words are cited; none where the source says them itself.
pub(super) fn speaker(dossier: &Dossier, evidence: &Evidence) -> Option<Id> {
    let words = folded(&evidence.words());
    if words.is_empty() {
        return None;
    }
    let mut quotes = dossier
        .quotes
        .having(Facet::Sources, &evidence.source)
        .take(QUOTES)
        .map(|at| dossier.quotes.get(at));
    let quote = quotes.find(|quote| {
        let mut places = quote.evidence.iter();
        let is_here =
            places.any(|e| e.source == evidence.source && e.paragraph == evidence.paragraph);
        is_here && format!(" {} ", folded(&quote.text)).contains(&format!(" {words} "))
    });
    quote.map(|quote| quote.speaker)
}
