//! The values that the facets of quotes have, folded: they are few, and looked through at once.

use super::names::Names;
use crate::describe::{named, states};
use crate::dossier::date::Falls;
use crate::dossier::quotes::{Facet, NONE};
use crate::dossier::{Actor, Date, Dossier, Id, Kind};
use crate::search::{How, fold, hits, window::Window};

/// The values of each facet.
#[derive(Debug, Default)]
pub(super) struct Facts {
    /// Everything that each speaker is called: a word that names no field finds it.
    speakers: Names,
    /// The side of each speaker.
    sides: Names,
    /// The kind of a quote, with that of the record.
    kinds: Names,
    /// As a field finds them: by name and by id. In the order of [`Facet::ALL`].
    named: [Names; Facet::ALL.len()],
    /// For each event whether it is between the two sides.
    bilateral: Vec<bool>,
    said: Vec<Date>,
    /// For each date its rank: the newest has the highest.
    ranks: Vec<u32>,
}

impl Facts {
    pub(super) fn new(dossier: &Dossier) -> Self {
        let values = dossier.quotes.values();
        let by_id = |id: &Id| fold(&format!("{id}\n{}", dossier.name(id)));
        let topic = |id: &Id| fold(&format!("{id}\n{}", dossier.topic(id)));
        let all = |ids: &[Id], one: &dyn Fn(&Id) -> String| {
            let each: Vec<_> = ids.iter().map(one).collect();
            each.join("\n")
        };
        let speakers = |names: &dyn Fn(&Id) -> Vec<String>| {
            Names::new(values.speakers.iter().map(|id| fold(&names(id).join("\n"))))
        };
        let sides = |id: &Id| {
            let who = Actor::Record(id.clone());
            let places = 0..dossier.about.sides.len();
            let own = places.filter(|place| dossier.acts_for_side(&who, *place));
            own.map(|place| dossier.side_names(place)).collect()
        };
        let kinds = || values.kinds.iter().map(|kind| kind.word());
        let (one, many) = (Kind::Quote.singular(), Kind::Quote.plural());
        let facets = Facet::ALL.map(|facet| match facet {
            Facet::Speaker => speakers(&|id| named::names(dossier, &Actor::Record(id.clone()))),
            Facet::Event => Names::new(values.events.iter().map(by_id)),
            Facet::Role => Names::new(values.roles.iter().map(|role| fold(role))),
            Facet::Kind => Names::new(kinds().map(fold)),
            Facet::Language => Names::new(values.languages.iter().map(|text| fold(text))),
            Facet::Topics => Names::new(values.topics.iter().map(|ids| all(ids, &topic))),
            Facet::Sources => Names::new(values.sources.iter().map(|ids| all(ids, &by_id))),
            Facet::Said | Facet::Addressee => Names::default(),
        });
        let bilateral = |id: &Id| {
            let event = dossier.find(id).filter(|event| event.kind == Kind::Event);
            event.is_some_and(|event| states::is_bilateral(dossier, event))
        };
        Self {
            speakers: speakers(&|id| named::spellings(dossier, id)),
            sides: speakers(&sides),
            kinds: Names::new(kinds().map(|kind| fold(&format!("{one}\n{many}\n{kind}")))),
            named: facets,
            bilateral: values.events.iter().map(bilateral).collect(),
            said: values.said.clone(),
            ranks: ranks(&values.said),
        }
    }

    /// Which speakers are called by a word.
    pub(super) fn speaking(&self, needle: &str, how: How) -> Vec<bool> {
        which(&self.speakers, needle, how)
    }

    /// Which events are between the two sides.
    pub(super) fn bilateral(&self) -> &[bool] {
        &self.bilateral
    }

    /// Which values of a field hold a word.
    pub(super) fn naming(&self, field: &str, needle: &str, how: How) -> (Facet, Vec<bool>) {
        let (facet, names) = self.field(field);
        (facet, which(names, needle, how))
    }

    /// The facet that a field looks at, and what its values are called.
    fn field(&self, field: &str) -> (Facet, &Names) {
        let facet = match field {
            "speaker" | "party" => Facet::Speaker,
            "side" => return (Facet::Speaker, &self.sides),
            "kind" => return (Facet::Kind, &self.kinds),
            "status" => Facet::Kind,
            "role" => Facet::Role,
            "topic" => Facet::Topics,
            "event" => Facet::Event,
            "source" => Facet::Sources,
            _ => Facet::Language,
        };
        (facet, &self.named[facet as usize])
    }

    /// Calls `see` with every folded name of the values of a field; for none with those of the speakers.
    pub(super) fn each_name(&self, field: Option<&str>, mut see: impl FnMut(&str)) {
        let names = field.map_or(&self.speakers, |field| self.field(field).1);
        (0..names.len()).for_each(|at| see(names.name(at)));
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
