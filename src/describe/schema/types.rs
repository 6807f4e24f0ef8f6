//! The schemas of what is written as a string or a number and has a form of its own.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use crate::dossier::date::Basis;
use crate::dossier::quote::Translation;
use crate::dossier::{Actor, Code, Date, Exact, Id, Number, Text};

/// As `Id::new` has it.
const ID: &str = "^[a-z0-9][a-z0-9._-]*$";
const CODE: &str = "^[A-Z]{3}$";
/// The characters of EDTF, levels 0 and 1; the program itself checks the rest.
const EDTF: &str = "^[0-9XYZTE:+~?%./-]+$";

macro_rules! inline {
    ($($name:ident => $schema:tt)*) => {$(
        impl JsonSchema for $name {
            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }
            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!($schema)
            }
            fn inline_schema() -> bool {
                true
            }
        }
    )*};
}

inline! {
    Text => { "type": "string" }
    Id => { "type": "string", "pattern": ID }
    Code => { "type": "string", "pattern": CODE }
    Actor => { "type": "string", "pattern": "^([A-Z]{3}|[a-z0-9][a-z0-9._-]*)$" }
    Number => { "type": "number" }
    Exact => { "anyOf": [{ "type": "string" }, { "type": "array", "items": { "type": "string" }, "minItems": 1 }] }
    Translation => { "enum": [true, false, "unknown"] }
    Basis => { "type": "string", "enum": ["stated", "inferred", "derived"] }
}

impl JsonSchema for Date {
    fn schema_name() -> Cow<'static, str> {
        "Date".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let edtf = |what: &str| {
            let mut schema = json_schema!({ "type": ["string", "null"], "pattern": EDTF });
            schema.insert("description".to_owned(), what.into());
            schema
        };
        json_schema!({
            "description": "An EDTF date (ISO 8601-2, levels 0 and 1), such as 1960-10-07, 2017-09, 199X, 1975~ (about), 2018? (uncertain), 2025-01/2025-05 or 2021/.. (ongoing); or an object that also says how it was found.",
            "examples": ["1960-10-07", "2017-09", "199X", "1975~", "2018?", "2025-01/2025-05", "2021/.."],
            "type": ["string", "object"],
            "pattern": EDTF,
            "properties": {
                "edtf": edtf("The date; null or left out for an undated record."),
                "basis": {
                    "type": "string",
                    "enum": ["stated", "inferred", "derived"],
                    "default": "stated",
                    "description": "Printed in the source, worked out from what it says, or computed from other records.",
                },
                "why": {
                    "type": ["string", "null"],
                    "description": "The reasoning, for a date that was not printed.",
                },
                "not_before": edtf("It is not before this date."),
                "not_after": edtf("It is not after this date."),
            },
            "additionalProperties": false,
            "if": {
                "type": "object",
                "properties": { "basis": { "enum": ["inferred", "derived"] } },
                "required": ["basis"],
            },
            "then": { "required": ["why"] },
        })
    }
}
