//! Briefs with planted slips: `{{kind: right => wrong}}`.

use std::fs;
use std::ops::Range;
use std::path::Path;

use bilat::vet::document::Format;
use bilat::vet::{Document, Report};

/// A slip that can be planted in a brief.
pub(super) struct Slip {
    pub(super) kind: String,
    pub(super) right: String,
    pub(super) wrong: String,
}

/// A brief in pieces: words, a slip, words, a slip, words.
pub(super) struct Brief {
    pub(super) name: String,
    pieces: Vec<String>,
    pub(super) slips: Vec<Slip>,
}

/// Every brief, by name.
pub(super) fn all() -> Vec<Brief> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/vet/fixtures");
    let files = fs::read_dir(folder).expect("the briefs");
    let mut briefs: Vec<Brief> = files
        .map(|file| {
            let path = file.expect("a file").path();
            let text = fs::read_to_string(&path).expect("text");
            let name = path.file_name().expect("a name").to_string_lossy();
            Brief::parse(&name, &text)
        })
        .collect();
    briefs.sort_by(|a, b| a.name.cmp(&b.name));
    briefs
}

impl Brief {
    fn parse(name: &str, text: &str) -> Self {
        let mut pieces = Vec::new();
        let mut slips = Vec::new();
        let mut rest = text;
        while let Some((before, after)) = rest.split_once("{{") {
            let (slip, behind) = after.split_once("}}").expect("a closed slip");
            let (kind, words) = slip.split_once(": ").expect("a kind");
            let (right, wrong) = words.split_once(" => ").expect("right and wrong");
            pieces.push(before.to_owned());
            slips.push(Slip {
                kind: kind.to_owned(),
                right: right.to_owned(),
                wrong: wrong.to_owned(),
            });
            rest = behind;
        }
        pieces.push(rest.to_owned());
        Self {
            name: name.to_owned(),
            pieces,
            slips,
        }
    }

    /// The text with one slip, or with none.
    pub(super) fn with(&self, planted: Option<usize>) -> String {
        let mut text = String::new();
        for (at, piece) in self.pieces.iter().enumerate() {
            text.push_str(piece);
            if let Some(slip) = self.slips.get(at) {
                let words = if planted == Some(at) {
                    &slip.wrong
                } else {
                    &slip.right
                };
                text.push_str(words);
            }
        }
        text
    }

    pub(super) fn document(&self, planted: Option<usize>) -> Document {
        let text = self.with(planted);
        Document::read(&text, Format::of(&self.name, &text))
    }
}

/// What is accused: verdict, words and place in the text from its end, which a slip before it moves
/// less than one from its start.
pub(super) fn accused(report: &Report, document: &Document) -> Vec<(&'static str, String)> {
    let all = report
        .findings
        .iter()
        .filter(|one| one.verdict.is_accusation());
    all.map(|one| {
        (
            one.verdict.words(),
            document.text[one.range.clone()].to_owned(),
        )
    })
    .collect()
}

/// The sentences of a text that an accusation is in.
pub(super) fn sentences_accused(report: &Report, document: &Document) -> (usize, usize) {
    let sentences: Vec<Range<usize>> = bilat::extract::sentences(&document.text);
    let hit = |range: &&Range<usize>| {
        let all = report
            .findings
            .iter()
            .filter(|one| one.verdict.is_accusation());
        all.into_iter().any(|one| range.contains(&one.range.start))
    };
    (sentences.iter().filter(hit).count(), sentences.len())
}
