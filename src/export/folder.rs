//! The dossier as a folder of its own: the files that a person edits, each naming its schema, and
//! the schemas beside them. So a document becomes a folder again.

use std::io::{self, Write};

use serde::Serialize;

use super::json::head;
use super::{Format, Quotes, pretty};
use crate::describe::schema;
use crate::dossier::Dossier;
use crate::load::FILES;

/// The dossier as the files of a folder.
#[derive(Debug)]
pub struct Folder<'a>(pub &'a Dossier);

/// A file of records.
#[derive(Serialize)]
struct Named<R> {
    #[serde(rename = "$schema")]
    schema: String,
    records: R,
}

impl Format for Folder<'_> {
    /// First what the others point at, and the head last: a folder without it is no dossier yet.
    fn files(&self) -> Vec<String> {
        let schemas = schema::FILES.map(|(name, _)| format!("schema/{name}.json"));
        let records = FILES.map(|name| format!("{name}.json"));
        let head = ["dossier.json".to_owned()];
        schemas.into_iter().chain(records).chain(head).collect()
    }

    fn write(&self, file: usize, out: &mut dyn Write) -> io::Result<()> {
        let dossier = self.0;
        if let Some((_, schema)) = schema::FILES.get(file) {
            return out.write_all(schema.as_bytes());
        }
        let place = file - schema::FILES.len();
        let Some(name) = FILES.get(place) else {
            return pretty(&head(dossier, Some("./schema/dossier.json")), out);
        };
        match *name {
            "sources" => named(name, &dossier.sources, out),
            "people" => named(name, &dossier.people, out),
            "organisations" => named(name, &dossier.organisations, out),
            "events" => named(name, &dossier.events, out),
            "agreements" => named(name, &dossier.agreements, out),
            "series" => named(name, &dossier.series, out),
            "quotes" => named(name, Quotes(dossier), out),
            "claims" => named(name, &dossier.claims, out),
            _ => named(name, &dossier.disputes, out),
        }
    }
}

fn named(name: &str, records: impl Serialize, out: &mut dyn Write) -> io::Result<()> {
    let schema = format!("./schema/{name}.json");
    pretty(&Named { schema, records }, out)
}
