//! Each verdict, and what is said of it.

use bilat::verify::{Piece, Texts, Verdict, verify};

use crate::world::{TEXT, World, event, lines, one, texts};

const FOUND: &str = "1 anchor: 1 found";

#[test]
fn found_with_the_characters_of_the_source_text() {
    let dossier = event(r#""paragraph": 3, "exact": "“We waited ten years""#);
    let texts = texts(TEXT);
    let report = verify(&dossier, &texts);
    let [(_, Verdict::Found(ranges))] = report.judged() else {
        panic!("{:?}", report.judged());
    };
    let chars: Vec<char> = TEXT.chars().collect();
    let words: String = chars[ranges[0].clone()].iter().collect();
    assert_eq!(words, "“We waited ten years");
    assert!(report.is_clean());
}

#[test]
fn ambiguous_until_prefix_or_suffix_settle_it() {
    assert_eq!(
        one(TEXT, 5, "ferry"),
        "e: ambiguous: “ferry” occurs 3 times in news ¶5: “A … and a second”, “and a second … \
         still cross the”, “the river; a … costs 40 cents.”; add a prefix or suffix"
    );
    for more in [
        r#""prefix": "second ""#,
        r#""suffix": "costs 40""#,
        r#""prefix": "river; a", "suffix": " costs""#,
    ] {
        let dossier = event(&format!(r#""paragraph": 5, "exact": "ferry", {more}"#));
        assert_eq!(lines(&dossier, &texts(TEXT)), [FOUND], "{more}");
    }
}

#[test]
fn a_prefix_that_does_not_stand_there_is_a_slip_too() {
    let dossier = event(r#""paragraph": 5, "exact": "ferry costs", "prefix": "third""#);
    assert_eq!(
        lines(&dossier, &texts(TEXT))[0],
        "e: altered: news ¶5: [-third-]{+a+} ferry costs"
    );
}

#[test]
fn drifted_says_where_it_stands() {
    assert_eq!(
        one(TEXT, 2, "opened in spring"),
        "e: drifted: “opened in spring” is in news ¶1, not in ¶2"
    );
}

#[test]
fn a_single_word_elsewhere_is_ambiguous() {
    assert_eq!(
        one(TEXT, 3, "Kang"),
        "e: ambiguous: “Kang” is not in news ¶3 but in ¶1, ¶6; one word may be there by chance: cite more words"
    );
    // With a word beside it, it is that passage; and a word that is only like it is another word.
    let event = event(r#""paragraph": 3, "exact": "Kang", "prefix": "is the""#);
    assert!(lines(&event, &texts(TEXT))[0].starts_with("e: drifted"));
    assert!(one(TEXT, 3, "openend").starts_with("e: missing"));
    assert!(one(TEXT, 1, "openend").starts_with("e: altered: news ¶1"));
}

#[test]
fn a_paragraph_behind_the_end_of_a_text_is_missing() {
    assert_eq!(
        one(TEXT, 99, "second ferry"),
        "e: missing: “second ferry”: the text of news ends at ¶6, before ¶99"
    );
    assert_eq!(
        one(" \n", 1, "ferry"),
        "e: missing: “ferry”: the text of news is empty"
    );
}

#[test]
fn no_more_than_the_nearest_paragraphs_are_named() {
    let text = "a set phrase of all\n".repeat(500) + "nothing\n" + &"a set phrase\n".repeat(500);
    let dossier = event(r#""paragraph": 501, "exact": "a set phrase""#);
    let texts = texts(&text);
    let report = verify(&dossier, &texts);
    let [(_, Verdict::Drifted(paragraphs))] = report.judged() else {
        panic!("{:?}", report.judged());
    };
    assert_eq!(paragraphs.len(), 20);
    assert_eq!(paragraphs[..4], [500, 502, 499, 503]);
}

#[test]
fn altered_shows_the_word_or_number_that_differs() {
    for (words, diff) in [
        ("120 meters long", "120 [-meters-]{+metres+} long"),
        ("130 metres long", "[-130-]{+120+} metres long"),
        (
            "about US$8.3 million",
            "about [-US$8.3-]{+US$8.35+} million",
        ),
        (
            "about US$8.35 billion",
            "about US$8.35 [-billion-]{+million+}",
        ),
        (
            "which is 12.500 per metre",
            "which is [-12.500-]{+12,500+} per metre",
        ),
        ("long and cost US$8.35", "long and cost {+about+} US$8.35"),
        (
            "which is just 12,500 per metre",
            "which is [-just-] 12,500 per metre",
        ),
        ("It is 120 Metres", "It is 120 [-Metres-]{+metres+}"),
        (
            "about US$ 8.35 million",
            "about [-US$ 8.35-]{+US$8.35+} million",
        ),
    ] {
        assert_eq!(one(TEXT, 2, words), format!("e: altered: news ¶2: {diff}"));
    }
}

#[test]
fn the_nearest_passage_is_found_anywhere_in_a_long_paragraph() {
    let words: Vec<_> = (0..400).map(|n| format!("word{n}x")).collect();
    let text = words.join(" ");
    for at in (0..=395).step_by(5) {
        let mut exact = words[at..at + 5].to_vec();
        exact[2] = "slip".to_owned();
        let report = one(&text, 1, &exact.join(" "));
        let diff = format!(
            "{} [-slip-]{{+{}+}} {}",
            words[at + 1],
            words[at + 2],
            words[at + 3]
        );
        assert!(report.contains(&diff), "{report}");
    }
}

#[test]
fn altered_in_another_paragraph_names_both() {
    assert_eq!(
        one(TEXT, 1, "a third ferry still cross the river"),
        "e: altered: news ¶5, not in ¶1: a [-third-]{+second+} ferry still cross the river"
    );
}

#[test]
fn a_part_of_a_word_or_number_is_not_the_word() {
    for words in [
        "8.3",
        "US$8",
        "35 million",
        "metre lon",
        "ngo",
        "500 per",
        "12,5",
    ] {
        let report = one(TEXT, 2, words);
        assert!(!report.contains(": 1 found"), "{words}: {report}");
    }
    assert_eq!(
        one("It fell by -4% then.", 1, "4%"),
        "e: altered: news ¶1: [-4-]{+-4+}%"
    );
    assert_eq!(one("From 3-4% on.", 1, "4%"), FOUND);
    assert_eq!(one("Putin’s visit, US$79 in all.", 1, "Putin"), FOUND);
    assert_eq!(one("Putin’s visit, US$79 in all.", 1, "79"), FOUND);
    assert_eq!(one("It is 8. Nothing else.", 1, "8"), FOUND);
}

#[test]
fn missing_when_nothing_is_like_it() {
    assert_eq!(
        one(TEXT, 2, "a treaty on extradition"),
        "e: missing: “a treaty on extradition”: nothing like it in news (¶2 named)"
    );
    assert!(one("", 1, "anything").contains("missing"));
    let dossier = event(r#""paragraph": 1"#);
    assert_eq!(
        lines(&dossier, &texts(TEXT))[0],
        "e: missing: no words are given: nothing like it in news (¶1 named)"
    );
}

#[test]
fn no_text_is_counted_and_not_listed() {
    let dossier = event(r#""paragraph": 1, "exact": "Kang""#);
    assert_eq!(lines(&dossier, &Texts::default()), ["1 anchor: 1 no-text"]);
}

#[test]
fn every_line_names_its_file_and_line() {
    let dossier = event(r#""paragraph": 1, "exact": "Kong""#);
    let line = verify(&dossier, &texts(TEXT))
        .lines()
        .next()
        .expect("a line");
    assert!(line.contains("events.json:1: e: "), "{line}");
}

fn quotes(text: &str, evidence: &str) -> Vec<String> {
    let people = r#"[{"id": "mayor", "name": "The Mayor", "roles": [{"title": "Mayor of Kang",
        "evidence": [{"source": "news", "paragraph": 3, "exact": "Mayor"}]}],
        "evidence": [{"source": "news", "paragraph": 3, "exact": "The mayor"}]}]"#;
    let text = serde_json::to_string(text).expect("a string");
    let quote =
        format!(r#"[{{"id": "q", "speaker": "mayor", "text": {text}, "evidence": {evidence}}}]"#);
    let files = [("people.json", people), ("quotes.json", quote.as_str())];
    lines(&World::new(&files).dossier(), &texts(TEXT))
}

#[test]
fn the_whole_text_of_a_quote_is_its_anchor() {
    let at = |paragraph: u32| format!(r#"[{{"source": "news", "paragraph": {paragraph}}}]"#);
    let title = "mayor (Mayor of Kang): altered: news ¶3: [-Mayor-]{+mayor+}";
    let whole = "We waited ten years for this. We did not wait in vain.";
    assert_eq!(
        quotes(whole, &at(3)),
        [title, "3 anchors: 2 found, 1 altered"]
    );
    let cut = "We waited ten years for this. We did wait in vain.";
    assert_eq!(
        quotes(cut, &at(3))[0],
        "q: altered: news ¶3: We waited ten years for this. We did {+not+} wait in vain."
    );
    let two = "We did not wait in vain.\n\nIt will never be closed";
    assert_eq!(
        quotes(two, &at(3)).len(),
        2,
        "each paragraph of speech follows the other"
    );
    let apart = r#"[{"source": "news", "paragraph": 3}, {"source": "news", "paragraph": 4}]"#;
    assert_eq!(quotes(two, apart).len(), 2, "or is cited for itself");
    assert!(quotes(two, &at(2))[0].starts_with("q: drifted"));
}

fn figure(value: &str, exacts: &[&str]) -> Vec<String> {
    let evidence: Vec<_> = exacts
        .iter()
        .map(|exact| format!(r#"{{"source": "news", "paragraph": 2, "exact": "{exact}"}}"#))
        .collect();
    let series = format!(
        r#"[{{"id": "cost", "title": "Cost", "kind": "indicator", "observations": [
            {{"id": "cost.1", "period": "2020", "value": {value}, "evidence": [{}]}}],
            "items": [{{"name": "ferries", "evidence": [
                {{"source": "news", "paragraph": 6, "exact": "ferry"}}]}}],
            "evidence": [{{"source": "news", "paragraph": 2, "exact": "cost"}}]}}]"#,
        evidence.join(", ")
    );
    lines(
        &World::new(&[("series.json", &series)]).dossier(),
        &texts(TEXT),
    )
}

#[test]
fn the_digits_of_a_figure_stand_in_one_of_its_anchors() {
    let item = "cost (ferries): ambiguous: “ferry” is not in news ¶6 but in ¶5; one word may be there by chance: cite more words";
    assert_eq!(
        figure("8.35", &["US$8.35 million"]),
        [item, "3 anchors: 2 found, 1 ambiguous"]
    );
    assert_eq!(
        figure("12500", &["US$8.35 million", "12,500 per metre"])[0],
        item
    );
    assert_eq!(figure("null", &["about"])[0], item);
    assert_eq!(
        figure("8.53", &["US$8.35 million"]),
        [
            item,
            "cost.1: digits: 8.53 is not in “US$8.35 million”",
            "3 anchors: 1 found, 1 ambiguous, 1 digits"
        ]
    );
    let both = figure("8.53", &["US$8.53 million"]);
    assert_eq!(
        both[1],
        "cost.1: altered: news ¶2: [-US$8.53-]{+US$8.35+} million"
    );
}

#[test]
fn a_diff_tells_what_stands_on_either_side() {
    let dossier = event(r#""paragraph": 2, "exact": "cost some US$8.35 million""#);
    let texts = texts(TEXT);
    let report = verify(&dossier, &texts);
    let (_, Verdict::Altered { paragraph, diff }) = &report.judged()[0] else {
        panic!("{:?}", report.judged());
    };
    assert_eq!(*paragraph, 2);
    let piece = |make: fn(String) -> Piece, words: &str| make(words.to_owned());
    assert_eq!(
        *diff,
        [
            piece(Piece::Same, "cost "),
            piece(Piece::Dossier, "some"),
            piece(Piece::Source, "about"),
            piece(Piece::Same, " US$8.35 million"),
        ]
    );
}
