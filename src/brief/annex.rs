//! The passages that footnotes lead to, as the sources print them.

use super::Brief;
use super::notes::{Excerpt, letter};
use crate::cite;
use crate::dossier::evidence::Support;
use crate::dossier::{Dossier, Evidence};
use crate::verify::{Texts, passage};

impl Brief {
    /// With every paragraph that a footnote leads to, each once, source by source.
    #[must_use]
    pub fn with_passages(mut self, dossier: &Dossier, texts: &Texts) -> Self {
        let places = self.notes.iter().flat_map(|note| &note.places);
        let mut paragraphs: Vec<_> = places
            .flat_map(|place| {
                let numbers = place.passages.iter().map(|(number, _)| *number);
                numbers.map(|number| (place.listed, number))
            })
            .collect();
        paragraphs.sort_unstable();
        paragraphs.dedup();
        let excerpts = paragraphs.into_iter().filter_map(|(listed, paragraph)| {
            let evidence = Evidence {
                source: self.source_ids.get(listed)?.clone(),
                paragraph,
                exact: None,
                prefix: None,
                suffix: None,
                support: Support::default(),
            };
            let found = passage(texts, dossier, &evidence, None, 0);
            let number = usize::try_from(paragraph).ok()?;
            let found = found.and_then(|found| {
                let mut paragraphs = found.paragraphs.into_iter();
                paragraphs.find(|paragraph| paragraph.number == number)
            });
            let source = dossier.source(&evidence.source)?;
            let named = match self.manual {
                Some(_) => cite::short(dossier, source),
                None => letter(listed),
            };
            Some(Excerpt {
                place: format!("{named}, ¶{paragraph}"),
                text: found.map(|paragraph| paragraph.text.given().to_owned()),
            })
        });
        self.excerpts = excerpts.collect();
        self
    }
}
