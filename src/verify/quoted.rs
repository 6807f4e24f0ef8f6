//! Whether the text of a quote is in the runs of words that its evidence cites.

use super::folded::Folded;
use super::folded::words::words;
use super::near::{Piece, compare};
use crate::dossier::evidence::{Exact, Support};
use crate::dossier::{Evidence, Quote, Text};

/// What differs between the text of a quote and its passages: words that are in one or another of
/// them, or in all of a source together, in their order. Case and punctuation may differ, as
/// they do where a reporter interrupts; an ellipsis or words in brackets stand for a gap. `None`
/// if the text itself is what is looked for in a source.
pub(super) fn difference(quote: &Quote) -> Option<Vec<Piece>> {
    let cited = || {
        quote
            .evidence
            .iter()
            .filter(|e| e.support == Support::States)
    };
    if cited().any(|evidence| evidence.exact.is_none()) {
        return None;
    }
    let pieces = pieces(&quote.text);
    let has_all = |passage: &str| follow(&pieces, &split(passage));
    let alone = cited().map(|evidence| passage([evidence].into_iter()));
    let together = cited().map(|first| passage(cited().filter(|e| e.source == first.source)));
    let mut first = None;
    for passage in together.chain(alone) {
        if has_all(&passage) {
            return None;
        }
        first.get_or_insert(passage);
    }
    first.map(|passage| compare(&quote.text, &passage))
}

/// The runs of evidence, one behind the other.
fn passage<'a>(evidence: impl Iterator<Item = &'a Evidence>) -> String {
    let runs = evidence
        .filter_map(|e| e.exact.as_ref())
        .flat_map(Exact::runs);
    runs.map(Text::as_str).collect::<Vec<_>>().join(" ")
}

/// The words of a text in small letters.
fn split(text: &str) -> Vec<String> {
    let folded = Folded::new(text);
    let text = folded.text();
    words(text)
        .map(|range| text[range].to_lowercase())
        .collect()
}

/// The words between gaps.
fn pieces(text: &str) -> Vec<Vec<String>> {
    let mut plain = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('[') {
        plain.push_str(before);
        let Some((_, after)) = after.split_once(']') else {
            break;
        };
        plain.push('…');
        rest = after;
    }
    plain.push_str(rest);
    plain.replace("...", "…").split('…').map(split).collect()
}

/// Is each piece in the words of a passage, behind the one before it?
fn follow(pieces: &[Vec<String>], passage: &[String]) -> bool {
    let mut rest = passage;
    pieces
        .iter()
        .filter(|piece| !piece.is_empty())
        .all(|piece| {
            let at = rest
                .windows(piece.len())
                .position(|words| words == piece.as_slice());
            rest = at.map_or(&[], |at| &rest[at + piece.len()..]);
            at.is_some()
        })
}
