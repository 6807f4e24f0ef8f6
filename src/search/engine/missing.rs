//! What the words of a query find alone, where together they find nothing.

use super::{Engine, FEW, KeepGoing};
use crate::search::missed::Counts;
use crate::search::{Missed, Order, Query};

impl Engine {
    /// What each word of a query finds alone, and what is near it; none when that is not wanted any
    /// more. In an archive that has no index yet, only the names of speakers are near.
    pub fn missed(&self, query: &Query, keep_going: KeepGoing<'_>) -> Option<Missed> {
        Missed::new(
            query,
            &Spoken {
                engine: self,
                keep_going,
            },
        )
    }
}

struct Spoken<'a> {
    engine: &'a Engine,
    keep_going: KeepGoing<'a>,
}

impl Counts for Spoken<'_> {
    fn count(&self, query: &Query) -> Option<usize> {
        let found = self
            .engine
            .search(query, Order::Dossier, None, self.keep_going);
        found.map(|found| found.len())
    }

    fn each_text(&self, field: Option<&'static str>, see: &mut dyn FnMut(&str)) {
        let engine = self.engine;
        engine.facts.each_name(field, &mut *see);
        if field.is_some() {
            return;
        }
        match engine.words.get() {
            Some(words) => (0..words.all.len()).for_each(|word| see(words.all.text(word))),
            None if engine.quotes.len() < FEW => {
                for segment in engine.quotes.segments() {
                    let texts = (0..segment.len()).map(|at| segment.text(at));
                    texts.for_each(|text| see(std::str::from_utf8(text).unwrap_or_default()));
                }
            }
            None => {}
        }
    }
}
