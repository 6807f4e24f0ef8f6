//! Stored disputes: the weight decides how serious one is, and a mention contests nothing.

use bilat::cite::{Style, cite};
use bilat::contested::{Contests, contested};
use bilat::dossier::{Dossier, Id, Kind, Ref};
use bilat::load::{Origin, load};
use serde_json::{Value, json};

use super::world::{World, printed};

fn dispute(id: &str, more: &Value) -> Value {
    let mut dispute = json!({"id": id, "title": id, "kind": "contradiction", "explanation": "E",
        "between": ["opening", "older"], "evidence": [{"source": "gazette", "paragraph": 1, "exact": "x"}]});
    for (name, value) in more.as_object().unwrap() {
        dispute[name] = value.clone();
    }
    dispute
}

fn world(disputes: &[Value], figures: &str) -> World {
    let world = World::of(|_| Vec::new());
    world.write("disputes.json", &json!(disputes).to_string());
    if !figures.is_empty() {
        let evidence = r#""evidence": [{"source": "gazette", "paragraph": 1, "exact": "x"}]"#;
        let series = format!(
            r#"[{{"id": "base", "title": "Base level", "kind": "trade", "unit": "USD", "observations": [{figures}], {evidence}}}]"#
        );
        world.write("series.json", &series.replace("EVIDENCE", evidence));
    }
    world
}

fn dossier(world: &World) -> Dossier {
    let loaded = load(&Origin::Folder(world.path().to_owned()));
    assert_eq!(loaded.problems, []);
    loaded.dossier
}

fn found(dossier: &Dossier, id: &str) -> Ref {
    dossier.find(&Id::new(id).unwrap()).unwrap()
}

#[test]
fn the_weight_decides() {
    let settled = json!({"preferred": "opening", "why": "W"});
    for (more, severity) in [
        (json!({}), "major"),
        (json!({"kind": "terminology"}), "note"),
        (json!({"resolution": settled}), "note"),
        (json!({"weight": "grave"}), "grave"),
        (json!({"weight": "note"}), "note"),
        (json!({"kind": "terminology", "weight": "major"}), "major"),
        (json!({"resolution": settled, "weight": "minor"}), "minor"),
    ] {
        let world = world(&[dispute("d", &more)], "");
        let found = contested(&dossier(&world), None);
        let severities: Vec<_> = found.iter().map(|one| one.severity.word()).collect();
        assert_eq!(severities, [severity], "{more}");
        let lines = printed_contested(world.dossier());
        assert!(
            lines.starts_with(&format!("{severity} (dispute, ")),
            "{lines}"
        );
    }
}

fn printed_contested(dossier: &str) -> String {
    let (code, out, err) = super::world::bilat(&["contested", "--all", dossier]);
    assert_eq!((code, err.as_str()), (1, ""));
    out
}

/// Two figures ten times apart are grave, unless the compiler says how much it matters.
#[test]
fn the_weight_decides_beside_what_is_computed() {
    let figures = r#"{"id": "a", "period": "2020", "value": 80, EVIDENCE}, {"id": "b", "period": "2020", "value": 7, EVIDENCE}"#;
    for (more, severity) in [
        (json!({}), "grave"),
        (json!({"weight": "minor"}), "minor"),
        (json!({"weight": "grave"}), "grave"),
    ] {
        let mut dispute = dispute("d", &more);
        dispute["between"] = json!(["a", "b"]);
        let all = contested(&dossier(&world(&[dispute], figures)), None);
        let [one] = all.as_slice() else {
            panic!("one thing is contested: {all:?}");
        };
        assert_eq!(one.severity.word(), severity, "{more}");
        // The finding is listed with it, so that it is as serious.
        assert_eq!(one.findings[0].severity.word(), severity);
    }
}

#[test]
fn a_mention_is_shown_and_linked() {
    let mentions = json!({"mentions": ["ann", "LAO"]});
    let world = world(&[dispute("d", &mentions)], "");
    let page = printed(&["show", "d", world.dossier()]);
    assert!(
        page.contains("\n  mentions: Ann Lee (ann)\n  mentions: Laos\n"),
        "{page}"
    );
    let back = printed(&["show", "ann", world.dossier()]);
    assert!(back.contains("  mentioned in: d (d)\n"), "{back}");
    let list = printed(&["disputes", world.dossier()]);
    assert!(
        list.contains("between opening, older; mentions ann, LAO; left open"),
        "{list}"
    );
    let lines = printed_contested(world.dossier());
    assert!(
        lines.contains("d: between opening, older; mentions ann\n"),
        "{lines}"
    );
    let (_, json, _) = super::world::bilat(&["contested", world.dossier(), "--json"]);
    let json: Value = serde_json::from_str(&json).unwrap();
    let stored = &json["contested"][0]["disputes"][0];
    assert_eq!(stored["mentions"][0]["id"], "ann");
    assert_eq!(stored["weight"], Value::Null);
}

#[test]
fn a_mention_contests_nothing() {
    let mentions = json!({"mentions": ["ann", "base", "base.2020", "claimed"]});
    let world = world(&[dispute("d", &mentions)], "");
    let dossier = dossier(&world);
    let contests = Contests::new(&dossier, None);
    let all = Kind::ALL.into_iter().flat_map(|kind| dossier.all(kind));
    let ids: Vec<_> = all
        .filter(|record| contests.of(*record).next().is_some())
        .map(|record| dossier.id(record).to_string())
        .collect();
    assert!(
        ids.len() == 2 && ids.contains(&"opening".to_owned()) && ids.contains(&"older".to_owned()),
        "{ids:?}"
    );
    for (id, is_contested) in [
        ("ann", false),
        ("base.2020", false),
        ("claimed", false),
        ("opening", true),
    ] {
        let citation = cite(
            &dossier,
            &Contests::new(&dossier, None),
            found(&dossier, id),
            Style::Text,
        );
        assert_eq!(citation.contains("Contested"), is_contested, "{citation}");
        let page = printed(&["show", id, world.dossier()]);
        assert_eq!(page.contains("\nContested\n"), is_contested, "{page}");
    }
    // A record that it is also between is contested all the same.
    let folder = self::world(&[dispute("d", &json!({"mentions": ["opening"]}))], "");
    let both = self::dossier(&folder);
    assert!(
        cite(
            &both,
            &Contests::new(&both, None),
            found(&both, "opening"),
            Style::Text
        )
        .contains("Contested")
    );
}

/// What a citation tells beside a figure is what the verdict is.
#[test]
fn a_target_and_a_range_contest_no_figure() {
    let report = r#"{"id": "a", "period": "2020", "value": 11, EVIDENCE}"#;
    for (other, is_contested) in [
        (r#""value": 80"#, true),
        (r#""value": 80, "status": "target""#, false),
        (r#""value": null, "low": 10, "high": 12"#, false),
        (r#""value": null, "low": 12, "high": 14"#, true),
        (r#""value": null, "low": 10"#, false),
        (r#""value": null, "high": 10"#, true),
    ] {
        let other = format!(r#"{report}, {{"id": "b", "period": "2020", {other}, EVIDENCE}}"#);
        let dossier = dossier(&world(&[], &other));
        for id in ["a", "b"] {
            let citation = cite(
                &dossier,
                &Contests::new(&dossier, None),
                found(&dossier, id),
                Style::Text,
            );
            assert_eq!(
                citation.contains("Contested"),
                is_contested,
                "{other}: {citation}"
            );
        }
    }
}
