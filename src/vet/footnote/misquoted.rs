//! Quotations of footnotes compared with the passages that they cite: their words, and where these are.

use super::passage::Passage;
use crate::cite::short;
use crate::dossier::{Evidence, Kind, Ref};
use crate::vet::diff::{ALIKE, Diff, has_words, parts, plain};
use crate::vet::index::Index;

/// Quotes of a dossier that are looked through.
const QUOTES: usize = 5_000;

/// Fewer words may be in several paragraphs of a source.
const LEAST: usize = 4;

/// A quotation of a footnote with other words than those of its passage, or from another paragraph.
#[derive(Clone, Debug)]
pub(in crate::vet) struct Misquoted {
    pub(in crate::vet) record: Ref,
    /// What is wrong.
    pub(in crate::vet) note: String,
}

/// The quotations of a footnote that have nearly the words of a passage of the paragraph that it names, and no words
/// that are there; and those that are in another paragraph. `is_ours`: is it a footnote of an exported brief, which
/// cites what the records do?
pub(super) fn misquoted(index: &Index<'_>, passages: &[Passage], is_ours: bool) -> Vec<Misquoted> {
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
            let other = near.map(|(record, diff)| Misquoted {
                record,
                note: format!("the words of its footnote differ: {}", diff.shown()),
            });
            let is_long = is_ours || words.split_whitespace().count() >= LEAST;
            let elsewhere = || elsewhere(index, passage, words, is_ours);
            let new = is_long.then(elsewhere).flatten().or(other);
            let is_known =
                |new: &Misquoted| found.iter().any(|one: &Misquoted| one.note == new.note);
            found.extend(new.filter(|new| !is_known(new)));
        }
    }
    found
}

/// The other paragraph of the same source of which a record cites just these words; for a footnote of ours, of any.
fn elsewhere(
    index: &Index<'_>,
    passage: &Passage,
    words: &str,
    is_ours: bool,
) -> Option<Misquoted> {
    let dossier = index.dossier;
    let said = plain(words);
    let kinds = Kind::ALL.into_iter().filter(|kind| *kind != Kind::Quote);
    let mut records = kinds.flat_map(|kind| dossier.all(kind));
    records.find_map(|record| {
        let evidence = dossier.evidence(record);
        let mut cited = evidence.iter().filter(|one| {
            let is_source = is_ours || one.source == passage.source;
            is_source && one.exact.is_some() && plain(&one.words()) == said
        });
        cited.next().map(|one| {
            let source = dossier.source(&one.source);
            let other = source.filter(|_| one.source != passage.source);
            let of = other.map_or_else(String::new, |source| {
                format!(" of {}", short(dossier, source))
            });
            let note = format!("the words of its footnote are in ¶{}{of}", one.paragraph);
            Misquoted { record, note }
        })
    })
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
