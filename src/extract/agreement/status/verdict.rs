//! What a verb says of an instrument, and how that is known.

use super::passive::participle;
use crate::dossier::agreement::{AgreementKind, AgreementStatus as Status};
use crate::extract::confidence::{Basis, Confidence};
use crate::extract::word::Words;

/// What a verb says, where it is, and how that is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::extract::agreement) struct Verdict {
    pub(in crate::extract::agreement) status: Status,
    /// The word of the verb; none if no verb says anything.
    pub(in crate::extract::agreement) verb: Option<usize>,
    pub(in crate::extract::agreement) basis: Basis,
}

impl Verdict {
    /// The same of an instrument of that kind: a programme that "was concluded" is over.
    pub(in crate::extract::agreement) fn of(self, words: &Words<'_>, kind: AgreementKind) -> Self {
        let over = kind == AgreementKind::Programme
            && self.is_signature()
            && self.verb.is_some_and(|verb| words.low(verb) == "concluded");
        let status = if over { Status::Expired } else { self.status };
        Self { status, ..self }
    }

    /// Does a verb behind the instrument say that it was or will be signed?
    pub(in crate::extract::agreement) fn is_step(&self, words: &Words<'_>) -> bool {
        let signs = |verb| participle(words.low(verb)) == Some(Status::Signed);
        let planned = self.status == Status::Planned && self.verb.is_some_and(signs);
        self.basis == BEHIND && (self.status == Status::Signed || planned)
    }

    /// Does a verb behind the instrument say that it was signed?
    pub(in crate::extract::agreement) fn is_signature(&self) -> bool {
        self.basis == BEHIND && self.status == Status::Signed
    }

    /// Does a verb before the instrument, which begins with the word `start`, say that it was or will be
    /// signed, which happens at a place?
    pub(in crate::extract::agreement) fn is_act(&self, start: usize) -> bool {
        matches!(self.status, Status::Signed | Status::Planned)
            && self.verb.is_some_and(|verb| verb < start)
    }
}

pub(in crate::extract::agreement) const BEHIND: Basis = Basis::new(
    "verb-behind",
    Confidence::Sure,
    "a verb follows the instrument",
);
