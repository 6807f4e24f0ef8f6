//! The passage behind a piece of evidence, with its words marked, for a screen to draw.

use std::collections::BTreeMap;
use std::ops::Range;

use super::cited::Cited;
use super::folded::Folded;
use super::judge::{self, Judged, anchor_words, lines, pieces};
use super::near::nearest;
use super::reading::Reading;
use super::source_text::SourceText;
use super::{Texts, Verdict};
use crate::dossier::{Dossier, Evidence, Id, Text};

/// Paragraphs of a long text that are shown before and after the one that is meant.
const WINDOW: usize = 300;

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
/// text of the source is not at hand or has no paragraph at all. `around` is how many paragraphs are
/// shown before and after the one that is meant.
pub fn passage(
    texts: &Texts,
    dossier: &Dossier,
    evidence: &Evidence,
    quote_text: Option<&str>,
    around: usize,
) -> Option<Passage> {
    let text = texts
        .get(&evidence.source)
        .filter(|text| text.printed().len() > 0)?;
    let exact = evidence.words();
    let cited = match &evidence.exact {
        Some(_) => &exact,
        None => quote_text.unwrap_or_default(),
    };
    let (words, judged) = spoken(text, evidence, cited);
    let (text, verdict) = (judged.reading, judged.verdict);
    // Evidence without words is its paragraph.
    let whole = words.trim().is_empty() && text.paragraph(evidence.paragraph as usize).is_some();
    let verdict = if whole {
        Verdict::Found(Vec::new())
    } else {
        verdict
    };
    let number = match &verdict {
        Verdict::Drifted(paragraphs) => paragraphs.first().copied().unwrap_or(judged.paragraph),
        Verdict::Altered { paragraph, .. } => *paragraph,
        _ => judged.paragraph,
    };
    let meant = number.clamp(1, text.len());
    let first = meant.saturating_sub(around).max(1);
    let last = (meant + lines(words).count().max(1) - 1 + around).min(text.len());
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

/// A source's text, with the words marked that records cite.
#[derive(Clone, Debug)]
pub struct Whole {
    /// Its paragraphs; of a very long text those around the one that is asked for.
    pub paragraphs: Vec<Paragraph>,
    /// How many the text has.
    pub of: usize,
}

/// The text of `source` with what `cited` names marked in it, around paragraph `at`. None when it is
/// not at hand.
pub fn whole(
    texts: &Texts,
    source: &Id,
    cited: &BTreeMap<u32, Vec<Cited>>,
    at: Option<u32>,
) -> Option<Whole> {
    let text = texts.get(source)?.printed();
    let of = text.len();
    let at = at.map_or(1, |at| at as usize).clamp(1, of.max(1));
    let shown = at.saturating_sub(WINDOW).max(1)..=(at + WINDOW).min(of);
    let paragraphs = shown.filter_map(|number| {
        let mut paragraph = Paragraph::new(number, text.paragraph(number)?);
        let here = u32::try_from(number).ok().and_then(|at| cited.get(&at));
        paragraph.mark_all(here.map_or(&[][..], Vec::as_slice));
        Some(paragraph)
    });
    Some(Whole {
        paragraphs: paragraphs.collect(),
        of,
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
            text: Text::new(&raw.replace(['\0', '\n'], "")),
            marks: Vec::new(),
        }
    }

    /// Marks what records cite of it.
    fn mark_all(&mut self, cited: &[Cited]) {
        if cited.is_empty() {
            return;
        }
        let folded = Folded::new(&self.text);
        for one in cited {
            for (_, piece) in pieces(&one.evidence, &one.words) {
                self.marks
                    .extend(folded.spots(&anchor_words(&one.evidence, piece)));
            }
        }
        for mark in &mut self.marks {
            *mark = folded.original(mark, &self.text);
        }
        self.marks.sort_by_key(|mark| (mark.start, mark.end));
    }

    /// Marks the words where they stand, or else the passage that is most like them.
    fn mark(&mut self, text: &Reading, evidence: &Evidence, words: &str, verdict: &Verdict) {
        let folded = Folded::new(&self.text);
        for (_, piece) in pieces(evidence, words) {
            self.marks
                .extend(folded.spots(&anchor_words(evidence, piece)));
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
