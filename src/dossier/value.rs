//! The value of a field, whatever its kind of record.

use super::date::Date;
use super::evidence::Evidence;
use super::id::{Actor, Code, Id};
use super::number::Number;
use super::text::Text;

/// The value of a field in one record.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Value<'a> {
    /// Nothing is known.
    #[default]
    None,
    /// Text.
    Text(&'a Text),
    /// A word of a closed vocabulary.
    Word(&'static str),
    /// Whether something holds; none where that is unknown.
    Flag(Option<bool>),
    /// A whole number.
    Integer(i64),
    /// A number with its printed digits.
    Number(Number),
    /// A date.
    Date(&'a Date),
    /// A country.
    Country(Code),
    /// The id of a record.
    Id(&'a Id),
    /// A country or the id of a record.
    Actor(&'a Actor),
    /// Several of these.
    List(Vec<Self>),
    /// Topics.
    Topics(&'a [Id]),
    /// Passages.
    Evidence(&'a [Evidence]),
    /// Objects, each with the values of its own fields.
    Parts(Vec<Vec<Self>>),
}

impl<'a> Value<'a> {
    /// A list of values.
    pub fn list<T: 'a>(items: &'a [T]) -> Self
    where
        Self: From<&'a T>,
    {
        Self::List(items.iter().map(Self::from).collect())
    }

    /// Nothing is known, or nothing is in it.
    pub fn is_empty(&self) -> bool {
        match self {
            Self::None => true,
            Self::List(items) => items.is_empty(),
            Self::Topics(ids) => ids.is_empty(),
            Self::Evidence(passages) => passages.is_empty(),
            Self::Parts(objects) => objects.is_empty(),
            _ => false,
        }
    }

    /// The id that it names a record by.
    pub fn id(&self) -> Option<&'a Id> {
        match self {
            Self::Id(id) => Some(id),
            Self::Actor(actor) => actor.id(),
            _ => None,
        }
    }

    /// It and everything in it, from the outside in.
    pub fn each(&self, see: &mut dyn FnMut(&Self)) {
        see(self);
        match self {
            Self::List(items) => items.iter().for_each(|item| item.each(see)),
            Self::Parts(objects) => objects.iter().flatten().for_each(|value| value.each(see)),
            _ => {}
        }
    }
}

impl<T> From<Option<T>> for Value<'_>
where
    Self: From<T>,
{
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::None, Self::from)
    }
}

macro_rules! from {
    ($($type:ty => $variant:ident),* $(,)?) => {$(
        impl<'a> From<$type> for Value<'a> {
            fn from(value: $type) -> Self {
                Self::$variant(value)
            }
        }
    )*};
}

from! {
    &'a Text => Text,
    &'a Date => Date,
    &'a Id => Id,
    &'a Actor => Actor,
    &'static str => Word,
    Code => Country,
    Number => Number,
    i64 => Integer,
}

impl From<u32> for Value<'_> {
    fn from(value: u32) -> Self {
        Self::Integer(value.into())
    }
}

impl From<&Code> for Value<'_> {
    fn from(value: &Code) -> Self {
        Self::Country(*value)
    }
}
