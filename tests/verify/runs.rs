//! Anchors of several runs, with words of somebody else between them, and of printed ranges.

use bilat::verify::{Verdict, verify};

use crate::world::{TEXT, World, event, texts, told};

const FOUND: &str = "1 anchor: 1 found";

/// A quote by the mayor with these runs as its passage, in the paragraph where she is interrupted.
fn quote(runs: &str) -> Vec<String> {
    let people = r#"[{"id": "mayor", "name": "Mayor", "evidence": []}]"#;
    let record = format!(
        r#"[{{"id": "q", "speaker": "mayor", "event": "e", "text": "It will never be closed. Never.",
            "evidence": [{{"source": "news", "paragraph": 4, "exact": {runs}}}]}}]"#
    );
    let text = TEXT.replace("she added.", "she added. “Never, not for a day.”");
    let world = World::new(&[("people.json", people), ("quotes.json", &record)]);
    told(&world.dossier(), &texts(&text))
}

#[test]
fn runs_are_found_one_behind_the_other() {
    for runs in [
        r#"["It will never be closed", "Never"]"#,
        r#"["It will", "never", "Never, not for a day."]"#,
        r#"["It will never be closed"]"#,
        r#""It will never be closed""#,
    ] {
        assert_eq!(quote(runs), [FOUND], "{runs}");
    }
    let event = event(r#""paragraph": 5, "exact": ["A ferry", "ferry costs", "cents"]"#);
    let texts = texts(TEXT);
    let report = verify(&event, &texts);
    let [(_, Verdict::Found(ranges))] = report.judged() else {
        panic!("{:?}", report.judged());
    };
    let chars: Vec<char> = TEXT.chars().collect();
    let words = ranges
        .iter()
        .map(|range| chars[range.clone()].iter().collect::<String>());
    assert_eq!(
        words.collect::<Vec<_>>(),
        ["A ferry", "ferry costs", "cents"]
    );
}

#[test]
fn runs_that_do_not_follow_each_other_are_not_found() {
    for runs in [
        // Out of order, one too many, and words that nobody said.
        r#"["Never, not", "It will never be closed"]"#,
        r#"["It will never be closed", "closed"]"#,
        r#"["It will never be closed", "We promise"]"#,
    ] {
        let told = quote(runs);
        assert_ne!(told, [FOUND], "{runs}");
        assert!(told[0].starts_with("q: "), "{told:?}");
    }
}

#[test]
fn both_ends_of_a_range_are_in_its_passage() {
    let told = |low: &str, high: &str, exact: &str| {
        let series = format!(
            r#"[{{"id": "s", "title": "T", "kind": "indicator", "observations": [{{"id": "f", "period": "2020", "value": null,
                "low": {low}, "high": {high}, "evidence": [{{"source": "news", "paragraph": 1, "exact": "{exact}"}}]}}],
                "evidence": [{{"source": "news", "paragraph": 1, "exact": "{exact}"}}]}}]"#
        );
        let dossier = World::new(&[("series.json", &series)]).dossier();
        crate::world::told(&dossier, &texts("It costs between 10 and 12 million.\n"))
    };
    let exact = "between 10 and 12 million";
    assert_eq!(told("10", "12", exact), ["2 anchors: 2 found"]);
    assert!(
        told("10", "13", exact)[0].contains("f: digits"),
        "{:?}",
        told("10", "13", exact)
    );
    assert!(told("9", "12", exact)[0].contains("f: digits"));
}
