//! Quotations of footnotes compared with the passages that they cite.

use super::passage::Passage;
use crate::dossier::{Evidence, Kind, Ref};
use crate::vet::diff::{ALIKE, Diff, has_words, parts};
use crate::vet::index::Index;

/// Quotes of a dossier that are looked through.
const QUOTES: usize = 5_000;

/// A quotation of a footnote with other words than those of its passage.
#[derive(Clone, Debug)]
pub(in crate::vet) struct Misquoted {
    pub(in crate::vet) record: Ref,
    /// Both, with the difference.
    pub(in crate::vet) shown: String,
}

/// The quotations of a footnote that have nearly the words of a passage of the paragraph that it names, and no words
/// that are there.
pub(super) fn misquoted(index: &Index<'_>, passages: &[Passage]) -> Vec<Misquoted> {
    let quoted = passages.iter().filter(|one| !one.words.is_empty());
    let mut found = Vec::new();
    for passage in quoted.filter(|one| one.paragraph.is_some()) {
        // "paras 4, 10: “…”": the words are of one of them.
        let group = passages.iter().filter(|one| one.source == passage.source);
        let known: Vec<_> = group.flat_map(|one| texts(index, one)).collect();
        for words in &passage.words {
            let pieces = parts(words);
            let has_all = |text: &str| pieces.iter().all(|part| has_words(text, part));
            if pieces.is_empty() || known.iter().any(|(_, text)| has_all(text)) {
                continue;
            }
            let diffs = known
                .iter()
                .map(|(record, text)| (*record, Diff::of(words, text)));
            let best = diffs.max_by(|(_, a), (_, b)| a.likeness.total_cmp(&b.likeness));
            let near = best.filter(|(_, diff)| diff.likeness >= ALIKE && !diff.is_same());
            let new = near.map(|(record, diff)| Misquoted {
                record,
                shown: diff.shown(),
            });
            let is_known =
                |new: &Misquoted| found.iter().any(|one: &Misquoted| one.shown == new.shown);
            found.extend(new.filter(|new| !is_known(new)));
        }
    }
    found
}

/// What the dossier has of a paragraph of a source: the words that records cite, and what was said there.
fn texts(index: &Index<'_>, passage: &Passage) -> Vec<(Ref, String)> {
    let dossier = index.dossier;
    let is_there =
        |one: &&Evidence| one.source == passage.source && passage.paragraph == Some(one.paragraph);
    let kinds = Kind::ALL.into_iter().filter(|kind| *kind != Kind::Quote);
    let records = kinds.flat_map(|kind| dossier.all(kind));
    let mut found: Vec<(Ref, String)> = Vec::new();
    for record in records {
        let evidence = dossier.evidence(record);
        let cited = evidence.iter().filter(is_there);
        found.extend(
            cited
                .filter(|one| one.exact.is_some())
                .map(|one| (record, one.words().into())),
        );
    }
    if dossier.quotes.len() <= QUOTES {
        let quotes = dossier.quotes.iter().enumerate();
        let said = quotes.filter(|(_, quote)| quote.evidence.iter().any(|one| is_there(&one)));
        found.extend(said.map(|(at, quote)| (Ref::new(Kind::Quote, at), quote.text.to_string())));
    }
    found
}
