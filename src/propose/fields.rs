//! The record of a proposal, field by field, in words.

use super::proposal::Proposal;
use crate::describe::words;
use crate::dossier::typed::{OfType, of_kind};
use crate::dossier::value::Value;
use crate::dossier::{Dossier, Typed};

/// Label and value of each field that says something, in the order of the table of fields; none where
/// the record is not sound. Evidence is no part of it.
pub fn fields(one: &Proposal, dossier: &Dossier) -> Option<Vec<(String, String)>> {
    of_kind(one.kind()?, Fields { one, dossier })
}

struct Fields<'a> {
    one: &'a Proposal,
    dossier: &'a Dossier,
}

impl OfType for Fields<'_> {
    type Output = Option<Vec<(String, String)>>;

    fn of<R: Typed>(self) -> Self::Output {
        let record: R = serde_json::from_str(self.one.record.get()).ok()?;
        let values = record.values().into_iter();
        let shown = values.filter(|(_, value)| !matches!(value, Value::Evidence(_)));
        let words = shown.map(|(info, value)| (info.label(), words::value(self.dossier, &value)));
        let mut all: Vec<_> = words.filter(|(_, value)| !value.is_empty()).collect();
        all.push(("id".to_owned(), record.id().to_string()));
        Some(all)
    }
}
