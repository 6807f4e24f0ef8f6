//! Every cross-reference is read from both ends.

use bilat::dossier::{Dossier, Id, Kind};

use super::folder::{Folder, with_evidence};

fn dossier() -> Dossier {
    let files = [
        (
            "people.json",
            r#"[{"id": "p", "name": "Putin", EVIDENCE, "roles": [{"title": "President", "organisation": "o", "said_by": "article"}]},
                            {"id": "h", "name": "Host", EVIDENCE}]"#,
        ),
        (
            "organisations.json",
            r#"[{"id": "o", "name": "State", "kind": "state body", "members": [{"member": "h", "kind": "member"}], EVIDENCE}]"#,
        ),
        (
            "events.json",
            r#"[{"id": "forum", "title": "Forum", "kind": "forum", "status": "occurred", EVIDENCE},
                            {"id": "talks", "title": "Talks", "kind": "meeting", "status": "occurred", EVIDENCE, "part_of": "forum",
                             "participants": [{"who": "p"}, {"who": "LAO"}], "agreements": ["roadmap"]},
                            {"id": "later", "title": "Later", "kind": "meeting", "status": "planned", EVIDENCE, "follows": ["talks"]}]"#,
        ),
        (
            "agreements.json",
            r#"[{"id": "memorandum", "title": "M", "kind": "memorandum", "status": "signed", EVIDENCE},
                                {"id": "roadmap", "title": "R", "kind": "roadmap", "status": "signed", EVIDENCE, "event": "talks",
                                 "follows": ["memorandum"], "parties": [{"party": "o", "side": "RUS"}], "maybe_same_as": ["memorandum"]}]"#,
        ),
        (
            "series.json",
            r#"[{"id": "trade", "title": "Trade", "kind": "trade", "observations": [
                              {"id": "trade.1", "period": "2022", "value": 1, EVIDENCE},
                              {"id": "trade.2", "period": "2024", "value": 2, "said_by": "p", EVIDENCE}]},
                            {"id": "growth", "title": "Growth", "kind": "growth", "of": "trade", "reporter": "o", "observations": [
                              {"id": "growth.1", "period": "2024", "value": 50, EVIDENCE}]}]"#,
        ),
        (
            "quotes.json",
            r#"[{"id": "q1", "speaker": "p", "addressee": "h", "text": "One", "event": "talks", EVIDENCE},
                            {"id": "q2", "speaker": "h", "text": "Two", "event": "talks", "in_reply_to": "q1", EVIDENCE}]"#,
        ),
        (
            "claims.json",
            r#"[{"id": "c", "statement": "S", "about": ["roadmap", "LAO"], "asserted_by": "article", EVIDENCE}]"#,
        ),
        (
            "disputes.json",
            r#"[{"id": "d", "title": "D", "kind": "contradiction", "explanation": "E", "between": ["trade.1", "trade.2"],
                               "resolution": {"preferred": "trade.2", "why": "w"}, EVIDENCE}]"#,
        ),
    ];
    let folder = Folder::new(&files.map(|(name, text)| (name, with_evidence(text))));
    assert_eq!(folder.problems(), [""; 0]);
    folder.load().dossier
}

/// What a record says of itself is a slip, and is left out.
#[test]
fn no_record_is_its_own_member_or_the_same_as_itself() {
    let folder = Folder::new(&[
        (
            "agreements.json",
            &with_evidence(
                r#"[{"id": "a", "title": "A", "kind": "treaty", "status": "signed", "parties": [{"party": "LAO", "side": "LAO"}], "maybe_same_as": ["a"], EVIDENCE}]"#,
            ),
        ),
        (
            "organisations.json",
            &with_evidence(
                r#"[{"id": "o", "name": "O", "kind": "bloc", "members": [{"member": "o", "kind": "member"}], EVIDENCE},
                {"id": "p", "name": "P", "kind": "bloc", "members": [{"member": "q", "kind": "member"}, {"member": "LAO", "kind": "member"}], EVIDENCE},
                {"id": "q", "name": "Q", "kind": "bloc", "members": [{"member": "p", "kind": "member"}], EVIDENCE}]"#,
            ),
        ),
    ]);
    let problems = folder.problems().join("\n");
    assert_eq!(problems.matches("leads back here").count(), 3, "{problems}");
    let dossier = folder.load().dossier;
    assert!(dossier.agreements[0].maybe_same_as.is_empty());
    let members = dossier.organisations.iter().map(|body| body.members.len());
    assert_eq!(members.sum::<usize>(), 2);
}

/// "label id" of every link of a record but those to its sources.
fn links(dossier: &Dossier, id: &str) -> Vec<String> {
    let record = dossier.find(&Id::new(id).unwrap()).unwrap();
    let links = dossier.links(record).into_iter();
    let others = links.filter(|link| {
        let figure = [record.kind, link.target.kind].contains(&Kind::Observation);
        link.relation.is_some() || figure
    });
    let mut shown: Vec<_> = others
        .map(|link| format!("{} {}", link.label(), dossier.id(link.target)))
        .collect();
    shown.sort();
    shown
}

#[test]
#[allow(clippy::too_many_lines, reason = "a table of cases")]
fn references_are_read_from_both_ends() {
    let dossier = dossier();
    for (id, expected) in [
        (
            "p",
            &[
                "gave the figure trade.2",
                "role at o",
                "said q1",
                "title given by article",
                "took part in talks",
            ][..],
        ),
        ("h", &["member of o", "said q2", "was told q1"]),
        (
            "o",
            &["member h", "party to roadmap", "people p", "reports growth"],
        ),
        ("forum", &["parts talks"]),
        (
            "talks",
            &[
                "agreement roadmap",
                "followed by later",
                "on this occasion q1",
                "on this occasion q2",
                "on this occasion roadmap",
                "part of forum",
                "participant p",
            ],
        ),
        ("later", &["follows talks"]),
        (
            "memorandum",
            &["followed by roadmap", "maybe the same as roadmap"],
        ),
        (
            "roadmap",
            &[
                "at the event talks",
                "claims about it c",
                "follows memorandum",
                "maybe the same as memorandum",
                "occasion talks",
                "party o",
            ],
        ),
        (
            "trade",
            &["figure trade.1", "figure trade.2", "growth growth"],
        ),
        (
            "trade.2",
            &[
                "disputed in d",
                "preferred in d",
                "said by p",
                "series trade",
            ],
        ),
        (
            "growth",
            &["figure growth.1", "growth of trade", "reporter o"],
        ),
        (
            "q1",
            &["answered by q2", "occasion talks", "said to h", "speaker p"],
        ),
        ("q2", &["in reply to q1", "occasion talks", "speaker h"]),
        ("c", &["about roadmap", "asserted by article"]),
        (
            "d",
            &["between trade.1", "between trade.2", "preferred trade.2"],
        ),
        ("article", &["asserts c", "gives a title to p"]),
    ] {
        assert_eq!(links(&dossier, id), expected, "{id}");
    }
}

#[test]
fn each_link_has_its_counterpart() {
    let dossier = dossier();
    for record in Kind::ALL.into_iter().flat_map(|kind| dossier.all(kind)) {
        for link in dossier.links(record) {
            let back = dossier.links(link.target).into_iter().find(|back| {
                back.target == record
                    && back.relation == link.relation
                    && back.forward != link.forward
            });
            assert!(
                back.is_some(),
                "{} → {}",
                dossier.id(record),
                dossier.id(link.target)
            );
        }
    }
}

#[test]
fn a_source_lists_what_rests_on_it() {
    let dossier = dossier();
    let source = dossier.find(&Id::new("article").unwrap()).unwrap();
    let links = dossier.links(source).into_iter();
    let resting = links
        .filter(|link| link.relation.is_none() && !link.forward)
        .count();
    assert_eq!(resting, 14);
}

/// Everything that a record says of itself where another record is meant is a warning at its place.
#[test]
fn no_record_is_about_itself() {
    let series = |id: &str, more: &str| {
        with_evidence(&format!(
            r#"[{{"id": "{id}", "title": "S", "kind": "growth", {more}, EVIDENCE,
                "observations": [{{"id": "s.1", "period": "2024", "value": 5, EVIDENCE}}]}}]"#
        ))
    };
    let dispute = |field: &str| {
        with_evidence(&format!(
            r#"[{{"id": "d", "title": "D", "kind": "contradiction", "explanation": "E", {field}, EVIDENCE}}]"#
        ))
    };
    let claim = with_evidence(r#"[{"id": "c", "statement": "S", "about": ["c"], EVIDENCE}]"#);
    for (file, text, place, message) in [
        (
            "series.json",
            series("s", r#""of": "s""#),
            "series.json:1:52",
            "of: `s` is the record itself",
        ),
        (
            "series.json",
            series("s", r#""reporter": "LAO", "partner": "LAO""#),
            "series.json:1:",
            "`LAO` is both the reporter and the partner",
        ),
        (
            "disputes.json",
            dispute(r#""between": ["d"]"#),
            "disputes.json:1:",
            "between: `d` is the record itself",
        ),
        (
            "disputes.json",
            dispute(r#""between": [], "mentions": ["d"]"#),
            "disputes.json:1:",
            "mentions: `d` is the record itself",
        ),
        (
            "claims.json",
            claim,
            "claims.json:1:",
            "about: `c` is the record itself",
        ),
    ] {
        let problems = Folder::new(&[(file, &text)]).problems();
        let found = problems.iter().filter(|problem| problem.contains(message));
        let found: Vec<_> = found.collect();
        assert_eq!(found.len(), 1, "{message}: {problems:?}");
        assert!(
            found[0].starts_with(place) && found[0].contains(": warning: "),
            "{found:?}"
        );
    }
}
