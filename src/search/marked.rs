//! The records that a reader has marked.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::dossier::{Kind, Ref};

/// The records for which `is:marked` holds; none, unless somebody says which.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marked(Arc<BTreeSet<Ref>>);

impl Marked {
    /// Is this one marked?
    pub fn contains(&self, record: Ref) -> bool {
        self.0.contains(&record)
    }

    /// The places of the quotes among them, in order.
    pub(super) fn quotes(&self) -> impl Iterator<Item = usize> + '_ {
        let all = self.0.iter().filter(|record| record.kind == Kind::Quote);
        all.map(|record| record.at)
    }
}

impl FromIterator<Ref> for Marked {
    fn from_iter<I: IntoIterator<Item = Ref>>(records: I) -> Self {
        Self(Arc::new(records.into_iter().collect()))
    }
}
