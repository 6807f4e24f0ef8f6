//! Faults between records: ids, topics, evidence, lineage, sides.

use super::folder::{Folder, with_evidence};
use super::marks::{event, faults};

const NEEDS: &str = "give the source and paragraph that support it";

#[test]
fn duplicate_id() {
    let skipped = "this record was skipped → give one of the two another id";
    faults(
        &[
            (
                "events.json",
                r#"[{"id": "e", "title": "T", "kind": "visit", "status": "occurred", EVIDENCE},
                    {"title": "e", "id": ¦"e", "kind": "visit", "status": "occurred", EVIDENCE}]"#,
            ),
            (
                "people.json",
                r#"[{"id": ¦"article", "name": "P", EVIDENCE}]"#,
            ),
            (
                "series.json",
                r#"[{"id": "s", "title": "T", "kind": "trade", "observations": [
                      {"id": "s.1", "period": "2022", "value": 1, EVIDENCE},
                      {"id": ¦"s.1", "period": "2023", "value": 2, EVIDENCE},
                      {"id": ¦"s", "period": "2024", "value": 3, EVIDENCE},
                      {"id": "s.2", "period": "2025", "value": 4, EVIDENCE}]}]"#,
            ),
        ],
        &[
            &format!("error: duplicate id `e`; {skipped}"),
            &format!("error: duplicate id `article`; {skipped}"),
            &format!("error: duplicate id `s.1`; {skipped}"),
            &format!("error: duplicate id `s`; {skipped}"),
        ],
    );
}

#[test]
fn id_that_points_nowhere() {
    faults(
        &[
            (
                "people.json",
                r#"[{"id": "putin", "name": "putln", EVIDENCE,
                     "roles": [{"title": "T", "organisation": ¦"kremlin"}]}]"#,
            ),
            (
                "quotes.json",
                r#"[{"id": "q", "text": "putln", "speaker": ¦"putln", "event": ¦"q", EVIDENCE}]"#,
            ),
        ],
        &[
            "error: organisation: no record is called `kremlin` → add that record or fix the id",
            "error: speaker: no record is called `putln` → did you mean `putin`?",
            "error: event: `q` is of kind quote → expected: event",
        ],
    );
}

#[test]
fn every_place_of_a_dangling_id_is_told() {
    event(
        r#"[{"id": "e", "title": "T", "kind": "visit", "status": "occurred", EVIDENCE,
             "follows": [¦"gone", "e2", ¦"gone"]},
            {"id": "e2", "title": "T", "kind": "visit", "status": "occurred", EVIDENCE, "part_of": ¦"g\u006fne"}]"#,
        &[
            "error: follows: no record is called `gone` → add that record or fix the id",
            "error: follows: no record is called `gone` → add that record or fix the id",
            "error: part_of: no record is called `gone` → add that record or fix the id",
        ],
    );
}

#[test]
fn lineage_stays_among_its_kind() {
    faults(
        &[
            (
                "agreements.json",
                r#"[{"id": "a", "title": "T", "kind": "treaty", "status": "signed", EVIDENCE, "follows": [¦"e"]}]"#,
            ),
            (
                "events.json",
                r#"[{"id": "e", "title": "T", "kind": "visit", "status": "occurred", EVIDENCE, "follows": [¦"a"]}]"#,
            ),
        ],
        &[
            "error: follows: `e` is of kind event → expected: agreement",
            "error: follows: `a` is of kind agreement → expected: event",
        ],
    );
}

#[test]
fn lineage_that_runs_in_a_circle_is_cut() {
    let files = [
        (
            "agreements.json",
            r#"[{"id": "a", "title": "T", "kind": "treaty", "status": "signed", EVIDENCE, "follows": ["b"]},
                {"id": "b", "title": "T", "kind": "treaty", "status": "signed", EVIDENCE, "follows": [¦"a"]}]"#,
        ),
        (
            "events.json",
            r#"[{"id": "e", "title": "T", "kind": "visit", "status": "occurred", EVIDENCE, "part_of": ¦"e"}]"#,
        ),
    ];
    faults(
        &files,
        &[
            "error: follows: `a` leads back here; the reference was skipped → take one reference out of the circle",
            "error: part_of: `e` leads back here; the reference was skipped → take one reference out of the circle",
        ],
    );
    let folder =
        Folder::new(&files.map(|(name, text)| (name, with_evidence(&text.replace('¦', "")))));
    let dossier = folder.load().dossier;
    assert_eq!(dossier.agreements[0].follows.len(), 1);
    assert!(dossier.agreements[1].follows.is_empty());
    assert!(dossier.events[0].part_of.is_none());
}

#[test]
fn unknown_topic() {
    event(
        r#"[{"id": "e", "title": "T", "kind": "visit", "status": "occurred", EVIDENCE, "topics": ["energy", ¦"nuklear", ¦"zzz"]}]"#,
        &[
            "error: no topic is called `nuklear` → did you mean `nuclear`?",
            "error: no topic is called `zzz` → add it to `topics` in dossier.json",
        ],
    );
}

#[test]
fn evidence() {
    let exact = "give the shortest run of the source's own words that carries the fact";
    event(
        r#"[¦{"id": "e", "title": "", "kind": "visit", "status": "occurred"},
            {"id": "f", "title": "T", "kind": "visit", "status": "occurred", "evidence": [
              {"source": ¦"artikle", "paragraph": ¦0, "exact": "x"},
              ¦{"source": "article", "paragraph": 3}]}]"#,
        &[
            &format!("error: `e` has no evidence → {NEEDS}"),
            "error: evidence: unknown source `artikle` → did you mean `article`?",
            "error: evidence: paragraph 0 → paragraphs are counted from 1, over non-empty lines",
            &format!("warning: evidence without `exact` → {exact}"),
        ],
    );
    faults(
        &[
            ("people.json", r#"[{"id": "p", "name": "P", EVIDENCE}]"#),
            (
                "quotes.json",
                r#"[¦{"id": "q", "speaker": "p", "text": "T", "evidence": [{"source": ¦"p", "paragraph": 1}]}]"#,
            ),
            (
                "series.json",
                r#"[{"id": "s", "title": "T", "kind": "goods",
                     "observations": [{"period": "2022", "id": ¦"s.1", "value": null}],
                     "items": [{"name": ¦"rice"}]},
                    ¦{"id": "t", "title": "T", "kind": "trade"}]"#,
            ),
        ],
        &[
            "warning: a quote without an occasion → name the `event` where it was said",
            "error: evidence: unknown source `p` → add it to sources.json or fix the id",
            &format!("error: the figure `s.1` has no evidence → {NEEDS}"),
            &format!("error: the item `rice` has no evidence → {NEEDS}"),
            "warning: a series without figures or goods → add `observations` or `items`",
        ],
    );
}

#[test]
fn about() {
    let of_head = |text: &str, messages: &[&str]| faults(&[("dossier.json", text)], messages);
    of_head(
        r#"{"title": "format", "format": ¦"bilat/2", "sides": [{"code": "LAO", "name": "L"}, {"code": "RUS", "name": "R"}]}"#,
        &["error: the format is `bilat/2` → this program reads `bilat/1`"],
    );
    of_head(
        r#"{"title": "sides", "format": "bilat/1", "sides": ¦[{"code": "LAO", "name": "L"}]}"#,
        &[
            "error: a dossier has two sides, not 1 → name both countries, each with `code` and `name`",
        ],
    );
    of_head(
        r#"¦{"title": "T", "format": "bilat/1"}"#,
        &[
            "error: a dossier has two sides, not 0 → name both countries, each with `code` and `name`",
        ],
    );
    of_head(
        r#"{"title": "T", "format": "bilat/1", "sides": [{"code": "LAO", "name": "L"}, {"code": ¦"ru", "name": "R"}]}"#,
        &[
            "error: sides[1].code: `ru` is not a country code: three capital letters of ISO 3166-1, such as LAO",
        ],
    );
    of_head(
        r#"{"title": "T", "format": "bilat/1", "sides": [{"code": "LAO", "name": "L"}, {"code": "RUS", "name": "R"}],
            "topics": [{"id": "a", "label": "A", "broader": "b"}, {"id": "b", "label": "B", "broader": ¦"a"},
                       {"id": ¦"a", "label": "A"}, {"id": "energy", "label": "E", "broader": ¦"enerqy"}]}"#,
        &[
            "error: broader: `a` leads back here; the reference was skipped → take one reference out of the circle",
            "error: duplicate topic `a` → give one of the two another id",
            "error: broader: no topic is called `enerqy` → did you mean `energy`?",
        ],
    );
    // One message, and not a second for each topic and side of the records.
    faults(
        &[
            ("dossier.json", "{\"format\": \"bilat/1\", ¦}"),
            (
                "events.json",
                r#"[{"id": "e", "title": "T", "kind": "visit", "status": "occurred", EVIDENCE, "topics": ["energy"]}]"#,
            ),
        ],
        &["error: trailing comma → remove the comma before it"],
    );
}

#[test]
fn strangers_among_the_sides() {
    faults(
        &[
            (
                "agreements.json",
                r#"[{"id": "a", "title": "T", "kind": "treaty", "status": "signed", EVIDENCE,
                     "parties": [{"party": "SUN", "side": "SUN"}, {"party": "CHN", "side": ¦"CHN"}, {"party": "VNM"}]}]"#,
            ),
            (
                "sources.json",
                r#"[{"id": "article", "type": "article", "title": "T", "side": ¦"USA"}]"#,
            ),
        ],
        &[
            "error: `CHN` is not a side of this dossier → omit `side` for third parties",
            "error: `USA` is not a side of this dossier → omit `side` for third parties",
        ],
    );
}
