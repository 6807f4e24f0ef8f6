//! `agreements.json`: what was signed, is in force, or is being talked about, and its lineage.

use serde::{Deserialize, Serialize};

use super::date::Date;
use super::evidence::Evidence;
use super::fields::{Field, OnPage, Type, infos, parts};
use super::id::{Actor, Code, Id};
use super::order::Key;
use super::record::record;
use super::relation::Relation;
use super::text::Text;
use super::value::Value;
use super::vocabulary::vocabulary;

vocabulary! {
    /// What sort of instrument it is.
    AgreementKind {
        Agreement = "agreement",
        Treaty = "treaty",
        Memorandum = "memorandum",
        Roadmap = "roadmap",
        PlanOfAction = "plan-of-action",
        Partnership = "partnership",
        Programme = "programme",
        Arrangement = "arrangement",
        Protocol = "protocol",
        Document = "document",
    }

    /// Where it stands.
    AgreementStatus {
        Unknown = "unknown",
        UnderDiscussion = "under-discussion",
        Planned = "planned",
        Signed = "signed",
        InForce = "in-force",
        Expired = "expired",
        Terminated = "terminated",
        Superseded = "superseded",
        Proposed = "proposed",
        Speculative = "speculative",
    }
}

impl AgreementStatus {
    /// Is it still to come: planned, discussed, proposed, or only imagined?
    pub fn is_ahead(self) -> bool {
        matches!(
            self,
            Self::UnderDiscussion | Self::Planned | Self::Proposed | Self::Speculative
        )
    }

    /// Is it what comes of an agreement of the status `old`: a signature of a plan, the entry into force of
    /// what was signed?
    pub fn follows(self, old: Self) -> bool {
        let step = |status: Self| match status {
            Self::Signed => Some(1),
            Self::InForce => Some(2),
            _ if status.is_ahead() => Some(0),
            _ => None,
        };
        match (step(self), step(old)) {
            (Some(new), Some(old)) => new > old,
            _ => false,
        }
    }
}

/// An instrument between parties.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Agreement {
    /// Its name in the files.
    pub id: Id,
    /// What it is called.
    pub title: Text,
    /// What sort of instrument.
    pub kind: AgreementKind,
    /// Between whom.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parties: Vec<Party>,
    /// When it was signed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub signed: Option<Date>,
    /// When it came into force.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub in_force: Option<Date>,
    /// When it ends.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ends: Option<Date>,
    /// The period that it covers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub horizon: Option<Date>,
    /// Where it stands.
    pub status: AgreementStatus,
    /// The event where it was signed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub event: Option<Id>,
    /// The agreements that it follows: its lineage.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub follows: Vec<Id>,
    /// Agreements that may be the same one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub maybe_same_as: Vec<Id>,
    /// How many, for a group that the source only counts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub count: Option<u32>,
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

impl Agreement {
    /// One of which no more is known.
    pub fn new(id: Id, title: Text, kind: AgreementKind, status: AgreementStatus) -> Self {
        Self {
            id,
            title,
            kind,
            parties: Vec::new(),
            signed: None,
            in_force: None,
            ends: None,
            horizon: None,
            status,
            event: None,
            follows: Vec::new(),
            maybe_same_as: Vec::new(),
            count: None,
            evidence: Vec::new(),
            topics: Vec::new(),
            note: None,
        }
    }
}

/// A party to an agreement.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Party {
    /// Who.
    pub party: Actor,
    /// For which side; none for a third party.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub side: Option<Code>,
    /// When it signed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub signed: Option<Date>,
    /// When it came into force for this party.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub in_force: Option<Date>,
    /// When this party withdrew.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub withdrew: Option<Date>,
}

impl Party {
    /// One of which no more is known.
    pub fn new(party: Actor) -> Self {
        Self {
            party,
            side: None,
            signed: None,
            in_force: None,
            withdrew: None,
        }
    }
}

impl Agreement {
    /// The date to file it under: of signature, else of entry into force.
    pub fn date(&self) -> Option<&Date> {
        self.signed.as_ref().or(self.in_force.as_ref())
    }

    /// The date of entry into force.
    pub fn entry_into_force(&self) -> Option<&Date> {
        self.in_force.as_ref()
    }

    /// All of its dates: of signature, of entry into force, of its end, and the time it covers.
    pub fn dates(&self) -> impl Iterator<Item = &Date> {
        let dates = [&self.signed, &self.in_force, &self.ends, &self.horizon];
        dates.into_iter().flatten()
    }
}

const PARTY: &[Field<Party>] = &[
    Field::new(
        "party",
        Type::Actor(Relation::Party),
        "Parties: country codes or ids of organisations",
        |p: &Party| (&p.party).into(),
    )
    .column("parties")
    .searched()
    .required(),
    Field::new(
        "side",
        Type::Country,
        "Side that each party acts for",
        |p: &Party| p.side.into(),
    )
    .label("for")
    .column("party_sides"),
    Field::new(
        "signed",
        Type::Date,
        "Date on which each party signed",
        |p: &Party| p.signed.as_ref().into(),
    )
    .column("party_signed"),
    Field::new(
        "in_force",
        Type::Date,
        "Date of entry into force for each party",
        |p: &Party| p.in_force.as_ref().into(),
    )
    .column("party_in_force"),
    Field::new(
        "withdrew",
        Type::Date,
        "Date on which each party withdrew",
        |p: &Party| p.withdrew.as_ref().into(),
    )
    .column("party_withdrew"),
];

const FIELDS: &[Field<Agreement>] = &[
    Field::new("title", Type::Text, "Title", |a: &Agreement| {
        (&a.title).into()
    })
    .on_page(OnPage::Hidden)
    .required(),
    Field::new(
        "kind",
        Type::Words(AgreementKind::WORDS),
        "Kind of instrument",
        |a: &Agreement| a.kind.word().into(),
    )
    .searched()
    .required(),
    Field::new(
        "status",
        Type::Words(AgreementStatus::WORDS),
        "Status",
        |a: &Agreement| a.status.word().into(),
    )
    .searched()
    .required(),
    Field::new(
        "parties",
        Type::Parts(|| infos(PARTY)),
        "Parties: country codes or ids, the side that each acts for, and its own dates",
        |a: &Agreement| parts(PARTY, &a.parties),
    )
    .searched()
    .option("party", Some("WHO[=SIDE][,signed=DATE]…"))
    .option_help(
        "Party: a country's code or an id, optionally `=` and the side it acts for, and its own dates: `,signed=DATE`, `,in_force=DATE`, `,withdrew=DATE`",
    ),
    Field::new(
        "signed",
        Type::Date,
        "Date of signature",
        |a: &Agreement| a.signed.as_ref().into(),
    )
    .searched()
    .explained(),
    Field::new(
        "in_force",
        Type::Date,
        "Date of entry into force",
        |a: &Agreement| a.in_force.as_ref().into(),
    ),
    Field::new(
        "ends",
        Type::Date,
        "Date on which it ends",
        |a: &Agreement| a.ends.as_ref().into(),
    ),
    Field::new(
        "horizon",
        Type::Date,
        "Period that it covers, such as 2025/2026",
        |a: &Agreement| a.horizon.as_ref().into(),
    )
    .searched(),
    Field::new(
        "event",
        Type::Link(Relation::Occasion),
        "Event at which it was signed",
        |a: &Agreement| a.event.as_ref().into(),
    ),
    Field::new(
        "follows",
        Type::Links(Relation::Follows),
        "Agreement that it continues",
        |a: &Agreement| Value::list(&a.follows),
    ),
    Field::new(
        "maybe_same_as",
        Type::Links(Relation::MaybeSameAs),
        "Agreement that may be the same",
        |a: &Agreement| Value::list(&a.maybe_same_as),
    )
    .no_option(),
    Field::new(
        "count",
        Type::Integer,
        "How many, for a group that the source only counts",
        |a: &Agreement| a.count.into(),
    )
    .label("how many")
    .no_option(),
    Field::topics(),
    Field::evidence(),
    Field::note(),
];

record!(Agreement, Agreement, |agreement| Key::day(
    agreement.date(),
    None
));
