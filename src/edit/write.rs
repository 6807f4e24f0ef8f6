//! Records as the text of a file: pretty-printed with two spaces, LF, one field a line, and every
//! character that is not ASCII as it is.

use serde::Serialize;
use serde_json::Result;

/// The text of `NAME.json`: an array of records, or with a `schema` the object that names it.
///
/// # Errors
/// When a record cannot be written as JSON; those of this format all can.
pub fn file<R: Serialize>(schema: Option<&str>, records: &[R]) -> Result<String> {
    #[derive(Serialize)]
    struct Named<'a, R> {
        #[serde(rename = "$schema")]
        schema: &'a str,
        records: &'a [R],
    }
    match schema {
        Some(schema) => pretty(&Named { schema, records }),
        None => pretty(records),
    }
}

/// The text of `NAME.jsonl`: one record a line.
///
/// # Errors
/// As [`file()`].
pub fn lines<R: Serialize>(records: &[R]) -> Result<String> {
    let line = |record| Ok(serde_json::to_string(record)? + "\n");
    records.iter().map(line).collect()
}

/// One value as the whole text of a file, such as `dossier.json`.
///
/// # Errors
/// As [`file()`].
pub fn pretty<T: Serialize + ?Sized>(value: &T) -> Result<String> {
    Ok(serde_json::to_string_pretty(value)? + "\n")
}
