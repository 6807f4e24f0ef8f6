//! The passage behind a piece of evidence, with its words marked, for a screen to draw.

use std::ops::Range;

use super::folded::Folded;
use super::judge::{self, Judged, lines, pieces, wanted};
use super::near::nearest;
use super::reading::Reading;
use super::source_text::SourceText;
use super::{Texts, Verdict};
use crate::dossier::text::clean_line;
use crate::dossier::{Dossier, Evidence, Text};

/// Paragraphs that are shown before and after the one that is meant.
const AROUND: usize = 4;

/// A part of a source text.
#[derive(Clone, Debug)]
pub struct Passage {
    /// The source and the paragraph that is named: `ASEAN Briefing [2023], ¶48`.
    pub source: String,
    /// What became of the words.
    pub verdict: Verdict,
    /// The place of the paragraph that is meant among those shown: where the words stand, or
    /// those most like them; else the one that is named.
    pub at: usize,
    /// It and those around it.
    pub paragraphs: Vec<Paragraph>,
}

/// A paragraph of a source text.
#[derive(Clone, Debug)]
pub struct Paragraph {
    /// From 1, over lines that are not blank.
    pub number: usize,
    /// Its words, safe to draw.
    pub text: Text,
    /// The words that are meant: ranges of bytes of `text`, from first to last.
    pub marks: Vec<Range<usize>>,
}

/// The passage that `evidence` points to; for speech, `quote_text` are the words. None when the
/// text of the source is not at hand or has no paragraph at all.
pub fn passage(
    texts: &Texts,
    dossier: &Dossier,
    evidence: &Evidence,
    quote_text: Option<&str>,
) -> Option<Passage> {
    let text = texts.get(&evidence.source)?;
    let text = Some(text).filter(|text| text.printed().len() > 0)?;
    let exact = evidence.words();
    let words = match &evidence.exact {
        Some(_) => &exact,
        None => quote_text.unwrap_or_default(),
    };
    let (words, judged) = spoken(text, evidence, words);
    let (text, verdict) = (judged.reading, judged.verdict);
    let meant = match &verdict {
        Verdict::Drifted(paragraphs) => paragraphs.first().copied().unwrap_or(judged.paragraph),
        Verdict::Altered { paragraph, .. } => *paragraph,
        _ => judged.paragraph,
    };
    let meant = meant.clamp(1, text.len());
    let first = meant.saturating_sub(AROUND).max(1);
    let last = (meant + lines(words).count().max(1) - 1 + AROUND).min(text.len());
    let shown = (first..=last).filter_map(|number| {
        let raw = text.paragraph(number)?;
        let mut paragraph = Paragraph::new(number, raw);
        let many = lines(words).count() > 1;
        if number == meant || many && number > meant {
            paragraph.mark(text, evidence, words, &verdict);
        }
        Some(paragraph)
    });
    Some(Passage {
        source: dossier.citation(evidence),
        at: meant - first,
        paragraphs: shown.collect(),
        verdict,
    })
}

/// Speech of several paragraphs may be cited a paragraph at a time: then only that one counts.
fn spoken<'a, 't>(
    text: &'t SourceText,
    evidence: &Evidence,
    words: &'a str,
) -> (&'a str, Judged<'t>) {
    let judged = judge::words(text, evidence, words);
    if !judged.verdict.is_found() && lines(words).count() > 1 {
        for line in lines(words) {
            let judged = judge::words(text, evidence, line);
            if judged.verdict.is_found() {
                return (line, judged);
            }
        }
    }
    (words, judged)
}

impl Paragraph {
    fn new(number: usize, raw: &str) -> Self {
        Self {
            number,
            text: Text::new(&clean_line(&raw.replace('\0', ""))),
            marks: Vec::new(),
        }
    }

    /// Marks the words where they stand, or else the passage that is most like them.
    fn mark(&mut self, text: &Reading, evidence: &Evidence, words: &str, verdict: &Verdict) {
        let folded = Folded::new(&self.text);
        for (_, piece) in pieces(evidence, words) {
            self.marks.extend(folded.spots(&wanted(evidence, piece)));
        }
        if self.marks.is_empty()
            && let Verdict::Altered { .. } = verdict
        {
            let near = nearest(text, &Folded::new(words), self.number);
            // Both are folded alike, unless marks pile up on a letter beyond what is drawn.
            let alike = text
                .folded(self.number)
                .is_some_and(|raw| raw.text() == folded.text());
            let here = near.filter(|near| alike && near.paragraph == self.number);
            self.marks.extend(here.map(|near| near.range));
        }
        for mark in &mut self.marks {
            *mark = folded.original(mark, &self.text);
        }
        self.marks.sort_by_key(|mark| (mark.start, mark.end));
    }
}
