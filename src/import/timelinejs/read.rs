//! What a timeline holds.

use super::slide::Slide;
use crate::import::SkipReason;

/// A slide with its line, or why it is none.
pub(super) type Read<'a> = (usize, Result<Slide<'a>, SkipReason>);
