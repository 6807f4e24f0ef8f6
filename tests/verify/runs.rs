//! Anchors of several runs, with words of somebody else between them, and of printed ranges.

use bilat::verify::{Verdict, verify};

use crate::world::{TEXT, World, event, lines, texts};

const FOUND: &str = "1 anchor: 1 found";

/// What is told of a quote by the mayor with this evidence, in the paragraph where she is
/// interrupted.
fn cited(words: &str, evidence: &str) -> Vec<String> {
    let people = r#"[{"id": "mayor", "name": "Mayor", "evidence": []}]"#;
    let record = format!(
        r#"[{{"id": "q", "speaker": "mayor", "event": "e", "text": "{words}", "evidence": [{evidence}]}}]"#
    );
    let text = TEXT.replace("she added.", "she added. “Never, not for a day.”");
    let world = World::new(&[("people.json", people), ("quotes.json", &record)]);
    lines(&world.dossier(), &texts(&text))
}

/// The same for one passage of these runs.
fn quote(words: &str, runs: &str) -> Vec<String> {
    let evidence = format!(r#"{{"source": "news", "paragraph": 4, "exact": {runs}}}"#);
    cited(words, &evidence)
}

#[test]
fn runs_are_found_one_behind_the_other() {
    for (words, runs) in [
        (
            "It will never be closed. Never.",
            r#"["It will never be closed", "Never"]"#,
        ),
        (
            "It will never be closed. Never.",
            r#"["It will", "never be closed,", "Never"]"#,
        ),
        (
            "it will never be closed, never",
            r#"["It will never be closed", "Never, not for a day."]"#,
        ),
        ("never be closed", r#""It will never be closed""#),
        (
            "It will … closed … not for a day",
            r#"["It will never be closed", "Never, not for a day"]"#,
        ),
        (
            "It will [surely] never be closed",
            r#"["It will", "never be closed"]"#,
        ),
    ] {
        assert_eq!(quote(words, runs), [FOUND], "{words} {runs}");
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
        let report = quote("It will never be closed", runs);
        assert_ne!(report, [FOUND], "{runs}");
        assert!(report[0].starts_with("q: "), "{report:?}");
        assert!(!report[0].contains("misquoted"), "{report:?}");
    }
}

#[test]
fn a_quote_has_the_words_of_its_runs_and_no_others() {
    let runs = r#"["It will never be closed", "Never, not for a day."]"#;
    assert_eq!(
        quote("It will soon be closed. Never, not for a day.", runs),
        [
            "q: misquoted: the quote differs from its passage in news ¶4: It will \
             [-soon-]{+never+} be closed[-.-] Never, not for a day.",
            "1 anchor: 1 misquoted"
        ]
    );
    for words in [
        // A word left out without a sign, the runs in another order, and more than is cited.
        "It will be closed",
        "Never, not for a day. It will never be closed",
        "It will never be closed. Never, not for a day. We promise.",
    ] {
        let report = quote(words, runs);
        assert_eq!(
            report.last().map(String::as_str),
            Some("1 anchor: 1 misquoted"),
            "{report:?}"
        );
    }
}

#[test]
fn several_passages_make_one_quote() {
    let at = |paragraph: u32, exact: &str| {
        format!(r#"{{"source": "news", "paragraph": {paragraph}, "exact": "{exact}"}}"#)
    };
    let both = format!(
        "{}, {}",
        at(3, "We did not wait in vain"),
        at(4, "It will never be closed")
    );
    let found = "2 anchors: 2 found";
    assert_eq!(
        cited("We did not wait in vain. It will never be closed.", &both),
        [found]
    );
    assert_eq!(
        cited("It will never be closed", &both),
        [found],
        "one has all of it"
    );
    let report = cited("We did wait in vain. It will never be closed.", &both);
    assert_eq!(report[1], "2 anchors: 1 found, 1 misquoted");
    // Where the text itself is looked for, a fragment beside it is no more than that.
    let text = format!(
        r#"{}, {{"source": "news", "paragraph": 3}}"#,
        at(3, "ten years")
    );
    assert_eq!(cited("We waited ten years for this.", &text), [found]);
}

#[test]
fn both_ends_of_a_range_are_in_its_passage() {
    let of_range = |low: &str, high: &str, exact: &str| {
        let series = format!(
            r#"[{{"id": "s", "title": "T", "kind": "indicator", "observations": [{{"id": "f", "period": "2020", "value": null,
                "low": {low}, "high": {high}, "evidence": [{{"source": "news", "paragraph": 1, "exact": "{exact}"}}]}}],
                "evidence": [{{"source": "news", "paragraph": 1, "exact": "{exact}"}}]}}]"#
        );
        let dossier = World::new(&[("series.json", &series)]).dossier();
        lines(&dossier, &texts("It costs between 10 and 12 million.\n"))
    };
    let exact = "between 10 and 12 million";
    assert_eq!(of_range("10", "12", exact), ["2 anchors: 2 found"]);
    assert!(
        of_range("10", "13", exact)[0].contains("f: digits"),
        "{:?}",
        of_range("10", "13", exact)
    );
    assert!(of_range("9", "12", exact)[0].contains("f: digits"));
}
