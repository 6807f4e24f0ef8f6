//! What is contested is not copied out of a brief without its caveat.

use bilat::brief::{Body, Brief, Options};
use bilat::cite::{Style, cite};
use bilat::contested::Contests;
use bilat::dossier::Id;

use super::generated::built_in;

/// Whoever copies a line or a quotation out of any brief has its caveat with it.
#[test]
fn what_a_citation_calls_contested_is_so_in_every_brief() {
    let dossier = built_in();
    let contests = Contests::new(&dossier, None);
    let topics = dossier
        .about
        .topics
        .iter()
        .map(|topic| Some(topic.id.clone()));
    let mut seen = 0;
    for topic in topics.chain([None]) {
        let options = Options {
            topic: topic.clone(),
            ..Options::default()
        };
        for section in Brief::new(&dossier, &options).sections {
            let lines: Vec<(String, Vec<Id>)> = match section.body {
                Body::Lines(lines) => lines.into_iter().map(|l| (l.text, l.records)).collect(),
                Body::Quotes(quotes) => quotes.into_iter().map(|q| (q.by, q.records)).collect(),
                Body::Numbered(_) | Body::Figures { .. } => continue,
            };
            for (text, records) in lines {
                let cited =
                    |id: &Id| cite(&dossier, &contests, dossier.find(id).unwrap(), Style::Text);
                if records.iter().any(|id| cited(id).contains(" Contested (")) {
                    let is_said =
                        text.to_lowercase().contains("contested") || text.contains("; open: ");
                    assert!(is_said, "{topic:?}: {text}");
                    seen += 1;
                }
            }
        }
    }
    assert!(seen >= 5, "{seen}");
}
