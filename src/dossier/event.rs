//! `events.json`: what happened, goes on, is planned, or is only spoken of.

use serde::{Deserialize, Serialize};

use super::date::Date;
use super::evidence::Evidence;
use super::fields::{Field, OnPage, Type, infos, parts};
use super::id::{Actor, Id};
use super::order::Key;
use super::record::record;
use super::relation::Relation;
use super::text::Text;
use super::value::Value;
use super::vocabulary::vocabulary;

vocabulary! {
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
    /// Between the two sides; if none, [`Dossier::is_bilateral`](super::Dossier::is_bilateral) tells
    /// from the participants.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bilateral: Option<bool>,
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

impl Event {
    /// One of which no more is known.
    pub fn new(id: Id, title: Text, kind: Text, status: EventStatus) -> Self {
        Self {
            id,
            title,
            summary: None,
            date: None,
            kind,
            status,
            place: None,
            participants: Vec::new(),
            bilateral: None,
            part_of: None,
            follows: Vec::new(),
            agreements: Vec::new(),
            evidence: Vec::new(),
            topics: Vec::new(),
            note: None,
        }
    }
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

const PARTICIPANT: &[Field<Participant>] = &[
    Field::new(
        "who",
        Type::Actor(Relation::Participant),
        "Participants: country codes or record ids",
        |p: &Participant| (&p.who).into(),
    )
    .column("participants")
    .searched()
    .required(),
    Field::new(
        "role",
        Type::Text,
        "Role of each participant",
        |p: &Participant| p.role.as_ref().into(),
    )
    .label("")
    .column("participant_roles"),
];

const FIELDS: &[Field<Event>] = &[
    Field::new("title", Type::Text, "Title, in a few words", |e: &Event| (&e.title).into())
        .on_page(OnPage::Hidden)
        .required(),
    Field::new("summary", Type::Text, "Summary, in a sentence or two", |e: &Event| e.summary.as_ref().into())
        .on_page(OnPage::Body)
        .searched(),
    Field::new("date", Type::Date, "Date: 2024-05-11, 2024, 1975~, 2025-01/2025-05, 2021/.., …", |e: &Event| e.date.as_ref().into())
        .searched()
        .explained(),
    Field::new("kind", Type::Text, "Kind: summit, meeting, visit, signing, statement, project, …; state for what goes on rather than happens", |e: &Event| (&e.kind).into())
        .searched()
        .required(),
    Field::new("status", Type::Words(EventStatus::WORDS), "Status: whether it has happened", |e: &Event| e.status.word().into())
        .searched()
        .required()
        .default("occurred"),
    Field::new("place", Type::Text, "Place", |e: &Event| e.place.as_ref().into()).searched(),
    Field::new("participants", Type::Parts(|| infos(PARTICIPANT)), "Participants: country codes or record ids, and the role of each", |e: &Event| parts(PARTICIPANT, &e.participants))
        .searched()
        .option("participant", Some("WHO[=ROLE]"))
        .option_help("Participant: a country's code or a record id, optionally `=` and the role"),
    Field::new("bilateral", Type::Flag { unknown: false }, "Whether it is between the two sides [default: computed from the participants]", |e: &Event| e.bilateral.map_or(Value::None, |is| Value::Flag(Some(is)))),
    Field::new("part_of", Type::Link(Relation::PartOf), "Event that it is part of", |e: &Event| e.part_of.as_ref().into()),
    Field::new("follows", Type::Links(Relation::Follows), "Event that it follows", |e: &Event| Value::list(&e.follows)),
    Field::new("agreements", Type::Links(Relation::Agreement), "Agreement that it brought about", |e: &Event| Value::list(&e.agreements))
        .option("agreement", None),
    Field::topics(),
    Field::evidence(),
    Field::note(),
];

record!(Event, Event, |event| Key::day(event.date.as_ref(), None));
