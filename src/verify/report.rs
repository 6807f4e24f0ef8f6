//! All verdicts of a dossier: counted, a line for each anchor that is not found, and as JSON.

use std::fmt::Write;

use serde::Serialize;

use super::remark::Fates;
use super::who::{Doubt, DoubtKind};
use super::{Anchor, Around, Piece, Verdict};
use crate::dossier::text::on_one_line;
use crate::dossier::{Dossier, Ref};

/// The version of the JSON's shape: it rises when a field changes its meaning or goes.
const VERSION: u32 = 1;

/// Words of an anchor, or between two changes, that are written out before the middle is left out.
const SHOWN: usize = 12;

/// The verdict on every anchor of a dossier.
#[derive(Debug)]
pub struct Report<'a> {
    dossier: &'a Dossier,
    judged: Vec<(Anchor, Verdict)>,
    fates: Fates,
    doubts: Vec<Doubt>,
}

impl<'a> Report<'a> {
    pub(super) fn new(
        dossier: &'a Dossier,
        judged: Vec<(Anchor, Verdict)>,
        fates: Fates,
        doubts: Vec<Doubt>,
    ) -> Self {
        Self {
            dossier,
            judged,
            fates,
            doubts,
        }
    }

    /// Every anchor with its verdict, by kind of record and in the order of the files.
    pub fn judged(&self) -> &[(Anchor, Verdict)] {
        &self.judged
    }

    /// Whom records name, and the texts of their sources do not.
    pub fn doubts(&self) -> &[Doubt] {
        &self.doubts
    }

    /// Whether every anchor is where it should be, and nobody is in doubt.
    pub fn is_clean(&self) -> bool {
        self.doubts.is_empty() && self.judged.iter().all(|(_, verdict)| verdict.is_found())
    }

    /// How many anchors have each verdict, in the order of [`Verdict::WORDS`].
    pub fn counts(&self) -> impl Iterator<Item = (&'static str, usize)> {
        Verdict::WORDS.into_iter().map(|word| {
            let such = self.judged.iter().filter(|(_, v)| v.word() == word);
            (word, such.count())
        })
    }

    /// "492 anchors: 490 found, 2 altered".
    pub fn summary(&self) -> String {
        let counts = self.counts().filter(|(_, count)| *count > 0);
        let parts: Vec<_> = counts
            .map(|(word, count)| format!("{count} {word}"))
            .collect();
        let total = self.judged.len();
        let noun = if total == 1 { "anchor" } else { "anchors" };
        let verdicts = if parts.is_empty() {
            "none to verify".to_owned()
        } else {
            parts.join(", ")
        };
        format!("{total} {noun}: {verdicts}")
    }

    /// A line for each anchor that is not found: `file:line: id: verdict: what`. Those without
    /// any text are left to what [`super::Texts::read`] says of their source, and to the summary;
    /// those of a text that cannot be cut into paragraphs to [`Self::remarks`].
    pub fn lines(&self) -> impl Iterator<Item = String> {
        self.judged.iter().filter_map(|(anchor, verdict)| {
            let listed = !self.fates.covers(anchor, verdict);
            let words = describe(anchor, verdict).filter(|_| listed)?;
            let part = match &anchor.part {
                Some(part) => format!(" ({part})"),
                None => String::new(),
            };
            let name = self.name(anchor.record);
            Some(on_one_line(&format!(
                "{name}{part}: {}: {words}",
                verdict.word()
            )))
        })
    }

    /// A line for each doubt about whom a record names: `file:line: id: speaker: what`.
    pub fn doubt_lines(&self) -> impl Iterator<Item = String> {
        self.doubts.iter().map(|doubt| {
            let (name, kind) = (self.name(doubt.record), doubt.kind.word());
            let (source, paragraph) = (&doubt.source, doubt.paragraph);
            on_one_line(&format!(
                "{name}: {kind}: {} ({source} ¶{paragraph})",
                doubt.message
            ))
        })
    }

    /// `file:line: id`.
    fn name(&self, record: Ref) -> String {
        let place = match self.dossier.place(record) {
            Some(place) => format!("{}:{}: ", place.file, place.line),
            None => String::new(),
        };
        format!("{place}{}", self.dossier.id(record))
    }

    /// A line for each text that is no plain text of a paragraph a line, if that made a difference.
    pub fn remarks(&self) -> Vec<String> {
        let sources = self.dossier.sources.iter();
        sources
            .filter_map(|source| self.fates.remark(&source.id))
            .collect()
    }

    /// Everything as JSON, pretty-printed; `remarks` are those of [`super::Texts::read`].
    ///
    /// # Errors
    /// None that a report can cause; serde's signature wants it.
    pub fn json(&self, remarks: &[String]) -> serde_json::Result<String> {
        let counts = self
            .counts()
            .map(|(word, count)| (word.to_owned(), count.into()));
        serde_json::to_string_pretty(&Json {
            version: VERSION,
            dossier: &self.dossier.about.title,
            summary: counts.collect(),
            remarks: &[remarks, &self.remarks()].concat(),
            anchors: self
                .judged
                .iter()
                .map(|(a, v)| self.json_anchor(a, v))
                .collect(),
            doubts: self.doubts.iter().map(|d| self.json_doubt(d)).collect(),
        })
    }

    fn json_doubt<'b>(&'b self, doubt: &'b Doubt) -> JsonDoubt<'b> {
        JsonDoubt {
            id: self.dossier.id(doubt.record).to_string(),
            kind: doubt.kind,
            source: doubt.source.as_str(),
            paragraph: doubt.paragraph,
            message: &doubt.message,
        }
    }

    fn json_anchor<'b>(&'b self, anchor: &'b Anchor, verdict: &'b Verdict) -> JsonAnchor<'b> {
        let place = self.dossier.place(anchor.record);
        let mut json = JsonAnchor {
            id: self.dossier.id(anchor.record).to_string(),
            kind: anchor.record.kind.singular(),
            part: anchor.part.as_deref(),
            line: place.as_ref().map(|place| place.line),
            file: place.map(|place| place.file.to_string()),
            source: anchor.evidence.source.as_str(),
            paragraph: anchor.evidence.paragraph,
            words: &anchor.words,
            verdict: verdict.word(),
            ranges: Vec::new(),
            paragraphs: Vec::new(),
            places: Vec::new(),
            diff: Vec::new(),
            digits: None,
        };
        match verdict {
            Verdict::Found(ranges) => {
                json.ranges = ranges.iter().map(|r| [r.start, r.end]).collect();
            }
            Verdict::Ambiguous(places) => {
                let place = |around: &'b Around| JsonPlace {
                    paragraph: around.elsewhere,
                    before: &around.before,
                    after: &around.after,
                };
                json.places = places.iter().map(place).collect();
            }
            Verdict::Drifted(paragraphs) => json.paragraphs.clone_from(paragraphs),
            Verdict::Altered { paragraph, diff } => {
                json.paragraphs = vec![*paragraph];
                json.diff = diff.iter().map(JsonPiece::new).collect();
            }
            Verdict::Digits(digits) => json.digits = Some(digits),
            Verdict::Misquoted(diff) => json.diff = diff.iter().map(JsonPiece::new).collect(),
            Verdict::Missing { .. } | Verdict::NoText => {}
        }
        json
    }
}

/// What there is to say about an anchor that is not found.
fn describe(anchor: &Anchor, verdict: &Verdict) -> Option<String> {
    let evidence = &anchor.evidence;
    let (source, named) = (&evidence.source, evidence.paragraph);
    let words = match short(&anchor.words) {
        words if words.is_empty() => "no words are given".to_owned(),
        words => format!("“{words}”"),
    };
    Some(match verdict {
        Verdict::Found(_) | Verdict::NoText => return None,
        Verdict::Ambiguous(places) => match numbers(places) {
            numbers if numbers.is_empty() => format!(
                "{words} occurs {} times in {source} ¶{named}: {}; add a prefix or suffix",
                places.len(),
                surroundings(places),
            ),
            numbers => format!(
                "{words} is not in {source} ¶{named} but in {}; one word may be there by chance: \
                 cite more words",
                listed(&numbers)
            ),
        },
        Verdict::Drifted(paragraphs) => {
            format!(
                "{words} is in {source} {}, not in ¶{named}",
                listed(paragraphs)
            )
        }
        Verdict::Altered { paragraph, diff } => {
            let not = if *paragraph == named as usize {
                String::new()
            } else {
                format!(", not in ¶{named}")
            };
            format!("{source} ¶{paragraph}{not}: {}", marked(diff))
        }
        Verdict::Digits(digits) => format!("{digits} is not in {words}"),
        Verdict::Misquoted(diff) => {
            format!(
                "the quote differs from its passage in {source} ¶{named}: {}",
                marked(diff)
            )
        }
        Verdict::Missing { end: Some(0) } => format!("{words}: the text of {source} is empty"),
        Verdict::Missing { end: Some(end) } => {
            format!("{words}: the text of {source} ends at ¶{end}, before ¶{named}")
        }
        Verdict::Missing { end: None } => {
            format!("{words}: nothing like it in {source} (¶{named} named)")
        }
    })
}

/// The paragraphs of the places that are not in the one that is named.
fn numbers(places: &[Around]) -> Vec<usize> {
    places.iter().filter_map(|place| place.elsewhere).collect()
}

/// "¶1, ¶6", the first few.
fn listed(paragraphs: &[usize]) -> String {
    let places: Vec<_> = paragraphs.iter().take(3).map(|p| format!("¶{p}")).collect();
    let more = if paragraphs.len() > places.len() {
        " and more"
    } else {
        ""
    };
    format!("{}{more}", places.join(", "))
}

/// “before … after” for each place.
fn surroundings(places: &[Around]) -> String {
    let parts: Vec<_> = places
        .iter()
        .take(3)
        .map(|place| {
            let Around { before, after, .. } = place;
            format!("“{before} … {after}”")
        })
        .collect();
    parts.join(", ")
}

/// A diff on one line, as `git diff --word-diff` writes it; long runs without a change lose their
/// middle.
fn marked(diff: &[Piece]) -> String {
    let mut out = String::new();
    for piece in diff {
        // A string takes whatever is written to it.
        let _ = match piece {
            Piece::Same(words) => write!(out, "{}", shorter(words)),
            Piece::Dossier(words) => write!(out, "[-{words}-]"),
            Piece::Source(words) => write!(out, "{{+{words}+}}"),
        };
    }
    out
}

fn shorter(words: &str) -> String {
    let all: Vec<_> = words.split(' ').collect();
    if all.len() <= SHOWN {
        return words.to_owned();
    }
    let (first, last) = (&all[..SHOWN / 2], &all[all.len() - SHOWN / 2..]);
    format!("{} … {}", first.join(" "), last.join(" "))
}

fn short(words: &str) -> String {
    let mut all = words.split_whitespace();
    let mut first: Vec<_> = all.by_ref().take(SHOWN).collect();
    first.extend(all.next().map(|_| "…"));
    first.join(" ")
}

#[derive(Serialize)]
struct Json<'a> {
    version: u32,
    dossier: &'a str,
    summary: serde_json::Map<String, serde_json::Value>,
    remarks: &'a [String],
    anchors: Vec<JsonAnchor<'a>>,
    doubts: Vec<JsonDoubt<'a>>,
}

/// Somebody whom a record names, and the text does not.
#[derive(Serialize)]
struct JsonDoubt<'a> {
    id: String,
    kind: DoubtKind,
    source: &'a str,
    paragraph: u32,
    #[serde(rename = "told")]
    message: &'a str,
}

/// Every anchor has every field, so that a reader need not ask which are there.
#[derive(Serialize)]
struct JsonAnchor<'a> {
    id: String,
    kind: &'a str,
    part: Option<&'a str>,
    file: Option<String>,
    line: Option<usize>,
    source: &'a str,
    /// The paragraph that the dossier names.
    paragraph: u32,
    words: &'a str,
    verdict: &'a str,
    /// Found: from and to, in characters of the source text from 0.
    ranges: Vec<[usize; 2]>,
    /// Drifted or altered: where the words, or those most like them, stand.
    paragraphs: Vec<usize>,
    /// Ambiguous: what stands around each place.
    places: Vec<JsonPlace<'a>>,
    /// Altered or misquoted: the words of both.
    diff: Vec<JsonPiece<'a>>,
    /// Digits: what stands in no anchor.
    digits: Option<&'a str>,
}

#[derive(Serialize)]
struct JsonPlace<'a> {
    /// Where it is not the one that the dossier names.
    #[serde(skip_serializing_if = "Option::is_none")]
    paragraph: Option<usize>,
    before: &'a str,
    after: &'a str,
}

#[derive(Serialize)]
struct JsonPiece<'a> {
    op: &'static str,
    words: &'a str,
}

impl<'a> JsonPiece<'a> {
    fn new(piece: &'a Piece) -> Self {
        let (op, words) = match piece {
            Piece::Same(words) => ("same", words),
            Piece::Dossier(words) => ("dossier", words),
            Piece::Source(words) => ("source", words),
        };
        Self { op, words }
    }
}
