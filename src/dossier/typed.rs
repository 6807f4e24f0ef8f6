//! From a kind to the type of its records.

use super::fields::{Info, infos};
use super::record::Typed;
use super::{
    Agreement, Claim, Dispute, Event, Kind, Observation, Organisation, Person, Quote, Series,
    Source,
};

/// Something that can be done with any type of record.
pub trait OfType {
    /// What comes of it.
    type Output;

    /// Does it with one type.
    fn of<R: Typed>(self) -> Self::Output;
}

/// Does it with the type of the records of a kind.
pub fn of_kind<T: OfType>(kind: Kind, what: T) -> T::Output {
    match kind {
        Kind::Event => what.of::<Event>(),
        Kind::Agreement => what.of::<Agreement>(),
        Kind::Series => what.of::<Series>(),
        Kind::Observation => what.of::<Observation>(),
        Kind::Quote => what.of::<Quote>(),
        Kind::Claim => what.of::<Claim>(),
        Kind::Dispute => what.of::<Dispute>(),
        Kind::Person => what.of::<Person>(),
        Kind::Organisation => what.of::<Organisation>(),
        Kind::Source => what.of::<Source>(),
    }
}

struct Fields;

impl OfType for Fields {
    type Output = Vec<Info>;

    fn of<R: Typed>(self) -> Vec<Info> {
        infos(R::FIELDS)
    }
}

/// The fields of a kind, in the order of its table.
pub fn fields_of(kind: Kind) -> Vec<Info> {
    of_kind(kind, Fields)
}
