//! The record that an id names.

use color_eyre::eyre::{Result, bail};

use crate::cite::{self};
use crate::dossier::text::clean_line;
use crate::dossier::{Dossier, Id, Ref};

/// The record that a person names.
///
/// # Errors
/// When there is none, with the name that is most like it.
pub(super) fn find(dossier: &Dossier, id: &str) -> Result<Ref> {
    let found = Id::new(id).ok().and_then(|id| dossier.find(&id));
    if let Some(record) = found {
        return Ok(record);
    }
    let shown = clean_line(id);
    match cite::nearest(dossier, id) {
        Some(near) => bail!("no record is called `{shown}`: did you mean `{near}`?"),
        None => bail!("no record is called `{shown}`"),
    }
}
