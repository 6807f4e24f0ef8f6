//! The templates have every field of the format, each on a line of its own.

use std::collections::BTreeSet;

use bilat::describe::schema;
use serde_json::Value;

use super::folder::Folder;

const KINDS: [(&str, &str, &str); 10] = [
    ("event", "events", "Event"),
    ("agreement", "agreements", "Agreement"),
    ("source", "sources", "Source"),
    ("person", "people", "Person"),
    ("organisation", "organisations", "Organisation"),
    ("quote", "quotes", "Quote"),
    ("claim", "claims", "Claim"),
    ("series", "series", "Series"),
    ("figure", "series", "Observation"),
    ("dispute", "disputes", "Dispute"),
];

#[test]
fn every_field_of_the_format_can_be_filled_in() {
    for (kind, file, name) in KINDS {
        let folder = Folder::new(&[]);
        // An editor that changes something nobody can read, so that the text is kept.
        let (_, _, err) = folder.run(&[kind, "--edit"], "sh -c 'echo x >> \"$1\"' --", "");
        let kept = folder.names().into_iter().find(|n| n.starts_with("new-"));
        let kept = kept.unwrap_or_else(|| panic!("{kind}: {err}"));
        let text = folder.read(&kept);
        let fields = text.lines().filter_map(|line| line.strip_prefix("  \""));
        let fields: BTreeSet<_> = fields
            .map(|field| field.split('"').next().unwrap())
            .collect();
        let schema: Value = serde_json::from_str(schema::of(file).unwrap()).unwrap();
        let known = schema["$defs"][name]["properties"].as_object().unwrap();
        let mut known: BTreeSet<_> = known.keys().map(String::as_str).collect();
        if kind == "figure" {
            known.insert("series");
        }
        assert_eq!(fields, known, "{kind}");
        assert!(
            text.contains("// Topics: trade\n// Sources: gazette\n"),
            "{text}"
        );
        // As it stands it is a record that lacks what nobody has filled in, and no more.
        let text = text.trim_end().trim_end_matches('x');
        let (code, _, err) = folder.run(&[kind, "--from", "-"], "true", text);
        assert_eq!(code, 1, "{kind}: {err}");
        assert!(err.contains("missing field"), "{kind}: {err}");
    }
}
