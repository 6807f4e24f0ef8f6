//! What a run has found meets what the dossier has. What is new is added; what is there stays as it
//! is, also where the file says otherwise, unless the file shall win: a person's work is not undone
//! by reading a table again.

mod error;
mod facts;
mod merge;
mod outcome;
mod series;

use super::desk::Desk;
use crate::dossier::Dossier;
use crate::dossier::Typed;
use crate::edit::draft::Draft;
pub use error::SettleError;
use facts::meet;
pub(super) use merge::merge;

pub(super) use outcome::Settled;
use outcome::Stand;
pub use outcome::{Difference, Made};

/// Puts everything that is new, or shall be changed, into the draft.
///
/// # Errors
/// When a record cannot be added; the draft is then of no use.
pub(super) fn settle(mut desk: Desk<'_>, draft: &mut Draft) -> Result<Settled, SettleError> {
    let mut settled = Settled::default();
    let update = desk.options.update;
    let dossier = desk.dossier;
    let sheaf = std::mem::take(&mut desk.sheaf);
    for growing in sheaf.into_series() {
        series::settle(&mut desk, draft, &growing, &mut settled)?;
    }
    let mut meeting = Meeting {
        draft,
        dossier,
        update,
        settled,
    };
    meeting.all(&desk.people)?;
    meeting.all(&desk.organisations)?;
    meeting.all(&desk.events)?;
    meeting.all(&desk.agreements)?;
    meeting.all(&desk.sources)?;
    // A source that is named for the file is given its checksum, whoever wrote it.
    meeting.update |= desk.options.source.is_some();
    for file in &desk.files {
        // A file of which everything was known already is no new source.
        if meeting.settled.cited.contains(&file.id) || dossier.find(&file.id).is_some() {
            meeting.one(file)?;
        }
    }
    let mut settled = meeting.settled;
    settled.topics = desk.topics.len();
    for topic in desk.topics {
        draft.add_topic(topic);
    }
    Ok(settled)
}

/// The records of a run, one after the other, before the dossier.
struct Meeting<'a> {
    draft: &'a mut Draft,
    dossier: &'a Dossier,
    update: bool,
    settled: Settled,
}

impl Meeting<'_> {
    fn all<R: Typed>(&mut self, records: &[R]) -> Result<(), SettleError> {
        records.iter().try_for_each(|record| self.one(record))
    }

    fn one<R: Typed>(&mut self, record: &R) -> Result<(), SettleError> {
        let found = self.dossier.find(record.id());
        let found = found.filter(|found| found.kind == R::KIND);
        let old = found.map(|found| self.dossier.any(found));
        let stand = match old {
            None => {
                self.draft.add(record)?;
                self.settled.cite(record);
                Stand::New
            }
            Some(old) => {
                let (merged, differs) = meet(&*old, record)?;
                self.settled.differ(record.id(), &differs);
                let stand = Stand::of(&differs, self.update);
                if stand == Stand::Changed {
                    self.draft.replace(&merged)?;
                    self.settled.cite(&merged);
                }
                stand
            }
        };
        self.settled.count(R::KIND, stand);
        Ok(())
    }
}
