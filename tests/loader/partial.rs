//! One bad value hides none of its neighbours: the item of a list is left out, and the rest is read.

use super::folder::{Folder, with_evidence};
use super::marks::faults;

const HEAD: &str = r#"{"format": "bilat/1", "title": "Laos – Russia",
  "sides": [{"code": "LAO", "name": "Laos"}, {"code": "RUS", "name": "Russia"}],
  "topics": [{"id": "energy", "label": "Energy"}, TOPIC], MEMBER "licenses": []}"#;

/// The title, the sides and the other topics stay.
#[test]
fn a_bad_topic_hides_no_head() {
    let good = r#"{"id": "trade", "label": "Trade"}"#;
    for (topic, member, message) in [
        (
            r#"{"id": "law", "label": 5}"#,
            "",
            "topics[1].label: expected a string",
        ),
        (r#"{"id": "the law", "label": "L"}"#, "", "topics[1].id: "),
        // Then "law" may be that one.
        (r#"{"id": 9, "label": "L"}"#, "", "topics[1].id: "),
        (
            r#"{"id": "law", "label": "L", "x": 1}"#,
            "",
            "unknown field `x`",
        ),
        (
            good,
            r#""description": 5,"#,
            "description: expected a string",
        ),
        (good, r#""licence": [],"#, "unknown field `licence`"),
        (
            good,
            r#""contributors": ["me", {"title": "A"}],"#,
            "contributors[0]: expected an object",
        ),
    ] {
        let head = HEAD.replace("TOPIC", topic).replace("MEMBER", member);
        let event = with_evidence(
            r#"[{"id": "e", "title": "T", "kind": "visit", "status": "occurred", EVIDENCE, "topics": ["law"]}]"#,
        );
        let mut files = vec![("dossier.json", head.as_str())];
        // What points at a topic that could not be read is no fault of its own.
        if topic != good && !topic.contains("the law") {
            files.push(("events.json", event.as_str()));
        }
        let folder = Folder::new(&files);
        let problems = folder.problems();
        assert_eq!(problems.len(), 1, "{problems:?}");
        assert!(problems[0].contains(message), "{problems:?}");
        let loaded = folder.load();
        let about = &loaded.dossier.about;
        assert_eq!(&*about.title, "Laos – Russia", "{topic} {member}");
        assert_eq!(about.sides.len(), 2);
        assert_eq!(about.topics[0].id.as_str(), "energy");
        assert_eq!(about.topics.len(), 1 + usize::from(topic == good));
        assert_eq!(loaded.unread, 1, "{problems:?}");
    }
}

#[test]
fn a_bad_title_hides_no_sides() {
    let head = HEAD.replace("TOPIC", r#"{"id": "trade", "label": "Trade"}"#);
    for (wrong, message) in [
        (
            head.replace(r#""Laos – Russia""#, "5"),
            "title: expected a string",
        ),
        (
            head.replace(r#""title": "Laos – Russia","#, ""),
            "missing field `title`",
        ),
        (
            head.replace(r#""bilat/1""#, "1"),
            "format: expected a string",
        ),
    ] {
        let folder = Folder::new(&[("dossier.json", wrong.replace("MEMBER", ""))]);
        let problems = folder.problems();
        assert_eq!(problems.len(), 1, "{problems:?}");
        assert!(problems[0].contains(message), "{problems:?}");
        let about = &folder.load().dossier.about;
        assert_eq!((about.sides.len(), about.topics.len()), (2, 2));
    }
}

/// The right number, whatever was left out before; and no remark that nothing is left.
#[test]
fn bad_items_have_their_own_numbers() {
    faults(
        &[(
            "organisations.json",
            r#"[{"id": "o", "name": "O", "kind": "ministry", EVIDENCE, "members": [¦5, {"member": "RUS", "kind": "member", EVIDENCE}, ¦6,
               {"member": "LAO", "kind": "member", "evidence": [¦7, {"source": "article", "paragraph": 1, "exact": "x"}, ¦8]}]}]"#,
        )],
        &[
            "error: members[0]: expected an object, not integer `5`",
            "error: members[2]: expected an object, not integer `6`",
            "error: members[3].evidence[0]: expected an object, not integer `7`",
            "error: members[3].evidence[2]: expected an object, not integer `8`",
        ],
    );
}

#[test]
fn a_bad_item_of_any_list_hides_no_record() {
    let of = |kind: &str, more: &str| {
        with_evidence(&format!(
            r#"[{{"id": "x", "title": "T", "kind": "{kind}", "status": "STATUS", EVIDENCE, {more}}}]"#
        ))
    };
    for (file, text) in [
        (
            "events",
            of(
                "visit",
                r#""participants": [{"who": "RUS"}, {"who": "a b"}]"#,
            ),
        ),
        ("events", of("visit", r#""topics": ["energy", 5]"#)),
        ("events", of("visit", r#""follows": ["a b"]"#)),
        (
            "agreements",
            of(
                "treaty",
                r#""parties": [{"party": "RUS", "signed": "2017-13"}, {"party": "LAO"}]"#,
            ),
        ),
    ] {
        let status = if file == "events" {
            "occurred"
        } else {
            "signed"
        };
        let folder = Folder::new(&[(
            format!("{file}.json").as_str(),
            text.replace("STATUS", status),
        )]);
        let problems = folder.problems();
        assert_eq!(problems.len(), 1, "{text}: {problems:?}");
        let dossier = folder.load().dossier;
        assert_eq!(dossier.events.len() + dossier.agreements.len(), 1, "{text}");
    }
    let bad = r#""evidence": [{"source": "article"}]"#;
    let text = of("visit", "")
        .replace(", }", "}")
        .replace("STATUS", "occurred");
    let text = text.replace(with_evidence("EVIDENCE").as_str(), bad);
    let folder = Folder::new(&[("events.json", text)]);
    assert_eq!(folder.problems().len(), 1, "{:?}", folder.problems());
    assert_eq!(folder.load().dossier.events.len(), 1);
    let sources = r#"[{"id": "article", "type": "article", "title": "A", "author": ["a b", 5]}]"#;
    let folder = Folder::new(&[("sources.json", sources)]);
    assert_eq!(folder.problems().len(), 2);
    assert_eq!(folder.load().dossier.sources.len(), 1);
}

/// A quote is read again whenever it is shown.
#[test]
fn a_bad_item_hides_no_quote() {
    let people = with_evidence(r#"[{"id": "p", "name": "P", EVIDENCE}]"#);
    let quote = |id: &str, more: &str| {
        format!(
            r#"{{"id": "{id}", "speaker": "p", "said": "2020", "text": "Words of {id}", {more}}}"#
        )
    };
    let good = r#"{"source": "article", "paragraph": 1}"#;
    let quotes = [
        quote("a", &format!(r#""evidence": [{good}]"#)),
        quote(
            "b",
            &format!(r#""evidence": [{{"source": "article"}}, {good}], "topics": [5, "energy"]"#),
        ),
        quote("b", &format!(r#""evidence": [{good}], "topics": [5]"#)),
        quote(
            "c",
            r#""evidence": [{"source": "article", "paragraph": "1"}]"#,
        ),
    ];
    let text = format!("[{}]", quotes.join(",\n"));
    let folder = Folder::new(&[("people.json", people.as_str()), ("quotes.json", &text)]);
    let problems = folder.problems();
    assert_eq!(problems.len(), 4, "{problems:?}");
    for (at, words) in [
        "evidence[0]",
        "topics[0]",
        "duplicate id `b`",
        "evidence[0].paragraph",
    ]
    .into_iter()
    .enumerate()
    {
        assert!(
            problems.iter().any(|p| p.contains(words)),
            "{at} {words}: {problems:?}"
        );
    }
    let loaded = folder.load();
    let quotes: Vec<_> = loaded.dossier.quotes.iter().collect();
    let texts: Vec<_> = quotes.iter().map(|quote| quote.text.to_string()).collect();
    assert_eq!(texts, ["Words of a", "Words of b", "Words of c"]);
    let parts: Vec<_> = quotes
        .iter()
        .map(|q| (q.evidence.len(), q.topics.len()))
        .collect();
    assert_eq!(parts, [(1, 0), (1, 1), (0, 0)]);
    let id = bilat::dossier::Id::new("c").unwrap();
    assert!(loaded.dossier.find(&id).is_some());
}

#[test]
fn what_points_at_an_unreadable_quote_is_no_fault() {
    let quotes = with_evidence(
        r#"[{"id": "q1", "speaker": 4, "text": "One.", EVIDENCE},
        {"id": "q2", "speaker": "p", "text": "Two.", "in_reply_to": "q1", "said": "2020", EVIDENCE}]"#,
    );
    let people = with_evidence(r#"[{"id": "p", "name": "P", EVIDENCE}]"#);
    let folder = Folder::new(&[("people.json", people.as_str()), ("quotes.json", &quotes)]);
    let problems = folder.problems();
    assert_eq!(problems.len(), 1, "{problems:?}");
    assert!(problems[0].contains("speaker: "), "{problems:?}");
}

#[test]
fn without_sides_nobody_is_accused_of_being_none() {
    let head = HEAD
        .replace("TOPIC", r#"{"id": "trade", "label": "Trade"}"#)
        .replace("MEMBER", "")
        .replace("\"sides\"", "\"sidez\"");
    let agreement = with_evidence(
        r#"[{"id": "a", "title": "T", "kind": "treaty", "status": "signed", EVIDENCE,
        "parties": [{"party": "LAO", "side": "LAO"}]}]"#,
    );
    let folder = Folder::new(&[("dossier.json", &head), ("agreements.json", &agreement)]);
    let problems = folder.problems();
    assert_eq!(problems.len(), 2, "{problems:?}");
    assert!(problems[0].contains("two sides, not 0"), "{problems:?}");
    assert!(problems[1].contains("`sidez`"), "{problems:?}");
}

#[test]
fn a_head_whose_members_are_elsewhere_ends() {
    let head = "{\"format\": \"bilat/1\", \"dossier\": {\"title\": \"T\", \"sides\": [\n        {\"code\": \"LAO\", \"name\": \"\n\nLaos\"}, {\"code\": \"RUS\", \"name\": \"Russia\"}]}}11";
    let folder = Folder::new(&[("dossier.json", head)]);
    assert!(!folder.problems().is_empty());
}
