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

/// The text that an editor opens on for these words, with one character behind it.
fn opened(folder: &Folder, words: &[&str]) -> String {
    // An editor that changes something nobody can read, so that the text is kept.
    let words = [words, &["--edit"]].concat();
    let (_, _, err) = folder.run(&words, "sh -c 'echo x >> \"$1\"' --", "");
    let kept = folder.names().into_iter().find(|n| n.starts_with("new-"));
    folder.read(&kept.unwrap_or_else(|| panic!("{words:?}: {err}")))
}

#[test]
fn every_field_of_the_format_can_be_filled_in() {
    for (kind, file, name) in KINDS {
        let folder = Folder::new(&[]);
        let text = opened(&folder, &[kind]);
        let fields: BTreeSet<_> = text
            .lines()
            .filter_map(|line| line.strip_prefix("  \""))
            .map(|field| field.split('"').next().unwrap())
            .collect();
        let schema: Value = serde_json::from_str(schema::of(file).unwrap()).unwrap();
        let properties = schema["$defs"][name]["properties"].as_object().unwrap();
        let mut known: BTreeSet<_> = properties.keys().map(String::as_str).collect();
        if kind == "figure" {
            known.insert("series");
        }
        assert_eq!(fields, known, "{kind}");
        let listed = match kind {
            "figure" => "// Series: \n// Sources: gazette\n",
            _ => "// Topics: trade\n// Sources: gazette\n",
        };
        assert!(text.contains(listed), "{text}");
        // As it stands it is a record that lacks what nobody has filled in, and no more.
        let record = text.trim_end().trim_end_matches('x');
        let (code, _, err) = folder.run(&[kind, "--from", "-"], "true", record);
        assert_eq!(code, 1, "{kind}: {err}");
        assert!(err.contains("missing field"), "{kind}: {err}");
    }
}

#[test]
fn what_the_editor_opens_on() {
    for (kind, ..) in KINDS {
        let text = opened(&Folder::new(&[]), &[kind]);
        insta::assert_snapshot!(kind, text.trim_end().trim_end_matches('x'));
    }
}

#[test]
fn what_the_options_say_is_filled_in() {
    let words = [
        "agreement",
        "--title=Memo",
        "--kind=memorandum",
        "--signed=2024",
        "--why=the year before",
        "--party=LAO",
        "--party=GBR=GBR,signed=2025",
        "--topic=trade",
        "--source=gazette",
        "--note=N",
    ];
    let text = opened(&Folder::new(&[]), &words);
    insta::assert_snapshot!("filled_in", text.trim_end().trim_end_matches('x'));
}
