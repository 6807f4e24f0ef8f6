//! A citation in Markdown (CommonMark): speech as a block quotation, titles as links.

use super::escape::escape;
use super::{Citation, reference, stopped};

pub(super) fn cite(citation: &Citation<'_>) -> String {
    let cited: Vec<_> = citation
        .places
        .iter()
        .map(|place| {
            let reference = reference::in_markdown(citation.dossier, place.source);
            reference + &place.paragraphs()
        })
        .collect();
    let references = cited.join("; ");
    let sentence = escape(&citation.sentence);
    let first = match (sentence.is_empty(), references.is_empty()) {
        (true, _) => references,
        (false, true) => sentence,
        (false, false) => format!("{sentence} ({references})"),
    };
    let sentences: Vec<_> = citation.contested.iter().map(|s| escape(s)).collect();
    let against = sentences.join(" ");
    match &citation.speech {
        Some(words) => {
            let against = if against.is_empty() {
                against
            } else {
                format!("\n\n{against}")
            };
            format!("{}\n>\n> — {}{against}", quoted(words), stopped(&first))
        }
        None => format!("{} {against}", stopped(&first))
            .trim_end()
            .to_owned(),
    }
}

/// Speech with a mark before each of its lines.
fn quoted(words: &str) -> String {
    let lines = words.lines().map(|line| match line.trim() {
        "" => ">".to_owned(),
        line => format!("> {}", escape(line)),
    });
    lines.collect::<Vec<_>>().join("\n")
}
