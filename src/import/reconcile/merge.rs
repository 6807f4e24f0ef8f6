//! Whole records of another dossier meet those of this one, field by field.

use std::borrow::Cow;

use serde_json::Value;

use super::error::SettleError;
use super::{Difference, Outcome, Reconciled};
use crate::dossier::Dossier;
use crate::dossier::record::Typed;
use crate::edit::draft::Draft;

/// Puts the topics and records of `other` that `dossier` has not into the draft, and with `update`
/// those that differ in the place of its own.
///
/// # Errors
/// When a name is that of a record of another kind, or a record cannot be added.
pub(in crate::import) fn merge(
    other: &Dossier,
    dossier: &Dossier,
    draft: &mut Draft,
    update: bool,
    reconciled: &mut Reconciled,
) -> Result<(), SettleError> {
    for topic in &other.about.topics {
        if !dossier.about.topics.iter().any(|own| own.id == topic.id) {
            reconciled.topics += 1;
            draft.add_topic(topic.clone());
        }
    }
    let mut merge = Merge {
        dossier,
        draft,
        update,
        reconciled,
    };
    merge.all(&other.sources, &dossier.sources)?;
    merge.all(&other.people, &dossier.people)?;
    merge.all(&other.organisations, &dossier.organisations)?;
    merge.all(&other.events, &dossier.events)?;
    merge.all(&other.agreements, &dossier.agreements)?;
    merge.all(&other.series, &dossier.series)?;
    merge.all(&other.claims, &dossier.claims)?;
    merge.all(&other.disputes, &dossier.disputes)?;
    for at in 0..other.quotes.len() {
        let own = |at: usize| dossier.quotes.get(at);
        merge.one(&other.quotes.get(at), own)?;
    }
    Ok(())
}

struct Merge<'a> {
    dossier: &'a Dossier,
    draft: &'a mut Draft,
    update: bool,
    reconciled: &'a mut Reconciled,
}

impl Merge<'_> {
    fn all<R: Typed>(&mut self, records: &[R], own: &[R]) -> Result<(), SettleError> {
        let own = |at: usize| own[at].clone();
        records.iter().try_for_each(|record| self.one(record, own))
    }

    fn one<R: Typed>(&mut self, record: &R, own: impl Fn(usize) -> R) -> Result<(), SettleError> {
        let id = record.id();
        let stand = match self.dossier.find(id) {
            None => {
                self.draft.add(record)?;
                Outcome::New
            }
            Some(found) if found.kind != R::KIND => {
                return Err(SettleError::OtherKind {
                    id: id.clone(),
                    file: R::KIND,
                    dossier: found.kind,
                });
            }
            Some(found) => {
                let differences = differences(&own(found.at), record)?;
                let stand = match (differences.is_empty(), self.update) {
                    (true, _) => Outcome::Unchanged,
                    (false, true) => Outcome::Changed,
                    (false, false) => Outcome::Kept,
                };
                self.reconciled.differences.extend(differences);
                if stand == Outcome::Changed {
                    self.draft.replace(record)?;
                }
                stand
            }
        };
        self.reconciled.count(R::KIND, stand);
        Ok(())
    }
}

/// The fields in which two records differ, as their files have them.
fn differences<R: Typed>(own: &R, other: &R) -> serde_json::Result<Vec<Difference>> {
    let (one, two) = (serde_json::to_value(own)?, serde_json::to_value(other)?);
    let names = |value: &Value| -> Vec<String> {
        let fields = value.as_object().into_iter().flatten();
        fields.map(|(name, _)| name.clone()).collect()
    };
    let mut all = names(&one);
    all.extend(names(&two));
    all.sort();
    all.dedup();
    let shown = |value: Option<&Value>| match value {
        Some(Value::String(text)) => text.clone(),
        Some(value) => value.to_string(),
        None => "nothing".to_owned(),
    };
    let differ = all
        .into_iter()
        .filter(|name| one.get(name) != two.get(name))
        .map(|name| Difference {
            id: own.id().clone(),
            dossier: shown(one.get(&name)),
            file: shown(two.get(&name)),
            field: Cow::Owned(name),
        });
    Ok(differ.collect())
}
