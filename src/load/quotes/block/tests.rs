//! What is kept of a record held against what can be read as a quote.

use super::*;
use crate::dossier::Quote;
use crate::load::file::File;
use proptest::prelude::*;

/// Ids, and what is none.
const IDS: &[&str] = &[
    r#""a""#,
    r#""b-2""#,
    r#""B""#,
    r#""""#,
    "null",
    "7",
    r#""\u0061""#,
    r#"["a"]"#,
];

/// Texts, and what is none.
const TEXTS: &[&str] = &[
    r#""t""#,
    r#""""#,
    "null",
    "3",
    r#""x\ny""#,
    r#""\ud800""#,
    "{}",
    "true",
];

/// Other members, right and wrong.
const OTHERS: &[&str] = &[
    r#""said": "2001""#,
    r#""said": "2001-13""#,
    r#""said": null"#,
    r#""said": 7"#,
    r#""said": {"edtf": "2001"}"#,
    r#""said": {"edtf": "2001", "basis": "inferred"}"#,
    r#""said": {"edtf": null, "not_after": "1999"}"#,
    r#""said": ["2001"]"#,
    r#""translation": true"#,
    r#""translation": null"#,
    r#""translation": "unknown""#,
    r#""translation": "yes""#,
    r#""kind": "partial""#,
    r#""kind": "whole""#,
    r#""kind": null"#,
    r#""sequence": 1"#,
    r#""sequence": -1"#,
    r#""sequence": 4294967296"#,
    r#""sequence": null"#,
    r#""topics": []"#,
    r#""topics": ["a"]"#,
    r#""topics": ["A"]"#,
    r#""topics": null"#,
    r#""topics": "a""#,
    r#""topics": [["a"]]"#,
    r#""evidence": []"#,
    r#""evidence": [{"source": "s", "paragraph": 1}]"#,
    r#""evidence": [{"source": "S", "paragraph": 1}]"#,
    r#""evidence": [{"source": "s"}]"#,
    r#""evidence": [["s", 1]]"#,
    r#""evidence": null"#,
    r#""evidence": [{"source": "s", "paragraph": 1, "relation": "implies"}]"#,
    r#""evidence": [{"source": "s", "paragraph": 0, "extra": 1}]"#,
    r#""evidence": [{"source": "s", "paragraph": 1, "exact": "x", "prefix": "p", "suffix": null}]"#,
    r#""evidence": [{"source": "s", "paragraph": 1, "exact": ["x", "y"]}]"#,
    r#""evidence": [{"source": "s", "paragraph": 1, "exact": ["x"]}]"#,
    r#""evidence": [{"source": "s", "paragraph": 1, "exact": []}]"#,
    r#""evidence": [{"source": "s", "paragraph": 1, "exact": ["x", null]}]"#,
    r#""evidence": [{"source": "s", "paragraph": 1, "exact": ["x", "\ud800"]}]"#,
    r#""evidence": [{"source": "s", "paragraph": 1, "exact": null}]"#,
    r#""evidence": [{"source": "s", "paragraph": 1, "exact": 7}]"#,
    r#""evidence": [{"source": "s", "paragraph": 1, "exact": {"x": 1}}]"#,
    r#""extra": 1"#,
];

/// A member of a record: mostly right, sometimes not.
fn member() -> impl Strategy<Value = String> {
    let named = |names: &'static [&'static str], values: &'static [&'static str]| {
        let pair = (prop::sample::select(names), prop::sample::select(values));
        pair.prop_map(|(name, value)| format!("\"{name}\": {value}"))
    };
    prop_oneof![
        named(&["id", "speaker", "event", "in_reply_to", "addressee"], IDS),
        named(&["role", "language", "text", "prompt", "note"], TEXTS),
        prop::sample::select(OTHERS).prop_map(str::to_owned),
    ]
}

fn record() -> impl Strategy<Value = String> {
    let right = r#""id": "q", "speaker": "p", "text": "words""#;
    let members = prop::collection::vec(member(), 0..3);
    (any::<bool>(), members, "|,| x|\\]").prop_map(move |(whole, mut members, tail)| {
        if whole {
            members.insert(0, right.to_owned());
        }
        format!("{{{}}}{tail}", members.join(", "))
    })
}

proptest! {
    #[test]
    fn what_is_kept_is_what_can_be_read_as_a_quote(record in record()) {
        let mut block = Block::default();
        let kept = block.add(&record, 0, &mut Folder::default()).is_some();
        let file = File::new(String::new(), record.clone().into());
        let read = json::value::<Quote>(&file, &file.text);
        prop_assert_eq!(kept, read.is_ok(), "{}: {:?}", record, read.err());
        prop_assert_eq!(block.len(), usize::from(kept));
        let facets = block.facets.iter().map(|tally| tally.locals.len());
        prop_assert!(facets.into_iter().all(|count| count == usize::from(kept)));
    }
}
