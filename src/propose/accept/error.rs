//! Why proposals cannot be accepted.

use crate::dossier::kind::with_article;
use crate::dossier::{Id, Typed};
use crate::edit::draft::AddError;
use crate::propose::proposal::Proposal;

/// Why proposals cannot be accepted.
#[derive(Debug, thiserror::Error)]
pub enum AcceptError {
    /// Nothing in the inbox is called that.
    #[error("no proposal is called `{0}`")]
    Unknown(Id),
    /// It was decided before.
    #[error("`{0}` was decided before")]
    Decided(Id),
    /// Something has to be filled in.
    #[error("`{id}` has no {field}: give it with --{field} ID, or in proposed.jsonl")]
    Lacks {
        /// Which proposal.
        id: Id,
        /// The field.
        field: &'static str,
    },
    /// What it refers to is neither in the dossier nor in the inbox.
    #[error(
        "`{id}` refers to `{to}`, which is not in the dossier and was rejected or not proposed"
    )]
    Refers {
        /// Which proposal.
        id: Id,
        /// What is not there.
        to: Id,
    },
    /// The record is not sound.
    #[error("the record of `{id}` is not sound")]
    Record {
        /// Which proposal.
        id: Id,
        /// What is wrong.
        source: serde_json::Error,
    },
    /// Records of its kind are not merged.
    #[error(
        "`{id}` is {}: only quotes, figures, agreements and events can be merged",
        with_article(.kind)
    )]
    Merge {
        /// Which proposal.
        id: Id,
        /// The kind of its record.
        kind: String,
    },
    /// Only a quote has a speaker.
    #[error("`{0}` is not a quote: it has no speaker")]
    NoQuote(Id),
    /// The record that it repeats is gone.
    #[error("`{id}` repeats `{of}`, which the dossier no longer has")]
    Gone {
        /// Which proposal.
        id: Id,
        /// The record.
        of: Id,
    },
    /// It cannot be added.
    #[error("`{id}` cannot be added")]
    Add {
        /// Which proposal.
        id: Id,
        /// Why.
        source: AddError,
    },
}

/// The record of a proposal.
pub(in crate::propose) fn read<R: Typed>(one: &Proposal) -> Result<R, AcceptError> {
    serde_json::from_str(one.record.get()).map_err(|source| AcceptError::Record {
        id: one.id.clone(),
        source,
    })
}
