//! What stands inside a record, as items of lists. Those that belong together have the same
//! number of items; one that is not there is empty.

use crate::dossier::{Date, Text};

pub(super) fn texts(texts: &[Text]) -> Vec<String> {
    texts.iter().map(ToString::to_string).collect()
}

/// A value that may be missing as an item of a list.
pub(super) fn item<T: ToString>(value: Option<&T>) -> String {
    value.map(ToString::to_string).unwrap_or_default()
}

pub(super) fn edtf(date: Option<&Date>) -> String {
    date.and_then(Date::edtf).unwrap_or_default().to_owned()
}
