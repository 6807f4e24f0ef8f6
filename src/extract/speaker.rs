//! Who says what is quoted: the verb of speech beside it, its subject, and the person meant by that
//! subject. Unknown speakers stay unknown.

mod attribute;
mod carried_back;
mod cue;
mod frame;
mod guest;
mod memory;
mod phrase;
mod reference;
mod resolve;
mod walk;

pub(super) use cue::Manner;
pub use resolve::{Speaker, Who};
pub(super) use walk::{Assigned, assign};
