//! Every field of every kind, from the public table: it is shown, listed, exported, imported, added
//! and described. A field without a sample fails the first test.

#![expect(clippy::unwrap_used, reason = "a test may fail")]

#[path = "fields/actors.rs"]
mod actors;
#[path = "fields/added.rs"]
mod added;
#[path = "fields/bilateral.rs"]
mod bilateral;
#[path = "fields/described.rs"]
mod described;
#[path = "fields/disputes.rs"]
mod disputes;
#[path = "fields/exported.rs"]
mod exported;
#[path = "fields/figures.rs"]
mod figures;
#[path = "fields/samples.rs"]
mod samples;
#[path = "fields/shown.rs"]
mod shown;
#[path = "fields/validator.rs"]
mod validator;
#[path = "fields/vocabularies.rs"]
mod vocabularies;
#[path = "fields/world.rs"]
mod world;
#[path = "fields/years.rs"]
mod years;

use bilat::dossier::Kind;
use bilat::dossier::typed::fields_of;
use samples::samples;
use serde_json::Value;

#[test]
fn every_field_has_a_sample_and_every_part_of_it_too() {
    for kind in Kind::ALL {
        let fields = fields_of(kind);
        for sample in samples(kind) {
            let known = fields.iter().any(|info| info.name == sample.field);
            assert!(known, "{kind:?} has no field {}", sample.field);
        }
        for info in fields {
            let mut found = samples(kind).iter().filter(|s| s.field == info.name);
            let sample = found
                .next()
                .unwrap_or_else(|| panic!("no sample of {kind:?}.{}", info.name));
            assert!(found.next().is_none(), "two samples of {}", info.name);
            let value = sample.value();
            let objects = match &value {
                Value::Array(items) => items.clone(),
                one => vec![one.clone()],
            };
            for part in info.parts().unwrap_or_default() {
                let has = objects.iter().any(|object| !object[part.name].is_null());
                assert!(has, "{kind:?}.{} lacks {}", info.name, part.name);
            }
        }
    }
}
