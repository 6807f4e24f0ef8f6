//! `events.json`: what happened, goes on, is planned, or is only spoken of.

use serde::{Deserialize, Serialize};

use super::date::Date;
use super::id::{Actor, Id};
use super::order::Key;
use super::record::{Evidence, Record, Relation, See, see_actor, see_one};
use super::text::Text;
use super::words::words;

words! {
    /// How real an event is.
    EventStatus {
        Occurred = "occurred",
        Ongoing = "ongoing",
        Planned = "planned",
        UnderDiscussion = "under-discussion",
        Proposed = "proposed",
        Expected = "expected",
        Speculative = "speculative",
        Cancelled = "cancelled",
    }
}

/// Something on the timeline.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Event {
    /// Its name in the files.
    pub id: Id,
    /// What it is, in a few words.
    pub title: Text,
    /// What it is, in a sentence or two.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub summary: Option<Text>,
    /// When.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    /// summit, meeting, visit, signing, statement, project, …
    pub kind: Text,
    /// How real it is.
    pub status: EventStatus,
    /// Where.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<Text>,
    /// Who took part.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub participants: Vec<Participant>,
    /// The event that it belongs to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub part_of: Option<Id>,
    /// The events that it follows.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub follows: Vec<Id>,
    /// The agreements that it brought about.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub agreements: Vec<Id>,
    /// What it rests on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Evidence>,
    /// What it is about.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub topics: Vec<Id>,
    /// A remark of the compiler's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

/// Someone who took part in an event.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Participant {
    /// Who.
    pub who: Actor,
    /// As what.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<Text>,
}

impl Event {
    /// Not yet real: it belongs in the lane of plans, whatever its date.
    pub fn is_ahead(&self) -> bool {
        !matches!(
            self.status,
            EventStatus::Occurred | EventStatus::Ongoing | EventStatus::Cancelled
        )
    }
}

impl Record for Event {
    super::record::common_fields!(Event);

    fn key(&self) -> Key {
        Key::day(self.date.as_ref(), None)
    }

    fn references(&self, see: &mut See<'_>) {
        for participant in &self.participants {
            see_actor(see, Relation::Participant, Some(&participant.who));
        }
        see_one(see, Relation::PartOf, self.part_of.as_ref());
        for id in &self.follows {
            see(Relation::Follows, id);
        }
        for id in &self.agreements {
            see(Relation::Agreement, id);
        }
    }
}
