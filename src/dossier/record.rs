//! What every record has in common: a name, its evidence, its topics, and what it points at.

use serde::{Deserialize, Serialize};

use super::id::{Actor, Id};
use super::order::Key;
use super::text::Text;
use super::words::words;
use super::{Kind, Kind as K};

words! {
    /// What an anchor does for its record.
    Support {
        States = "states",
        Implies = "implies",
        Contradicts = "contradicts",
    }
}

/// Where a record comes from: names follow the W3C `TextQuoteSelector`.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Evidence {
    /// The source that says it.
    pub source: Id,
    /// Its paragraph: non-empty lines of the source text, counted from 1.
    #[cfg_attr(test, schemars(range(min = 1)))]
    pub paragraph: u32,
    /// The shortest run of the source's own words; for a quote its text is the anchor.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub exact: Option<Text>,
    /// The words before, where `exact` stands more than once.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub prefix: Option<Text>,
    /// The words after, where `exact` stands more than once.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub suffix: Option<Text>,
    /// What the passage does for the record.
    #[serde(default, rename = "relation", skip_serializing_if = "is_default")]
    pub support: Support,
}

/// How one record points at another, read from either end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Relation {
    /// A source's author.
    Author,
    /// The organisation of a role.
    RoleAt,
    /// Who gave a person that title.
    TitledBy,
    /// A member of an organisation.
    Member,
    /// Who took part in an event.
    Participant,
    /// The event that this one is part of.
    PartOf,
    /// What this one follows: an event, or the lineage of an agreement.
    Follows,
    /// An agreement that an event brought about.
    Agreement,
    /// A party to an agreement.
    Party,
    /// Where an agreement was signed or a quote was said.
    Occasion,
    /// Perhaps the same agreement.
    MaybeSameAs,
    /// Who reports a series.
    Reporter,
    /// The other side of a flow.
    Partner,
    /// The level series that a growth series is about.
    GrowthOf,
    /// Who said a figure.
    SaidBy,
    /// Who speaks.
    Speaker,
    /// Who is spoken to.
    Addressee,
    /// What a quote answers.
    ReplyTo,
    /// What a claim is about.
    About,
    /// Who asserts a claim.
    AssertedBy,
    /// What a dispute stands between.
    Between,
    /// What a dispute is resolved in favour of.
    Preferred,
}

/// Kinds that are people or bodies.
const ACTORS: &[Kind] = &[K::Person, K::Organisation];
/// Kinds that can be said to have spoken.
const VOICES: &[Kind] = &[K::Person, K::Organisation, K::Source];

impl Relation {
    /// The label at the record that points.
    pub fn forward(self) -> &'static str {
        match self {
            Self::Author => "author",
            Self::RoleAt => "role at",
            Self::TitledBy => "title given by",
            Self::Member => "member",
            Self::Participant => "participant",
            Self::PartOf => "part of",
            Self::Follows => "follows",
            Self::Agreement => "agreement",
            Self::Party => "party",
            Self::Occasion => "occasion",
            Self::MaybeSameAs => "maybe the same as",
            Self::Reporter => "reporter",
            Self::Partner => "partner",
            Self::GrowthOf => "growth of",
            Self::SaidBy => "said by",
            Self::Speaker => "speaker",
            Self::Addressee => "said to",
            Self::ReplyTo => "in reply to",
            Self::About => "about",
            Self::AssertedBy => "asserted by",
            Self::Between => "between",
            Self::Preferred => "preferred",
        }
    }

    /// The label at the record that is pointed at.
    pub fn backward(self) -> &'static str {
        match self {
            Self::Author => "wrote",
            Self::RoleAt => "people",
            Self::TitledBy => "gives a title to",
            Self::Member => "member of",
            Self::Participant => "took part in",
            Self::PartOf => "parts",
            Self::Follows => "followed by",
            Self::Agreement => "at the event",
            Self::Party => "party to",
            Self::Occasion => "on this occasion",
            Self::MaybeSameAs => "maybe the same as",
            Self::Reporter => "reports",
            Self::Partner => "partner in",
            Self::GrowthOf => "growth",
            Self::SaidBy => "gave the figure",
            Self::Speaker => "said",
            Self::Addressee => "was told",
            Self::ReplyTo => "answered by",
            Self::About => "claims about it",
            Self::AssertedBy => "asserts",
            Self::Between => "disputed in",
            Self::Preferred => "preferred in",
        }
    }

    /// The field of the files that it stands in.
    pub fn field(self) -> &'static str {
        match self {
            Self::Author => "author",
            Self::RoleAt => "organisation",
            Self::TitledBy | Self::SaidBy => "said_by",
            Self::Member => "member",
            Self::Participant => "who",
            Self::PartOf => "part_of",
            Self::Follows => "follows",
            Self::Agreement => "agreements",
            Self::Party => "party",
            Self::Occasion => "event",
            Self::MaybeSameAs => "maybe_same_as",
            Self::Reporter => "reporter",
            Self::Partner => "partner",
            Self::GrowthOf => "of",
            Self::Speaker => "speaker",
            Self::Addressee => "addressee",
            Self::ReplyTo => "in_reply_to",
            Self::About => "about",
            Self::AssertedBy => "asserted_by",
            Self::Between => "between",
            Self::Preferred => "preferred",
        }
    }

    /// The kinds of record that it may point at; empty for any.
    pub fn targets(self) -> &'static [Kind] {
        match self {
            Self::Author | Self::Speaker | Self::Addressee => &[K::Person],
            Self::RoleAt => &[K::Organisation],
            Self::Member | Self::Participant | Self::Party | Self::Reporter | Self::Partner => {
                ACTORS
            }
            Self::TitledBy | Self::SaidBy | Self::AssertedBy => VOICES,
            Self::PartOf | Self::Occasion => &[K::Event],
            Self::Follows => &[K::Event, K::Agreement],
            Self::Agreement | Self::MaybeSameAs => &[K::Agreement],
            Self::GrowthOf => &[K::Series],
            Self::ReplyTo => &[K::Quote],
            Self::About | Self::Between | Self::Preferred => &[],
        }
    }
}

/// Called once for each id that a record points at.
pub type See<'a> = dyn FnMut(Relation, &Id) + 'a;

/// What every kind of record can tell about itself.
pub trait Record {
    /// Which kind it is.
    const KIND: Kind;

    /// Its name.
    fn id(&self) -> &Id;
    /// What it rests on.
    fn evidence(&self) -> &[Evidence];
    /// What it is about.
    fn topics(&self) -> &[Id];
    /// A remark of the compiler's.
    fn note(&self) -> Option<&Text>;
    /// Where it belongs in its file.
    fn key(&self) -> Key {
        Key::Id(self.id().clone())
    }
    /// Every record that it points at, but for evidence and topics.
    fn references(&self, see: &mut See<'_>);
    /// Evidence that stands inside it, such as that of a role or an observation.
    fn inner_evidence(&self) -> Vec<&Evidence> {
        Vec::new()
    }
}

/// Is it what a missing field stands for? Then it is not written.
pub(super) fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

/// Sees an optional id.
pub(super) fn see_one(see: &mut See<'_>, relation: Relation, id: Option<&Id>) {
    if let Some(id) = id {
        see(relation, id);
    }
}

/// Sees the id of an actor, if it is a record.
pub(super) fn see_actor(see: &mut See<'_>, relation: Relation, actor: Option<&Actor>) {
    see_one(see, relation, actor.and_then(Actor::id));
}

/// The four methods of [`Record`] that read the fields of the same name.
macro_rules! common_fields {
    ($kind:ident) => {
        const KIND: crate::dossier::Kind = crate::dossier::Kind::$kind;

        fn id(&self) -> &crate::dossier::Id {
            &self.id
        }
        fn evidence(&self) -> &[crate::dossier::Evidence] {
            &self.evidence
        }
        fn topics(&self) -> &[crate::dossier::Id] {
            &self.topics
        }
        fn note(&self) -> Option<&crate::dossier::Text> {
            self.note.as_ref()
        }
    };
}

pub(super) use common_fields;
