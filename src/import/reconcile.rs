//! What a run has found meets what the dossier has. What is new is added; what is there stays as it
//! is, also where the file says otherwise, unless the file shall win: a person's work is not undone
//! by reading a table again.

mod error;
mod facts;
mod merge;
mod outcome;
mod series;

use super::context::ImportContext;
use crate::dossier::Dossier;
use crate::dossier::Typed;
use crate::edit::draft::Draft;
pub use error::SettleError;
use facts::meet;
pub(super) use merge::merge;

use outcome::Outcome;
pub(super) use outcome::Reconciled;
pub use outcome::{Difference, Made};

/// Puts everything that is new, or shall be changed, into the draft.
///
/// # Errors
/// When a record cannot be added; the draft is then of no use.
pub(super) fn reconcile(
    mut context: ImportContext<'_>,
    draft: &mut Draft,
) -> Result<Reconciled, SettleError> {
    let mut reconciled = Reconciled::default();
    let update = context.options.update;
    let dossier = context.dossier;
    let builder = std::mem::take(&mut context.builder);
    for growing in builder.into_series() {
        series::reconcile(&mut context, draft, &growing, &mut reconciled)?;
    }
    let mut meeting = Meeting {
        draft,
        dossier,
        update,
        reconciled,
    };
    meeting.all(&context.people)?;
    meeting.all(&context.organisations)?;
    meeting.all(&context.events)?;
    meeting.all(&context.agreements)?;
    meeting.all(&context.sources)?;
    // A source that is named for the file is given its checksum, whoever wrote it.
    meeting.update |= context.options.source.is_some();
    for file in &context.files {
        // A file of which everything was known already is no new source.
        if meeting.reconciled.cited.contains(&file.id) || dossier.find(&file.id).is_some() {
            meeting.one(file)?;
        }
    }
    let mut reconciled = meeting.reconciled;
    reconciled.topics = context.topics.len();
    for topic in context.topics {
        draft.add_topic(topic);
    }
    Ok(reconciled)
}

/// The records of a run, one after the other, before the dossier.
struct Meeting<'a> {
    draft: &'a mut Draft,
    dossier: &'a Dossier,
    update: bool,
    reconciled: Reconciled,
}

impl Meeting<'_> {
    fn all<R: Typed>(&mut self, records: &[R]) -> Result<(), SettleError> {
        records.iter().try_for_each(|record| self.one(record))
    }

    fn one<R: Typed>(&mut self, record: &R) -> Result<(), SettleError> {
        let old = self
            .dossier
            .find(record.id())
            .filter(|found| found.kind == R::KIND)
            .map(|found| self.dossier.any(found));
        let stand = match old {
            None => {
                self.draft.add(record)?;
                self.reconciled.cite(record);
                Outcome::New
            }
            Some(old) => {
                let (merged, differs) = meet(&*old, record)?;
                self.reconciled.differ(record.id(), &differs);
                let stand = Outcome::of(&differs, self.update);
                if stand == Outcome::Changed {
                    self.draft.replace(&merged)?;
                    self.reconciled.cite(&merged);
                }
                stand
            }
        };
        self.reconciled.count(R::KIND, stand);
        Ok(())
    }
}
