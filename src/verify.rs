//! Do the words that a dossier rests on stand where it says? Every anchor is held against the
//! text of its source, and what does not stand there is shown beside what does.
//!
//! An anchor is found when its words are once, whole, in the paragraph that it names. White
//! space, typographic quotes, dashes, dots and ligatures, soft hyphens and other characters that
//! show nothing are folded; letters, digits and case are not. A match does not begin or end inside
//! a word or a number: `US$8.3` is not in `US$8.35`. In a table, where commas part columns, an
//! anchor names the comma beside its digits (as `prefix` or `suffix`), and there the number ends.
//!
//! Where all passages of a record are found, the paragraphs must also name those whom the record names,
//! and a transcript must give the words to the same speaker: else there is a [`Doubt`].
//!
//! Paragraphs are the lines of a text that are not blank. What is not found there is looked for
//! without the markup of HTML or Markdown and with wrapped lines joined, and that is said once.
//!
//! No screen and no output here: the command line prints a [`Report`], a screen draws a
//! [`Passage`].

mod anchor;
mod cited;
mod digits;
mod folded;
mod index;
mod judge;
mod layout;
mod near;
mod passage;
mod quoted;
mod reading;
mod remark;
mod report;
mod select;
mod source_text;
mod table;
mod texts;
mod verdict;
mod who;

use crate::dossier::{Dossier, Id};
pub use anchor::{Anchor, anchors};
pub use cited::{Cited, cited};
pub use near::Piece;
pub use passage::{Paragraph, Passage, Whole, passage, whole};
use remark::Fates;
pub use report::Report;
pub use select::{Selected, selected, words};
pub use table::Lines;
pub use texts::{MAX_BYTES, Texts, sum_of};
pub use verdict::{Around, Verdict};
pub use who::{Doubt, DoubtKind};

/// The verdict on one anchor.
pub fn verdict(texts: &Texts, anchor: &Anchor) -> Verdict {
    judge::anchor(texts, anchor).0
}

/// The paragraphs of a source in which all these runs of words are, whole; none where its text is not
/// known.
pub fn paragraphs(texts: &Texts, source: &Id, runs: &[String]) -> Option<Vec<u32>> {
    let text = texts.get(source)?.printed();
    let runs: Vec<_> = runs.iter().map(|run| judge::words_of(run)).collect();
    let holds = |number: usize| {
        let folded = text.folded(number);
        folded.is_some_and(|folded| runs.iter().all(|run| !folded.spots(run).is_empty()))
    };
    let found = (1..=text.len()).filter(|number| holds(*number));
    Some(
        found
            .filter_map(|number| u32::try_from(number).ok())
            .collect(),
    )
}

/// What differs between some words and the passage of a text that is most like them; pieces of the
/// words are [`Piece::Dossier`], those of the text [`Piece::Source`]. Empty where nothing is alike.
pub fn compare(words: &str, text: &str) -> Vec<Piece> {
    near::compare(words, text)
}

/// Judges every anchor of a dossier, and whom its records name.
pub fn verify<'a>(dossier: &'a Dossier, texts: &Texts) -> Report<'a> {
    let mut fates = Fates::default();
    let mut in_lines = Vec::new();
    let judged: Vec<_> = anchors(dossier)
        .map(|anchor| {
            let (verdict, printed) = judge::anchor(texts, &anchor);
            let text = texts.get(&anchor.evidence.source);
            fates.count(text, &anchor, &verdict, printed);
            in_lines.push(printed && verdict.is_found());
            (anchor, verdict)
        })
        .collect();
    let found = judged.iter().map(|(anchor, _)| anchor).zip(in_lines);
    let doubts = who::doubts(dossier, texts, found);
    Report::new(dossier, judged, fates, doubts)
}
