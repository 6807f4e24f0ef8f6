//! The event that an anniversary is counted from.

use chrono::Datelike;

use crate::dossier::{Date, Dossier, Kind, Ref};
use crate::figures::as_of::AsOf;
use crate::figures::key::folded;

/// Words in the title of an event that founds what is celebrated later.
const FOUNDING: [&str; 6] = [
    "opened",
    "established",
    "establishment",
    "founded",
    "founding",
    "opening",
];

/// The events that found something, with their folded titles. An event that is itself an anniversary founds
/// nothing.
pub(super) struct Founders(Vec<(Ref, String)>);

impl Founders {
    pub(super) fn new(dossier: &Dossier, known: &AsOf<'_>) -> Self {
        let all = dossier.events.iter().enumerate();
        let titled = all.map(|(at, event)| (Ref::new(Kind::Event, at), folded(&event.title)));
        let founds = |title: &str| {
            let mut words = title.split(' ');
            !title.contains("anniversar") && words.any(|word| FOUNDING.contains(&word))
        };
        let found = titled.filter(|(record, title)| founds(title) && known.record(*record));
        Self(found.collect())
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The only one that founded what an anniversary is named after: a word of both titles.
    pub(super) fn only(&self, title: &str, except: Option<Ref>) -> Option<Ref> {
        let title = folded(title);
        let matter = |word: &&str| word.len() > 6 && !word.starts_with("anniversar");
        let words: Vec<_> = title.split(' ').filter(matter).collect();
        let mut found = self.0.iter().filter(|(record, title)| {
            Some(*record) != except && title.split(' ').any(|word| words.contains(&word))
        });
        let (only, _) = found.next()?;
        found.next().is_none().then_some(*only)
    }
}

/// The first and last year that a date can be in.
pub(super) fn years(date: &Date) -> Option<(i32, i32)> {
    Some((date.earliest()?.year(), date.latest()?.year()))
}

/// The year that is so many years after a founding, or the first and the last that can be: "2025".
pub(super) fn due(founded: (i32, i32), count: i32) -> String {
    match (founded.0 + count, founded.1 + count) {
        (a, b) if a == b => a.to_string(),
        (a, b) => format!("{a} to {b}"),
    }
}
