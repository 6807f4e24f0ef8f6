//! Who says what is quoted: the verb of speech beside it, its subject, and the person meant by that
//! subject. Unknown speakers stay unknown.

mod answer;
mod attribute;
mod attribution;
mod carried_back;
mod cue;
mod frame;
mod guest;
mod memory;
mod phrase;
mod reference;
mod resolve;
mod rules;
mod third;
mod unsaid;
mod walk;

pub(super) use cue::Manner;
use reference::Reference;
pub(super) use resolve::calls;
pub use resolve::{Speaker, Who};
pub(super) use walk::Assigned;

use super::name::People;
use super::quote::span::Span;
use super::reading::Reading;

/// The speakers of all spans, one each, and whom pronouns and offices between them mean.
/// `voices`: who speaks in a turn of a transcript, by its paragraph, in order.
pub(super) fn assign(
    reading: &Reading,
    spans: &[Span],
    people: &mut People,
    voices: &[(usize, usize)],
) -> (Vec<Assigned>, Vec<Reference>) {
    let (mut found, references) = walk::assign(reading, spans, people, voices);
    carried_back::assign(reading, spans, people, &mut found);
    (found, references)
}
