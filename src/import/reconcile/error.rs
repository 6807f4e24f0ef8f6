//! Why what was found cannot be put into a dossier.

use crate::dossier::id::NotAnId;
use crate::dossier::{Id, Kind};
use crate::edit::draft::AddError;

/// Why a record that was found cannot be put into the draft.
#[derive(Debug, thiserror::Error)]
pub enum SettleError {
    /// It cannot be added, or put in the place of another.
    #[error(transparent)]
    Add(#[from] AddError),
    /// A figure whose series and period make no id.
    #[error(transparent)]
    Id(#[from] NotAnId),
    /// Two records cannot be compared field by field.
    #[error(transparent)]
    Json(#[from] serde_json::Error),
    /// The dossier has a record of that id that is something else.
    #[error(
        "`{id}` is a record of kind {} in the file and of kind {} in the dossier",
        .file.singular(), .dossier.singular()
    )]
    OtherKind {
        /// The id.
        id: Id,
        /// What it is in the file.
        file: Kind,
        /// What it is in the dossier.
        dossier: Kind,
    },
}
