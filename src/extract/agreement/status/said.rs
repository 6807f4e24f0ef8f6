//! Where an instrument stands by one verb, or that the text denies it.

use crate::dossier::agreement::AgreementStatus as Status;

/// What a verb says of an instrument.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::extract::agreement) enum Said {
    Is(Status),
    /// The text denies it: "did not sign".
    Denied,
}
