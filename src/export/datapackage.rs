//! A Data Package (datapackage.org, version 2.0): the CSV files with a `datapackage.json` that says
//! what stands in every column, which columns name records of other files, and how large each file
//! is and what its checksum is.

use std::fmt::Write as _;
use std::io::{self, Write};

use serde::Serialize;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::csv::Csv;
use super::table::{Column, Sheet, Type};
use super::{Format, pretty};
use crate::dossier::text::as_given;
use crate::dossier::{Dossier, Id, Source};

const PACKAGE: &str = "https://datapackage.org/profiles/2.0/datapackage.json";
const RESOURCE: &str = "https://datapackage.org/profiles/2.0/dataresource.json";
const SCHEMA: &str = "https://datapackage.org/profiles/2.0/tableschema.json";
/// The descriptor must be called so.
const DESCRIPTOR: &str = "datapackage.json";

/// The dossier as a Data Package.
pub struct DataPackage<'a> {
    dossier: &'a Dossier,
    csv: Csv<'a>,
}

impl<'a> DataPackage<'a> {
    /// The package of `dossier`.
    pub fn new(dossier: &'a Dossier) -> Self {
        let csv = Csv::new(dossier);
        Self { dossier, csv }
    }

    fn descriptor(&self) -> io::Result<Descriptor> {
        let about = &self.dossier.about;
        let tables = self.csv.tables().iter().enumerate();
        let resources: io::Result<_> = tables
            .map(|(at, table)| resource(&self.csv, at, table))
            .collect();
        let licenses = about.licenses.iter();
        let contributors = about.contributors.iter();
        Ok(Descriptor {
            schema: PACKAGE,
            name: name(&about.title),
            title: about.title.to_string(),
            description: about.description.as_ref().map(ToString::to_string),
            licenses: licenses
                .map(|license| {
                    full(json!({
                        "name": license.name, "path": license.path, "title": license.title,
                    }))
                })
                .collect(),
            contributors: contributors
                .map(|who| {
                    let roles = who.role.as_ref().map(|role| vec![role]);
                    full(json!({ "title": who.title, "roles": roles }))
                })
                .collect(),
            sources: self.dossier.sources.iter().map(source).collect(),
            resources: resources?,
        })
    }
}

impl Format for DataPackage<'_> {
    /// The descriptor last, for it tells of the others.
    fn files(&self) -> Vec<String> {
        let mut files = self.csv.files();
        files.push(DESCRIPTOR.to_owned());
        files
    }

    fn write(&self, file: usize, out: &mut dyn Write) -> io::Result<()> {
        if file < self.csv.tables().len() {
            self.csv.write(file, out)
        } else {
            pretty(&as_given(|| self.descriptor())?, out)
        }
    }
}

#[derive(Serialize)]
struct Descriptor {
    #[serde(rename = "$schema")]
    schema: &'static str,
    name: String,
    title: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    licenses: Vec<Value>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    contributors: Vec<Value>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    sources: Vec<Value>,
    resources: Vec<Resource>,
}

#[derive(Serialize)]
struct Resource {
    #[serde(rename = "$schema")]
    profile: &'static str,
    name: &'static str,
    title: &'static str,
    path: String,
    #[serde(rename = "type")]
    kind: &'static str,
    format: &'static str,
    mediatype: &'static str,
    encoding: &'static str,
    bytes: u64,
    hash: String,
    schema: TableSchema,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct TableSchema {
    #[serde(rename = "$schema")]
    profile: &'static str,
    fields: Vec<Value>,
    missing_values: [&'static str; 1],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    primary_key: Vec<&'static str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    foreign_keys: Vec<Value>,
}

fn resource(csv: &Csv<'_>, at: usize, table: &Sheet) -> io::Result<Resource> {
    let mut sum = Sum::default();
    csv.write(at, &mut sum)?;
    Ok(Resource {
        profile: RESOURCE,
        name: table.name,
        title: table.title,
        path: format!("{}.csv", table.name),
        kind: "table",
        format: "csv",
        mediatype: "text/csv",
        encoding: "utf-8",
        bytes: sum.bytes,
        hash: sum.hash(),
        schema: schema(table),
    })
}

fn schema(table: &Sheet) -> TableSchema {
    let columns = &table.columns;
    let keys = ["id", "code"].into_iter();
    let key = keys
        .filter(|key| columns.iter().any(|c| c.name == *key && c.required))
        .take(1);
    let foreign = columns.iter().filter_map(|column| {
        let target = column.points_at?;
        // A sheet that points at itself leaves its own name out.
        let resource = (target != table.name).then_some(target);
        let reference = full(json!({ "resource": resource, "fields": ["id"] }));
        Some(json!({ "fields": [column.name], "reference": reference }))
    });
    TableSchema {
        profile: SCHEMA,
        fields: columns.iter().map(field).collect(),
        missing_values: [""],
        primary_key: key.collect(),
        foreign_keys: foreign.collect(),
    }
}

fn field(column: &Column) -> Value {
    let (kind, words) = match column.kind {
        Type::Text | Type::Id | Type::Edtf | Type::Texts => ("string", None),
        Type::Word(words) => ("string", Some(words)),
        Type::Integer => ("integer", None),
        Type::Number => ("number", None),
        Type::Day => ("date", None),
        Type::Ids => ("list", None),
    };
    let list = kind == "list";
    let more = match column.kind {
        Type::Edtf => " (EDTF, ISO 8601-2)",
        Type::Texts => " (joined by |; one in a text is written \\|, a backslash \\\\)",
        _ => "",
    };
    let required = column.required.then_some(true);
    let own = column.required && matches!(column.name.as_str(), "id" | "code");
    let constraints = full(json!({
        "required": required, "unique": own.then_some(true), "enum": words,
    }));
    let bare = constraints
        .as_object()
        .is_some_and(serde_json::Map::is_empty);
    full(json!({
        "name": column.name,
        "type": kind,
        "delimiter": list.then_some("|"),
        "itemType": list.then_some("string"),
        "description": format!("{}{more}", column.about),
        "constraints": (!bare).then_some(constraints),
    }))
}

/// What a text is called, where it stands.
fn source(source: &Source) -> Value {
    let web =
        |url: &&crate::dossier::Text| url.starts_with("https://") || url.starts_with("http://");
    full(json!({ "title": source.title, "path": source.url.as_ref().filter(web) }))
}

/// Small letters, digits and hyphens.
fn name(title: &str) -> String {
    Id::fresh(title, "dossier", |_| false).to_string()
}

/// An object without the members that are null.
fn full(mut value: Value) -> Value {
    if let Some(members) = value.as_object_mut() {
        members.retain(|_, value| !value.is_null());
    }
    value
}

/// Counts and sums up what is written to it, and keeps nothing.
#[derive(Default)]
struct Sum {
    bytes: u64,
    digest: Sha256,
}

impl Sum {
    fn hash(self) -> String {
        let bytes = self.digest.finalize();
        bytes.iter().fold("sha256:".to_owned(), |mut hash, byte| {
            // A string takes whatever is written to it.
            let _ = write!(hash, "{byte:02x}");
            hash
        })
    }
}

impl Write for Sum {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.bytes += bytes.len() as u64;
        self.digest.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
