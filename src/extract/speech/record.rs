//! A quote as it was found.

use std::ops::Range;

use super::super::confidence::Basis;
use super::super::speaker::Speaker;
use crate::dossier::quote::QuoteKind;

/// How speech is set off from the rest of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SpeechForm {
    /// Between quotation marks.
    Marks,
    /// Behind a dash at the head of a paragraph.
    Dash,
    /// Under a label, as in "Ng: …".
    Transcript,
}

/// A quote: words of one speaker in one paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Speech {
    /// The paragraph, as evidence counts it.
    pub paragraph: u32,
    /// The words as bytes of the text: several runs where "she said" breaks them.
    pub runs: Vec<Range<usize>>,
    /// Whole sentences, or words within a sentence of somebody else.
    pub kind: QuoteKind,
    /// How it is set off.
    pub form: SpeechForm,
    /// Why it is speech.
    pub basis: Basis,
    /// Who speaks.
    pub speaker: Speaker,
    /// Where or to whom, as printed: "in an interview with …".
    pub occasion: Option<Range<usize>>,
    /// Where a date that begins there is that of its saying.
    pub dated: Vec<Range<usize>>,
    /// The speech of the paragraph before that it goes on with, by its place.
    pub continues: Option<usize>,
    /// The question that it answers, by its place.
    pub answers: Option<usize>,
}
