//! Who says selected words, and where the text says when.

use std::ops::Range;

use super::begin::meet;
use super::{Capture, names};
use crate::dossier::Id;
use crate::extract::{KnownName, Who, speeches};

/// In longer texts a speaker is looked for in the paragraph alone, in bytes.
const WHOLE: usize = 1_000_000;

/// Words that somebody says, as far as the line asks for it.
pub(super) struct Spoken {
    /// The id of the speaker, or the name as printed; may be empty.
    pub(super) speaker: String,
    /// The office as printed; may be empty.
    pub(super) role: String,
    /// Where the text says when, in bytes of the paragraph.
    pub(super) dated: Vec<Range<usize>>,
}

impl Capture<'_> {
    /// Who says the words, and as what.
    pub(super) fn speech(&self) -> Option<Spoken> {
        let is_long = self.text.len() > WHOLE;
        let text = if is_long { self.paragraph() } else { self.text };
        let place = if is_long {
            self.place()
        } else {
            self.selected.range.clone()
        };
        // Where the paragraph begins in what was read.
        let start = if is_long {
            0
        } else {
            self.selected.paragraph.start
        };
        let found = speeches(text, &KnownName::all(self.dossier));
        let said = |range: &Range<usize>| meet(range, &place);
        let one = found
            .speeches
            .iter()
            .find(|one| one.runs.iter().any(said))?;
        let words = |range: &Option<Range<usize>>| {
            let words = range.clone().and_then(|range| text.get(range));
            words.unwrap_or_default().to_owned()
        };
        let known = match one.speaker.who {
            Who::Person(at) => found.people[at].known.as_ref().map(Id::to_string),
            _ => None,
        };
        let named = || {
            let mention = &one.speaker.mention;
            if one.speaker.named {
                words(mention)
            } else {
                String::new()
            }
        };
        // A name that is no record's is for the person to see, not to be taken.
        let speaker = known.or_else(|| {
            names::speaker(self.dossier, &named())
                .ok()
                .map(|id| id.to_string())
        });
        let within = |spot: &Range<usize>| {
            Some(spot.start.checked_sub(start)?..spot.end.checked_sub(start)?)
        };
        Some(Spoken {
            speaker: speaker.unwrap_or_else(named),
            role: words(&one.speaker.role),
            dated: one.dated.iter().filter_map(within).collect(),
        })
    }
}
