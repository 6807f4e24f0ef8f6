//! An agreement as a text names it.

use std::collections::HashSet;
use std::ops::Range;

use super::headline::{Naming, Part};
use super::parties::PartyMention;
use super::ties::Lineage;
use crate::dossier::Code;
use crate::dossier::agreement::{AgreementKind, AgreementStatus};
use crate::extract::confidence::Basis;
use crate::extract::date::TimeExpression;

/// That an agreement entered into force, or is to.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// When.
    pub date: Option<TimeExpression>,
    /// Is it still to come?
    pub is_ahead: bool,
}

/// An agreement that a text tells of.
#[derive(Clone, Debug, PartialEq)]
pub struct AgreementMention {
    /// The bytes that name it, from its first attribute to the end of what it is about.
    pub range: Range<usize>,
    /// Further places that name it.
    pub again: Vec<Range<usize>>,
    /// What sort of instrument.
    pub kind: AgreementKind,
    /// How it was recognised.
    pub basis: Basis,
    /// Where it stands.
    pub status: AgreementStatus,
    /// How the status is known.
    pub status_basis: Basis,
    /// The bytes of the verb that says so.
    pub verb: Option<Range<usize>>,
    /// How many, where the text only counts them.
    pub count: Option<u32>,
    /// Between whom.
    pub parties: Vec<PartyMention>,
    /// Do "the two sides" or the like sign it, who are not named there?
    pub mutual: bool,
    /// Every country that its sentence names.
    pub countries: Vec<Code>,
    /// The date of what its verb says: of signature, if it was signed.
    pub date: Option<TimeExpression>,
    /// When it was concluded, where its verb says something later: "the convention of 1997 expired".
    pub concluded: Option<TimeExpression>,
    /// What a later clause says of its entry into force.
    pub entry: Option<Entry>,
    /// When it ends, where that is still to come.
    pub end: Option<TimeExpression>,
    /// The period that it covers.
    pub horizon: Option<TimeExpression>,
    /// How it is tied to another, and the bytes of the words that say so.
    pub lineage: Option<(Lineage, Range<usize>)>,
    /// Is it one of a list that was announced before: "Among them are …"?
    pub(super) listed: bool,
    /// How it is named.
    pub(super) naming: Naming,
    /// Where it stands.
    pub(super) part: Part,
    /// Does it only refer back, as "the protocol" does?
    pub(super) refers: bool,
    /// The words of what it is about, to recognise it again.
    pub(super) subject: HashSet<String>,
}
