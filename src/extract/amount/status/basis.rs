//! How it is known whether a figure is reported, forecast or an aim.

use crate::dossier::observation::ObservationStatus;
use crate::extract::confidence::{Basis, Confidence};

/// What a figure says, and how that is known.
pub(in crate::extract::amount) type Status = (ObservationStatus, Basis);

pub(in crate::extract::amount) const REPORTED: Basis = Basis::new(
    "reported",
    Confidence::Likely,
    "no word of a plan or a forecast is in the clause",
);
pub(in crate::extract::amount) const PAST: Basis = Basis::new(
    "past-verb",
    Confidence::Sure,
    "the nearest verb tells what was",
);
pub(in crate::extract::amount) const AIM: Basis = Basis::new(
    "aim",
    Confidence::Sure,
    "a word for a goal, a plan or a promise is before the figure",
);
pub(in crate::extract::amount) const AIM_BEHIND: Basis = Basis::new(
    "aim-behind",
    Confidence::Sure,
    "the figure is called a target",
);
pub(in crate::extract::amount) const EXPECTED: Basis = Basis::new(
    "forecast",
    Confidence::Sure,
    "a word for a forecast is before the figure",
);
pub(in crate::extract::amount) const MODAL: Basis = Basis::new(
    "future-verb",
    Confidence::Likely,
    "the verb tells what will or may be",
);
pub(in crate::extract::amount) const HOPED: Basis = Basis::new(
    "hope",
    Confidence::Likely,
    "somebody hopes that it will or may be so",
);
pub(in crate::extract::amount) const THEN_EXPECTED: Basis = Basis::new(
    "past-forecast",
    Confidence::Likely,
    "it was planned or forecast then",
);
pub(in crate::extract::amount) const PASSED: Basis = Basis::new(
    "past-date",
    Confidence::Likely,
    "the date of the figure has passed",
);
pub(in crate::extract::amount) const DEADLINE: Basis = Basis::new(
    "future-date",
    Confidence::Likely,
    "the date is after the publication",
);
