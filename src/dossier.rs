//! A dossier in memory: its records, what names them, and how they point at each other.
//!
//! A [`Dossier`] never changes once it is loaded; copies share what they hold.
//! A record is held by a [`Ref`]; panels and overlays keep those and ask here for what they draw.
//! Speech may come by the million, so it is kept apart, in [`Quotes`].

pub mod about;
pub mod agreement;
mod as_of;
mod bilateral;
pub mod claim;
pub mod countries;
pub mod date;
pub mod dispute;
mod emoji;
pub mod event;
pub mod evidence;
pub mod fields;
pub mod fold;
pub mod id;
pub mod kind;
mod linking;
pub mod links;
mod nearest;
pub mod number;
pub mod observation;
pub mod order;
pub mod organisation;
mod part;
pub mod person;
pub mod quote;
pub mod quotes;
pub mod record;
mod records;
pub mod relation;
pub mod series;
pub mod source;
pub mod spelled;
pub mod text;
pub mod typed;
mod unread;
pub mod value;
mod vocabulary;

pub use about::About;
pub use agreement::Agreement;
pub use claim::Claim;
pub use date::Date;
pub use dispute::Dispute;
pub use event::Event;
pub use evidence::{Evidence, Exact};
pub use id::{Actor, Code, Id};
pub use kind::{Kind, Place, Ref};
pub use links::{Link, Links};
pub(crate) use nearest::nearest;
pub use number::Number;
pub use observation::Observation;
pub use organisation::Organisation;
pub use person::Person;
pub use quote::Quote;
pub use quotes::Quotes;
pub use record::{Any, Record, Typed};
pub use records::{Dossier, Records};
pub use relation::Relation;
pub use series::Series;
pub use source::Source;
pub use text::Text;
pub use unread::UnreadFigures;
