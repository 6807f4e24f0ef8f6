//! A list under a line such as "The following documents were signed on 16 October:".

use std::ops::Range;

use super::sitting::Sitting;
use crate::dossier::agreement::AgreementStatus;
use crate::extract::confidence::{Basis, Confidence};
use crate::extract::date::{TimeExpression, TimeKind};
use crate::extract::word::Words;

const UNDER: Basis = Basis::new(
    "listed-under",
    Confidence::Likely,
    "in a list under a line that says what was signed",
);

/// What one paragraph leaves to those behind it: the line over the list that is being read, and the days
/// of the meetings.
#[derive(Debug, Default)]
pub(in crate::extract) struct List {
    pub(super) sitting: Sitting,
    head: Option<(AgreementStatus, Option<TimeExpression>)>,
    /// The bytes that name the group which the line over the list counts, and how many of its members are
    /// still to come.
    pub(super) group: Option<(Range<usize>, usize)>,
}

impl List {
    /// Is the paragraph an entry of the list? Reads the line over a list, and leaves a list that is over.
    pub(super) fn entry(&mut self, words: &Words<'_>, times: &[TimeExpression]) -> bool {
        if words.len() == 0 {
            return false;
        }
        if let Some(head) = head(words, times) {
            self.head = Some(head);
            return false;
        }
        let entry = is_marked(words);
        if !entry {
            self.head = None;
        }
        self.head.is_some() && entry
    }

    /// Is a list being read?
    pub(super) fn is_open(&self) -> bool {
        self.head.is_some()
    }

    /// The status and the date that the line over the list gives its entries.
    pub(super) fn standing(&self) -> Option<(AgreementStatus, Basis, Option<&TimeExpression>)> {
        let (status, date) = self.head.as_ref()?;
        Some((*status, UNDER, date.as_ref()))
    }
}

/// "Documents signed following the talks:", "signed the following documents:".
fn head(
    words: &Words<'_>,
    times: &[TimeExpression],
) -> Option<(AgreementStatus, Option<TimeExpression>)> {
    let last = words.len() - 1;
    if words.low(last) != ":" {
        return None;
    }
    let signed = (0..last).any(|at| {
        matches!(
            words.low(at),
            "signed" | "concluded" | "inked" | "adopted" | "подписаны" | "подписали" | "signés"
        )
    });
    let ahead = (0..last).any(|at| matches!(words.low(at), "will" | "be" | "not" | "planned"));
    let date = times
        .iter()
        .find(|time| time.kind == TimeKind::Date && time.edtf.is_some() && time.edge.is_none());
    (signed && !ahead).then(|| (AgreementStatus::Signed, date.cloned()))
}

/// Does the paragraph begin as an entry of a list does: "- ", "• ", "(i) ", "2. "?
fn is_marked(words: &Words<'_>) -> bool {
    let number = matches!(words.low(1), "." | ")") && words.low(0).len() < 4;
    is_mark(words.low(0)) || words.low(0) == "(" || number
}

/// Is it the sign before an entry of a list?
pub(super) fn is_mark(low: &str) -> bool {
    matches!(low, "-" | "–" | "—" | "•" | "·" | "*")
}
