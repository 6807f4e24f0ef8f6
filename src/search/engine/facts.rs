//! The values that the facets of quotes have, folded: they are few, and looked through at once.

use super::names::Names;
use crate::dossier::date::Falls;
use crate::dossier::quotes::{Facet, NONE};
use crate::dossier::{Date, Dossier, Id};
use crate::search::{How, fold, hits, window::Window};

/// The facets that a word is looked for in when it names no field, as the row of a quote shows
/// them.
pub(super) const SHOWN: [Facet; 4] = [Facet::Speaker, Facet::Role, Facet::Event, Facet::Said];

/// The values of each facet.
#[derive(Debug, Default)]
pub(super) struct Facts {
    /// As they are shown; of those in [`SHOWN`].
    shown: [Names; SHOWN.len()],
    /// As a field finds them: by name and by id. In the order of [`Facet::ALL`].
    named: [Names; Facet::ALL.len()],
    said: Vec<Date>,
    /// For each date its rank: the newest has the highest.
    ranks: Vec<u32>,
}

impl Facts {
    pub(super) fn new(dossier: &Dossier) -> Self {
        let values = dossier.quotes.values();
        let named = |id: &Id| fold(&format!("{id}\n{}", dossier.name(id)));
        let topic = |id: &Id| fold(&format!("{id}\n{}", dossier.topic(id)));
        let all = |ids: &[Id], one: &dyn Fn(&Id) -> String| {
            let each: Vec<_> = ids.iter().map(one).collect();
            each.join("\n")
        };
        let called = |ids: &[Id]| Names::new(ids.iter().map(|id| fold(&dossier.name(id))));
        let roles = || Names::new(values.roles.iter().map(|role| fold(role)));
        let shown = SHOWN.map(|facet| match facet {
            Facet::Speaker => called(&values.speakers),
            Facet::Event => called(&values.events),
            Facet::Said => Names::new(values.said.iter().map(|date| fold(&date.label()))),
            _ => roles(),
        });
        let named = Facet::ALL.map(|facet| match facet {
            Facet::Speaker => Names::new(values.speakers.iter().map(named)),
            Facet::Event => Names::new(values.events.iter().map(named)),
            Facet::Role => roles(),
            Facet::Language => Names::new(values.languages.iter().map(|text| fold(text))),
            Facet::Topics => Names::new(values.topics.iter().map(|ids| all(ids, &topic))),
            Facet::Sources => Names::new(values.sources.iter().map(|ids| all(ids, &named))),
            Facet::Said | Facet::Addressee => Names::default(),
        });
        Self {
            shown,
            named,
            said: values.said.clone(),
            ranks: ranks(&values.said),
        }
    }

    /// For each shown facet, which of its values hold a word.
    pub(super) fn showing(&self, needle: &str, how: How) -> [(Facet, Vec<bool>); SHOWN.len()] {
        std::array::from_fn(|at| (SHOWN[at], which(&self.shown[at], needle, how)))
    }

    /// Which values of a field hold a word.
    pub(super) fn naming(&self, field: &str, needle: &str, how: How) -> (Facet, Vec<bool>) {
        let facet = match field {
            "speaker" => Facet::Speaker,
            "role" => Facet::Role,
            "topic" => Facet::Topics,
            "event" => Facet::Event,
            "source" => Facet::Sources,
            _ => Facet::Language,
        };
        (facet, which(&self.named[facet as usize], needle, how))
    }

    /// For each date how it falls within a window.
    pub(super) fn falling(&self, (from, to): Window) -> Vec<Falls> {
        self.said.iter().map(|date| date.falls(from, to)).collect()
    }

    /// The year of a date, by its number.
    pub(super) fn year(&self, said: u32) -> Option<i64> {
        self.said.get(said as usize)?.year()
    }

    /// How new a date is, by its number; what has none is older than all.
    pub(super) fn rank(&self, said: u32) -> u32 {
        match self.ranks.get(said as usize) {
            Some(rank) if said != NONE => rank + 1,
            _ => 0,
        }
    }

    /// How many ranks there are.
    pub(super) fn rank_count(&self) -> usize {
        self.ranks.len() + 1
    }
}

fn which(names: &Names, needle: &str, how: How) -> Vec<bool> {
    match how {
        How::Part => names.holding(needle),
        _ => names.each(|name| hits::occurs(name, needle, how)),
    }
}

/// For each date its rank among them: the oldest has 0; what is undated or not bounded comes
/// before it.
fn ranks(dates: &[Date]) -> Vec<u32> {
    let mut sorted: Vec<usize> = (0..dates.len()).collect();
    let key = |at: usize| {
        (
            dates[at].year().is_some(),
            dates[at].earliest(),
            dates[at].latest(),
        )
    };
    sorted.sort_by_key(|at| key(*at));
    let mut ranks = vec![0; dates.len()];
    let mut rank = 0;
    for (place, at) in sorted.iter().enumerate() {
        // Equal dates have equal ranks, so that their quotes stay in the order of the dossier.
        if place > 0 && key(sorted[place - 1]) != key(*at) {
            rank += 1;
        }
        ranks[*at] = rank;
    }
    ranks
}
