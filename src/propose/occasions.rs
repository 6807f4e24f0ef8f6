//! The occasion of a quote: the one meeting of the text in which its speaker took part.

use chrono::{Days, NaiveDate};

use crate::dossier::event::EventStatus;
use crate::dossier::{Actor, Event, Id};

/// Days before the publication on which a meeting is still what the text reports.
const RECENT: u64 = 14;

/// Meetings that a text reports, each by the id of its record.
#[derive(Debug, Default)]
pub(super) struct Occasions(Vec<(Id, Event)>);

impl Occasions {
    /// Adds an event, which the dossier has under that id.
    pub(super) fn add(&mut self, id: Id, event: Event) {
        self.0.push((id, event));
    }

    /// The one in which somebody took part, of a text published on that day.
    pub(super) fn of(&self, speaker: &Id, published: Option<NaiveDate>) -> Option<(&Id, &Event)> {
        let kinds: [&[&str]; 2] = [
            &["meeting", "talks", "summit", "session", "phone call"],
            &["visit"],
        ];
        kinds.into_iter().find_map(|kinds| {
            let mut found = self.0.iter().filter(|(_, event)| {
                kinds.contains(&event.kind.as_str())
                    && is_reported(event, published)
                    && event
                        .participants
                        .iter()
                        .any(|one| one.who == Actor::Record(speaker.clone()))
            });
            let (id, event) = found.next()?;
            found.next().is_none().then_some((id, event))
        })
    }
}

/// Did it take place, and not long before the text appeared?
fn is_reported(event: &Event, published: Option<NaiveDate>) -> bool {
    let took_place = matches!(event.status, EventStatus::Occurred | EventStatus::Ongoing);
    let last = event.date.as_ref().and_then(crate::dossier::Date::latest);
    let recent = published.zip(last).is_some_and(|(published, last)| {
        let first = published.checked_sub_days(Days::new(RECENT));
        first.is_some_and(|first| first <= last)
    });
    took_place && recent
}
