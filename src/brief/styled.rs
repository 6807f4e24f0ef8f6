//! The footnotes and the list of sources of a brief after a style manual.

use super::Brief;
use super::notes::Place;
use crate::cite::{Cluster, Manual, Run, StyleError, Works};
use crate::dossier::Dossier;

/// The footnotes and the list of sources, ready to be written.
#[derive(Clone, Debug, PartialEq)]
pub struct Styled {
    /// The heading of the list.
    pub heading: &'static str,
    /// The footnotes in the order that was asked for, each with its places.
    pub notes: Vec<Vec<Cited>>,
    /// The sources in the order of the manual, each with its place among [`Brief::sources`].
    pub sources: Vec<(usize, Vec<Run>)>,
}

/// A place that a footnote leads to.
#[derive(Clone, Debug, PartialEq)]
pub struct Cited {
    /// Its source, by the place among [`Brief::sources`].
    pub listed: usize,
    /// The citation, with the paragraphs.
    pub citation: Vec<Run>,
    /// What stands behind it: the words that carry the line, and what separates it from the next.
    pub words: String,
}

impl Brief {
    /// With footnotes and sources after `manual`. Passages are added behind it.
    ///
    /// # Errors
    /// In a build without citation styles, and for too many works.
    pub fn after(mut self, dossier: &Dossier, manual: Manual) -> Result<Self, StyleError> {
        let sources = self.source_ids.iter().filter_map(|id| dossier.source(id));
        self.manual = Some((manual, Works::new(dossier, manual, sources)?));
        Ok(self)
    }

    /// The footnotes of these numbers, from 1, in that order: only the first that cites a source has it in
    /// full. None where no manual was asked for.
    pub fn styled(&self, order: &[usize]) -> Option<Styled> {
        let (manual, works) = self.manual.as_ref()?;
        let places_of_notes: Vec<&[Place]> = order
            .iter()
            .map(|number| {
                let note = number.checked_sub(1).and_then(|at| self.notes.get(at));
                note.map_or(&[][..], |note| &note.places)
            })
            .collect();
        let clusters = (1..).zip(&places_of_notes).flat_map(|(note, places)| {
            places.iter().map(move |place| Cluster {
                note,
                cited: vec![(place.listed, place.numbers())],
            })
        });
        let typeset = works.typeset(&clusters.collect::<Vec<_>>());
        let mut citations = typeset.citations.into_iter();
        let notes = places_of_notes.into_iter().map(|places| {
            let last = places.len().saturating_sub(1);
            let cited = places.iter().enumerate().map(|(at, place)| Cited {
                listed: place.listed,
                citation: citations.next().unwrap_or_default(),
                words: place.words() + if at == last { "." } else { "; " },
            });
            cited.collect()
        });
        Some(Styled {
            heading: manual.heading(),
            notes: notes.collect(),
            sources: typeset.list,
        })
    }
}
