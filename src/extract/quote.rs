//! Where the words of somebody else are: between marks, behind dashes, under the labels of a
//! transcript.

mod dash;
mod insertion;
pub(super) mod label;
pub(super) mod marks;
pub(super) mod span;
