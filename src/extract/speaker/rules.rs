//! The rules by which a quote whose own sentence names nobody has its speaker from the text before it.

use super::super::confidence::{Basis, Confidence};

pub(super) const CONTINUED: Basis = Basis::new(
    "continued",
    Confidence::Sure,
    "the quote of the previous paragraph was left open",
);
pub(super) const GOES_ON: Basis = Basis::new(
    "goes-on",
    Confidence::Sure,
    "the speaker of the previous sentence continues",
);
pub(super) const SUBJECT_BEFORE: Basis = Basis::new(
    "subject-before",
    Confidence::Likely,
    "the subject of the previous sentence",
);
pub(super) const ANNOUNCED: Basis = Basis::new(
    "announced",
    Confidence::Sure,
    "the previous paragraph ends with a colon",
);
pub(super) const PARAGRAPH_BEFORE: Basis = Basis::new(
    "paragraph-before",
    Confidence::Likely,
    "the speaker of the previous paragraph",
);
pub(super) const ABOUT: Basis = Basis::new(
    "paragraph-about",
    Confidence::Likely,
    "the previous paragraph is about nobody else",
);
pub(super) const FRAGMENT: Basis = Basis::new(
    "goes-on",
    Confidence::Unsure,
    "the speaker of the previous sentence may continue",
);
